"""Open with what was done, not with a phrase that hides it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spm_fit.model.finding import Strength, Verb
from spm_fit.scoring.advice.change import Change, promising, quote, with_bullet
from spm_fit.scoring.context import Context

_OWN_PART = "name your own part: lead, build, cut, decide"


def openers(context: Context) -> Iterator[Change]:
    """A strong verb in place of a weak phrase, or of none at all."""
    instead = dict(context.taxonomy.verbs.instead)
    for index, bullet in promising(context):
        strength = bullet.verb.strength if bullet.verb else Strength.NONE
        if strength not in {Strength.WEAK, Strength.NONE}:
            continue
        span = bullet.verb.span if bullet.verb else bullet.span
        better = replace(bullet, verb=Verb(span, "lead", Strength.STRONG))
        after = with_bullet(context.found, index, better)
        if bullet.verb is None or strength is Strength.NONE:
            text = f"Open with a verb: {quote(context, bullet.span)}"
            yield Change("no-verb", text, "writing", bullet.span, after, _OWN_PART)
            continue
        opener = context.text(bullet.verb.span)
        hint = instead.get(bullet.verb.lemma or opener.lower(), _OWN_PART)
        text = f'Open with what you did, not "{opener}"'
        yield Change("weak-opening", text, "writing", bullet.span, after, hint)
