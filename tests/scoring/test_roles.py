"""The roles: their numbers hold together, a resume stands where a reader would put it, and the next step says what it asks."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from spm_fit import api, taxonomy
from spm_fit.config import Settings
from spm_fit.errors import TaxonomyError, UsageError
from spm_fit.extract import extract_posting, extract_resume
from spm_fit.model.finding import Extraction
from spm_fit.model.period import Period, YearMonth
from spm_fit.model.taxonomy import AUTO, Taxonomy
from spm_fit.readers import text as text_reader
from spm_fit.report import Look, render
from spm_fit.report.tree import role_page, roles_table
from spm_fit.scoring import judge, ladder, score_posting, score_resume
from spm_fit.scoring.context import Context
from tests.conftest import AS_OF, EXAMPLES

SHIPPED = taxonomy.load()
ROLES = {role.id: role for role in SHIPPED.roles}
STEPS = [role.id for role in ladder.steps(SHIPPED)]
# The way that `next` goes; principal stands beside group.
WAY = [
    "associate-product-manager", "product-manager", "senior-product-manager", "lead-product-manager",
    "group-product-manager", "director-of-product", "vp-of-product", "chief-product-officer",
]  # fmt: skip
BESIDE = {"technical-product-manager", "ai-ml-product-manager", "growth-product-manager", "product-marketing-manager"}
EXAMPLE = {path.stem: path.read_text("utf-8") for path in sorted((EXAMPLES / "resumes").glob("*.txt"))}
CAREER = (Path(__file__).parent / "resumes" / "career.txt").read_text("utf-8")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# Read from the texts before the program had placed any: title held last, and product years that bear it out.
NEAREST = {
    "aspiring": "associate-product-manager",
    "associate": "associate-product-manager",
    "career-changer": "product-manager",
    "outstanding": "group-product-manager",
    "product-manager": "product-manager",
    "solid-senior": "senior-product-manager",
    "three-pages": "product-manager",
    "two-column": "senior-product-manager",
    "unrelated": "associate-product-manager",
    "weak": "product-manager",
}
# Who holds no product title has the lowest step before them.
NEXT = {
    "aspiring": "associate-product-manager",
    "associate": "product-manager",
    "career-changer": "senior-product-manager",
    "outstanding": "director-of-product",
    "product-manager": "senior-product-manager",
    "solid-senior": "lead-product-manager",
    "three-pages": "senior-product-manager",
    "two-column": "lead-product-manager",
    "unrelated": "associate-product-manager",
    "weak": "senior-product-manager",
}


def read(text: str) -> Extraction:
    return extract_resume(text_reader.read("resume.txt", text.encode()), SHIPPED)


def total(found: Extraction, role: str, as_of: date = AS_OF) -> float:
    return round(sum(result.points for result in judge(Context.of(found, SHIPPED, ROLES[role], as_of))), 2)


def at_step(step: str) -> tuple[Extraction, date]:
    """The resume as it stood when its author was at a step: the later work cut off, the earlier work told shorter."""
    head, _, rest = CAREER.partition("Experience\n\n")
    work, _, tail = rest.partition("Education\n")
    jobs = work.strip().split("\n\n")
    title = "Group Product Manager" if step == "principal-product-manager" else ROLES[step].name
    kept = jobs[next(n for n, job in enumerate(jobs) if job.startswith(f"{title},")) :]
    as_of, end = AS_OF, re.search(r"– (\w{3}) (\d{4})", kept[0].splitlines()[0])
    if end:
        as_of = date(int(end[2]), MONTHS.index(end[1]) + 1, 28)
        kept[0] = kept[0].replace(end[0], "– Present", 1)
    lines = [job.splitlines()[: 1 + (99, 5, 3, 2)[min(ago, 3)]] for ago, job in enumerate(kept)]
    text = head + "Experience\n\n" + "\n\n".join("\n".join(job) for job in lines) + "\n\nEducation\n" + tail
    return read(text.replace(title, ROLES[step].name)), as_of


@pytest.fixture(scope="module")
def career() -> dict[str, tuple[Extraction, date]]:
    return {step: at_step(step) for step in STEPS}


@pytest.fixture(scope="module")
def examples() -> dict[str, Extraction]:
    return {name: read(text) for name, text in EXAMPLE.items()}


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.id)
def test_weights_sum_to_100_and_areas_to_1(role) -> None:
    assert sum(points for _, points in role.weights) == 100
    assert sum(share for _, share in role.areas) == pytest.approx(1)
    assert role.summary
    assert role.scale.presentation.pages == 2  # as the documents advise for every resume


def test_the_ladder_is_whole_and_ends() -> None:
    assert set(STEPS) | BESIDE == set(ROLES)
    assert [role for role in STEPS if role != "principal-product-manager"] == WAY
    assert [ROLES[role].next for role in WAY] == [*WAY[1:], ""]
    for role in ROLES.values():
        seen = [role.id]
        while ROLES[seen[-1]].next:
            seen.append(ROLES[seen[-1]].next)
            assert len(seen) == len(set(seen))


def test_every_step_asks_more_than_the_one_before() -> None:
    for low, high in pairwise(ROLES[step] for step in WAY):
        assert low.years < high.years
        assert low.points("experience") != high.points("experience")
        assert low.scale.impact.enough_outcomes <= high.scale.impact.enough_outcomes
        assert low.scale.writing.statements <= high.scale.writing.statements
        shares = [dict(role.areas) for role in (low, high)]
        assert shares[0]["strategy"] < shares[1]["strategy"]
        assert shares[0]["delivery"] > shares[1]["delivery"]


ROLE = "role: own\nlike: senior-product-manager\nname: Own\nlevel: senior\n"


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        (
            ROLE.replace("senior-product-manager", "senior-product-manger"),
            2,
            7,
            "unknown role 'senior-product-manger'; did",
        ),
        (ROLE.replace("senior-product-manager", "own"), 2, 7, "'own' is like itself"),
        (ROLE.replace("role: own", "role: auto"), 1, 7, "'auto' is what finds a role"),
        (ROLE + "next: nowhere\n", 5, 7, "unknown role 'nowhere'"),
        (ROLE + "next: own\n", 5, 7, "'own' comes after itself"),
        (ROLE + "skills: {product-visoin: 3}\n", 5, 10, "unknown competency 'product-visoin'; did"),
        (ROLE + "skills: {product-vision: 4}\n", 5, 26, "4 is not between 0 and 3"),
        (ROLE + "tools: [sql, jirra]\n", 5, 14, "unknown tool 'jirra'; did"),
        (ROLE + "areas: {strategi: 1}\n", 5, 9, "unknown area 'strategi'; did"),
        (ROLE + "years: {least: 3, usual: 2, ample: 7}\n", 5, 8, "must rise"),
        (
            ROLE + "weights: {competencies: 40, experience: 20, impact: 20, writing: 10, tools: 5, presentation: 6}\n",
            5,
            10,
            "the weights sum to 101, not to 100",
        ),
        (ROLE + "scale: {impact: {enough: 3}}\n", 5, 18, "unknown key 'enough'"),
        (ROLE + "scale: {impact: {enough_outcomes: 0}}\n", 5, 35, "impact.enough_outcomes must be more than 0"),
        (ROLE + "scale: {experience: {at_least: 0.9}}\n", 5, 32, "at_least and at_usual must rise"),
        (
            ROLE + "scale: {presentation: {education_last: 3}}\n",
            5,
            40,
            "education_last must be more than education_first",
        ),
        # Education first fades in half a year: a month of work would cost.
        (ROLE + "scale: {presentation: {education_last: 3.2}}\n", 5, 40, "a year of work would cost 5.00 points"),
        # It fades for longer than product years gain anything.
        (ROLE + "scale: {presentation: {education_last: 9}}\n", 5, 40, "and gain only 0.00"),
    ],
)
def test_every_mistake_of_a_role_has_its_place(text: str, line: int, column: int, says: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(TaxonomyError) as caught:
        taxonomy.load(path)
    matching = [mistake for mistake in caught.value.mistakes if says in mistake]
    assert matching, caught.value.mistakes
    assert matching[0].startswith(f"{path}:{line}:{column}: ")


def test_two_roles_that_are_like_each_other_are_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("role: a\nlike: b\nname: A\nlevel: pm\n", "utf-8")
    (tmp_path / "b.yaml").write_text("role: b\nlike: a\nname: B\nlevel: pm\n", "utf-8")
    with pytest.raises(TaxonomyError) as caught:
        taxonomy.load(tmp_path)
    assert any("is like itself" in mistake for mistake in caught.value.mistakes)


def test_a_role_of_ones_own_says_only_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(ROLE + "scale: {impact: {enough_outcomes: 20}}\n", "utf-8")
    own, base = taxonomy.load(path).role("own"), ROLES["senior-product-manager"]
    assert own.scale.impact == replace(base.scale.impact, enough_outcomes=20)
    assert replace(own.scale, impact=base.scale.impact) == base.scale
    assert (own.weights, own.areas, own.tools, own.years) == (base.weights, base.areas, base.tools, base.years)
    assert (own.next, own.ladder, own.skills, own.titles) == ("", False, (), ())


@pytest.mark.parametrize("role", ROLES)
def test_every_example_has_a_score_under_every_role(role: str, examples: dict[str, Extraction]) -> None:
    for found in examples.values():
        results = judge(Context.of(found, SHIPPED, ROLES[role], AS_OF))
        assert all(0 <= result.points <= result.possible for result in results)
        assert sum(result.possible for result in results) == 100
    # A cook is nowhere near.
    assert total(examples["unrelated"], role) < 15


@pytest.mark.parametrize("role", ROLES)
def test_no_month_of_product_work_ever_costs(role: str) -> None:
    text = (
        "Ada Example\nada@example.com\n\nEducation\nBSc Physics, Example University, 2009\n\nExperience\n"
        "Product Manager, Acme     Jan 2010 – Present\n- Launched a portal that 400 firms use\n"
    )
    found = read(text)
    totals = [total(found, role, date(2010 + n // 12, n % 12 + 1, 1)) for n in range(25 * 12)]
    assert all(after >= before for before, after in pairwise(totals))
    assert totals[-1] > totals[0]


@pytest.mark.parametrize("name", NEAREST)
def test_an_example_stands_where_a_reader_would_put_it(name: str, examples: dict[str, Extraction]) -> None:
    assert ladder.nearest(examples[name], SHIPPED, AS_OF).id == NEAREST[name]


@pytest.mark.parametrize("step", STEPS)
def test_a_career_stands_at_each_of_its_steps(step: str, career: dict[str, tuple[Extraction, date]]) -> None:
    assert ladder.nearest(career[step][0], SHIPPED, career[step][1]).id == step


@pytest.mark.parametrize("step", STEPS)
def test_a_resume_fits_its_own_step_and_has_something_to_reach_in_the_next(
    step: str, career: dict[str, tuple[Extraction, date]]
) -> None:
    found, as_of = career[step]
    assert total(found, step, as_of) >= 75
    onward = ROLES[step].next
    if onward:
        assert 10 <= total(found, step, as_of) - total(found, onward, as_of) <= 25


def test_a_resume_of_a_step_fits_it_better_than_one_of_the_step_below(
    career: dict[str, tuple[Extraction, date]],
) -> None:
    for low, high in pairwise(WAY):
        assert total(*_at(career, high, high)) >= total(*_at(career, low, high)) + 10, high
    for step in ("lead-product-manager", "senior-product-manager"):
        role = "principal-product-manager"
        assert total(*_at(career, role, role)) > total(*_at(career, step, role)) + 10


def test_a_higher_step_is_not_scored_down_in_a_lower_role(career: dict[str, tuple[Extraction, date]]) -> None:
    for n, role in enumerate(WAY):
        own = total(*_at(career, role, role))
        for higher in WAY[n + 1 :]:
            assert total(*_at(career, higher, role)) >= own - 1, (higher, role)


def _at(career: dict[str, tuple[Extraction, date]], step: str, role: str) -> tuple[Extraction, str, date]:
    found, as_of = career[step]
    return found, role, as_of


def _with_titles(*jobs: tuple[str, str, str]) -> Extraction:
    """A resume of jobs, each a title, a beginning and an end."""
    body = "\n\n".join(f"{title}, Acme     {start} – {end}\n- Launched a portal" for title, start, end in jobs)
    return read(f"Ada Example\nada@example.com\n\nExperience\n\n{body}\n")


@pytest.mark.parametrize(
    ("jobs", "step"),
    [
        # A high title needs its years.
        ([("Senior Product Manager", "Jan 2025", "Dec 2025")], "product-manager"),
        ([("Director of Product", "Jan 2022", "Present")], "senior-product-manager"),
        ([("Senior Product Manager", "Jun 2026", "Present")], "associate-product-manager"),
        # A group title that is too early is no principal.
        ([("Group Product Manager", "May 2020", "Present")], "lead-product-manager"),
        ([("Principal Product Manager", "May 2019", "Present")], "principal-product-manager"),
        # Many years do not make a title.
        ([("Product Owner", "Jan 2008", "Present")], "product-manager"),
        # A higher title counts on for a while, then the present one speaks.
        ([("Product Manager", "Jan 2025", "Present"), ("Senior Product Manager", "Jan 2018", "Dec 2024")], "senior-product-manager"),
        ([("Product Manager", "Jan 2019", "Present"), ("Senior Product Manager", "Jan 2012", "Dec 2018")], "product-manager"),
        # What came after product work takes nothing away.
        ([("Chef", "Jan 2020", "Present"), ("Senior Product Manager", "Jan 2012", "Dec 2019")], "senior-product-manager"),
        # An internship is no title held.
        ([("Product Management Intern", "Jan 2024", "Dec 2025")], "associate-product-manager"),
    ],
)  # fmt: skip
def test_a_title_counts_with_its_years_and_its_date(jobs: list[tuple[str, str, str]], step: str) -> None:
    assert ladder.nearest(_with_titles(*jobs), SHIPPED, AS_OF).id == step


def test_product_marketing_is_own_work_only_of_its_role() -> None:
    found = _with_titles(("Product Marketing Manager", "Jan 2019", "Present"))
    held = {role: Context.of(found, SHIPPED, ROLES[role], AS_OF).held for role in ROLES}
    assert [role for role, positions in held.items() if positions] == ["product-marketing-manager"]
    assert total(found, "product-marketing-manager") > total(found, "product-manager")


def test_auto_says_which_role_it_took_and_why() -> None:
    report = api.check(EXAMPLES / "resumes" / "outstanding.txt", Settings(role=AUTO, as_of=AS_OF))
    assert report.role.id == "group-product-manager"
    assert report.chosen == 'the title "Group Product Manager, Merchant Products", 10 y 4 m in product'
    assert "chosen by --role auto: the title" in render(report, "terminal", Look(80))
    assert json.loads(render(report, "json", Look()))["role_chosen"] == report.chosen
    named = api.check(EXAMPLES / "resumes" / "outstanding.txt", Settings(role=report.role.id, as_of=AS_OF))
    assert (named.total, named.chosen) == (report.total, "")
    assert json.loads(render(named, "json", Look()))["role_chosen"] is None


def test_a_title_without_its_years_is_told_as_the_reason() -> None:
    found = _with_titles(("Senior Product Manager", "Jan 2025", "Dec 2025"))
    role = ladder.nearest(found, SHIPPED, AS_OF)
    assert ladder.reason(found, role, AS_OF) == 'the title "Senior Product Manager", but only 1 y in product'
    undated = replace(found, positions=tuple(replace(p, period=Period(None, None)) for p in found.positions))
    role = ladder.nearest(undated, SHIPPED, AS_OF)
    assert role.id == "associate-product-manager"
    assert ladder.reason(undated, role, AS_OF) == 'the title "Senior Product Manager", but no dates'


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("associate-pm", "associate-product-manager"),
        ("senior-pm", "senior-product-manager"),
        ("vague-senior-pm", "senior-product-manager"),
        ("group-pm", "group-product-manager"),
        ("project-manager", "senior-product-manager"),
    ],
)
def test_a_posting_is_held_against_the_step_of_its_own_title(name: str, role: str) -> None:
    data = (EXAMPLES / "postings" / f"{name}.txt").read_bytes()
    found = extract_posting(text_reader.read("posting.txt", data), SHIPPED)
    report = score_posting(found, SHIPPED, None)
    assert report.role.id == role
    assert report.chosen.endswith("is no step of product management") is (name == "project-manager")
    if name != "project-manager":
        # Its own step describes it best.
        assert report.total == max(score_posting(found, SHIPPED, ROLES[step]).total for step in STEPS)


def test_posting_takes_auto() -> None:
    report = api.posting(EXAMPLES / "postings" / "associate-pm.txt", Settings(role=AUTO))
    assert report.role.id == "associate-product-manager"
    assert json.loads(render(report, "json", Look()))["role_chosen"] == report.chosen


def test_a_product_marketing_posting_has_a_role_of_its_own() -> None:
    text = "Product Marketing Manager\n\nRequirements\n- 3 years of product marketing\n- Positioning and messaging\n"
    found = extract_posting(text_reader.read("posting.txt", text.encode()), SHIPPED)
    assert ladder.of_posting(found, SHIPPED)[0].id == "product-marketing-manager"


@pytest.mark.parametrize(
    ("name", "meant"),
    [("snior", "senior-product-manager"), ("VP", "vp-of-product"), ("cpo", "chief-product-officer"), ("auot", "auto")],
)
def test_an_unknown_role_names_the_nearest(name: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"unknown role '{name}'; did you mean '{meant}'"):
        api.wanted_role(SHIPPED, name)


def test_auto_needs_a_ladder(knowledge: Taxonomy) -> None:
    flat = replace(knowledge, roles=tuple(role for role in knowledge.roles if not role.ladder))
    with pytest.raises(UsageError, match="step of the ladder"):
        api.wanted_role(flat, AUTO)


@pytest.mark.parametrize("name", NEXT)
def test_the_next_step_is_the_one_after_that_of_the_resume(name: str, examples: dict[str, Extraction]) -> None:
    found = examples[name]
    step = score_resume(found, SHIPPED, ROLES["senior-product-manager"], AS_OF).next_step
    assert step is not None
    assert step.role.id == NEXT[name]
    assert step.total == total(found, NEXT[name])
    assert [gap.gain for gap in step.gaps] == sorted((gap.gain for gap in step.gaps), reverse=True)
    assert all(gap.gain > 0 and gap.text for gap in step.gaps)
    assert any(gap.what == "step" for gap in step.gaps)


def test_there_is_no_step_above_the_top(career: dict[str, tuple[Extraction, date]]) -> None:
    found, as_of = career["chief-product-officer"]
    assert score_resume(found, SHIPPED, None, as_of).next_step is None


def test_a_specialisation_leads_to_its_own_next(examples: dict[str, Extraction]) -> None:
    role = ROLES["growth-product-manager"]
    low = score_resume(examples["associate"], SHIPPED, role, AS_OF).next_step
    high = score_resume(examples["outstanding"], SHIPPED, role, AS_OF).next_step
    assert low is not None
    assert high is not None
    assert (low.role.id, high.role.id) == ("senior-product-manager", "director-of-product")
    assert score_resume(examples["weak"], SHIPPED, ROLES["product-marketing-manager"], AS_OF).next_step is None


def test_the_gains_of_title_and_years_are_exact(examples: dict[str, Extraction]) -> None:
    found = examples["solid-senior"]
    step = score_resume(found, SHIPPED, None, AS_OF).next_step
    assert step is not None
    gains = {gap.what: gap.gain for gap in step.gaps}
    lead = replace(found.positions[0], level="lead")
    titled = total(replace(found, positions=(lead, *found.positions[1:])), step.role.id)
    assert titled - step.total == pytest.approx(gains["step"], abs=0.011)
    # Seven years of product work in all are usual there: the first position begins as much earlier.
    usual, held = int(step.role.years[1] * 12), 75
    dispatch = found.positions[1]
    assert dispatch.period.start == YearMonth(2020, 1)
    start = 2020 * 12 - (usual - held)
    earlier = Period(YearMonth(start // 12, start % 12 + 1), dispatch.period.end, dispatch.period.present)
    longer = replace(found, positions=(found.positions[0], replace(dispatch, period=earlier), *found.positions[2:]))
    assert total(longer, step.role.id) - step.total == pytest.approx(gains["years"], abs=0.011)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_terminal_gives_the_next_step_at_most_six_lines(width: int, examples: dict[str, Extraction]) -> None:
    for found in examples.values():
        report = score_resume(found, SHIPPED, None, AS_OF)
        lines = render(report, "terminal", Look(width)).splitlines()
        first = next(n for n, line in enumerate(lines) if line.startswith(" Next step: "))
        assert 2 <= lines[first:].index("") <= 6
        assert all(len(line) <= width for line in lines[first : first + 6])


def test_json_has_the_next_step(examples: dict[str, Extraction]) -> None:
    data = json.loads(render(score_resume(examples["associate"], SHIPPED, None, AS_OF), "json", Look()))["next_step"]
    assert list(data) == ["role", "total", "gaps"]
    assert data["role"] == "product-manager"
    assert all(list(gap) == ["what", "gain", "text"] for gap in data["gaps"])


def test_roles_are_listed_and_printed_in_full(knowledge: Taxonomy) -> None:
    table = roles_table(knowledge).splitlines()
    ids = [line.split()[0] for line in table if line.startswith("  ")]
    assert ids[: len(STEPS)] == STEPS
    assert set(ids) == set(ROLES)
    assert all(len(line) <= 80 for line in table)
    page = role_page(knowledge, ROLES["director-of-product"])
    for said in ("8 least, 11 usual, 14 ample", "then vp-of-product", "enough_outcomes", "team-management"):
        assert said in page


def test_show_takes_a_role_as_well_as_a_skill(knowledge: Taxonomy) -> None:
    assert [api.find_entry(knowledge, name).id for name in ("vp-of-product", "okrs")] == ["vp-of-product", "okrs"]
    with pytest.raises(UsageError, match="did you mean 'vp-of-product'"):
        api.find_entry(knowledge, "vp-of-prodct")
