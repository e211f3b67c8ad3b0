"""What stands beside each other: cells of a row, a date beside a title, columns of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from spm_fit.model.document import BlockKind
from spm_fit.readers.flow import Piece
from spm_fit.readers.source import text_of

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b(?:present|current|ongoing)\b", re.IGNORECASE)
# A cell of more words is a paragraph; one of more lines, a column.
_CELL_WORDS = 20
_LINE_WORDS = 14
_SIDE_LINES = 3
_TAG_WORDS = 6
_COLUMN_LINES = 4
_COLUMN_WORDS = 15


def rows(cells: Sequence[list[Piece]], *, labels: bool = False) -> list[Piece]:
    """The pieces of cells in reading order: side by side where they are lines, else one cell after the other.

    `labels`: a short cell before a long one is its label, as in tables and lists of definitions.
    """
    filled = [cell for cell in cells if any(text_of(piece.runs).strip() for piece in cell)]
    if len(filled) > 1 and _is_mark(filled[0]):
        # A bullet in a column of its own.
        filled = filled[1:]
        first = filled[0][0]
        filled[0][0] = replace(first, kind=BlockKind.ITEM) if first.kind is BlockKind.PARAGRAPH else first
    if len(filled) < 2:
        return [piece for cell in filled for piece in cell]
    if all(len(cell) == 1 and cell[0].kind is not BlockKind.ITEM for cell in filled):
        lengths = [_words(cell[0]) > _CELL_WORDS for cell in filled]
        if not any(lengths) or (labels and lengths[0] is False and sum(lengths) == 1):
            return [_row([cell[0] for cell in filled])]
    if any(_is_side(cell) for cell in filled):
        return _zipped(filled)
    return [piece for cell in filled for piece in cell]


def unlisted(cells: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The short items of a list that was laid flat, as lines; longer ones are items all the same."""
    if all(len(cell) == 1 and _words(cell[0]) <= _TAG_WORDS for cell in cells if cell):
        return [[replace(piece, kind=BlockKind.PARAGRAPH) for piece in cell] for cell in cells]
    return list(cells)


def are_columns(cells: Sequence[list[Piece]]) -> bool:
    """Whether cells are the columns of a page."""
    large = [cell for cell in cells if len(cell) >= _COLUMN_LINES and sum(map(_words, cell)) >= _COLUMN_WORDS]
    return len(large) > 1


def _is_mark(cell: list[Piece]) -> bool:
    text = text_of(cell[0].runs).strip()
    return len(cell) == 1 and len(text) == 1 and not text.isalnum() and text != "|"


def _is_side(cell: list[Piece]) -> bool:
    """Whether a cell holds the date, and perhaps the place, of what stands beside it."""
    dated = [piece for piece in cell if _DATE.search(text_of(piece.runs))]
    titles = [piece for piece in cell if piece.kind is BlockKind.HEADING and piece not in dated]
    return len(cell) <= _SIDE_LINES and bool(dated) and not titles and all(map(_is_line, cell))


def _is_line(piece: Piece) -> bool:
    return piece.kind is not BlockKind.ITEM and _words(piece) <= _LINE_WORDS


def _zipped(cells: Sequence[list[Piece]]) -> list[Piece]:
    """Line beside line from the top, as long as all are short; what is left then follows cell by cell."""
    result: list[Piece] = []
    for number, line in enumerate(zip_longest(*cells)):
        pieces = [piece for piece in line if piece is not None]
        if len(pieces) < 2 or not all(map(_is_line, pieces)):
            return result + [piece for cell in cells for piece in cell[number:]]
        result.append(_row(pieces))
    return result


def _row(pieces: Sequence[Piece]) -> Piece:
    """One line of cells; it looks like the most prominent of them."""
    first = max(pieces, key=lambda piece: (piece.kind is BlockKind.HEADING, piece.bold, piece.size))
    joined = list(pieces[0].runs)
    for piece in pieces[1:]:
        joined += [piece.runs[0]._replace(text="\t", wide=0), *piece.runs]
    return replace(first, runs=tuple(joined), gap=max(piece.gap for piece in pieces))


def _words(piece: Piece) -> int:
    return len(text_of(piece.runs).split())
