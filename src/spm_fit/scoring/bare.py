"""Statements that do not say what was done: lists of skills, the taxonomy's own sentences, an employer's demands."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from spm_fit.model.document import Span
from spm_fit.model.finding import Bullet, Extraction
from spm_fit.model.phrase import same
from spm_fit.model.taxonomy import Role, SkillKind, Taxonomy

_YOU = re.compile(r"\byou(?:r|rs|['\u2019](?:ll|ve|re|d))?\b", re.IGNORECASE)
# What finds the names of skills, as against patterns of work.
_ALIAS = "skills.alias"


def bare_statements(found: Extraction, taxonomy: Taxonomy, role: Role) -> frozenset[int]:
    """Statements made of the names of skills that no verb opens, those of the taxonomy itself, and an employer's."""
    own = _sentences(taxonomy)
    employers = employer_text(found, role)
    named: dict[int, set[int]] = defaultdict(set)
    listed: dict[int, set[int]] = defaultdict(set)
    skills: dict[int, set[str]] = defaultdict(set)
    for mention in found.mentions:
        if mention.bullet is not None and mention.kind is SkillKind.COMPETENCY:
            named[mention.bullet].update(range(mention.span.start, mention.span.end))
            # A pattern spans what was done; an alias is a name.
            if mention.component == _ALIAS:
                listed[mention.bullet].update(range(mention.span.start, mention.span.end))
                skills[mention.bullet].add(mention.skill)
    scale = role.scale.evidence
    return frozenset(
        number
        for number, bullet in enumerate(found.bullets)
        if (bullet.verb is None and len(named[number]) >= scale.bare * _length(bullet))
        or (len(skills[number]) >= scale.bare_skills and len(listed[number]) >= scale.bare * _length(bullet))
        or same(found.document.slice(bullet.span)).strip(".") in own
        or (employers is not None and employers.contains(bullet.span))
    )


def _length(bullet: Bullet) -> int:
    """Characters behind the opening verb: one verb before a list of skills does not tell what was done with each."""
    return bullet.span.end - (bullet.verb.span.end if bullet.verb else bullet.span.start)


def employer_text(found: Extraction, role: Role) -> Span | None:
    """Where a posting was pasted in: from the first to the last phrase in which an employer speaks. Resumes address no one."""
    addressed = [Span(*match.span()) for match in _YOU.finditer(found.document.text)]
    enough = role.scale.evidence.employer_phrases
    if len(found.offers) < enough and not (found.offers and len(addressed) >= enough):
        return None
    spoken = [*found.offers, *addressed]
    return Span(min(span.start for span in spoken), max(span.end for span in spoken))


@lru_cache(maxsize=4)
def _sentences(taxonomy: Taxonomy) -> frozenset[str]:
    """What the taxonomy's files say, in the form that sentences are compared in."""
    return frozenset(
        same(text).strip(".")
        for skill in taxonomy.competencies()
        for text in (*skill.examples_yes, *skill.examples_no, *skill.aliases, *skill.patterns, *skill.claims)
    )
