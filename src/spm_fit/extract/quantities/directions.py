"""Which way a result went."""

from __future__ import annotations

import re

from spm_fit.extract.quantities.clauses import nearest
from spm_fit.extract.quantities.lexicon import TURNS, VERBS, Role
from spm_fit.extract.quantities.pairs import Quantity, Relation
from spm_fit.extract.quantities.senses import FROM_NOTHING, GAINS
from spm_fit.model.finding import Sense

_WAYS = {Role.UP: "up", Role.WIN: "up", Role.MAKE: "up", Role.DOWN: "down", Role.REMOVE: "down"}
_TO_BELOW = re.compile(r"\b(?:to|at) (?:under|below|less than) $", re.IGNORECASE)
_BELOW = re.compile(r"\s(?:under|below|less|off)\b(?! (?:a|an|the|my|our)\b)", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_CLAUSE_END = re.compile(r"[,;:.](?=\s)|\)")
# So many words after a quantity turn it, or, where no verb stands before it, govern it.
_TURNING, _GOVERNING = 2, 7


def direction(text: str, quantity: Quantity, sense: Sense) -> str:
    """``up``, ``down`` or ``none``: by the two numbers, the sign, or the nearest word that says so. A size goes nowhere."""
    if sense is Sense.SCOPE:
        return "none"
    before, after = text[max(0, quantity.start - 120) : quantity.start], text[quantity.end : quantity.end + 50]
    single = quantity.relation is Relation.SINGLE
    if _BELOW.match(after) or (single and _TO_BELOW.search(before)):
        return "down"
    way = quantity.rise or {"-": -1, "+": 1}.get(quantity.amount.sign, 0)
    if way or FROM_NOTHING.search(before):
        return "down" if way < 0 else "up"
    words = [word.lower() for word in _WORD.findall(_CLAUSE_END.split(after)[0])]
    turned = next((TURNS[word] for word in words[:_TURNING] if word in TURNS), None)
    role = turned or nearest(text, quantity.start, GAINS) or _behind(words[:_GOVERNING])
    return _WAYS[role] if role else "none"


def _behind(words: list[str]) -> Role | None:
    roles = (VERBS.get(word) or TURNS.get(word) for word in words)
    return next((role for role in roles if role in GAINS), None)
