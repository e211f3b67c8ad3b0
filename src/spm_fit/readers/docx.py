"""Word documents: the text of the body with its headings, lists, tables and text boxes, and what headers add to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spm_fit.errors import InputError
from spm_fit.model.document import BlockKind, Document, Problem, Severity
from spm_fit.readers import flow
from spm_fit.readers.clean import clean
from spm_fit.readers.decode import MAX_CHARACTERS
from spm_fit.readers.source import Run
from spm_fit.readers.word.drawings import is_painted, largest_picture
from spm_fit.readers.word.lines import Line, Walk
from spm_fit.readers.word.package import Package, unpack
from spm_fit.readers.word.story import MAX_DEPTH, TooDeepError, read_story
from spm_fit.readers.word.styles import WHITE, Colour, Styles, colour, properties
from spm_fit.readers.word.xml import Node, R, W, points, value

# Space above or below a paragraph, in points, from which on it parts what it stands between; and by how much more it is
# than what every paragraph of the document has.
_APART, _MORE = 6.0, 2.0
_LARGE_PICTURE, _FEW_WORDS = 1 / 3, 150
_QUOTED = 8
# Of a document with fewer words than these nothing can be said.
_FEWEST = 12
_WORD = re.compile(r"\w+")
# What headers and footers say besides: that the document goes on, and on which page.
_NUMBERING = re.compile(
    r"\b(?:page|pg)\b[ .:]*\d*(?: *(?:of|/) *\d*)?|\b(?:resume|cv|curriculum vitae|continued)\b|^\W*\d{1,3}(?: *(?:of|/) *\d{1,3})?\W*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?:\+|\(|\b)\d(?:[ ().-]{0,2}\d){8,}")
_COLUMNS = "two columns; other readers may mix them up"
_IN_HEADER = "contact details stand in the page header only, where many readers do not look"
_IN_IMAGES = "a large picture and few words: text in pictures cannot be read"
_ON_PICTURES = "white words were read, because a shape or a picture may lie behind them"
_TRACKED = "tracked changes: read as if all were accepted"
_COMMENTS = "comments were left in the file"
_EMBEDDED = "a diagram or an embedded file, whose text was not read"
_CUT = f"only the first {MAX_CHARACTERS:,} characters were read"
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_FOREIGN = ("{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds", f"{W}altChunk")


def read(path: Path | str, data: bytes) -> Document:
    """Read a Word document in reading order.

    Raises:
        InputError: damaged, protected, another kind of file, too large, or without text; the message says which.
    """
    name = str(path)
    package = unpack(name, data)
    try:
        story = _story(package, _page_colour(package))
        page = _background(package)
        if story.hides_most and page is not None:
            # Word prints no page colour unless it is told to, but a page of white text is meant to stand on it.
            story = min(story, _story(package, page), key=lambda story: len(story.hidden))
    except TooDeepError as error:
        fault = f"tables or text boxes are nested more than {MAX_DEPTH} deep"
        raise InputError(name, fault, "take them apart, or export it as PDF or plain text") from error
    document = flow.document(name, "docx", _pieces(story.lines), _problems(package.document, story), story.walk.columns)
    if not document.text:
        what = "hidden text" if story.hidden else "images" if largest_picture(package.document) else "empty paragraphs"
        raise InputError(name, f"the Word document has no text, only {what}", "export it again, with its text")
    if document.quality.words < min(_FEWEST, len(story.hidden)):
        words = document.quality.words
        fault = f"only {words} word{'s' * (words != 1)} can be seen, the rest is hidden: {_hidden(story.hidden)}"
        raise InputError(name, fault, "give the text a colour and a size that can be read")
    return document


@dataclass(frozen=True, slots=True)
class _Story:
    """What stands in a document, and what was met on the way through it."""

    walk: Walk
    header: list[Line]
    body: list[Line]
    footer: list[Line]

    @property
    def lines(self) -> list[Line]:
        """All of them in reading order."""
        return [*self.header, *self.body, *self.footer]

    @property
    def hidden(self) -> list[str]:
        """The words that nobody sees."""
        return clean(" ".join(self.walk.hidden)).split()

    @property
    def hides_most(self) -> bool:
        """Whether it hides more words than it shows."""
        return len(self.hidden) > sum(len(line.text.split()) for line in self.lines)


def _story(package: Package, page: Colour | None) -> _Story:
    """Read all parts on a page of this colour."""
    roots = [package.document, *package.margins.values()]
    walk = Walk(Styles(package.parts.get("styles"), package.parts.get("numbering")), any(map(is_painted, roots)))
    body = read_story(package.document, walk, page)
    if any(_number_of_columns(node) > 1 for node in package.document.iter(f"{W}cols")):
        walk.columns = max(walk.columns, 2)
    header = _added(_margins(package, "header", walk, page), body)
    return _Story(walk, header, body, _added(_margins(package, "footer", walk, page), [*header, *body]))


def _page_colour(package: Package) -> Colour | None:
    settings = package.parts.get("settings")
    shown = settings is not None and _is_on(settings, "displayBackgroundShape")
    return _background(package) if shown else WHITE


def _background(package: Package) -> Colour | None:
    background = package.document.find(f"{W}background")
    return WHITE if background is None else colour(value(background, "color"))


def _number_of_columns(node: Node) -> int:
    return int(points(value(node, "num"), 1.0)) or len(node)


def _margins(package: Package, kind: str, walk: Walk, page: Colour | None) -> Iterator[Line]:
    """The lines of all headers or footers that are printed."""
    settings = package.parts.get("settings")
    even = settings is not None and _is_on(settings, "evenAndOddHeaders")
    seen: set[str] = set()
    for section in package.document.iter(f"{W}sectPr"):
        printed = {"default": True, "first": _is_on(section, "titlePg"), "even": even}
        for reference in section.findall(f"{W}{kind}Reference"):
            identifier = reference.get(f"{R}id", "")
            if (
                identifier in package.margins
                and identifier not in seen
                and printed.get(value(reference, "type") or "default")
            ):
                seen.add(identifier)
                yield from read_story(package.margins[identifier], walk, page, next(walk.regions))


def _is_on(node: Node, name: str) -> bool:
    return properties(node).get(f"{name}.val", "0") not in {"0", "false", "off"}


def _added(lines: Iterable[Line], others: Iterable[Line]) -> list[Line]:
    """The lines that say what the others do not, each once."""
    known = {word for line in others for word in _words(line.text)}
    fresh = {line.text: line for line in lines if not _words(_NUMBERING.sub(" ", line.text)) <= known}
    return list(fresh.values())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _pieces(lines: list[Line]) -> Iterator[flow.Piece]:
    """The lines with sizes relative to the usual one, and the empty space that means something."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = max(sizes, key=lambda size: sizes[size], default=0.0) or flow.BODY
    usual = {item: _usual(lines, item) for item in (False, True)}
    last = Line("")
    for line in lines:
        if line.text:
            before, after = usual[line.kind is BlockKind.ITEM][0], usual[last.kind is BlockKind.ITEM][1]
            apart = not last.text or _is_apart(line.before, before) or _is_apart(last.after, after)
            size = round((line.size or body) / body * flow.BODY, 1)
            runs = (Run(line.text, *flow.PRINTED),)
            yield flow.Piece(runs, line.kind, line.bold, size, float(apart), line.indent, line.region)
        last = line


def _usual(lines: list[Line], item: bool) -> tuple[float, float]:
    """The space above and below that most list items, or most other paragraphs, have."""
    same = [line for line in lines if line.text and (line.kind is BlockKind.ITEM) is item]
    above, below = Counter(line.before for line in same), Counter(line.after for line in same)
    return max(above, key=lambda s: above[s], default=0.0), max(below, key=lambda s: below[s], default=0.0)


def _is_apart(space: float, usual: float) -> bool:
    return space >= _APART and space > usual + _MORE


def _problems(root: Node, story: _Story) -> list[Problem]:
    walk = story.walk
    text = "\n".join(line.text for line in [*story.body, *story.footer])
    words = len(text.split())
    contacts = [match[0] for line in story.header for match in _CONTACT.finditer(line.text)]
    hidden = story.hidden if any(map(str.isalnum, "".join(story.hidden))) else []
    said = (
        ("hidden-text", bool(hidden), _hidden(hidden), Severity.WARNING),
        ("text-on-pictures", bool(walk.on_pictures), _ON_PICTURES, Severity.NOTE),
        ("contact-in-header", any(contact not in text for contact in contacts), _IN_HEADER, Severity.NOTE),
        ("columns", walk.columns > 1, _COLUMNS, Severity.NOTE),
        ("text-in-images", words < _FEW_WORDS and largest_picture(root) > _LARGE_PICTURE, _IN_IMAGES, Severity.WARNING),
        ("embedded", _has(root, *_FOREIGN), _EMBEDDED, Severity.WARNING),
        ("tracked-changes", _has(root, *_CHANGES), _TRACKED, Severity.NOTE),
        ("comments", _has(root, f"{W}commentReference"), _COMMENTS, Severity.NOTE),
        ("too-long", walk.left <= 0, _CUT, Severity.WARNING),
    )
    return [Problem(name, message, severity) for name, is_so, message, severity in said if is_so]


def _hidden(words: list[str]) -> str:
    quoted = " ".join(words[:_QUOTED]) + " ..." * (len(words) > _QUOTED)
    return f'{len(words)} hidden word{"s" * (len(words) != 1)} left out: "{quoted}"'


def _has(root: Node, *tags: str) -> bool:
    return next(root.iter(*tags), None) is not None
