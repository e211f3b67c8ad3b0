"""RenderCV's YAML, and JSON Resume written as YAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spm_fit.errors import InputError
from spm_fit.model.document import Document
from spm_fit.readers import entries, records
from spm_fit.readers.entries import first
from spm_fit.readers.flow import Piece, document, heading
from spm_fit.readers.texts import Runs, flat, joined, words
from spm_fit.readers.tree import Items, Mapping, Node
from spm_fit.readers.yaml_tree import parse_yaml

_OTHER = "YAML data of another kind than RenderCV"
_READ = "give a RenderCV file (cv:) or a JSON Resume (basics:, work:); or export the document as PDF or text"
_HEAD = frozenset(
    ["name", "headline", "label", "location", "email", "phone", "website", "social_networks", "custom_connections"]
)


def read(path: Path | str, data: bytes) -> Document:
    """Read one YAML file.

    Raises:
        InputError: the bytes are no YAML, or YAML that is no resume.
    """
    source, problems = records.loaded(str(path), data)
    root = records.parsed(str(path), source, parse_yaml, "YAML")
    if isinstance(root, Mapping):
        cv = root.get("cv")
        if isinstance(cv, Mapping):
            return document(str(path), "rendercv", resume(cv), problems)
        if records.is_resume(root):
            return document(str(path), "jsonresume", records.resume(root), problems)
    raise InputError(str(path), _OTHER, _READ)


def resume(cv: Mapping) -> Iterator[Piece]:
    """The pieces of a resume: the head, then the sections in the order of the file."""
    yield heading(flat(cv.get("name")), 1)
    yield Piece(flat(first(cv, ("headline", "label"))))
    yield Piece(joined(_contacts(cv), " | "))
    for key, node in cv.entries:
        if key.text == "sections" and isinstance(node, Mapping):
            for title, body in node.entries:
                yield from entries.section(words(title), _body(body))
        elif key.text not in _HEAD and key.text != "photo":
            yield from entries.section(words(key), entries.body(node))


def _body(node: Node) -> Iterator[Piece]:
    """The entries of a section; texts are paragraphs."""
    if isinstance(node, Items):
        for part in node.nodes:
            yield from entries.one(part, None)
    else:
        yield from entries.body(node)


def _contacts(cv: Mapping) -> Iterator[Runs]:
    for name in ("location", "email", "phone", "website"):
        yield joined((flat(part) for part in records.each(cv.get(name))), " | ")
    for part in records.each(cv.get("social_networks")):
        yield records.profile(part)
    for part in records.each(cv.get("custom_connections")):
        yield flat(first(part, ("placeholder", "text", "url"))) if isinstance(part, Mapping) else flat(part)
