"""What LaTeX prints, line by line, as pieces of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spm_fit.model.document import BlockKind
from spm_fit.readers.flow import BODY, Piece, heading
from spm_fit.readers.source import Run, text_of

# Between these a wide space is a blank: "Leiria | 555-0100".
_SEPARATORS = "|•·∙⋅–—-/"
_MARKS = ":.;,-–—?!"
WIDE = "  "
"""A border of cells that is a blank beside a separator."""
_INDENT = 10.0
# So many words in a line of a list item: what follows a line break goes on.
_FULL = 6
_TITLE_WORDS = 4
# Empty space above a paragraph: more than above a line, less than parts two entries.
PARAGRAPH = 0.5


@dataclass(slots=True)
class Sheet:
    """Takes runs of text and borders of cells, lines and paragraphs."""

    pieces: list[Piece] = field(default_factory=list)
    level: int = 0
    """Of the heading that is being written, 0 if none is."""
    region: int = 0
    depth: int = 0
    """Of lists."""
    _runs: list[Run] = field(default_factory=list)
    _kind: BlockKind = BlockKind.PARAGRAPH
    _gap: float = 0.0
    _below: float = 0.0
    _filled: bool = False
    """Whether the cell has text."""
    _pending: Run | None = None
    """What comes before the next text of the line, if text stands before it."""
    _last: str = ""
    """The last character that is no blank."""
    _words: int = 0
    _cells: bool = False
    _bold: int = 0
    _sizes: Counter[float] = field(default_factory=Counter)

    def write(self, runs: Iterable[Run], bold: bool, size: float) -> None:
        """Add text; what is pending comes before it."""
        written = list(runs)
        text = text_of(written)
        if text.strip():
            if self._pending is not None:
                while self._runs and self._runs[-1].text.isspace():
                    self._runs.pop()
                self._runs.append(self._resolved(self._pending, next(run for run in written if run.text.strip())))
                self._cells = self._cells or "\t" in self._runs[-1].text
                self._pending = None
            self._filled, self._last = True, text.rstrip()[-1]
            self._words += len(text.split())
        self._runs += written
        letters = sum(map(str.isalnum, text))
        self._bold += letters if bold else 0
        self._sizes[size] += letters

    def cell(self, border: Run) -> None:
        """Begin a cell: with a tab, or with a wide space that may be a blank."""
        if self._last and (self._pending is None or "\t" in border.text):
            self._pending, self._filled = border, False

    def join(self, glue: Run) -> None:
        """Put `glue` between what the cell holds and what comes next in it."""
        if self._filled:
            # Labels may end in their colon.
            self._pending = glue._replace(text=" ") if self._last in _MARKS and glue.text == ": " else glue

    def space(self, lines: float) -> None:
        """Empty space below the line, or above the next one if none is begun."""
        if self._last:
            self._below = max(self._below, lines)
        else:
            self._gap = max(self._gap, lines)

    def line(self, gap: float = 0.0) -> None:
        """End the line; so much empty space follows."""
        text = text_of(self._runs)
        if text.strip():
            self.pieces.append(self._piece(text))
            self._kind, self._gap, gap = BlockKind.PARAGRAPH, 0.0, max(gap, self._below)
        self._below = 0.0
        self._runs, self._pending, self._filled, self.level = [], None, False, 0
        self._bold, self._sizes, self._last, self._words, self._cells = 0, Counter(), "", 0, False
        self._gap = max(self._gap, gap)

    def wrap(self, blank: Run, gap: float) -> None:
        """A line break by hand: it ends a line, but a heading and a full line of a list item go on."""
        cells = self._cells or self._pending is not None
        full = self._kind is BlockKind.ITEM and self._words > _FULL and not cells and not gap
        if self.level > 1 or full:
            self.write([blank], False, BODY)
        else:
            self.line(gap)

    def item(self) -> None:
        """Begin a list item."""
        self.line()
        self._kind = BlockKind.ITEM

    def plain(self) -> None:
        """What comes is no list item, whatever was begun."""
        self.line()
        self._kind = BlockKind.PARAGRAPH

    def ruled(self) -> None:
        """A rule across the page: a short line above it is a heading."""
        open_line = text_of(self._runs).strip()
        if open_line and not self.level and _is_title(open_line):
            self.level = 2
        elif not open_line and self.pieces:
            last = self.pieces[-1]
            if last.kind is BlockKind.PARAGRAPH and _is_title(text_of(last.runs)) and last.size < 2 * BODY:
                self.pieces[-1] = replace(heading(last.runs, 2), region=last.region)
        self.line()

    def _piece(self, text: str) -> Piece:
        runs = tuple(self._runs)
        if self.level:
            return replace(heading(runs, self.level), region=self.region)
        letters = sum(map(str.isalnum, text))
        size = max(self._sizes, key=lambda size: (self._sizes[size], size), default=BODY)
        return Piece(runs, self._kind, 2 * self._bold > letters, size, self._gap, _INDENT * self.depth, self.region)

    def _resolved(self, pending: Run, following: Run) -> Run:
        """What was pending, beside the text that follows: arguments may be printed in another order than they stand in."""
        text = pending.text
        if text == WIDE:
            text = " " if {self._last, following.text.lstrip()[0]} & set(_SEPARATORS) else "\t"
        return Run(text, following.line, following.column, 0)


def _is_title(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _TITLE_WORDS
        and all(word.isalpha() or word in "&/" for word in words)
        and words[0][0].isupper()
    )
