"""Enumerations: the names that stand side by side around a place, as in "with Jira, Notion and Slack"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spm_fit.model.document import Span

# A word that can be (part of) a name: it has a capital or a digit, or a dot before one.
NAME_WORD = r"(?:[A-Z0-9][\w.+#'’]*(?:-[\w.+#]+)*|[a-z]+[A-Z0-9][\w.+#]*|\.[A-Z]\w+)"
_NAME = rf"{NAME_WORD}(?: {NAME_WORD}){{0,3}}"
_JOINT = r"(?:\s*[,/|•;&+(]\s*(?:(?:and|or)\s+)?|\s*\)\s*(?:,\s*)?(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)"
_JOINT_BEFORE = re.compile(_JOINT + r"\Z")
_JOINT_AFTER = re.compile(_JOINT)
_NAME_BEFORE = re.compile(rf"(?<![\w.+#'’-]){_NAME}\Z")
_NAME_AFTER = re.compile(_NAME)
_JOINT_REACH, _NAME_REACH, _MOST = 12, 64, 40


@dataclass(frozen=True, slots=True)
class Row:
    """The names of an enumeration, in order; the one that was asked for is among them."""

    names: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.names[-1].end


def row(text: str, whole: Span, span: Span, known: Iterable[Span] = ()) -> Row:
    """The enumeration around a span inside `whole`. `known`: spans that are names whatever they look like."""
    known = tuple(known)
    ends = {name.end: name for name in sorted(known, key=lambda s: s.start - s.end, reverse=True)}
    starts = {name.start: name for name in sorted(known, key=lambda s: s.end - s.start)}
    before: list[Span] = []
    at = span.start
    while len(before) < _MOST:
        joint = _JOINT_BEFORE.search(text, max(whole.start, at - _JOINT_REACH), at)
        name = _before(text, whole, joint.start(), ends) if joint else None
        if name is None or name.start >= at:
            break
        before.append(name)
        at = name.start
    after: list[Span] = []
    at = span.end
    while len(after) < _MOST:
        joint = _JOINT_AFTER.match(text, at, whole.end)
        name = _after(text, whole, joint.end(), starts) if joint else None
        if name is None:
            break
        after.append(name)
        at = name.end
    return Row((*reversed(before), span, *after))


def _before(text: str, whole: Span, at: int, ends: dict[int, Span]) -> Span | None:
    """The name that ends at a place; the first word of a sentence is capital anyway, so it belongs to no longer name."""
    if at in ends:
        return ends[at]
    match = _NAME_BEFORE.search(text, max(whole.start, at - _NAME_REACH), at)
    if match is None:
        return None
    start = match.start()
    if start == whole.start and " " in match[0]:
        start = match.start() + match[0].index(" ") + 1
    return Span(start, at)


def _after(text: str, whole: Span, at: int, starts: dict[int, Span]) -> Span | None:
    if at in starts:
        return starts[at]
    match = _NAME_AFTER.match(text, at, whole.end)
    return Span(at, match.end()) if match else None
