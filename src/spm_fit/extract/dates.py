"""Dates and periods as resumes print them. A regular expression finds them; nothing here knows of positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from spm_fit.model.document import Span
from spm_fit.model.period import Period, YearMonth

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Season -> first and last month, as an internship in "Summer 2019" means it.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 2)}
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_DATE = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<name>{_NAME})(?![a-z])"
    rf"(?:\.?,?[ \-/]*(?:\d{{1,2}}(?:st|nd|rd|th)?,\s*)?(?:of\s+)?(?:(?P<named>{_YEAR})|['’](?P<short>\d\d)(?!\d))|-(?P<dashed>\d\d)(?![\d,]))"
    rf"|(?P<season>spring|summer|fall|autumn|winter)\s+(?:of\s+)?(?P<seasoned>{_YEAR})"
    rf"|(?P<year1>{_YEAR})[\-/.](?P<month1>1[0-2]|0[1-9])(?:[\-/.]\d\d)?(?![\d])"
    rf"|(?P<month2>1[0-2]|0?[1-9])\s?[/.\-]\s?(?:(?P<day>\d\d?)[/.\-])?(?P<year2>{_YEAR})"
    rf"|(?:1[3-9]|2\d|3[01])[/.\-](?P<month4>1[0-2]|0?[1-9])[/.\-](?P<year4>{_YEAR})"
    rf"|(?P<month3>1[0-2]|0[1-9])/(?P<year3>\d\d)(?![\d/])"
    rf"|(?P<year>{_YEAR}))(?!\d)"
)
# "CurrentUniversity" is a lost line break: an open end stops where no small letter follows.
_OPEN = r"(?:the\s+present|present|current(?:ly)?|now|today|ongoing|(?:to|till|until)\s+(?:the\s+)?(?:date|now|present|today)|date)(?-i:(?![a-z]))"
_JOIN = r"\s*(?:[-–—‒−~→]+|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b)\s*"


def _named(prefix: str, pattern: str) -> str:
    return re.sub(r"\?P<(\w+)>", lambda match: f"?P<{prefix}{match[1]}>", pattern)


_RANGE = re.compile(
    rf"(?<![\d$€£/.])(?:(?P<half>{_NAME})\b\.?(?:{_JOIN})(?={_NAME})|(?P<begin>{_named('a_', _DATE)})(?:{_JOIN}|\s*\t\s*|\s+))"
    rf"(?:\s*(?:\bto\b|\buntil\b|\bexp(?:ected)?\b\.?)\s*)?(?:(?P<end>{_named('b_', _DATE)})|(?P<open>{_OPEN})|(?P<tail>\d\d)(?![\d/.%]))",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\bsince\s+(?P<begin>{_named('a_', _DATE)})", re.IGNORECASE)
_SINGLE = re.compile(rf"(?<![\d$€£/.])(?P<begin>{_named('a_', _DATE)})", re.IGNORECASE)
# Their versions are named by years.
_VERSIONED = re.compile(
    r"\b(?:windows|office|server|exchange|sharepoint|visual studio|excel|autocad|model)s?\s+$", re.IGNORECASE
)
_NUMERIC = re.compile(rf"(?<![\d/.\-])(\d\d?)[/.\-](\d\d?)[/.\-](?={_YEAR}(?!\d))")
_LAST_MONTH = 12
_TO_NAMES = re.compile(r"[-–—‒−~→]|to|until|till|through|thru", re.IGNORECASE)


def periods(text: str, span: Span) -> Iterator[tuple[Span, Period]]:
    """Ranges of dates, open ones included, in a stretch of text."""
    position = span.start
    ahead = [pattern.search(text, position, span.end) for pattern in (_RANGE, _SINCE)]
    while True:
        # A match that still lies ahead is kept, so that the text is searched once by each pattern.
        ahead = [m.re.search(text, position, span.end) if m and m.start() < position else m for m in ahead]
        found = [m for m in ahead if m]
        if not found:
            return
        match = min(found, key=lambda m: m.start())
        period = _period(match)
        if period is not None and _plausible(text, match, span):
            yield Span(match.start(), match.end()), period
            position = match.end()
        else:
            position = match.start() + 4 if match.end() - match.start() > 4 else match.end()


def single_dates(text: str, span: Span) -> Iterator[tuple[Span, YearMonth]]:
    """Every date in a stretch of text, those inside ranges too."""
    for match in _SINGLE.finditer(text, span.start, span.end):
        date = _date(match, "a_", last=False)
        if date is not None:
            yield Span(match.start(), match.end()), date


def _plausible(text: str, match: re.Match[str], span: Span) -> bool:
    """Whether two bare numbers are years: "2015-2020 items" are things, "1200 to 1500" never match."""
    groups = match.groupdict()
    if groups.get("tail"):
        between = text[match.end("begin") : match.start("tail")]
        if groups.get("a_year") is None or not re.fullmatch(r"\s?[-–—]\s?", between):
            return False
    if groups.get("a_year") and _VERSIONED.search(text, max(span.start, match.start() - 20), match.start()):
        return False
    if groups.get("a_year") and groups.get("b_year"):
        between = text[match.end("begin") : match.start("end")]
        after = text[match.end() : min(match.end() + 20, span.end)]
        if not _TO_NAMES.search(between) and "\t" not in between:
            return False
        return not re.match(r"\s+[a-z]{3,}", after) or bool(re.match(r"\s+(?:at|in|as|with|and|on|for)\b", after))
    if (
        groups.get("a_name") is None
        and groups.get("open")
        and not _TO_NAMES.search(text[match.end("begin") : match.end()])
    ):
        return text[match.end("begin") : match.start("open")].strip() == "" and match["open"].lower() != "date"
    return True


def _period(match: re.Match[str]) -> Period | None:
    groups = match.groupdict()
    if "open" not in groups:
        start = _date(match, "a_", last=False)
        return Period(start, None, present=True) if start else None
    if groups["half"]:
        end = _date(match, "b_", last=True)
        if end is None:
            return None
        return Period(YearMonth(end.year, _month(groups["half"])), end)
    start = _date(match, "a_", last=False)
    if start is None:
        return None
    if groups["open"]:
        return Period(start, None, present=True)
    if groups["tail"]:
        year = start.year // 100 * 100 + int(groups["tail"])
        return Period(start, YearMonth(year)) if year >= start.year else None
    end = _date(match, "b_", last=True)
    return Period(start, end) if end else None


def season(text: str, span: Span) -> tuple[Span, Period] | None:
    """A season that stands alone: "Summer 2019" is June to August."""
    match = _SINGLE.search(text, span.start, span.end)
    while match:
        if match["a_season"]:
            first, last = _SEASONS[match["a_season"].lower()]
            year = int(match["a_seasoned"])
            return Span(match.start(), match.end()), Period(
                YearMonth(year, first), YearMonth(year + (last < first), last)
            )
        match = _SINGLE.search(text, match.end(), span.end)
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _date(match: re.Match[str], prefix: str, *, last: bool) -> YearMonth | None:
    groups = {key[len(prefix) :]: value for key, value in match.groupdict().items() if key.startswith(prefix) and value}
    if "name" in groups:
        short = groups.get("short") or groups.get("dashed") or ""
        year = int(groups["named"]) if "named" in groups else _century(short)
        return YearMonth(year, _month(groups["name"]))
    if "season" in groups:
        return YearMonth(int(groups["seasoned"]), _SEASONS[groups["season"].lower()][last])
    for index in "1234":
        if f"year{index}" in groups:
            text, month = groups[f"year{index}"], int(groups[f"month{index}"])
            if "day" in groups and int(groups["day"]) <= _LAST_MONTH and _day_first(match.string):
                month = int(groups["day"])
            return YearMonth(_century(text) if len(text) == 2 else int(text), month)
    return YearMonth(int(groups["year"])) if "year" in groups else None


@lru_cache(maxsize=8)
def _day_first(text: str) -> bool:
    """Whether a text writes the day before the month: a number over 12 stands first, or the first of a month always does."""
    firsts = [int(match[1]) for match in _NUMERIC.finditer(text)]
    seconds = [int(match[2]) for match in _NUMERIC.finditer(text)]
    if not firsts:
        return False
    if max(firsts) > _LAST_MONTH or max(seconds) > _LAST_MONTH:
        return max(firsts) > _LAST_MONTH
    return set(firsts) == {1} and len(set(seconds)) > 1


def _century(short: str) -> int:
    return (1900 if int(short) >= 50 else 2000) + int(short)
