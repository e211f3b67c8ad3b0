"""Writing: strong openers, no weak ones, no first person, statements of readable length."""

from __future__ import annotations

from bisect import bisect_left

from spm_fit.model.finding import Bullet, Strength
from spm_fit.model.report import Because, Result
from spm_fit.scoring.context import ELSEWHERE, Context, in_product

SHORTEST, LONGEST = 6, 40
# Statements that show the role's work, as a share of all: what is needed for all points, and the least number.
RELEVANT, ENOUGH = 0.8, 6
_STRONG_TARGET = 0.7


def readable(bullet: Bullet, length: int) -> bool:
    """Whether a statement has a fair number of words; one with a result may be as short as it likes."""
    return length <= LONGEST and (length >= SHORTEST or bullet.has_outcome)


def writing(context: Context) -> Result:
    """Half for strong openers, the rest for what is avoided; in proportion where few statements show the role's work."""
    possible = context.role.points("writing")
    bullets = context.found.bullets
    if not bullets:
        return Result("writing", 0.0, possible, (), ("statements about your work",), "no bullets")
    strengths = [bullet.verb.strength if bullet.verb else Strength.NONE for bullet in bullets]
    strong, weak = strengths.count(Strength.STRONG), strengths.count(Strength.WEAK)
    lengths = [len(context.text(bullet.span).split()) for bullet in bullets]
    clear = sum(readable(bullet, length) for bullet, length in zip(bullets, lengths, strict=True))
    size = len(bullets)
    persons = sorted(span.start for span in context.found.first_person)
    own = [b for b in bullets if bisect_left(persons, b.span.start) < bisect_left(persons, b.span.end)]
    share = (
        0.5 * min(1.0, strong / (_STRONG_TARGET * size))
        + 0.2 * max(0.0, 1 - 3 * weak / size)
        + 0.1 * max(0.0, 1 - 3 * len(own) / size)
        + 0.2 * clear / size
    )
    relevant = sum(1.0 if in_product(context.found, bullets[n]) else ELSEWHERE for n in context.relevant)
    points = possible * share * min(1.0, relevant / (RELEVANT * max(size, ENOUGH)))
    because = [
        Because(f"{bullet.verb.lemma or context.text(bullet.verb.span)}: {bullet.verb.strength}", bullet.verb.span)
        for bullet in bullets
        if bullet.verb
    ]
    text = f"{strong} strong opener{'s' * (strong != 1)}, {weak} weak" + (
        f", {len(own)} in first person" if own else ""
    )
    return Result("writing", round(points, 1), possible, tuple(because), (), text)
