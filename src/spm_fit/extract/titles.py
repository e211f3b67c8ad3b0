"""Job titles: which words of a line are the title, whether it is product management, and its level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spm_fit.extract.phrases import PhraseIndex, Sentence
from spm_fit.extract.words import pieces, singular
from spm_fit.model.phrase import parse
from spm_fit.model.taxonomy import Titles

RANK = ("other", "apm", "pm", "senior", "lead", "principal", "group", "director", "vp", "cpo")
_WORD = re.compile(r"[^\W_][\w'.&+#-]*")
_ALTERNATIVES = re.compile(r"\s*/\s*|\s+or\s+")
_AFTER = re.compile(r"\(|\bat\b|\breporting\b|\bsupporting\b|\bto the\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
# A title has no more characters.
_LONGEST = 400
_UNDER = re.compile(r"\bassistant to\b|\bto the\b|\breporting to\b|\bsupporting\b", re.IGNORECASE)
# What stands before the noun of a rank that names no function.
_RANKS = frozenset(
    "senior sr junior jr vice assistant associate deputy regional global group executive general lead".split()
)
_FIELD_WORDS = 8
_FUNCTIONS = frozenset(
    [
        "product",
        "products",
        "platform",
        "platforms",
        "growth",
        "marketing",
        "engineering",
        "sales",
        "operations",
        "management",
        "strategy",
        "finance",
        "development",
        "design",
        "data",
        "technology",
        "it",
        "information",
        "research",
        "analytics",
        "partnerships",
        "communications",
        "programs",
        "payments",
        "services",
        "support",
        "hr",
        "quality",
    ]
)


@dataclass(frozen=True, slots=True)
class TitleReader:
    """Reads titles by the phrases of titles.yaml."""

    product: PhraseIndex[str]
    modifiers: PhraseIndex[str]
    excluded: PhraseIndex[str]
    related: PhraseIndex[str]
    internship: PhraseIndex[str]
    volunteer: PhraseIndex[str]
    breaks: PhraseIndex[str]
    nouns: frozenset[str]

    @classmethod
    def of(cls, titles: Titles) -> TitleReader:
        """The reader of a taxonomy."""

        def index(phrases: tuple[tuple[str, str], ...]) -> PhraseIndex[str]:
            return PhraseIndex((parse(phrase), level) for phrase, level in phrases)

        def plain(phrases: tuple[str, ...]) -> PhraseIndex[str]:
            return index(tuple((phrase, phrase) for phrase in phrases))

        return cls(
            index(titles.product),
            index(titles.modifiers),
            plain(titles.not_product),
            plain(titles.related),
            plain(titles.internship),
            plain(titles.volunteer),
            plain(titles.breaks),
            frozenset(titles.nouns),
        )

    def level(self, title: str) -> str:
        """Step on the ladder; ``other`` if it is no product-management title. Of "PM / Senior PM" the lower counts."""
        title = _UNDER.split(title[:_LONGEST], maxsplit=1)[0]
        plain = _ASIDE.sub(" ", title)
        if plain != title and (level := self.level(plain)) not in {"other", "pm"}:
            return level
        levels = [level for part in _ALTERNATIVES.split(title) if (level := self._one(part)) != "other"]
        if not levels:
            return self._one(title.replace("/", " "))
        return min(levels, key=RANK.index)

    def _one(self, title: str) -> str:
        words = title_words(title)
        hits = list(self.product.find(words))
        if not hits:
            return "other"
        for bad in self.excluded.find(words):
            hits = [hit for hit in hits if not (hit.first <= bad.last and bad.first <= hit.last)]
        if not hits:
            return "other"
        base = max(hits, key=lambda hit: (hit.last - hit.first, RANK.index(hit.value))).value
        if base == "apm":
            return base
        raised = [hit.value for hit in self.modifiers.find(words) if hit.last <= max(h.last for h in hits) + 1]
        return max([base, *raised], key=RANK.index)

    def is_related(self, title: str) -> bool:
        """Whether the title is of work that leads to product management."""
        return any(True for _ in self.related.find(title_words(title)))

    def is_internship(self, title: str) -> bool:
        """Whether the title is of an internship or apprenticeship."""
        return any(True for _ in self.internship.find(title_words(title)))

    def is_volunteer(self, title: str) -> bool:
        """Whether the title is of unpaid work."""
        return any(True for _ in self.volunteer.find(title_words(title)))

    def is_break(self, text: str) -> bool:
        """Whether a heading line names time without work: parental leave, a sabbatical."""
        return any(True for _ in self.breaks.find(title_words(text)))

    def likeness(self, text: str) -> int:
        """How much a piece of a heading line looks like a title: 0 not at all, 3 surely."""
        words = [singular(word.lower()) for word in _WORD.findall(_AFTER.split(text, maxsplit=1)[0])]
        if not words or len(words) > 12:
            return 0
        while len(words) > 1 and re.fullmatch(r"[ivx]+|\d+", words[-1]):
            words.pop()
        if words[-1] in self.nouns:
            return 3
        if self.level(text) != "other":
            return 3
        return 2 if any(word in self.nouns for word in words) else 0

    def joined(self, first: str, second: str) -> bool:
        """Whether "Director" and "Product Management" are one title printed with a comma."""
        words = [word.lower() for word in _WORD.findall(second)]
        last = _WORD.findall(first)[-1:]
        return bool(
            last and singular(last[0].lower()) in self.nouns and words and len(words) <= 4 and words[-1] in _FUNCTIONS
        )

    def completes(self, first: str, second: str) -> bool:
        """Whether a rank and a function with a dash between them are one title: "Director - Product Management"."""
        rank = [singular(word.lower()) for word in _WORD.findall(first)]
        words = [word.lower() for word in _WORD.findall(second)]
        alone = bool(rank) and rank[-1] in self.nouns and all(w in self.nouns or w in _RANKS for w in rank)
        return alone and 0 < len(words) <= _FIELD_WORDS and words[0] in _FUNCTIONS


def title_words(title: str) -> Sentence:
    """A title as the words that phrases are looked up in."""
    forms: list[str] = []
    written: list[str] = []
    for match in _WORD.finditer(title[:_LONGEST].replace("/", " ")):
        for part in pieces(match[0]):
            forms.append(singular(part.rstrip(".")))
            written.append(match[0].rstrip(".") if part == match[0].lower() else part)
    size = len(forms)
    return Sentence(tuple(forms), tuple(written), tuple(range(size)), tuple(range(1, size + 1)), (False,) * size)
