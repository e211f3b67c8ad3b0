"""What comparing a resume with one job posting says: each requirement, each hard demand, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spm_fit.model.document import Span
from spm_fit.model.finding import Demand, Extraction
from spm_fit.model.remark import Note, Tip


class Status(StrEnum):
    """What a resume says to a requirement."""

    MET = "met"
    PARTLY = "partly"
    NOT_SHOWN = "not-shown"
    CONTRADICTED = "contradicted"


class GateStatus(StrEnum):
    """What a resume says to a hard demand."""

    PASS = "pass"  # noqa: S105  (no password)
    UNKNOWN = "unknown"
    FAIL = "fail"


class Answer(StrEnum):
    """What a resume says to one thing that a requirement names."""

    FULL = "full"
    PART = "part"
    NONE = "none"
    DENIED = "denied"


class AskKind(StrEnum):
    """What sort of thing a requirement names; `words` are plain ones that nothing else explains."""

    COMPETENCY = "competency"
    TOOL = "tool"
    CREDENTIAL = "credential"
    NAME = "name"
    YEARS = "years"
    DEGREE = "degree"
    LANGUAGE = "language"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place of the resume: the words that count (`span`) and the statement or line that they stand in."""

    span: Span
    line: Span
    level: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a requirement names, at `span` of the posting. Asks of one `group` are alternatives."""

    kind: AskKind
    id: str
    """A skill's id, else the words in small letters."""
    span: Span
    group: int
    answer: Answer
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class JobRequirement:
    """A requirement of the posting, judged. `weight` is 0 where nothing in it could be recognised or nothing is asked."""

    span: Span
    kind: Demand
    status: Status
    weight: float
    value: float
    """What the status is worth, 0 to 1."""
    asks: tuple[Ask, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """The best lines of the resume, at most one for each ask, best first."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """A hard demand. It never gives or takes points. `span` is its place in the posting."""

    what: str
    status: GateStatus
    span: Span | None
    note: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """A skill that the resume shows in other words (`resume`) than the posting's (`posting`)."""

    skill: str
    posting: Span
    resume: Span


@dataclass(frozen=True, slots=True)
class Question:
    """What an interviewer may ask because a requirement (`span`) is not fully shown."""

    skill: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class JobFit:
    """A resume against one posting. Requirements stand must before nice, else as the posting has them."""

    posting: Extraction
    requirements: tuple[JobRequirement, ...] = ()
    gates: tuple[Gate, ...] = ()
    tips: tuple[Tip, ...] = ()
    """Their gain is in points of `total`."""
    wording: tuple[Wording, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()
    """On the resume."""
    ungradable: str = ""
    """Why nothing was compared; empty where it was."""

    @property
    def weight(self) -> float:
        """What all requirements weigh together."""
        return sum(requirement.weight for requirement in self.requirements)

    @property
    def total(self) -> float | None:
        """0 to 100; None where the posting has no requirement that could be read."""
        if not self.weight:
            return None
        return round(100 * sum(r.weight * r.value for r in self.requirements) / self.weight, 2)

    def points(self, requirement: JobRequirement) -> float:
        """What one requirement gives of the 100."""
        return 100 * requirement.weight * requirement.value / self.weight if self.weight else 0.0

    def counted(self, kind: Demand, status: Status) -> int:
        """How many requirements of a kind that weigh something have a status."""
        return sum(r.kind is kind and r.status is status and r.weight > 0 for r in self.requirements)
