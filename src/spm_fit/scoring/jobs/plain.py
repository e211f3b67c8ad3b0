"""Requirements in plain words: what "experience with X or Y" is of, and whether a resume says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spm_fit.model.document import Span
from spm_fit.model.literal import stem

_OF = re.compile(
    r"\b(?:experience|background|expertise|knowledge|familiarity|exposure|interest|understanding|familiar|versed)\s+(?:with|in|of|about|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "Retail or logistics domain knowledge", "payments industry experience"
_DOMAIN = re.compile(r"\s+(?:domain|industry|sector|space|vertical|software|product)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:is|are|would be|preferred|required|expected|desired|(?:domain|industry|sector|market)(?:\s+(?:knowledge|experience|expertise))?)\b.*$|[.;:!(].*$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and/or|and|or)\s+|\s*[/;()]\s*")
_LEADING = re.compile(
    r"(?:(?:an?|the|another|other|similar|related|any|deep|strong|prior|some|of|including|preferably|ideally|both)\s+)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_STOP = frozenset(
    (
        "a about able across all an and any are as at be been being both but by can candidate comfortable day demonstrated do doing each etc every experience expected for from good"
        " have having high highly how i in including into is it its job knowledge level must need not of on one or other our out own part people proven related required role skills"
        " some strong such than that the their them they this through to track under understanding up us using we well what when where which who will with within work working would"
        " years you your ability excellent great record things using used environment fast-paced products software field industry company team teams business"
    ).split()
)
_MOST_WORDS, _FEW, _SHARE = 4, 3, 0.6


def subjects(text: str, whole: Span, known: Iterable[Span]) -> Iterator[Span]:
    """The things that a requirement asks experience of in words that nothing else recognises."""
    taken = list(known)
    start, end = _stretch(text, whole)
    if start is None:
        return
    marks = [start, *(edge for match in _BETWEEN.finditer(text, start, end) for edge in match.span()), end]
    for begin, stop in list(pairwise(marks))[::2]:
        lead = _LEADING.match(text, begin, stop)
        begin = lead.end() if lead else begin
        tail = _TAIL.search(text[begin:stop])
        place = Span(begin, begin + len(text[begin : tail.start() + begin if tail else stop].rstrip(" .")))
        words = _WORD.findall(text, place.start, place.end)
        told = [word for word in words if word.lower() not in _STOP and len(word) > 1]
        if told and len(words) <= _MOST_WORDS and not any(place.overlaps(other) for other in taken):
            yield place


def _stretch(text: str, whole: Span) -> tuple[int | None, int]:
    """Where the things stand that experience is asked of."""
    match = _OF.search(text, whole.start, whole.end)
    if match:
        end = re.compile(r"[.;:!](?=\s|$)").search(text, match.end(), whole.end)
        return match.end(), end.start() if end else whole.end
    domain = _DOMAIN.search(text, whole.start, whole.end)
    if domain and re.match(
        r"\s*(?:knowledge|experience|expertise|background)\b", text[domain.end() : whole.end], re.IGNORECASE
    ):
        return whole.start, domain.start()
    return None, whole.end


def content(text: str) -> frozenset[str]:
    """The words that carry what a text says, without their endings."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in _STOP and len(word) > 1)


def same_said(asked: frozenset[str], statements: Iterable[tuple[Span, frozenset[str]]]) -> Span | None:
    """The statement that shares most of the words asked, if it shares enough of them."""
    if len(asked) < _FEW:
        return None
    best = max(((len(asked & words), -span.start, span) for span, words in statements), default=None)
    return best[2] if best and best[0] >= max(_FEW, _SHARE * len(asked)) else None
