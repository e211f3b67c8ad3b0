"""Things to look at that cost no points: reading problems, gaps, claims that the dates do not bear out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spm_fit.model.document import Severity, Span
from spm_fit.model.finding import Extraction, Level, RoleKind
from spm_fit.model.period import spoken
from spm_fit.model.report import Note
from spm_fit.model.taxonomy import SkillKind
from spm_fit.scoring.context import Context

_GAP_MONTHS = 6
_STUFFED = 8
_YEAR_APART = 12
_EXCLUSIVE = re.compile(
    r"\b(?:rock ?stars?|ninjas?|gurus?|young (?:and \w+ )?(?:team|company)|digital natives?|recent graduates? only|native speakers?|work hard,? play hard|like a family|wizards?"
    r"|unicorns?|superstars?|manpower|salesm[ae]n|he will|his responsibilities|energetic young|crush(?:ing)? it)\b",
    re.IGNORECASE,
)


def resume_notes(context: Context) -> tuple[Note, ...]:
    """All notes on a resume, errors first."""
    found = context.found
    notes = _reading(found)
    notes += _claims(context)
    notes += _reversed(context)
    notes += _gaps(context)
    notes += _stuffing(context)
    order = list(Severity)
    return tuple(sorted(notes, key=lambda note: order.index(note.severity)))


def _reading(found: Extraction) -> list[Note]:
    """What was noticed about the file, with its page."""
    return [
        Note("SPM001", p.name, p.severity, f"page {p.page}: {p.message}" if p.page else p.message)
        for p in found.document.quality.problems
    ]


def _claims(context: Context) -> Iterator[Note]:
    """Claimed years of product management against the dated ones; other subjects cannot be compared."""
    dated = context.product_months
    for claim in context.found.claims:
        if not re.search(r"\bproduct\b", claim.subject, re.IGNORECASE) or re.search(
            r"\bproduct (?:marketing|design|engineer)", claim.subject, re.IGNORECASE
        ):
            continue
        months = claim.years * 12
        if months - dated.high > _YEAR_APART:
            text = f'"{context.text(claim.span)}" is claimed, {spoken(dated.middle)} in product are dated'
            yield Note("SPM405", "claim-above-dates", Severity.WARNING, text, claim.span)


def _reversed(context: Context) -> Iterator[Note]:
    for position in context.found.positions:
        period = position.period
        if period.start and period.end and period.end.last < period.start.first:
            text = f"{period.start} to {period.end} ends before it begins"
            yield Note("SPM403", "reversed-dates", Severity.WARNING, text, position.span)
        now = context.as_of.year * 12 + context.as_of.month - 1
        if period.start and period.start.first > now:
            yield Note(
                "SPM404", "future-date", Severity.WARNING, f"{period.start} is after {context.as_of}", position.span
            )


def _gaps(context: Context) -> Iterator[Note]:
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


def _last(context: Context, month: int | None) -> int:
    return context.as_of.year * 12 + context.as_of.month - 1 if month is None else month


def _stuffing(context: Context) -> Iterator[Note]:
    """The same words of a skill many times outside statements."""
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], Span] = {}
    for mention in context.found.mentions:
        if mention.level is Level.LISTED and mention.bullet is None and mention.kind is SkillKind.COMPETENCY:
            entry = mention.skill, context.text(mention.span).lower()
            counts[entry] += 1
            places.setdefault(entry, mention.span)
    for entry, count in counts.items():
        if count >= _STUFFED:
            text = f'"{entry[1]}" stands {count} times outside statements; repeating it gains nothing'
            yield Note("SPM502", "stuffing", Severity.WARNING, text, places[entry])


def posting_notes(found: Extraction) -> tuple[Note, ...]:
    """Notes on a posting: reading problems and language that keeps people away."""
    notes = _reading(found)
    for match in _EXCLUSIVE.finditer(found.document.text):
        text = f'"{match[0]}" keeps able people from applying'
        notes.append(Note("SPM705", "exclusive-language", Severity.WARNING, text, Span(match.start(), match.end())))
    return tuple(notes)


def _month(month: int) -> str:
    names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{names[month % 12]} {month // 12}"
