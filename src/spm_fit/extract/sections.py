"""Sections: where each begins is said by its heading."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.dates import periods
from spm_fit.extract.groups import document_of, put
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Section

_EDGES = re.compile(r"^[\W\d_]+|(?<![^\w)])[^\w)]+$")
_ASIDE = re.compile(r"\([^()]*\)|\b(?:continued|cont'd|cont)\b\.?")
_JOINERS = re.compile(r"\s*[&/+|]\s*|\s+-\s+|\s*,\s*(?:and\s+)?")
_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z &/'-]{2,40}?)\s*:\s+\S")
_MAX_WORDS = 7
_SHORTEST = 4
_HEAD = 3
# A paragraph of so many words above the first heading is a summary, unless it says where to reach the person.
_PROSE = 12
_REACH = re.compile(
    r"@|\d{3}[ -.]\d{3,4}|\b(?:linkedin|github)\.com|\s[|·•]\s.*\s[|·•]\s|■\s*(?:[|·•]|$)", re.MULTILINE
)
# Sections that are often one line: "Languages: English, French".
_INLINE = {"summary", "skills", "education", "languages", "interests", "references", "certifications", "awards"}
# What a heading that no list holds turns on; the first that fits counts.
_TURNS = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        ("other", "memberships?|affiliations?|associations?"),
        ("volunteering", r"volunteer\w*|positions? of responsibility"),
        ("experience", "teaching"),
        (
            "education",
            r"education|academic(?! (?:appoint|post|position|career|work))|schooling|scholastics?|studies|studied|studying|degrees?|alma mater",
        ),
        ("certifications", r"certifi\w+|licen[sc]\w+|credentials|courses|training|further study|badges"),
        (
            "volunteering",
            "giving back|extracurricular|community|citizen|governance|boards?|campus|societies|pro bono|civic|unpaid|service",
        ),
        ("publications", "talks|publications?|papers|articles|presentations?|patents|speaking|on stage|in print"),
        ("awards", "awards?|hono[u]?rs|prizes|distinctions|recognition|grants"),
        ("languages", "languages|i speak|tongues"),
        ("references", "referees|references|recommendations|colleagues say"),
        (
            "interests",
            "interests|hobbies|passions?|off the clock|outside (?:of )?work|beyond work|free time|spare time|not working|for fun|private|leisure|playing|after hours",
        ),
        ("projects", "projects|case studies|things i(?:'ve)? (?:built|made|did|shipped)|did to learn"),
        (
            "skills",
            r"skills?|tools?|toolbox|tooling|strengths|expertise|competenc\w+|good at|know-how|knowledge|technologies|stack|proficienc\w+|talents",
        ),
        (
            "experience",
            "experience|employment|work history|career|worked|jobs|track record|posts|positions|appointments|journey|stations|milestones"
            r"|professional (?:path|life)|made a difference|what i(?:'ve| have) done",
        ),
        ("contact", "contact|reach me|get in touch|say hello|find me|write to me"),
        (
            "summary",
            "about me|profile|summary|synopsis|in short|in brief|introduction|who i am|i bring|objective|a few words|hello",
        ),
    )
)
# A date below one of these belongs to a degree or a prize; below other unknown headings it makes them a job.
_PLAIN = frozenset(["education", "certifications", "publications", "awards", "languages", "references"])
# In a list of skills these words are skills.
_WEAK = re.compile(
    r"training|writing|presentations?|work|personal|press|learning|online|tools|software|technologies|methods|stack|languages?|research"
    r"|community|speaking|activities|knowledge|systems|private|strengths|courses|craft|talks|career|background|social|links|web|positions"
)
# Labels inside a job: "Duties:", "Roles and responsibilities".
_INNER = re.compile(
    r"(?:(?:key|main|major|core|primary|job|specific|daily|day to day|general|other|essential|principal) )*"
    r"(?:duties|responsibilit(?:y|ies)|roles?|tasks?|activities|job description|description|scope|contributions?|deliverables|environment|accountabilities|remit)"
    r"(?: (?:and|of|performed|included?|involved|in|the|role|roles|job|duties|responsibilities|achievements|accomplishments|activities|contributions))*",
)
# What follows a heading of these in a job's history is an employer: "National Youth Service Corps".
_EMPLOYING = frozenset(["", "other", "volunteering"])
# The words that longer headings end with: "Relevant Fintech Experience".
_ENDINGS = {
    "experience": "experience", "skills": "skills", "education": "education", "projects": "projects",
    "certifications": "certifications", r"certificates": "certifications", "summary": "summary", "profile": "summary",
    "competencies": "skills", "expertise": "skills", "employment": "experience", "history": "experience",
    "awards": "awards", "honors": "awards", "publications": "publications", "interests": "interests",
    "languages": "languages", "references": "references", "activities": "volunteering", "technologies": "skills",
    "volunteering": "volunteering", "memberships": "other", "affiliations": "other", "qualifications": "summary",
}  # fmt: skip


@Language.factory("spm_sections")
def make(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `sections`; `data` is JSON: headings by section name, and the words of job titles."""
    phrases, nouns = json.loads(data)
    lookup = {key(phrase): section for section, names in phrases.items() for phrase in names}
    # Letters set apart may lose the gap between words: "S I D E  P R O J E C T S".
    lookup = {phrase.replace(" ", ""): section for phrase, section in lookup.items() if " " in phrase} | lookup

    def sections(doc: Doc) -> Doc:
        put(doc, "sections", find(document_of(doc), lookup, frozenset(nouns)))
        return doc

    return sections


def key(text: str) -> str:
    """A heading as it is compared: no case, no marks at its ends, "&" and "/" as "and"."""
    text = _ASIDE.sub(" ", text.casefold().replace("\u2019", "'"))
    text = _JOINERS.sub(" and ", _EDGES.sub("", text))
    text = _EDGES.sub("", text).replace("-", " ")
    words = [word for word in text.split() if word not in {"my", "the"}]
    return " ".join(words)


def find(document: Document, lookup: dict[str, str], nouns: frozenset[str]) -> Iterator[Section]:
    """The sections of a document in reading order, the part above the first heading as `other`."""
    starts: list[tuple[str, Span, int]] = []
    current = ""
    styles: set[tuple[float, bool, bool]] = set()
    named = _named_styles(document, lookup)
    labels = _labels(document)
    for number, block in enumerate(document.blocks):
        text = document.slice(block.span)
        hit = _heading(block, text, lookup, current)
        if current == "experience" and (_INNER.fullmatch(key(text)) or key(text) in labels):
            continue
        if hit is not None and key(text) == "qualifications" and any(name == "experience" for name, _, _ in starts):
            # Below the jobs it is what somebody has studied, above them what somebody can do.
            hit = "education", hit[1]
        following = document.blocks[number + 1].span if number + 1 < len(document.blocks) else block.span
        if hit is not None:
            name, length = hit
            starts.append((name, Span(block.span.start, block.span.start + length), block.span.start + length))
            current = name
            if block.kind is BlockKind.HEADING:
                styles.add(_style(block, text))
        elif block.kind is BlockKind.HEADING and _is_name(text):
            # Above the first section stand the name and the title.
            begun = bool(starts) or number >= _HEAD
            sure = begun and (_turn(text) == "experience" or _look(block, text) in named)
            sure = sure and nouns.isdisjoint(key(text).split()) and not _employs(document, text, following, current)
            if not sure and _style(block, text) not in styles:
                continue
            if sure or not _is_position(document, text, Span(block.span.start, following.end), nouns):
                current = _turn(text) or ("experience" if sure and _holds_jobs(document, number) else "other")
                starts.append((current, block.span, block.span.end))
            elif current in {"summary", "contact"}:
                # Jobs begin without a heading that says so, or with one that nobody else uses.
                current = "experience"
                starts.append((current, Span(block.span.start, block.span.start), block.span.start))
    first = starts[0][1].start if starts else len(document.text)
    told = _told(document, first) if starts else None
    if document.text[: first if told is None else told].strip():
        yield Section("other", None, Span(0, first if told is None else told))
    if told is not None:
        yield Section("summary", None, Span(told, first))
    for index, (name, heading, body) in enumerate(starts):
        end = starts[index + 1][1].start if index + 1 < len(starts) else len(document.text)
        yield Section(name, heading if heading.start < heading.end else None, Span(min(body, end), end))


def _named_styles(document: Document, lookup: dict[str, str]) -> set[tuple[float, bool, bool]]:
    """How headings look that are known names at least as often as not: whatever else looks so is a section, too."""
    known: Counter[tuple[float, bool, bool]] = Counter()
    other: Counter[tuple[float, bool, bool]] = Counter()
    for block in document.blocks[1:]:
        text = document.slice(block.span)
        if block.kind is BlockKind.HEADING and _is_name(text):
            (known if _heading(block, text, lookup, "") else other)[_look(block, text)] += 1
    return {style for style, times in known.items() if times >= other[style]}


def _labels(document: Document) -> set[str]:
    """What stands as a label, with a colon, more than once: it parts jobs, not the document."""
    times = Counter(
        key(text)
        for block in document.blocks
        if block.kind is not BlockKind.ITEM and (text := document.slice(block.span).rstrip()).endswith(":")
    )
    return {label for label, count in times.items() if count > 1}


def _employs(document: Document, text: str, following: Span, current: str) -> bool:
    """Whether a heading in a history of jobs is an employer's: a dated line follows at once."""
    dated = any(True for _ in periods(document.text, following))
    return current == "experience" and dated and _turn(text) in _EMPLOYING


def _holds_jobs(document: Document, number: int) -> bool:
    """Whether dated lines and list items follow a heading."""
    near = document.blocks[number + 1 : number + 6]
    heads = [block for block in near if block.kind is not BlockKind.ITEM]
    dated = any(True for block in heads for _ in periods(document.text, block.span))
    return dated and any(block.kind is BlockKind.ITEM for block in near)


def _told(document: Document, end: int) -> int | None:
    """Where a summary without a heading begins above the first section: with a paragraph of whole sentences."""
    for block in document.blocks:
        text = document.slice(block.span)
        if block.span.end > end:
            return None
        prose = block.kind is BlockKind.PARAGRAPH and len(text.split()) >= _PROSE and re.search(r"[.!?](?:\s|$)", text)
        if prose and not _REACH.search(text):
            return block.span.start
    return None


def _is_position(document: Document, text: str, span: Span, nouns: frozenset[str]) -> bool:
    """Whether an unknown heading names a job: by its words, or by the dates below it."""
    words = key(text).split()
    if _turn(text) in _PLAIN:
        return words[-1] in nouns
    return not nouns.isdisjoint(words) or any(True for _ in periods(document.text, span))


def _turn(text: str) -> str:
    return next((name for name, pattern in _TURNS if pattern.search(text)), "")


def _style(block: Block, text: str) -> tuple[float, bool, bool]:
    return round(block.size), block.bold, text.isupper()


def _look(block: Block, text: str) -> tuple[float, bool, bool]:
    """The style to a tenth of a point: titles of jobs may be hardly smaller than headings of sections."""
    return round(block.size, 1), block.bold, text.isupper()


def _is_name(text: str) -> bool:
    """Whether an unknown heading can name a section: a lone abbreviation ("MBA") names none."""
    return (
        len(text.split()) <= _MAX_WORDS
        and len(text) >= _SHORTEST
        and any(c.isalpha() for c in text)
        and not any(c.isdigit() for c in text)
        and "," not in text
        and "\t" not in text
    )


def _heading(block: Block, text: str, lookup: dict[str, str], current: str) -> tuple[str, int] | None:
    """(section, length of the heading) if a block begins a section."""
    if block.kind is BlockKind.ITEM:
        return None
    cell, tab, _ = text.partition("\t")
    if len(cell.split()) <= _MAX_WORDS:
        heading = key(cell)
        name = lookup.get(heading)
        loud = block.kind is BlockKind.HEADING or cell.isupper() or cell.rstrip().endswith(":") or bool(tab)
        clear = loud or current not in {"skills", "interests"} or block.gap > 0.3 or not _WEAK.fullmatch(heading)
        if name and clear and not (tab and cell.islower()):
            return name, len(cell)
        ending = _ENDINGS.get(heading.rpartition(" ")[2])
        if ending and block.kind is BlockKind.HEADING and not tab and _is_name(cell) and cell[:1].isupper():
            return ending, len(cell)
    label = _LABEL.match(text)
    if label and block.kind is not BlockKind.ROW:
        name = lookup.get(key(label[1]))
        if (
            name in _INLINE
            and current != "skills"
            and not (current == "experience" and name in {"skills", "summary", "awards"})
        ):
            return name, label.end(1) + 1
    return None
