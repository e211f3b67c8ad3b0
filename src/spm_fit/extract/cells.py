"""The cells of a heading line: what stands between tabs, bars, dashes and commas, without marks and half brackets."""

from __future__ import annotations

import re

_CELLS = re.compile(r"\s*\t\s*|\s+[|•·●∙⋅]\s*|\s*[|•·●∙⋅]\s+|\s+[-–—~]+\s+|\s+@\s+|\s+at\s+(?=[A-Z])|\s*;\s+")
COMMA = re.compile(r"\s*,\s*")
DASH = re.compile(r"\s+[-–—]\s+")
TRIM = " \t,;:|•·-–—[]~"


def pieces(text: str) -> list[str]:
    """The cells of a line; one empty cell if it holds nothing."""
    return [piece for part in split_outside(_CELLS, text) if (piece := trimmed(part))] or [""]


def split_outside(separator: re.Pattern[str], text: str) -> list[str]:
    """The parts between separators that stand outside brackets."""
    parts, start = [], 0
    for match in separator.finditer(text):
        before = text[: match.start()]
        if before.count("(") > before.count(")") and ")" in text[match.end() :]:
            continue
        parts.append(text[start : match.start()])
        start = match.end()
    return [*parts, text[start:]]


def trimmed(text: str) -> str:
    """Without marks at its ends and without half of a pair of brackets."""
    text = text.strip(TRIM)
    if text.startswith("(") and text.find(")") in {-1, len(text) - 1}:
        text = text[1:].removesuffix(")")
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")]
    elif text.count(")") > text.count("("):
        text = text.replace(")", "", 1) if text.startswith(")") else text.removesuffix(")")
    return text.strip(TRIM)
