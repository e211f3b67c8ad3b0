"""Labels and headings that say that tools follow: "Tools:", "Operating systems:", "Technical Skills"."""

from __future__ import annotations

import re
from enum import IntEnum

from spm_fit.model.document import Span

_LABEL = re.compile(r"[^\w\n]*([A-Za-z][A-Za-z0-9 /&,.+-]{1,45}?)\s*(?::|\t|\s[–—-]\s)\s*(?=[\w.(])")
_SURE = re.compile(
    r"(?:.*\b)?(?:tools?|toolset|toolkit|toolbox|software|technolog(?:y|ies)|(?:tech(?:nology|nical)? )?stack|programs|packages|applications"
    r"|(?:programming|coding|scripting|markup|query|computer|web) languages?|databases?|r?dbms|data ?stores?|frameworks?|libraries|modules"
    r"|operating systems?|os|(?:web|app|application|database) ?servers?(?:/tools)?|ides?|editors?|(?:version|source|revision) control(?: systems?)?|scm"
    r"|(?:computer|technical|it|software|digital|programming|technology) skills|technical (?:proficienc(?:y|ies)|expertise|knowledge|summary)"
    r"|(?:erp|crm|cms|lms|ats|hris|hcm|hrms|e[mh]rs?|pos|bi|etl|cad|gis|plm|mes|wms|tms|itsm|lims|dam)(?: systems?)?)"
    r"(?: (?:used|known|include|worked with))?(?: \([^)]*\))?",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"(?:.*\b)?(?:environments?|languages?|systems?|cloud|devops|ci/cd|monitoring|testing|network(?:ing)?|security|protocols?|analytics|data|design"
    r"|platforms?|infrastructure|automation|virtuali[sz]ation|containers?|containeri[sz]ation|reporting|visuali[sz]ation|graphics?|multimedia"
    r"|office|productivity|collaboration|project management|technical|computers?|programming|scripting|web|mobile|back-?end|front-?end|ai|ml"
    r"|machine learning|services|servers|middleware|messaging|storage|accounting|marketing|email|social media|prototyping|documentation|editing"
    r"|orchestration|build|deployment|logging|simulation|modell?ing|statistics|statistical|hardware|engineering|development|management)"
    r"(?: (?:used|known|platforms?|services))?",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:soft|interpersonal|personal|spoken|interests?|hobbies|methods?|methodolog\w+|approaches|practices|courses?|coursework|driving|hand|power|kitchen)\b",
    re.IGNORECASE,
)


class Place(IntEnum):
    """How surely tools stand somewhere, least first."""

    PLAIN = 0
    LIKELY = 1
    SURE = 2


def place_of(heading: str) -> Place:
    """What a heading or the text of a label says of the words below or beside it."""
    heading = " ".join(heading.split()).strip(" :-–|•")
    if _NEVER.search(heading) and not re.search(r"\btools?\b", heading, re.IGNORECASE):
        return Place.PLAIN
    if _SURE.fullmatch(heading):
        return Place.SURE
    return Place.LIKELY if _LIKELY.fullmatch(heading) else Place.PLAIN


def label(text: str, span: Span) -> tuple[Place, Span] | None:
    """The label that a line begins with and the rest of the line; None if it has none."""
    match = _LABEL.match(text, span.start, span.end)
    if match is None or len(match[1].split()) > 5:
        return None
    return place_of(match[1]), Span(match.end(), span.end)
