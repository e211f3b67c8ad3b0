"""Skills: competencies, tools and credentials that the taxonomy's phrases find."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.context import Entry, Found, is_degree, standing
from spm_fit.extract.groups import document_of, got, put, words_of
from spm_fit.extract.phrases import PhraseIndex, Sentence
from spm_fit.extract.places import Spans
from spm_fit.extract.words import Normalizer, pieces
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Section
from spm_fit.model.phrase import Step, parse
from spm_fit.model.taxonomy import SkillKind


@Language.factory("spm_skills")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `matches`; `data` is JSON: the taxonomy's entries, inflections with their bases, own words."""
    skills, forms, own = json.loads(data)
    finder = SkillFinder(skills, Normalizer(forms, own))

    def find_skills(doc: Doc) -> Doc:
        document = document_of(doc)
        put(doc, "matches", finder.find(document, words_of(doc).sentences, got(doc, "sections", Section)))
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
    ) -> Iterator[Found]:
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
            hits = [
                (variant, hit)
                for variant in (sentence, sentence.without_insertions())
                if variant is not None
                for hit in self._lemma.find(variant)
            ]
            lower = Sentence(
                tuple(w.lower() for w in sentence.written),
                sentence.written,
                sentence.starts,
                sentence.ends,
                sentence.breaks,
            )
            hits += [(lower, hit) for hit in self._written.find(lower)]
            found = [Found(Span(s.starts[hit.first], s.ends[hit.last]), hit.value) for s, hit in hits]
            found += self._literals(document, whole, education)
            yield from standing(document, whole, found, in_list=lists.contain(whole))

    def _literals(self, document: Document, whole: Span, education: Spans) -> Iterator[Found]:
        if self._literal is None:
            return
        for match in self._literal.finditer(document.text, whole.start, whole.end + 1):
            entry = self._exact[match[0]]
            span = Span(match.start(), match.end())
            if entry.role == "weak" and not is_degree(document.text, match, education.contain(span)):
                continue
            yield Found(span, entry)


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
