"""The decoded text of a file, and runs of what is read from it, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from spm_fit.readers.clean import clean, pieces

NEWLINE = re.compile(r"\r\n|\r|\n")
# Soft hyphens are nowhere in it: they are no text.
_STRETCH = re.compile("(\\s+)|[^\\s\u00ad]+(?: [^\\s\u00ad]+)*")


class Run(NamedTuple):
    """Characters that stand next to each other in the source, from `line` and `column` (1-based) on; `wide` as in `Anchor`."""

    text: str
    line: int
    column: int
    wide: int = 1


class Source:
    """A decoded file: runs of text from its offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in NEWLINE.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """1-based line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a 1-based line and column."""
        return self._starts[line - 1] + column - 1

    def read(self, start: int, end: int) -> Iterator[Run]:
        """What stands there, cleaned; every stretch of white space is one blank."""
        for match in _STRETCH.finditer(self.text, start, end):
            line, column = self.place(match.start())
            if match[1]:
                yield Run(" ", line, column)
            else:
                yield from cleaned(match[0], line, column)

    def one(self, start: int, end: int, text: str) -> Iterator[Run]:
        """`text`, which is written in another way there: an escape, an entity, a macro."""
        line, column = self.place(start)
        for char in clean(text):
            yield Run(char, line, column, end - start)

    def put(self, at: int, text: str) -> Run:
        """Text that is not in the source, placed where it belongs."""
        return Run(text, *self.place(at), 0)


class Decoded:
    """Text that was written inside a string of another format: read like a `Source`, with the places of its runs."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = tuple(run for run in runs if run.text) or (Run("", 1, 1, 0),)
        self._starts = [0, *accumulate(len(run.text) for run in self._runs)]
        self.text = text_of(self._runs)

    def read(self, start: int, end: int) -> Iterator[Run]:
        """What stands there, cleaned; every stretch of white space is one blank."""
        for match in _STRETCH.finditer(self.text, start, end):
            if match[1]:
                yield self._at(match.start())._replace(text=" ")
                continue
            for run in self._cut(*match.span()):
                yield from cleaned(run.text, run.line, run.column) if run.wide == 1 else (run,)

    def one(self, start: int, end: int, text: str) -> Iterator[Run]:
        """`text`, which is written in another way there: an escape inside an escape."""
        first, last = self._at(start), self._at(max(start, end - 1))
        wide = last.column + last.wide - first.column if last.line == first.line else first.wide
        for char in clean(text):
            yield Run(char, first.line, first.column, wide)

    def put(self, at: int, text: str) -> Run:
        """Text that is not in the source, placed where it belongs."""
        return self._at(at)._replace(text=text, wide=0)

    def _at(self, offset: int) -> Run:
        """The character at an offset, or the last one."""
        index = min(bisect_right(self._starts, offset), len(self._runs)) - 1
        run, along = self._runs[index], min(offset, len(self.text) - 1) - self._starts[index]
        return Run(run.text[along : along + 1], run.line, run.column + (along if run.wide == 1 else 0), run.wide)

    def _cut(self, start: int, end: int) -> Iterator[Run]:
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1)
        yield from cut(self._runs[first:last], start - self._starts[first], end - self._starts[first])


def cleaned(text: str, line: int, column: int) -> Iterator[Run]:
    """A stretch of one source line as cleaned runs."""
    return (Run(out, line, column + start, wide) for out, start, wide in pieces(text) if out)


def text_of(runs: Iterable[Run]) -> str:
    """The characters of runs."""
    return "".join(run.text for run in runs)


def cut(runs: Iterable[Run], start: int, end: int | None = None) -> Iterator[Run]:
    """The runs of a slice of their text."""
    position = 0
    for run in runs:
        size = len(run.text)
        low = max(0, start - position)
        high = size if end is None else min(size, end - position)
        if low < high:
            yield Run(run.text[low:high], run.line, run.column + (low if run.wide == 1 else 0), run.wide)
        position += size
