"""How well one list of points orders what another orders."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

LEAST = 3


def spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """The correlation of the ranks, -1 to 1; 0 where all of one side are equal, None for fewer than three pairs."""
    if len(one) < LEAST:
        return None
    left, right = _centred(_ranks(one)), _centred(_ranks(other))
    spread = sum(x * x for x in left) ** 0.5 * sum(y * y for y in right) ** 0.5
    return sum(x * y for x, y in zip(left, right, strict=True)) / spread if spread else 0.0


def auc(high: Sequence[float], low: Sequence[float]) -> float | None:
    """The chance that one of the first has more than one of the second; equal counts half; None if either is empty."""
    if not high or not low:
        return None
    return sum((x > y) + (x == y) / 2 for x, y in product(high, low)) / (len(high) * len(low))


def _ranks(values: Sequence[float]) -> list[float]:
    """Places from 0; equal values share the middle of theirs."""
    ordered = sorted(values)
    middle = {value: ordered.index(value) + (ordered.count(value) - 1) / 2 for value in set(values)}
    return [middle[value] for value in values]


def _centred(values: Sequence[float]) -> list[float]:
    mean = sum(values) / len(values)
    return [value - mean for value in values]
