"""Checked values of files to one Taxonomy: later layers win; what only the whole can show is checked here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from spm_fit.model.phrase import NUMBER, same
from spm_fit.model.taxonomy import (
    Area,
    Headings,
    Skill,
    SkillKind,
    Source,
    Taxonomy,
    Titles,
    Verbs,
)
from spm_fit.taxonomy.files import POSTING_SECTIONS, SECTIONS
from spm_fit.taxonomy.nodes import Mistakes, nearest
from spm_fit.taxonomy.roles import roles
from spm_fit.taxonomy.shapes import At

# Values checked by their shapes: from here to the end of this module their keys and types are known.
Values = dict[str, Any]
# A group of words in a phrase: "interview <person>".
_GROUP = re.compile(r"<[^<>\s]*>")


@dataclass(slots=True)
class Layer:
    """The files of one folder: values by kind of file, and the bytes that the digest is made of."""

    files: list[tuple[str, Values]] = field(default_factory=list)
    contents: list[tuple[str, bytes]] = field(default_factory=list)
    alone: bool = False

    def add(self, kind: str, values: Values) -> None:
        """Take in one file."""
        self.files.append((kind, values))
        if kind == "extends" and _text(values, "extends") == "nothing":
            self.alone = True

    def of(self, kind: str) -> Iterator[Values]:
        """The files of a kind."""
        return (values for found, values in self.files if found == kind)


def build(layers: list[Layer], mistakes: Mistakes) -> Taxonomy | None:
    """The taxonomy of all layers; None, and mistakes noted, if something is missing."""
    skills: dict[str, tuple[str, Skill]] = {}
    areas: dict[str, Area] = {}
    singles: dict[str, Values] = {}
    files: dict[str, Values] = {}
    sources: dict[str, list[str]] = {}
    claims: dict[SkillKind, list[tuple[str, str, At]]] = {kind: [] for kind in SkillKind}
    groups = {NUMBER: NUMBER}
    for layer in layers:
        for values in layer.of("groups"):
            groups |= {
                f"<{name}>": "|".join(str(at.value) for at in words) for name, (_, words) in values["groups"].items()
            }
    for layer in layers:
        seen: dict[str, str] = {}
        for values in layer.of("sources"):
            for document, (_, source) in values["sources"].items():
                sources[document] = _texts(source, "headings")
        for where, skill, values in _skills(layer, areas, groups, mistakes):
            if skill.id in seen:
                mistakes.add(where, f"id '{skill.id}' stands twice, first at {seen[skill.id]}")
            seen[skill.id] = where
            if skill.id in skills:
                claims[skill.kind] = [claim for claim in claims[skill.kind] if claim[0] != skill.id]
            skills[skill.id] = where, skill
            claims[skill.kind] += [
                (skill.id, key, at)
                for key in ("aliases", "exact", "weak_exact", "claims")
                for at in values.get(key) or ()
            ]
            _check_sources(values, sources, mistakes)
        for kind in ("titles", "strong", "resume"):
            for values in layer.of(kind):
                singles[kind] = {**singles.get(kind, {}), **values}
        for values in layer.of("role"):
            if values["role"] is not None:
                files[_text(values, "role")] = values
    for claimed in claims.values():
        _check_claims(claimed, mistakes)
    made = roles(files, areas, [skill for _, skill in skills.values()], mistakes)
    shares = {area for values in files.values() for area in values.get("areas") or ()}
    for layer in layers:
        for values in layer.of("competencies"):
            area = values.get("area")
            if isinstance(area, At) and area.value not in shares:
                near = nearest(str(area.value), sorted(shares))
                mistakes.add(area.place, f"no role gives the area '{area.value}' a share{near}")
    for kind, name in (("titles", "titles"), ("strong", "verbs"), ("resume", "headings")):
        if kind not in singles:
            mistakes.add("taxonomy", f"no file with {name}; a taxonomy that extends nothing must bring its own")
    if not files:
        mistakes.add("taxonomy", "no role; a taxonomy needs at least one file in roles/")
    if mistakes.found:
        return None
    return Taxonomy(
        tuple(skill for _, skill in skills.values()),
        tuple(areas.values()),
        _titles(singles["titles"]),
        _verbs(singles["strong"]),
        _headings(singles["resume"]),
        made,
        "",
    )


def _text(values: Values, key: str, default: str = "") -> str:
    at = values.get(key)
    return cast("str", at.value) if isinstance(at, At) else default


def _texts(values: Values, key: str) -> list[str]:
    return [cast("str", at.value) for at in values.get(key) or ()]


def _grouped(values: Values, key: str, groups: dict[str, str], mistakes: Mistakes) -> tuple[str, ...]:
    """Phrases with the words of their groups written out."""

    def words(at: At) -> str:
        if "<" not in str(at.value):
            return str(at.value)
        for name in sorted(set(_GROUP.findall(str(at.value))) - set(groups)):
            mistakes.add(at.place, f"unknown group '{name}'{nearest(name, list(groups))}")
        return _GROUP.sub(lambda match: groups.get(match[0], match[0]), str(at.value))

    return tuple(words(at) for at in values.get(key) or ())


def _skills(
    layer: Layer, areas: dict[str, Area], groups: dict[str, str], mistakes: Mistakes
) -> Iterator[tuple[str, Skill, Values]]:
    for values in layer.of("competencies"):
        area = _text(values, "area")
        areas[area] = Area(area, _text(values, "name"))
        for skill_id, (where, entry) in (values.get("competencies") or {}).items():
            yield where, _skill(skill_id, SkillKind.COMPETENCY, area, entry, groups, mistakes), entry
    for kind in (SkillKind.TOOL, SkillKind.CREDENTIAL):
        key = f"{kind}s"
        for values in layer.of(key):
            for skill_id, (where, entry) in (values.get(key) or {}).items():
                area = _text(entry, "category") or _text(entry, "kind")
                yield where, _skill(skill_id, kind, area, entry, groups, mistakes), entry


def _skill(
    skill_id: str, kind: SkillKind, area: str, entry: Values, groups: dict[str, str], mistakes: Mistakes
) -> Skill:
    weight = entry.get("weight")
    examples: Values = entry.get("examples") or {}
    return Skill(
        id=skill_id,
        name=_text(entry, "name"),
        kind=kind,
        area=area,
        weight=cast("int", weight.value) if isinstance(weight, At) else 1,
        means=_text(entry, "means"),
        measure=_text(entry, "measure"),
        question=_text(entry, "question"),
        sources=tuple(Source(_text(s, "document"), _text(s, "heading")) for s in entry.get("sources") or ()),
        aliases=tuple(_texts(entry, "aliases")),
        exact=tuple(_texts(entry, "exact")),
        weak_exact=tuple(_texts(entry, "weak_exact")),
        patterns=_grouped(entry, "patterns", groups, mistakes),
        claims=tuple(_texts(entry, "claims")),
        excludes=_grouped(entry, "not", groups, mistakes),
        ambiguous=bool(entry["ambiguous"].value) if entry.get("ambiguous") else False,
        level=_text(entry, "level") or None,
        examples_yes=tuple(_texts(examples, "yes")),
        examples_no=tuple(_texts(examples, "no")),
    )


def _check_sources(values: Values, sources: dict[str, list[str]], mistakes: Mistakes) -> None:
    for source in values.get("sources") or ():
        document, heading = source.get("document"), source.get("heading")
        if not isinstance(document, At) or not isinstance(heading, At):
            continue
        if document.value not in sources:
            mistakes.add(
                document.place, f"unknown document '{document.value}'{nearest(str(document.value), list(sources))}"
            )
        elif heading.value not in sources[str(document.value)]:
            near = nearest(str(heading.value), sources[str(document.value)])
            mistakes.add(heading.place, f"document {document.value} has no heading '{heading.value}'{near}")


def _check_claims(claims: list[tuple[str, str, At]], mistakes: Mistakes) -> None:
    """Among skills of one kind an alias belongs to one entry; only the exact spellings of one key may differ by case alone ("Go", "GO")."""
    owners: dict[str, tuple[str, str, str]] = {}
    for skill_id, key, at in claims:
        text = str(at.value)
        word = text if "exact" in key else same(text)
        owner = owners.setdefault(word, (skill_id, key, at.place))
        if owner[2] != at.place:
            who = "this entry" if owner[0] == skill_id else f"'{owner[0]}'"
            mistakes.add(at.place, f"'{text}' is claimed twice: {who} has it at {owner[2]}")


def _levels(values: Values, key: str) -> tuple[tuple[str, str], ...]:
    return tuple((phrase, str(at.value)) for phrase, (_, at) in (values.get(key) or {}).items())


def _titles(values: Values) -> Titles:
    return Titles(
        _levels(values, "titles"),
        _levels(values, "modifiers"),
        tuple(_texts(values, "not_product")),
        tuple(_texts(values, "related")),
        tuple(_texts(values, "nouns")),
        tuple(_texts(values, "internship")),
        tuple(_texts(values, "volunteer")),
        tuple(_texts(values, "breaks")),
    )


def _verbs(values: Values) -> Verbs:
    irregular: Values = values.get("irregular") or {}
    return Verbs(
        strong=tuple(_texts(values, "strong")),
        neutral=tuple(_texts(values, "neutral")),
        weak=tuple(_texts(values, "weak")),
        irregular=tuple((base, tuple(str(at.value) for at in forms)) for base, (_, forms) in irregular.items()),
        double=tuple(_texts(values, "double")),
        weak_phrases=tuple(_texts(values, "weak_phrases")),
        instead=tuple((phrase, str(at.value)) for phrase, (_, at) in (values.get("instead") or {}).items()),
        adverbs=tuple(_texts(values, "adverbs")),
        nouns_like_verbs=tuple(_texts(values, "nouns_like_verbs")),
        own_words=tuple(_texts(values, "own_words")),
    )


def _headings(values: Values) -> Headings:
    resume: Values = values.get("resume") or {}
    posting: Values = values.get("posting") or {}
    return Headings(
        tuple((name, tuple(_texts(resume, name))) for name in SECTIONS),
        tuple((name, tuple(_texts(posting, name))) for name in POSTING_SECTIONS),
    )
