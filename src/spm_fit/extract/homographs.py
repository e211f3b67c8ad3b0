"""Words that are verbs in one place only: "Test each release" but "Test plans", "Training staff" but "Training manager"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from spm_fit.extract import word_classes as classes
from spm_fit.extract.words import base_of, singular

# Base forms that can be nothing else: "decarbonize", "gamify".
_ACTS = re.compile(r"[a-z]{3,}(?:i[sz]es?|yses?|ify)")
_SHORTEST = 5
_SHORT_PLURAL = re.compile(r"[a-z]{1,2}s")  # CVs, QAs
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUANTITY = re.compile(r"[\d$€£₹]")
_MARK = re.compile(r"[^\s'’\"“”*]")
_LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement. `gap` is what stands between it and the next one."""

    lower: str
    start: int
    end: int
    gap: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The word at `index` taken for a form of `lemma`, among the words of its statement."""

    words: tuple[Word, ...]
    index: int
    lemma: str
    forms: Mapping[str, str]
    nouns: frozenset[str]
    """Lemmas of which some form is a noun or an adjective too."""

    @property
    def word(self) -> Word:
        """The word itself."""
        return self.words[self.index]

    @property
    def next(self) -> str:
        """The word behind it, or nothing."""
        return self.words[self.index + 1].lower if self.index + 1 < len(self.words) else ""


def is_verb(at: Reading) -> bool:
    """Whether the word is a verb in its place."""
    word, gap = at.word.lower, at.word.gap
    if word in classes.NO_VERBS or gap[:1] == "." or (gap[:1] == ":" and not _is_past(word, at.forms)):
        return False
    if word.endswith("ing") and word != at.lemma:
        return _gerund(at)
    if _is_past(word, at.forms):
        return _participle(at)
    if word not in {at.lemma, at.lemma + "s", at.lemma + "es"}:
        return word not in classes.JOINED or _is_joined_verb(at)
    if at.lemma in at.nouns:
        return _has_object(at)
    if at.next == "of":
        return at.lemma in classes.VERBS_OF
    # "Tech stack: React, Node": one of a list of things, if the others are no verbs.
    return not gap_ends(gap) or gap.strip()[:1] not in {",", "/"} or at.next in at.forms


def _is_joined_verb(at: Reading) -> bool:
    """Whether "setup" and the like are written for a verb: "Setup and configured routers"."""
    return object_follows(at) or (
        at.next == "and" and any(word.lower in at.forms for word in at.words[at.index + 2 : at.index + 3])
    )


def unknown_verb(words: tuple[Word, ...], index: int, forms: Mapping[str, str]) -> str | None:
    """The base of a word that no table holds and that must be a verb by its shape and by what follows."""
    word = words[index].lower
    base = base_of(word)
    at = Reading(words, index, base or word, forms, frozenset())
    if word in classes.NO_VERBS or len(word) < _SHORTEST or not at.next or gap_ends(at.word.gap):
        return None
    if base and word.endswith("ed"):
        phrase = _noun_phrase(at)
        describes = bool(phrase) and (phrase[-1].lower in classes.PERSONS or _is_past(phrase[0].lower, forms))
        return None if describes or not _participle(at) else base
    if object_follows(at) and (base or _ACTS.fullmatch(word)):
        return base or word.removesuffix("s")
    return None


def gap_ends(gap: str) -> bool:
    """Whether what stands between two words ends the phrase."""
    return bool(_MARK.search(gap)) and not _QUANTITY.search(gap)


def object_follows(at: Reading) -> bool:
    """Whether the next word can only begin an object, or tell how: "the", "9", "how", "directly"."""
    gap = at.word.gap
    if at.next in classes.ABOUT:
        gap += at.words[at.index + 1].gap
    quantity = bool(_QUANTITY.search(gap)) and not _YEAR.search(gap)
    adverb = at.next.endswith("ly") and at.next not in classes.NO_ADVERBS
    return quantity or (not gap_ends(gap) and (at.next in classes.OBJECT or adverb))


def _is_compound(first: Word, second: Word) -> bool:
    return (first.lower, singular(second.lower)) in classes.COMPOUNDS


def _noun_phrase(at: Reading) -> list[Word]:
    """The words behind it up to the end of the noun phrase."""
    phrase: list[Word] = []
    for word in at.words[at.index + 1 : at.index + 1 + _LONGEST_PHRASE]:
        if word.lower in classes.STOP:
            break
        phrase.append(word)
        if _MARK.search(word.gap):
            break
    return phrase


def _is_plural(word: str) -> bool:
    return word in classes.MASS or singular(word) != word or bool(_SHORT_PLURAL.fullmatch(word))


def _is_past(word: str, forms: Mapping[str, str]) -> bool:
    return forms.get(word, word) != word and not word.endswith(("s", "ing"))


def _is_adjective(word: str) -> bool:
    return word not in classes.NOT_ADJECTIVE and bool(classes.ADJECTIVE.fullmatch(word))


def _has_object(at: Reading) -> bool:
    """For words that may be nouns: "Lead 5 engineers", "Plan and run tours", "Report to", but no "Design of"."""
    if at.index and at.words[at.index - 1].lower in {"i", "we", "to", "they", "he", "she"}:
        return True
    if not at.next:
        return False
    if object_follows(at):
        return True
    if gap_ends(at.word.gap) or at.next in {"and", "or"}:
        return _listed(at)
    if at.next in classes.STOP:
        return at.next in classes.PREPOSITIONS.get(at.lemma, "").split()
    return _bare_object(at)


def _bare_object(at: Reading) -> bool:
    """Whether a noun without article behind the word is its object."""
    phrase = _noun_phrase(at)
    first, head, base = phrase[0], phrase[-1].lower, at.word.lower == at.lemma
    if _is_compound(at.word, first) or head in classes.PERSONS:
        return False
    if any(word.lower in classes.FINITE for word in phrase[1:]):
        return False
    if at.lemma in classes.NOUNS or (len(phrase) == 1 and _is_past(first.lower, at.forms)):
        return False
    if first.capital and at.word.capital and head.endswith((*classes.NAMES_OF_ACTS, "ing")):
        return False
    if not base or _is_plural(head):
        return True
    if _is_adjective(first.lower):
        return at.lemma not in classes.ADJECTIVES
    return at.lemma in classes.VERBS or _after_adverb(at)


def _after_adverb(at: Reading) -> bool:
    return at.index > 0 and at.words[at.index - 1].lower.endswith("ly")


def _listed(at: Reading) -> bool:
    """Whether the word is one of several verbs in the same form: "Design, test and document ..."."""
    ending = at.word.lower.removeprefix(at.lemma) if at.word.lower.startswith(at.lemma) else at.word.lower[-3:]
    index = at.index + 1
    while index < len(at.words) and at.words[index].lower in {"and", "or"}:
        index += 1
    if index == len(at.words):
        return False
    word = at.words[index].lower
    lemma = at.forms.get(word)
    same = word == lemma if not ending else word != lemma and word.endswith(ending[-1])
    if lemma is None or not same:
        return False
    last = replace(at, index=index, lemma=lemma)
    return is_verb(last) or (not ending and _has_plain_object(last))


def _has_plain_object(at: Reading) -> bool:
    """For the last of several verbs: "Design and test cushioning", but not "Design and release management"."""
    phrase = _noun_phrase(at)
    if gap_ends(at.word.gap) or not phrase or _is_compound(at.word, phrase[0]):
        return False
    return phrase[-1].lower not in classes.PERSONS and not phrase[-1].lower.endswith(classes.NAMES_OF_ACTS)


def _gerund(at: Reading) -> bool:
    word = at.word.lower
    if at.next == "of":
        return False
    if word not in classes.TITLED or object_follows(at):
        return True
    phrase = _noun_phrase(at)
    if phrase and phrase[-1].lower in classes.PERSONS:
        return False
    if word not in classes.ACTIVITIES:
        return True
    if gap_ends(at.word.gap) or at.next in {"and", "or"}:
        return _listed(at)
    if not phrase:
        return at.next in classes.PREPOSITIONS.get(at.lemma, "").split()
    if _is_compound(at.word, phrase[0]):
        return False
    # "Testing a filter" is often written without the article, "Testing lab" has one noun.
    several = len(phrase) > 1 and word not in classes.TRADES
    return several or _is_plural(phrase[-1].lower) or _is_adjective(phrase[0].lower)


def _participle(at: Reading) -> bool:
    """Whether a past form is a verb: "Certified 30 welders", but not "Certified welder" or "Certified in ..."."""
    phrase = _noun_phrase(at)
    if phrase and _is_compound(at.word, phrase[0]):
        return False
    if at.word.lower not in classes.DESCRIBING or object_follows(at):
        return True
    if gap_ends(at.word.gap) or at.next in {"and", "or"}:
        return _listed(at)
    return _is_plural(phrase[-1].lower) if phrase else at.next in classes.PREPOSITIONS.get(at.lemma, "").split()
