"""What the numbers of a role must keep to among themselves, so that no score breaks and no month of work ever costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spm_fit.taxonomy.nodes import Mistakes
from spm_fit.taxonomy.shapes import At

Values = dict[str, Any]
# Each of these divides.
_ABOVE_NOTHING = (
    ("evidence", "skills_per_statement"), ("experience", "related_years"), ("impact", "enough_outcomes"),
    ("impact", "enough_scopes"), ("writing", "statements"), ("tools", "enough"), ("posting", "full"),
    ("posting", "years_outside"),
)  # fmt: skip
# Presentation has five equal parts; the order of the sections is one of them.
_PARTS = 5
# No one works as many years: what begins to fade later never fades.
_LIFE = 60.0


def check(values: Values, mistakes: Mistakes) -> None:
    """Note what is wrong with the numbers of one role's whole values; none of them is missing."""
    scale = values["scale"]
    for part, name in _ABOVE_NOTHING:
        at = scale[part][name]
        if not float(at.value):
            mistakes.add(at.place, f"{part}.{name} must be more than 0")
    worth = [scale["experience"][name] for name in ("at_least", "at_usual")]
    if not float(worth[0].value) <= float(worth[1].value) <= 1:
        mistakes.add(worth[0].place, "at_least and at_usual must rise, and not above 1")
    first, last = scale["presentation"]["education_first"], scale["presentation"]["education_last"]
    if not float(first.value) < float(last.value):
        mistakes.add(last.place, "education_last must be more than education_first")
    elif float(first.value) < _LIFE:
        _check_fading(values, float(first.value), last, mistakes)


def _check_fading(values: Values, first: float, last: At, mistakes: Mistakes) -> None:
    """While education first fades, product years must give at least what it loses, however few or many they are."""
    until = float(str(last.value))
    lost = float(values["weights"]["presentation"].value) / _PARTS / (until - first)
    gained = min(slope for years, slope in _slopes(values) if years < until)
    if gained < lost - 1e-9:
        mistakes.add(
            last.place,
            f"a year of work would cost {lost:.2f} points where education stands first and gain only {gained:.2f}: "
            "education must fade more slowly, or ample years lie later",
        )


def _slopes(values: Values) -> Iterator[tuple[float, float]]:
    """(from these years of product work on, points that another year gains)."""
    scale, years = values["scale"]["experience"], values["years"]
    points = float(values["weights"]["experience"].value) * float(scale["years"].value)
    worth = (0.0, float(scale["at_least"].value), float(scale["at_usual"].value), 1.0)
    ends = (0.0, *(float(years[name].value) for name in ("least", "usual", "ample")))
    for low, high, before, after in zip(ends, ends[1:], worth, worth[1:], strict=False):
        if high > low:
            yield low, points * (after - before) / (high - low)
    yield ends[-1], 0.0
