"""Impact: statements that say, with a quantity, what changed; and how large the work was."""

from __future__ import annotations

from spm_fit.model.report import Because, Result
from spm_fit.scoring.context import ELSEWHERE, Context, in_product

# Enough outcomes for all points, the share of statements that should have one, and enough statements of scope.
ENOUGH, SHARE, SCOPES = 8, 0.4, 6
_BY_COUNT, _BY_SHARE, _BY_SCOPE = 0.6, 0.25, 0.15


def impact(context: Context) -> Result:
    """Counts statements of product jobs, and others that show a competency of the role, each of these worth part."""
    possible = context.role.points("impact")
    bullets = context.found.bullets
    outcomes = [n for n, bullet in enumerate(bullets) if bullet.has_outcome]
    counted = [n for n in outcomes if n in context.relevant]
    scopes = [
        n for n, bullet in enumerate(bullets) if bullet.metrics and not bullet.has_outcome and n in context.relevant
    ]
    size = _size(context, counted)
    points = 0.0
    if bullets:
        points = possible * (
            _BY_COUNT * min(1.0, size / ENOUGH)
            + _BY_SHARE * min(1.0, size / (SHARE * max(len(bullets), ENOUGH)))
            + _BY_SCOPE * min(1.0, (size + _size(context, scopes)) / SCOPES)
        )
    because = tuple(Because(context.text(bullets[n].span), bullets[n].span) for n in [*counted, *scopes])
    share = f"{len(outcomes)} of {len(bullets)} bullets show an outcome"
    if len(counted) < len(outcomes):
        share += f", {len(counted)} in product work or its skills"
    return Result("impact", round(points, 1), possible, because, (), share)


def _size(context: Context, statements: list[int]) -> float:
    """Their number, those of other trades counted in part."""
    return sum(1.0 if in_product(context.found, context.found.bullets[n]) else ELSEWHERE for n in statements)
