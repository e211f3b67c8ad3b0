"""Dates that do not fit together: claims above what is dated, gaps, overlaps, one job printed as two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spm_fit.model.document import Severity
from spm_fit.model.finding import Position, RoleKind
from spm_fit.model.period import spoken
from spm_fit.model.phrase import same
from spm_fit.model.report import Note
from spm_fit.scoring.context import Context

_GAP_MONTHS, _OVERLAP_MONTHS, _YEAR_APART = 6, 3, 12
_OTHER_CRAFT = re.compile(r"\bproduct (?:marketing|design|engineer)", re.IGNORECASE)
_PRODUCT = re.compile(r"\bproduct\b", re.IGNORECASE)
_GENERAL = re.compile(
    r"^\W*(?:of\s+)?(?:(?:professional|work|working|relevant|total|overall|industry)\s+)*(?:experience)?\W*$",
    re.IGNORECASE,
)


def claims(context: Context) -> Iterator[Note]:
    """Claimed years of product management, or of work at all, against the dated ones; other subjects cannot be compared."""
    for claim in context.found.claims:
        if _PRODUCT.search(claim.subject) and not _OTHER_CRAFT.search(claim.subject):
            dated, what = context.product_months, "in product are dated"
        elif _GENERAL.match(claim.subject):
            dated, what = context.work_months, "of work are dated"
        else:
            continue
        if claim.years * 12 - dated.high > _YEAR_APART:
            text = f'"{context.text(claim.span)}" is claimed, {spoken(dated.middle)} {what}'
            yield Note("SPM405", "claim-above-dates", Severity.WARNING, text, claim.span)


def reversed_dates(context: Context) -> Iterator[Note]:
    """A period that ends before it begins."""
    for position in context.found.positions:
        period = position.period
        if period.start and period.end and period.end.last < period.start.first:
            text = f"{period.start} to {period.end} ends before it begins"
            yield Note("SPM403", "reversed-dates", Severity.WARNING, text, position.span)


def future(context: Context) -> Iterator[Note]:
    """A position that begins after the day of the report."""
    for position in context.found.positions:
        start = position.period.start
        if start and start.first > _now(context):
            text = f"{start} is after {context.as_of}"
            yield Note("SPM404", "future-date", Severity.WARNING, text, position.span)


def gaps(context: Context) -> Iterator[Note]:
    """Half a year and more before a job that no dated line covers: no job, study or break."""
    found = context.found
    dated = [(p.period, p.span if p.kind is RoleKind.WORK else None) for p in found.positions if p.period.dated]
    reached: int | None = None
    for first, last, span in sorted(
        (
            (period.start.first, _last(context, period.end.last if period.end else None), span)
            for period, span in [*dated, *((period, None) for period in found.elsewhere)]
            if period.start
        ),
        key=lambda entry: entry[0],
    ):
        if reached is not None and first - reached - 1 >= _GAP_MONTHS and span is not None:
            text = f"{_month(reached + 1)} to {_month(first - 1)}: no position"
            yield Note("SPM401", "gap", Severity.NOTE, text, span)
        reached = max(reached or last, last)


def overlaps(context: Context) -> Iterator[Note]:
    """Two jobs at once for more than a season: their months count once."""
    jobs = _jobs(context)
    for number, later in enumerate(jobs):
        for earlier in jobs[:number]:
            shared = min(_end(context, earlier), _end(context, later)) - _begin(later) + 1
            if shared > _OVERLAP_MONTHS and not _is_same(earlier, later):
                text = f'"{earlier.title}" and "{later.title}" overlap by {spoken(shared)}; they count once'
                yield Note("SPM402", "overlap", Severity.NOTE, text, later.span)
                break


def parted(context: Context) -> Iterator[Note]:
    """One title at one employer, printed as two positions that follow each other or cover the same time."""
    for earlier, later in pairwise(_jobs(context)):
        if _is_same(earlier, later) and _begin(later) - _end(context, earlier) <= 1:
            text = f'"{later.title}" stands twice for one job; its months count once'
            yield Note("SPM406", "parted-position", Severity.NOTE, text, later.span)


def _jobs(context: Context) -> list[Position]:
    """Dated work in the order of its beginning."""
    work = [p for p in context.found.positions if p.kind is RoleKind.WORK and p.period.dated]
    return sorted(work, key=lambda position: (_begin(position), position.span.start))


def _is_same(one: Position, other: Position) -> bool:
    return same(one.title) == same(other.title) and same(one.organization) == same(other.organization)


def _begin(position: Position) -> int:
    """The latest month that its start can mean: only what is sure overlaps."""
    return position.period.start.last if position.period.start else 0


def _end(context: Context, position: Position) -> int:
    return _last(context, position.period.end.first if position.period.end else None)


def _last(context: Context, month: int | None) -> int:
    return _now(context) if month is None else month


def _now(context: Context) -> int:
    return context.as_of.year * 12 + context.as_of.month - 1


def _month(month: int) -> str:
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{names[month % 12]} {month // 12}"
