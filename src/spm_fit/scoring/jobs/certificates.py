"""Whether two names are of one certificate: "PMP" and "Project Management Professional"."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z][\w-]*")
_NAME = re.compile(r"[A-Za-z\d][\w/&-]+")
_FEWEST = 2


def certificate_name(text: str) -> str:
    """The first name in capitals or with digits, in small letters; empty where there is none."""
    return min(_names(text), default="").lower()


def same_certificate(asked: str, own: str) -> bool:
    """Whether the names share one like PMP, or one has the other's initials; what names none takes any."""
    theirs = _names(asked)
    return not theirs or bool((theirs | _initials(asked)) & (_names(own) | _initials(own)))


def _names(text: str) -> set[str]:
    """PMP, PRINCE2, ITIL."""
    return {name for name in _NAME.findall(text) if sum(c.isupper() or c.isdigit() for c in name) >= _FEWEST}


def _initials(text: str) -> set[str]:
    letters = "".join(word[0] for word in _WORD.findall(text) if word[0].isupper())
    return {letters} if len(letters) > _FEWEST else set()
