"""A document as it was read, block by block: kind, page, column and type before each line."""

from __future__ import annotations

from collections.abc import Iterator

from spm_fit.model.document import Block, Document
from spm_fit.report.safe import clean, printable


def plain(document: Document) -> str:
    """The text, line by line."""
    return "".join(f"{printable(line)}\n" for line in document.lines())


def layout(document: Document) -> str:
    """What was noticed about the file, then one line a block: `place kind column type | text`."""
    return "".join(f"{line}\n" for line in (*_head(document), *(_line(document, block) for block in document.blocks)))


def _head(document: Document) -> Iterator[str]:
    quality = document.quality
    pages = f", {quality.pages} page{'s' * (quality.pages != 1)}" if quality.pages is not None else ""
    yield f"{clean(document.path)}: {document.format}{pages}, {quality.columns} column{'s' * (quality.columns != 1)}"
    for problem in quality.problems:
        page = f"page {problem.page}: " if problem.page else ""
        yield f"{problem.severity}: {page}{problem.message} [{problem.name}]"
    yield ""


def _line(document: Document, block: Block) -> str:
    place = document.locate(block.span)
    page = f"p{place.page}:" if place.page else ""
    kind = f"{block.kind:<9}"
    looks = f"{round(block.size, 1):g}{'b' if block.bold else ''}"
    text = " → ".join(printable(cell).strip() for cell in document.slice(block.span).split("\t"))
    return f"{page + str(place.line):<7} {kind} {'c' + str(block.region + 1):<4} {looks:<6} | {text}"
