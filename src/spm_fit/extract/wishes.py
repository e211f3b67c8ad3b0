"""Must or nice: what the words of a requirement say, and where a wish begins inside a demand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.model.document import Span
from spm_fit.model.finding import Demand

_ENDS = r"(?=\s*(?:[.,;:)\]!]|$))"
# Words that make a wish of what they stand beside; some only at the end of it, where they are no part of the thing wished.
_WISH = re.compile(
    r"\b(?:preferred(?! (?:suppliers?|vendors?|partners?|providers?|stock|customers?|names?|pronouns?|methods?|shares?|locations?|working)\b)|preferabl[ey]|preference (?:given|for|to|will)|(?:is|are|be) (?:an? )?(?:added |big |huge |massive |strong |definite |great |distinct )*(?:plus|asset|advantage|bonus)\b|an? (?:added |big |huge |massive |strong |definite |great |distinct )*(?:plus|asset|advantage|bonus)\b"
    rf"|(?:an? )?plus{_ENDS}|pluses|nice[- ]to[- ]haves?|(?:is|are|highly|strongly|also) desir(?:ed|able)|desirable|desired{_ENDS}|desired,? (?:but|though)|(?:^|[.;(\[]\s*)(?:bonus|extra|brownie) points|(?:^|[.;,(]\s*)(?:a )?bonus\b(?=:| if| for)|bonus{_ENDS}"
    r"|ideally|(?:may|might|could) (?:also )?have\b|advantageous|(?:added |an )advantage|(?:an|strong|valuable) asset\b|(?:would|will|could|can) be (?:an? |highly |very |really |considered |greatly )*(?:great|nice|ideal|beneficial|useful|helpful|appreciated|valued|welcome|advantageous|favou?red)"
    rf"|(?<=\w )helpful{_ENDS}|(?:is|are|also) (?:very |highly |always |also )?(?:helpful|beneficial|useful|welcome|appreciated|valued)\b|(?:highly|well) (?:regarded|valued|appreciated|beneficial)|not (?:strictly )?(?:required|essential|necessary|mandatory)|not (?:an? )?(?:hard )?(?:must|requirement|necessity)\b|optional{_ENDS}|beneficial{_ENDS}"
    r"|(?:we|would)(?:['’]d| would)? (?:love|prefer) (?:it|to see)\b|(?:it )?would be (?:great|nice)|we['’]d love it)",
    re.IGNORECASE | re.MULTILINE,
)
# "..., preferably in retail" adds a wish to the demand before it.
_ADDS = re.compile(r"preferabl[ey]|ideally", re.IGNORECASE)
HARD = re.compile(r"\b(?:required|must|mandatory|minimum|at least|essential)\b", re.IGNORECASE)
_FIRM = re.compile(r"\b(?:degree|bachelor(?:['’]?s?)?|years?|yrs|fluen\w+|strong|excellent|proficien\w+|proven)\b", re.IGNORECASE)  # fmt: skip
_ASIDE = re.compile(r"\([^()]*\)")
_CUTS = re.compile(r";\s+|(?<=[a-z0-9)])[.!]\s+|,\s+(?:and |but |with |while )?|\s[-–—]\s|\s+with (?:an? )?(?=\S+(?: \S+){0,3}$)|\s+and\s+", re.IGNORECASE)  # fmt: skip
_AFTER = re.compile(r";\s+|(?<=[a-z0-9)])\.\s+")
_WEAK_CUT = re.compile(r"\s+and\s+", re.IGNORECASE)
# "No experience is required" asks for nothing.
_WAIVED = re.compile(
    r"\W*(?:no|not|none)\b[^.;]{0,60}\b(?:required|needed|necessary|expected)\b(?!\s*:)|[^.;:]{0,20}\b(?:do not|don['’]t) (?:need|require|expect)\b(?! (?:to be|hand|super|much|constant|any (?:hand|super)))"
    r"|[^.;:,]{0,40}\b(?:is|are) not (?:required|needed|necessary)\W*$|\W*(?:n/?a|none|not applicable)\W*$|\W*there (?:is|are) no\b|[^.;]{0,60}\bso no experience\b",
    re.IGNORECASE,
)
_ALL_ASIDE = re.compile(r"\W*(?:strongly |highly |is |are |but |a |an )*\W*$", re.IGNORECASE)
# A demand has so many words at least, one before an added wish so many; a wish's pattern may begin with a mark and a blank.
_SHORTEST, _OWN, _LEADING = 2, 4, 3
# A demand follows a wish within so many characters; so many marks before a wish may divide it from its demand.
_NEAR, _MARKS = 200, 12


def is_wish(text: str) -> bool:
    """Whether the words say that it is preferred, not required."""
    return _WISH.search(text) is not None


def judged(text: str, span: Span, default: Demand) -> Iterator[tuple[Span, Demand]]:
    """What a requirement, at `span` of the text, asks: itself, or demands and their wishes; nothing if it waives."""
    if _WAIVED.match(text[span.start : span.end]):
        return
    if default is Demand.NICE:
        yield span, default
        return
    for part in _turns(text, span):
        yield from _demanded(text[part.start : part.end], part)


def _turns(text: str, span: Span) -> Iterator[Span]:
    """A requirement, cut after each wish that a demand follows: "MBA preferred; bachelor's degree required"."""
    start = span.start
    while wish := _WISH.search(text, start, span.end):
        after = _AFTER.search(text, wish.end(), span.end)
        if after is None or not HARD.search(text, after.end(), min(span.end, after.end() + _NEAR)):
            break
        yield Span(start, after.start())
        start = after.end()
    yield Span(start, span.end)


def _demanded(words: str, span: Span) -> Iterator[tuple[Span, Demand]]:
    """The demand and the wish that the words at a span hold."""
    wish = _WISH.search(words)
    if wish is None:
        yield span, Demand.MUST
        return
    aside = next((m for m in _ASIDE.finditer(words) if m.start() < wish.start() < m.end()), None)
    if aside is not None:
        yield from _bracketed(words, span, aside)
        return
    cut = _cut(words, wish)
    if cut is None:
        yield span, Demand.NICE
        return
    head_end, start, end = cut
    yield Span(span.start, span.start + head_end), Demand.MUST
    yield Span(span.start + start, span.start + end), Demand.NICE


def _bracketed(words: str, span: Span, aside: re.Match[str]) -> Iterator[tuple[Span, Demand]]:
    """A wish in brackets is one of its own, unless the brackets hold nothing else: then it is of what stands before."""
    inner = _WISH.sub("", aside[0][1:-1])
    if not _ALL_ASIDE.match(inner):
        yield span, Demand.MUST
        if len(words[: aside.start()].split()) >= _SHORTEST:
            yield Span(span.start + aside.start() + 1, span.start + aside.end() - 1), Demand.NICE
        return
    cut = max((m for m in _CUTS.finditer(words, 0, aside.start()) if not _WEAK_CUT.fullmatch(m[0])), key=lambda m: m.end(), default=None)  # fmt: skip
    if cut is not None and HARD.search(words[: cut.start()]):
        yield Span(span.start, span.start + cut.start()), Demand.MUST
        yield Span(span.start + cut.end(), span.end), Demand.NICE
    else:
        yield span, Demand.NICE


def _cut(words: str, wish: re.Match[str]) -> tuple[int, int, int] | None:
    """(end of the demand, start and end of its wish), or None if all of it is a wish."""
    if _ADDS.match(wish[0]) and len(words[: wish.start()].split()) >= _SHORTEST:
        head = words[: wish.start()].rstrip(" ,(;-–—")
        if len(head.split()) >= _OWN or _FIRM.search(head):
            return len(head), wish.start(), len(words)
    marks = [mark for mark in _CUTS.finditer(words, 0, wish.end()) if mark.end() <= wish.start() + _LEADING * (words[wish.start()] in ".;,([")]  # fmt: skip
    marks = marks[-_MARKS:]
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        if not _has_own(words[mark.end() :], wish):
            continue
        if _stands(words[: mark.start()], mark):
            mark = _first_of_list(words, marks[: number + 1])
            return mark.start(), mark.end(), len(words)
        if not _WEAK_CUT.fullmatch(mark[0]):
            return None
    return None


def _has_own(rest: str, wish: re.Match[str]) -> bool:
    """Whether something is wished after a cut, not before it."""
    return any(c.isalpha() for c in _WISH.sub("", rest)) or wish[0].lower().startswith("bonus")


def _stands(head: str, mark: re.Match[str]) -> bool:
    """Whether the words before a cut are a demand of their own."""
    if len(head.split()) < _SHORTEST:
        return False
    if HARD.search(head):
        return True
    if _WEAK_CUT.fullmatch(mark[0]):
        return False
    return bool(_FIRM.search(head)) or mark[0][0] in ".;!" or mark[0].lstrip().startswith("with")


def _first_of_list(words: str, marks: list[re.Match[str]]) -> re.Match[str]:
    """The cut before a list of wishes: "Excel is required, Word, Visio and Access are a plus"."""
    best = marks[-1]
    for mark in reversed(marks[:-1] if best[0][0] not in ".;!" else []):
        between = words[mark.end() : best.start()]
        if len(between.split()) > _SHORTEST or HARD.search(between) or not HARD.search(words[: mark.start()]):
            break
        best = mark
    return best
