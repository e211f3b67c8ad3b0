"""Presentation: two pages, the sections readers look for, contact, LinkedIn, where education stands."""

from __future__ import annotations

from spm_fit.model.report import Because, Result
from spm_fit.scoring.context import Context

PAGES = 2
# About two full pages, for formats that have none.
WORDS = 1200
_EXPECTED = ("experience", "education", "skills")
_RECENT_MONTHS = 36


def presentation(context: Context) -> Result:
    """Five equal parts: length, sections, contact, LinkedIn, order."""
    possible = context.role.points("presentation")
    found = context.found
    quality = found.document.quality
    contacts = {contact.kind for contact in found.contacts}
    names = [section.name for section in found.sections]
    present = [name for name in _EXPECTED if name in names]
    short = quality.pages <= PAGES if quality.pages is not None else quality.words <= WORDS
    parts = {
        "more than two pages": float(short),
        "sections": len(present) / len(_EXPECTED),
        "e-mail or phone": ("email" in contacts) / 2 + ("phone" in contacts) / 2,
        "LinkedIn address": float("linkedin" in contacts),
        "order": float(_in_order(context, names)),
    }
    because = [
        Because(f"{section.name} section", section.heading) for section in found.sections if section.name in _EXPECTED
    ]
    because += [Because(contact.kind, contact.span) for contact in found.contacts]
    missing = [f"{name} section" for name in _EXPECTED if name not in names]
    missing += [kind for kind in ("email", "phone", "linkedin") if kind not in contacts]
    points = possible * sum(parts.values()) / len(parts)
    return Result("presentation", round(points, 1), possible, tuple(because), tuple(missing), _words(parts))


def _in_order(context: Context, names: list[str]) -> bool:
    """Education comes first only where the experience is short."""
    if "education" not in names or "experience" not in names:
        return "experience" in names
    # In a sidebar education stands beside experience, whichever column is read first.
    beside = context.found.document.quality.columns > 1
    first = names.index("experience") < names.index("education")
    return beside or first or context.product_months.high < _RECENT_MONTHS


def _words(parts: dict[str, float]) -> str:
    texts = {
        "more than two pages": "longer than two pages",
        "sections": "a usual section is missing",
        "e-mail or phone": "e-mail or phone missing",
        "LinkedIn address": "no LinkedIn address found",
        "order": "education stands before experience",
    }
    wrong = [texts[name] for name, value in parts.items() if value < 1]
    return ", ".join(wrong[:2]) if wrong else "nothing to mend"
