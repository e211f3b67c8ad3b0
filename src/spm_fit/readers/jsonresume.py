"""JSON Resume (a resume, or a posting in its job schema) and the JobPosting of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spm_fit.errors import InputError
from spm_fit.model.document import Document, Problem
from spm_fit.readers import entries
from spm_fit.readers.flow import Piece, document, heading
from spm_fit.readers.json_tree import parse_json
from spm_fit.readers.records import is_resume, loaded, parsed, place, resume, skill_lines, without_html
from spm_fit.readers.source import text_of
from spm_fit.readers.texts import Runs, flat, joined, named, put, words
from spm_fit.readers.tree import Mapping, Node

_OTHER = "JSON data of another kind than JSON Resume"
_READ = "give a JSON Resume, its job schema or a schema.org JobPosting; or export the document as PDF or text"


def read(path: Path | str, data: bytes) -> Document:
    """Read one JSON file.

    Raises:
        InputError: the bytes are no JSON, or JSON that is neither a resume nor a posting.
    """
    source, problems = loaded(str(path), data)
    pieces, more = _pieces(str(path), parsed(str(path), source, parse_json, "JSON"))
    return document(str(path), "jsonresume", pieces, (*problems, *more))


def _pieces(path: str, root: Node) -> tuple[Iterable[Piece], tuple[Problem, ...]]:
    if isinstance(root, Mapping):
        if is_resume(root):
            return resume(root), ()
        if _is_job(root):
            return _job(root), ()
    # Descriptions hold HTML: its reader is loaded where one may be.
    from spm_fit.readers import jobposting

    postings = jobposting.postings(root)
    if not postings:
        raise InputError(path, _OTHER, _READ)
    more = Problem("more-postings", f"the first of {len(postings)} postings was read")
    return jobposting.pieces(postings[0]), (more,) * (len(postings) > 1)


def _is_job(node: Mapping) -> bool:
    told = any(flat(node.get(name)) for name in ("responsibilities", "qualifications", "description"))
    return told and bool(flat(node.get("title"))) and node.get("@type") is None


# How the work place is said so that a value such as "Hybrid" reads as a sentence does.
_REMOTE = {"full": "Remote: ", "hybrid": "Workplace: ", "none": "On-site (remote: "}
_JOB = frozenset(
    ["title", "company", "type", "date", "description", "location", "remote", "salary", "experience", "meta", "$schema"]
)


def _job(posting: Mapping) -> Iterator[Piece]:
    root = replace(posting, entries=tuple((key, without_html(node)) for key, node in posting.entries))
    yield heading(flat(root.get("title")), 1)
    yield Piece(joined((flat(root.get(name)) for name in ("company", "type", "date")), " | "))
    if where := place(root.get("location")):
        yield Piece((put("Location: ", where), *where))
    yield Piece(_remote(flat(root.get("remote"))))
    for label, name in (("Salary: ", "salary"), ("Level: ", "experience")):
        if runs := flat(root.get(name)):
            yield Piece((put(label, runs), *runs))
    yield from entries.paragraphs(root.get("description"))
    for key, node in root.entries:
        if key.text == "skills":
            yield from entries.section(named("Skills", key), skill_lines(node))
        elif key.text not in _JOB:
            listed = key.text in ("responsibilities", "qualifications")
            yield from entries.section(words(key), entries.items(node) if listed else entries.body(node))


def _remote(value: Runs) -> Runs:
    if not value:
        return ()
    label = _REMOTE.get(text_of(value).strip().lower(), "Remote: ")
    return (put(label, value), *value, *([put(")", value)] if "(" in label else []))
