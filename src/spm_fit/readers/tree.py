"""Data files as trees whose values know where they stand: JSON and YAML alike."""

from __future__ import annotations

from dataclasses import dataclass

from spm_fit.readers.source import Run, text_of


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
