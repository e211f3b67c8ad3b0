"""Page headers, footers and page numbers: they belong to the paper, not to the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from spm_fit.readers.layout.segments import Segment, rows

_MARGIN = 0.09
# Distance to the text, in type sizes, from which on the first or last row is taken for a page header or footer.
_APART = 2.4
_LONG = 20
_NUMBER = re.compile(
    r"(?:page\s*)?(\d{1,2})(?:\s*(?:of|/|-|von|de)\s*\d{1,2})?\.?|[-–]\s*(\d{1,2})\s*[-–]", re.IGNORECASE
)
_PAGE = re.compile(r"\bpage \d|\b\d{1,2} ?(?:/|of) ?\d{1,2}$|\s\d{1,2}$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def without_margins(
    pages: dict[int, list[Segment]], heights: dict[int, float]
) -> tuple[dict[int, list[Segment]], tuple[str, ...]]:
    """The segments of each page without page numbers and without what other pages have at the same place; and that."""
    seen: dict[str, set[int]] = defaultdict(set)
    outer = {page: list(_outer(part, heights[page])) for page, part in pages.items()}
    for page, table in outer.items():
        for row in table:
            seen[_key(row)].add(page)
    result = {}
    running: set[str] = set()
    again = _again(pages)
    for page, part in pages.items():
        dropped = [row for row in outer[page] if _drop(row, page, seen[_key(row)])] + again.get(page, [])
        gone = {id(segment) for row in dropped for segment in row}
        running |= {_text(row) for row in dropped}
        result[page] = [segment for segment in part if id(segment) not in gone]
    return result, tuple(sorted(running))


def _again(pages: dict[int, list[Segment]]) -> dict[int, list[list[Segment]]]:
    """Last rows that begin the next page once more: browsers print a line that a page break cuts on both."""
    result = {}
    for (page, part), (_, following) in pairwise(pages.items()):
        if part and following:
            last, first = rows(part)[-1], rows(following)[0]
            if _text(last) == _text(first) and len(_text(last)) >= _LONG:
                result[page] = [last]
    return result


def _outer(part: list[Segment], height: float) -> Iterator[list[Segment]]:
    """The rows in the margins, and the first and the last one where they stand apart."""
    table = rows(part)
    for number, row in enumerate(table):
        y = row[0].baseline
        apart = False
        if number in {0, len(table) - 1} and len(table) > 1:
            neighbour = table[1] if number == 0 else table[-2]
            apart = abs(neighbour[0].baseline - y) > _APART * neighbour[0].size
        if y < _MARGIN * height or y > (1 - _MARGIN) * height or apart:
            yield row


def _drop(row: list[Segment], page: int, pages: set[int]) -> bool:
    text = _text(row)
    # The first page's header may be the person's name and address: kept once, dropped on the pages after it.
    repeated = len(pages) > 1 and (page != min(pages) or bool(_PAGE.search(text)))
    number = _NUMBER.fullmatch(text)
    return repeated or bool(number and int(number[1] or number[2]) == page)


def _key(row: list[Segment]) -> str:
    """The words of a row without their numbers, and roughly where it stands."""
    return f"{_DIGITS.sub('#', _text(row).lower())} @{round(row[0].baseline / 4)}"


def _text(row: list[Segment]) -> str:
    return " ".join(segment.text for segment in row).strip()
