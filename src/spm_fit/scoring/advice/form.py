"""The form of the whole: how to reach the author, the sections readers look for, where education stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spm_fit.model.document import Span
from spm_fit.model.finding import Contact, Section
from spm_fit.scoring.advice.change import Change
from spm_fit.scoring.context import Context

_CONTACTS = (("linkedin", "your LinkedIn address"), ("email", "an e-mail address"), ("phone", "a phone number"))
_NOWHERE = Span(0, 0)


def contacts(context: Context) -> Iterator[Change]:
    """A way to reach the author that is missing."""
    known = {contact.kind for contact in context.found.contacts}
    for kind, what in _CONTACTS:
        if kind not in known:
            after = replace(context.found, contacts=(*context.found.contacts, Contact(_NOWHERE, kind)))
            yield Change("no-contact", f"Add {what} at the top", "presentation", None, after)


def sections(context: Context) -> Iterator[Change]:
    """A section that readers and programs look for."""
    names = {section.name for section in context.found.sections}
    for name in ("experience", "education", "skills"):
        if name not in names:
            after = replace(context.found, sections=(*context.found.sections, Section(name, None, _NOWHERE)))
            text = f'Put it under a heading that says "{name.capitalize()}"'
            yield Change("no-section", text, "presentation", None, after)


def order(context: Context) -> Iterator[Change]:
    """Education behind the experience, once that is long enough to come first."""
    found = context.found
    studies = tuple(section for section in found.sections if section.name == "education")
    if not studies:
        return
    others = tuple(section for section in found.sections if section.name != "education")
    years = context.work_months.middle / 12
    text = f"Move education below experience: you have {years:.0f} years of work to show first"
    hint = "education comes first only when it is recent and the experience short"
    yield Change(
        "education-first", text, "presentation", studies[0].heading, replace(found, sections=(*others, *studies)), hint
    )
