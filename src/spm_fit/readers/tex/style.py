"""How text looks, as far as it matters: bold, size, and whether it can be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spm_fit.readers.flow import BODY
from spm_fit.readers.tex.macros import POINTS

# Less difference of lightness between text and paper, or smaller type in points, cannot be read.
_CONTRAST = 0.08
_SMALLEST = 3.5
_NAMED = {"white": 1.0, "black": 0.0, "yellow": 0.9, "gray": 0.5, "lightgray": 0.75, "darkgray": 0.25}
# What a colour not known by name is taken for: it is seen on white and on black.
_SOME = 0.5
_DEFINED = re.compile(r"\\(?:definecolor|providecolor)\s*\{([^{}]{1,40})\}\s*\{(\w{1,10})\}\s*\{([^{}]{1,40})\}")
_LET = re.compile(r"\\colorlet\s*\{([^{}]{1,40})\}\s*\{([^{}]{1,40})\}")
_LENGTH = re.compile(r"\s*([-+]?\d*\.?\d*)\s*\\?([a-z]+)")


@dataclass(frozen=True, slots=True)
class Style:
    """Of the text that follows, to the end of its group."""

    bold: bool = False
    size: float = BODY
    ink: float = 0.0
    """Lightness of the letters, 0 to 1."""
    paper: float = 1.0
    phantom: bool = False
    math: bool = False
    lines: bool = False
    """Lines of the source are lines."""
    drawing: bool = False
    """In a picture, where only groups hold text."""

    @property
    def hidden(self) -> bool:
        """Whether nobody can read it, whatever it stands on."""
        return self.phantom or self.size < _SMALLEST

    @property
    def faint(self) -> bool:
        """Whether nobody can read it on the paper."""
        return abs(self.ink - self.paper) < _CONTRAST


class Colors:
    """The lightness of the colours of a file."""

    def __init__(self, text: str) -> None:
        self._named = dict(_NAMED)
        for name, model, value in _DEFINED.findall(text):
            self._named[name.strip()] = self.lightness(value, model)
        for name, value in _LET.findall(text):
            self._named[name.strip()] = self.lightness(value)

    def lightness(self, value: str, model: str = "") -> float:
        """0 is black, 1 is white; of a name, a mixture of names or numbers of a colour model."""
        if not model:
            return self._mixed(value)
        if model == "HTML":
            digits = value.strip().lstrip("#")
            numbers = (
                [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)] if re.fullmatch(r"[\dA-Fa-f]{6}", digits) else []
            )
        else:
            parts = [part.strip() for part in value.split(",")]
            scale = 255 if model == "RGB" else 1
            numbers = [float(part) / scale for part in parts if re.fullmatch(r"\d*\.?\d+|\d+\.", part)]
        if model == "cmyk" and len(numbers) == 4:
            return 1 - min(1.0, max(numbers[:3]) + numbers[3])
        return sum(numbers) / len(numbers) if numbers else _SOME

    def _mixed(self, value: str) -> float:
        """``white!95!black``: so much of the first, the rest of the second, which is white if it is not said."""
        parts = value.strip().split("!")
        light = self._named.get(parts[0].lower(), self._named.get(parts[0], _SOME))
        for share, other in zip(parts[1::2], [*parts[2::2], "white"], strict=False):
            part = min(100.0, float(share)) / 100 if re.fullmatch(r"\d{1,3}(?:\.\d+)?", share) else 1.0
            light = part * light + (1 - part) * self._named.get(other, _SOME)
        return light


def points(length: str) -> float:
    """A length in points; 0 for what is none."""
    match = _LENGTH.match(length)
    if not match or match[2] not in POINTS:
        return 0.0
    number = match[1].lstrip("+")
    factor = -1.0 if number == "-" else 1.0 if number in {"", "."} else float(number)
    return factor * POINTS[match[2]]
