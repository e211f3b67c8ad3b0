"""Whether a quantity says what changed or was achieved (outcome), or only how large something was (scope)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spm_fit.extract.quantities import nouns
from spm_fit.extract.quantities.clauses import Governor, governor, nearest
from spm_fit.extract.quantities.lexicon import TURNS, VERBS, Role
from spm_fit.extract.quantities.pairs import Quantity, Relation
from spm_fit.model.finding import Sense

# So many characters before and after a quantity say what it is.
_BEFORE, _AFTER = 120, 90
_CHANGES = frozenset({Role.UP, Role.DOWN})
GAINS = frozenset({Role.WIN, Role.MAKE, Role.UP, Role.DOWN, Role.REMOVE})
_STEPS = frozenset({"to", "by", "from"})
_MARKS = frozenset({"below", "under", "above", "at", "past", "beyond", "over"})
_KEPT = ("kept", "keep", "maintain", "sustain", "held", "hold", "stay", "remain", "push")
_SPENDING = frozenset("spending costing paying investing building developing opening managing".split())
# From so many on, an audience is a success of what was launched, not a team.
_CROWD = 100
FROM_NOTHING = re.compile(r"\bfrom (?:nothing|scratch|zero|launch|inception|an idea|the ground up)\b[^.;]{0,60}$", re.IGNORECASE)  # fmt: skip
_ARRIVED = re.compile(r"(?:→|->|=>)\s*$")
_HOW_OFTEN = re.compile(r"\s?times\b")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")


@dataclass(frozen=True, slots=True)
class _Place:
    """A quantity with what stands around it."""

    quantity: Quantity
    text: str
    before: str
    after: str
    ruler: Governor
    opening: Role | None
    """The role of the verb that opens the sentence; None if no table has it."""

    @property
    def direct(self) -> bool:
        """Whether the quantity is the object of its verb, or sums up what is."""
        return not self.ruler.link or self.ruler.head in nouns.TOTALS


def sense(text: str, quantity: Quantity) -> Sense:
    """Outcome or scope, by the kind of the quantity and what governs it."""
    kind, relation = quantity.amount.type, quantity.relation
    if kind in {"multiplier", "score", "duration"} or relation in {Relation.CHANGE, Relation.AGAINST}:
        return Sense.OUTCOME
    place = _Place(
        quantity,
        text,
        text[max(0, quantity.start - _BEFORE) : quantity.start],
        text[quantity.end : quantity.end + _AFTER],
        governor(text, quantity.start),
        _opening(text[: min(60, quantity.start)]),
    )
    if relation is Relation.PART:
        return Sense.SCOPE if place.ruler.role is Role.HOLD else Sense.OUTCOME
    return Sense.OUTCOME if _RULES.get(kind, _count)(place) else Sense.SCOPE


def _opening(beginning: str) -> Role | None:
    words = [word.lower() for word in _WORD.findall(beginning)[:4]]
    return next((VERBS[word] for word in words if word in VERBS), None)


def _share(place: _Place) -> bool:
    """A percentage is a result unless it says how much of something is held, used or above a mark."""
    ruler = place.ruler
    if ruler.role in GAINS or _moved_to(place):
        return True
    if nouns.FRACTION.search(place.text, place.quantity.start, place.quantity.end):
        return _fraction(place)
    held = Role.HOLD in {ruler.role, place.opening if ruler.fragment else None}
    if nouns.OF_A_WHOLE.match(place.after) and (held or nouns.HELD_SHARE.search(place.before)):
        return False
    if ruler.link == "by" and ruler.head.endswith(("ed", "en", "wn")) and ruler.head not in VERBS:
        return False
    marked = ruler.link in {"above", "below"} and ruler.role in {None, Role.HOLD} and not ruler.fragment
    return not marked or ruler.word.startswith(_KEPT)


def _fraction(place: _Place) -> bool:
    ruler, after = place.ruler, place.after
    if nouns.GONE.match(after) or nouns.DONE.match(after) or nouns.OF_THE_COST.match(after):
        return True
    if nearest(place.text, place.quantity.start, GAINS):
        return True
    return bool(ruler.word) and place.direct and ruler.role is None and not nouns.HELD_SHARE.search(place.before)


def _money(place: _Place) -> bool:
    """Money is a result if it was gained, saved or changed; a budget or a company's sales are a size."""
    ruler, after = place.ruler, place.after
    if nouns.DONE.match(after) or nouns.SAVED.match(after):
        return True
    won = ruler.role is Role.WIN and not ruler.link
    if nouns.SIZE.match(after) and not (nouns.TAKEN.match(after) and won):
        return ruler.role in {Role.WIN, Role.REMOVE} and not ruler.link and not nouns.SIZE_ONLY.match(after)
    if ruler.fragment:
        return not ruler.link and place.opening is not Role.HOLD and bool(nouns.INCOME.match(after))
    if _moved_to(place) or nouns.BETTER.match(after):
        return True
    if place.direct:
        return ruler.role in GAINS or _freed(place)
    if ruler.link == "of" and ruler.head in nouns.RESULTS and ruler.role is not Role.HOLD:
        return True
    if ruler.link == "of":
        return ruler.role in GAINS and ruler.head not in nouns.SET_MARKS
    if ruler.link == "for":
        return ruler.word.startswith(("sold", "sell"))
    return ruler.role in GAINS and ruler.link in {*_STEPS, "into"}


def _freed(place: _Place) -> bool:
    """Whether a participle adds the sum as a result: "..., releasing $3M"."""
    ruler = place.ruler
    if not ruler.word.endswith("ing") or ruler.role is Role.HOLD or ruler.word in _SPENDING:
        return False
    return place.before.lower().rpartition(ruler.word)[0].endswith(", ")


def _count(place: _Place) -> bool:
    """A count is a result if it was won, freed or moved to; else it is how much was made or looked after."""
    ruler, after = place.ruler, place.after
    if _speaks_for_itself(place):
        return True
    if nouns.OF_THEM.match(after):
        return place.opening is not Role.HOLD
    won = bool(nouns.WINNABLE.match(after))
    if ruler.fragment and not ruler.link:
        return won and place.opening is Role.LAUNCH
    if place.direct:
        return ruler.role in {Role.WIN, Role.REMOVE, Role.DOWN} or (ruler.role in {Role.MAKE, Role.UP} and won)
    if ruler.link in _STEPS or ruler.link in _MARKS:
        return _moved_to(place) or (ruler.link == "by" and ruler.head in nouns.TAKEN_UP)
    if ruler.link == "into":
        return won and ruler.role in {Role.MAKE, Role.UP, Role.WIN}
    if ruler.link == "with":
        crowd = place.quantity.amount.value >= _CROWD and nouns.AUDIENCE.match(after)
        return bool(crowd) and ruler.role in {Role.LAUNCH, Role.MAKE}
    return ruler.link == "of" and ruler.head in nouns.RESULTS and ruler.role is not Role.HOLD


def _speaks_for_itself(place: _Place) -> bool:
    """Whether a count is a result whatever governs it: a rank, none at all, what came of them."""
    amount, after = place.quantity.amount, place.after
    if amount.unit == "rank" or amount.value == 0 or _HOW_OFTEN.match(after) or _ARRIVED.search(place.before):
        return True
    if nouns.SUCCESSES.match(after) and place.ruler.role is not Role.HOLD:
        return True
    return any(pattern.match(after) for pattern in (nouns.DONE, nouns.GONE, nouns.FEWER))


def _moved_to(place: _Place) -> bool:
    """Whether a change is measured by the quantity or ends at it: "grew by 40", "fell to 3", "dropped below 10"."""
    ruler = place.ruler
    if ruler.link == "to" and FROM_NOTHING.search(place.before):
        return True
    if ruler.link in _MARKS:
        return (VERBS.get(ruler.head) or TURNS.get(ruler.head)) in _CHANGES
    agent = ruler.link == "by" and ruler.head.endswith("ed") and ruler.head not in VERBS
    return ruler.link in _STEPS and not agent and nearest(place.text, place.quantity.start, _CHANGES) is not None


_RULES: dict[str, Callable[[_Place], bool]] = {"percent": _share, "currency": _money, "count": _count}
