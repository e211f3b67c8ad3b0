"""The language in which skills/ writes what people say; skills/README.md describes it for its writers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

GAPS = {"..": 3, "...": 7}
# Stands for any number, in digits or in words.
NUMBER = "<number>"
# A word: letters and digits with the marks that belong to names of things ("c++", ".net", "p&l", "node.js", "o'clock").
_WORD = re.compile(r"[^\s|?=_]+")


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a phrase: `choices` are its alternatives, each a sequence of words.

    `skip` is how many other words may stand before it. `exact` words match only as written, `optional` ones may be missing.
    """

    choices: tuple[tuple[str, ...], ...]
    skip: int = 0
    exact: bool = False
    optional: bool = False


@lru_cache(maxsize=1 << 16)
def parse(phrase: str) -> tuple[Step, ...]:
    """The steps of a phrase.

    Raises:
        ValueError: it is not of the language; the message says why.
    """
    steps: list[Step] = []
    skip = 0
    for part in phrase.split():
        if part in GAPS:
            if not steps:
                raise ValueError(f"'{phrase}' begins with a gap")
            if skip:
                raise ValueError(f"'{phrase}' has two gaps in a row")
            skip = GAPS[part]
            continue
        steps.append(_step(part, phrase, skip))
        skip = 0
    if skip:
        raise ValueError(f"'{phrase}' ends with a gap")
    if not steps or all(step.optional for step in steps):
        raise ValueError(f"'{phrase}' names no word")
    if steps[0].optional or (steps[-1].optional and steps[-1].skip):
        raise ValueError(f"'{phrase}' begins or ends with a word that may be missing")
    return tuple(steps)


def _step(part: str, phrase: str, skip: int) -> Step:
    exact, optional = part.startswith("="), part.endswith("?")
    body = part[1 if exact else 0 : -1 if optional else None]
    choices = []
    for choice in body.split("|"):
        words = tuple(choice.split("_"))
        if not all(_WORD.fullmatch(word) for word in words):
            raise ValueError(f"'{phrase}' has an empty alternative or a stray mark in '{part}'")
        choices.append(words)
    return Step(tuple(choices), skip, exact, optional)


@lru_cache(maxsize=1 << 14)
def same(phrase: str) -> str:
    """A phrase without what does not tell two aliases apart: case, hyphens, slashes, spaces."""
    return re.sub(r"[\s\-/]+", "", phrase.casefold())


def in_sentence(name: str) -> str:
    """A skill's name inside a sentence: "User research" as "user research", "OKRs" and "UX design" as they are."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
