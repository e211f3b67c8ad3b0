"""What a tip would change: an extraction as it would be, and the words around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spm_fit.model.document import Span
from spm_fit.model.finding import Bullet, Extraction
from spm_fit.scoring.context import Context

# Statements that are tried for each advice: those of a long text would be tried for minutes and shown never.
_MOST = 120


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the rule it belongs to, what to say, where, and the findings as they would be after it."""

    rule: str
    text: str
    criterion: str
    span: Span | None
    after: Extraction
    hint: str = ""


def with_text(found: Extraction, text: str) -> tuple[Extraction, Span]:
    """The findings in a document that goes on with these words, and their place: new words need a place of their own."""
    document = found.document
    start = len(document.text) + 1
    longer = replace(document, text=f"{document.text}\n{text}")
    return replace(found, document=longer), Span(start, start + len(text))


def with_bullet(found: Extraction, index: int, bullet: Bullet) -> Extraction:
    """The findings with one statement in place of another."""
    return replace(found, bullets=(*found.bullets[:index], bullet, *found.bullets[index + 1 :]))


def promising(context: Context) -> Iterator[tuple[int, Bullet]]:
    """The statements that are worth most by the work they stand under, in reading order."""
    bullets = context.found.bullets
    order = sorted(range(len(bullets)), key=lambda n: (-context.places[n], n))[:_MOST]
    for index in sorted(order):
        yield index, bullets[index]


def quote(context: Context, span: Span) -> str:
    """The beginning of a statement in quotation marks."""
    text = context.text(span)
    return f'"{text}"' if len(text) <= 58 else f'"{text[:55].rsplit(" ", 1)[0]} ..."'
