"""HTML to the pieces of a document: what a browser shows, in the order it is read, without what is not the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from spm_fit.model.document import BlockKind, Problem
from spm_fit.readers.decode import MAX_CHARACTERS
from spm_fit.readers.flow import BODY, Piece
from spm_fit.readers.source import text_of
from spm_fit.readers.web import beside
from spm_fit.readers.web.chrome import Chrome, contacts, count
from spm_fit.readers.web.dom import HEADINGS, Chunk, Element, parse
from spm_fit.readers.web.kinds import (
    are_texts,
    is_address,
    is_aside,
    is_control,
    is_entry,
    is_icon,
    is_named,
    is_one_text,
)
from spm_fit.readers.web.lines import Lines, Written, runs
from spm_fit.readers.web.look import Look, Looks

_MOST_CELLS = 50


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of an HTML text."""

    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]
    columns: int
    scripts: tuple[Chunk, ...]
    """Where linked data (JSON-LD) stands."""


def fragment(source: Written) -> tuple[Piece, ...]:
    """The pieces of HTML in a data file."""
    return page(source).pieces


def page(source: Written) -> Page:
    """The pieces of an HTML file, and what was noticed about it."""
    root, elements, complete = parse(source.text)
    count(elements, source.text)
    walk = _Walk(source, elements)
    lines = Lines(source)
    walk.start(root, lines)
    lines.flush()
    problems = list(walk.problems())
    if not complete or walk.left < 0:
        problems.append(Problem("too-long", "the page is too large; only its first part was read"))
    scripts = tuple(
        child
        for element in elements
        if element.name == "script" and "ld+json" in element.attributes.get("type", "")
        for child in element.children
        if isinstance(child, Chunk)
    )
    return Page(tuple(_scaled(lines.pieces)), tuple(problems), walk.columns, scripts)


def _scaled(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Type sizes in relation to that of most of the text, which is `BODY`; headings have theirs."""
    pieces = list(pieces)
    sizes: Counter[float] = Counter()
    for piece in pieces:
        if piece.kind is not BlockKind.HEADING:
            sizes[piece.size] += len(text_of(piece.runs))
    usual = sizes.most_common(1)[0][0] if sizes else 16.0
    return (
        p if p.kind is BlockKind.HEADING else replace(p, size=round(BODY * p.size / (usual or 16.0), 1)) for p in pieces
    )


class _Walk:
    """One way through the tree. Each element is shown by its tag, else by its display."""

    def __init__(self, source: Written, elements: list[Element]) -> None:
        self.source = source
        self.columns = 1
        self.left = MAX_CHARACTERS
        self._regions = 0
        self._chrome = Chrome(elements, source.text)
        self._hidden: dict[str, list[Chunk]] = {}
        linked = [e for e in elements if e.name == "link" and "stylesheet" in e.attributes.get("rel", "").lower()]
        scripts = [e for e in elements if e.name == "script" and "json" not in e.attributes.get("type", "")]
        self._looks = Looks(
            [
                source.text[child.start : child.end]
                for element in elements
                if element.name == "style" and element.attributes.get("media", "").strip().lower() != "print"
                for child in element.children
                if isinstance(child, Chunk)
            ],
            # Fonts have no rules.
            complete=all("font" in element.attributes.get("href", "").lower() for element in linked),
            still=not scripts,
        )
        self._empty = elements[0].words == sum(e.words for e in elements if e.name in {"noscript", "title", "head"})
        self._show: dict[str, Callable[[Element, Look, Lines], None]] = {
            "li": self.item,
            "dl": self.definitions,
            "table": self.table,
            "q": self.quoted,
        }

    def start(self, root: Element, lines: Lines) -> None:
        """Show all of the page."""
        self.block(root, self._looks.of(root, Look()), lines)

    def show(self, element: Element, look: Look, lines: Lines) -> None:
        """Add an element that looks like this to the lines."""
        if look.gone or (element.name == "noscript" and not self._empty) or is_control(element):
            return
        verdict = self._chrome.judge(element)
        if verdict == "drop":
            return
        if verdict == "contacts":
            self.row([link for link in contacts(element) if is_address(link, self.source.text)], look, lines)
        elif element.name == "br":
            lines.brk()
        elif element.name in self._show and look.display != "inline-block":
            self._show[element.name](element, look, lines)
        elif element.name in HEADINGS or element.attributes.get("role") == "heading":
            self.heading(element, look, lines)
        elif look.columns or self._side_by_side(element):
            self.cells(element, look, lines)
        elif look.display in {"inline", "inline-block", "inline-table", "ruby"}:
            self.children(element, look, lines)
        else:
            self.block(element, look, lines)

    def children(self, element: Element, look: Look, lines: Lines) -> None:
        """The content of an element, in the line that is open where it is inline."""
        apart, one = are_texts(element), is_one_text(element)
        before: Element | None = None
        # Whether style or name part what was before from what follows.
        parts = False
        floated: list[Element] = []
        for node in element.children:
            if isinstance(node, Chunk):
                if not floated or self.source.text[node.start : node.end].strip():
                    self._floated(floated, look, lines)
                    self.text(node, look, lines)
                    before = None if self.source.text[node.start : node.end].strip() else before
                continue
            own = self._looks.of(node, look)
            if own.afloat and own.display not in {"inline", "inline-block"}:
                floated.append(node)
                continue
            if floated:
                self._floated([*floated, node], look, lines)
                floated = []
                continue
            parted, parts = parts, own.display == "inline-block" or is_named(node)
            self._part(node, own, before, lines, apart=apart and (parted or parts or not one))
            self.show(node, own, lines)
            if own.afloat or (is_aside(node) and node.name != "time"):
                lines.cell("apart" if own.afloat else "maybe")
            before = node
        self._floated(floated, look, lines)

    def text(self, node: Chunk, look: Look, lines: Lines) -> None:
        """Text of the page, unless it was hidden or the page is too long."""
        if look.trick:
            self._hidden.setdefault(look.trick, []).append(node)
            return
        end = node.start + min(node.end - node.start, max(self.left, 0))
        self.left -= node.end - node.start
        if look.lines:
            lines.lines(node.start, end, look)
        else:
            lines.add(tuple(runs(self.source, node.start, end)), look)

    def block(self, element: Element, look: Look, lines: Lines) -> None:
        """Content that begins and ends with a line."""
        lines.flush()
        lines.gap = max(lines.gap, look.above)
        self.children(element, look, lines)
        lines.flush()
        lines.gap = max(lines.gap, look.below)

    def heading(self, element: Element, look: Look, lines: Lines) -> None:
        """A heading, of one line or more."""
        lines.flush()
        level = element.attributes.get("aria-level", "2")
        outer = lines.level
        lines.level = HEADINGS.get(element.name) or (int(level) if level in "123456" else 2)
        if look.columns or self._side_by_side(element):
            self.cells(element, look, lines)
        else:
            self.block(element, look, lines)
        lines.level = outer

    def item(self, element: Element, look: Look, lines: Lines) -> None:
        """A list item, unless it only holds an entry with headings or dates and lists of its own."""
        lines.flush()
        outer = lines.item, lines.within, lines.depth
        entry = is_entry(element, self.source.text)
        lines.item, lines.within, lines.depth = not entry, not entry, lines.depth + 1
        if look.columns:
            self.cells(element, look, lines)
        else:
            self.block(element, look, lines)
        lines.item, lines.within, lines.depth = outer

    def cells(self, element: Element, look: Look, lines: Lines) -> None:
        """Children beside each other, so many in a row."""
        nodes = [n for n in element.children if isinstance(n, Element) or self.source.text[n.start : n.end].strip()]
        width = look.columns or len(nodes) or 1
        placed = any("grid" in child.attributes.get("style", "") for child in element.elements)
        lines.flush()
        lines.gap = max(lines.gap, look.above)
        for start in range(0, len(nodes), 1 if placed else width):
            self.row(nodes[start : start + width], look, lines, flat=element.name in {"ul", "ol"})
        lines.gap = max(lines.gap, look.below)

    def row(
        self, nodes: Iterable[Element | Chunk], look: Look, lines: Lines, *, labels: bool = False, flat: bool = False
    ) -> None:
        """Nodes beside each other, if they are lines; `flat`: the items of a list."""
        lines.flush()
        cells = [self.cell([node], look, lines) for node in nodes]
        self._write(beside.unlisted(cells) if flat else cells, lines, labels=labels)

    def cell(self, nodes: Iterable[Element | Chunk], look: Look, lines: Lines) -> list[Piece]:
        """The pieces of a cell."""
        own = Lines(self.source)
        own.level, own.depth, own.within = lines.level, lines.depth, lines.within
        for node in nodes:
            if isinstance(node, Chunk):
                self.text(node, look, own)
            else:
                self.show(node, self._looks.of(node, look), own)
        own.flush()
        return own.pieces

    def _write(self, cells: list[list[Piece]], lines: Lines, *, labels: bool) -> None:
        if beside.are_columns(cells):
            self.columns = 2
            cells = [[replace(piece, region=self._regions + n) for piece in cell] for n, cell in enumerate(cells)]
            self._regions += len(cells)
        found = beside.rows(cells, labels=labels)
        if found:
            first = replace(found[0], gap=max(found[0].gap, lines.gap))
            if lines.item and first.kind is BlockKind.PARAGRAPH:
                first = replace(first, kind=BlockKind.ITEM)
            lines.item, lines.gap = False, 0.0
            lines.pieces += [first, *found[1:]]

    def table(self, element: Element, look: Look, lines: Lines) -> None:
        """A table row by row; what stands between its rows is text before them."""
        lines.flush()
        waiting: list[tuple[Element, Look]] = [(element, look)]
        while waiting:
            one, above = waiting.pop()
            own = look if one is element else self._looks.of(one, above)
            if own.gone:
                continue
            if one.name == "tr" or own.display == "table-row":
                self.row(one.children, own, lines, labels=True)
            elif one.name in {"table", "thead", "tbody", "tfoot"}:
                waiting += [(child, own) for child in reversed(list(one.elements))]
            else:
                self.show(one, own, lines)
        lines.flush()

    def definitions(self, element: Element, look: Look, lines: Lines) -> None:
        """Terms with their definitions: on one line where they are short."""
        lines.flush()
        lines.gap = max(lines.gap, look.above)
        terms: list[Element] = []
        meanings: list[Element] = []
        nodes = [n for child in element.elements for n in (child.elements if child.name == "div" else (child,))]
        for node in nodes:
            if node.name == "dt" and meanings:
                self._defined(terms, meanings, look, lines)
                terms, meanings = [], []
            if node.name in {"dt", "dd"}:
                (terms if node.name == "dt" else meanings).append(node)
            else:
                self.show(node, self._looks.of(node, look), lines)
        self._defined(terms, meanings, look, lines)

    def _defined(self, terms: list[Element], meanings: list[Element], look: Look, lines: Lines) -> None:
        cells = [self.cell(terms, look, lines), self.cell(meanings, look, lines)]
        self._write(cells, lines, labels=True)

    def quoted(self, element: Element, look: Look, lines: Lines) -> None:
        """A quotation, whose marks the browser puts in."""
        lines.add((self.source.put(element.start, '"'),), look)
        self.children(element, look, lines)
        lines.add((self.source.put(element.start, '"'),), look)

    def problems(self) -> Iterable[Problem]:
        """What was hidden from people."""
        for trick, chunks in self._hidden.items():
            words = " ".join(text_of(runs(self.source, *chunk)) for chunk in chunks).split()
            if words:
                shown = " ".join(words[:6])[:80]
                yield Problem("hidden-text", f'{len(words)} words that people do not see, {trick}: "{shown}"; left out')

    def _floated(self, elements: list[Element], look: Look, lines: Lines) -> None:
        """Blocks that were moved to a side, and the one that stands beside them."""
        if elements:
            self.row(elements, look, lines)
            elements.clear()

    def _part(self, node: Element, own: Look, before: Element | None, lines: Lines, *, apart: bool) -> None:
        """Whether a cell begins before an inline element."""
        if own.afloat:
            lines.cell()
        elif is_aside(node) or is_icon(node):
            lines.cell("maybe")
        elif apart and before is not None and before.words and node.words:
            lines.cell("touching")

    def _side_by_side(self, element: Element) -> bool:
        """Whether all children are boxes in one line: inline blocks, or the items of a list that was laid flat."""
        inner = [child for child in element.elements if child.words]
        if not 1 < len(inner) <= _MOST_CELLS or element.name in HEADINGS or element.name in {"table", "#root"}:
            return False
        if any(isinstance(n, Chunk) and self.source.text[n.start : n.end].strip() for n in element.children):
            return False
        looks = [self._looks.of(child, Look()) for child in inner]
        listed = element.name in {"ul", "ol"}
        flat = {"inline-block", "inline"} if listed else {"inline-block"}
        return all(look.display in flat for look in looks) or (listed and all(look.afloat for look in looks))
