"""What the files in skills/ say, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spm_fit.model.scale import Scale

# Where a role's id is asked for: the role that the document is nearest to.
AUTO = "auto"


class SkillKind(StrEnum):
    """What sort of skill an id names."""

    COMPETENCY = "competency"
    TOOL = "tool"
    CREDENTIAL = "credential"


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the taxonomy was written from, and one of its headings."""

    document: str
    heading: str


@dataclass(frozen=True, slots=True)
class Skill:
    """One competency, tool or credential. Phrases are in the language that skills/README.md describes."""

    id: str
    name: str
    kind: SkillKind
    area: str
    weight: int = 1
    means: str = ""
    measure: str = ""
    """The sort of number that shows a result of it; completes "say with a number: ..."."""
    question: str = ""
    """What an interviewer would ask to probe it, in one sentence."""
    sources: tuple[Source, ...] = ()
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    weak_exact: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    ambiguous: bool = False
    level: str | None = None
    """Degrees: associate, bachelor, master, doctorate or other."""
    examples_yes: tuple[str, ...] = ()
    examples_no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A group of competencies, or a category of tools."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Titles:
    """How job titles are read: `levels` are phrases of product titles with their level, longest first."""

    product: tuple[tuple[str, str], ...]
    modifiers: tuple[tuple[str, str], ...]
    not_product: tuple[str, ...]
    related: tuple[str, ...]
    """Trades that lead to product management."""
    nouns: tuple[str, ...]
    internship: tuple[str, ...]
    volunteer: tuple[str, ...]
    breaks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verbs:
    """Opening verbs by strength, and what is needed to know their forms."""

    strong: tuple[str, ...]
    neutral: tuple[str, ...]
    weak: tuple[str, ...]
    irregular: tuple[tuple[str, tuple[str, ...]], ...]
    double: tuple[str, ...]
    weak_phrases: tuple[str, ...]
    instead: tuple[tuple[str, str], ...]
    adverbs: tuple[str, ...]
    nouns_like_verbs: tuple[str, ...]
    own_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headings:
    """What sections are called: pairs of section name and phrases."""

    resume: tuple[tuple[str, tuple[str, ...]], ...]
    posting: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Role:
    """What a good fit means for one role. Years are of product management: (least, usual, ample)."""

    id: str
    name: str
    summary: str
    level: str
    years: tuple[float, float, float]
    weights: tuple[tuple[str, int], ...]
    """Points possible by criterion; they sum to 100."""
    areas: tuple[tuple[str, float], ...]
    """Share of the competencies' points by area."""
    tools: tuple[str, ...]
    """Tools that the role's documents name."""
    skills: tuple[tuple[str, int], ...]
    """Weights of competencies that differ from those of their own entries."""
    titles: tuple[str, ...]
    """Titles that are work of this role besides those of product management."""
    next: str
    """The id of the role one step up; empty at the top."""
    ladder: bool
    """Whether it is a step of the ladder; a specialisation stands beside it."""
    scale: Scale

    def points(self, criterion: str) -> int:
        """The points that a criterion can give."""
        return dict(self.weights).get(criterion, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Taxonomy:
    """Everything from skills/, with the digest of the files' content that stands in every report.

    Compared by identity, so that what is built from one can be kept for it.
    """

    skills: tuple[Skill, ...]
    areas: tuple[Area, ...]
    titles: Titles
    verbs: Verbs
    headings: Headings
    roles: tuple[Role, ...]
    digest: str

    def skill(self, skill_id: str) -> Skill:
        """The skill of an id.

        Raises:
            KeyError: there is none.
        """
        for skill in self.skills:
            if skill.id == skill_id:
                return skill
        raise KeyError(skill_id)

    def role(self, role_id: str) -> Role:
        """The role of an id.

        Raises:
            KeyError: there is none.
        """
        for role in self.roles:
            if role.id == role_id:
                return role
        raise KeyError(role_id)

    def competencies(self) -> tuple[Skill, ...]:
        """The competencies in the order of their files."""
        return tuple(skill for skill in self.skills if skill.kind is SkillKind.COMPETENCY)
