"""HTML to tags and text in linear time. Like a browser, but a "<" that begins no tag is text, and so is what never ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:_-]*(?=[\s/>])")
# A name with its "=" and opening quote, or nothing where the tag ends.
_ATTRIBUTE = re.compile(r"[\s/]*(?:([^\s/><][^\s/><=]*)\s*(=\s*([\"'])?)?)?")
_BARE = re.compile(r"[^\s>]*")
_COMMENT_END = re.compile(r"--!?>")
# Elements whose content is no markup; without an end tag the first two go on to the end of the file.
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
}
_TO_THE_END = frozenset(["script", "style"])
_KEPT = frozenset(
    "id class style hidden aria-hidden aria-modal aria-level role href type rel media color bgcolor size lang".split()
)
_LONGEST = 4000


class Token(NamedTuple):
    """A stretch of the source: "text", "start" or "end" of an element, or "comment"."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] = {}  # noqa: RUF012 - shared and never written to
    closed: bool = False
    """Whether a start tag ends in "/>"."""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, each where the one before ended; every character is looked at a fixed number of times."""
    at, last = 0, text.rfind(">")
    unclosed: set[str] = set()
    while at < len(text):
        mark = text.find("<", at)
        if mark < 0 or mark > last:
            yield Token("text", at, len(text))
            return
        if mark > at:
            yield Token("text", at, mark)
        token = _token(text, mark)
        yield token
        at = token.end
        if token.kind == "start" and token.name in _RAW and not token.closed and token.name not in unclosed:
            close = _RAW[token.name].search(text, at)
            if close is None:
                unclosed.add(token.name)
            if close or token.name in _TO_THE_END:
                end = close.start() if close else len(text)
                yield Token("text", at, end)
                at = end


def _token(text: str, at: int) -> Token:
    """The token that the "<" at an offset begins."""
    if text.startswith("<!--", at):
        end = _COMMENT_END.search(text, at + 2)
        return Token("comment", at, end.end() if end else len(text))
    kind, begin = ("end", at + 2) if text.startswith("</", at) else ("start", at + 1)
    name = _NAME.match(text, begin)
    if name:
        attributes, end_of_tag, closed = _attributes(text, name.end())
        if text.startswith(">", end_of_tag):
            return Token(kind, at, end_of_tag + 1, name[0].lower(), attributes, closed)
        return Token("text", at, end_of_tag)
    if text[at + 1 : at + 2] in {"!", "?"} or (kind == "end" and not text[begin : begin + 1].isalnum()):
        return Token("comment", at, text.index(">", at) + 1)
    return Token("text", at, begin)


def _attributes(text: str, at: int) -> tuple[dict[str, str], int, bool]:
    """Attributes that matter, the first of each name; where they end: at ">", or at what no tag holds; whether by "/"."""
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(text, at):
        name, equals, quote = match.groups()
        begin = at = match.end()
        if name is None:
            return found, at, "/" in match[0]
        end = begin
        if equals:
            end = text.find(quote, begin) if quote else -1
            at = end + 1
            if end < 0:
                bare = _BARE.match(text, begin)
                end = at = bare.end() if bare else begin
        if name.lower() in _KEPT:
            found.setdefault(name.lower(), unescape(text[begin : min(end, begin + _LONGEST)]))
    return found, at, False
