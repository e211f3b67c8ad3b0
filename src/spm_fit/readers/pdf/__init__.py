"""PDF: the glyphs of an engine, our reading order, and what is to be said of the file."""

from __future__ import annotations

from pathlib import Path

from spm_fit.errors import InputError
from spm_fit.model.document import Document, Quality
from spm_fit.readers.layout.blocks import build
from spm_fit.readers.layout.columns import ordered, regions, side_by_side
from spm_fit.readers.layout.glyphs import Page
from spm_fit.readers.layout.lines import lines
from spm_fit.readers.layout.margins import without_margins
from spm_fit.readers.layout.segments import segments
from spm_fit.readers.pdf import engine
from spm_fit.readers.pdf.quality import problems


def read(path: Path | str, data: bytes) -> Document:
    """Read a PDF's text layer in reading order.

    Raises:
        InputError: encrypted, damaged, or without a text layer; the message says which.
    """
    name = str(path)
    try:
        pdf = engine.Pdf(data)
        found = list(pdf.pages())
        restricted = pdf.restricted
    except engine.LockedError as error:
        raise InputError(name, "the PDF is encrypted", "save a copy without a password") from error
    except Exception as error:
        # pdfminer raises far more than its own exceptions on damaged files (KeyError, RecursionError, struct.error ...).
        raise InputError(name, "the PDF is damaged and cannot be read", "export it again") from error
    if not found:
        raise InputError(name, "the PDF has no pages", "export it again")
    if not any(glyph.text.strip() for page in found for glyph in page.glyphs):
        what = "only images" if any(page.pictures for page in found) else "nothing to read"
        raise InputError(
            name, f"the PDF has no text layer, {what}", "export it from the word processor, or run OCR on it first"
        )
    return _lay_out(name, found, len(data), restricted)


def _lay_out(name: str, found: list[Page], size: int, restricted: bool) -> Document:
    printed = {page.number: segments(page.glyphs, page.marks, page.rules) for page in found}
    kept, running = without_margins(printed, {page.number: page.height for page in found})
    parts = {page: regions(part) for page, part in kept.items()}
    every = [line for page, region, part in ordered(parts) for line in lines(part, page, region)]
    columns = max(side_by_side(part) for part in parts.values())
    text, blocks, anchors = build(every)
    said = tuple(problems(found, text, columns, size, restricted, running))
    return Document(name, "pdf", text, blocks, anchors, Quality(len(found), columns, len(text.split()), said))
