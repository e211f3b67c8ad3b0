"""Degrees: which one a requirement asks for, in which field, and what a resume has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spm_fit.model.document import Span
from spm_fit.model.finding import Education
from spm_fit.model.job import Answer
from spm_fit.scoring.jobs.plain import content

RANK = ("other", "associate", "bachelor", "master", "doctorate")
_UNNAMED = re.compile(r"\bdegree\b(?!\s+of\b)|\bapprenticeship\b|\bdiploma\b", re.IGNORECASE)
_NO_DEGREE = re.compile(r"\b(?:\d+|some|high|great|certain|same|360)[- ]degree\b|\bdegree of\b", re.IGNORECASE)
_LOOSE = re.compile(r"\bapprenticeship|\bdiploma|\bcertificate", re.IGNORECASE)
_INSTEAD = re.compile(r"\bequivalent\b|\bor (?:\w+ ){0,4}experience\b|\bin lieu\b|\bcomparable\b", re.IGNORECASE)
_FIELD = re.compile(r"\b(?:degree|bachelor\S*|master\S*|B\.?S\.?c?\.?|M\.?Sc?\.?|B\.?A\.?|diploma|MBA|ph\.?d\.?)\s+(?:\w+\s+){0,2}?in\s+(?P<field>[^.;()\n]{2,120})", re.IGNORECASE)  # fmt: skip
_ANY_FIELD = re.compile(r"\bany (?:field|subject|discipline)\b", re.IGNORECASE)
_TECHNICAL = re.compile(r"\b(?:technical|quantitative|engineering|stem|scientific|science)\b", re.IGNORECASE)
_IS_TECHNICAL = re.compile(
    r"\b(?:engineering|computer|comput\w+|informati\w+|mathematic\w*|statistic\w*|physic\w*|science|technolog\w+|software|data|chemistry|biology|economics|econometrics)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree asked for: `whole` is all that is said of it; `loose` takes an apprenticeship or a diploma, too."""

    level: str
    span: Span
    whole: Span
    field: str
    loose: bool
    instead: bool
    """Whether equivalent experience is taken for it."""
    must: bool


def asked_degree(text: str, whole: Span, named: Iterable[tuple[str, Span]], *, must: bool) -> Degree | None:
    """The lowest of the degrees that a requirement (`whole`) names: `named` ones with their level, else "a degree"."""
    words = text[whole.start : whole.end]
    found = sorted(named, key=lambda entry: RANK.index(entry[0]))
    if not found:
        match = _UNNAMED.search(words)
        if match is None or _NO_DEGREE.search(words):
            return None
        found = [("associate", Span(whole.start + match.start(), whole.start + match.end()))]
    level, span = found[0]
    field = _FIELD.search(words)
    reached = max([*(place.end for _, place in found), *([whole.start + field.end()] if field else [])])
    return Degree(
        level,
        span,
        Span(min(place.start for _, place in found), reached),
        "" if field is None or _ANY_FIELD.search(words) else _INSTEAD.split(field["field"])[0],
        bool(_LOOSE.search(words)),
        bool(_INSTEAD.search(words)),
        must,
    )


def held(asked: Degree, education: tuple[Education, ...]) -> tuple[Answer, Education | None, str]:
    """What a resume's education says to a degree asked for: the answer, the entry that says it, and why."""
    least = 0 if asked.loose else RANK.index(asked.level)
    enough = [entry for entry in education if RANK.index(entry.level) >= least]
    if not enough:
        lower = max(education, key=lambda entry: RANK.index(entry.level), default=None)
        return Answer.NONE, lower, f"{lower.level} is the highest degree found" if lower else "no degree was found"
    if not asked.field:
        return Answer.FULL, enough[0], ""
    fitting = next((entry for entry in enough if _fits(asked.field, entry.field)), None)
    if fitting:
        return Answer.FULL, fitting, ""
    return Answer.PART, enough[0], "the field is another, or not said"


def _fits(asked: str, field: str) -> bool:
    """Whether a field of study is one of those asked for."""
    if content(asked) & content(field) - content("field degree discipline related relevant management"):
        return True
    return bool(_TECHNICAL.search(asked) and _IS_TECHNICAL.search(field))
