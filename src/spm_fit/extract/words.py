"""Words in one form each: inflections and British spellings resolved by a generated table, plurals by rule.

A generated table beats a lemmatizer on the words of resumes and costs nothing at run time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spm_fit.model.phrase import Step, parse
from spm_fit.model.taxonomy import Skill, Verbs

# American -> British, as endings of base forms.
_BRITISH = (("ize", "ise"), ("yze", "yse"), ("or", "our"), ("er", "re"), ("fill", "fil"), ("roll", "rol"))
_OUR = frozenset(
    "armor behavior color endeavor favor flavor harbor honor humor labor neighbor rumor savor vapor".split()
)
_RE = {"center"}
_FIL = {"fulfill", "enroll"}
_SPELLINGS = {
    "programme": "program", "programmes": "program", "judgement": "judgment",
    "catalogue": "catalog", "cheque": "check", "organisational": "organizational", "centre": "center",
    "behaviour": "behavior", "behavioural": "behavioral", "behaviours": "behavior", "&": "and",
}  # fmt: skip
_PLURALS = {
    "analyses": "analysis", "bases": "base", "crises": "crisis", "axes": "axis", "diagnoses": "diagnosis",
    "synopses": "synopsis", "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "indices": "index", "appendices": "appendix",
    "matrices": "matrix", "vertices": "vertex", "criteria": "criterion", "phenomena": "phenomenon", "quizzes": "quiz",
    "lenses": "lens", "kpis": "kpi", "apis": "api", "taxis": "taxi", "wikis": "wiki", "emojis": "emoji", "skus": "sku",
    "menus": "menu", "cpus": "cpu", "gpus": "gpu", "gurus": "guru",
}  # fmt: skip
# Singulars that end in "s", and plurals without one.
_WHOLE = frozenset(
    """
    data series species news aws ios saas paas iaas sas jenkins kubernetes windows redis lens canvas atlas bias gas alias
    always perhaps christmas physics mathematics economics ethics politics genetics athletics
    """.split()
)
_IE = frozenset("movie cookie calorie pie tie lie die rookie brownie selfie hoodie smoothie zombie".split())
_OE = frozenset("shoe toe canoe foe hoe oboe".split())
_USE = frozenset("use reuse excuse abuse fuse muse ruse refuse".split())
_VES = frozenset("calf elf half leaf loaf self shelf thief wolf knife life wife".split())
_ISATION = re.compile(r"isation(s?)$")
_ESES = re.compile(r"(?:s|x|z|ch|sh)es$")
_MEMORY = 50_000
_VOWELS = frozenset("aeiou")
_SPLIT = re.compile(r"[\s\-/]+")
_VOWEL = re.compile(r"[aeiouy]")
# One syllable that ends in one vowel and one consonant: "plan" doubles its "n", "train" and "test" do not.
_SHORT = re.compile(r"[^aeiou]*(?:qu)?[aeiouy][^aeiouwxy]")
# "travel", "fuel", "total", but not "mail" or "reveal".
_EL = re.compile(r"(?:[aeiouy].*[^aeiou][aeiou]|[iu][aeo])l$")
_PREFIXES = ("co", "cross", "fore", "mis", "out", "over", "pre", "re", "un", "under", "up", "with")
_INFLECTED = re.compile(r"([a-z-]{2,}?)(ied|ed|ing)")
# Endings of stems that have lost an "e": "geocod(e)", "dispatch" has not.
_SILENT_E = re.compile(
    r"(?:[^aeo]at|[cgvuz]|[^s]s|[^aeioulrw]l|[^aeou][iu]l|[^aeo][aiu]r|[^aeo][aiou]d|[^aeiou]in|yp|[^o]ut|ib|[^aeiou](?:ap|am|um)"
    r"|(?:^|^de|^mis|^pre|^re|^un)(?:[^aeiou]|qu|s[ckmnp]|[bcdfgpstw][hlrtw])[aeiouy][^aeiouwxy])$"
)


# Whoever is spoken of, man or woman: "took her under my wing" is "took him under my wing".
_PERSONS = dict.fromkeys(("he", "she"), "they") | dict.fromkeys(("him", "his", "her", "them"), "their")


class Normalizer:
    """Maps a word as written to the one form under which phrases look it up."""

    def __init__(self, forms: dict[str, str], own: Iterable[str] = ()) -> None:
        self._forms = {**_PERSONS, **forms, **{word: word for word in own}}
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
        if word in _SPELLINGS:
            return _SPELLINGS[word]
        word = _ISATION.sub(r"ization\1", word)
        single = singular(word)
        return self._forms.get(single, _SPELLINGS.get(single, single))

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
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) < 4 or not word.endswith("s") or word in _WHOLE or word.endswith(("ss", "us", "is", "'s")):
        return word
    if word.endswith("ies"):
        return word[:-1] if word[:-1] in _IE else word[:-3] + "y"
    if word.endswith("heses"):
        return word[:-2] + "is"
    if word.endswith("ves"):
        return next((single for single in (word[:-3] + "f", word[:-3] + "fe") if single in _VES), word[:-1])
    return word[:-2] if _adds_es(word) else word[:-1]


def _adds_es(word: str) -> bool:
    """Whether the plural of a noun adds "es": boxes, bonuses, heroes, but houses, causes, shoes."""
    single = word[:-2]
    if word.endswith("oes"):
        return word[:-1] not in _OE
    if word.endswith("uses"):
        return word[:-1] not in _USE and word[-5] not in _VOWELS
    if single in _WHOLE:
        return True
    silent = ("ases", "oses", "ises", "izes", "nses", "rses", "lses", "aches", "azes")
    return bool(_ESES.search(word)) and not word.endswith(silent)


def verb_forms(verbs: Verbs) -> dict[str, str]:
    """Every form of every verb, in both spellings, with its base."""
    irregular, double = dict(verbs.irregular), frozenset(verbs.double)
    table: dict[str, str] = {}
    for phrase in (*verbs.strong, *verbs.neutral, *verbs.weak, *irregular):
        base = phrase.split()[0]
        for form in forms_of(base, irregular, double):
            table.setdefault(form, base)
    # Text is matched word by word: "de-risked" is "de" and "risked".
    for tail in sorted({base.rpartition("-")[2] for base in table.values() if "-" in base} - set(table)):
        table.update({form: tail for form in regular(tail, double) if form not in table})
    return table | {base: base for base in irregular}


def forms_of(base: str, irregular: dict[str, tuple[str, ...]], double: frozenset[str]) -> tuple[str, ...]:
    """All forms of one verb, in both spellings."""
    return (*regular(base, double), *regular(british(base), double), *_irregular(base, irregular))


def second_spellings(verbs: Verbs) -> dict[str, str]:
    """Forms in British spelling with the British base: "organised" -> "organise"."""
    irregular, double, forms = dict(verbs.irregular), frozenset(verbs.double), verb_forms(verbs)
    table: dict[str, str] = {}
    for base in sorted(set(forms.values())):
        others = irregular.get(base, ())
        whole = len(others) > 1 and set(others) <= set(regular(others[0], double))
        spelled = others[0] if whole else british(base)
        if spelled != base:
            own = regular(base, double)
            table.update(
                {form: spelled for form in regular(spelled, double) if forms.get(form) == base and form not in own}
            )
    return table


def _irregular(base: str, irregular: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What a verb's forms are besides the regular ones; those of "rewrite" and "co-write" are those of "write"."""
    if base in irregular:
        return irregular[base]
    for prefix in _PREFIXES:
        rest = base.removeprefix(prefix).removeprefix("-")
        if base.startswith(prefix) and rest in irregular:
            return tuple(base.removesuffix(rest) + form for form in irregular[rest])
    return ()


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


def regular(base: str, double: frozenset[str]) -> tuple[str, ...]:
    """The regular forms of a verb. `double` holds the longer verbs that double their last letter, as "admit"."""
    twice = base in double or bool(_SHORT.fullmatch(base.rpartition("-")[2]))
    forms = inflect(base, double=twice)
    # "travelled" and "traveled" are both right.
    return (*forms, *inflect(base, double=not twice)[2:]) if _EL.search(base) else forms


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


def base_of(form: str) -> str | None:
    """The likely base of a past form or gerund that no table holds: "geocoded" -> "geocode"; None for other words."""
    match = _INFLECTED.fullmatch(form)
    if not match or not _VOWEL.search(match[1]) or form.endswith("eed"):
        return None
    stem = match[1]
    if match[2] == "ied":
        return stem + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "lsfzeo":
        return stem + "e" if stem.endswith("ett") and not _SILENT_E.search(stem[:-1]) else stem[:-1]
    return stem + "e" if _SILENT_E.search(stem) else stem


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
