"""Words looked up as they are printed: whatever their case, hyphens, blanks and plural."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from spm_fit.model.document import Span

# A term of so few letters is compared with its case: CAN, Epic, dbt.
_SHORT = 4
_ENDING = re.compile(r"(?:ements?|ations?|ings?|ers?|ed|es|s|e|ies|y)$")
_STEM = 4


def found_literally(text: str, term: str) -> Span | None:
    """Where a text has a term as whole words, whatever its hyphens, blanks and plural; short ones in their own case."""
    return next(all_literally(text, term), None)


def all_literally(text: str, term: str) -> Iterator[Span]:
    """Every place that `found_literally` would find."""
    return (Span(*match.span()) for match in _pattern(term).finditer(text))


def stem(word: str) -> str:
    """A word without its ending, so that manage, managing and manager are one; never shorter than four letters."""
    lower = word.lower()
    match = _ENDING.search(lower, _STEM)
    return lower[: match.start()] if match else lower


@lru_cache(maxsize=1024)
def _pattern(term: str) -> re.Pattern[str]:
    shortened = term[:-1] if len(term) > _SHORT - 1 and term.endswith("s") and not term.endswith("ss") else term
    parts = re.findall(r"[^\W\d_]+|\d+|[+#]+", shortened)
    body = r"[\s./&-]{0,2}".join(re.escape(part) for part in parts)
    plural = "s?" if parts and parts[-1].isalpha() else ""
    letters = sum(c.isalpha() for c in term)
    flags = re.RegexFlag(0) if letters <= _SHORT and term.isalpha() else re.IGNORECASE
    return re.compile(rf"(?<!\w){body}{plural}(?![\w+#])", flags)
