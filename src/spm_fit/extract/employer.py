"""What a posting says of the employer is not asked of the reader: such mentions are dropped."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, got, put, words_of
from spm_fit.extract.places import Spans
from spm_fit.model.document import Span
from spm_fit.model.finding import Mention, Requirement, Section

# "We build ...", "Our team ...", "At Example, we ...", "Example is a global provider ...", "Founded in 1998, ..."
_EMPLOYER = re.compile(
    r"\W*(?:(?:at|here at|as) [^,.;]{2,40}, )?(?:we|we['’](?:re|ve|ll)|our|ours|us)\b"
    r"|\W*(?:the company|founded|headquartered|established) "
    r"|\W*[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3} (?:is (?:a|an|the|one)|was founded|has been|helps|provides|offers|brings|builds|believes)\b",
)
_NEVER = frozenset(["benefits", "pay", "process", "legal"])
# ... unless the sentence speaks of the person or of the job after all.
_ROLE = re.compile(
    r"\b(?:you|your|yours|candidates?|applicants?|role|position|job|looking for|seek(?:ing|s)?|hir(?:e|ing) (?:a|an|our)|need|want someone|someone who"
    r"|product managers?|responsib\w+|requires?|must|should|experience)\b",
    re.IGNORECASE,
)


@Language.factory("spm_employer")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that removes from `mentions` those in sentences about the employer."""

    def drop(doc: Doc) -> Doc:
        document = document_of(doc)
        asked = Spans(requirement.span for requirement in got(doc, "requirements", Requirement))
        sections = got(doc, "sections", Section)
        dropped = [section.body for section in sections if section.name in _NEVER]
        about = Spans(section.body for section in sections if section.name == "about")
        for sentence in words_of(doc).sentences:
            if not sentence.starts:
                continue
            span = Span(sentence.starts[0], sentence.ends[-1])
            if asked.overlap(span):
                continue
            text = document.slice(span)
            if not _ROLE.search(text) and (_EMPLOYER.match(text) or about.contain(span)):
                dropped.append(span)
        silent = Spans(dropped)
        put(doc, "mentions", [m for m in got(doc, "mentions", Mention) if not silent.contain(m.span)])
        return doc

    return drop
