"""Skills: competencies, tools and credentials that the taxonomy's phrases find, each with how well it is evidenced."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, got, put, words_of
from spm_fit.extract.phrases import PhraseIndex, Sentence
from spm_fit.extract.places import Spans
from spm_fit.extract.words import Normalizer, pieces
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Bullet, Demand, Education, Level, Mention, Position, Requirement, Section, Sense
from spm_fit.model.phrase import Step, parse
from spm_fit.model.taxonomy import SkillKind

_NEGATED = re.compile(
    r"\b(?:no|not|never|without|lack(?:s|ing)?|limited|little|zero)\s+(?:any\s+|much\s+|prior\s+|formal\s+|yet\s+)*"
    r"(?:experience|knowledge|exposure|background|training|skills?|familiarity)?\s*(?:in|with|of|on|for|required|yet)?\s*(?:[\w/&+#-]+,?\s+(?:(?:and|or|in|with)\s+)?){0,3}$"
    r"|\b(?:eager|keen|hoping|hope|want|wish|looking|excited|plan(?:ning)?|aim(?:ing)?|aspir\w+|willing|ready|curious|interest(?:ed)?)\s+(?:in\s+|to\s+|about\s+)+"
    r"(?:learn\w*|study\w*|get\w*|gain\w*|develop\w*|acquir\w*|understand\w*|explor\w*|improv\w*|deepen\w*|know\w*)\s+(?:[\w/&+#-]+,?\s+){0,5}$"
    r"|\b(?:currently|now|still|begun|started|starting)\s+(?:to\s+)?(?:learn(?:ing)?|studying)\s+(?:[\w/&+#-]+,?\s+){0,3}$",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"^\W*(?:\w+\s+){0,2}(?:is |are )?(?:not (?:required|necessary|needed)|is no requirement)", re.IGNORECASE
)
# What stands before an everyday word when it means the tool.
_TOOL_BEFORE = re.compile(
    r"(?:\b(?:in|with|using|via|use|used|like|as|through|on|of|e\.g\.|including|and|or)\s+|[,:;(/|•\t]\s*|^\s*)$",
    re.IGNORECASE,
)
_TOOL_AFTER = re.compile(r"\s*(?:[,;)/|•\t.]|and\b|or\b|$|\()", re.IGNORECASE)
_PARAGRAPH = 400
# So many characters before and after a match say whether it is meant; so near stands a tool that is beside it.
_REACH, _BESIDE = 240, 89
_NAMING = frozenset(["alias", "claim"])
_SENTENCE_END = re.compile(r"[.;]\s+(?=[A-Z\d•])|\n(?=[A-Z•])")
_SEPARATOR = re.compile(r"[,;|•\t\n]")
_LIST = re.compile(r"[,;/|•\t]|\band\b|\bor\b|&")
_DEGREE_AFTER = re.compile(r"\s*\.?\s*(?:in\b|of\b|degree\b|,|\(|-|–|/|or\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of the taxonomy with what its match means."""

    skill: str
    kind: SkillKind
    phrase: str
    role: str
    """alias, pattern, claim or not."""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    entry: Entry


@Language.factory("spm_skills")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `mentions`; `data` is JSON: the taxonomy's entries, inflections with their bases, own words."""
    skills, forms, own = json.loads(data)
    finder = SkillFinder(skills, Normalizer(forms, own))

    def find_skills(doc: Doc) -> Doc:
        document = document_of(doc)
        found = list(finder.find(document, words_of(doc).sentences, got(doc, "sections", Section)))
        put(doc, "mentions", _graded(doc, document, found))
        return doc

    return find_skills


class SkillFinder:
    """All phrases of a taxonomy, ready to be looked up."""

    def __init__(self, skills: list[dict[str, Any]], normalize: Normalizer) -> None:
        lemma: list[tuple[tuple[Step, ...], Entry]] = []
        written: list[tuple[tuple[Step, ...], Entry]] = []
        exact: dict[str, Entry] = {}
        for skill in skills:
            kind = SkillKind(skill["kind"])
            for role, key in (("alias", "aliases"), ("pattern", "patterns"), ("claim", "claims"), ("not", "excludes")):
                for phrase in skill.get(key, ()):
                    ambiguous = bool(skill.get("ambiguous")) and " " not in phrase
                    entry = Entry(skill["id"], kind, phrase, role, ambiguous)
                    if kind is SkillKind.COMPETENCY:
                        lemma += [(steps, entry) for steps in _spellings(normalize.phrase(phrase))]
                    else:
                        written += [(steps, entry) for steps in _spellings(_lower(parse(phrase)))]
            for role, key in (("alias", "exact"), ("weak", "weak_exact")):
                for phrase in skill.get(key, ()):
                    exact[phrase] = Entry(skill["id"], kind, phrase, role, bool(skill.get("ambiguous")))
        self._lemma, self._written, self._exact = PhraseIndex(lemma), PhraseIndex(written), exact
        literal = "|".join(re.escape(phrase) for phrase in sorted(exact, key=len, reverse=True))
        self._literal = re.compile(rf"(?<![\w&.+#-])(?:{literal})(?![\w&+#]|[-.]\w)") if exact else None

    def find(
        self, document: Document, sentences: tuple[Sentence, ...], sections: tuple[Section, ...]
    ) -> Iterator[_Found]:
        """Matches that stand: not blocked, not inside a longer alias, not negated, everyday words in their context."""
        headings = Spans(section.heading for section in sections if section.heading)
        education = Spans(section.body for section in sections if section.name in {"education", "certifications"})
        lists = Spans(section.body for section in sections if section.name == "skills")
        for sentence in sentences:
            if not sentence.starts:
                continue
            whole = Span(sentence.starts[0], sentence.ends[-1])
            if headings.contain(whole):
                continue
            hits = [(sentence, hit) for hit in self._lemma.find(sentence)]
            lower = Sentence(
                tuple(w.lower() for w in sentence.written),
                sentence.written,
                sentence.starts,
                sentence.ends,
                sentence.breaks,
            )
            hits += [(lower, hit) for hit in self._written.find(lower)]
            found = [_Found(Span(s.starts[hit.first], s.ends[hit.last]), hit.value) for s, hit in hits]
            found += self._literals(document, whole, education)
            yield from _standing(document, whole, found, in_list=lists.contain(whole))

    def _literals(self, document: Document, whole: Span, education: Spans) -> Iterator[_Found]:
        if self._literal is None:
            return
        for match in self._literal.finditer(document.text, whole.start, whole.end + 1):
            entry = self._exact[match[0]]
            span = Span(match.start(), match.end())
            if entry.role == "weak" and not _is_degree(document.text, match, education.contain(span)):
                continue
            yield _Found(span, entry)


def _is_degree(text: str, match: re.Match[str], in_education: bool) -> bool:
    """Whether "MA" is the degree: named with its subject, or in an education section and not the state after a city."""
    after = text[match.end() : match.end() + 10]
    if re.match(r"\.?\s*(?:in\b|degree\b|of\b|/|or\b)", after):
        return True
    city = re.search(r"[a-z],\s*$", text[max(0, match.start() - 4) : match.start()])
    return in_education and not (city and len(match[0]) == 2)


def _lower(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(
        step
        if step.exact
        else Step(tuple(tuple(p for w in c for p in pieces(w)) for c in step.choices), step.skip, False, step.optional)
        for step in steps
    )


def _spellings(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """A phrase, and for fixed ones of two words the same written as one."""
    yield steps
    plain = all(len(step.choices) == 1 and not step.exact and not step.skip and not step.optional for step in steps)
    words = [word for step in steps for choice in step.choices for word in choice]
    if plain and len(words) == 2 and min(map(len, words)) > 2:
        yield (Step((("".join(words),),)),)


def _standing(document: Document, whole: Span, found: list[_Found], *, in_list: bool) -> Iterator[_Found]:
    blocks = {
        skill: Spans(f.span for f in found if f.entry.role == "not" and f.entry.skill == skill)
        for skill in {f.entry.skill for f in found if f.entry.role == "not"}
    }
    claims = [f for f in found if f.entry.role != "not"]
    claims = [f for f in claims if f.entry.skill not in blocks or not blocks[f.entry.skill].overlap(f.span)]
    named = _Near(f for f in claims if f.entry.role in _NAMING)
    tools = _Near(f for f in claims if f.entry.kind is SkillKind.TOOL and not f.entry.ambiguous)
    for item in claims:
        longer = item.entry.role in _NAMING and any(
            other.entry.skill != item.entry.skill and other.span.contains(item.span) and other.span != item.span
            for other in named.around(item.span.start, named.longest, 0)
        )
        if longer or _negated(document.text, whole, item.span):
            continue
        # In a list of skills every item stands for itself.
        if in_list and item.entry.role == "pattern" and _SEPARATOR.search(document.slice(item.span)):
            continue
        if item.entry.ambiguous and not _meant(document, whole, item, tools, in_list=in_list):
            continue
        yield item


class _Near:
    """Matches by where they begin."""

    def __init__(self, found: Iterable[_Found]) -> None:
        self._found = sorted(found, key=lambda f: f.span.start)
        self._starts = [f.span.start for f in self._found]
        self.longest = max((f.span.end - f.span.start for f in self._found), default=0)

    def around(self, at: int, before: int, after: int) -> Sequence[_Found]:
        """Those that begin so many characters before or after a place, at most."""
        return self._found[bisect_left(self._starts, at - before) : bisect_right(self._starts, at + after)]


def _negated(text: str, whole: Span, span: Span) -> bool:
    return bool(
        _NEGATED.search(text, max(whole.start, span.start - _REACH), span.start)
        or _NOT_NEEDED.match(text[span.end : min(whole.end + 1, span.end + _REACH)])
    )


def _meant(document: Document, whole: Span, item: _Found, tools: _Near, *, in_list: bool) -> bool:
    """Whether an everyday word names the tool: in a list of tools, or used "in", "with" or "via"."""
    text = document.text
    before = text[max(whole.start, item.span.start - _REACH) : item.span.start]
    after = text[item.span.end : min(len(text), item.span.end + 12)]
    word = document.slice(item.span)
    named = word[:1].isupper() or not word[:1].isalpha() or in_list
    if not named:
        return False
    if not before.strip() and not in_list:
        return False
    beside = any(
        len(_LIST.findall(text[min(t.span.end, item.span.end) : max(t.span.start, item.span.start)])) <= 6
        for t in tools.around(item.span.start, _BESIDE, _BESIDE)
    )
    fits = bool(_TOOL_BEFORE.search(before)) and bool(_TOOL_AFTER.match(after))
    if in_list or beside:
        return fits
    return bool(re.search(r"\b(?:in|with|using|via)\s+$", before, re.IGNORECASE)) and fits


class _Statements:
    """A bullet as statements: all of it is one, or each sentence of a paragraph that looks like one."""

    def __init__(self, document: Document, bullet: Bullet) -> None:
        span = self._whole = bullet.span
        long = span.end - span.start > _PARAGRAPH
        cuts = _SENTENCE_END.finditer(document.text, span.start, span.end) if long else ()
        self._ends = [match.end() for match in cuts]
        self._outcomes = Spans(metric.span for metric in bullet.metrics if metric.sense is Sense.OUTCOME)

    def level(self, at: Span) -> Level:
        """How well the statement that `at` belongs to evidences what stands there."""
        before, after = bisect_right(self._ends, at.start), bisect_left(self._ends, at.end)
        start = self._ends[before - 1] if before else self._whole.start
        end = self._ends[after] if after < len(self._ends) else self._whole.end
        return Level.OUTCOME if self._outcomes.overlap(Span(start, end)) else Level.DEMONSTRATED


def _graded(doc: Doc, document: Document, found: list[_Found]) -> Iterator[Mention]:
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
                    statements[index] = _Statements(document, bullets[index])
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
