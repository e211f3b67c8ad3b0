"""The figures of one resume."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from benchmarks.accuracy.count import Count, answer, items, total
from benchmarks.accuracy.match import pairs, plain, same_quantity, same_start, same_title
from benchmarks.accuracy.skills import skills, tools

Object = dict[str, Any]
# Readers who round a date differ by as much.
NEAR = 3.0
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?")
_MONTH = len("2020-01")


def measure(label: Object, output: Object, as_of: date) -> dict[str, Count]:
    """Figure -> count; an empty output misses everything."""
    experience = output.get("experience") or {}
    roles = experience.get("roles") or []
    degrees = [entry.get("level") for entry in output.get("education") or []]
    named = {section.get("name") for section in output.get("sections") or []} - {"other", None}
    quantities = [metric.get("text", "") for metric in output.get("metrics") or []]
    return {
        **_roles(label["roles"], roles),
        **_years(label["roles"], experience, as_of),
        **_bullets(label["bullets"], output.get("bullets") or []),
        "metrics": items([metric["text"] for metric in label["metrics"]], quantities, same_quantity),
        **skills(label, output, "level", "skill levels"),
        **tools(label, output),
        "education": items([entry["level"] for entry in label["education"]], degrees),
        "sections": items(sorted(set(label["sections"]) - {"other"}), sorted(named)),
    }


def _roles(wanted: list[Object], found: list[Object]) -> dict[str, Count]:
    return {
        "role dates": items(_spans(wanted), _spans(found)),
        "role titles": items(_titles(wanted), _titles(found), same_title),
    }


def _titles(roles: list[Object]) -> list[str]:
    return [role["title"] for role in roles if role.get("title")]


def _spans(roles: list[Object]) -> list[str]:
    return [f"{role['start'][:_MONTH]} to {role['end'][:_MONTH]}" for role in _dated(roles)]


def _dated(roles: Iterable[Object]) -> list[Object]:
    """Positions with both dates; a history that is printed twice counts once."""
    dated = [
        {**role, "start": str(role["start"]), "end": str(role["end"])}
        for role in roles
        if role.get("start") and role.get("end")
    ]
    key = {(r["start"][:_MONTH], r["end"][:_MONTH], plain(r.get("title"))): r for r in dated}
    return list(key.values())


def _years(roles: list[Object], experience: Object, as_of: date) -> dict[str, Count]:
    work = [role for role in _dated(roles) if role["kind"] == "work"]
    product = [role for role in work if role["product"]]
    return {
        "years in all": _near(_months(work, as_of), experience.get("months")),
        "years in product": _near(_months(product, as_of), experience.get("product_months")),
    }


def _near(wanted: tuple[int, int], band: object) -> Count:
    """Whether the middles of two bands of months are near enough."""
    low, high = wanted
    middle, got = (low + high) / 2, None
    if isinstance(band, dict) and band.get("low") is not None:
        got = (float(band["low"]) + float(band["high"])) / 2
    right = got is not None and abs(got - middle) <= max(NEAR, (high - low) / 2)
    return answer(f"{middle:g} months", None if got is None else f"{got:g}", right=right)


def _months(roles: list[Object], as_of: date) -> tuple[int, int]:
    """The union of positions in whole months, both ends included: (least, most) where a date is a year alone."""
    least, most = set[int](), set[int]()
    for role in roles:
        start, end = _month(role["start"], as_of), _month(role["end"], as_of)
        if start and end:
            least.update(range(start[1], end[0] + 1))
            most.update(range(start[0], end[1] + 1))
    return len(least), len(most)


def _month(text: str, as_of: date) -> tuple[int, int] | None:
    """The (first, last) month that a date can mean, counted from the year 0."""
    if text == "present":
        now = as_of.year * 12 + as_of.month - 1
        return now, now
    parts = _DATE.fullmatch(text)
    if parts is None:
        return None
    first = int(parts[1]) * 12
    return (first + int(parts[2]) - 1,) * 2 if parts[2] else (first, first + 11)


def _bullets(wanted: list[Object], found: list[Object]) -> dict[str, Count]:
    """Statements, and what is said of those that both have."""
    starts, texts = [bullet["start"] for bullet in wanted], [bullet.get("text", "") for bullet in found]
    both = [(wanted[i], found[j]) for i, j in pairs(starts, texts, same_start)]

    def ask(question: Callable[[Object, Object], Count]) -> Count:
        return total(question(bullet, other) for bullet, other in both)

    return {
        "bullets": items(starts, texts, same_start),
        "openers": ask(_opener),
        "strength": ask(lambda b, o: answer(b["strength"], o.get("strength") or "none", b["start"])),
        "metric class": ask(lambda b, o: answer(b["metric"], _metric_class(o), b["start"])),
        "bullets with a metric": ask(_with_metric),
    }


def _opener(bullet: Object, other: Object) -> Count:
    verb = other.get("lemma")
    return answer(bullet["opener"], verb, bullet["start"], right=plain(bullet["opener"]) == plain(verb))


def _metric_class(bullet: Object) -> str:
    """What the quantities of a statement say; an outcome outweighs a scope."""
    senses = [metric.get("sense") if isinstance(metric, dict) else metric for metric in bullet.get("metrics") or []]
    return "outcome" if "outcome" in senses else "scope" if senses else "none"


def _with_metric(bullet: Object, other: Object) -> Count:
    has, start = bool(other.get("metrics")), [bullet["start"]]
    return items(start if bullet["metric"] != "none" else [], start if has else [])
