"""The spaCy pipelines: which components run, in which order, and the plain values that each is given."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import lru_cache

from spacy.language import Language

from spm_fit.extract import (  # noqa: F401  (importing a component registers its factory)
    bullets,
    claims,
    company,
    contacts,
    demands,
    education,
    employer,
    evidence,
    metrics,
    pay,
    positions,
    posting_sections,
    private,
    requirements,
    sections,
    skills,
    terms,
    toolbox,
    usage,
    verbs,
)
from spm_fit.extract.tokens import blank
from spm_fit.extract.words import Normalizer, normalizer, verb_forms
from spm_fit.model.taxonomy import SkillKind, Taxonomy

# Reads like a table of contents: every component works on what those before it wrote.
# First what nothing else may see; all that follows reads the text without it.
PRIVATE = ("spm_sections", "spm_contacts", "spm_private")
RESUME = (
    "spm_sections",
    "spm_positions",
    "spm_bullets",
    "spm_verbs",
    "spm_metrics",
    "spm_education",
    "spm_skills",
    "spm_usage",
    "spm_toolbox",
    "spm_company",
    "spm_evidence",
    "spm_claims",
)
POSTING = (
    "spm_posting_sections",
    "spm_requirements",
    "spm_demands",
    "spm_pay",
    "spm_skills",
    "spm_usage",
    "spm_toolbox",
    "spm_evidence",
    "spm_terms",
    "spm_employer",
)
# What of an entry the components need.
_PHRASES = ("id", "kind", "level", "ambiguous", "aliases", "exact", "weak_exact", "patterns", "claims", "excludes")


@lru_cache(maxsize=8)
def pipeline(taxonomy: Taxonomy, names: tuple[str, ...]) -> Language:
    """A blank English pipeline with these components, set up from a taxonomy."""
    nlp = blank()
    settings = _settings(taxonomy)
    for name in names:
        # As one string: spaCy would check the type of every single value of a larger structure.
        config = {"data": json.dumps(settings[name])} if name in settings else {}
        nlp.add_pipe(name, config=config, validate=False)
    return nlp


@lru_cache(maxsize=4)
def words_normalizer(taxonomy: Taxonomy) -> Normalizer:
    """The normal forms of words that a taxonomy's phrases are written in."""
    return normalizer(taxonomy.verbs, taxonomy.competencies())


def _settings(taxonomy: Taxonomy) -> dict[str, object]:
    entries = [{name: getattr(skill, name) for name in _PHRASES} for skill in taxonomy.skills]
    degrees = {s.id for s in taxonomy.skills if s.kind is SkillKind.CREDENTIAL and s.area == "degree"}
    titles = asdict(taxonomy.titles)
    return {
        "spm_private": [verb_forms(taxonomy.verbs), _words(taxonomy)],
        "spm_sections": [dict(taxonomy.headings.resume), taxonomy.titles.nouns],
        "spm_posting_sections": dict(taxonomy.headings.posting),
        "spm_positions": [titles, verb_forms(taxonomy.verbs)],
        "spm_verbs": asdict(taxonomy.verbs),
        "spm_evidence": sorted(verb_forms(taxonomy.verbs)),
        "spm_education": [entry for entry in entries if entry["id"] in degrees],
        "spm_skills": [entries, words_normalizer(taxonomy).table, taxonomy.verbs.own_words],
        "spm_usage": {area: [skill.id for skill in taxonomy.skills if skill.area == area] for area in ("os", "format")},
    }


def _words(taxonomy: Taxonomy) -> list[str]:
    """Words, in small letters, that titles and the names of skills are made of."""
    phrases = [phrase for skill in taxonomy.skills for phrase in (*skill.aliases, *skill.exact, *skill.weak_exact)]
    return sorted(
        {word for phrase in (*phrases, *taxonomy.titles.nouns) for word in re.findall(r"[^\W\d_]+", phrase.lower())}
    )
