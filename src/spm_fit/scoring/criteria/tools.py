"""Tools and credentials: software named, a degree, a certificate."""

from __future__ import annotations

from spm_fit.model.report import Because, Result
from spm_fit.model.taxonomy import SkillKind
from spm_fit.scoring.context import Context

# A tool that the role's documents name counts whole, any other half; so many are enough.
ENOUGH = 4.0
_TOOLS, _DEGREE, _CERTIFICATE = 0.5, 0.3, 0.2
_DEGREES = {"bachelor", "master", "doctorate"}


def tools(context: Context) -> Result:
    """Half of the points for tools, the rest for a degree and a certificate."""
    possible = context.role.points("tools")
    kinds = {skill.id: skill for skill in context.taxonomy.skills}
    named = [m for m in context.best.values() if m.kind is SkillKind.TOOL]
    worth = sum(1.0 if m.skill in context.role.tools else 0.5 for m in named)
    degrees = [e for e in context.found.education if e.level in _DEGREES]
    certificates = [
        m for m in context.best.values() if m.kind is SkillKind.CREDENTIAL and kinds[m.skill].area == "certificate"
    ]
    share = (
        _TOOLS * min(1.0, worth / ENOUGH)
        + _DEGREE * bool(degrees)
        + _CERTIFICATE
        * (1.0 if any(m.skill == "product-certification" for m in certificates) else 0.5 * bool(certificates))
    )
    first = sorted(named, key=lambda m: (m.skill not in context.role.tools, m.span.start))
    because = [Because(kinds[m.skill].name, m.span) for m in [*first, *certificates]]
    because += [Because(f"{e.level} degree", e.span) for e in degrees]
    missing = tuple(tool for tool in context.role.tools if tool not in context.best)
    return Result("tools", round(possible * share, 1), possible, tuple(because), missing)
