"""Macros for the look of text: colours, sizes, boxes, spaces, rules and line breaks."""

from __future__ import annotations

import re
from functools import partial

from spm_fit.readers.tex import macros
from spm_fit.readers.tex.sheet import WIDE
from spm_fit.readers.tex.style import points
from spm_fit.readers.tex.walk import Command, Part, Task, Walker

# Lengths in points: of a blank that parts cells, of a rule that goes across the page.
_CELL = 10.0
_ACROSS = 100.0
# Rows and labels are aligned by texts of so many words; sentences are not.
_PHANTOM_WORDS = 3
# Smaller scales, opacities and heights in points than these cannot be seen.
_SCALE, _HEIGHT = 0.15, 2.0
# Characters to look at in a colour or a length.
_LOOK = 100
_NUMBER = re.compile(r"\d*\.?\d+")
_WORD = re.compile(r"\\[A-Za-z]+|([^\W\d_]{2,})")
_INVISIBLE = re.compile(r"Invisible|TextRenderingMode\s*=\s*3")


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
    if group is None:
        return at + 1
    text = walker.arguments.source(group[0], _LOOK)
    words = [word for word in _WORD.findall(text) if word]
    if len(text) < _LOOK and len(words) <= _PHANTOM_WORDS:
        walker.spaces += words
        return group[1]
    return walker.then(part, group[1], *walker.scoped(walker.resolved(part, group[0]), phantom=True))


def _box(walker: Walker, part: Part, at: int) -> int:
    """A box of a width of its own: what follows stands in a cell."""
    walled = walker.arguments.tokens[at].value == "parbox"
    groups, options, after = walker.arguments.groups(at + 1, part.end, 2 if walled else 1)
    if not groups:
        return after
    width = groups[0] if walled else options[0] if options else None
    length = points(walker.arguments.source(width, _LOOK)) if width else 0.0
    border: list[Task] = [partial(walker.cell, part, at, WIDE)] if length >= _CELL else []
    return walker.then(part, after, *walker.scoped(walker.resolved(part, groups[-1])), *border)


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


def _invisible(walker: Walker, part: Part, at: int) -> int:
    """What makes text so small or so clear that nobody sees it."""
    name = walker.arguments.tokens[at].value
    groups, _, after = walker.arguments.groups(at + 1, part.end, macros.SILENT[name])
    hides = any(_hides(name, walker.arguments.source(group, _LOOK).strip()) for group in groups)
    group = walker.arguments.group(walker.arguments.options(after, part.end)[1], part.end)
    if name == "transparent":
        walker.restyle(phantom=hides)
        return after
    if group is None:
        return after
    phantom = walker.style.phantom or hides
    return walker.then(part, group[1], *walker.scoped(walker.resolved(part, group[0]), phantom=phantom))


def _hides(name: str, value: str) -> bool:
    if name == "textpdfrender":
        return bool(_INVISIBLE.search(value))
    if name == "resizebox":
        return bool(_NUMBER.match(value)) and points(value) < _HEIGHT
    return bool(_NUMBER.fullmatch(value)) and float(value) < _SCALE


_BOXES = frozenset(["textcolor", "colorbox", "fcolorbox"])
_BACKGROUNDS = frozenset(["colorbox", "fcolorbox", "pagecolor", "rowcolor", "cellcolor"])
LOOK: dict[str, Command] = {
    **dict.fromkeys((*_BOXES, *_BACKGROUNDS, "color"), _color),
    **dict.fromkeys(("phantom", "hphantom", "vphantom"), _phantom),
    **dict.fromkeys(("transparent", "texttransparent", "textpdfrender", "scalebox", "resizebox"), _invisible),
    **dict.fromkeys(("makebox", "framebox", "parbox"), _box),
    **dict.fromkeys(macros.BOLD_ARGUMENT, _bold),
    **dict.fromkeys(("paragraph", "subparagraph"), _run_in),
    **dict.fromkeys((*macros.SIZES, *macros.BOLD), _switch),
    "fontsize": _font_size,
    **dict.fromkeys((*macros.CELLS, *macros.WIDE), _cell),
    **dict.fromkeys(("hspace", "vspace", "addvspace"), _space),
    **dict.fromkeys(macros.RULES, _rule),
    **dict.fromkeys(macros.BREAKS, _line),
}
