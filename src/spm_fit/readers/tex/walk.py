"""Walks through LaTeX tokens and writes what they print. A stack of tasks stands in for recursion: depth costs nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from spm_fit.readers.clean import clean
from spm_fit.readers.source import Run, Source
from spm_fit.readers.tex.definitions import Arguments, Definition, Definitions, Range
from spm_fit.readers.tex.sheet import Sheet
from spm_fit.readers.tex.style import Colors, Style
from spm_fit.readers.tex.tokens import Kind, Token

# Macros of the file's own are replaced by their bodies, but only so deep. What is read and printed in all may be twice
# the file and so much more: the rest is the work of macros that repeat and repeat.
_MAX_DEPTH = 12
_MORE = 100_000
_BLANKS = re.compile(r"\s+")
_GLUES = {",": ", ", ":": ": ", "+": " ", ";": " | "}


@dataclass(slots=True)
class Frame:
    """The use of a macro whose body is read: its arguments and its place."""

    arguments: tuple[Part | None, ...]
    start: int
    end: int
    depth: int
    reached: int
    """The end of the last argument that was printed, its start before that: where what its body adds belongs."""


class Part(NamedTuple):
    """Tokens to read; those of a macro's body belong to the frame of its use."""

    start: int
    end: int
    frame: Frame | None = None

    @property
    def range(self) -> Range:
        """Its tokens."""
        return Range(self.start, self.end)


class Environment(NamedTuple):
    """One that is open, with the state before it."""

    name: str
    style: Style
    region: int
    depth: int
    tables: int
    bullets: bool
    ending: Part | None = None


Task = Part | Callable[[], None]
Command = Callable[["Walker", Part, int], int]
"""Reads what stands at an index of a part, and returns the index behind it."""


@dataclass(slots=True)
class Walker:
    """The state of reading."""

    source: Source
    arguments: Arguments
    definitions: Definitions
    colors: Colors
    commands: dict[Kind, Command]
    """For each kind of token what it does."""
    sheet: Sheet = field(default_factory=Sheet)
    style: Style = field(default_factory=Style)
    environments: list[Environment] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)
    tables: int = 0
    bullets: bool = True
    row_style: Style | None = None
    """What a row of another background ends with."""
    regions: int = 0
    headed: set[int] = field(default_factory=set)
    """The regions with headings."""
    split: set[int] = field(default_factory=set)
    """The regions that are more columns than one."""
    hidden: list[str] = field(default_factory=list)
    """What was left out."""
    spaces: list[str] = field(default_factory=list)
    """Short texts that only their room is kept for."""
    faint: list[str] = field(default_factory=list)
    """What has the colour of the paper and may stand on something drawn."""
    files: list[str] = field(default_factory=list)
    notes: list[Part] = field(default_factory=list)
    opening: list[Task] = field(default_factory=list)
    """What the preamble says of the person, until it is written."""
    drawn: bool = False
    """Whether something is drawn that text in the colour of the paper may stand on."""
    stack: list[Task] = field(default_factory=list)
    budget: int = _MORE
    """Tokens and characters of bodies that may still be read."""

    def __post_init__(self) -> None:
        """Twice the file may be read."""
        self.budget += 2 * len(self.arguments.tokens)

    def run(self, *tasks: Task) -> None:
        """Do these tasks and all that come of them."""
        self.stack = list(reversed(tasks))
        while self.stack and self.budget >= 0:
            task = self.stack.pop()
            if isinstance(task, Part):
                self._read(task)
            else:
                task()

    def then(self, part: Part, after: int, *tasks: Task) -> int:
        """Do tasks before the rest of a part; for a command to return."""
        self.stack.append(Part(after, part.end, part.frame))
        self.stack += reversed(tasks)
        return part.end

    def scoped(self, part: Part, **changes: object) -> tuple[Task, ...]:
        """Read a part as a group, in the style of now with changes."""
        changed = replace(self.style, **changes) if changes else self.style  # type: ignore[arg-type]
        return partial(self.set_style, changed), part, partial(self.set_style, self.style)

    def restyle(self, **changes: object) -> None:
        """Change the style, to the end of the group."""
        self.style = replace(self.style, **changes)  # type: ignore[arg-type]

    def set_style(self, style: Style) -> None:
        """From here on."""
        self.style = style

    def _read(self, part: Part) -> None:
        at, tokens, ends = part.start, self.arguments.tokens, self.definitions.ends
        while at < part.end and self.budget >= 0:
            self.budget -= 1
            at = ends[at] if at in ends else self.commands[tokens[at].kind](self, part, at)

    def emit(self, part: Part, token: Token, text: str | None = None) -> None:
        """Write a token, or `text` that it stands for."""
        if self.style.drawing or text == "":
            return
        if self.style.hidden or self.style.faint:
            kept = self.drawn and not self.style.hidden
            (self.faint if kept else self.hidden).append(self._source(token) if text is None else text)
            if not kept:
                return
        if part.frame is not None:
            runs = self._from_body(part.frame, text or _BLANKS.sub(" ", self._source(token)))
        elif text is None:
            runs = list(self.source.read(token.start, token.end))
        else:
            runs = list(self.source.one(token.start, token.end, text))
        self.sheet.write(runs, self.style.bold, self.style.size)

    def _source(self, token: Token) -> str:
        return self.source.text[token.start : token.end]

    def _from_body(self, frame: Frame, text: str) -> list[Run]:
        """Text of a macro's body at the place of its use: of a macro without arguments it is all that stands there."""
        self.budget -= len(text)
        if frame.arguments:
            return [self.source.put(frame.reached, clean(text))]
        return list(self.source.one(frame.start, frame.end, text))

    def put(self, part: Part, at: int, text: str) -> Run:
        """Text that the format implies."""
        frame = part.frame
        return self.source.put(frame.start if frame else self.arguments.tokens[at].start, text)

    def insert(self, run: Run) -> None:
        """Write it as it is."""
        self.sheet.write([run], self.style.bold, self.style.size)

    def line(self) -> None:
        """End the line."""
        self.sheet.line()

    def cell(self, part: Part, at: int, border: str = "\t") -> None:
        """Begin a cell."""
        self.sheet.cell(self.put(part, at, border))

    def resolved(self, part: Part, group: Range) -> Part:
        """An argument; one that is only an argument of the macro whose body this is, as that."""
        near = self.arguments.tokens[group.start : min(group.end, group.start + 4)]
        inner = [token for token in near if token.kind is not Kind.SPACE]
        if part.frame and group.end - group.start <= 4 and len(inner) == 1 and inner[0].kind is Kind.PARAMETER:
            number = int(inner[0].value)
            given = part.frame.arguments[number - 1] if number <= len(part.frame.arguments) else None
            self.passed(part.frame, given)
            return given or Part(group.start, group.start)
        return Part(group.start, group.end, part.frame)

    def passed(self, frame: Frame, given: Part | None) -> None:
        """An argument of a use is printed; one that is not given stands elsewhere, in the definition."""
        if given is not None and given.end < len(self.arguments.tokens):
            closing = self.arguments.tokens[given.end]
            if closing.start >= frame.start and closing.kind is Kind.CLOSE:
                frame.reached = max(frame.reached, closing.end)

    def laid_out(self, part: Part, at: int, groups: Sequence[Part], layout: Sequence[int | str]) -> list[Task]:
        """The tasks that write arguments in a layout."""
        tasks: list[Task] = []
        if layout and isinstance(layout[0], int):
            tasks.append(self.line)
        if "|" in layout[1:]:
            # An entry is no list item, even where it stands in a list.
            tasks.append(self.sheet.plain)
        for mark in layout:
            if isinstance(mark, int):
                tasks += self.scoped(groups[mark - 1]) if mark <= len(groups) else ()
            elif mark in _GLUES:
                tasks.append(partial(self.sheet.join, self.put(part, at, _GLUES[mark])))
            elif mark == "|":
                tasks.append(partial(self.cell, part, at))
            else:
                tasks.append({"/": self.line, "*": self.sheet.item, "#": self._name}[mark])
        return tasks

    def _name(self) -> None:
        self.sheet.line()
        self.sheet.level = 1

    def body(self, part: Part, at: int, definition: Definition, after: int) -> tuple[Frame | None, int]:
        """The frame of a use of a definition whose arguments stand from `after` on; None where there were too many."""
        given: list[Part | None] = []
        for kind in definition.kinds:
            opening = Kind.OPEN if kind == "m" else Kind.BRACKET
            found = None if kind == "s" else self.arguments.group(after, part.end, opening)
            after = found[1] if found else after
            given.append(self.resolved(part, found[0]) if found else None)
            if found is None and kind == "o" and definition.default:
                given[-1] = Part(*definition.default)
        token, outer = self.arguments.tokens[at], part.frame
        depth = outer.depth + 1 if outer else 1
        if definition.program or depth > _MAX_DEPTH:
            return None, after
        start, end = (outer.start, outer.end) if outer else (token.start, token.end)
        return Frame(tuple(given), start, end, depth, outer.reached if outer else start), after

    def column(self, region: int | None = None) -> None:
        """Go on in a new column, or in one that there was."""
        self.sheet.line()
        if region is None:
            self.regions += 1
        self.sheet.region = self.regions if region is None else region
