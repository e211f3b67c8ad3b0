"""Tools that no entry of the taxonomy knows: named where tools are listed, they are taken as printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.context import Found
from spm_fit.extract.groups import document_of, got, put, words_of
from spm_fit.extract.items import Listing, listings
from spm_fit.extract.labels import Place
from spm_fit.extract.names import is_abbreviation, is_common, is_name, is_odd
from spm_fit.extract.places import Spans
from spm_fit.extract.rows import row
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Section, Unlisted
from spm_fit.model.taxonomy import SkillKind

# Where sentences say what was used.
_TOLD = frozenset(
    ["experience", "projects", "volunteering", "summary", "other", "must", "nice", "qualifications", "duties"]
)
# How large a share of a list must be known tools, and how many, before its other names are taken for tools.
_SHARE = {Place.SURE: (0.2, 1), Place.LIKELY: (0.33, 1), Place.PLAIN: (0.5, 2)}
_ROW = 3
_VERSION = re.compile(r"\s+v?(?!(?:19|20)\d\d\b)\d[\d.]*x?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")


@Language.factory("spm_toolbox")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `unlisted`, and gives known tools in lists the name as printed ("AWS Route 53 Resolver")."""

    def take(doc: Doc) -> Doc:
        document, found, sections = document_of(doc), got(doc, "matches", Found), got(doc, "sections", Section)
        lists = list(listings(document, sections))
        put(doc, "matches", list(_as_printed(document, found, lists)))
        tools = [item for item in found if item.entry.kind is SkillKind.TOOL]
        other = Spans(item.span for item in found if item.entry.kind is not SkillKind.TOOL)
        known = Spans(tool.span for tool in tools)
        named = [span for each in lists for span in _listed(document, each, known, other)]
        named += _beside(doc, document, tools, other, lists)
        put(doc, "unlisted", [Unlisted(span, document.slice(span)) for span in sorted(set(named))])
        return doc

    return take


def _listed(document: Document, each: Listing, tools: Spans, other: Spans) -> Iterator[Span]:
    """The items of one list that are tools by their place."""
    hits = sum(tools.overlap(item) for item in each.items)
    share, least = _SHARE[each.place]
    company = hits >= least and hits >= share * len(each.items)
    before = None
    for item in each.items:
        name = document.slice(item)
        aside = item in each.rest
        known = tools.overlap(item)
        # "Windows 2000/XP", "Enterprise Architect (EA)": what follows a known name like this belongs to it.
        belongs = (
            aside and before is not None and (tools.overlap(before) or is_abbreviation(name, document.slice(before)))
        )
        before = item if not aside else before
        if known or _ends_with(item, other) or (belongs and not is_odd(name)):
            continue
        sure = each.place is Place.SURE and is_odd(name)
        lower = each.place is Place.SURE and hits * 2 >= len(each.items) and not aside
        if (company or sure) and is_name(name, lower=lower):
            yield _bare(document, item)


def _bare(document: Document, item: Span) -> Span:
    """An item without its version, unless that is a year."""
    version = _VERSION.search(document.slice(item))
    return Span(item.start, item.start + version.start()) if version else item


def _ends_with(item: Span, other: Spans) -> bool:
    """Whether the last letters of an item are (part of) a competency or a credential."""
    return other.overlap(Span(item.end - 1, item.end))


def _beside(
    doc: Doc, document: Document, tools: Sequence[Found], other: Spans, lists: Sequence[Listing]
) -> Iterator[Span]:
    """Names in a sentence's enumeration most of which are known tools."""
    tools = sorted(tools, key=lambda tool: tool.span)
    starts = [tool.span.start for tool in tools]
    told = Spans(section.body for section in got(doc, "sections", Section) if section.name in _TOLD)
    listed = Spans(item for each in lists for item in each.items)
    for sentence in words_of(doc).sentences:
        if not sentence.starts:
            continue
        whole = Span(sentence.starts[0], sentence.ends[-1])
        if not told.contain(whole) or listed.overlap(whole):
            continue
        near = tools[bisect_left(starts, whole.start) : bisect_left(starts, whole.end)]
        end = whole.start
        for tool in near:
            if tool.span.start < end:
                continue
            names = row(document.text, whole, tool.span, (other.span for other in near)).names
            end = names[-1].end
            known = [[t.entry.skill for t in near if t.span.overlaps(name)] for name in names]
            hits = len({skill for skills in known for skill in skills})
            if len(names) >= _ROW and hits >= 2 and sum(map(bool, known)) * 2 >= len(names):
                for name, skills in zip(names, known, strict=True):
                    if not skills and not _ends_with(name, other) and is_name(document.slice(name)):
                        yield _bare(document, name)


def _as_printed(document: Document, found: Sequence[Found], lists: Sequence[Listing]) -> Iterator[Found]:
    """Matches, those of tools widened to the item that they begin: "Firebase Remote Config", "Windows Server 2012"."""
    items = {item.start: item for each in lists for item in each.items}
    widest: dict[int, int] = {}
    for match in found:
        widest[match.span.start] = max(widest.get(match.span.start, 0), match.span.end)
    for match in found:
        item = items.get(match.span.start)
        if item and match.entry.kind is SkillKind.TOOL and widest[match.span.start] == match.span.end < item.end:
            rest = document.text[match.span.end : item.end]
            if _goes_on(rest) and is_name(document.slice(item)):
                yield replace(match, span=item)
                continue
        yield match


def _goes_on(rest: str) -> bool:
    """Whether what follows a name in its item belongs to it: a year, or capital words that are no common ones."""
    words = rest.split()
    if not rest.startswith(" ") or not words:
        return False
    return all(_YEAR.fullmatch(word) or (word[0].isupper() and not is_common(word)) for word in words)
