"""Lines in the making: text is added as it comes, and becomes pieces where a block, a line break or a new cell begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from html.entities import html5

from spm_fit.model.document import BlockKind
from spm_fit.readers.flow import BODY, Piece, heading
from spm_fit.readers.layout.markers import MARKERS
from spm_fit.readers.source import Decoded, Run, Source, text_of
from spm_fit.readers.web.look import Look

# Entities, and the soft hyphen, which is seen only where a browser breaks a line.
_WRITTEN = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8};?|#[0-9]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)|\u00ad")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_WIDE_GAP = re.compile(r"(?<=\S)(?: {3,}|[ ]?\t+[ ]?)(?=\S)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARKER = re.compile(rf"\s*(?:[{MARKERS}]|[-*–—]\s)")
# No cell begins after these, or with them.
_OPEN = "([{,;:|/–—-·•@&+\"'“‘"
_CLOSING = ")]},;:.!?|/–—-·•&+\"'”’%"
# A line this long goes on in the next if that begins in lower case.
_WRAPPED = 60
_TITLE_WORDS = 10

Written = Source | Decoded


def runs(source: Written, start: int, end: int) -> Iterator[Run]:
    """The text between two offsets as a browser shows it."""
    for match in _WRITTEN.finditer(source.text, start, end):
        yield from source.read(start, match.start())
        start = match.end()
        if match[0] != "\u00ad":
            name, char = _entity(match[0])
            start = match.start() + len(name)
            yield from source.one(match.start(), start, "" if char == "\u00ad" else " " if char.isspace() else char)
    yield from source.read(start, end)


def _entity(written: str) -> tuple[str, str]:
    """The part of "&notin" that is an entity, and what it means; "&T" of "AT&T" is none."""
    if written[1] == "#" or written[1:] in html5:
        return written, unescape(written)
    known = (written[:end] for end in range(len(written) - 1, 2, -1) if written[1:end] in html5)
    name = next(known, written)
    return name, unescape(name) if name[1:] in html5 else name


class Lines:
    """Pieces, and the line that is being written after them."""

    def __init__(self, source: Written) -> None:
        self.source = source
        self.pieces: list[Piece] = []
        self.level = 0
        """Of the heading that is open."""
        self.depth = 0
        """Of lists."""
        self.item = False
        """Whether the next piece is the first of a list item."""
        self.within = False
        """Whether a list item's own text is open."""
        self.gap = 0.0
        self._runs: list[Run] = []
        self._bold = self._plain = 0
        self._sizes: dict[float, int] = {}
        self._tail = ""
        self._breaks = 0
        self._cell = ""

    def add(self, found: Sequence[Run], look: Look) -> None:
        """Text of one look."""
        text = text_of(found)
        body = text.strip()
        if body and self._breaks:
            self._break(body)
        if body and self._cell:
            self._part(found[0], body, touching=not (text[0].isspace() or self._tail[-1:].isspace()))
        count = len(body) - body.count(" ")
        self._bold, self._plain = (self._bold + count, self._plain) if look.bold else (self._bold, self._plain + count)
        self._sizes[look.size] = self._sizes.get(look.size, 0) + count
        self._runs += found
        self._tail = (self._tail + text)[-40:]

    def cell(self, how: str = "apart") -> None:
        """What follows stands apart from what is here: "apart" by its style, "maybe" by its name, "touching" if it
        begins no word.
        """
        self._cell = self._cell if self._cell == "apart" else how

    def brk(self) -> None:
        """A line break; two are an empty line."""
        self._breaks += 1

    def flush(self) -> None:
        """End the line."""
        if text_of(self._runs).strip():
            self._emit()
        elif self._breaks:
            self.gap = max(self.gap, 1.0)
        self._runs, self._sizes = [], {}
        self._bold = self._plain = self._breaks = 0
        self._tail = self._cell = ""

    def lines(self, start: int, end: int, look: Look) -> None:
        """Text whose line breaks count."""
        for number, match in enumerate(_LINE.finditer(self.source.text, start, end)):
            if number:
                blank = not text_of(self._runs).strip()
                self.flush()
                self.gap = max(self.gap, float(blank))
            begin = match.start(1)
            for gap in _WIDE_GAP.finditer(self.source.text, *match.span(1)):
                self.add(tuple(runs(self.source, begin, gap.start())), look)
                self.cell()
                begin = gap.end()
            self.add(tuple(runs(self.source, begin, match.end(1))), look)

    def _emit(self) -> None:
        size = max(self._sizes, key=lambda size: (self._sizes[size], size), default=16.0)
        bold = self._bold > 0 and not self._plain
        if self.level:
            piece = heading(self._runs, self.level)
            last = self.pieces[-1] if self.pieces else None
            # A heading right below one of higher rank goes on with it: the employer under the title.
            below = last is not None and last.kind is BlockKind.HEADING and last.size > piece.size
            piece = replace(piece, gap=min(self.gap, piece.gap) if below else max(self.gap, piece.gap))
        else:
            kind = BlockKind.ITEM if self.item else BlockKind.PARAGRAPH
            piece = Piece(tuple(self._runs), kind, bold, size, self.gap, BODY * self.depth)
        self.pieces.append(piece)
        self.gap, self.item = 0.0, False

    def _break(self, following: str) -> None:
        """A line break before text: in list items, and in lines wrapped by hand, a blank."""
        text = text_of(self._runs).strip()
        wrapped = len(text) >= _WRAPPED and text[-1] not in ".:;!?" and following[0].islower()
        titled = bool(_YEAR.search(text)) and len(text.split()) <= _TITLE_WORDS
        inside = self.within and not titled and not _MARKER.match(following)
        if text and self._breaks == 1 and (wrapped or inside):
            self._runs.append(self._runs[-1]._replace(text=" ", wide=0))
            self._breaks = 0
            return
        gap = 1.0 if self._breaks > 1 else 0.0
        self.flush()
        self.gap = max(self.gap, gap)

    def _part(self, at: Run, following: str, *, touching: bool) -> None:
        """A tab, unless a mark already parts the two or the words before ask for what follows ("in 2024")."""
        how, self._cell = self._cell, ""
        before = self._tail.rstrip()
        if not before or following[0] in _CLOSING or (how == "touching" and not touching):
            return
        words = (before.split()[-1], following.split()[0])
        asks = any(word.isalpha() and word.islower() for word in (words[1:] if how == "touching" else words))
        if how == "apart" or not (asks or before[-1] in _OPEN):
            self._runs.append(Run("\t", at.line, at.column, 0))
