"""Quantities: which are metrics, of which type, value, unit, sense and direction."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from spm_fit.extract.metrics import find
from spm_fit.extract.quantities.amounts import amounts
from spm_fit.model.document import Document, Quality, Span

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "metrics.yaml").read_text("utf-8"))


def metrics(text: str) -> list[list[object]]:
    document = Document("x", "text", text, (), (), Quality())
    found = find(document, Span(0, len(text)))
    return [
        [text[m.span.start : m.span.end], m.type, pytest.approx(m.value), m.unit, str(m.sense), m.direction]
        for m in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [(text, found) for group in CASES.values() for text, found in group.items()]
)
def test_metrics_of_a_sentence(text: str, expected: list[list[object]]) -> None:
    found = metrics(text)
    assert [entry[: len(wanted)] for entry, wanted in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("text", [text for group in CASES.values() for text in group])
def test_spans_are_those_of_the_document(text: str) -> None:
    """A sentence inside a document has the same metrics, further on, in order and apart from each other."""
    before = "Earlier line\n"
    document = Document("x", "text", before + text, (), (), Quality())
    found = list(find(document, Span(len(before), len(document.text))))
    assert [document.slice(m.span) for m in found] == [entry[0] for entry in metrics(text)]
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,20,000", 120_000), ("12,34,56,789", 123_456_789), ("1.200.000,50 €", 1_200_000.5), ("€1.200", 1200),
        ("$1.25", 1.25), ("3,5 %", 3.5), ("12 000", 12_000), (".5 %", 0.5), ("40k", 40_000), ("$18MM", 18_000_000),
        ("£3bn", 3e9), ("2 mn", 2e6), ("1.5 lakhs", 150_000), ("4 crore", 4e7), ("₹40L", 4e6), ("5 Cr", 5e7),
        ("twenty-five", 25), ("one hundred and twenty", 120), ("three hundred thousand", 300_000),
        ("two and a half", 2.5), ("a dozen", 12), ("three dozen", 36), ("dozens", 24), ("several hundred", 200),
        ("half a million", 500_000), ("a quarter of a million", 250_000), ("tens of thousands", 20_000),
        ("forty-odd", 40), ("zero", 0), ("an hour and a half", 1.5), ("1 million", 1e6), ("a hundred thousand", 100_000),
    ],
)  # fmt: skip
def test_worth_of_a_number(printed: str, value: float) -> None:
    assert [amount.value for amount in amounts(printed)] == [pytest.approx(value)]
