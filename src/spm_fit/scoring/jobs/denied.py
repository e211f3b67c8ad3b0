"""Stretches of a resume in which its author says what he or she has not done, or only wishes to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.model.document import Span

_HAVING = r"(?:experience|knowledge|exposure|background|training|familiarity|skills?|certificat\w+|degree|clearance|qualification)"
_SOFT = r"(?:prior|formal|direct|previous|professional|hands-on|real|any|much|commercial|practical|industry|work|significant)\s+"
_DONE = (
    r"(?:used?|using|work(?:ed|ing)?|know|known|done|managed?|led|run|ran|learn(?:ed|t)?|held|hold|have|had|familiar|certified|touched|tried|spoken?|speak|programmed|coded"
    r"|written|write|qualified|proficient|experienced|trained|shipped|built|owned|taken|completed?)"
)
# "no experience with SQL", "never used Jira", "have not run A/B tests": what stands behind is denied, up to the clause's end.
_AFTER = re.compile(
    rf"\b(?:(?:no|without(?: any)?|lack(?:s|ing)?|zero)\s+(?:{_SOFT}){{0,3}}{_HAVING}\b"
    rf"|(?:never|not yet|(?:have|has|had|do|did|am|is|was)(?:\s+not|n['’]t)(?:\s+yet)?|haven['’]t|don['’]t|cannot|can['’]t)\s+(?:yet\s+|ever\s+|formally\s+|personally\s+|really\s+)?{_DONE}\b)",
    re.IGNORECASE,
)
# "no SQL experience", "no PMP certification"
_BETWEEN = re.compile(rf"\bno\s+(?P<what>(?:[\w/&+#.-]+\s+){{1,5}}?){_HAVING}\b", re.IGNORECASE)
# "roadmapping and pricing, which I have not done at work"
_BEFORE = re.compile(r",?\s+(?:which|that|but)\s+I\s+(?:have\s+not|haven['’]t|have\s+never|never|did\s+not|didn['’]t)\b", re.IGNORECASE)  # fmt: skip
_WISH = re.compile(
    r"\b(?:(?:eager|keen|hop(?:e|es|ing)|want(?:s|ing)?|wish(?:es|ing)?|looking|willing|ready|would (?:love|like)|plan(?:s|ning)?) to (?:learn|study|get|gain|develop|acquire|understand|explore|deepen|grow|work with|try|use)"
    r"|(?:currently|now|still) (?:learning|studying|reading up on)|interest(?:ed)? in learning|learning about)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;!?\n](?=\s|$)|\n|\b(?:but|though|although|however|yet I|so I)\b", re.IGNORECASE)
_REACH = 120


def denials(text: str) -> tuple[Span, ...]:
    """What the author says that he or she lacks, in reading order."""
    found = [Span(match.start(), _clause_end(text, match.end())) for match in _AFTER.finditer(text)]
    found += [Span(*match.span()) for match in _BETWEEN.finditer(text)]
    found += [Span(_clause_start(text, match.start()), match.end()) for match in _BEFORE.finditer(text)]
    return tuple(sorted(found))


def wishes(text: str) -> tuple[Span, ...]:
    """What the author only wants to learn, in reading order."""
    return tuple(Span(match.start(), _clause_end(text, match.end())) for match in _WISH.finditer(text))


def _clause_end(text: str, start: int) -> int:
    end = _CLAUSE.search(text, start, start + _REACH)
    return end.start() if end else min(len(text), start + _REACH)


def _clause_start(text: str, end: int) -> int:
    begin = max(0, end - _REACH)
    return max((match.end() for match in _clauses(text, begin, end)), default=begin)


def _clauses(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return _CLAUSE.finditer(text, start, end)
