"""Terms: names in a requirement that the taxonomy does not know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.ordinary import ACRONYMS, PLACES, WORDS
from spm_fit.extract.places import Spans
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Mention, Requirement

# A word with what belongs inside it: Node.js, S/4HANA, TS/SCI, Rx-to-OTC, C#.
_WORD = re.compile(r"[^\W_](?:[\w+#]|[.&/\u2019'-](?=\w))*")
# Capitals or digits inside, or small letters without a vowel: dbt, n8n, gRPC, NetSuite, HL7, Node.js.
_CASED = re.compile(
    r"(?:[A-Z].*[A-Z]|[a-z].*[A-Z]|[A-Za-z].*\d|\d.*[A-Za-z]).*|\w+\.[a-z]{2,3}|(?!etc|yrs|hrs|mgr|sr|jr|vs)[b-df-hj-np-tv-xz]{3,5}"
)
_QUANTITY = re.compile(
    r"v?\d+(?:[.,/-]\d+)*(?:st|nd|rd|th|k|m|mm|bn|x|s|%|hrs?|yrs?|h|am|pm|kg|lbs?|-\w+)?\+?", re.IGNORECASE
)
# What goes on with a name: its number, its grade, or a capitalised word that is no head noun of a phrase.
_GOES_ON = re.compile(r"\d+(?:\.\d+)*|[IVX]+|[A-Z]")
_UNIT = re.compile(r"\s*(?:[%+]|years?\b|yrs?\b|months?\b|days?\b|hours?\b|people\b)", re.IGNORECASE)
_HEADS = frozenset(["experience", "skills", "skill", "knowledge", "certification", "certifications", "license", "licence", "degree", "clearance", "background", "expertise", "proficiency", "required", "preferred", "development", "management", "manager", "engineer", "developer"])  # fmt: skip
_SENTENCE = re.compile(r"(?:^|[.:!?;\n(\[\u2022]|\s[\u2013\u2014-])[\s\"\u201c]*$")
# At a sentence's start a word is a name where another is named beside it, or where nothing else stands.
_BESIDE = re.compile(r"\s*(?:$|[.;]?$|(?:,|/|and|or|&)\s+(?=\S*[A-Z])|experience\b)")
_ABSTRACT = re.compile(
    r".*(?:ity|ness|tion|sion|ment|ence|ance|ship|ing|ive|ous|ed|ful|able|ible|ly|al|ism|ry|thy|age|ure|ics)$",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:degree|bachelor\S*|master\S*|b\.?sc?\.?|b\.?a\.?|m\.?sc?\.?|ph\.?d\.?|mba|diploma|b\.?tech|graduate|studies)\s+(?:[\w/]+\s+){0,3}(?:in|of)\b[^.;()]*$",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"\b(?:[Aa]bout|[Aa]t|[Jj]oin|[Ww]hy|with)\s+([A-Z][\w&-]+)"
    r"|(?:^|[.!?]\s+)([A-Z][\w&-]+)(?:\s[A-Z][\w&-]+){0,2}\s+(?:is|are|was|has|builds?|makes?|helps?|provides?|offers?|believes?|Ltd|Inc|GmbH|LLC)\b",
    re.MULTILINE,
)
_EDGE = ".'\u2019-/&"
_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"])  # fmt: skip
_FEW = 3


@Language.factory("spm_terms")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that adds to `requirements` the names that no mention covers."""

    def terms(doc: Doc) -> Doc:
        document, required = document_of(doc), got(doc, "requirements", Requirement)
        known = Spans(mention.span for mention in got(doc, "mentions", Mention))
        employer = _employer(document, required)
        named = [replace(item, terms=tuple(find(document.text, item.span, known, employer))) for item in required]
        put(doc, "requirements", named)
        return doc

    return terms


def find(text: str, span: Span, known: Spans, employer: frozenset[str]) -> Iterator[Span]:
    """The names in a stretch of text, each once, that are not `known` and not of the employer."""
    words = list(_WORD.finditer(text, span.start, span.end))
    shouted, titled = _is_shouted(words), _is_titled(words)
    seen: set[str] = set()
    taken = span.start
    for number, word in enumerate(words):
        if word.start() < taken or shouted or known.overlap(Span(*word.span())):
            continue
        if not (_is_cased(word[0]) or (not titled and _is_capitalised(text, span, word))):
            continue
        end = _end(text, words[number:], known)
        name = text[word.start() : end].rstrip(_EDGE)
        taken = end
        if name.lower() not in seen and name.split()[0].lower() not in employer:
            seen.add(name.lower())
            yield Span(word.start(), word.start() + len(name))


def _end(text: str, words: list[re.Match[str]], known: Spans) -> int:
    """Where the name that begins with the first of these words ends."""
    end = words[0].end()
    for word in words[1:]:
        if word[0] == "of" and text[end : word.start()] == " ":
            continue
        number = bool(_GOES_ON.fullmatch(word[0])) and not _UNIT.match(text, word.end())
        gap = text[end : word.start()]
        joined = gap == " " or (gap == " of " and words[0][0][1:].islower())
        if not joined or not (number or _belongs(word[0])) or known.overlap(Span(*word.span())):
            break
        end = word.end()
    return end


def _belongs(word: str) -> bool:
    """Whether a word goes on with a name: it has a capital, and is no head noun like Experience."""
    return word[:1].isupper() and word.lower() not in _HEADS and not _is_common(word)


def _is_cased(word: str) -> bool:
    bare = word.rstrip(_EDGE)
    if _is_common(bare) or _QUANTITY.fullmatch(bare) or len(bare) < 2:
        return False
    # "On-Site" and "Full-Time" are words.
    parts = re.split(r"[/-]", bare)
    if len(parts) > 1 and all(
        part.capitalize() == part.title() and (part[1:].islower() or _is_common(part)) for part in parts
    ):
        return False
    return bool(_CASED.fullmatch(bare))


def _is_common(word: str) -> bool:
    """Whether a word is an acronym that everybody writes, or several of them."""
    return bool({word.upper(), word.removesuffix("s").upper()} & ACRONYMS)


def _is_capitalised(text: str, span: Span, word: re.Match[str]) -> bool:
    """Whether a capitalised word is a name: no ordinary word, no place, no subject of study, and not only the first."""
    bare = re.sub(r"['\u2019]s$", "", word[0]).rstrip(_EDGE)
    lower = bare.lower()
    if (
        not bare[:1].isupper()
        or len(bare) < 3
        or _is_common(bare)
        or {lower, lower.removesuffix("s")} & (WORDS | PLACES)
    ):
        return False
    before = text[max(span.start, word.start() - 120) : word.start()]
    if all(part in WORDS | PLACES for part in re.split(r"[/-]", lower)) or _STUDY.search(before):
        return False
    if not _SENTENCE.search(before):
        return True
    return not _ABSTRACT.fullmatch(bare) and bool(_BESIDE.match(text[word.end() : span.end]))


def _is_shouted(words: list[re.Match[str]]) -> bool:
    """Whether a line is all in capitals, so that they say nothing of a word."""
    upper = [word[0] for word in words if len(word[0]) > 1 and word[0].isupper()]
    lower = sum(len(word[0]) > 1 and not word[0].isupper() for word in words)
    ordinary = any(word.lower() in WORDS for word in upper)
    return (len(upper) >= _FEW and lower * 4 <= len(upper)) or (not lower and ordinary and len(upper) > 1)


def _is_titled(words: list[re.Match[str]]) -> bool:
    """Whether a line is In Title Case, so that a first capital says nothing of a word."""
    capitalised = [word[0].lower() for word in words[1:] if word[0][:1].isupper() and word[0][1:].islower()]
    others = sum(word[0].islower() and len(word[0]) > _FEW and word[0] not in _SMALL for word in words)
    ordinary = sum(word in WORDS or word in _HEADS for word in capitalised)
    return any(word in _SMALL for word in capitalised) or (
        ordinary > 0 and not others and ordinary * 2 >= len(capitalised)
    )


def _employer(document: Document, required: tuple[Requirement, ...]) -> frozenset[str]:
    """The words that the posting calls the employer by, outside its requirements."""
    asked = Spans(item.span for item in sorted(required, key=lambda item: item.span.start))
    names = (
        next(filter(None, match.groups())).lower()
        for match in _EMPLOYER.finditer(document.text)
        if not asked.overlap(Span(*match.span()))
    )
    return frozenset(name for name in names if name not in WORDS)
