"""Impact: statements that say, with a quantity, what changed; and how large the work was."""

from __future__ import annotations

from spm_fit.model.report import Because, Result
from spm_fit.scoring.context import Context

# Enough outcomes for all points, the share of statements that should have one, and enough statements of scope.
ENOUGH, SHARE, SCOPES = 8, 0.4, 4
_BY_COUNT, _BY_SHARE, _BY_SCOPE = 0.6, 0.25, 0.15


def impact(context: Context) -> Result:
    """Counts statements that show a competency of the role; outcomes in another trade are no evidence for this one."""
    possible = context.role.points("impact")
    bullets = context.found.bullets
    outcomes = [n for n, bullet in enumerate(bullets) if bullet.has_outcome]
    counted = [n for n in outcomes if n in context.relevant]
    scopes = [
        n for n, bullet in enumerate(bullets) if bullet.metrics and not bullet.has_outcome and n in context.relevant
    ]
    points = 0.0
    if bullets:
        points = possible * (
            _BY_COUNT * min(1.0, len(counted) / ENOUGH)
            + _BY_SHARE * min(1.0, len(counted) / (SHARE * max(len(bullets), ENOUGH)))
            + _BY_SCOPE * min(1.0, (len(scopes) + len(counted)) / SCOPES)
        )
    because = tuple(Because(context.text(bullets[n].span), bullets[n].span) for n in counted)
    share = f"{len(outcomes)} of {len(bullets)} bullets show an outcome"
    if len(counted) < len(outcomes):
        share += f", {len(counted)} in this field"
    return Result("impact", round(points, 1), possible, because, (), share)
