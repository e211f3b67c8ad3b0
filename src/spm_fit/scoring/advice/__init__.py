"""Tips: each is a change to the document; its gain is the score of the changed document minus the score now."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spm_fit.model.report import Result, Tip
from spm_fit.scoring.advice.change import Change
from spm_fit.scoring.advice.form import contacts, order, sections
from spm_fit.scoring.advice.openers import openers
from spm_fit.scoring.advice.outcomes import outcomes
from spm_fit.scoring.advice.skills import skills, tools
from spm_fit.scoring.advice.style import lengths, persons
from spm_fit.scoring.context import Context

# What advises, each in a function of its own; the rule's name stands on its changes.
ADVISERS: tuple[Callable[[Context], Iterator[Change]], ...] = (
    outcomes,
    skills,
    openers,
    persons,
    lengths,
    tools,
    contacts,
    sections,
    order,
)
# One advice repeated for every line is no advice.
MAX_ALIKE = 5
_LEAST_GAIN = 0.05
Judge = Callable[[Context], tuple[Result, ...]]


def tips(context: Context, now: tuple[Result, ...], judge: Judge) -> tuple[Tip, ...]:
    """The changes that gain most, best first; equal gains in reading order."""
    total = sum(result.points for result in now)
    rated = []
    for adviser in ADVISERS:
        for change in adviser(context):
            after = Context.of(change.after, context.taxonomy, context.role, context.as_of)
            gain = round(sum(result.points for result in judge(after)) - total, 2)
            if gain >= _LEAST_GAIN:
                rated.append(Tip(change.rule, change.text, gain, change.criterion, change.span, change.hint))
    rated.sort(key=lambda tip: (-tip.gain, tip.span.start if tip.span else 10**9, tip.text))
    kept: list[Tip] = []
    for tip in rated:
        if sum(other.rule == tip.rule for other in kept) < MAX_ALIKE:
            kept.append(tip)
    return tuple(kept)
