"""What stands before the verb of a statement: list marks, dates, addresses, labels and phrases such as "In 2019,"."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|spring|summer|autumn|fall|winter|q[1-4])"
)
_DATE = rf"(?:{_MONTH}\s+)?(?:19|20)\d\d"
_MARKS = (
    # Signs, and letters of other scripts that a font without a map left in place of one.
    r"(?-i:[^\w(\[$€£₹+~<>]|[^\x00-\u024f]|[\u00c0-\u024f](?=[^\w]))+",
    r"\d{1,2}[.)]\s+",
    r"[(\[][^()\[\]]{1,60}[)\]][\s:,|–—-]*",
    # The end of a bracket that opened on the line before: "since 2003) Kept ...".
    r"[^()\[\]]{1,30}[)\]]\s+(?=\w)",
    rf"{_DATE}(?:\s*(?:-|–|—|to)\s*(?:{_DATE}|present|now|today))?(?![\w%])[\s:,.|–—-]*",
    r"(?:https?://|www\.)\S+[\s:|–—-]*",
    r"a/b(?=\s+test)",
    r"(?:many|several|multiple|countless|numerous) times,?\s+",
)
_MARK = re.compile("|".join(f"(?:{mark})" for mark in _MARKS), re.IGNORECASE)
_LABEL = re.compile(
    r"[^:.;,|•]{2,60}?(?::|\s[-–—|•])\s+(?=\S)|[^\s:.;,|•]{3,20}(?: [^\s:.;,|•]{1,20}){0,3}\.\s+(?=[A-Z])"
)
# "In 2019, led ...", "As team captain, ran ...", "Together with finance I wrote ...".
_PHRASE = re.compile(
    r"(?:in addition to|in|as|over|within|during|from|for|since|at|on|after|before|through|throughout|under|upon|until"
    r"|together with|along with|alongside|with|by|while|despite|being|across|between|among)\s"
    r"[^,.;:]{2,80}?(?:,\s+(?=\w)|\s+(?=(?:I|we)\s))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:who|which|that|when|where|if|because)\b", re.IGNORECASE)
_ROUNDS = 4


def after_marks(text: str, start: int = 0) -> int:
    """Where the words of a statement begin, behind signs, numbers, brackets, dates and addresses."""
    for _ in range(_ROUNDS):
        mark = _MARK.match(text, start)
        if mark is None:
            break
        start = mark.end()
    return start


def label(text: str, start: int) -> re.Match[str] | None:
    """A label such as "Pricing:", "Market research -" or "Team leadership." before what was done."""
    return _LABEL.match(text, start)


def phrase(text: str, start: int) -> int | None:
    """Where the words after an opening phrase begin; None if none opens the statement."""
    found = _PHRASE.match(text, start)
    return found.end() if found and not _CLAUSE.search(found[0]) else None
