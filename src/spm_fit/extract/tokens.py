"""The blank English pipeline's tokenizer, and the words and sentences that components work on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise

import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

from spm_fit.extract.phrases import Sentence
from spm_fit.extract.words import Normalizer
from spm_fit.model.document import Document, Span

_CACHE = 100_000
_RUN = re.compile(r"\S{250}")
_WORD = re.compile(r"\w")
# A full stop ends a sentence unless a small letter follows or an abbreviation precedes.
_END = re.compile(r"(?<=[a-z0-9%)\"'\]+][.!?])[\"')]?\s+(?=[\"'(\[]?[A-Z0-9$€£])|(?<=[A-Z]{2}[.!?])\s+(?=[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|inc|ltd|corp|co|no|dr|mr|mrs|ms|st|dept|est|incl|max|min|avg|sr|jr|ave|univ|prof|u\.s|a\.m|p\.m"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.|\b[A-Z]\.)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";\s|\t|\s•\s")
# No sentence is longer, in characters (about 300 words): a list without a full stop is cut, at a comma if it can be.
_LONGEST, _COMMA_WITHIN = 2400, 300


def blank() -> Language:
    """spaCy's blank English with a tokenizer that does not slow down at every newline."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "spm_fit.tokenizer.v1"}}})
    nlp.max_length = 2_000_000
    nlp.tokenizer = _in_pieces(nlp.vocab, nlp.tokenizer)
    return nlp


def _in_pieces(vocab: Vocab, tokenizer: Callable[[str], Doc]) -> Callable[[str], Doc]:
    """A tokenizer that cuts longer runs without a blank than any word: its time grows with the square of such a run."""

    def tokenize(text: str) -> Doc:
        cuts = [match.end() for match in _RUN.finditer(text)]
        if not cuts:
            return tokenizer(text)
        bounds = pairwise([0, *cuts, len(text)])
        tokens = [token for start, end in bounds for token in tokenizer(text[start:end])]
        return Doc(vocab, [token.text for token in tokens], [bool(token.whitespace_) for token in tokens])

    return tokenize


@registry.tokenizers("spm_fit.tokenizer.v1")
def _tokenizer():  # type: ignore[no-untyped-def]
    """English rules without the special cases for bare whitespace, which only make newlines slow."""
    from spacy.tokenizer import Tokenizer

    def make(nlp: Language) -> Tokenizer:
        defaults = English.Defaults
        rules = {key: value for key, value in defaults.tokenizer_exceptions.items() if key.strip()}
        return Tokenizer(
            nlp.vocab,
            rules=rules,
            prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=compile_suffix_regex(defaults.suffixes or ()).search,
            infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
            url_match=defaults.url_match,
            max_cache_size=_CACHE,
        )

    return make


def sentence_spans(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of text."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        before = text[max(start, match.start() - 8) : match.start()]
        if not _ABBREVIATION.search(before):
            yield from _cut(text, Span(start, match.start()))
            start = match.end()
    if text[start : span.end].strip():
        yield from _cut(text, Span(start, span.end))


def _cut(text: str, span: Span) -> Iterator[Span]:
    """A sentence, in pieces where it has no end."""
    start = span.start
    while span.end - start > _LONGEST:
        limit = start + _LONGEST
        comma = text.rfind(", ", limit - _COMMA_WITHIN, limit) + 1
        blank = comma or max(text.rfind(" ", start + 1, limit), text.rfind("\n", start + 1, limit))
        end = blank if blank > start else limit
        yield Span(start, end)
        start = end + text[end].isspace()
    yield Span(start, span.end)


class Words:
    """The sentences of a document as words, each with its normal form; clauses end at semicolons and table cells."""

    def __init__(self, doc: Doc, normalize: Normalizer, document: Document) -> None:
        self._doc, self._normalize, self._document = doc, normalize, document

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of them, in reading order."""
        return tuple(self._sentence(clause) for clause in self._clauses())

    @cached_property
    def _worded(self) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if sentence.starts)

    def within(self, span: Span) -> tuple[Sentence, ...]:
        """Those that begin inside a span."""
        first, last = (bisect_left(self._worded, at, key=lambda s: s.starts[0]) for at in (span.start, span.end))
        return self._worded[first:last]

    def _clauses(self) -> Iterator[Span]:
        text = self._document.text
        for block in self._document.blocks:
            for sentence in sentence_spans(text, block.span):
                start = sentence.start
                for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
                    yield Span(start, match.start())
                    start = match.end()
                yield Span(start, sentence.end)

    def _sentence(self, span: Span) -> Sentence:
        forms: list[str] = []
        written: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        breaks: list[bool] = []
        after_mark = False
        tokens = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        for token in tokens or ():
            text = token.text
            lower = text.lower()
            if lower in {"'s", "\u2019s"}:
                continue
            if not _WORD.search(text) and text != "&":
                after_mark = after_mark or text not in {"-", "/", "'", '"', "“", "”", "‘", "’"}
                continue
            for part, offset in _parts(text):
                forms.append(self._normalize(part.lower()))
                written.append(part)
                starts.append(token.idx + offset)
                ends.append(token.idx + offset + len(part))
                breaks.append(after_mark)
                after_mark = False
        return Sentence(tuple(forms), tuple(written), tuple(starts), tuple(ends), tuple(breaks))


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """A token at its inner hyphens and slashes, with offsets; most have none."""
    if "-" not in text and "/" not in text:
        yield text, 0
        return
    for match in re.finditer(r"[^\-/]+", text):
        yield match[0], match.start()
