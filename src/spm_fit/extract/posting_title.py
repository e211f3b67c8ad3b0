"""The title of the job that a posting is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.extract.titles import TitleReader
from spm_fit.model.document import BlockKind, Document

_LABEL = re.compile(
    r"\s*(?:job title|position title|job description|title|position|role|job|vacancy|(?:job )?announcement|we are hiring|we're hiring|hiring|now hiring|opening)\s*(?:[:–-]\s*|\t\s*)(.+)",
    re.IGNORECASE,
)
# "We're looking for a Senior Product Manager to join our team", "As our first Product Manager, you will ..."
_NAME = r"([A-Z][^.!?:;]{3,80}?)(?=\s+(?:to|who|in|for|with|at|that)\b|[.!?,;:]|$)"
_EXPERIENCED = r"(?:(?:an?|our|the|next|first|new|experienced|talented|skilled|seasoned|passionate|motivated|dedicated|driven)\s+)*"
_WANTED = re.compile(
    rf"(?:\b(?:looking for|(?i:we)?\s*[Ss]eek(?:ing)?|hiring|searching for|in search of|recruiting|(?i:join) us as|reports? as|work\w* as)|^\W*As)\s+{_EXPERIENCED}{_NAME}"
)
# Whom one works with or for is not what one is.
_SOMEONE_ELSE = re.compile(
    r"\b(?:(?:works?|working|partner(?:s|ing)?|collaborat(?:es?|ing)) with|report(?:s|ing)? (?:in)?to|support(?:s|ing)? (?:the|our|an?)"
    r"|alongside|together with|join(?:s|ing)? (?:our|the|us))\b|\byears?\b|[.;]\s",
    re.IGNORECASE,
)
_CUT = re.compile(r"\t|\s[|•·@]\s|\s[-–—]\s|\s\(|,\s|\s+at\s+[A-Z]")
_DECORATION = re.compile(
    r"^[\W_]+|(?<![^\w)\]+])(?<!\b[SJ]r)[^\w)\]+]+$|\b(?:wanted|urgent(?:ly)?|now hiring|we are hiring|we're hiring)\b[!:]*",
    re.IGNORECASE,
)
# A title stands in the first lines, has so many words at most, and is cut from so many pieces of its line.
_LINES, _LONGEST_LINE, _LONGEST, _PIECES = 12, 120, 12, 3
_LIKELY, _NEAR_TOP = 2, 4


def title(document: Document, titles: TitleReader) -> str:
    """The job title: labelled as such, or the first line that reads like one; never a list item or a duty."""
    lines = list(_lines(document))[:_LINES]
    best, found = 0, lines[0][:_LONGEST_LINE] if lines else ""
    for number, line in enumerate(lines):
        label = _LABEL.match(line)
        labelled = label or _WANTED.search(line)
        text = labelled[1] if labelled else _SOMEONE_ELSE.split(line, maxsplit=1)[0]
        pieces = [piece for piece in _CUT.split(text) if piece.strip()]
        if not pieces or len(pieces[0].split()) > _LONGEST:
            continue
        short = max(pieces[:_PIECES], key=lambda piece: (titles.level(piece) != "other", titles.likeness(piece)))
        product = titles.level(text) != "other"
        # A page's name before the title is left out: "Acme - Senior Product Manager - Remote".
        text = text if short == pieces[0] or titles.likeness(pieces[0]) else text[text.index(short) :]
        like = (
            titles.likeness(short)
            + (2 if product else 0)
            + (2 if label else 1 if labelled else 0)
            + (1 if number == 0 else 0)
        )
        # "Product Manager" over "Senior Product Manager": the page's name, then the title.
        fuller = 0 < number < _NEAR_TOP and set(found.lower().split()) < set(short.lower().split())
        if like >= _LIKELY and (like > best or (fuller and like >= best - 1)):
            best, found = like, text
    return " ".join(_DECORATION.sub("", found).split()) or found


def _lines(document: Document) -> Iterator[str]:
    """The lines that are no list items; the first may be decorated like one."""
    for number, block in enumerate(document.blocks):
        line = document.slice(block.span).strip()
        if line and (block.kind is not BlockKind.ITEM or number == 0):
            yield line
