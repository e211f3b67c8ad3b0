"""Where the person lives: streets, postal codes, the town in the head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.extract.ordinary import PLACES
from spm_fit.extract.personal.head import cells
from spm_fit.extract.personal.naming import NO_NAMES as NO_PLACES
from spm_fit.extract.places import Spans
from spm_fit.model.document import Block, BlockKind, Document, Span

_NAME = r"[^\W\d_][\w'’.-]{0,30}"
_WAY = (
    r"(?:street|str|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|terrace|ter|way|parkway|pkwy|circle|cir|highway|hwy|close|crescent|cres"
    r"|grove|gardens|row|mews|trail|trl|loop|alley|quay|walk|hill|nagar|marg|colony|sector|block|estate|layout)"
)
_REST = (
    rf"(?:,? +(?i:apt|apartment|suite|ste|unit|flat|floor|fl|no|#)\.? ?#?[\w-]{{1,6}}|,? +# ?\w{{1,6}})?"
    rf"(?:,[ \t]*(?:(?![A-Z]{{1,2}}\d){_NAME}[ \t]?){{1,4}}){{0,3}}(?:,?[ \t]*\b[A-Z]{{1,2}}\d[\dA-Z]? ?\d[A-Z]{{2}}\b|,?[ \t]*\b\d{{4,6}}(?:-\d{{4}})?\b)?"
)
_STREETS = (
    # "12 Excel Road, Apt 4, Denver, CO 80203"; "Flat 3, 12 High Street".
    re.compile(rf"(?<![\w$€£.,])(?:(?i:flat|apt|apartment|unit)\.? ?\w{{1,4}}, *)?\d{{1,5}}[A-Za-z]?,? +(?:{_NAME} +){{1,4}}(?i:{_WAY})\b\.?{_REST}"),
    # "Hauptstrasse 12, 10115 Berlin"; "Rue de la Paix 3"; "Calle Mayor 5".
    re.compile(rf"\b[A-ZÄÖÜ][\w-]{{2,25}}(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|laan|straat|gatan|vej|gate|katu) +\d{{1,4}}[a-z]?(?:,?[ \t]+\d{{4,5}}[ \t]+(?:{_NAME}[ \t]?){{1,3}})?"),
    re.compile(rf"(?<!\w)(?:Rue|Calle|C/|Via|Viale|Rua|Avenida|Av\.|Ulica|ul\.|Plaza|Piazza|Avenue|Boulevard|Jalan|Jl\.) +(?:{_NAME} +){{1,4}}\d{{1,4}}\b{_REST}"),
    re.compile(rf"\b\d{{1,4}}(?: ?(?:bis|ter))?,? +(?i:rue|avenue|boulevard|place|all[ée]e|chemin|quai) +(?:{_NAME}[ \t]?){{1,5}}{_REST}"),
    re.compile(rf"\b(?i:p\.? ?o\.? ?box) +\d{{1,6}}{_REST}"),
)  # fmt: skip
_LABEL = re.compile(
    r"\b(?:(?:home|postal|mailing|permanent|current|residential|present)\s+)?(?:address|residence|location|lives? in|based in|residing in|hometown|city)\s*[:\t–-]\s*(?P<value>[^\t|•·\n]{3,120})",
    re.IGNORECASE,
)
_POST_CODE = r"(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]?|\d{3}\s\d{2}|\d{4,6})"
_TOWN = re.compile(
    rf"(?:{_POST_CODE}[ ,]\s*)?{_NAME}(?:[ /]{{1,3}}{_NAME}){{0,3}}(?:,\s*(?:{_NAME}(?: {_NAME}){{0,3}})){{1,3}}(?:,?\s*{_POST_CODE})?\.?"
)
_LONE = re.compile(rf"(?:{_POST_CODE}\s+)?{_NAME}(?:[ /]{{1,3}}{_NAME}){{0,3}}(?:,?\s*{_POST_CODE})?")
# "Pune (open to Bengaluru)".
_REMARK = re.compile(r"\s*\([^()]{2,80}\)$")
_STATE = re.compile(
    r"[A-Z]{2}\.?(?:\s+\d{5}(?:-\d{4})?)?|(?:.*\s)?(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas"
    r"|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|carolina|dakota|ohio|oklahoma|oregon"
    r"|pennsylvania|rhode island|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming|ontario|quebec|alberta|british columbia"
    r"|usa|u\.s\.a?\.?|uk|united (?:states(?: of america)?|kingdom|arab emirates)|england|scotland|wales|canada|australia|ireland|india|pakistan|bangladesh|sri lanka|nepal|china|japan|(?:south )?korea"
    r"|taiwan|hong kong|singapore|malaysia|indonesia|vietnam|thailand|philippines|new zealand|south africa|nigeria|kenya|ghana|egypt|morocco|tunisia|israel|turkey|türkiye|lebanon|jordan|saudi arabia"
    r"|germany|deutschland|france|spain|españa|portugal|italy|italia|netherlands|belgium|luxembourg|switzerland|austria|poland|czech republic|czechia|slovakia|hungary|romania|bulgaria|greece|serbia|croatia"
    r"|slovenia|ukraine|russia|lithuania|latvia|estonia|sweden|norway|denmark|finland|iceland|mexico|méxico|brazil|brasil|argentina|chile|colombia|peru|ecuador|uruguay|venezuela|costa rica|panama)(?:\s+\d{4,6})?",
    re.IGNORECASE,
)
_REACH = re.compile(r"@|\d{3}[ .)-]{1,2}\d{2,4}|\b(?:linkedin|github)\b", re.IGNORECASE)
_LONGEST = 80
_MORE_PLACES = frozenset("remote hybrid relocate relocation".split())


def find(document: Document, head: tuple[Block, ...], about: Spans) -> Iterator[Span]:
    """Streets anywhere; what is labelled an address, and towns, where the resume speaks of the person."""
    text = document.text
    for pattern in _STREETS:
        yield from (Span(match.start(), match.end()) for match in pattern.finditer(text))
    for match in _LABEL.finditer(text):
        span = Span(*match.span("value"))
        if about.overlap(span):
            yield span
    for block in document.blocks:
        if about.overlap(block.span) and block.kind is not BlockKind.HEADING:
            reach = bool(_REACH.search(document.slice(block.span)))
            for cell in _trimmed(document, block):
                if _is_town(_REMARK.sub("", document.slice(cell)), beside=reach):
                    yield cell


def _trimmed(document: Document, block: Block) -> Iterator[Span]:
    for cell in cells(document, block.span):
        text = document.slice(cell)
        start = cell.start + len(text) - len(text.lstrip(" ,;"))
        end = cell.end - (len(text) - len(text.rstrip(" ,;")))
        if start < end:
            yield Span(start, end)


def _is_town(text: str, *, beside: bool) -> bool:
    """Whether a cell of the head is a place: with its state or country, or alone beside a telephone or an address."""
    if len(text) > _LONGEST:
        return False
    words = {word.strip(".,()").lower() for word in text.split()}
    if not words.isdisjoint(NO_PLACES - {"of"}) or (not text[:1].isupper() and not text[:1].isdigit()):
        return False
    if _TOWN.fullmatch(text):
        return bool(_STATE.fullmatch(text.rsplit(",", 1)[1].strip())) or beside
    alone = bool(_LONE.fullmatch(text)) and words.isdisjoint(_MORE_PLACES)
    return alone and (beside or bool(_STATE.fullmatch(text) and len(text) > 3) or words <= PLACES)
