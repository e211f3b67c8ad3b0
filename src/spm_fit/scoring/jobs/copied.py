"""Lines of a resume that repeat the posting's own text: they say nothing of what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spm_fit.model.document import Document, Span

# So many consecutive words alike are no chance; a whole requirement may be shorter.
RUN, SHORTEST = 8, 6
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_END = re.compile(r"[.;!?](?=\s)|\n")
_REACH = 1000


def copied(resume: Document, posting: Document, required: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences and lines of a resume that repeat a posting word for word, in reading order."""
    theirs = [word[0].lower() for word in _WORD.finditer(posting.text)]
    known = {RUN: {tuple(theirs[n : n + RUN]) for n in range(len(theirs) - RUN + 1)}}
    for span in required:
        words = tuple(word[0].lower() for word in _WORD.finditer(posting.text, span.start, span.end))
        if SHORTEST <= len(words) < RUN:
            known.setdefault(len(words), set()).add(words)
    return tuple(_joined(_whole(resume.text, span) for span in _runs(resume.text, known)))


def _runs(text: str, known: dict[int, set[tuple[str, ...]]]) -> Iterator[Span]:
    """Every run of words that is known, in reading order."""
    words = list(_WORD.finditer(text))
    own = [word[0].lower() for word in words]
    for start in range(len(own)):
        for size, runs in known.items():
            if start + size <= len(own) and tuple(own[start : start + size]) in runs:
                yield Span(words[start].start(), words[start + size - 1].end())


def _whole(text: str, span: Span) -> Span:
    """The sentences or the lines that a run stands in."""
    start = max(0, span.start - _REACH)
    for mark in _END.finditer(text, start, span.start):
        start = mark.end()
    end = _END.search(text, span.end, span.end + _REACH)
    return Span(start, end.start() if end else min(len(text), span.end + _REACH))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans, sorted by their start, without overlaps."""
    last: Span | None = None
    for span in spans:
        if last is None or span.start > last.end:
            if last is not None:
                yield last
            last = span
        else:
            last = Span(last.start, max(last.end, span.end))
    if last is not None:
        yield last
