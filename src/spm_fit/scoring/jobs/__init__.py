"""A resume against one posting: requirement by requirement, with gates that are never points."""

from __future__ import annotations

from spm_fit.model.document import Severity, Span
from spm_fit.model.finding import Extraction
from spm_fit.model.job import GateStatus, JobFit, Status
from spm_fit.model.remark import Note
from spm_fit.scoring.context import Context
from spm_fit.scoring.jobs.advice import questions, tips
from spm_fit.scoring.jobs.gates import gates
from spm_fit.scoring.jobs.record import Record
from spm_fit.scoring.jobs.requirements import judge, named
from spm_fit.scoring.jobs.wording import wording

__all__ = ["score_job"]

_AS_STATUS = {
    GateStatus.PASS: Status.MET,
    GateStatus.UNKNOWN: Status.NOT_SHOWN,
    GateStatus.FAIL: Status.CONTRADICTED,
}


def score_job(context: Context, posting: Extraction) -> JobFit:
    """What a resume says to a posting; `context` is the resume's."""
    document = posting.document
    levels = {skill.id: skill.level for skill in context.taxonomy.skills if skill.level}
    asked = named(posting, levels)
    record = Record.of(context, document, tuple(required.span for required, _ in asked))
    found = gates(posting, asked, record)

    def text(span: Span) -> str:
        return " ".join(document.slice(span).split())

    def gate(span: Span) -> Status | None:
        inside = [g.status for g in found if g.span is not None and span.overlaps(g.span)]
        return _AS_STATUS[max(inside, key=list(GateStatus).index)] if inside else None

    requirements = judge(asked, text, record, gate)
    return JobFit(
        posting,
        requirements,
        found,
        tips(requirements, posting, context.taxonomy, context.role.scale.job),
        tuple(wording(requirements, posting, record)),
        tuple(questions(requirements, context.taxonomy)),
        tuple(_copied(span, document.path) for span in record.copies),
    )


def _copied(span: Span, path: str) -> Note:
    name = path.replace("\\", "/").rpartition("/")[2]
    message = f"this repeats {name} word for word; what is copied shows nothing"
    return Note("SPM503", "copied-from-posting", Severity.WARNING, message, span)
