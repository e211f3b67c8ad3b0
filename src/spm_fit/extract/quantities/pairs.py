"""Two numbers that are one quantity: a change, a range, a part of a whole, a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from spm_fit.extract.quantities.amounts import SECONDS, Amount
from spm_fit.extract.quantities.clauses import governor


class Relation(StrEnum):
    """What a quantity's numbers are to each other."""

    SINGLE = "single"
    RANGE = "range"
    CHANGE = "change"
    PART = "part"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One or two amounts read as one. `amount` is the one that holds (the later of a change), `other` what it is compared with."""

    start: int
    end: int
    amount: Amount
    other: Amount | None = None
    relation: Relation = Relation.SINGLE

    @property
    def rise(self) -> int:
        """1 if the quantity grew or is above what it is compared with, -1 if it fell or is below, else 0."""
        if self.other is None or self.relation in {Relation.RANGE, Relation.PART}:
            return 0
        now, then = _size(self.amount), _size(self.other)
        return (now > then) - (now < then)


_ABOUT = r"(?:(?:a|an|about|over|just|just over|just under|around|nearly|almost|approximately|approx\.|roughly|more than|less than|fewer than|under|up to|only|an average of|minus|the|some|as (?:low|high|few|much|many) as)\s+)*"
_WORDS = r"(?:[\w/%$€£'’&-]+\s+){0,6}?"
_TARGET = r"(?:(?:the|a|an|our|its|their|his|her|planned|target(?:ed)?|goal|budget(?:ed)?|industry|average|benchmark|of|expected|previous|prior|original|forecast|plan|peer|median|national|regional|company|team|sector|baseline)\s+)*"

_ARROW = re.compile(r"\s*(?:→|->|=>|⇒|➔|-->|>>)\s*|\s[\w%]+\s*(?:→|->|⇒)\s*")
_DASH = re.compile(r"\s?[-–—]\s?|\s?~\s?")
_TO = re.compile(rf"\s+(?P<way>down |up |on )?(?:to|through)\s+{_ABOUT}", re.IGNORECASE)
_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_FAR_TO = re.compile(rf"(?:\s+|-)(?:{_WORDS})(?:down |up )?to\s+{_ABOUT}", re.IGNORECASE)
_OF = re.compile(
    r"(?:\s+of)?(?:\s+\w+)?\s+(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+|my\s+|its\s+|their\s+|his\s+|her\s+|a total of )?(?:\w+\s)?",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|our|all|my|its|their|his|her|a total of|a possible)\s+)?(?:top\s+)?", re.IGNORECASE
)
_IN = re.compile(r"\s+in\s+(?:every\s+)?", re.IGNORECASE)
# What was before stands behind: "40% (from 31%)", "340 shops, from 25".
_BACK_FROM = re.compile(rf"(?:(?:\s+[\w/-]+){{0,3}}?(?:,\s*|\s*\()(?:(?:up|down|reduced|increased|grown|improved)\s+)?|\s+(?:(?:up|down)\s+)?)from\s+(?:an? )?(?:[a-z]+\s+)?{_ABOUT}", re.IGNORECASE)  # fmt: skip
_WAS = re.compile(rf",?\s*\(?(?:was|previously|before:?|formerly|before it was)\s+{_ABOUT}", re.IGNORECASE)
_VERSUS = re.compile(rf"(?:\s+[\w/-]+){{0,3}}?,?\s*\(?(?:vs\.?|versus|against|compared (?:to|with)|as opposed to)\s+{_TARGET}{_ABOUT}", re.IGNORECASE)  # fmt: skip
_INSTEAD = re.compile(rf"(?:\s+[\w/-]+){{0,3}}?,?\s+(?:instead of|rather than)\s+{_ABOUT}", re.IGNORECASE)
_BEFORE_NOW = re.compile(r"\s+before(?:hand)?(?:,| and)?\s+(?:(?:now|and now|currently)\s+)?", re.IGNORECASE)
_AS_LARGE = re.compile(r"\s+(?:and|to|or)\s+as\s+\w+\s+as\s+", re.IGNORECASE)
_INTO = re.compile(r"\s+(?:[\w'’/-]+\s+){0,6}?(?:into|under|to|down to)\s+(?:just |only |a single |)", re.IGNORECASE)
# A screen less now: "nine screens ...; now it takes four".
_NOW_IT = re.compile(
    r"\s[^.;]{0,60}?[;,.]\s(?:now (?:it )?(?:takes|is|needs|has)|today (?:it )?(?:takes|is))\s+", re.IGNORECASE
)
_FROM = re.compile(rf"\bfrom\s+{_ABOUT}$", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s+{_ABOUT}$", re.IGNORECASE)
_SPREAD = re.compile(
    r"\b(?:rang\w+|vary\w*|varied|anywhere|spanning|everything|sizes?|sized|budgets|ages?|teams|groups|classes|companies|clients|projects)\s+(?:in\s+\w+\s+)?from\s+[^\d]{0,12}$",
    re.IGNORECASE,
)
_MERGE = re.compile(
    r"\b(?:consolidat|merg|combin|collaps|condens|unif|unit(?:ed|ing)\b|fold(?:ed|ing)\b|bring|brought|turn|reduc|cut|trimm|shr[aiu]nk|rationali[sz]|simplif|compress|streamlin|narrow|integrat|conver[gt]|went|go)\w*\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:cut|reduc|lower|increas|rais|grew|grow|lift|improv|boost|mov|dropp|shorten|decreas|scal|expand|took|tak|brought|bring|went|go|rose|fell|climb|slash|push|accelerat|nps|csat|rating|score)\w*\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_THINGS = re.compile(r"\+?\s+(?:[a-z-]+\s+)?[a-z-]+s\b")
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_MEASURE = re.compile(r"\w\s$")
# "by 5 to 7%" is a range, "by 5,000 to 22,000" a step and a level.
_WIDEST_STEP = 2.5
_TEN = 10
# So many characters apart two numbers can still be one quantity.
_FARTHEST = 120


def quantities(text: str, amounts: list[Amount]) -> Iterator[Quantity]:
    """The amounts of a sentence, those that belong together as one."""
    index = 0
    shares = list(_shares(text, amounts))
    while index < len(shares):
        first = shares[index]
        second = shares[index + 1] if index + 1 < len(shares) else None
        joined = _joined(text, first, second) if second is not None else None
        yield joined or Quantity(first.start, first.end, first)
        index += 2 if joined else 1


def _shares(text: str, amounts: list[Amount]) -> Iterator[Amount]:
    """The amounts, "seven in ten" as 70 %."""
    index = 0
    while index < len(amounts):
        share = _share(text, *amounts[index : index + 2])
        yield share or amounts[index]
        index += 2 if share else 1


def _share(text: str, first: Amount, second: Amount | None = None) -> Amount | None:
    if second is None or not (first.plain and second.plain and first.value < second.value == int(second.value)):
        return None
    between = text[first.end : second.start]
    whole = second.value == _TEN or first.value == 1 or "every" in between
    if not _IN.fullmatch(between) or not whole or (second.value > _TEN and not first.single):
        return None
    share = 100 * first.value / second.value
    return Amount(first.start, second.end, round(share, 1 if share >= 1 else 4), "percent", "%")


def _joined(text: str, first: Amount, second: Amount) -> Quantity | None:
    if second.start - first.end > _FARTHEST:
        return None
    if second.plain and not first.plain and _THINGS.match(text, second.end):
        # "$3M to 450 borrowers"
        return None
    pair = _fitted(first, second)
    if pair is None:
        return None
    first, second = pair
    relation = _relation(text, first, second)
    if relation is None:
        return None
    kind, later = relation
    amount, other = (second, first) if later else (first, second)
    end = second.end + (text.startswith(")", second.end) and "(" in text[first.end : second.start])
    return Quantity(first.start, end, amount, other, kind)


def _fitted(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """Both with their common type and unit, a bare number taking the other's; None if they are of two kinds."""
    if second.plain and not first.plain and first.type != "multiplier":
        return first, replace(second, type=first.type, unit=first.unit, plain=False)
    if first.plain and not second.plain and (second.type != "multiplier" or first.value < 100):
        # "$3 to $5M" and "3 to 5M" have one scale.
        return replace(first, type=second.type, unit=second.unit, plain=False), second
    if {first.type, second.type} == {"count", "currency"}:
        # "$400k to 1.1M"
        unit = first.unit or second.unit
        return replace(first, type="currency", unit=unit), replace(second, type="currency", unit=unit)
    currencies = first.type == second.type == "currency" and first.unit != second.unit and second.unit
    return (first, second) if first.type == second.type and not currencies else None


def _relation(text: str, first: Amount, second: Amount) -> tuple[Relation, bool] | None:
    """How the first number is related to the second, and whether the second is the one that holds."""
    between, before = text[first.end : second.start], text[max(0, first.start - 80) : first.start]
    if _ARROW.fullmatch(between):
        return Relation.CHANGE, True
    if _FROM.search(before) and _FAR_TO.fullmatch(between):
        return (Relation.RANGE if _SPREAD.search(before) else Relation.CHANGE), True
    for pattern, kind, later in _CONNECTIVES:
        if pattern.fullmatch(between):
            return kind, later
    if first.single and not second.plain:
        return None
    if first.plain and second.plain and first.value <= second.value and _OF.fullmatch(between):
        return Relation.PART, False
    if (to := _TO.fullmatch(between)) is not None:
        if _BY.search(before) and second.value > _WIDEST_STEP * first.value:
            return None
        ruler = governor(text, first.start)
        # "CTR 0.8% to 2.6%": behind the name of a measure two numbers are then and now.
        measure = ruler.fragment and not ruler.link and _MEASURE.search(before)
        changed = to["way"] or measure or second.value < first.value or _RAISED.search(before)
        return (Relation.CHANGE if changed else Relation.RANGE), True
    if _DASH.fullmatch(between) or (_OR.fullmatch(between) and first.value < second.value <= first.value + 2):
        return (Relation.RANGE, True) if second.value > first.value and not second.sign else None
    if _AND.fullmatch(between) and _BETWEEN.search(before):
        return Relation.RANGE, True
    if _INTO.fullmatch(between) and second.value < first.value and _MERGE.search(before):
        return Relation.CHANGE, True
    return None


_CONNECTIVES = (
    (_BACK_FROM, Relation.CHANGE, False),
    (_WAS, Relation.CHANGE, False),
    (_INSTEAD, Relation.CHANGE, False),
    (_VERSUS, Relation.AGAINST, False),
    (_AS_LARGE, Relation.RANGE, True),
    (_BEFORE_NOW, Relation.CHANGE, True),
    (_NOW_IT, Relation.CHANGE, True),
)


def _size(amount: Amount) -> float:
    value = amount.value * SECONDS.get(amount.unit, 1) if amount.type == "duration" else amount.value
    return -value if amount.sign == "-" else value
