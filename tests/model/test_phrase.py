"""The phrase language: what parses and what is refused."""

from __future__ import annotations

import pytest

from spm_fit.model.phrase import Step, parse, same


@pytest.mark.parametrize(
    ("phrase", "steps"),
    [
        ("roadmap", (Step((("roadmap",),)),)),
        ("define|set vision", (Step((("define",), ("set",))), Step((("vision",),)))),
        ("talk_to|meet user", (Step((("talk", "to"), ("meet",))), Step((("user",),)))),
        ("cut .. churn", (Step((("cut",),)), Step((("churn",),), skip=3))),
        ("cut ... churn", (Step((("cut",),)), Step((("churn",),), skip=7))),
        ("=lead a? team", (Step((("lead",),), exact=True), Step((("a",),), optional=True), Step((("team",),)))),
        ("c++", (Step((("c++",),)),)),
    ],
)
def test_parse(phrase: str, steps: tuple[Step, ...]) -> None:
    assert parse(phrase) == steps


@pytest.mark.parametrize("phrase", ["", ".. a", "a ..", "a .. .. b", "a|", "|a", "a?", "a_", "a =b|=c"])
def test_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="'"):
        parse(phrase)


@pytest.mark.parametrize(
    ("a", "b"), [("Go-to-Market", "go to market"), ("A/B Test", "ab test"), ("user story", "userstory")]
)
def test_same(a: str, b: str) -> None:
    assert same(a) == same(b)
