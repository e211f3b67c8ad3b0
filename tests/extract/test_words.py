"""Words in one form: inflections, spellings, plurals."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from spm_fit import taxonomy
from spm_fit.extract.words import (
    Normalizer,
    base_of,
    british,
    forms_of,
    regular,
    second_spellings,
    singular,
    verb_forms,
)

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "words.yaml").read_text("utf-8"))
VERBS = taxonomy.load().verbs
FORMS, SECOND = verb_forms(VERBS), second_spellings(VERBS)
IRREGULAR, DOUBLE = dict(VERBS.irregular), frozenset(VERBS.double)
BASES = sorted(set(FORMS.values()))


@pytest.mark.parametrize(("form", "base"), CASES["verbs"].items())
def test_forms_of_verbs(form: str, base: str) -> None:
    assert FORMS.get(form) == base


@pytest.mark.parametrize(("noun", "single"), CASES["nouns"].items())
def test_singulars(noun: str, single: str) -> None:
    assert Normalizer({})(noun) == single
    assert singular(single) == single


@pytest.mark.parametrize(("form", "base"), CASES["unknown"].items())
def test_bases_of_unknown_verbs(form: str, base: str | None) -> None:
    assert base_of(form) == base


@given(st.sampled_from(BASES))
def test_every_form_leads_back_to_its_verb(base: str) -> None:
    for form in forms_of(base, IRREGULAR, DOUBLE):
        owner = FORMS[form]
        assert owner == base or form in forms_of(owner, IRREGULAR, DOUBLE)


@given(st.sampled_from(sorted(SECOND)))
def test_british_forms_have_an_american_and_a_british_base(form: str) -> None:
    assert form in regular(SECOND[form], DOUBLE)
    assert SECOND[form] != FORMS[form]
    assert FORMS[SECOND[form]] == FORMS[form]


@pytest.mark.parametrize(
    ("american", "other"),
    [("organize", "organise"), ("analyze", "analyse"), ("labor", "labour"), ("center", "centre"), ("enroll", "enrol")],
)
def test_british_spelling(american: str, other: str) -> None:
    assert british(american) == other
    assert SECOND[other] == other


@pytest.mark.parametrize("word", ["advertise", "size", "mentor", "deliver", "fill", "scroll", "error"])
def test_words_that_are_spelled_in_one_way(word: str) -> None:
    assert british(word) == word


def test_what_is_guessed_is_what_the_table_knows() -> None:
    """The rules for unknown verbs, tried on the known regular ones."""
    known = [base for base in BASES if base not in IRREGULAR and "-" not in base]
    right = [base for base in known if base_of(regular(base, DOUBLE)[2]) == base]
    assert len(right) > 0.95 * len(known)


@given(st.text(alphabet=st.characters(min_codepoint=97, max_codepoint=122), max_size=12))
def test_a_singular_is_no_longer_than_its_plural(word: str) -> None:
    assert len(singular(word)) <= len(word) + 2
    assert singular(word) != "" or not word
