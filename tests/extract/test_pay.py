"""Pay in any notation, and no other money."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from spm_fit.model.finding import Extraction

HEAD = "Senior Product Manager\n\nExample Ltd builds software for dentists.\n\n"
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "pay.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("line", "pay"), CASES, ids=[line for line, _ in CASES])
def test_pay(line: str, pay: list[object] | None, posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}{line}\n").posting.pay
    assert (found and [found.min, found.max, found.currency, found.period]) == pay


def test_the_least_and_the_most_of_a_table_stand_under_each_other(posting: Callable[[str], Extraction]) -> None:
    found = posting(f"{HEAD}Salary\n\nGrade 9\n$61,300\n$79,900\n\nApply by 3 May.\n").posting.pay
    assert found is not None
    assert (found.min, found.max) == (61_300, 79_900)


def test_pay_of_other_jobs_below_is_not_this_one(posting: Callable[[str], Extraction]) -> None:
    text = f"{HEAD}Requirements\n- SQL\n\nSimilar jobs\nAnalyst, $70,000 - $80,000 a year\n"
    assert posting(text).posting.pay is None
