"""What every criterion looks at, counted once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from spm_fit.model.document import Span
from spm_fit.model.finding import Bullet, Extraction, Level, Mention, Position, RoleKind, Strength
from spm_fit.model.period import Band, months
from spm_fit.model.phrase import same
from spm_fit.model.taxonomy import Role, Skill, SkillKind, Taxonomy
from spm_fit.scoring.bare import bare_statements


@dataclass(frozen=True, slots=True)
class Context:
    """An extraction with what its statements and mentions are worth for a role."""

    found: Extraction
    taxonomy: Taxonomy
    role: Role
    as_of: date
    best: dict[str, Mention]
    """The best evidence of each skill: worth most, then first in the document."""
    worth: dict[str, float]
    """What that evidence is worth, 0 to 1."""
    places: tuple[float, ...]
    """What a statement is worth by the work it stands under; 0 for one that repeats an earlier one word for word."""
    intros: dict[Span, float]
    """What evidence outside statements is worth by the position it introduces."""
    bare: frozenset[int]
    """Indices of statements that do not say what was done: nothing but the names of skills, or an example of the taxonomy."""
    relevant: frozenset[int]
    """Indices of bullets that show a competency, or stand under the role's own work."""
    held: tuple[Position, ...]
    """Positions that are the role's own work."""
    product_months: Band
    work_months: Band

    @classmethod
    def of(cls, found: Extraction, taxonomy: Taxonomy, role: Role, as_of: date) -> Context:
        """Count an extraction."""
        own = [is_own(position, role) for position in found.positions]
        places = _places(found, role)
        relevant = {n for n, bullet in enumerate(found.bullets) if bullet.position is not None and own[bullet.position]}
        intros: dict[Span, float] = {}
        best: dict[str, Mention] = {}
        worths: dict[str, float] = {}
        beyond = _beyond(found, int(role.scale.evidence.skills_per_statement))
        bare = bare_statements(found, taxonomy, role)
        for mention in found.mentions:
            if mention.bullet is None and mention.level > Level.LISTED:
                intros[mention.span] = introduced(found, mention, role)
            worth = _worth(found, mention, role, places, beyond, bare, intros.get(mention.span, 0.0))
            if mention.skill not in best or worth > worths[mention.skill]:
                best[mention.skill], worths[mention.skill] = mention, worth
            if mention.bullet is not None and mention.kind is SkillKind.COMPETENCY and mention.level > Level.LISTED:
                relevant.add(mention.bullet)
        held = tuple(position for position, mine in zip(found.positions, own, strict=True) if mine)
        work = months((p.period for p in found.positions if p.kind is RoleKind.WORK), as_of)
        product = months((position.period for position in held), as_of)
        return cls(
            found, taxonomy, role, as_of, best, worths, places, intros, bare, frozenset(relevant), held, product, work
        )

    def counted(self, bullet: int, elsewhere: float) -> float:
        """What a statement counts for impact and writing: whole in the role's own work, else part of its place's worth."""
        place = 0.0 if bullet in self.bare else self.places[bullet]
        return place if place == 1 else place * elsewhere

    def text(self, span: Span) -> str:
        """The words of a place, on one line."""
        return " ".join(self.found.document.slice(span).split())


def is_own(position: Position, role: Role) -> bool:
    """Whether a position is paid work of the role's own kind."""
    named = position.product or any(same(title) in same(position.title) for title in role.titles)
    return named and position.kind is RoleKind.WORK


def _places(found: Extraction, role: Role) -> tuple[float, ...]:
    """What each statement is worth by the work it stands under; a repetition is worth nothing."""
    seen: set[str] = set()
    places = []
    near = any(position.related or is_own(position, role) for position in found.positions)
    for bullet in found.bullets:
        words = " ".join(found.document.slice(bullet.span).lower().split())
        places.append(0.0 if words in seen else _place(found, bullet, role, near=near))
        seen.add(words)
    return tuple(places)


def _place(found: Extraction, bullet: Bullet, role: Role, *, near: bool) -> float:
    if bullet.position is None:
        # Projects are the author's own choice of work; achievements are of the work that the author does.
        return role.scale.evidence.related if near or bullet.section == "projects" else role.scale.evidence.other
    return _work(found.positions[bullet.position], role)


def _work(position: Position, role: Role) -> float:
    """What work is worth by its title."""
    if is_own(position, role):
        return 1.0
    return role.scale.evidence.related if position.related or position.product else role.scale.evidence.other


def introduced(found: Extraction, mention: Mention, role: Role) -> float:
    """What a place outside statements is worth: that of the position it introduces, between its heading and its first statement."""
    at = mention.span.start
    heading = max((p for p in found.positions if p.span.end <= at), key=lambda p: p.span.start, default=None)
    before = bisect_left(found.bullets, at, key=lambda bullet: bullet.span.start)
    if heading is None or (before and found.bullets[before - 1].span.start > heading.span.start):
        return role.scale.evidence.other
    return _work(heading, role)


def _beyond(found: Extraction, most: int) -> set[tuple[int, str]]:
    """Skills behind the first so many of a statement: a sentence that shows everything shows nothing."""
    shown: dict[int, list[str]] = defaultdict(list)
    for mention in sorted(found.mentions, key=lambda mention: mention.span.start):
        if mention.bullet is not None and mention.kind is SkillKind.COMPETENCY:
            skills = shown[mention.bullet]
            if mention.skill not in skills:
                skills.append(mention.skill)
    return {(bullet, skill) for bullet, skills in shown.items() for skill in skills[most:]}


def _worth(
    found: Extraction,
    mention: Mention,
    role: Role,
    places: tuple[float, ...],
    beyond: set[tuple[int, str]],
    bare: frozenset[int],
    intro: float,
) -> float:
    """What one mention is worth: its level times its place and its opener, never less than a listing."""
    scale = role.scale.evidence
    if mention.level is Level.LISTED or mention.bullet in bare or (mention.bullet, mention.skill) in beyond:
        return scale.listed
    level = scale.outcome if mention.level is Level.OUTCOME else scale.demonstrated
    if mention.bullet is None:
        return max(scale.listed, intro * level)
    verb = found.bullets[mention.bullet].verb
    strength = verb.strength if verb else Strength.NONE
    # "Responsible for the roadmap" does not say what was done.
    force = {Strength.STRONG: 1.0, Strength.NEUTRAL: scale.neutral}.get(strength, scale.weak)
    return max(scale.listed, places[mention.bullet] * level * force)


@lru_cache(maxsize=4)
def by_id(taxonomy: Taxonomy) -> dict[str, Skill]:
    """The skills of a taxonomy by their ids."""
    return {skill.id: skill for skill in taxonomy.skills}


@lru_cache(maxsize=32)
def by_area(taxonomy: Taxonomy, role: Role) -> dict[str, tuple[tuple[Skill, int], ...]]:
    """The competencies of each area of a role with their weights."""
    weights = dict(role.skills)
    return {
        area: tuple(
            (skill, weights.get(skill.id, skill.weight)) for skill in taxonomy.competencies() if skill.area == area
        )
        for area, _ in role.areas
    }
