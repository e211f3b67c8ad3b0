"""Pay in a posting: ranges and amounts with their currency and period, and no other money."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, put
from spm_fit.extract.posting_sections import own_text
from spm_fit.model.document import Span
from spm_fit.model.finding import Pay

_CODES = "USD|EUR|GBP|CAD|AUD|NZD|SGD|HKD|INR|CHF|PLN|SEK|NOK|DKK|CZK|ZAR|BRL|JPY|AED"
_SIGNS = {"$": "USD", "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD", "R$": "BRL", "€": "EUR", "£": "GBP", "₹": "INR", "Rs": "INR", "Rs.": "INR", "¥": "JPY"}  # fmt: skip
_SIGN = r"(?:US|CA|AU|NZ|HK|[CASR])?\$|[€£₹¥]|\bRs\.?"
# 25,00,000 or 120,000 or 85.000 or 120'000 or 45 000, with cents; or a plain number.
_NUMBER = r"\d{1,2}(?:,\d{2}){1,4},\d{3}|\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3}){1,4}(?:[.,]\d\d)?(?!\d)|\d{1,7}(?:\.\d{1,2})?(?!\d)"
_GAP_WITHIN = r"[ \u00a0\u202f]?"
_MONEY = re.compile(
    rf"(?<![\w.,'’$])(?:(?P<code>{_CODES}){_GAP_WITHIN})?(?:(?P<sign>{_SIGN}){_GAP_WITHIN})?(?P<number>{_NUMBER})"
    rf"(?:{_GAP_WITHIN}(?P<unit>[kK](?![A-Za-z])|[Mm](?![A-Za-z])|LPA\b|lakhs?\b|lacs?\b))?(?:{_GAP_WITHIN}(?P<after>[$€£](?!\s?\d)|(?:{_CODES})\b))?"
)
_SCALE = {"k": 1_000, "m": 1_000_000, "l": 100_000}
_RATE = r"\s*(?:/|\bper\b|\ban?\b|\beach\b|\bp\.?)?\s*(?:hour|hr|day|daily|week|weekly|annum|annually|annual|year|yr|month|mo|hourly|yearly|monthly|jahr|monat|im jahr)\b\.?|\s*\bp\.?\s?[ahm]\b\.?"
_BEHIND = re.compile(rf"(?P<more>\+(?!\s*\w)|\+?\s*(?:or more|and up)\b)?(?:\s*(?:gross|net|base|basic|brutto|netto))?(?P<rate>{_RATE})?", re.IGNORECASE)  # fmt: skip
# What joins the least and the most: a dash, "to", or some words up to the next sign.
_NOTE = r"(?:\s*\([^()\d$€£]{1,20}\))?"
_JOINED = re.compile(
    rf"(?:{_RATE})?{_NOTE}\s*(?:[-–—~]|,?\s*(?:up )?\bto\b|\bthrough\b|\brising to\b|à|[,;]?\s*max(?:imum)?\b:?(?: of)?)\s*", re.IGNORECASE
)  # fmt: skip
_BETWEEN = re.compile(rf"(?:{_RATE})?\s*\band\s*", re.IGNORECASE)
_FAR = re.compile(rf"(?:{_RATE})?\s*[^$€£\n.;\d]{{3,60}}?\b(?:up )?to\s*|\s*to\b[^$€£\n;]{{3,40}}", re.IGNORECASE)
# The least and the most of a table stand under each other.
_BELOW = re.compile(r"[ \t]*\n\s*")
_TIMES = 3
# So many characters, at most, join two amounts, say what an amount is for, or what a rate is of.
_GAP, _BEFORE, _AFTER = 70, 90, 40
_SMALL = 3
_TO_START = re.compile(r"\s*(?:to start|starting)\b", re.IGNORECASE)
# Half-monthly pay is none of the periods that a report knows.
_IN_HALVES = re.compile(r"\s*(?:bi-?weekly|fortnight\w*|semi-?monthly)\b", re.IGNORECASE)
_PERIODS = (("hour", r"hour|\bhr\b|p\.?\s?h\b"), ("day", r"\bday\b|daily|\bdiem\b"), ("week", "week"), ("month", r"month|monat|\bmo\b|p\.?\s?m\b"), ("year", r"year|jahr|annu|yr|p\.?\s?a\b"))  # fmt: skip
_LABEL_PERIODS = re.compile(
    r"\b(?:hourly|daily|day|weekly|monthly|annual|yearly)\s+(?:base\s+)?(?:rate|pay|salary|wage|compensation)\b[^$€£;]{0,20}$|\b(?:hourly|daily|weekly|monthly|annually|yearly)\s*:\s*$",
    re.IGNORECASE,
)
# What is paid for each, so that prices and funding are not taken for pay.
_PLAUSIBLE = {"hour": (5, 500), "day": (50, 5_000), "week": (200, 20_000), "month": (500, 500_000), "year": (10_000, 50_000_000)}  # fmt: skip
_PAY_WORDS = r"salar(?:y|ies)|pay|paid|compensation|remuneration|wages?|earn|earnings|base|basic|ote|gehalt|ctc|package|hourly|rate|range|band"
_OTHER_MONEY = (
    r"budgets?|bonus(?:es)?|funding|revenues?|raised|valuation|portfolio|sav(?:e|es|ed|ings?)|stipends?|allowances?|quota|deals?|loans?|projects?|grants?|fund-?raising|donations?"
    r"|insurance|contributions?|match(?:ing)?|reimburse\w*|reimbursement|gift|referrals?|priced?|prices|p&l|cover|funds?|assets|sales|contracts?|clos(?:e|ing)|relocation|401\S*|tuition|hsa|generat\w+|worth|spend|value[ds]?|credit|invest\w*"
)
_LAST_WORD = re.compile(rf".*\b(?:(?P<pay>{_PAY_WORDS})|(?P<other>{_OTHER_MONEY}))\b", re.IGNORECASE | re.DOTALL)
_PAY_NEAR = re.compile(rf"\b(?:{_PAY_WORDS})\b", re.IGNORECASE)
_PAY_AFTER = re.compile(r"\s*(?:\+\s*|plus |and )?(?:an? |annual )?(?:super|superannuation|equity|benefits|commission|car|bonus|doe|depend\w+ on|pro rata|basic|base|ote|gross)\b", re.IGNORECASE)  # fmt: skip
_SALARY = re.compile(r"\b(?:salary|pay|compensation|remuneration|wages?|gehalt|ctc|package)\b", re.IGNORECASE)
_FOR_OTHERS = re.compile(
    rf"\s*(?:million|billion|mm\b|bn\b|b\b|(?:(?!plus\b|and\b|or\b|with\b|doe\b)[a-z&-]+\s+){{0,2}}(?:{_OTHER_MONEY}|toward|training|education|learning)\b)|\s*(?:in|for|of|toward) (?:annual |your |the )?(?:{_OTHER_MONEY}|customers|training|learning)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:starts? (?:at|from)|starting(?: salary| pay| wage| rate)?(?: at| from| of)?|from|at least|min(?:imum)?(?: salary| pay)?(?: of)?)\W*$", re.IGNORECASE)  # fmt: skip
_UP_TO = re.compile(r"\b(?:up to|max(?:imum)?(?: of)?)\W*$", re.IGNORECASE)
_TARGET = re.compile(r"\bOTE\b\W*$|\bon[- ]target earnings\b(?: of)?\W*$", re.IGNORECASE)
_TARGET_AFTER = re.compile(r"\s*\(?(?:OTE|on[- ]target)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[\n;]|\.\s|(?<!\d),\s|\+\s")


@dataclass(frozen=True, slots=True)
class _Amount:
    """One amount as written, or two that are a range."""

    first: re.Match[str]
    last: re.Match[str]

    @property
    def ranged(self) -> bool:
        return self.first is not self.last

    @property
    def currency(self) -> str:
        """The code written, or what the sign stands for; codes come before signs ("$80,000 CAD")."""
        written = [
            match[name] for match in (self.first, self.last) for name in ("code", "after", "sign") if match[name]
        ]
        code = next((mark for mark in written if mark.isalpha()), None)
        lakhs = "INR" if any((match["unit"] or "")[:1] in {"L", "l"} for match in (self.first, self.last)) else ""
        return code or next((_SIGNS[mark] for mark in written), lakhs)

    def values(self) -> tuple[float, float]:
        low, high = self.first["unit"] or self.last["unit"], self.last["unit"] or self.first["unit"]
        return _value(self.first["number"], low), _value(self.last["number"], high)


@Language.factory("spm_pay")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `pay`: the main range or amount, if there is one."""

    def pay(doc: Doc) -> Doc:
        put(doc, "pay", list(find(own_text(document_of(doc).text)))[:1])
        return doc

    return pay


def find(text: str) -> Iterator[Pay]:
    """Ranges and amounts of pay: ranges first, earnings that depend on targets last."""
    found: list[tuple[bool, bool, Pay]] = []
    for amount in _amounts(text):
        pay = _pay(text, amount)
        if pay is not None:
            start, end = amount.first.start(), amount.last.end()
            before, after = text[max(0, start - 30) : start], text[end : end + 20]
            target = bool(_TARGET.search(before) or _TARGET_AFTER.match(after))
            found.append((target, not amount.ranged, pay))
    yield from (pay for _, _, pay in sorted(found, key=lambda entry: entry[:2]))


def _amounts(text: str) -> Iterator[_Amount]:
    """Amounts in reading order, those that are joined as one."""
    current: _Amount | None = None
    for match in _MONEY.finditer(text):
        if current is not None and _is_range(text, current, match):
            current = _Amount(current.first, match)
            continue
        # A small number without a sign is no amount, but may be the least of "12-18 LPA".
        if current is not None and _is_money(current.first) and _is_bare(match):
            continue
        if current is not None:
            yield current
        current = _Amount(match, match)
    if current is not None:
        yield current


def _is_range(text: str, current: _Amount, match: re.Match[str]) -> bool:
    start, gap = current.first.start(), text[current.last.end() : match.start()][: _GAP + 1]
    low, high = _Amount(current.first, match).values()
    if len(gap) > _GAP or low > high:
        return False
    if _JOINED.fullmatch(gap):
        # "Grade 12 - $98,200" is no range: who writes the sign before the most writes it before the least.
        bare = len(current.first["number"]) < 3 and not _is_money(current.first)
        return not (bare and (match["sign"] or match["code"]))
    if _BELOW.fullmatch(gap):
        return _is_money(match) and _is_money(current.first) and low < high <= _TIMES * low
    if _BETWEEN.fullmatch(gap):
        return bool(re.search(r"\b(?:between|from)\W*$", text[max(0, start - 20) : start], re.IGNORECASE))
    return bool(_FAR.fullmatch(gap)) and _is_money(match) and _is_money(current.first)


def _is_bare(match: re.Match[str]) -> bool:
    return not (_is_money(match) or match["unit"]) and len(match["number"]) <= _SMALL


def _is_money(match: re.Match[str]) -> bool:
    return bool(match["code"] or match["sign"] or match["after"])


def _pay(text: str, amount: _Amount) -> Pay | None:
    start, end = amount.first.start(), amount.last.end()
    before = text[max(0, start - _BEFORE) : start]
    line = before.rpartition("\n")[2]
    behind = _BEHIND.match(text, end)
    rate = behind["rate"] if behind else None
    currency = amount.currency or _unwritten(amount, line, text[end : end + _AFTER])
    if not currency or _IN_HALVES.match(text, end) or _is_other(text, before, end):
        return None
    low, high = amount.values()
    period = _period(text, amount, line, rate, high)
    least, most = _PLAUSIBLE.get(period, (1, 0))
    if not least <= low <= high <= most:
        return None
    if not amount.ranged and not (rate or _is_named(text, amount, before)):
        return None
    if not amount.ranged and _UP_TO.search(before):
        low = 0.0
    open_ended = not amount.ranged and (
        _FROM.search(before) or (behind and (behind["more"] or _TO_START.match(text, behind.end())))
    )
    return Pay(Span(start, end), low, None if open_ended else high, currency, period)


def _is_named(text: str, amount: _Amount, before: str) -> bool:
    """Whether a single amount is called pay by the words around it, or is given in lakhs."""
    behind = _BEHIND.match(text, amount.last.end())
    end = behind.end() if behind else amount.last.end()
    near = before[-80:] + text[end : end + 60].partition("\n")[0]
    lakhs = (amount.first["unit"] or "")[:1] in {"l", "L"}
    return lakhs or bool(_PAY_NEAR.search(near) or _PAY_AFTER.match(text, end))


def _is_other(text: str, before: str, end: int) -> bool:
    """Whether an amount is no pay: the word nearest before it, or one just after it, speaks of other money."""
    clause = before[max((m.end() for m in _CLAUSE.finditer(before)), default=0) :]
    word = _LAST_WORD.match(clause)
    if word is not None and word["other"]:
        return True
    return bool(_FOR_OTHERS.match(text[end : end + _AFTER])) or bool(
        _FOR_OTHERS.match(re.sub(rf"^(?:{_RATE})", "", text[end : end + _AFTER], flags=re.IGNORECASE))
    )


def _unwritten(amount: _Amount, line: str, after: str) -> str:
    """Dollars, where a line about pay gives a range without any currency."""
    low, high = amount.values()
    thousands = all(re.search(r"[kK]", m["unit"] or "") or len(m["number"]) >= 6 for m in (amount.first, amount.last))
    thousands = thousands or bool(amount.last["unit"] and amount.last["unit"] in "kK")
    told = _SALARY.search(line) or re.match(r"\s*(?:base|salary)\b", after, re.IGNORECASE)
    return "USD" if amount.ranged and thousands and told and low >= _PLAUSIBLE["year"][0] and high else ""


def _period(text: str, amount: _Amount, line: str, rate: str | None, high: float) -> str:
    """What the amount is paid for: as written behind it, or before it, or by its size."""
    label = _LABEL_PERIODS.search(line)
    inner = text[amount.first.end() : amount.last.start()] if amount.ranged else ""
    after = re.split(r"[\n;]", text[amount.last.end() : amount.last.end() + 25])[0]
    for words in (rate or "", label[0] if label else "", inner, after):
        period = next((name for name, word in _PERIODS if re.search(word, words, re.IGNORECASE)), None)
        if period:
            return period
    if high < _PLAUSIBLE["hour"][1]:
        return "hour"
    if high >= _PLAUSIBLE["year"][0]:
        return "year"
    # A monthly salary is the custom outside the dollar's countries.
    return "month" if amount.currency != "USD" and _SALARY.search(line) and high >= 1_000 else ""


def _value(number: str, unit: str | None) -> float:
    plain = re.sub(r"[,.'’\s](?=\d{3}(?:\D|$))|,(?=\d\d,)", "", number).replace(",", ".")
    value = float(plain)
    return value * _SCALE[unit[0].lower()] if unit and value < 10_000 else value
