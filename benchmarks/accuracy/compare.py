"""Two runs side by side: each figure before and now, and the documents that are read otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TypedDict

from benchmarks.accuracy import figures
from benchmarks.accuracy.count import Count
from benchmarks.accuracy.results import Document, Run
from benchmarks.accuracy.tables import heading, number, span, table

HEAD = ("figure", "before", "now", "difference", "95 % interval", "documents")
Pair = tuple[Document, Document]


class Difference(TypedDict):
    """One figure over the documents of both runs; the interval is that of the difference."""

    before: float | None
    now: float | None
    difference: float | None
    interval: tuple[float, float] | None


class Change(TypedDict):
    """What is read otherwise in one document: items and answers to work on, more or fewer; figure -> what, in words."""

    more: int
    figures: dict[str, dict[str, list[str]]]


class Comparison(TypedDict):
    """One folder."""

    documents: int
    only_before: list[str]
    only_now: list[str]
    figures: dict[str, Difference]
    changed: dict[str, Change]


def compare(before: Run, now: Run) -> dict[str, Comparison]:
    """Folder -> comparison of the documents that both runs have; the folders are those of the later run."""
    return {name: _folder(before.folders.get(name, ()), documents) for name, documents in now.folders.items()}


def text(before: Run, now: Run, style: str) -> str:
    """The comparison for people."""
    parts = [f"{when}: {run.program}, as of {run.as_of}" for when, run in (("before", before), ("now", now))] + [""]
    for name, found in compare(before, now).items():
        parts += [heading(f"{name}: {found['documents']} documents of both runs", style)]
        parts += [f"only {when}, not compared: {', '.join(ids)}" for when, ids in _alone(found) if ids]
        if found["documents"]:
            rows = [_row(figure, values, found["documents"]) for figure, values in found["figures"].items()]
            parts += [table(HEAD, rows, style), "", *_changed(found["changed"], style), ""]
    return "\n".join(parts).rstrip()


def _folder(before: Sequence[Document], now: Sequence[Document]) -> Comparison:
    old, new = {document.id: document for document in before}, {document.id: document for document in now}
    pairs = [(old[id_], document) for id_, document in new.items() if id_ in old]
    changes = [(pair[1].id, _change(*pair)) for pair in pairs]
    # Those that lost most come first.
    changes.sort(key=lambda entry: (-entry[1]["more"], entry[0]))
    return {
        "documents": len(pairs),
        "only_before": sorted(old.keys() - new.keys()),
        "only_now": sorted(new.keys() - old.keys()),
        "figures": {name: _difference(name, pairs) for name in figures.names([now for _, now in pairs])},
        "changed": {id_: change for id_, change in changes if change["figures"]},
    }


def _difference(name: str, pairs: Sequence[Pair]) -> Difference:
    measure = partial(_gain, name)
    return {
        "before": figures.value(name, [before for before, _ in pairs]),
        "now": figures.value(name, [now for _, now in pairs]),
        "difference": measure(pairs),
        "interval": figures.interval(measure, pairs),
    }


def _gain(name: str, pairs: Sequence[Pair]) -> float | None:
    old = figures.value(name, [before for before, _ in pairs])
    new = figures.value(name, [now for _, now in pairs])
    return None if old is None or new is None else new - old


def _change(before: Document, now: Document) -> Change:
    found = {}
    for name in dict.fromkeys([*before.counts, *now.counts]):
        old, new = before.counts.get(name, Count()), now.counts.get(name, Count())
        lost = figures.lost(name)
        words = {
            f"no longer {lost}": _more(old.missed, new.missed),
            "no longer invented": _more(old.invented, new.invented),
            f"now {lost}": _more(new.missed, old.missed),
            "now invented": _more(new.invented, old.invented),
        }
        if kept := {what: texts for what, texts in words.items() if texts}:
            found[name] = kept
    for name, was, is_ in (("score", before.points, now.points), ("failed", before.failed, now.failed)):
        if was != is_:
            found[name] = {"was": [_plain(was)], "is": [_plain(is_)]}
    return {"more": now.wrong - before.wrong, "figures": found}


def _more(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """What stands in one list more often than in the other."""
    return sorted((Counter(one) - Counter(other)).elements())


def _plain(value: float | str | None) -> str:
    return f"{value:g}" if isinstance(value, float) else value or "none"


def _alone(found: Comparison) -> tuple[tuple[str, list[str]], ...]:
    return ("before", found["only_before"]), ("now", found["only_now"])


def _row(figure: str, values: Difference, documents: int) -> list[str]:
    cells = number(values["before"]), number(values["now"]), number(values["difference"], "+")
    return [figure, *cells, span(values["interval"], "+"), str(documents)]


def _changed(changed: dict[str, Change], style: str) -> list[str]:
    mark = "- " if style == "markdown" else ""
    lines = []
    for id_, change in changed.items():
        lines.append(f"{mark}{id_}: {_verdict(change['more'])}")
        said = [(name, what, texts) for name, words in change["figures"].items() for what, texts in words.items()]
        lines += [f"  {mark}{name}, {what}: {'; '.join(texts)}" for name, what, texts in said]
    return lines or ["No document is read otherwise."]


def _verdict(more: int) -> str:
    if more == 0:
        return "as many to work on"
    return f"worse, {more} more to work on" if more > 0 else f"better, {-more} fewer to work on"
