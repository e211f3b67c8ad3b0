"""The names of schools in entries of education; subjects, degrees and places around them stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.extract.personal.head import lines_of
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Section

_KEYWORD = re.compile(
    r"\b(?:universit\w*|univ\b|college|collège|colegio|institut\w*|instituto|istituto|schools?|schule|academy|academia|académie|pol[iy]te[ck]h?ni\w*|politecnico|politécnica|facult\w*|hochschule|fachhochschule"
    r"|\w*hochschule|[eé]cole|lyc[eé]e|gymnasium|seminary|conservatory|uniwersytet|univerzita|università|universidade|universidad)\b",
    re.IGNORECASE,
)
# Schools that nobody calls by such a word.
_KNOWN = re.compile(
    r"\b(?:MIT|Massachusetts Institute of Technology|Stanford|Harvard(?: Business| Extension)?|Oxford|Cambridge|Yale|Princeton|Wharton|Kellogg|Columbia|Cornell|Dartmouth|Duke|Brown|Berkeley(?: Haas)?"
    r"|UC [A-Z][a-z]+(?: [A-Z][a-z]+)?|INSEAD|ETH(?: Z[uü]rich)?|EPFL|LSE|UCL|UCLA|USC|NYU|Caltech|Georgia Tech|Virginia Tech|Texas Tech|HEC(?: Paris)?|ESSEC|ESCP|ESADE|IESE|IE Business"
    r"|IIT [A-Z]\w+|IIM [A-Z]\w+|NIT [A-Z]\w+|IIIT [A-Z]\w+|BITS Pilani|VIT|Sciences Po|KAIST|NUS|NTU|HKUST|TU [A-Z]\w+|RWTH(?: Aachen)?|KTH|TUM|LMU|Penn State|Texas A&M|Carnegie Mellon|Cal Poly(?: \w+)?"
    r"|McGill|Technion|SUNY \w+|CUNY \w+|[A-Z][a-z]+ State(?!\s+(?:of|Board|Street))|[A-Z][a-z]+ Tech\b)(?=\W|$)"
)
_DEGREE = re.compile(
    r"(?<![\w.])(?:B\.?\s?S\.?\s?c?|B\.?\s?A|B\.?\s?Eng|B\.?\s?E|B\.?\s?Tech|B\.?\s?Com|B\.?B\.?A|B\.?C\.?A|LL\.?[BM]|M\.?\s?B\.?\s?A|E\.?M\.?B\.?A|M\.?\s?S\.?\s?c?|M\.?\s?A|M\.?\s?Eng|M\.?\s?Tech|M\.?C\.?A|M\.?Ed|M\.?Phil|M\.?P\.?[AHP]"
    r"|Ph\.?\s?D|D\.?Phil|A\.?A|A\.?S|J\.?D|M\.?D|PG\.?D\.?M?|Dipl\.?-?(?:Ing|Kfm|Inf)?)\.?(?![\w'])"
    r"|\b(?:bachelor|master|doctor|associate)(?:['’]?s)?(?: degree)?(?: of (?:science|arts|engineering|business administration|technology|commerce|laws?|education|fine arts|philosophy|design|applied science))?(?: \(hons?\.?\))?\b"
    r"|\b(?:diploma|certificate|minor|major|honou?rs|degree|abitur|baccalaur[eé]at|a[- ]levels?|gcses?|ged|executive (?:education|program(?:me)?)|exchange (?:semester|year))\b",
    re.IGNORECASE,
)
# What stands in an entry besides degree and school.
_TOLD = re.compile(
    r"\b(?:gpa|grade|cum laude|dean|first[- ]class|distinction|thesis|dissertation|cours\w+|modules?|relevant|minor|major|concentration|speciali[sz]ation|focus|scholar\w*|award\w*|member|president|graduated|expected"
    r"|present|hono[u]?rs|activities|project|capstone|certif\w+|trainings?|belt|courses?|workshops?|bootcamp|same|licen[cs]\w*|professional|memberships?)\b|\d",
    re.IGNORECASE,
)
_FIELDS = re.compile(
    r"\b(?:arts?|business|administration|computer|computing|science|sciences|engineering|economics|finance|marketing|management|psychology|mathematics|maths?|statistics|physics|chemistry|biology|design|communications?|media"
    r"|journalism|english|history|philosophy|political|politics|sociology|anthropology|law|accounting|information|informatics|technology|systems|software|electrical|mechanical|civil|industrial|education|nursing|music|literature"
    r"|linguistics|languages?|international|relations|studies|interaction|human|data|analytics|operations|supply|entrepreneurship|innovation|product|strategy|leadership|public|policy|environmental|applied|cognitive|architecture"
    r"|hospitality|nutrition|culinary|supply|commerce|research|development|german|french|spanish)\b",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\t|\s*[|•·●()\[\]]\s*|\s+[-–—~/]+\s+|[,;:]\s+|\s+(?:at|from)\s+(?=[A-Z])|\s@\s")
_RUN = re.compile(
    r"(?:[^\W\d_a-z][\w'’.&-]*|(?:of|the|at|for|de|des|du|la|le|di|da|do|und|für|and|&|in|y|e)(?=\s))(?:\s+(?:[^\W\d_a-z][\w'’.&-]*|(?:of|the|at|for|de|des|du|la|le|di|da|do|und|für|and|&|in|y|e)(?=\s)))*"
)
_JOINER = re.compile(r"(?:of|in|and|at|the|for|&)\s+")
# "Software Management" in "Software Management Lakemont University", but not all of "Business School".
_LEAD = re.compile(rf"(?:(?:{_FIELDS.pattern[2:-2]}|of|in|and|&)\s+(?=\S+\s)){{1,6}}", re.IGNORECASE)
_CAMPUS = re.compile(r"\b(?:university|institute|school|college) (?:of|for)\b|\buniversit\w+ d[eiu]", re.IGNORECASE)
_TOWN = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?")
_CERTIFIED = re.compile(r"\bcertifi(?:ed|cation|cate)\b", re.IGNORECASE)
_COURSE = re.compile(r"certificate|diploma|executive.*|exchange.*|minor|major|degree|associate", re.IGNORECASE)
_ACADEMIC = re.compile(r"\b(?:universit|college|graduate)", re.IGNORECASE)
_LONGEST_LINE, _MOST_WORDS = 240, 8
_SCHOOL_LEVEL = re.compile(r"\s+(?:(?:senior|junior) )?(?:high|secondary|grammar) school\W*$", re.IGNORECASE)


def find(document: Document, sections: tuple[Section, ...]) -> Iterator[Span]:
    """The schools of all education sections; elsewhere those that stand in one line with a degree."""
    for name in ("other", "certifications", "summary"):
        for block in lines_of(document, sections, name):
            text = document.slice(block.span)
            told = _is_certificate(text)
            if not told and _DEGREE.search(text) and (_KEYWORD.search(text) or _KNOWN.search(text)):
                yield from _keyworded(document, block)
    entries = [b for b in lines_of(document, sections, "education") if not _is_certificate(document.slice(b.span))]
    found = [list(_keyworded(document, block)) for block in entries]
    for number, block in enumerate(entries):
        yield from found[number]
        near = range(max(0, number - 2), min(len(entries), number + 3))
        if not found[number] and block.kind is not BlockKind.ITEM:
            beside = [document.slice(entries[n].span) for n in near if n != number and not found[n]]
            named = len(near) - 1 > len(beside)
            yield from _unknown(document, block, beside, named=named)


def _is_certificate(text: str) -> bool:
    """Whether a line is about a certificate and no degree: who gives one is part of what it is."""
    degrees = (match for match in _DEGREE.finditer(text) if not _COURSE.fullmatch(match[0]))
    return bool(_CERTIFIED.search(text)) and next(degrees, None) is None and not _ACADEMIC.search(text)


def _pieces(document: Document, block: Block) -> list[Span]:
    spans, start = [], block.span.start
    for match in _CELLS.finditer(document.text, block.span.start, block.span.end):
        spans.append(Span(start, match.start()))
        start = match.end()
    spans.append(Span(start, block.span.end))
    return [span for span in spans if span.start < span.end]


def _keyworded(document: Document, block: Block) -> Iterator[Span]:
    """Names with "University" or another such word in them, and those that everybody knows."""
    pieces = _pieces(document, block)
    for number, piece in enumerate(pieces):
        start = _behind_degree(document, piece)
        taught = start > piece.start or (number > 0 and _ends_degree(document, pieces[number - 1]))
        run = _school_in(document, Span(start, piece.end), taught=taught)
        if run is None:
            continue
        yield _without_level(document, run)
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        text = document.slice(after) if after else ""
        # "University of California, Berkeley": the town is part of the name.
        if after and _CAMPUS.search(document.slice(run)) and _TOWN.fullmatch(text.strip()) and _is_free(text):
            yield after


def _without_level(document: Document, run: Span) -> Span:
    """ "Example High School": what sort of school it was is what was learnt there, and no name."""
    level = _SCHOOL_LEVEL.search(document.text, run.start, run.end)
    return Span(run.start, level.start()) if level and level.start() > run.start else run


def _behind_degree(document: Document, piece: Span) -> int:
    degrees = list(_DEGREE.finditer(document.text, piece.start, piece.end))
    last = degrees[-1] if degrees else None
    return last.end() if last and not _KEYWORD.match(document.text, last.start()) else piece.start


def _ends_degree(document: Document, piece: Span) -> bool:
    return _behind_degree(document, piece) >= piece.end - 1


def _school_in(document: Document, piece: Span, *, taught: bool) -> Span | None:
    """The name in a part of a line; `taught` tells that what was studied may stand before it."""
    text = document.text
    for pattern in (_KEYWORD, _KNOWN):
        if (hit := pattern.search(text, piece.start, piece.end)) is None:
            continue
        for run in _RUN.finditer(text, piece.start, piece.end):
            if run.start() <= hit.start() < run.end():
                start = run.start()
                lead = _LEAD.match(text, start, hit.start()) if taught else _JOINER.match(text, start, hit.start())
                return Span(lead.end() if lead else start, max(run.end(), hit.end()))
        whole = document.slice(piece)
        if whole.islower():
            return None
        if pattern is _KEYWORD and len(whole.split()) <= _MOST_WORDS:
            return Span(piece.start + len(whole) - len(whole.lstrip()), piece.start + len(whole.rstrip()))
        return Span(hit.start(), hit.end())
    return None


def _unknown(document: Document, block: Block, near: list[str], *, named: bool) -> Iterator[Span]:
    """A school that nothing names one: the part of an entry that is no degree, subject, date or remark.

    `near` are the lines beside it that name no school, `named` tells whether others do.
    """
    text = document.slice(block.span)
    pieces = _pieces(document, block)
    free = [piece for piece in pieces if _is_free(document.slice(piece))]
    if not free or len(text) > _LONGEST_LINE or (_TOLD.match(text.strip()) and not text.strip()[:1].isdigit()):
        return
    if _DEGREE.search(text):
        # "Bachelor, Electronics, Kellstone": behind a bare degree stands what was studied, but not behind an MBA.
        bare = any(_ends_degree(document, piece) for piece in pieces) and not re.search(r"M\.?B\.?A", text)
        yield from [] if named else free[bare : bare + 1]
    elif any(_DEGREE.search(line) and not _has_school(line) for line in near) and free[0].start - block.span.start < 3:
        yield free[0]


def _has_school(line: str) -> bool:
    """Whether a line with a degree has a school of its own that nothing calls one."""
    parts = [part for part in _CELLS.split(line) if part and _is_free(part)]
    return len(parts) > 0


def _is_free(text: str) -> bool:
    text = text.strip()
    return (
        len(text) > 1
        and len(text.split()) <= _MOST_WORDS
        and text[:1].isupper()
        and not (_DEGREE.search(text) or _TOLD.search(text) or _FIELDS.search(text))
        and not re.fullmatch(r"[A-Z]{2}", text)
    )
