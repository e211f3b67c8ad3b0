"""What extraction finds, each finding with its place and with the rule that made it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from spm_fit.model.document import Document, Span
from spm_fit.model.period import Period
from spm_fit.model.private import filled
from spm_fit.model.taxonomy import SkillKind


class DocumentKind(StrEnum):
    """What a document is, judged by its sections and its words."""

    RESUME = "resume"
    POSTING = "posting"
    OTHER = "other"


class Level(IntEnum):
    """How well a skill is evidenced, lowest first."""

    LISTED = 1
    DEMONSTRATED = 2
    OUTCOME = 3

    def __str__(self) -> str:
        """The word that reports use."""
        return self.name.lower()


class Demand(IntEnum):
    """How much a posting asks for a skill, lowest first."""

    MENTIONED = 1
    NICE = 2
    MUST = 3

    def __str__(self) -> str:
        """The word that reports use."""
        return self.name.lower()


class Strength(StrEnum):
    """What an opening verb says about the doer."""

    STRONG = "strong"
    NEUTRAL = "neutral"
    WEAK = "weak"
    NONE = "none"


class Sense(StrEnum):
    """What a quantity says: something changed, or something was this large."""

    OUTCOME = "outcome"
    SCOPE = "scope"


class RoleKind(StrEnum):
    """What sort of position it was; each sort is counted apart."""

    WORK = "work"
    INTERNSHIP = "internship"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document. `heading` is None for what stands above the first heading."""

    name: str
    heading: Span | None
    body: Span

    @property
    def span(self) -> Span:
        """Heading and body."""
        return Span(self.heading.start if self.heading else self.body.start, self.body.end)


@dataclass(frozen=True, slots=True)
class Position:
    """One position held: a title at an organization for a period. `span` covers its heading lines."""

    title: str
    organization: str
    period: Period
    kind: RoleKind
    product: bool
    level: str
    """Step on the ladder for product titles, else ``other``."""
    span: Span
    related: bool = False
    """Whether it is work that leads to product management: engineering, design, analysis, consulting ..."""


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb, or weak phrase, that opens a bullet. `lemma` is None for phrases like "Responsible for"."""

    span: Span
    lemma: str | None
    strength: Strength


@dataclass(frozen=True, slots=True)
class Metric:
    """A quantity. `value` is the number (the later one of from-to), in `unit`."""

    span: Span
    type: str
    value: float
    unit: str
    sense: Sense
    direction: str
    """``up``, ``down`` or ``none``."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A statement about what was done. `position` is an index into the extraction's positions."""

    span: Span
    section: str
    position: int | None
    verb: Verb | None
    metrics: tuple[Metric, ...]

    @property
    def has_outcome(self) -> bool:
        """Whether it says that something changed, with a quantity."""
        return any(metric.sense is Sense.OUTCOME for metric in self.metrics)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names or shows a skill. `pattern` is the phrase of skills/ that matched."""

    span: Span
    skill: str
    kind: SkillKind
    pattern: str
    component: str
    level: Level
    demand: Demand
    bullet: int | None


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A tool that the taxonomy does not know, named where tools are listed. It counts for no points."""

    span: Span
    name: str
    """As printed."""

    @property
    def id(self) -> str:
        """Made from the name: "Elastic APM" is ``other/elastic-apm``."""
        return "other/" + "-".join(re.findall(r"[a-z0-9+#]+", self.name.lower()))


@dataclass(frozen=True, slots=True)
class Education:
    """A degree or course of study. `level` is associate, bachelor, master, doctorate or other."""

    span: Span
    level: str
    field: str
    end_year: int | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the author: email, phone, linkedin, github, website."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Private:
    """Something about the person that no score may rest on; `kind` is one of `spm_fit.model.private.KINDS`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Years of experience that the text asserts: "10+ years of product management"."""

    span: Span
    years: float
    subject: str


@dataclass(frozen=True, slots=True)
class YearsDemand:
    """Years of experience that a posting asks for."""

    span: Span
    min: float
    max: float | None
    subject: str
    kind: Demand


@dataclass(frozen=True, slots=True)
class Pay:
    """A pay range as printed; `period` is year, month, week, day or hour. `max` is None for "from", `min` 0 for "up to"."""

    span: Span
    min: float
    max: float | None
    currency: str
    period: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """One qualification that a posting asks for. `terms` are names in it that the taxonomy does not know."""

    span: Span
    kind: Demand
    terms: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting:
    """What a posting says besides its skills."""

    title: str
    level: str
    years: tuple[YearsDemand, ...] = ()
    primary_years: YearsDemand | None = None
    education_level: str | None = None
    education_required: bool = False
    pay: Pay | None = None
    remote: bool | None = None
    requirements: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document and everything found in it. `posting` is filled for postings, `positions` and the like for resumes."""

    document: Document
    kind: DocumentKind
    sections: tuple[Section, ...] = ()
    positions: tuple[Position, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    metrics: tuple[Metric, ...] = ()
    mentions: tuple[Mention, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()
    education: tuple[Education, ...] = ()
    contacts: tuple[Contact, ...] = ()
    private: tuple[Private, ...] = ()
    """In reading order, none of them overlapping: the name, the address, the school."""
    claims: tuple[Claim, ...] = ()
    first_person: tuple[Span, ...] = ()
    posting: Posting = Posting("", "other")
    language: str = "English"
    offers: tuple[Span, ...] = ()
    """Phrases in which an employer speaks: "you will", "equal opportunity"."""
    elsewhere: tuple[Period, ...] = ()
    """Dated time that is no position: studies, breaks, projects."""

    @property
    def impersonal(self) -> str:
        """The text, as long as the document's, in which everything that identifies the person is overwritten."""
        return filled(self.document, ((item.span, item.kind) for item in self.private if item.kind != "pronoun"))
