"""The glyphs of a PDF by pdfminer.six: a device that keeps characters, fills, rules and pictures in painting order.

The only module that knows pdfminer. Another engine gives the same `Page` values to the same layout.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
from collections.abc import Iterator
from statistics import median
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import MATRIX_IDENTITY, Matrix, apply_matrix_pt, apply_matrix_rect

from spm_fit.readers.layout.glyphs import Box, Color, Glyph, Hidden, Mark, Page

MAX_PAGES = 20
MAX_GLYPHS = 200_000
_MAX_FIGURES = 20_000
_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
_ICONS = re.compile(r"awesome|icon|material|glyph|fontello|marvosym", re.IGNORECASE)
_DINGBATS = re.compile(r"dingbat|wingding|webding", re.IGNORECASE)
# Codes that WinAnsiEncoding leaves unused mean the bullet (ISO 32000, Annex D).
_WINANSI_BULLETS = {127, 129, 141, 143, 144, 157}
# Symbol fonts keep their bullets in the private use area.
_PRIVATE_BULLETS = frozenset("\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf06e\uf06f\uf071\uf0e0\uf0f0\uf0be")
# Text rendering modes that paint nothing (ISO 32000, 9.3.6).
_INVISIBLE = {3, 7}
_OUTLINED = {1, 2}
_CLEAR, _TRANSPARENT = 0.05, -1
_TINY = 3.0
# A page that was scanned or set a little askew is still read in lines.
_SLANT = 0.01
_WHITE = 0.95
# An icon narrower than this part of the type size that comes so many times on a page is the bullet of a list.
_BULLET, _REPEATED = 0.7, 3
_PICTURE_OF_TEXT = 0.6  # of the page: a scan with the recognised text under or over it

logging.getLogger("pdfminer").setLevel(logging.ERROR)


class LockedError(Exception):
    """The file opens only with a password."""


class Pdf:
    """An opened file.

    Raises:
        LockedError: a password is needed. Damaged files raise anything at all, here and while pages are read.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._document = PDFDocument(PDFParser(io.BytesIO(data)))
        except (PDFPasswordIncorrect, PDFEncryptionError) as error:
            raise LockedError from error

    @property
    def restricted(self) -> bool:
        """Whether the file is encrypted, though everybody may open it."""
        return self._document.encryption is not None

    def pages(self) -> Iterator[Page]:
        """Its pages, the first `MAX_PAGES` of them."""
        manager = PDFResourceManager()
        for number, page in enumerate(PDFPage.create_pages(self._document), 1):
            device = _Device(manager, number)
            with contextlib.suppress(_EnoughError):
                _Interpreter(manager, device).process_page(page)
            yield device.page(_fonts(page))
            if number == MAX_PAGES:
                return


class _EnoughError(Exception):
    """A page holds more than anybody can read."""


class _Interpreter(PDFPageInterpreter):
    device: _Device

    def do_q(self) -> None:
        """Keep the opacity with the rest of the state."""
        super().do_q()
        self.device.alphas.append(self.device.alpha)

    def do_Q(self) -> None:  # noqa: N802  (the operator's name)
        """Take the opacity back, too."""
        super().do_Q()
        if self.device.alphas:
            self.device.alpha = self.device.alphas.pop()

    def do_gs(self, name: Any) -> None:
        """Note the opacity of what is filled from now on."""
        states = resolve1((self.resources or {}).get("ExtGState")) or {}
        state = resolve1(states.get(getattr(name, "name", ""))) if isinstance(states, dict) else None
        alpha = resolve1(state.get("ca")) if isinstance(state, dict) else None
        if isinstance(alpha, (int, float)):
            self.device.alpha = float(alpha)

    def do_sh(self, name: Any) -> None:
        """Note that a gradient was painted: what is white on it can be seen."""
        self.device.shaded = True


class _Device(PDFTextDevice):
    """Everything that a page paints, with its number in painting order."""

    def __init__(self, manager: PDFResourceManager, number: int) -> None:
        super().__init__(manager)
        self.shaded = False
        self._number = number
        self._size = (0.0, 0.0)
        self._glyphs: list[tuple[int, int, Glyph]] = []
        self._turned: list[tuple[int, int, Glyph]] = []
        self._sideways = 0
        self._crop: Box | None = None
        self.alpha = 1.0
        self.alphas: list[float] = []
        self._marks: list[Mark] = []
        self._icons: dict[tuple[int, int], list[Mark]] = {}
        self._rules: list[Box] = []
        self._fills: list[tuple[int, Box]] = []
        self._pictures: list[tuple[int, Box, bool]] = []
        self._traits: dict[int, tuple[bool, bool, bool]] = {}
        self._mode = 0
        self._ink: Any = None
        self._color: Color | None = None
        self._figures = 0

    def page(self, fonts: tuple[str, ...]) -> Page:
        """What was painted, what nobody sees of it apart."""
        glyphs, hidden = [], []
        if len(self._turned) > len(self._glyphs):
            # The whole page was turned: what is drawn on it besides is of no use then.
            sideways = self._sideways > len(self._turned) / 2
            self._size = (self._size[1], self._size[0]) if sideways else self._size
            self._glyphs, self._turned, self._crop = self._turned, [], None
            self._fills, self._pictures, self._rules, self.shaded = [], [], [], True
        hidden += [Hidden("turned", glyph) for _, _, glyph in self._turned]
        width, height = self._size
        scan = any(box.width * box.height > _PICTURE_OF_TEXT * width * height for _, box, _ in self._pictures)
        for order, mode, glyph in self._glyphs:
            reason = self._why_hidden(order, mode, glyph, scan)
            if reason:
                hidden.append(Hidden(reason, glyph))
            else:
                glyphs.append(glyph)
        pictures = tuple(box for _, box, _ in self._pictures)
        body = median(glyph.size for glyph in glyphs) if glyphs else 0.0
        repeated = [mark for icons in self._icons.values() if len(icons) >= _REPEATED for mark in icons]
        bullets = [mark for mark in repeated if mark.x1 - mark.x0 < _BULLET * body]
        rules, marks = tuple(self._rules), (*self._marks, *bullets)
        return Page(self._number, width, height, tuple(glyphs), marks, rules, pictures, tuple(hidden), fonts)

    def _why_hidden(self, order: int, mode: int, glyph: Glyph, scan: bool) -> str:
        """Why nobody sees a glyph; the recognised text of a scanned page is meant to be read."""
        width, height = self._size
        if mode in _INVISIBLE:
            return "" if scan else "invisible"
        if mode == _TRANSPARENT:
            return "transparent"
        if self._crop is not None and not _on(self._crop, glyph):
            return "off the page"
        if glyph.size <= _TINY:
            return "tiny"
        if glyph.x1 < 0 or glyph.x0 > width or glyph.baseline < 0 or glyph.baseline - glyph.size > height:
            return "off the page"
        if not scan and any(later >= order and opaque and _on(box, glyph) for later, box, opaque in self._pictures):
            return "behind an image"
        if glyph.color is None or min(glyph.color) < _WHITE or self.shaded:
            return ""
        grounds = [*self._fills, *((at, box) for at, box, _ in self._pictures)]
        return "" if any(at < order and _on(box, glyph) for at, box in grounds) else "white"

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self._size = (abs(x1 - x0), abs(y1 - y0))
        cut = apply_matrix_rect(ctm, page.cropbox)
        self._crop = Box(cut[0], cut[2], self._size[1] - cut[3], self._size[1] - cut[1])

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        advance = float(font.char_width(cid)) * fontsize * scaling
        a, b, c, d, e, f = matrix
        width, height = self._size
        if font.is_vertical():
            return advance
        if abs(b) <= _SLANT * abs(a) and a * d * scaling > 0:
            # Upside down is turned, too.
            x, baseline = (e, height - (f + d * rise)) if a > 0 else (width - e, f + d * rise)
            with self._turning(a < 0):
                self._show(font, cid, x, abs(a) * advance, baseline, abs(d * fontsize), graphicstate, ncs)
        # Text that runs up or down the page, as on paper that was turned.
        elif abs(a) <= _SLANT * abs(b) and b * c * scaling < 0:
            x, baseline = (f, e + c * rise) if b > 0 else (height - f, width - e - c * rise)
            with self._turning(True):
                self._show(font, cid, x, abs(b) * advance, baseline, abs(c * fontsize), graphicstate, ncs)
                self._sideways += 1
        return advance

    @contextlib.contextmanager
    def _turning(self, turned: bool) -> Iterator[None]:
        """Glyphs shown meanwhile belong to the turned ones."""
        if turned:
            self._glyphs, self._turned = self._turned, self._glyphs
        yield
        if turned:
            self._glyphs, self._turned = self._turned, self._glyphs

    def _show(
        self, font: Any, cid: int, x: float, advance: float, baseline: float, size: float, graphicstate: Any, ncs: Any
    ) -> None:
        bold, icon, dingbat = self._trait(font)
        limit = max(self._size)
        if icon:
            mark = Mark(x, x + advance, baseline - 0.35 * size)
            self._icons.setdefault((id(font), cid), []).append(mark)
        elif (text := _text(font, cid, dingbat)) and 0 < size < 200 and -limit < baseline < 2 * limit:
            # Outlined letters have the colour of their outline.
            outlined = self._mode % 4 in _OUTLINED
            ink, space = (graphicstate.scolor, graphicstate.scs) if outlined else (graphicstate.ncolor, ncs)
            if ink is not self._ink:
                self._ink, self._color = ink, _rgb(ink, space)
            self._add(Glyph(text, min(x, x + advance), max(x, x + advance), baseline, size, bold, self._color))

    def _add(self, glyph: Glyph) -> None:
        if len(self._glyphs) + len(self._turned) >= MAX_GLYPHS:
            raise _EnoughError
        mode = _TRANSPARENT if self.alpha <= _CLEAR else self._mode
        self._glyphs.append((self._painted(), mode, glyph))

    def _painted(self) -> int:
        return len(self._fills) + len(self._pictures)

    def _trait(self, font: Any) -> tuple[bool, bool, bool]:
        known = self._traits.get(id(font))
        if known is None:
            name = str(getattr(font, "fontname", ""))
            weight = (getattr(font, "descriptor", None) or {}).get("FontWeight", 0)
            heavy = isinstance(weight, int) and weight >= 600
            known = bool(_BOLD.search(name)) or heavy, bool(_ICONS.search(name)), bool(_DINGBATS.search(name))
            self._traits[id(font)] = known
        return known

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        points = [
            apply_matrix_pt(self._matrix(), (part[i], part[i + 1])) for part in path for i in range(1, len(part) - 1, 2)
        ]
        if not points:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = Box(min(xs), max(xs), self._size[1] - max(ys), self._size[1] - min(ys))
        if fill and 1.0 < box.width < 7 and 1.0 < box.height < 7 and abs(box.width - box.height) < 1:
            self._marks.append(Mark(box.x0, box.x1, (box.top + box.bottom) / 2))
        elif box.height <= 2.5 and box.width > 20:
            self._rules.append(box)
        elif fill:
            color = _rgb(graphicstate.ncolor, graphicstate.ncs)
            if color is None or min(color) < _WHITE:
                self._fills.append((self._painted(), box))

    def _matrix(self) -> Matrix:
        return self.ctm or MATRIX_IDENTITY

    def begin_figure(self, name: Any, bbox: Any, matrix: Any) -> None:
        self._figures += 1
        if self._figures > _MAX_FIGURES:
            raise _EnoughError

    def render_image(self, name: str, stream: Any) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(self._matrix(), (0, 0, 1, 1))
        box = Box(x0, x1, self._size[1] - y1, self._size[1] - y0)
        opaque = not any(key in stream for key in ("SMask", "Mask", "ImageMask", "IM"))
        self._pictures.append((self._painted(), box, opaque))


def _text(font: Any, cid: int, dingbat: bool) -> str:
    """The characters of a glyph, U+FFFD where the font does not say."""
    try:
        text = str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return "•" if cid in _WINANSI_BULLETS else "\ufffd"
    if len(text) == 1 and "\ue000" <= text <= "\uf8ff":
        return "•" if text in _PRIVATE_BULLETS else ""
    return "•" if dingbat and len(text) == 1 and not text.isspace() else text


def _on(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.baseline - 0.3 * glyph.size
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _rgb(color: Any, space: Any) -> tuple[float, ...] | None:
    """A colour as red, green, blue from 0 to 1; None for patterns and what is no number."""
    parts = tuple(color) if isinstance(color, (tuple, list)) else (color,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return None
    if len(parts) == 1:
        # A tint of a spot colour is ink, not light.
        tint = getattr(space, "name", "") in {"Separation", "DeviceN"}
        return (1.0 - float(parts[0]),) * 3 if tint else (float(parts[0]),) * 3
    if len(parts) == 4:
        cyan, magenta, yellow, black = (float(part) for part in parts)
        return tuple(max(0.0, 1.0 - ink - black) for ink in (cyan, magenta, yellow))
    return tuple(float(part) for part in parts) if len(parts) == 3 else None


def _fonts(page: PDFPage) -> tuple[str, ...]:
    """The names of a page's fonts that are neither embedded nor on every machine."""
    fonts = resolve1((resolve1(page.resources) or {}).get("Font")) or {}
    names = []
    for reference in fonts.values() if isinstance(fonts, dict) else ():
        font = resolve1(reference)
        inner = resolve1(font.get("DescendantFonts")) if isinstance(font, dict) else None
        if isinstance(inner, list) and inner:
            font = resolve1(inner[0])
        descriptor = resolve1(font.get("FontDescriptor")) if isinstance(font, dict) else None
        # A font of drawings (Type 3) is always in the file and has no name.
        if isinstance(descriptor, dict) and not any(key.startswith("FontFile") for key in descriptor):
            names.append(str(getattr(resolve1(font.get("BaseFont")), "name", "")))
    return tuple(sorted(set(names) - {""}))
