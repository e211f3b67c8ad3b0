"""Glyphs to segments: runs of words on one baseline without a wide gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from unicodedata import normalize

from spm_fit.readers.clean import clean
from spm_fit.readers.layout.glyphs import Box, Color, Glyph, Mark
from spm_fit.readers.layout.markers import collapse_tracking

# A gap wider than this many em may separate two columns; a narrower one is a word space.
SEGMENT_GAP = 0.9
# A gap wider than this many em is a word space; a narrower one, too, where no kerning comes near it.
WORD_GAP, TIGHT_GAP, KERNING = 0.16, 0.11, 0.05


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
