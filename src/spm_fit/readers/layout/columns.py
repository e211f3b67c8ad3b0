"""Which text stands in which column: recursive cuts along empty vertical gutters.

A gutter is an x that no segment crosses over a band of rows. It parts columns only if both sides are texts of their own;
a side that holds the dates or labels of the other side's rows is a table and is read row by row. docs/reading.md draws
the cases.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from spm_fit.readers.layout.headings import is_section_name, is_usual_name, looks_like_heading, may_be_heading
from spm_fit.readers.layout.markers import is_lone_marker
from spm_fit.readers.layout.segments import Segment, rows

MIN_ROWS = 4
MIN_GUTTER = 0.9  # of the type size
_DATE = re.compile(
    r"(?:19|20)\d\d|\b(?:present|current|ongoing|to date|today)\b|'\d\d\b|^\d+ (?:years?|months?)\b|^[A-Z][\w. -]+, [A-Z][\w. ]+$",
    re.IGNORECASE,
)


# Part of a page's height over which text must stand beside text to call it two columns.
_MAIN = 0.35
# Columns of nearly one width may be a text that flows from the left one into the right one.
_ALIKE = 0.85
# Rows with the name and the contacts that may stand above headings in the margin.
_ABOVE = 5


@dataclass(frozen=True, slots=True)
class _Cut:
    x: float
    top: int
    bottom: int
    score: float
    headings: bool = False
    """The left side holds the headings of the rows on the right."""


Part = list[Segment]
_Side = list[tuple[int, list[Segment]]]


def ordered(pages: dict[int, list[Part]]) -> Iterator[tuple[int, int, Part]]:
    """(page, number of the region, segments) in reading order: a column goes on at the top of the next page."""
    held: list[tuple[int, int, Part]] = []
    left: Part = []
    for page, parts in pages.items():
        numbered = [(page, number, part) for number, part in enumerate(parts)]
        if held:
            pair = len(parts) >= 2 and _beside(parts[0], parts[1])
            goes_on = pair and _same_left(left, parts[0]) and _same_left(held[0][2], parts[1])
            if goes_on:
                yield numbered[0]
                held.append(numbered[1])
                numbered = numbered[2:]
            elif parts and not pair and _within(parts[0], left, held[0][2]):
                yield numbered[0]
                numbered = numbered[1:]
            if numbered or not (goes_on or parts):
                yield from held
                held = []
        if not held and len(numbered) >= 2 and _beside(parts[-2], parts[-1]) and _independent(parts[-2], parts[-1]):
            yield from numbered[:-1]
            held, left = numbered[-1:], parts[-2]
        else:
            yield from numbered
    yield from held


def side_by_side(parts: list[Part]) -> int:
    """How many columns the lines of a page stand in, 1 or 2; a short list in two columns does not count."""
    beside = sum(_overlap(a, b) for a, b in pairwise(parts) if _beside(a, b))
    height = max(map(_bottom, parts), default=0.0) - min(map(_top, parts), default=0.0)
    return 2 if beside > _MAIN * height else 1


def _beside(a: Part, b: Part) -> bool:
    return max(s.x1 for s in a) <= min(s.x0 for s in b) + 1 and _overlap(a, b) > 0


def _overlap(a: Part, b: Part) -> float:
    return min(_bottom(a), _bottom(b)) - max(_top(a), _top(b))


def _independent(left: Part, right: Part) -> bool:
    narrow, wide = sorted((_width(left), _width(right)))
    return narrow < _ALIKE * wide


def _width(part: Part) -> float:
    return max(s.x1 for s in part) - _left(part)


def _left(part: Part) -> float:
    return min(s.x0 for s in part)


def _same_left(a: Part, b: Part) -> bool:
    return abs(_left(a) - _left(b)) < 2 * a[0].size


def _within(part: Part, left: Part, right: Part) -> bool:
    """Whether all of a part stands in the left one of two columns."""
    return _same_left(left, part) and max(s.x1 for s in part) <= _left(right)


def _top(part: Part) -> float:
    return min(segment.top for segment in part)


def _bottom(part: Part) -> float:
    return max(segment.baseline for segment in part)


def regions(found: Sequence[Segment]) -> list[Part]:
    """The columns of a page in reading order: what is above a cut, its left, its right, what is below."""
    table = rows(found)
    cut = _best_cut(table)
    if cut is None:
        return [list(found)] if found else []
    above = [s for row in table[: cut.top] for s in row]
    below = [s for row in table[cut.bottom :] for s in row]
    band = table[cut.top : cut.bottom]
    if cut.headings:
        sides = _headed(band, cut.x)
    else:
        sides = [[s for row in band for s in row if s.x0 < cut.x], [s for row in band for s in row if s.x0 >= cut.x]]
    return [region for part in (above, *sides, below) for region in regions(part)]


def _headed(band: list[list[Segment]], x: float) -> list[Part]:
    """Headings in the left margin, each before the rows that it stands beside."""
    result: list[Part] = []
    for row in band:
        left, right = _parted(row, x)
        if left:
            result += [[replace(segment, heading=True) for segment in left], []]
        if right:
            if not result:
                result.append([])
            result[-1] += right
    return [part for part in result if part]


def _best_cut(table: list[list[Segment]]) -> _Cut | None:
    sizes = [s.size for row in table for s in row]
    gutter = MIN_GUTTER * median(sizes) if sizes else 0.0
    candidates = sorted({round(s.x0 - 1.0) for row in table for s in row})
    cuts = [cut for x in candidates for cut in _bands(table, x, gutter)]
    return max(cuts, key=lambda c: (c.score, -c.x), default=None)


def _bands(table: list[list[Segment]], x: float, gutter: float) -> list[_Cut]:
    """The runs of rows with nothing in the `gutter` points left of `x`, where both sides are columns."""
    result: list[_Cut] = []
    start = 0
    for i in range(len(table) + 1):
        if i == len(table) or any(s.x0 < x < s.x1 + gutter for s in table[i]):
            if i - start >= MIN_ROWS:
                cut = _judge(table, x, start, i, ends=i < len(table))
                if cut:
                    result.append(cut)
            start = i + 1
    return result


def _judge(table: list[list[Segment]], x: float, top: int, bottom: int, *, ends: bool) -> _Cut | None:
    sides: tuple[_Side, _Side] = ([], [])
    for i in range(top, bottom):
        for side, part in zip(sides, _parted(table[i], x), strict=True):
            if part:
                side.append((i, part))
    left, right = sides
    for skipped in range(min(_ABOVE, len(left) - 1)):
        below = [(i, row) for i, row in right if i >= left[skipped][0]]
        if below and _are_headings(left[skipped:], below):
            return _Cut(x, left[skipped][0], below[-1][0] + 1, float(len(below)), headings=True)
    if min(len(left), len(right)) < MIN_ROWS:
        return None
    # Rows at the edge of the band that stand on one side only belong to the full width (a centred heading).
    gutter = min(p[0].x0 for _, p in right) - max(p[-1].x1 for _, p in left)
    if _is_table(left, right):
        return None
    first = min(left[0][0], right[0][0])
    last = max(left[-1][0], right[-1][0])
    if ends:
        last = _last(table, last, min(left[-1][0], right[-1][0]))
    return _Cut(x, first, last + 1, min(len(left), len(right)) * (1 + gutter / 1000))


def _are_headings(left: _Side, right: _Side) -> bool:
    """Whether the left side holds nothing but headings beside their first rows: usual names, or lines set apart alike."""
    names = [row[0].text for _, row in left]
    beside = {i for i, _ in right}
    if len(names) < 2 or not all(len(row) == 1 and may_be_heading(row[0].text) and i in beside for i, row in left):
        return False
    known = sum(is_usual_name(name) for name in names)
    if known >= 2 and 2 * known >= len(names) and len(right) > len(left):
        return True
    looks = Counter((s.bold, s.color) for _, row in right for s in row for _ in s.text)
    own = {(row[0].bold, row[0].color) for _, row in left}
    dated = sum(bool(_DATE.search(s.text)) for _, row in right for s in row)
    apart = len(own) == 1 and own.isdisjoint({looks.most_common(1)[0][0]})
    return apart and dated >= 2 and len(right) >= 3 * len(left)


def _last(table: list[list[Segment]], last: int, both: int) -> int:
    """The last row of a band that full lines follow: a heading below the shorter side stands over those lines."""
    sizes = median(s.size for row in table for s in row)
    edge = min(row[0].x0 for row in table[max(0, both - MIN_ROWS + 1) : both + 1])
    for i in range(both + 1, last + 1):
        only = table[i][0]
        stands_out = looks_like_heading(only.text, only.size, only.bold, sizes) or is_section_name(only.text)
        if len(table[i]) == 1 and (stands_out or only.x0 < edge - 0.5 * only.size):
            return i - 1
    return last


def _parted(row: list[Segment], x: float) -> tuple[list[Segment], list[Segment]]:
    return [s for s in row if s.x0 < x], [s for s in row if s.x0 >= x]


def _is_table(left: _Side, right: _Side) -> bool:
    """Whether one side only annotates the rows of the other: dates, places, labels, lone bullets."""
    small, large = sorted((left, right), key=lambda side: sum(len(s.text) for _, row in side for s in row))
    # The dots of a timeline say nothing.
    dots = [(i, [s for s in row if not is_lone_marker(s.text)]) for i, row in small]
    small = [(i, row) for i, row in dots if row] or small
    texts = [" ".join(s.text for s in row) for _, row in small]
    if sum(len(t) for t in texts) <= 2 * len(texts):
        return True
    if sum(bool(_DATE.search(t)) for t in texts) >= 0.5 * len(texts):
        return True
    baselines = {i: row[0].baseline for i, row in large}
    level = [i in baselines and abs(baselines[i] - row[0].baseline) < 1.0 for i, row in small]
    if large is left and sum(level) >= 0.6 * len(level) and _flush_right(small):
        return True
    if large is left and _annotated(left, small, baselines):
        return True
    # Headings over the whole width stand alone in their rows.
    alone = sum(i not in baselines and is_usual_name(row[0].text) for i, row in small)
    labels = sum(level) >= 0.9 * (len(small) - alone)
    width = max(row[-1].x1 for _, row in small) - min(row[0].x0 for _, row in small)
    other = max(row[-1].x1 for _, row in large) - min(row[0].x0 for _, row in large)
    return labels and width < 0.45 * other


def _annotated(left: _Side, right: _Side, baselines: dict[int, float]) -> bool:
    """Whether below one of the headings on the left the right side only has dates, each beside a row."""
    starts = [i for i, row in left if len(row) == 1 and is_usual_name(row[0].text)]
    for start, end in pairwise([*starts, left[-1][0] + 1]):
        part = [(i, row) for i, row in right if start < i < end]
        dates = sum(bool(_DATE.search(" ".join(s.text for s in row))) for _, row in part)
        if len(part) >= 2 and dates >= 0.75 * len(part) and all(i in baselines for i, _ in part):
            return True
    return False


def _flush_right(side: _Side) -> bool:
    """Whether the rows end at one x and begin at many: a date or a place set against the right margin."""
    ends = [row[-1].x1 for _, row in side]
    starts = Counter(round(row[0].x0) for _, row in side)
    flush = sum(max(ends) - end < 1.5 for end in ends)
    return flush >= 0.8 * len(ends) and starts.most_common(1)[0][1] <= 0.5 * len(ends)
