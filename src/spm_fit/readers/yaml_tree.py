"""YAML to a tree whose texts know the place of every character; nothing is constructed, no alias is copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from spm_fit.readers.clean import clean
from spm_fit.readers.source import Run, Source
from spm_fit.readers.tree import (
    MAX_DEPTH,
    MAX_NODES,
    DataError,
    Items,
    Mapping,
    Node,
    Scalar,
    add_escape,
    from_units,
)

# What YAML's own words mean for the person who wrote the file.
_HINTS = (
    ("<stream end>", "the file ends too early: a bracket is not closed"),
    ("cannot start any token", "a tab, or a text that begins with a mark: indent with spaces, put the text in quotes"),
    ("mapping values are not allowed", "a text with ': ' in it needs quotes"),
    ("expected <block end>", "this line is indented otherwise than the list or the keys it belongs to"),
    ("could not find expected ':'", "a key without a colon, or a text of several lines without quotes"),
    ("while scanning a quoted", "a quotation mark is missing at the end of a text"),
    ("expected ',' or", "a comma or a closing bracket is missing"),
)
# A text counts as one more value for every so many characters, so that aliases of long ones are few as well.
_LONG = 10
_NULL = re.compile(r"(?:~|null|Null|NULL)?")
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+|#[^\n]*)*)*")
_BREAKS = r"[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*"
_BREAK = re.compile(r"\r\n|\r|\n")
_HEX = "[0-9a-fA-F]"
_PLAIN = re.compile(f"(?P<fold>{_BREAKS})")
_SINGLE = re.compile(f"(?P<quote>'')|{_PLAIN.pattern}")
_DOUBLE = re.compile(
    rf"\\(?P<glue>{_BREAKS})|\\u(?P<high>[dD][89abAB]{_HEX}{{2}})\\u(?P<low>[dD][c-fC-F]{_HEX}{{2}})"
    rf"|\\(?:x(?P<x>{_HEX}{{2}})|u(?P<u>{_HEX}{{4}})|U(?P<U>{_HEX}{{8}}))|\\(?P<letter>[^\r\n])|{_PLAIN.pattern}"
)
_QUOTED = {"'": _SINGLE, '"': _DOUBLE}
_LETTERS = dict(zip("0abtnvfre_NLP", "\0\a\b\t\n\v\f\r\x1b\u00a0\x85\u2028\u2029", strict=True))
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)?")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")


class Stretch(NamedTuple):
    """Characters of the source; `text` is what they mean where that is something else."""

    start: int
    end: int
    text: str | None = None


def parse_yaml(source: Source) -> Node:
    """The first document of a YAML file; line breaks that count stay as "\\n" in the runs.

    Raises:
        DataError: it is no YAML, names a key twice in one mapping, merges mappings, or is too deep or too large.
    """
    # The loader written in Python knows the places in characters; the other one counts bytes.
    events = yaml.parse(source.text, Loader=yaml.SafeLoader)
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                return _Builder(source, events).node(next(events), 0)[0]
    except yaml.MarkedYAMLError as error:
        raise DataError(_fault(error), *_place(source, error.problem_mark or error.context_mark)) from error
    except yaml.reader.ReaderError as error:
        raise DataError("a control character that YAML does not allow", *source.place(error.position)) from error
    return Scalar((), 1, 1)


def _fault(error: yaml.MarkedYAMLError) -> str:
    words = f"{error.context or ''} {error.problem or ''}"
    return next((hint for fault, hint in _HINTS if fault in words), str(error.problem or error.context))


class _Builder:
    """Events to nodes; recursion ends at `MAX_DEPTH`. A node's size is that with its aliases written out."""

    def __init__(self, source: Source, events: Iterator[yaml.Event]) -> None:
        self.source, self.events = source, events
        self.anchors: dict[str, tuple[Node, int]] = {}

    def node(self, event: yaml.Event, depth: int) -> tuple[Node, int]:
        """The node that begins with an event, and its size."""
        place = _place(self.source, event.start_mark)
        if depth > MAX_DEPTH:
            raise DataError(f"nested deeper than {MAX_DEPTH} levels", *place)
        name = event.anchor if isinstance(event, yaml.NodeEvent) else None
        if isinstance(event, yaml.AliasEvent):
            if name not in self.anchors:
                raise DataError(f"nothing before this is marked &{str(name)[:40]}", *place)
            return self.anchors[name]
        if isinstance(event, yaml.ScalarEvent):
            found: tuple[Node, int] = _scalar(self.source, event, place), 1 + len(event.value) // _LONG
        elif isinstance(event, yaml.MappingStartEvent):
            found = self.mapping(depth, place)
        else:
            found = self.items(depth, place)
        if name:
            self.anchors[name] = found
        return found

    def items(self, depth: int, place: tuple[int, int]) -> tuple[Items, int]:
        nodes: list[Node] = []
        size = 1
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            node, more = self.node(event, depth + 1)
            nodes.append(node)
            size = _grown(size + more, place)
        return Items(tuple(nodes), *place), size

    def mapping(self, depth: int, place: tuple[int, int]) -> tuple[Mapping, int]:
        entries: list[tuple[Scalar, Node]] = []
        known: set[str] = set()
        size = 1
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, _ = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise DataError("a key must be a text", key.line, key.column)
            if key.text == "<<":
                raise DataError("merged mappings (<<) are not read; write the keys out", key.line, key.column)
            if key.text in known:
                raise DataError(f'the key "{key.text[:40]}" stands here twice', key.line, key.column)
            known.add(key.text)
            node, more = self.node(next(self.events), depth + 1)
            entries.append((key, node))
            size = _grown(size + more, place)
        return Mapping(tuple(entries), *place), size


def _offset(source: Source, mark: Any) -> int:
    return min(mark.index, len(source.text)) if mark else 0


def _place(source: Source, mark: Any) -> tuple[int, int]:
    return source.place(_offset(source, mark))


def _grown(size: int, place: tuple[int, int]) -> int:
    if size > MAX_NODES:
        raise DataError(f"more than {MAX_NODES:,} values", *place)
    return size


def _scalar(source: Source, event: yaml.ScalarEvent, place: tuple[int, int]) -> Scalar:
    if event.style is None and _NULL.fullmatch(event.value):
        return Scalar((), *place)
    # PyYAML leaves the halves of a pair of escapes apart.
    value = event.value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    start, end = _offset(source, event.start_mark), _offset(source, event.end_mark)
    properties = _PROPERTIES.match(source.text, start, end)
    start = properties.end() if properties else start
    stretches = list(_stretches(source.text, start, end, event.style or "", value))
    meant = "".join(source.text[s.start : s.end] if s.text is None else s.text for s in stretches)
    if meant.strip("\n") != value.strip("\n"):
        # All that is known is where it begins.
        return Scalar((Run(clean(value).replace("\t", " "), *source.place(start), 0),), *place)
    return Scalar(tuple(_runs(source, stretches)), *place)


def _runs(source: Source, stretches: list[Stretch]) -> list[Run]:
    runs: list[Run] = []
    for start, end, text in stretches:
        if text is None:
            runs += source.read(start, end)
        elif _BREAK.search(source.text, start, end):
            # Line ends and the indentation after them: the place is where the line ends.
            runs += (Run(char, *source.place(start)) for char in text)
        else:
            add_escape(runs, source, start, end, text)
    return runs


def _stretches(text: str, start: int, end: int, style: str, value: str) -> Iterator[Stretch]:
    """The characters of a scalar as it is written between two offsets."""
    if style in _QUOTED:
        return _between(_QUOTED[style], text, start + 1, end - 1)
    return _block(text, start, end, value) if style else _between(_PLAIN, text, start, end)


def _between(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Stretch]:
    """What stands as it is, and what the pattern finds as that which it means."""
    position = start
    for match in pattern.finditer(text, start, end):
        yield Stretch(position, match.start())
        yield Stretch(*match.span(), _meant(match))
        position = match.end()
    yield Stretch(position, end)


def _meant(match: re.Match[str]) -> str:
    """What a line break or an escape means: one line break is a blank, more are one fewer."""
    found = {name: text for name, text in match.groupdict().items() if text is not None}
    if "fold" in found:
        return "\n" * (len(_BREAK.findall(match[0])) - 1) or " "
    if "glue" in found:
        return "\n" * (len(_BREAK.findall(match[0])) - 1)
    if "quote" in found:
        return "'"
    if "letter" in found:
        return _LETTERS.get(found["letter"], found["letter"])
    if "U" in found:
        code = int(found["U"], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return from_units(found.get("high") or found.get("u") or found["x"], found.get("low"))


def _block(text: str, start: int, end: int, value: str) -> Iterator[Stretch]:
    """The lines of a literal or folded text without their indentation."""
    header = _HEADER.match(text, start, end)
    lines = [match.span(1) for match in _LINE.finditer(text, header.end() if header else start, end)]
    lead = next((_indent(text, *line) for line in lines if text[slice(*line)].strip(" ")), 0)
    shown = next((line for line in value.split("\n") if line.strip(" ")), "")
    cut = lead - _indent(shown, 0, len(shown))
    last: tuple[int, int] | None = None
    empty = 0
    for first, stop in lines:
        if stop - first <= cut and not text[first:stop].strip(" "):
            empty += 1
            continue
        line = min(first + cut, stop), stop
        if last is not None:
            folds = text[start] == ">" and text[last[0]] not in " \t" and text[line[0]] not in " \t"
            breaks = "\n" * (empty + 1 - folds) or " "
            yield Stretch(last[1], last[1] + 1, breaks)
        yield Stretch(*line)
        last, empty = line, 0


def _indent(text: str, start: int, end: int) -> int:
    return end - start - len(text[start:end].lstrip(" "))
