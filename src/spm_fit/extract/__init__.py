"""Document and Taxonomy to Extraction: the only home of spaCy; no spaCy object leaves it."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from spm_fit.extract.context import Found
from spm_fit.extract.dates import periods
from spm_fit.extract.degrees import degree
from spm_fit.extract.demands import primary
from spm_fit.extract.groups import got
from spm_fit.extract.language import language
from spm_fit.extract.pipeline import POSTING, PRIVATE, RESUME, pipeline, words_normalizer
from spm_fit.extract.places import Spans
from spm_fit.extract.posting_title import title
from spm_fit.extract.private import in_posting, readable
from spm_fit.extract.remote import remote
from spm_fit.extract.titles import TitleReader
from spm_fit.extract.tokens import Words
from spm_fit.model.document import Block, BlockKind, Document, Quality, Span
from spm_fit.model.finding import (
    Bullet,
    Claim,
    Contact,
    DocumentKind,
    Education,
    Extraction,
    Mention,
    Metric,
    Pay,
    Position,
    Posting,
    Private,
    Requirement,
    Section,
    Unlisted,
    YearsDemand,
)
from spm_fit.model.taxonomy import Taxonomy

__all__ = ["extract_posting", "extract_resume", "find_skills"]

# What postings say and resumes do not, and the other way round.
_OFFERS = re.compile(
    r"\b(?:we(?:'|’)?re looking for|we are (?:looking|seeking|hiring)|you will|you(?:'|’)ll|equal opportunity|what you(?:'|’)?ll do|apply now|responsibilities include"
    r"|the ideal candidate|your responsibilities|preferred qualifications|minimum qualifications|nice to have|about the role|we offer|join our team"
    r"|candidates? (?:will|must|should)|reports? to the|job description|about us)\b",
    re.IGNORECASE,
)


# A posting has hardly any period with a beginning and an end; a resume seldom speaks of "you".
_HISTORY, _MANY_OFFERS = 3, 3


def extract_resume(document: Document, taxonomy: Taxonomy) -> Extraction:
    """Everything that a resume says; `kind` tells whether it is one."""
    first = _run(document, taxonomy, PRIVATE)
    private = got(first, "private", Private)
    # No other component sees a name, an address or a school: so none of them can move a score.
    read = replace(document, text=readable(document, private))
    doc = _run(read, taxonomy, RESUME)
    positions, education = got(doc, "positions", Position), got(doc, "education", Education)
    headings = Spans(position.span for position in positions)
    found = Extraction(
        document=document,
        kind=DocumentKind.RESUME,
        sections=got(doc, "sections", Section),
        positions=positions,
        bullets=got(doc, "bullets", Bullet),
        metrics=got(doc, "metrics", Metric),
        mentions=got(doc, "mentions", Mention),
        unlisted=got(doc, "unlisted", Unlisted),
        education=education,
        contacts=got(first, "contacts", Contact),
        private=private,
        claims=got(doc, "claims", Claim),
        elsewhere=tuple(
            period
            for span, period in periods(read.text, Span(0, len(read.text)))
            if period.dated and not headings.contain(span)
        ),
        language=language(read.text),
        offers=tuple(Span(*match.span()) for match in _OFFERS.finditer(document.text)),
        first_person=tuple(Span(s.start_char, s.end_char) for s in doc.spans["first_person"]),
    )
    return replace(found, kind=_kind(found))


def extract_posting(document: Document, taxonomy: Taxonomy) -> Extraction:
    """Everything that a posting says."""
    doc = _run(document, taxonomy, POSTING)
    titles = TitleReader.of(taxonomy.titles)
    mentions = got(doc, "mentions", Mention)
    requirements = got(doc, "requirements", Requirement)
    levels = {skill.id: skill.level for skill in taxonomy.skills if skill.level}
    education_level, education_required = degree(document, mentions, requirements, levels)
    demands = got(doc, "demands", YearsDemand)
    pay = got(doc, "pay", Pay)
    named = title(document, titles)
    found = Extraction(
        document=document,
        kind=DocumentKind.POSTING,
        language=language(document.text),
        sections=got(doc, "sections", Section),
        mentions=mentions,
        unlisted=got(doc, "unlisted", Unlisted),
        private=tuple(in_posting(document)),
        posting=Posting(
            title=named,
            level=titles.level(named),
            years=demands,
            primary_years=primary(demands),
            education_level=education_level,
            education_required=education_required,
            pay=pay[0] if pay else None,
            remote=remote(document.text),
            requirements=requirements,
        ),
    )
    return replace(found, kind=_kind_of_posting(found))


def find_skills(text: str, taxonomy: Taxonomy) -> frozenset[str]:
    """The ids of the skills that a sentence names or shows, as the examples in skills/ are checked."""
    document = Document("", "text", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), (), Quality())
    doc = _run(document, taxonomy, ("spm_skills", "spm_company"))
    return frozenset(found.entry.skill for found in got(doc, "matches", Found))


def _run(document: Document, taxonomy: Taxonomy, names: tuple[str, ...]) -> Doc:
    nlp = pipeline(taxonomy, names)
    doc = nlp.make_doc(document.text)
    doc._.document = document
    doc._.words = Words(doc, words_normalizer(taxonomy), document)
    return nlp(doc)


def _kind(found: Extraction) -> DocumentKind:
    """A resume has positions or education and says little of what an employer offers."""
    offers = len(found.offers)
    history = len([position for position in found.positions if position.period.dated]) + len(found.education)
    parts = {section.name for section in found.sections} - {"other", "summary", "skills"}
    if len(parts) < 3 and ((offers >= 3 and offers > history) or (offers >= 2 and not history)):
        return DocumentKind.POSTING
    reachable = any(contact.kind in {"email", "phone"} for contact in found.contacts)
    evidence = history + len(found.contacts) + sum(section.name != "other" for section in found.sections)
    return DocumentKind.RESUME if (history or reachable) and evidence >= 2 else DocumentKind.OTHER


def _kind_of_posting(found: Extraction) -> DocumentKind:
    """A resume has periods instead of what an employer offers; what asks for nothing and offers nothing is neither."""
    text, posting = found.document.text, found.posting
    offers = len(_OFFERS.findall(text))
    if offers >= _MANY_OFFERS:
        return DocumentKind.POSTING
    if len(list(periods(text, Span(0, len(text))))) >= _HISTORY:
        return DocumentKind.RESUME
    parts = {section.name for section in found.sections} - {"other", "about", "legal"}
    said = (offers, len(posting.requirements), len(posting.years), posting.pay, posting.level != "other", parts)
    return DocumentKind.POSTING if any(said) else DocumentKind.OTHER
