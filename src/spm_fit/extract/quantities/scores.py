"""Ratings: a number is one where a rating stands by it; points of a rate are percentage points."""

from __future__ import annotations

import re
from dataclasses import replace

from spm_fit.extract.quantities.pairs import Quantity, Relation

_RATING = (
    r"\b(?:e?nps|csat|ces|sus|osat|ratings?|rated|scores?|promoter|satisfaction|trustpilot|glassdoor|lighthouse|yelp)\b"
)
_RATED = re.compile(_RATING, re.IGNORECASE)
# Between "rating" and its number no other nouns stand than these.
_RATED_BEFORE = re.compile(
    rf"{_RATING}(?:\s+(?:scores?|ratings?|index|points?))?"
    r"(?:\W+(?:[a-z]+ly|was|is|of|at|to|from|rose|up|down|went|increased|improved|reached|grew|climbed|moved|fell|by|a|the|above|over|rise|now|below|app|store|average)\b)*\W+$",
    re.IGNORECASE,
)
_RATED_AFTER = re.compile(r"\s(?:points?\s)?(?:(?:in|on)\s)?(?:e?nps|csat)\b|\s(?:\w+\s){0,3}rating\b", re.IGNORECASE)
_RATES = re.compile(
    r"\b(?:margins?|retention|rates?|conversion|churn|share|yield|utili[sz]ation|occupancy|penetration|adoption|attrition|turnover)\b",
    re.IGNORECASE,
)
_THINGS = re.compile(r"\s+[a-z]+s\b")
# No scale of ratings goes further.
_BEST = 100


def rated(text: str, quantity: Quantity) -> Quantity:
    """The quantity as a score, as a percentage or as a count, by what stands around it."""
    amount, printed = quantity.amount, text[quantity.start : quantity.end]
    before, after = text[max(0, quantity.start - 60) : quantity.start], text[quantity.end : quantity.end + 40]
    if amount.type == "score" and amount.unit == "points" and not _RATED.search(text):
        if "out of" in printed:
            return replace(quantity, amount=replace(amount, type="count", unit=""))
        if "/" not in printed and _RATES.search(before):
            return replace(quantity, amount=replace(amount, type="percent", unit="pp"))
    bare = amount.type == "count" and amount.plain and amount.value <= _BEST and quantity.relation is not Relation.PART
    if bare and ((_RATED_BEFORE.search(before) and not _THINGS.match(after)) or _RATED_AFTER.match(after)):
        return replace(quantity, amount=replace(amount, type="score", unit="points"))
    return quantity
