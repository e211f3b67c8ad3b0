"""Where a resume speaks of the person: above the first section, and in the sections for contact and personal details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.extract.places import Spans, blocks_of
from spm_fit.model.document import Block, Document, Span
from spm_fit.model.finding import Section

# A document without sections is not all head.
_LINES = 14
_PERSONAL = re.compile(r"\b(?:personal|bio ?data|private|declaration)\b", re.IGNORECASE)
# Bars, dots, dashes, and the small pictures of envelopes and telephones.
_CELLS = re.compile(r"\t|\s*[|•·●∙⋅\u2190-\u2bff\ue000-\uf8ff\U0001f000-\U0001faff]\ufe0f?\s*|\s+[-–—~]+\s+|\s*;\s+")


def top(document: Document, sections: tuple[Section, ...]) -> tuple[Block, ...]:
    """The blocks above the first section."""
    first = next((s.span.start for s in sections if s.name != "other" or s.heading), len(document.text))
    return tuple(block for block in document.blocks[:_LINES] if block.span.start < first)


def about(document: Document, sections: tuple[Section, ...]) -> Spans:
    """All that speaks of the person."""
    personal = (
        section.span
        for section in sections
        if section.name == "contact" or (section.heading and _PERSONAL.search(document.slice(section.heading)))
    )
    return Spans([*(block.span for block in top(document, sections)), *personal])


def cells(document: Document, span: Span) -> Iterator[Span]:
    """The parts of a line between tabs, bars, dots and dashes."""
    start = span.start
    for match in _CELLS.finditer(document.text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def lines_of(document: Document, sections: tuple[Section, ...], name: str) -> Iterator[Block]:
    """The blocks in all sections of a name, headings left out."""
    for section in sections:
        if section.name == name:
            yield from (b for b in blocks_of(document.blocks, section.body) if section.body.contains(b.span))
