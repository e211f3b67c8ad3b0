"""What a posting asks for: title and level, sections, requirements, degree, and where the work is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from spm_fit.model.finding import Demand, Extraction

HEAD = "Senior Product Manager\n\nExample Ltd builds software for dentists.\n\n"
UNDER = {"must": "Requirements\n- {}\n", "nice": "Nice to have\n- {}\n", "paragraph": "{}\n"}


def _load(name: str) -> Any:
    return yaml.safe_load((Path(__file__).parent / "cases" / f"{name}.yaml").read_text("utf-8"))


TITLES, DEGREES, REMOTE = _load("posting_titles"), _load("degrees"), _load("remote")
SECTIONS = [(heading, name) for name, headings in _load("posting_sections").items() for heading in headings]
REQUIREMENTS = _load("requirements")
LINES = [(place, text, asked) for place in UNDER for text, asked in REQUIREMENTS["lines"][place]]
POSTINGS = REQUIREMENTS["postings"]


@pytest.mark.parametrize(("lines", "expected"), TITLES, ids=[lines for lines, _ in TITLES])
def test_title_and_level(lines: str, expected: list[str], posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{lines}\n\nExample Ltd builds software.\n\nRequirements\n- Clear writing\n").posting
    assert [found.title, found.level] == expected


@pytest.mark.parametrize(("heading", "name"), SECTIONS, ids=[f"{name}: {heading}" for heading, name in SECTIONS])
def test_sections(heading: str, name: str, posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}{heading}\n- Clear words every day\n- Two good hands\n")
    headings = {found.document.slice(s.heading).strip(): s.name for s in found.sections if s.heading}
    assert headings == {heading: name}


@pytest.mark.parametrize(("place", "text", "asked"), LINES, ids=[f"{place}: {text}" for place, text, _ in LINES])
def test_requirements(place: str, text: str, asked: list[list[str]], posting: Callable[[str], Extraction]) -> None:
    found = posting(HEAD + UNDER[place].format(text))
    printed = [[str(item.kind), found.document.slice(item.span)] for item in found.posting.requirements]
    assert [kind for kind, _ in printed] == [kind for kind, _ in asked]
    assert [words[: len(begins)] for (_, words), (_, begins) in zip(printed, asked, strict=True)] == [
        b for _, b in asked
    ]


@pytest.mark.parametrize("case", POSTINGS, ids=[case["name"] for case in POSTINGS])
def test_whole_postings(case: dict[str, Any], posting: Callable[[str], Extraction]) -> None:
    found = posting(case["text"])
    for kind in (Demand.MUST, Demand.NICE):
        printed = [found.document.slice(item.span) for item in found.posting.requirements if item.kind is kind]
        expected = case[str(kind)]
        assert len(printed) == len(expected), printed
        assert [words[: len(begins)] for words, begins in zip(printed, expected, strict=True)] == expected


@pytest.mark.parametrize(("line", "expected"), DEGREES, ids=[line for line, _ in DEGREES])
def test_degree(line: str, expected: list[object] | None, posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}Requirements\n- {line}\n").posting
    assert ([found.education_level, found.education_required] if found.education_level else None) == expected


@pytest.mark.parametrize(("line", "expected"), REMOTE, ids=[line for line, _ in REMOTE])
def test_remote(line: str, expected: bool | None, posting: Callable[[str], Extraction]) -> None:
    assert posting(f"{HEAD}{line}\n").posting.remote is expected


def test_demand_by_place(posting: Callable[[str], Extraction]) -> None:
    text = (
        f"{HEAD}What you will do\n- Own the roadmap\n\nRequirements\n- User interviews\n\nNice to have\n- Pricing\n\n"
        "About us\nWe believe in experimentation and we celebrate our designers.\n\nBenefits\n- Mentoring program\n"
    )
    demand = {mention.skill: mention.demand for mention in posting(text).mentions}
    assert demand["product-roadmapping"] is Demand.MENTIONED
    assert demand["user-research"] is Demand.MUST
    assert demand["business-acumen"] is Demand.NICE
    # What the employer says of itself and offers is not asked.
    assert not {"experimentation", "mentorship"} & set(demand)


PRIMARY = [
    # Of several demands the one of product management is the main one, else the first.
    (["5+ years of product management experience", "10+ years of experience in total"], 5),
    (["10+ years of experience in total", "6+ years of product management"], 6),
    (["10+ years in product roles", "3+ years leading product managers"], 10),
    (["3 years of business analysis", "1 year of SQL"], 3),
    (["Good writing"], None),
]


@pytest.mark.parametrize(("lines", "wanted"), PRIMARY, ids=[lines[0] for lines, _ in PRIMARY])
def test_the_main_demand(lines: list[str], wanted: int | None, posting: Callable[[str], Extraction]) -> None:
    items = "\n".join(f"- {line}" for line in lines)
    found = posting(f"Analyst\n\nExample Ltd builds software.\n\nRequirements\n{items}\n").posting
    assert (found.primary_years.min if found.primary_years else None) == wanted
