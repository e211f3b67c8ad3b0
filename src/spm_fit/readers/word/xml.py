"""Walks WordprocessingML: what is shown, whatever wraps it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

Node = Any
"""An lxml element."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = frozenset(
    [f"{W}{name}" for name in ("del", "moveFrom", "rt", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr")]
)
_COUNTER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|in|mm|cm|pc|pi)?", re.ASCII)
_LENGTHS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "pc": 12.0, "pi": 12.0}


def children(node: Node) -> list[Node]:
    """The child elements; of two versions of one drawing only the first."""
    if node.tag == f"{_MC}AlternateContent":
        branch = node.find(f"{_MC}Choice")
        if branch is None:
            branch = node.find(f"{_MC}Fallback")
        return [] if branch is None else [branch]
    return [child for child in node if isinstance(child.tag, str)]


def nearest(node: Node, tags: Collection[str]) -> Iterator[Node]:
    """The first elements with one of these tags on every way down, in order, without what is deleted or not shown."""
    stack = children(node)[::-1]
    while stack:
        child = stack.pop()
        if child.tag in tags:
            yield child
        elif child.tag not in _UNSEEN and not (child.tag == f"{W}fldSimple" and counts_pages(value(child, "instr"))):
            stack += children(child)[::-1]


def counts_pages(instruction: str) -> bool:
    """Whether a field prints a page number."""
    return bool(_COUNTER.match(instruction))


def value(node: Node | None, name: str = "val") -> str:
    """An attribute of the element, empty where either is missing."""
    return "" if node is None else str(node.get(f"{W}{name}", ""))


def points(text: str, per_point: float) -> float:
    """A measure in points: a plain number counts `per_point`, others bring their unit; what is none is 0."""
    match = _MEASURE.fullmatch(text)
    if match is None:
        return 0.0
    return float(match[1]) * _LENGTHS[match[2]] if match[2] else float(match[1]) / per_point
