"""Spans by bisection say what looking at each of them says; sentences without an end are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spm_fit.extract.dates import periods
from spm_fit.extract.places import Spans, blocks_of
from spm_fit.extract.tokens import blank, sentence_spans
from spm_fit.model.document import Block, BlockKind, Span

SPAN = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPAN, max_size=12), SPAN)
def test_spans(spans: list[Span], span: Span) -> None:
    found, ordered = Spans(spans), sorted(spans, key=lambda s: s.start)
    assert found.contain(span) == any(s.contains(span) for s in spans)
    assert found.overlap(span) == any(s.overlaps(span) for s in spans)
    assert found.within(span) == any(span.contains(s) for s in spans)
    assert found.first(span) == next((n for n, s in enumerate(ordered) if s.overlaps(span)), None)


@given(st.lists(st.integers(1, 9), max_size=8), SPAN)
def test_blocks_of_a_span(sizes: list[int], span: Span) -> None:
    blocks, end = [], 0
    for size in sizes:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(end, end + size)))
        end += size + 1
    assert list(blocks_of(blocks, span)) == [block for block in blocks if span.overlaps(block.span)]


ENDLESS = ["word " * 1000, "SQL, A/B testing, user research, " * 200, "x" * 6000, "( " * 3000, "a,b" * 3000]


@pytest.mark.parametrize("text", ENDLESS, ids=["words", "list", "one word", "brackets", "no blanks"])
def test_sentences_without_an_end_are_cut(text: str) -> None:
    spans = list(sentence_spans(text, Span(0, len(text))))
    assert len(spans) > 1
    assert all(0 < span.end - span.start <= 2400 for span in spans)
    assert "".join(text[span.start : span.end] for span in spans).replace(" ", "") == text.replace(" ", "")
    if ", " in text:
        assert all(text[span.start : span.end].rstrip().endswith(",") for span in spans)


def test_sentences_of_usual_length_stay_whole() -> None:
    text = "Led " + "a team and " * 180 + "more. Then he left."
    assert [text[span.start : span.end] for span in sentence_spans(text, Span(0, len(text)))] == [
        text[:-14],
        text[-13:],
    ]


def test_periods_of_both_kinds_in_one_line() -> None:
    text = "2015 - 2016, since May 2017, 2018 - 2019, since 2020, 2021 to 2022"
    found = [text[span.start : span.end] for span, _ in periods(text, Span(0, len(text)))]
    assert found == ["2015 - 2016", "since May 2017", "2018 - 2019", "since 2020", "2021 to 2022"]


@pytest.mark.parametrize("text", ["Led " + "(" * 900 + " a team", "x" * 250, "a,b" * 400 + "  c\n", "Led a team"])
def test_every_character_is_in_a_token(text: str) -> None:
    doc = blank()(text)
    assert doc.text == text
    assert all(len(token) <= 250 for token in doc)
