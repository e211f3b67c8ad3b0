"""Right, missed and invented: how one document's items and answers are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import eq

from benchmarks.accuracy.match import T, pairs

SHOWN = 60


@dataclass(frozen=True)
class Count:
    """How many of `found` items the label has, how many of its `wanted` items were found; and the others, in words.

    The two rights differ where two found items may stand for one of the label. An answer to a question (the level, the
    opening verb) is an item that is wanted and found; a wrong one is told once, under `missed`.
    """

    found_right: int = 0
    found: int = 0
    wanted_right: int = 0
    wanted: int = 0
    missed: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()

    def __add__(self, other: Count) -> Count:
        """Both together."""
        return Count(
            self.found_right + other.found_right,
            self.found + other.found,
            self.wanted_right + other.wanted_right,
            self.wanted + other.wanted,
            self.missed + other.missed,
            self.invented + other.invented,
        )

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """What the figures are made of."""
        return self.found_right, self.found, self.wanted_right, self.wanted

    @property
    def wrong(self) -> int:
        """How many items or answers there are to work on."""
        return len(self.missed) + len(self.invented)


def items(wanted: Sequence[T], found: Sequence[T], same: Callable[[T, T], bool] = eq) -> Count:
    """Two lists of texts or values."""
    together = pairs(wanted, found, same)
    lost, new = _others(wanted, [i for i, _ in together]), _others(found, [j for _, j in together])
    return Count(len(together), len(found), len(together), len(wanted), lost, new)


def answer(wanted: object, got: object, about: str = "", right: bool | None = None) -> Count:
    """One question; `right` where more than equality decides."""
    if right is None:
        right = wanted == got
    place = f' in "{shown(about)}"' if about else ""
    wrong = () if right else (f"{shown(wanted)}, not {shown(got)}{place}",)
    return Count(int(right), 1, int(right), 1, wrong)


def total(counts: Iterable[Count]) -> Count:
    """The counts of several questions as one."""
    return sum(counts, Count())


def shown(value: object, length: int = SHOWN) -> str:
    """A value for people: one short line without control characters."""
    text = "none" if value is None else str(value)
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= length else line[: length - 1] + "…"


def _others(values: Sequence[object], taken: list[int]) -> tuple[str, ...]:
    return tuple(shown(value) for index, value in enumerate(values) if index not in taken)
