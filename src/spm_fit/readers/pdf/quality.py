"""What is to be said of a PDF file: what other readers may not see, and what people may not like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from spm_fit.model.document import Problem, Severity
from spm_fit.readers.layout.glyphs import Hidden, Page
from spm_fit.readers.layout.segments import segments
from spm_fit.readers.pdf.engine import MAX_PAGES

_PAGES = 2
_LARGE_FILE = 2_000_000
# Width and height in points; a printer's margin either way.
_SIZES = ((595.3, 841.9), (612.0, 792.0))
_SIZE_MARGIN = 12.0
# A picture over this part of a page on which little is written may hold text.
_PICTURE, _FEW_GLYPHS = 0.25, 400
_QUOTED = 60
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\d[\d() .-]{7,}\d")
_SEES = {
    "white": "white text on white",
    "tiny": "text of 3 points or less",
    "off the page": "text off the page",
    "invisible": "text that is not painted",
    "behind an image": "text behind an image",
    "transparent": "transparent text",
}


def problems(
    pages: Sequence[Page], text: str, columns: int, size: int, restricted: bool, running: Sequence[str]
) -> Iterator[Problem]:
    """All that is noteworthy, what loses text first; `running` are the page headers and footers."""
    for page in pages:
        yield from _of_page(page)
    if len(pages) >= MAX_PAGES:
        yield Problem("too-many-pages", f"only the first {MAX_PAGES} pages were read")
    if restricted:
        yield Problem("restricted", "encrypted, with rights reserved; some readers refuse such a file")
    body = text
    for line in running:
        body = body.replace(line, "", 1)
    if any(map(_CONTACT.search, running)) and not _CONTACT.search(body):
        message = "mail address and phone number stand only in the page header, which some readers skip"
        yield Problem("contact-in-header", message, Severity.NOTE)
    if len(pages) > _PAGES:
        yield Problem("pages", f"{len(pages)} pages; two are enough", Severity.NOTE)
    if columns > 1:
        yield Problem("columns", "two columns; other readers may mix them up", Severity.NOTE)
    if size > _LARGE_FILE:
        yield Problem("file-size", f"{size / 1_000_000:.1f} MB; upload forms often stop at 2 MB", Severity.NOTE)
    yield from _fonts(pages)


def _of_page(page: Page) -> Iterator[Problem]:
    lost = sum(glyph.text == "\ufffd" for glyph in page.glyphs)
    if lost:
        message = f"{lost} character{'s' * (lost != 1)} without a Unicode value in their font were lost"
        yield Problem("unmapped-glyphs", message, page=page.number)
    empty = not any(glyph.text.strip() for glyph in page.glyphs)
    area = page.width * page.height
    pictured = sum(box.width * box.height for box in page.pictures)
    if empty and page.pictures:
        yield Problem("text-in-images", "a page of images without text: nothing of it was read", page=page.number)
    elif empty:
        yield Problem("empty-page", "a page without text", page=page.number)
    elif area and pictured > _PICTURE * area and len(page.glyphs) < _FEW_GLYPHS:
        message = "large images on a page with little text: what is written in them was not read"
        yield Problem("text-in-images", message, page=page.number)
    for reason, group in groupby(
        sorted(page.hidden, key=lambda hidden: hidden.reason), key=lambda hidden: hidden.reason
    ):
        yield from _hidden(reason, list(group), page.number)
    near = (abs(page.width - w) < _SIZE_MARGIN and abs(page.height - h) < _SIZE_MARGIN for w, h in _SIZES)
    if page.number == 1 and not any(near):
        size = f"{page.width / 72:.1f} x {page.height / 72:.1f} inches"
        yield Problem("page-size", f"the page measures {size}, neither A4 nor Letter", Severity.NOTE, page.number)


def _hidden(reason: str, found: list[Hidden], page: int) -> Iterator[Problem]:
    parts = segments([hidden.glyph for hidden in found])
    words = " ".join(part.text for part in parts).split()
    if not any(char.isalnum() for word in words for char in word):
        return
    shown = " ".join(words)
    quoted = shown if len(shown) <= _QUOTED else shown[:_QUOTED].rsplit(" ", 1)[0] + " ..."
    count = f"{len(words)} word{'s' * (len(words) != 1)}"
    if reason == "turned":
        yield Problem(
            "turned-text", f'text that runs up or down the page, {count} not read: "{quoted}"', Severity.NOTE, page
        )
        return
    yield Problem("hidden-text", f'{_SEES[reason]}, {count} left out: "{quoted}"', page=page)


def _fonts(pages: Sequence[Page]) -> Iterator[Problem]:
    names = sorted({name.partition("+")[2] or name for page in pages for name in page.loose_fonts})
    if names:
        few = ", ".join(names[:3]) + (" ..." if len(names) > 3 else "")
        yield Problem(
            "fonts-not-embedded", f"fonts that are not in the file: {few}; it may look different", Severity.NOTE
        )
