"""A sheet of terminal lines: widths in cells, places at the right edge, wrapping, bars."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from spm_fit.model.document import Document, Span
from spm_fit.report import Look

PLACE = 9


class Sheet:
    """Lines of one report, and the console that colours them."""

    def __init__(self, look: Look, document: Document) -> None:
        self.width = max(60, look.width)
        self.document = document
        self._stream = StringIO()
        self._console = Console(
            file=self._stream,
            width=self.width,
            force_terminal=look.color,
            color_system="standard" if look.color else None,
            no_color=not look.color,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=True,
        )

    def text(self) -> str:
        """All lines so far."""
        return self._stream.getvalue()

    def line(self, *parts: str | tuple[str, str]) -> None:
        """One line of parts, each a text or a (text, style)."""
        text = Text.assemble(*parts)
        text.rstrip()
        self._console.print(text, no_wrap=True, overflow="ellipsis", crop=True)

    def blank(self) -> None:
        """An empty line."""
        self._console.print()

    def heading(self, text: str) -> None:
        """The heading of a part."""
        self.line((f" {text}", "bold"))

    def wrapped(self, text: str, first: str, rest: str, style: str = "") -> None:
        """A text over as many lines as it needs."""
        for number, part in enumerate(wrap(text, self.width - cell_len(rest) - 1)):
            self.line(first if number == 0 else rest, (part, style))

    def sided(self, left: str, right: str, style: str = "", lead: tuple[str, str] = ("", "")) -> None:
        """A text at the left and its place at the right edge; long texts go on below."""
        room = self.width - cell_len(lead[0]) - PLACE - 1
        parts = list(wrap(left, room)) or [""]
        self.line(lead, (set_cell_size(parts[0], room), style), (right.rjust(PLACE), "dim"))
        for part in parts[1:]:
            self.line(" " * cell_len(lead[0]), (part, style))

    def place(self, span: Span | None) -> str:
        """``p1:23`` for paged documents, ``line 23`` for others."""
        if span is None:
            return ""
        where = self.document.locate(span)
        return f"p{where.page}:{where.line}" if where.page else f"line {where.line}"


def wrap(text: str, width: int) -> Iterator[str]:
    """The lines of a text no wider than `width` cells; a longer word is broken."""
    line = ""
    for word in text.split():
        while cell_len(word) > width:
            yield from [line] if line else []
            line, word = "", word
            yield set_cell_size(word, width)
            word = word[width:]
        if line and cell_len(line) + 1 + cell_len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def bar(share: float, size: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """A bar of `size` cells for a share, 0 to 1: its full part and its empty part, each with a style."""
    full = min(size, max(0, round(share * size)))
    return ("█" * full, "green" if share >= 0.7 else "yellow" if share >= 0.4 else "red"), ("░" * (size - full), "dim")


def short(text: str, room: int) -> str:
    """A text in at most `room` cells, with an ellipsis where it was cut."""
    return text if cell_len(text) <= room else set_cell_size(text, max(1, room - 1)).rstrip() + "…"
