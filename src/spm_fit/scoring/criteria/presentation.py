"""Presentation: two pages, the sections readers look for, contact, LinkedIn, where education stands."""

from __future__ import annotations

from spm_fit.model.report import Because, Part, Result
from spm_fit.scoring.context import Context

_EXPECTED = ("experience", "education", "skills")
_SAYS = {
    "pages": "longer than two pages",
    "sections": "a usual section is missing",
    "contact": "e-mail or phone missing",
    "linkedin": "no LinkedIn address found",
    "order": "education stands before experience",
}


def presentation(context: Context) -> Result:
    """Pages, sections, contact, LinkedIn, order."""
    possible, found, scale = context.role.points("presentation"), context.found, context.role.scale.presentation
    contacts = {contact.kind for contact in found.contacts}
    names = [section.name for section in found.sections]
    present = [name for name in _EXPECTED if name in names]
    # Formats without pages are not printed yet; how many there will be is the printer's to say.
    pages = found.document.quality.pages or 0
    shares = {
        "pages": (max(0.0, 1 - scale.page_costs * max(0.0, pages - scale.pages)), pages, scale.pages),
        "sections": (len(present) / len(_EXPECTED), len(present), len(_EXPECTED)),
        "contact": (len(contacts & {"email", "phone"}) / 2, len(contacts & {"email", "phone"}), 2),
        "linkedin": (float("linkedin" in contacts), float("linkedin" in contacts), 1),
        "order": (order := _order(context, names), order, 1),
    }
    weights = {"pages": scale.length, "sections": scale.sections, "contact": scale.contact}
    weights |= {"linkedin": scale.linkedin, "order": scale.order}
    parts = [Part(name, possible * weights[name], *values) for name, values in shares.items()]
    because = [
        Because(f"{section.name} section", section.heading) for section in found.sections if section.name in _EXPECTED
    ]
    because += [Because(contact.kind, contact.span) for contact in found.contacts]
    missing = [f"{name} section" for name in _EXPECTED if name not in names]
    missing += [kind for kind in ("email", "phone", "linkedin") if kind not in contacts]
    wrong = [_SAYS[part.id] for part in parts if part.share < 1]
    return Result.of(
        "presentation", possible, parts, because, missing, ", ".join(wrong[:2]) if wrong else "nothing to mend"
    )


def _order(context: Context, names: list[str]) -> float:
    """Education comes first only where the experience is short; it fades, so that no month of work ever costs."""
    scale = context.role.scale.presentation
    if "education" not in names or "experience" not in names:
        return float("experience" in names)
    # In a sidebar education stands beside experience, whichever column is read first.
    beside = context.found.document.quality.columns > 1
    if beside or names.index("experience") < names.index("education"):
        return 1.0
    years = context.work_months.middle / 12
    return min(1.0, max(0.0, (scale.education_last - years) / (scale.education_last - scale.education_first)))
