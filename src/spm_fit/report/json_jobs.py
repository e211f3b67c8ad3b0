"""The part of the JSON that compares with postings; with one posting it stands at the top level, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Extraction
from spm_fit.model.job import Ask, Evidence, Gate, JobFit, JobRequirement
from spm_fit.model.remark import Note, Tip
from spm_fit.model.report import Report

Object = dict[str, Any]


class Quoted(Protocol):
    """Spans of one document as JSON gives them."""

    def of(self, span: Span | None) -> Object | None:
        """The location."""

    def text(self, span: Span) -> str:
        """The words."""

    def quoted(self, span: Span) -> Object:
        """Both."""

    def tip(self, tip: Tip) -> Object:
        """A tip."""

    def note(self, note: Note) -> Object:
        """A finding."""


def jobs(
    report: Report, mine: Quoted, places: Callable[[Document], Quoted], asked: Callable[[Extraction, Any], Object]
) -> Object:
    """What a report says of postings; nothing where it has none. `asked` gives the object of a posting."""
    if not report.jobs:
        return {}
    objects = [_job(job, mine, places(job.posting.document), asked) for job in report.jobs]
    first = objects[0] if len(objects) == 1 else {}
    top = ("job", "match", "requirements", "gates", "wording", "interview")
    return {**{key: first[key] for key in top if key in first}, "jobs": objects}


def _job(job: JobFit, mine: Quoted, theirs: Quoted, asked: Callable[[Extraction, Any], Object]) -> Object:
    return {
        "job": {"path": job.posting.document.path, **asked(job.posting, theirs)},
        "ungradable": job.ungradable or None,
        "match": _match(job),
        "requirements": [_requirement(job, requirement, mine, theirs) for requirement in job.requirements],
        "gates": [_gate(gate, mine, theirs) for gate in job.gates],
        "tips": [mine.tip(tip) for tip in job.tips],
        "wording": [
            {"skill": w.skill, "posting": theirs.quoted(w.posting), "resume": mine.quoted(w.resume)}
            for w in job.wording
        ],
        "interview": [
            {"skill": question.skill, "question": question.text, "requirement": theirs.quoted(question.span)}
            for question in job.questions
        ],
        "findings": [mine.note(note) for note in job.notes],
    }


def _match(job: JobFit) -> Object | None:
    """Null where nothing is required that could be read: then nothing is given for it."""
    return None if job.total is None else {"total": job.total, "weight": job.weight}


def _requirement(job: JobFit, requirement: JobRequirement, mine: Quoted, theirs: Quoted) -> Object:
    kinds = ("competency", "tool", "credential")
    return {
        **theirs.quoted(requirement.span),
        "kind": str(requirement.kind),
        "status": str(requirement.status),
        "weight": requirement.weight,
        "value": requirement.value,
        "points": round(job.points(requirement), 4),
        "skills": list(dict.fromkeys(ask.id for ask in requirement.asks if ask.kind in kinds)),
        "asks": [_ask(ask, mine, theirs) for ask in requirement.asks],
        "evidence": [_evidence(evidence, mine) for evidence in requirement.evidence],
        "note": requirement.note or None,
    }


def _ask(ask: Ask, mine: Quoted, theirs: Quoted) -> Object:
    return {
        **theirs.quoted(ask.span),
        "kind": str(ask.kind),
        "id": ask.id,
        "group": ask.group,
        "answer": str(ask.answer),
        "evidence": [_evidence(evidence, mine) for evidence in ask.evidence],
        "note": ask.note or None,
    }


def _evidence(evidence: Evidence, mine: Quoted) -> Object:
    return {
        "text": mine.text(evidence.line),
        "alias": mine.text(evidence.span),
        "level": evidence.level or None,
        "location": mine.of(evidence.span),
    }


def _gate(gate: Gate, mine: Quoted, theirs: Quoted) -> Object:
    return {
        "what": gate.what,
        "status": str(gate.status),
        "asked": theirs.quoted(gate.span) if gate.span else None,
        "note": gate.note,
        "evidence": [mine.quoted(span) for span in gate.evidence],
    }
