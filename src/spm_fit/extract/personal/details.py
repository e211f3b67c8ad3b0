"""What else resumes say of the person: birth, nationality, family, faith, gender, pronouns, a photo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.extract.personal.head import cells
from spm_fit.extract.places import Spans
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Private

_TO = r"\s*(?:[:=\t–—-]|\s)\s*"
# Label -> kind; the value goes to the end of the cell. With a colon they count in any line, else where the person is the subject.
_LABELS = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])(?P<sign>\s*[:=\t–—]\s*|\s+-\s+|\s+)(?P<value>[^\t|•·\n;]{{1,90}})", re.IGNORECASE))
    for kind, words in (
        ("birth", r"(?:date|place|year|country|city|day) (?:(?:and|&|/) ?place )?of birth|birth[ -]?(?:date|day|place|year)s?|d\.?\s?o\.?\s?b\.?|born(?: on| in| at)?|age(?: in years)?"),
        ("nationality", r"nationalit(?:y|ies)|citizenship(?: status)?|national origin|ethnicity|ethnic (?:origin|group)|race|caste|passport(?: (?:no|number|details))?\.?|national id(?: no| number)?|domicile"),
        ("marital", r"(?:marital|civil|family|relationship)(?: |-)?status|married|children|dependents|dependants|spouse(?:['’]s name)?"),
        ("religion", r"religion|religious (?:affiliation|views?|beliefs?)|faith|denomination"),
        ("gender", r"gender(?: identity)?|sex|(?:preferred |my |personal )?pronouns|sexual orientation"),
        ("name", r"(?:father|mother|husband|wife|guardian)(?:['’]?s)? name|maiden name"),
        ("photo", r"photo(?:graph)?|profile (?:photo|picture)"),
    )
)  # fmt: skip
_LONE = tuple(
    (kind, re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE))
    for kind, words in (
        ("photo", r"(?:insert |my |profile |passport(?:-size)? |recent |applicant(?:['’]s)? )?(?:photo(?:graph)?|picture|headshot|portrait)(?: (?:here|attached|enclosed|of .{1,40}))?|(?:image|img|photo|portrait|avatar|headshot|profile)[\w -]{0,30}\.(?:jpe?g|png|gif|webp|svg)|!\[.{0,40}\](?:\(.{0,120}\))?"),
        ("birth", r"(?:aged? )?\d\d(?:[- ]years?[- ]old| y/?o| years of age)|(?:born )?\*\s?\d{1,2}\.\d{1,2}\.(?:19|20)\d\d"),
        ("marital", r"(?:happily )?(?:married|single|divorced|widowed|separated|unmarried|engaged)(?:,? (?:with |and )?(?:\w+ )?(?:child|children|kids?|sons?|daughters?)(?:\b.{0,30})?)?|(?:(?:mother|father|parent) of .{1,30})|(?:\w+ )?(?:children|kids)"),
        ("gender", r"male|female|man|woman|non-?binary|transgender|(?:she|he|they|ze|xe)(?:\s*/\s*(?:her|him|them|hers|his|theirs|they|she|he|zir|hir|xem)){1,2}"),
        ("nationality", r"(?:dual )?(?:[A-Z][a-z]+|U\.?S\.?A?|UK|EU|[A-Z][a-z]+[-/][A-Z][a-z]+) (?:citizen|national|nationality|citizenship|passport(?: holder)?)(?:ship)?"),
        ("religion", r"(?:practi[sc]ing |devout )?(?:christian|catholic|roman catholic|protestant|muslim|islam|hindu|hinduism|buddhist|buddhism|jewish|judaism|sikh|sikhism|jain|atheist|agnostic|orthodox|lutheran|mormon)"),
    )
)  # fmt: skip
_PRONOUNS_IN_BRACKETS = re.compile(
    r"[(\[]\s*(?:pronouns:?\s*)?(?:she|he|they|ze|xe|any)(?:\s*/\s*(?:her|him|them|hers|his|theirs|they|she|he|pronouns|zir|hir|xem)){1,2}\s*[)\]]|[(\[]\s*(?:any|all) pronouns\s*[)\]]",
    re.IGNORECASE,
)
_BORN = re.compile(r"\bborn (?:and (?:raised|bred) )?(?:on|in|at) (?P<value>[^,.;|\t\n]{2,50})", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Sr\.ª|Herr|Frau|Madame|Monsieur)\b\.?(?=\s+[^\W\d_a-z])")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]ers|[Hh]im|[Hh]imself|[Hh]erself)\b(?!\s?[®™])")
_IS_LABEL = re.compile(r"^\W*$|(?:^|[\t|•·;]|\s{2}|,)\s*$")
_OTHER_LABELS = re.compile(r"[,.]?\s+(?:[A-Z][\w']*\s){0,2}[A-Z][\w']*:\s|\s{3,}")

# "stage of birth", "product age": no label.
_WORD_BEFORE = re.compile(r"(?:^|\s)[a-z]{2,20}\s$")
_NEAR = 40
_UNSIGNED_END = re.compile(r"[,.(]\s*|\s{3,}")


def find(document: Document, about: Spans) -> Iterator[Private]:
    """All of it, in no order."""
    text = document.text
    for kind, pattern in _LABELS:
        for match in pattern.finditer(text):
            if (span := _labelled(text, match, about)) is not None:
                yield Private(span, kind)
    for block in document.blocks:
        yield from _alone(document, block, about)
    for match in _PRONOUNS_IN_BRACKETS.finditer(text):
        yield Private(Span(match.start(), match.end()), "gender")
    for match in _BORN.finditer(text):
        yield Private(Span(*match.span("value")), "birth")
    for kind, pattern in (("gender", _TITLE), ("pronoun", _PRONOUN)):
        yield from (Private(Span(match.start(), match.end()), kind) for match in pattern.finditer(text))


def _labelled(text: str, match: re.Match[str], about: Spans) -> Span | None:
    """The value behind a label: of a line of its own, or of a part of one."""
    value = match["value"]
    signed = bool(match["sign"].strip()) or "\t" in match["sign"]
    more = (_OTHER_LABELS if signed else _UNSIGNED_END).search(value)
    end = match.start("value") + (more.start() if more else len(value.rstrip(" .,)")))
    span = Span(match.start("value"), end)
    reach = max(0, match.start() - _NEAR)
    before = text[max(reach, text.rfind("\n", reach, match.start()) + 1) : match.start()]
    inside = about.overlap(span)
    # Lines of the head may have been joined to one.
    sure = inside and (signed or value[0].isdigit()) and not _WORD_BEFORE.search(before)
    if not value.strip() or not (sure or _IS_LABEL.search(before)):
        return None
    short = len(value.split()) <= (8 if signed else 4)
    return span if short and (signed or inside) else None


def _alone(document: Document, block: Block, about: Spans) -> Iterator[Private]:
    """Cells that say nothing else: "Married", "[Photo]", "34 years old", "she/her"."""
    inside = about.overlap(block.span)
    whole = document.slice(block.span)
    for kind, pattern in _LONE:
        if kind == "photo" and pattern.fullmatch(whole) and block.kind is not BlockKind.ITEM:
            yield Private(block.span, kind)
        elif inside:
            for cell in _parts(document, block.span):
                if pattern.fullmatch(document.slice(cell)):
                    yield Private(cell, kind)


def _parts(document: Document, span: Span) -> Iterator[Span]:
    """The cells of a line, and the parts of each between commas."""
    for cell in cells(document, span):
        yield cell
        start = cell.start
        for match in re.finditer(r",\s+", document.slice(cell)):
            yield Span(start, cell.start + match.start())
            start = cell.start + match.end()
        if start > cell.start:
            yield Span(start, cell.end)
