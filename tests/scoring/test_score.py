"""What must always hold of a score, whatever the resume."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from spm_fit.model.report import Report
from spm_fit.model.taxonomy import Taxonomy
from tests.conftest import EXAMPLES

Score = Callable[[str], Report]
RESUMES = {path.stem: path.read_text("utf-8") for path in sorted((EXAMPLES / "resumes").glob("*.txt"))}
SOLID = RESUMES["solid-senior"]

FILLER = (
    """
Education
BSc Economics, Example University, 2014

Interests
"""
    + "Reading, rowing and long walks in the hills with friends. " * 6
)


@pytest.mark.parametrize("name", RESUMES)
def test_points_lie_between_nothing_and_what_is_possible(name: str, score: Score) -> None:
    report = score(RESUMES[name])
    assert [result.id for result in report.results] == [key for key, _ in report.role.weights]
    for result in report.results:
        assert 0 <= result.points <= result.possible
        for reason in result.because:
            if reason.span is not None:
                assert report.extraction.document.slice(reason.span).strip()
    assert report.total == round(sum(result.points for result in report.results), 2)
    assert sum(result.possible for result in report.results) == 100


@pytest.mark.parametrize("name", RESUMES)
def test_nothing_is_given_without_a_reason(name: str, score: Score) -> None:
    for result in score(RESUMES[name]).results:
        # The order of sections and a short length have no place of their own.
        if result.points > (2 if result.id == "presentation" else 0):
            assert result.because, result.id


def test_the_order_of_the_examples_is_that_of_a_reader(score: Score) -> None:
    order = ["unrelated", "weak", "associate", "product-manager", "solid-senior", "outstanding"]
    totals = [score(RESUMES[name]).total for name in order]
    assert totals == sorted(totals)


ROBUST = [
    ("a keyword fifty times", lambda text: text + "\nSkills\n" + "roadmap, " * 50),
    ("a statement fifty times", lambda text: text.replace("- Retired", "- Owned the roadmap\n" * 50 + "- Retired")),
]


@pytest.mark.parametrize(("what", "change"), ROBUST, ids=[what for what, _ in ROBUST])
def test_repetition_gains_nothing(what: str, change: Callable[[str], str], score: Score) -> None:
    weak = RESUMES["weak"]
    once = {"a keyword fifty times": weak + "\nSkills\nroadmap, ", "a statement fifty times": weak}[what]
    assert score(change(weak)).total <= score(once).total + 0.1


def test_a_list_of_all_skills_does_not_reach_half_of_the_competencies(score: Score, knowledge: Taxonomy) -> None:
    names = ", ".join(skill.name for skill in knowledge.competencies())
    report = score(f"{RESUMES['unrelated']}\n\nSkills\n\n{names}\n")
    assert next(result.points for result in report.results if result.id == "competencies") < 20


SWAPS = [
    ("Rosalind", "Mohammed"),
    ("Rosalind", "Nkechi"),
    ("her leave", "his leave"),
    ("Charleston, South Carolina", "Lagos, Nigeria"),
]


@pytest.mark.parametrize(("old", "new"), SWAPS)
def test_names_pronouns_and_places_do_not_move_the_score(old: str, new: str, score: Score) -> None:
    text = RESUMES["unrelated"]
    changed = re.sub(old, new, text, flags=re.IGNORECASE)
    assert changed != text
    assert score(changed).total == score(text).total


SCHOOL = re.compile(r"^(?P<degree>[^\n]*(?:B\.?[AS]|MBA|M\.?S|Bachelor|Master)[^\n,]*), [^\n,]+", re.MULTILINE)


@pytest.mark.parametrize("name", ["outstanding"])
def test_the_name_of_the_school_does_not_move_the_score(name: str, score: Score) -> None:
    text = RESUMES[name]
    changed = text.replace("Rainier Pacific University", "Oxbridge University").replace("Alderwood", "Harfield")
    assert changed != text
    assert score(changed).total == score(text).total


BETTER = [
    ("- Responsible for the product backlog", "- Owned the product backlog"),
    ("customer portal", "customer portal, which cut open requests by 40%"),
    ("Jira", "Jira, SQL, Amplitude"),
]


@pytest.mark.parametrize(("old", "new"), BETTER)
def test_a_better_line_never_lowers_the_score(old: str, new: str, score: Score) -> None:
    text = re.sub(r"^[•*] ", "- ", RESUMES["weak"], flags=re.MULTILINE)
    assert old in text
    assert score(text.replace(old, new, 1)).total >= score(text).total


def test_too_little_text_is_not_graded(score: Score) -> None:
    report = score("Ada Example\n\nExperience\n\nProduct Manager, A Ltd, 2020 - 2022\n- Led a team\n")
    assert report.ungradable
    assert report.results == ()


@pytest.mark.parametrize(
    ("between", "gaps"), [("", 1), ("Parental leave, Mar 2018 - Dec 2019", 0), ("MBA, Example School, 2018 - 2019", 0)]
)
def test_a_gap_is_time_that_no_dated_line_covers(between: str, gaps: int, score: Score) -> None:
    jobs = (
        "Product Manager, A Ltd, Jan 2020 - Dec 2021\n- Led two squads\n",
        "Analyst, B Ltd, Jan 2016 - Feb 2018\n- Built reports\n",
    )
    notes = score(f"Ada Example\nada@example.com\n\nExperience\n\n{jobs[0]}\n{between}\n\n{jobs[1]}" + FILLER).notes
    assert sum(note.rule == "SPM401" for note in notes) == gaps


def test_a_short_statement_with_an_outcome_is_not_too_short(advised: Score) -> None:
    text = f"Ada Example\nada@example.com\n\nExperience\n\nProduct Manager, A Ltd, Jan 2020 - Dec 2021\n- Cut churn by 19%\n- Led two squads\n- Wrote the plan of the year with sales\n{FILLER}"
    assert [tip.text for tip in advised(text).tips if tip.rule == "length"] == [
        'Say more than 3 words here: "Led two squads"'
    ]
