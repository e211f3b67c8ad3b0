"""Blocks whose order and borders the format itself gives (Markdown, HTML, DOCX, LaTeX, JSON, YAML), to a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from spm_fit.model.document import Anchor, Block, BlockKind, Document, Problem, Quality
from spm_fit.readers.layout.headings import looks_like_heading, may_be_heading
from spm_fit.readers.layout.markers import is_tracked, split_marker
from spm_fit.readers.source import Run, cut, text_of
from spm_fit.readers.writer import Writer

BODY = 10.0
# Type sizes of headings of level 1 to 6, so that those of one level look alike and stand out.
SIZES = (22.0, 16.0, 13.0, 12.0, 11.5, 11.4)
PRINTED = (0, 0)
"""Line and column of runs in formats without a source that people read: their place is where they are printed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block to be: its runs may begin, end and meet with blanks; a tab parts two cells.

    A paragraph that begins with a bullet becomes a list item, one that looks like a heading becomes one, and a heading
    with a date or with cells becomes a row, as they would on paper.
    """

    runs: tuple[Run, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    bold: bool = False
    size: float = BODY
    gap: float = 0.0
    """Empty space above, in lines."""
    indent: float = 0.0
    region: int = 0


def heading(runs: Iterable[Run], level: int) -> Piece:
    """A heading of level 1 to 6."""
    return Piece(tuple(runs), BlockKind.HEADING, True, SIZES[min(max(level, 1), 6) - 1], 1.0)


def document(
    path: str, form: str, pieces: Iterable[Piece], problems: Iterable[Problem] = (), columns: int = 1
) -> Document:
    """The document of a format without pages."""
    text, blocks, anchors = build(pieces)
    return Document(path, form, text, blocks, anchors, Quality(None, columns, len(text.split()), tuple(problems)))


def build(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...], tuple[Anchor, ...]]:
    """The text of a document with its blocks and anchors; pieces without a word are left out."""
    writer = Writer()
    for piece in pieces:
        runs = tuple(_squeezed(piece.runs))
        text = text_of(runs)
        marker, rest = ("", text) if piece.kind is BlockKind.HEADING else split_marker(text)
        if marker:
            runs, text = tuple(cut(runs, len(text) - len(rest))), rest
        if is_tracked(text):
            runs = tuple(_joined(runs))
            text = text_of(runs)
        if any(char.isalnum() for char in text):
            _write(writer, piece, runs, _kind(piece, text, marker))
    return writer.text, tuple(writer.blocks), tuple(writer.anchors)


def _write(writer: Writer, piece: Piece, runs: Sequence[Run], kind: BlockKind) -> None:
    printed = runs[0].line == PRINTED[0]
    start = writer.begin(kind, piece.gap, None if printed else runs[0])
    for run in runs:
        if printed:
            writer.plain(run.text)
        else:
            writer.write(run)
    writer.end(Block(kind, writer.span(start), None, piece.indent, piece.size, piece.bold, piece.gap, piece.region))


def _kind(piece: Piece, text: str, marker: str) -> BlockKind:
    if marker or piece.kind is BlockKind.ITEM:
        return BlockKind.ITEM
    if piece.kind is BlockKind.HEADING:
        marked = may_be_heading(text)
    else:
        marked = looks_like_heading(text, piece.size, piece.bold, BODY)
    if marked:
        return BlockKind.HEADING
    return BlockKind.ROW if "\t" in text else BlockKind.PARAGRAPH


def _squeezed(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs without blanks at the ends, around tabs and after other blanks."""
    held: Run | None = None
    begun = False
    for run in runs:
        for blank, chars in groupby(enumerate(run.text), key=lambda pair: pair[1].isspace()):
            indexes = [index for index, _ in chars]
            part = next(cut([run], indexes[0], indexes[-1] + 1))
            if not blank:
                if held is not None and begun:
                    yield held
                held, begun = None, True
                yield part
            elif "\t" in part.text:
                held = part._replace(text="\t")
            elif held is None:
                held = part._replace(text=" ")


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """A tracked heading as words: single blanks go; where every letter has one, there is nothing to tell words by."""
    for run in runs:
        for index, char in enumerate(run.text):
            if char != " ":
                yield next(cut([run], index, index + 1))
