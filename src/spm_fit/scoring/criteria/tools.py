"""Tools and credentials: software named, a degree, a certificate."""

from __future__ import annotations

from spm_fit.model.report import Because, Part, Result
from spm_fit.model.taxonomy import SkillKind
from spm_fit.scoring.context import Context, by_id

_DEGREES = {"bachelor", "master", "doctorate"}


def tools(context: Context) -> Result:
    """Tools that the role names count whole, others part; so does a certificate of another trade."""
    possible, scale = context.role.points("tools"), context.role.scale.tools
    kinds = by_id(context.taxonomy)
    named = [m for m in context.best.values() if m.kind is SkillKind.TOOL]
    worth = sum(1.0 if m.skill in context.role.tools else scale.other_tool for m in named)
    degrees = [e for e in context.found.education if e.level in _DEGREES]
    certificates = [
        m for m in context.best.values() if m.kind is SkillKind.CREDENTIAL and kinds[m.skill].area == "certificate"
    ]
    own = any(m.skill == "product-certification" for m in certificates)
    certified = 1.0 if own else scale.other_certificate * bool(certificates)
    parts = (
        Part("tools", possible * scale.tools, min(1.0, worth / scale.enough), worth, scale.enough),
        Part("degree", possible * scale.degree, float(bool(degrees)), len(degrees), 1),
        Part("certificate", possible * scale.certificate, certified, certified, 1),
    )
    first = sorted(named, key=lambda m: (m.skill not in context.role.tools, m.span.start))
    because = [Because(kinds[m.skill].name, m.span) for m in [*first, *certificates]]
    because += [Because(f"{e.level} degree", e.span) for e in degrees]
    missing = [tool for tool in context.role.tools if tool not in context.best]
    return Result.of("tools", possible, parts, because, missing)
