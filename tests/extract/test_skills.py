"""What counts as a skill, where its borders are, and how well it is evidenced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from spm_fit.extract import find_skills
from spm_fit.model.finding import Extraction
from spm_fit.model.taxonomy import Taxonomy

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "skills.yaml").read_text("utf-8"))
NAMED, NOT_NAMED = ([tuple(case) for case in CASES[kind]] for kind in ("named", "not_named"))
# What is asked of the skills of another kind.
NAMED += [
    ("Tools: C++, C#, .NET", "cpp"),
    ("SQL and Tableau", "sql"),
    ("Built the service in Go and Rust", "go"),
]
NOT_NAMED += [
    ("Planned the go-to-market for two modules", "go"),
    ("Ongoing support for 40 shops", "go"),
    ("R&D budget of the division", "r"),
    ("Expected to excel at handling guests", "excel"),
    ("Gave the team a notion of what customers want", "notion"),
    ("Linear growth over three years", "linear"),
    ("Medical, dental and vision insurance", "product-vision"),
]
RESUME = """Ada Example
ada@example.com

Summary
Passionate team player with strong leadership skills.

Experience

Senior Product Manager, Example GmbH, Jan 2020 - Present
- Ran 12 usability tests of the new checkout
- Cut churn from 9% to 6% by rewriting the renewal letters
- Own the roadmap for three apps

Skills
Stakeholder management, OKRs, Jira
"""
LEVELS = {
    "leadership": "listed",
    "user-research": "demonstrated",
    "customer-focus": "outcome",
    "product-roadmapping": "demonstrated",
    "stakeholder-management": "listed",
    "okrs": "listed",
    "jira": "listed",
}


@pytest.mark.parametrize(("text", "skill"), NAMED, ids=[f"{text} [{skill}]" for text, skill in NAMED])
def test_found(text: str, skill: str, knowledge: Taxonomy) -> None:
    assert skill in find_skills(text, knowledge)


@pytest.mark.xfail(strict=True, reason="said in other words than the taxonomy has")
@pytest.mark.parametrize(("text", "skill"), CASES["missed"])
def test_missed(text: str, skill: str, knowledge: Taxonomy) -> None:
    assert skill in find_skills(text, knowledge)


@pytest.mark.parametrize(("text", "skill"), NOT_NAMED, ids=[f"{text} [{skill}]" for text, skill in NOT_NAMED])
def test_not_found(text: str, skill: str, knowledge: Taxonomy) -> None:
    assert skill in {entry.id for entry in knowledge.skills}
    assert skill not in find_skills(text, knowledge)


@pytest.mark.parametrize(("skill", "level"), LEVELS.items())
def test_levels(skill: str, level: str, resume: Callable[[str], Extraction]) -> None:
    levels = [mention.level for mention in resume(RESUME).mentions if mention.skill == skill]
    assert str(max(levels)) == level


def test_a_job_title_is_no_evidence(resume: Callable[[str], Extraction]) -> None:
    text = RESUME.replace("Senior Product Manager,", "Head of User Research,").replace("usability tests", "meetings")
    assert "user-research" not in {mention.skill for mention in resume(text).mentions}


def test_a_list_does_not_make_phrases(resume: Callable[[str], Extraction]) -> None:
    text = RESUME.replace(
        "Stakeholder management, OKRs, Jira", "Launching, hiring, customer, roadmap, research, market"
    )
    assert "market-analysis" not in {mention.skill for mention in resume(text).mentions}
