"""What the posting calls it and the resume does not: worth nothing here, but not every reader knows both words."""

from __future__ import annotations

from collections.abc import Iterator

from spm_fit.model.document import Span
from spm_fit.model.finding import Extraction
from spm_fit.model.job import Answer, AskKind, JobRequirement, Wording
from spm_fit.model.literal import stem
from spm_fit.scoring.jobs.record import Record

_MOST_WORDS, _LONGEST = 4, 60


def wording(requirements: tuple[JobRequirement, ...], posting: Extraction, record: Record) -> Iterator[Wording]:
    """Skills that the resume shows, and nowhere by the posting's name; each once."""
    plain = {m.span for m in posting.mentions if m.component == "skills.alias"}
    seen = set()
    for requirement in requirements:
        for ask in requirement.asks:
            if ask.kind not in {AskKind.COMPETENCY, AskKind.TOOL} or ask.answer is not Answer.FULL:
                continue
            if ask.id in seen or ask.span not in plain or not ask.evidence:
                continue
            seen.add(ask.id)
            name = posting.document.slice(ask.span)
            if len(name.split()) <= _MOST_WORDS and not _is_said(name, ask.id, record):
                yield Wording(ask.id, ask.span, _shortest(ask.id, ask.evidence[0].span, record))


def _is_said(name: str, skill: str, record: Record) -> bool:
    """Whether the resume has the posting's own word, or one of its mentions differs by an ending only."""
    if record.literal(name)[0] is not None:
        return True
    words = {stem(word) for word in name.split()}
    text = record.text
    return any(
        words <= {stem(w) for w in text[m.span.start : m.span.end].split()} for _, m in record.shown.get(skill, ())
    )


def _shortest(skill: str, known: Span, record: Record) -> Span:
    """The shortest words for a skill in the line of its best evidence."""
    line = record.line(known)
    inside = [m.span for _, m in record.shown.get(skill, ()) if line.contains(m.span)]
    return min([*inside, known], key=lambda span: (span.end - span.start, span.start))
