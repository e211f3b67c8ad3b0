"""What identifies the person: names, ways to reach and places, birth, family, faith, schools. No score rests on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract import contacts
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.ordinary import PLACES, WORDS
from spm_fit.extract.personal import addresses, author, details, links, mentions, schools
from spm_fit.extract.personal.head import about, top
from spm_fit.extract.places import Spans
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Contact, Private, Section
from spm_fit.model.private import filled

# Words inside sentences that others may be meant by; all readings treat them alike, so they stay to be read.
_READ = frozenset(["pronoun"])
_SEASONS = frozenset("spring summer autumn fall winter".split())


@Language.factory("spm_private")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `private`; `data` is JSON: verb forms with their bases, and words of titles and skills."""
    verbs, words = json.loads(data)
    vocabulary = mentions.Vocabulary(verbs, frozenset(words) | WORDS | PLACES | _SEASONS)

    def private(doc: Doc) -> Doc:
        document, sections = document_of(doc), got(doc, "sections", Section)
        put(doc, "private", merged(document, find(document, sections, got(doc, "contacts", Contact), vocabulary)))
        return doc

    return private


def find(
    document: Document, sections: tuple[Section, ...], reached: tuple[Contact, ...], vocabulary: mentions.Vocabulary
) -> Iterator[Private]:
    """All private places of a resume, the surest first; some overlap."""
    personal, head = about(document, sections), top(document, sections)
    yield from links.find(document, reached, personal)
    who = author.find(document, sections, reached, vocabulary.known)
    if who is not None:
        yield from (Private(span, "name") for span in mentions.find(document, who, vocabulary))
    yield from details.find(document, personal)
    yield from (Private(span, "school") for span in schools.find(document, sections))
    yield from (Private(span, "address") for span in addresses.find(document, head, personal))


def in_posting(document: Document) -> Iterator[Private]:
    """What identifies people in a posting: mail boxes, telephones, profiles, and names behind a label."""
    found = tuple(contacts.find(document))
    return merged(document, (*links.find(document, found, Spans(())), *author.labelled(document)))


def merged(document: Document, found: Iterable[Private]) -> Iterator[Private]:
    """In reading order, without overlaps: the longer of two counts, the other from where it goes on."""
    at = 0
    for item in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        start = max(at, item.span.start)
        if document.text[start : item.span.end].strip():
            yield Private(Span(start, item.span.end), item.kind)
            at = item.span.end


def readable(document: Document, found: Iterable[Private]) -> str:
    """The text that all else is found in: as long as the document's, its private words overwritten."""
    return filled(document, ((item.span, item.kind) for item in found if item.kind not in _READ))
