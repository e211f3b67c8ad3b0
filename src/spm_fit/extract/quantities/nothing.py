"""Counts of nothing, in words: "no customer lost", "without a single accident", "none of the 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.extract.quantities.amounts import Amount
from spm_fit.extract.quantities.pairs import Quantity

_NOTHING = re.compile(
    r"\b(?:(?P<no>no)\s(?:[\w-]+\s){1,3}?(?:lost|missed|injured|hurt|churned|dropped|late)\b(?!\s+\w)"
    r"|without\s(?P<one>an? single|one single|one)\s(?=\w)|(?P<none>none of (?:the |our |its |my )?\d[\d,]*)\b)",
    re.IGNORECASE,
)


def nothing(text: str) -> Iterator[Quantity]:
    """Each as a count of 0."""
    for match in _NOTHING.finditer(text):
        name = next(name for name in ("no", "one", "none") if match[name])
        start, end = match.span(name)
        yield Quantity(start, end, Amount(start, end, 0.0, "count", ""))
