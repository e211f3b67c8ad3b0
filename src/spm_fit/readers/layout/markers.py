"""Marks at the beginning of a line, and letters set apart: what a line's own characters say of it."""

from __future__ import annotations

import re

MARKERS = "\uf0b7\uf0a7\uf076\uf0d8•●▪■◦○‣⁃∙·▸►▶➢➤➔➜→⇒❖✓✔◆♦◇□☐❑❒★✦»›"
# A glyph without a meaning that stands alone before a text is a bullet; so is a guillemet, which is a quote by now.
_LONE = re.compile(rf"[{MARKERS}*–—\"\ufffd-]|o")
_MARKER = re.compile(
    rf"([{MARKERS}]+|[*–—-]|[\"\ufffd](?=\s)|\(?\d{{1,2}}[.)]|o(?= [^\W\d_a-zß-öø-ÿ]))(?:\s+|(?<=[{MARKERS}])(?=\w))(?=\S)"
)
_TRACKED = re.compile(r"\S(?: \S){3,}(?: {2,}\S(?: \S)*)*")


def is_lone_marker(text: str) -> bool:
    """Whether a segment is nothing but the marker of a list item."""
    return bool(_LONE.fullmatch(text))


def split_marker(text: str) -> tuple[str, str]:
    """The marker of a list item and what follows; an empty marker where there is none."""
    match = _MARKER.match(text)
    if match is None:
        return "", text
    rest = text[match.end() :]
    # Some converters print the bullet twice.
    return match[1], rest.lstrip(MARKERS + " ") if rest[:1] in MARKERS else rest


def is_tracked(text: str) -> bool:
    """Whether a line is typed with a blank after every letter."""
    return bool(_TRACKED.fullmatch(text))


def collapse_tracking(text: str) -> str:
    """``E X P E R I E N C E`` typed with blanks is one word; two blanks part the words."""
    if is_tracked(text):
        return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", text))
    return re.sub(r" {2,}", " ", text)
