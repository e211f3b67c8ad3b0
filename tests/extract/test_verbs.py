"""What opens a statement: the verb in its base form, and its strength."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from spm_fit import taxonomy
from spm_fit.extract.verbs import VerbTable
from spm_fit.model.finding import Extraction

CASES = [
    case
    for group in yaml.safe_load((Path(__file__).parent / "cases" / "verbs.yaml").read_text("utf-8")).values()
    for case in group
]
TABLE = VerbTable.of(taxonomy.load().verbs)
# A statement, and the words of it that are shown as its opener.
SHOWN = [
    ("Led a team of nine", "Led"),
    ("Successfully led a team of nine", "led"),
    ("Rolled out a CRM to 300 users", "Rolled out"),
    ("Overall responsibility for 30 staff", "responsibility for"),
    ("Was responsible\nfor 30 staff", "responsible\nfor"),
    ("Pricing: moved from seats to usage", "moved"),
    ("(2019) Opened a studio", "Opened"),
    ("BuiltÂ a kiosk app", "Built"),
]
STATEMENTS = ["led a team of nine", "wrote the style guide", "helped the team with tests", "decarbonised the fleet"]


@pytest.mark.parametrize(("text", "lemma", "strength"), CASES, ids=[case[0] for case in CASES])
def test_opening_verbs(text: str, lemma: str | None, strength: str) -> None:
    found = TABLE.opening(text)
    assert ((None, "none") if found is None else (found[2], found[3].value)) == (lemma, strength)


@pytest.mark.parametrize(("text", "opener"), SHOWN)
def test_where_the_opener_stands(text: str, opener: str) -> None:
    found = TABLE.opening(text)
    assert found is not None
    assert text[found[0] : found[1]] == opener


@pytest.mark.parametrize(
    "before", ["Successfully ", "I ", "I also ", "We have ", "Growth: ", "In 2019, ", "- ", "(2021) ", "3. "]
)
@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_stands_before_changes_nothing(before: str, statement: str) -> None:
    bare, found = TABLE.opening(statement), TABLE.opening(before + statement)
    assert bare is not None
    assert found is not None
    assert (found[0] - len(before), *found[2:]) == (bare[0], *bare[2:])


@given(st.text(alphabet=st.sampled_from("aeIilnrstd -–:;,./()[]&'’0129%$•Â\n"), max_size=60) | st.text(max_size=40))
def test_any_text_has_an_opener_inside_it_or_none(text: str) -> None:
    found = TABLE.opening(text)
    if found is not None:
        start, end, lemma, _ = found
        assert 0 <= start < end <= len(text)
        assert lemma is None or lemma == lemma.lower() != ""


def test_what_came_of_it_makes_a_plain_verb_strong() -> None:
    plain, strong = TABLE.opening("Identified nine suppliers"), TABLE.opening("Identified savings of $90k")
    assert plain is not None
    assert strong is not None
    assert (plain[3].value, strong[3].value) == ("neutral", "strong")


def test_every_bullet_of_a_resume_has_its_verb(resume: Callable[[str], Extraction]) -> None:
    text = "Experience\n\nProduct Manager, Example Ltd\nJan 2020 - Dec 2021\n- Organised a fair\n- Responsible for stock\n- Head of a ward\n"
    verbs = [bullet.verb for bullet in resume(text).bullets]
    assert [verb and (verb.lemma, verb.strength.value) for verb in verbs] == [
        ("organise", "neutral"),
        (None, "weak"),
        None,
    ]
