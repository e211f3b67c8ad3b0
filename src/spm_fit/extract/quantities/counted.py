"""Whether a bare number counts something: what follows it, or what leads to it, must say what."""

from __future__ import annotations

import re

from spm_fit.extract.quantities.amounts import Amount
from spm_fit.extract.quantities.lexicon import VERBS
from spm_fit.extract.quantities.pairs import Quantity, Relation

_YEAR = re.compile(r"(?:19[5-9]\d|20[0-4]\d)")
_PLURAL = re.compile(r"\+?\s+(?:[\w'’/-]+\s+){0,3}?[\w'’-]+s\b")
_COUNTED_NEXT = re.compile(r"\s+(?:[a-z-]+\s+)?[a-z][a-z'’-]+s\b")
_TIMELY = re.compile(
    r"\b(?:in|since|during|the|and|for|by|until|till|from|to|between|of|early|mid|late|fall|spring|summer|winter|autumn|through|after|before|year|class|fiscal|fy|[12]\d{3}|[A-Z][a-z]+)[\s,/&-]*$"
)
_NO_NOUN = re.compile(
    r"\s*(?:$|[.;:)!?,/|]|(?:and|or|of(?! (?:them|these|those|which|whom|my|our|its|their|his|her)\b)|in|on|at|by|for|to|with|as|from|the|a|an|is|was|were|that|which|while|when|per|across|including|within|after|before|during|through|into|over|under)\b(?!/))",
    re.IGNORECASE,
)
_LED_TO = re.compile(
    r"\b(?:of|to|by|from|with|over|than|about|approximately|nearly|totall?ing|only|under|around|almost|above|exceeding|at|reached|hit|averaging)\s+\W?$",
    re.IGNORECASE,
)
# "8-person", "32-bed": the compound counts; "two-way", "12-lead" name a kind.
_COMPOUND = re.compile(
    r"-(?!(?:person|people|member|man|woman|men|strong|country|state|city|store|site|market|bed|seat|room|unit|location|engineer|developer|team|student|employee|client|customer|patient|user|partner"
    r"|acre|hectare|vehicle|truck|van|bus|ship|crew|cover|school|branch|hospital|plant|office|property|apartment|home|table|brand|attendee|participant|volunteer|staff|node|server"
    r"|rep|agent|nurse|teacher|channel|region|department|square|sq|story|storey|lane|mile|km|kw|mw|stakeholder|vendor|supplier|designer|analyst|company|agency|screen|guest|capacity|pupil|child|resident|household|line|station|bay|door)s?\b)[a-z]",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:^|[^.!?:•(]\s|[(]\s?)([A-Z][\w.]*)\s$")
_FROM_ZERO = re.compile(r"\b(?:from|near|of)\s+$", re.IGNORECASE)
_ARRIVED = re.compile(r"(?:→|->|=>)\s*$")
_SEASONS = re.compile(r"\s+(?:(?:consecutive|busy|full|long)\s)?(?:weekends|nights|seasons|semesters|terms|summers|winters|decades|evenings|mornings|afternoons)\b", re.IGNORECASE)  # fmt: skip
# "5 nights a week", "won 2-1"
_SHIFTS = re.compile(r"\s+(?:nights?|evenings?|mornings?|shifts?|afternoons?)\s(?:a|per)\b|-\d", re.IGNORECASE)
_DURING = re.compile(r"\b(?:in|over|for|during|within|past|last|about|nearly)\s$", re.IGNORECASE)
_MANY = re.compile(r"(?:tens|dozens|hundreds|thousands|millions|billions)\b")
# "Sixteen years in energy, thirteen of them in product"
_OF_THE_YEARS = re.compile(r"\byears?\b[^.;]{0,40},\s*$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of (?:them|those|these|which)\b")
_DATA = re.compile(r"\s?(?:[KMGTP]i?B|FTEs?|MW|GW|kW|MWh|sq|KPIs|SKUs|PMs)\b")


def counts_something(text: str, quantity: Quantity) -> bool:
    """False for a year, a version, the number in a name, a part of a compound."""
    first = quantity.amount if quantity.relation is Relation.SINGLE else min((quantity.amount, quantity.other or quantity.amount), key=lambda a: a.start)  # fmt: skip
    before, after = text[max(0, first.start - 80) : first.start], text[quantity.end : quantity.end + 80]
    if quantity.relation in {Relation.PART, Relation.CHANGE} or _ARRIVED.search(before):
        return True
    if _SEASONS.match(after) and _DURING.search(before):
        return False
    if _COMPOUND.match(after) or _SHIFTS.match(after) or (quantity.amount.value == 0 and _FROM_ZERO.search(before)):
        return False
    if not quantity.amount.plain:
        return True
    if quantity.amount.single:
        return False
    printed = text[first.start : first.end].lower()
    if (printed == "two" and before.lower().endswith(" the ")) or (
        _OF_THE_YEARS.search(before) and _OF_THEM.match(after)
    ):
        return False
    if _MANY.match(printed):
        return True
    if _NO_NOUN.match(after):
        return bool(_LED_TO.search(before)) or quantity.amount.value >= 1000
    if _DATA.match(after):
        return True
    named = _NAME_BEFORE.search(before)
    if named and named.start() == 0 and (named[1].endswith("ed") or named[1].lower() in VERBS):
        named = None
    return not (named and len(named[1]) > 1 and not _PLURAL.match(after) and quantity.amount.value < 1000)


def is_year(text: str, amount: Amount) -> bool:
    """Whether a bare number is a year: "in 2012", "the 2024 audits", not "2000 users"."""
    printed = text[amount.start : amount.end]
    before, after = text[max(0, amount.start - 30) : amount.start], text[amount.end : amount.end + 60]
    if not amount.plain or not _YEAR.fullmatch(printed.strip("~<>")):
        return False
    if not _COUNTED_NEXT.match(after):
        return True
    return bool(_TIMELY.search(before)) and (printed not in {"2000", "1950"} or before.rstrip().endswith((" in", " since", " from", "In")))  # fmt: skip
