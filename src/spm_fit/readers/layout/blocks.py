"""Lines to blocks: which line goes on with the one above, which starts a list item, a heading, a paragraph.

A line goes on with the one above if its first word would not have fitted there, or if it could not stand alone
(it starts in lower case after a word that asks for more). Works in points for pages and in characters for text files.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from spm_fit.model.document import Anchor, Block, BlockKind
from spm_fit.readers.layout import hyphens
from spm_fit.readers.layout.glyphs import Color, Line
from spm_fit.readers.layout.headings import is_section_name, is_usual_name, looks_like_heading, may_be_heading
from spm_fit.readers.source import Run, cut
from spm_fit.readers.writer import Writer

_SENTENCE_END = re.compile(r"[.!?:;]['\")]*$")
_ASKS_FOR_MORE = re.compile(
    r"(?:[,&/-]|\b(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|into|as|per|via|than|that|which|who|my|our|their|its))$",
    re.IGNORECASE,
)
# Rows of cells, addresses and links stand alone.
_ALONE = re.compile(
    r"\t|^\S+@\S+\.\w+$|^(?:https?://|www\.|(?:[\w-]+\.)+[a-z]{2,}/)\S+$|^\+?[\d() .-]{7,}$"
    r"|^\(?(?:[A-Za-z]{3,9}\.? |\d\d?[/.])?(?:19|20)\d\d\s*(?:[-–—]|to|until)\s*(?:(?:[A-Za-z]{3,9}\.? |\d\d?[/.])?(?:19|20)\d\d|present|current|now|today)\)?$",
    re.IGNORECASE,
)
# A column whose lines are this short holds lists: a capital begins an entry unless the line above asks for more.
_SHORT_LINE = 26
_ENUMERATES = re.compile(r"[,;|•·(]")
_LABEL = re.compile(r"[A-Z][\w &/-]{1,30}: ")
_HANGS = 0.4
_Style = tuple[float, bool, bool, Color | None, bool]
# Lines of one paragraph stand at one distance; more than this part of a line is a break.
_PARAGRAPH_GAP = 0.22
# The part of a text from which on bold type is its usual type.
_ALL_BOLD = 0.7


def build(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...], tuple[Anchor, ...]]:
    """The text of a document in reading order with its blocks and anchors; one block is one line of text."""
    lines = _weighed([line for line in lines if line.text.strip(" \t\u00ad")])
    groups = _group(lines)
    whole = " ".join(line.text for line in lines).lower()
    body, styles = _body_size(lines), _heading_styles(groups)
    pitch = _pitches(lines)
    writer = Writer()
    previous: Line | None = None
    for group in groups:
        first = group[0]
        gap = _gap(previous, first, pitch)
        kind = _kind(group, body, styles)
        _write(writer, group, kind, gap, whole)
        previous = group[-1]
    return writer.text, tuple(writer.blocks), tuple(writer.anchors)


def _write(writer: Writer, group: Sequence[Line], kind: BlockKind, gap: float, whole: str) -> None:
    first = group[0]
    start = writer.begin(kind, gap, first.runs[0] if first.runs else None, first.page)
    for line, following in zip(group, [*group[1:], None], strict=True):
        text, glue = (line.text, "") if following is None else hyphens.join(line.text, following.text, whole)
        if line.runs:
            last = line.runs[-1]
            writer.write_all(cut(line.runs, 0, len(text)))
            writer.write(Run(glue, last.line, last.column + (len(last.text) if last.wide == 1 else last.wide), 0))
        else:
            writer.plain(text.replace("\u00ad", "") + glue)
    writer.end(Block(kind, writer.span(start), first.page, first.start, first.size, first.bold, gap, first.region))


def _weighed(lines: list[Line]) -> list[Line]:
    """The lines, none of them bold where most of the text is: what is everywhere marks nothing."""
    bold, size = sum(len(line.text) for line in lines if line.bold), sum(len(line.text) for line in lines)
    return [replace(line, bold=False) for line in lines] if bold > _ALL_BOLD * size else lines


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _pitches(lines: Sequence[Line]) -> dict[float, float]:
    """The usual distance of two lines of one paragraph, by type size."""
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for a, b in pairwise(lines):
        if a.region == b.region and a.page == b.page and 0 < b.y - a.y < 2.2 * max(a.size, b.size):
            steps[round(a.size)][round(2 * (b.y - a.y)) / 2] += 1
    result = {}
    for size, counts in steps.items():
        common = max(counts.values())
        # The smallest distance that is nearly as frequent: the larger ones part list items.
        result[size] = min(step for step, n in counts.items() if n >= 0.35 * common)
    return result


def _gap(previous: Line | None, line: Line, pitch: dict[float, float]) -> float:
    """Empty space between two lines in lines; a new column or page counts as one."""
    if previous is None:
        return 0.0
    if previous.region != line.region or previous.page != line.page:
        return 1.0
    step = pitch.get(round(line.size), 1.2 * line.size)
    return max(0.0, (line.y - previous.y) / step - 1)


def _rights(lines: Sequence[Line]) -> dict[tuple[int | None, int, int], float]:
    """The right edge that wrapped text reaches, by page, region and left edge."""
    edge: dict[tuple[int | None, int, int], float] = {}
    bounds: dict[tuple[int | None, int], tuple[float, float]] = {}
    for line in lines:
        low, high = bounds.get((line.page, line.region), (line.x0, line.x1))
        bounds[line.page, line.region] = (min(low, line.x0), max(high, line.x1))
        if "\t" not in line.text:
            key = (line.page, line.region, round(line.start / 4))
            edge[key] = max(edge.get(key, 0.0), line.x1)
    return {
        key: max(right, bounds[key[:2]][0] + 0.6 * (bounds[key[:2]][1] - bounds[key[:2]][0]))
        for key, right in edge.items()
    }


def _group(lines: Sequence[Line]) -> list[list[Line]]:
    rights, pitch = _rights(lines), _pitches(lines)
    widths: dict[tuple[int | None, int], list[int]] = defaultdict(list)
    for line in lines:
        widths[line.page, line.region].append(len(line.text))
    lists = {key for key, lengths in widths.items() if median(lengths) <= _SHORT_LINE}
    hanging = _hanging(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _begins(groups[-1][0], line, hanging):
            groups.append([line])
            continue
        entry = (line.page, line.region) in lists and line.text[:1].isupper()
        if groups and not (entry and _is_entry(groups[-1])) and _continues(groups[-1], line, rights, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _hanging(lines: Sequence[Line]) -> set[tuple[int | None, int, int]]:
    """Left edges from which wrapped lines are indented, as in lists that have no marker."""
    seen: Counter[tuple[int | None, int, int]] = Counter()
    for a, b in pairwise(lines):
        near = (a.page, a.region) == (b.page, b.region) and 0 < b.y - a.y < 2 * a.size
        if near and not (a.marker or b.marker) and _HANGS * a.size < b.x0 - a.x0 < 3 * a.size and b.text[:1].islower():
            seen[a.page, a.region, round(a.start / 4)] += 1
    return {key for key, times in seen.items() if times > 1}


def _begins(first: Line, line: Line, hanging: set[tuple[int | None, int, int]]) -> bool:
    """Whether a line begins an entry of such a list."""
    key = (line.page, line.region, round(line.start / 4))
    return key in hanging and not first.marker and abs(line.x0 - first.x0) < _HANGS * line.size


def _is_entry(group: Sequence[Line]) -> bool:
    """Whether a block can be a whole entry of a list: no marker, no enumeration, nothing that asks for more."""
    text = group[-1].text
    return not (group[0].marker or _ENUMERATES.search(text) or _ASKS_FOR_MORE.search(text))


def _continues(
    group: list[Line], line: Line, rights: dict[tuple[int | None, int, int], float], pitch: dict[float, float]
) -> bool:
    last, first = group[-1], group[0]
    if is_section_name(line.text) or is_section_name(last.text):
        return False
    if _LABEL.match(line.text) and _LABEL.match(first.text) and not first.marker:
        return False
    if line.marker or line.heading or last.heading or abs(line.size - last.size) > 0.08 * last.size:
        return False
    lower = line.text[:1].islower()
    dangling = bool(_ASKS_FOR_MORE.search(last.text)) and not _SENTENCE_END.search(last.text)
    if last.region != line.region or last.page != line.page:
        return _goes_on(first, last, line, rights)
    if _in_last_cell(last, line, rights) and _gap(last, line, pitch) <= _PARAGRAPH_GAP:
        return True
    if _gap(last, line, pitch) > _PARAGRAPH_GAP or _ALONE.search(line.text) or _ALONE.search(last.text):
        return False
    if first.bold != line.bold and not first.marker and not lower:
        return False
    em = last.size
    if first.marker and len(group) == 1:
        aligned = line.x0 >= first.start - 0.8 * em or (line.x0 >= first.x0 - 0.3 * em)
        hanging = line.x0 >= first.start - 0.8 * em and line.x0 > first.x0 + 0.3 * em
    else:
        reference = group[1] if first.marker else last
        aligned = abs(line.x0 - reference.x0) < 0.8 * em or (len(group) == 1 and abs(reference.x0 - line.x0) < 3 * em)
        hanging = aligned and bool(first.marker)
    if not aligned:
        return lower and dangling
    right = rights.get((last.page, last.region, round(last.start / 4)), last.x1)
    full = last.x1 + _first_word_width(line) > right
    # A number set fast to the next word wraps before the line is full.
    if hanging and line.text[:1].isdigit() and not _SENTENCE_END.search(last.text):
        return True
    if lower and (hanging or dangling or not _SENTENCE_END.search(last.text)) and (full or dangling or hanging):
        return True
    return full and not (_SENTENCE_END.search(last.text) and not hanging and _short(last, right, line))


def _goes_on(first: Line, last: Line, line: Line, rights: dict[tuple[int | None, int, int], float]) -> bool:
    """Whether the first line of a column or page goes on with the last one of the column before."""
    if _SENTENCE_END.search(last.text) or _ALONE.search(last.text) or line.bold != last.bold:
        return False
    if first.marker and line.text[:1].islower():
        return True
    right = rights.get((last.page, last.region, round(last.start / 4)), last.x1)
    full = last.x1 + _first_word_width(line) > right
    return full and abs(line.x0 - first.start) < 0.8 * last.size and (bool(first.marker) or line.text[:1].islower())


def _in_last_cell(last: Line, line: Line, rights: dict[tuple[int | None, int, int], float]) -> bool:
    """Whether a line goes on in the last cell of a row, as wrapped text of a table does."""
    if "\t" not in last.text or "\t" in line.text or last.last < last.start + 3 * last.size:
        return False
    edge = max((right for key, right in rights.items() if key[:2] == (last.page, last.region)), default=last.x1)
    wraps = line.text[:1].islower() or last.x1 + _first_word_width(line) > max(edge, line.x1)
    return abs(line.x0 - last.last) < 0.8 * last.size and wraps


def _short(last: Line, right: float, line: Line) -> bool:
    """Whether a line that ends a sentence stops clearly before the edge: the paragraph ended there."""
    return last.x1 + 1.3 * _first_word_width(line) < right


def _first_word_width(line: Line) -> float:
    """The width of a line's first word and the space before it."""
    if line.head:
        return line.head + 0.25 * line.size
    letters = max(1, len(line.text))
    return (len(line.text.split(" ", 1)[0]) + 1) * (line.x1 - line.start) / letters


def _kind(group: Sequence[Line], body: float, styles: set[_Style]) -> BlockKind:
    first = group[0]
    text = first.text.strip()
    if first.marker:
        return BlockKind.ITEM
    styled = _style(first) in styles and may_be_heading(text)
    if first.heading or (len(group) == 1 and (styled or looks_like_heading(text, first.size, first.bold, body))):
        return BlockKind.HEADING
    if any("\t" in line.text for line in group):
        return BlockKind.ROW
    return BlockKind.PARAGRAPH


def _heading_styles(groups: Sequence[Sequence[Line]]) -> set[_Style]:
    """How the lines look that are usual names of sections: what looks like them is a heading, whatever its words."""
    letters: Counter[_Style] = Counter()
    for group in groups:
        letters[_style(group[0])] += sum(len(line.text) for line in group)
    plain = letters.most_common(1)[0][0] if letters else None
    named = {_style(group[0]) for group in groups if len(group) == 1 and is_usual_name(group[0].text)}
    return named - {plain}


def _style(line: Line) -> _Style:
    return round(line.size, 1), line.bold, line.text.isupper(), line.color, line.ruled
