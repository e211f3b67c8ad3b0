"""Every number of the scores, as the role files give them; docs/scoring.md has the formulas.

A field's name is its key in the role's YAML; shares are 0 to 1, `years` are years, other numbers are counts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EvidenceScale:
    """What evidence is worth by its level, by the work it stands under (product work counts whole), and by its opener."""

    listed: float
    demonstrated: float
    outcome: float
    related: float
    other: float
    neutral: float
    weak: float
    skills_per_statement: float
    bare: float
    """The part of a statement that names skills, from which on it is a list."""
    bare_skills: float
    """So many skills behind one verb may be a list."""
    employer_phrases: float
    """So many phrases of an employer make a pasted posting."""


@dataclass(frozen=True, slots=True)
class CompetenciesScale:
    """The part of an area's weight that fills it."""

    full: float


@dataclass(frozen=True, slots=True)
class ExperienceScale:
    """Shares of years, step and related work; what least and usual years, and a lower step, are worth."""

    years: float
    step: float
    related: float
    at_least: float
    at_usual: float
    one_below: float
    two_below: float
    related_years: float


@dataclass(frozen=True, slots=True)
class ImpactScale:
    """Shares of outcomes and size, how many of each are enough, and what counts of statements on other work."""

    outcomes: float
    scopes: float
    enough_outcomes: float
    enough_scopes: float
    elsewhere: float


@dataclass(frozen=True, slots=True)
class WritingScale:
    """How many good statements are enough; what of one makes it good; what counts of statements on other work."""

    statements: float
    strong: float
    neutral: float
    none: float
    impersonal: float
    readable: float
    shortest: float
    longest: float
    elsewhere: float


@dataclass(frozen=True, slots=True)
class ToolsScale:
    """Shares of tools, degree and certificate; how many tools are enough; what others than the role's are worth."""

    tools: float
    degree: float
    certificate: float
    enough: float
    other_tool: float
    other_certificate: float


@dataclass(frozen=True, slots=True)
class PresentationScale:
    """Shares of its parts; pages that are fine, what a further page costs; years of work at which education may still stand first."""

    length: float
    sections: float
    contact: float
    linkedin: float
    order: float
    pages: float
    page_costs: float
    education_first: float
    education_last: float


@dataclass(frozen=True, slots=True)
class PostingScale:
    """Points of a posting's match with the role, and what other levels and professions are worth."""

    skills: float
    level: float
    years: float
    full: float
    other_profession: float
    years_outside: float
    below: tuple[float, ...]
    """What a title one, two ... steps below the role is worth; the last goes for all further ones."""
    above: tuple[float, ...]
    lesser: tuple[tuple[str, float], ...]
    """Titles of the ladder that are worth a part."""


@dataclass(frozen=True, slots=True)
class QualityScale:
    """Points of a posting as an advertisement; how many requirements are enough and too many; what a fault of language costs."""

    years: float
    requirements: float
    split: float
    pay: float
    language: float
    enough_requirements: float
    too_many: float
    fault: float


@dataclass(frozen=True, slots=True)
class JobScale:
    """What a requirement weighs, and what a partly met one is worth."""

    must: float
    nice: float
    partly: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers of all criteria and of both comparisons with postings."""

    evidence: EvidenceScale
    competencies: CompetenciesScale
    experience: ExperienceScale
    impact: ImpactScale
    writing: WritingScale
    tools: ToolsScale
    presentation: PresentationScale
    posting: PostingScale
    quality: QualityScale
    job: JobScale
