"""Rows as people read them: columns of text, or a table of Markdown."""

from __future__ import annotations

from collections.abc import Sequence

Row = Sequence[str]
NOTHING = "-"


def table(head: Row, rows: Sequence[Row], style: str) -> str:
    """The first column to the left, all others to the right; `style` is text or markdown."""
    if style == "markdown":
        lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
        return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return "\n".join(_line(line, widths) for line in (head, *rows))


def heading(text: str, style: str) -> str:
    """A line above a table or list."""
    return f"### {text}\n" if style == "markdown" else text


def number(value: float | None, sign: str = "") -> str:
    """Three digits behind the point; `sign` + prints it always."""
    return NOTHING if value is None else f"{value:{sign}.3f}"


def span(ends: tuple[float, float] | None, sign: str = "") -> str:
    """An interval with two digits behind the point."""
    return NOTHING if ends is None else " to ".join(f"{end:{sign}.2f}" for end in ends)


def _line(cells: Row, widths: Sequence[int]) -> str:
    first, *rest = zip(cells, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]).rstrip()
