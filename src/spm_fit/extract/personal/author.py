"""The author's name: from the head of the document, or from the e-mail address where the head has none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spm_fit.extract.personal.head import cells, top
from spm_fit.extract.personal.naming import Name, read
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Contact, Private, Section

_NAMED = re.compile(
    r"(?:^|[\t|]\s*)(?P<label>(?:full |candidate(?:['’]s)? |applicant(?:['’]s)? )?name|(?P<given>first name|given names?|forenames?)"
    r"|(?P<last>surname|last name|family name))\s*[:\t]\s*|\b(?:curriculum vitae|r[eé]sum[eé]|cv)\s*(?:of|for|[-–—:|])\s+",
    re.IGNORECASE | re.MULTILINE,
)
_LABELLED, _NAME_REACH = 60, 80
_ASKED = re.compile(
    r"\b(?:contact(?: person)?|recruiter|hiring manager|posted by|talent partner|questions to|apply to|hiring contact)\s*[:–-]\s*",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"([^\s@/:]{3,64})(?:@|/?$)")
_TWO = re.compile(r"([a-z]{2,20})[._-]([a-z]{2,30})\d{0,4}")
# Mail boxes of nobody.
_ROLES = frozenset("github linkedin info contact hello mail jobs career hire admin office resume cv the my me".split())


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a resume: the words of the name, given name first, and where they stand first (empty if nowhere)."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    places: tuple[Span, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name."""
        return self.given + self.surname


def find(
    document: Document, sections: tuple[Section, ...], contacts: tuple[Contact, ...], titles: frozenset[str]
) -> Author | None:
    """The author, or None if nothing names one; `titles` are words that alone are no name."""
    handles = _handles(document, contacts)
    stated = _labelled(document)
    if stated is not None:
        return stated
    best: tuple[int, int] | None = None
    chosen: Name | None = None
    for order, (block, name) in enumerate(_candidates(document, sections)):
        worth = _worth(document, block, name, order, handles, titles)
        if worth is not None and (best is None or (worth, -order) > best):
            best, chosen = (worth, -order), name
    if chosen is not None:
        return Author(chosen.given, chosen.surname, (chosen.span,))
    return _from_handles(handles)


def labelled(document: Document) -> Iterator[Private]:
    """Names of whom to ask: "Contact: Ann Example", "Recruiter: Bo Li"."""
    for match in _ASKED.finditer(document.text):
        reach = min(len(document.text), match.end() + _NAME_REACH)
        line = document.text.find("\n", match.end(), reach)
        name = read(document.text, Span(match.end(), line if line >= 0 else reach))
        if name and len(name.words) > 1 and not (name.lower or name.cut):
            yield Private(name.span, "name")


def _labelled(document: Document) -> Author | None:
    parts: dict[str, Name] = {}
    for block in document.blocks[:_LABELLED]:
        if block.kind is BlockKind.ITEM:
            continue
        match = _NAMED.search(document.text, block.span.start, block.span.end)
        name = read(document.text, Span(match.end(), block.span.end)) if match else None
        if match and name:
            kind = "last" if match["last"] else "given" if match["given"] else "whole"
            parts.setdefault(kind, name)
    if "whole" in parts:
        return Author(parts["whole"].given, parts["whole"].surname, (parts["whole"].span,))
    if "given" in parts and "last" in parts:
        return Author(parts["given"].words, parts["last"].words, (parts["given"].span, parts["last"].span))
    return None


def _candidates(document: Document, sections: tuple[Section, ...]) -> Iterator[tuple[Block, Name]]:
    """Lines that read as a name: those of the head, and headings in larger type than any other."""
    head = top(document, sections)
    largest = max((block.size for block in document.blocks), default=0.0)
    loud = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.size == largest]
    blocks = [*(head or document.blocks[:1]), *(loud if len(loud) == 1 else [])]
    for block in dict.fromkeys(blocks):
        if block.kind is BlockKind.ITEM:
            continue
        for span in list(cells(document, block.span))[:4]:
            name = read(document.text, span)
            if name is not None:
                yield block, name


def _worth(
    document: Document, block: Block, name: Name, order: int, handles: tuple[str, ...], titles: frozenset[str]
) -> int | None:
    """How likely a line is the name; None if it is not likely enough."""
    confirmed = any(_is_in(word, handle) for word in name.words for handle in handles)
    first = block.span.start == document.blocks[0].span.start
    largest = block.size == max(b.size for b in document.blocks) and block.size > min(b.size for b in document.blocks)
    whole = name.span.end - name.span.start >= len(document.slice(block.span).strip()) - 1
    several = len(name.words) > 1
    # "Finance Manager", "Chef": a title and no name, unless an address has it, too.
    if not confirmed and (name.lower or name.cut or (not several and name.words[0].lower() in titles)):
        return None
    worth = 10 * confirmed + 4 * largest + 3 * several + 5 * first + whole
    return worth if confirmed or first or (largest and several) or (several and whole and order < 3) else None


def _handles(document: Document, contacts: Iterable[Contact]) -> tuple[str, ...]:
    """What stands before the @ of addresses, and at the end of profile links; in small letters without accents."""
    found = (
        match[1]
        for contact in contacts
        if contact.kind in {"email", "linkedin", "github"}
        and (match := _HANDLE.search(document.slice(contact.span).removesuffix("/")))
    )
    return tuple(dict.fromkeys(handle for handle in map(plain, found) if handle not in _ROLES))


def _is_in(word: str, handle: str) -> bool:
    letters = plain(word)
    short = len(letters) < 3
    return handle.split(".")[0] == letters if short else letters in handle.replace("-", "").replace(".", "")


def _from_handles(handles: tuple[str, ...]) -> Author | None:
    for handle in handles:
        match = _TWO.fullmatch(handle)
        if match and _ROLES.isdisjoint(match.groups()):
            return Author((match[1].capitalize(),), (match[2].capitalize(),), ())
    return None


def plain(word: str) -> str:
    """A word in small letters without accents and marks."""
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in letters if c.isalnum() or c in "._-").replace("ß", "ss").replace("ø", "o").strip(".")
