"""What each kind of token does while a file is read; macros have a module of their own."""

from __future__ import annotations

from functools import partial

from spm_fit.readers.tex.layout import prints
from spm_fit.readers.tex.sheet import PARAGRAPH
from spm_fit.readers.tex.style import points
from spm_fit.readers.tex.tokens import Kind
from spm_fit.readers.tex.walk import Command, Part, Task, Walker

# Characters to look at in the text of a link.
_LOOK = 200


def _text(walker: Walker, part: Part, at: int) -> int:
    walker.emit(part, walker.arguments.tokens[at])
    return at + 1


def _space(walker: Walker, part: Part, at: int) -> int:
    token = walker.arguments.tokens[at]
    if walker.style.lines and walker.source.text[token.start] in "\r\n":
        walker.line()
        return at + 1
    return _text(walker, part, at)


def _char(walker: Walker, part: Part, at: int) -> int:
    walker.emit(part, walker.arguments.tokens[at], walker.arguments.tokens[at].value)
    return at + 1


def _paragraph(walker: Walker, part: Part, at: int) -> int:
    if walker.tables or walker.sheet.level:
        return _text(walker, part, at)
    walker.sheet.line(PARAGRAPH)
    return at + 1


def _group(walker: Walker, part: Part, at: int) -> int:
    close = walker.arguments.pairs.get(at, part.end)
    if close >= part.end:
        return at + 1
    return walker.then(part, close + 1, *walker.scoped(Part(at + 1, close, part.frame), drawing=False))


def _nothing(_walker: Walker, _part: Part, at: int) -> int:
    return at + 1


def _border(walker: Walker, part: Part, at: int) -> int:
    if not walker.tables:
        return _text(walker, part, at)
    walker.cell(part, at)
    return at + 1


def _math(walker: Walker, _part: Part, at: int) -> int:
    walker.restyle(math=not walker.style.math)
    return at + 1


def _script(walker: Walker, part: Part, at: int) -> int:
    """Powers keep their mark: 10^6 is not 106."""
    token = walker.arguments.tokens[at]
    following = walker.source.text[token.end : token.end + 2].lstrip("{")
    if not walker.style.math or (token.value == "^" and following[:1].isdigit()):
        walker.emit(part, token)
    return at + 1


def _parameter(walker: Walker, part: Part, at: int) -> int:
    token = walker.arguments.tokens[at]
    if part.frame is None:
        return _text(walker, part, at)
    number = int(token.value)
    given = part.frame.arguments[number - 1] if number <= len(part.frame.arguments) else None
    walker.passed(part.frame, given)
    return walker.then(part, at + 1, given) if given else at + 1


def _break(walker: Walker, part: Part, at: int) -> int:
    gap = max(0.0, points(walker.arguments.tokens[at].value) / 12)
    if walker.tables:
        walker.sheet.line(gap)
    else:
        walker.sheet.wrap(walker.put(part, at, " "), gap)
    walker.style, walker.row_style = walker.row_style or walker.style, None
    return at + 1


def _link(walker: Walker, part: Part, at: int) -> int:
    """The text of a link; its address if there is no text, or if it is a mail address that the text does not show."""
    token = walker.arguments.tokens[at]
    group = walker.arguments.group(at + 1, part.end)
    shown = walker.resolved(part, group[0]) if group else None
    skip = len("mailto:") if token.value.startswith("mailto:") else 0
    address = token._replace(kind=Kind.TEXT, start=token.start + skip, value="")
    known = shown is not None and prints(walker.arguments, shown.range)
    written = shown is not None and "@" in walker.arguments.source(shown.range, _LOOK)
    tasks: list[Task] = [*walker.scoped(shown)] if shown else []
    if "#" not in token.value and (not known or (skip and not written)):
        tasks += [partial(walker.sheet.join, walker.put(part, at, " ")), partial(walker.emit, part, address)]
    return walker.then(part, group[1] if group else at + 1, *tasks)


STEPS: dict[Kind, Command] = {
    Kind.TEXT: _text, Kind.CHAR: _char, Kind.SPACE: _space, Kind.PARAGRAPH: _paragraph, Kind.OPEN: _group,
    Kind.CLOSE: _nothing, Kind.BRACKET: _text, Kind.UNBRACKET: _text, Kind.CELL: _border, Kind.MATH: _math,
    Kind.SCRIPT: _script, Kind.PARAMETER: _parameter, Kind.LINK: _link, Kind.BREAK: _break,
}  # fmt: skip
