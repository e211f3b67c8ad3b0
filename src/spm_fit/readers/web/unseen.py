"""Styles that keep an element and all in it from being seen, though a program still reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from spm_fit.readers.web.dom import Element
from spm_fit.readers.web.lengths import number, pixels

Style = dict[str, str]

_FAR = -500.0
_FAINT = 0.05
_DOT = 1.0
_SMALLEST = 3.0
# These get their room from the window or the table.
_FILLED = frozenset("html body td th".split())
_CLIPPED = re.compile(r"rect\(([^()]*)\)")
_INSET = re.compile(r"inset\(([^()]*?)(?:\bround\b[^()]*)?\)")
_NO_CIRCLE = re.compile(r"(?:circle|ellipse)\(\s*0(?:px|%)?(?=[\s,)])")
_SCALED = re.compile(r"\bscale(?:3d|[xy])?\(\s*([\d.]{1,8}%?)")
_MOVED = re.compile(r"\btranslate(?:3d|[xy])?\(([^()]*)\)")
_SPLIT = re.compile(r"[\s,]+")
_SIDES = ("left", "top", "right", "bottom")
_CONTROLS = frozenset("a button label".split())


def unseen(element: Element, style: Style, display: str, *, still: bool) -> str:
    """How an element is kept out of sight, "" if it is not; `still`: no script can make it appear."""
    if _is_far(style):
        return "outside the page"
    if _is_clipped(style):
        return "clipped"
    if _is_closed(element, style, display, lambda width, height: width <= _DOT and height <= _DOT):
        return "in a box of no size"
    # What fades, slides or opens is seen in time.
    if not still or "animation" in style or "animation-name" in style or "transition" in style:
        return ""
    if number(style.get("opacity", "1")) <= _FAINT:
        return "transparent"
    if _is_cut_away(style.get("clip-path", "")):
        return "clipped"
    scales = [*_SCALED.findall(style.get("transform", "")), style.get("scale", "1").split(" ")[0]]
    small = any(number(scale) <= _FAINT for scale in scales)
    closed = small or _is_closed(element, style, display, lambda width, height: min(width, height) <= _DOT)
    return "in a box of no size" if closed else ""


def is_spoken(element: Element) -> bool:
    """Whether hidden text names a control for screen readers: a link within the page, a word inside a link or button."""
    if element.name == "a":
        return element.attributes.get("href", "").startswith("#")
    return any(above.name in _CONTROLS for above in element.ancestors())


def _is_far(style: Style) -> bool:
    placed = style.get("position", "static") != "static"
    names = (*(_SIDES if placed else ()), "text-indent", "margin-left", "margin-top")
    written = [style.get(name, "") for name in names]
    written += [part for match in _MOVED.findall(style.get("transform", "")) for part in _SPLIT.split(match)]
    return any(length is not None and length <= _FAR for length in map(pixels, written))


def _is_clipped(style: Style) -> bool:
    """Whether `clip` leaves nothing; it is for placed boxes alone."""
    match = _CLIPPED.search(style.get("clip", ""))
    if match is None or style.get("position") not in {"absolute", "fixed"}:
        return False
    edges = [pixels(part) for part in _SPLIT.split(match[1].strip())]
    known = [edge for edge in edges if edge is not None]
    if len(edges) != 4 or len(known) != 4:
        return False
    top, right, bottom, left = known
    return right - left <= _DOT or bottom - top <= _DOT


def _is_cut_away(path: str) -> bool:
    """Whether `clip-path` leaves nothing: opposite sides meet."""
    if _NO_CIRCLE.match(path):
        return True
    match = _INSET.match(path)
    parts = _SPLIT.split(match[1].strip())[:4] if match else []
    if not parts:
        return False
    # One value is for all sides, two for both directions, and the left is as the right.
    top, right = parts[0], parts[1 % len(parts)]
    bottom, left = parts[2] if len(parts) > 2 else top, parts[3] if len(parts) > 3 else right
    return _percent(top) + _percent(bottom) >= 100 or _percent(left) + _percent(right) >= 100


def _percent(written: str) -> float:
    return 100 * number(written) if written.endswith("%") else 0.0


def _is_closed(element: Element, style: Style, display: str, small: Callable[[float, float], bool]) -> bool:
    """Whether a box is so small, and what does not fit into it is not shown."""
    flow = {style.get(name, "").split(" ")[0] for name in ("overflow", "overflow-x", "overflow-y")}
    inline = display == "inline" and style.get("position") not in {"absolute", "fixed"} and "float" not in style
    if not flow & {"hidden", "clip"} or inline or element.name in _FILLED or _grows(style):
        return False
    width, height = (_length(style, name) for name in ("width", "height"))
    return small(width, height)


def _length(style: Style, name: str) -> float:
    """Width or height, as far as it is known."""
    written = [style.get(key, "") for key in (name, f"max-{name}")]
    # A share of something is not known to be small.
    lengths = [pixels(length) for length in written if not length.endswith("%") or not number(length)]
    most = min((length for length in lengths if length is not None), default=1000.0)
    return max(most, pixels(style.get(f"min-{name}", "0")) or 0.0)


def _grows(style: Style) -> bool:
    """Whether a box gets its room from elsewhere: as part of a row, or from its own padding."""
    share = style.get("flex-grow", style.get("flex", "none")).split(" ")[0]
    names = ("padding", "padding-top", "padding-bottom", "padding-left", "padding-right")
    paddings = [pixels(part) or 0.0 for name in names for part in style.get(name, "").split()]
    return (share != "none" and number(share) > 0) or any(length > _SMALLEST for length in paddings)
