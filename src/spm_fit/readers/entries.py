"""Entries of a resume kept as data (a position, a degree, a skill) as the lines that people print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spm_fit.model.document import BlockKind
from spm_fit.readers.flow import Piece, heading
from spm_fit.readers.source import Run, text_of
from spm_fit.readers.texts import Runs, flat, joined, labelled, lines, named, put, words
from spm_fit.readers.tree import Items, Mapping, Node, Scalar

# Lists of words longer than these are lists of statements.
_WORDS = 6
_INDENT = 12.0
_STARTS, _ENDS = ("startDate", "start_date", "start", "from"), ("endDate", "end_date", "end", "to")
_DATES = ("date", "releaseDate", "release_date", "year")
# Links that stand behind a name, and marks of the file.
_SILENT = frozenset(
    ["url", "website", "image", "picture", "photo", "logo", "icon", "id", "uuid", "$schema", "schema", "meta"]
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Which fields of an entry stand where; the names in one row are joined with commas."""

    title: tuple[str, ...]
    """In the first line, the dates at its right."""
    lines: tuple[tuple[str, ...], ...] = ()
    """The lines below: the organisation, the place."""
    text: tuple[str, ...] = ("description", "summary")
    items: tuple[str, ...] = ("highlights", "achievements", "responsibilities", "bullets")
    ongoing: bool = False
    """Whether an entry without an end goes on."""


WORK = Shape(
    ("position", "title"), (("name", "company", "employer", "organization", "client", "location"),), ongoing=True
)
VOLUNTEER = Shape(("position", "role"), (("organization", "organisation", "company", "location"),), ongoing=True)
EDUCATION = Shape(
    ("studyType", "degree", "area"), (("institution", "school", "location"),), items=("courses", "highlights")
)
PROJECT = Shape(("name", "title"), (("entity", "organization", "company", "location"), ("type",), ("roles",)))
AWARD = Shape(("title", "name", "awarder", "issuer"))
CERTIFICATE = Shape(("name", "title", "issuer"))
PUBLICATION = Shape(("name", "title"), (("authors",), ("publisher", "journal"), ("doi",)))
REFERENCE = Shape(("name",), (("position", "title", "company"),), ("reference", "description"))
NORMAL = Shape(("name", "title", "position"), (("organization", "company", "issuer", "publisher", "location"),))
# An entry is what its fields say; the first that has one of them counts.
_GUESSES = (
    (frozenset(["institution", "degree", "studyType"]), EDUCATION),
    (frozenset(["company", "position", "employer"]), WORK),
    (frozenset(["authors", "journal", "doi", "releaseDate"]), PUBLICATION),
    (frozenset(["reference"]), REFERENCE),
)
_BULLETS = ("bullet", "number", "reversed_number")
_LABELS = ("label", "name", "language", "title", "category", "skill")
_LEVELS = ("level", "proficiency")
_DETAILS = ("details", "keywords", "fluency", "items", "skills", "values")
# Kinds of entries that are one line.
_ONE_LINE = frozenset(_DETAILS) | frozenset(["language"])


def paragraphs(node: Node | None) -> Iterator[Piece]:
    """A text as paragraphs, one for each of its lines."""
    return (Piece(line) for line in lines(node) if line)


def items(node: Node | None, depth: int = 0) -> Iterator[Piece]:
    """A list as items, lists in it as items further in."""
    if isinstance(node, Scalar):
        yield from (replace(piece, kind=BlockKind.ITEM, indent=_INDENT * depth) for piece in paragraphs(node))
    elif isinstance(node, Items):
        for part in node.nodes:
            yield from items(part, depth + isinstance(part, Items))
    elif node is not None and (bullets := [node.get(name) for name in _BULLETS if node.get(name)]):
        yield from (piece for bullet in bullets for piece in items(bullet, depth))
    elif node is not None:
        # YAML takes "Led a team: nine people" for a key and a value, as long as nobody puts it in quotes.
        for key, value in node.entries:
            inner = isinstance(value, Items)
            line = key.runs if inner else joined([key.runs, flat(value)], ": ")
            yield Piece(line, BlockKind.ITEM, indent=_INDENT * depth)
            yield from items(value, depth + 1) if inner else ()


def section(title: Runs, body: Iterable[Piece]) -> Iterator[Piece]:
    """A heading with what stands below it, nothing if that is empty."""
    found = [piece for piece in body if any(char.isalnum() for char in text_of(piece.runs))]
    if found:
        yield heading(title, 2)
        yield from found


def first(node: Mapping, names: Iterable[str]) -> Node | None:
    """The value of the first key that has one."""
    return next((value for name in names if (value := node.get(name)) is not None and flat(value)), None)


def dates(node: Mapping, *, ongoing: bool = False) -> Runs:
    """ "2021-03 – 2023-05" as it is written, with "present" where an entry that goes on has no end."""
    if date := flat(first(node, _DATES)):
        return date
    start, end = flat(first(node, _STARTS)), flat(first(node, _ENDS))
    if start and not end and ongoing:
        return (*start, Run(" – present", start[-1].line, start[-1].column, 0))
    return joined([start, end], " – ")


def entry(node: Node, shape: Shape) -> Iterator[Piece]:
    """The lines of one entry, apart from the one before it if they are more than one."""
    pieces = list(_entry(node, shape))
    if len(pieces) > 1 or isinstance(node, Scalar):
        pieces[:1] = [replace(piece, gap=1.0) for piece in pieces[:1]]
    yield from pieces


def _entry(node: Node, shape: Shape) -> Iterator[Piece]:
    """Title and dates, organisation, text, whatever else, items."""
    if not isinstance(node, Mapping):
        yield from paragraphs(node) if isinstance(node, Scalar) else items(node)
        return
    rows = [joined((flat(node.get(name)) for name in names), ", ") for names in (shape.title, *shape.lines)]
    rows = [row for row in rows if row] or [()]
    rows[0] = joined([rows[0], dates(node, ongoing=shape.ongoing)], "\t")
    yield from (Piece(row) for row in rows if row)
    for name in shape.text:
        yield from paragraphs(node.get(name))
    known = {*shape.title, *(name for names in shape.lines for name in names), *shape.text, *shape.items}
    yield from rest(node, known | {*_STARTS, *_ENDS, *_DATES})
    for name in shape.items:
        yield from items(node.get(name))


def rest(node: Mapping, known: Iterable[str] = ()) -> Iterator[Piece]:
    """Fields that have no place of their own, each with its name."""
    for key, value in node.entries:
        if key.text in known or key.text in _SILENT:
            continue
        if isinstance(value, Items) and _is_told(value):
            yield Piece((*words(key), *named(":", key)))
            yield from items(value)
        else:
            runs = list(lines(value)) if isinstance(value, Scalar) else [flat(value)]
            yield from (Piece(line if number else labelled(key, line)) for number, line in enumerate(runs) if line)


def _is_told(node: Items) -> bool:
    return any(len(text_of(flat(part)).split()) > _WORDS for part in node.nodes)


def one_line(node: Node) -> Iterator[Piece]:
    """ "Name (level): keyword, keyword"."""
    if not isinstance(node, Mapping):
        yield from paragraphs(node) if isinstance(node, Scalar) else [Piece(flat(node))]
        return
    labels, levels = first(node, _LABELS), first(node, _LEVELS)
    label, level = flat(labels), flat(levels)
    if label and level:
        label = (*label, put(" (", level), *level, put(")", level))
    details = joined((flat(node.get(name)) for name in _DETAILS), ", ")
    yield Piece(joined([label, details] if label else [level, details], ": "))
    yield from rest(node, {*_DETAILS, *(key.text for key, value in node.entries if value is labels or value is levels)})


def body(node: Node, shape: Shape | None = None) -> Iterator[Piece]:
    """What stands in a section: entries of one shape, or of that which their fields tell."""
    if isinstance(node, Items):
        if all(isinstance(part, Scalar) for part in node.nodes):
            # Names stand in a row, sentences below each other.
            yield from items(node) if _is_told(node) else [Piece(flat(node))]
            return
        for part in node.nodes:
            yield from one(part, shape)
    elif isinstance(node, Mapping) and not _is_entry(node):
        yield from rest(node)
    else:
        yield from one(node, shape)


def one(node: Node, shape: Shape | None) -> Iterator[Piece]:
    """One entry."""
    if not isinstance(node, Mapping):
        yield from entry(node, shape or NORMAL)
        return
    names = {key.text for key, _ in node.entries}
    if shape is None and not names.isdisjoint(_BULLETS):
        yield from items(node)
    elif shape is None and not names.isdisjoint(_ONE_LINE) and names.isdisjoint({*_STARTS, *_DATES}):
        yield from one_line(node)
    else:
        guess = next((found for fields, found in _GUESSES if not fields.isdisjoint(names)), NORMAL)
        yield from entry(node, shape or guess)


def _is_entry(node: Mapping) -> bool:
    """Whether a mapping is one entry, not a list of them by name."""
    names = {key.text for key, _ in node.entries}
    fields = {*_LABELS, *_BULLETS, *_DATES, *_STARTS, "position", "company", "institution", "organization", "degree"}
    return not names.isdisjoint(fields)
