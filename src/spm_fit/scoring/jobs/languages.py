"""Languages that people speak: which ones a posting asks for, how well, and where a resume lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spm_fit.model.document import Span
from spm_fit.model.finding import Extraction

_NAMES = (
    "Afrikaans Albanian Arabic Armenian Basque Belarusian Bengali Bosnian Bulgarian Cantonese Catalan Croatian Czech Danish Dutch English Estonian Farsi Finnish Flemish French"
    " Georgian German Greek Gujarati Hebrew Hindi Hungarian Icelandic Indonesian Irish Italian Japanese Kannada Korean Latvian Lithuanian Macedonian Malay Malayalam Mandarin"
    " Marathi Norwegian Persian Polish Portuguese Punjabi Romanian Russian Serbian Sinhala Slovak Slovenian Somali Spanish Swahili Swedish Tagalog Tamil Telugu Thai Turkish"
    " Ukrainian Urdu Vietnamese Welsh Chinese"
).split()
_NAME = rf"\b(?:{'|'.join(_NAMES)})\b"
_ANY = re.compile(_NAME)
# A steep scale: what a word says of somebody's command, 1 to 6 as A1 to C2; 7 is one's first language.
_LEVELS = {
    "a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 6, "beginner": 1, "elementary": 1, "basic": 2, "some": 2, "conversational": 3, "intermediate": 3, "good": 3,
    "working": 4, "professional": 4, "business": 4, "upper": 4, "proficient": 5, "advanced": 5, "fluent": 5, "fluency": 5, "excellent": 5, "bilingual": 6, "full": 5,
    "native": 7, "mother": 7, "first": 7,
}  # fmt: skip
_LEVEL = re.compile(rf"\b(?:{'|'.join(_LEVELS)})\b", re.IGNORECASE)
_NEAR = 32
# What makes of a name a language that is asked for: words about speaking before or after it.
_ASKED_BEFORE = re.compile(
    r"\b(?:written|spoken|fluen\w+|native|speak\w*|command of|knowledge of|languages?|proficien\w+ in|skills in|bilingual|level|conversational|business|good|excellent|and|or|in|both|strong|,|/)[\s(,:/]*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:written|writ\w+|spok\w+|fluen\w+|native|speak\w*|command|languages?|proficien\w+|bilingual|conversational|[ABC][12])\b", re.IGNORECASE)  # fmt: skip
_NOT_ONE = re.compile(
    r"\s+(?:market|degree|literature|law|tax|customers?|company|team|office|cuisine|labou?r|payroll|accounting)\b"
)
_LINE = re.compile(r"\blanguages?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Language:
    """A language with a command of it, 0 where none is said."""

    name: str
    span: Span
    level: int


def asked(text: str, span: Span) -> Iterator[Language]:
    """The languages that a requirement asks for."""
    if not _ABOUT.search(text, span.start, span.end):
        return
    for match in _ANY.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - _NEAR) : match.start()]
        if _NOT_ONE.match(text, match.end(), span.end) or (before.strip() and not _ASKED_BEFORE.search(before)):
            continue
        yield Language(match[0], Span(*match.span()), _level(text, span, Span(*match.span())))


def spoken(found: Extraction) -> tuple[Language, ...]:
    """The languages that a resume lists: under their heading, in a line of several, or with a level."""
    text = found.impersonal
    bodies = [section.body for section in found.sections if section.name == "languages"]
    result = []
    for match in _ANY.finditer(text):
        place = Span(*match.span())
        start, end = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
        line = Span(start, end if end >= 0 else len(text))
        listed = any(body.contains(place) for body in bodies) or _LINE.search(text, line.start, line.end)
        level = _level(text, line, place)
        if _NOT_ONE.match(text, place.end, line.end):
            continue
        if listed or level or len(_ANY.findall(text, line.start, line.end)) > 1:
            result.append(Language(match[0], place, level))
    return tuple(result)


def _level(text: str, whole: Span, at: Span) -> int:
    """The command that stands beside a language: after it up to the next one, else right before it."""
    others = list(_ANY.finditer(text, at.end, min(whole.end, at.end + _NEAR)))
    after = text[at.end : others[0].start() if others else min(whole.end, at.end + _NEAR)]
    after = (
        re.split(r"[,;|]|\band\b", after)[0]
        if not after.lstrip().startswith(("(", ":", "-", "–", "—"))
        else re.split(r"[;|]|\)", after)[0]
    )
    found = _LEVEL.search(after)
    if found is None:
        before = re.split(r"[,;.:|)]", text[max(whole.start, at.start - _NEAR) : at.start])[-1]
        found = next(iter(reversed(list(_LEVEL.finditer(before)))), None)
    return _LEVELS[found[0].lower()] if found else 0
