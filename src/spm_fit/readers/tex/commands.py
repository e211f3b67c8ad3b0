"""What each macro does while a file is read."""

from __future__ import annotations

from functools import partial

from spm_fit.readers.tex import layout, macros
from spm_fit.readers.tex.definitions import Definition
from spm_fit.readers.tex.environments import begin, end
from spm_fit.readers.tex.look import LOOK
from spm_fit.readers.tex.symbols import CHARACTERS
from spm_fit.readers.tex.tokens import Kind
from spm_fit.readers.tex.walk import Command, Part, Task, Walker

_MOST = 9
# Characters to look at in a name, a colour or a length.
_LOOK = 100


def command(walker: Walker, part: Part, at: int) -> int:
    """Read a macro and its arguments."""
    name = walker.arguments.tokens[at].value
    definition = walker.definitions.commands.get(name)
    if name in _STRUCTURE:
        return _STRUCTURE[name](walker, part, at)
    if name in macros.HEADINGS and (definition is None or definition.kinds.count("m") == 1):
        return _heading(walker, part, at)
    if definition is not None:
        return _own(walker, part, at, definition)
    if name in _COMMANDS:
        return _COMMANDS[name](walker, part, at)
    if name in macros.LAYOUTS:
        return _described(walker, part, at)
    if name in macros.SILENT:
        silent = macros.SILENT[name]
        return walker.arguments.groups(at + 1, part.end, silent)[2] if silent else at + 1
    if name in CHARACTERS:
        walker.emit(part, walker.arguments.tokens[at], CHARACTERS[name])
        return at + 1
    return _unknown(walker, part, at, _MOST)


def _heading(walker: Walker, part: Part, at: int) -> int:
    name = walker.arguments.tokens[at].value
    groups, _, after = walker.arguments.groups(at + 1, part.end, 1)
    walker.sheet.line()
    if not groups:
        return after
    level = macros.HEADINGS.get(name) or (3 if name.lower().startswith("sub") else 2)
    walker.headed.add(walker.sheet.region)
    begun = partial(setattr, walker.sheet, "level", level)
    return walker.then(part, after, begun, *walker.scoped(walker.resolved(part, groups[0])), walker.line)


def _own(walker: Walker, part: Part, at: int, definition: Definition) -> int:
    """A macro that the file defines: its body; where that is a program, what its name says, or its arguments."""
    name = walker.arguments.tokens[at].value
    frame, after = walker.body(part, at, definition, at + 1)
    if frame is None:
        if name in macros.LAYOUTS:
            return _described(walker, part, at)
        return _unknown(walker, part, at, len(definition.kinds.replace("o", "").replace("s", "")))
    return walker.then(part, after, Part(*definition.body, frame))


def _described(walker: Walker, part: Part, at: int) -> int:
    name = walker.arguments.tokens[at].value
    most = layout.most(name)
    if not macros.LAYOUTS[name][0].startswith((";", "#", ",")):
        # One of that name with more arguments is another macro.
        more = walker.arguments.groups(at + 1, part.end, most + 1)[0]
        if len(more) > most:
            return _unknown(walker, part, at, _MOST)
    groups, options, after = walker.arguments.groups(at + 1, part.end, most)
    given = [walker.resolved(part, group) for group in groups]
    if not given:
        return after
    while (option := walker.arguments.pairs.get(after, part.end)) < part.end and _is(walker, after, Kind.BRACKET):
        after = option + 1
    marks = layout.described(walker.arguments, name, [group.range for group in given])
    marks = [mark for mark in marks if not _drawn(walker, name, given, mark)]
    tasks = walker.laid_out(part, at, given, marks)
    service = walker.arguments.source(options[0], _LOOK) if name == "social" and options else name
    text = walker.arguments.source(given[0].range, _LOOK)
    if service in macros.ADDRESSES and not {"/", "."} & set(text):
        tasks.insert(1, partial(walker.insert, walker.put(part, at, macros.ADDRESSES[service])))
    return walker.then(part, after, *tasks)


def _is(walker: Walker, at: int, kind: Kind) -> bool:
    return walker.arguments.tokens[at].kind is kind


def _drawn(walker: Walker, name: str, given: list[Part], mark: int | str) -> bool:
    return (
        isinstance(mark, int)
        and mark <= len(given)
        and layout.without_text(walker.arguments, name, given[mark - 1].range)
    )


def _unknown(walker: Walker, part: Part, at: int, most: int) -> int:
    """A macro nobody described: nothing without arguments, one as it stands, several as an entry."""
    name = walker.arguments.tokens[at].value
    groups, _, after = walker.arguments.groups(at + 1, part.end, most)
    given = [walker.resolved(part, group) for group in groups]
    texts = [group for group in given if not layout.without_text(walker.arguments, name, group.range)]
    if not texts:
        return after
    if len(groups) == 1 and macros.HEADING_NAME.fullmatch(name):
        return _heading(walker, part, at)
    if len(texts) == 1:
        begun: list[Task] = [walker.sheet.item] if macros.ITEM_NAME.fullmatch(name) else []
        return walker.then(part, after, *begun, *walker.scoped(texts[0]))
    marks = layout.guessed(walker.arguments, [group.range for group in texts])
    return walker.then(part, after, *walker.laid_out(part, at, texts, marks))


def _item(walker: Walker, part: Part, at: int) -> int:
    options, after = walker.arguments.options(at + 1, part.end)
    label = walker.resolved(part, options[0]) if options else None
    labelled = label is not None and layout.prints(walker.arguments, label.range)
    dated = label is not None and layout.dated(walker.arguments, label.range)
    if walker.bullets and not dated:
        walker.sheet.item()
    else:
        walker.sheet.line()
    if walker.environments and walker.environments[-1].name in macros.ENTRY_LISTS:
        groups, _, after = walker.arguments.groups(after, part.end, _MOST)
        given = [walker.resolved(part, group) for group in [*options, *groups]]
        marks = layout.guessed(walker.arguments, [group.range for group in given])
        return walker.then(part, after, *walker.laid_out(part, at, given, marks))
    if label is None or not labelled:
        return after
    border = partial(walker.cell, part, at) if dated else partial(walker.sheet.join, walker.put(part, at, ": "))
    return walker.then(part, after, *walker.scoped(label), border)


def _file(walker: Walker, part: Part, at: int) -> int:
    name = walker.arguments.tokens[at].value
    groups, _, after = walker.arguments.groups(at + 1, part.end, macros.SILENT[name])
    if groups:
        walker.files.append("".join(walker.arguments.source(group, _LOOK) for group in groups))
    return after


def _note(walker: Walker, part: Part, at: int) -> int:
    groups, _, after = walker.arguments.groups(at + 1, part.end, 1)
    walker.notes += [walker.resolved(part, group) for group in groups]
    return after


def _title(walker: Walker, part: Part, at: int) -> int:
    tasks: list[Task] = [walker.line, *walker.opening]
    walker.opening = []
    return walker.then(part, walker.arguments.options(at + 1, part.end)[1], *tasks)


def _column(walker: Walker, part: Part, at: int) -> int:
    walker.column()
    after = walker.arguments.options(at + 1, part.end)[1]
    star = after < part.end and walker.source.text[walker.arguments.tokens[after].start] == "*"
    return after + 1 if star and walker.arguments.tokens[after].kind is Kind.TEXT else after


def _node(walker: Walker, _part: Part, at: int) -> int:
    """A text of a picture, which stands by itself."""
    if walker.style.drawing:
        walker.line()
    return at + 1


def _pair(walker: Walker, part: Part, at: int) -> int:
    groups, _, after = walker.arguments.groups(at + 1, part.end, 2)
    parts = [walker.resolved(part, group) for group in groups]
    glue = macros.PAIRS[walker.arguments.tokens[at].value]
    tasks: list[Task] = []
    for number, given in enumerate(parts[: 1 if glue is None else 2]):
        tasks += [partial(walker.insert, walker.put(part, at, glue))] if number and glue else []
        tasks += walker.scoped(given)
    return walker.then(part, after, *tasks)


# A file's own definition of these changes their look, not their meaning.
_STRUCTURE: dict[str, Command] = {"begin": begin, "end": end, "item": _item}
_COMMANDS: dict[str, Command] = {
    **LOOK,
    **dict.fromkeys(macros.FILES, _file),
    **dict.fromkeys(("footnote", "footnotetext", "marginpar", "marginnote", "sidenote"), _note),
    **dict.fromkeys(macros.TITLES, _title),
    "switchcolumn": _column,
    "node": _node,
    **dict.fromkeys(macros.PAIRS, _pair),
}
