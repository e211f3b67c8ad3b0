"""What every criterion looks at, counted once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from spm_fit.model.document import Span
from spm_fit.model.finding import Extraction, Level, Mention, RoleKind
from spm_fit.model.period import Band, months
from spm_fit.model.taxonomy import Role, Skill, SkillKind, Taxonomy


@dataclass(frozen=True, slots=True)
class Context:
    """An extraction with its best evidence by skill and its product months."""

    found: Extraction
    taxonomy: Taxonomy
    role: Role
    as_of: date
    best: dict[str, Mention]
    """The best evidence of each skill: highest level, then first in the document."""
    product_months: Band
    relevant: frozenset[int]
    """Indices of bullets that show a competency."""

    @classmethod
    def of(cls, found: Extraction, taxonomy: Taxonomy, role: Role, as_of: date) -> Context:
        """Count an extraction."""
        best: dict[str, Mention] = {}
        relevant = set()
        for mention in found.mentions:
            known = best.get(mention.skill)
            if known is None or mention.level > known.level:
                best[mention.skill] = mention
            if mention.bullet is not None and mention.kind is SkillKind.COMPETENCY and mention.level > Level.LISTED:
                relevant.add(mention.bullet)
        product = months((p.period for p in found.positions if p.product and p.kind is RoleKind.WORK), as_of)
        return cls(found, taxonomy, role, as_of, best, product, frozenset(relevant))

    def text(self, span: Span) -> str:
        """The words of a place, on one line."""
        return " ".join(self.found.document.slice(span).split())


@lru_cache(maxsize=8)
def by_area(taxonomy: Taxonomy) -> dict[str, tuple[Skill, ...]]:
    """The competencies of each area."""
    return {
        area.id: tuple(skill for skill in taxonomy.competencies() if skill.area == area.id) for area in taxonomy.areas
    }
