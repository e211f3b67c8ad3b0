"""PDF by pdfminer.six: its glyphs, our reading order. The only module that knows pdfminer."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from spm_fit.errors import InputError
from spm_fit.model.document import Document, Problem, Quality, Severity
from spm_fit.readers.layout.blocks import build
from spm_fit.readers.layout.columns import regions
from spm_fit.readers.layout.glyphs import Glyph, Line, Mark, Page
from spm_fit.readers.layout.lines import Segment, lines, segments
from spm_fit.readers.layout.margins import without_margins

MAX_PAGES = 20
MAX_GLYPHS = 200_000
# Part of a page's height over which text must stand beside text to call it two columns.
_MAIN = 0.35
_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
_ICONS = re.compile(r"awesome|icon|material|glyph|fontello", re.IGNORECASE)
_DINGBATS = re.compile(r"dingbat|wingding|webding", re.IGNORECASE)
_CID = re.compile(r"\(cid:(\d+)\)")
# Codes that WinAnsiEncoding leaves unused mean the bullet (ISO 32000, Annex D).
_WINANSI_BULLETS = {127, 129, 141, 143, 144, 157}
# Symbol fonts keep their bullets in the private use area.
_PRIVATE_BULLETS = frozenset("\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf06e\uf06f\uf071\uf0e0\uf0f0\uf0be")

logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read(path: Path | str, data: bytes) -> Document:
    """Read a PDF's text layer in reading order.

    Raises:
        InputError: encrypted, damaged, or without a text layer; the message says which.
    """
    name = str(path)
    try:
        found = list(_pages(data))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise InputError(name, "the PDF is encrypted", "save a copy without a password") from error
    except Exception as error:
        # pdfminer raises far more than its own exceptions on damaged files (KeyError, RecursionError, struct.error ...).
        raise InputError(name, "the PDF is damaged and cannot be read", "export it again") from error
    if not found:
        raise InputError(name, "the PDF has no pages", "export it again")
    if not any(page.glyphs for page in found):
        what = "only images" if any(page.images for page in found) else "nothing to read"
        raise InputError(
            name, f"the PDF has no text layer, {what}", "export it from the word processor, or run OCR on it first"
        )
    return _lay_out(name, found)


def _lay_out(name: str, found: list[Page]) -> Document:
    every: list[Line] = []
    columns = 1
    for page in found:
        parts = regions(segments(page.glyphs, page.marks))
        columns = max(columns, _columns(parts))
        for number, part in enumerate(parts):
            every += lines(part, page.number, number)
    every = without_margins(every, {page.number: page.height for page in found})
    text, blocks, anchors = build(every)
    quality = Quality(len(found), columns, len(text.split()), tuple(_problems(found, text, columns)))
    return Document(name, "pdf", text, blocks, anchors, quality)


def _columns(parts: list[list[Segment]]) -> int:
    """How many columns the lines of a page stand in, 1 or 2; a short list in two columns does not count."""
    beside = 0.0
    for a, b in pairwise(parts):
        low, high = max(_top(a), _top(b)), min(_bottom(a), _bottom(b))
        if max(s.x1 for s in a) <= min(s.x0 for s in b) + 1 and high > low:
            beside += high - low
    height = max(map(_bottom, parts), default=0.0) - min(map(_top, parts), default=0.0)
    return 2 if beside > _MAIN * height else 1


def _top(part: list[Segment]) -> float:
    return min(segment.top for segment in part)


def _bottom(part: list[Segment]) -> float:
    return max(segment.baseline for segment in part)


def _problems(found: list[Page], text: str, columns: int) -> Iterator[Problem]:
    if len(found) > 2:
        yield Problem("pages", f"{len(found)} pages; two are enough", Severity.NOTE)
    if len(found) >= MAX_PAGES:
        yield Problem("too-many-pages", f"only the first {MAX_PAGES} pages were read")
    if columns > 1:
        yield Problem("columns", "two columns; other readers may mix them up", Severity.NOTE)
    lost = text.count("\ufffd")
    if lost:
        yield Problem("unmapped-glyphs", f"{lost} characters have no Unicode value in their font and were lost")
    for page in found:
        if not page.glyphs:
            yield Problem("empty-page", "a page without text", Severity.WARNING, page.number)


def _pages(data: bytes) -> Iterator[Page]:
    parser = PDFParser(io.BytesIO(data))
    document = PDFDocument(parser)
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        interpreter.process_page(page)
        yield _page(device.get_result(), number)
        if number == MAX_PAGES:
            return


def _page(layout: LTPage, number: int) -> Page:
    glyphs: list[Glyph] = []
    marks: list[Mark] = []
    kinds: Counter[str] = Counter()
    for item in _leaves(layout):
        if isinstance(item, LTChar):
            glyph = _glyph(item, layout.height) if len(glyphs) < MAX_GLYPHS else None
            if glyph is not None:
                glyphs.append(glyph)
        elif isinstance(item, LTCurve):
            if item.fill and 1.0 < item.width < 7 and 1.0 < item.height < 7 and abs(item.width - item.height) < 1:
                marks.append(Mark(item.x0, item.x1, layout.height - (item.y0 + item.y1) / 2))
        elif isinstance(item, LTImage):
            kinds["image"] += 1
    return Page(number, layout.width, layout.height, tuple(glyphs), tuple(marks), kinds["image"])


def _leaves(container: Iterable[Any]) -> Iterator[Any]:
    for item in container:
        if isinstance(item, LTFigure):
            yield from _leaves(item)
        else:
            yield item


def _glyph(char: LTChar, height: float) -> Glyph | None:
    text = char.get_text()
    unmapped = _CID.search(text)
    if unmapped:
        text = "•" if int(unmapped[1]) in _WINANSI_BULLETS else "\ufffd"
    if len(text) == 1 and "\ue000" <= text <= "\uf8ff":
        if _ICONS.search(char.fontname) or text not in _PRIVATE_BULLETS:
            return None
        text = "•"
    elif len(text) == 1 and _DINGBATS.search(char.fontname):
        text = "•"
    if not char.upright or not 0 < char.size < 200:
        return None
    baseline = height - char.matrix[5]
    if not (-height < baseline < 2 * height):
        return None
    return Glyph(text, char.x0, char.x1, baseline, char.size, bool(_BOLD.search(char.fontname)))
