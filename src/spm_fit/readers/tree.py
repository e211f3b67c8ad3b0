"""Data files as trees whose values know where they stand: JSON and YAML alike."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category

from spm_fit.readers.source import Run, Source, text_of

MAX_DEPTH = 64
MAX_NODES = 100_000
_LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"


class DataError(ValueError):
    """A data file that cannot be read: what is wrong, and its line and column (1-based)."""

    def __init__(self, message: str, line: int, column: int) -> None:
        self.message, self.line, self.column = message, line, column
        super().__init__(f"{line}:{column}: {message}")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, number, boolean or null, as its characters; `null` and an empty string have no runs."""

    runs: tuple[Run, ...]
    line: int
    column: int

    @property
    def text(self) -> str:
        """The decoded value."""
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order of the file."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, name: str) -> Node | None:
        """The value of a key."""
        return next((value for key, value in self.entries if key.text == name), None)


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...]
    line: int
    column: int


Node = Scalar | Mapping | Items


def add_escape(runs: list[Run], source: Source, start: int, end: int, char: str) -> None:
    """Add the character that an escape between two offsets means: "\\n" for every line end, a blank for a tab (which
    would part cells); an accent joins the letter before it.
    """
    last = runs[-1] if runs else None
    if category(char) == "Mn" and last is not None and last.wide and last.text[-1:].isalpha():
        at = source.offset(last.line, last.column) + (len(last.text) - 1 if last.wide == 1 else 0)
        runs[-1:] = [last._replace(text=last.text[:-1])] if last.text[:-1] else []
        runs += source.one(at, end, last.text[-1] + char)
    else:
        runs += source.one(start, end, "\n" if char in _LINE_ENDS else " " if char in "\t\b" else char)


def from_units(first: str, second: str | None = None) -> str:
    """The character of one or two UTF-16 code units in hexadecimal; half of a pair is the replacement character."""
    code = int(first, 16)
    if second is not None:
        return chr(0x10000 + ((code - 0xD800) << 10) + (int(second, 16) - 0xDC00))
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
