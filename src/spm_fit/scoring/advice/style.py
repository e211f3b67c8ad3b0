"""Leave out I and my; keep statements between too short to say something and too long to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spm_fit.scoring.advice.change import Change, promising, quote, with_bullet, with_text
from spm_fit.scoring.context import Context
from spm_fit.scoring.criteria.writing import readable


def persons(context: Context) -> Iterator[Change]:
    """All of them at once: one I left over is still an I."""
    if context.found.first_person:
        first = context.found.first_person[0]
        text = f'Leave out "{context.text(first)}": resumes are written without I, my and we'
        yield Change("first-person", text, "writing", first, replace(context.found, first_person=()))


def lengths(context: Context) -> Iterator[Change]:
    """A statement cut or filled to a fair number of words."""
    scale = context.role.scale.writing
    for index, bullet in promising(context):
        words = context.text(bullet.span).split()
        if readable(bullet, len(words), scale):
            continue
        long = len(words) > scale.longest
        fair = words[: int(scale.longest)] if long else [*words, *["more"] * (int(scale.shortest) - len(words))]
        found, span = with_text(context.found, " ".join(fair))
        after = with_bullet(found, index, replace(bullet, span=span))
        text = f"Split this statement of {len(words)} words" if long else f"Say more than {len(words)} words here"
        yield Change("length", f"{text}: {quote(context, bullet.span)}", "writing", bullet.span, after)
