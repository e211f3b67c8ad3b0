"""Pay in a posting: ranges and amounts with their currency and period, and no other money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.model.document import Span
from spm_fit.model.finding import Pay

_CODES = "USD|EUR|GBP|CAD|AUD|NZD|SGD|HKD|INR|CHF|PLN|SEK|NOK|DKK|CZK|ZAR|BRL"
_MONEY = (
    r"(?:(?P<{0}code>"
    + _CODES
    + r")\s?)?(?P<{0}sym>US\$|C\$|A\$|CA\$|[$€£₹])?\s?(?P<{0}n>\d{{1,2}}(?:,\d{{2}}){{1,4}},\d{{3}}|\d{{1,3}}(?:[,.'’\u00a0\u202f ]\d{{3}}){{1,4}}(?:\.\d\d)?|\d{{2,7}}(?:\.\d{{1,2}})?)"
    r"\s?(?P<{0}k>[kK](?![A-Za-z])|LPA\b)?(?:\s?(?P<{0}post>[$€£]|(?:" + _CODES + r")\b))?"
)
_RATE = r"\s*(?:/|per\b|an?\b|each\b|p\.?)?\s*(?:hour|hr|day|daily|annum|annually|year|yr|month|hourly|yearly|monthly)\b|\s*\bp\.?\s?a\b"
_PAY = re.compile(
    # "Grade 12 - $98,200" is no range.
    r"(?<![\w.,'-])(?!\d{1,3}\s*[-–—]\s*[$€£]\s?\d{1,3}[,.]\d{3})"
    + _MONEY.format("a")
    + rf"(?P<arate>{_RATE})?(?:\s*(?:-|–|—|\bto\b[^$€£\n.;]{{3,40}}?(?=[$€£])|[^$€£\n.;]{{3,40}}?\bup to\b\s*(?=[$€£])|\bto\b|and|à|up to|,?\s*[Mm]ax(?:imum)?:?)\s*"
    + _MONEY.format("b")
    + rf")?\+?(?P<brate>{_RATE})?",
)
_PAY_WORDS = re.compile(
    r"\b(?:salary|pay|compensation|base|range|wage|earn|ote|hourly|annual|rate|per (?:year|hour|annum))\b",
    re.IGNORECASE,
)
_NO_PAY = re.compile(r"\s*(?:\+\s*)?(?:million|billion|mm\b|m\b|bn\b|b\b|in (?:funding|revenue|sales|assets)|sign|bonus|stipend|budget|referral|401|match|credit|allowance|reimburse|per month toward)", re.IGNORECASE)  # fmt: skip
# What is paid for an hour, a day and a year, so that prices and funding are not taken for pay.
_HOURLY, _DAILY, _MONTHLY, _YEARLY = (5, 500), (50, 5_000), (500, 100_000), (10_000, 10_000_000)
# Money of another kind: a budget, a bonus, funding.
_OTHER_MONEY = re.compile(
    r"\b(?:budgets?|bonus|funding|revenue|raised|valuation|worth|portfolio|savings|stipend|allowance)\b(?:\s+(?:of|up to|between|from))*\W*$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:starts? (?:at|from)|starting (?:at|from)|from|at least|minimum(?: of)?|min)\b\W*$", re.IGNORECASE
)
_ON_TARGET = re.compile(r"\bOTE\b\W*$|\bon[- ]target earnings\W*$", re.IGNORECASE)
_PERIODS = (("hour", r"hour|\bhr\b"), ("day", r"\bday\b|daily"), ("month", "month"), ("year", "year|annu|yr"))
_CURRENCY = {"$": "USD", "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "€": "EUR", "£": "GBP", "₹": "INR"}


def find(text: str) -> Iterator[Pay]:
    """Ranges and amounts of pay: ranges first, earnings that depend on targets last."""
    found: list[tuple[bool, bool, Pay]] = []
    for match in _PAY.finditer(text):
        pay = _pay(text, match)
        if pay is not None:
            target = bool(_ON_TARGET.search(text[max(0, match.start() - 30) : match.start()]))
            found.append((target, match["bn"] is None, pay))
    yield from (pay for _, _, pay in sorted(found, key=lambda entry: entry[:2]))


def _pay(text: str, match: re.Match[str]) -> Pay | None:
    lakhs = "LPA" in {match["ak"], match["bk"]}
    code = next((match[name] for name in ("acode", "bcode", "apost", "bpost") if (match[name] or "").isalpha()), None)
    symbol = code or match["asym"] or match["bsym"] or match["apost"] or match["bpost"] or ("INR" if lakhs else "")
    before = text[max(0, match.start() - 40) : match.start()]
    if not symbol or _NO_PAY.match(text, match.end()) or _OTHER_MONEY.search(before):
        return None
    low = _amount(match["an"], match["ak"] or match["bk"])
    high = _amount(match["bn"], match["bk"] or match["ak"]) if match["bn"] else low
    rate = (match["brate"] or match["arate"] or text[match.end() : match.end() + 25]).lower()
    period = next((name for name, word in _PERIODS if re.search(word, rate)), "hour" if high < _HOURLY[1] else "year")
    least, most = {"year": _YEARLY, "month": _MONTHLY, "hour": _HOURLY, "day": _DAILY}[period]
    if not least <= low <= high <= most:
        return None
    near = text[max(0, match.start() - 120) : match.end() + 60]
    if match["bn"] is None and not (match["arate"] or _PAY_WORDS.search(near)):
        return None
    most_said = match["bn"] or not _AT_LEAST.search(before)
    return Pay(
        Span(match.start(), match.end()), low, high if most_said else None, _CURRENCY.get(symbol, symbol), period
    )


def _amount(text: str, unit: str | None) -> float:
    value = float(re.sub(r"[,.'’\s](?=\d{3}(?:\D|$))|,", "", text))
    return value * 100_000 if unit == "LPA" else value * 1000 if unit and value < 10_000 else value
