"""When two texts mean the same thing, and which items of two lists belong together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import eq
from typing import TypeVar

T = TypeVar("T")
# Labels give the first words of a statement: letters and digits of it that must agree.
FIRST = 24
_PLAIN = re.compile("[a-z0-9]+")
_SIGNS = re.compile("[0-9.%$€£x]+")
_UNITS = re.compile("[%$€£x]+")


def plain(text: object) -> str:
    """Letters and digits alone, in lower case; nothing for None."""
    return "".join(_PLAIN.findall(str(text or "").lower()))


def pairs(wanted: Sequence[T], found: Sequence[T], same: Callable[[T, T], bool] = eq) -> list[tuple[int, int]]:
    """(index in wanted, index in found) of what belongs together: each item once, the first that fits."""
    free = list(range(len(found)))
    together = []
    for index, item in enumerate(wanted):
        fit = next((other for other in free if same(item, found[other])), None)
        if fit is not None:
            free.remove(fit)
            together.append((index, fit))
    return together


def same_start(label: str, text: str) -> bool:
    """Whether a statement begins with the words of the label."""
    first = plain(label)[:FIRST]
    return bool(first) and plain(text).startswith(first)


def same_title(label: str, text: str) -> bool:
    """Whether one title is part of the other: the team may stand behind it or not."""
    one, other = plain(label), plain(text)
    return bool(other) and (one in other or other in one)


def same_quantity(label: str, text: str) -> bool:
    """Whether all numbers of one quantity are in the other; written numbers are compared as words."""
    one, other = _numbers(label), _numbers(text)
    if one is None or other is None:
        words, more = plain(label), plain(text)
        return bool(words) and (words in more or more in words)
    return bool(one) and bool(other) and (one <= other or other <= one)


def _numbers(text: str) -> set[str] | None:
    """Digits between units, as printed; None for a quantity without any sign of one."""
    signs = "".join(_SIGNS.findall(text.lower()))
    return set(_UNITS.split(signs)) - {""} if signs else None
