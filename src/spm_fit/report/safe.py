"""Text from files made harmless: nothing in it moves a cursor, changes a colour or turns the direction of writing."""

from __future__ import annotations

import unicodedata

_UNSAFE = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def clean(text: str) -> str:
    """The text on one line, without control, format, private and surrogate characters."""
    flat = " ".join(text.split())
    if flat.isascii() and flat.isprintable():
        return flat
    return "".join(c for c in flat if unicodedata.category(c) not in _UNSAFE)


def printable(line: str) -> str:
    """A line as it stands, tabs kept, without what `clean` takes out."""
    return "".join(c for c in line if c == "\t" or unicodedata.category(c) not in _UNSAFE)
