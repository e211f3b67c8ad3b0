"""Writing: statements that open with force, speak of no I, and can be read at a glance."""

from __future__ import annotations

from bisect import bisect_left

from spm_fit.model.finding import Bullet, Strength
from spm_fit.model.report import Because, Part, Result
from spm_fit.model.scale import WritingScale
from spm_fit.scoring.context import Context


def writing(context: Context) -> Result:
    """The best statements count, so that one more never costs; each by its form and by the work it stands under."""
    possible, scale = context.role.points("writing"), context.role.scale.writing
    bullets = context.found.bullets
    own = personal(context)
    best = sorted((quality(context, n, n in own) for n in range(len(bullets))), reverse=True)[: int(scale.statements)]
    part = Part("statements", possible, min(1.0, sum(best) / scale.statements), sum(best), scale.statements)
    strengths = [bullet.verb.strength if bullet.verb else Strength.NONE for bullet in bullets]
    strong, weak = strengths.count(Strength.STRONG), strengths.count(Strength.WEAK)
    because = [
        Because(f"{bullet.verb.lemma or context.text(bullet.verb.span)}: {bullet.verb.strength}", bullet.verb.span)
        for bullet in bullets
        if bullet.verb
    ]
    text = f"{strong} strong opener{'s' * (strong != 1)}, {weak} weak" + (
        f", {len(own)} in first person" if own else ""
    )
    missing = () if bullets else ("statements about your work",)
    return Result.of("writing", possible, (part,), because, missing, text if bullets else "no bullets")


def quality(context: Context, number: int, in_first_person: bool) -> float:
    """What one statement is worth, 0 to 1: its form times the work it stands under; good sentences on other work are no fit."""
    if number not in context.relevant:
        return 0.0
    scale, bullet = context.role.scale.writing, context.found.bullets[number]
    strength = bullet.verb.strength if bullet.verb else Strength.NONE
    opener = {Strength.STRONG: scale.strong, Strength.NEUTRAL: scale.neutral, Strength.NONE: scale.none}
    form = opener.get(strength, 0.0)
    form += 0.0 if in_first_person else scale.impersonal
    form += scale.readable if readable(bullet, len(context.text(bullet.span).split()), scale) else 0.0
    return form * context.counted(number, scale.elsewhere)


def personal(context: Context) -> set[int]:
    """Indices of the statements that say I or my."""
    places = sorted(span.start for span in context.found.first_person)
    return {
        n
        for n, b in enumerate(context.found.bullets)
        if bisect_left(places, b.span.start) < bisect_left(places, b.span.end)
    }


def readable(bullet: Bullet, length: int, scale: WritingScale) -> bool:
    """Whether a statement has a fair number of words; one with a result may be as short as it likes."""
    return length <= scale.longest and (length >= scale.shortest or bullet.has_outcome)
