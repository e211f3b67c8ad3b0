"""Ways to reach the author, found by their form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, put
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Contact

_YEARS = re.compile(r"(?:19|20)\d\d\D{1,3}(?:19|20)\d\d")
_KINDS = (
    ("email", re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")),
    ("linkedin", re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/[\w%/-]+|\blinkedin\s*:?\s*(?:/in/|@)[\w-]+|\bin/[\w-]{5,}", re.IGNORECASE)),
    ("github", re.compile(r"(?:https?://)?github\.com/[\w/-]+|\bgithub\s*:\s*@?[\w-]+", re.IGNORECASE)),
    ("website", re.compile(r"(?:https?://|www\.)[\w.-]+(?:/[\w%/.-]*)?|\b[\w-]{2,}\.(?:com|net|org|io|dev|me|design|co)(?:/[\w-]+)?\b(?![.\w])", re.IGNORECASE)),
    ("phone", re.compile(r"(?<![\w.])(?:\+\d{1,3}[\s.-]?)?(?:\(0?\d{1,5}\)[\s.-]?|\d{1,5}[\s.-])\d{2,4}[\s.-]?\d{2,4}(?:[\s.-]?\d{2,4}){0,2}(?![\w.])|(?<![\w.])(?:\+|00)\d{8,14}(?!\w)|(?<![\w.])0\d{9,10}(?!\w)")),
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
        for match in pattern.finditer(document.text):
            span = Span(match.start(), match.end())
            digits = sum(c.isdigit() for c in match[0])
            no_phone = kind == "phone" and (not 8 <= digits <= 15 or _YEARS.fullmatch(match[0]))
            if no_phone or any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            yield Contact(span, kind)
