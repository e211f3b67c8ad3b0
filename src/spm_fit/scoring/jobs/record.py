"""A resume as requirements look at it: what counts as evidence for one posting, found once."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Extraction, Level, Mention, RoleKind
from spm_fit.model.job import Evidence
from spm_fit.model.literal import all_literally
from spm_fit.model.taxonomy import Skill, SkillKind
from spm_fit.scoring.context import Context, by_id
from spm_fit.scoring.jobs.copied import copied
from spm_fit.scoring.jobs.denied import denials, wishes
from spm_fit.scoring.jobs.languages import Language, spoken
from spm_fit.scoring.jobs.plain import content


class Places:
    """Spans to look up in; they may overlap."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = tuple(sorted(spans))
        self._starts = [span.start for span in self.spans]
        self._longest = max((span.end - span.start for span in self.spans), default=0)

    def hold(self, span: Span) -> Span | None:
        """The first that shares a character with a span."""
        number = bisect_right(self._starts, span.end - 1) - 1
        found = None
        while number >= 0 and self._starts[number] + self._longest > span.start:
            if self.spans[number].overlaps(span):
                found = self.spans[number]
            number -= 1
        return found


@dataclass(frozen=True, slots=True)
class Record:
    """A resume's evidence for one posting."""

    context: Context
    skills: dict[str, Skill]
    copies: tuple[Span, ...]
    """Its lines that repeat the posting; nothing in them is evidence."""
    copied: Places
    denied: Places
    wished: Places
    shown: dict[str, tuple[tuple[Level, Mention], ...]]
    """The mentions of each skill, best first, each with the level that counts."""
    text: str
    """Of the whole resume: a permit or a place asked for is looked up in it."""
    impersonal: str
    """The same without what identifies the person: skills and terms are looked up in it."""
    languages: tuple[Language, ...]
    statements: tuple[tuple[Span, frozenset[str]], ...]
    """What can be compared word by word: bullets, and blocks outside them."""
    regions: tuple[Span, ...]
    """From the heading of each position to the next position or the end of its section."""

    @classmethod
    def of(cls, context: Context, posting: Document, required: tuple[Span, ...]) -> Record:
        """Look a resume over."""
        found = context.found
        text = found.impersonal
        copies = copied(found.document, posting, required)
        places, denied, wished = Places(copies), Places(denials(text)), Places(wishes(text))
        return cls(
            context,
            by_id(context.taxonomy),
            copies,
            places,
            denied,
            wished,
            _shown(context, (places, denied, wished)),
            found.document.text,
            text,
            tuple(language for language in spoken(found) if not places.hold(language.span)),
            _statements(found, places),
            _regions(found),
        )

    def evidence(self, span: Span, level: str = "") -> Evidence:
        """A place with the statement or the line that it stands in."""
        return Evidence(span, self.line(span), level)

    def line(self, span: Span) -> Span:
        """The bullet that a place stands in, else its line."""
        bullets = self.context.found.bullets
        number = bisect_right(bullets, span.start, key=lambda bullet: bullet.span.start) - 1
        if number >= 0 and bullets[number].span.contains(span):
            return bullets[number].span
        end = self.text.find("\n", span.end)
        return Span(self.text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(self.text))

    def literal(self, words: str) -> tuple[Span | None, Span | None]:
        """(where words stand as evidence, where they are denied), each None where they do not."""
        denied = None
        for place in all_literally(self.impersonal, words):
            if self.copied.hold(place):
                continue
            if self.denied.hold(place):
                denied = denied or place
            elif not self.wished.hold(place):
                return place, denied
        return None, denied


def _shown(context: Context, void: tuple[Places, ...]) -> dict[str, tuple[tuple[Level, Mention], ...]]:
    """Mentions by skill outside what is `void`; behind the first so many of a statement, a skill is only listed in it."""
    most = int(context.role.scale.evidence.skills_per_statement)
    counted: dict[int, list[str]] = defaultdict(list)
    result: dict[str, list[tuple[Level, Mention]]] = defaultdict(list)
    for mention in sorted(context.found.mentions, key=lambda mention: mention.span):
        if any(places.hold(mention.span) for places in void):
            continue
        level = mention.level
        if mention.bullet is not None and mention.kind is SkillKind.COMPETENCY:
            skills = counted[mention.bullet]
            if mention.skill not in skills:
                skills.append(mention.skill)
            level = level if skills.index(mention.skill) < most else Level.LISTED
        result[mention.skill].append((level, mention))
    worth = context.places
    for entries in result.values():
        entries.sort(key=lambda e: (-e[0], -(worth[e[1].bullet] if e[1].bullet is not None else 0.0), e[1].span))
    return {skill: tuple(entries) for skill, entries in result.items()}


def _statements(found: Extraction, copies: Places) -> tuple[tuple[Span, frozenset[str]], ...]:
    inside = Places(tuple(bullet.span for bullet in found.bullets))
    spans = [bullet.span for bullet in found.bullets]
    spans += [block.span for block in found.document.blocks if not inside.hold(block.span)]
    return tuple((span, content(found.document.slice(span))) for span in sorted(spans) if not copies.hold(span))


def _regions(found: Extraction) -> tuple[Span, ...]:
    """Where the words about each position stand, for those that are paid work an end; others are empty."""
    starts = sorted(position.span.start for position in found.positions)
    ends = sorted(section.body.end for section in found.sections)
    result = []
    for position in found.positions:
        number = bisect_right(starts, position.span.start)
        section = bisect_right(ends, position.span.start)
        end = min(
            starts[number] if number < len(starts) else len(found.document.text),
            ends[section] if section < len(ends) else len(found.document.text),
        )
        work = position.kind is RoleKind.WORK
        result.append(Span(position.span.start, max(end, position.span.end) if work else position.span.start))
    return tuple(result)
