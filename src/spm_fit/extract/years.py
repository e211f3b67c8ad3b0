"""Years of experience in words: "8-10+ years of product management", claimed by a resume or asked by a posting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spm_fit.model.document import Span

_WRITTEN = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty"], (*range(1, 13), 15, 20), strict=True))  # fmt: skip
_N = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_WRITTEN)})"
_YEARS = re.compile(
    rf"(?<![\w$€£.,-])(?P<low>{_N})(?:\s*\((?P<again>\d{{1,2}})\))?(?P<p1>\s?\+)?"
    rf"(?:\s*(?:-|–|—|to|or)\s*(?P<high>{_N})(?:\s*\(\d{{1,2}}\))?)?(?P<plus>\s?\+|\s+or\s+more|\s+plus)?"
    r"(?:\s+(?:or\s+more|full|solid|progressive|consecutive|complete))*[\s-]*(?P<unit>years?|yrs?)\b['’]?(?P<more>\s?\+|\s+or\s+more|\s+plus|\s+minimum)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"['’]?\s*(?:\(?minimum\)?\s*)?(?:of|in|as|with|working)?\s*(?P<subject>[^.;:\n\t•()]{0,110})(?!\w)",
    re.IGNORECASE,
)
_NO_EXPERIENCE = re.compile(
    r"^\W*(?:ago|old|of age|in business|history|later|running|straight|in a row|on end|anniversary|young|warranty|plan|contract|roadmap|vesting|cliff|strategy|horizon"
    r"|of (?:service|innovation|history|growth|success|operation|business|existence|continuous))\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:our|we|we've|founded|established|company|firm|heritage|next|last|past|previous|every|within|first|for over|serving|since)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)  # fmt: skip
_EXPERIENCE = re.compile(r"\b(?:experience|experienced|background|expertise|track record|exposure|history of|working|work|management|role|practice)\b", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Years:
    """One statement of years: `max` is None where the text sets none."""

    span: Span
    min: float
    max: float | None
    subject: str


def find(text: str, span: Span) -> Iterator[Years]:
    """Statements of years of experience in one sentence."""
    for match in _YEARS.finditer(text, span.start, span.end):
        after = text[match.end() : span.end]
        before = text[span.start : match.start()]
        if _NO_EXPERIENCE.match(after) or (
            match["unit"].lower() == "year" and "-" in text[match.end("low") : match.start("unit")]
        ):
            continue
        subject = _SUBJECT.match(after)
        phrase = subject["subject"].strip(" ,-–") if subject else ""
        if not (
            _EXPERIENCE.search(after[:160])
            or _EXPERIENCE.search(before[-60:])
            or re.match(r"['’]?\s*(?:of|in|as|with)\b", after)
        ):
            continue
        if _OURS.search(before) and not re.search(r"\bexperience\b", after[:60], re.IGNORECASE):
            continue
        low = _number(match["low"])
        high = _number(match["high"]) if match["high"] else None
        if high is not None and (match["plus"] or match["more"] or high < low):
            high = None
        if low > 40:
            continue
        yield Years(Span(match.start(), match.end()), low, high, phrase)


def _number(text: str) -> float:
    return float(_WRITTEN.get(text.lower(), 0) or text)
