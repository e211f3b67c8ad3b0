"""Years of experience in words: "8-10+ years of product management", claimed by a resume or asked by a posting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spm_fit.model.document import Span

_WRITTEN = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty"], (*range(1, 13), 15, 20), strict=True))  # fmt: skip
_N = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_WRITTEN)})"
_YEARS = re.compile(
    rf"(?<![\w$€£.,-])(?P<low>{_N})\)?(?:\s*\((?:\d{{1,2}}|[a-z]+)\))?(?P<p1>\s?\+)?"
    rf"(?:\s*(?:-|–|—|to|or|(?P<and>and))\s*(?P<high>{_N})(?:\s*\((?:\d{{1,2}}|[a-z]+)\))?)?(?P<plus>\s?\+|\s+or\s+more|[\s-]+plus)?"
    r"(?:\s+(?:or\s+more|full|solid|progressive|consecutive|complete))*[\s-]*(?P<unit>years?|yrs?|yoe)\b['’]?(?P<more>\s?\+|\s+or\s+more|\s+plus|\s+minimum)?",
    re.IGNORECASE,
)
# "18 months of product management experience"
_MONTHS = re.compile(
    rf"(?<![\w$€£.,-])(?P<n>\d{{1,2}}|{'|'.join(_WRITTEN)})\+?\s+months?['’]?(?=\s+(?:of\s+)?[^.;]{{0,50}}\bexperience)",
    re.IGNORECASE,
)
# A second figure that belongs to the years before it: "including 3+ in fintech", "7 of them in product".
_PART = re.compile(
    rf"[\s,(]+(?:(?P<of>including|incl\.?|of which|with)\s+)?(?:at least\s+|a minimum of\s+|the last\s+)?(?P<low>{_N})(?P<more>\s?\+|\s+or\s+more)?\s+"
    r"(?:(?P<them>of (?:them|those|these|which|that))\s+)?(?P<subject>(?:in|as|with|managing|leading|working|building)\b[^.;:\n\t•(),]{2,80})",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"['’]?\s*(?:\(?minimum\)?\s*)?(?:of|in|as|with|working)?\s*(?P<subject>[^.;:\n\t•()]{0,110})(?!\w)",
    re.IGNORECASE,
)
_NO_EXPERIENCE = re.compile(
    r"^\W*(?:ago|old|of age|in (?:the role|business|this role|staffing|recruiting)|after|of (?:college|university|study|studies|school|education|coursework|combined|collective)|combined|in a row|history|later|running|straight|in a row|on end|anniversary|young|warranty|plan|contract|roadmap|vesting|cliff|strategy|horizon"
    r"|of (?:service|innovation|history|growth|success|operation|business|existence|continuous))\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:our|we|we've|founded|established|company|firm|heritage|next|last|past|previous|every|within|first|for over|serving|since)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)  # fmt: skip
# Someone else's years, a length of contract, or a most rather than a least.
_OTHERS = re.compile(
    r"\bvest\w*\b|\b(?:commit(?:ment)?|stay|contract|term|duration|assignment|for the next|substitut\w*)\b[^.;]{0,40}$|\b(?:in business|been around|operating)\s+(?:for\s+)?(?:over\s+)?$"
    r"|\b(?:our|the) (?:founders?|founding team|team|company|leadership|partners|engineers|people|staff)\b(?![^.]*\b(?:someone|somebody|you|candidate)\b)[^.;]*$|\ba team with\s+$",
    re.IGNORECASE,
)
_MOST = re.compile(r"\b(?:up to|no more than|less than|under|(?:a )?maximum(?: of)?)\s+$", re.IGNORECASE)
_DOING = re.compile(
    r"\s+(?:(?:of|spent)\s+)?(?!running|going|growing|including)[a-z]+ing\b|\s+total,?\s+of which\b", re.IGNORECASE
)
_BEEN = re.compile(r"\byou(?:['’]ve| have)\b[^.;]*\bfor\s+(?:at least\s+)?$", re.IGNORECASE)
_EXPERIENCE = re.compile(r"\b(?:experience|exp|experienced|background|expertise|track record|exposure|history of|working|work|management|role|practice)\b", re.IGNORECASE)  # fmt: skip


# So many characters around a number of years say whose they are and of what.
_NEAR = 400


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
        end = min(span.end, match.end() + _NEAR)
        after = text[match.end() : end]
        before = text[max(span.start, match.start() - _NEAR) : match.start()]
        if not _is_experience(match, text, before, after):
            continue
        low, high = _number(match["low"]), _number(match["high"]) if match["high"] else None
        if high is not None and (match["plus"] or match["more"] or high < low):
            high = None
        if match["and"] and not re.search(r"\bbetween\s+$", before, re.IGNORECASE):
            low, high = _number(match["high"]), None
        if _MOST.search(before):
            low, high = 0.0, high or low
        if low > 40 or not (low or high):
            continue
        part = _PART.search(text, match.end(), end)
        belongs = part and (part["of"] or part["them"])
        own = text[match.end() : part.start()] if part and belongs else after
        yield Years(Span(match.start(), match.end()), low, high, _subject(own))
        if part and belongs and not _YEARS.match(text, part.start("low"), span.end):
            place = Span(part.start("low"), part.end("more") if part["more"] else part.end("low"))
            yield Years(place, _number(part["low"]), None, part["subject"].partition(" ")[2])
    for match in _MONTHS.finditer(text, span.start, span.end):
        after = text[match.end() : min(span.end, match.end() + _NEAR)]
        yield Years(Span(match.start(), match.end()), round(_number(match["n"]) / 12, 1), None, _subject(after))


def _is_experience(match: re.Match[str], text: str, before: str, after: str) -> bool:
    """Whether a number of years is somebody's experience, and that of the person in question."""
    if _NO_EXPERIENCE.match(after) or _OTHERS.search(before):
        return False
    if match["unit"].lower() == "year" and "-" in text[match.end("low") : match.start("unit")]:
        return False
    if match["unit"].lower() == "yoe" or _BEEN.search(before):
        return True
    named = _EXPERIENCE.search(after[:160]) or _EXPERIENCE.search(before[-60:])
    if not (named or _DOING.match(after) or re.match(r"['’]?\s*(?:of|in|as|with)\b", after)):
        return False
    return not (_OURS.search(before) and not re.search(r"\bexperience\b", after[:60], re.IGNORECASE))


def _subject(after: str) -> str:
    found = _SUBJECT.match(after)
    phrase = found["subject"] if found else ""
    return re.split(r",?\s+(?:including|incl\b|of which|with at least)", phrase)[0].strip(" ,-–")


def _number(text: str) -> float:
    return float(_WRITTEN.get(text.lower(), 0) or text)
