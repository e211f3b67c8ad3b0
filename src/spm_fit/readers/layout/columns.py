"""Which text stands in which column: recursive cuts along empty vertical gutters.

A gutter is an x that no segment crosses over a band of rows. It parts columns only if both sides are texts of their own;
a side that holds the dates or labels of the other side's rows is a table and is read row by row. docs/reading.md draws
the cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from spm_fit.readers.layout.headings import is_section_name, looks_like_heading
from spm_fit.readers.layout.lines import Segment, rows

MIN_ROWS = 4
MIN_GUTTER = 0.9  # of the type size
_DATE = re.compile(
    r"(?:19|20)\d\d|\b(?:present|current|ongoing|to date|today)\b|'\d\d\b|^\d+ (?:years?|months?)\b|^[A-Z][\w. -]+, [A-Z][\w. ]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Cut:
    x: float
    top: int
    bottom: int
    score: float


def regions(found: Sequence[Segment]) -> list[list[Segment]]:
    """The columns of a page in reading order: what is above a cut, its left, its right, what is below."""
    table = rows(found)
    cut = _best_cut(table)
    if cut is None:
        return [list(found)] if found else []
    above = [s for row in table[: cut.top] for s in row]
    band = [s for row in table[cut.top : cut.bottom] for s in row]
    below = [s for row in table[cut.bottom :] for s in row]
    left = [s for s in band if s.x0 < cut.x]
    right = [s for s in band if s.x0 >= cut.x]
    return [region for part in (above, left, right, below) for region in regions(part)]


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
    sides: tuple[list[tuple[int, list[Segment]]], list[tuple[int, list[Segment]]]] = ([], [])
    for i in range(top, bottom):
        for side, part in zip(sides, _parted(table[i], x), strict=True):
            if part:
                side.append((i, part))
    left, right = sides
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


def _is_table(left: list[tuple[int, list[Segment]]], right: list[tuple[int, list[Segment]]]) -> bool:
    """Whether one side only annotates the rows of the other: dates, places, labels, lone bullets."""
    small, large = sorted((left, right), key=lambda side: sum(len(s.text) for _, row in side for s in row))
    texts = [" ".join(s.text for s in row) for _, row in small]
    if sum(len(t) for t in texts) <= 2 * len(texts):
        return True
    if sum(bool(_DATE.search(t)) for t in texts) >= 0.5 * len(texts):
        return True
    baselines = {i: row[0].baseline for i, row in large}
    aligned = sum(i in baselines and abs(baselines[i] - row[0].baseline) < 1.0 for i, row in small)
    labels = aligned >= 0.9 * len(small)
    width = max(row[-1].x1 for _, row in small) - min(row[0].x0 for _, row in small)
    other = max(row[-1].x1 for _, row in large) - min(row[0].x0 for _, row in large)
    return labels and width < 0.45 * other
