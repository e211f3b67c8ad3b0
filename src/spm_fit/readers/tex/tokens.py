"""LaTeX source to tokens, each with its offsets. Comments are gone; no macro is looked up yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from spm_fit.readers.source import NEWLINE


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    CHAR = auto()
    """One character that is written in another way: `value`."""
    SPACE = auto()
    PARAGRAPH = auto()
    """An empty line."""
    MACRO = auto()
    """`value` is its name, without backslash and star; of a line break the length it asks for."""
    OPEN = auto()
    CLOSE = auto()
    BRACKET = auto()
    UNBRACKET = auto()
    CELL = auto()
    MATH = auto()
    SCRIPT = auto()
    PARAMETER = auto()
    """``#1``; `value` is the digit."""
    LINK = auto()
    """``\\href`` with its address: `value`."""
    BREAK = auto()
    """``\\\\``; `value` is the length it asks for."""


class Token(NamedTuple):
    """A token of the source between two offsets."""

    kind: Kind
    start: int
    end: int
    value: str = ""


_UNIT = r"(?:(?:pt|em|ex|cm|mm|in|bp|pc|sp|dd|cc)\b)"
_REGISTERS = (
    "hskip|vskip|kern|parindent|parskip|tabcolsep|baselineskip|leftskip|rightskip|topskip|columnsep|hangindent|itemsep"
    "|parsep|topsep|textwidth|textheight|fboxsep|fboxrule|tolerance|hyphenpenalty|looseness"
)
_TOKEN = re.compile(
    rf"""
    %[^\n\r]*(?:(?:\r\n?|\n)[ \t]*)?
    | \\(?P<accent>['`^"~=.])(?:\s*\{{\s*\\?(?P<of1>[^\W\d_])\s*\}}|\s*\\(?P<of2>[ij])(?![A-Za-z])|(?P<of3>[^\W\d_]))
    | \\(?P<mark>[cvuHkrdb])(?:\s*\{{\s*\\?(?P<of4>[^\W\d_])\s*\}}|[ \t]+(?P<of5>[^\W\d_])(?![^\W\d_]))
    | \\(?:verb|lstinline)\*?(?P<fence>[^\sA-Za-z*{{\[])(?P<verb>[^\n\r]{{0,300}}?)(?P=fence)
    | \\(?:url|nolinkurl|path)\s*\{{(?P<url>[^{{}}\n\r]*)\}}
    | \\href\s*(?:\[[^\]\n\r]*\])?\{{(?P<link>[^{{}}\n\r]*)\}}
    | \\begin\s*\{{(?P<verbatim>verbatim\*?|Verbatim|lstlisting|minted|luacode\*?|comment|filecontents\*?)\}}
    | \\(?:(?:{_REGISTERS})(?![A-Za-z])\s*=?|[A-Za-z]+\s*=)\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*{_UNIT}?(?:\s*(?:plus|minus)\s*[-+]?[\d.]+\s*[a-z]+)*
    | \\(?P<ruler>[hv]rule)(?![A-Za-z])(?:\s*(?:height|width|depth)\s*[-\d.]+\s*\\?[a-z]+)*
    | \\(?P<macro>(?P<icon>fa[A-Z])?[A-Za-z]+)(?(icon)\*?|(?:\*(?=\s*[\[{{]))?)
    | \\\\\*?(?:\s*\[\s*(?P<skip>[-+.\d\\][^\]\n\r]{{0,40}})\])?(?P<break>)
    | \\(?P<symbol>.)
    | (?P<space>[\r\n]\s*)
    | (?P<dash>-{{2,3}})
    | (?P<quote>``|'')
    | \#+(?P<parameter>[1-9])
    | (?P<special>[\\{{}}\[\]$&~^_`])
    | (?:[^\\{{}}\[\]$&~^_`%\#\r\n'-]|-(?!-)|'(?!'))+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
# What TeX leaves out after the name of a macro: blanks and one line end, if no empty line follows.
_AFTER_NAME = re.compile(r"[ \t]*+(?:(?:\r\n?+|\n)[ \t]*+(?![\r\n]))?")
_ACCENTS = dict(
    zip("'`^\"~=.cvuHkrdb", "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0327\u030c\u0306\u030b\u0328\u030a\u0323\u0331", strict=True)
)  # fmt: skip
_SPECIAL = {
    "{": Kind.OPEN, "}": Kind.CLOSE, "[": Kind.BRACKET, "]": Kind.UNBRACKET, "$": Kind.MATH, "&": Kind.CELL,
    "^": Kind.SCRIPT, "_": Kind.SCRIPT,
}  # fmt: skip
_QUOTES = {"``": "\u201c", "''": "\u201d", "`": "\u2018"}
_NOT_PRINTED = ("comment", "filecontents", "luacode")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a file, in linear time."""
    at = 0
    commented = False
    unclosed: set[str] = set()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return
        at = match.end()
        if text[match.start()] == "%":
            commented = True
            continue
        name = match["verbatim"]
        end = text.find(f"\\end{{{name}}}", at) if name and name not in unclosed else -1
        if end >= 0:
            yield from () if name.startswith(_NOT_PRINTED) else _verbatim(text, at, end)
            at = end + len(name) + 6
        elif name:
            unclosed.add(name)
        else:
            yield from _token(match, commented)
            if match["macro"] and (skipped := _AFTER_NAME.match(text, at)):
                at = skipped.end()
        commented = False


def _token(match: re.Match[str], commented: bool) -> Iterator[Token]:
    """The token of a match, where there is one: assignments print nothing."""
    start, end, text = match.start(), match.end(), match[0]
    if match.lastgroup == "space":
        # The end of a line that ends in a comment is part of the comment: one more makes the line empty.
        ends = len(NEWLINE.findall(text)) + commented
        yield Token(Kind.PARAGRAPH if ends > 1 else Kind.SPACE, start, end)
    elif accent := match["accent"] or match["mark"]:
        letter = match["of1"] or match["of2"] or match["of3"] or match["of4"] or match["of5"]
        yield Token(Kind.CHAR, start, end, unicodedata.normalize("NFC", letter + _ACCENTS[accent]))
    elif match.lastgroup in {"verb", "url", "fence"}:
        inner = "url" if match["url"] is not None else "verb"
        yield Token(Kind.TEXT, *match.span(inner))
    elif match["link"] is not None:
        yield Token(Kind.LINK, *match.span("link"), match["link"])
    elif match["break"] is not None:
        yield Token(Kind.BREAK, start, end, match["skip"] or "")
    elif name := match["macro"] or match["ruler"] or match["symbol"]:
        yield Token(Kind.MACRO, start, end, name)
    elif match["dash"]:
        yield Token(Kind.CHAR, start, end, "\u2013" if len(text) == 2 else "\u2014")
    elif text in _QUOTES:
        yield Token(Kind.CHAR, start, end, _QUOTES[text])
    elif text == "~":
        yield Token(Kind.CHAR, start, end, " ")
    elif text in _SPECIAL:
        yield Token(_SPECIAL[text], start, end, text)
    elif match["parameter"]:
        yield Token(Kind.PARAMETER, start, end, match["parameter"])
    elif not text.startswith("\\"):
        yield Token(Kind.SPACE if text.isspace() else Kind.TEXT, start, end)


def _verbatim(text: str, start: int, end: int) -> Iterator[Token]:
    for match in re.finditer(r"[^\r\n]+", text[start:end]):
        yield Token(Kind.TEXT, start + match.start(), start + match.end())
        yield Token(Kind.BREAK, start + match.end(), start + match.end())


def pairs(found: Sequence[Token]) -> dict[int, int]:
    """Where each brace and bracket is closed, by index; those that never are do not appear."""
    result: dict[int, int] = {}
    braces: list[int] = []
    # Brackets pair within one pair of braces and one paragraph: text has single ones.
    brackets: list[list[int]] = [[]]
    for index, token in enumerate(found):
        if token.kind is Kind.OPEN:
            braces.append(index)
            brackets.append([])
        elif token.kind is Kind.CLOSE and braces:
            result[braces.pop()] = index
            brackets.pop()
        elif token.kind is Kind.BRACKET:
            brackets[-1].append(index)
        elif token.kind is Kind.UNBRACKET and brackets[-1]:
            result[brackets[-1].pop()] = index
        elif token.kind is Kind.PARAGRAPH:
            brackets[-1].clear()
    return result
