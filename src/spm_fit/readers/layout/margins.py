"""Page headers, footers and page numbers: they belong to the paper, not to the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from spm_fit.readers.layout.glyphs import Line

_MARGIN = 0.09
_NUMBER = re.compile(r"(?:page\s*)?\d{1,2}(?:\s*(?:of|/|-|von|de)\s*\d{1,2})?\.?|[-–]\s*\d{1,2}\s*[-–]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def without_margins(lines: Sequence[Line], heights: dict[int, float]) -> list[Line]:
    """Drop page numbers, and lines in the outer margins that come again on another page."""
    seen: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        if _in_margin(line, heights):
            seen[_key(line)].add(line.page or 0)
    return [line for line in lines if not (_in_margin(line, heights) and _drop(line, seen))]


def _drop(line: Line, seen: dict[str, set[int]]) -> bool:
    pages = seen[_key(line)]
    # The first page's header may be the person's name and address: kept once, dropped on the pages after it.
    repeated = len(pages) > 1 and (line.page != min(pages) or _key(line) != line.text.lower().strip())
    last_part = line.text.split("\t")[-1]
    return repeated or bool(_NUMBER.fullmatch(line.text.strip()) or (repeated and _NUMBER.fullmatch(last_part)))


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower().strip())


def _in_margin(line: Line, heights: dict[int, float]) -> bool:
    height = heights.get(line.page or 0, 0.0)
    return height > 0 and (line.y < _MARGIN * height or line.y > (1 - _MARGIN) * height)
