"""Sections, positions, statements, education and contacts of resumes in the layouts that people use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from spm_fit.model.finding import DocumentKind, Extraction

JOB = "- Launched a portal for 40 dealers\n- Led two squads\n"
TAIL = "\nEducation\nBSc Economics, Example University, 2014\n"
CASES = Path(__file__).parent / "cases"


def cases(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))


POSITIONS = cases("positions")
HEADINGS = [(heading, section) for section, headings in cases("sections").items() for heading in headings]
DEGREES = cases("education")
CLAIMS = cases("claims")
JOB_LINE = "Product Manager, Example Ltd, Jan 2020 - Dec 2021"


EMPLOYERS = [
    # One employer above several titles: with its whole time, or with a length of time on a line of its own.
    (
        "EXAMPLE LTD, London\tJan 2018 - Dec 2021\n"
        f"Group Product Manager, Payouts (Jan 2020 - Dec 2021)\n{JOB}"
        f"Product Manager, Risk (Jan 2018 - Dec 2019)\n{JOB}",
        [("Group Product Manager, Payouts", "EXAMPLE LTD"), ("Product Manager, Risk", "EXAMPLE LTD")],
    ),
    (
        "Example Ltd\n4 years 2 months\n\nDirector of Product\nApril 2020 - Present (1 year)\nUtrecht, Netherlands\n"
        f"{JOB}\nProduct Manager\nMay 2018 - March 2020\nUtrecht, Netherlands\n{JOB}",
        [("Director of Product", "Example Ltd"), ("Product Manager", "Example Ltd")],
    ),
    (f"Lecturer (part-time, 2 days), Example College, 2018 - 2019\n{JOB}", [("Lecturer (part-time, 2 days)", "Example College")]),
    (f"Product Manager, AI Platform — Example, Inc. (Boston)\n08/2019 – present\n{JOB}", [("Product Manager, AI Platform", "Example, Inc. (Boston)")]),
    (f"Product Manager | Example (bought by Other in 2020) | 2018 - 2020\n{JOB}", [("Product Manager", "Example (bought by Other in 2020)")]),
]  # fmt: skip


def make(heading: str, body: str) -> str:
    return f"Ada Example\nada@example.com | +44 20 7946 0000\n\n{heading}\n\n{body}\n{JOB}{TAIL}"


@pytest.mark.parametrize(("lines", "wanted"), POSITIONS, ids=[lines for lines, _ in POSITIONS])
def test_positions(lines: str, wanted: list[Any], resume: Callable[[str], Extraction]) -> None:
    (found,) = resume(make("Experience", lines)).positions
    title, organization, *rest = wanted
    assert found.title == title
    assert organization is None or found.organization.rstrip(".") == organization
    assert [str(found.period.start), found.period.end_text(), found.kind.value, found.product] == rest


@pytest.mark.parametrize(("body", "wanted"), EMPLOYERS)
def test_employers(body: str, wanted: list[tuple[str, str]], resume: Callable[[str], Extraction]) -> None:
    found = resume(f"Ada Example\nada@example.com\n\nExperience\n\n{body}{TAIL}").positions
    assert [(p.title, p.organization) for p in found] == wanted


@pytest.mark.parametrize(("heading", "section"), HEADINGS, ids=[heading for heading, _ in HEADINGS])
def test_sections(heading: str, section: str, resume: Callable[[str], Extraction]) -> None:
    if section == "inner":
        text = f"Ada Example\n\nExperience\n\n{JOB_LINE}\n{heading}\n{JOB}{TAIL}"
        found = resume(text)
        assert [part.name for part in found.sections][1:] == ["experience", "education"]
        assert len(found.bullets) == 2
    else:
        found = resume(f"Ada Example\n\n{heading}\n\n{JOB_LINE}\n{JOB}{TAIL}")
        assert section in {part.name for part in found.sections}


@pytest.mark.parametrize(("line", "wanted"), DEGREES, ids=[line for line, _ in DEGREES])
def test_education(line: str, wanted: list[Any], resume: Callable[[str], Extraction]) -> None:
    text = make("Experience", JOB_LINE).replace("BSc Economics, Example University, 2014", line)
    assert [[e.level, e.field, e.end_year] for e in resume(text).education] == [wanted]


@pytest.mark.parametrize(("line", "wanted"), CLAIMS, ids=[line for line, _ in CLAIMS])
def test_claims(line: str, wanted: list[float], resume: Callable[[str], Extraction]) -> None:
    found = resume(f"Ada Example\nada@example.com\n\nSummary\n{line}\n\nExperience\n\n{JOB_LINE}\n{JOB}{TAIL}")
    assert [claim.years for claim in found.claims] == wanted


def test_statements_belong_to_their_position_and_lists_of_skills_are_none(resume: Callable[[str], Extraction]) -> None:
    body = f"Product Manager, A Ltd, 2020 - 2022\n{JOB}\nAnalyst, B Ltd, 2018 - 2019\n- Built weekly reports\n"
    found = resume(f"Ada Example\n\nExperience\n\n{body}\nSkills\n- SQL\n- Roadmaps\n{TAIL}")
    assert [(found.document.slice(b.span), b.position) for b in found.bullets] == [
        ("Launched a portal for 40 dealers", 0),
        ("Led two squads", 0),
        ("Built weekly reports", 1),
    ]


def test_a_wrapped_statement_is_one(resume: Callable[[str], Extraction]) -> None:
    wrapped = "- Launched a portal for forty dealers in three countries, and with them the cross-\n  functional team\n"
    found = resume(f"Ada Example\n\nExperience\n\nProduct Manager, A Ltd, 2020 - 2022\n{wrapped}{TAIL}")
    (bullet,) = found.bullets
    assert " ".join(found.document.slice(bullet.span).split()).endswith("the cross-functional team")


PHONES = [
    ("Mobile: 07700 900 412", True),
    ("(512) 555-0143", True),
    ("+351912345678", True),
    ("01632 960 001", True),
    ("01.44.20.18.23", True),
    ("206-201-5555", True),
    ("Studied 2013-2018", False),
    ("Since 2018-06-01", False),
    ("2018-06-01 - 2021-03-31", False),
    ("2018-06-01 120 people", False),
    ("From 01.06.2018 on", False),
    ("06.2018-03.2021", False),
    ("2018-06 2021-03", False),
    ("2019 2020 2021", False),
]


@pytest.mark.parametrize(("line", "phone"), PHONES)
def test_phones(line: str, phone: bool, resume: Callable[[str], Extraction]) -> None:
    text = make("Experience", JOB_LINE).replace("+44 20 7946 0000", line)
    assert ("phone" in {contact.kind for contact in resume(text).contacts}) == phone


def test_contacts(resume: Callable[[str], Extraction]) -> None:
    head = "Ada Example\nada@example.com | (206) 555-0151 | linkedin.com/in/ada-example\n\nExperience\n\n"
    found = resume(f"{head}{JOB_LINE}\n{JOB}{TAIL}")
    assert {contact.kind for contact in found.contacts} == {"email", "phone", "linkedin"}


def test_what_a_document_is(resume: Callable[[str], Extraction]) -> None:
    assert resume(make("Experience", JOB_LINE)).kind is DocumentKind.RESUME
    recipe = (
        "Apple cake. Peel the apples and stir the butter with the sugar until it is light. Bake it for an hour. " * 4
    )
    assert resume(recipe).kind is DocumentKind.OTHER
    job = (
        "We are looking for a Product Manager. You will own the roadmap. Minimum qualifications: 5 years. We offer tea."
    )
    assert resume(job * 2).kind is DocumentKind.POSTING


def test_a_paragraph_about_the_employer_is_no_statement(resume: Callable[[str], Extraction]) -> None:
    body = (
        "EXAMPLE LTD, London\tJan 2018 - Dec 2021\nExample is a payments platform serving 14,000 merchants.\n\n"
        f"Product Manager (Jan 2018 - Dec 2021)\n{JOB}"
    )
    assert len(resume(f"Ada Example\nada@example.com\n\nExperience\n\n{body}{TAIL}").bullets) == 2


EDUCATION: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    "marks of a school are no degree": (
        "A-levels: Maths, Physics, Art\nHarbour Sixth Form, 2009\nAAB\n\nBSc Physics, University of Wexmoor, 2012\nA*AA in the finals",
        [("other", 2009), ("bachelor", 2012)],
    ),
    "one degree in two languages": ("Diplom-Ingenieurin (Diploma), Technische Hochschule Auental, 2011", [("master", 2011)]),
    "a degree named again": (
        "Master of Science : Data Science Tidewater University - 2016\nThesis on maps.\nMaster of Science : Data Science Tidewater University, GPA 3.9",
        [("master", 2016)],
    ),
    "two degrees of one level": ("MSc Statistics, 2016, Wexmoor University\nMSc Economics, 2014, Wexmoor University", [("master", 2016), ("master", 2014)]),
    "schools without a degree": (
        "Pinefall College 2010 Reno, NV\nGranite State University 2014 Bachelor of Arts : History\nLower Lake College 2008 Reno, NV",
        [("other", 2010), ("bachelor", 2014), ("other", 2008)],
    ),
    "a course over two lines": ("Product Bootcamp\ncertificate, 12 weeks, 2021\n\nBA History, Granite State University, 2014", [("other", 2021), ("bachelor", 2014)]),
    "short certificates are no education": ("BA History, Granite State University, 2014\n\nCertified Scrum Master, 2019", [("bachelor", 2014)]),
}  # fmt: skip


@pytest.mark.parametrize("name", EDUCATION)
def test_entries_of_education(name: str, resume: Callable[[str], Extraction]) -> None:
    text, wanted = EDUCATION[name]
    found = resume(f"Ada Example\nada@example.org\n\nEDUCATION\n\n{text}\n")
    assert sorted((e.level, e.end_year) for e in found.education) == sorted(wanted)


def test_degrees_are_found_without_a_section_of_their_own(resume: Callable[[str], Extraction]) -> None:
    found = resume(
        "Ada Example\nada@example.org\n\nPAPERS\n\n2013, BA in Tourism, University of Bayview\n\nEXPERIENCE\n\nCook, A Ltd, 2014 - 2016\n"
    )
    assert [(e.level, e.end_year) for e in found.education] == [("bachelor", 2013)]


def test_a_paragraph_above_the_first_heading_is_a_summary(resume: Callable[[str], Extraction]) -> None:
    text = "Ada Example\nada@example.org | Lisbon | +351 555 0100\n\nI make booking flows for people who travel by train. Seven years in product so far.\n\nEXPERIENCE\n\nCook, A Ltd, 2014 - 2016\n"
    assert [section.name for section in resume(text).sections] == ["other", "summary", "experience"]


STATEMENTS = [
    "Represent product in the weekly incident review",
    "Lead a group of four product managers and their designers",
    "Worked on supplier data quality with category managers",
]


@pytest.mark.parametrize("line", STATEMENTS)
def test_statements_without_a_mark(line: str, resume: Callable[[str], Extraction]) -> None:
    text = f"Ada Example\nada@example.org\n\nEXPERIENCE\n\nProduct Manager, A Ltd, 2019 - 2021\nBuilt the billing of the firm\n{line}\n"
    found = resume(text)
    assert line in [found.document.slice(bullet.span) for bullet in found.bullets]
    assert len(found.positions) == 1
