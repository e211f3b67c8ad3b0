"""Things to look at that cost no points: reading problems, gaps, claims that the dates do not bear out, text put there for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spm_fit.model.document import Severity
from spm_fit.model.finding import Extraction
from spm_fit.model.report import Note
from spm_fit.scoring.context import Context
from spm_fit.scoring.notes.dates import claims, future, gaps, overlaps, parted, reversed_dates
from spm_fit.scoring.notes.language import exclusive
from spm_fit.scoring.notes.reading import long_text, reading
from spm_fit.scoring.notes.stuffing import bare, crowded, foreign, listings, postings, repeated, statements

RESUME: tuple[Callable[[Context], Iterable[Note]], ...] = (
    reading,
    long_text,
    claims,
    reversed_dates,
    future,
    gaps,
    overlaps,
    parted,
    repeated,
    statements,
    bare,
    crowded,
    listings,
    postings,
    foreign,
)
_ORDER = list(Severity)


def resume_notes(context: Context) -> tuple[Note, ...]:
    """All notes on a resume, errors first."""
    notes = [note for look in RESUME for note in look(context)]
    return tuple(sorted(notes, key=lambda note: _ORDER.index(note.severity)))


def posting_notes(found: Extraction) -> tuple[Note, ...]:
    """Notes on a posting: reading problems and language that keeps people away."""
    return (*reading(found), *exclusive(found))
