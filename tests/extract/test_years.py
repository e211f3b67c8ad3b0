"""Years of experience: what a line demands, and what is no demand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from spm_fit.model.finding import Demand, Extraction

HEAD = "Senior Product Manager\n\nExample Ltd builds software for dentists.\n\n"
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "years.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("line", "years"), CASES, ids=[line for line, _ in CASES])
def test_years(line: str, years: list[list[object]], posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}Requirements\n- {line}\n").posting.years
    assert [[demand.min, demand.max] for demand in found] == [year[:2] for year in years]
    for year, demand in zip(years, found, strict=True):
        assert all(str(word).lower() in demand.subject.lower() for word in year[2:])


@pytest.mark.parametrize(
    ("lines", "least"),
    [
        ("- 10 years of work experience\n- 6 years of product management experience\n", 6),
        ("- 4 years of experience\n- 2 years in fintech\n", 4),
        ("- 2 years in fintech\n- 4 years in a product role\n", 4),
        ("- 3 years in design\n- 2 years in research\n", 3),
        ("- 0-2 years of experience\n", 0),
        ("\nNice to have\n- 4 years in product management\n", None),
    ],
)
def test_the_main_demand(lines: str, least: float | None, posting: Callable[[str], Extraction]) -> None:
    primary = posting(f"{HEAD}Requirements\n- Clear writing\n{lines}").posting.primary_years
    assert (primary and primary.min) == least


def test_years_that_are_wished(posting: Callable[[str], Extraction]) -> None:
    text = (
        f"{HEAD}Requirements\n- 4 years of experience required; 6 years preferred\n\nNice to have\n- 2 years in rail\n"
    )
    kinds = [demand.kind for demand in posting(text).posting.years]
    assert kinds == [Demand.MUST, Demand.NICE, Demand.NICE]
    benefits = f"{HEAD}Benefits\n- A sabbatical after 3 years of work experience with us\n"
    assert not posting(benefits).posting.years
