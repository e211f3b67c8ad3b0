"""Lists of names: lines with a label, and the lines of sections that list skills, cut into items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spm_fit.extract.labels import Place, label, place_of
from spm_fit.extract.places import blocks_of
from spm_fit.model.document import BlockKind, Document, Span
from spm_fit.model.finding import Section

# An item ends at a mark, at "and", at a bracket, and where the next label begins: "Jira, Rally Methodologies: Scrum".
_CUT = re.compile(r"\s*(?:[,;|•\t·]|\s[–—-]\s)\s*|\s+(?:and|or|&)\s+|[()\[\]]|:\s|\s+(?=[A-Z][\w/&]+:(?:\s|\Z))")
_SLASH = re.compile(r"(?<=\w{3})\s*/\s*(?=\w{3})")
_EDGES = " \t,:;*'\"“”‘’-–—"
_PROSE = re.compile(
    r"\b(?:i|to|the|a|an|is|are|was|were|my|with|who|that|them|which|from|using|on|in|by)\b", re.IGNORECASE
)
_LONG = 5


@dataclass(frozen=True, slots=True)
class Listing:
    """Items that stand together, and what the place says of them. `rest` are those after a slash or in a bracket."""

    place: Place
    items: tuple[Span, ...]
    rest: frozenset[Span]


def listings(document: Document, sections: Sequence[Section]) -> Iterator[Listing]:
    """Lines with a label anywhere; other lines of sections that list skills; lines of one item together."""
    for section in sections:
        heading = document.slice(section.heading) if section.heading else ""
        place = place_of(heading) if section.name == "skills" else Place.PLAIN
        single: list[Span] = []
        for block in blocks_of(document.blocks, section.body):
            # The heading may be the first cell of a row.
            span = Span(max(block.span.start, section.body.start), block.span.end)
            if not section.body.contains(span) or block.kind is BlockKind.HEADING:
                continue
            told = label(document.text, span)
            sure = told is not None and told[0] is not Place.PLAIN
            if not sure and section.name != "skills":
                continue
            items, rest = _items(document.text, told[1] if told else span)
            if not _is_list(document, items):
                continue
            if told or len(items) > 1:
                yield Listing(told[0] if told else place, items, rest)
            else:
                single += items
        if single:
            yield Listing(place, tuple(single), frozenset())


def _is_list(document: Document, items: Sequence[Span]) -> bool:
    """Whether hardly any item is a piece of a sentence."""
    texts = [document.slice(item) for item in items]
    prose = sum(len(text.split()) > _LONG or bool(_PROSE.search(text)) for text in texts)
    verb = bool(texts) and re.match(r"[A-Z][a-z]+ed\b", texts[0]) is not None
    return not verb and prose * 3 <= len(texts)


def _items(text: str, span: Span) -> tuple[tuple[Span, ...], frozenset[Span]]:
    """The items of a line; what stands in brackets is items of its own."""
    items: list[Span] = []
    rest: set[Span] = set()
    cuts = [*((m.start(), m.end(), m[0]) for m in _CUT.finditer(text, span.start, span.end)), (span.end, span.end, "")]
    start, opened = span.start, False
    for end, following, mark in cuts:
        parts = list(_parts(text, Span(start, end)))
        items += parts
        rest.update(parts if opened else parts[1:])
        opened = (opened or "(" in mark) and ")" not in mark
        start = following
    return tuple(items), frozenset(rest)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """What slashes separate."""
    start = span.start
    cuts = [*((m.start(), m.end()) for m in _SLASH.finditer(text, span.start, span.end)), (span.end, span.end)]
    for end, following in cuts:
        bare = text[start:end].strip(_EDGES).rstrip(".")
        if bare:
            at = text.index(bare, start)
            yield Span(at, at + len(bare))
        start = following
