"""Years of experience in words: "8-10+ years of product management", claimed by a resume or asked by a posting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spm_fit.model.document import Span

_WRITTEN = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"], range(1, 21), strict=True)) | {"a": 1, "a couple of": 2, "thirty": 30}  # fmt: skip
_NUMBER = rf"\d{{1,2}}(?:\.\d)?|{'|'.join(word for word in _WRITTEN if ' ' not in word and word != 'a')}"
# The number once more in brackets.
_SAME = r"(?:\s*\((?:\d{1,2}\+?|[a-z]+(?:[ -]plus)?)\))?"
_MORE = r"\s?\+|\s+or\s+more|\s+plus"
_DASH = r"\s*[-–—~/]\s*(?:to\s*-\s*)?|\s*(?:to|or)\s*"
# What may stand between the number and its unit.
_KIND = r"(?:\s+(?:or\s+more|full|solid|additional|further|progressive|consecutive|complete|good|whole))*"
_UNITS = {"y": 1.0, "m": 12.0, "w": 52.0, "d": 0.1}
_UNIT = r"(?P<unit>years?|yrs?|yoe|months?|weeks?|decades?)\b"
_YEARS = re.compile(
    rf"(?<![\w$€£.,/-])(?P<low>(?:{_NUMBER}|a couple of(?=\s+years\b)|a(?=\s+decade\b)))\)?{_SAME}(?P<half>\s+and\s+a\s+half)?(?P<p1>\s?\+)?{_SAME}"
    rf"(?:(?:{_DASH}|\s+(?P<and>and)\s+)(?P<high>{_NUMBER}){_SAME})?(?P<plus>{_MORE}|[\s-]+plus)?{_KIND}[\s-]*{_UNIT}['’]?(?P<more>{_MORE}|\s+minimum)?",
    re.IGNORECASE,
)
# "Years of experience: 5-7", the number after its unit.
_LABELLED = re.compile(
    rf"\byears\s+of\s+(?:\w+\s+){{0,3}}experience(?:\s+required)?\s*[:–-]\s*(?P<low>{_NUMBER})(?P<p1>\+)?(?:{_DASH})?(?P<high>{_NUMBER})?(?P<plus>\+)?(?![\w.])(?!\s*(?:years?|yrs?)\b)",
    re.IGNORECASE,
)
# A second figure that belongs to the years before it: "including 3+ in fintech", "7 of them in product".
_PART = re.compile(
    rf"[\s,(]+(?:(?P<of>including|incl\.?|of which|with)\s+)?(?:at least\s+|a minimum of\s+|the last\s+)?(?P<low>{_NUMBER})(?P<more>\s?\+|\s+or\s+more)?\s+"
    r"(?:(?P<them>of (?:them|those|these|which|that))\s+)?(?P<subject>(?:in|as|with|managing|leading|working|building)\b[^.;:\n\t•(),]{2,80})",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"['’]?\s*(?:\(?minimum\)?\s*)?(?:of|in|as|with|working)?\s*(?P<subject>[^.;:\n\t•()]{0,110})(?!\w)",
    re.IGNORECASE,
)
# What follows years that are no experience: an age, a study, a contract, a plan, a stay with the employer.
_NO_EXPERIENCE = re.compile(
    r"^\W*(?:ago|old|older|of age|in (?:the role|business|this role|staffing|recruiting)|after|of (?:college|university|study|studies|school|education|coursework|combined|collective|age|vesting)"
    r"|at (?:an? )?(?:college|university|school)|with us|combined|in a row|history|later|running|straight|on end|anniversary|young|warranty|guarantee|plan|contract|fixed|roadmap|vesting|cliff|strategy|horizon|term"
    r"|(?:college|university|associate|bachelor|undergraduate|apprenticeship)\b|(?:product )?strategy|service|of (?:service|innovation|history|growth|success|operation|business(?!\s+[a-z])|existence|continuous))\b",
    re.IGNORECASE,
)
# The years of the employer, or a stretch of the calendar.
_OURS = re.compile(r"\b(?:our|we|we['’]ve|founded|established|company|firm|heritage|next|last|past|previous|every|within|first|for over|serving|since|after)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)  # fmt: skip
# Someone else's years, a length of contract, an age, the time a licence is held.
_OTHERS = re.compile(
    r"\bvest\w*\b|\b(?:commit(?:ment)?|stay|contract|term|duration|length|assignment|probation|notice|warranty|age|aged|tenure|substitut\w*|for the next|valid|licen[cs]e held|renewed)\b[^.;]{0,40}$|\b(?:in business|been around|operating)\s+(?:for\s+)?(?:over\s+)?$"
    r"|\b(?:our|the) (?:founders?|founding team|team|company|leadership|partners|engineers|people|staff)\b(?![^.]*\b(?:someone|somebody|you|candidate)\b)[^.;]*$|\ba team with\s+$|\b(?:we|we['’]ve)\b[^.;]*\bfor\s+(?:over\s+|more than\s+|the (?:last|past)\s+)?$",
    re.IGNORECASE,
)
_MOST = re.compile(r"(?:\b(?:up to|no more than|less than|under|(?:a )?maximum(?: of)?)|<=?)\s*$", re.IGNORECASE)
_DOING = re.compile(
    r"\s+(?:(?:of|spent)\s+)?(?!running|going|growing|including)[a-z]+ing\b|\s+total,?\s+of which\b|,\s+(?:mostly|primarily|preferably|ideally|including)\b",
    re.IGNORECASE,
)
# "You have worked in logistics for more than 3 years"
_BEEN = re.compile(
    r"(?:\b(?:you|who|candidates?|has|have|must|held|worked|managed|led|been|built|run|operated|designed|developed|delivered|shipped|owned|sold|taught)\b|['’]ve\b)[^.;]*\bfor\s+(?:at least\s+|more than\s+|over\s+|about\s+|around\s+|roughly\s+|some\s+|a minimum of\s+)?$",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(r"\b(?:experience|exp|experienced|background|expertise|track record|exposure|history of|hands-on|working|work|management|role|practice|pqe|gs-?\d+|under your belt|behind you)\b", re.IGNORECASE)  # fmt: skip
_OF = re.compile(r"['’]?\s*(?:of|in|as|with|at|required|preferred|desired)\b|['’]\s+\w", re.IGNORECASE)
# Years after a label, as in "SQL: 3 years (Required)", or beside a degree.
_NAMED = re.compile(r"(?:^|[\n;•])\W*[A-Za-z][^:.;\n]{1,50}(?::|\s[-–—])\s*$")
_ALONE = re.compile(r"\s*(?:\((?:required|preferred|desired|minimum)\)|required|preferred)?\s*[.;]?\s*$", re.IGNORECASE)
_LEAST = re.compile(
    r"\W*(?:typically|usually|at least|min(?:imum)?\.?(?: of)?|approximately|around)?\W*", re.IGNORECASE
)
_DEGREE = re.compile(r"\b(?:degree|diploma|bachelor['’]?s?|master['’]?s?|associate['’]?s?|ph\.?d\.?|mba|b\.?[as]\.?|m\.?[as]\.?|ged)\W*(?:\+|plus|and|with|&)\s*$", re.IGNORECASE)  # fmt: skip
_HYPHENED = re.compile(r"\s+(?:track record|experience|of experience|background|work)\b", re.IGNORECASE)
_ADULT = re.compile(r"\b(?:must be|you are|aged?)\s+(?:at least\s+|over\s+)?$", re.IGNORECASE)

# So many characters around a number of years say whose they are and of what.
_NEAR = 400
# Nobody is asked for more years.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Years:
    """One statement of years: `max` is None where the text sets none."""

    span: Span
    min: float
    max: float | None
    subject: str


def find(text: str, span: Span) -> Iterator[Years]:
    """Statements of years of experience in one sentence."""
    for match in _LABELLED.finditer(text, span.start, span.end):
        low, high = _bounds(match, 1.0)
        yield Years(Span(match.start(), match.end()), low, high, "")
    for match in _YEARS.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - _NEAR) : match.start()]
        end = min(span.end, match.end() + _NEAR)
        if _is_experience(match, before, text[match.end() : end]):
            yield from _stated(text, match, before, end)


def _stated(text: str, match: re.Match[str], before: str, end: int) -> Iterator[Years]:
    """The years of one match, and those of its part."""
    low, high = _range(match, before)
    if low > _LONGEST or not (low or high):
        return
    part = _PART.search(text, match.end(), end)
    if part is None or not (part["of"] or part["them"]):
        yield Years(Span(match.start(), match.end()), low, high, _subject(text[match.end() : end]))
        return
    yield Years(Span(match.start(), match.end()), low, high, _subject(text[match.end() : part.start()]))
    if not _YEARS.match(text, part.start("low"), end):
        place = Span(part.start("low"), part.end("more") if part["more"] else part.end("low"))
        yield Years(place, _number(part["low"]), None, part["subject"].partition(" ")[2])


def _range(match: re.Match[str], before: str) -> tuple[float, float | None]:
    """Least and most: "between 3 and 5" is both, "up to 3" is 0 to 3, "3 and 5" elsewhere the second."""
    low, high = _bounds(match, _UNITS[match["unit"][0].lower()])
    if match["half"]:
        low += 0.5
    if match["and"] and not re.search(r"\bbetween\s+$", before, re.IGNORECASE):
        low, high = high or low, None
    if _MOST.search(before):
        return 0.0, high or low
    return low, high


def _bounds(match: re.Match[str], unit: float) -> tuple[float, float | None]:
    low, high = _number(match["low"]), _number(match["high"]) if match["high"] else None
    more = match["plus"] or match.groupdict().get("more")
    if high is not None and (more or high < low):
        high = None
    return round(low / unit, 1), high if high is None else round(high / unit, 1)


def _is_experience(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a number of years is somebody's experience, and that of the person in question."""
    unit = match["unit"].lower()
    if _NO_EXPERIENCE.match(after) or _OTHERS.search(before) or _ADULT.search(before):
        return False
    if unit == "year" and match[0].rstrip("'’").lower().endswith("-year"):
        return bool(_HYPHENED.match(after))
    if unit[0] in "mw":
        # Months and weeks are of experience only where it is said.
        return bool(re.match(r"['’]?[^.;]{0,60}\bexperience\b", after, re.IGNORECASE))
    if unit == "yoe" or _BEEN.search(before) or _DEGREE.search(before):
        return True
    if _ALONE.match(after) and (_NAMED.search(before) or (_LEAST.fullmatch(before) and (before or match["p1"]))):
        return True
    named = _EXPERIENCE.search(after[:160]) or _EXPERIENCE.search(before[-60:])
    if not (named or _DOING.match(after) or _OF.match(match[0][-1:] * (match[0][-1:] in "'’") + after)):
        return False
    return not (_OURS.search(before) and not re.search(r"\bexperience\b", after[:60], re.IGNORECASE))


def _subject(after: str) -> str:
    found = _SUBJECT.match(after)
    phrase = found["subject"] if found else ""
    return re.split(r",?\s+(?:including|incl\b|of which|with at least)", phrase)[0].strip(" ,-–")


def _number(text: str) -> float:
    return float(_WRITTEN.get(text.lower(), 0) or text)
