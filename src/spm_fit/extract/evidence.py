"""How well a skill is evidenced: by the statement that it stands in; what is claimed is listed at best."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.context import Found
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.places import Spans
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Bullet, Demand, Education, Level, Mention, Position, Requirement, Section, Sense
from spm_fit.model.taxonomy import SkillKind

_PARAGRAPH = 300
_SENTENCE_END = re.compile(r"[.;]\s+(?=[A-Z\d•])|\n(?=[A-Z•])")
# Where list marks were lost, a verb with a capital letter tells that a new statement begins.
_LOST_END = re.compile(r"(?P<before>\w+[)+%]?)\s+(?=(?P<word>[A-Z][a-z]+)\s+[a-z])")
_BINDING = frozenset("a an the of for in on at to by as with and or our my its their his her from into via per".split())
# Words about oneself are claims even in a list of what was done.
_BOAST = re.compile(
    r"\W*(?:(?:very|highly|extremely|particularly|also) )?(?:adept|skilled|proficient|experienced|knowledgeable|capable|comfortable|familiar|well[- ]versed|talented|gifted"
    r"|(?:success(?:ful)?|good|great|excellent|effective|strong) (?:at|in)|(?:strong|excellent|outstanding|exceptional|superb|good|great|solid|effective|proven|demonstrated|extensive)\b(?!,? \w+ed\b)"
    r"|able to|ability to|expert(?:ise)? (?:in|at|with)|known for|passionate|self-motivated|knowledge of|understanding of|track record)\b",
    re.IGNORECASE,
)


@Language.factory("spm_evidence")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `mentions`: what `spm_skills` matched, each with its level and its demand.

    `data` is JSON: all forms of the taxonomy's verbs.
    """
    verbs = frozenset(json.loads(data))

    def grade(doc: Doc) -> Doc:
        put(doc, "mentions", _graded(doc, document_of(doc), got(doc, "matches", Found), verbs))
        return doc

    return grade


class _Statements:
    """A bullet as statements: all of it is one, or each sentence of a paragraph that looks like one."""

    def __init__(self, document: Document, bullet: Bullet, verbs: frozenset[str]) -> None:
        span = self._whole = bullet.span
        long = span.end - span.start > _PARAGRAPH
        self._ends = sorted(_ends(document.text, span, verbs)) if long else []
        self._outcomes = Spans(metric.span for metric in bullet.metrics if metric.sense is Sense.OUTCOME)
        self._claimed = bullet.verb is None and bool(_BOAST.match(document.slice(span)))

    def level(self, at: Span) -> Level:
        """How well the statement that `at` belongs to evidences what stands there."""
        if self._claimed:
            return Level.LISTED
        before, after = bisect_right(self._ends, at.start), bisect_left(self._ends, at.end)
        start = self._ends[before - 1] if before else self._whole.start
        end = self._ends[after] if after < len(self._ends) else self._whole.end
        return Level.OUTCOME if self._outcomes.overlap(Span(start, end)) else Level.DEMONSTRATED


def _ends(text: str, span: Span, verbs: frozenset[str]) -> Iterator[int]:
    """Where the statements of a long item end."""
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        yield match.end()
    for match in _LOST_END.finditer(text, span.start, span.end):
        word = match["word"].lower()
        if match["before"].lower() not in _BINDING and (word in verbs or word.endswith("ly")):
            yield match.end()


def _graded(doc: Doc, document: Document, found: tuple[Found, ...], verbs: frozenset[str]) -> Iterator[Mention]:
    """Matches with their level: by the bullet they stand in; claims are listed at best."""
    bullets = got(doc, "bullets", Bullet)
    starts = [bullet.span.start for bullet in bullets]
    required = got(doc, "requirements", Requirement)
    firsts = [requirement.span.start for requirement in required]
    shown = Spans(s.body for s in got(doc, "sections", Section) if s.name in {"experience", "projects", "volunteering"})
    headings = Spans(position.span for position in got(doc, "positions", Position))
    statements: dict[int, _Statements] = {}
    taught = {education.span for education in got(doc, "education", Education)}
    seen: set[tuple[str, Span]] = set()
    for item in found:
        if (item.entry.skill, item.span) in seen:
            continue
        seen.add((item.entry.skill, item.span))
        index = bisect_right(starts, item.span.start) - 1
        inside = index >= 0 and bullets[index].span.contains(item.span)
        # What a job was called is no evidence of what was done in it.
        if item.entry.kind is SkillKind.COMPETENCY and not inside and headings.contain(item.span):
            continue
        level = Level.LISTED
        if item.entry.role != "claim" and item.entry.kind is not SkillKind.CREDENTIAL and item.span not in taught:
            if inside:
                if index not in statements:
                    statements[index] = _Statements(document, bullets[index], verbs)
                level = statements[index].level(item.span)
            elif item.entry.role == "pattern" and shown.contain(item.span):
                level = Level.DEMONSTRATED
        demand = Demand.MENTIONED
        asked = bisect_right(firsts, item.span.start) - 1
        if asked >= 0 and required[asked].span.contains(item.span):
            demand = required[asked].kind
        yield Mention(
            item.span,
            item.entry.skill,
            item.entry.kind,
            item.entry.phrase,
            f"skills.{item.entry.role}",
            level,
            demand,
            index if inside else None,
        )
