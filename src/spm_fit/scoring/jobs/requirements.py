"""Requirements judged: from the answers to what they name to a status, a weight and a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from spm_fit.model.document import Span
from spm_fit.model.finding import Demand, Extraction, Mention, Requirement
from spm_fit.model.job import Answer, Ask, AskKind, Evidence, JobRequirement, Status
from spm_fit.model.scale import JobScale
from spm_fit.scoring.jobs.answers import answered
from spm_fit.scoring.jobs.needs import Need, needs
from spm_fit.scoring.jobs.plain import content, same_said
from spm_fit.scoring.jobs.record import Record

_BEST = (Answer.FULL, Answer.PART, Answer.NONE, Answer.DENIED)
_READ_IT = "not recognised: read it yourself"
Needs = tuple[tuple[Requirement, tuple[Need, ...]], ...]


def named(posting: Extraction, levels: dict[str, str]) -> Needs:
    """Every requirement with what it names, must before nice."""
    ordered = sorted(posting.posting.requirements, key=lambda required: required.span.start)
    mentions = sorted(posting.mentions, key=lambda mention: mention.span)
    inside: dict[Span, tuple[Mention, ...]] = {}
    at = 0
    for required in ordered:
        while at < len(mentions) and mentions[at].span.start < required.span.start:
            at += 1
        end = at
        while end < len(mentions) and mentions[end].span.start < required.span.end:
            end += 1
        inside[required.span] = tuple(m for m in mentions[at:end] if required.span.contains(m.span))
    ordered.sort(key=lambda required: required.kind is not Demand.MUST)
    return tuple((required, needs(posting, required, inside[required.span], levels)) for required in ordered)


def judge(
    asked: Needs,
    text: Callable[[Span], str],
    record: Record,
    gates: Callable[[Span], Status | None],
) -> tuple[JobRequirement, ...]:
    """All requirements with their status; `text` gives the posting's words, `gates` what a hard demand's place says."""
    scale = record.context.role.scale.job
    return tuple(_judged(required, wanted, text, record, gates, scale) for required, wanted in asked)


def _judged(
    required: Requirement,
    wanted: tuple[Need, ...],
    text: Callable[[Span], str],
    record: Record,
    gates: Callable[[Span], Status | None],
    scale: JobScale,
) -> JobRequirement:
    asks = tuple(answered(need, text(need.span), record) for need in wanted)
    if all(ask.kind is AskKind.WORDS for ask in asks):
        return _unrecognised(required, asks, text(required.span), record, gates(required.span))
    nothing = all(need.years is not None and not need.years.min for need in wanted)
    weight = 0.0 if nothing else scale.must if required.kind is Demand.MUST else scale.nice
    status, value = _worth(asks, scale)
    best = tuple(_best(group) for group in _groups(asks))
    notes = dict.fromkeys(ask.note for ask in best if ask.note)
    return JobRequirement(required.span, required.kind, status, weight, value, asks, _lines(best), "; ".join(notes))


def supposing(requirement: JobRequirement, said: Callable[[Ask], bool], scale: JobScale) -> JobRequirement:
    """The requirement as it would be if the resume showed the asks that are `said`."""
    if not requirement.weight:
        return requirement
    asks = tuple(replace(ask, answer=Answer.FULL) if said(ask) else ask for ask in requirement.asks)
    status, value = _worth(asks, scale)
    return replace(requirement, status=status, value=value, asks=asks)


def _worth(asks: tuple[Ask, ...], scale: JobScale) -> tuple[Status, float]:
    status = _status(asks)
    return status, {Status.MET: 1.0, Status.PARTLY: scale.partly}.get(status, 0.0)


def _status(asks: tuple[Ask, ...]) -> Status:
    """Of each group of alternatives the best answer counts; all groups are asked for."""
    answers = [_best(group).answer for group in _groups(asks)]
    if Answer.DENIED in answers:
        return Status.CONTRADICTED
    if all(answer is Answer.FULL for answer in answers):
        return Status.MET
    return Status.NOT_SHOWN if all(answer is Answer.NONE for answer in answers) else Status.PARTLY


def _groups(asks: tuple[Ask, ...]) -> Iterator[tuple[Ask, ...]]:
    return (tuple(group) for _, group in groupby(asks, key=lambda ask: ask.group))


def _best(group: tuple[Ask, ...]) -> Ask:
    """Who denies one of two alternatives has not denied the other."""
    return min(group, key=lambda ask: _BEST.index(ask.answer))


def _unrecognised(
    required: Requirement, asks: tuple[Ask, ...], words: str, record: Record, gate: Status | None
) -> JobRequirement:
    """What no skill, name, years, degree or language explains weighs nothing, and is looked up word by word."""
    if gate is not None:
        return JobRequirement(required.span, required.kind, gate, 0.0, 0.0, (), (), "a hard demand, see there")
    lines = _lines(asks)
    if not lines:
        place = same_said(content(words), record.statements)
        lines = (Evidence(place, place, "words"),) if place else ()
    status = Status.PARTLY if lines else Status.NOT_SHOWN
    note = "only its words were compared: read it yourself" if lines else _READ_IT
    return JobRequirement(required.span, required.kind, status, 0.0, 0.0, asks, lines, note)


def _lines(asks: tuple[Ask, ...]) -> tuple[Evidence, ...]:
    """The evidence that counts, full before part, each line once."""
    found: dict[Span, Evidence] = {}
    for ask in sorted(asks, key=lambda ask: (_RANKED.index(ask.answer), ask.span)):
        for evidence in ask.evidence:
            found.setdefault(evidence.line, evidence)
    return tuple(found.values())


# What contradicts is what a reader has to see first.
_RANKED = (Answer.DENIED, Answer.FULL, Answer.PART, Answer.NONE)
