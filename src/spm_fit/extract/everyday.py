"""Everyday words that are names of tools, too (Notion, Access, Go): the words around say which is meant."""

from __future__ import annotations

import re
from collections.abc import Collection

from spm_fit.extract.names import is_abbreviation
from spm_fit.extract.rows import NAME_WORD, Row, row
from spm_fit.model.document import Span

# So many characters before a word say how it is meant.
_REACH = 160
# What people do with a tool: what follows is one.
_VERBS = (
    r"us(?:e|es|ed|ing|age of|e of)|utili[sz]\w+|leverag\w+|via|adopt\w*|administer\w*|configur\w+|implement\w*|introduc\w+|deploy\w*"
    r"|roll(?:ed|ing|s)? out|set(?:ting)? up|customi[sz]\w+|learn\w*|taught|teaching|master\w*|operat(?:ed|es|ing)|integrat\w+"
    r"|migrat\w+|coded|program\w*|written|write|wrote|maintain\w*|automat\w+|upload\w*|knows?|knowing"
)
_SKILLS = (
    r"proficien\w+|experienced?|expert\w*|familiar\w*|fluen\w+|skill(?:s|ed)|knowledge|competen\w+|trained|training|certified|versed|comfortable"
    r"|expertise|hands-on|background|grounding|grasp|command|conversant|adept"
)
_BY_VERB = re.compile(
    rf"\b(?:(?:{_VERBS})(?: (?:in|with|from|to|into|on))?|(?:{_SKILLS}) (?:in|with|using|of|on)(?: (?:using|both))?|tools? (?:like|such as)|such as|e\.g\.,?|including)\s+\Z",
    re.IGNORECASE,
)
_BY_PLACE = re.compile(r"\b(?:in|into|with|within|over|through|on|behind)\s+\Z", re.IGNORECASE)
# "moved meetings to Teams", "uploaded lessons to Canvas"
_BY_MOVE = re.compile(
    r"\b(?:mov|switch|migrat|transition|convert|port|shift|upload|export|import|publish|post|sync|load|link|send|sent)[a-z]*\b[^.;]{0,48}\b(?:to|from|into)\s+\Z",
    re.IGNORECASE,
)
# "moved from Confluence to Notion", "ported from C to Rust"
_FROM = re.compile(rf"\bfrom {NAME_WORD}(?: {NAME_WORD})? to \Z")
_TO = re.compile(r"\s+to [A-Z]")
_LABEL = re.compile(
    r"(?:tools?|software|technolog(?:y|ies)|stack|environment|languages?|databases?|frameworks?|systems?|programs?|applications?|packages?"
    r"|skills?|cloud|servers?|platforms?|libraries|scripting|testing|editors?|ides?|control|used|bi|etl|crm|erp|e[mh]r|pos|cad|ai)\W{0,3}[:–-]\s*\Z",
    re.IGNORECASE,
)
# "Advanced Excel", "MS Access"
_GRADE = re.compile(r"\b(?:advanced|basic|intermediate|expert|strong|good|excellent|working)\s+\Z", re.IGNORECASE)
_THING = (
    r"databases?|workspaces?|tickets?|boards?|docs|dashboards?|macros?|scripts?|quer(?:y|ies)|forms|channels?|bots?|plug-?ins?|extensions?|integrations?"
    r"|connectors?|apps?|applications?|software|systems?|tools?|modules?|servers?|clusters?|containers?|microservices?|backends?|code|codebase|compilers?"
    r"|components?|developers?|engineers?|programming|programs?|admin(?:istrators?|istration)?|implementations?|deployments?|certifi\w+|licen[sc]es|templates?"
    r"|playbooks?|cookbooks?|manifests|charts|pipelines?|jobs|frameworks?|library|libraries|packages?|instances?|notebooks?|tests|syntax|language|spreadsheets?"
    r"|files|books|scenarios|policies|roles|buckets?|topics|queues?|functions|streams|alerts|agents|repos|repositor(?:y|ies)|desktops?|laptops?|workstations?"
    r"|machines|hosts?|domains?|environments?|CRM|ERP|POS|E[HM]Rs?|LMS|HCM|HRIS|ATS|APIs?|SDK|PCs|VMs"
)
_ITEM = re.compile(r"[,;|•\t(:]\s*\Z")
_BEFORE_THING = re.compile(rf"\s+(?:{_THING})\b")
# A sentence or a label begins, though no mark stands before it.
_BEGINS = r"(?:[A-Z][a-z]+ed\b|(?:Led|Built|Ran|Wrote|Made|Held|Won|Grew)\b|[A-Z]\w+:)"
_ENDS = re.compile(rf"\s*(?:[,;:)/|•\t.!?&+(\n]|[–-]\s|\Z)|\s+(?:and|or|vs)\b|\s+{_BEGINS}")
_GOES_ON = re.compile(
    r"\s+(?:to|for|on|as|at|by|from|with|across|during|within|after|under|behind|while|when|that|which|so|in|into|over|among|until|since|using|via)\s",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\s+v?\d[\d.]*\w?(?=[\s,;)/|•.]|\Z)")
_LONGER_BEFORE = re.compile(rf"(?:(?<![\w.])(?!(?:and|or)\b){NAME_WORD}|\w[-'’])\s?\Z")
_LONGER_AFTER = re.compile(rf"\s(?!{_BEGINS})[A-Z][\w&]|-\w|['’]\w")


def meant(text: str, whole: Span, span: Span, tools: Collection[Span], *, in_list: bool) -> bool:
    """Whether an everyday word names the tool. `tools`: sure names of tools near; `in_list`: it stands in a list of skills."""
    line = row(text, whole, span, tools)
    before, after = text[max(whole.start, span.start - _REACH) : span.start], text[span.end : whole.end]
    cue = text[max(whole.start, line.start - _REACH) : line.start]
    company = any(tool != span and _inside(tool, line) for tool in tools)
    if text[span.start : span.end].islower():
        return in_list and _between(line, span, tools)
    if _is_part(before, after, whole.start == span.start - len(before)):
        return False
    if before.endswith("(") and is_abbreviation(text[span.start : span.end], before):
        return False
    ends = bool(_ENDS.match(after) or _VERSION.match(after))
    if ends and (company or _LABEL.search(cue)):
        return True
    if in_list and ends and (tools or not before.strip() or _GRADE.search(before)):
        return bool(line.start == whole.start or _GRADE.search(before) or _is_cue(cue) or _ITEM.search(before))
    if _BEFORE_THING.match(after) and before.strip():
        return True
    if (company or _BY_VERB.search(cue) or _BY_MOVE.search(cue)) and before.strip():
        return ends or bool(_GOES_ON.match(after))
    if _FROM.search(before) or (before.endswith("from ") and _TO.match(after)):
        return True
    return bool(_BY_PLACE.search(cue)) and (ends or (before.endswith("in ") and bool(_GOES_ON.match(after))))


def _is_cue(cue: str) -> bool:
    return bool(_BY_VERB.search(cue) or _BY_PLACE.search(cue))


def _inside(tool: Span, line: Row) -> bool:
    return any(name.overlaps(tool) for name in line.names)


def _is_part(before: str, after: str, begins: bool) -> bool:
    """Whether it is a part of a longer name: "Times Square", "Access Control"; a sentence's first word is none."""
    longer = _LONGER_BEFORE.search(before)
    if longer and not _GRADE.search(before) and not (begins and longer.start() == 0):
        return True
    return bool(_LONGER_AFTER.match(after)) and not _BEFORE_THING.match(after)


def _between(line: Row, span: Span, tools: Collection[Span]) -> bool:
    """Whether all its neighbours in a list are tools, and it has one."""
    at = line.names.index(span)
    beside = [*line.names[max(0, at - 1) : at], *line.names[at + 1 : at + 2]]
    return bool(beside) and all(any(name.overlaps(tool) for tool in tools) for name in beside)
