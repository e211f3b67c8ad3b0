"""A paragraph as the lines that it prints, and the text boxes that hang on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from spm_fit.model.document import BlockKind
from spm_fit.readers.clean import clean
from spm_fit.readers.decode import MAX_CHARACTERS
from spm_fit.readers.layout.headings import may_be_heading
from spm_fit.readers.layout.markers import collapse_tracking, is_tracked, split_marker
from spm_fit.readers.word.styles import Colour, Layout, Look, Styles, alike
from spm_fit.readers.word.xml import Node, W, children, counts_pages, nearest, value

TEXT_BOX = f"{W}txbxContent"
_RUN = f"{W}r"
_CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# Text of this size or less, in points, is there for machines.
_TINY = 3.0
# In typewriter fashion: blanks that push a date to the right margin, the letter that stands for a circle.
_WIDE_GAP = re.compile(r"(?<=\S)(?: *\t[ \t]*| {3,})(?=\S)")
_LETTER_BULLET = re.compile(r"^\s*o\t\s*(?=\S)")
# A sentence that was broken by hand has a line of some length before the break and a small letter after it.
_FULL, _LONGEST = 45, 2000
_LOWER_WORD = re.compile(r"[a-z]+\b")
# A paragraph takes as long as so many characters, though it be empty.
_COST = 20
_MAX_FIELDS, _MAX_INSTRUCTION = 20, 60
_NEWLINES = re.compile(r"[\r\n]+")
_SYMBOL_FONTS = re.compile(r"symbol|wingdings(?: [23])?|webdings|zapf ?dingbats", re.IGNORECASE)
_ICON_FONTS = re.compile(r"awesome|icon|material|glyph|fontello", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ARROWS = frozenset([0xAE, 0xE0, 0xE8, 0xF0])
# The codes of bullets, boxes and check marks in these fonts; the others are pictures.
_BULLETS = frozenset([*range(0x6C, 0x7B), 0x9E, 0x9F, *range(0xA0, 0xA9), 0xB7, 0xD8, 0xDC, 0xFB, 0xFC, 0xFE])


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of its own, sizes and distances in points; without text it is empty space."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    bold: bool = False
    size: float = 0.0
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    region: int = 0

    @property
    def stands_out(self) -> bool:
        """Whether it is set like a heading."""
        return self.kind is BlockKind.HEADING or (
            self.kind is BlockKind.PARAGRAPH and (self.bold or self.text.isupper()) and may_be_heading(self.text)
        )


@dataclass(slots=True)
class Walk:
    """What is known and what is met on the way through a document."""

    styles: Styles
    painted: bool = False
    """Shapes or pictures lie behind the text: no telling what white letters stand on."""
    hidden: list[str] = field(default_factory=list)
    on_pictures: list[str] = field(default_factory=list)
    columns: int = 1
    left: int = MAX_CHARACTERS
    """How many more characters are read."""
    regions: Iterator[int] = field(default_factory=lambda: count(1))


def read_paragraph(paragraph: Node, walk: Walk, background: Colour | None) -> tuple[list[Line], list[Node]]:
    """The lines of a paragraph, one empty line if it has no text, and its text boxes."""
    layout = walk.styles.layout(paragraph, background)
    boxes: list[Node] = []
    rows: list[list[tuple[str, Look]]] = [[]]
    for text, look in _pieces(paragraph, layout, walk.styles, boxes, []):
        first, *others = text.split("\n")
        rows[-1].append((first, look))
        rows += [[(other, look)] for other in others]
    found = [_line([part for part in row if _is_shown(*part, walk)], layout) for row in rows]
    lines = _joined([line for line in found if line.text.strip()], layout.item)
    walk.left -= _COST + sum(len(line.text) for line in lines)
    if not lines:
        return [Line("")], boxes
    lines[0] = replace(lines[0], before=layout.before)
    lines[-1] = replace(lines[-1], after=layout.after)
    return lines, boxes


@dataclass(slots=True)
class _Field:
    """A field that was begun: what it computes, and whether its result has begun."""

    instruction: str = ""
    result: bool = False


def _pieces(
    node: Node, layout: Layout, styles: Styles, boxes: list[Node], fields: list[_Field]
) -> Iterator[tuple[str, Look]]:
    """The text below an element in stretches of one look; its text boxes go to `boxes`."""
    for inner in nearest(node, {_RUN, TEXT_BOX}):
        if inner.tag == TEXT_BOX:
            boxes.append(inner)
        else:
            yield from _run(inner, layout, styles, boxes, fields)


def _run(
    run: Node, layout: Layout, styles: Styles, boxes: list[Node], fields: list[_Field]
) -> Iterator[tuple[str, Look]]:
    look = styles.look(layout, run)
    for child in children(run):
        if child.tag == f"{W}fldChar":
            _turn(fields, value(child, "fldCharType"))
        elif child.tag == f"{W}instrText":
            if fields and len(fields[-1].instruction) < _MAX_INSTRUCTION:
                fields[-1].instruction += child.text or ""
        elif text := _text(child, look):
            if not any(field.result and counts_pages(field.instruction) for field in fields):
                yield text, look
        else:
            # A drawing may hold text boxes, and a phonetic guide runs.
            yield from _pieces(child, layout, styles, boxes, fields)


def _turn(fields: list[_Field], kind: str) -> None:
    if kind == "begin" and len(fields) < _MAX_FIELDS:
        fields.append(_Field())
    elif fields and kind == "separate":
        fields[-1].result = True
    elif fields and kind == "end":
        fields.pop()


def _typed(node: Node, look: Look) -> str:
    """The text of an element; single characters of a symbol font and private ones by what they depict."""
    text = _NEWLINES.sub(" ", node.text or "")
    if len(text.strip()) <= 2 and _SYMBOL_FONTS.fullmatch(look.font):
        return "".join(char if char == " " or 0xFF < ord(char) < 0xE000 else _symbol(ord(char)) for char in text)
    icons = bool(_ICON_FONTS.search(look.font))
    return _PRIVATE.sub(lambda match: "" if icons else _symbol(ord(match[0])), text)


def _sym(node: Node) -> str:
    try:
        code = int(value(node, "char"), 16)
    except ValueError:
        return ""
    return chr(code) if 0xFF < code < 0xD800 else _symbol(code)


def _symbol(code: int) -> str:
    """What a code of a symbol font depicts: an arrow, a bullet, or a picture that is no text."""
    code &= 0xFF
    return "\u2192" if code in _ARROWS else "\u2022" if code in _BULLETS else ""


def _text(node: Node, look: Look) -> str:
    if node.tag == f"{W}t":
        return _typed(node, look)
    return _sym(node) if node.tag == f"{W}sym" else _CHARACTERS.get(node.tag, "")


def _is_shown(text: str, look: Look, walk: Walk) -> bool:
    """Whether a person sees the text; what is hidden is kept apart."""
    if not text.strip():
        return True
    if look.vanish or look.size <= _TINY:
        walk.hidden.append(text)
        return False
    if alike(look.colour, look.background):
        (walk.on_pictures if walk.painted else walk.hidden).append(text)
        return walk.painted
    return True


def _line(parts: list[tuple[str, Look]], layout: Layout) -> Line:
    letters: Counter[Look] = Counter()
    for text, look in parts:
        letters[look] += sum(char.isalnum() for char in text)
    text = clean("".join(text.upper() if look.caps else text for text, look in parts)).replace("\u00ad", "").strip(" ")
    text = collapse_tracking(text) if is_tracked(text) else _WIDE_GAP.sub("\t", _LETTER_BULLET.sub("\u2022 ", text))
    seen = [look for look, number in letters.items() if number]
    sizes: Counter[float] = Counter()
    for look in seen:
        sizes[look.size] += letters[look]
    kind = BlockKind.ITEM if layout.item else BlockKind.PARAGRAPH
    if layout.heading or (seen and not layout.item and all(look.small_caps for look in seen)):
        kind = BlockKind.HEADING
    bold = bool(seen) and all(look.bold for look in seen)
    return Line(text, kind, bold, max(sizes, key=lambda size: sizes[size], default=0.0), indent=layout.indent)


def _joined(lines: list[Line], item: bool) -> list[Line]:
    """Lines, those that were broken by hand in the middle of a sentence or of a list item put together."""
    result: list[Line] = []
    for line in lines:
        last = result[-1] if result else None
        if last is not None and _goes_on(last, line, item):
            result[-1] = replace(last, text=f"{last.text} {line.text}", bold=last.bold and line.bold)
        elif last is not None and line.kind is BlockKind.ITEM:
            result.append(replace(line, kind=BlockKind.PARAGRAPH))
        else:
            result.append(line)
    return result


def _goes_on(last: Line, line: Line, item: bool) -> bool:
    if len(last.text) > _LONGEST or "\t" in last.text + line.text or split_marker(line.text)[0]:
        return False
    if item:
        return line.bold or not last.bold
    return len(last.text) >= _FULL and last.text[-1] not in ".:;!?" and bool(_LOWER_WORD.match(line.text))
