"""A run for people: a row per figure, the documents that could not be read, and the worst of the others."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TypedDict

from benchmarks.accuracy import figures
from benchmarks.accuracy.count import Count
from benchmarks.accuracy.figures import Documents
from benchmarks.accuracy.results import Document, Run
from benchmarks.accuracy.tables import heading, number, span, table

HEAD = ("figure", "precision", "recall", "F1 or accuracy", "95 % interval", "documents", "items")


class Numbers(TypedDict):
    """One figure over the documents of a folder; precision and recall for lists of items only."""

    precision: float | None
    recall: float | None
    value: float | None
    interval: tuple[float, float] | None
    documents: int
    items: int


def numbers(figure: str, documents: Documents) -> Numbers:
    """All that is said of a figure."""
    alone = figure in figures.ANSWERS | figures.SCORES
    precision, recall = (None, None) if alone else figures.precision_recall(figure, documents)
    have, items = figures.size(figure, documents)
    measure = partial(figures.value, figure)
    return {
        "precision": precision,
        "recall": recall,
        "value": measure(documents),
        "interval": figures.interval(measure, documents),
        "documents": have,
        "items": items,
    }


def as_values(run: Run) -> dict[str, dict[str, Numbers]]:
    """Folder -> figure -> its numbers."""
    return {
        name: {figure: numbers(figure, documents) for figure in figures.names(documents)}
        for name, documents in run.folders.items()
    }


def tables(run: Run, style: str) -> str:
    """One table for each folder, and what they were measured with."""
    parts = []
    for name, rows in as_values(run).items():
        documents = run.folders[name]
        failed = sum(bool(document.failed) for document in documents)
        title = f"{name}: {len(documents)} documents, {failed} failed"
        parts += [heading(title, style), table(HEAD, [_row(*row) for row in rows.items()], style), ""]
    return "\n".join([*parts, f"Measured with {run.program}, as of {run.as_of}."])


def failures(run: Run, style: str) -> str:
    """A line for each document that could not be read; empty if there is none."""
    mark = "- " if style == "markdown" else ""
    return "\n".join(f"{mark}failed: {name}/{document.id}: {document.failed}" for name, document in run.failed)


def worst(run: Run, many: int, style: str) -> str:
    """The documents with most to work on, those that failed first: what was missed, invented and answered wrongly."""
    every = [(name, document) for name, documents in run.folders.items() for document in documents]
    every.sort(key=lambda pair: (not pair[1].failed, -pair[1].wrong, pair[0], pair[1].id))
    title = f"the {min(many, len(every))} worst of {len(every)} documents"
    lines = chain.from_iterable(_faults(name, document, style) for name, document in every[:many])
    return "\n".join([heading(title, style), *lines])


def _row(figure: str, values: Numbers) -> list[str]:
    parts = number(values["precision"]), number(values["recall"]), number(values["value"]), span(values["interval"])
    return [figure, *parts, str(values["documents"]), str(values["items"])]


def _faults(name: str, document: Document, style: str) -> list[str]:
    """A line for the document, and one for what is missed, invented or wrong of each figure."""
    mark, bold = ("- ", "**") if style == "markdown" else ("", "")
    state = f"failed: {document.failed}" if document.failed else f"{document.wrong} to work on"
    points = "none" if document.points is None else f"{document.points:g}"
    head = f"{mark}{bold}{name}/{document.id}{bold}: {state}; score {points}, readers {document.wanted_points:g}"
    lines = [f"{figure}, {words}" for figure, count in document.counts.items() for words in _words(figure, count)]
    return [head, *(f"  {mark}{line}" for line in lines)]


def _words(figure: str, count: Count) -> list[str]:
    parts = (figures.lost(figure), count.missed), ("invented", count.invented)
    return [f"{what}: {'; '.join(texts)}" for what, texts in parts if texts]
