"""Quantities: which are metrics, of which type, in which sense."""

from __future__ import annotations

import pytest

from spm_fit.extract.metrics import find
from spm_fit.model.document import Document, Quality, Span


def metrics(text: str) -> list[tuple[str, str, str]]:
    document = Document("x", "text", text, (), (), Quality())
    return [(text[m.span.start : m.span.end], m.type, str(m.sense)) for m in find(document, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cut churn by 15% in one quarter", [("15%", "percent", "outcome")]),
        ("Grew revenue to $1.2M", [("$1.2M", "currency", "outcome")]),
        ("Saved €300k a year", [("€300k", "currency", "outcome")]),
        ("Owned a $40M portfolio", [("$40M", "currency", "scope")]),
        ("Managed a budget of USD 2 million", [("USD 2 million", "currency", "scope")]),
        ("Raised conversion 3x", [("3x", "multiplier", "outcome")]),
        ("Doubled weekly sign-ups", [("Doubled", "multiplier", "outcome")]),
        ("Halved the time to onboard", [("Halved", "multiplier", "outcome")]),
        ("Led a team of 12", [("12", "count", "scope")]),
        ("Led two squads in Porto", [("two", "count", "scope")]),
        ("Served 1.2M users", [("1.2M", "count", "scope")]),
        ("Grew the base to 94,772 active users", [("94,772", "count", "outcome")]),
        ("Cut release time from 12 to 5 days", [("12 to 5 days", "duration", "outcome")]),
        ("Cut page loads from 4 days to 11 minutes", [("4 days to 11 minutes", "duration", "outcome")]),
        ("Moved NPS from 45 to 62", [("45 to 62", "score", "outcome")]),
        ("Launched in 90 days", [("90 days", "duration", "outcome")]),
        ("Won 14 new customers", [("14", "count", "outcome")]),
        ("Trained 20 employees", [("20", "count", "scope")]),
        ("Cut latency 40 ms → 9 ms", [("40 ms → 9 ms", "duration", "outcome")]),
        ("Shipped changes in 2 hours instead of 9 days", [("2 hours instead of 9 days", "duration", "outcome")]),
        ("Took approval from 9 days to 2", [("9 days to 2", "duration", "outcome")]),
        ("$3.2M in new bookings from my module", [("$3.2M", "currency", "outcome")]),
        ("Ran 23 A/B tests", [("23", "count", "scope")]),
        ("Queried 4 TB of logs", [("4", "count", "scope")]),
        ("Won 6 of 9 pitches", [("6 of 9", "count", "scope")]),
        ("Automated reports, freeing up 6 engineers", [("6", "count", "outcome")]),
        ("Dropped the add-on after talks with 40 merchants", [("40", "count", "scope")]),
        ("Prototype with 50,000 downloads", [("50,000", "count", "outcome")]),
    ],
)
def test_metric(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert metrics(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ran the Q3 2021 planning in FY22",
        "Provided 24/7 support",
        "Worked with Python 3 and Windows 10",
        "Moved to ISO 9001 in 2019",
        "Called 617-555-0134 for help",
        "Sold to Fortune 500 companies",
        "Over four years in the industry",
        "Held one-on-one talks with the two-way radio users",
        "Passed the SOC 2 audit before day-30",
        "Shipped version 2.0 of the app",
        "Paid into the 401(k)",
        "Employed from 2015 to 2019",
    ],
)
def test_no_metric(text: str) -> None:
    assert metrics(text) == []
