"""Sections of a posting: where the requirements, wishes, duties and the rest begin."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, put
from spm_fit.extract.sections import key
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Section

_MAX_WORDS, _LONGEST_LEAD, _MAX_LABEL_WORDS, _ACRONYM = 9, 25, 6, 5
ASKING = frozenset(["must", "nice", "qualifications"])
# Headings that no list of phrases holds, by the word they turn on; the first that fits counts.
KINDS = tuple(
    (name, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for name, words in (
        ("not asked", r"what (?:does not|doesn['’]t|won['’]t) matter|we (?:don['’]t|do not) (?:need|require|care)|none of the following|not (?:a good )?fit\b"),
        ("process", r"travel\b|documents? (?:required|needed)|required documents|application requirements|how to|conditions? of (?:employment|appointment)"),
        ("qualifications", r"(?:desired|preferred|ideal) (?:candidate )?profile|(?:desired|preferred|ideal) candidate|\byou (?:can )?offer\b"),
        ("nice", r"prefer|could[- ]have|nice\b|bonus|desir|plus(?:es)?\b|stand out|set(?:s)? you apart|would be (?:great|nice|good|useful)|would (?:love|like) to see|great (?:if|to have)|good to have|thrilled if|happier|delighted if|(?:brownie|extra) points|wish ?list|icing on|cherry on|(?:may|might|could) also|love it if|extra|advantage|ideally|even better|welcome|not (?:required|essential)|optional|beneficial|helpful|useful|assets?\b\W*$|on top\b"),
        ("must", r"requir|must|minimum|mandatory|essential (?:criteria|skill|qual|exper|know)|essential\W*$|non-negotiable|basic qualif|need\b|should[- ]have\b(?: \w+)?\W*$"),
        ("benefits", r"benefit|perk|offer|what you(?:['’]?ll| will)? get|reward|in it for you"),
        ("pay", r"salary|pay\b|compensation|remuneration"),
        ("legal", r"equal opportunity|eeo|diversity|privacy|disclaimer|accommodation|inclusion"),
        ("duties", r"responsib|duties|what you(?:['’]?ll| will) (?:do|be doing|own|work)|(?:in|as) .{2,40}\byou(?:['’]ll| will)\W*$|the role|your role|impact|day[- ]to[- ]day|first \d+ (?:days|months)|job (?:description|involves)|mission|accountab|tasks"),
        ("qualifications", r"qualif|you (?:have|bring|are)|look(?:ing)? for|who you are|experience|skills|about you|your (?:profile|background|superpowers)|bring|licen[sc]es?\b|certificat|(?:to be|be|how to be) successful|to succeed|candidate|expertise|great fit|good fit|what it takes|we ask|ask for|we expect|we need|knowledge|abilit|if you\W*$|hear from you|you(?:['’])?ll have|should (?:apply|have)|for you if|sound like you|thrive|toolkit|top (?:\w+ )?skills|competenc|behaviou?rs|assess(?:ed)? (?:you )?(?:against|on)|ksas?\b|why you\W*$"),
        ("about", r"about|who we are|company|our (?:team|story|culture|values|mission)|why|life at|the team|join"),
        ("process", r"apply|process|interview|location|schedule|seniority level|employment type|job function|industries|show (?:more|less)|similar jobs"),
    )
)  # fmt: skip
# A line that leads into a list names what is asked only by these.
_LEADS = frozenset(["not asked", "nice", "must"])
_LEADS_TO_QUALIFICATIONS = re.compile(r"\b(?:(?:should|must|will) have|candidates?|qualif\w+|competenc\w+|behaviou?rs?|assess\w*|scored|looking for|ideal\w*|if you|we (?:ask|expect))\b", re.IGNORECASE)  # fmt: skip
# What goes on in a list below it is no heading, though it ends in a colon.
_ONE_OF = re.compile(r"\b(?:following|one of|any of|such as|including|combination)\b", re.IGNORECASE)
JOINERS = frozenset(["and", "or", "and/or"])
# Headings of pages that lost their layout: Title Case and one of these words.
_TITLE_CASE = re.compile(
    r"^(?:required|preferred|minimum|basic|desired|additional|other) (?:skills|qualifications|experience|education|knowledge|abilities|job)\b|\b(?:requirements?|qualifications?|responsibilities|duties|functions|nice to have|preferred|desired|bonus|benefits|perks|about (?:us|you|the)"
    r"|what (?:you|we)|who you|you(?:'ll| will)|summary|skills (?:and|&)|experience (?:and|&|/)|compensation)\b",
    re.IGNORECASE,
)
_SMALL = frozenset("a an and as at by for from in is of on or the to with you your we our & /".split())
# What follows belongs to other jobs.
_OTHER_JOBS = re.compile(
    r"^[^\w\n]*(?:similar jobs|related jobs|recommended jobs|people also viewed|more jobs)\b",
    re.IGNORECASE | re.MULTILINE,
)


def own_text(text: str) -> str:
    """What belongs to this posting, without the other jobs that its web page lists below it."""
    others = _OTHER_JOBS.search(text)
    return text[: others.start()] if others else text


@Language.factory("spm_posting_sections")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `sections` of a posting; `data` is JSON: headings by section name."""
    phrases = json.loads(data)
    lookup = {key(phrase): section for section, names in phrases.items() for phrase in names}

    def sections(doc: Doc) -> Doc:
        put(doc, "sections", find_sections(document_of(doc), lookup))
        return doc

    return sections


def find_sections(document: Document, lookup: dict[str, str]) -> Iterator[Section]:
    """The sections of a posting; what no heading names is `other`."""
    starts: list[tuple[str, Span, int]] = []
    for number, block in enumerate(document.blocks):
        following = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
        hit = _heading(document, block, following, lookup)
        if hit is None:
            continue
        name, length = hit
        start = block.span.start
        if name == "other" and starts and starts[-1][0] in ASKING and not document.text[starts[-1][2] : start].strip():
            # A heading right below that of the requirements divides them.
            name = starts[-1][0]
        starts.append((name, Span(start, start + length), start + length))
    first = starts[0][1].start if starts else len(document.text)
    if document.text[:first].strip():
        yield Section("other", None, Span(0, first))
    for index, (name, heading, body) in enumerate(starts):
        end = starts[index + 1][1].start if index + 1 < len(starts) else len(document.text)
        yield Section(name, heading, Span(min(body, end), end))


def _heading(
    document: Document, block: Block, following: Block | None, lookup: dict[str, str]
) -> tuple[str, int] | None:
    """(section, length of the heading) if a block begins a section."""
    text = document.slice(block.span)
    if (block.kind is BlockKind.ITEM and not text.rstrip().endswith(":")) or text.strip().lower() in JOINERS:
        return None
    if len(text.split()) <= _MAX_WORDS:
        name = lookup.get(key(text)) or _unlisted(block, following, text)
        if name is not None and not (name == "other" and (block.kind is BlockKind.ITEM or _ONE_OF.search(text))):
            return name, len(text)
    elif _leads(following, text):
        name = kind_of(text)
        asks = name == "qualifications" and _LEADS_TO_QUALIFICATIONS.search(text)
        return (name, len(text)) if asks or name in _LEADS else None
    label, colon, rest = text.partition(":")
    name = lookup.get(key(label)) if colon and len(label.split()) <= _MAX_LABEL_WORDS and rest.strip() else None
    return (name, len(label) + 1) if name is not None else None


def kind_of(text: str) -> str:
    """The section that a heading's words name, or `other`."""
    return next((kind for kind, pattern in KINDS if pattern.search(text)), "other")


def _unlisted(block: Block, following: Block | None, text: str) -> str | None:
    """The section that a heading begins which no list holds, or None for what is no heading."""
    words = text.split()
    labelled = len(words) > 1 and text.rstrip().endswith((":", "?"))
    if not labelled and not _is_loud(block, following, text, words):
        return None
    name = kind_of(text)
    if labelled or not re.search(r"\d", text):
        return name
    # "First 90 days" heads a part, a date or an amount does not.
    return name if name == "duties" else None


def _is_loud(block: Block, following: Block | None, text: str, words: list[str]) -> bool:
    """Whether a short line is a heading by its look, by its place above a list or between gaps, or by Title Case."""
    if block.kind is BlockKind.HEADING or text.rstrip().endswith((":", "?")):
        return True
    # "PMP" is in capitals anyway.
    if text.isupper() and (len(words) > 1 or len(text) > _ACRONYM):
        return True
    alone = text[:1].isupper() and text[-1:].isalpha() and following is not None
    if alone and following is not None and (following.kind is BlockKind.ITEM or min(block.gap, following.gap) > 0.5):
        return True
    title_case = 2 <= len(words) <= _MAX_WORDS and all(word[:1].isupper() or word.lower() in _SMALL for word in words)
    return title_case and bool(_TITLE_CASE.search(text))


def _leads(following: Block | None, text: str) -> bool:
    """Whether a line leads into the list below it."""
    listed = following is not None and following.kind is BlockKind.ITEM
    demand = re.search(r"\byears? of\b", text)
    return listed and not demand and text.rstrip().endswith(":") and len(text.split()) <= _LONGEST_LEAD
