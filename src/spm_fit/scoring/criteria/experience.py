"""Experience: years of the role's own work, the step reached on the ladder, and work that leads there."""

from __future__ import annotations

from spm_fit.model.finding import RoleKind
from spm_fit.model.period import months
from spm_fit.model.report import Because, Part, Result
from spm_fit.model.taxonomy import Role
from spm_fit.scoring.context import Context

LADDER = ("other", "apm", "pm", "senior", "lead", "principal", "group", "director", "vp", "cpo")


def experience(context: Context) -> Result:
    """Years rise in straight lines over least, usual and ample; a step below the role's gives part."""
    possible, role, held = context.role.points("experience"), context.role, context.held
    scale = role.scale.experience
    years = context.product_months.middle / 12
    near = [p for p in context.found.positions if p.kind is RoleKind.WORK and (p.related or p.product or p in held)]
    leading = months((p.period for p in near), context.as_of).middle / 12
    step, share = _step(context)
    parts = (
        Part("years", possible * scale.years, _worth(years, role), years, role.years[2]),
        Part("step", possible * scale.step, share, step, LADDER.index(role.level)),
        Part(
            "related", possible * scale.related, min(1.0, leading / scale.related_years), leading, scale.related_years
        ),
    )
    because = [Because(f"{p.title}: {p.period.start} to {p.period.end_text()}", p.span) for p in held]
    because += [Because(f"{p.title}: work that leads to it", p.span) for p in near if p not in held]
    missing = () if held else (f"a position as {role.name}" if role.titles else "a product-management position",)
    return Result.of("experience", possible, parts, because, missing)


def _step(context: Context) -> tuple[int, float]:
    """The highest step held, as its place on the ladder, and what it is worth."""
    role, scale = context.role, context.role.scale.experience
    if not context.held:
        return 0, 0.0
    wanted = LADDER.index(role.level)
    # A title that only this role counts as its own is a step of its own ladder.
    top = max(LADDER.index(p.level) if p.product else wanted for p in context.held)
    return top, {0: 1.0, 1: scale.one_below, 2: scale.two_below}.get(max(0, wanted - top), 0.0)


def _worth(years: float, role: Role) -> float:
    scale, low, worth = role.scale.experience, 0.0, 0.0
    for high, value in zip(role.years, (scale.at_least, scale.at_usual, 1.0), strict=True):
        if years < high:
            return worth + (value - worth) * (years - low) / (high - low)
        low, worth = high, value
    return 1.0
