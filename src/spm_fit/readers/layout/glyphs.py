"""What an engine hands to the layout: characters with their boxes. Points; y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass

from spm_fit.readers.source import Run

Color = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character (or ligature) on its baseline."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    color: Color | None = None
    """Red, green, blue from 0 to 1, where the engine knows."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A small filled shape: what producers draw where others print a bullet glyph."""

    x0: float
    x1: float
    middle: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: a rule, a picture."""

    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """In points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """In points."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Hidden:
    """A glyph that nobody sees, and why."""

    reason: str
    glyph: Glyph


@dataclass(frozen=True, slots=True)
class Page:
    """The glyphs of one page, 1-based number, in the order in which they are painted."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    marks: tuple[Mark, ...] = ()
    rules: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    loose_fonts: tuple[str, ...] = ()
    """Names of fonts that are not embedded."""


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
    color: Color | None = None
    ruled: bool = False
    """A rule is drawn below it."""
    last: float = 0.0
    """Where its last cell begins."""
    head: float = 0.0
    """The width of its first word, 0 where it is not known."""
    runs: tuple[Run, ...] = ()
    """Text formats: `text` with the places of its characters."""
