"""The kinds of files in skills/ and what each may hold. A file is known by one key that only its kind has."""

from __future__ import annotations

from typing import get_type_hints

from spm_fit.model.phrase import parse
from spm_fit.model.scale import Scale
from spm_fit.taxonomy.shapes import PHRASES, TEXTS, Entries, Flag, Number, Record, Sequence, Shape, Text

DEGREES = ("associate", "bachelor", "master", "doctorate", "other")
LEVELS = ("apm", "pm", "senior", "lead", "principal", "group", "director", "vp", "cpo", "other")
SECTIONS = (
    "contact", "summary", "skills", "experience", "projects", "education", "certifications", "awards",
    "publications", "volunteering", "languages", "interests", "references", "other",
)  # fmt: skip
POSTING_SECTIONS = ("must", "nice", "qualifications", "duties", "about", "benefits", "pay", "process", "legal")
CRITERIA = ("competencies", "experience", "impact", "writing", "tools", "presentation")

_SOURCES = Sequence(Record({"document": Text(), "heading": Text()}, ("document", "heading")))
_EXAMPLES = Record({"yes": TEXTS, "no": TEXTS})
_COMPETENCY = Record(
    {
        "name": Text(),
        "weight": Number(1, 3),
        "means": Text(),
        "measure": Text(),
        "question": Text(),
        "sources": _SOURCES,
        "aliases": PHRASES,
        "patterns": PHRASES,
        "claims": PHRASES,
        "not": PHRASES,
        "examples": _EXAMPLES,
    },
    ("name", "weight", "sources"),
    ("aliases", "patterns"),
)
_TOOL = Record(
    {
        "name": Text(),
        "category": Text(),
        "sources": _SOURCES,
        "aliases": PHRASES,
        "exact": TEXTS,
        "ambiguous": Flag(),
        "not": PHRASES,
    },
    ("name", "category"),
    ("aliases", "exact"),
)
_CREDENTIAL = Record(
    {
        "name": Text(),
        "kind": Text(choices=("degree", "certificate")),
        "level": Text(choices=DEGREES),
        "sources": _SOURCES,
        "aliases": PHRASES,
        "exact": TEXTS,
        "weak_exact": TEXTS,
        "not": PHRASES,
    },
    ("name", "kind"),
    ("aliases", "exact", "weak_exact"),
)
_WORDS = Sequence(Text())
_SHARE = Number(0, 1000, whole=False)


def _scale(kind: type) -> Shape:
    """The numbers of a part of a role's scale, by the types of its fields."""
    lists: dict[object, Shape] = {tuple[float, ...]: Sequence(_SHARE), tuple[tuple[str, float], ...]: Entries(_SHARE)}
    return Record({name: lists.get(hint, _SHARE) for name, hint in get_type_hints(kind).items()})


# The key that tells a kind of file -> what the file may hold.
KINDS: dict[str, Record] = {
    "role": Record(
        {
            "role": Text(),
            "like": Text(),
            "name": Text(),
            "summary": Text(),
            "level": Text(choices=LEVELS),
            "next": Text(),
            "ladder": Flag(),
            "years": Record(dict.fromkeys(("least", "usual", "ample"), _SHARE), ("least", "usual", "ample")),
            "weights": Record({name: Number(0, 100) for name in CRITERIA}, CRITERIA),
            "areas": Entries(Number(0, 1, whole=False)),
            "skills": Entries(Number(0, 3)),
            "titles": _WORDS,
            "tools": _WORDS,
            "scale": Record({part: _scale(kind) for part, kind in get_type_hints(Scale).items()}),
        },
        ("role", "name", "level"),
    ),
    "sources": Record(
        {"sources": Entries(Record({"title": Text(), "published": Text(), "headings": TEXTS}, ("title", "headings")))},
        ("sources",),
    ),
    "groups": Record({"groups": Entries(_WORDS)}, ("groups",)),
    "competencies": Record(
        {"area": Text(), "name": Text(), "competencies": Entries(_COMPETENCY)}, ("area", "name", "competencies")
    ),
    "tools": Record({"tools": Entries(_TOOL)}, ("tools",)),
    "credentials": Record({"credentials": Entries(_CREDENTIAL)}, ("credentials",)),
    "titles": Record(
        {
            "titles": Entries(Text(choices=LEVELS), parse),
            "modifiers": Entries(Text(choices=LEVELS), parse),
            "not_product": PHRASES,
            "related": PHRASES,
            "nouns": _WORDS,
            "internship": PHRASES,
            "volunteer": PHRASES,
            "breaks": PHRASES,
        },
        ("titles", "modifiers", "not_product", "related", "nouns", "internship", "volunteer", "breaks"),
    ),
    "strong": Record(
        {
            "strong": PHRASES,
            "neutral": PHRASES,
            "weak": PHRASES,
            "irregular": Entries(TEXTS),
            "double": _WORDS,
            "weak_phrases": PHRASES,
            "instead": Entries(Text()),
            "adverbs": PHRASES,
            "nouns_like_verbs": _WORDS,
            "own_words": _WORDS,
        },
        ("strong", "neutral", "weak", "irregular", "double", "weak_phrases", "adverbs", "nouns_like_verbs"),
    ),
    "resume": Record(
        {
            "resume": Record(dict.fromkeys(SECTIONS, PHRASES)),
            "posting": Record(dict.fromkeys(POSTING_SECTIONS, PHRASES)),
        },
        ("resume", "posting"),
    ),
    "extends": Record({"extends": Text(choices=("builtin", "nothing"))}, ("extends",)),
}


def json_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) that any one taxonomy file meets."""
    shapes: dict[str, Shape] = dict(KINDS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "spm-fit taxonomy file",
        "anyOf": [{"$ref": f"#/$defs/{_name(key)}"} for key in shapes],
        "$defs": {_name(key): shape.schema() for key, shape in shapes.items()},
    }


def _name(key: str) -> str:
    return {"strong": "verbs", "resume": "headings", "extends": "settings"}.get(key, key)
