"""Phrases with gaps, alternatives and numbers in the words of a sentence."""

from __future__ import annotations

import pytest

from spm_fit.extract.phrases import PhraseIndex, Sentence
from spm_fit.model.phrase import parse

CASES = [
    ("cut churn", "we cut churn", True),
    ("cut churn", "cut the churn", False),
    ("cut .. churn", "cut the yearly customer churn", True),
    ("cut .. churn", "cut one two three four churn", False),
    ("cut ... churn", "cut one two three four five six seven churn", True),
    ("cut|lower churn", "lower churn", True),
    ("talk_to|meet buyer", "talk to buyer", True),
    ("talk_to|meet buyer", "talk buyer", False),
    ("a new? buyer", "a buyer", True),
    ("a new? buyer", "a new buyer", True),
    ("ask <number> .. buyer", "ask 40 small buyer", True),
    ("ask <number> .. buyer", "ask forty buyer", True),
    ("ask <number> .. buyer", "ask 1,200+ buyer", True),
    ("ask <number> .. buyer", "ask dozens of buyer", True),
    ("ask <number> .. buyer", "ask every buyer", False),
    ("ask <number>", "ask 30", True),
    ("ask <number>", "ask", False),
    ("ask all|<number> buyer", "ask three buyer", True),
    # A comma may stand in a gap, never inside a fixed phrase.
    ("cut .. churn", "cut , churn", True),
    ("cut churn", "cut , churn", False),
]


def sentence(text: str) -> Sentence:
    words: list[str] = []
    breaks: list[bool] = []
    mark = False
    for word in text.split():
        if word == ",":
            mark = True
            continue
        words.append(word)
        breaks.append(mark)
        mark = False
    size = len(words)
    return Sentence(tuple(words), tuple(words), tuple(range(size)), tuple(range(1, size + 1)), tuple(breaks))


@pytest.mark.parametrize(("phrase", "text", "found"), CASES)
def test_find(phrase: str, text: str, found: bool) -> None:
    index = PhraseIndex([(parse(phrase), phrase)])
    assert bool(list(index.find(sentence(text)))) is found


def test_a_phrase_cannot_begin_with_what_may_be_missing() -> None:
    with pytest.raises(ValueError, match="may be missing"):
        parse("new? buyer found")


INSERTED = [
    # A word with a mark before it begins a part; what begins like an aside and has parts on both sides is left out.
    ("ranked , with the CTO , three features", "ranked three features"),
    ("led , motivated and , where needed , shielded a team", "led motivated and shielded a team"),
    ("interviewed , over six weeks and in two languages , shop owners", "interviewed shop owners"),
    ("built budgets , plans , reports", None),
    ("with the CTO , ranked features", None),
    ("ranked features , with the CTO", None),
    ("ranked , with more words than an aside has in any resume ever , features", None),
]


@pytest.mark.parametrize(("text", "shorter"), INSERTED, ids=[text for text, _ in INSERTED])
def test_insertions_are_left_out(text: str, shorter: str | None) -> None:
    found = sentence(text).without_insertions()
    assert (None if found is None else " ".join(found.forms)) == shorter


def test_phrases_reach_over_insertions_with_their_places() -> None:
    whole = sentence("ranked , with the CTO , three features")
    shorter = whole.without_insertions()
    assert shorter is not None
    (hit,) = PhraseIndex([(parse("ranked .. features"), "x")]).find(shorter)
    assert (shorter.starts[hit.first], shorter.ends[hit.last]) == (whole.starts[0], whole.ends[-1])
