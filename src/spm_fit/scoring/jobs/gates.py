"""Hard demands of a posting: pass, unknown or fail. They never give points, and a place never fails."""

from __future__ import annotations

from collections.abc import Iterator

from spm_fit.model.finding import Demand, Extraction, Requirement
from spm_fit.model.job import Answer, Gate, GateStatus
from spm_fit.scoring.jobs.answers import answered
from spm_fit.scoring.jobs.conditions import permitted, placed
from spm_fit.scoring.jobs.degrees import RANK
from spm_fit.scoring.jobs.needs import Need
from spm_fit.scoring.jobs.record import Record
from spm_fit.scoring.jobs.years import GRACE, dated

Named = tuple[tuple[Requirement, tuple[Need, ...]], ...]


def gates(posting: Extraction, asked: Named, record: Record) -> tuple[Gate, ...]:
    """The gates that a posting has, each once, in a fixed order."""
    return (
        *_years(posting, asked, record),
        *_degree(posting, asked, record),
        *permitted(posting, record),
        *placed(posting, record),
        *_languages(posting, asked, record),
    )


def _years(posting: Extraction, asked: Named, record: Record) -> Iterator[Gate]:
    demand = posting.posting.primary_years
    if demand is None or not demand.min or demand.kind is not Demand.MUST:
        return
    within = next(
        (need.within for _, wanted in asked for need in wanted if need.years and need.years.span == demand.span), ()
    )
    known = dated(demand, within, record)
    least = demand.min * 12
    lines = tuple(evidence.span for evidence in known.evidence)
    told = f"{demand.min:g} or more asked" + (f" ({demand.subject})" if demand.subject else "")
    if not known.most.high and not known.whole:
        yield Gate("years", GateStatus.UNKNOWN, demand.span, f"{told}; no dated work names it", ())
        return
    has = f"{known.words}, {told}"
    status = GateStatus.UNKNOWN
    if known.sure.low >= least:
        status = GateStatus.PASS
    elif known.whole and known.most.high < least - GRACE and _has_dates(record):
        status = GateStatus.FAIL
    yield Gate("years", status, demand.span, has, lines)


def _has_dates(record: Record) -> bool:
    """Where a resume dates nothing, its years are not known."""
    return any(position.period.dated for position in record.context.found.positions)


def _degree(posting: Extraction, asked: Named, record: Record) -> Iterator[Gate]:
    """By the lowest degree that a must asks for, else by what is required anywhere in the text."""
    firm = [
        need for required, wanted in asked if required.kind is Demand.MUST for need in wanted if need.degree is not None
    ]
    entries = record.context.found.education
    if not firm:
        level = posting.posting.education_level
        if level is None or not posting.posting.education_required:
            return
        best = max(entries, key=lambda entry: RANK.index(entry.level), default=None)
        enough = best is not None and RANK.index(best.level) >= RANK.index(level)
        status = GateStatus.PASS if enough else GateStatus.UNKNOWN
        yield Gate("degree", status, None, f"{level} asked", (best.span,) if best else ())
        return
    need = min(firm, key=lambda need: RANK.index(need.degree.level if need.degree else "other"))
    ask = answered(need, posting.document.slice(need.span), record)
    status = {Answer.FULL: GateStatus.PASS, Answer.DENIED: GateStatus.FAIL}.get(ask.answer, GateStatus.UNKNOWN)
    words = "any degree" if need.degree and need.degree.level == "associate" else f"{need.id} or higher"
    note = f"{words} asked" + (", or equivalent experience" if need.degree and need.degree.instead else "")
    yield Gate(
        "degree", status, need.span, f"{note}; {ask.note}" if ask.note else note, tuple(e.span for e in ask.evidence)
    )


def _languages(posting: Extraction, asked: Named, record: Record) -> Iterator[Gate]:
    """Languages that a must asks for besides the one that the resume is written in."""
    seen = {record.context.found.language}
    for required, wanted in asked:
        for need in wanted if required.kind is Demand.MUST else ():
            if need.language is None or need.language.name in seen:
                continue
            seen.add(need.language.name)
            ask = answered(need, posting.document.slice(need.span), record)
            status = GateStatus.PASS if ask.answer is Answer.FULL else GateStatus.UNKNOWN
            note = ask.note or ("listed" if ask.evidence else "the resume does not list it")
            yield Gate(need.language.name, status, need.span, note, tuple(e.span for e in ask.evidence))
