"""Periods as resumes print them, and numbers that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from spm_fit.extract.dates import periods, season
from spm_fit.model.document import Span

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "dates.yaml").read_text("utf-8"))


def found(text: str) -> list[list[str | None]]:
    return [[str(period.start), period.end_text()] for _, period in periods(text, Span(0, len(text)))]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_period(text: str, wanted: list[str] | None) -> None:
    assert found(text) == ([wanted] if wanted else [])


def test_a_season_alone_is_its_months() -> None:
    text = "Product intern, Summer 2019"
    hit = season(text, Span(0, len(text)))
    assert hit is not None
    assert (str(hit[1].start), hit[1].end_text()) == ("2019-06", "2019-08")
