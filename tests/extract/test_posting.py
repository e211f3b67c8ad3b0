"""What a posting asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from spm_fit.model.finding import Demand, Extraction

HEAD = "Senior Product Manager\n\nExample Ltd builds software for dentists.\n\n"
TITLES = [
    ("Senior Product Manager", "senior"),
    ("Sr. Product Manager, Payments", "senior"),
    ("Associate Product Manager", "apm"),
    ("Product Owner", "pm"),
    ("Group Product Manager", "group"),
    ("Director of Product", "director"),
    ("VP of Product", "vp"),
    ("Chief Product Officer", "cpo"),
    ("Lead Product Manager", "lead"),
    ("Principal Product Manager", "principal"),
    ("Product Marketing Manager", "other"),
    ("Registered Nurse", "other"),
]
YEARS = [
    ("5+ years of product management experience", [(5, None)]),
    ("3-5 years of experience in product management", [(3, 5)]),
    ("Five to seven years of experience as a product manager", [(5, 7)]),
    ("At least 4 years' experience in product", [(4, None)]),
    ("8-10+ years of product management experience and 2 years of experience with AI", [(8, None), (2, None)]),
    ("Our 20-year history shows that we care", []),
    ("We were founded 12 years ago", []),
    ("A contract of two years", []),
    ("Named best place to work three years in a row", []),
]
PAY = [
    ("The salary range is $150,000 - $180,000 per year.", (150_000, 180_000, "USD", "year")),
    ("Salary: €46.000 to €52.000", (46_000, 52_000, "EUR", "year")),
    ("Base pay $120k–$140k", (120_000, 140_000, "USD", "year")),
    ("Pay: $45 - $60 per hour", (45, 60, "USD", "hour")),
    ("Rate: £425 to £475 a day", (425, 475, "GBP", "day")),
    ("We raised $180M from investors", None),
    ("A learning budget of $2,000", None),
]
REQUIREMENTS = [
    ("Requirements\n- SQL\n- Clear writing", ["must", "must"]),
    ("Requirements\n- Clear writing and speaking\n\nNice to have\n- Figma or Sketch", ["must", "nice"]),
    ("What we ask for\n* Two years in product\n\nNot required, but welcome\n* Basic SQL", ["must", "nice"]),
    ("Requirements\n- Bachelor's degree required; MBA preferred", ["must", "nice"]),
    ("Requirements\n- 3 years in product, preferably within retail", ["must", "nice"]),
    ("Requirements\n- Experience with SaaS is a plus", ["nice"]),
    (
        "Knowledge of:\nbudgets and contracts; safe methods of work; supervision of crews; records and letters",
        ["must"] * 4,
    ),
    ("None of the following are required\n- A car\n- A degree", []),
]


@pytest.mark.parametrize(("title", "level"), TITLES)
def test_title_and_level(title: str, level: str, posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{title}\n\nExample Ltd builds software.\n\nRequirements\n- Clear writing\n").posting
    assert (found.title, found.level) == (title, level)


@pytest.mark.parametrize(("line", "years"), YEARS)
def test_years(line: str, years: list[tuple[int, int | None]], posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}Requirements\n- {line}\n").posting
    assert [(demand.min, demand.max) for demand in found.years] == years


@pytest.mark.parametrize(("line", "pay"), PAY)
def test_pay(line: str, pay: tuple[float, float, str, str] | None, posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}{line}\n").posting.pay
    assert (found and (found.min, found.max, found.currency, found.period)) == pay


@pytest.mark.parametrize(("text", "kinds"), REQUIREMENTS)
def test_requirements(text: str, kinds: list[str], posting: Callable[[str], Extraction]) -> None:
    assert [str(item.kind) for item in posting(f"{HEAD}{text}\n").posting.requirements] == kinds


@pytest.mark.parametrize(
    ("line", "remote"),
    [
        ("This is a fully remote role.", True),
        ("Location: Berlin (hybrid, 3 days in the office)", False),
        ("We like tea.", None),
    ],
)
def test_remote(line: str, remote: bool | None, posting: Callable[[str], Extraction]) -> None:
    assert posting(f"{HEAD}{line}\n").posting.remote is remote


def test_primary_years_are_those_of_product_management(posting: Callable[[str], Extraction]) -> None:
    text = f"{HEAD}Requirements\n- 10 years of work experience\n- 6 years of product management experience\n"
    assert posting(text).posting.primary_years.min == 6


def test_the_degree_asked_for(posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}Requirements\n- Bachelor's degree or equivalent experience\n").posting
    assert (found.education_level, found.education_required) == ("bachelor", False)
    found = posting(f"{HEAD}Requirements\n- A master's degree is required\n").posting
    assert (found.education_level, found.education_required) == ("master", True)


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
