"""Where a resume names its author again: by place and by reading, for the name may be a word or a tool as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spm_fit.extract.personal.author import Author, plain
from spm_fit.extract.personal.naming import PARTICLES
from spm_fit.model.document import BlockKind, Document, Span

# What a person has done or is, behind a name at the head of a sentence. "Will lead" and "Mark down" are none of it.
_AUXILIARIES = frozenset("is was has had also who then never always".split())
_DETERMINERS = frozenset("a an the our all his her their its this that both two three four five six".split())
_SENTENCE = re.compile(r"(?:^|[.!?:;]\s{1,3}|\n|[\"“(•]\s?)$")
_NEXT = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+|\d+))?")
# A possessive before a small word: "Baker's team", not "Moody's Analytics".
_OWNS = re.compile(r"(?:['’ʼ]s|(?<=s)['’])\s+[a-z]")
_PAGE = re.compile(r"\b(?:page|p\.|resume|résumé|cv|curriculum vitae|continued|cont\.?)\b|\d", re.IGNORECASE)
_SMALL = re.compile(r"(?<![^\s(\"“])[a-z][\w'’-]*[,:]?\s+$")
_AFTER = re.compile(r"(?:['’]s)?(?:\s+[a-z]|[.,;:!?)\"”](?:\s|$)|[ \t]*(?:\n|$))")
_LETTERS = re.compile(r"[^\W\d_]+")
_HEADER_WORDS = 8
_PARTICLES = "|".join(sorted(PARTICLES))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that mean something besides being a name."""

    verbs: dict[str, str]
    """Inflected forms with their bases."""
    known: frozenset[str]
    """Words of skills, titles, places and ordinary ones, in small letters."""


def find(document: Document, author: Author, vocabulary: Vocabulary) -> Iterator[Span]:
    """All places of the author's name after the first: whole, in page headers, alone as a subject or an owner."""
    yield from author.places
    words = [word.rstrip(".") for word in author.words if len(word.rstrip(".")) > 1]
    if not words:
        return
    forms = sorted({form for word in words for form in _forms(word)}, key=len, reverse=True)
    one = "|".join(forms)
    yield from _whole(document, one, author)
    yield from _headers(document, words)
    for match in re.finditer(rf"(?<![\w@./-])(?:{one})(?![\w@]|[./-]\w)", document.text):
        if _is_alone(document.text, match, vocabulary):
            yield Span(match.start(), match.end())


def _forms(word: str) -> Iterator[str]:
    """Patterns of a name word: with a capital first and then as may be, with accents and without."""
    for spelling in (word, plain(word) if plain(word).isalpha() else word):
        yield f"{re.escape(spelling[:1].upper())}(?i:{re.escape(spelling[1:])})"


def _whole(document: Document, one: str, author: Author) -> Iterator[Span]:
    """Two and more words of the name beside each other, with initials and particles between."""
    between = rf"(?:\s+(?:[^\W\d_]\.?|{_PARTICLES}|[\"“(]\w{{2,15}}[\"”)]))?"
    joined = rf"(?<!\w)(?:{one})(?:{between}[\s_-]+(?:{one})){{1,5}}(?!\w)"
    yield from (Span(m.start(), m.end()) for m in re.finditer(joined, document.text))
    if author.surname:
        last = "|".join(_forms(author.surname[-1].rstrip(".")))
        initial = re.escape(author.given[0][0].upper()) if author.given else "[A-Z]"
        first = "|".join(_forms(author.given[0].rstrip("."))) if author.given else "(?!)"
        # "R. Baker", "Baker, R.", "Ruby B."
        short = rf"(?<!\w)(?:{first})(?:\s[A-Z]\.){{1,3}}|(?<!\w){initial}\.\s?(?:[A-Z]\.\s?)?(?:{last})(?!\w)|(?<!\w)(?:{last}),? {initial}\.(?!\w)"
        yield from (Span(m.start(), m.end()) for m in re.finditer(short, document.text))


def _headers(document: Document, words: list[str]) -> Iterator[Span]:
    """Lines of nothing but the name and a page, and of the surname before the given name."""
    own = {plain(word) for word in words}
    for block in document.blocks:
        text = document.slice(block.span)
        if block.kind is BlockKind.ITEM or len(text.split()) > _HEADER_WORDS:
            continue
        letters = list(_LETTERS.finditer(_PAGE.sub(lambda m: " " * len(m[0]), text)))
        found = [match for match in letters if plain(match[0]) in own]
        rest = any(len(match[0]) > 1 and plain(match[0]) not in own for match in letters)
        if not found or rest:
            continue
        commas = text[found[0].start() : found[-1].end()].count(",")
        page = bool(_PAGE.search(text)) and not commas
        swapped = len({plain(match[0]) for match in found}) > 1 and commas == 1
        if page or swapped:
            yield Span(block.span.start + found[0].start(), block.span.start + found[-1].end())


def _is_alone(text: str, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether one word of the name, alone, is the person."""
    start, end = match.span()
    before = text[max(0, start - 30) : start]
    if re.search(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s$", before):
        return True
    begins = bool(_SENTENCE.search(before)) or start == 0
    if _OWNS.match(text, end) and (begins or _SMALL.search(before)):
        return True
    if begins and _acts(text, end, vocabulary):
        return True
    # Elsewhere a word that is nothing but a name, among small words.
    rare = match[0].lower() not in vocabulary.known and match[0].lower() not in vocabulary.verbs
    return rare and (begins or bool(_SMALL.search(before))) and bool(_AFTER.match(text, end))


def _acts(text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows a name at the head of a sentence says what its bearer did."""
    following = _NEXT.match(text, end, min(len(text), end + 60))
    if following is None:
        return False
    word, second = following[1], (following[2] or "").lower()
    if word in _AUXILIARIES:
        return True
    base = vocabulary.verbs.get(word)
    if base is None or base == word or word.endswith("ing"):
        return False
    return not word.endswith("s") or second in _DETERMINERS
