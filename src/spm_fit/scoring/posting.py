"""Postings: how well one describes the role, and how good an advertisement it is."""

from __future__ import annotations

from spm_fit.model.finding import Demand, Extraction, Mention
from spm_fit.model.phrase import same
from spm_fit.model.report import Because, Part, Result
from spm_fit.model.taxonomy import Role, Taxonomy
from spm_fit.scoring.context import by_area
from spm_fit.scoring.criteria.experience import LADDER
from spm_fit.scoring.notes import posting_notes


def match(found: Extraction, taxonomy: Taxonomy, role: Role) -> tuple[Result, ...]:
    """The posting's words held against the role: the skills it names, its level, its years."""
    return _skills(found, taxonomy, role), _level(found, role), _years(found, role)


def _skills(found: Extraction, taxonomy: Taxonomy, role: Role) -> Result:
    """How many of the role's competencies the posting names; a duty describes a role as well as a demand does."""
    scale = role.scale.posting
    best: dict[str, Mention] = {}
    for mention in found.mentions:
        known = best.get(mention.skill)
        if known is None or mention.demand > known.demand:
            best[mention.skill] = mention
    asked = [skill for skills in by_area(taxonomy, role).values() for skill, weight in skills if weight]
    named = [skill for skill in asked if skill.id in best]
    full = scale.full * len(asked)
    because = [Because(f"{skill.name}: {best[skill.id].demand}", best[skill.id].span) for skill in named]
    missing = [skill.id for skill in asked if skill.id not in best]
    share = min(1.0, len(named) / full) * _profession(found, role)
    part = Part("named", scale.skills, share, len(named), full)
    return Result.of(
        "skills", scale.skills, (part,), because, missing, f"{len(named)} of {len(asked)} skills of the role"
    )


def _level(found: Extraction, role: Role) -> Result:
    """The step of the title against the role's."""
    scale, level, title = role.scale.posting, found.posting.level, found.posting.title
    away = LADDER.index(level) - LADDER.index(role.level)
    steps = scale.above if away > 0 else scale.below
    share = 1.0 if not away else steps[min(abs(away), len(steps)) - 1] if steps else 0.0
    if _other(found, role):
        share = 0.0
    elif not _named(title, role.titles):
        share *= min([worth for words, worth in scale.lesser if same(words) in same(title)], default=1.0)
    part = Part("step", scale.level, share, LADDER.index(level), LADDER.index(role.level))
    return Result.of("level", scale.level, (part,), (Because(f"{title}: {level}"),), (), level)


def _years(found: Extraction, role: Role) -> Result:
    scale, demand = role.scale.posting, found.posting.primary_years
    if demand is None:
        return Result.of("years", scale.years, (), (), ("years of experience",), "none asked")
    least, _, ample = role.years
    outside = max(least - demand.min, demand.min - ample, 0.0)
    share = max(0.0, 1 - outside / scale.years_outside) * _profession(found, role)
    text = f"{demand.min:g} to {demand.max:g}" if demand.max else f"{demand.min:g} or more"
    part = Part("years", scale.years, share, demand.min, least)
    return Result.of("years", scale.years, (part,), (Because(f"{demand.min:g} years", demand.span),), (), text)


def _profession(found: Extraction, role: Role) -> float:
    """What another profession's demands are worth."""
    return role.scale.posting.other_profession if _other(found, role) else 1.0


def _other(found: Extraction, role: Role) -> bool:
    return found.posting.level == "other" and not _named(found.posting.title, role.titles)


def _named(title: str, titles: tuple[str, ...]) -> bool:
    return any(same(name) in same(title) for name in titles)


def quality(found: Extraction, role: Role) -> tuple[Result, ...]:
    """Five things that a reader of postings looks for."""
    posting, scale = found.posting, role.scale.quality
    musts = sum(requirement.kind is Demand.MUST for requirement in posting.requirements)
    nices = sum(requirement.kind is Demand.NICE for requirement in posting.requirements)
    size = len(posting.requirements)
    words = sum(note.name == "exclusive-language" for note in posting_notes(found))
    faults = words + (size > scale.too_many)
    wrong = f"{words} exclusive words" if words else f"{size} requirements are a laundry list"
    return (
        _part("years", scale.years, float(bool(posting.primary_years)), "clear years", "no clear years of experience"),
        _part(
            "requirements",
            scale.requirements,
            min(1.0, musts / scale.enough_requirements),
            f"{musts} requirements",
            "few requirements are named",
        ),
        _part(
            "split", scale.split, float(nices > 0), f"{nices} nice to have", "must and nice to have are not told apart"
        ),
        _part("pay", scale.pay, float(posting.pay is not None), "pay is given", "no pay is given"),
        _part("language", scale.language, max(0.0, 1 - scale.fault * faults), "plain language, no laundry list", wrong),
    )


def _part(name: str, possible: float, share: float, good: str, bad: str) -> Result:
    return Result.of(name, possible, (Part(name, possible, share, share, 1),), (), (), good if share == 1 else bad)
