"""A score found again from nothing but the JSON, as docs/scoring.md tells: no code of the program is used."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

LADDER = ("other", "apm", "pm", "senior", "lead", "principal", "group", "director", "vp", "cpo")
Json = dict[str, Any]


def criteria(data: Json) -> dict[str, float]:
    """Points by criterion, rounded to a hundredth."""
    found = {
        "competencies": competencies(data),
        "experience": experience(data),
        "impact": impact(data),
        "writing": writing(data),
        "tools": tools(data),
        "presentation": presentation(data),
    }
    return {name: round(share * data["scoring"]["weights"][name], 2) for name, share in found.items()}


def worth(data: Json, skill: Json) -> float:
    scale = data["scoring"]["scale"]["evidence"]
    return max(one(data, scale, skill["id"], evidence) for evidence in skill["evidence"])


def one(data: Json, scale: Json, skill: str, evidence: Json) -> float:
    if evidence["level"] == "listed":
        return scale["listed"]
    number = evidence["bullet"]
    if number is None:
        return max(scale["listed"], evidence["place"] * scale[evidence["level"]])
    if skill not in first_skills(data, number)[: int(scale["skills_per_statement"])]:
        return scale["listed"]
    bullet = data["bullets"][number]
    if bullet["bare"]:
        return scale["listed"]
    force = {"strong": 1.0, "neutral": scale["neutral"]}.get(bullet["strength"], scale["weak"])
    return max(scale["listed"], place(data, number) * scale[evidence["level"]] * force)


def first_skills(data: Json, number: int) -> list[str]:
    shown = [
        ((e["location"]["line"], e["location"]["column"]), skill["id"])
        for skill in data["skills"]
        if skill["kind"] == "competency"
        for e in skill["evidence"]
        if e.get("bullet") == number
    ]
    return list(dict.fromkeys(skill for _, skill in sorted(shown)))


def place(data: Json, number: int) -> float:
    return data["bullets"][number]["place"]


def counted(data: Json, number: int, elsewhere: float) -> float:
    where = 0.0 if data["bullets"][number]["bare"] else place(data, number)
    return where if where == 1 else where * elsewhere


def competencies(data: Json) -> float:
    scoring, total = data["scoring"], 0.0
    shown = {skill["id"]: skill for skill in data["skills"]}
    for area, share in scoring["areas"].items():
        weights = {c["id"]: c["weight"] for c in scoring["competencies"] if c["area"] == area}
        got = sum(weight * worth(data, shown[name]) for name, weight in weights.items() if name in shown)
        full = scoring["scale"]["competencies"]["full"] * sum(weights.values())
        total += share * min(1.0, got / full) if full else 0.0
    return total


def months(data: Json, roles: list[Json]) -> float:
    """The union of periods, in the middle between the least and the most that bare years allow."""
    now = month(data["as_of"][:7], last=True)
    totals = []
    for widest in (False, True):
        covered: set[int] = set()
        for role in roles:
            start, end = role["start"], role["end"]
            if start and end:
                first = month(start, last=not widest)
                last = now if end == "present" else month(end, last=widest)
                if (
                    not widest
                    and first > last
                    and month(start, last=False) <= (now if end == "present" else month(end, last=True))
                ):
                    first = min(first, now)
                    last = max(last, first)
                covered |= set(range(first, min(last, now) + 1))
        totals.append(len(covered))
    return sum(totals) / 2


def month(text: str, *, last: bool) -> int:
    year, _, number = text.partition("-")
    return int(year) * 12 + (int(number) - 1 if number else 11 if last else 0)


def experience(data: Json) -> float:
    scoring = data["scoring"]
    scale = scoring["scale"]["experience"]
    own = [role for role in data["experience"]["roles"] if role["own"]]
    near = [
        r for r in data["experience"]["roles"] if r["kind"] == "work" and (r["own"] or r["product"] or r["related"])
    ]
    years = months(data, own) / 12
    points = [(0.0, 0.0), *zip(scoring["years"].values(), (scale["at_least"], scale["at_usual"], 1.0), strict=True)]
    reached = 1.0
    for (low, base), (high, top) in pairwise(points):
        if low <= years < high:
            reached = base + (top - base) * (years - low) / (high - low)
    step = 0.0
    if own:
        wanted = LADDER.index(scoring["level"])
        highest = max(LADDER.index(role["level"]) if role["product"] else wanted for role in own)
        step = {0: 1.0, 1: scale["one_below"], 2: scale["two_below"]}.get(max(0, wanted - highest), 0.0)
    related = min(1.0, months(data, near) / 12 / scale["related_years"])
    return scale["years"] * reached + scale["step"] * step + scale["related"] * related


def impact(data: Json) -> float:
    scale = data["scoring"]["scale"]["impact"]
    outcomes = size = 0.0
    for number, bullet in enumerate(data["bullets"]):
        if bullet["metrics"] and bullet["relevant"]:
            value = counted(data, number, scale["elsewhere"])
            size += value
            outcomes += value if any(metric["sense"] == "outcome" for metric in bullet["metrics"]) else 0.0
    return scale["outcomes"] * min(1.0, outcomes / scale["enough_outcomes"]) + scale["scopes"] * min(
        1.0, size / scale["enough_scopes"]
    )


def writing(data: Json) -> float:
    scale = data["scoring"]["scale"]["writing"]
    values = []
    for number, bullet in enumerate(data["bullets"]):
        outcome = any(metric["sense"] == "outcome" for metric in bullet["metrics"])
        readable = bullet["words"] <= scale["longest"] and (bullet["words"] >= scale["shortest"] or outcome)
        form = scale.get(bullet["strength"], 0.0) + scale["impersonal"] * (not bullet["first_person"])
        form += scale["readable"] * readable
        values.append(form * counted(data, number, scale["elsewhere"]) if bullet["relevant"] else 0.0)
    best = sorted(values, reverse=True)[: int(scale["statements"])]
    return min(1.0, sum(best) / scale["statements"])


def tools(data: Json) -> float:
    scoring = data["scoring"]
    scale = scoring["scale"]["tools"]
    named = [s["id"] for s in data["skills"] if s["kind"] == "tool" and s.get("worth") is not None]
    size = sum(1.0 if tool in scoring["tools"] else scale["other_tool"] for tool in named)
    degree = any(e["level"] in {"bachelor", "master", "doctorate"} for e in data["education"])
    certificates = {s["id"] for s in data["skills"] if s["kind"] == "credential" and s["area"] == "certificate"}
    certified = 1.0 if "product-certification" in certificates else scale["other_certificate"] if certificates else 0.0
    return (
        scale["tools"] * min(1.0, size / scale["enough"]) + scale["degree"] * degree + scale["certificate"] * certified
    )


def presentation(data: Json) -> float:
    scale = data["scoring"]["scale"]["presentation"]
    sections = [section["name"] for section in data["sections"]]
    contacts = {contact["kind"] for contact in data["contacts"]}
    pages = max(0.0, 1 - scale["page_costs"] * max(0.0, (data["document"]["pages"] or 0) - scale["pages"]))
    expected = ("experience", "education", "skills")
    order = float("experience" in sections)
    both = "experience" in sections and "education" in sections and data["document"]["columns"] == 1
    if both and sections.index("education") < sections.index("experience"):
        years = months(data, [r for r in data["experience"]["roles"] if r["kind"] == "work"]) / 12
        last, first = scale["education_last"], scale["education_first"]
        order = min(1.0, max(0.0, (last - years) / (last - first)))
    return (
        scale["length"] * pages
        + scale["sections"] * sum(name in sections for name in expected) / 3
        + scale["contact"] * (("email" in contacts) + ("phone" in contacts)) / 2
        + scale["linkedin"] * ("linkedin" in contacts)
        + scale["order"] * order
    )
