"""Clauses: how what a block asks is divided into single requirements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.extract.posting_sections import JOINERS, kind_of
from spm_fit.extract.tokens import sentence_spans
from spm_fit.model.document import Block, BlockKind, Span
from spm_fit.model.finding import Demand

# A first sentence of fewer words is what the others explain; more clauses than that between semicolons are a list.
_OWN, _LISTED = 4, 3
# A sentence that begins like this goes on with the one before it.
_YOU = re.compile(r"you\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:this|that|these|those|it|they|we|and|or|but|also|for example|e\.g\.)\b", re.IGNORECASE)
_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z' -]{3,30}):\s")
_LETTER = re.compile(r"\(?[a-z\d]{1,2}[.)]\s+")
# "To qualify, you must have one year ...": the demand begins with what is asked; so does a list after its lead-in.
_PREFACE = re.compile(
    r"[^;\n]{0,220}?\b(?:you|applicants|candidates) must (?:have|possess|demonstrate)\s+(?=(?:at least )?\(?(?:one|two|three|four|five|\d+)\b[^.;]{0,20}\byears?\b)|(?:to (?:succeed|be)|the|you|we|our|candidates?|applicants?|successful|ideal)\b[^.;:\n]{0,140}\bfollowing\b[^.;:\n]{0,60}:\s+(?=\w)"
    r"|(?:minimum|required|preferred) (?:experience|education|qualifications?|skills)\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
# Sentences that lost the blank between them, and words.
_JAMMED = re.compile(
    r"(?<=[a-z]{3}[.!?])(?=[A-Z](?:[a-z]|\s))|(?<=[A-Z]{2}s)(?=[A-Z][a-z]{3})|(?<=PhD|MBA|BSc|MSc)(?=[A-Z][a-z]{3})"
)
_FOOTER = re.compile(r"\s*\bShow more\s+Show less\b|\s+Seniority level\s+[A-Z]")
_LABELS = r"(?:required|preferred|desired|desirable|must[ -]haves?|nice[ -]to[ -]haves?|bonus(?: points)?|essential|minimum|optional|pluses)(?: (?:skills?|qualifications?|experience|requirements?))?"  # fmt: skip
_PURE_LABEL = re.compile(_LABELS, re.IGNORECASE)
_AT_LABELS = re.compile(rf"(?<=[.;])\s+(?={_LABELS}:\s)", re.IGNORECASE)
_BETWEEN_CLAUSES = re.compile(r";\s+(?:and\s+)?|(?<=\.)\s+(?=[A-Z][A-Za-z' -]{3,30}:\s)")


def clauses(text: str, block: Block, body: Span) -> Iterator[Span]:
    """What a block asks, one by one: a list item as a whole, a paragraph by its clauses or its sentences."""
    span = Span(max(block.span.start, body.start), min(block.span.end, body.end))
    printed = text[span.start : span.end]
    if not any(c.isalpha() for c in printed) or printed.strip().lower() in JOINERS:
        return
    footer = _FOOTER.search(text, span.start, span.end)
    span = Span(span.start + len(printed) - len(printed.lstrip()), footer.start() if footer else span.end)
    for part in _parted(text, span, _JAMMED):
        yield from [part] if block.kind is BlockKind.ITEM else _divided(text, part)


def _divided(text: str, span: Span) -> Iterator[Span]:
    """What a paragraph asks, one by one."""
    listed = list(_parted(text, span, _BETWEEN_CLAUSES))
    if len(listed) > _LISTED:
        for clause in listed:
            yield from sentence_spans(text, clause)
    else:
        for part in _parted(text, span, _AT_LABELS):
            yield from _sentences(text, part)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a paragraph, or all of it where they explain each other."""
    sentences = list(sentence_spans(text, span))
    # Sentences after a word or two explain it; others ask for something of their own, unless they go on.
    words = [text[sentence.start : sentence.end] for sentence in sentences]
    told = any(_GOES_ON.match(said) or (_YOU.match(said) and not _YOU.match(words[0])) for said in words[1:])
    if told or (words and len(words[0].split()) < _OWN):
        yield span
    else:
        yield from sentences


def labelled(text: str, kind: Demand) -> tuple[int, Demand]:
    """(length of a label, the kind that it sets): "Preferred: a; b; c"."""
    label = _LABEL.match(text)
    named = {"nice": Demand.NICE, "must": Demand.MUST}.get(kind_of(label[1])) if label else None
    if label is None or named is None:
        return 0, kind
    return label.end() if _PURE_LABEL.fullmatch(label[1]) else 0, named


def _parted(text: str, span: Span, mark: re.Pattern[str]) -> Iterator[Span]:
    """What a mark divides."""
    start = span.start
    for match in mark.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def begun(text: str, span: Span) -> Span:
    """A requirement without its letter or number and without what leads into it."""
    start = span.start
    for opening in (_LETTER, _PREFACE):
        found = opening.match(text, start, span.end)
        start = found.end() if found else start
    return Span(start, span.end)
