"""JSON to a tree whose strings know the place of every character, escapes included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.readers.source import Run, Source
from spm_fit.readers.tree import MAX_DEPTH, MAX_NODES, DataError, Items, Mapping, Node, Scalar, add_escape, from_units

_BLANKS = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD = re.compile(r"true|false|null")
# What a lenient reader skips between values: comments, and the marks that hide a script from old programs.
_SKIPPED = re.compile(
    r"(?:[\s\ufeff\x00-\x1f]+|<!--[^{\[]{0,500}?-->|(?://[ \t]*)?(?:<!--|-->|<!\[CDATA\[|\]\]>)|/\*.*?\*/|//[^\r\n]*)*",
    re.DOTALL,
)
_PLAIN = re.compile(r'[^"\\\x00-\x1f]+')
_HEX = "[0-9a-fA-F]"
_ESCAPE = re.compile(
    rf'\\r\\n|\\(["\\/bfnrt])|\\u([dD][89abAB]{_HEX}{{2}})\\u([dD][c-fC-F]{_HEX}{{2}})|\\u({_HEX}{{4}})'
)
_NO_ESCAPE = re.compile(r"\r\n|\\[^u\r\n]?|[\x00-\x1f]|\\u", re.DOTALL)
_LETTERS = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_LIKELY = (
    (re.compile(r"//|/\*|#"), "JSON has no comments"),
    (re.compile(r"[-+]?(?:NaN|Infinity)\b"), "NaN and Infinity are not JSON"),
    (re.compile(r"['\u2018\u2019\u201c\u201d]"), "JSON puts text in straight double quotes"),
    (re.compile(r"[A-Za-z_]"), "this word needs double quotes"),
    (re.compile(r"[}\]]"), "a value is missing here, or the comma before is one too many"),
)


def parse_json(source: Source, start: int = 0, end: int | None = None, *, lenient: bool = False) -> Node:
    """The one JSON value between two offsets; line breaks that a string escapes stay as "\\n" in its runs.

    `lenient`: as pages hold it, with line breaks inside strings, commas too many, comments, escapes that are none, a
    key twice, and something after its end.

    Raises:
        DataError: it is no JSON, names a key twice in one object, or is too deep or too large.
    """
    parser = _Parser(source, start, len(source.text) if end is None else end, lenient=lenient)
    if source.text.startswith("\ufeff", start):
        parser.at += 1
    node = parser.value(0)
    if parser.peek() and not lenient:
        raise parser.error("text after the end of the JSON data")
    return node


class _Parser:
    """Where reading stands; recursion ends at `MAX_DEPTH`."""

    def __init__(self, source: Source, at: int, end: int, *, lenient: bool) -> None:
        self.source, self.at, self.end = source, at, end
        self.lenient = lenient
        self._blanks = _SKIPPED if lenient else _BLANKS
        self.count = 0

    def error(self, message: str, at: int | None = None) -> DataError:
        return DataError(message, *self.source.place(self.at if at is None else at))

    def peek(self) -> str:
        """The next character after blanks, "" at the end."""
        blanks = self._blanks.match(self.source.text, self.at, self.end)
        self.at = blanks.end() if blanks else self.at
        return self.source.text[self.at] if self.at < self.end else ""

    def value(self, depth: int) -> Node:
        mark = self.peek()
        self.count += 1
        if depth > MAX_DEPTH:
            raise self.error(f"nested deeper than {MAX_DEPTH} levels")
        if self.count > MAX_NODES:
            raise self.error(f"more than {MAX_NODES:,} values")
        if mark == "{":
            return self.mapping(depth)
        if mark == "[":
            return self.items(depth)
        if mark == '"':
            return self.string()
        return self.word()

    def mapping(self, depth: int) -> Mapping:
        place = self.source.place(self.at)
        entries: list[tuple[Scalar, Node]] = []
        known: set[str] = set()
        for _ in self.members("}"):
            if self.peek() != '"':
                raise self.unexpected("a key in double quotes belongs here")
            at = self.at
            key = self.string()
            if key.text in known and not self.lenient:
                raise self.error(f'the key "{key.text[:40]}" stands here twice', at)
            known.add(key.text)
            if self.peek() != ":":
                raise self.unexpected("a colon belongs here")
            self.at += 1
            entries.append((key, self.value(depth + 1)))
        return Mapping(tuple(entries), *place)

    def items(self, depth: int) -> Items:
        place = self.source.place(self.at)
        return Items(tuple(self.value(depth + 1) for _ in self.members("]")), *place)

    def members(self, close: str) -> Iterator[None]:
        """Stops before every member; commas and brackets are taken here."""
        self.at += 1
        if self.peek() == close:
            self.at += 1
            return
        while True:
            yield
            mark = self.peek()
            if mark not in (",", close):
                raise self.unexpected(f"a comma or {close} belongs here")
            self.at += 1
            while self.lenient and mark == "," and (mark := self.peek()) in (",", close):
                self.at += 1
            if mark == close:
                return

    def word(self) -> Scalar:
        place = self.source.place(self.at)
        match = _WORD.match(self.source.text, self.at, self.end) or _NUMBER.match(self.source.text, self.at, self.end)
        if match is None:
            raise self.unexpected("a value belongs here")
        self.at = match.end()
        return Scalar((Run(match[0], *place),) if match[0] != "null" else (), *place)

    def unexpected(self, wanted: str) -> DataError:
        if self.at >= self.end:
            return self.error("the data ends too early")
        text = self.source.text
        return self.error(next((hint for look, hint in _LIKELY if look.match(text, self.at, self.end)), wanted))

    def string(self) -> Scalar:
        place = self.source.place(self.at)
        self.at += 1
        runs: list[Run] = []
        while True:
            if plain := _PLAIN.match(self.source.text, self.at, self.end):
                runs += self.source.read(*plain.span())
                self.at = plain.end()
            mark = self.source.text[self.at] if self.at < self.end else ""
            if mark == '"':
                self.at += 1
                return Scalar(tuple(runs), *place)
            escape = _ESCAPE.match(self.source.text, self.at, self.end)
            if escape is not None:
                add_escape(runs, self.source, *escape.span(), _decoded(escape))
                self.at = escape.end()
            elif self.lenient and (other := _NO_ESCAPE.match(self.source.text, self.at, self.end)):
                self.lose(runs, other)
            else:
                raise self.bad(mark)

    def lose(self, runs: list[Run], written: re.Match[str]) -> None:
        """Add what a character that JSON does not allow is meant for, or the one after a needless backslash."""
        text = "\n" if written[0] == "\r\n" else written[0].removeprefix("\\")
        if text:
            add_escape(runs, self.source, *written.span(), text)
        self.at = written.end()

    def bad(self, mark: str) -> DataError:
        if not mark:
            return self.error("the data ends inside a text")
        if mark == "\\":
            return self.error("a backslash that begins no escape; write \\\\")
        return self.error("a line break or tab inside a text; write \\n or \\t")


def _decoded(match: re.Match[str]) -> str:
    if match[0] == r"\r\n":
        return "\n"
    if match[1]:
        return _LETTERS[match[1]]
    return from_units(match[2] or match[4], match[3])
