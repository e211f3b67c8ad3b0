"""Whether a phrase that matches is meant: not negated, not inside a longer name, everyday words in their context."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spm_fit.extract.everyday import meant
from spm_fit.extract.negation import negated
from spm_fit.extract.places import Spans
from spm_fit.model.document import Document, Span
from spm_fit.model.taxonomy import SkillKind

# So many characters before and after an everyday word stand the tools that are beside it.
_BESIDE = 240
_NAMING = frozenset(["alias", "claim"])
_SEPARATOR = re.compile(r"[,;|•\t\n]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of the taxonomy with what its match means."""

    skill: str
    kind: SkillKind
    phrase: str
    role: str
    """alias, pattern, claim or not."""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a phrase."""

    span: Span
    entry: Entry


def standing(document: Document, whole: Span, found: list[Found], *, in_list: bool) -> Iterator[Found]:
    """The matches in one sentence (`whole`) that are meant; `in_list`: it stands in a list of skills."""
    blocks = {
        skill: Spans(f.span for f in found if f.entry.role == "not" and f.entry.skill == skill)
        for skill in {f.entry.skill for f in found if f.entry.role == "not"}
    }
    claims = [f for f in found if f.entry.role != "not"]
    claims = [f for f in claims if f.entry.skill not in blocks or not blocks[f.entry.skill].overlap(f.span)]
    named = _Near(f for f in claims if f.entry.role in _NAMING)
    tools = _Near(f for f in claims if f.entry.kind is SkillKind.TOOL and not f.entry.ambiguous)
    for item in claims:
        longer = item.entry.role in _NAMING and any(
            other.entry.skill != item.entry.skill and other.span.contains(item.span) and other.span != item.span
            for other in named.around(item.span.start, named.longest, 0)
        )
        if longer or negated(document.text, whole, item.span):
            continue
        # In a list of skills every item stands for itself.
        if in_list and item.entry.role == "pattern" and _SEPARATOR.search(document.slice(item.span)):
            continue
        if item.entry.ambiguous and not _meant(document, whole, item, tools, in_list=in_list):
            continue
        yield item


class _Near:
    """Matches by where they begin."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = sorted(found, key=lambda f: f.span.start)
        self._starts = [f.span.start for f in self._found]
        self.longest = max((f.span.end - f.span.start for f in self._found), default=0)

    def around(self, at: int, before: int, after: int) -> Sequence[Found]:
        """Those that begin so many characters before or after a place, at most."""
        return self._found[bisect_left(self._starts, at - before) : bisect_right(self._starts, at + after)]


def _meant(document: Document, whole: Span, item: Found, tools: _Near, *, in_list: bool) -> bool:
    """Whether an everyday word names the tool, judged by the words and the tools around it."""
    near = [tool.span for tool in tools.around(item.span.start, _BESIDE, _BESIDE)]
    return meant(document.text, whole, item.span, near, in_list=in_list)


def is_degree(text: str, match: re.Match[str], in_education: bool) -> bool:
    """Whether "MA" is the degree: named with its subject, or in an education section and not the state after a city."""
    after = text[match.end() : match.end() + 10]
    if re.match(r"\.?\s*(?:in\b|degree\b|of\b|/|or\b)", after):
        return True
    city = re.search(r"[a-z],\s*$", text[max(0, match.start() - 4) : match.start()])
    return in_education and not (city and len(match[0]) == 2)
