"""What formatting comes to: defaults, the styles of the paragraph and of its characters, and what is set directly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spm_fit.readers.word.xml import W14, Node, W, children, points, value

Properties = dict[str, str]
"""What is set, by element and attribute: ``{"sz.val": "20", "spacing.before": "120"}``."""

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
_OFF = {"0", "false", "off", "none"}
_HEADING = re.compile(r"heading [1-9]|title|subtitle")
_LIST = re.compile(r"list (?:bullet|number)")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SIZE = "20"
_TWIPS = 20.0
# Per cent: letters this narrow are strokes, letters this transparent are not printed.
_NARROW, _CLEAR = 10.0, 95.0
_MARKERS: dict[str, Colour] = {
    "black": (0, 0, 0), "blue": (0, 0, 255), "cyan": (0, 255, 255), "green": (0, 255, 0), "magenta": (255, 0, 255),
    "red": (255, 0, 0), "yellow": (255, 255, 0), "white": WHITE, "darkBlue": (0, 0, 128), "darkCyan": (0, 128, 128),
    "darkGreen": (0, 128, 0), "darkMagenta": (128, 0, 128), "darkRed": (128, 0, 0), "darkYellow": (128, 128, 0),
    "darkGray": (128, 128, 128), "lightGray": (192, 192, 192),
}  # fmt: skip
"""The colours of the highlighter."""
_FILL, _OUTLINE = f"{W14}textFill", f"{W14}textOutline"


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on."""

    names: tuple[str, ...]
    """Its own name and those of the styles it is based on, in lower case."""
    paragraph: Properties
    run: Properties


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are printed. Sizes are points."""

    bold: bool
    caps: bool
    small_caps: bool
    vanish: bool
    """Set as hidden, too narrow, or fully transparent."""
    size: float
    font: str
    colour: Colour | None
    """None is automatic: readable on its background."""
    background: Colour | None
    """None where there is no telling."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph is set. Measures are points."""

    style: Style
    heading: bool
    item: bool
    indent: float
    before: float
    after: float
    background: Colour | None


class Styles:
    """The styles and lists of a document."""

    def __init__(self, styles: Node | None, numbering: Node | None) -> None:
        found = [] if styles is None else styles.findall(f"{W}style")
        self._nodes = {value(node, "styleId"): node for node in found}
        usual = [
            node for node in found if value(node, "default") in {"1", "true"} and value(node, "type") == "paragraph"
        ]
        self._default = value(usual[0], "styleId") if usual else ""
        defaults = None if styles is None else styles.find(f"{W}docDefaults")
        self._run = properties(None if defaults is None else defaults.find(f"{W}rPrDefault/{W}rPr"))
        self._paragraph = properties(None if defaults is None else defaults.find(f"{W}pPrDefault/{W}pPr"))
        self._levels = dict(_levels(numbering))
        self.style = cache(self._style)

    def _chain(self, identifier: str) -> Iterator[Node]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while identifier in self._nodes and identifier not in seen:
            seen.add(identifier)
            yield self._nodes[identifier]
            identifier = value(self._nodes[identifier].find(f"{W}basedOn"))

    def _style(self, identifier: str) -> Style:
        names: list[str] = []
        paragraph: Properties = {}
        run: Properties = {}
        for node in self._chain(identifier):
            names.append(value(node.find(f"{W}name")).lower())
            paragraph = properties(node.find(f"{W}pPr")) | paragraph
            run = properties(node.find(f"{W}rPr")) | run
        return Style(tuple(names), paragraph, run)

    def shades_cells(self, identifier: str) -> bool:
        """Whether a table style gives some of its cells another background than white."""
        shades = (shade for node in self._chain(identifier) for shade in node.iter(f"{W}shd"))
        return any(not alike(colour(value(shade, "fill")) or WHITE, WHITE) for shade in shades)

    def layout(self, paragraph: Node, background: Colour | None) -> Layout:
        """How a paragraph is set on this background."""
        direct = properties(paragraph.find(f"{W}pPr"))
        style = self.style(direct.get("pStyle.val") or self._default)
        have = self._paragraph | style.paragraph | direct
        item, numbered = self._listed(have, style)
        outline = have.get("outlineLvl.val", "")
        named = any(_HEADING.fullmatch(name) for name in style.names)
        indent = self._paragraph | style.paragraph | numbered | direct
        return Layout(
            style,
            (outline in set("012345678") if outline else named) and not (item and numbered.get("numFmt") == "bullet"),
            item,
            max(0.0, points(indent.get("ind.left") or indent.get("ind.start", ""), _TWIPS)),
            points(have.get("spacing.before", ""), _TWIPS),
            points(have.get("spacing.after", ""), _TWIPS),
            shaded(have, background),
        )

    def _listed(self, have: Properties, style: Style) -> tuple[bool, Properties]:
        """Whether a paragraph is a list item, and what its list says of it."""
        number = have.get("numId.val", "")
        if not number:
            return any(_LIST.match(name) for name in style.names), {}
        level = self._levels.get((number, have.get("ilvl.val") or "0"), {})
        return number != "0" and (level.get("numFmt") != "none" or bool(level.get("lvlText"))), level

    def look(self, layout: Layout, run: Node | None) -> Look:
        """How a run of a paragraph is printed."""
        direct = properties(None if run is None else run.find(f"{W}rPr"))
        of_run = self.style(direct["rStyle.val"]).run if "rStyle.val" in direct else {}
        of_paragraph = layout.style.run
        have = self._run | of_paragraph | of_run | direct

        def on(name: str) -> bool:
            key = f"{name}.val"
            if key in direct:
                return direct[key] not in _OFF
            # Set by both styles, the two take each other back.
            styled = (of_paragraph.get(key, "0") not in _OFF) != (of_run.get(key, "0") not in _OFF)
            return styled or self._run.get(key, "0") not in _OFF

        return Look(
            on("b"),
            on("caps"),
            on("smallCaps"),
            on("vanish") or _unseen(have),
            points(have.get("sz.val") or _SIZE, 2.0),
            have.get("rFonts.ascii", ""),
            colour(have.get("color.val", "")),
            shaded(have, layout.background),
        )


def _levels(numbering: Node | None) -> list[tuple[tuple[str, str], Properties]]:
    """What is said of each level, by the number of the list and the level."""
    if numbering is None:
        return []
    abstract = {value(node, "abstractNumId"): node for node in numbering.findall(f"{W}abstractNum")}
    found = []
    for number in numbering.findall(f"{W}num"):
        source = abstract.get(value(number.find(f"{W}abstractNumId")))
        for level in [] if source is None else source.findall(f"{W}lvl"):
            said = properties(level.find(f"{W}pPr"))
            said |= {name: value(level.find(f"{W}{name}")) for name in ("numFmt", "lvlText")}
            found.append(((value(number, "numId"), value(level, "ilvl")), said))
    return found


def properties(node: Node | None) -> Properties:
    """What a properties element sets, without what it says of other places and times."""
    found: Properties = {}
    for child in [] if node is None else children(node):
        name = child.tag.removeprefix(W)
        if name == "numPr":
            found |= properties(child)
        elif name == _FILL:
            found["fill.alpha"] = _transparency(child)
        elif name == _OUTLINE:
            found["outline.val"] = "none" if child.find(f"{W14}noFill") is not None else "1"
        elif name not in {"rPr", "sectPr", "pPrChange", "rPrChange", "tabs"}:
            # An element without a value switches on.
            found |= {f"{name}.val": "1"} if not child.attrib else {}
            found |= {f"{name}.{key.removeprefix(W)}": str(text) for key, text in child.attrib.items()}
    return found


def _transparency(fill: Node) -> str:
    """How transparent the letters are, in thousandths of a per cent; of text effects, `alpha` counts from opaque on."""
    if fill.find(f"{W14}noFill") is not None:
        return "100000"
    alpha = next(fill.iter(f"{W14}alpha"), None)
    return "0" if alpha is None or fill.find(f"{W14}solidFill") is None else str(alpha.get(f"{W14}val", "0"))


def _unseen(have: Properties) -> bool:
    """Whether letters are too narrow or too transparent to be seen."""
    width = points(have.get("w.val", "").removesuffix("%"), 1.0)
    clear = points(have.get("fill.alpha", ""), 1000.0) >= _CLEAR and have.get("outline.val", "0") in _OFF
    return 0 < width <= _NARROW or clear


def colour(text: str) -> Colour | None:
    """Six hexadecimal digits, with or without a hash before them, or the name white."""
    text = "FFFFFF" if text.lower() == "white" else text.removeprefix("#")
    return (int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)) if _HEX.fullmatch(text) else None


def shaded(have: Properties, background: Colour | None) -> Colour | None:
    """The background with the shading or the highlighter over it."""
    marker = have.get("highlight.val", "none")
    if marker != "none":
        return _MARKERS.get(marker)
    pattern, fill = have.get("shd.val", "nil"), have.get("shd.fill", "auto")
    if pattern in {"nil", "clear"}:
        return background if fill == "auto" and "shd.themeFill" not in have else colour(fill)
    return colour(have.get("shd.color", "")) if pattern == "solid" else None


def alike(first: Colour | None, second: Colour | None) -> bool:
    """Whether there is no telling one from the other on paper."""
    return first is not None and second is not None and all(abs(a - b) < 24 for a, b in zip(first, second, strict=True))
