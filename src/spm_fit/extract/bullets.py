"""Statements about what was done: list items under positions and projects, or the sentences of paragraphs there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.places import Spans, blocks_of
from spm_fit.extract.tokens import sentence_spans
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Bullet, Position, Section

_SECTIONS = {"experience": "experience", "projects": "projects", "volunteering": "volunteering"}
# Lists of accomplishments are statements too; lists of prizes are not.
_ACHIEVED = re.compile(r"accomplish|achieve", re.IGNORECASE)
_MIN_WORDS = 3
# Lists of what was used are no statements.
_LISTING = re.compile(
    r"(?:technolog(?:y|ies)(?: used)?|tools?(?: used)?|tech(?:nical)? stack|stack|environment|skills(?: used)?|keywords|software|references?"
    r"|key skills|languages)\s*:",
    re.IGNORECASE,
)


@Language.factory("spm_bullets")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `bullets`, without verbs and metrics as yet."""

    def bullets(doc: Doc) -> Doc:
        sections, positions = got(doc, "sections", Section), got(doc, "positions", Position)
        put(doc, "bullets", find(document_of(doc), sections, positions))
        return doc

    return bullets


def find(document: Document, sections: tuple[Section, ...], positions: tuple[Position, ...]) -> Iterator[Bullet]:
    """The bullets of all sections in reading order."""
    inside = Spans(position.span for position in positions)
    owners: dict[Span, int] = {}
    for number, position in enumerate(positions):
        for block in blocks_of(document.blocks, position.span):
            if position.span.contains(block.span):
                owners.setdefault(block.span, number)
    for section in sections:
        achieved = section.name == "awards" and section.heading and _ACHIEVED.search(document.slice(section.heading))
        held = inside.within(section.body)
        if section.name not in _SECTIONS and not held and not achieved:
            continue
        name = _SECTIONS.get(section.name, "experience" if held else "other")
        run: list[Block] = []
        current: int | None = None
        for block in blocks_of(document.blocks, section.body):
            if not section.body.contains(block.span):
                continue
            owner = owners.get(block.span)
            if owner is not None:
                if owner != current:
                    # Above the first position a paragraph introduces the employer; it says nothing of the person.
                    items = [block for block in run if block.kind is BlockKind.ITEM]
                    yield from _statements(document, items if current is None else run, name, current)
                    run, current = [], owner
            else:
                run.append(block)
        yield from _statements(document, run, name, current)


def _statements(document: Document, run: list[Block], section: str, position: int | None) -> Iterator[Bullet]:
    items = [block for block in run if block.kind is BlockKind.ITEM]
    for block in items or ([] if section == "other" else run):
        text = document.slice(block.span)
        if _LISTING.match(text) or block.kind in {BlockKind.HEADING, BlockKind.ROW}:
            continue
        spans = [block.span] if items else sentence_spans(document.text, block.span)
        for span in spans:
            words = document.slice(span).split()
            # Without list marks only whole sentences are statements, never a name or a place on its own line.
            if len(words) >= (_MIN_WORDS if items else _MIN_WORDS + 1) and (items or not text.rstrip().endswith(":")):
                yield Bullet(span, section, position, None, ())
