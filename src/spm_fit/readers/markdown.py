"""Markdown by markdown-it-py: its blocks; the places of their characters are found again in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from spm_fit.model.document import BlockKind, Document, Problem
from spm_fit.readers.decode import decode
from spm_fit.readers.flow import Piece, document, heading
from spm_fit.readers.source import NEWLINE, Decoded, Run, Source, cut, text_of
from spm_fit.readers.web.blocks import page

# Lines shorter than this were broken on purpose: title, employer and dates under each other.
_WRAPPED = 60
# A year at the end of a line, before a capital letter, ends an entry: "..., Lakemont University, 2015".
_YEAR_LAST = re.compile(r"\b(?:19|20)\d\d\)?[ \t]*$")
# Markup between two texts of a paragraph is shorter; links are skipped by themselves.
_NEAR = 2000
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
# What Obsidian, Notion and GitHub add to Markdown, each with the names of the groups that are text; code stays.
_MARKS = re.compile(
    r"(?P<code>^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^[ \t>]*(?P=fence)|.*)|`[^`\n]+`)"
    r"|(?P<blank>^[ \t]*%%[^%]*(?:%(?!%)[^%]*)*%%[ \t]*$)"
    r"|(?<![\w%])%%(?:[^%\n]|%(?!%))+%%"
    r"|!\[\[[^\[\]\n]{1,300}\]\]"
    r"|(?<!\w)\[\[(?=[^\s\[\]])(?:[^\[\]\n|]{1,300}\|)?(?P<page>[^\[\]\n|]{1,300})\]\](?![(\[])"
    r"|(?<![\w=])==(?=[^\s=])(?P<marked>(?:[^=\n]|=(?!=))*[^=\s])==(?![\w=])"
    r"|(?<=>)(?P<quote>[ \t]*)\[!\w[\w-]{0,30}\][+-]?(?=\s)"
    r"|\[\^[^\s\[\]]{1,40}\]:?(?!\()"
    r"|(?<!\S):[a-z][a-z0-9_+-]{1,30}:(?!\S)",
    re.DOTALL | re.MULTILINE,
)
_TAG = re.compile(r"<[^<>]*>")
_LETTER = re.compile(r"[^\W_]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CHECKBOX = re.compile(r"\[[ xX]\] ")
_TARGET = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]|\]")


def read(path: Path | str, data: bytes) -> Document:
    """Read a Markdown file.

    Raises:
        InputError: the bytes are no text.
    """
    text, problems = decode(str(path), data)
    text = _without_marks(_without_front_matter(text))
    found: list[Problem] = []
    pieces = list(_pieces(Source(text), text, found))
    return document(str(path), "markdown", pieces, [*problems, *found])


def _without_front_matter(text: str) -> str:
    """The text with its settings at the top as empty lines, so that lines keep their numbers."""
    found = _FRONT_MATTER.match(text)
    return "\n" * text.count("\n", 0, found.end()) + text[found.end() :] if found else text


def _without_marks(text: str) -> str:
    """The text with soft hyphens, which are no text, for the marks of notes: all else keeps its place."""
    return _MARKS.sub(_unmarked, text)


def _unmarked(match: re.Match[str]) -> str:
    if match["code"] is not None:
        return match[0]
    if match["blank"] is not None:
        return re.sub(r"[^\n]", " ", match[0])
    kept = next((name for name in ("page", "marked", "quote") if match[name] is not None), None)
    if kept is None:
        return "\u00ad" * len(match[0])
    before, after = match.start(kept) - match.start(), match.end() - match.end(kept)
    return "\u00ad" * before + match[kept] + "\u00ad" * after


def _pieces(source: Source, text: str, problems: list[Problem]) -> Iterator[Piece]:
    """The blocks of a text; what is noticed on the way is added to the problems."""
    parser = MarkdownIt("commonmark", {"maxNesting": 30}).enable(["table", "strikethrough"]).disable("text_join")
    tokens = parser.parse(text)
    written = NEWLINE.split(text)
    blank = [not line.strip() for line in written]
    items = 0
    row: list[Run] = []
    at = 0
    for index, token in enumerate(tokens):
        before = tokens[index - 1]
        if token.map and token.nesting >= 0:
            at = max(at, source.offset(token.map[0] + 1))
        gap = float(bool(token.map and token.map[0] and blank[token.map[0] - 1]))
        items += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield Piece(tuple(row), gap=0.0)
        elif token.type in {"fence", "code_block"}:
            for line in token.content.splitlines():
                runs, at = _found(source, at, line)
                yield Piece(tuple(runs))
        elif token.type == "html_block" and token.map and _LETTER.search(_TAG.sub("", token.content)):
            shown = page(Decoded(_written(written, token.map[0], token.content)))
            problems += shown.problems
            yield from (replace(p, gap=0.0 if n else max(p.gap, gap)) for n, p in enumerate(shown.pieces))
        elif token.type == "inline":
            lines, bold, at = _inline(source, at, token.children or [])
            if before.tag in {"th", "td"}:
                row += [source.put(at, "\t")] * bool(row) + [run for line in lines for run in line]
            elif before.tag.startswith("h"):
                yield heading((run for line in lines for run in line), int(before.tag[1]))
            else:
                # The first paragraph of a list item is the item.
                first = tokens[index - 2].type == "list_item_open"
                yield from _paragraph(lines, bold, items, gap, first)


def _paragraph(lines: list[list[Run]], bold: bool, depth: int, gap: float, first: bool) -> Iterator[Piece]:
    if depth and first:
        runs = [run for line in lines for run in [*line, *(last._replace(text=" ", wide=0) for last in line[-1:])]]
        box = _CHECKBOX.match(text_of(runs))
        yield Piece(tuple(cut(runs, box.end() if box else 0)), BlockKind.ITEM, indent=10.0 * depth)
        return
    for number, line in enumerate(lines):
        yield Piece(tuple(line), bold=bold, gap=0.0 if number else gap, indent=10.0 * depth)


def _inline(source: Source, at: int, children: Sequence[Token]) -> tuple[list[list[Run]], bool, int]:
    """The lines of a paragraph, whether all of it is bold, and where it ends."""
    lines: list[list[Run]] = [[]]
    strong, plain = 0, False
    begin = at
    for child in children:
        if child.type in {"softbreak", "hardbreak"} or (child.type == "html_inline" and _BREAK.match(child.content)):
            end = source.text.find("\n", at) if child.type != "html_inline" else source.text.find(">", at)
            long = _length(source.text[begin:end]) >= _WRAPPED
            goes_on = child.type == "softbreak" and long and not _ends_entry(source.text, begin, end)
            if goes_on:
                lines[-1] += source.read(end, end + 1)
            else:
                lines.append([])
            begin = at = end + 1
        elif child.type in {"text", "code_inline"} and child.content:
            runs, at = _found(source, at, child.content)
            lines[-1] += runs
            plain = plain or (not strong and any(c.isalnum() for c in child.content))
        elif child.type == "text_special":
            end = _after(source, at, child.markup)
            lines[-1] += source.one(end - len(child.markup), end, child.content) if end > at else ()
            at = end
        elif child.type in {"html_inline", "image"}:
            at = _after(source, at, child.content if child.type == "html_inline" else f"![{child.content}")
        if child.type in {"link_close", "image"} and (target := _TARGET.match(source.text, at)):
            at = target.end()
        strong += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
    return lines, not plain, at


def _ends_entry(text: str, begin: int, end: int) -> bool:
    following = text[end + 1 : end + 20].lstrip(" \t")[:1]
    return following.isupper() and bool(_YEAR_LAST.search(text[max(begin, end - 12) : end]))


def _length(text: str) -> int:
    return len(text.replace("\u00ad", "").strip())


def _found(source: Source, at: int, text: str) -> tuple[list[Run], int]:
    """A token's text where it stands next; in a place of its own if it cannot be found there."""
    end = _after(source, at, text)
    runs = source.read(end - len(text), end) if end > at else [source.put(at, text)]
    return list(runs), end


def _after(source: Source, at: int, text: str) -> int:
    start = source.text.find(text, at, at + len(text) + _NEAR)
    return at if start < 0 else start + len(text)


def _written(lines: Sequence[str], first: int, content: str) -> Iterator[Run]:
    """The lines of a block where they stand in the file, without what the list or quotation around it puts before."""
    for number, line in enumerate(content.split("\n"), first):
        text = line.strip()
        start = lines[number].find(text) if number < len(lines) else 0
        yield Run(text, number + 1, start + 1)
        yield Run("\n", number + 1, start + len(text) + 1)
