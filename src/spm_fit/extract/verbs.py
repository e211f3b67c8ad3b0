"""The verb that opens a bullet, with its strength."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract import lead_in
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.homographs import Reading, Word, is_verb, object_follows, unknown_verb
from spm_fit.extract.word_classes import JOINED, NO_ADVERBS
from spm_fit.extract.words import second_spellings, verb_forms
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Bullet, Strength, Verb
from spm_fit.model.taxonomy import Verbs

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
# How far from its beginning a statement is read, in characters.
_REACH = 160
_CLAUSE = 5
_ROUNDS = 3
_SKIPPED = 5
_PERSONS = frozenset("i i'm i've i'd we we've he she they".split())
# How often something was done is not how: "Weekly reports" has no verb.
_PERIODS = frozenset("daily weekly fortnightly monthly quarterly yearly".split())
_HAVE = frozenset({"have", "has", "had"})
_DEGREES = frozenset(
    "overall full end-to-end sole direct primary total day-to-day complete key joint shared main".split()
)
_PREFIXES = ("co", "re", "pre", "over", "out", "up")
# Verbs that are plain ("identified prospects") until what came of them is said ("identified waste worth £80k").
_BY_RESULT = frozenset("identify detect generate produce take acquire enable determine diagnose".split())
_RESULT = re.compile(
    r"\d\s?%|\bpercent|[$€£₹]\s?\d|\b\d+(?:\.\d+)?x\b|\bfrom\b[^.]{1,30}\d[^.]{0,30}\bto\b[^.]{0,15}\d"
    r"|\b(?:bottlenecks?|root causes?|risks?|defects?|fraud|inefficienc\w+|savings|revenue|leads)\b",
    re.IGNORECASE,
)

Found = tuple[int, int, str | None, Strength]


@dataclass(frozen=True, slots=True)
class VerbTable:
    """What is known of verbs, and the way to the one that opens a statement."""

    forms: dict[str, str]
    spellings: dict[str, str]
    strength: dict[str, Strength]
    particles: dict[str, tuple[tuple[str, Strength], ...]]
    phrases: re.Pattern[str]
    adverbs: frozenset[str]
    nouns: frozenset[str]
    own: frozenset[str]

    @classmethod
    def of(cls, verbs: Verbs) -> VerbTable:
        """The table of a taxonomy."""
        levels = ((Strength.STRONG, verbs.strong), (Strength.NEUTRAL, verbs.neutral), (Strength.WEAK, verbs.weak))
        strength = {verb: level for level, names in levels for verb in names}
        particles: dict[str, list[tuple[str, Strength]]] = defaultdict(list)
        for phrase in sorted(strength, key=len, reverse=True):
            head, _, particle = phrase.partition(" ")
            if particle:
                particles[head].append((particle, strength[phrase]))
        return cls(
            # At the head of a statement "found" is what someone did with a fault, not with a firm.
            verb_forms(verbs) | {"found": "find"},
            second_spellings(verbs),
            strength,
            {head: tuple(both) for head, both in particles.items()},
            _any_of(verbs.weak_phrases),
            frozenset(verbs.adverbs),
            frozenset(verbs.nouns_like_verbs),
            frozenset(verbs.own_words),
        )

    def opening(self, text: str) -> Found | None:
        """(start, end, lemma, strength) of what opens a statement; None if it opens with no verb.

        The lemma is in the spelling of the text ("organise"), without particle, and None for weak phrases without verb.
        """
        start = lead_in.after_marks(text)
        for _ in range(_ROUNDS):
            found = self._statement(text, start)
            label = lead_in.label(text, start)
            if label is None:
                return found
            # "Market analysis - Conducted ...": what follows the label opens the statement, if it is a verb.
            after = lead_in.after_marks(text, label.end())
            behind = self._statement(text, after)
            if found is not None and (behind is None or self._is_clause(text, found, label)):
                return found
            if behind is not None:
                return behind
            start = after
        return None

    def _is_clause(self, text: str, found: Found, label: re.Match[str]) -> bool:
        """A clause is no label: "Define what it must do: collect ...", "Accountable for the shop: ..."."""
        start, end, lemma, _ = found
        first = text[start:end].split()[0].lower()
        past = first != self.forms.get(first, first) and not first.endswith(("s", "ing"))
        return start < label.end() and (lemma is None or past or len(label[0].split()) >= _CLAUSE)

    def _statement(self, text: str, start: int) -> Found | None:
        found = self._at(text, start)
        after = lead_in.phrase(text, start) if found is None else None
        return found if after is None else self._at(text, after)

    def _at(self, text: str, start: int) -> Found | None:
        words = _words(text, start)
        index = 0
        while index < min(_SKIPPED, len(words)) and self._is_skipped(words, index):
            index += 1
        if index >= len(words) or words[0].start > start + 1:
            return None
        found = self._weak_phrase(text, words[index]) or self._verb(text, words, index)
        # "Had full control of ...": what may be an auxiliary is the verb if no other follows.
        return self._verb(text, words, 0) if found is None and words[0].lower in _HAVE else found

    def _is_skipped(self, words: tuple[Word, ...], index: int) -> bool:
        word, after = words[index].lower, words[index + 1].lower if index + 1 < len(words) else ""
        if word in self.adverbs or word in _PERSONS:
            return True
        if word in {"to", "and"}:
            return index == 0 or word == "and"
        if word in _DEGREES and after.startswith("responsib"):
            return True
        if word in _PERIODS:
            return after.endswith(("ed", "ing")) and after in self.forms
        return word.endswith("ly") and word not in NO_ADVERBS and word not in self.forms and bool(after)

    def _weak_phrase(self, text: str, first: Word) -> Found | None:
        found = self.phrases.match(text, first.start)
        if found is None:
            return None
        # "Tasked with" has a verb, "Responsible for" and "Duties included" have none.
        base = self.forms.get(first.lower)
        lemma = base if base != first.lower and not first.lower.endswith("s") else None
        return found.start(), found.end(), lemma, Strength.WEAK

    def _verb(self, text: str, words: tuple[Word, ...], index: int) -> Found | None:
        word = words[index]
        base = self._base(word.lower)
        if base is None:
            guess = unknown_verb(words, index, self.forms)
            return (word.start, word.end, guess, Strength.NEUTRAL) if guess else None
        at = Reading(words, index, base, self.forms, self.nouns)
        if not is_verb(at) or (word.lower in self.own and not object_follows(at)):
            return None
        lemma = self.spellings.get(word.lower, base)
        following = " ".join(after.lower for after in words[index + 1 : index + 5]) + " "
        for particle, strength in self.particles.get(base, ()):
            if following.startswith(particle + " "):
                return word.start, words[index + len(particle.split())].end, lemma, strength
        return word.start, word.end, lemma, self._strength(base, text)

    def _base(self, word: str) -> str | None:
        """The base form of a verb; prefixed ones are made of the verb behind the prefix: "pre-sold" -> "pre-sell"."""
        known = self.forms.get(word) or self.forms.get(word.replace("-", "")) or JOINED.get(word)
        if known:
            return known
        for prefix in _PREFIXES:
            rest = word.removeprefix(prefix)
            base = self.forms.get(rest.removeprefix("-"))
            if word.startswith(prefix) and base and len(base) > 3 and (rest[0] == "-" or rest != base):
                return prefix + "-" * rest.startswith("-") + base
        return None

    def _strength(self, base: str, text: str) -> Strength:
        if base in _BY_RESULT and _RESULT.search(text):
            return Strength.STRONG
        stems = (base, *(base.removeprefix(prefix).removeprefix("-") for prefix in _PREFIXES))
        return next((self.strength[stem] for stem in stems if stem in self.strength), Strength.NEUTRAL)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern of phrases, longest first."""
    written = (r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?:{'|'.join(written)})(?![^\W\d_])", re.IGNORECASE)


def _words(text: str, start: int) -> tuple[Word, ...]:
    """The words of the beginning of a statement; "Â", what wrong decoding left of a blank, belongs to none."""
    end = min(len(text), start + _REACH)
    found = list(_WORD.finditer(text, start, end))
    nexts = [*(match.start() for match in found[1:]), end][: len(found)]
    return tuple(
        Word(
            match[0].rstrip("Â").lower().replace("\u2019", "'"),
            match.start(),
            match.end() - match[0].endswith("Â"),
            text[match.end() : after],
            match[0][0].isupper(),
        )
        for match, after in zip(found, nexts, strict=True)
    )


@Language.factory("spm_verbs")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that gives every bullet its opening verb; `data` is JSON: the taxonomy's verbs."""
    table = VerbTable.of(Verbs(**json.loads(data)))

    def opening_verbs(doc: Doc) -> Doc:
        document = document_of(doc)
        bullets = [replace(bullet, verb=_verb(document, bullet.span, table)) for bullet in got(doc, "bullets", Bullet)]
        put(doc, "bullets", bullets)
        put(doc, "verbs", [bullet.verb for bullet in bullets if bullet.verb])
        return doc

    return opening_verbs


def _verb(document: Document, span: Span, table: VerbTable) -> Verb | None:
    found = table.opening(document.slice(span))
    if found is None:
        return None
    start, end, lemma, strength = found
    return Verb(Span(span.start + start, span.start + end), lemma, strength)
