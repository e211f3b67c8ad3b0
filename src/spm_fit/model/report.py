"""What scoring says: points by criterion, each with its reasons, and what would gain more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spm_fit.model.document import Severity, Span
from spm_fit.model.finding import Extraction
from spm_fit.model.period import Band
from spm_fit.model.taxonomy import Role, Taxonomy


@dataclass(frozen=True, slots=True)
class Because:
    """One reason for points, with the place in the document that gives it."""

    text: str
    span: Span | None = None


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


@dataclass(frozen=True, slots=True)
class Result:
    """One criterion: 0 <= `points` <= `possible`. `share` is the words for what was counted."""

    id: str
    points: float
    possible: int
    because: tuple[Because, ...] = ()
    missing: tuple[str, ...] = ()
    share: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A resume's fit to a role. `results` is empty where the document is not gradable."""

    extraction: Extraction
    taxonomy: Taxonomy
    role: Role
    as_of: date
    months: Band
    product_months: Band
    results: tuple[Result, ...]
    tips: tuple[Tip, ...]
    notes: tuple[Note, ...]
    ungradable: str = ""
    """Why there is no score; empty where there is one."""

    @property
    def total(self) -> float:
        """0 to 100, the sum of the criteria as printed."""
        return round(sum(result.points for result in self.results), 1)


@dataclass(frozen=True, slots=True)
class PostingReport:
    """What a posting asks: how well it describes a role, and how good an advertisement it is."""

    extraction: Extraction
    taxonomy: Taxonomy
    role: Role
    results: tuple[Result, ...]
    quality: tuple[Result, ...]
    notes: tuple[Note, ...]
    ungradable: str = ""

    @property
    def total(self) -> float:
        """0 to 100: how well the posting describes the role."""
        return round(sum(result.points for result in self.results), 1)

    @property
    def quality_total(self) -> float:
        """0 to 100: how good the advertisement is."""
        return round(sum(result.points for result in self.quality), 1)
