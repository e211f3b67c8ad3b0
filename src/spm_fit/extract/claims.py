"""What a resume's author says of years, and of himself: claimed experience and first person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract import years
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.places import blocks_of
from spm_fit.extract.tokens import sentence_spans
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Bullet, Claim, Section

_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|my|My|me|myself|we|We)\b(?!/)")


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span


@Language.factory("spm_claims")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `claims` and `first_person`."""

    def claims(doc: Doc) -> Doc:
        document = document_of(doc)
        put(doc, "claims", find(document, got(doc, "sections", Section)))
        bullets = got(doc, "bullets", Bullet)
        places = [
            match
            for bullet in bullets
            for match in _FIRST_PERSON.finditer(document.text, bullet.span.start, bullet.span.end)
        ]
        put(doc, "first_person", [_Place(Span(match.start(), match.end())) for match in places])
        return doc

    return claims


def find(document: Document, sections: tuple[Section, ...]) -> Iterator[Claim]:
    """Claims above the work history: in the summary, the head and the skills."""
    for section in sections:
        if section.name not in {"summary", "other", "skills", "experience"}:
            continue
        for block in blocks_of(document.blocks, section.body):
            if not section.body.contains(block.span):
                continue
            for span in sentence_spans(document.text, block.span):
                for found in years.find(document.text, span):
                    at = document.text.find(found.subject, found.span.end)
                    end = at + len(found.subject) if at >= 0 else found.span.end
                    yield Claim(Span(found.span.start, end), found.min, found.subject)
