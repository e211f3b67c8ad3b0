"""Requirements: every qualification that a posting asks for, with its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract import asking
from spm_fit.extract.clauses import begun, clauses, labelled
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.places import blocks_of
from spm_fit.extract.posting_sections import ASKING, own_text
from spm_fit.extract.tokens import sentence_spans
from spm_fit.extract.wishes import judged
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Demand, Requirement, Section

_NOT_ASKED = re.compile(
    r"\bconditions? of\b|\bnon-(?!negotiable)|\bnone of\b|\btravel\b|\bemployment\b|\bphysical\b|\bclearance\b|\b(?:not|never)\b|n['’]t\b|\bhow (?:to|you)\b",
    re.IGNORECASE,
)
_WEB_PAGE = re.compile(
    r"(?:show more\s*)?show less|seniority level\b|employment type\b|job function\b|^industries\b|\bsimilar jobs\b",
    re.IGNORECASE,
)


@Language.factory("spm_requirements")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `requirements`."""

    def requirements(doc: Doc) -> Doc:
        put(doc, "requirements", find_requirements(document_of(doc), got(doc, "sections", Section)))
        return doc

    return requirements


def find_requirements(document: Document, sections: tuple[Section, ...]) -> Iterator[Requirement]:
    """Every qualification asked for, the preferred ones as nice; from the text where no heading names them."""
    asked = [section for section in sections if section.name in ASKING and not _is_other(document, section)]
    asked = [section for section in asked if not _holds_conditions(document, section)]
    for section in asked:
        yield from _listed(document, section)
    if any(section.name != "nice" for section in asked):
        return
    end = len(own_text(document.text))
    for section in sections:
        if section.name in {"other", "duties"} and section.body.start < end:
            yield from _told(document, section)


def _is_other(document: Document, section: Section) -> bool:
    """Whether a heading is of conditions of employment or of what does not matter."""
    if section.name == "nice" or section.heading is None:
        return False
    return bool(_NOT_ASKED.search(document.slice(section.heading)))


def _holds_conditions(document: Document, section: Section) -> bool:
    """Whether most of a list is what the employer has to ask of anybody."""
    items = [document.slice(block.span) for block in _bodies(document, section.body) if block.kind is BlockKind.ITEM]
    return len(items) >= asking.LIST and 2 * sum(map(asking.is_condition, items)) > len(items)


def _listed(document: Document, section: Section) -> Iterator[Requirement]:
    """The requirements of a section that holds them, up to where something else begins."""
    default = Demand.NICE if section.name == "nice" else Demand.MUST
    items = 0
    for block in _bodies(document, section.body):
        text = document.slice(block.span)
        items += block.kind is BlockKind.ITEM
        if block.kind is not BlockKind.ITEM and asking.ends(text, items):
            return
        if (block.kind is not BlockKind.ITEM and asking.leads(text)) or asking.is_fact(text):
            continue
        kind = default
        for span in clauses(document.text, block, section.body):
            label, kind = labelled(document.slice(span), kind)
            if block.kind is BlockKind.ITEM:
                yield from _required(document, span, kind)
            elif not asking.is_aside(document.slice(span)):
                yield from _required(document, Span(span.start + label, span.end), kind)


def _told(document: Document, section: Section) -> Iterator[Requirement]:
    """What the sentences of a section ask that is not known to hold requirements."""
    duties = section.name == "duties"
    for block in _bodies(document, section.body):
        body = Span(max(block.span.start, section.body.start), block.span.end)
        spans = list(sentence_spans(document.text, body))
        plain = [number for number, span in enumerate(spans) if asking.asks(document.slice(span), duties=duties)]
        if not plain:
            continue
        # Where two sentences of a paragraph ask for something, those between and after them do as well.
        for span in spans[plain[0] :] if len(plain) > 1 else [spans[plain[0]]]:
            text = document.slice(span)
            if not (asking.is_condition(text) or asking.is_employer(text) or asking.is_fact(text)):
                yield from _required(document, span, Demand.MUST)


def _required(document: Document, span: Span, kind: Demand) -> Iterator[Requirement]:
    span = begun(document.text, span)
    if asking.is_counting(document.slice(span)):
        return
    for part, asked in judged(document.text, span, kind):
        yield Requirement(part, asked)


def _bodies(document: Document, body: Span) -> Iterator[Block]:
    """The blocks of a section without the labels of the web page."""
    for block in blocks_of(document.blocks, body):
        if not _WEB_PAGE.search(document.slice(block.span)[:40]):
            yield block
