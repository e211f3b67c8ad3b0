"""The tree of an HTML file, mended where end tags are missing or crossed. No recursion; depth and size are capped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from spm_fit.readers.web.tokens import Token, tokens

MAX_DEPTH = 120
MAX_TOKENS = 200_000
HEADINGS = {f"h{level}": level for level in range(1, 7)}
VOID = frozenset("area base br col embed hr img input link meta param source track wbr keygen basefont frame".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul"
    " frameset listing".split()
) | frozenset(HEADINGS)
_HEAD = frozenset("head title meta link style script base noscript template".split())
_INSIDE_P = frozenset("body caption dd dt html legend li option optgroup tbody td tfoot th thead tr".split())
_FORMATTING = frozenset("a abbr b big code em font i mark s small span strike strong sub sup tt u".split())
_TABLE = frozenset("table caption thead tbody tfoot tr td th".split())
# Start tags that end open elements: those of the second, if none of the third lies between.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **{name: (frozenset(["li"]), frozenset("ul ol menu dir table".split())) for name in ("li",)},
    **{name: (frozenset("dt dd".split()), frozenset("dl table".split())) for name in ("dt", "dd")},
    **{name: (frozenset("td th".split()), frozenset("table tr".split())) for name in ("td", "th")},
    **{name: (frozenset("tr td th".split()), frozenset(["table"])) for name in ("tr",)},
    **{name: (_TABLE - {"table"}, frozenset(["table"])) for name in ("thead", "tbody", "tfoot")},
    **{name: (frozenset(["option"]), frozenset(["select"])) for name in ("option", "optgroup")},
    **{name: (frozenset(["p"]), frozenset("table td th button caption object".split())) for name in BLOCKS - _INSIDE_P},
}


class Chunk(NamedTuple):
    """Text between tags, by its offsets in the source."""

    start: int
    end: int


class Element:
    """A node of the tree. The counts are those of all the text inside, and are set when the tree is complete."""

    __slots__ = (
        "attributes",
        "children",
        "contacts",
        "lettered",
        "linked",
        "links",
        "name",
        "parent",
        "start",
        "top",
        "words",
    )

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None, start: int) -> None:
        self.name, self.attributes, self.parent, self.start = name, attributes, parent, start
        self.children: list[Element | Chunk] = []
        self.words = self.links = self.linked = self.contacts = 0
        self.top = False
        """Whether a heading of the first level is inside."""
        self.lettered = False
        """Whether there are letters or digits in the text inside."""

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.attributes.get("class", "").split()

    @property
    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def ancestors(self) -> Iterator[Element]:
        """From the parent up."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


def parse(text: str) -> tuple[Element, list[Element], bool]:
    """The root, all its elements in document order, and whether the file was read to its end."""
    builder = _Builder(text)
    complete = True
    for count, token in enumerate(tokens(text)):
        if count > MAX_TOKENS:
            complete = False
            break
        if token.kind == "text":
            builder.add(token)
        elif token.kind == "start":
            builder.begin(token)
        elif token.kind == "end":
            builder.end(token)
    if all(element.name != "body" for element in builder.elements):
        builder.root.name = "body"
    return builder.root, builder.elements, complete


class _Builder:
    """The open elements, and how many of each name are open or were left out for being too deep."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Element("#root", {}, None, 0)
        self.elements: list[Element] = [self.root]
        self.stack = [self.root]
        self.opened: Counter[str] = Counter()
        self.skipped: Counter[str] = Counter()

    def add(self, token: Token) -> None:
        if self.stack[-1].name == "head" and self.text[token.start : token.end].strip():
            self.cut(len(self.stack) - 1)
        children = self.stack[-1].children
        last = children[-1] if children else None
        if isinstance(last, Chunk) and last.end == token.start:
            children[-1] = Chunk(last.start, token.end)
        else:
            children.append(Chunk(token.start, token.end))

    def begin(self, token: Token) -> None:
        name = token.name
        if name in {"html", "body"} and self.opened[name]:
            return
        if self.opened["head"] and name not in _HEAD:
            self.close("head", frozenset())
        ends, borders = _ENDS.get(name, (frozenset(), frozenset()))
        if any(self.opened[other] for other in ends):
            self.close_all(ends, borders)
        if name in HEADINGS and self.stack[-1].name in HEADINGS:
            self.cut(len(self.stack) - 1)
        lasting = name not in VOID and not token.closed
        if lasting and len(self.stack) > MAX_DEPTH:
            self.skipped[name] += 1
            self.border(token)
            return
        element = Element(name, token.attributes, self.stack[-1], token.start)
        self.stack[-1].children.append(element)
        self.elements.append(element)
        if lasting:
            self.stack.append(element)
            self.opened[name] += 1

    def end(self, token: Token) -> None:
        name = token.name
        if name in {"html", "body"}:
            return
        if self.skipped[name]:
            self.skipped[name] -= 1
            self.border(token)
        elif self.opened[name]:
            self.close(name, frozenset() if name in _TABLE else frozenset("td th table caption".split()))
        elif name in {"p", "br"}:
            self.border(token)

    def border(self, token: Token) -> None:
        """A line break for the border of a block that has no element."""
        if token.name in BLOCKS or token.name == "br":
            self.stack[-1].children.append(Element("br", {}, self.stack[-1], token.start))

    def close(self, name: str, borders: frozenset[str]) -> None:
        """End the innermost element of a name; formatting that blocks inside it outlive ends without them."""
        for index in range(len(self.stack) - 1, 0, -1):
            if self.stack[index].name == name:
                if name in _FORMATTING and any(inner.name in BLOCKS for inner in self.stack[index:]):
                    del self.stack[index]
                    self.opened[name] -= 1
                else:
                    self.cut(index)
                return
            if self.stack[index].name in borders:
                return

    def close_all(self, names: frozenset[str], borders: frozenset[str]) -> None:
        """End the elements of these names up to a border."""
        found = 0
        for index in range(len(self.stack) - 1, 0, -1):
            if self.stack[index].name in borders:
                break
            if self.stack[index].name in names:
                found = index
        if found:
            self.cut(found)

    def cut(self, index: int) -> None:
        """End the element of an index and all inside it."""
        for element in self.stack[index:]:
            self.opened[element.name] -= 1
        del self.stack[index:]
