"""What opens a statement: the verb in its base form, and its strength."""

from __future__ import annotations

import pytest

from spm_fit.extract.verbs import VerbTable
from spm_fit.model.taxonomy import Taxonomy

CASES = [
    # plain verbs in any form and spelling
    ("Led a team of nine", "lead", "strong"),
    ("Cutting churn by a third", "cut", "strong"),
    ("Organises the weekly review", "organize", "neutral"),
    ("Wrote the letters that customers answer", "write", "neutral"),
    ("De-risked the launch with a pilot", "de-risk", "strong"),
    ("Co-founded the guild", "co-found", "strong"),
    # after adverbs, pronouns and labels
    ("Successfully led the migration", "lead", "strong"),
    ("I built the first version", "build", "strong"),
    ("Also managed two vendors", "manage", "strong"),
    ("Market analysis: Compared nine rivals", "compare", "neutral"),
    ("Define what our models must do: collect needs", "define", "strong"),
    # several verbs: the first counts
    ("Developed, tested and shipped the module", "develop", "strong"),
    # weak phrases; "Tasked with" has a verb, "Responsible for" has none
    ("Responsible for the backlog", None, "weak"),
    ("Helped the team with tests", "help", "weak"),
    ("Worked on the onboarding flow", "work", "weak"),
    ("Assisted with the audit", "assist", "weak"),
    ("Participated in sprint reviews", "participate", "weak"),
    ("Tasked with the rollout", "task", "weak"),
    ("In charge of three shops", None, "weak"),
]
NO_VERB = [
    "Lead Product Manager",
    "Product marketing for small firms",
    "Marketing of the new module",
    "Project manager for two banks",
    "94 % of orders on time",
    "Daily contact with suppliers",
]


@pytest.fixture(scope="module")
def table(knowledge: Taxonomy) -> VerbTable:
    return VerbTable.of(knowledge.verbs)


@pytest.mark.parametrize(("text", "lemma", "strength"), CASES)
def test_opening_verbs(text: str, lemma: str | None, strength: str, table: VerbTable) -> None:
    found = table.opening(text)
    assert found is not None
    start, end, base, level = found
    assert (base, level.value) == (lemma, strength)
    assert text[start:end].strip() == text[start:end] != ""


@pytest.mark.parametrize("text", NO_VERB)
def test_what_opens_with_no_verb(text: str, table: VerbTable) -> None:
    assert table.opening(text) is None
