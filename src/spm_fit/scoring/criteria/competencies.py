"""Competencies: what the role asks for, by area, weight and evidence."""

from __future__ import annotations

from spm_fit.model.report import Because, Result
from spm_fit.scoring.context import Context, by_area, worth

# No one shows everything: an area is full when this part of its weight is shown.
FULL = 0.55


def competencies(context: Context) -> Result:
    """Per area, the skills shown by weight and worth of the evidence; full at `FULL` of the area's weight."""
    possible = context.role.points("competencies")
    because, missing, points = [], [], 0.0
    areas = by_area(context.taxonomy)
    for area, share in context.role.areas:
        skills = areas.get(area, ())
        weight = sum(skill.weight for skill in skills)
        got = 0.0
        for skill in skills:
            evidence = context.best.get(skill.id)
            if evidence is None:
                missing.append(skill.id)
            else:
                got += skill.weight * worth(context.found, evidence)
                because.append(Because(f"{skill.name}: {evidence.level}", evidence.span))
        if weight:
            points += possible * share * min(1.0, got / (FULL * weight))
    return Result("competencies", round(points, 1), possible, tuple(because), tuple(missing))
