"""The spaCy pipelines: which components run, in which order, and the plain values that each is given."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from typing import Any

from spacy.language import Language

from spm_fit.extract import (  # noqa: F401  (importing a component registers its factory)
    bullets,
    claims,
    contacts,
    education,
    metrics,
    positions,
    posting,
    sections,
    skills,
    verbs,
)
from spm_fit.extract.tokens import blank
from spm_fit.extract.words import Normalizer, normalizer, verb_forms
from spm_fit.model.taxonomy import SkillKind, Taxonomy

# Reads like a table of contents: every component works on what those before it wrote.
RESUME = (
    "spm_sections",
    "spm_positions",
    "spm_bullets",
    "spm_verbs",
    "spm_metrics",
    "spm_education",
    "spm_skills",
    "spm_contacts",
    "spm_claims",
)
POSTING = (
    "spm_posting_sections",
    "spm_requirements",
    "spm_skills",
)


@lru_cache(maxsize=4)
def pipeline(taxonomy: Taxonomy, names: tuple[str, ...]) -> Language:
    """A blank English pipeline with these components, set up from a taxonomy."""
    nlp = blank()
    settings = _settings(taxonomy)
    for name in names:
        nlp.add_pipe(name, config=settings.get(name, {}), validate=False)
    return nlp


@lru_cache(maxsize=4)
def words_normalizer(taxonomy: Taxonomy) -> Normalizer:
    """The normal forms of words that a taxonomy's phrases are written in."""
    return normalizer(taxonomy.verbs, taxonomy.competencies())


def _settings(taxonomy: Taxonomy) -> dict[str, dict[str, Any]]:
    forms = verb_forms(taxonomy.verbs)
    degrees = [
        asdict(skill) for skill in taxonomy.skills if skill.kind is SkillKind.CREDENTIAL and skill.area == "degree"
    ]
    titles = asdict(taxonomy.titles)
    return {
        "spm_sections": {
            "phrases": {name: list(names) for name, names in taxonomy.headings.resume},
            "nouns": list(taxonomy.titles.nouns),
        },
        "spm_posting_sections": {"phrases": {name: list(names) for name, names in taxonomy.headings.posting}},
        "spm_positions": {"titles": titles, "verbs": forms},
        "spm_verbs": {"verbs": asdict(taxonomy.verbs)},
        "spm_education": {"degrees": degrees},
        "spm_skills": {
            "skills": [asdict(skill) for skill in taxonomy.skills],
            "forms": words_normalizer(taxonomy).table,
            "own": list(taxonomy.verbs.own_words),
        },
    }
