"""Nobody is judged otherwise for a name, a pronoun, an address, a school: a spread of the pairs that `make fairness` runs."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest
from benchmarks.fairness.judging import differences, judged
from benchmarks.fairness.pairs import Pair, pairs
from benchmarks.fairness.writing import Person, bases, swaps, written

from spm_fit.model.anonymous import anonymous

ALL = list(pairs())
PARTS, OF_EACH_SORT = 4, 6
SORTS = Counter(pair.sort for pair in ALL)


def spread(pairs: list[Pair], size: int) -> list[Pair]:
    """So many pairs from all over a list."""
    return pairs[size // 2 :: max(1, len(pairs) // size)][:size]


SAMPLE = [pair for sort in SORTS for pair in spread([pair for pair in ALL if pair.sort == sort], OF_EACH_SORT)]


def test_there_are_enough_pairs_and_names() -> None:
    assert len(ALL) >= 16_000
    assert len(set(ALL)) == len(ALL)
    names = swaps()["names"]
    assert len(set(names)) >= 80
    words = {word for name in names for word in name.split()}
    assert words >= {"Ruby", "Julia", "Jade", "Go", "Cook", "Baker", "Mason", "Delphi"}


def test_the_sample_has_every_resume_and_every_sort() -> None:
    assert {pair.base for pair in SAMPLE} == set(bases())
    assert {pair.sort for pair in SAMPLE} == set(SORTS)


@pytest.mark.parametrize("part", range(PARTS))
def test_swapping_the_person_changes_nothing(part: int) -> None:
    assert [(found.pair, found.what) for found in differences(islice(SAMPLE, part, None, PARTS))] == []


def test_the_order_of_all_resumes_stays() -> None:
    orders = []
    for person in (Person(), Person(name="Julia Cook", school="Delphi University", details=("Age: 61",), told=False)):
        totals = {base: judged(base, person, "txt")["total"] for base in bases()}
        orders.append(sorted(totals, key=lambda base: -totals[base]))
    assert orders[0] == orders[1]


def test_names_and_ways_to_reach_are_removed(resume) -> None:
    """Of every name in turn, with other details each; what is promised is 98 of 100 addresses and 95 of 100 names."""
    mixed = [pair for pair in ALL if pair.sort == "everything"]
    people = list({pair.other.name: pair for pair in mixed[::9]}.values())
    assert len(people) >= 80
    left: Counter[str] = Counter()
    for pair in people:
        found = anonymous(resume(written(pair.base, pair.other)))
        person, text = pair.other, found.document.text
        left["email"] += person.email in text
        left["phone"] += person.phone in text
        left["name"] += any(name in text for name in (person.name, person.name.upper()))
    assert left["email"] <= 0.02 * len(people)
    assert left["phone"] <= 0.02 * len(people)
    assert left["name"] <= 0.05 * len(people)


def test_a_difference_is_seen() -> None:
    """The measure itself: another statement is no swap."""
    other = Pair("none", "weak", "txt", Person(), Person(told=True))
    assert [found.pair for found in differences([other])] == [other]
