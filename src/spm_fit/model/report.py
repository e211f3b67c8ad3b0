"""What scoring says: points by criterion, each with its reasons, and what would gain more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from spm_fit.model.document import Span
from spm_fit.model.finding import Extraction, Position
from spm_fit.model.job import JobFit
from spm_fit.model.period import Band
from spm_fit.model.remark import Note as Note
from spm_fit.model.remark import Tip as Tip
from spm_fit.model.taxonomy import Role, Taxonomy


@dataclass(frozen=True, slots=True)
class Because:
    """One reason for points, with the place in the document that gives it."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a criterion: `share` of its `possible` points, found from what was counted (`value`, of `full`)."""

    id: str
    possible: float
    share: float
    value: float
    full: float

    @property
    def points(self) -> float:
        """What it gives, not rounded."""
        return self.possible * self.share


@dataclass(frozen=True, slots=True)
class Result:
    """One criterion: 0 <= `points` <= `possible`. `share` is the words for what was counted."""

    id: str
    points: float
    possible: float
    because: tuple[Because, ...] = ()
    missing: tuple[str, ...] = ()
    share: str = ""
    parts: tuple[Part, ...] = ()

    @classmethod
    def of(
        cls,
        criterion: str,
        possible: float,
        parts: Iterable[Part],
        because: Iterable[Because] = (),
        missing: Iterable[str] = (),
        share: str = "",
    ) -> Result:
        """The result that its parts sum to, rounded to a hundredth."""
        summed = tuple(parts)
        points = round(sum(part.points for part in summed), 2)
        return cls(criterion, points, possible, tuple(because), tuple(missing), share, summed)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a role asks and a resume does not show: `what` is "years", "step", or a skill's or criterion's id."""

    what: str
    gain: float
    text: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step of the ladder after the one that the resume is nearest to, its score there, and the gaps, largest first."""

    role: Role
    total: float
    gaps: tuple[Gap, ...]


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
    version: str = ""
    """Of the scoring: two scores compare only if it is the same."""
    worth: tuple[tuple[str, float], ...] = ()
    """What the best evidence of each skill is worth, 0 to 1."""
    places: tuple[float, ...] = ()
    """What each statement is worth by the work it stands under, 0 to 1."""
    intros: tuple[tuple[Span, float], ...] = ()
    """What evidence outside statements is worth by the position it introduces."""
    bare: frozenset[int] = frozenset()
    """Indices of the statements that say nothing of what was done."""
    relevant: frozenset[int] = frozenset()
    """Indices of the statements that stand under the role's own work or show a competency of it."""
    held: tuple[Position, ...] = ()
    """Positions that are the role's own work."""
    jobs: tuple[JobFit, ...] = ()
    """The same resume against job postings, in the order they were given."""
    chosen: str = ""
    """Why the role is this one, where it was not named but found from the resume."""
    next_step: NextStep | None = None

    @property
    def total(self) -> float:
        """0 to 100, the sum of the criteria as printed."""
        return round(sum(result.points for result in self.results), 2)


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
    version: str = ""
    chosen: str = ""

    @property
    def total(self) -> float:
        """0 to 100: how well the posting describes the role."""
        return round(sum(result.points for result in self.results), 2)

    @property
    def quality_total(self) -> float:
        """0 to 100: how good the advertisement is."""
        return round(sum(result.points for result in self.quality), 2)
