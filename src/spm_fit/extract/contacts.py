"""Ways to reach the author, found by their form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, put
from spm_fit.extract.places import Spans
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Contact

_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"(?:1[0-2]|0[1-9])", r"(?:3[01]|[12]\d|0[1-9])"
_PART = rf"(?:{_YEAR}[.-]{_MONTH}|(?:{_MONTH}[.-])?{_YEAR})"
# Digits that are dates: a whole one at their beginning, or nothing but years and months.
_DATES = re.compile(
    rf"{_YEAR}([.-]){_MONTH}\1{_DAY}(?!\d)|(?:{_DAY}([.-]){_MONTH}|{_MONTH}([.-]){_DAY})(?:\2|\3){_YEAR}(?!\d)"
    rf"|{_PART}(?:[\s.-]{{1,3}}{_PART})*$"
)
_KINDS = (
    ("email", re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")),
    ("linkedin", re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/[\w%/-]+|\blinkedin\s*:?\s*(?:/in/|@)[\w-]+|\bin/[\w-]{5,}", re.IGNORECASE)),
    ("github", re.compile(r"(?:https?://)?github\.com/[\w/-]+|\bgithub\s*:\s*(?!https?:|github\.com)@?[\w-]+", re.IGNORECASE)),
    ("website", re.compile(r"(?:https?://|www\.)[\w.-]+(?:/[\w%/.-]*)?|\b[\w-]{2,63}\.(?:com|net|org|io|dev|me|design|co)(?:/[\w-]+)?\b(?![.\w])", re.IGNORECASE)),
    ("phone", re.compile(r"(?<![\w.])(?:\+\d{1,3}[ \t\u00a0.-]?)?(?:\(0?\d{1,5}\)[ \t\u00a0.-]?|\d{1,5}[ \t\u00a0.-])\d{2,4}[ \t\u00a0.-]?\d{2,4}(?:[ \t\u00a0.-]?\d{2,4}){0,2}(?![\w.])|(?<![\w.])(?:\+|00)\d{8,14}(?!\w)|(?<![\w.])0\d{9,10}(?!\w)")),
)  # fmt: skip


@Language.factory("spm_contacts")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `contacts`."""

    def contacts(doc: Doc) -> Doc:
        put(doc, "contacts", find(document_of(doc)))
        return doc

    return contacts


def find(document: Document) -> Iterator[Contact]:
    """The contacts of a document; what one kind claims no later kind does."""
    taken: list[Span] = []
    for kind, pattern in _KINDS:
        earlier = Spans(taken)
        for match in pattern.finditer(document.text):
            span = Span(match.start(), match.end())
            digits = sum(c.isdigit() for c in match[0])
            no_phone = kind == "phone" and (not 8 <= digits <= 15 or _DATES.match(match[0]))
            if not no_phone and not earlier.overlap(span):
                taken.append(span)
                yield Contact(span, kind)
