"""Segments to the lines of one column: cells, markers, dates that wrapped or slipped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spm_fit.readers.layout.glyphs import Line
from spm_fit.readers.layout.markers import MARKERS, is_lone_marker, split_marker
from spm_fit.readers.layout.segments import Segment, rows

# A gap wider than this inside one column separates cells: a title and its date.
CELL_GAP = 1.5
# A cell beside a list item is at most a period or a place.
_SIDE_WORDS = 6
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_OPEN_DATE = re.compile(r"\d{4}\s*(?:[-–—]|to|until)\s*$", re.IGNORECASE)
# A period's beginning, then nothing or something else than its end.
_OPEN_LEAD = re.compile(
    rf"(?P<date>(?:{_MONTH},? |\d\d?[./-])?(?:19|20)\d\d\s*(?:[-–—]|to\b|until\b))\s*(?P<rest>(?!{_MONTH} ?\d|\d|present|current|now\b|today|ongoing)\S.*|)$",
    re.IGNORECASE,
)
_CLOSE_LEAD = re.compile(
    rf"(present|current|now|today|ongoing|to date|{_MONTH},? \d{{4}}|{_MONTH}|\d\d?[./]\d{{4}}|(?:19|20)\d\d)(?=\s|$)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\d{4}$|present|current|now|today|ongoing|to date", re.IGNORECASE)


def lines(found: Sequence[Segment], page: int, region: int) -> list[Line]:
    """The lines of one column, top to bottom, with markers of list items taken off."""
    table = _lift_side_cells(_join_wrapped_dates(rows(found)))
    result: list[Line] = []
    pending: Segment | None = None
    for row in table:
        if pending is None and len(row) == 1 and is_lone_marker(row[0].text):
            pending = row[0]
            continue
        if (
            pending is not None
            and 0 <= row[0].baseline - pending.baseline < 2 * row[0].size
            and row[0].x0 >= pending.x0
        ):
            row = [pending, *row]
        pending = None
        result.append(_line(row, page, region))
    return result


def _lift_side_cells(table: list[list[Segment]]) -> list[list[Segment]]:
    """Dates at the right margin beside list items belong to the heading above, not into the items' sentences."""
    every = [cell for row in table for cell in row]
    if not every:
        return table
    left, right = min(cell.x0 for cell in every), max(cell.x1 for cell in every)
    result: list[list[Segment]] = []
    place: int | None = None
    marker = 0.0
    for row in table:
        first = row[0]
        if is_lone_marker(first.text) or split_marker(first.text)[0]:
            place, marker = len(result), first.x0
        elif first.x0 < marker + 0.5 * first.size:
            place = None
        cell, rest = row[-1], row[:-1]
        lifted = (
            place is not None
            and rest
            and not is_lone_marker(rest[-1].text)
            and cell.x0 - rest[-1].x1 > CELL_GAP * cell.size
            and cell.x0 > left + 0.6 * (right - left)
            and right - cell.x1 < cell.size
            and len(cell.text.split()) <= _SIDE_WORDS
        )
        if lifted and place is not None:
            result.insert(place, [cell])
            place += 1
            row = rest
        result.append(row)
    return result


def _line(row: Sequence[Segment], page: int, region: int) -> Line:
    parts = [row[0].text]
    marker, start = "", row[0].x0
    rest = row
    if len(row) > 1 and is_lone_marker(row[0].text):
        marker, start, rest = row[0].text, row[1].x0, row[1:]
        # Some producers draw the bullet and print it, too.
        parts = [row[1].text.lstrip(MARKERS + " ") or row[1].text]
    last = start
    for left, right in pairwise(rest):
        wide = right.x0 - left.x1 > CELL_GAP * max(left.size, right.size)
        last = right.x0 if wide else last
        parts.append(("\t" if wide else " ") + right.text)
    text = "".join(parts)
    if not marker:
        marker, text = split_marker(text)
        if marker:
            start = row[0].x0 + (row[0].x1 - row[0].x0) * min(1.0, (len(marker) + 1) / max(1, len(row[0].text)))
    main = max(rest, key=lambda s: len(s.text))
    base = row[0] if not marker else rest[0]
    return Line(
        text, row[0].x0, row[-1].x1, base.baseline, main.size, rest[0].bold, page, region, marker, start,
        heading=rest[0].heading, color=main.color, ruled=main.ruled, last=last, head=rest[0].head,
    )  # fmt: skip


def _join_wrapped_dates(table: list[list[Segment]]) -> list[list[Segment]]:
    """A narrow date column breaks ``March 2019 -`` / ``Present`` over two or three rows; what is below moves up."""
    for number, upper in enumerate(table):
        for i, cell in enumerate(upper):
            begun = _OPEN_LEAD.match(cell.text) if i == 0 else _OPEN_DATE.search(cell.text)
            if not begun or (i > 0 and len(upper) == 1):
                continue
            closed = _closed(table[number + 1 : number + 3], cell)
            if closed and (i > 0 or len(upper) > 1 or begun["rest"]):
                opened, rest = (begun["date"], begun["rest"]) if i == 0 else (cell.text, "")
                upper[i] = replace(cell, text=f"{opened.strip()} {closed}" + (f"\t{rest.strip()}" if rest else ""))
                break
    return [row for row in table if row]


def _closed(below: list[list[Segment]], cell: Segment) -> str:
    """The end of a period from the rows below, taken out of them; empty if they do not have it."""
    found: list[tuple[list[Segment], int, re.Match[str]]] = []
    for row in below:
        place = next((n for n, other in enumerate(row) if _is_below(other, cell)), None)
        part = _CLOSE_LEAD.match(row[place].text) if place is not None else None
        if place is None or part is None:
            return ""
        found.append((row, place, part))
        if _ENDS.search(part[1]):
            break
    else:
        return ""
    for row, place, part in found:
        other = row[place]
        rest = other.text[part.end() :].lstrip()
        if rest:
            shift = (other.x1 - other.x0) * (len(other.text) - len(rest)) / len(other.text)
            row[place] = replace(other, text=rest, x0=other.x0 + shift)
        else:
            row.pop(place)
    return " ".join(part[1] for _, _, part in found)


def _is_below(other: Segment, cell: Segment) -> bool:
    return other.x0 < cell.x0 + 3 * cell.size and other.x1 > cell.x0 - cell.size
