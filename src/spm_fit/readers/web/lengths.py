"""Lengths and numbers of CSS."""

from __future__ import annotations

import re

_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(px|pt|pc|rem|em|ex|%|in|cm|mm|vw|vh|)")
# Windows are taken to be 1280 by 720 pixels.
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "vw": 12.8, "vh": 7.2, "": 1.0}


def pixels(written: str, above: float = 16.0, root: float = 16.0) -> float | None:
    """A length in pixels, None if it is none; `above` is what "em" and "%" are parts of."""
    match = _LENGTH.fullmatch(written.strip())
    if match is None or not match[1].strip("-."):
        return None
    value = float(match[1])
    relative = {"em": above, "rem": root, "ex": above / 2, "%": above / 100}
    return value * (relative[match[2]] if match[2] in relative else _PIXELS[match[2]])


def number(written: str) -> float:
    """A number or a percentage, 1 if it is none."""
    try:
        return float(written.rstrip("%") or "1") / (100 if written.endswith("%") else 1)
    except ValueError:
        return 1.0
