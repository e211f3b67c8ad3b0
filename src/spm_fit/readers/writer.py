"""Writes a document: text, blocks and anchors together, so that every character knows its place."""

from __future__ import annotations

from collections.abc import Iterable

from spm_fit.model.document import Anchor, Block, BlockKind, Span
from spm_fit.readers.source import Run

# More empty space than this, in lines, is printed as an empty line.
_EMPTY_LINE = 0.6


class Writer:
    """Appends blocks; each is one line of the text, the marker of a list item stands before its span."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._line = 1
        self.blocks: list[Block] = []
        self.anchors: list[Anchor] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def begin(self, kind: BlockKind, gap: float, place: Run | None, page: int | None = None) -> int:
        """Start a block; its offset. `place` is its first run, or None where the printed text itself is the place."""
        if self.blocks:
            self._put("\n\n" if kind is BlockKind.HEADING or gap > _EMPTY_LINE else "\n")
        if place is None:
            self.anchors.append(Anchor(self._length, self._line, 1, page))
        if kind is BlockKind.ITEM:
            self.write(Run("• ", place.line, place.column, 0)) if place else self.plain("• ")
        return self._length

    def end(self, block: Block) -> None:
        """Finish a block."""
        self.blocks.append(block)

    def span(self, start: int) -> Span:
        """From `start` to here."""
        return Span(start, self._length)

    def plain(self, text: str) -> None:
        """Text whose place is where it is printed."""
        self._put(text)

    def write(self, run: Run) -> None:
        """Text with a place in the source."""
        last = self.anchors[-1] if self.anchors else None
        along = self._length - last.offset if last else 0
        same = last and last.wide == run.wide == 1 and (last.line, last.column + along) == (run.line, run.column)
        if run.text and not same:
            self.anchors.append(Anchor(self._length, run.line, run.column, None, run.wide))
        self._put(run.text)

    def write_all(self, runs: Iterable[Run]) -> None:
        """Several runs."""
        for run in runs:
            self.write(run)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._line += text.count("\n")
