"""What every criterion looks at, counted once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from spm_fit.model.document import Span
from spm_fit.model.finding import Bullet, Extraction, Level, Mention, RoleKind
from spm_fit.model.period import Band, months
from spm_fit.model.taxonomy import Role, Skill, SkillKind, Taxonomy

# What evidence of each level is worth, and what remains of it where the job was not a product management one.
WORTH = {Level.LISTED: 0.2, Level.DEMONSTRATED: 0.8, Level.OUTCOME: 1.0}
ELSEWHERE = 0.45


@dataclass(frozen=True, slots=True)
class Context:
    """An extraction with its best evidence by skill and its product months."""

    found: Extraction
    taxonomy: Taxonomy
    role: Role
    as_of: date
    best: dict[str, Mention]
    """The best evidence of each skill: worth most, then first in the document."""
    product_months: Band
    relevant: frozenset[int]
    """Indices of bullets that show a competency, or stand under a product-management position."""

    @classmethod
    def of(cls, found: Extraction, taxonomy: Taxonomy, role: Role, as_of: date) -> Context:
        """Count an extraction."""
        best: dict[str, Mention] = {}
        relevant = {n for n, bullet in enumerate(found.bullets) if in_product(found, bullet)}
        for mention in found.mentions:
            known = best.get(mention.skill)
            if known is None or worth(found, mention) > worth(found, known):
                best[mention.skill] = mention
            if mention.bullet is not None and mention.kind is SkillKind.COMPETENCY and mention.level > Level.LISTED:
                relevant.add(mention.bullet)
        product = months((p.period for p in found.positions if p.product and p.kind is RoleKind.WORK), as_of)
        return cls(found, taxonomy, role, as_of, best, product, frozenset(relevant))

    def text(self, span: Span) -> str:
        """The words of a place, on one line."""
        return " ".join(self.found.document.slice(span).split())


def worth(found: Extraction, mention: Mention) -> float:
    """What one mention is worth, 0 to 1: less where it stands under a job of another trade, never less than a listing."""
    value = WORTH[mention.level]
    if mention.level is Level.LISTED:
        return value
    bullet = found.bullets[mention.bullet] if mention.bullet is not None else None
    return value if in_product(found, bullet) else max(WORTH[Level.LISTED], ELSEWHERE * value)


def in_product(found: Extraction, bullet: Bullet | None) -> bool:
    """Whether a statement stands under a product-management position that was work."""
    if bullet is None or bullet.position is None:
        return False
    position = found.positions[bullet.position]
    return position.product and position.kind is RoleKind.WORK


@lru_cache(maxsize=8)
def by_area(taxonomy: Taxonomy) -> dict[str, tuple[Skill, ...]]:
    """The competencies of each area."""
    return {
        area.id: tuple(skill for skill in taxonomy.competencies() if skill.area == area.id) for area in taxonomy.areas
    }
