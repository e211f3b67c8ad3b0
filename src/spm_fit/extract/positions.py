"""Positions held: heading lines with dates, and what in them is the title and what the employer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.cells import COMMA, DASH, TRIM, pieces, split_outside, trimmed
from spm_fit.extract.dates import periods, season, single_dates
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.titles import TitleReader
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Position, RoleKind, Section
from spm_fit.model.period import Period
from spm_fit.model.taxonomy import Titles

WORKING = frozenset({"experience", "volunteering"})
_MAX_HEADING_WORDS = 16
_MAX_DATED_WORDS = 40
_MAX_ABOVE = 3
_ADDRESS = 3
# Offices in clubs are no positions.
_CLUBS = re.compile(r"\b(?:memberships?|affiliations?|associations?)\b", re.IGNORECASE)
# Titles of more words than this do not begin with a verb.
_LONG_TITLE = 5
_DETERMINERS = frozenset("a an the our their his her its all every each".split())
_PLACE = re.compile(
    r"(?:[A-Z]{2}|city|state|remote|hybrid|on-?site|usa?|u\.s\.a?\.?|uk|united states|united kingdom|canada|india|germany|france"
    r"|spain|australia|ireland|netherlands|city\s*,?\s*state|country|full[- ]time|part[- ]time|contract|freelance|permanent)\.?",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"\b(?:inc|llc|ltd|gmbh|corp|corporation|company|co|plc|s\.?a|ag|bv|group|university|college|school|hospital|bank|labs?|agency"
    r"|institute|foundation|association|department|studios?|solutions|systems|technologies|services|partners|holdings|ventures)\b\.?",
    re.IGNORECASE,
)
# However much else it says: "Example PM Club" is no title.
_CLUB = re.compile(r"\b(?:club|society|association|university|college|school|hospital|bank)\W*$", re.IGNORECASE)
_CLUB_ONLY = re.compile(r"\b(?:club|society)\W*$", re.IGNORECASE)
_OFFICER = re.compile(
    r"\b(?:vp|vice president|president|treasurer|secretary|chair\w*|captain|member|organi[sz]er)\b", re.IGNORECASE
)
_LEGAL = re.compile(r"(?:inc|llc|ltd|limited|gmbh|corp|co|plc|s\.?a|ag|bv|lda)\b\.?(?:\s*\([^)]*\))?", re.IGNORECASE)
# A remark in brackets that held a date says nothing else worth keeping: "(acquired in 2020)".
_DATED_REMARK = re.compile(r"\([^()\n]*\t[^()\n]*\)")
_REMARK = re.compile(r"\([^()]*\)")
_SMALL_WORDS = frozenset(["and", "of", "the", "for", "in", "at", "de", "la", "du", "der", "van", "von", "y", "e", "&"])
_ABBREVIATED = re.compile(r"\b(?:inc|ltd|co|corp|bros|univ|dept|llp|pvt|[a-z](?:\.\s?[a-z])*)\.\s*$", re.IGNORECASE)
# "CurrentProgram Lead, 12/2019": a lost line break and a lone beginning.
_OPEN = re.compile(r"\b(?:Current|Present)(?=[A-Z])|\b(?:current|present)\b", re.IGNORECASE)
_GLUED_OPEN = re.compile(r"^(?:Current|Present)(?=[A-Z])")
# Forms that name each part: "Designation : Analyst", "Duration : 2019 - 2021".
_FIELD = re.compile(
    r"\s*(?:(?P<organization>organi[sz]ation|company(?: name)?|employer|firm|institution)|(?P<title>designation|position|job title|title|role|post)"
    r"|duration|period|tenure|dates?|location|place)\s*:(?:\s+|$)",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(r"[^:]{2,40}:\s*$")
_DURATION = re.compile(
    r"\(?\b\d+\+?\s*(?:years?|yrs?)\b(?:,?\s*(?:and\s*)?\d+\s*(?:months?|mos?)\b)?\)?|\(?\b\d+\s*(?:months?|mos)\b\)?",
    re.IGNORECASE,
)


@Language.factory("spm_positions")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `positions`; `data` is JSON: titles, and inflected verbs to tell statements from headings."""
    titles, verbs = json.loads(data)
    finder = _Finder(TitleReader.of(Titles(**titles)), verbs)

    def positions(doc: Doc) -> Doc:
        put(doc, "positions", finder.find(document_of(doc), got(doc, "sections", Section)))
        return doc

    return positions


@dataclass(slots=True)
class _Line:
    """A block that may be a heading line of a position."""

    block: Block
    dates: list[tuple[Span, Period]]
    weak: list[tuple[Span, Period]] = field(default_factory=list)
    """Single dates: they count where a heading has no period."""


@dataclass(frozen=True, slots=True)
class _Finder:
    titles: TitleReader
    verbs: dict[str, str]

    def find(self, document: Document, sections: tuple[Section, ...]) -> Iterator[Position]:
        """The positions of all working sections, in reading order."""
        working = [section for section in sections if section.name in WORKING]
        named = any(section.name == "experience" for section in working)
        # Where columns part the text, positions may follow a heading that says nothing of work.
        working += [s for s in sections if s.name == "other" and (s.heading or not named) and not _is_club(document, s)]
        if not named:
            working += [section for section in sections if section.name == "summary"]
        for section in sorted(working, key=lambda section: section.body.start):
            yield from self._section(document, section)

    def _section(self, document: Document, section: Section) -> Iterator[Position]:
        heading = document.slice(section.heading).lower() if section.heading else ""
        kind = RoleKind.VOLUNTEER if section.name == "volunteering" else RoleKind.WORK
        if "intern" in heading:
            kind = RoleKind.INTERNSHIP
        found: list[Position | str] = []
        for group in self._groups(document, section):
            found += self._employers(document, group)
            found += [
                position
                for position in self._positions(document, group, kind, certain=section.name == "experience")
                if section.name in WORKING or (position.period.dated and self.titles.likeness(position.title) == 3)
            ]
        yield from self._under_employers(document, found)

    def _employers(self, document: Document, group: list[_Line]) -> Iterator[str]:
        """Employers above several titles, with the length of their whole time on a line of its own."""
        for name, length in pairwise(group):
            text = document.slice(name.block.span)
            if _DURATION.fullmatch(document.slice(length.block.span).strip()) and self.titles.likeness(text) < 3:
                yield text

    def _groups(self, document: Document, section: Section) -> Iterator[list[_Line]]:
        """Runs of heading lines, each between the statements of one position and those of the next."""
        group: list[_Line] = []
        above: Block | None = None
        for block in document.blocks:
            if block.span.start < section.body.start or block.span.start >= section.body.end:
                continue
            line = self._line(document, block)
            if line is not None and not group and above is not None and self._names(document, above, block, line):
                group.append(_Line(above, []))
            above = block
            if line is None:
                if group:
                    yield group
                group = []
            else:
                if group and not line.dates and block.gap > 0.6 and any(entry.dates or entry.weak for entry in group):
                    yield group
                    group = []
                group.append(line)
        if group:
            yield group

    def _line(self, document: Document, block: Block) -> _Line | None:
        text = document.slice(block.span)
        count = len(text.split())
        if count > _MAX_DATED_WORDS:
            return None
        dates = list(periods(document.text, block.span))
        named = bool(_FIELD.match(text)) and count <= _MAX_HEADING_WORDS
        if block.kind is BlockKind.ITEM and not named and not (dates and self._is_listed_position(text, dates, block)):
            return None
        if not dates:
            if count > _MAX_HEADING_WORDS or self._is_statement(text) or _LABEL_ONLY.match(text):
                return None
            alone = season(document.text, block.span)
            if alone:
                return _Line(block, [], [alone])
        elif count > _MAX_HEADING_WORDS and self._is_statement(text) and dates[0][0].start > block.span.start + 60:
            return None
        weak = []
        if not dates:
            present = bool(_OPEN.search(text))
            weak = [(span, Period(date, None, present)) for span, date in single_dates(document.text, block.span)]
        return _Line(block, dates, weak)

    def _names(self, document: Document, above: Block, block: Block, line: _Line) -> bool:
        """Whether a list item names the job whose period is the whole of the next item: "Acme Ltd", "2019 - 2021"."""
        text = document.slice(above.span)
        alone = above.kind is block.kind is BlockKind.ITEM and bool(line.dates) and _is_period(document, line)
        return alone and len(text.split()) <= _MAX_HEADING_WORDS // 2 and not self._is_statement(text)

    def _is_listed_position(self, text: str, dates: list[tuple[Span, Period]], block: Block) -> bool:
        """Whether a list item is itself a position: "Product Manager, Acme, 2019 - 2021"."""
        rest = _without(text, [Span(s.start - block.span.start, s.end - block.span.start) for s, _ in dates])
        if not rest.strip(TRIM):
            return True
        likely = max(self.titles.likeness(piece) for piece in pieces(rest)[:3])
        return len(rest.split()) <= 14 and not self._is_statement(rest) and likely >= 2

    def _is_statement(self, text: str) -> bool:
        words = text.split()
        if len(words) > 4 and text.rstrip().endswith(".") and not _ABBREVIATED.search(text):
            return True
        first = words[0].lower().strip(TRIM) if words else ""
        if first not in self.verbs or len(words) <= 2:
            return False
        inflected = self.verbs[first] != first and first.endswith(("ed", "ing", "t", "n", "ew", "ut"))
        if len(words) > _LONG_TITLE and (inflected or words[1].lower() in _DETERMINERS):
            return True
        # "Mentor with ..." names a job, "Represent product in the ..." says what was done.
        plain = len(words) > _LONG_TITLE and first not in self.titles.nouns and not _DETERMINERS.isdisjoint(words)
        return (inflected or plain) and self.titles.likeness(text) < 3

    def _positions(
        self, document: Document, group: list[_Line], kind: RoleKind, *, certain: bool
    ) -> Iterator[Position]:
        dated = [index for index, line in enumerate(group) if line.dates]
        if not dated:
            for line in group:
                line.dates = line.weak[:1]
            dated = [index for index, line in enumerate(group) if line.dates]
        if not dated:
            undated = self._position(document, group, None, kind)
            if certain and undated and self._stands_out(group, undated):
                yield undated
            return
        for lines, period in _split(group, dated):
            position = self._position(document, lines, period, kind)
            if position is not None:
                yield position

    def _stands_out(self, group: list[_Line], position: Position) -> bool:
        """Whether lines without any date are a position's heading all the same."""
        block = group[0].block
        apart = block.kind is BlockKind.HEADING or block.bold or block.gap > 0.5 or bool(position.organization)
        return len(group) <= 3 and self.titles.likeness(position.title) == 3 and apart

    def _position(
        self, document: Document, lines: list[_Line], period: tuple[Span, Period] | None, kind: RoleKind
    ) -> Position | None:
        candidates: list[str] = []
        addressed: list[str] = []
        given: dict[str, str] = {}
        for line in lines:
            spans = [span for span, _ in line.dates]
            shifted = [Span(span.start - line.block.span.start, span.end - line.block.span.start) for span in spans]
            text = _GLUED_OPEN.sub("", _without(document.slice(line.block.span), shifted))
            if field := _FIELD.match(text):
                text = text[field.end() :]
            found = self._candidates(text)
            if field and field.lastgroup and found:
                given[field.lastgroup] = ", ".join(found) if field.lastgroup == "title" else found[0]
            # "Fernhollow Credit Union, Worcester, MA": a line with a town and more begins with the employer.
            addressed += found[:1] if len(found) >= _ADDRESS else []
            candidates += found
        if not candidates:
            return None
        rated = [(self._likeness(text), -n) for n, text in enumerate(candidates)]
        best = max(rated)
        if period is None and best[0] < 3:
            return None
        title = given.get("title", candidates[-best[1]])
        others = [text for n, text in enumerate(candidates) if n != -best[1]]
        named = sorted(others, key=lambda text: (not _EMPLOYER.search(text), text not in addressed))
        employer = given.get("organization") or next((text for text in named if _is_name(text)), "")
        if (best[0] <= 0 and not employer and not period) or self.titles.is_break(" ".join(candidates)):
            return None
        if self.titles.is_internship(title) and kind is RoleKind.WORK:
            kind = RoleKind.INTERNSHIP
        elif self.titles.is_volunteer(title) or (_CLUB_ONLY.search(employer) and _OFFICER.search(title)):
            kind = RoleKind.VOLUNTEER
        level = self.titles.level(title)
        span = Span(lines[0].block.span.start, lines[-1].block.span.end)
        when = period[1] if period else Period(None, None)
        return Position(title, employer, when, kind, level != "other", level, span, self.titles.is_related(title))

    def _likeness(self, text: str) -> int:
        like = self.titles.likeness(text)
        plain = _REMARK.sub("", text)
        return like - 2 if _CLUB.search(plain) or (like < 3 and _EMPLOYER.search(plain)) else like

    def _candidates(self, text: str) -> list[str]:
        result: list[str] = []
        for cell in pieces(text):
            parts = [trimmed(part) for part in split_outside(COMMA, cell)]
            merged: list[str] = []
            for part in (part for part in parts if part):
                if merged and (_LEGAL.fullmatch(part) or self.titles.joined(merged[-1], part)):
                    merged[-1] = f"{merged[-1]}, {part}"
                else:
                    merged.append(part)
            if result and merged and self._goes_on(text, result[-1], merged[0]):
                merged[0] = f"{result.pop()} - {merged[0]}"
            result += merged
        return result

    def _goes_on(self, text: str, first: str, second: str) -> bool:
        """Whether a dash, and nothing else, stands between a rank and its function."""
        start = text.find(first) + len(first)
        between = text[start : text.find(second, start)]
        return bool(DASH.fullmatch(between)) and self.titles.completes(first, second) and not _is_firm(second)

    def _under_employers(self, document: Document, found: list[Position | str]) -> Iterator[Position]:
        """Positions with the employer that stands once above several titles, without the line that only names it."""
        employer, whole = "", None
        for index, position in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            if isinstance(position, str):
                employer, whole = position, None
            elif isinstance(following, Position) and self._spans(position, following):
                employer, whole = _employer(document, position), position
            elif employer and (whole is None or _covers(whole, position)) and not _names_first(document, position):
                yield _at(document, position, employer)
            else:
                if position.organization != employer:
                    employer, whole = "", None
                yield position

    def _spans(self, outer: Position, inner: Position) -> bool:
        return self.titles.likeness(outer.title) < 2 <= self.titles.likeness(inner.title) and _covers(outer, inner)


def _is_firm(text: str) -> bool:
    """Whether what begins with a function is a company after all: "Data Systems GmbH", "Marketing Partners"."""
    last = text.split()[-1]
    joined = _SMALL_WORDS & {word.lower() for word in text.split()}
    return bool(_LEGAL.fullmatch(last)) or (not joined and bool(_EMPLOYER.fullmatch(last)))


def _is_period(document: Document, line: _Line) -> bool:
    start = line.block.span.start
    spans = [Span(span.start - start, span.end - start) for span, _ in line.dates]
    return not _without(document.slice(line.block.span), spans).strip(TRIM)


def _is_club(document: Document, section: Section) -> bool:
    return bool(section.heading and _CLUBS.search(document.slice(section.heading)))


def _covers(outer: Position, inner: Position) -> bool:
    if outer.period.start is None or inner.period.start is None:
        return False
    return outer.period.start.first <= inner.period.start.last and _end(outer.period) >= _end(inner.period)


def _names_first(document: Document, position: Position) -> bool:
    """Whether a position has an employer of its own above or before its title."""
    text = document.slice(position.span)
    return bool(position.organization) and 0 <= text.find(position.organization) < text.find(position.title)


def _employer(document: Document, outer: Position) -> str:
    """The employer in a line that has no title: what is called a company, else what stands first."""
    text = document.slice(outer.span)
    names = [name for name in (outer.title, outer.organization) if name]
    return min(names, key=lambda name: (not _EMPLOYER.search(name), text.find(name)))


def _at(document: Document, position: Position, employer: str) -> Position:
    """A position at an employer; what stands behind the title is then part of it, unless a place follows."""
    full = f"{position.title}, {position.organization}"
    lines = document.slice(position.span).split("\n")
    own = any(trimmed(line.split("\t")[0].split(" (")[0]) == full for line in lines)
    return replace(position, title=full if own else position.title, organization=employer)


def _is_name(text: str) -> bool:
    """Whether a piece of a heading line can name an employer: no place, no number, no phrase in lower case."""
    words = [word for word in text.split() if word.lower() not in _SMALL_WORDS and any(c.isalpha() for c in word)]
    capital = sum(not word.strip("(\"'“").islower() or "." in word for word in words)
    first_lower = len(words) > 1 and words[0].isalpha() and words[0].islower()
    return bool(words) and not first_lower and 2 * capital >= len(words) and not _PLACE.fullmatch(text)


def _without(text: str, spans: list[Span]) -> str:
    """A line without its dates and lengths of time; a tab stands where they were."""
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + "\t" + text[span.end :]
    return _DATED_REMARK.sub("\t", _DURATION.sub("\t", text))


def _split(group: list[_Line], dated: list[int]) -> Iterator[tuple[list[_Line], tuple[Span, Period]]]:
    """One run of lines for each period: what follows a date belongs to it if the run begins with one."""
    leading = dated[0] == 0 and len(dated) > 1
    previous = 0
    for number, index in enumerate(dated):
        if leading:
            end = dated[number + 1] if number + 1 < len(dated) else len(group)
            lines = group[index:end]
        else:
            end = index + 1 if number + 1 < len(dated) else len(group)
            lines = group[max(previous, index - _MAX_ABOVE) : end]
        previous = end
        for order, period in enumerate(group[index].dates):
            # Two periods in one line are two positions of one title, or the second repeats the first.
            if order == 0 or period[1] != group[index].dates[0][1]:
                yield lines, period


def _end(period: Period) -> int:
    return 10**6 if period.present else period.end.last if period.end else 0
