"""What an engine hands to the layout: characters with their boxes. Points; y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass

from spm_fit.readers.source import Run


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character (or ligature) on its baseline."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A small filled shape: what producers draw where others print a bullet glyph."""

    x0: float
    x1: float
    middle: float


@dataclass(frozen=True, slots=True)
class Page:
    """The glyphs of one page, 1-based number, in any order."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    marks: tuple[Mark, ...] = ()
    images: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in one column. In text files x counts characters and y counts lines.

    `text` has a tab where the line has a wide gap. `start` is where the words begin, after the marker of a list item.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page: int | None
    region: int
    marker: str = ""
    start: float = 0.0
    heading: bool = False
    runs: tuple[Run, ...] = ()
    """Text formats: `text` with the places of its characters."""
