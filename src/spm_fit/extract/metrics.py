"""Quantities that say what was achieved or how large the work was. One regular expression finds the numbers;
what stands around a number says whether it is a metric, of which type, and in which sense."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.dates import periods, single_dates
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.places import Spans
from spm_fit.extract.tokens import sentence_spans
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Bullet, Metric, Section, Sense

_WRITTEN = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "dozen": 12, "dozens": 24, "hundreds": 200, "thousands": 2000, "millions": 2e6,
}  # fmt: skip
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mil": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9, "hundred": 100, "trillion": 1e12, "lakh": 1e5, "crore": 1e7}  # fmt: skip
_NUM = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_WORDS = "|".join(sorted(_WRITTEN, key=len, reverse=True))
_MONEY = r"(?:US\$|C\$|A\$|CA\$|AU\$|NZ\$|R\$|S\$|HK\$|[$€£¥₹₦₩₺₽]|(?:USD|EUR|GBP|CAD|AUD|INR|CHF|PLN|SEK|NOK|DKK|CZK|BRL|ZAR|Rs\.?)\s?)"
_UNIT = (
    r"(?:\s?(?P<scale>k|K|mm|MM|mn|mil|M|m|bn|BN|B|b)(?![A-Za-z])|\s(?P<word>thousand|million|billion|trillion|hundred|lakh|crore|mio)s?\b"
    r"|[ -]?(?P<bigword>million|billion)s?\b)?"
)
_AMOUNT = re.compile(
    rf"(?<![\w$€£.,/&#])(?P<sign>[+~≈>≥<-]?)(?:(?P<money>{_MONEY})\s?)?(?:(?P<num>{_NUM})|\b(?P<written>{_WORDS})(?![a-z]))"
    rf"{_UNIT}(?P<plus>\+)?"
    r"(?:\s?(?P<percent>%|percent(?:age points?)?\b|per cent\b|pct\b|pp\b|bps\b|basis points?\b|percentile\b)"
    r"|\s?(?P<times>[xX×](?![A-Za-z])|-?fold\b|\stimes\b)|\s?(?P<after>USD|EUR|GBP|€|dollars?|euros?|pounds)(?![a-z]))?",
)
_LEAP = re.compile(
    r"\b(?:doubl|tripl|quadrupl|halv)(?:ed|ing|e|es)\b|\bhalv(?:e|ed|ing)\b|\btwice\b|\bthreefold\b|\btwofold\b|\btenfold\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\b(?:(?:by )?half\b(?= (?:of|the|a))|by half\b|(?:a|one|two)[ -](?:third|fifth)s?\b|(?:(?<=by )(?:a|one) quarter|(?:a|one) quarter(?= of))\b|three[ -]quarters\b)|(?<![\d/.])[1-9]/[2-9](?![\d/]|\.\d)", re.IGNORECASE)  # fmt: skip
_BETWEEN = re.compile(r"\s*(?:→|->|–|—|-|to|down to|up to|through)\s*|\s?[a-z]+\s*(?:→|->|instead of)\s*")
# "from 4 days to 11 minutes": the unit stands between; "52 out of 2500" is one quantity.
_FROM_TO = re.compile(
    r"\s+(?:[\w/]+\s+){1,3}?to\s+(?:over |about |nearly |around |more than |approximately |just |under )?",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"→|->|instead of")
_OUT_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+)?|\s+in\s+(?=10\b)", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:a |about |around |over |nearly )?\W?$", re.IGNORECASE)
_TIME = re.compile(r"[\s-]?(?:business |working |calendar |full )?(ms|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos|years?|yrs?|quarters?|sprints?)\b", re.IGNORECASE)  # fmt: skip
_SCORE = re.compile(r"\b(?:nps|csat|ces|sus|rating|score|stars?|app store|promoter)\b", re.IGNORECASE)
_STARS = re.compile(r"\s?(?:/\s?(?:5|10|100)\b|[- ]?stars?\b|out of (?:5|10|five|ten)\b|\spoints?\b)", re.IGNORECASE)
_FIXED = re.compile(
    r"24\s?[/x]\s?7(?:/365)?|80/20|360[- ]?(?:degree|°)|(?:401|510)\s?\(?k\)?|9[- ]to[- ]5|50/50|1:1|5S\b|3D\b|2D\b|4P|fortune\s+\d+|top\s+(?:[1-9]|10|20|50|100)\b(?!\s?%)"
    r"|\b(?:web|industry|phase|tier|level|day(?=-)|soc|grade|type|class|step|stage|series|version|v|no\.?|number|#|release|section|title|form|part|chapter|iso|sox|office|windows"
    r"|room|unit|suite|building|route|highway|page|option|gen|generation|ios|android|python|java|html|css|sql server|exchange|server|model|rule|article)"
    r"[\s-]?\d[\d.]*(?![\d%]|,\d)|\b(?:q[1-4]|h[12]|fy)[\s'’]?\d*\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\(\d{3}\)\s?\d{3}|\b\d+(?:st|nd|rd|th)\b|\b\d+\.\d+\.\d+\b|\b\d\.0\b(?!\s?[%xX])|\b360\b(?!\s+[a-z]+s\b)|\b1099\b"
    r"|\b20[0-4]\d/\d\d\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19[5-9]\d|20[0-4]\d)")
_UP = r"increas|grow|grew|rais|boost|lift|improv|expand|gain|add(?:ed|ing)\b|adds?\b(?!-)|up from|higher|more\b|rose|rise|climb|exceed|surpass|accelerat|scal(?:ed|ing)|doubl|tripl|uplift|growth|upsell|outperform|above\b|over-?achiev|additional|incremental"
_DOWN = r"reduc|cut(?:ting)?\b|decreas|lower|drop|shorten|sav(?:e|ed|es|ing|ings)\b|declin|minimi|eliminat|slash|shrink|shrank|trim|fewer|less\b|faster|down from|avoid|halv|shav|quicker|sooner|earlier|ahead of|recover"
_WON = r"generat|earn|won\b|win(?:ning)?\b|secur|achiev|attain|result(?:ed|ing)? in|contribut|deliver|drove|driv(?:e|ing)\b|brought|bring|rais|clos(?:e|ed|ing)\b|sold\b|sell(?:ing)?\b|convert|attract|acquir|captur|yield|produc|land(?:ed|ing)\b|collect|reach|hit(?:ting)?\b|sign(?:ed|ing)\b|onboard|retain|recoup|unlock|realiz|bookings?|savings?|award"
_CHANGE = re.compile(rf"\b(?:{_UP}|{_DOWN})", re.IGNORECASE)
_UPWARD, _DOWNWARD = re.compile(rf"\b(?:{_UP}|{_WON})", re.IGNORECASE), re.compile(rf"\b(?:{_DOWN})", re.IGNORECASE)
_GAIN = re.compile(rf"\b(?:{_WON})", re.IGNORECASE)
_WINNABLE = re.compile(r"\W*(?:[\w&'-]+\s+){0,3}?(?:users?|customers?|clients?|subscribers?|members?|followers?|fans|partners?|leads?|sign-?ups|merchants?|sellers?|accounts?|donors?|visitors?|registrations?|sales|revenue|arr|mrr|deals?|installs?|downloads?|orders?|bookings?|likes|views|impressions|students? enrolled)\b", re.IGNORECASE)  # fmt: skip
_RECOVERED = re.compile(r"\brecover|\bsav(?:ed|ing)\b", re.IGNORECASE)
_ALWAYS_WON = re.compile(r"\W*(?:[\w&'-]+\s+){0,2}?(?:downloads|installs|sign-?ups|new (?:users|customers|clients|subscribers|members|accounts))\b", re.IGNORECASE)  # fmt: skip
_FREED = re.compile(
    r"\b(?:sav|free|eliminat|remov|prevent|recover|avoid)(?:d|ed|ing)(?: up)?\s+(?:(?:about|over|nearly|roughly|some|up to) )?\W?$",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\b(?:budgets?|portfolio|p&l|valued|worth|contracts?|compan(?:y|ies)|projects?|programs?|programmes?|fund|assets|inventory|business unit|account|facility|territory|firm|organization|division|payroll|spend)\b", re.IGNORECASE)  # fmt: skip
_PART_OF = re.compile(r"\s+of\s+(?:my|the|our|all|total|their|his|her)?\s*(?:time|team|staff|workforce|budget|portfolio|travel|population|company|market|business|day|work|students|class|role)\b", re.IGNORECASE)  # fmt: skip
_WORKLOAD = re.compile(
    r"\s*(?:travel|remote|time\b|owned|commission|women|female|male|equity|organic|cotton|natural)", re.IGNORECASE
)
_SPEED = re.compile(
    r"\b(?:in|within|under|in under|in just|in only|in less than|less than|just|only|inside)\s+(?:the\s+first\s+)?~?$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s*(?:/|per|an?\b|each|every)\s*(?:hour|hr|week|day|month|night|shift|year|annum)|\s*(?:hourly|weekly)",
    re.IGNORECASE,
)
_OF_EXPERIENCE = re.compile(
    r"\W*(?:of\b|in\b|experience|old\b|plan\b|contract\b|period\b|program\b|track record)", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"\s*(?:$|[.;:)]|(?:and|or|of|in|on|at|by|for|to|with|as|from|the|a|an|is|was|were)\b(?!/))", re.IGNORECASE
)
_COMPOUND = re.compile(r"-(?!(?:person|people|member|man|woman|strong|country|state|city|store|site|market|bed|seat|room|unit|location|engineer|developer|team|student|employee|client|customer|patient|user|partner)\b)[a-z]", re.IGNORECASE)  # fmt: skip
_CAPITALISED = re.compile(r"(?:^|[^.!?:•]\s)([A-Z][\w.]*)\s$")
_DATA = re.compile(r"\s?(?:[KMGTP]B|FTEs?)\b")
# So many characters around a number say what it is.
_NEAR = 160
_CURRENCY = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "RS": "INR", "RS.": "INR", "DOLLAR": "USD", "DOLLARS": "USD", "EURO": "EUR", "EUROS": "EUR", "POUNDS": "GBP"}  # fmt: skip


@Language.factory("spm_metrics")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `metrics` and gives every bullet its own."""

    def metrics(doc: Doc) -> Doc:
        document = document_of(doc)
        bullets = []
        for bullet in got(doc, "bullets", Bullet):
            found = tuple(m for span in sentence_spans(document.text, bullet.span) for m in find(document, span))
            bullets.append(replace(bullet, metrics=found))
        put(doc, "bullets", bullets)
        claimed = [metric for bullet in bullets for metric in bullet.metrics]
        told = Spans(bullet.span for bullet in bullets)
        for section in got(doc, "sections", Section):
            if section.name != "summary":
                continue
            for span in sentence_spans(document.text, section.body):
                if not told.overlap(span):
                    claimed += find(document, span)
        put(doc, "metrics", claimed)
        return doc

    return metrics


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float
    type: str
    unit: str
    plain: bool
    """A bare number: what follows must say what it counts."""


def find(document: Document, span: Span) -> Iterator[Metric]:
    """The metrics of one sentence."""
    text, start = document.slice(span), span.start
    inner = Span(0, len(text))
    fixed = [Span(*match.span()) for match in _FIXED.finditer(text)]
    dates = [span for span, date in single_dates(text, inner) if date.month is not None]
    blocked = Spans([*fixed, *dates, *(span for span, _ in periods(text, inner))])
    numbers = [number for number in _numbers(text) if not blocked.overlap(Span(number.start, number.end))]
    skip = -1
    for index, number in enumerate(numbers):
        if index == skip:
            continue
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        pair = None
        if following is not None and _pairs(text, number, following):
            pair, skip = following, index + 1
        found = _metric(text, number, pair)
        if found is not None:
            yield replace(found, span=Span(start + found.span.start, start + found.span.end))
    for match in _LEAP.finditer(text):
        value = {"t": 3, "q": 4, "h": 0.5}.get(match[0][0].lower(), 2) if match[0].lower() != "twice" else 2
        if match[0].lower() == "twice" and _RATE.match(text, match.end()):
            continue
        direction = "down" if value < 1 else "up"
        yield Metric(
            Span(start + match.start(), start + match.end()), "multiplier", value, "x", Sense.OUTCOME, direction
        )
    fractions = list(_FRACTION.finditer(text))
    changes = bool(fractions) and bool(_CHANGE.search(text) or _GAIN.search(text))
    for match in fractions:
        if not blocked.overlap(Span(match.start(), match.start() + 1)):
            sense = Sense.OUTCOME if changes else Sense.SCOPE
            yield Metric(
                Span(start + match.start(), start + match.end()),
                "percent",
                0.0,
                "part",
                sense,
                _direction(text, match.start()),
            )


def _pairs(text: str, first: _Number, second: _Number) -> bool:
    """Whether two numbers are one quantity: a range, a from-to, a part of a whole."""
    between = text[first.end : second.start] or "?"
    if _BETWEEN.fullmatch(between) or _OUT_OF.fullmatch(between):
        return True
    return bool(_FROM_TO.fullmatch(between) and _FROM.search(text[max(0, first.start - _NEAR) : first.start]))


def _numbers(text: str) -> Iterator[_Number]:
    for match in _AMOUNT.finditer(text):
        raw = match["num"]
        value = float(raw.replace(",", "")) if raw else float(_WRITTEN[match["written"].lower()])
        scale = match["scale"] or match["word"] or match["bigword"]
        if scale:
            value *= _SCALE[scale.lower()]
        end = match.end()
        plain = False
        if match["percent"]:
            kind, unit = "percent", "%" if match["percent"] != "bps" and "basis" not in match["percent"] else "bps"
        elif match["times"]:
            kind, unit = "multiplier", "x"
        elif match["money"] or match["after"]:
            symbol = (match["money"] or match["after"]).strip().upper()
            kind, unit = "currency", _CURRENCY.get(symbol, symbol)
        else:
            kind, unit, plain = "count", "", not scale
        yield _Number(match.start(), end, value, kind, unit, plain)


def _metric(text: str, number: _Number, pair: _Number | None) -> Metric | None:
    last = pair or number
    before, after = text[max(0, number.start - _NEAR) : number.start], text[last.end : last.end + _NEAR]
    if pair is not None and "instead" in text[number.end : pair.start] and (time := _TIME.match(text, number.end)):
        # "2 hours instead of 9 days": what is now stands first.
        end = old.end() if (old := _TIME.match(text, pair.end)) else pair.end
        return Metric(Span(number.start, end), "duration", number.value, _time_unit(time), Sense.OUTCOME, "down")
    kind = last.type if last.type != "count" else number.type
    kind = "count" if kind == "currency" and number.type == "percent" else kind
    unit = last.unit or number.unit
    changed = pair is not None and (
        _FROM.search(before) is not None or _CHANGED.search(text[number.end : pair.start]) is not None
    )
    span = Span(number.start, last.end)
    time = _TIME.match(after) if kind == "count" else None
    if time:
        return _duration(text, span, last, time, changed)
    if kind == "count" and changed and (time := _TIME.match(text, number.end)):
        # "from 9 days to 2".
        return Metric(span, "duration", last.value, _time_unit(time), Sense.OUTCOME, "down")
    if kind == "count":
        if not changed and _nothing_counted(text, number, last, before, after):
            return None
        clause = re.split(r"\band\b|[,;]", before[-30:])[-1]
        if last.value <= 100 and (_STARS.match(after) or _SCORE.search(clause)):
            return Metric(span, "score", last.value, "points", Sense.OUTCOME, _direction(text, number.start))
    if kind == "multiplier" and _RATE.match(after):
        return None
    if kind == "currency" and _RATE.match(after) and re.match(r"\s*(?:/|per|an?)\s*h", after) and last.value < 500:
        return None
    if kind == "percent" and _WORKLOAD.match(after):
        return None
    sense = Sense.OUTCOME if changed or _is_outcome(kind, before, after) else Sense.SCOPE
    return Metric(span, kind, last.value, unit, sense, _direction(text, number.start))


def _nothing_counted(text: str, number: _Number, last: _Number, before: str, after: str) -> bool:
    """Whether a bare number counts nothing: a year, a version, a name, a part of a compound."""
    raw = text[number.start : number.end].strip("+~≈<>≥- ")
    if _YEAR.fullmatch(raw) and not re.match(r"\+?\s+(?:[\w-]+\s+)?[a-z]+s\b", after):
        return True
    if _COMPOUND.match(after):
        return True
    if not last.plain:
        return False
    if last is not number and _OUT_OF.fullmatch(text[number.end : last.start]):
        return False
    if _NO_NOUN.match(after):
        # "a team of 12", "grew to 40,000": the noun stands before.
        return not (
            re.search(
                r"\b(?:of|to|by|from|with|over|than|about|approximately|nearly|totaling)\s+\W?$", before, re.IGNORECASE
            )
            or last.value >= 1000
        )
    if _DATA.match(after):
        return False
    named = _CAPITALISED.search(before)
    return (
        bool(named and len(named[1]) > 1 and not re.match(r"\+?\s+(?:[\w'/-]+\s+){0,2}[\w'-]+s\b", after))
        and last.value < 1000
    )


def _duration(text: str, span: Span, last: _Number, time: re.Match[str], changed: bool) -> Metric | None:
    """Time counts where speed is the point: saved, shortened, or met."""
    unit = _time_unit(time)
    end = span.end + time.end() - time.start()
    before, after = text[max(0, span.start - _NEAR) : span.start], text[end : end + _NEAR]
    whole = Span(span.start, span.end + len(time[0]))
    saved = re.search(
        r"\b(?:by|sav\w+|cut\w*|reduc\w+|shav\w+|shorten\w+|recover\w+|eliminat\w+|gain\w+)\s+(?:[\w']+\s+){0,3}\W?$",
        before,
        re.IGNORECASE,
    )
    early = re.match(r"\s*(?:early|earlier|faster|sooner|ahead|quicker|less|saved|shorter)", after, re.IGNORECASE)
    if changed or saved or early:
        return Metric(whole, "duration", last.value, unit, Sense.OUTCOME, "down")
    if unit in {"year", "yr"} or re.match(
        r"[\s-]*(?:period|program|contract|plan|internship|course|of experience)", after, re.IGNORECASE
    ):
        return None
    if _SPEED.search(before):
        return Metric(whole, "duration", last.value, unit, Sense.OUTCOME, "down")
    return None


def _time_unit(time: re.Match[str]) -> str:
    unit = time[1].lower()
    return unit if unit == "ms" else unit.rstrip("s")


def _is_outcome(kind: str, before: str, after: str) -> bool:
    near, behind = before[-70:], after[:50]
    if kind == "multiplier":
        return True
    if kind == "percent":
        return not _PART_OF.match(after) or bool(_CHANGE.search(near))
    if kind == "currency":
        if _SIZE.search(behind[:30]) or re.search(
            r"\b(?:budgets?|portfolio|p&l|valued at|worth)\b[^,]{0,25}$", near, re.IGNORECASE
        ):
            return bool(re.search(rf"\b(?:{_DOWN}|won\b|secur|clos|land|rais)", near[-40:], re.IGNORECASE))
        return bool(_CHANGE.search(near) or _GAIN.search(near) or re.match(r"\W*(?:[\w-]+\s+){0,3}(?:savings?|saved|increase|growth|in (?:(?:new|annual|additional|recurring) )*(?:revenue|sales|arr|mrr|profit|bookings|pipeline)|(?:new|additional|incremental|contracted) (?:revenue|sales|arr|mrr|profit|bookings))\b", behind, re.IGNORECASE))  # fmt: skip
    if re.search(r"\bby\s+\W?$", near) and _CHANGE.search(near):
        return True
    if _FREED.search(near) or _ALWAYS_WON.match(after):
        return True
    if _WINNABLE.match(after):
        return bool(_UPWARD.search(near[-40:]) or _RECOVERED.search(near[-40:]))
    return bool(
        re.search(
            rf"\b(?:{_UP}|{_DOWN})\w*\s+(?:[\w'-]+\s+){{0,4}}(?:to|by|from)\s+(?:over |nearly |about )?\W?$",
            near,
            re.IGNORECASE,
        )
    )


def _direction(text: str, at: int) -> str:
    """Which way it went, by the nearest word that says so."""
    near = text[max(0, at - 70) : at + 50]
    middle = min(at, 70)

    def distance(pattern: re.Pattern[str]) -> int:
        return min((abs(m.start() - middle) for m in pattern.finditer(near)), default=999)

    up, down = distance(_UPWARD), distance(_DOWNWARD)
    return "none" if up == down else "up" if up < down else "down"
