"""The results of a run: what was right, missed and invented in each document; kept as JSON for later comparisons."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.accuracy import posting, program, resume
from benchmarks.accuracy.count import Count
from benchmarks.accuracy.errors import InputError
from benchmarks.accuracy.labels import Labelled, load

MEASURES = {"resume": resume.measure, "posting": posting.measure}
# Readers' own points for a document: the mean of several where there is one.
POINTS = {"resume": ("fit_mean", "fit"), "posting": ("match_mean", "match")}


@dataclass(frozen=True)
class Document:
    """One document: its counts by figure, and the points (0 to 100) that readers and the program give it."""

    id: str
    kind: str
    failed: str
    wanted_points: float
    points: float | None
    counts: dict[str, Count]

    @property
    def wrong(self) -> int:
        """How many items and answers are wrong."""
        return sum(count.wrong for count in self.counts.values())


@dataclass(frozen=True)
class Run:
    """All documents of a run by the name of their folder, and the program that read them."""

    program: str
    as_of: str
    folders: dict[str, tuple[Document, ...]]

    @property
    def failed(self) -> list[tuple[str, Document]]:
        """The documents that could not be read, with their folder."""
        return [
            (name, document) for name, documents in self.folders.items() for document in documents if document.failed
        ]


def run(start: tuple[str, ...], folders: dict[str, list[Labelled]], as_of: date) -> Run:
    """Start the program for each document and compare with the labels."""
    name, found = "", {}
    for folder, labelled in folders.items():
        answers = program.run(start, labelled, as_of)
        found[folder] = tuple(score(item, answer, as_of) for item, answer in zip(labelled, answers, strict=True))
        name = name or next((_name(answer.output) for answer in answers if answer.output), "")
    return Run(name or "a program that answered nothing", as_of.isoformat(), found)


def score(item: Labelled, answer: program.Answer, as_of: date) -> Document:
    """Compare one answer with the label; a document that failed counts as one in which nothing was found."""
    wanted = next(item.label[key] for key in POINTS[item.kind] if key in item.label)
    points = (answer.output.get("score") or {}).get("total")
    counts = MEASURES[item.kind](item.label, answer.output, as_of)
    return Document(item.id, item.kind, answer.failed, float(wanted), None if points is None else float(points), counts)


def to_json(result: Run) -> dict[str, Any]:
    """As plain values."""
    return asdict(result)


def from_json(path: Path) -> Run:
    """What `--out` wrote.

    Raises:
        InputError: the file cannot be read, or is no such file.
    """
    value = load(path)
    try:
        folders = {name: tuple(map(_document, documents)) for name, documents in value["folders"].items()}
        return Run(value["program"], value["as_of"], folders)
    except (AttributeError, KeyError, TypeError) as error:
        raise InputError(f"{path}: not written by this runner's --out ({type(error).__name__}: {error})") from error


def _document(value: dict[str, Any]) -> Document:
    counts = {
        name: Count(**{**count, "missed": tuple(count["missed"]), "invented": tuple(count["invented"])})
        for name, count in value["counts"].items()
    }
    return Document(**{**value, "counts": counts})


def _name(output: dict[str, Any]) -> str:
    tool, taxonomy = output.get("tool") or {}, output.get("taxonomy") or {}
    return f"{tool.get('name', 'spm-fit')} {tool.get('version', '?')}, taxonomy {str(taxonomy.get('digest', '?'))[:6]}"
