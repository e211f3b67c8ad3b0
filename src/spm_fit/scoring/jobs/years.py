"""Years that a posting asks for against the months that a resume dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spm_fit.model.document import Span
from spm_fit.model.finding import Level, RoleKind, YearsDemand
from spm_fit.model.job import Answer, Evidence
from spm_fit.model.period import Band, months, spoken
from spm_fit.scoring.jobs.plain import content
from spm_fit.scoring.jobs.record import Record

# So many months short are no clear contradiction.
GRACE = 3
_PRODUCT = re.compile(r"\bproduct (?:manage(?:ment|r)?\b|own\w+|lead\w*|role)", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:managing|leading|supervising|coaching|mentoring|(?:people|team|line) (?:management|leadership))\b",
    re.IGNORECASE,
)
# "experience with X" is of X.
_EXPERIENCE = re.compile(
    r"^(?:(?:relevant|hands-on|professional|work|working|practical|proven|direct|prior|deep|solid|of)\s+){0,2}(?:experience|background|exposure)\s+(?:with|in|of|as|working with)\s+",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:(?:relevant|related|progressive|professional|work(?:ing)?|overall|total|industry|full-?time|of|the|in|an?|similar|role|roles|position)\s*)*(?:experience)?",
    re.IGNORECASE,
)
_CHOICE = re.compile(r",\s*(?:or\s+|and\s+)?|\s+(?:and/or|or)\s+|/", re.IGNORECASE)
# Who is led: anybody, if the posting says no more.
_ANYBODY = content("people person team teams others staff direct reports line large small cross-functional employees")
_NO_SUBJECT = content("experience role position environment setting company industry")


@dataclass(frozen=True, slots=True)
class Dated:
    """What a resume dates of a subject: `sure` from titles and employers, `most` from any line under a position."""

    sure: Band
    most: Band
    whole: bool
    """Whether nothing else can count, so that too little is a contradiction."""
    evidence: tuple[Evidence, ...]
    what: str

    @property
    def words(self) -> str:
        """The figures as people say them."""
        if not self.sure.high or self.sure == self.most:
            return f"{spoken(self.most.middle)} {self.what} dated"
        return f"{spoken(self.sure.middle)} {self.what} dated, {spoken(self.most.middle)} with work that names it"


def subject_of(demand: YearsDemand) -> str:
    """What the years are of, without "experience with" before it and without what it was done with."""
    return _EXPERIENCE.sub("", demand.subject).split(" with ")[0].strip()


def dated(demand: YearsDemand, within: tuple[str, ...], record: Record) -> Dated:
    """The months of a demand's subject. `within` are the skills that the subject names."""
    context, subject = record.context, subject_of(demand)
    if _LEADING.match(subject) and within:
        return _led(subject, within, record)
    if _PRODUCT.search(subject):
        mine = [p for p in context.found.positions if p.product and p.kind is RoleKind.WORK]
        lines = tuple(record.evidence(position.span) for position in mine[:1])
        known = months((position.period for position in mine), context.as_of)
        return Dated(known, known, True, lines, "in product")
    if _PLAIN.fullmatch(subject):
        held = [p for p in context.found.positions if p.kind is RoleKind.WORK and p.period.dated]
        lines = tuple(record.evidence(position.span) for position in held[:1])
        return Dated(context.work_months, context.work_months, True, lines, "of work")
    return _worded(subject, record)


def _led(subject: str, skills: tuple[str, ...], record: Record) -> Dated:
    """Months of the positions under which one of these skills is demonstrated, by lines that name who was led."""
    whom = content(_LEADING.sub("", subject)) - _ANYBODY
    text = record.context.found.document.slice
    shown = [m.span for skill in skills for level, m in record.shown.get(skill, ()) if level > Level.LISTED]
    spans = [span for span in shown if whom <= content(text(record.line(span)))]
    return _under(spans, record)


def _under(spans: list[Span], record: Record) -> Dated:
    """Months of the positions that any of these places stand under."""
    found = record.context.found
    held = [
        position
        for position, region in zip(found.positions, record.regions, strict=True)
        if any(region.contains(span) for span in spans)
    ]
    most = months((position.period for position in held), record.context.as_of)
    return Dated(Band(0, 0), most, False, tuple(record.evidence(span) for span in spans[:1]), "of such work")


def _worded(subject: str, record: Record) -> Dated:
    """Months of the positions whose title or employer, or any line, has the words of one of the choices."""
    found = record.context.found
    choices = [words for part in _CHOICE.split(subject) if (words := content(part) - _NO_SUBJECT)]
    sure, most = [], []
    for position, region in zip(found.positions, record.regions, strict=True):
        named = content(f"{position.title} {position.organization}")
        told = [content(line) for line in found.document.slice(Span(position.span.end, region.end)).split("\n")]
        if not choices or region.end == region.start:
            continue
        if any(words <= named for words in choices):
            sure.append(position)
        elif any(words <= line for words in choices for line in told):
            most.append(position)
    as_of = record.context.as_of
    return Dated(
        months((p.period for p in sure), as_of),
        months((p.period for p in [*sure, *most]), as_of),
        False,
        tuple(record.evidence(position.span) for position in [*sure, *most][:1]),
        "under such titles" if sure else "of work that names it",
    )


def judged(demand: YearsDemand, within: tuple[str, ...], record: Record) -> tuple[Answer, tuple[Evidence, ...], str]:
    """The answer to a demand for years, with its evidence and the figures in words."""
    if not demand.min:
        return Answer.FULL, (), "no years are asked"
    known, least = dated(demand, within, record), demand.min * 12
    note = f"{known.words}, {demand.min:g} y asked" if known.most.high else ""
    if known.sure.low >= least:
        return Answer.FULL, known.evidence, note
    if known.whole:
        if not known.most.high:
            return _undated(demand, record)
        if known.most.high < least - GRACE:
            return Answer.DENIED, known.evidence, note
        return Answer.PART, known.evidence, note
    if known.most.high:
        return Answer.PART, known.evidence, note
    for skill in () if _LEADING.match(subject_of(demand)) else within:
        for level, mention in record.shown.get(skill, ()):
            if level > Level.LISTED:
                line = record.evidence(mention.span, str(level))
                if content(record.context.text(line.line)) & content(subject_of(demand)):
                    return Answer.PART, (line,), "shown, but the years are not dated"
    return Answer.NONE, (), f"no dated work names {subject_of(demand) or 'it'}"


def _undated(demand: YearsDemand, record: Record) -> tuple[Answer, tuple[Evidence, ...], str]:
    """Where nothing is dated, what is claimed counts in part; where other work is dated, nothing was found."""
    context = record.context
    claims = [
        claim for claim in context.found.claims if claim.years >= demand.min and not record.copied.hold(claim.span)
    ]
    if claims and not context.work_months.high:
        return Answer.PART, (record.evidence(claims[0].span),), "claimed, but no work is dated"
    return Answer.NONE, (), "no such work is dated"
