"""Months of work: unions, bands, open ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spm_fit.model.period import Band, Period, YearMonth, months

AS_OF = date(2026, 11, 1)


def period(start: str, end: str) -> Period:
    def parse(text: str) -> YearMonth:
        year, _, month = text.partition("-")
        return YearMonth(int(year), int(month) if month else None)

    return Period(parse(start), None, present=True) if end == "present" else Period(parse(start), parse(end))


@pytest.mark.parametrize(
    ("periods", "low", "high"),
    [
        ([("2020-01", "2020-12")], 12, 12),
        ([("2018-01", "2020-12"), ("2019-06", "2021-06")], 42, 42),
        ([("2019", "2021")], 14, 36),
        ([("2020", "2020")], 1, 12),
        ([("2020-05", "2020-05")], 1, 1),
        ([("2026-01", "present")], 11, 11),
        ([("2015-01", "2015-12"), ("2020-01", "2020-12")], 24, 24),
        ([("2019-01", "2021-12"), ("2019-01", "2021-12")], 36, 36),
        ([("2021-06", "2020-01")], 0, 0),
        ([("2026-06", "2027-06")], 6, 6),
        ([], 0, 0),
    ],
)
def test_union(periods: list[tuple[str, str]], low: int, high: int) -> None:
    assert months([period(*p) for p in periods], AS_OF) == Band(low, high)


def test_undated_periods_count_nothing() -> None:
    assert months([Period(None, None), Period(YearMonth(2020, 1), None)], AS_OF) == Band(0, 0)


MONTH = st.builds(YearMonth, st.integers(1960, 2026), st.none() | st.integers(1, 12))
PERIOD = st.builds(Period, MONTH, MONTH, st.booleans())


@given(st.lists(PERIOD, max_size=8), PERIOD)
def test_more_positions_never_mean_fewer_months(known: list[Period], more: Period) -> None:
    before, after = months(known, AS_OF), months([*known, more], AS_OF)
    assert 0 <= before.low <= after.low
    assert before.high <= after.high
    alone = months([more], AS_OF)
    assert after.high <= before.high + alone.high


@given(st.lists(PERIOD, max_size=6))
def test_order_and_repetition_do_not_matter(known: list[Period]) -> None:
    assert months(known, AS_OF) == months([*reversed(known), *known], AS_OF)
