"""A document as read: its text in reading order, its blocks, and where every character came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets into `Document.text`, in code points."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """From `offset` on the text came, character by character, from this place (1-based)."""

    offset: int
    line: int
    column: int
    page: int | None = None
    wide: int = 1
    """Characters of the source: 1 for each of the text, more for one written as an escape or half of a ligature (which
    all begin at `column`), 0 where the reader put text in."""


@dataclass(frozen=True, slots=True)
class Location:
    """A span as people and editors write it: 1-based lines and code-point columns, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None


class BlockKind(StrEnum):
    """What the layout says a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or row (cells separated by tabs); the marker of an item is outside its span."""

    kind: BlockKind
    span: Span
    page: int | None = None
    indent: float = 0.0
    size: float = 0.0
    bold: bool = False
    gap: float = 0.0
    """Empty space above, in lines of this text."""
    region: int = 0
    """Number of the column on its page; blocks of one region stand under each other."""


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that reading met: said, never guessed over."""

    name: str
    message: str
    severity: Severity = Severity.WARNING
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a document could be read. `pages` is None where the format has none."""

    pages: int | None = None
    columns: int = 1
    words: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text in reading order; every block is one line of it. No stage after the reader changes it."""

    path: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...]
    quality: Quality

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]

    def locate(self, span: Span) -> Location:
        """Where a span stands in the source (text formats) or in the printed text (PDF, DOCX)."""
        first, last = self.place(span.start), self.place(max(span.start, span.end - 1))
        if (last.line, last.column) < (first.line, first.column):
            # A reader may print things in another order than the file has them: all of them lie between these.
            inside = [anchor for anchor in self.anchors if span.start < anchor.offset < span.end]
            first, last = (pick((first, last, *inside), key=lambda a: (a.line, a.column)) for pick in (min, max))
        end = last.column + last.wide
        if last.line == first.line:
            end = max(end, first.column + 1)
        return Location(first.line, first.column, last.line, end, first.page)

    def lines(self) -> Iterator[str]:
        """The lines of the text, split as `locate` counts them."""
        yield from self.text.split("\n")

    def place(self, offset: int) -> Anchor:
        """Where one character came from."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset) - 1
        if index < 0:
            return Anchor(offset, 1, offset + 1)
        anchor = self.anchors[index]
        along = offset - anchor.offset if anchor.wide == 1 else 0
        return Anchor(offset, anchor.line, anchor.column + along, anchor.page, anchor.wide)
