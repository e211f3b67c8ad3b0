"""Shapes and pictures: what lies behind text, and how much of the page they cover."""

from __future__ import annotations

from collections.abc import Iterator

from spm_fit.readers.word.styles import WHITE, Colour, alike, colour
from spm_fit.readers.word.xml import Node, W, points, value

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_V = "{urn:schemas-microsoft-com:vml}"
_VML_SHAPES = frozenset(f"{_V}{name}" for name in ("shape", "rect", "roundrect", "oval"))
_FILLS = frozenset(f"{_A}{name}" for name in ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill"))
_LIGHT = {"bg1", "lt1", "window"}
_EMU = 12_700.0
# A page in points where none is described, and the part of it from which on a shape can lie behind lines of text.
_LETTER = 612.0 * 792.0
_BANNER = 0.02


def behind_box(box: Node, background: Colour | None) -> Colour | None:
    """What the text of a text box stands on."""
    shape = box.getparent().getparent()
    found = background if shape is None else _fill(shape, background)
    grouped = shape is not None and next(shape.iterancestors(f"{_WPG}wgp"), None) is not None
    return None if grouped and found is background else found


def is_tall(box: Node) -> bool:
    """Whether a text box floats and is higher than it is wide, or does not say how wide it is."""
    if next(box.iterancestors(f"{_WP}inline"), None) is not None:
        return False
    shape = box.getparent().getparent()
    own = None if shape is None else shape.find(f"{_WPS}spPr/{_A}xfrm/{_A}ext")
    anchor = next(box.iterancestors(f"{_WP}anchor"), None)
    width, height = _sides(own if own is not None or anchor is None else anchor.find(f"{_WP}extent"))
    return height > width or not width


def is_painted(root: Node) -> bool:
    """Whether filled shapes or pictures lie where text may be, not those that text flows around or that have their own."""
    page = _page(root)
    for anchor in root.iter(f"{_WP}anchor"):
        beneath = anchor.get("behindDoc") == "1" or anchor.find(f"{_WP}wrapNone") is not None
        large = _area(anchor.find(f"{_WP}extent")) >= _BANNER * page
        if beneath and large and (_has_picture(anchor) or _is_filled(anchor.iter(f"{_WPS}wsp"))):
            return True
    return _is_filled(shape for shape in root.iter(*_VML_SHAPES) if "position:absolute" in shape.get("style", ""))


def largest_picture(root: Node) -> float:
    """The part of the page that its largest picture covers, 1 for all of it."""
    pictures = filter(_has_picture, root.iter(f"{_WP}anchor", f"{_WP}inline"))
    return max((_area(picture.find(f"{_WP}extent")) for picture in pictures), default=0.0) / _page(root)


def _is_filled(shapes: Iterator[Node]) -> bool:
    empty = (shape for shape in shapes if next(shape.iter(f"{W}txbxContent"), None) is None)
    return any(not alike(_fill(shape, WHITE), WHITE) for shape in empty)


def _has_picture(drawing: Node) -> bool:
    return next(drawing.iter(f"{_A}blip"), None) is not None


def _page(root: Node) -> float:
    size = next(root.iter(f"{W}pgSz"), None)
    return points(value(size, "w"), 20.0) * points(value(size, "h"), 20.0) or _LETTER


def _area(extent: Node | None) -> float:
    width, height = _sides(extent)
    return width * height


def _sides(extent: Node | None) -> tuple[float, float]:
    """Width and height in points."""
    if extent is None:
        return 0.0, 0.0
    return points(extent.get("cx", ""), _EMU), points(extent.get("cy", ""), _EMU)


def _fill(shape: Node, background: Colour | None) -> Colour | None:
    """The colour of a shape, `background` where it has none, None where there is no telling."""
    if shape.tag in _VML_SHAPES:
        named = shape.get("fillcolor", "").split(" ")[0]
        return background if not named or shape.get("filled") in {"f", "false"} else colour(named)
    said = shape.find(f"{_WPS}spPr")
    fill = next((child for child in ([] if said is None else said) if child.tag in _FILLS), None)
    if fill is None:
        reference = shape.find(f"{_WPS}style/{_A}fillRef")
        return background if reference is None or reference.get("idx") == "0" else None
    if fill.tag == f"{_A}noFill":
        return background
    exact, theme = fill.find(f"{_A}srgbClr"), fill.find(f"{_A}schemeClr")
    if theme is not None and theme.get("val") in _LIGHT and not len(theme):
        return WHITE
    return None if exact is None else colour(exact.get("val", ""))
