"""Numbers in figures and in words, and what they are worth: 1,20,000; 1.200.000,50; "twenty-five"; "half a million"."""

from __future__ import annotations

import re

_ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {
    "k": 1e3, "m": 1e6, "mm": 1e6, "mil": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12,
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "lac": 1e5, "lkh": 1e5, "l": 1e5, "crore": 1e7, "cr": 1e7,
}  # fmt: skip
# A plural without a number is at least two of them.
_MANY = {"dozens": 24, "hundreds": 200, "thousands": 2e3, "millions": 2e6, "billions": 2e9, "tens": 20, "lakhs": 2e5, "crores": 2e7}  # fmt: skip
_WORTH = {**_ONES, **_TEENS, **_TENS, "zero": 0, "a": 1, "an": 1, "several": 2, "half": 0.5, "quarter": 0.25}

_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)})\b)?|{'|'.join(_TEENS)}|{'|'.join(_ONES)})"
_BIG = r"dozen|hundred|thousand|million|billion|trillion|lakh|lac|crore"

FIGURES = (
    r"(?:\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 1,20,000 (India)
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])(?:,\d+)?"  # 1.200.000,50
    r"|\d{1,3}\.\d{3},\d+"
    r"|\d{1,3}(?: \d{3})+(?![\d,.]*\d)"  # 12 000
    r"|\d+,\d{1,2}(?![\d,])"  # 12,5
    r"|\d+(?:\.\d+)?|\.\d+)"
)
WORDS = (
    rf"\b(?:{_SMALL}(?: hundred\b(?: and)?(?: {_SMALL})?)?(?: and a half)?(?:-odd|-plus|-something|-some)?(?![a-z])"
    rf"|(?:an?|several) (?=(?:{_BIG})\b)|half an? (?=(?:{_BIG})\b)|half an?(?= (?:day|hour|week|month)\b)|(?:(?<=\bto )|(?<=under )|(?<=than )|(?<=from )|(?<=within ))an?(?= (?:second|minute|hour|day|week|month)\b(?!-))|(?:a )?quarter of a (?=(?:million|billion)\b)"
    r"|(?:(?:tens|dozens|hundreds|thousands|millions) of (?:thousands|millions|billions)|dozens|hundreds|thousands|millions|billions|lakhs|crores|zero)\b)"
)
# What multiplies the number before it: letters joined to it, or a word.
SCALE = (
    r"(?:(?:k|K|M|m|B|b|L|T)(?![A-Za-z])|\s?(?:mm|MM|mn|Mn|MN|mln|mil|Mil|Mio\.?|mio\.?|bn|Bn|BN|[Cc]rs?|CR|[Ll]khs?|[Ll]acs?|M|K)(?![A-Za-z])"
    rf"|[ -]?(?i:(?:hundred[ -])?(?:{_BIG})s?)\b)"
)
_TOKEN = re.compile(r"[a-z]+")


def of_figures(raw: str, *, dotted: bool) -> float:
    """What figures are worth; `dotted` says that one group of three after a dot is thousands (1.200 €)."""
    raw = raw.replace(" ", "")
    if raw.count(".") > 1 or re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", raw):
        return float(raw.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d{1,2}", raw):
        return float(raw.replace(",", "."))
    if dotted and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", raw):
        return float(raw.replace(".", ""))
    return float(raw.replace(",", ""))


def of_words(raw: str) -> float:
    """What a written number is worth: its words added up, hundreds multiplied."""
    total = 0.0
    words = _TOKEN.findall(raw.lower())
    if words[0] in _MANY:
        return _MANY[words[0]] * (_SCALES[words[-1].rstrip("s")] if len(words) > 2 else 1)
    for word in words:
        if word == "hundred":
            total = max(total, 1) * 100
        elif word in {"a", "an"} and len(words) > 1:
            continue
        else:
            total += _WORTH.get(word, 0)
    return total


def of_scale(raw: str | None) -> float:
    """What a scale multiplies by; 1 if there is none."""
    if not raw:
        return 1.0
    word = raw.strip(" -.").lower()
    if word.startswith("hundred"):
        return 100 * of_scale(word.removeprefix("hundred").removeprefix("s"))
    return _SCALES.get(word) or _SCALES[word.rstrip("s")]
