"""How an element looks: beside or below its neighbours, bold, how large, and whether people see it at all.

Two kinds of text are not seen. What is switched off (`display: none`, `hidden`, `visibility: hidden`, for screen
readers alone) is the everyday furniture of pages, dialogs and menus to be opened: left out in silence. What is there
but cannot be seen (the colour of what is behind it, smaller than 3 pixels, outside the page, clipped, in a box of no
size, transparent on a page without scripts) is a trick: left out and reported. Colours are compared only where all style sheets are in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from spm_fit.readers.web.css import Sheet
from spm_fit.readers.web.dom import BLOCKS, HEADINGS, Element
from spm_fit.readers.web.kinds import is_icon_name
from spm_fit.readers.web.lengths import pixels
from spm_fit.readers.web.unseen import is_spoken, unseen

# What is no text of the page, or is for other programs, or is filled in by its reader.
SKIPPED = frozenset(
    "head script style template svg iframe object embed canvas audio video map datalist select input textarea"
    " progress meter output title noembed noframes rt rp optgroup option".split()
)
_BOLD = frozenset(["b", "strong", "th", *HEADINGS])
_MARGINS = frozenset(["p", "ul", "ol", "dl", "blockquote", "figure", "pre", *HEADINGS])
# Classes of the usual frameworks; they count where the page does not hold their rules.
_ROWS = frozenset("d-flex flex hstack inline-flex d-inline-flex row columns".split())
_COLUMN = re.compile(r"(?:^|\s)(?:flex-col(?:umn)?|flex-(?:sm|md|lg)-column|vstack|col-12)(?:\s|$)")
_GONE = frozenset("d-none hidden invisible hide".split())
# For screen readers alone, whatever the rules of the page are.
_SPOKEN = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|hidden-?visually|screen-?reader(?:s|-only|-text)?|a11y-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl):(?:block|flex|inline|grid|table)|d-(?:sm|md|lg|xl)-(?!none))")
_RIGHT = frozenset("float-right float-end pull-right float-left float-start pull-left ms-auto ml-auto".split())
_FONT_LENGTH = re.compile(r"(?<![\w.])(\d{1,4}(?:\.\d{1,6})?)(px|pt|pc|rem|em|ex|%|in|cm|mm)")
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip
_FONT_TAG = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_HEX = re.compile(r"#([0-9a-f]{3,8})$")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]{1,6})(%?)\s*)?\)")
_HSL = re.compile(r"hsla?\([^()]{1,60}[,/]\s*([\d.]{1,6})(%?)\s*\)")
_NAMED = {
    "white": "#ffffff", "snow": "#fffafa", "ivory": "#fffff0", "ghostwhite": "#f8f8ff", "floralwhite": "#fffaf0",
    "whitesmoke": "#f5f5f5", "black": "#000000", "transparent": "#00000000",
}  # fmt: skip
_SMALLEST = 3.0
_PARAGRAPH, _MOST = 0.5, 3.0
# Colours closer than this in every channel cannot be told apart.
_SAME = 12

Colour = tuple[int, int, int]


class Look(NamedTuple):
    """What an element's style comes to; lengths are in pixels."""

    display: str = "block"
    size: float = 16.0
    bold: bool = False
    lines: bool = False
    """Whether line breaks of the source are kept."""
    colour: Colour | None = (0, 0, 0)
    ground: Colour | None = (255, 255, 255)
    """The colour behind, None where it is not known."""
    clear: bool = False
    """Whether the text has no colour of its own."""
    gone: bool = False
    away: str = ""
    """How an element and all in it were moved out of sight."""
    trick: str = ""
    """How text was hidden that a program still reads."""
    afloat: bool = False
    above: float = 0.0
    below: float = 0.0
    """Empty space, in lines."""
    columns: int = 0
    """Cells in a row, 0 where the children do not stand beside each other."""


class Looks:
    """The looks of a page's elements."""

    def __init__(self, sheets: Iterable[str], *, complete: bool, still: bool) -> None:
        self._sheet = Sheet(sheets)
        self._complete = complete
        """Whether all style sheets are at hand: only then can colours be compared."""
        self._still = still
        """Whether no script could make anything appear."""
        self._root = 16.0

    def of(self, element: Element, above: Look) -> Look:
        """The look of an element inside one that looks like `above`."""
        style = self._sheet.style(element)
        classes = frozenset(element.classes) - self._sheet.named
        display = self._display(element, style, classes)
        size = _size(element, style, above.size, self._root)
        if element.name == "html":
            self._root = size
        colour, ground, clear = self._colours(element, style, above)
        away = unseen(element, style, display, still=self._still)
        look = Look(
            display,
            size,
            _bold(element, style, above.bold),
            style.get("white-space", "pre" if element.name == "pre" else "").startswith(("pre", "break"))
            or (above.lines and "white-space" not in style),
            colour,
            ground,
            clear,
            _is_gone(element, style, classes) or (bool(away) and is_spoken(element)),
            above.away or away,
            "",
            style.get("float", "none") in {"left", "right"} or bool(classes & _RIGHT) or _pushed(style),
            *_margins(element, style, size),
            _columns(element, style, display),
        )
        return look._replace(trick=look.away or self._unseen(look))

    def _display(self, element: Element, style: dict[str, str], classes: frozenset[str]) -> str:
        usual = "block" if element.name in BLOCKS else "inline"
        found = style.get("display", "")
        if not found and classes & _ROWS and element.name in BLOCKS:
            found = "flex"
        return found.split()[0] if found and found != "contents" else usual

    def _colours(
        self, element: Element, style: dict[str, str], above: Look
    ) -> tuple[Colour | None, Colour | None, bool]:
        colour, ground, clear = above.colour, above.ground, above.clear
        written = style.get("color") or element.attributes.get("color")
        if written and written not in {"inherit", "unset", "currentcolor"}:
            colour, solid = _colour(written)
            clear = not solid
        behind = style.get("background-color") or style.get("background") or element.attributes.get("bgcolor")
        if style.get("background-image", "none") != "none":
            ground = None
        elif behind and behind not in {"none", "inherit", "unset", "initial"}:
            known, solid = _colour(behind.split()[0] if "(" not in behind else behind)
            ground = known if solid else ground
        if "text" in (style.get("background-clip", "") + style.get("-webkit-background-clip", "")):
            # What is behind shows through the letters.
            colour, clear = None, False
        return colour, ground, clear

    def _unseen(self, look: Look) -> str:
        if look.size < _SMALLEST:
            return "tiny"
        if look.clear:
            return "transparent"
        if not self._complete or look.colour is None or look.ground is None:
            return ""
        same = all(abs(a - b) < _SAME for a, b in zip(look.colour, look.ground, strict=True))
        return "in the colour of the page" if same else ""


def _is_gone(element: Element, style: dict[str, str], classes: frozenset[str]) -> bool:
    attributes = element.attributes
    if element.name in SKIPPED or "hidden" in attributes or style.get("display") == "none":
        return True
    if style.get("visibility") in {"hidden", "collapse"}:
        return True
    # What screen readers leave out is seen all the same, but for icons.
    if attributes.get("aria-hidden") == "true" and (not element.lettered or is_icon_name(element)):
        return True
    if any(name.startswith(("material-icons", "material-symbols")) for name in element.classes):
        return True
    if _SPOKEN.search(attributes.get("class", "")[:300]):
        return True
    return bool(classes & _GONE) and not _SHOWN.search(attributes.get("class", ""))


def _columns(element: Element, style: dict[str, str], display: str) -> int:
    if display in {"flex", "inline-flex"}:
        flow = style.get("flex-direction", "") + style.get("flex-flow", "")
        plain = "flex" not in style.get("display", "")
        if "column" in flow or (plain and _COLUMN.search(element.attributes.get("class", ""))):
            return 0
        whole = [child for child in element.elements if "col-12" in child.classes]
        return 0 if plain and whole else 1000
    if display in {"grid", "inline-grid"}:
        return _tracks(style.get("grid-template-columns", ""))
    return 1000 if display == "table-row" or element.name == "tr" else 0


def _tracks(template: str) -> int:
    repeat = re.match(r"repeat\(\s*(\d{1,2})\s*,", template)
    if repeat:
        count = int(repeat[1])
    else:
        count = len(re.sub(r"\([^()]*\)|\[[^\]]*\]", "x", template).split()) if "auto-f" not in template else 0
    return count if count > 1 else 0


def _bold(element: Element, style: dict[str, str], above: bool) -> bool:
    weight = style.get("font-weight", "")
    if not weight and (found := re.search(r"\b(?:bold|normal|[1-9]00)\b", style.get("font", ""))):
        weight = found[0]
    if weight in {"bold", "bolder"} or (weight.isdigit() and int(weight) >= 600):
        return True
    if weight in {"normal", "lighter"} or weight.isdigit():
        return False
    return above or element.name in _BOLD


def _size(element: Element, style: dict[str, str], above: float, root: float) -> float:
    written = style.get("font-size", "")
    if not written and (found := _FONT_LENGTH.search(style.get("font", ""))):
        written = found[0]
    if not written and element.name == "font":
        return _FONT_TAG.get(element.attributes.get("size", ""), above)
    size = _SIZES.get(written) or pixels(written, above, root)
    if size is None:
        size = above * {"smaller": 5 / 6, "larger": 1.2, "small": 5 / 6, "big": 1.2}.get(written or element.name, 1.0)
    return min(max(size, 0.0), 200.0)


def _margins(element: Element, style: dict[str, str], size: float) -> tuple[float, float]:
    """Empty space above and below; that between any two paragraphs or lists says nothing and counts half a line."""
    paragraph = element.name in _MARGINS
    usual = _PARAGRAPH if paragraph and not _nested(element) else 0.0
    parts = style.get("margin", "").split()
    sides = (
        style.get("margin-top") or " ".join(parts[:1]),
        style.get("margin-bottom") or " ".join(parts[2:3] or parts[:1]),
    )
    lengths = [pixels(side, size, 16.0) for side in sides]
    above, below = (usual if length is None else max(0.0, length / (1.2 * size or 1.0)) for length in lengths)
    if element.name in {"article", "section", "fieldset", "hr"}:
        above = max(above, 1.0)
    most = _PARAGRAPH if paragraph else _MOST
    return min(above, most), min(below, most)


def _nested(element: Element) -> bool:
    return element.name in {"ul", "ol"} and any(above.name == "li" for above in element.ancestors())


def _pushed(style: dict[str, str]) -> bool:
    """Whether an element is moved to the right of what stands before it."""
    parts = style.get("margin", "").split()
    left = style.get("margin-left") or (parts[3] if len(parts) == 4 else "")
    absolute = style.get("position") == "absolute" and "right" in style
    return left == "auto" or absolute


def _colour(written: str) -> tuple[Colour | None, bool]:
    """(red, green, blue) or None if it is not known, and whether it covers what is behind."""
    written = _NAMED.get(written.strip().lower(), written.strip().lower())
    if match := _HEX.match(written):
        digits = match[1] if len(match[1]) > 4 else "".join(2 * digit for digit in match[1])
        values = [int(digits[i : i + 2], 16) for i in range(0, len(digits) - 1, 2)]
        if len(values) < 3:
            return None, True
        return (values[0], values[1], values[2]), len(values) < 4 or values[3] > 10
    if match := _RGB.match(written):
        alpha = float(match[4].strip(".") or 0) / (100 if match[5] else 1) if match[4] else 1.0
        return (int(match[1]), int(match[2]), int(match[3])), alpha > 0.05
    if match := _HSL.match(written):
        # Without a mark before it, the last of three is no alpha.
        parts = re.split(r"[\s,/]+", written)
        return None, len(parts) < 4 or float(match[1].strip(".") or 0) / (100 if match[2] else 1) > 0.05
    return None, True
