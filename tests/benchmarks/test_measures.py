"""The counts of one resume and one posting, from labels and answers that are made up here."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.accuracy import posting, resume
from benchmarks.accuracy.count import Count

from tests.conftest import AS_OF


def role(
    start: str | None, end: str | None, kind: str = "work", product: bool = False, title: str = ""
) -> dict[str, Any]:
    return {"title": title or f"{start} {end}", "start": start, "end": end, "kind": kind, "product": product}


RESUME: dict[str, Any] = {
    "roles": [
        role("2018-01", "2020-12"),
        role("2019-06", "2021-06", product=True),
        role("2026-10", "present", kind="internship"),
        role("2001-01", None),
    ],
    "bullets": [
        {"start": "Led the billing team", "opener": "lead", "strength": "strong", "metric": "outcome"},
        {"start": "Responsible for the roadmap", "opener": None, "strength": "weak", "metric": "none"},
    ],
    "metrics": [{"text": "25%"}],
    "skills": {"leadership": "outcome", "communication": "listed"},
    "tools": ["Jira", "Google Analytics"],
    "education": [{"level": "master"}, {"level": "bachelor"}],
    "sections": ["summary", "experience", "other"],
    "fit": 50,
}


def months(roles: list[dict[str, Any]], low: float, high: float) -> Count:
    label = {**RESUME, "roles": roles}
    return resume.measure(label, {"experience": {"months": {"low": low, "high": high}}}, AS_OF)["years in all"]


@pytest.mark.parametrize(
    ("roles", "band", "right"),
    [
        ([role("2018-01", "2020-12"), role("2019-06", "2021-06")], (42, 42), 1),
        ([role("2018-01", "2020-12"), role("2019-06", "2021-06")], (45, 45), 1),
        ([role("2018-01", "2020-12"), role("2019-06", "2021-06")], (46, 46), 0),
        ([role("2026-01", "present")], (11, 11), 1),
        ([role("2019", "2021")], (14, 36), 1),  # the middle of the band
        ([role("2019", "2021")], (36, 36), 1),  # within the band
        ([role("2019", "2021")], (37, 37), 0),
        ([role("2020-01", "2020-12", kind="volunteer")], (0, 0), 1),
        ([role("sometime", "2020-12")], (0, 0), 1),
        ([], (4, 4), 0),
    ],
)
def test_years_are_the_union_of_work(roles: list[dict[str, Any]], band: tuple[float, float], right: int) -> None:
    assert months(roles, *band).wanted_right == right


def test_a_history_that_is_printed_twice_counts_once() -> None:
    twice = {**RESUME, "roles": [role("2018-01", "2020-12", title="Cook"), role("2018-01", "2020-12", title="COOK")]}
    assert resume.measure(twice, {}, AS_OF)["role dates"].wanted == 1


def test_a_resume_in_which_nothing_was_found_misses_everything() -> None:
    found = resume.measure(RESUME, {}, AS_OF)
    assert {name: count.numbers for name, count in found.items()} == {
        "role dates": (0, 0, 0, 3),
        "role titles": (0, 0, 0, 4),
        "years in all": (0, 1, 0, 1),
        "years in product": (0, 1, 0, 1),
        "bullets": (0, 0, 0, 2),
        "openers": (0, 0, 0, 0),
        "strength": (0, 0, 0, 0),
        "metric class": (0, 0, 0, 0),
        "bullets with a metric": (0, 0, 0, 0),
        "metrics": (0, 0, 0, 1),
        "skills": (0, 0, 0, 2),
        "skill levels": (0, 0, 0, 0),
        "tools": (0, 0, 0, 2),
        "education": (0, 0, 0, 2),
        "sections": (0, 0, 0, 2),
    }


def test_a_resume() -> None:
    output = {
        "experience": {"roles": [role("2018-01", "2020-12"), role("2019-06", "2021-07")]},
        "bullets": [
            {
                "text": "Led the billing team, cut cost by 25 %",
                "lemma": "lead",
                "strength": "strong",
                "metrics": [{"sense": "scope"}],
            },
            {"text": "Responsible for the roadmap", "lemma": None, "strength": None, "metrics": []},
            {"text": "Ada Example"},
        ],
        "metrics": [{"text": "25 %"}, {"text": "9"}],
        "skills": [
            {"id": "leadership", "level": "demonstrated"},
            {"id": "okrs", "kind": "competency", "level": "listed"},
            {"id": "jira", "kind": "tool", "name": "Jira", "evidence": [{"alias": "JIRA"}]},
            {"id": "ga", "kind": "tool", "name": "GA4", "evidence": [{"alias": "google analytics"}]},
            {"id": "go", "kind": "tool", "name": "Go", "evidence": []},
        ],
        "education": [{"level": "bachelor"}, {"level": "bachelor"}],
        "sections": [{"name": "summary"}, {"name": "other"}, {"name": None}],
    }
    found = resume.measure(RESUME, output, AS_OF)
    assert {
        name: count.numbers for name, count in found.items() if name not in {"years in all", "years in product"}
    } == {
        "role dates": (1, 2, 1, 3),
        "role titles": (1, 2, 1, 4),
        "bullets": (2, 3, 2, 2),
        "openers": (2, 2, 2, 2),
        "strength": (1, 2, 1, 2),
        "metric class": (1, 2, 1, 2),
        "bullets with a metric": (1, 1, 1, 1),
        "metrics": (1, 2, 1, 1),
        "skills": (1, 2, 1, 2),
        "skill levels": (0, 1, 0, 1),
        "tools": (2, 3, 2, 2),
        "education": (1, 2, 1, 2),
        "sections": (1, 1, 1, 2),
    }
    assert found["skills"].missed == ("communication",)
    assert found["tools"].invented == ("Go",)
    assert found["metric class"].missed == ('outcome, not scope in "Led the billing team"',)


POSTING: dict[str, Any] = {
    "level": "senior",
    "primary_years": {"min": 5, "max": None},
    "years": [{"min": 5, "max": None}, {"min": 2, "max": 3}],
    "education": {"level": "bachelor", "required": False},
    "pay": {"min": 100000, "max": 120000, "currency": "USD", "period": "year"},
    "must": ["Five years of product management", "SQL"],
    "nice": [],
    "skills": {"okrs": "must"},
    "tools": ["SQL"],
    "remote": None,
    "match": 90,
}


def asked(**changes: object) -> dict[str, tuple[int, ...]]:
    """The numbers of a posting that is read as it is labelled but for the changes."""
    requirements = [{"text": text, "kind": "must"} for text in POSTING["must"]]
    output = {"posting": {**POSTING, "requirements": requirements, **changes}}
    return {name: count.numbers for name, count in posting.measure(POSTING, output, AS_OF).items()}


@pytest.mark.parametrize(
    ("change", "figure", "numbers"),
    [
        ({}, "level", (1, 1, 1, 1)),
        ({"level": "pm"}, "level", (0, 1, 0, 1)),
        ({"primary_years": {"min": 5.0, "max": 7}}, "least years", (1, 1, 1, 1)),
        ({"primary_years": {"min": 5.0, "max": 7}}, "range of years", (0, 1, 0, 1)),
        ({"primary_years": None}, "least years", (0, 1, 0, 1)),
        ({"years": [{"min": 5, "max": None}, {"min": 2}]}, "years named", (1, 2, 1, 2)),
        ({"education": None}, "degree", (0, 1, 0, 1)),
        ({"pay": {"min": 100000.0, "max": 120000.0}}, "pay", (1, 1, 1, 1)),
        ({"pay": {"min": 100000, "max": None}}, "pay", (0, 1, 0, 1)),
        ({"pay": None}, "pay", (0, 1, 0, 1)),
        ({}, "must", (2, 2, 2, 2)),
        ({"requirements": [{"text": "SQL", "kind": "nice"}]}, "must", (0, 0, 0, 2)),
        ({"requirements": [{"text": "SQL", "kind": "nice"}]}, "nice", (0, 1, 0, 0)),
        ({"remote": False}, "remote", (0, 1, 0, 1)),
    ],
)
def test_a_posting(change: dict[str, Any], figure: str, numbers: tuple[int, ...]) -> None:
    assert asked(**change)[figure] == numbers


def test_silence_is_right_where_the_label_is_silent() -> None:
    silent = {**POSTING, "primary_years": None, "education": None, "pay": None}
    found = posting.measure(silent, {}, AS_OF)
    assert [name for name, count in found.items() if count.found_right] == [
        "least years",
        "range of years",
        "degree",
        "pay",
        "remote",
    ]
