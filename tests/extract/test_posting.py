"""What a posting asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from spm_fit.model.finding import Demand, Extraction

HEAD = "Senior Product Manager\n\nExample Ltd builds software for dentists.\n\n"
TITLES = [
    ("Executive Assistant to the Chief Product Officer", "other"),
    ("Engineering Manager, Product Platform", "other"),
    ("Entry-level Product Manager", "apm"),
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
    ("6+ years leading product teams", [(6, None)]),
    ("You've been a PM for 4+ years", [(4, None)]),
    ("5 (five) years of PM experience", [(5, None)]),
    ("Two-plus years of experience", [(2, None)]),
    ("18 months of product management experience", [(1.5, None)]),
    ("8+ years in product, including 3+ in fintech", [(8, None), (3, None)]),
    ("8 to 10 years of experience, at least 5 of them in product", [(8, 10), (5, None)]),
    ("between 3 and 5 years of experience", [(3, 5)]),
    ("up to 3 years of experience", [(0, 3)]),
    ("Equity vests over 4 years with a one-year cliff", []),
    ("Our founders have 20 years of experience in banking", []),
    ("Able to commit to at least 2 years in the role", []),
    ("At least 2 years of college completed", []),
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
    ("This position starts at $91,000 per year", (91_000, None, "USD", "year")),
    ("Grade 12 - $98,200 to Grade 14 - $131,400 a year", (98_200, 131_400, "USD", "year")),
    ("Pay ranges from $88,300/year in one market up to $121,700/year", (88_300, 121_700, "USD", "year")),
    ("Salary: 90.000 € – 115.000 €", (90_000, 115_000, "EUR", "year")),
    ("£550 per day", (550, 550, "GBP", "day")),
    ("$9,500 per month", (9_500, 9_500, "USD", "month")),
    ("CHF 120'000 - 140'000", (120_000, 140_000, "CHF", "year")),
    ("INR 30-40 LPA", (3_000_000, 4_000_000, "INR", "year")),
    ("$80,000 to $95,000 CAD", (80_000, 95_000, "CAD", "year")),
    ("OTE $180k-$220k (base $130k-$160k)", (130_000, 160_000, "USD", "year")),
    ("A budget of $500,000 - $750,000", None),
    ("Sign-on bonus of $10,000 - $20,000", None),
    ("The salary range is $150,000 - $180,000 per year.", (150_000, 180_000, "USD", "year")),
    ("Salary: €46.000 to €52.000", (46_000, 52_000, "EUR", "year")),
    ("Base pay $120k–$140k", (120_000, 140_000, "USD", "year")),
    ("Pay: $45 - $60 per hour", (45, 60, "USD", "hour")),
    ("Rate: £425 to £475 a day", (425, 475, "GBP", "day")),
    ("We raised $180M from investors", None),
    ("A learning budget of $2,000", None),
]
REQUIREMENTS = [
    ("Requirements\n- 3-5 years of product management (fintech preferred)", ["must", "nice"]),
    ("Requirements\n- Fluent English; German is a plus", ["must", "nice"]),
    ("Requirements\n- SQL\n- Jira\n\nNo prior management experience is required.", ["must", "must"]),
    ("Required: 5 years in product. Preferred: CSPO; experience with Jira.", ["must", "nice"]),
    ("It's a plus if you\n- know SQL\n- know Jira", ["nice", "nice"]),
    ("You'll have\n- a degree\n- SQL", ["must", "must"]),
    ("Requirements\nAt least one of the following:\n- 5 years of product\n- an MBA\n", ["must"] * 3),
    ("Required: 3 years in product; user stories; Jira. Preferred: CSPO; Miro.", ["must"] * 3 + ["nice"] * 2),
    ("Requirements\n- SQL\n- Jira\nThe salary is $90,000 to $99,000.", ["must"] * 2),
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


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Senior Accountant", "Senior Accountant"),
        ("Customer Support Manager", "Customer Support Manager"),
        ("Partnerships Lead", "Partnerships Lead"),
        ("Acme Corp - Senior Product Manager - Lisbon", "Senior Product Manager - Lisbon"),
        ("Acme\nWe're looking for a Senior Product Manager to join our team.", "Senior Product Manager"),
        ("Marketing Manager\nReports to the Head of Product", "Marketing Manager"),
        ("Product Manager wanted!", "Product Manager"),
    ],
)
def test_the_title_is_no_duty(lines: str, title: str, posting: Callable[[str], Extraction]) -> None:
    text = f"{lines}\n\nWhat you will do\n- Work with product managers on reports\n\nRequirements\n- Clear writing\n"
    assert posting(text).posting.title == title


@pytest.mark.parametrize(("line", "years"), YEARS)
def test_years(line: str, years: list[tuple[int, int | None]], posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}Requirements\n- {line}\n").posting
    assert [(demand.min, demand.max) for demand in found.years] == years


@pytest.mark.parametrize(("line", "pay"), PAY)
def test_pay(line: str, pay: tuple[float, float | None, str, str] | None, posting: Callable[[str], Extraction]) -> None:
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
