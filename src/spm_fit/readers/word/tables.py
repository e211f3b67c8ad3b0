"""Tables: rows that belong together are read across, columns of a page down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from spm_fit.model.document import BlockKind
from spm_fit.readers.word.lines import Line, Walk
from spm_fit.readers.word.styles import properties
from spm_fit.readers.word.xml import Node, W, nearest

_SIDE_WORDS, _SIDE_LINES = 6, 3
_LONG_WORDS = 16
_RICH_LINES = 3
_POINT = r"(?:(?:[a-z]{3,9}|q[1-4])\.?,? +)?(?:\d\d?[./-]){0,2}(?:(?:19|20)\d\d|'\d\d)\b"
# A line that begins with a date or holds a period: "May 2019 -", "Expected 2027", "Porto, 2019 - 2021".
_DATE = re.compile(
    rf"\W*(?:(?:since|from|until|expected|graduated|class of) +)?{_POINT}|.*{_POINT}\s*(?:[-–—]|to\b|until\b)\s*(?:{_POINT}|[a-z]+\W*$)"
    r"|\W*(?:present|current|now|today|ongoing)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:[-–—]|\bto|\buntil)\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Cell:
    """The lines of a cell; `down` counts the rows that it was merged over."""

    lines: list[Line]
    across: int = 1
    down: int = 1

    @property
    def words(self) -> list[Line]:
        """The lines that have text."""
        return [line for line in self.lines if line.text]

    @property
    def short(self) -> bool:
        """Whether it is a few short lines and no list."""
        lines = self.words
        return 0 < len(lines) <= _SIDE_LINES and all(_is_short(line) for line in lines)

    @property
    def dated(self) -> bool:
        """Whether it holds short lines with a date: what stands beside a job."""
        lines = self.words
        if not all(_is_short(line) for line in lines):
            return False
        dates = sum(bool(_DATE.match(line.text)) for line in lines)
        return bool(dates) and (dates == len(lines) or self.short)

    @property
    def rich(self) -> bool:
        """Whether it is a part of a page rather than of a row."""
        lines = self.words
        return not self.short and not self.dated and len(lines) >= (2 if lines and lines[0].stands_out else _RICH_LINES)


@dataclass(slots=True)
class Row:
    """The cells of a row by the column in which they begin; `whole` if it is one cell from edge to edge."""

    cells: dict[int, Cell] = field(default_factory=dict)
    whole: bool = False

    @property
    def filled(self) -> list[Cell]:
        """The cells that have text."""
        return [cell for cell in self.cells.values() if cell.words]


def read_table(table: Node, walk: Walk, region: int, read_cell: Callable[[Node], list[Line]]) -> list[Line]:
    """The lines of a table in reading order; `read_cell` gives those of one cell, in this region."""
    result: list[Line] = []
    for whole, group in groupby(_grid(table, read_cell), key=lambda row: row.whole):
        rows = list(group)
        if not whole and _is_layout(rows):
            walk.columns = max(walk.columns, 2)
            result += _down(rows, walk, region)
        else:
            for row in rows:
                result += _across(row)
    return result


def _grid(table: Node, read_cell: Callable[[Node], list[Line]]) -> list[Row]:
    rows: list[Row] = []
    merged: dict[int, Cell] = {}
    for tr in nearest(table, {f"{W}tr"}):
        if tr.find(f"{W}trPr/{W}del") is not None:
            continue
        said = properties(tr.find(f"{W}trPr"))
        row, column = Row(), _number(said.get("gridBefore.val", ""))
        for tc in nearest(tr, {f"{W}tc"}):
            said = properties(tc.find(f"{W}tcPr"))
            goes_on = "vMerge.val" in said and said["vMerge.val"] != "restart"
            if goes_on and column in merged:
                merged[column].down += 1
            elif said.get("hMerge.val") != "continue":
                row.cells[column] = merged[column] = Cell(read_cell(tc), max(1, _number(said.get("gridSpan.val", ""))))
            column += max(1, _number(said.get("gridSpan.val", "")))
        rows.append(row)
    width = max((column + cell.across for row in rows for column, cell in row.cells.items()), default=0)
    for row in rows:
        row.whole = [(column, cell.across) for column, cell in row.cells.items()] == [(0, width)]
    return rows


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def _is_layout(rows: list[Row]) -> bool:
    """Whether the columns are those of a page, not cells of rows."""
    headed = any(line.stands_out for row in rows for cell in row.filled for line in cell.words)
    beside = any(sum(cell.rich for cell in row.filled) > 1 for row in rows)
    return (headed and beside) or any(cell.rich and cell.down > 1 for row in rows for cell in row.filled)


def _down(rows: list[Row], walk: Walk, region: int) -> Iterator[Line]:
    for column in sorted({column for row in rows for column in row.cells}):
        own = next(walk.regions)
        for row in rows:
            for line in row.cells[column].lines if column in row.cells else []:
                yield replace(line, region=own) if line.region == region else line


def _across(row: Row) -> list[Line]:
    """A row as one line, or as the lines of its cells with what stands beside a job's title put there."""
    cells = row.filled
    if not cells:
        return [Line("")]
    single = all(len(cell.words) == 1 and cell.words[0].kind is not BlockKind.ITEM for cell in cells)
    texts = sum(_words(cell.words[0]) > _LONG_WORDS for cell in cells)
    if single and texts < 2:
        return [_row([cell.words[0] for cell in cells])] if len(cells) > 1 else cells[0].lines
    mains = [cell for cell in cells if not cell.short] or [cell for cell in cells if not cell.dated] or cells[:1]
    sides = [cell for cell in cells if all(cell is not main for main in mains)]
    if not any(cell.dated for cell in sides):
        return [line for cell in cells for line in cell.lines]
    first, *others = mains
    return [*_beside(first.lines, sides), *(line for cell in others for line in cell.lines)]


def _row(lines: list[Line]) -> Line:
    text = "\t".join(line.text for line in lines)
    bold = all(line.bold for line in lines)
    return replace(lines[0], text=text, bold=bold, size=max(line.size for line in lines))


def _beside(lines: list[Line], sides: list[Cell]) -> list[Line]:
    """The lines of a cell, each with those that stand beside it; what finds no place stands below the last of these."""
    result, left, below = list(lines), list[Line](), 0
    for side in sides:
        texts = _whole_periods(side.words)
        dates = [number for number, line in enumerate(texts) if _DATE.match(line.text)]
        hosts = _hosts(lines, len(texts) if len(dates) == len(texts) else 1)
        if dates and dates[0] >= len(hosts):
            texts.insert(0, texts.pop(dates[0]))
        for host, line in zip(hosts, texts, strict=False):
            result[host] = _row([result[host], line])
            below = max(below, host + 1)
        left += texts[len(hosts) :]
    return [*result[:below], *left, *result[below:]]


def _whole_periods(lines: list[Line]) -> list[Line]:
    """The lines of a narrow column, with "2019 -" and "Present" on one."""
    result: list[Line] = []
    for line in lines:
        if result and _OPEN.search(result[-1].text):
            result[-1] = replace(result[-1], text=f"{result[-1].text} {line.text}")
        else:
            result.append(line)
    return result


def _hosts(lines: list[Line], periods: int) -> list[int]:
    """The lines that something may stand beside: those above the first statement, or of several jobs the first ones."""
    able = [bool(line.text) and line.kind is not BlockKind.ITEM and _words(line) <= _LONG_WORDS for line in lines]
    starts = [number for number, host in enumerate(able) if host and not (number and able[number - 1])]
    if periods > 1 and len(starts) == periods:
        return starts
    stop = next((number for number, line in enumerate(lines) if line.text and not able[number]), len(lines))
    return [number for number in range(stop) if able[number]]


def _is_short(line: Line) -> bool:
    return line.kind is not BlockKind.ITEM and "\t" not in line.text and _words(line) <= _SIDE_WORDS


def _words(line: Line) -> int:
    return len(line.text.split())
