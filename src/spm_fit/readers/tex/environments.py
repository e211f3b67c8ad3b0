"""Environments: lists, tables, columns, those with a title, and those that the file defines."""

from __future__ import annotations

import re
from functools import partial

from spm_fit.readers.tex import layout, macros
from spm_fit.readers.tex.definitions import Range
from spm_fit.readers.tex.style import points
from spm_fit.readers.tex.tokens import Kind
from spm_fit.readers.tex.walk import Environment, Part, Task, Walker

# A box of more than this part of the page's width has nothing beside it.
_FULL_WIDTH = 0.8
# Characters to look at in a name or a setting.
_LOOK = 200
_COORDINATES = re.compile(r"\s*\([^()]*\)\s*")
_NO_LABEL = re.compile(r"label\s*=\s*(?:\{\s*\}|(?=,|\s*$)|\{?\\(?:null|empty|relax))")
_BACKGROUND = re.compile(r"(?:colback|backgroundcolor|fill)\s*=\s*\{?([\w!]+)")


def begin(walker: Walker, part: Part, at: int) -> int:
    """Open an environment, with what stands behind its name."""
    named = walker.arguments.group(at + 1, part.end)
    if named is None:
        return at + 1
    name = walker.arguments.source(named[0], _LOOK).strip()
    definition = walker.definitions.environments.get(name)
    if definition is None:
        _open(walker, name)
        return _known(walker, part, at, name, named[1])
    frame, after = walker.body(part, at, definition, named[1])
    tail = Part(*definition.tail, frame) if frame and definition.tail else None
    walker.sheet.line()
    _open(walker, name, tail)
    return walker.then(part, after, Part(*definition.body, frame)) if frame else after


def _open(walker: Walker, name: str, ending: Part | None = None) -> None:
    sheet = walker.sheet
    state = Environment(name, walker.style, sheet.region, sheet.depth, walker.tables, walker.bullets, ending)
    walker.environments.append(state)
    walker.open[name] += 1


def _known(walker: Walker, part: Part, at: int, name: str, after: int) -> int:
    silent = macros.SILENT_ENVIRONMENTS.get(name, 0)
    groups: list[Range] = []
    tokens = walker.arguments.tokens
    behind = after < part.end and tokens[after].kind in {Kind.OPEN, Kind.BRACKET}
    if silent or (behind and name not in macros.WITHOUT_ARGUMENTS):
        groups, options, after = walker.arguments.groups(after, part.end, silent or (1 if _is_section(name) else 9))
    else:
        options, after = walker.arguments.options(after, part.end) if behind else ([], after)
    if after < part.end and _COORDINATES.fullmatch(walker.arguments.source(Range(after, after + 1), _LOOK)):
        after += 1
    settings = " ".join(walker.arguments.source(option, _LOOK) for option in options)
    _enter(walker, name, settings, walker.arguments.source(groups[0], _LOOK) if groups else "")
    given = [walker.resolved(part, group) for group in groups[silent:]]
    given = [group for group in given if not layout.without_text(walker.arguments, name, group.range)]
    if not given:
        return after
    return walker.then(part, after, *_titled(walker, part, at, name, given))


def _is_section(name: str) -> bool:
    own = name in macros.HEADINGS or macros.HEADING_NAME.fullmatch(name) is not None
    return own and name not in macros.LAYOUTS


def _titled(walker: Walker, part: Part, at: int, name: str, given: list[Part]) -> list[Task]:
    """What the arguments of an environment print: a heading, a line, or an entry."""
    if len(given) == 1:
        inner = [*walker.scoped(given[0]), walker.line]
        if not _is_section(name):
            return inner
        walker.headed.add(walker.sheet.region)
        return [partial(setattr, walker.sheet, "level", 3 if "sub" in name.lower() else 2), *inner]
    ranges = [group.range for group in given]
    if name in macros.LAYOUTS:
        return walker.laid_out(part, at, given, layout.described(walker.arguments, name, ranges))
    return walker.laid_out(part, at, given, layout.guessed(walker.arguments, ranges))


def _enter(walker: Walker, name: str, settings: str, first: str) -> None:
    """The state inside an environment; `first` is its first argument."""
    sheet = walker.sheet
    if macros.TABLES.fullmatch(name):
        sheet.plain()
        walker.tables += 1
        return
    sheet.line()
    walker.tables = 0
    if macros.LISTS.fullmatch(name):
        sheet.depth += 1
        walker.bullets = not _NO_LABEL.search(settings)
    if name in macros.PICTURES:
        walker.restyle(drawing=True, paper=0.5)
    elif name in macros.BOXES:
        found = _BACKGROUND.search(settings)
        walker.restyle(paper=walker.colors.lightness(found[1]) if found else 0.5)
    elif name in macros.COLUMNS and _beside(name, first):
        walker.column()
        if name.startswith("multicols"):
            walker.split.add(sheet.region)
    walker.restyle(lines=walker.style.lines or name in macros.LINES)


def _beside(name: str, first: str) -> bool:
    """Whether something stands beside what this environment holds."""
    if name == "minipage":
        return 0 < points(first) < _FULL_WIDTH * macros.POINTS["textwidth"]
    return not first.strip().isdigit() or int(first) > 1


def end(walker: Walker, part: Part, at: int) -> int:
    """Close an environment and those open inside it; one that is not open is nothing."""
    named = walker.arguments.group(at + 1, part.end)
    if named is None:
        return at + 1
    name = walker.arguments.source(named[0], _LOOK).strip()
    if not walker.open[name]:
        return named[1]
    while True:
        closed = walker.environments.pop()
        walker.open[closed.name] -= 1
        if closed.name == name:
            break
    if closed.ending:
        return walker.then(part, named[1], closed.ending, partial(_close, walker, closed))
    _close(walker, closed)
    return named[1]


def _close(walker: Walker, closed: Environment) -> None:
    walker.sheet.plain()
    if walker.sheet.region != closed.region:
        walker.column(closed.region)
    walker.style, walker.sheet.depth = closed.style, closed.depth
    walker.tables, walker.bullets = closed.tables, closed.bullets
