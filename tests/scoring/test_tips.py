"""A tip says what to change and what it gains; doing it gains just that."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from spm_fit.model.report import Report, Tip
from tests.conftest import EXAMPLES

Score = Callable[[str], Report]
RESUMES = {path.stem: path.read_text("utf-8") for path in sorted((EXAMPLES / "resumes").glob("*.txt"))}


@pytest.mark.parametrize("name", RESUMES)
def test_tips_gain_and_are_sorted(name: str, score: Score) -> None:
    report = score(RESUMES[name])
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


def test_the_outcome_tip_is_exact_when_followed(score: Score) -> None:
    report = score(TEXT)
    tip = first(report, "no-outcome")
    after = score(change(TEXT, report, tip, lambda line: f"{line}, which cut waiting by 30%"))
    assert after.total == pytest.approx(report.total + tip.gain, abs=0.11)


def test_the_opener_tip_is_exact_when_followed(score: Score) -> None:
    report = score(TEXT)
    tip = first(report, "weak-opening")
    after = score(change(TEXT, report, tip, lambda line: line.replace("Responsible for", "Led")))
    # A stronger verb may show one more skill, never less.
    assert after.total >= report.total + tip.gain - 0.11


def test_the_contact_tip_is_exact_when_followed(score: Score) -> None:
    text = TEXT.replace(" | linkedin.com/in/ada-example", "")
    report = score(text)
    tip = next(tip for tip in report.tips if "LinkedIn" in tip.text)
    assert score(TEXT).total == pytest.approx(report.total + tip.gain, abs=0.11)


def test_quotes_in_tips_are_the_documents_own_words(score: Score) -> None:
    for name, text in RESUMES.items():
        flat = re.sub(r"\s+", " ", text)
        for tip in score(text).tips:
            for quote in re.findall(r'^Say what changed: "(.*?)(?: \.\.\.)?"$', tip.text):
                assert quote in flat, (name, quote)
