"""What each macro does while a file is read."""

from __future__ import annotations

from functools import partial

from spm_fit.readers.tex import layout, macros
from spm_fit.readers.tex.definitions import Definition
from spm_fit.readers.tex.environments import begin, end
from spm_fit.readers.tex.sheet import WIDE
from spm_fit.readers.tex.style import points
from spm_fit.readers.tex.symbols import CHARACTERS
from spm_fit.readers.tex.tokens import Kind
from spm_fit.readers.tex.walk import Command, Part, Task, Walker

# Lengths in points: of a blank that parts cells, of a rule that goes across the page.
_CELL = 10.0
_ACROSS = 100.0
_PHANTOM_TOKENS = 8
_MOST = 9
# Characters to look at in a name, a colour or a length.
_LOOK = 100


def command(walker: Walker, part: Part, at: int) -> int:
    """Read a macro and its arguments."""
    name = walker.arguments.tokens[at].value
    definition = walker.definitions.commands.get(name)
    if name in _STRUCTURE:
        return _STRUCTURE[name](walker, part, at)
    if name in macros.HEADINGS:
        return _heading(walker, part, at)
    if definition is not None:
        return _own(walker, part, at, definition)
    if name in _COMMANDS:
        return _COMMANDS[name](walker, part, at)
    if name in macros.LAYOUTS:
        return _described(walker, part, at)
    if name in macros.SILENT:
        return walker.arguments.groups(at + 1, part.end, macros.SILENT[name])[2]
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
    """A macro that the file defines: its body; its arguments only where the body is a program."""
    frame, after = walker.body(part, at, definition, at + 1)
    if frame is None:
        return _unknown(walker, part, at, len(definition.kinds.replace("o", "").replace("s", "")))
    return walker.then(part, after, Part(*definition.body, frame))


def _described(walker: Walker, part: Part, at: int) -> int:
    name = walker.arguments.tokens[at].value
    groups, options, after = walker.arguments.groups(at + 1, part.end, layout.most(name))
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
    groups, _, behind = walker.arguments.groups(after, part.end, _MOST)
    label = walker.resolved(part, options[0]) if options else None
    labelled = label is not None and layout.prints(walker.arguments, label.range)
    dated = label is not None and layout.dated(walker.arguments, label.range)
    if walker.bullets and not dated:
        walker.sheet.item()
    else:
        walker.sheet.line()
    if len(groups) > 1:
        marks = layout.guessed(walker.arguments, groups)
        return walker.then(part, behind, *walker.laid_out(part, at, [walker.resolved(part, g) for g in groups], marks))
    if label is None or not labelled:
        return after
    border = partial(walker.cell, part, at) if dated else partial(walker.sheet.join, walker.put(part, at, ": "))
    return walker.then(part, after, *walker.scoped(label), border)


def _color(walker: Walker, part: Part, at: int) -> int:
    """A colour, to the end of the group or for the next argument."""
    name = walker.arguments.tokens[at].value
    groups, options, after = walker.arguments.groups(at + 1, part.end, 2 if name == "fcolorbox" else 1)
    if not groups:
        return after
    model = walker.arguments.source(options[0], _LOOK) if options else ""
    light = walker.colors.lightness(walker.arguments.source(groups[-1], _LOOK), model)
    changes: dict[str, object] = {"paper" if name in _BACKGROUNDS else "ink": light}
    if name not in _BOXES:
        if name in {"rowcolor", "cellcolor"}:
            walker.row_style = walker.row_style or walker.style
        walker.restyle(**changes)
        return after
    group = walker.arguments.group(after, part.end)
    return walker.then(part, group[1], *walker.scoped(walker.resolved(part, group[0]), **changes)) if group else after


def _phantom(walker: Walker, part: Part, at: int) -> int:
    """Empty space as wide as a text: short ones align, long ones hide."""
    group = walker.arguments.group(at + 1, part.end)
    if group is None or group[0].end - group[0].start < _PHANTOM_TOKENS:
        return group[1] if group else at + 1
    return walker.then(part, group[1], *walker.scoped(walker.resolved(part, group[0]), phantom=True))


def _bold(walker: Walker, part: Part, at: int) -> int:
    group = walker.arguments.group(at + 1, part.end)
    return walker.then(part, group[1], *walker.scoped(walker.resolved(part, group[0]), bold=True)) if group else at + 1


def _run_in(walker: Walker, part: Part, at: int) -> int:
    """A heading at the beginning of its paragraph."""
    walker.sheet.line()
    group = walker.arguments.group(at + 1, part.end)
    if group is None:
        return at + 1
    joined = partial(walker.sheet.join, walker.put(part, at, " "))
    return walker.then(part, group[1], *walker.scoped(walker.resolved(part, group[0]), bold=True), joined)


def _switch(walker: Walker, _part: Part, at: int) -> int:
    name = walker.arguments.tokens[at].value
    if name in macros.SIZES:
        walker.restyle(size=macros.SIZES[name])
    else:
        walker.restyle(bold=macros.BOLD[name])
    return at + 1


def _font_size(walker: Walker, part: Part, at: int) -> int:
    groups, _, after = walker.arguments.groups(at + 1, part.end, 2)
    text = walker.arguments.source(groups[0], _LOOK) if groups else ""
    size = points(text) or points(f"{text}pt")
    walker.restyle(size=size or walker.style.size)
    return after


def _cell(walker: Walker, part: Part, at: int) -> int:
    walker.cell(part, at, WIDE if walker.arguments.tokens[at].value in macros.WIDE else "\t")
    return at + 1


def _space(walker: Walker, part: Part, at: int) -> int:
    groups, _, after = walker.arguments.groups(at + 1, part.end, 1)
    length = points(walker.arguments.source(groups[0], _LOOK)) if groups else 0.0
    if walker.arguments.tokens[at].value in {"vspace", "addvspace"}:
        walker.sheet.space(length / 12)
    elif length >= _CELL:
        walker.cell(part, at, "\t" if length > _ACROSS else WIDE)
    elif length > 0:
        walker.insert(walker.put(part, at, " "))
    return after


def _rule(walker: Walker, part: Part, at: int) -> int:
    name = walker.arguments.tokens[at].value
    groups, _, after = walker.arguments.groups(at + 1, part.end, 2 if name == "rule" else 0)
    if name == "rule" and (not groups or points(walker.arguments.source(groups[0], _LOOK)) < _ACROSS):
        return after
    if walker.tables:
        walker.sheet.line()
    else:
        walker.sheet.ruled()
    return after


def _line(walker: Walker, part: Part, at: int) -> int:
    name = walker.arguments.tokens[at].value
    if name in {"newline", "linebreak"} and not walker.tables:
        walker.sheet.wrap(walker.put(part, at, " "), 0.0)
    else:
        walker.sheet.line(macros.BREAKS[name])
    return walker.arguments.options(at + 1, part.end)[1]


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


def _pair(walker: Walker, part: Part, at: int) -> int:
    groups, _, after = walker.arguments.groups(at + 1, part.end, 2)
    parts = [walker.resolved(part, group) for group in groups]
    glue = macros.PAIRS[walker.arguments.tokens[at].value]
    tasks: list[Task] = []
    for number, given in enumerate(parts[: 1 if glue is None else 2]):
        tasks += [partial(walker.insert, walker.put(part, at, glue))] if number and glue else []
        tasks += walker.scoped(given)
    return walker.then(part, after, *tasks)


_BOXES = frozenset(["textcolor", "colorbox", "fcolorbox"])
_BACKGROUNDS = frozenset(["colorbox", "fcolorbox", "pagecolor", "rowcolor", "cellcolor"])
# A file's own definition of these changes their look, not their meaning.
_STRUCTURE: dict[str, Command] = {"begin": begin, "end": end, "item": _item}
_COMMANDS: dict[str, Command] = {
    **dict.fromkeys((*_BOXES, *_BACKGROUNDS, "color"), _color),
    **dict.fromkeys(("phantom", "hphantom", "vphantom"), _phantom),
    **dict.fromkeys(macros.BOLD_ARGUMENT, _bold),
    **dict.fromkeys(("paragraph", "subparagraph"), _run_in),
    **dict.fromkeys((*macros.SIZES, *macros.BOLD), _switch),
    "fontsize": _font_size,
    **dict.fromkeys((*macros.CELLS, *macros.WIDE), _cell),
    **dict.fromkeys(("hspace", "vspace", "addvspace"), _space),
    **dict.fromkeys(macros.RULES, _rule),
    **dict.fromkeys(macros.BREAKS, _line),
    **dict.fromkeys(macros.FILES, _file),
    **dict.fromkeys(("footnote", "footnotetext", "marginpar", "marginnote", "sidenote"), _note),
    **dict.fromkeys(macros.TITLES, _title),
    "switchcolumn": _column,
    **dict.fromkeys(macros.PAIRS, _pair),
}
