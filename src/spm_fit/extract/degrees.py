"""Degrees: the lowest one that a posting asks for, and whether it has to be."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spm_fit.extract.wishes import HARD, is_wish
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Demand, Mention, Requirement
from spm_fit.model.taxonomy import SkillKind

_RANK = ("other", "associate", "bachelor", "master", "doctorate")
_OR_EQUIVALENT = re.compile(
    r"\b(?:or|and/or|in lieu|equivalent)\b[^.;]{0,40}\b(?:equivalent|(?<!more years of )experience|(?:similar|comparable) (?:\w+ ){0,2}(?:experience|qualification)|lieu)\b|\bequivalent\b|\bin lieu\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:substitut\w+|in lieu|instead of|equivalent to)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:in lieu of|instead of|substitut\w+ for|in place of) (?:a |the )?(?:bachelor\S* |college |university )?degree\b", re.IGNORECASE)  # fmt: skip
# "or 2 years of experience with an advanced degree" is no way around a degree.
_OTHER_DEGREE = re.compile(r"\bor\s+(?:at least\s+|up to\s+)?\d[^.;]{0,60}?\bexperience with an?\b", re.IGNORECASE)
# Degrees that are named without level or subject, or by letters beside years: "MS, or BS with 3 more years".
_UNNAMED = re.compile(r"(?<!\bno )(?<!\bhigh )(?<!360-)\b(?:(?:technical|college|university|2:1|first|good|honou?rs)\s+degree\b|degree(?=[- ]educated| level| in\b| or\b| required|\s*$)|educated to degree|\bany graduate\b)", re.IGNORECASE)  # fmt: skip
_LETTERS = re.compile(r"\b(?:BS|BA|BSc|B\.S\.|B\.A\.)(?=\s+(?:with|and|\+|plus)\s)")
_NEAR, _LINE = 80, 160


def degree(
    document: Document, mentions: tuple[Mention, ...], required: tuple[Requirement, ...], levels: Mapping[str, str]
) -> tuple[str | None, bool]:
    """(lowest degree asked for, whether it is required); `levels` gives the level of each credential."""
    asked = [m for m in mentions if m.kind is SkillKind.CREDENTIAL and levels.get(m.skill) in _RANK[1:]]
    named = [(m.span, levels[m.skill], m.demand) for m in asked] + _by_letters(document, required)
    if not named:
        named = _unnamed(document, required)
    if not named:
        return None, False
    firm = [entry for entry in named if entry[2] is Demand.MUST] or named
    span, level, demand = min(firm, key=lambda entry: _RANK.index(entry[1]))
    return level, demand is not Demand.NICE and not _is_soft(document, span, [other for other, _, _ in named])


def _unnamed(document: Document, required: tuple[Requirement, ...]) -> list[tuple[Span, str, Demand]]:
    found = [(item, _UNNAMED.search(document.slice(item.span))) for item in required]
    return [(_at(item, match), "bachelor", item.kind) for item, match in found if match]


def _by_letters(document: Document, required: tuple[Requirement, ...]) -> list[tuple[Span, str, Demand]]:
    found = [(item, _LETTERS.search(document.slice(item.span))) for item in required]
    return [(_at(item, match), "bachelor", item.kind) for item, match in found if match]


def _at(item: Requirement, match: re.Match[str]) -> Span:
    return Span(item.span.start + match.start(), item.span.start + match.end())


def _is_soft(document: Document, span: Span, named: list[Span]) -> bool:
    """Whether the words after a degree prefer it only, or take something else instead of it."""
    text = document.text
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[span.start : end if end >= 0 else len(text)]
    # What is preferred after the next degree or a semicolon is not said of this one.
    others = [other.start - span.start for other in named if other.start > span.end]
    clause = re.split(r";|\.\s", line[: min([_NEAR, *others])])[0]
    preferred = is_wish(clause) and not HARD.search(clause)
    rest = _OTHER_DEGREE.sub("", line)
    instead = _OR_EQUIVALENT.search(rest[:_LINE]) or _WITHOUT.search(rest)
    return bool(preferred or instead or _BEFORE.search(text[max(start, span.start - _NEAR) : span.start]))
