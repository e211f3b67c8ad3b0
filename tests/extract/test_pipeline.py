"""What holds for every document that goes through the pipelines."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spm_fit import readers, taxonomy
from spm_fit.extract import extract_posting, extract_resume
from spm_fit.extract.pipeline import POSTING, RESUME, pipeline, words_normalizer
from spm_fit.extract.tokens import Words
from spm_fit.model.document import Span
from spm_fit.model.finding import Extraction
from spm_fit.model.taxonomy import Taxonomy
from spm_fit.readers import text as text_reader
from tests.conftest import EXAMPLES

FILES = sorted([*(EXAMPLES / "resumes").iterdir(), *(EXAMPLES / "postings").iterdir()])
PARTS = [
    "Experience", "Product Manager, A Ltd, Jan 2020 - Present", "- Led a team of 9", "- Cut churn by 12%", "Skills", "SQL, Jira,",
    "Education", "MBA, 2019", "ada@example.com", "5+ years of experience", "\t", "", "\u2022", "2019 \u2013", "-", "(", "$1.2M to",
    "Requirements:", "Nice to have", "We are", "\U0001f600 caf\u00e9 na\u00efve", "a" * 300,
]  # fmt: skip


def spans(found: Extraction) -> list[Span]:
    groups = (
        found.positions,
        found.bullets,
        found.metrics,
        found.mentions,
        found.education,
        found.contacts,
        found.claims,
    )
    every = [item.span for group in groups for item in group]
    every += [section.body for section in found.sections] + list(found.first_person)
    every += [item.span for item in (*found.posting.requirements, *found.posting.years)]
    return every


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("names", [RESUME, POSTING], ids=["resume", "posting"])
def test_the_text_that_spacy_sees_is_the_document(path, names, knowledge: Taxonomy) -> None:
    document = readers.read(path)
    nlp = pipeline(knowledge, names)
    doc = nlp.make_doc(document.text)
    doc._.document = document
    doc._.words = Words(doc, words_normalizer(knowledge), document)
    doc = nlp(doc)
    assert doc.text == document.text
    for name, group in doc.spans.items():
        assert all(document.text[s.start_char : s.end_char] == s.text for s in group), name


KNOWLEDGE = taxonomy.load()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(PARTS) | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=30),
        max_size=14,
    ).map("\n".join)
)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    document = text_reader.read("any.txt", text.encode("utf-8", "replace"))
    for extract in (extract_resume, extract_posting):
        found = extract(document, KNOWLEDGE)
        for span in spans(found):
            assert 0 <= span.start <= span.end <= len(document.text)
        for mention in found.mentions:
            assert mention.bullet is None or found.bullets[mention.bullet].span.contains(mention.span)
