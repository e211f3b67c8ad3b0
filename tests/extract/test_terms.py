"""Names in a requirement that the taxonomy does not know, and where a resume has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from spm_fit.extract.places import Spans
from spm_fit.extract.terms import find
from spm_fit.model.document import Span
from spm_fit.model.finding import Extraction
from spm_fit.model.literal import found_literally

CASES = Path(__file__).parent / "cases"
TERMS = [[*row, []][:3] for row in yaml.safe_load((CASES / "terms.yaml").read_text("utf-8"))]
FOUND = yaml.safe_load((CASES / "terms_found.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "terms", "known"), TERMS, ids=[f"{row[0]} {row[2]}" for row in TERMS])
def test_terms(text: str, terms: list[str], known: list[str]) -> None:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in known]
    found = find(text, Span(0, len(text)), Spans(spans), frozenset())
    assert [text[span.start : span.end] for span in found] == terms


@pytest.mark.parametrize(("term", "text", "place"), FOUND, ids=[f"{row[0]} in {row[1]}" for row in FOUND])
def test_found_literally(term: str, text: str, place: str | None) -> None:
    found = found_literally(text, term)
    assert (found and text[found.start : found.end]) == place


def test_terms_of_a_posting(posting: Callable[[str], Extraction]) -> None:
    text = (
        "Product Manager\n\nAbout Larkspur\nLarkspur makes ovens with Zyntrix chips.\n\n"
        "Requirements\n- SQL and Quorvex\n- Love for Larkspur ovens\n- Clear writing\n"
    )
    found = posting(text)
    terms = [[found.document.slice(span) for span in item.terms] for item in found.posting.requirements]
    # What the taxonomy knows, the employer's name and what is not asked are none.
    assert terms == [["Quorvex"], [], []]
