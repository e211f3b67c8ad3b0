"""Say what changed, in statements that show skills but no result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spm_fit.model.document import Span
from spm_fit.model.finding import Bullet, Level, Metric, Sense
from spm_fit.model.phrase import in_sentence
from spm_fit.model.taxonomy import Skill
from spm_fit.scoring.advice.change import Change, promising, quote, with_bullet
from spm_fit.scoring.context import Context

_ANY_NUMBER = "what rose or fell, and by how much: a rate, a time, a sum"


def outcomes(context: Context) -> Iterator[Change]:
    """A statement with a number of the kind that its weightiest skill is measured by."""
    skills = {skill.id: skill for skill in context.taxonomy.competencies()}
    for index, bullet in promising(context):
        if bullet.has_outcome or index not in context.relevant:
            continue
        shown = {m.skill: skills[m.skill] for m in context.found.mentions if m.bullet == index and m.skill in skills}
        found = with_bullet(context.found, index, _measured(bullet))
        raised = tuple(
            replace(m, level=Level.OUTCOME) if m.bullet == index and m.level is Level.DEMONSTRATED else m
            for m in found.mentions
        )
        text = f"Say what changed: {quote(context, bullet.span)}"
        hint = _hint(list(shown.values()))
        yield Change("no-outcome", text, "impact", bullet.span, replace(found, mentions=raised), hint)


def _measured(bullet: Bullet) -> Bullet:
    at = Span(bullet.span.end - 1, bullet.span.end)
    return replace(bullet, metrics=(*bullet.metrics, Metric(at, "percent", 1.0, "%", Sense.OUTCOME, "up")))


def _hint(shown: list[Skill]) -> str:
    """The kind of number that would fit, and why it is worth it."""
    best = max(shown, key=lambda skill: (skill.weight, bool(skill.measure)), default=None)
    number = best.measure if best and best.measure else _ANY_NUMBER
    if len(shown) > 1:
        return f"{number}; this line shows {len(shown)} skills"
    return f"{number}; this line shows {in_sentence(best.name)}" if best else number
