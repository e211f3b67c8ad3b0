"""Words in one form each: inflections and British spellings resolved by a closed table, plurals by rule.

A generated table beats a lemmatizer on the words of resumes and costs nothing at run time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spm_fit.model.phrase import Step, parse
from spm_fit.model.taxonomy import Skill, Verbs

# American -> British, as endings of base forms.
_BRITISH = (("ize", "ise"), ("yze", "yse"), ("or", "our"), ("er", "re"), ("fill", "fil"), ("roll", "rol"))
_OUR = {"color", "favor", "honor", "labor", "endeavor", "behavior", "flavor", "harbor", "humor", "neighbor"}
_RE = {"center"}
_FIL = {"fulfill", "enroll"}
_DOUBLE_L = set("model travel label level channel cancel counsel signal total fuel initial program".split())
_PLURALS = {
    "analyses": "analysis", "hypotheses": "hypothesis", "theses": "thesis", "crises": "crisis", "bases": "base",
    "people": "person", "men": "man", "women": "woman", "children": "child", "indices": "index", "criteria": "criterion",
    "data": "data", "series": "series", "news": "news", "always": "always", "aws": "aws", "ios": "ios", "saas": "saas",
    "programme": "program", "programmes": "program", "judgement": "judgment", "catalogue": "catalog",
    "cheque": "check", "organisational": "organizational", "centre": "center", "behaviour": "behavior",
    "behavioural": "behavioral", "behaviours": "behavior", "&": "and",
}  # fmt: skip
_ISATION = re.compile(r"isation(s?)$")
_ESES = re.compile(r"(?:s|x|z|ch|sh)es$")
_MEMORY = 50_000
_VOWELS = frozenset("aeiou")
_SPLIT = re.compile(r"[\s\-/]+")


class Normalizer:
    """Maps a word as written to the one form under which phrases look it up."""

    def __init__(self, forms: dict[str, str], own: Iterable[str] = ()) -> None:
        self._forms = {**forms, **{word: word for word in own}}
        self._seen: dict[str, str] = {}

    @property
    def table(self) -> dict[str, str]:
        """The closed part: inflections with their bases."""
        return dict(self._forms)

    def __call__(self, word: str) -> str:
        """The form of one lower-case word."""
        known = self._forms.get(word) or self._seen.get(word)
        if known is None:
            # A worker that reads thousands of documents must not keep all their words.
            if len(self._seen) > _MEMORY:
                self._seen.clear()
            known = self._seen[word] = self._rule(word)
        return known

    def _rule(self, word: str) -> str:
        if word in _PLURALS:
            return _PLURALS[word]
        word = _ISATION.sub(r"ization\1", word)
        single = singular(word)
        return self._forms.get(single, _PLURALS.get(single, single))

    def phrase(self, phrase: str) -> tuple[Step, ...]:
        """The steps of a phrase with every word in its form; exact words stay as written."""
        return tuple(
            Step(
                tuple(self._choice(choice, exact=step.exact) for choice in step.choices),
                step.skip,
                step.exact,
                step.optional,
            )
            for step in parse(phrase)
        )

    def _choice(self, words: tuple[str, ...], *, exact: bool) -> tuple[str, ...]:
        if exact:
            return words
        return tuple(self(part) for word in words for part in pieces(word))


def pieces(word: str) -> list[str]:
    """A written word as the words that text is cut into: "a/b" is two, "bachelor's" is one."""
    bare = word.lower().replace("\u2019", "'").removesuffix("'s")
    return [part for part in _SPLIT.split(bare) if part] or [word]


def singular(word: str) -> str:
    """A noun without its plural ending; other words are left alone."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("heses"):
        return word[:-2] + "is"
    if _ESES.search(word) and not word.endswith(
        ("ases", "uses", "oses", "ises", "izes", "nses", "rses", "lses", "aches", "azes")
    ):
        return word[:-2]
    return word[:-1]


def verb_forms(verbs: Verbs) -> dict[str, str]:
    """Every form of every verb, in both spellings, with its base."""
    irregular = dict(verbs.irregular)
    double = set(verbs.double)
    table: dict[str, str] = {}
    for phrase in (*verbs.strong, *verbs.neutral, *verbs.weak, *irregular):
        base = phrase.split()[0]
        for spelled in {base, british(base)}:
            for form in (*inflect(spelled, double=base in double or base in _DOUBLE_L), *irregular.get(base, ())):
                table.setdefault(form, base)
        if base in _DOUBLE_L:
            for form in inflect(base, double=False):
                table.setdefault(form, base)
    # Text is matched word by word: "de-risked" is "de" and "risked".
    for tail in sorted({base.rpartition("-")[2] for base in table.values() if "-" in base} - set(table)):
        table.update({form: tail for form in inflect(tail, double=tail in double) if form not in table})
    return table | {base: base for base in irregular}


def british(base: str) -> str:
    """The British spelling of a verb's base form, or the same word."""
    for american, other in _BRITISH:
        if not base.endswith(american):
            continue
        if (american == "or" and base not in _OUR) or (american == "er" and base not in _RE):
            continue
        if american in {"fill", "roll"} and base not in _FIL:
            continue
        if american == "ize" and len(base) <= 4:
            continue
        return base[: -len(american)] + other
    return base


def inflect(base: str, *, double: bool) -> tuple[str, str, str, str]:
    """Base, third person, past and gerund of a regular verb."""
    if base.endswith("y") and len(base) > 1 and base[-2] not in _VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if base.endswith("ie"):
        return base, third, base + "d", base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base, third, base + "d", base[:-1] + "ing"
    if base.endswith("e"):
        return base, third, base + "d", base + "ing"
    stem = base + base[-1] if double else base
    return base, third, stem + "ed", stem + "ing"


def normalizer(verbs: Verbs, skills: Iterable[Skill]) -> Normalizer:
    """The normalizer of a taxonomy: its verbs, and the inflections of the words in its phrases."""
    forms = verb_forms(verbs)
    own = set(verbs.own_words)
    words = {
        part
        for skill in skills
        for phrase in (*skill.aliases, *skill.patterns, *skill.claims, *skill.excludes)
        for step in parse(phrase)
        if not step.exact
        for choice in step.choices
        for word in choice
        for part in pieces(word)
        if part.isalpha() and len(part) > 2
    }
    for word in sorted(words - own):
        if word not in forms and word.endswith(("ize", "ate", "ect", "ide", "ure", "ish", "ine", "oom", "rse")):
            for form in inflect(word, double=False):
                forms.setdefault(form, word)
    return Normalizer(forms, own)
