"""Postings: how well one describes the role, and how good an advertisement it is."""

from __future__ import annotations

from spm_fit.model.finding import Demand, Extraction, Mention
from spm_fit.model.report import Because, Result
from spm_fit.model.taxonomy import Role, SkillKind, Taxonomy
from spm_fit.scoring.context import by_area
from spm_fit.scoring.criteria.experience import LADDER
from spm_fit.scoring.notes import posting_notes

# What a skill is worth by how the posting asks for it, and the part of an area's weight that fills it.
VALUE = {Demand.MENTIONED: 0.7, Demand.NICE: 0.8, Demand.MUST: 1.0}
FULL = 0.55
_POINTS = {"competencies": 50, "title": 30, "years": 12, "tools": 8}
_STEPS_AWAY = {0: 1.0, 1: 0.8, 2: 0.7, 3: 0.6, 4: 0.55, 5: 0.5}
_ENOUGH_REQUIREMENTS, _TOO_MANY = 4, 18


def match(found: Extraction, taxonomy: Taxonomy, role: Role) -> tuple[Result, ...]:
    """The posting's demands held against the role."""
    best: dict[str, Mention] = {}
    for mention in found.mentions:
        known = best.get(mention.skill)
        if known is None or mention.demand > known.demand:
            best[mention.skill] = mention
    return _competencies(best, taxonomy, role), _title(found, role), _years(found, role), _tools(best, taxonomy)


def _competencies(best: dict[str, Mention], taxonomy: Taxonomy, role: Role) -> Result:
    possible = _POINTS["competencies"]
    points, because, missing = 0.0, [], []
    areas = by_area(taxonomy)
    for area, share in role.areas:
        skills = areas.get(area, ())
        weight = sum(skill.weight for skill in skills)
        got = 0.0
        for skill in skills:
            if skill.id in best:
                got += skill.weight * VALUE[best[skill.id].demand]
                because.append(Because(f"{skill.name}: {best[skill.id].demand}", best[skill.id].span))
            else:
                missing.append(skill.id)
        if weight:
            points += possible * share * min(1.0, got / (FULL * weight))
    return Result("competencies", round(points, 1), possible, tuple(because), tuple(missing))


def _title(found: Extraction, role: Role) -> Result:
    possible = _POINTS["title"]
    level = found.posting.level
    away = abs(LADDER.index(level) - LADDER.index(role.level))
    points = 0.0 if level == "other" else possible * _STEPS_AWAY.get(away, 0.4)
    title = found.posting.title
    return Result("title", round(points, 1), possible, (Because(f"{title}: {level}"),), (), level)


def _years(found: Extraction, role: Role) -> Result:
    possible = _POINTS["years"]
    demand = found.posting.primary_years
    if demand is None:
        return Result("years", 0.0, possible, (), ("years of experience",), "none asked")
    least, _, ample = role.years
    outside = max(least - demand.min, demand.min - ample, 0.0)
    points = possible * max(0.0, 1 - outside / 4)
    return Result(
        "years",
        round(points, 1),
        possible,
        (Because(f"{demand.min:g} years", demand.span),),
        (),
        f"{demand.min:g} to {demand.max:g}" if demand.max else f"{demand.min:g} or more",
    )


def _tools(best: dict[str, Mention], taxonomy: Taxonomy) -> Result:
    possible = _POINTS["tools"]
    names = {skill.id: skill.name for skill in taxonomy.skills}
    named = [m for m in best.values() if m.kind is not SkillKind.COMPETENCY]
    points = possible * min(1.0, len(named) / 4)
    return Result("tools", round(points, 1), possible, tuple(Because(names[m.skill], m.span) for m in named))


def quality(found: Extraction) -> tuple[Result, ...]:
    """Five things that a reader of postings looks for, twenty points each."""
    posting = found.posting
    musts = [r for r in posting.requirements if r.kind is Demand.MUST]
    nices = [r for r in posting.requirements if r.kind is Demand.NICE]
    exclusive = [note for note in posting_notes(found) if note.name == "exclusive-language"]
    return (
        _part("years", 1.0 if posting.primary_years else 0.0, "clear years", "no clear years of experience"),
        _part(
            "requirements",
            min(1.0, len(musts) / _ENOUGH_REQUIREMENTS),
            f"{len(musts)} requirements",
            "few requirements are named",
        ),
        _part("split", float(bool(nices)), f"{len(nices)} nice to have", "must and nice to have are not told apart"),
        _part("pay", float(posting.pay is not None), "pay is given", "no pay is given"),
        _part(
            "language",
            max(0.0, 1 - 0.5 * len(exclusive) - (0.5 if len(posting.requirements) > _TOO_MANY else 0)),
            "plain language, no laundry list",
            f"{len(exclusive)} exclusive words"
            if exclusive
            else f"{len(posting.requirements)} requirements are a laundry list",
        ),
    )


def _part(name: str, share: float, good: str, bad: str) -> Result:
    return Result(name, round(20 * share, 1), 20, (), (), good if share == 1 else bad)
