"""Impact: statements that say, with a quantity, what changed; and how large the work was."""

from __future__ import annotations

from spm_fit.model.report import Because, Part, Result
from spm_fit.scoring.context import Context


def impact(context: Context) -> Result:
    """Counts statements of the role's work, and others that show a competency of it, each of these worth part."""
    possible, scale = context.role.points("impact"), context.role.scale.impact
    bullets = context.found.bullets
    outcomes = [n for n, bullet in enumerate(bullets) if bullet.has_outcome]
    counted = [n for n in outcomes if n in context.relevant]
    sized = [
        n for n, bullet in enumerate(bullets) if bullet.metrics and not bullet.has_outcome and n in context.relevant
    ]
    changed = sum(context.counted(n, scale.elsewhere) for n in counted)
    # A result tells the size of the work as well.
    size = changed + sum(context.counted(n, scale.elsewhere) for n in sized)
    parts = (
        _part("outcomes", possible * scale.outcomes, changed, scale.enough_outcomes),
        _part("scopes", possible * scale.scopes, size, scale.enough_scopes),
    )
    because = [Because(context.text(bullets[n].span), bullets[n].span) for n in [*counted, *sized]]
    share = f"{len(outcomes)} of {len(bullets)} bullets show an outcome"
    if len(counted) < len(outcomes):
        share += f", {len(counted)} in product work or its skills"
    return Result.of("impact", possible, parts, because, (), share)


def _part(name: str, possible: float, value: float, enough: float) -> Part:
    return Part(name, possible, min(1.0, value / enough), value, enough)
