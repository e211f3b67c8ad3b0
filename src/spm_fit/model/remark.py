"""What a report says to the author: changes that gain points, and things to look at."""

from __future__ import annotations

from dataclasses import dataclass

from spm_fit.model.document import Severity, Span


@dataclass(frozen=True, slots=True)
class Tip:
    """A change and the points it gains exactly, found by scoring the changed document."""

    rule: str
    text: str
    gain: float
    criterion: str
    span: Span | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at that costs no points: a gap, a claim that the dates do not bear out."""

    rule: str
    name: str
    severity: Severity
    message: str
    span: Span | None = None
