"""Whether a phrase that matches is meant: not negated, not inside a longer name, everyday words in their context."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spm_fit.extract.places import Spans
from spm_fit.model.document import Document, Span
from spm_fit.model.taxonomy import SkillKind

_NEGATED = re.compile(
    r"\b(?:no|not|never|without|lack(?:s|ing)?|limited|little|zero)\s+(?:any\s+|much\s+|prior\s+|formal\s+|yet\s+)*"
    r"(?:experience|knowledge|exposure|background|training|skills?|familiarity)?\s*(?:in|with|of|on|for|required|yet)?\s*(?:[\w/&+#-]+,?\s+(?:(?:and|or|in|with)\s+)?){0,3}$"
    r"|\b(?:eager|keen|hoping|hope|want|wish|looking|excited|plan(?:ning)?|aim(?:ing)?|aspir\w+|willing|ready|curious|interest(?:ed)?)\s+(?:in\s+|to\s+|about\s+)+"
    r"(?:learn\w*|study\w*|get\w*|gain\w*|develop\w*|acquir\w*|understand\w*|explor\w*|improv\w*|deepen\w*|know\w*)\s+(?:[\w/&+#-]+,?\s+){0,5}$"
    r"|\b(?:currently|now|still|begun|started|starting)\s+(?:to\s+)?(?:learn(?:ing)?|studying)\s+(?:[\w/&+#-]+,?\s+){0,3}$",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"^\W*(?:\w+\s+){0,2}(?:is |are )?(?:not (?:required|necessary|needed)|is no requirement)", re.IGNORECASE
)
# What stands before an everyday word when it means the tool.
_TOOL_BEFORE = re.compile(
    r"(?:\b(?:in|with|using|via|use|used|like|as|through|on|of|e\.g\.|including|and|or)\s+|[,:;(/|•\t]\s*|^\s*)$",
    re.IGNORECASE,
)
_TOOL_AFTER = re.compile(r"\s*(?:[,;)/|•\t.]|and\b|or\b|$|\()", re.IGNORECASE)
# So many characters before and after a match say whether it is meant; so near stands a tool that is beside it.
_REACH, _BESIDE = 240, 89
_NAMING = frozenset(["alias", "claim"])
_SEPARATOR = re.compile(r"[,;|•\t\n]")
_LIST = re.compile(r"[,;/|•\t]|\band\b|\bor\b|&")


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
        if longer or _negated(document.text, whole, item.span):
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


def _negated(text: str, whole: Span, span: Span) -> bool:
    return bool(
        _NEGATED.search(text, max(whole.start, span.start - _REACH), span.start)
        or _NOT_NEEDED.match(text[span.end : min(whole.end + 1, span.end + _REACH)])
    )


def _meant(document: Document, whole: Span, item: Found, tools: _Near, *, in_list: bool) -> bool:
    """Whether an everyday word names the tool: in a list of tools, or used "in", "with" or "via"."""
    text = document.text
    before = text[max(whole.start, item.span.start - _REACH) : item.span.start]
    after = text[item.span.end : min(len(text), item.span.end + 12)]
    word = document.slice(item.span)
    named = word[:1].isupper() or not word[:1].isalpha() or in_list
    if not named:
        return False
    if not before.strip() and not in_list:
        return False
    beside = any(
        len(_LIST.findall(text[min(t.span.end, item.span.end) : max(t.span.start, item.span.start)])) <= 6
        for t in tools.around(item.span.start, _BESIDE, _BESIDE)
    )
    fits = bool(_TOOL_BEFORE.search(before)) and bool(_TOOL_AFTER.match(after))
    if in_list or beside:
        return fits
    return bool(re.search(r"\b(?:in|with|using|via)\s+$", before, re.IGNORECASE)) and fits


def is_degree(text: str, match: re.Match[str], in_education: bool) -> bool:
    """Whether "MA" is the degree: named with its subject, or in an education section and not the state after a city."""
    after = text[match.end() : match.end() + 10]
    if re.match(r"\.?\s*(?:in\b|degree\b|of\b|/|or\b)", after):
        return True
    city = re.search(r"[a-z],\s*$", text[max(0, match.start() - 4) : match.start()])
    return in_education and not (city and len(match[0]) == 2)
