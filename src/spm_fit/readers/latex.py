"""LaTeX source: what its macros print, without running them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from spm_fit.errors import InputError
from spm_fit.model.document import BlockKind, Document, Problem, Severity
from spm_fit.readers.decode import decode
from spm_fit.readers.flow import BODY, Piece, document
from spm_fit.readers.layout.headings import looks_like_heading
from spm_fit.readers.source import Source, text_of
from spm_fit.readers.tex import macros
from spm_fit.readers.tex.commands import command
from spm_fit.readers.tex.definitions import Arguments, Range, definitions, without_false
from spm_fit.readers.tex.steps import STEPS
from spm_fit.readers.tex.style import Colors
from spm_fit.readers.tex.tokens import Kind, pairs, tokens
from spm_fit.readers.tex.walk import Part, Task, Walker

# What is drawn may lie behind text.
_DRAWN = re.compile(r"\\fill\s*[\[(]|\bfill\s*=|\\(?:AddToShipout\w*|backgroundsetup|BgThispage)")
_TWO_COLUMNS = re.compile(r"\\documentclass\s*\[[^\]\n]*\btwocolumn\b|\\(?:twocolumn|makeprofile)\b")
_FONT_TABLES = frozenset(["glyphtounicode", "glyphtounicode.tex"])
# So many sections make a column of the page.
_SECTIONS = 2
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOWN_WORDS = 8
# Of a document with fewer words than these nothing can be said.
_FEWEST = 12
_LOOK = 20


def read(path: Path | str, data: bytes) -> Document:
    """Read a LaTeX file; nothing it includes is opened.

    Raises:
        InputError: the bytes are no text, or nothing in it is printed.
    """
    name = str(path)
    text, problems = decode(name, data)
    walker = _walker(text)
    preamble, body = _parts(walker.arguments)
    walker.opening = _opening(walker, preamble)
    titled = any(
        t.kind is Kind.MACRO and t.value in macros.TITLES for t in walker.arguments.tokens[body.start : body.end]
    )
    before, walker.opening = ([], walker.opening) if titled else (walker.opening, [])
    walker.run(*before, Part(body.start, body.end))
    walker.sheet.line()
    repeated = walker.budget < 0
    for note in walker.notes:  # which may hold notes that join the list
        walker.run(note)
        walker.sheet.line()
    columns = 2 if len(walker.headed | _columns(walker.sheet.pieces)) > 1 or walker.headed & walker.split else 1
    result = document(name, "latex", walker.sheet.pieces, [*problems, *_problems(walker, columns, repeated)], columns)
    if not result.blocks:
        other = f"it includes {walker.files[0]}" if walker.files else "nothing in it is printed"
        raise InputError(name, f"LaTeX without text: {other}", "give the file with the text, or the PDF made of it")
    hidden = _hidden(walker)
    if result.quality.words < min(_FEWEST, len(hidden)):
        words = result.quality.words
        fault = f"only {words} word{'s' * (words != 1)} can be seen, the rest is hidden: {_quoted(hidden)}"
        raise InputError(name, fault, "give the text a colour and a size that can be read")
    return result


def _walker(text: str) -> Walker:
    found = list(without_false(list(tokens(text)), text))
    arguments = Arguments(found, pairs(found), text)
    walker = Walker(Source(text), arguments, definitions(arguments), Colors(text), {**STEPS, Kind.MACRO: command})
    walker.drawn = bool(_DRAWN.search(text)) or 0 <= text.find("\\pagecolor") < text.find("\\begin{document}")
    walker.split.update([0] * bool(_TWO_COLUMNS.search(text)))
    return walker


def _parts(arguments: Arguments) -> tuple[Range, Range]:
    """Preamble and body; all is body where nothing begins the document."""
    start, end = 0, len(arguments.tokens)
    begun = 0
    for index, token in enumerate(arguments.tokens):
        if token.kind is not Kind.MACRO or token.value not in {"begin", "end"}:
            continue
        group = arguments.group(index + 1, end)
        if group is None or arguments.source(group[0], _LOOK).strip() != "document":
            continue
        if token.value == "begin" and not begun:
            start, begun = index, group[1]
        elif token.value == "end" and begun:
            end = index
            break
    return Range(0, start), Range(begun, end)


def _opening(walker: Walker, preamble: Range) -> list[Task]:
    """What the preamble says of the person: name, title, then how to reach them."""
    ranks = {name: rank for rank, names in enumerate(macros.PREAMBLE) for name in names}
    found: list[tuple[int, Part]] = []
    arguments = walker.arguments
    index = preamble.start
    while index < preamble.end:
        token = arguments.tokens[index]
        after = walker.definitions.ends.get(index, index + 1)
        if token.kind is Kind.OPEN:
            after = arguments.pairs.get(index, index) + 1
        elif token.kind is Kind.MACRO and token.value in ranks and token.value not in walker.definitions.commands:
            after = arguments.groups(index + 1, preamble.end, 9)[2]
            found.append((ranks[token.value], Part(index, after)))
        index = after
    tasks: list[Task] = []
    for rank in range(len(macros.PREAMBLE)):
        parts = [part for other, part in found if other == rank]
        tasks += [*parts, *[walker.sheet.line] * (bool(parts) and rank > 0)]
    return tasks


def _problems(walker: Walker, columns: int, repeated: bool) -> Iterator[Problem]:
    if repeated:
        yield Problem("too-long", "macros repeat so much text that only the first part of it was read")
    if columns > 1:
        yield Problem("columns", "two columns; other readers may mix them up", Severity.NOTE)
    for name in dict.fromkeys(name for name in walker.files if name not in _FONT_TABLES):
        yield Problem("not-included", f"{name} was not read; give one file that holds all the text")
    if hidden := _hidden(walker):
        yield Problem("hidden-text", f"{_quoted(hidden)} that nobody can see, left out")
    if faint := " ".join(walker.faint).split():
        message = f"{_quoted(faint)} in the colour of the paper, seen only if something is drawn behind"
        yield Problem("hidden-text", message, Severity.NOTE)


def _hidden(walker: Walker) -> list[str]:
    """The words that nobody sees. A short text whose room is kept aligns what stands elsewhere, unless it stands nowhere."""
    seen = (
        {word for piece in walker.sheet.pieces for word in _WORD.findall(text_of(piece.runs))}
        if walker.spaces
        else set()
    )
    return [*" ".join(walker.hidden).split(), *(word for word in walker.spaces if word not in seen)]


def _columns(pieces: Iterable[Piece]) -> set[int]:
    """The regions with sections: two headings or more, each with text below it."""
    sections: Counter[int] = Counter()
    last, titled = -1, False
    for piece in pieces:
        heads = piece.kind is BlockKind.HEADING or (
            piece.kind is BlockKind.PARAGRAPH
            and looks_like_heading(text_of(piece.runs).strip(), piece.size, piece.bold, BODY)
        )
        sections[piece.region] += titled and not heads and piece.region == last
        last, titled = piece.region, heads
    return {region for region, count in sections.items() if count >= _SECTIONS}


def _quoted(words: list[str]) -> str:
    """How many words, and the first of them."""
    first = " ".join(words[:_SHOWN_WORDS]) + (" ..." if len(words) > _SHOWN_WORDS else "")
    return f'{len(words)} word{"s" * (len(words) != 1)} ("{first}")'
