"""Text that stands there for machines: words and statements repeated, walls of skills, a posting, pages about nothing."""

from __future__ import annotations

from collections.abc import Iterator

from spm_fit.model.document import Block, Severity, Span
from spm_fit.model.finding import Level, Mention
from spm_fit.model.report import Note
from spm_fit.model.taxonomy import SkillKind
from spm_fit.scoring.bare import employer_text
from spm_fit.scoring.context import Context

_REPEATED, _WALL, _FOREIGN_WORDS = 8, 20, 150


def repeated(context: Context) -> Iterator[Note]:
    """The same words of a skill many times outside statements: the most repeated one, and how many more there are."""
    places: dict[tuple[str, str], list[Span]] = {}
    for mention in _listed(context):
        places.setdefault((mention.skill, context.text(mention.span).lower()), []).append(mention.span)
    often = [(-len(spans), spans[0].start, words, spans[0]) for (_, words), spans in places.items()]
    often = sorted(entry for entry in often if -entry[0] >= _REPEATED)
    if often:
        count, _, words, span = often[0]
        more = f", as do {len(often) - 1} other words" if len(often) > 1 else ""
        text = f'"{words}" stands {-count} times outside statements{more}; repeating it gains nothing'
        yield Note("SPM502", "stuffing", Severity.WARNING, text, span)


def statements(context: Context) -> Iterator[Note]:
    """A statement that repeats an earlier one word for word counts once."""
    again = [n for n, place in enumerate(context.places) if place == 0]
    if again:
        text = f"{len(again)} statement{'s repeat' if len(again) > 1 else ' repeats'} an earlier one word for word; each counts once"
        yield Note("SPM206", "repeated-statement", Severity.WARNING, text, context.found.bullets[again[0]].span)


def bare(context: Context) -> Iterator[Note]:
    """Statements that are lists of skills, or the taxonomy's own examples."""
    if context.bare:
        text = f"{len(context.bare)} statement{'s name' if len(context.bare) > 1 else ' names'} skills and not what was done; each counts as a listing"
        yield Note("SPM506", "bare-statement", Severity.NOTE, text, context.found.bullets[min(context.bare)].span)


def crowded(context: Context) -> Iterator[Note]:
    """Statements that name more skills than one sentence can show."""
    most = int(context.role.scale.evidence.skills_per_statement)
    shown: dict[int, set[str]] = {}
    for mention in context.found.mentions:
        if mention.bullet is not None and mention.kind is SkillKind.COMPETENCY:
            shown.setdefault(mention.bullet, set()).add(mention.skill)
    for bullet, skills in sorted(shown.items()):
        if len(skills) > most:
            text = f"this statement names {len(skills)} skills; the first {most} count as shown"
            yield Note("SPM504", "crowded-statement", Severity.NOTE, text, context.found.bullets[bullet].span)


def listings(context: Context) -> Iterator[Note]:
    """So many skills that are listed and never shown that the list says little."""
    listed = {m.skill: m for m in _listed(context)}
    only = [m for skill, m in listed.items() if context.best[skill].level is Level.LISTED]
    if len(only) >= _WALL:
        text = f"{len(only)} skills are listed and never shown in a job; a list counts for little"
        yield Note("SPM505", "skills-wall", Severity.WARNING, text, min(only, key=lambda m: m.span.start).span)


def postings(context: Context) -> Iterator[Note]:
    """An employer's words in a resume: its demands are no evidence."""
    pasted = employer_text(context.found, context.role)
    if pasted:
        first = Span(pasted.start, pasted.start + 40)
        text = f'a job posting was pasted in, from "{context.text(first)}" on; its demands are no evidence'
        yield Note("SPM507", "pasted-posting", Severity.WARNING, text, first)


def foreign(context: Context) -> Iterator[Note]:
    """A long run of text that says nothing of work: no skill, number, date or contact."""
    telling = sorted(span.start for span in _telling(context))
    run: list[Block] = []
    words = at = 0
    for block in [*context.found.document.blocks, None]:
        while block is not None and at < len(telling) and telling[at] < block.span.start:
            at += 1
        if block is not None and not (at < len(telling) and telling[at] < block.span.end):
            run.append(block)
            words += len(context.found.document.slice(block.span).split())
            continue
        if words >= _FOREIGN_WORDS:
            text = f"{words} words here say nothing of your work; leave them out"
            yield Note("SPM106", "unrelated-text", Severity.NOTE, text, run[0].span)
        run, words = [], 0


def _telling(context: Context) -> Iterator[Span]:
    found = context.found
    yield from (
        mention.span for mention in found.mentions if mention.kind is not SkillKind.TOOL or mention.bullet is not None
    )
    yield from (metric.span for metric in found.metrics)
    for items in (found.positions, found.education, found.contacts, found.claims):
        yield from (item.span for item in items)
    yield from (bullet.span for n, bullet in enumerate(found.bullets) if n in context.relevant)


def _listed(context: Context) -> Iterator[Mention]:
    for mention in context.found.mentions:
        if mention.level is Level.LISTED and mention.bullet is None and mention.kind is SkillKind.COMPETENCY:
            yield mention
