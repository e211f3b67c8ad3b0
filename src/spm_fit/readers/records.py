"""Resumes kept as data: the file as a tree, and JSON Resume's fields as lines, whether written as JSON or as YAML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from spm_fit.errors import InputError
from spm_fit.model.document import Problem
from spm_fit.readers import entries
from spm_fit.readers.decode import decode
from spm_fit.readers.entries import Shape, first
from spm_fit.readers.flow import Piece, heading
from spm_fit.readers.source import Decoded, Run, Source, text_of
from spm_fit.readers.texts import Runs, flat, joined, named, put, words
from spm_fit.readers.tree import DataError, Items, Mapping, Node, Scalar

# Heading and shape of each section; those without a shape are lines of names and keywords.
_SECTIONS: dict[str, tuple[str, Shape | None]] = {
    "work": ("Work Experience", entries.WORK),
    "volunteer": ("Volunteering", entries.VOLUNTEER),
    "education": ("Education", entries.EDUCATION),
    "awards": ("Awards", entries.AWARD),
    "certificates": ("Certifications", entries.CERTIFICATE),
    "certifications": ("Certifications", entries.CERTIFICATE),
    "publications": ("Publications", entries.PUBLICATION),
    "skills": ("Skills", None),
    "languages": ("Languages", None),
    "interests": ("Interests", None),
    "references": ("References", entries.REFERENCE),
    "projects": ("Projects", entries.PROJECT),
}
_IGNORED = frozenset(["basics", "meta", "$schema"])
_PLACE = ("address", "city", "region", "postalCode", "countryCode", "country")
_HEAD = ("name", "label", "headline", "summary", "email", "phone", "url", "website", "location", "profiles")
# What a user name of these networks is the address of.
_ADDRESSES = {
    "linkedin": "linkedin.com/in/",
    "github": "github.com/",
    "gitlab": "gitlab.com/",
    "xing": "xing.com/profile/",
}
# HTML as people paste it into text fields: entities, and tags, of which some end a line.
_HTML = re.compile(
    r"&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});"
    r"|</?(?:(br|p|div|ul|ol|li|h[1-6])|b|i|u|em|strong|span|small|sub|sup|code|a)(?:\s+[a-z-]+\s*=[^<>]{0,500})?\s*/?>",
    re.IGNORECASE,
)


def loaded(path: str, data: bytes) -> tuple[Source, tuple[Problem, ...]]:
    """The text of a data file, which is of no use without its end.

    Raises:
        InputError: the bytes are no text, or too many.
    """
    text, problems = decode(path, data)
    if any(problem.name == "too-long" for problem in problems):
        raise InputError(path, "larger than a resume or posting can be", "leave out what is no text: images, logs")
    return Source(text), problems


def parsed(path: str, source: Source, parse: Callable[[Source], Node], form: str) -> Node:
    """The tree of a data file.

    Raises:
        InputError: at the line and column where it goes wrong.
    """
    try:
        return parse(source)
    except DataError as error:
        place = f"{path}:{error.line}:{error.column}"
        raise InputError(place, f"not valid {form}: {error.message}", "mend this line") from error


def without_html(node: Node) -> Node:
    """The tree with the entities of its texts decoded, and without their tags; trees are no deeper than `MAX_DEPTH`."""
    if isinstance(node, Scalar):
        return replace(node, runs=tuple(_without_html(node.runs)))
    if isinstance(node, Items):
        return replace(node, nodes=tuple(map(without_html, node.nodes)))
    return replace(node, entries=tuple((key, without_html(value)) for key, value in node.entries))


def _without_html(runs: Runs) -> Iterator[Run]:
    text = text_of(runs)
    if _HTML.search(text) is None:
        yield from runs
        return
    # One run for each character: an escaped entity may stand in several.
    whole = Decoded(runs)
    chars = [
        Run(char, run.line, run.column + (along if run.wide == 1 else 0), run.wide)
        for run in runs
        for along, char in enumerate(run.text)
    ]
    at = 0
    for match in _HTML.finditer(text):
        meant = html.unescape(match[0]).replace("\u00ad", "") if match[0][0] == "&" else "\n" if match[1] else ""
        if meant != match[0]:
            yield from chars[at : match.start()]
            yield from whole.one(*match.span(), meant)
            at = match.end()
    yield from chars[at:]


def is_resume(node: Mapping) -> bool:
    """Whether data has the sections of JSON Resume."""
    lists = [name for name in _SECTIONS if isinstance(node.get(name), Items | Mapping)]
    return isinstance(node.get("basics"), Mapping) or "work" in lists or len(lists) > 1


def resume(root: Mapping) -> Iterator[Piece]:
    """The pieces of a resume: the head, then the sections in the order of the file."""
    root = replace(root, entries=tuple((key, without_html(node)) for key, node in root.entries))
    basics = root.get("basics")
    apart = isinstance(basics, Mapping)
    yield from _head(basics if isinstance(basics, Mapping) else replace(root, entries=tuple(_headers(root))))
    for key, node in root.entries:
        if key.text in _IGNORED or (key.text in _HEAD and not apart):
            continue
        name, shape = _SECTIONS.get(key.text, ("", None))
        title = named(name, key) if name else words(key)
        yield from entries.section(title, skill_lines(node) if name and shape is None else entries.body(node, shape))


def _headers(root: Mapping) -> Iterator[tuple[Scalar, Node]]:
    return ((key, node) for key, node in root.entries if key.text in _HEAD)


def skill_lines(node: Node) -> Iterator[Piece]:
    """Skills and languages: a line for each, names alone in one line."""
    if isinstance(node, Items) and not all(isinstance(part, Scalar) for part in node.nodes):
        for part in node.nodes:
            yield from entries.one_line(part)
    else:
        yield from entries.body(node)


def _head(basics: Mapping) -> Iterator[Piece]:
    yield heading(flat(basics.get("name")), 1)
    yield Piece(flat(first(basics, ("label", "headline"))))
    fields = [flat(first(basics, names)) for names in (("email",), ("phone",), ("url", "website"))]
    yield Piece(joined([place(basics.get("location")), *fields], " | "))
    profiles = basics.get("profiles")
    yield Piece(joined((profile(part) for part in each(profiles)), " | "))
    yield from entries.rest(basics, _HEAD)
    for key, node in basics.entries:
        if key.text == "summary":
            yield from entries.section(named("Summary", key), entries.paragraphs(node))


def each(node: Node | None) -> tuple[Node, ...]:
    """The nodes of a list; one that is none stands for itself."""
    return node.nodes if isinstance(node, Items) else () if node is None else (node,)


def place(node: Node | None) -> Runs:
    """A place: street, city, region, country."""
    if not isinstance(node, Mapping):
        return flat(node)
    return joined((flat(node.get(name)) for name in _PLACE), ", ")


def profile(node: Node) -> Runs:
    """ "LinkedIn: address"; where only the user's name is given, the address that it stands for."""
    if not isinstance(node, Mapping):
        return flat(node)
    network, user, url = (flat(node.get(name)) for name in ("network", "username", "url"))
    known = _ADDRESSES.get(text_of(network).strip().lower(), "")
    if user and known and not url:
        url = (put(known, user), *user)
    return joined([network, url or user], ": ")
