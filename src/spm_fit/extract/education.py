"""Degrees and courses of study, one for each entry of an education section."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.dates import single_dates
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.skills import SkillFinder
from spm_fit.extract.words import Normalizer
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Education, Section
from spm_fit.model.private import SCHOOL_FILL

# Where degrees stand in a resume without a section for them.
_ELSEWHERE = frozenset(["other", "certifications", "summary", "publications", "awards"])
_RANK = ("other", "associate", "bachelor", "master", "doctorate")
_FIELD = re.compile(
    r"(?:\s+of\s+(?:Science|Arts|Philosophy|Laws)\b)?(?:\s*\([^)]*\)|\))?\s*(?:degree)?\s*(?:\bin\b|\bof\b|,|:|-|–|—|\t|(?<=[a-z.)]) |(?<=[A-Z]) (?=[A-Z][a-z]))"
    r"\s*(?:the\s+)?([A-Z][A-Za-z&/' -]{2,60})"
)
_SCHOOL = re.compile(
    rf"{SCHOOL_FILL}|\b(?:university|college|institute|school|academy|polytechnic|universit|faculty|campus)",
    re.IGNORECASE,
)
# Studies that give no degree; short certificates are none.
_COURSE = re.compile(
    r"\b(?:boot ?camp|(?:post)?graduate certificate|high school|secondary school|(?:post)?graduate[- ]level courses|fellowship|executive (?:program(?:me)?|education)"
    r"|diploma|exchange|training|nanodegree|weeks?(?=\b.*\bcertificate)|certificate\W+\d+ weeks)\b",
    re.IGNORECASE,
)
# What is told of studies, not studies.
_TOLD = re.compile(
    r"(?:recipient|awarded|winner|won|member|president|thesis|courses|coursework|relevant)\b", re.IGNORECASE
)
# More empty space than this, in lines, parts two entries.
_NEW_ENTRY = 0.6
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_DEGREE_WORDS = re.compile(
    r"^\W*(?:(?:of|in)\s+(?:Science|Arts)\b|degree\b)?\W*(?:\([^)]*\))?\W*(?:of|in)?\b", re.IGNORECASE
)
_GRADES = re.compile(r"(?:[A-E]\*?[\s,/]*){2,6}")


@Language.factory("spm_education")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `education`; `data` is JSON: the taxonomy's credentials that are degrees."""
    degrees = json.loads(data)
    finder = SkillFinder(degrees, Normalizer({}))
    levels = {degree["id"]: str(degree["level"] or "other") for degree in degrees}

    def education(doc: Doc) -> Doc:
        document = document_of(doc)
        sections = got(doc, "sections", Section)
        put(doc, "education", find(doc, document, sections, finder, levels))
        return doc

    return education


def find(
    doc: Doc, document: Document, sections: tuple[Section, ...], finder: SkillFinder, levels: dict[str, str]
) -> Iterator[Education]:
    """One entry per degree named in the education sections; without such sections, per degree named anywhere."""
    parts = [section for section in sections if section.name == "education"]
    words = doc._.words
    for section in parts or [s for s in sections if s.name in _ELSEWHERE]:
        entries: list[tuple[Span, str]] = []
        sentences = tuple(words.within(section.body))
        for found in sorted(finder.find(document, sentences, sections), key=lambda f: f.span.start):
            if _is_grade(document, found.span):
                continue
            level = levels[found.entry.skill]
            if entries and _one_degree(document, entries[-1][0], found.span, entries[-1][1], level):
                best = max(entries[-1][1], level, key=_RANK.index)
                entries[-1] = Span(entries[-1][0].start, found.span.end), best
            else:
                entries.append((found.span, level))
        if parts:
            degrees = [span for span, _ in entries]
            entries = _with_courses(document, section, _without_repeats(document, entries), degrees)
        for index, (span, level) in enumerate(entries):
            end = entries[index + 1][0].start if index + 1 < len(entries) else section.body.end
            start = entries[index - 1][0].end if index else section.body.start
            yield Education(span, level, _field(document, span), _year(document, span, start, end))


def _is_grade(document: Document, span: Span) -> bool:
    """Whether what looks like an abbreviated degree is a school's marks: "AAB", "A*AA"."""
    text = document.text
    line = Span(
        text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end) if "\n" in text[span.end :] else len(text)
    )
    return text[span.start - 1 : span.start] == "*" or bool(_GRADES.fullmatch(document.slice(line).strip()))


def _one_degree(document: Document, first: Span, second: Span, level: str, other: str) -> bool:
    """ "Bachelor of Science (BSc)" is one degree, "BSc 2010, MSc 2012" are two."""
    between = document.text[first.end : second.start]
    if level == other:
        return "\n" not in between and len(between) < 60 and not re.search(r"\d{4}", between)
    # "Diplom-Ingenieur (Diploma)": the second is the first in other words.
    return bool(re.fullmatch(r"[\w .-]*\(", between)) or (not between.strip(" .,:-(") and "\n" not in between)


def _without_repeats(document: Document, entries: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Entries without those that name a degree once more: the same level, then the same words or none."""
    kept: list[tuple[Span, str]] = []
    for span, level in entries:
        words = _words_after(document, span)
        again = (other for other, named in kept if named == level and _is_again(document, other, span, words))
        if not any(again):
            kept.append((span, level))
    return kept


def _is_again(document: Document, first: Span, second: Span, words: list[str]) -> bool:
    if words and words == _words_after(document, first):
        return True
    # "Bachelor's degree" right below or above the name of the same one.
    between = document.text[first.end : second.start]
    bare = not words or not _words_after(document, first)
    return bare and between.count("\n") <= 2 and "\n\n" not in between


def _words_after(document: Document, span: Span) -> list[str]:
    """The first words of what was studied, as the line has them."""
    rest = document.text[span.end : _line_end(document, span)]
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", _DEGREE_WORDS.sub("", rest, count=1))]
    return words[:2]


def _with_courses(
    document: Document, section: Section, entries: list[tuple[Span, str]], degrees: list[Span]
) -> list[tuple[Span, str]]:
    """Entries with the lines that name a course, or where there are none a school, but no degree."""
    found = list(entries)
    last: str | None = None
    for block in _blocks(document, section.body):
        text = document.slice(block.span)
        if (
            block.kind is BlockKind.ITEM
            or any(block.span.overlaps(span) for span in degrees)
            or len(text.split()) > 25
            or _TOLD.match(text)
        ):
            continue
        if _COURSE.search(text) or (_SCHOOL.search(text) and (not entries or _stands_alone(document, block, entries))):
            goes_on = last is not None and block.gap < _NEW_ENTRY and not (_DATED.search(last) and _DATED.search(text))
            if not goes_on:
                found.append((block.span, "other"))
            last = text
        elif block.gap >= _NEW_ENTRY or block.kind is BlockKind.HEADING:
            last = None
    return sorted(found, key=lambda entry: entry[0].start)


def _stands_alone(document: Document, block: Block, entries: list[tuple[Span, str]]) -> bool:
    """Whether a school with a year belongs to no degree: those near it have their own school in their line."""
    text = document.slice(block.span)
    if not _DATED.search(text) or block.kind is BlockKind.HEADING:
        return False
    near = [
        span
        for span, _ in entries
        if document.text[min(span.end, block.span.end) : max(span.start, block.span.start)].count("\n") <= 2
    ]
    starts = (document.text.rfind("\n", 0, span.start) + 1 for span in near)
    return all(
        _SCHOOL.search(document.text[start : _line_end(document, span)])
        for start, span in zip(starts, near, strict=True)
    )


def _line_end(document: Document, span: Span) -> int:
    end = document.text.find("\n", span.end)
    return end if end >= 0 else len(document.text)


def _blocks(document: Document, span: Span) -> Iterator[Block]:
    return (block for block in document.blocks if span.contains(block.span))


def _field(document: Document, span: Span) -> str:
    line_end = document.text.find("\n", span.end)
    match = _FIELD.match(document.text, span.end, line_end if line_end >= 0 else len(document.text))
    named = match[1].strip(" ,-") if match else ""
    return "" if _SCHOOL.search(named) else named


def _year(document: Document, span: Span, start: int, end: int) -> int | None:
    """The last year in the degree's line, else in the lines about it."""
    text = document.text
    line = Span(
        text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end) if "\n" in text[span.end :] else len(text)
    )
    near = Span(max(start, line.start), min(end, line.end))
    after = Span(span.end, min(end, span.end + 200))
    before = Span(max(start, span.start - 120), span.start)
    for part in (near, after, before):
        years = [date.year for _, date in single_dates(text, part)] if part.start < part.end else []
        if years:
            return max(years)
    return None
