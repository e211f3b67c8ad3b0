"""Values of data files as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spm_fit.readers.source import Run, cut, text_of
from spm_fit.readers.tree import Items, Mapping, Node, Scalar

Runs = tuple[Run, ...]
_LONGEST_KEY = 80
_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
_SHORT = frozenset(["gpa", "doi", "url", "id"])
_KEY_WORD = re.compile(r"_|[A-Z]?[^A-Z_]+|[A-Z]+(?![a-z])")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\([^()\s]{1,2000}\)")
_EMPHASIS = re.compile(
    r"\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*|(?<!\w)__(?=\S)([^_\n]{1,2000}?)(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])"
)


def flat(node: Node | None) -> Runs:
    """All text of a node in one line, parts joined with commas."""
    if node is None:
        return ()
    if isinstance(node, Scalar):
        return tuple(run if "\n" not in run.text else run._replace(text=" ") for run in plain(node.runs))
    return joined((flat(part) for part in (node.nodes if isinstance(node, Items) else values(node))), ", ")


def values(node: Mapping) -> Iterator[Node]:
    """The values of a mapping."""
    return (value for _, value in node.entries)


def joined(parts: Iterable[Runs], glue: str) -> Runs:
    """Runs with glue between those that have text."""
    result: list[Run] = []
    for part in parts:
        if text_of(part).strip():
            if result:
                result.append(put(glue, part))
            result += part
    return tuple(result)


def put(text: str, before: Runs) -> Run:
    """Text that is not in the file, placed where what follows it stands."""
    return Run(text, before[0].line, before[0].column, 0)


def named(text: str, node: Scalar | Mapping | Items) -> Runs:
    """A name that the file implies but does not print, at the place of a node."""
    return (Run(text, node.line, node.column, 0),)


def plain(runs: Runs) -> Runs:
    """Text without the marks of emphasis and the addresses of links."""
    for pattern in (_LINK, _EMPHASIS):
        text = text_of(runs)
        if "*" not in text and "](" not in text and "__" not in text:
            break
        spans: list[tuple[int, int]] = []
        position = 0
        for match in pattern.finditer(text):
            spans += [(position, match.start()), match.span(match.lastindex or 0)]
            position = match.end()
        runs = tuple(_kept(runs, [*spans, (position, len(text))]))
    return runs


def _kept(runs: Runs, spans: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """The parts of runs inside spans that stand in order, in one walk."""
    rest = iter(runs)
    run, begin = next(rest, None), 0
    for start, end in spans:
        while run is not None and begin < end:
            yield from cut([run], max(0, start - begin), end - begin)
            if begin + len(run.text) > end:
                break
            begin += len(run.text)
            run = next(rest, None)


def lines(node: Node | None) -> Iterator[Runs]:
    """The lines of a text, or of what stands in its place."""
    if isinstance(node, Scalar):
        line: list[Run] = []
        for run in plain(node.runs):
            if "\n" in run.text:
                yield from _broken(run, line)
            else:
                line.append(run)
        yield tuple(line)
    elif isinstance(node, Items):
        for part in node.nodes:
            yield from lines(part)
    elif node is not None:
        for key, value in node.entries:
            yield labelled(key, flat(value))


def _broken(run: Run, line: list[Run]) -> Iterator[Runs]:
    """The line that a run with line breaks ends; what follows them begins the next."""
    for number, text in enumerate(run.text.split("\n")):
        if number:
            yield tuple(line)
            line.clear()
        line += [run._replace(text=text)] if text else []


def words(key: Scalar) -> Runs:
    """A key as words with capitals: work_experience and workExperience are Work Experience."""
    if " " in key.text or len(key.text) > _LONGEST_KEY:
        return key.runs
    result: list[Run] = []
    for match in _KEY_WORD.finditer(key.text):
        word = tuple(cut(key.runs, *match.span()))
        if match[0] == "_":
            result += (run._replace(text=" ") for run in word)
            continue
        if result and result[-1].text != " ":
            result.append(put(" ", word))
        small, short = match[0].lower() in _SMALL and result, match[0].lower() in _SHORT
        capitals = 0 if small else len(match[0]) if short else 1
        result += (run._replace(text=capital(run.text)) for run in cut(word, 0, capitals))
        result += cut(word, capitals)
    return tuple(result)


def capital(text: str) -> str:
    """Upper case, as long as it takes no more room."""
    return text.upper() if len(text.upper()) == len(text) else text


def labelled(key: Scalar, value: Runs) -> Runs:
    """ "Key: value"."""
    return joined([words(key), value], ": ") if value else ()
