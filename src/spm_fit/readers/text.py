"""Plain text: hard-wrapped or one paragraph a line, with the everyday marks of Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

from spm_fit.model.document import Document, Quality
from spm_fit.readers.clean import clean
from spm_fit.readers.decode import decode
from spm_fit.readers.layout.blocks import build
from spm_fit.readers.layout.glyphs import Line
from spm_fit.readers.layout.markers import is_tracked, split_marker
from spm_fit.readers.source import NEWLINE, Run, cleaned, cut, text_of

# Wider lines are paragraphs on one line, not lines wrapped by hand; narrower ones are lists.
_WRAP = 130
_NARROW = 45
_PARAGRAPH = 250
_LONG = 600
# A line of this part of the edge is full; of the lines after full ones this part begins in lower case in wrapped text.
_FULL, _LOWER = 0.75, 0.25
# A page of typewriter text, so that one layout serves both: points for a character, a line, the type size.
_CHAR, _PITCH, _SIZE = 6.0, 12.0, 10.0
_RULE = re.compile(r"\s*([=\-_*~#•.]|\u2500|\u2501|\u2550)\1{2,}\s*$|\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
_HASHES = re.compile(r"#{1,6}\s+")
_EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=[^\s*][^*]*\*(?!\w))|(?<=[^\s*])\*(?![\w*])")
_INNER_SOFT_HYPHEN = re.compile("\u00ad(?=\\S)")
_ENTITY = re.compile(r"&(?:apos|amp|nbsp|quot|lt|gt|rsquo|ndash);?")
_BLANKS = re.compile(r" +")
_TWO_BLANKS = re.compile(r"(?<=\S)[ \u00a0]{2}(?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S)(?: {3,}| *\t+ *)(?=\S)")
# Saved web pages lose their line breaks: "by phoneRequirements", "with us.Lead the team", "(and more)Work with".
_GLUED = re.compile(
    r"(?<=[a-z0-9)][.!?;:])(?=[A-Z][a-z])|(?<=[a-z][)'\"”])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=[A-Z]{5,})"
    r"|(?<=[a-z]{3}:)(?=\d)|(?<=[A-Za-z]{3})(?=\d{1,2}(?:\+|-\d{1,2}\+?| or more)? years)|(?<=[.:!;])(?=[•·●])"
    r"|(?<=[a-z.;)]) (?=(?:(?:Minimum|Preferred|Basic|Required|Desired|Key) )?(?:Qualifications|Requirements|Responsibilities|Benefits)[A-Z:])"
)
# Words that begin a line far more often than the second half of a name.
_BEGINS = re.compile(
    r"\d|(?:The|Our|We|You|Your|As|In|This|About|What|Who|Why|Minimum|Preferred|Required|Essential|Key|Basic|Desired|Additional|Responsibilities"
    r"|Requirements|Qualifications|Skills|Experience|Education|Benefits|Bachelor|Strong|Ability|Excellent|Proven|Knowledge)\b"
)
_CAMEL = re.compile(r"\b[A-Z][a-z]+[A-Z][a-z]+\b")
_CELL = re.compile(r" *\| *")
_TABLE = re.compile(r"\s*\|(.*)\|\s*$")
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_CAMEL_START = re.compile(r"[A-Z](?=[a-z]+[A-Z])")
# Longer words are no names.
_LONGEST_NAME = 40
# Marks of list items where several lines have them; a lone one is part of a sum or a comparison.
_OTHER_MARKER = re.compile(r"([+>])\s+(?=\S.*[^\W\d_]{2})")
_SEVERAL = 2
# Where so many of the lines begin with the mark of quoted mail, all of the text was quoted.
_QUOTE = re.compile(r"> ?")
_QUOTED, _QUOTE_LINES = 0.8, 4
_DEEPEST = 5


def read(path: Path | str, data: bytes) -> Document:
    """Decode and lay out one text file.

    Raises:
        InputError: the bytes are no text, or there is none.
    """
    text, problems = decode(str(path), data)
    lines = _lines(text)
    joined, blocks, anchors = build(lines)
    quality = Quality(None, 1, len(joined.split()), problems)
    return Document(str(path), "text", joined, blocks, anchors, quality)


def _lines(text: str) -> list[Line]:
    raw, starts = _unquoted(NEWLINE.split(text))
    others = sum(_OTHER_MARKER.match(line.lstrip()) is not None for line in raw) >= _SEVERAL
    edge = _edge(_below_head(raw), others)
    result: list[Line] = []
    y = 0.0
    for number, (source, begins) in enumerate(zip(raw, starts, strict=True), 1):
        y += _PITCH
        if _RULE.match(source):
            if result and source.strip()[0] in "=-" and y - result[-1].y <= _PITCH and not result[-1].marker:
                result[-1] = replace(result[-1], heading=True)
            continue
        pieces = _pieces(source)
        for offset, piece in pieces:
            line = _line(piece, begins + offset, number, y, edge if len(source) <= _WRAP else 0.0, others)
            if line is not None:
                result.append(line)
                y += _PITCH if len(pieces) > 1 else 0.0
    return result


def _unquoted(raw: list[str]) -> tuple[list[str], list[int]]:
    """The lines without the marks of quoted mail, and the column (0-based) that each then begins in."""
    starts = [0] * len(raw)
    for _ in range(_DEEPEST):
        marks = [_QUOTE.match(line) for line in raw]
        written = sum(bool(line.strip()) for line in raw)
        if sum(mark is not None for mark in marks) < max(_QUOTE_LINES, _QUOTED * written):
            break
        ends = [mark.end() if mark else 0 for mark in marks]
        raw = [line[end:] for line, end in zip(raw, ends, strict=True)]
        starts = [start + end for start, end in zip(starts, ends, strict=True)]
    return raw, starts


def _marker(text: str, others: bool) -> tuple[str, str]:
    """The marker of a list item and what follows; `others` says whether the rarer marks are used in this text."""
    other = _OTHER_MARKER.match(text) if others else None
    return (other[1], text[other.end() :]) if other else split_marker(text)


def _below_head(raw: list[str]) -> list[str]:
    """The lines after the first gap, all of them if there is none: how long a name is tells nothing of the text."""
    text = [number for number, line in enumerate(raw) if line.strip()]
    gap = next((line for line, following in pairwise(text) if following > line + 1), -1)
    return raw[gap + 1 :]


def _edge(raw: list[str], others: bool) -> float:
    """The column at which lines were wrapped by hand, 0 if they were not: where paragraphs are lines of their own."""
    if any(len(line) > _PARAGRAPH for line in raw):
        return 0.0
    lengths = sorted(
        len(line.rstrip()) for line, following in pairwise(raw) if len(line) <= _WRAP and following.strip()
    )
    if not lengths:
        return 0.0
    edge = lengths[int(0.8 * (len(lengths) - 1))]
    return float(edge) if edge >= _NARROW and _goes_on(raw, edge, others) else 0.0


def _goes_on(raw: list[str], edge: float, others: bool) -> bool:
    """Whether the lines after full ones go on in lower case, as wrapped sentences do and lists do not."""
    following = [
        line.lstrip()
        for full, line in pairwise(raw)
        if _FULL * edge <= len(full.rstrip()) <= _WRAP and line.strip() and not _marker(line.lstrip(), others)[0]
    ]
    return sum(line[0].islower() for line in following) >= _LOWER * max(1, len(following))


def _pieces(source: str) -> list[tuple[int, str]]:
    """A line as it stands, or a very long one cut where line breaks were lost."""
    if len(source) < _LONG:
        return [(0, source)]
    # "TikTok" written by itself more than once is a name, also where a line break before it was lost.
    names = list(_names(source))
    starts, inner = {start for start, _ in names}, {at for start, end in names for at in range(start + 1, end)}
    cuts = [0]
    for match in _GLUED.finditer(source):
        at = match.start()
        if at in inner:
            continue
        word = _LAST_WORD.search(source, max(cuts[-1], at - _LONGEST_NAME), at)
        # "JavaScript", "PowerPoint" and "eCommerce" are words; "prioritiesWork" and "ResponsibilitiesLead" are two.
        whole = word is None or (word[0][0].islower() and len(word[0]) > 2) or len(word[0]) > 6
        if whole or _BEGINS.match(source, match.end()) or at in starts:
            cuts.append(at)
    return [(a, source[a:b]) for a, b in zip(cuts, [*cuts[1:], len(source)], strict=True)]


def _names(source: str) -> Iterator[tuple[int, int]]:
    """Where the names stand that a line writes more than once."""
    written = Counter(_CAMEL.findall(source))
    names = {name for name, times in written.items() if times > 1 and len(name) <= _LONGEST_NAME}
    sizes = sorted({len(name) for name in names})
    for match in _CAMEL_START.finditer(source) if names else ():
        start = match.start()
        yield from ((start, start + size) for size in sizes if source[start : start + size] in names)


def _line(piece: str, offset: int, number: int, y: float, edge: float, others: bool) -> Line | None:
    runs = _stripped(piece, offset, number)
    text = text_of(runs)
    if not text.strip():
        return None
    indent = len(piece) - len(piece.lstrip())
    hashes = _HASHES.match(text)
    skip = hashes.end() if hashes else 0
    marker, rest = _marker(text[skip:], others)
    skip = len(text) - len(rest)
    start = indent + (skip - (hashes.end() if hashes else 0) if marker else 0)
    # Text that was not wrapped never goes on in the next line: its right end lies far from every edge.
    right = min(float(len(piece.rstrip())), edge)
    return Line(
        rest,
        indent * _CHAR,
        right * _CHAR,
        y,
        _SIZE,
        False,
        None,
        0,
        marker,
        start * _CHAR,
        bool(hashes),
        runs=tuple(cut(runs, skip)),
    )


def _stripped(piece: str, offset: int, number: int) -> list[Run]:
    """The words of a line without emphasis marks, wide gaps as tabs, each run of characters with its place."""
    body = len(piece) - len(piece.lstrip())
    changes = [(m.start(), m.end(), "") for m in _EMPHASIS.finditer(piece)]
    changes += [(m.start(), m.end(), "") for m in _INNER_SOFT_HYPHEN.finditer(piece)]
    changes += [(m.start(), m.end(), unescape(m[0].rstrip(";") + ";")) for m in _ENTITY.finditer(piece)]
    if is_tracked(piece.strip()):
        changes += [(m.start(), m.end(), " " * (len(m[0]) > 1)) for m in _BLANKS.finditer(piece) if m.start() >= body]
    else:
        changes += [(m.start(), m.end(), "\t") for m in _WIDE_GAP.finditer(piece) if m.start() > body]
        changes += [(m.start(), m.end(), " ") for m in _TWO_BLANKS.finditer(piece) if m.start() > body]
    if _TABLE.match(piece):
        edges = {body, len(piece.rstrip()) - 1}
        changes += [
            (m.start(), m.end(), "" if m.start() in edges or m.end() - 1 in edges else "\t")
            for m in _CELL.finditer(piece)
        ]
    runs: list[Run] = []
    position = body
    for start, end, put in [*sorted(changes), (len(piece.rstrip()), len(piece), "")]:
        if start < position:
            continue
        runs += cleaned(piece[position:start], number, offset + position + 1)
        runs += [Run(char, number, offset + start + 1, end - start) for char in clean(put) or put]
        position = end
    return runs
