"""Demands that are no skill: the right to work, clearance, place, travel, a licence; and what a resume says of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COUNTRY = r"(?:U\.?S\.?A?\.?|United States|UK|U\.K\.|United Kingdom|EU|European Union|Canad\w+|Australia\w*|Germany|German|Ireland|Irish|British|Indian?|Swiss|Switzerland)"


@dataclass(frozen=True, slots=True)
class Permit:
    """How a posting asks (`asked`), and how a resume says yes or no; `no` comes first. None of them is ever guessed."""

    what: str
    asked: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str] | None = None


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_NEEDS_SPONSOR = r"\b(?:requires?|needs?|requiring|needing|seeking)\s+(?:an?\s+)?(?:H-?1B\s+|visa\s+|work\s+|employment\s+)*(?:sponsorship|sponsor)\b"
# "does not require sponsorship", "no sponsorship needed"
_NO_NEED = r"\b(?:not?|without)\s+(?:require|need|requiring|needing)?\s*(?:any\s+)?(?:visa\s+|work\s+|employment\s+)*sponsorship\b"

PERMITS = (
    Permit(
        "work permit",
        _pattern(
            r"\bwork (?:permit|authori[sz]ation|visa)\b|\b(?:legally )?(?:authori[sz]ed|entitled|permitted|eligible|eligibility) to (?:legally )?work\b|\bright to work\b|\bwork eligibility\b"
            r"|\bvisa sponsorship\b|\b(?:not|unable to|cannot|can['’]?t|without|no) (?:\w+ ){0,3}sponsor\w*\b|\bsponsor (?:visas?|work)\b|\bwork status\b"
        ),
        _pattern(
            rf"{_NO_NEED}|\b(?:authori[sz]ed|entitled|eligible|permitted) to work\b|\bright to work\b|\bpermanent resident\b|\bgreen card\b|\bwork (?:permit|authori[sz]ation)\b|\bblue card\b|\bcitizen(?:ship)?\b|\bsettled status\b|\bindefinite leave\b"
        ),
        _pattern(rf"(?<!not )(?<!n['’]t ){_NEEDS_SPONSOR}|\bno (?:work permit|right to work)\b|\bnot (?:yet )?(?:authori[sz]ed|entitled|eligible) to work\b"),
    ),
    Permit(
        "citizenship",
        _pattern(rf"\b{_COUNTRY}\s+citizen(?:s|ship)?\b|\bcitizen(?:s|ship)? of (?:the )?{_COUNTRY}|\bcitizenship (?:is )?required\b|\bmust be (?:an? )?citizen"),
        _pattern(rf"\b{_COUNTRY}\s+(?:\w+\s+)?citizen(?:ship)?\b|\bcitizen(?:ship)?\s*(?:of|:)\s*(?:the )?{_COUNTRY}"),
        _pattern(r"\bnot an? (?:\w+\s+){0,2}citizen\b"),
    ),
    Permit(
        "clearance",
        _pattern(r"\b(?:security|secret|public trust|government|sc|dv|baseline|nato) clearance\b|\bTS/SCI\b|\btop secret\b|\b(?:hold|obtain|maintain|active)\b[^.;\n]{0,30}\bclearance\b"),
        _pattern(r"\b(?:security|secret|public trust|sc|dv|active|current|nato)\b[^.;\n]{0,30}\bclear(?:ance|ed)\b|\bTS/SCI\b|\btop secret\b|\bclearance\s*:\s*(?!none)\w"),
        _pattern(r"\b(?:no|without|never held|not hold)\b[^.;\n]{0,30}\bclearance\b|\bclearance\s*:\s*none\b"),
    ),
    Permit(
        "travel",
        _pattern(
            r"\btravel\w*\s*(?:\([^)]*\)\s*)?(?:up to|of|at least|about|around|~|≈|:|is|will|may)?\s*(?:be\s+)?(?:required|expected|necessary|\d{1,3}\s?%)|\b\d{1,3}\s?%\s*(?:of\s+(?:the|your)\s+time\s+)?travel"
            r"|\b(?:willing(?:ness)?|able|ability|prepared|readiness|ready|must|required) to (?:\w+ )?travel\b|\b(?:domestic|international|occasional|frequent|some|regular) travel\b"
        ),
        _pattern(r"\b(?:willing|open|able|ready|happy|prepared) to travel\b|\btravel(?:s|ing|led|ed)?\s+(?:up to\s+)?\d{1,3}\s?%|\bavailable (?:for|to) travel\b"),
        _pattern(r"\b(?:not (?:willing|able|available) to|cannot|no) travel\b"),
    ),
    Permit(
        "driving licence",
        _pattern(r"\bdriv(?:er|ing)['’]?s? licen[cs]e\b"),
        _pattern(r"\bdriv(?:er|ing)['’]?s? licen[cs]e\b"),
        _pattern(r"\bno driv(?:er|ing)['’]?s? licen[cs]e\b"),
    ),
)  # fmt: skip
# What the law has every employer say is no demand.
LEGAL = re.compile(
    r"\bwithout regard\b|\bequal (?:employment )?opportunity\b|\bdiscriminat|\bregardless of\b|\bprotected\b|\bveteran status\b|\bgenetic information\b|\be-?verify\b",
    re.IGNORECASE,
)
# A form says of a clearance that it is "not required".
WAIVED = re.compile(r"\W{0,4}(?:is |are )?(?:not (?:required|needed|necessary|applicable)|none\b|n/a\b)", re.IGNORECASE)
# Where work is done, if it is not everywhere.
PLACE = re.compile(
    r"\bon[- ]?site\b|\bin[- ]office\b|\bin the office\b|\bhybrid\b|\brelocat\w+|\b(?:must|be|you are|you['’]re|candidates?) (?:\w+ )?(?:based|located|live|living|reside|residing)\b|\bbased in\b|\bcommut\w+|^\W*location\s*:|\bdays? (?:a|per) week in\b",
    re.IGNORECASE,
)
