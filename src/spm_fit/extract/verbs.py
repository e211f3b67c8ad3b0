"""The verb that opens a bullet, with its strength."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.words import verb_forms
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Bullet, Strength, Verb
from spm_fit.model.taxonomy import Verbs

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_CLAUSE = 5
_LABEL = re.compile(r"[^:.;,]{2,60}?(?::|\s[-–—])\s+(?=\S)")
_SKIP = frozenset("i i'm i've i'd we we've also then and to he she they".split())
# A base form that is also a noun opens a statement only if its object follows: "Lead a team", not "Lead engineer".
_OBJECT = frozenset(
    """
    a an the all our my their its this these those any both each every one two three four five
    up on out with and to for in into across through over between from how what when
    new multiple various several existing complex large small key high cross daily weekly monthly
    company technical strategic internal external customer client clients business
    """.split()
)
_NOUNS = frozenset("product project sale sales market account business program customer team marketing data".split())
_AGENTS = frozenset(
    """
    manager engineer developer designer consultant analyst specialist coordinator director owner lead teacher assistant
    architect technician nurse liaison officer associate representative leader member
    """.split()
)
_AFTER_NOUN = _AGENTS | frozenset("of for at in and with to is was management".split())


@dataclass(frozen=True, slots=True)
class VerbTable:
    """Forms to lemmas and lemmas to strength."""

    forms: dict[str, str]
    strength: dict[str, Strength]
    phrases: tuple[str, ...]
    adverbs: frozenset[str]
    nouns: frozenset[str]
    own: frozenset[str]

    @classmethod
    def of(cls, verbs: Verbs) -> VerbTable:
        """The table of a taxonomy."""
        strength = {
            verb: level
            for level, names in (
                (Strength.STRONG, verbs.strong),
                (Strength.NEUTRAL, verbs.neutral),
                (Strength.WEAK, verbs.weak),
            )
            for verb in names
        }
        phrases = tuple(sorted(verbs.weak_phrases, key=len, reverse=True))
        return cls(
            verb_forms(verbs),
            strength,
            phrases,
            frozenset(verbs.adverbs),
            frozenset(verbs.nouns_like_verbs),
            frozenset(verbs.own_words),
        )

    def opening(self, text: str) -> tuple[int, int, str | None, Strength] | None:
        """(start, end, lemma, strength) of what opens a statement; None if it opens with no verb."""
        start = 0
        for _ in range(3):
            found = self._at(text, start)
            label = _LABEL.match(text, start)
            if label is None:
                return found
            # "Market analysis - Conducted ...": what follows the label opens the statement, if it is a verb.
            behind = self._at(text, label.end())
            # A clause is no label: "Define what it must do: collect ...".
            clause = len(label[0].split()) >= _CLAUSE
            inside = found is not None and (clause or text[found[0] : found[1]].lower().endswith("ed"))
            if found is not None and (behind is None or inside):
                return found
            if behind is not None:
                return behind
            start = label.end()
        return None

    def _at(self, text: str, start: int) -> tuple[int, int, str | None, Strength] | None:
        words = list(_WORD.finditer(text, start, min(len(text), start + 160)))
        if not words or words[0].start() > start + 3:
            return None
        index = 0
        while index < min(4, len(words)) and self._skipped(words[index][0].lower(), words, index):
            index += 1
        if index >= len(words):
            return None
        first = words[index]
        rest = text[first.start() :].lower()
        for phrase in self.phrases:
            if rest.startswith(phrase) and not rest[len(phrase) : len(phrase) + 1].isalpha():
                # "Tasked with" has a verb, "Responsible for" has none.
                verb = self.forms.get(first[0].lower()) if first[0].lower().endswith("ed") else None
                return first.start(), first.start() + len(phrase), verb, Strength.WEAK
        word = first[0].lower().replace("\u2019", "'")
        lemma = self.forms.get(word) or (self.forms.get(word.replace("-", "")) if "-" in word else None)
        if lemma is None and "-" in word and not word.startswith(("self-", "non-", "cross-")):
            lemma = (
                self.forms.get(word.rpartition("-")[2])
                if word.startswith(("co-", "re-", "pre-", "over-", "out-"))
                else None
            )
            lemma = f"{word.partition('-')[0]}-{lemma}" if lemma else None
        if lemma is None or not self._is_verb(word, lemma, text, words, index):
            return None
        return self._whole(lemma, words, index)

    def _skipped(self, word: str, words: list[re.Match[str]], index: int) -> bool:
        if word in self.adverbs:
            return True
        if word in _SKIP:
            return index == 0
        return word.endswith("ly") and len(word) > 4 and word not in self.forms and index + 1 < len(words)

    def _is_verb(self, word: str, lemma: str, text: str, words: list[re.Match[str]], index: int) -> bool:
        follower = words[index + 1] if index + 1 < len(words) else None
        between = text[words[index].end() : follower.start()] if follower else text[words[index].end() :]
        if between[:1] in {":", "/"} and between[:2] != "/ ":
            return between[:1] == "/" and word != lemma
        if word.endswith("ing") and word != lemma and follower is not None and "," in between and index == 0:
            return True
        if index > 0 and word == lemma + "s":
            return False
        if word != lemma or lemma not in self.nouns:
            return word not in self.own
        if index > 0 and words[index - 1][0].lower() in {"i", "we", "to"}:
            return True
        if follower is None:
            return False
        after = follower[0].lower()
        # "Lead Product Manager" is a title, "Lead product managers" is not.
        if index + 2 < len(words) and after not in _OBJECT and words[index + 2][0].lower() in _AGENTS:
            return False
        if "," in between:
            return lemma not in _NOUNS and self.forms.get(after) == after
        if after in _OBJECT or re.search(r"[\d$€£]", between):
            return after not in _AFTER_NOUN
        return not between.strip() and lemma not in _NOUNS and after not in _AFTER_NOUN

    def _whole(self, lemma: str, words: list[re.Match[str]], index: int) -> tuple[int, int, str | None, Strength]:
        """The verb with its particle, where the two together are a verb of their own."""
        following = " ".join(word[0].lower() for word in words[index + 1 : index + 3])
        for phrase, strength in self.strength.items():
            head, _, particle = phrase.partition(" ")
            if particle and head == lemma and (following + " ").startswith(particle + " "):
                last = words[min(index + len(particle.split()), len(words) - 1)]
                return words[index].start(), last.end(), lemma, strength
        strength = self.strength.get(lemma) or self.strength.get(lemma.rpartition("-")[2], Strength.NEUTRAL)
        return words[index].start(), words[index].end(), lemma, strength


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
