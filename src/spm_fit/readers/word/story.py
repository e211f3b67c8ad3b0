"""What stands under each other in one place of a document: the body, a cell, a text box, a header."""

from __future__ import annotations

from dataclasses import replace

from spm_fit.readers.word.drawings import behind_box, is_tall
from spm_fit.readers.word.lines import Line, Walk, read_paragraph
from spm_fit.readers.word.styles import Colour, properties, shaded
from spm_fit.readers.word.tables import read_table
from spm_fit.readers.word.xml import Node, W, nearest

MAX_DEPTH = 25
_BLOCKS = frozenset([f"{W}p", f"{W}tbl"])
# A tall floating text box with so many lines and a heading is a column of the page.
_COLUMN = 5


class TooDeepError(Exception):
    """Tables in tables, or boxes in boxes, beyond what anybody draws."""


def read_story(node: Node, walk: Walk, background: Colour | None, region: int = 0, depth: int = 0) -> list[Line]:
    """The lines of a place in reading order.

    Raises:
        TooDeepError: nested more than `MAX_DEPTH` deep.
    """
    if depth > MAX_DEPTH:
        raise TooDeepError
    result: list[Line] = []
    columns: list[tuple[int, list[Line]]] = []
    for block in nearest(node, _BLOCKS):
        if walk.left <= 0:
            break
        if block.tag == f"{W}tbl":
            result += _table(block, walk, background, region, depth)
            continue
        lines, boxes = read_paragraph(block, walk, background)
        before, after = list[Line](), list[Line]()
        for box in boxes:
            found = read_story(box, walk, behind_box(box, background), next(walk.regions), depth + 1)
            if _is_column(box, found):
                columns.append((len(result), found))
            elif lines[0].text and any(line.stands_out for line in found):
                # A heading in a ribbon hangs on the paragraph below it.
                before += found
            else:
                after += found
        result += [*before, *(replace(line, region=region) for line in lines), *after]
    return _with_columns(result, columns, walk)


def _is_column(box: Node, lines: list[Line]) -> bool:
    """Whether a text box is a column of the page."""
    long = sum(bool(line.text) for line in lines) >= _COLUMN
    return long and any(line.stands_out for line in lines) and is_tall(box)


def _with_columns(lines: list[Line], columns: list[tuple[int, list[Line]]], walk: Walk) -> list[Line]:
    """Lines with the columns that hang on them: below the text that they stand beside, or in place if they are the text."""
    words = sum(len(line.text) for line in lines)
    result, position, beside = list[Line](), 0, list[Line]()
    for at, column in columns:
        if sum(len(line.text) for line in column) < words:
            walk.columns = max(walk.columns, 2)
            beside += column
        else:
            result += [*lines[position:at], *column]
            position = at
    return [*result, *lines[position:], *beside]


def _table(table: Node, walk: Walk, background: Colour | None, region: int, depth: int) -> list[Line]:
    said = table.find(f"{W}tblPr")
    style = properties(said).get("tblStyle.val", "")
    ground = None if walk.styles.shades_cells(style) else background

    def read_cell(cell: Node) -> list[Line]:
        shade = shaded(properties(cell.find(f"{W}tcPr")), shaded(properties(said), ground))
        return read_story(cell, walk, shade, region, depth + 1)

    return read_table(table, walk, region, read_cell)
