"""A tip says what to change and what it gains; doing it gains just that."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from spm_fit.extract import find_skills
from spm_fit.model.report import Report, Tip
from spm_fit.model.taxonomy import Taxonomy
from tests.conftest import EXAMPLES

Score = Callable[[str], Report]
RESUMES = {path.stem: path.read_text("utf-8") for path in sorted((EXAMPLES / "resumes").glob("*.txt"))}


@pytest.mark.parametrize("name", RESUMES)
def test_tips_gain_and_are_sorted(name: str, advised: Score) -> None:
    report = advised(RESUMES[name])
    gains = [tip.gain for tip in report.tips]
    assert gains == sorted(gains, reverse=True)
    assert all(0 < gain <= 100 - report.total + 0.11 for gain in gains)
    assert len({(tip.rule, tip.text, tip.span) for tip in report.tips}) == len(report.tips)


def first(report: Report, rule: str) -> Tip:
    return next(tip for tip in report.tips if tip.rule == rule)


def change(text: str, report: Report, tip: Tip, rewrite: Callable[[str], str]) -> str:
    """The document with the source line that a tip points at rewritten."""
    assert tip.span is not None
    place = report.extraction.document.locate(tip.span)
    lines = text.split("\n")
    lines[place.line - 1] = rewrite(lines[place.line - 1])
    return "\n".join(lines)


TEXT = """Ada Example
ada@example.com | +44 20 7946 0000 | linkedin.com/in/ada-example

Experience

Product Manager, Example Ltd, Jan 2020 - Present
- Planned the roadmap for three apps with the founders
- Ran usability tests with nine dentists and their assistants
- Responsible for the backlog of the booking module and its releases
- Defined the metrics that the booking squads look at every morning
- Analyzed usage data of the booking module with the support team
- Wrote the requirements for the new reminder letters and texts
- Held weekly planning meetings with the engineers and the designers

Skills
SQL, Jira, Amplitude

Education
BSc Economics, Example University, 2014
"""


def test_the_outcome_tip_is_exact_when_followed(advised: Score) -> None:
    report = advised(TEXT)
    tip = first(report, "no-outcome")
    after = advised(change(TEXT, report, tip, lambda line: f"{line}, which cut waiting by 30%"))
    assert after.total == pytest.approx(report.total + tip.gain, abs=0.11)


def test_the_opener_tip_is_exact_when_followed(advised: Score) -> None:
    report = advised(TEXT)
    tip = first(report, "weak-opening")
    after = advised(change(TEXT, report, tip, lambda line: line.replace("Responsible for", "Led")))
    # A stronger verb may show one more skill, never less.
    assert after.total >= report.total + tip.gain - 0.11


def test_the_contact_tip_is_exact_when_followed(advised: Score) -> None:
    text = TEXT.replace(" | linkedin.com/in/ada-example", "")
    report = advised(text)
    tip = next(tip for tip in report.tips if "LinkedIn" in tip.text)
    assert advised(TEXT).total == pytest.approx(report.total + tip.gain, abs=0.11)


def put(text: str, line: int, column: int, addition: str, *, instead_of: int = 0) -> str:
    """Text written at a place of the source, 1-based."""
    lines = text.split("\n")
    old = lines[line - 1]
    lines[line - 1] = old[: column - 1] + addition + old[column - 1 + instead_of :]
    return "\n".join(lines)


def measured(text: str, report: Report, tip: Tip) -> str:
    assert tip.span is not None
    place = report.extraction.document.locate(tip.span)
    lines = text.split("\n")
    dot = lines[place.end_line - 1][: place.end_column - 1].endswith(".")
    return put(text, place.end_line, place.end_column - dot, ", which cut waiting by 10%")


def shown(text: str, report: Report, tip: Tip, knowledge: Taxonomy) -> str:
    """A statement that shows just the skill, in the job that counts most."""
    name = re.sub(r"^Show (.*?)(?: in a job;| if you did it;).*$", r"\1", tip.text)
    skill = next(s for s in knowledge.competencies() if s.name.lower() == name.lower())
    phrases = (f"{verb} the {alias} of that time" for alias in skill.aliases for verb in ("Led", "Shaped", "Ran"))
    statement = next(phrase for phrase in phrases if find_skills(phrase, knowledge) == {skill.id})
    found = report.extraction
    jobs = [n for n, b in enumerate(found.bullets) if b.section == "experience"]
    beside = found.bullets[max(jobs, key=lambda n: report.places[n])]
    line = found.document.locate(beside.span).line
    mark = re.match(r"\s*\S\s+", text.split("\n")[line - 1])
    assert mark
    return put(text, line, 1, f"{mark[0]}{statement}\n")


def opened(text: str, report: Report, tip: Tip) -> str:
    bullet = next(b for b in report.extraction.bullets if b.span == tip.span)
    assert bullet.verb
    place = report.extraction.document.locate(bullet.verb.span)
    return put(text, place.line, place.column, "Led", instead_of=bullet.verb.span.end - bullet.verb.span.start)


def followed(text: str, report: Report, tip: Tip, knowledge: Taxonomy) -> str:
    """The resume after really doing what a tip says."""
    if tip.rule == "no-outcome":
        return measured(text, report, tip)
    if tip.rule == "skill-not-shown":
        return shown(text, report, tip, knowledge)
    if tip.rule == "weak-opening":
        return opened(text, report, tip)
    if tip.rule == "no-contact":
        kinds = {"LinkedIn": "linkedin.com/in/example", "e-mail": "a@example.com", "phone": "+44 20 7946 0000"}
        return put(text, 2, 1, f"{next(v for k, v in kinds.items() if k in tip.text)}\n")
    assert tip.rule == "no-tools", tip.rule
    return f"{text.rstrip()}, {tip.text.partition(': ')[2].split(', ')[0]}\n"


@pytest.mark.parametrize("name", RESUMES)
def test_following_the_top_tip_gains_what_it_says(name: str, advised: Score, knowledge: Taxonomy) -> None:
    report = advised(RESUMES[name])
    after = advised(followed(RESUMES[name], report, report.tips[0], knowledge))
    assert after.total == pytest.approx(report.total + report.tips[0].gain, abs=0.05)


EXACT = ("no-outcome", "skill-not-shown", "no-contact", "no-tools")


@pytest.mark.parametrize("rule", EXACT)
@pytest.mark.parametrize("name", RESUMES)
def test_every_kind_of_tip_gains_what_it_says(name: str, rule: str, advised: Score, knowledge: Taxonomy) -> None:
    report = advised(RESUMES[name])
    for tip in [tip for tip in report.tips if tip.rule == rule][:3]:
        after = advised(followed(RESUMES[name], report, tip, knowledge))
        if strengths(after) == strengths(report) or rule != "no-outcome":
            assert after.total == pytest.approx(report.total + tip.gain, abs=0.05), tip.text
        else:
            # "Took the team to ..." is stronger with a number behind it.
            assert after.total >= report.total + tip.gain - 0.05, tip.text


def strengths(report: Report) -> list[str]:
    return [str(bullet.verb.strength) if bullet.verb else "none" for bullet in report.extraction.bullets]


def test_education_goes_below_a_long_experience(advised: Score) -> None:
    head, _, rest = TEXT.partition("Experience\n")
    body, _, education = rest.partition("Education\n")
    first = f"{head}Education\n{education}\nExperience\n{body}"
    report = advised(first)
    tip = next(tip for tip in report.tips if tip.rule == "education-first")
    assert advised(TEXT).total == pytest.approx(report.total + tip.gain, abs=0.02)


def test_education_may_stand_first_while_the_experience_is_short(advised: Score) -> None:
    head, _, rest = TEXT.replace("Jan 2020", "Jan 2025").partition("Experience\n")
    body, _, education = rest.partition("Education\n")
    report = advised(f"{head}Education\n{education}\nExperience\n{body}")
    assert not [tip for tip in report.tips if tip.rule == "education-first"]


def test_quotes_in_tips_are_the_documents_own_words(advised: Score) -> None:
    for name, text in RESUMES.items():
        flat = re.sub(r"\s+", " ", text)
        for tip in advised(text).tips:
            for quote in re.findall(r'^Say what changed: "(.*?)(?: \.\.\.)?"$', tip.text):
                assert quote in flat, (name, quote)
