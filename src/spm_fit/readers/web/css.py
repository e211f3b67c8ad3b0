"""The little of CSS that says where text stands and whether it is seen: rules for elements, classes and ids.

Selectors with attributes, siblings or pseudo-classes, and rules for paper or narrow windows, are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spm_fit.readers.web.dom import Element

MAX_CHARACTERS = 1_000_000
MAX_RULES = 5_000
# Comparisons of an element with a selector; a page needs far fewer, and what is left then has no style.
MAX_WORK = 1_000_000
_PROPERTIES = frozenset(
    "display float visibility opacity color background background-color background-image background-clip -webkit-background-clip"
    " font font-size font-weight position left right top bottom text-indent margin margin-left margin-top margin-bottom"
    " flex-direction flex-flow flex flex-grow grid-template-columns grid-column grid-area white-space"
    " clip clip-path overflow overflow-x overflow-y width height min-width min-height max-width max-height"
    " padding padding-left padding-right padding-top padding-bottom transform scale animation animation-name transition".split()
)
_MARK = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[{};]")
# Groups of rules for paper, narrow windows and readers' wishes, and those that hold no rules for elements.
_ELSEWHERE = re.compile(
    r"(?!.*\bscreen\b).*\bprint\b|.*max-(?:device-)?width|.*prefers-|@(?!media|supports|layer|container)"
)
_COMPOUND = re.compile(r"(\*|[a-zA-Z][\w-]*|:root)?((?:[.#](?:[\w-]|\\.)+)*)")
_PART = re.compile(r"([.#])((?:[\w-]|\\.)+)")
_IMPORTANT = re.compile(r"\s*!\s*important\s*$")
_LONGEST = 200
_OWN = (99, 0, 0, 0)


class _Compound(NamedTuple):
    """What one element has to be; `child` if it has to be the parent of what follows, not just above it."""

    name: str
    id: str
    classes: frozenset[str]
    child: bool = False

    def fits(self, element: Element, classes: frozenset[str]) -> bool:
        return (
            (not self.name or self.name == element.name)
            and (not self.id or self.id == element.attributes.get("id"))
            and self.classes <= classes
        )


class _Rule(NamedTuple):
    weight: tuple[int, int, int, int]
    last: _Compound
    above: tuple[_Compound, ...]
    """From the nearest up."""
    declarations: tuple[tuple[str, str, bool], ...]


class Sheet:
    """The rules of a page, by what their last part names."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: defaultdict[str, list[_Rule]] = defaultdict(list)
        self._classes: dict[int, frozenset[str]] = {}
        self._work = 0
        self.named: set[str] = set()
        """Classes that a rule is for."""
        for number, (selector, body) in enumerate(_selectors("\n".join(sheets)[:MAX_CHARACTERS])):
            if number < MAX_RULES:
                self._add(number, selector, body)

    def _add(self, number: int, selector: str, body: str) -> None:
        compounds = list(_compounds(selector))
        declarations = tuple(declared(body))
        if compounds:
            self.named |= compounds[0].classes
        if not compounds or not declarations:
            return
        last, *above = compounds
        weight = (
            sum(bool(c.id) for c in compounds),
            sum(len(c.classes) for c in compounds),
            sum(bool(c.name) for c in compounds),
        )
        key = f"#{last.id}" if last.id else f".{min(last.classes)}" if last.classes else last.name
        self._rules[key].append(_Rule((*weight, number), last, tuple(above), declarations))

    def style(self, element: Element) -> dict[str, str]:
        """The declarations that count for an element, its own last."""
        found = [
            (important, rule.weight, name, value)
            for rule in self._fitting(element)
            for name, value, important in rule.declarations
        ]
        own = element.attributes.get("style", "")
        found += [(important, _OWN, name, value) for name, value, important in declared(own)]
        return {name: value for _, _, name, value in sorted(found, key=lambda entry: entry[:2])}

    def _fitting(self, element: Element) -> Iterator[_Rule]:
        classes = self._of(element)
        keys = ["", element.name, f"#{element.attributes.get('id', '')}", *(f".{name}" for name in sorted(classes))]
        for key in keys:
            for rule in self._rules.get(key, ()):
                self._work += 1
                if self._work > MAX_WORK:
                    return
                if rule.last.fits(element, classes) and self._below(element, rule.above):
                    yield rule

    def _below(self, element: Element, above: Sequence[_Compound]) -> bool:
        """Whether an element stands below all of these, the nearest first."""
        ancestors = element.ancestors()
        for compound in above:
            for ancestor in ancestors:
                self._work += 1
                if compound.fits(ancestor, self._of(ancestor)):
                    break
                if compound.child:
                    return False
            else:
                return False
        return True

    def _of(self, element: Element) -> frozenset[str]:
        if id(element) not in self._classes:
            self._classes[id(element)] = frozenset(element.classes)
        return self._classes[id(element)]


def declared(body: str) -> Iterator[tuple[str, str, bool]]:
    """(property, value, whether it is important) for the properties that matter."""
    for declaration in body.split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if colon and name in _PROPERTIES:
            value = value.strip()[:_LONGEST].lower()
            yield name, _IMPORTANT.sub("", value), bool(_IMPORTANT.search(value))


def _selectors(css: str) -> Iterator[tuple[str, str]]:
    """(selector, body) of each rule that is for a screen."""
    css = _without_comments(css)
    # For every open brace: the prelude of a rule, True for a group that counts, False for one that does not.
    opened: list[str | bool] = []
    start = 0
    for match in _MARK.finditer(css):
        if match[0] == "{":
            prelude = css[start : match.start()].strip()
            group = prelude.startswith("@")
            opened.append(not _ELSEWHERE.match(" ".join(prelude[:_LONGEST].lower().split())) if group else prelude)
        elif match[0] == "}":
            prelude_or_group = opened.pop() if opened else True
            if isinstance(prelude_or_group, str) and False not in opened:
                body = css[start : match.start()]
                yield from ((selector, body) for selector in prelude_or_group.split(",")[:MAX_RULES])
        elif match[0] != ";" or (opened and isinstance(opened[-1], str)):
            continue
        start = match.end()


def _without_comments(css: str) -> str:
    parts, at = [], 0
    while (start := css.find("/*", at)) >= 0:
        parts.append(css[at:start])
        end = css.find("*/", start + 2)
        at = end + 2 if end >= 0 else len(css)
    return "".join([*parts, css[at:]]).replace("<!--", "").replace("-->", "")


def _compounds(selector: str) -> Iterator[_Compound]:
    """The parts of a selector from the last to the first; nothing where it has one that is not known."""
    parts = selector.replace(">", " > ").split()
    found: list[_Compound] = []
    child = False
    for part in reversed(parts if len(parts) < 20 else ()):
        if part == ">":
            child = True
            continue
        match = _COMPOUND.fullmatch(part)
        if match is None:
            return
        marks = [(mark, name.replace("\\", "")) for mark, name in _PART.findall(match[2])]
        ids = [name for mark, name in marks if mark == "#"]
        name = {"*": "", ":root": "html", None: ""}.get(match[1], (match[1] or "").lower())
        classes = frozenset(name for mark, name in marks if mark == ".")
        found.append(_Compound(name, ids[0] if ids else "", classes, child))
        child = False
    yield from found
