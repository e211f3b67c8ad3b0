"""How well a skill is evidenced, by where its words stand and how they are said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from spm_fit.model.finding import Extraction

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "evidence.yaml").read_text("utf-8"))
TABLE = [(place, *case) for place, cases in CASES.items() for case in cases]
RESUME = """Ada Example
ada@example.com

Summary
{summary}

Experience

{title}, Example GmbH, Jan 2020 - Present
{intro}
- {bullet}

Projects

Bus times, 2022
- {project}

Volunteering

Helper, Example Club, Jan 2019 - Dec 2020
- {volunteering}

Skills
{skills}
"""
QUIET = {
    "summary": "Ada from Graz.",
    "title": "Gardener",
    "intro": "",
    "bullet": "Watered the roses",
    "project": "Painted a fence green",
    "volunteering": "Carried chairs to the hall",
    "skills": "Roses, hedges",
}


@pytest.mark.parametrize(("place", "line", "skill", "level"), TABLE, ids=[f"{p}: {t} [{s}]" for p, t, s, _ in TABLE])
def test_level(place: str, line: str, skill: str, level: str | None, resume: Callable[[str], Extraction]) -> None:
    found = resume(RESUME.format(**{**QUIET, place: line}))
    levels = [mention.level for mention in found.mentions if mention.skill == skill]
    assert (str(max(levels)) if levels else None) == level


def test_the_quiet_resume_shows_no_skill(resume: Callable[[str], Extraction]) -> None:
    assert not resume(RESUME.format(**QUIET)).mentions


def test_a_number_belongs_to_its_sentence_where_an_item_holds_several(resume: Callable[[str], Extraction]) -> None:
    first = "Interviewed the drivers of three depots about the new handheld before anybody wrote a line of the software"
    more = "Wrote the manual, trained the dispatchers and answered their calls on Saturdays until the old one was gone"
    last = "Cut the time to load a van by 20% after moving the scanner to the gate, with one more door and no new staff"
    for between in (". ", " "):
        line = between.join(
            [
                first,
                more,
                "Answered calls on Sundays as well, which nobody else in the company had ever done before me",
                last,
            ]
        )
        levels = [m.level for m in resume(RESUME.format(**{**QUIET, "bullet": line})).mentions]
        assert str(min(levels)) == "demonstrated"
