"""How components hand on what they found: one span group per kind, each span with its value of `model`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from spacy.tokens import Doc, SpanGroup

from spm_fit.extract.tokens import Words
from spm_fit.model.document import Document, Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T")

Doc.set_extension("document", default=None, force=True)
Doc.set_extension("words", default=None, force=True)


def put(doc: Doc, name: str, values: Iterable[_Spanned]) -> None:
    """Write the group `name`: one span for each value."""
    kept, spans = [], []
    for value in values:
        span = doc.char_span(value.span.start, value.span.end, label=name, alignment_mode="expand")
        if span is not None:
            kept.append(value)
            spans.append(span)
    doc.spans[name] = SpanGroup(doc, name=name, spans=spans, attrs={"values": tuple(kept)})


def got(doc: Doc, name: str, kind: type[T]) -> tuple[T, ...]:
    """The values of a group; none if no component wrote it."""
    values: Any = doc.spans[name].attrs["values"] if name in doc.spans else ()
    return tuple(value for value in values if isinstance(value, kind))


def document_of(doc: Doc) -> Document:
    """The document that the doc was made of."""
    document: Document = doc._.document
    return document


def words_of(doc: Doc) -> Words:
    """The document's words in their normal forms."""
    words: Words = doc._.words
    return words
