"""Whose tools they are: platforms that a product runs on and tools of customers, partners and employers are dropped."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.context import Found
from spm_fit.extract.groups import document_of, got, put, words_of
from spm_fit.extract.labels import label
from spm_fit.extract.places import Spans
from spm_fit.extract.rows import row
from spm_fit.model.document import Span
from spm_fit.model.finding import Section
from spm_fit.model.taxonomy import SkillKind

_REACH = 90
# Who is named after these is a customer, a partner or a competitor.
_OTHERS = re.compile(
    r"\b(?:(?:used|adopted|trusted|acquired|bought|hired|chosen|selected|purchased|sponsored|funded|backed|featured|published|recruited|licensed)"
    r"(?: (?:daily|widely|today|now|also))? by"
    r"|(?:clients?|customers?|accounts?|partners?|brands|compan(?:y|ies)|competitors?|vendors?|suppliers?|investors?|firms|employers?|logos|enterprises)"
    r"(?:,? (?:such as|like|including|e\.g\.))?"
    r"|(?:partner(?:ed|ing|ships?|s)?|negotiat\w+|compet\w+|contracts?|contracted|deals?|relationships?|alliances?|agreements?|collaborat\w+|merge[dr]?|terms)(?: (?:closely|directly|terms))? (?:with|against)"
    r"|(?:sold|sell(?:ing)?|pitch\w*|licen[sc]\w+|resold|presented)(?: [\w&-]+){0,4} to"
    r"|(?:acquisition|customers|employees|alumni|subsidiary|division|offices?|founders?) of|interned at|acquired|(?:engineers|managers|people|teams?) working on)[\s:,(]*\Z",
    re.IGNORECASE,
)
# What follows a name that is no tool here: a prize, a company, a crowd.
_NO_TOOL_AFTER = re.compile(
    r"(?:'s|’s)?\s+(?:Scholar\w*|Fellow\w*|Foundation|Awards?|Prize|Summit|Conference|Ventures|Inc\b|Ltd\b|LLC|GmbH|Corp\b|Corporation|Family|North America|EMEA"
    r"|stars?|followers|alumni|customers?|employees|recruiters?|phones?|handsets|headquarters|HQ)\b"
)
_EMPLOYER_AFTER = re.compile(
    r"\s+(?:(?:is|was|are) (?:used [^.;]{0,20}by|hiring|growing|looking|seeking|building|a|an|the|on)\b|has (?:a|been|grown)\b|(?:helps|offers|believes|enables|empowers|seeks)\b)"
)
# Who keeps a system running uses it.
_KEEPS = re.compile(
    r"\b(?:administ\w+|manag(?:e|es|ed|ing)|configur\w+|install\w*|support(?:ed|ing|s)?|maintain\w*|patch\w*|harden\w*|troubleshoot\w*|troubleshot|deploy\w*|migrat\w+|upgrad\w+|imag(?:ed|ing)"
    r"|set up|provision\w*|secur(?:ed|ing)|wrote|run|ran|experience|proficien\w+|knowledge|familiar\w*|scripting|kernel)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\s+(?:servers?|admin\w*|systems?|workstations?|desktops?|laptops?|pcs|machines|hosts?|kernel|shell|command|boxes|vms?|domains?|environments?|images|networks?|os\b|\d)"
    r"|\s*[&,/]?\s*(?:and\s+)?(?:windows|linux|unix|macos|mac os)?\s*(?:servers?|desktops?|laptops?|workstations?|hosts|systems|machines)\b",
    re.IGNORECASE,
)
_DRIVERS = re.compile(r"\b(?:kernel|drivers?|modules|daemons?|shell|packages)\b[^.;]{0,20}\Z", re.IGNORECASE)
_HANDHELD = frozenset(["ios", "android"])
_RUNS_ON = re.compile(
    r"\b(?:platforms?|devices?|operating systems?|os|browsers?|clients?|versions?|teams|apps?(?: for| on)?)[\s:,(]*(?:such as|like|including|e\.g\.)?\s*\Z",
    re.IGNORECASE,
)
# "TensorFlow Lite", "New Relic One": words that names of editions end with.
_EDITION = re.compile(
    r"(?: (?:Lite|Pro|One|Plus|Enterprise|Cloud|Desktop|Online|Premium|Express|Professional|Ultimate|Community|Standard|Core|Studio|Suite|Server|Hub|Go|Mobile|Live))+(?![\w-])"
)


# "Microsoft Suite: Word, Excel", "Atlassian stack - Jira": a heading for what follows.
_SUITE = re.compile(r".*(?:suite|stack|office|tools?|products|applications|package)", re.IGNORECASE)
_MEMBERS = re.compile(r"\s*(?::|-\s|\s[–—]\s)\s*")


@Language.factory("spm_usage")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that removes other people's tools from `matches`; `data` is JSON: ids of operating systems (`os`) and of `format`s."""
    areas = json.loads(data)
    area = {skill: name for name, skills in areas.items() for skill in skills}

    def prune(doc: Doc) -> Doc:
        put(doc, "matches", list(_own(doc, area)))
        return doc

    return prune


def _own(doc: Doc, area: dict[str, str]) -> Iterator[Found]:
    """The matches that stand, tools with the printed name of their edition."""
    text = document_of(doc).text
    found = got(doc, "matches", Found)
    sentences = [Span(s.starts[0], s.ends[-1]) for s in words_of(doc).sentences if s.starts]
    starts = [sentence.start for sentence in sentences]
    beside: dict[Span, list[Found]] = {}
    for item in found:
        if item.entry.kind is SkillKind.TOOL:
            beside.setdefault(sentences[bisect_right(starts, item.span.start) - 1], []).append(item)
    employers = {t.entry.skill for whole, tools in beside.items() for t in tools if _is_employer(text, whole, t.span)}
    lists = Spans(section.body for section in got(doc, "sections", Section) if section.name == "skills")
    for item in found:
        if item.entry.kind is not SkillKind.TOOL:
            yield item
            continue
        whole = sentences[bisect_right(starts, item.span.start) - 1]
        tools = beside[whole]
        if item.entry.skill in employers or _is_heading(text, whole, item.span, tools):
            continue
        if lists.contain(item.span) or not _is_others(text, whole, item, tools, area):
            edition = _EDITION.match(text, item.span.end, whole.end)
            yield replace(item, span=Span(item.span.start, edition.end())) if edition else item


def _is_employer(text: str, whole: Span, span: Span) -> bool:
    """Whether a sentence says what it is or wants: "Example is growing its team"; all of it is spoken of, then."""
    return span.start == whole.start and bool(_EMPLOYER_AFTER.match(text, span.end, whole.end))


def _is_heading(text: str, whole: Span, span: Span, tools: list[Found]) -> bool:
    """Whether it is what a list is called: "AI tools: ...", "Microsoft Suite: Word, Excel"."""
    name = text[span.start : span.end]
    members = _MEMBERS.match(text, span.end, whole.end)
    if members and _SUITE.fullmatch(name) and any(tool.span.start == members.end() for tool in tools):
        return True
    told = label(text, whole)
    return told is not None and span.end <= told[1].start and name.split()[-1].islower()


def _is_others(text: str, whole: Span, item: Found, near: list[Found], area: dict[str, str]) -> bool:
    span = item.span
    line = row(text, whole, span, (tool.span for tool in near))
    cue = text[max(whole.start, line.start - _REACH) : line.start]
    if _OTHERS.search(cue) or _NO_TOOL_AFTER.match(text, span.end, whole.end):
        return True
    kinds = {area.get(t.entry.skill) for t in near if any(name.overlaps(t.span) for name in line.names)}
    if "os" in kinds and _RUNS_ON.search(cue) and not label(text, whole):
        return True
    if item.entry.skill not in area or label(text, whole) or None in kinds:
        return False
    if area[item.entry.skill] == "format":
        return True
    words = text[span.start : span.end].split()
    if item.entry.skill in _HANDHELD:
        return len(words) == 1
    before = text[max(whole.start, span.start - _REACH) : span.start]
    kept = _KEEPS.search(before) and (words[-1][0].isdigit() or _KEPT.match(text, span.end, whole.end))
    return not (kept or _DRIVERS.search(before) or _KEPT.match(text, line.end, whole.end))
