"""Finds phrases with gaps in a sentence. Patterns are looked up by their first word, so their number costs little."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from spm_fit.model.phrase import NUMBER, Step

T = TypeVar("T")
# What stands between marks and begins like this may be left out: "ranked, with the CTO, three features".
_INSERTED = frozenset(
    """
    across after along alongside although as at before by despite during for from if in including incl on over since
    through throughout together under when where which while who whom with within without
    """.split()
)
_LONGEST_INSERTION = 8
_DIGITS = re.compile(r"\d[\d.,]*[km]?\+?")
_NUMBERS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty thirty
    forty fifty sixty seventy eighty ninety hundred thousand dozen dozens hundreds several
    """.split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence: normal forms, words as written, offsets, and whether punctuation stands before each."""

    forms: tuple[str, ...]
    written: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[bool, ...]

    def without_insertions(self) -> Sentence | None:
        """The sentence without what is inserted between two marks; None if nothing is."""
        starts = [0, *(number for number, mark in enumerate(self.breaks) if mark and number), len(self.forms)]
        left_out = [
            range(first, end)
            for first, end in pairwise(starts[1:-1])
            if self.forms[first] in _INSERTED and end - first <= _LONGEST_INSERTION
        ]
        if not left_out:
            return None
        gone = {number for words in left_out for number in words}
        joined = {words.stop for words in left_out}
        kept = [number for number in range(len(self.forms)) if number not in gone]
        return Sentence(
            tuple(self.forms[number] for number in kept),
            tuple(self.written[number] for number in kept),
            tuple(self.starts[number] for number in kept),
            tuple(self.ends[number] for number in kept),
            tuple(self.breaks[number] and number not in joined for number in kept),
        )


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Words `first` up to and including `last` of a sentence match the phrase of `value`."""

    first: int
    last: int
    value: T


class PhraseIndex(Generic[T]):
    """Phrases, each with a value; `find` gives every one that matches, shortest gap first."""

    def __init__(self, entries: Iterable[tuple[tuple[Step, ...], T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[Step, ...], frozenset[str], T]]] = defaultdict(list)
        for steps, value in entries:
            needed = [step for step in steps[1:] if not step.optional]
            last = frozenset(choice[0] for choice in needed[-1].choices) if needed else frozenset()
            if NUMBER in last:
                last = frozenset()
            for head in {choice[0].lower() for choice in steps[0].choices}:
                self._by_first[head].append((steps, last if needed and not needed[-1].exact else frozenset(), value))

    def find(self, sentence: Sentence) -> Iterator[Hit[T]]:
        """All matches in one sentence."""
        words = frozenset(sentence.forms)
        for index, (form, written) in enumerate(zip(sentence.forms, sentence.written, strict=True)):
            heads = (form,) if form == written.lower() else (form, written.lower())
            for head in heads:
                for steps, last, value in self._by_first.get(head, ()):
                    if last and last.isdisjoint(words):
                        continue
                    end = _match(sentence, steps, index)
                    if end is not None:
                        yield Hit(index, end - 1, value)


def _match(sentence: Sentence, steps: tuple[Step, ...], at: int, *, first: bool = True) -> int | None:
    """The end of the match of `steps` whose first word stands at `at`, or None."""
    if not steps:
        return at
    step, rest = steps[0], steps[1:]
    # A comma may stand in a gap, never between the words of a fixed phrase.
    joined = not first and not step.skip
    for here in range(at, min(at + step.skip + 1, len(sentence.forms))):
        for choice in step.choices:
            end = here + len(choice)
            if any(sentence.breaks[here + (not joined) : end]) or not _same(sentence, choice, here, end, step.exact):
                continue
            reached = _match(sentence, rest, end, first=False)
            if reached is not None:
                return reached
    if step.optional:
        return _match(sentence, rest, at, first=False)
    return None


def _same(sentence: Sentence, choice: tuple[str, ...], here: int, end: int, exact: bool) -> bool:
    if not exact:
        return sentence.forms[here:end] == choice or (choice == (NUMBER,) and _is_number(sentence.forms[here]))
    words = sentence.written[here:end]
    # Capitals in the phrase are meant; small letters match any case.
    return words == choice or tuple(word.lower() for word in words) == choice


def _is_number(word: str) -> bool:
    return word in _NUMBERS or bool(_DIGITS.fullmatch(word))
