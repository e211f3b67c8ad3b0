"""Words of postings that keep able people from applying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.model.document import Severity, Span
from spm_fit.model.finding import Extraction
from spm_fit.model.report import Note

_EXCLUSIVE = re.compile(
    r"\b(?:rock ?stars?|ninjas?|gurus?|young (?:and \w+ )?(?:team|company)|digital natives?|recent graduates? only|native speakers?|work hard,? play hard|like a family|wizards?"
    r"|unicorns?|superstars?|manpower|salesm[ae]n|he will|his responsibilities|energetic young|crush(?:ing)? it)\b",
    re.IGNORECASE,
)


def exclusive(found: Extraction) -> Iterator[Note]:
    """Each place of such a word."""
    for match in _EXCLUSIVE.finditer(found.document.text):
        text = f'"{match[0]}" keeps able people from applying'
        yield Note("SPM705", "exclusive-language", Severity.WARNING, text, Span(match.start(), match.end()))
