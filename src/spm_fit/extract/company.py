"""What a resume says of an employer is not said of the person: such matches are dropped."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.context import Found
from spm_fit.extract.groups import document_of, got, put, words_of
from spm_fit.extract.places import Spans
from spm_fit.model.document import Span
from spm_fit.model.finding import Section

_KIND = (
    "company|provider|firm|manufacturer|supplier|retailer|start-?up|agency|vendor|bank|subsidiary|division|leader|maker"
    "|producer|distributor|insurer|hospital|institution|organi[sz]ation|consultancy|platform|developer|brand|business|group"
)
_NAME = r"(?:The )?[A-Z][\w&.'’-]*(?: (?:[A-Z][\w&.'’-]*|of|and|&)){0,4}"
_PRODUCT = "software|tools?|platforms?|systems?|products|apps?|solutions|services|dashboards|machines|devices"
_AFTER = r"(?: (?:of|for|in|that|which|with|serving|speciali[sz]ing|operating|internationally|known)\b|,|;|\s*$)"
_DESCRIPTION = re.compile(
    # "Example is a leading provider of ..."
    rf"\W*{_NAME},? (?:is|was|are) (?:an?|the|one of the|among the)\b(?=[^.;]{{0,90}}\b(?:{_KIND})s?\b)"
    # "Example makes ... software", "Example's software is used by ..."
    rf"|\W*{_NAME} (?:sells|makes|builds|develops|provides|offers|supplies|publishes)\b(?=[^.;]{{0,60}}\b(?:{_PRODUCT})\b)"
    rf"|\W*{_NAME}['’]s [\w -]{{1,40}}\b(?:is|are) used by\b"
    # "A global maker of ..."
    rf"|(?:An?|The|One of the) (?:[\w&'’$€£-]+,? ){{1,5}}(?:{_KIND})s?\b(?={_AFTER})"
)
# Where employers are described: under positions, not in the words about oneself.
_PARTS = frozenset(["experience", "projects", "volunteering"])


@Language.factory("spm_company")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that removes from `matches` those in sentences that describe an employer."""

    def drop(doc: Doc) -> Doc:
        document = document_of(doc)
        sections = got(doc, "sections", Section)
        whole = Section("experience", None, Span(0, len(document.text)))
        shown = Spans(section.body for section in sections or (whole,) if section.name in _PARTS)
        spans = [Span(s.starts[0], s.ends[-1]) for s in words_of(doc).sentences if s.starts]
        silent = Spans(s for s in spans if shown.contain(s) and _DESCRIPTION.match(document.slice(s)))
        put(doc, "matches", [found for found in got(doc, "matches", Found) if not silent.contain(found.span)])
        return doc

    return drop
