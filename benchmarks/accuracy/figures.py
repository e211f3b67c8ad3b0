"""The figures: how each is made of documents, and how far another choice of documents would move it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from benchmarks.accuracy.rank import auc, spearman
from benchmarks.accuracy.results import Document

Documents = Sequence[Document]
T = TypeVar("T")
# Figures of a question with one answer: what is right is a share. All others but the last two are of lists of items.
ANSWERS = frozenset({
    "years in all", "years in product", "openers", "strength", "metric class", "skill levels",
    "level", "least years", "range of years", "degree", "pay", "skill demand", "remote",
})  # fmt: skip
RANK, PARTED = "rank of the score", "fit parted from unfit"
SCORES = frozenset({RANK, PARTED})
FIT, UNFIT = 60, 40
DRAWS, SEED, TAIL = 1000, 20261101, 0.025


def names(documents: Documents) -> list[str]:
    """The figures that these documents give, in the order of the table."""
    return [*dict.fromkeys(name for document in documents for name in document.counts), RANK, PARTED]


def value(name: str, documents: Documents) -> float | None:
    """F1, share of right answers, or correlation; None if there is nothing to measure."""
    if name == RANK:
        return spearman(*_points(documents))
    if name == PARTED:
        pairs = list(zip(*_points(documents), strict=True))
        return auc([got for want, got in pairs if want >= FIT], [got for want, got in pairs if want < UNFIT])
    p, r = precision_recall(name, documents)
    if p is None or r is None or name in ANSWERS:
        return r
    return 2 * p * r / (p + r) if p + r else 0.0


def precision_recall(name: str, documents: Documents) -> tuple[float | None, float | None]:
    """(share of what was found that is right, share of what is wanted that was found)."""
    found_right, found, wanted_right, wanted = _sums(name, documents)
    if not found and not wanted:
        return None, None
    return (found_right / found if found else 0.0), (wanted_right / wanted if wanted else 0.0)


def size(name: str, documents: Documents) -> tuple[int, int]:
    """(documents that have something to measure, items that are wanted or questions that are asked)."""
    if name in SCORES:
        return (len(_points(documents)[0]),) * 2
    have = sum(any(document.counts[name].numbers) for document in documents if name in document.counts)
    return have, _sums(name, documents)[3]


def lost(name: str) -> str:
    """What happened to what a figure counts as missed."""
    return "wrong" if name in ANSWERS else "missed"


def interval(measure: Callable[[Sequence[T]], float | None], documents: Sequence[T]) -> tuple[float, float] | None:
    """Where 95 % of the values lie if as many documents are drawn again and again from these (bootstrap)."""
    drawn = (measure([documents[index] for index in draw]) for draw in _draws(len(documents)))
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return None
    cut = int(len(values) * TAIL)
    return values[cut], values[-1 - cut]


@lru_cache
def _draws(size: int) -> list[list[int]]:
    """The same draws for every figure and every run, so that two versions are compared on the same documents."""
    chance = random.Random(SEED)
    return [[int(chance.random() * size) for _ in range(size)] for _ in range(DRAWS)]


def _sums(name: str, documents: Documents) -> tuple[int, ...]:
    rows = [document.counts[name].numbers for document in documents if name in document.counts]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0, 0, 0, 0)


def _points(documents: Documents) -> tuple[list[float], list[float]]:
    """(readers' points, ours) of the documents that have a score."""
    scored = [(d.wanted_points, d.points) for d in documents if d.points is not None]
    return [want for want, _ in scored], [got for _, got in scored]
