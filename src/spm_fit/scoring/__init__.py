"""Extraction and Role to Report: the sum of the criteria, and tips whose gain is found by scoring again."""

from __future__ import annotations

from datetime import date

from spm_fit.model.finding import DocumentKind, Extraction, RoleKind
from spm_fit.model.period import months
from spm_fit.model.report import PostingReport, Report, Result
from spm_fit.model.taxonomy import Role, Taxonomy
from spm_fit.scoring import posting
from spm_fit.scoring.advice import tips
from spm_fit.scoring.context import Context
from spm_fit.scoring.criteria import CRITERIA
from spm_fit.scoring.notes import posting_notes, resume_notes

__all__ = ["score_posting", "score_resume"]

MIN_WORDS = 60
ENGLISH = "English"


def score_resume(found: Extraction, taxonomy: Taxonomy, role: Role, as_of: date) -> Report:
    """A resume's fit to a role; no score where there is too little to judge."""
    context = Context.of(found, taxonomy, role, as_of)
    reason = _ungradable(found)
    results = () if reason else judge(context)
    return Report(
        extraction=found,
        taxonomy=taxonomy,
        role=role,
        as_of=as_of,
        months=months((p.period for p in found.positions if p.kind is RoleKind.WORK), as_of),
        product_months=context.product_months,
        results=results,
        tips=() if reason else tips(context, results, judge),
        notes=resume_notes(context),
        ungradable=reason,
    )


def judge(context: Context) -> tuple[Result, ...]:
    """Every criterion's result, in the order of the table."""
    return tuple(criterion(context) for criterion in CRITERIA.values())


def score_posting(found: Extraction, taxonomy: Taxonomy, role: Role) -> PostingReport:
    """How well a posting describes a role, and how good an advertisement it is."""
    reason = _no_posting(found)
    return PostingReport(
        extraction=found,
        taxonomy=taxonomy,
        role=role,
        results=() if reason else posting.match(found, taxonomy, role),
        quality=() if reason else posting.quality(found),
        notes=posting_notes(found),
        ungradable=reason,
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
