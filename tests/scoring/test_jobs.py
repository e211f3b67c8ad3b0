"""A resume against postings: statuses, gates, the sum, tips, and what must hold whatever the documents are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spm_fit import api
from spm_fit.config import Settings
from spm_fit.model.finding import Extraction
from spm_fit.model.job import GateStatus, JobFit, Status
from spm_fit.model.report import Report
from spm_fit.model.taxonomy import Taxonomy
from spm_fit.report import Look
from spm_fit.report import json as json_report
from spm_fit.scoring import compare
from spm_fit.scoring.context import Context
from spm_fit.scoring.jobs import score_job
from tests.conftest import AS_OF, EXAMPLES

CASES = Path(__file__).parent / "cases"
Read = Callable[[str], Extraction]
Match = Callable[[str, str], JobFit]
TABLE = [
    (group, asked, status, resume)
    for group, rows in yaml.safe_load((CASES / "jobs.yaml").read_text("utf-8")).items()
    for asked, status, resume in rows
]
GATES = [
    (what, asked, resume, status)
    for what, rows in yaml.safe_load((CASES / "gates.yaml").read_text("utf-8")).items()
    for asked, resume, status in rows
]
RESUMES = {path.stem: path.read_text("utf-8") for path in sorted((EXAMPLES / "resumes").glob("*.txt"))}
POSTINGS = {path.stem: path.read_text("utf-8") for path in sorted((EXAMPLES / "postings").glob("*.txt"))}
JOB = "Product Manager, Example Ltd, Jan 2020 - Dec 2022"


def written(resume: dict[str, object]) -> str:
    """A short resume with the parts of a case."""
    did = "\n".join(f"- {line}" for line in resume.get("did", ["Answered letters of customers"]))
    parts = ["Ada Example\nada@example.com | +44 20 7946 0000" + (f"\n{resume['head']}" if "head" in resume else "")]
    parts += [f"Summary\n\n{resume['summary']}"] if "summary" in resume else []
    parts += [f"Experience\n\n{resume.get('job', JOB)}\n{did}"]
    parts += [f"{name.title()}\n\n{resume[name]}" for name in ("education", "skills", "languages") if name in resume]
    return "\n\n".join(parts) + "\n"


def advertised(*must: str, nice: tuple[str, ...] = (), more: str = "") -> str:
    """A short posting with these requirements."""
    text = "Product Manager\nOverwell GmbH\n\nAbout the role\nWe are looking for somebody who plans our ovens.\n\nRequirements\n"
    text += "".join(f"- {line}\n" for line in must)
    text += "\nNice to have\n" + "".join(f"- {line}\n" for line in nice) if nice else ""
    return text + (f"\n{more}\n" if more else "")


@pytest.fixture(scope="session")
def match(knowledge: Taxonomy, resume: Read, posting: Read) -> Match:
    """The text of a resume and that of a posting to what the comparison says."""
    role = api.find_role(knowledge, Settings().role)

    def compared(mine: str, theirs: str) -> JobFit:
        return score_job(Context.of(resume(mine), knowledge, role, AS_OF), posting(theirs))

    return compared


@pytest.mark.parametrize(
    ("group", "asked", "status", "mine"),
    TABLE,
    ids=[f"{g}: {a} [{s}, {number}]" for number, (g, a, s, _) in enumerate(TABLE)],
)
def test_status(group: str, asked: str, status: str, mine: dict[str, object], match: Match) -> None:
    found = match(written(mine), advertised(asked)).requirements
    assert [str(requirement.status) for requirement in found] == [status]


@pytest.mark.parametrize(
    ("what", "asked", "mine", "status"),
    GATES,
    ids=[f"{w}: {a} [{s}, {number}]" for number, (w, a, _, s) in enumerate(GATES)],
)
def test_gate(what: str, asked: str, mine: dict[str, object], status: str, match: Match) -> None:
    found = [
        str(gate.status)
        for gate in match(written(mine), advertised(asked, "Experience with Excel")).gates
        if gate.what == what
    ]
    assert found == ([] if status == "none" else [status])


def summed(fit: JobFit) -> float:
    weight = sum(requirement.weight for requirement in fit.requirements)
    return 100 * sum(requirement.weight * requirement.value for requirement in fit.requirements) / weight


@pytest.mark.parametrize("posted", POSTINGS)
@pytest.mark.parametrize("name", RESUMES)
def test_examples(name: str, posted: str, match: Match) -> None:
    fit = match(RESUMES[name], POSTINGS[posted])
    assert fit.total is not None
    assert 0 <= fit.total <= 100
    assert fit.total == pytest.approx(summed(fit), abs=0.01)
    kinds = [requirement.kind for requirement in fit.requirements]
    assert kinds == sorted(kinds, reverse=True)
    gains = [tip.gain for tip in fit.tips]
    assert gains == sorted(gains, reverse=True)
    assert all(0 < gain <= 100 - fit.total + 0.01 for gain in gains)
    for requirement in fit.requirements:
        # Nothing is given without a line of the resume, but for the language that it is written in and for years not asked.
        shown = requirement.evidence or any(
            word in requirement.note for word in ("written in it", "no years", "hard demand")
        )
        assert shown or requirement.value == 0
        # What weighs nothing gives nothing.
        assert requirement.weight > 0 or fit.points(requirement) == 0


def test_the_sum_can_be_found_again_from_the_json(knowledge: Taxonomy) -> None:
    paths = [EXAMPLES / "postings" / "senior-pm.txt", EXAMPLES / "postings" / "group-pm.txt"]
    for path in [paths[:1], paths]:
        report = api.check(EXAMPLES / "resumes" / "solid-senior.txt", Settings(as_of=AS_OF), path)
        data = json.loads(json_report.render(report, Look()))
        numbers = data["scoring"]["scale"]["job"]
        worth = {"met": 1, "partly": numbers["partly"], "not-shown": 0, "contradicted": 0}
        for job in data["jobs"]:
            items = [item for item in job["requirements"] if item["weight"]]
            assert all(item["weight"] == numbers[item["kind"]] for item in items)
            total = 100 * sum(i["weight"] * worth[i["status"]] for i in items) / sum(i["weight"] for i in items)
            assert job["match"]["total"] == pytest.approx(total, abs=0.01)
            assert sum(item["points"] for item in job["requirements"]) == pytest.approx(total, abs=0.01)
        assert ("requirements" in data) is (len(path) == 1)


def test_the_score_for_the_role_does_not_change() -> None:
    path = EXAMPLES / "resumes" / "solid-senior.txt"
    alone = api.check(path, Settings(as_of=AS_OF))
    compared = api.check(path, Settings(as_of=AS_OF), [EXAMPLES / "postings" / "senior-pm.txt"])
    assert replace(compared, jobs=()) == replace(alone, extraction=compared.extraction, taxonomy=compared.taxonomy)


def test_what_cannot_be_judged_is_not_compared(score: Callable[[str], Report], posting: Read) -> None:
    short, long = score("Ada Example\n\nExperience\n\nProduct Manager, A Ltd, 2020 - 2022\n"), score(RESUMES["weak"])
    job = compare(short, [posting(POSTINGS["senior-pm"])]).jobs[0]
    assert "resume" in job.ungradable
    assert (job.total, job.requirements) == (None, ())
    other = compare(long, [posting("We bake bread and cakes every day. " * 12)]).jobs[0]
    assert "no job posting" in other.ungradable
    assert other.total is None


def test_nothing_required_gives_nothing(match: Match) -> None:
    fit = match(RESUMES["solid-senior"], advertised("You ride a cargo bike", "0 to 2 years of experience in product"))
    assert [requirement.weight for requirement in fit.requirements] == [0, 0]
    assert fit.total is None


@pytest.mark.parametrize("posted", POSTINGS)
@pytest.mark.parametrize("name", RESUMES)
def test_a_pasted_posting_shows_nothing(name: str, posted: str, match: Match) -> None:
    before, pasted = (
        match(RESUMES[name], POSTINGS[posted]),
        match(f"{RESUMES[name]}\n\n{POSTINGS[posted]}", POSTINGS[posted]),
    )
    assert pasted.total is not None
    assert before.total is not None
    assert pasted.total <= before.total
    assert {note.name for note in pasted.notes} == {"copied-from-posting"}
    assert not before.notes


def test_pasted_requirements_in_a_job_show_nothing(match: Match) -> None:
    asked = (
        "Shipped products together with engineers and designers every year",
        "Strong skills in customer discovery and user interviews",
    )
    fit = match(written({"did": list(asked)}), advertised(*asked))
    assert [requirement.status for requirement in fit.requirements] == [Status.NOT_SHOWN] * 2


MINE = {
    "did": ["Answered letters of customers", "Planned the release together with sales"],
    "skills": "Jira, A/B tests, user research",
}
ASKED = (
    "Experience with SQL or Tableau",
    "Experience running A/B tests",
    "Experience with user research and Quorvex",
    "Jira, Confluence and Figma",
    "3 years of product management experience",
)
# Rule and words of a tip, and what following it adds: lines of the job, or words of the list of skills.
FOLLOWED = [
    ("SQL", [], ", SQL"),
    ("A/B tests", ["Ran nine A/B tests of the sign-up page"], ""),
    ("Confluence", [], ", Confluence, Figma"),
    ("Quorvex", ["Ran user research for the Quorvex release"], ""),
]


@pytest.mark.parametrize(("words", "lines", "skills"), FOLLOWED, ids=[words for words, _, _ in FOLLOWED])
def test_a_tip_that_is_followed_gains_what_it_says(words: str, lines: list[str], skills: str, match: Match) -> None:
    theirs = advertised(*ASKED, nice=("Basic SQL",))
    before = match(written(MINE), theirs)
    tip = next(tip for tip in before.tips if f'"{words}"' in tip.text)
    after = match(written(MINE | {"did": [*MINE["did"], *lines], "skills": MINE["skills"] + skills}), theirs)
    assert before.total is not None
    assert after.total == pytest.approx(before.total + tip.gain, abs=0.01)


def test_tips_quote_the_posting(match: Match) -> None:
    theirs = advertised(*ASKED)
    for tip in match(written(MINE), theirs).tips:
        for quote in re.findall(r'"([^"]+?)(?: \.\.\.)?"', f"{tip.text} {tip.hint}"):
            assert quote in theirs


def test_other_words_are_told_without_points(match: Match, posting: Read, resume: Read) -> None:
    theirs, mine = (
        advertised("Experience running A/B tests"),
        written({"did": ["Ran nine experiments on the sign-up page"]}),
    )
    fit = match(mine, theirs)
    assert fit.total == 100
    said = [(posting(theirs).document.slice(w.posting), resume(mine).document.slice(w.resume)) for w in fit.wording]
    assert len(said) == 1
    assert said[0][0] == "A/B tests"
    assert "experiments" in said[0][1]
    assert not match(written({"did": ["Ran nine A/B tests on the sign-up page"]}), theirs).wording


def test_questions_are_of_the_gaps(match: Match) -> None:
    theirs = advertised("Experience running A/B tests", "User research or SQL", "Experience mentoring product managers")
    fit = match(written({"skills": "SQL", "did": ["Mentored two associate product managers"]}), theirs)
    assert {question.skill for question in fit.questions} == {"experimentation"}


TRUE = [
    "Ran user interviews with 20 dentists",
    "Owned the product roadmap of the booking app",
    "Ran nine A/B tests, raising conversion by 4%",
    "Answered questions of the board in SQL",
    "Mentored two associate product managers",
    "Passed a HIPAA audit with the security team",
    "Priced the premium plan together with finance",
]
WANTED = (
    "SQL or Python", "Jira, Confluence and Figma", "Owning a product roadmap", "User research and experimentation", "Experience with HIPAA", "Bachelor's degree required",
    "5+ years of product management experience", "2 years of experience with pricing", "Fluent German", "You ride a cargo bike", "Experience mentoring product managers",
)  # fmt: skip
PROPERTY = settings(
    max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@PROPERTY
@given(
    did=st.lists(st.sampled_from(TRUE), max_size=4),
    more=st.sampled_from(TRUE),
    asked=st.lists(st.sampled_from(WANTED), min_size=1, max_size=6, unique=True),
)
def test_a_true_line_never_lowers_the_match(did: list[str], more: str, asked: list[str], match: Match) -> None:
    theirs = advertised(*asked)
    before, after = (
        match(written({"did": ["Answered letters", *lines]}), theirs).total for lines in (did, [*did, more])
    )
    assert (before is None) is (after is None)
    assert before is None or 0 <= before <= after <= 100


@PROPERTY
@given(order=st.permutations(WANTED), did=st.lists(st.sampled_from(TRUE), max_size=4))
def test_the_order_of_requirements_does_not_matter(order: list[str], did: list[str], match: Match) -> None:
    mine = written({"did": ["Answered letters", *did], "languages": "German (basic), English"})
    first, second = match(mine, advertised(*WANTED)), match(mine, advertised(*order))
    assert first.total == second.total
    assert {(g.what, g.status) for g in first.gates} == {(g.what, g.status) for g in second.gates}


def test_gates_give_no_points(match: Match) -> None:
    theirs = advertised("SQL", "Active security clearance", "Willingness to travel up to 20%")
    for head in ("Active Secret clearance, willing to travel", "Leeds"):
        assert match(written({"skills": "SQL", "head": head}), theirs).total == 100
    fit = match(written({"skills": "SQL", "head": "Clearance: none"}), theirs)
    assert [gate.status for gate in fit.gates if gate.what == "clearance"] == [GateStatus.FAIL]
    assert fit.total == 100


@pytest.mark.parametrize("name", ["weak", "solid-senior", "unrelated"])
def test_a_pasted_posting_gives_a_score_no_more_than_a_list_of_skills_does(
    name: str, score: Callable[[str], Report], knowledge: Taxonomy
) -> None:
    listed = ", ".join(skill.name for skill in knowledge.competencies())
    most = score(f"{RESUMES[name]}\n\nSkills\n\n{listed}\n").total
    for posted in POSTINGS.values():
        assert score(f"{RESUMES[name]}\n\n{posted}").total <= most


def test_a_nationality_is_no_language(
    resume: Callable[[str], Extraction], posting: Callable[[str], Extraction], knowledge: Taxonomy
) -> None:
    asked = posting(
        "Product Manager\n\nRequirements\n- Fluent Polish, spoken and written\n- 3 years of product management\n- Roadmaps\n"
    )
    head = "Ann Example\nann@example.com\nNationality: {}\n\nExperience\n\nProduct Manager, A Ltd, 2019 - 2023\n- Led a team\n- Owned the roadmap\n"
    statuses = []
    for nation in ("Polish", "Swiss"):
        context = Context.of(resume(head.format(nation)), knowledge, knowledge.role("senior-product-manager"), AS_OF)
        statuses.append([required.status for required in score_job(context, asked).requirements])
    assert statuses[0] == statuses[1]
