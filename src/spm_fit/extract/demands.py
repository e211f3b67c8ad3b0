"""Demands: the years of experience that a posting asks for, and which of them is the main one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract import years
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.places import Spans
from spm_fit.extract.posting_sections import own_text
from spm_fit.extract.tokens import sentence_spans
from spm_fit.extract.wishes import is_wish
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Demand, Requirement, Section, YearsDemand

_SILENT = frozenset(["benefits", "legal"])
_PLAIN = re.compile(
    r"(?:(?:relevant|related|progressive|professional|work|overall|total|industry|of|the|in)\s*)*(?:experience)?",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r"\bproduct (?:manage(?!rs)|own|lead|develop)|\bproduct\b.*\brole", re.IGNORECASE)
_MANAGING = re.compile(r"\bproduct manage(?!rs)", re.IGNORECASE)


@Language.factory("spm_demands")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `demands`: years of experience, wherever the posting prints them."""

    def demands(doc: Doc) -> Doc:
        sections, required = got(doc, "sections", Section), got(doc, "requirements", Requirement)
        put(doc, "demands", find_demands(document_of(doc), sections, required))
        return doc

    return demands


def find_demands(
    document: Document, sections: tuple[Section, ...], required: tuple[Requirement, ...]
) -> Iterator[YearsDemand]:
    """Demands of years in reading order, but nothing of what the employer offers or of other jobs."""
    silent = Spans(section.body for section in sections if section.name in _SILENT)
    required = tuple(sorted(required, key=lambda requirement: requirement.span.start))
    asked = Spans(requirement.span for requirement in required)
    end = len(own_text(document.text))
    for block in document.blocks:
        if block.span.start >= end or silent.contain(block.span):
            continue
        for sentence in sentence_spans(document.text, block.span):
            for found in years.find(document.text, sentence):
                number = asked.first(found.span)
                kind = required[number].kind if number is not None else _kind(document, sentence)
                yield YearsDemand(found.span, found.min, found.max, found.subject, kind)


def _kind(document: Document, sentence: Span) -> Demand:
    return Demand.NICE if is_wish(document.slice(sentence)) else Demand.MUST


def primary(demands: tuple[YearsDemand, ...]) -> YearsDemand | None:
    """The main demand: of product management if one is, else the first that is a must."""
    required = [demand for demand in demands if demand.kind is Demand.MUST]
    musts = [demand for demand in required if demand.min] or required
    product = [demand for demand in musts if _PRODUCT.search(demand.subject)]
    managing = [demand for demand in product if _MANAGING.search(demand.subject)]
    plain = [demand for demand in musts[:1] if _PLAIN.fullmatch(demand.subject.split(" with ")[0].strip())]
    return next(iter(managing or plain or product or musts), None)
