"""Figures that resumes and postings share: skills, their level or demand, and tools."""

from __future__ import annotations

from typing import Any

from benchmarks.accuracy.count import Count, answer, items, shown, total
from benchmarks.accuracy.match import plain

Object = dict[str, Any]


def skills(label: Object, output: Object, degree: str, name: str) -> dict[str, Count]:
    """Competencies by id; where both have one, whether its `degree` (level or demand) agrees."""
    wanted = label["skills"]
    listed = [skill for skill in output.get("skills") or [] if skill.get("kind", "competency") == "competency"]
    found = {skill["id"]: skill.get(degree) for skill in listed}
    both = sorted(wanted.keys() & found.keys())
    return {
        "skills": items(sorted(wanted), sorted(found)),
        name: total(answer(wanted[id_], found[id_], id_) for id_ in both),
    }


def tools(label: Object, output: Object) -> dict[str, Count]:
    """Tools by any of their names: the printed one counts, and so does ours."""
    wanted = {plain(name): name for name in label["tools"]}
    found = [skill for skill in output.get("skills") or [] if skill.get("kind") == "tool"]
    names = [{plain(tool.get("name")), *(plain(e.get("alias")) for e in tool.get("evidence") or [])} for tool in found]
    known = set[str]().union(*names)
    invented = [shown(tool.get("name")) for tool, own in zip(found, names, strict=True) if not own & wanted.keys()]
    missed = [shown(name) for key, name in wanted.items() if key not in known]
    right, hit = len(found) - len(invented), len(wanted) - len(missed)
    return {"tools": Count(right, len(found), hit, len(wanted), tuple(missed), tuple(invented))}
