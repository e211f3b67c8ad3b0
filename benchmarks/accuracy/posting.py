"""The figures of one posting."""

from __future__ import annotations

from datetime import date
from typing import Any

from benchmarks.accuracy.count import Count, answer, items
from benchmarks.accuracy.match import same_start
from benchmarks.accuracy.skills import skills, tools

Object = dict[str, Any]


def measure(label: Object, output: Object, as_of: date) -> dict[str, Count]:  # noqa: ARG001
    """Figure -> count; an empty output misses everything."""
    posting = output.get("posting") or {}
    asked, got = label["primary_years"], posting.get("primary_years")
    degree, offered = (label["education"] or {}).get("level"), (posting.get("education") or {}).get("level")
    years = [_span(entry) for entry in label["years"]], [_span(entry) for entry in posting.get("years") or []]
    return {
        "level": answer(label["level"], posting.get("level")),
        "least years": answer((asked or {}).get("min"), (got or {}).get("min")),
        "range of years": answer(_span(asked), _span(got)),
        "years named": items(*years),
        "degree": answer(degree, offered),
        "pay": answer(_pay(label["pay"]), _pay(posting.get("pay"))),
        "must": _requirements(label, posting, "must"),
        "nice": _requirements(label, posting, "nice"),
        **skills(label, output, "demand", "skill demand"),
        **tools(label, output),
        "remote": answer(label["remote"], posting.get("remote")),
    }


def _span(years: Object | None) -> str | None:
    """The ends of a range of years, as words that can be compared."""
    if not years:
        return None
    low, high = ("any" if years.get(end) is None else f"{years[end]:g}" for end in ("min", "max"))
    return f"{low} to {high}"


def _pay(pay: Object | None) -> str | None:
    """The ends of a pay range; one that is not given is 0."""
    if not pay:
        return None
    low, high = (f"{float(pay.get(end) or 0):,}".removesuffix(".0") for end in ("min", "max"))
    return f"{low} to {high}"


def _requirements(label: Object, posting: Object, kind: str) -> Count:
    found = [entry.get("text", "") for entry in posting.get("requirements") or [] if entry.get("kind") == kind]
    return items(label[kind], found, same_start)
