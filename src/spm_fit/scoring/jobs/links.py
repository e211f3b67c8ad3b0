"""Which of the things that a requirement names are alternatives: "SQL or Python", "A, B and C", "tools such as A, B"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from itertools import pairwise

from spm_fit.model.document import Span

_BORDER = re.compile(r"[.;:!?](?=\s)|\n|[()]")
_OR = re.compile(r"\bor\b(?!\s+(?:more|better|above|higher|greater|longer|so)\b)|\band/or\b|/", re.IGNORECASE)
_AND = re.compile(r"\band\b|&|\bas well as\b|\bplus\b|\+|\bwith\b", re.IGNORECASE)
# A word like these before an enumeration makes examples, or a choice, of its members.
_EXAMPLES = re.compile(
    r"\b(?:such as|like|e\.\s?g\.,?|eg|for example|for instance|similar to|any of|either|(?:at least )?one (?:or more )?of(?: the following)?|i\.\s?e\.)\s*[,:]?\s*(?:[\w-]+\s+){0,2}\W{0,3}$",
    re.IGNORECASE,
)
# What stands after one: "or similar", "etc."
_OPEN = re.compile(r"\W*(?:or (?:a )?(?:similar|equivalent|comparable|other|another|any|related)|etc\b|and the like)", re.IGNORECASE)  # fmt: skip
_MOST = 80
_LOOK = 60


class _Link(Enum):
    OR = "or"
    AND = "and"
    COMMA = "comma"
    BORDER = "border"


def groups(text: str, whole: Span, spans: Iterable[Span], alone: Iterable[bool]) -> list[int]:
    """The number of the group of each span (in reading order); those of one group are alternatives.

    What stands `alone` is in no enumeration with commas.
    """
    places = list(spans)
    if not places:
        return []
    links = [_link(text[max(a.start, a.end) : b.start]) for a, b in pairwise(places)]
    single = list(alone)
    links = [
        _Link.BORDER if link is _Link.COMMA and (single[n] or single[n + 1]) else link for n, link in enumerate(links)
    ]
    links = _settled(text, whole, places, links)
    result = [0]
    for link in links:
        result.append(result[-1] + (link is not _Link.OR))
    return result


def _link(gap: str) -> _Link:
    # "analytics tools (e.g. Amplitude)": who names the tool has the skill.
    if len(gap) <= _MOST and _EXAMPLES.search(gap):
        return _Link.OR
    if _BORDER.search(gap) or len(gap) > _MOST:
        return _Link.BORDER
    if _OR.search(gap):
        return _Link.OR
    if _AND.search(gap):
        return _Link.AND
    return _Link.COMMA if "," in gap else _Link.BORDER


def _settled(text: str, whole: Span, places: list[Span], links: list[_Link]) -> list[_Link]:
    """Links in which every comma is what the word at the end of its enumeration says."""
    settled = list(links)
    for start, end in _enumerations(links):
        last = links[end - 1]
        open_end = _OPEN.match(text, places[end].end, min(whole.end, places[end].end + _LOOK))
        before = text[max(whole.start, places[start].start - _LOOK) : places[start].start]
        if open_end or _EXAMPLES.search(before):
            settled[start:end] = [_Link.OR] * (end - start)
        else:
            settled[start:end] = [last if link is _Link.COMMA else link for link in links[start:end]]
    return settled


def _enumerations(links: list[_Link]) -> Iterable[tuple[int, int]]:
    """Stretches of commas with the word that ends them."""
    start = 0
    for number, link in enumerate(links):
        if link is _Link.COMMA:
            continue
        end = number if link is _Link.BORDER else number + 1
        if end > start:
            yield start, end
        start = number + 1
    if len(links) > start:
        yield start, len(links)
