"""Gates that a resume passes or fails only by saying so plainly: permits of all sorts, and the place of work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.model.document import Span
from spm_fit.model.finding import Extraction
from spm_fit.model.job import Gate, GateStatus
from spm_fit.scoring.jobs.permits import LEGAL, PERMITS, PLACE, WAIVED, Permit
from spm_fit.scoring.jobs.record import Record

_TOP = 12
_NAME = re.compile(r"[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+)*")
_NO_PLACE = frozenset(
    "location office remote hybrid full-time part-time full time contract permanent on-site onsite site the our we you must days product manager senior associate group lead principal"
    " director engineering monday tuesday wednesday thursday friday week about job role department team start date employment type reference client duration rate headquarters".split()
)
_SILENT = frozenset(["benefits", "legal"])


def permitted(posting: Extraction, record: Record) -> Iterator[Gate]:
    """A gate for each of PERMITS that the posting asks for."""
    for permit in PERMITS:
        span = _asked(posting, permit.asked)
        if span is not None:
            status, evidence = _said(permit, record)
            note = "the resume says so" if evidence else "the resume does not say"
            yield Gate(permit.what, status, span, note, evidence)


def _asked(posting: Extraction, pattern: re.Pattern[str]) -> Span | None:
    """The first line that asks, outside what the law has every employer say."""
    silent = [section.body for section in posting.sections if section.name in _SILENT]
    text = posting.document.text
    for match in pattern.finditer(text):
        line = _line(text, match.start(), match.end())
        around = Span(max(line.start, match.start() - 200), min(line.end, match.end() + 200))
        place = Span(*match.span())
        if WAIVED.match(text, match.end()):
            continue
        if not LEGAL.search(text, around.start, around.end) and not any(body.contains(place) for body in silent):
            return place
    return None


def _said(permit: Permit, record: Record) -> tuple[GateStatus, tuple[Span, ...]]:
    for pattern, status in ((permit.no, GateStatus.FAIL), (permit.yes, GateStatus.PASS)):
        for match in pattern.finditer(record.text) if pattern else ():
            if not record.copied.hold(Span(*match.span())):
                return status, (Span(*match.span()),)
    return GateStatus.UNKNOWN, ()


def placed(posting: Extraction, record: Record) -> Iterator[Gate]:
    """Where the work is: passed where the head of the resume names the same place, else unknown."""
    if posting.posting.remote is True:
        return
    text = posting.document.text
    span = _asked(posting, PLACE)
    if span is None:
        return
    line = _line(text, span.start, span.end)
    title = posting.posting.title.lower()
    head = _head(record)
    for match in _NAME.finditer(text, line.start, min(line.end, line.start + 300)):
        for name in (match[0], *match[0].split()):
            plain = name.strip(".,'’").lower()
            if len(plain) < 3 or plain in _NO_PLACE or plain in title:
                continue
            at = re.search(rf"\b{re.escape(name)}\b", record.text[head.start : head.end])
            if at and (name == match[0] or len(match[0].split()) == 1):
                yield Gate(
                    "place", GateStatus.PASS, span, f"the resume names {name}, too", (Span(at.start(), at.end()),)
                )
                return
    yield Gate("place", GateStatus.UNKNOWN, span, "the head of the resume does not name the place", ())


def _head(record: Record) -> Span:
    """What stands above the first heading, at most some lines."""
    found = record.context.found
    first = min((s.heading.start for s in found.sections if s.heading and s.name != "other"), default=len(record.text))
    end = 0
    for _ in range(_TOP):
        end = record.text.find("\n", end) + 1
        if not end:
            end = len(record.text)
            break
    return Span(0, min(first, end))


def _line(text: str, start: int, end: int) -> Span:
    stop = text.find("\n", end)
    return Span(text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text))
