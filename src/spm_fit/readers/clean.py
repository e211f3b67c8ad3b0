"""Characters as people mean them: ligatures, blanks, quotes, dashes and mis-decoded sequences, resolved once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# U+2010..2012 and U+2212 are kept apart from the en dash only by typesetters.
_SINGLE = str.maketrans(
    {
        "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u3000": " ",
        "\u2007": " ", "\u2008": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ",
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "\ufe63": "-", "\uff0d": "-",
        "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None, "\ufffe": None,
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    }
)  # fmt: skip
# Invisible direction marks would let a document print in another order than it reads.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# UTF-8 read as cp1252: a lead byte followed by continuation bytes, each shown as its cp1252 character.
_CP1252_HIGH = "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_MOJIBAKE = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_CP1252_HIGH}]{{1,3}}")

# U+FF0D in the same way, its last byte lost on the road.
_LOST_DASH = re.compile("\u00ef\u00bc[\u200b\u008d]?")


def _decode(match: re.Match[str]) -> str:
    raw = bytearray()
    for char in match[0]:
        raw += char.encode("cp1252") if ord(char) > 255 else bytes([ord(char)])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def clean(text: str) -> str:
    """One line of text, cleaned in linear time; tabs and soft hyphens stay for the layout to resolve."""
    if text.isascii():
        return _CONTROL.sub("", text)
    text = _LOST_DASH.sub("-", _MOJIBAKE.sub(_decode, text))
    text = _CONTROL.sub("", _BIDI.sub("", text)).translate(_SINGLE)
    return unicodedata.normalize("NFC", text)


# What `clean` makes longer or shorter: everything else keeps its place.
_UNEVEN = re.compile(
    f"{_MOJIBAKE.pattern}|{_LOST_DASH.pattern}|{_BIDI.pattern}|{_CONTROL.pattern}"
    "|[\u200b\u200c\u200d\u2060\ufeff\ufffe\ufb00-\ufb06]|[^\\W\\d_][\u0300-\u036f]+"
)


def pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """`clean` with places: (text, start, characters of the source for each character of the text).

    What gets longer or shorter comes character by character, all of them with one start.
    """
    position = 0
    for match in _UNEVEN.finditer(text):
        yield from _even(text[position : match.start()], position)
        for char in clean(match[0]):
            yield char, match.start(), match.end() - match.start()
        position = match.end()
    yield from _even(text[position:], position)


def _even(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    out = clean(text)
    if len(out) == len(text):
        yield out, start, 1
    else:
        for char in out:
            yield char, start, len(text)
