"""HTML: resumes and saved pages as a browser shows them; job pages by their linked data where they have it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from spm_fit.errors import InputError
from spm_fit.model.document import Document, Problem, Severity
from spm_fit.readers.decode import decode
from spm_fit.readers.flow import Piece, document
from spm_fit.readers.jobposting import head, pay, pieces, postings
from spm_fit.readers.json_tree import parse_json
from spm_fit.readers.source import Source, text_of
from spm_fit.readers.tree import DataError, Mapping
from spm_fit.readers.web.blocks import Page, page

# Pages are long for what they hold beside their text.
MAX_CHARACTERS = 5_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{3,20})", re.IGNORECASE)
_CHARSETS = re.compile(r"(?:iso-?8859|windows-125|koi8|mac-?roman|macintosh|gb|big5|shift|euc|cp125)", re.IGNORECASE)
# A description shorter than this, and than half of the page, is a teaser for it.
_TEASER = 250


def read(path: Path | str, data: bytes) -> Document:
    """Read one HTML file.

    Raises:
        InputError: the bytes are no text, or nothing in them is text of the page.
    """
    name = str(path)
    data, said = _in_utf8(data)
    text, problems = decode(name, data, MAX_CHARACTERS)
    source = Source(text)
    shown = page(source)
    found = _posting(source, shown)
    blocks = list(shown.pieces) if found is None else _best(found, shown)
    known = {problem.name for problem in problems}
    noticed = [problem for problem in shown.problems if problem.name not in known]
    result = document(name, "html", blocks, [*said, *problems, *noticed], shown.columns)
    if not result.blocks:
        remedy = "save the page from the browser once it has loaded, or print it as PDF"
        raise InputError(name, "no text in this web page", remedy)
    return result


def _in_utf8(data: bytes) -> tuple[bytes, list[Problem]]:
    """The bytes in UTF-8 where they are not, and the page says what they are."""
    charset = _CHARSET.search(data[:4096])
    name = charset[1].decode("ascii") if charset else ""
    if not _CHARSETS.match(name) or re.fullmatch(r"iso-?8859-1|windows-1252", name, re.IGNORECASE):
        return data, []
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = data.decode(codecs.lookup(name).name)
        except (LookupError, UnicodeDecodeError):
            return data, []
        return text.encode("utf-8"), [Problem("encoding", f"read as {name.lower()}, not UTF-8", Severity.NOTE)]
    return data, []


def _posting(source: Source, shown: Page) -> Mapping | None:
    """The JobPosting in a page's linked data: the one the page shows, else the first; broken data is none."""
    found: list[Mapping] = []
    for script in shown.scripts:
        try:
            found += postings(parse_json(source, script.start, script.end, lenient=True))
        except DataError:
            continue
    words = " ".join(text_of(piece.runs) for piece in shown.pieces).casefold()
    return next((posting for posting in found if _title(posting) in words), found[0] if found else None)


def _title(posting: Mapping) -> str:
    return next((text_of(piece.runs).strip().casefold() for piece in head(posting)), "")


def _best(posting: Mapping, shown: Page) -> list[Piece]:
    """The posting of the data, or where that is a teaser the page, with what only the data say."""
    data = pieces(posting)
    told = "\n".join(text_of(piece.runs) for piece in shown.pieces)
    count = _words(data)
    if count >= _TEASER or 2 * count >= _words(shown.pieces):
        return data
    title = [piece for piece in list(head(posting))[:1] if text_of(piece.runs).casefold() not in told.casefold()]
    first = [replace(piece, gap=1.0) for piece in shown.pieces[:1]]
    return [*title, *first, *shown.pieces[1:], *pay(posting, told)]


def _words(found: Iterable[Piece]) -> int:
    return sum(len(text_of(piece.runs).split()) for piece in found)
