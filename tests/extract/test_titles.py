"""Titles: product management or not, and the step on the ladder."""

from __future__ import annotations

import pytest

from spm_fit.extract.titles import TitleReader


@pytest.fixture(scope="session")
def titles(knowledge) -> TitleReader:
    return TitleReader.of(knowledge.titles)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Product Manager", "pm"),
        ("Senior Product Manager", "senior"),
        ("Sr. Product Manager, Payments", "senior"),
        ("Associate Product Manager", "apm"),
        ("Junior Product Owner", "apm"),
        ("APM", "apm"),
        ("Product Owner", "pm"),
        ("Technical Product Manager", "pm"),
        ("Growth Product Manager", "pm"),
        ("Lead Product Manager", "lead"),
        ("Product Lead", "lead"),
        ("Principal Product Manager", "principal"),
        ("Staff Product Manager", "principal"),
        ("Group Product Manager", "group"),
        ("Head of Product", "director"),
        ("Director, Product Management", "director"),
        ("Senior Director of Product", "director"),
        ("VP of Search Products", "vp"),
        ("Vice President, Product", "vp"),
        ("Chief Product Officer", "cpo"),
        ("PM / Sr. PM", "pm"),
        ("Product Manager 4", "senior"),
        ("Product Manager III", "senior"),
        ("Product Line Manager", "pm"),
        ("Acting Product Owner", "pm"),
        ("Product Marketing Manager", "other"),
        ("Senior Product Designer", "other"),
        ("Product Engineer", "other"),
        ("Product Analyst", "other"),
        ("Product Specialist", "other"),
        ("Product Operations Manager", "other"),
        ("Project Manager", "other"),
        ("Brand Manager", "other"),
        ("Category Manager", "other"),
        ("Production Manager", "other"),
        ("Software Engineer, Product Platform", "other"),
        ("Registered Nurse", "other"),
    ],
)
def test_level(titles: TitleReader, title: str, level: str) -> None:
    assert titles.level(title) == level


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Product Manager", True),
        ("Head Chef", True),
        ("Registered Nurse", True),
        ("Director of Operations", True),
        ("Software Engineer II", True),
        ("Co-Founder & CTO", True),
        ("Acme Corporation", False),
        ("Boston, MA", False),
        ("University of Somewhere", False),
        ("Remote", False),
    ],
)
def test_likeness(titles: TitleReader, text: str, title: bool) -> None:
    assert (titles.likeness(text) >= 2) is title
