"""What a file defines itself: commands, environments, colours, conditionals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spm_fit.readers.tex.tokens import Kind, Token

_COMMANDS = re.compile(r"(?:re)?newcommandx?|providecommand|DeclareRobustCommand|[gex]?def")
_ENVIRONMENTS = re.compile(r"(?:re)?newenvironment|provideenvironment")
_DOCUMENT = re.compile(r"(?:New|Renew|Provide|Declare)(?:Expandable)?Document(Command|Environment)")
# Bodies with these are programs or drawings: what they print depends on what is going on.
_PROGRAM = re.compile(
    r"\\(?:if[A-Za-z]*|If[A-Z]\w*|[gex]?def|let|expandafter|csname|futurelet|fi|else|foreach|loop|tikz)\b|\\[A-Za-z]*@"
)
_CONDITIONAL = re.compile(r"\\newif\s*\\if([A-Za-z]+)")
_SPECIFICATION = re.compile(r"([OG])\s*\{[^{}]*\}|[mostdrRDb]")


class Range(NamedTuple):
    """Tokens from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Definition:
    """A command or environment of the file's own."""

    kinds: str
    """Of each argument, in order: m(andatory), o(ptional), s(tar)."""
    body: Range
    tail: Range | None = None
    """What an environment ends with."""
    default: Range | None = None
    program: bool = False
    """Whether its body is more than text with macros."""


@dataclass(slots=True)
class Definitions:
    """All that a file defines, and where the definitions themselves end."""

    commands: dict[str, Definition] = field(default_factory=dict)
    environments: dict[str, Definition] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)


class Arguments:
    """The arguments that stand from an index on."""

    def __init__(self, found: Sequence[Token], pairs: dict[int, int], text: str) -> None:
        self.tokens, self.pairs, self.text = found, pairs, text
        self.own: set[str] = set()
        """The names of the commands that the file defines."""

    def skip(self, at: int, end: int) -> int:
        """The index behind one blank."""
        return at + 1 if at < end and self.tokens[at].kind is Kind.SPACE else at

    def group(self, at: int, end: int, opening: Kind = Kind.OPEN) -> tuple[Range, int] | None:
        """The inside of a group that stands at an index, perhaps after a blank, and the index behind it."""
        at = self.skip(at, end)
        close = self.pairs.get(at, end) if at < end and self.tokens[at].kind is opening else end
        return (Range(at + 1, close), close + 1) if close < end else None

    def options(self, at: int, end: int) -> tuple[list[Range], int]:
        """The optional arguments."""
        result: list[Range] = []
        while option := self.group(at, end, Kind.BRACKET):
            result.append(option[0])
            at = option[1]
        return result, at

    def groups(self, at: int, end: int, most: int) -> tuple[list[Range], list[Range], int]:
        """At most so many mandatory arguments, all optional ones, and the index behind them."""
        result: list[Range] = []
        options, at = self.options(at, end)
        while len(result) < most and (group := self.group(at, end)):
            result.append(group[0])
            more, at = self.options(group[1], end) if len(result) < most else ([], group[1])
            options += more
        return result, options, at

    def source(self, part: Range, most: int | None = None) -> str:
        """What the file has there, at most so many characters: groups in groups are looked at again and again."""
        if part.start >= part.end:
            return ""
        start, end = self.tokens[part.start].start, self.tokens[part.end - 1].end
        return self.text[start : end if most is None else min(end, start + most)]


def definitions(arguments: Arguments) -> Definitions:
    """Find all definitions of a file; of two with one name the last counts."""
    found = Definitions()
    end = len(arguments.tokens)
    index = 0
    while index < end:
        token = arguments.tokens[index]
        after = _definition(found, arguments, token.value, index + 1, end) if token.kind is Kind.MACRO else index + 1
        if after > index + 1:
            found.ends[index] = after
        index = after
    arguments.own = set(found.commands)
    return found


def _definition(found: Definitions, arguments: Arguments, name: str, at: int, end: int) -> int:
    """Read one definition; the index behind it, or `at` if it is none."""
    document = _DOCUMENT.fullmatch(name)
    environment = bool(_ENVIRONMENTS.fullmatch(name) or (document and document[1] == "Environment"))
    if not (environment or document or _COMMANDS.fullmatch(name)):
        return _alias(found, arguments, at, end) if name == "let" else at
    named = _name(arguments, at, end)
    if named is None:
        return at
    own, at = named
    default = None
    if document:
        specification = arguments.group(at, end)
        kinds = _specified(arguments.source(specification[0])) if specification else ""
        at = specification[1] if specification else at
    elif name.endswith("def"):
        start = at
        while at < end and at < start + 20 and arguments.tokens[at].kind is not Kind.OPEN:
            at += 1
        kinds = "m" * sum(token.kind is Kind.PARAMETER for token in arguments.tokens[start:at])
    else:
        options, at = arguments.options(at, end)
        count = arguments.source(options[0]).strip() if options else "0"
        default = options[1] if len(options) > 1 else None
        number = int(count) if len(count) == 1 and count in "0123456789" else 0
        kinds = "o" * (default is not None) + "m" * (number - (default is not None))
    body = arguments.group(at, end)
    if body is None:
        return at
    tail = arguments.group(body[1], end) if environment else None
    program = bool(_PROGRAM.search(arguments.source(body[0])))
    table = found.environments if environment else found.commands
    table[own] = Definition(kinds, body[0], tail[0] if tail else None, default, program)
    return tail[1] if tail else body[1]


def _specified(text: str) -> str:
    return "".join("o" if match[1] or match[0] in "odD" else match[0] for match in _SPECIFICATION.finditer(text))


def _name(arguments: Arguments, at: int, end: int) -> tuple[str, int] | None:
    """What is defined: ``{\\name}``, ``\\name`` or ``{name}``."""
    at = arguments.skip(at, end)
    if at < end and arguments.tokens[at].kind is Kind.TEXT and arguments.source(Range(at, at + 1)) == "*":
        at += 1
    group = arguments.group(at, end)
    if group:
        return arguments.source(group[0]).strip().removeprefix("\\"), group[1]
    if at < end and arguments.tokens[at].kind is Kind.MACRO:
        return arguments.tokens[at].value, at + 1
    return None


def _alias(found: Definitions, arguments: Arguments, at: int, end: int) -> int:
    names = arguments.tokens[at : at + 2]
    if len(names) < 2 or at + 2 > end or any(token.kind is not Kind.MACRO for token in names):
        return at
    if names[1].value in found.commands:
        found.commands[names[0].value] = found.commands[names[1].value]
    return at + 2


def false_conditionals(text: str) -> set[str]:
    """The conditionals of a file that never hold: ``\\iffalse``, and those it makes and does not set."""
    own = {match[1] for match in _CONDITIONAL.finditer(text)}
    return {"iffalse"} | {f"if{name}" for name in own if f"\\{name}true" not in text}


def without_false(found: Sequence[Token], text: str) -> Iterator[Token]:
    """The tokens without what stands between a conditional that never holds and its end."""
    never = false_conditionals(text)
    starts: list[tuple[int, bool]] = []
    gone: list[tuple[int, int]] = []
    for index, token in enumerate(found):
        if token.kind is not Kind.MACRO:
            continue
        if (
            token.value.startswith("if")
            and token.value not in {"ifthenelse", "iff"}
            and not token.value.startswith("ifstr")
        ):
            starts.append((index, token.value in never and found[index - 1].value != "newif"))
        elif starts and (token.value == "fi" or (token.value == "else" and starts[-1][1])):
            start, dropped = starts.pop()
            if dropped:
                gone.append((start, index))
            if token.value == "else":
                starts.append((index, False))
    at = 0
    for start, end in sorted(gone):
        if start >= at:
            yield from found[at:start]
            at = end + 1
    yield from found[at:]
