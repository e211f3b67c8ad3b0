"""Months and spans of months: the arithmetic of work experience.

A year alone is not exact, so every length is a band: the fewest and the most months that the text allows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A date as resumes give it: ``month`` is 1 to 12, or None where only the year is printed."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        """``YYYY-MM`` or ``YYYY``."""
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"

    @property
    def first(self) -> int:
        """The earliest month it can mean, counted from year 0."""
        return self.year * 12 + (self.month or 1) - 1

    @property
    def last(self) -> int:
        """The latest month it can mean, counted from year 0."""
        return self.year * 12 + (self.month or 12) - 1


@dataclass(frozen=True, slots=True)
class Period:
    """From a month to a month, both included. An open end is `present`; an end that is not printed is None."""

    start: YearMonth | None
    end: YearMonth | None
    present: bool = False

    @property
    def dated(self) -> bool:
        """Whether it has a beginning and an end that can be counted."""
        return self.start is not None and (self.present or self.end is not None)

    def end_text(self) -> str | None:
        """``YYYY-MM``, ``YYYY``, ``present`` or None."""
        return "present" if self.present else str(self.end) if self.end else None


@dataclass(frozen=True, slots=True)
class Band:
    """Months at least and at most."""

    low: int
    high: int

    @property
    def middle(self) -> float:
        """What is scored."""
        return (self.low + self.high) / 2


def spoken(months: float) -> str:
    """A length of time as people say it: "6 y 4 m"."""
    years, rest = divmod(round(months), 12)
    return f"{years} y {rest} m" if years and rest else f"{years} y" if years else f"{rest} m"


def months(periods: Iterable[Period], as_of: date) -> Band:
    """The union of periods in months, both ends included; `as_of` closes the open ones."""
    dated = [period for period in periods if period.dated]
    return Band(_union(dated, as_of, widest=False), _union(dated, as_of, widest=True))


def _union(periods: list[Period], as_of: date, *, widest: bool) -> int:
    now = as_of.year * 12 + as_of.month - 1
    bounds = []
    for period in periods:
        start = period.start
        if start is None:
            continue
        end = YearMonth(as_of.year, as_of.month) if period.present or period.end is None else period.end
        first, last = (start.first, end.last) if widest else (start.last, end.first)
        if not widest and start.first <= end.last:
            # Within one year the least is one month, whichever it was.
            first = min(first, now)
            last = max(last, first)
        bounds.append((first, min(last, now)))
    total, reached = 0, -1
    for first, last in sorted(bounds):
        begin = max(first, reached + 1)
        total += max(0, last - begin + 1)
        reached = max(reached, last)
    return total
