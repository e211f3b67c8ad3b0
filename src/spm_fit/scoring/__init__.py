"""Extraction and Role to Report: the sum of the criteria, and tips whose gain is found by scoring again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spm_fit.model.finding import DocumentKind, Extraction
from spm_fit.model.job import JobFit
from spm_fit.model.report import PostingReport, Report, Result
from spm_fit.model.taxonomy import Role, Taxonomy
from spm_fit.scoring import ladder, posting
from spm_fit.scoring.advice import tips
from spm_fit.scoring.context import Context
from spm_fit.scoring.criteria import CRITERIA
from spm_fit.scoring.jobs import score_job
from spm_fit.scoring.notes import posting_notes, resume_notes

__all__ = ["VERSION", "compare", "score_posting", "score_resume"]

# Raised with every change that moves a score; tests/scoring/golden has the scores that belong to it.
VERSION = "2"
MIN_WORDS = 60
ENGLISH = "English"


def score_resume(
    found: Extraction, taxonomy: Taxonomy, role: Role | None, as_of: date, *, advise: bool = True
) -> Report:
    """A resume's fit to a role, or to the step of the ladder it is nearest to; no score where there is too little to judge.

    Tips and the next step are found by scoring changed findings, which costs as much as all the rest: `advise` False leaves
    them out.
    """
    chosen = ""
    if role is None:
        role = ladder.nearest(found, taxonomy, as_of)
        chosen = ladder.reason(found, role, as_of)
    context = Context.of(found, taxonomy, role, as_of)
    reason = _ungradable(found)
    results = () if reason else judge(context)
    advised = advise and not reason
    return Report(
        extraction=found,
        taxonomy=taxonomy,
        role=role,
        as_of=as_of,
        months=context.work_months,
        product_months=context.product_months,
        results=results,
        tips=tips(context, results, judge) if advised else (),
        notes=resume_notes(context),
        ungradable=reason,
        version=VERSION,
        worth=tuple(context.worth.items()),
        places=context.places,
        intros=tuple(context.intros.items()),
        bare=context.bare,
        relevant=context.relevant,
        held=context.held,
        chosen=chosen,
        next_step=ladder.next_step(context, judge) if advised else None,
    )


def compare(report: Report, postings: Iterable[Extraction]) -> Report:
    """A resume's report with the same resume against postings; the score for the role stays as it is."""
    context = Context.of(report.extraction, report.taxonomy, report.role, report.as_of)
    jobs = []
    unread = f"the resume is not graded: {report.ungradable}" if report.ungradable else ""
    for found in postings:
        reason = unread or _no_posting(found)
        jobs.append(JobFit(found, ungradable=reason) if reason else score_job(context, found))
    copied = (note for job in jobs for note in job.notes)
    return replace(report, jobs=tuple(jobs), notes=tuple(dict.fromkeys((*report.notes, *copied))))


def judge(context: Context) -> tuple[Result, ...]:
    """Every criterion's result, in the order of the table."""
    return tuple(criterion(context) for criterion in CRITERIA.values())


def score_posting(found: Extraction, taxonomy: Taxonomy, role: Role | None) -> PostingReport:
    """How well a posting describes a role, or that of its own title, and how good an advertisement it is."""
    chosen = ""
    if role is None:
        role, chosen = ladder.of_posting(found, taxonomy)
    reason = _no_posting(found)
    return PostingReport(
        extraction=found,
        taxonomy=taxonomy,
        role=role,
        results=() if reason else posting.match(found, taxonomy, role),
        quality=() if reason else posting.quality(found, role),
        notes=posting_notes(found),
        ungradable=reason,
        version=VERSION,
        chosen=chosen,
    )


def _ungradable(found: Extraction) -> str:
    if reason := _unreadable(found):
        return reason
    if found.kind is DocumentKind.OTHER:
        return "this is no resume: no sections, positions or education were found"
    if not found.bullets and not found.positions:
        return "no work, project or volunteering was found"
    return ""


def _no_posting(found: Extraction) -> str:
    if reason := _unreadable(found):
        return reason
    return "this is no job posting: it asks for nothing" if found.kind is DocumentKind.OTHER else ""


def _unreadable(found: Extraction) -> str:
    words = found.document.quality.words
    if words < MIN_WORDS:
        return f"only {words} words; it takes more to judge a text"
    if found.language != ENGLISH:
        return f"this is written in {found.language}; only English is judged"
    return ""
