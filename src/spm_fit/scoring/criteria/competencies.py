"""Competencies: what the role asks for, by area, weight and evidence."""

from __future__ import annotations

from spm_fit.model.report import Because, Part, Result
from spm_fit.scoring.context import Context, by_area


def competencies(context: Context) -> Result:
    """Per area, the skills shown by weight and worth of the evidence; no one shows everything, so a part of the weight fills it."""
    possible = context.role.points("competencies")
    areas = by_area(context.taxonomy, context.role)
    because, missing, parts = [], [], []
    for area, share in context.role.areas:
        skills = areas[area]
        full = context.role.scale.competencies.full * sum(weight for _, weight in skills)
        got = 0.0
        for skill, weight in skills:
            evidence = context.best.get(skill.id)
            if evidence is None:
                missing.append(skill.id)
            else:
                got += weight * context.worth[skill.id]
                because.append(Because(f"{skill.name}: {evidence.level}", evidence.span))
        parts.append(Part(area, possible * share, min(1.0, got / full) if full else 0.0, got, full))
    return Result.of("competencies", possible, parts, because, missing)
