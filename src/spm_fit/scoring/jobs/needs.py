"""What a requirement names, read from the posting alone: skills, names, years, degrees, languages, plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spm_fit.model.document import Span
from spm_fit.model.finding import Demand, Extraction, Mention, Requirement, YearsDemand
from spm_fit.model.job import AskKind
from spm_fit.model.taxonomy import SkillKind
from spm_fit.scoring.jobs import languages, plain
from spm_fit.scoring.jobs.certificates import certificate_name
from spm_fit.scoring.jobs.degrees import Degree, asked_degree
from spm_fit.scoring.jobs.languages import Language
from spm_fit.scoring.jobs.links import groups

_KINDS = {
    SkillKind.COMPETENCY: AskKind.COMPETENCY,
    SkillKind.TOOL: AskKind.TOOL,
    SkillKind.CREDENTIAL: AskKind.CREDENTIAL,
}
# "Clear written English" asks for the language.
_OF_A_LANGUAGE = re.compile(r"[\s,/&]*(?:(?:and|or|written|writing|spoken|speaking|verbal|oral|both|in|command|of|the|skills)[\s,/&]*)*", re.IGNORECASE)  # fmt: skip


_TRAIL = re.compile(r"[\s,(]*(?:\b(?:and|or|with|in|using|plus)\b[\s,]*)*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing named, at `span`; needs of one `group` are alternatives. `within` are skills that a years demand is of."""

    kind: AskKind
    id: str
    span: Span
    group: int = 0
    years: YearsDemand | None = None
    within: tuple[str, ...] = ()
    degree: Degree | None = None
    language: Language | None = None


def needs(
    posting: Extraction, required: Requirement, mentions: tuple[Mention, ...], levels: Mapping[str, str]
) -> tuple[Need, ...]:
    """The needs of a requirement in reading order, with their groups.

    `mentions` are those inside it, `levels` the degrees among the skills.
    """
    text, span = posting.document.text, required.span
    found = list(_years(text, posting, span, mentions))
    counted = [_reach(text, need, span) for need in found]
    degree = asked_degree(
        text,
        span,
        [(levels[m.skill], m.span) for m in mentions if m.skill in levels],
        must=required.kind is Demand.MUST,
    )
    if degree:
        found.append(Need(AskKind.DEGREE, degree.level, degree.span, degree=degree))
    spoken = list(languages.asked(text, span))
    found += [Need(AskKind.LANGUAGE, language.name.lower(), language.span, language=language) for language in spoken]
    taken = [*counted, *(degree.whole for degree in [degree] if degree), *(language.span for language in spoken)]
    free = [
        m
        for m in mentions
        if m.skill not in levels
        and not any(m.span.overlaps(other) for other in taken)
        and not _is_of_language(text, m, spoken)
    ]
    found += _skills(text, free)
    found += [
        Need(AskKind.NAME, text[term.start : term.end].lower(), term)
        for term in required.terms
        if not any(term.overlaps(other) for other in taken)
    ]
    found.sort(key=lambda need: (need.span.start, need.span.end))
    words = list(plain.subjects(text, span, [need.span for need in found] + taken + [m.span for m in free]))
    merged = sorted(
        [*found, *(Need(AskKind.WORDS, text[w.start : w.end].lower(), w) for w in words)], key=lambda n: n.span
    )
    reaches = [_reach(text, need, span) for need in merged]
    alone = [need.years is not None or need.degree is not None for need in merged]
    numbers = groups(text, span, reaches, alone)
    placed = [replace(need, group=number) for need, number in zip(merged, numbers, strict=True)]
    named = {need.group for need in placed if need.kind is not AskKind.WORDS}
    # Plain words beside what is recognised only widen a choice.
    return tuple(need for need in placed if not named or need.group in named)


def _years(text: str, posting: Extraction, span: Span, mentions: Iterable[Mention]) -> Iterator[Need]:
    for demand in posting.posting.years:
        if span.contains(demand.span):
            demand = replace(demand, subject=_cut(text, demand, span, mentions))
            place = _subject_span(text, demand, span)
            within = tuple(dict.fromkeys(m.skill for m in mentions if place.contains(m.span)))
            yield Need(
                AskKind.YEARS,
                f"{demand.min:g} years {demand.subject}".strip(),
                demand.span,
                years=demand,
                within=within,
            )


def _cut(text: str, demand: YearsDemand, whole: Span, mentions: Iterable[Mention]) -> str:
    """A subject up to the tool or credential that stands behind it: "product management experience and SQL"."""
    place = _subject_span(text, demand, whole)
    start = place.end - len(demand.subject)
    for mention in mentions:
        head = text[start : mention.span.start] if place.contains(mention.span) else ""
        if mention.kind is not SkillKind.COMPETENCY and plain.content(head):
            return _TRAIL.sub("", head)
    return demand.subject


def _subject_span(text: str, demand: YearsDemand, whole: Span) -> Span:
    """The years with what they are of."""
    at = text.find(demand.subject, demand.span.end, whole.end) if demand.subject else -1
    return Span(demand.span.start, at + len(demand.subject) if at >= 0 else demand.span.end)


def _reach(text: str, need: Need, whole: Span) -> Span:
    """A need with all that is said of it."""
    if need.years:
        return _subject_span(text, need.years, whole)
    return need.degree.whole if need.degree else need.span


def _skills(text: str, mentions: list[Mention]) -> Iterator[Need]:
    """Each skill once, at its shortest name; what is a tool or a credential is no competency as well."""
    firm = [m.span for m in mentions if m.kind is not SkillKind.COMPETENCY]
    best: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        if mention.kind is SkillKind.COMPETENCY and any(mention.span.overlaps(span) for span in firm):
            continue
        # Certificates of one kind are each other's rivals, and each is asked for by its name.
        own = (
            certificate_name(text[mention.span.start : mention.span.end])
            if mention.kind is SkillKind.CREDENTIAL
            else ""
        )
        known = best.get((mention.skill, own))
        if known is None or _rank(mention) < _rank(known):
            best[mention.skill, own] = mention
    for mention in best.values():
        yield Need(_KINDS[mention.kind], mention.skill, mention.span)


def _rank(mention: Mention) -> tuple[bool, int, int]:
    length = mention.span.end - mention.span.start
    return (
        mention.component != "skills.alias",
        length if mention.kind is SkillKind.COMPETENCY else -length,
        mention.span.start,
    )


def _is_of_language(text: str, mention: Mention, spoken: list[Language]) -> bool:
    return any(
        mention.span.end <= language.span.start
        and _OF_A_LANGUAGE.fullmatch(text, mention.span.end, language.span.start) is not None
        for language in spoken
    )
