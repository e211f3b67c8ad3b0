"""What identifies the person: found where it stands, and nowhere where the same words say something else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from spm_fit.extract import extract_posting
from spm_fit.model.finding import Extraction
from spm_fit.model.private import KINDS, Masked
from spm_fit.readers import text as text_reader

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "private.yaml").read_text("utf-8"))
BODY = """

SUMMARY

Product manager for payments with a long record in software for shops.

EXPERIENCE

Senior Product Manager, Kestrel Ltd, Jan 2020 - Present
- {statement}
- Cut churn from 9% to 6% with three new letters

EDUCATION

{education}

SKILLS

Python, Ruby, Go, Julia, Delphi, Excel, Jira
"""
PLAIN, DEGREE = "Owned the backlog of the portal", "B.S. Economics, 2016"


def said(found: Extraction, part: str) -> list[str]:
    """All that is private in a part of the text."""
    document = found.document
    start = document.text.index(part.split("\n")[0])
    end = start + len(part)
    return [f"{item.kind}: {document.slice(item.span)}" for item in found.private if start <= item.span.start < end]


def names(cases: list[list[str]]) -> list[str]:
    return [" | ".join(case)[:70] for case in cases]


@pytest.mark.parametrize("case", CASES["heads"], ids=names(CASES["heads"]))
def test_heads(case: list[str], resume: Callable[[str], Extraction]) -> None:
    head, *wanted = case
    found = resume(head + BODY.format(statement=PLAIN, education=DEGREE))
    end = found.document.text.index("SUMMARY")
    assert [f"{i.kind}: {found.document.slice(i.span)}" for i in found.private if i.span.start < end] == wanted


@pytest.mark.parametrize("case", CASES["statements"], ids=names(CASES["statements"]))
def test_statements(case: list[str], resume: Callable[[str], Extraction]) -> None:
    author, statement, *wanted = case
    found = resume(author + BODY.format(statement=statement, education=DEGREE))
    assert said(found, statement) == wanted


@pytest.mark.parametrize("case", CASES["education"], ids=names(CASES["education"]))
def test_education(case: list[str], resume: Callable[[str], Extraction]) -> None:
    lines, *wanted = case
    found = resume("Ann Example" + BODY.format(statement=PLAIN, education=lines))
    assert [f"{i.kind}: {found.document.slice(i.span)}" for i in found.private if i.kind == "school"] == wanted


def test_there_are_many_cases() -> None:
    assert sum(len(cases) for cases in CASES.values()) >= 120


def test_a_skill_counts_for_whoever_is_called_like_it(resume: Callable[[str], Extraction]) -> None:
    text = BODY.format(statement=PLAIN, education=DEGREE)
    skills = [
        [(m.skill, m.level) for m in resume(name + text).mentions] for name in ("Ann Example", "Ruby Baker", "Julia Go")
    ]
    assert skills[0] == skills[1] == skills[2]
    assert {"ruby", "go", "julia"} <= {skill for skill, _ in skills[0]}


def test_what_is_private_is_no_evidence(resume: Callable[[str], Extraction]) -> None:
    head = "Ruby Julia Delphi\n12 Excel Road, Denver, CO 80203\njira.tableau@example.com\nDate of birth: May 1985 - June 1986"
    found = resume(head + BODY.format(statement=PLAIN, education="B.S. Economics, Excel University, 2016"))
    end = found.document.text.index("SUMMARY")
    school = found.document.text.index("Excel University")
    places = [m.span for m in found.mentions] + [p.span for p in found.positions] + [m.span for m in found.metrics]
    assert not [span for span in places if span.start < end or span.start == school]
    assert all(period.start is None or period.start.year > 2000 for period in found.elsewhere)


def test_a_repeated_name_in_a_page_header_is_found(resume: Callable[[str], Extraction]) -> None:
    body = BODY.format(statement=PLAIN, education=DEGREE)
    found = resume(f"Ruby Baker\nruby@example.com{body}\nBaker, page 2\nRuby Baker - Resume\n")
    assert [found.document.slice(item.span) for item in found.private if item.kind == "name"] == [
        "Ruby Baker",
        "Baker",
        "Ruby Baker",
    ]


def test_places_are_in_order_and_do_not_overlap(resume: Callable[[str], Extraction]) -> None:
    for head, *_ in CASES["heads"]:
        private = resume(head + BODY.format(statement=PLAIN, education=DEGREE)).private
        ends = [0, *(item.span.end for item in private)]
        assert all(end <= item.span.start < item.span.end for end, item in zip(ends, private, strict=False))
        assert {item.kind for item in private} <= set(KINDS)


def test_a_masked_document_keeps_every_place(resume: Callable[[str], Extraction]) -> None:
    found = resume("Ruby Baker\nrb@example.com" + BODY.format(statement="She led the launch", education=DEGREE))
    document = found.document
    masked = Masked.of(document, ((item.span, item.kind) for item in found.private), "resume.txt")
    assert len(masked.text) == len(document.text)
    assert len(list(masked.lines())) == len(list(document.lines()))
    assert [masked.locate(block.span) for block in document.blocks] == [
        document.locate(b.span) for b in document.blocks
    ]
    assert "Ruby Baker" not in masked.text
    # "He" and "She" look alike.
    assert [line for line in masked.lines() if "launch" in line] == ["• ■■■ led the launch"]


def test_postings_have_people_to_ask(knowledge) -> None:
    text = (
        "Senior Product Manager\nWe are looking for a product manager with 5 years of experience.\n"
        "Contact: Ruby Baker, ruby.baker@example.com, tel. +44 20 7946 0018\nContact: Human Resources Team"
    )
    found = extract_posting(text_reader.read("posting.txt", text.encode()), knowledge)
    assert [(item.kind, found.document.slice(item.span)) for item in found.private] == [
        ("name", "Ruby Baker"),
        ("email", "ruby.baker@example.com"),
        ("phone", "+44 20 7946 0018"),
    ]
