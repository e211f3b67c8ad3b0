"""Glyphs to segments (runs of words without a wide gap), and segments to the lines of one column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from unicodedata import normalize

from spm_fit.readers.clean import clean
from spm_fit.readers.layout.glyphs import Box, Color, Glyph, Line, Mark

# A gap wider than this many em may separate two columns; a narrower one is a word space.
SEGMENT_GAP = 0.9
# A gap wider than this inside one column separates cells: a title and its date.
CELL_GAP = 1.5
# A cell beside a list item is at most a period or a place.
_SIDE_WORDS = 6
# A gap wider than this many em is a word space; a narrower one, too, where no kerning comes near it.
WORD_GAP, TIGHT_GAP, KERNING = 0.16, 0.11, 0.05
MARKERS = "\uf0b7\uf0a7\uf076\uf0d8•●▪■◦○‣⁃∙·▸►▶➢➤➔➜→⇒❖✓✔◆♦◇□☐❑❒★✦»›"
# A glyph without a meaning that stands alone before a text is a bullet; so is a guillemet, which is a quote by now.
_LONE = re.compile(rf"[{MARKERS}*–—\"\ufffd-]|o")
_MARKER = re.compile(
    rf"([{MARKERS}]+|[*–—-]|[\"\ufffd](?=\s)|\(?\d{{1,2}}[.)]|o(?= [A-Z]))(?:\s+|(?<=[{MARKERS}])(?=\w))(?=\S)"
)
_TRACKED = re.compile(r"\S(?: \S){3,}(?: {2,}\S(?: \S)*)*")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_OPEN_DATE = re.compile(r"\d{4}\s*(?:[-–—]|to|until)\s*$", re.IGNORECASE)
# A period's beginning, then nothing or something else than its end.
_OPEN_LEAD = re.compile(
    rf"(?P<date>(?:{_MONTH},? |\d\d?[./-])?(?:19|20)\d\d\s*(?:[-–—]|to\b|until\b))\s*(?P<rest>(?!{_MONTH} ?\d|\d|present|current|now\b|today|ongoing)\S.*|)$",
    re.IGNORECASE,
)
_CLOSE_LEAD = re.compile(
    rf"(present|current|now|today|ongoing|to date|{_MONTH},? \d{{4}}|{_MONTH}|\d\d?[./]\d{{4}}|(?:19|20)\d\d)(?=\s|$)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\d{4}$|present|current|now|today|ongoing|to date", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of glyphs on one baseline without a wide gap."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    color: Color | None = None
    ruled: bool = False
    heading: bool = False
    head: float = 0.0
    """The width of its first word."""

    @property
    def top(self) -> float:
        """Upper edge of a capital letter, near enough."""
        return self.baseline - 0.7 * self.size


def same_row(a_top: float, a_base: float, b_top: float, b_base: float) -> bool:
    """Whether two pieces of text stand beside each other rather than under each other."""
    shared = min(a_base, b_base) - max(a_top, b_top)
    return shared > 0.5 * min(a_base - a_top, b_base - b_top)


def rows(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments that share a baseline, top to bottom, each row left to right."""
    result: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (round(s.baseline, 1), s.x0)):
        for row in result[-3:]:
            if same_row(row[0].top, row[0].baseline, segment.top, segment.baseline):
                row.append(segment)
                break
        else:
            result.append([segment])
    for row in result:
        row.sort(key=lambda s: s.x0)
    return result


def segments(glyphs: Sequence[Glyph], marks: Sequence[Mark] = (), rules: Sequence[Box] = ()) -> list[Segment]:
    """The segments of a page. Glyphs printed twice at one place (fake bold) count once."""
    result: list[Segment] = []
    for row in _glyph_rows(glyphs):
        for run in _split(_in_order(_composed(row))):
            text = _text(run)
            if text.strip():
                ink = [g for g in run if g.text.strip()]
                size = median(g.size for g in ink)
                bold = sum(g.bold for g in ink) * 2 > len(ink)
                base = median(g.baseline for g in ink)
                color = ink[len(ink) // 2].color
                x0, x1 = ink[0].x0, max(g.x1 for g in ink)
                ruled = _ruled(rules, x0, x1, base, size)
                head = ink[min(len(text.split()[0]), len(ink)) - 1].x1 - x0
                result.append(Segment(text.strip(), x0, x1, base, size, bold, color, ruled, head=head))
    return _with_marks(result, marks)


def _ruled(rules: Sequence[Box], x0: float, x1: float, base: float, size: float) -> bool:
    """Whether a rule is drawn under a text, over its whole width."""
    return any(base - 0.1 * size < r.top < base + size and r.x0 <= x0 + 2 and r.x1 >= x1 - 2 for r in rules)


def _glyph_rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs of one baseline, in the order in which they were painted."""
    result: list[list[tuple[int, Glyph]]] = []
    numbered = [pair for pair in enumerate(glyphs) if pair[1].size > 0]
    for number, glyph in sorted(numbered, key=lambda pair: (round(pair[1].baseline, 1), pair[0])):
        top = glyph.baseline - 0.7 * glyph.size
        for row in result[-3:]:
            first = row[0][1]
            if same_row(first.baseline - 0.7 * first.size, first.baseline, top, glyph.baseline):
                row.append((number, glyph))
                break
        else:
            result.append([(number, glyph)])
    for row in result:
        row.sort(key=lambda pair: pair[0])
    return [[glyph for _, glyph in row] for row in result]


# Accents that TeX's old fonts print over the letter that follows, as combining marks.
_ACCENTS = dict(
    zip("`´ˆ^˜~¨ˇ˘˚¸˝¯", "\u0300\u0301\u0302\u0302\u0303\u0303\u0308\u030c\u0306\u030a\u0327\u030b\u0304", strict=True)
)


def _composed(row: list[Glyph]) -> list[Glyph]:
    """A row with each accent that overlaps the letter painted after it as one letter."""
    result: list[Glyph] = []
    for glyph in row:
        accent = result[-1] if result else None
        if accent is not None and accent.text in _ACCENTS and glyph.text.isalpha() and _covers(glyph, accent):
            letter = normalize("NFC", glyph.text.replace("\u0131", "i") + _ACCENTS[accent.text])
            result[-1] = replace(glyph, text=letter)
        else:
            result.append(glyph)
    return result


def _covers(letter: Glyph, accent: Glyph) -> bool:
    return letter.x0 - 0.1 * letter.size < (accent.x0 + accent.x1) / 2 < letter.x1 + 0.1 * letter.size


def _in_order(row: list[Glyph]) -> list[Glyph]:
    """A row from left to right, by words as they were painted: two words that overlap stay two words."""
    words: list[list[Glyph]] = []
    painted: dict[tuple[str, int], float] = {}
    last: Glyph | None = None
    for glyph in row:
        step = 0.1 * glyph.size
        place = round(glyph.x0 / step)
        twice = (painted.get((glyph.text, near), -step) for near in (place - 1, place, place + 1))
        if glyph.text.strip() and any(abs(x - glyph.x0) < step for x in twice):
            last = None
            continue
        painted[glyph.text, place] = glyph.x0
        if last is None or not -0.4 * glyph.size < glyph.x0 - last.x1 < glyph.size:
            words.append([])
        words[-1].append(glyph)
        last = glyph
    return [glyph for word in sorted(words, key=lambda word: word[0].x0) for glyph in word]


def _split(row: list[Glyph]) -> list[list[Glyph]]:
    runs: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in row:
        blank = not glyph.text.strip()
        if last is not None and not blank:
            gap = glyph.x0 - last.x1 - SEGMENT_GAP * max(glyph.size, last.size)
            if gap > 0 and gap > 2 * _tracking(runs[-1]):
                runs.append([])
        if not runs:
            runs.append([])
        runs[-1].append(glyph)
        if not blank:
            last = glyph
    return runs


def _tracking(run: Sequence[Glyph]) -> float:
    """Extra space that the designer put between all letters of a run, in points."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(run) if a.text.strip() and b.text.strip()]
    return max(0.0, median(gaps)) if len(gaps) >= 3 else 0.0


def _word_gap(run: Sequence[Glyph]) -> float:
    """The gap in em from which on a word ends: tracking widens it, a line set tight narrows it."""
    ink = [glyph for glyph in run if glyph.text.strip()]
    gaps = [(b.x0 - a.x1) / min(a.size, b.size) for a, b in pairwise(ink)]
    tracking = max(0.0, median(gaps)) if len(gaps) >= 3 else 0.0
    unsure = any(KERNING < gap - tracking < TIGHT_GAP for gap in gaps)
    return tracking + (WORD_GAP if unsure else TIGHT_GAP)


def _text(run: Sequence[Glyph]) -> str:
    limit = _word_gap(run)
    parts: list[str] = []
    last: Glyph | None = None
    blank: Glyph | None = None
    for glyph in run:
        if not glyph.text.strip():
            blank = glyph
            continue
        if last is not None and _is_break(last, glyph, blank, limit):
            parts.append(" ")
        parts.append(glyph.text)
        last, blank = glyph, None
    return collapse_tracking(clean("".join(parts)))


def _is_break(last: Glyph, glyph: Glyph, blank: Glyph | None, limit: float) -> bool:
    """Whether a word ends between two letters; `blank` is the space printed between them."""
    gap = glyph.x0 - last.x1
    if gap > limit * min(glyph.size, last.size) or gap < -0.4 * glyph.size:
        return True
    # A printed space counts even where it is set tight.
    return gap > 0.04 * glyph.size and blank is not None and last.x0 < blank.x0 < glyph.x0 and blank.x1 <= glyph.x1


def is_tracked(text: str) -> bool:
    """Whether a line is typed with a blank after every letter."""
    return bool(_TRACKED.fullmatch(text))


def collapse_tracking(text: str) -> str:
    """``E X P E R I E N C E`` typed with blanks is one word; two blanks part the words."""
    if is_tracked(text):
        return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", text))
    return re.sub(r" {2,}", " ", text)


def _with_marks(found: list[Segment], marks: Sequence[Mark]) -> list[Segment]:
    """Drawn bullets become printed ones where text follows on their right."""
    for mark in marks:
        right = [
            s for s in found
            if s.top - 0.2 * s.size <= mark.middle <= s.baseline + 0.1 * s.size and 0 <= s.x0 - mark.x1 < 2.5 * s.size
        ]  # fmt: skip
        if right:
            near = min(right, key=lambda s: s.x0)
            found.append(Segment("•", mark.x0, mark.x1, near.baseline, near.size, bold=False))
    return found


def lines(found: Sequence[Segment], page: int, region: int) -> list[Line]:
    """The lines of one column, top to bottom, with markers of list items taken off."""
    table = _lift_side_cells(_join_wrapped_dates(rows(found)))
    result: list[Line] = []
    pending: Segment | None = None
    for row in table:
        if pending is None and len(row) == 1 and _LONE.fullmatch(row[0].text):
            pending = row[0]
            continue
        if (
            pending is not None
            and 0 <= row[0].baseline - pending.baseline < 2 * row[0].size
            and row[0].x0 >= pending.x0
        ):
            row = [pending, *row]
        pending = None
        result.append(_line(row, page, region))
    return result


def _lift_side_cells(table: list[list[Segment]]) -> list[list[Segment]]:
    """Dates at the right margin beside list items belong to the heading above, not into the items' sentences."""
    every = [cell for row in table for cell in row]
    if not every:
        return table
    left, right = min(cell.x0 for cell in every), max(cell.x1 for cell in every)
    result: list[list[Segment]] = []
    place: int | None = None
    marker = 0.0
    for row in table:
        first = row[0]
        if _LONE.fullmatch(first.text) or _MARKER.match(first.text):
            place, marker = len(result), first.x0
        elif first.x0 < marker + 0.5 * first.size:
            place = None
        cell, rest = row[-1], row[:-1]
        lifted = (
            place is not None
            and rest
            and not _LONE.fullmatch(rest[-1].text)
            and cell.x0 - rest[-1].x1 > CELL_GAP * cell.size
            and cell.x0 > left + 0.6 * (right - left)
            and right - cell.x1 < cell.size
            and len(cell.text.split()) <= _SIDE_WORDS
        )
        if lifted and place is not None:
            result.insert(place, [cell])
            place += 1
            row = rest
        result.append(row)
    return result


def _line(row: Sequence[Segment], page: int, region: int) -> Line:
    parts = [row[0].text]
    marker, start = "", row[0].x0
    rest = row
    if len(row) > 1 and _LONE.fullmatch(row[0].text):
        marker, start, rest = row[0].text, row[1].x0, row[1:]
        # Some producers draw the bullet and print it, too.
        parts = [row[1].text.lstrip(MARKERS + " ") or row[1].text]
    last = start
    for left, right in pairwise(rest):
        wide = right.x0 - left.x1 > CELL_GAP * max(left.size, right.size)
        last = right.x0 if wide else last
        parts.append(("\t" if wide else " ") + right.text)
    text = "".join(parts)
    if not marker:
        marker, text = split_marker(text)
        if marker:
            start = row[0].x0 + (row[0].x1 - row[0].x0) * min(1.0, (len(marker) + 1) / max(1, len(row[0].text)))
    main = max(rest, key=lambda s: len(s.text))
    base = row[0] if not marker else rest[0]
    return Line(
        text, row[0].x0, row[-1].x1, base.baseline, main.size, rest[0].bold, page, region, marker, start,
        heading=rest[0].heading, color=main.color, ruled=main.ruled, last=last, head=rest[0].head,
    )  # fmt: skip


def is_lone_marker(text: str) -> bool:
    """Whether a segment is nothing but the marker of a list item."""
    return bool(_LONE.fullmatch(text))


def split_marker(text: str) -> tuple[str, str]:
    """The marker of a list item and what follows; an empty marker where there is none."""
    match = _MARKER.match(text)
    if match is None:
        return "", text
    rest = text[match.end() :]
    # Some converters print the bullet twice.
    return match[1], rest.lstrip(MARKERS + " ") if rest[:1] in MARKERS else rest


def _join_wrapped_dates(table: list[list[Segment]]) -> list[list[Segment]]:
    """A narrow date column breaks ``March 2019 -`` / ``Present`` over two or three rows; what is below moves up."""
    for number, upper in enumerate(table):
        for i, cell in enumerate(upper):
            begun = _OPEN_LEAD.match(cell.text) if i == 0 else _OPEN_DATE.search(cell.text)
            if not begun or (i > 0 and len(upper) == 1):
                continue
            closed = _closed(table[number + 1 : number + 3], cell)
            if closed and (i > 0 or len(upper) > 1 or begun["rest"]):
                opened, rest = (begun["date"], begun["rest"]) if i == 0 else (cell.text, "")
                upper[i] = replace(cell, text=f"{opened.strip()} {closed}" + (f"\t{rest.strip()}" if rest else ""))
                break
    return [row for row in table if row]


def _closed(below: list[list[Segment]], cell: Segment) -> str:
    """The end of a period from the rows below, taken out of them; empty if they do not have it."""
    found: list[str] = []
    for row in below:
        place = next(
            (n for n, other in enumerate(row) if other.x0 < cell.x0 + 3 * cell.size and other.x1 > cell.x0 - cell.size),
            -1,
        )
        part = _CLOSE_LEAD.match(row[place].text) if place >= 0 else None
        if part is None:
            return ""
        found.append(part[1])
        if _ENDS.search(part[1]):
            break
    else:
        return ""
    for row in below[: len(found)]:
        place = next(
            n for n, other in enumerate(row) if other.x0 < cell.x0 + 3 * cell.size and other.x1 > cell.x0 - cell.size
        )
        other, part = row[place], _CLOSE_LEAD.match(row[place].text)
        rest = other.text[part.end() :].lstrip() if part else ""
        if rest:
            shift = (other.x1 - other.x0) * (len(other.text) - len(rest)) / len(other.text)
            row[place] = replace(other, text=rest, x0=other.x0 + shift)
        else:
            row.pop(place)
    return " ".join(found)
