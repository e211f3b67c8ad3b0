"""Numbers with their units, as a text prints them: $1.2M, 15 %, three weeks, 4.7 stars, doubled, a third."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spm_fit.extract.places import Spans
from spm_fit.extract.quantities.numerals import FIGURES, SCALE, WORDS, of_figures, of_scale, of_words
from spm_fit.model.document import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what is printed on it. `type` and `unit` are those of `model.finding.Metric`.

    A percentage is printed as one, so a half is 50 and a third 33.3; a multiplier of less than 1 shrinks.
    """

    start: int
    end: int
    value: float
    type: str
    unit: str
    sign: str = ""
    plain: bool = False
    """A bare number: what stands around it must say what it counts."""
    single: bool = False
    """The word "one": a quantity beside another number or a unit, else an article."""


_CODES = "USD EUR GBP CAD AUD NZD INR CHF PLN SEK NOK DKK CZK HUF BRL MXN ZAR JPY CNY RMB HKD SGD KRW THB MYR IDR PHP VND AED SAR QAR ILS TRY RUB NGN KES GHS EGP PKR BDT LKR".split()
_CURRENCY = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₦": "NGN", "₩": "KRW", "₺": "TRY", "₽": "RUB",
    "₱": "PHP", "₫": "VND", "₪": "ILS", "฿": "THB", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "NZ$": "NZD",
    "R$": "BRL", "S$": "SGD", "HK$": "HKD", "MX$": "MXN", "NT$": "TWD", "RS": "INR", "R": "ZAR", "KSH": "KES", "RM": "MYR",
    "DOLLAR": "USD", "EURO": "EUR", "RUPEE": "INR", "POUND STERLING": "GBP", "POUND": "GBP", "CRORE": "INR", "KR": "SEK", "ZŁ": "PLN", "YEN": "JPY",
}  # fmt: skip
_MONEY = (
    r"(?:(?:US|CAD|CA|C|AUD|AU|A|NZ|R|S|HK|MX|NT)?\$|[€£¥₹₦₩₺₽₱₫₪฿]"
    rf"|(?:{'|'.join(_CODES)}|Rs\.?|KSh|RM(?=\s?\d))\s?[$€£]?|R\s?(?=\d{{1,3}}[ ,]\d{{3}}|[\d.]+\s?(?:m|bn|million|billion|k)\b))\s?"
)
_AFTER = rf"\s?(?P<after>{'|'.join(_CODES)}|€|£|zł|kr|(?:US |Canadian |Australian )?[Dd]ollars?|[Ee]uros?|[Rr]upees?|[Yy]en|pounds? sterling)(?![A-Za-z])"
_PERCENT = (
    r"(?P<percent>%|\s?%|(?:st|nd|rd|th) percentile\b|\s?(?:percent(?:age)?[- ]points?|percent|per cent|pct\.?|ppts?|pp|pps|bps|basis points?|percentile)(?![A-Za-z]))"
    r"(?:\s?(?:-\s?)?(?P<pp>points?|pts?\b)|\+)?"
)
# "3 times the volume", but "3 times" alone counts how often.
_TIMES = r"(?P<times>\s?[xX×](?![A-Za-z\d])|[- ]?fold\b|\s(?:times|x)(?= (?:more|faster|higher|larger|bigger|better|quicker|cheaper|greater|longer|lower|less|fewer|growth|return|over|the|as|what|that|its|our|their)\b))"
_SCORE = (
    r"(?P<score>\s?/\s?(?P<whole>5|10|100)(?![\d/%])(?:[- ]stars?\b)?|\sout of (?P<most>5|10|100|five|ten)\b(?:[- ]stars?\b)?"
    r"|-star(?= (?:average|rating|review score|score|feedback))|\s?stars?\b|[- ]?(?:points?|pts)\b(?! of\b))"
)
_UNITS = {
    "millisecond": "ms", "msec": "ms", "ms": "ms", "second": "second", "sec": "second", "s": "second", "minute": "minute", "min": "minute",
    "hour": "hour", "hr": "hour", "h": "hour", "day": "day", "d": "day", "night": "day", "week": "week", "wk": "week", "month": "month",
    "mo": "month", "mth": "month", "quarter": "quarter", "sprint": "sprint", "year": "year", "yr": "year",
}  # fmt: skip
_TIME = (
    r"(?:[\s-]?(?:business |working |calendar |full |whole |short |consecutive |straight |additional |extra |more )?"
    r"(?P<time>milliseconds?|msecs?|ms|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mths?|mos|years?|yrs?|quarters?|sprints?)\b"
    r"|(?<=\d)\s?(?P<letter>[hds])(?![\w'’-]))"
)
_AMOUNT = re.compile(
    rf"(?<![\w$€£₹.,/&#])(?:(?<=\b[Ss]ub-)|(?<=\d[kKmMbBhs]-)|(?<![A-Za-z][-+]))(?P<sign>(?:[+~≈≥≤±−-]|(?<![-=])[<>])(?=[\d.$€£₹])|(?:[~≈]|(?<![-=])[<>])\s(?=[\d.])|[Mm]inus )?(?P<money>{_MONEY})?(?P<minus>-)?"
    rf"(?:(?>(?P<figures>{FIGURES}))|(?>(?P<words>(?i:{WORDS}))))"
    rf"(?:\+(?=[ -]?(?i:lakh|crore|cr\b|[kmb]\b|bn\b|million|billion|thousand)))?(?P<scale>{SCALE}|(?(money)\s[mbk](?![A-Za-z])|(?!)))?(?P<plus>\+|-plus\b|-odd\b)?"
    rf"(?:{_PERCENT}|{_TIMES}|{_SCORE}|{_TIME}|{_AFTER}|(?![A-Za-z\d]))"
)
# Seconds of a unit, for comparison.
SECONDS = {"ms": 0.001, "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "sprint": 1209600, "month": 2592000, "quarter": 7776000, "year": 31536000}  # fmt: skip


def amounts(text: str) -> list[Amount]:
    """All of them in a sentence, in order."""
    special = list(_phrases(text))
    taken = Spans(Span(amount.start, amount.end) for amount in special)
    counted = (amount for match in _AMOUNT.finditer(text) if (amount := _amount(text, match)) is not None)
    free = [amount for amount in counted if not taken.overlap(Span(amount.start, amount.end))]
    return sorted([*special, *free], key=lambda amount: amount.start)


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    kind, unit, end = _unit(text, match)
    words, figures, scale = match["words"], match["figures"], match["scale"]
    if scale == "L" and unit != "INR":
        return None
    dotted = not scale and (unit == "EUR" or kind == "count")
    value = (of_figures(figures, dotted=dotted) if figures else of_words(words)) * of_scale(scale)
    sign = "-" if match["minus"] else (match["sign"] or "").strip().lower().replace("minus", "-").replace("−", "-")
    single = bool(words) and words.lower() == "one" and not scale
    return Amount(match.start(), end, value, kind, unit, sign, kind == "count" and not scale, single)


def _unit(text: str, match: re.Match[str]) -> tuple[str, str, int]:
    """Type and unit of an amount, and where it ends."""
    bare = match.end("plus") if match["plus"] else match.end("scale") if match["scale"] else match.end("figures")
    bare = max(bare, match.end("words"))
    if match["percent"]:
        printed = match["percent"].strip().lower()
        if "percentile" in printed:
            return "percent", "percentile", match.end()
        if "bps" in printed or "basis" in printed:
            return "percent", "bps", match.end()
        return "percent", "pp" if "pp" in printed or "point" in printed or match["pp"] else "%", match.end()
    if match["times"]:
        return "multiplier", "x", match.end()
    if match["money"] or match["after"]:
        return "currency", _currency(match["money"] or match["after"]), match.end() if match["after"] else bare
    if match["score"]:
        return _score(match, bare)
    if match["time"] or match["letter"]:
        printed = (match["time"] or match["letter"]).lower()
        return "duration", _UNITS.get(printed) or _UNITS[printed.rstrip("s")], match.end()
    return "count", "", bare


def _score(match: re.Match[str], bare: int) -> tuple[str, str, int]:
    printed = match["score"].lower()
    value = of_figures(match["figures"], dotted=False) if match["figures"] else of_words(match["words"])
    most = {"five": 5.0, "ten": 10.0}.get(match["most"] or "") or float(match["whole"] or match["most"] or 0)
    if most and value > most:
        return "count", "", bare
    if "star" in printed and value > 5:
        # "1,400 stars" on a published project are a count.
        return "count", "", bare
    return "score", "stars" if "star" in printed else "points", match.end()


def _currency(printed: str) -> str:
    symbol = printed.strip().upper()
    bare = symbol.removesuffix(".").removesuffix("S") if len(symbol) > 3 else symbol.removesuffix(".")
    for name in (symbol, symbol[:3] if symbol[:3] in _CODES else symbol, bare, bare.split()[-1]):
        if name in _CODES or name in _CURRENCY:
            return _CURRENCY.get(name, name)
    return symbol


# Quantities in words of their own.
_LEAP = re.compile(r"\b(?:re)?(doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing|es|e(?= (?:the|our|its|their|his|her|my|revenue|sales|output|capacity|production)\b))\b(?!-| (?:as|up|down)\b)|\b(twice)(?= (?:the|as|that|what|its|our|their|more)\b)|\b(two|three|four|five|ten)fold\b", re.IGNORECASE)  # fmt: skip
_LEAPS = {"doubl": 2, "twice": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "halv": 0.5, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}  # fmt: skip
_TIMES_BEFORE = re.compile(r"(?<!\w)[x×](\d{1,3}(?:\.\d+)?)(?![\w%])", re.IGNORECASE)
_FIGURE = re.compile(r"\b(?P<n>[4-9]|10|four|five|six|seven|eight|nine|ten)[- ]figures?\b", re.IGNORECASE)
_MULTI = re.compile(
    r"\bmulti[- ]?(?P<scale>million|billion|crore|lakh)(?:[- ](?P<unit>dollar|euro|pound|rupee)s?\b)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\b(?P<n>double|triple|two|three)[- ]digits?\b", re.IGNORECASE)
_HALF_MORE = re.compile(r"\b(?:an?|one) (?P<unit>minute|hour|day|week|month|year) and a half\b", re.IGNORECASE)
_RANK = re.compile(r"(?<![\w.,/])(?:(?:#|No\. ?)(?P<n>\d{1,3})|(?P<nth>\d{1,3})(?:st|nd|rd|th))(?: place)?(?: out)? of (?:over |more than |about |nearly |some )?(?P<all>\d+(?:,\d{3})*)\+?(?![\d%])", re.IGNORECASE)  # fmt: skip
_RATIO = re.compile(
    r"(?<![\w.:])(?:(?P<n>\d{1,3}(?:\.\d)?)(?::|-to-)1(?= (?:return|roi|roas)\b)|(?:(?<=ROI of )|(?<=ROAS of ))(?P<of>\d{1,3}(?:\.\d)?):1\b)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"(?<!\w)(?<!and a )(?:(?P<half>(?<!first )(?<!second )(?<!latter )(?<!other )(?<!better )half(?= (?:of|the|that|as|our|its|their|his|her|my|all)\b(?! (?:year|day|term|time\b(?= job))))|(?<=in )half\b(?! (?:an?|of|the|day))|(?<=by )half\b(?! an?\b)|(?<=to )half\b(?! an?\b)|(?<=than )half\b)"
    r"|(?:(?P<n>an?|one|two|three|four)[- ](?P<d>third|quarter|fifth|tenth)s?\b(?![- ](?:part(?:y|ies)|of (?:the |a )?(?:year|20\d\d|fiscal|million|billion))\b)))(?!-)|(?<![\d/.])(?P<up>[1-9])/(?P<down>[2-9])(?![\d/]|\.\d)",
    re.IGNORECASE,
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
# A quarter is a part of something, or it is time.
_PORTION = re.compile(r"\b(?:by|to|from|of|over|than|about|nearly|almost|roughly)\s$", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\s(?:of|off|fewer|more|less|lower|higher|faster|cheaper|the|our|its|their|his|her)\b", re.IGNORECASE
)
_MOVED_IN_TIME = re.compile(r"\b(?:postpon|delay|slip|defer|late\b|ahead|early|earlier|forward|extend)", re.IGNORECASE)


def _phrases(text: str) -> Iterator[Amount]:
    for match in _LEAP.finditer(text):
        value = _LEAPS[next(group for group in match.groups() if group).lower()]
        yield Amount(match.start(), match.end(), value, "multiplier", "x", "-" if value < 1 else "+")
    for pattern, read in _PHRASES:
        for match in pattern.finditer(text):
            found = read(match)
            if found:
                yield Amount(match.start(), match.end(), *found)
    for match in _FRACTION.finditer(text):
        yield from _fraction(text, match)


def _fraction(text: str, match: re.Match[str]) -> Iterator[Amount]:
    if match["half"]:
        yield Amount(match.start("half"), match.end("half"), 50.0, "percent", "%")
        return
    if match["up"]:
        share = int(match["up"]) / int(match["down"])
        if share < 1:
            yield Amount(match.start(), match.end(), round(100 * share, 1), "percent", "%")
        return
    number, part = of_words(match["n"]), _PARTS[match["d"].lower()]
    before = text[max(0, match.start() - 12) : match.start()]
    certain = (number > 1 and part != 4) or (match["n"].lower() == "one" and part != 4)
    share = bool(_OF_ALL.match(text, match.end()) or _PORTION.search(before))
    if part == 4 and not _OF_ALL.match(text, match.end()) and _MOVED_IN_TIME.search(text, 0, match.start()):
        return
    if number < part and (certain or share):
        yield Amount(match.start("n"), match.end("d") + text[match.end("d") :].startswith("s"), round(100 * number / part, 1), "percent", "%")  # fmt: skip


_Read = Callable[[re.Match[str]], "tuple[float, str, str] | None"]


def _rank(match: re.Match[str]) -> tuple[float, str, str] | None:
    place = int(match["n"] or match["nth"])
    return (float(place), "count", "rank") if place <= int(match["all"].replace(",", "")) else None


def _figures(match: re.Match[str]) -> tuple[float, str, str]:
    number = int(match["n"]) if match["n"].isdigit() else int(of_words(match["n"]))
    return 10.0 ** (number - 1), "currency", ""


_PHRASES: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (_TIMES_BEFORE, lambda m: (float(m[1]), "multiplier", "x") if m[1] not in {"32", "64", "86"} else None),
    (_FIGURE, _figures),
    (_MULTI, lambda m: (2 * of_scale(m["scale"]), "currency", _currency(m["unit"]) if m["unit"] else "")),
    (_DIGITS, lambda m: (10.0 if m["n"].lower() in {"double", "two"} else 100.0, "percent", "%")),
    (_HALF_MORE, lambda m: (1.5, "duration", m["unit"].lower())),
    (_RANK, _rank),
    (_RATIO, lambda m: (float(m["n"] or m["of"]), "multiplier", "x")),
)
