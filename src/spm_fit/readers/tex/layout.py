"""Which argument of a macro stands where: by table, and for macros nobody described by what the arguments look like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spm_fit.readers.tex.definitions import Arguments, Range
from spm_fit.readers.tex.macros import BY_DATE, LAYOUTS, RATED, SILENT
from spm_fit.readers.tex.symbols import CHARACTERS
from spm_fit.readers.tex.tokens import Kind

Mark = int | str
"""An argument by its number (from 1), or a border between two: see `LAYOUTS`."""

# A date is short; what is longer than a name or a place is a paragraph of its own.
_DATE_LENGTH = 70
_SHORT_LENGTH = 90
_LABEL_WORDS = 5
# Tokens to look at for a word.
_LOOK = 30
_PRINTED = frozenset([Kind.TEXT, Kind.CHAR, Kind.MACRO])
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:present|current|now|today|ongoing)\b|\b\d\d?/\d{2,4}\b|['\u2019]\d\d\b", re.IGNORECASE
)
_LENGTHS = re.compile(
    r"\s*(?:[-+]?[\d.]*\s*(?:(?:pt|em|ex|mm|cm|in)|\\[a-z]*(?:width|height|sep|skip))|[\w./-]+\.(?:png|jpe?g|pdf|eps|svg)|\#[\dA-F]{6}|(?=[A-F]*\d)(?=\d*[A-F])[\dA-F]{6})?\s*"
)
_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d)?\s*%?\s*")
_DATE_CELL = re.compile(r"\| (\d)")


def marks(layout: str) -> list[Mark]:
    """A layout as it is written in the tables."""
    return [int(part) if part.isdigit() else part for part in layout.split()]


def most(name: str) -> int:
    """How many arguments a described macro has."""
    return max(mark for layout in LAYOUTS[name] for mark in marks(layout) if isinstance(mark, int))


def described(arguments: Arguments, name: str, groups: Sequence[Range]) -> list[Mark]:
    """The layout of a macro of the tables."""
    layouts = LAYOUTS[name]
    if name in BY_DATE and dated(arguments, groups[0]):
        return marks(BY_DATE[name])
    cells = [int(found[1]) for layout in layouts if (found := _DATE_CELL.search(layout))]
    if len(groups) < 3 or not cells:
        return _with_dates(arguments, marks(layouts[0]), groups)
    for layout, cell in zip(layouts, cells, strict=False):
        if cell <= len(groups) and dated(arguments, groups[cell - 1]):
            return marks(layout)
    if any(dated(arguments, group) for group in groups):
        return guessed(arguments, groups)
    fitting = [layout for layout in layouts if f"{len(groups)} /" in layout]
    return marks((fitting or layouts)[0])


def _with_dates(arguments: Arguments, layout: list[Mark], groups: Sequence[Range]) -> list[Mark]:
    """A layout of labels, where a label that is a date has a cell of its own."""
    result: list[Mark] = []
    for mark in layout:
        before = result[-1] if result else None
        is_date = isinstance(before, int) and before <= len(groups) and dated(arguments, groups[before - 1])
        result.append("|" if mark == ":" and is_date else mark)
    return result


def guessed(arguments: Arguments, groups: Sequence[Range]) -> list[Mark]:
    """The layout of a macro that nobody described: what is named first with the date beside it, the rest below."""
    printed = [number for number, group in enumerate(groups, 1) if prints(arguments, group)]
    dates = [number for number in printed if dated(arguments, groups[number - 1])]
    date = min(dates, key=lambda number: groups[number - 1].end - groups[number - 1].start, default=0)
    rest = [number for number in printed if number != date]
    long = [n for n in rest if len(arguments.source(groups[n - 1], _SHORT_LENGTH + 1)) > _SHORT_LENGTH]
    short = [number for number in rest if number not in long]
    if not date and len(rest) == len(groups) == 2 and short[:1] == rest[:1]:
        few = len(arguments.source(groups[rest[0] - 1], _SHORT_LENGTH).split()) <= _LABEL_WORDS
        return ["/", rest[0], ":" if few else "/", rest[1], "/"]
    result: list[Mark] = ["/"]
    if date:
        first = short[:1] or long[:1]
        result += [*first, "|", date, "/"]
        short, long = [n for n in short if n not in first], [n for n in long if n not in first]
    for number in short:
        result += [number, ","]
    for number in long:
        result += ["/", number]
    # What seems to print nothing may all the same: nothing is lost.
    for number in range(1, len(groups) + 1):
        if number not in printed:
            result += ["/", number]
    return [*result, "/"]


def dated(arguments: Arguments, part: Range) -> bool:
    """Whether a short text holds a date."""
    text = arguments.source(part, _DATE_LENGTH + 1)
    return len(text) <= _DATE_LENGTH and bool(_DATE.search(text))


def prints(arguments: Arguments, part: Range) -> bool:
    """Whether there is a word near the beginning."""
    at, end = part.start, min(part.end, part.start + _LOOK)
    while at < end:
        token = arguments.tokens[at]
        text = token.value if token.kind in {Kind.CHAR, Kind.MACRO} else arguments.text[token.start : token.end]
        at += 1
        if token.kind is Kind.MACRO:
            if text in arguments.own:
                return True
            at = arguments.groups(at, end, SILENT[text])[2] if text in SILENT else at
            text = CHARACTERS.get(text, "")
        if token.kind is Kind.PARAMETER or (token.kind in _PRINTED and any(map(str.isalnum, text))):
            return True
    return part.end - part.start > _LOOK


def without_text(arguments: Arguments, name: str, part: Range) -> bool:
    """Whether an argument of a macro or environment is a length, a colour, a file or what is drawn, not a text."""
    text = arguments.source(part, _SHORT_LENGTH + 1)
    if len(text) > _SHORT_LENGTH:
        return False
    return bool(_LENGTHS.fullmatch(text) or (RATED.search(name) and _NUMBER.fullmatch(text)))
