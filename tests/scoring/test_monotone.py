"""What is added and true never lowers a score, what is taken away never raises it: in every role, wherever it is added."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spm_fit import taxonomy
from spm_fit.extract import extract_resume
from spm_fit.model.finding import Extraction, RoleKind
from spm_fit.model.period import YearMonth
from spm_fit.model.taxonomy import Role, Taxonomy
from spm_fit.readers import text as text_reader
from spm_fit.scoring import judge
from spm_fit.scoring.context import Context
from tests.conftest import AS_OF, EXAMPLES

RESUMES = {path.stem: path.read_text("utf-8") for path in sorted((EXAMPLES / "resumes").glob("*.txt"))}
ROLES = [role.id for role in taxonomy.load().roles]
MARK = re.compile(r" *[-–•*o●▪] +(?=\S)")
STATEMENTS = [
    "Led the launch of the booking product in four countries",
    "Cut churn from 9% to 6% with a new onboarding",
    "Responsible for the backlog of two squads",
    "Helped with user interviews",
    "Maintained the reporting of product metrics for the board",
    "Product roadmap and pricing",
    "Worked on the release notes",
    "I ran eleven usability tests with nurses",
    "Mentored two associate product managers who were promoted within a year",
    "Negotiated the contract of a data vendor, saving $120,000 a year",
    "Wrote requirements, user stories and acceptance criteria with the engineers of the payments team every week of the year",
    "Set quarterly OKRs",
    "Cut cost by 4%",
    "Baked bread for 200 guests",
    "Answered the phone",
    "Defined the strategy, the vision and the roadmap, and aligned stakeholders in sales, support, legal and finance on the priorities of the next three years, "
    "which nobody had done before, although everyone had asked for it in every meeting of the past, and then went on to present it to all offices in person",
]
METRICS = [", which cut waiting by 30%", ", raising revenue by $1.2M", " for 40 teams", "; NPS rose from 31 to 52"]
TRIES = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@lru_cache(maxsize=1)
def known() -> Taxonomy:
    return taxonomy.load()


@lru_cache(maxsize=4096)
def read(text: str) -> Extraction:
    return extract_resume(text_reader.read("resume.txt", text.encode()), known())


def total(found: Extraction, role: Role) -> float:
    return sum(result.points for result in judge(Context.of(found, known(), role, AS_OF)))


def inserted(text: str, place: int, statement: str) -> str:
    """A statement as a list item before the chosen one, in the same marks."""
    found = read(text)
    bullet = found.bullets[place % len(found.bullets)]
    lines = text.split("\n")
    number = found.document.locate(bullet.span).line - 1
    mark = MARK.match(lines[number])
    assert mark
    return "\n".join([*lines[:number], f"{mark[0]}{statement}", *lines[number:]])


names, places, roles = st.sampled_from(sorted(RESUMES)), st.integers(0, 60), st.sampled_from(ROLES)


@TRIES
@given(names, places, st.sampled_from(STATEMENTS), roles)
def test_a_true_statement_never_costs_and_taking_it_away_never_gains(
    name: str, place: int, statement: str, role: str
) -> None:
    with_it, without = read(inserted(RESUMES[name], place, statement)), read(RESUMES[name])
    assert len(with_it.bullets) == len(without.bullets) + 1
    assert total(with_it, known().role(role)) >= total(without, known().role(role)) - 1e-9


@TRIES
@given(names, places, st.sampled_from(METRICS), roles)
def test_a_number_never_costs(name: str, place: int, metric: str, role: str) -> None:
    base = inserted(RESUMES[name], place, STATEMENTS[0])
    better = base.replace(STATEMENTS[0], STATEMENTS[0] + metric)
    assert total(read(better), known().role(role)) >= total(read(base), known().role(role)) - 1e-9


SKILLS = {skill.id: skill.examples_yes for skill in taxonomy.load().competencies()}


@TRIES
@given(names, places, st.sampled_from(sorted(SKILLS)), st.data(), roles)
def test_a_skill_in_use_never_costs(name: str, place: int, skill: str, data: st.DataObject, role: str) -> None:
    shown = f"{data.draw(st.sampled_from(SKILLS[skill]))} together with the others there"
    after = inserted(RESUMES[name], place, shown)
    assert total(read(after), known().role(role)) >= total(read(RESUMES[name]), known().role(role)) - 1e-9


@TRIES
@given(names, st.sampled_from(sorted(SKILLS)), roles)
def test_a_listed_skill_never_costs(name: str, skill: str, role: str) -> None:
    after = f"{RESUMES[name]}\nSkills\n\n{known().skill(skill).name}\n"
    assert total(read(after), known().role(role)) >= total(read(RESUMES[name]), known().role(role)) - 1e-9


def lengthened(found: Extraction, index: int, months: int) -> Extraction:
    """One position begun so many months earlier."""
    position = found.positions[index]
    start = position.period.start
    assert start is not None
    first = start.first - months
    period = replace(position.period, start=YearMonth(first // 12, first % 12 + 1))
    changed = (*found.positions[:index], replace(position, period=period), *found.positions[index + 1 :])
    return replace(found, positions=changed)


@pytest.mark.parametrize("name", RESUMES)
@pytest.mark.parametrize("role", ROLES)
def test_a_month_of_product_work_never_costs(name: str, role: str) -> None:
    found = read(RESUMES[name])
    own = [n for n, p in enumerate(found.positions) if p.product and p.kind is RoleKind.WORK and p.period.start]
    for index in own:
        totals = [total(lengthened(found, index, months), known().role(role)) for months in range(0, 133, 3)]
        assert totals == sorted(totals), found.positions[index].title


@pytest.mark.parametrize("name", RESUMES)
@pytest.mark.parametrize("role", ["associate-product-manager", "senior-product-manager", "chief-product-officer"])
def test_every_statement_taken_away_gains_nothing(name: str, role: str) -> None:
    found, wanted = read(RESUMES[name]), known().role(role)
    whole = total(found, wanted)
    for index in range(len(found.bullets)):
        assert total(without(found, index), wanted) <= whole + 1e-9, found.document.slice(found.bullets[index].span)


def without(found: Extraction, index: int) -> Extraction:
    """The findings without one statement and what it shows."""

    def moved(bullet: int | None) -> int | None:
        return bullet if bullet is None or bullet < index else bullet - 1

    mentions = tuple(replace(m, bullet=moved(m.bullet)) for m in found.mentions if m.bullet != index)
    return replace(found, bullets=(*found.bullets[:index], *found.bullets[index + 1 :]), mentions=mentions)


@pytest.mark.parametrize("better", ["email", "phone", "linkedin"])
@pytest.mark.parametrize("name", RESUMES)
def test_a_way_to_be_reached_never_costs(name: str, better: str) -> None:
    found = read(RESUMES[name])
    contacts = tuple(contact for contact in found.contacts if contact.kind != better)
    for role in known().roles:
        assert total(found, role) >= total(replace(found, contacts=contacts), role) - 1e-9


def test_the_statements_of_this_test_are_of_every_kind() -> None:
    found = read(
        "Ann Example\nann@example.com\n\nExperience\n\nProduct Manager, A Ltd, 2019 - 2022\n"
        + "".join(f"- {s}\n" for s in STATEMENTS)
    )
    strengths = {str(bullet.verb.strength) if bullet.verb else "none" for bullet in found.bullets}
    assert strengths == {"strong", "neutral", "weak", "none"}
