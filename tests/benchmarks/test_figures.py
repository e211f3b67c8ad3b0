"""The arithmetic of the accuracy runner, on answers that are made up here."""

from __future__ import annotations

import math

import pytest
from benchmarks.accuracy import figures
from benchmarks.accuracy.count import Count, answer, items, shown
from benchmarks.accuracy.match import pairs, same_quantity, same_start, same_title
from benchmarks.accuracy.rank import auc, spearman
from benchmarks.accuracy.results import Document


@pytest.mark.parametrize(
    ("label", "text", "same"),
    [
        ("Led the billing team", "• Led the billing team of nine", True),
        ("Led the billing team", "Led the billing", False),
        ("Led the Billing-Team", "led the billing team", True),
        ("One two three four five sixteen", "one two three four five sixte-", True),  # the first 24 letters decide
        ("Led billing", "Was leading: led billing", False),
        ("", "Led", False),
        ("—", "Led", False),
    ],
)
def test_statements_agree_in_their_first_words(label: str, text: str, same: bool) -> None:
    assert same_start(label, text) is same


@pytest.mark.parametrize(
    ("label", "text", "same"),
    [
        ("Product Manager, Checkout", "Product Manager", True),
        ("Product Manager", "Product Manager (Checkout)", True),
        ("Product Manager", "Program Manager", False),
        ("Product Manager", "", False),
    ],
)
def test_titles_agree_if_one_holds_the_other(label: str, text: str, same: bool) -> None:
    assert same_title(label, text) is same


@pytest.mark.parametrize(
    ("label", "text", "same"),
    [
        ("25%", "25 %", True),
        ("$1.2M", "$1.2 million", True),
        ("1,100", "1100 customers", True),
        ("from 2.1% to 2.9%", "2.9%", True),
        ("12", "team of 12", True),
        ("12", "120", False),
        ("3x", "3", True),
        ("two squads", "two", True),
        ("two", "three", False),
        ("two", "2", False),
        ("a third", "33%", False),
        ("from 12 to 5 days", "5 days", False),
    ],
)
def test_quantities_agree_if_all_numbers_of_one_are_in_the_other(label: str, text: str, same: bool) -> None:
    assert same_quantity(label, text) is same
    assert same_quantity(text, label) is same


def test_each_item_is_paired_once_and_the_first_that_fits() -> None:
    assert pairs(["a", "a", "b"], ["b", "a", "c"]) == [(0, 1), (2, 0)]
    assert pairs([1], []) == pairs([], [1]) == []


def test_lists_count_what_is_right_missed_and_invented() -> None:
    assert items(["a", "a", "b"], ["a", "c"]) == Count(1, 2, 1, 3, ("a", "b"), ("c",))


def test_a_wrong_answer_is_told_once() -> None:
    assert answer("lead", "ship", "Led the team") == Count(0, 1, 0, 1, ('lead, not ship in "Led the team"',))
    assert answer(None, None) == Count(1, 1, 1, 1)
    assert answer("87 months", "85", right=True).wrong == 0


def test_texts_of_documents_are_shown_on_one_short_line_without_control_characters() -> None:
    assert shown("a\x1b[31m\nb\u202e") == "a [31m b"
    assert shown("x" * 100) == "x" * 59 + "…"


def documents(*counts: Count, name: str = "skills") -> list[Document]:
    return [Document(str(i), "resume", "", 50.0, 50.0, {name: count}) for i, count in enumerate(counts)]


def test_figures_are_made_of_the_items_of_all_documents() -> None:
    read = documents(Count(2, 4, 2, 2), Count(1, 1, 1, 6))
    assert figures.precision_recall("skills", read) == (3 / 5, 3 / 8)
    assert figures.value("skills", read) == pytest.approx(6 / 13)
    assert figures.size("skills", read) == (2, 8)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (Count(), None),
        (Count(0, 3, 0, 0), 0.0),
        (Count(0, 0, 0, 3), 0.0),
        (Count(0, 2, 0, 3), 0.0),
        (Count(2, 2, 2, 2), 1.0),
    ],
)
def test_nothing_to_measure_is_no_figure_and_nothing_right_is_zero(count: Count, expected: float | None) -> None:
    assert figures.value("skills", documents(count)) == expected


def test_answers_are_a_share() -> None:
    assert figures.value("openers", documents(Count(1, 3, 1, 3), Count(1, 1, 1, 1), name="openers")) == 2 / 4


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([1, 2, 3, 4], [10, 20, 30, 99], 1.0),
        ([1, 2, 3, 4], [4, 3, 2, 1], -1.0),
        ([1, 2, 3, 4, 5], [5, 6, 7, 8, 7], 0.8207826816681233),  # one tie
        ([1, 2, 3], [7, 7, 7], 0.0),
        ([1, 2], [1, 2], None),
    ],
)
def test_spearman(one: list[float], other: list[float], expected: float | None) -> None:
    assert spearman(one, other) == (None if expected is None else pytest.approx(expected))


def test_auc() -> None:
    assert auc([3, 5], [1, 3]) == 3.5 / 4
    assert auc([], [1]) is auc([1], []) is None


def test_the_interval_is_the_same_every_time_and_holds_the_value() -> None:
    read = documents(*(Count(i, 10, i, 10) for i in range(11)))
    low, high = figures.interval(lambda some: figures.value("skills", some), read) or (math.nan, math.nan)
    assert (low, high) == figures.interval(lambda some: figures.value("skills", some), read)
    assert 0.2 < low < 0.5 < high < 0.8


def test_one_document_alone_and_documents_without_the_figure() -> None:
    assert figures.interval(lambda some: figures.value("skills", some), documents(Count(1, 2, 1, 2))) == (0.5, 0.5)
    assert figures.interval(lambda some: figures.value("skills", some), documents(Count())) is None
