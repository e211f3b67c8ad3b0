"""Time is a metric where speed is the point: saved, shortened, or met; a contract or a career is none."""

from __future__ import annotations

import re
from enum import StrEnum

from spm_fit.extract.quantities.clauses import Governor, governor, stripped
from spm_fit.extract.quantities.lexicon import Role
from spm_fit.extract.quantities.pairs import Quantity, Relation

_SHORTER = frozenset({Role.DOWN, Role.REMOVE})
_AHEAD = re.compile(
    r"\s*(?:early\b|earlier|faster|sooner|ahead|quicker|less\b|saved|shorter|under (?:schedule|plan|target)|before (?:the )?(?:deadline|schedule|plan|due)|in advance)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:in|within|inside|under|in under|less than|just|only|in only|in just)\s+(?:(?:the\s+)?first\s+|as little as\s+|fewer than\s+|less than\s+|under\s+|about\s+|around\s+|just\s+|only\s+|a mere\s+|a record\s+|a period of\s+)*~?$",
    re.IGNORECASE,
)
_WINDOW_BEFORE = re.compile(
    r"\b(?:in|within|over|during|inside)\s+(?:a|an|the|its|our|their|his|her)\s+$", re.IGNORECASE
)
_WINDOW = re.compile(
    r"[\s-]*(?:period|time ?frame|window|span|timeline|deadline|sla|turnaround|target)\b", re.IGNORECASE
)
_TURNAROUND = re.compile(r"\b(?:turnaround|turn-around|response|lead|cycle|delivery|resolution|handling|tat|sla|time)(?: times?)?(?: of| at| to| under| below|:)?\s+(?:about |under |less than |just |only )?$", re.IGNORECASE)  # fmt: skip
_KEPT = re.compile(r"\b(?:kept|keeping|limited|limiting|held|holding|down|reduced|cut)\b[^.;]{0,50}\bto\s+$", re.IGNORECASE)  # fmt: skip
_NONE_LONGER = re.compile(
    r"\b(?:no|never|none|not (?:one|a single))\b[^.;]{0,80}\b(?:more than|longer than|over|beyond)\s+$", re.IGNORECASE
)
_BACK = re.compile(r"\b(?:gave|giv(?:e|ing|en)|hand\w+|return\w*|bought|buy)\b[^.;]{0,60}\bback\s+$", re.IGNORECASE)
_FORWARD = re.compile(
    r"\b(?:brought|bring|bringing|pull\w*|mov\w+|accelerat\w+|advanc\w+)\b[^.;]{0,60}\b(?:forward|in|up|ahead)?\s*by\s+$",
    re.IGNORECASE,
)
# A stretch that is planned, worked or studied.
_PLANNED = re.compile(
    r"[\s-]*(?:(?:long|fixed|rolling|intensive|paid|full-time|part-time)\s)?(?:period|programs?|programmes?|contracts?|plans?|internships?|courses?|of experience|experience|sprints?|shifts?|cycles?|roadmaps?|strateg\w+|visits?|sessions?|workshops?|classes|meetings?|stand-?ups?|slots?|blocks?|breaks?|notice|residenc\w+|placements?|rotations?|assignments?|engagements?|warranty|training|certification|bootcamp|camps?|tours?|projects?|old\b|prior|ago\b|later|apart|in a row|running\b|straight\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:within|under|less than)\s$", re.IGNORECASE)
_RHYTHM = re.compile(
    r"\s*(?:a|an|per|/|each|every)\s*(?:day|week|month|year|shift)|\s*(?:weekly|daily)\b", re.IGNORECASE
)
_SINCE = re.compile(r"(?<!\bby )(?<!saved )(?<!saving )\bover\s+$", re.IGNORECASE)
_OF_MATTER = re.compile(
    r"\sof (?:\w+ ){0,2}?(?:training|content|video|footage|instruction|teaching|service|volunteering|volunteer|audio|interviews|tutoring|data|material|coaching|programming|research|testing|coursework)\b",
    re.IGNORECASE,
)
_LONG = frozenset({"year", "quarter"})


class Timing(StrEnum):
    """What became of a stretch of time."""

    CHANGED = "changed"
    SAVED = "saved"
    GAINED = "gained"
    MET = "met"
    SIZE = "size"
    """Hours of a matter: of training, of footage."""

    def direction(self, rise: int) -> str:
        """``up``, ``down`` or ``none``; `rise` is the sign of a change."""
        way = {Timing.SAVED: -1, Timing.GAINED: 1, Timing.CHANGED: rise}.get(self, 0)
        return "up" if way > 0 else "down" if way else "none"


def timing(text: str, quantity: Quantity) -> Timing | None:
    """What became of the time; None where it is no metric."""
    if quantity.relation in {Relation.CHANGE, Relation.AGAINST}:
        return Timing.CHANGED
    if quantity.amount.value == 1 and text[quantity.start] in "aA" and not _WITHIN.search(text[: quantity.start]):
        return None
    before, after = text[max(0, quantity.start - 120) : quantity.start], text[quantity.end : quantity.end + 60]
    ruler = governor(text, quantity.start)
    if not _SINCE.search(before) and _governs(ruler, after):
        longer = (ruler.role is Role.UP and ruler.link != "by") or ruler.word.startswith("exten")
        return Timing.GAINED if longer else Timing.SAVED
    if _AHEAD.match(after) or _BACK.search(before) or _FORWARD.search(before):
        return Timing.SAVED
    if quantity.amount.unit not in _LONG and _is_met(before, after):
        return Timing.MET
    if _OF_MATTER.match(after) and quantity.amount.unit in {"hour", "minute"}:
        return Timing.SIZE
    return None


def _governs(ruler: Governor, after: str) -> bool:
    """Whether a verb of saving or shortening has the time as its object or its measure."""
    if ruler.link == "by":
        return ruler.role in _SHORTER or ruler.role is Role.UP or ruler.word.startswith("exten")
    if ruler.link == "of":
        return ruler.head in {"savings", "saving", "reduction", "improvement"}
    if ruler.link:
        return False
    return ruler.role in {*_SHORTER, Role.UP} and not _PLANNED.match(after)


def _is_met(before: str, after: str) -> bool:
    if _WINDOW_BEFORE.search(before) and _WINDOW.match(after):
        return True
    if _NONE_LONGER.search(before) or _KEPT.search(before) or _TURNAROUND.search(before):
        return True
    return (
        bool(_MET.search(before))
        and not _PLANNED.match(after)
        and not _RHYTHM.match(after)
        and not stripped(before).endswith("every ")
    )
