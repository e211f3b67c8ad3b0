"""What was noticed about the file and its length."""

from __future__ import annotations

from collections.abc import Iterator

from spm_fit.model.document import Severity
from spm_fit.model.finding import Extraction
from spm_fit.model.report import Note
from spm_fit.scoring.context import Context

# About two full pages, for formats that have none.
_WORDS = 1200


def reading(source: Context | Extraction) -> Iterator[Note]:
    """Problems of reading, with their page."""
    found = source.found if isinstance(source, Context) else source
    for problem in found.document.quality.problems:
        text = f"page {problem.page}: {problem.message}" if problem.page else problem.message
        yield Note("SPM001", problem.name, problem.severity, text)


def long_text(context: Context) -> Iterator[Note]:
    """More words than two pages hold, in formats without pages."""
    quality = context.found.document.quality
    if quality.pages is None and quality.words > _WORDS:
        text = f"{quality.words} words are more than two pages; two are enough"
        yield Note("SPM101", "length", Severity.NOTE, text)
