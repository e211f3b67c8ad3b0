"""Experience: years of product management against the role's, and the step reached on the ladder."""

from __future__ import annotations

from spm_fit.model.finding import RoleKind
from spm_fit.model.report import Because, Result
from spm_fit.scoring.context import Context

LADDER = ("other", "apm", "pm", "senior", "lead", "principal", "group", "director", "vp", "cpo")
# Of the points, this part is for years; the rest for the step.
YEARS_SHARE = 0.7
# What the role's least, usual and ample years are worth.
_AT = (0.6, 0.85, 1.0)
_BELOW = {1: 0.6, 2: 0.3}


def experience(context: Context) -> Result:
    """Years rise in straight lines over least, usual and ample; a step below the role's gives part."""
    possible = context.role.points("experience")
    years = context.product_months.middle / 12
    held = [p for p in context.found.positions if p.product and p.kind is RoleKind.WORK]
    because = [Because(f"{p.title}: {p.period.start} to {p.period.end_text()}", p.span) for p in held]
    points = possible * YEARS_SHARE * _worth(years, context.role.years)
    if held:
        top = max(held, key=lambda p: LADDER.index(p.level))
        below = LADDER.index(context.role.level) - LADDER.index(top.level)
        points += possible * (1 - YEARS_SHARE) * (1.0 if below <= 0 else _BELOW.get(below, 0.0))
    missing = () if held else ("a product-management position",)
    return Result("experience", round(points, 1), possible, tuple(because), missing)


def _worth(years: float, wanted: tuple[float, float, float]) -> float:
    low, worth = 0.0, 0.0
    for high, value in zip(wanted, _AT, strict=True):
        if years < high:
            return worth + (value - worth) * (years - low) / (high - low)
        low, worth = high, value
    return 1.0
