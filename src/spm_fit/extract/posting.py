"""What a posting says: its title and level, requirements, years, degree, pay, and where the work is done."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract import pay, years
from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.places import Spans, blocks_of
from spm_fit.extract.sections import key
from spm_fit.extract.titles import TitleReader
from spm_fit.extract.tokens import sentence_spans
from spm_fit.model.document import Block, BlockKind, Document, Span
from spm_fit.model.finding import Demand, Mention, Requirement, Section, YearsDemand
from spm_fit.model.taxonomy import SkillKind

_MAX_HEADING_WORDS = 9
_OWN = 4
# More clauses than this between semicolons are a list.
_LISTED = 3
# So many list items are the list of requirements; what follows without a mark is something else.
_LIST = 2
# Headings that no list of phrases holds, by the word they turn on; the first that fits counts.
_KINDS = (
    ("nice", re.compile(r"\b(?:prefer|nice|bonus|desir|plus(?:es)?\b|stand out|would be (?:great|nice)|thrilled if|even happier|brownie points|wish ?list|icing on|cherry on|(?:may|might) also|love it if|extra|advantage|ideally|even better|welcome|not required|optional)", re.IGNORECASE)),
    ("must", re.compile(r"\b(?:require|must|minimum|mandatory|essential|basic qualif|need\b)", re.IGNORECASE)),
    ("benefits", re.compile(r"\b(?:benefit|perk|offer|what you(?:'|’)?(?:ll| will) get|reward)", re.IGNORECASE)),
    ("pay", re.compile(r"\b(?:salary|pay\b|compensation|remuneration)", re.IGNORECASE)),
    ("legal", re.compile(r"\b(?:equal opportunity|eeo|diversity|privacy|disclaimer|accommodation|inclusion)", re.IGNORECASE)),
    ("duties", re.compile(r"\b(?:responsib|duties|what you(?:'|’)?(?:ll| will) (?:do|be doing|own|work)|the role|your role|impact|day[- ]to[- ]day|job description|mission|accountab|tasks)", re.IGNORECASE)),
    ("qualifications", re.compile(r"\b(?:qualif|you (?:have|bring|are)|looking for|who you are|experience|skills|about you|your (?:profile|background)|bring|(?:to be|be|how to be) successful|to succeed|candidate|expertise|great fit|good fit|what it takes|we ask|ask for|we expect|we need|knowledge|abilit|if you$|hear from you|you(?:'|’)?ll have|should apply|for you if|thrive|toolkit|top (?:\w+ )?skills|ksas?\b|why you\W*$)", re.IGNORECASE)),
    ("about", re.compile(r"\b(?:about|who we are|company|our (?:team|story|culture|values|mission)|why|life at|the team|join)", re.IGNORECASE)),
    ("process", re.compile(r"\b(?:apply|process|interview|location|schedule|seniority level|employment type|job function|industries|show (?:more|less)|similar jobs)", re.IGNORECASE)),
)  # fmt: skip
# What goes on in a list below it is no heading, though it ends in a colon.
_ONE_OF = re.compile(r"\b(?:following|one of|any of|such as|including|combination)\b", re.IGNORECASE)
# Headings of pages that lost their layout: Title Case and one of these words.
_TITLE_CASE = re.compile(
    r"\b(?:requirements?|qualifications?|responsibilities|duties|functions|nice to have|preferred|desired|bonus|benefits|perks|about (?:us|you|the)"
    r"|what you|who you|you(?:'ll| will)|summary|skills (?:and|&)|experience (?:and|&|/)|compensation)\b",
    re.IGNORECASE,
)
_SMALL = frozenset("a an and as at by for from in is of on or the to with you your we our & /".split())
# What follows the requirements where no heading says that they are over: the employer, the law, the web page.
_OVER = re.compile(
    r"\s*(?:#li-|thanks\b|thank you\b|(?:kind |best )?regards\b|(?:the )?(?:annual |base )?(?:salary|pay)\b|employees are\b|base\s*:|401|(?:at|here at) [^,.;]{2,40}, (?:we|our|one)\b|(?:we|our)\b(?! (?:need|require|expect|look|are looking|want|seek))|about (?:the|us|our|your|[A-Z])"
    r"|benefits\b|perks\b|compensation\b|by applying|how to apply|read more|for employees|this (?:position|role|job) (?:will|is|offers|pays)"
    r"|[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3} (?:is (?:a|an|the|one|committed|proud)|provides|offers|believes)\b|additional salary)"
    r"|.{0,200}\b(?:without regard to|qualified applicants|reasonable accommodation|equal (?:employment )?opportunity|eeo\b|criminal histor)",
    re.IGNORECASE | re.DOTALL,
)
# A sentence that begins like this goes on with the one before it.
_GOES_ON = re.compile(r"(?:you|this|that|these|those|it|they|we|and|or|but|also|for example|e\.g\.)\b", re.IGNORECASE)
_NOT_ASKED = re.compile(
    r"\bconditions? of\b|\bnon-|\bnone of\b|\btravel\b|\bemployment\b|\bphysical\b|\bclearance\b|\b(?:not|never)\b|n['\u2019]t\b|\bhow (?:to|you)\b",
    re.IGNORECASE,
)
# What the employer has to ask of anybody is no requirement of the job, unless it is printed among them.
_CONDITION = re.compile(
    r"\btravel\b|\bcitizen|\bbackground (?:check|investigation)|\bvaccinat|\bdrug (?:test|screen)|\bselective service|\btrial period|\bdirect deposit"
    r"|\brelocat|\bequal opportunity|\bdisqualif|\bdisclosure report|\bwork status|\bresumes?\b|\bapply\b|\bapplication\b|\bqualification determination"
    r"|\bemployment is\b|\bsalary range\b|\bcovid\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:preferred|preferabl[ey]|preference (?:given|for|will)|is a plus|a plus\b|a (?:big|huge|massive|strong|definite) plus|plus\b(?=[.)]?$)|pluses|nice[- ]to[- ]have|desired|desirable|bonus|ideally|(?:may|might) (?:also )?have\b|advantageous|an advantage|an asset"
    r"|strongly preferred|would be (?:great|nice|ideal|beneficial)|helpful|not required|optional|beneficial|prefer\b)",
    re.IGNORECASE,
)
_ADDS = re.compile(r"preferabl[ey]|ideally", re.IGNORECASE)
_HARD = re.compile(r"\b(?:required|must|mandatory|minimum|at least)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_FIRM = re.compile(r"\b(?:degree|bachelor(?:['\u2019]?s)?|years?|yrs)\b", re.IGNORECASE)
_SHORTEST = 2
# "No experience is required" asks for nothing.
_WAIVED = re.compile(
    r"\W*(?:no|not)\b[^.;]{0,60}\b(?:required|needed|necessary|expected)\b|[^.;:]{0,20}\b(?:do not|don['\u2019]t) (?:need|require|expect)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*([A-Za-z][A-Za-z' -]{3,30}):\s")
_WILLING = re.compile(r"\bwilling|\bable to travel", re.IGNORECASE)
_DEMAND = re.compile(
    r"\b(?:years?|yrs)\b[^.]{0,40}\bexperience|\b(?:degree|bachelor|master)\b|\b(?:experience (?:in|with|as|of|managing|leading|working)|ability to|proven|strong|excellent"
    r"|knowledge of|proficien\w+|familiarity|understanding of|skills|willing(?:ness)? to|track record|must (?:have|be)|required|you have|comfortable)\b",
    re.IGNORECASE,
)
_EQUIVALENT = re.compile(
    r"\b(?:or|and/or|in lieu|equivalent)\b[^.;]{0,40}\b(?:equivalent|experience|(?:similar|comparable) (?:\w+ ){0,2}experience|lieu)\b|\bequivalent\b|\bin lieu\b",
    re.IGNORECASE,
)
# What follows belongs to other jobs.
_OTHER_JOBS = re.compile(
    r"^[^\w\n]*(?:similar jobs|related jobs|recommended jobs|people also viewed|more jobs)\b.*",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_HYBRID = re.compile(
    r"\bhybrid\b|\bon-?site\b|\bin[- ]office\b|\bin the office\b|\b(?:not|no|non)[- ]remote\b|\bdays (?:a|per) week in\b",
    re.IGNORECASE,
)
_NOT_REMOTE = re.compile(
    r"\b(?:not|no) (?:a )?remote\b|\bremote(?: (?:job|work|option|position))?(?: is)?\s*:?\s*(?:no\b|not\b)|\bin[- ]person (?:role|position|job|work)\b|\boffice[- ]based\b",
    re.IGNORECASE,
)
_FULLY = re.compile(
    r"\b(?:fully|100\s?%|completely|permanently|entirely)[- ]remote\b|\blocation\W[^\n]{0,60}\bremote\b|^[^\w\n]*remote\b(?! (?:work )?(?:is )?not\b|\W*no\b)",
    re.IGNORECASE | re.MULTILINE,
)
_REMOTE = re.compile(
    r"\b(?:fully|100\s?%|completely|permanent(?:ly)?|all|entirely)[- ]remote\b|#li-remote|\bremote[- ](?:first|only|friendly|role|position|job|work|opportunity|within|in the|eligible|based|option|us\b|usa\b)"
    r"|\bwork(?:ing)? (?:from home|remotely|from anywhere)\b|\b(?:location|workplace|site)\s*(?:type)?\s*:?\s*(?:[\w, ]{0,20})?remote\b|\(remote\)|[-–|,/]\s*remote\b|\bremote\s*[-–|,(]|^remote$|\bvirtual position\b|\bremotely (?:based|in|from)\b|\bor remotely\b",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE_LABEL = re.compile(
    r"\s*(?:job title|position title|title|position|role|job|vacancy|(?:job )?announcement|we are hiring|we're hiring|hiring|now hiring|opening)\s*[:–-]\s*(.+)",
    re.IGNORECASE,
)
_TITLE_LINES = 12
_TITLE_CUT = re.compile(r"\t|\s[|•·@]\s|\s[-–—]\s|\s\(|,\s|\s+at\s+[A-Z]")
# "We're looking for a Senior Product Manager to join our team"
_WANTED = re.compile(
    r"\b(?:looking for|seeking|hiring|searching for|in search of|recruiting)\s+(?:an?|our (?:next|first|new)|the)?\s*([A-Z][^.!?:;]{3,80}?)(?=\s+(?:to|who|in|for|with|at|that)\b|[.!?,;:]|$)"
)
# Whom one works with or for is not what one is.
_SOMEONE_ELSE = re.compile(
    r"\b(?:(?:works?|working|partner(?:s|ing)?|collaborat(?:es?|ing)) with|report(?:s|ing)? (?:in)?to|support(?:s|ing) (?:the|our|an?)"
    r"|alongside|together with|join(?:s|ing)? (?:our|the|us))\b|\byears?\b|[.;]\s",
    re.IGNORECASE,
)
_DECORATION = re.compile(
    r"^[\W_]+|(?<![^\w)\]+])[^\w)\]+]+$|\b(?:wanted|urgent(?:ly)?|now hiring|we are hiring|we're hiring)\b[!:]*",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:show more\s*)?show less|seniority level\b|employment type\b|job function\b|^industries\b|\bsimilar jobs\b",
    re.IGNORECASE,
)


@Language.factory("spm_posting_sections")
def make_sections(nlp: Language, name: str, data: str) -> Callable[[Doc], Doc]:
    """A component that writes `sections` of a posting; `data` is JSON: headings by section name."""
    phrases = json.loads(data)
    lookup = {key(phrase): section for section, names in phrases.items() for phrase in names}

    def sections(doc: Doc) -> Doc:
        put(doc, "sections", find_sections(document_of(doc), lookup))
        return doc

    return sections


@Language.factory("spm_requirements")
def make_requirements(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `requirements` and `demands` (years)."""

    def requirements(doc: Doc) -> Doc:
        document, sections = document_of(doc), got(doc, "sections", Section)
        found = list(find_requirements(document, sections))
        put(doc, "requirements", found)
        put(doc, "demands", find_years(document, sections, found))
        put(doc, "pay", list(pay.find(_OTHER_JOBS.sub("", document.text)))[:1])
        return doc

    return requirements


def find_sections(document: Document, lookup: dict[str, str]) -> Iterator[Section]:
    """The sections of a posting; what no heading names is `other`."""
    starts: list[tuple[str, Span, int]] = []
    for number, block in enumerate(document.blocks):
        text = document.slice(block.span)
        words = text.split()
        following = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
        if block.kind is BlockKind.ITEM and not text.rstrip().endswith(":"):
            continue
        label, colon, rest = text.partition(":")
        name, length = None, len(text)
        if len(words) <= _MAX_HEADING_WORDS:
            name = lookup.get(key(text))
            loud = block.kind is BlockKind.HEADING or text.rstrip().endswith((":", "?")) or text.isupper()
            # A short line between gaps, or above a list, is a heading even where nothing marks it.
            loud = loud or (
                text[:1].isupper()
                and text[-1:].isalpha()
                and following is not None
                and (following.kind is BlockKind.ITEM or (block.gap > 0.5 and following.gap > 0.5))
            )
            loud = loud or (_is_title_case(words) and bool(_TITLE_CASE.search(text)))
            if name is None and loud and not re.search(r"\d", text):
                name = next((kind for kind, pattern in _KINDS if pattern.search(text)), "other")
            if name is None and loud and len(words) > 1 and text.rstrip().endswith((":", "?")):
                name = "other"
            if name == "other" and (block.kind is BlockKind.ITEM or _ONE_OF.search(text)):
                continue
        if name is None and colon and len(label.split()) <= 6 and rest.strip():
            name, length = lookup.get(key(label)), len(label) + 1
        if name is not None:
            starts.append((name, Span(block.span.start, block.span.start + length), block.span.start + length))
    first = starts[0][1].start if starts else len(document.text)
    if document.text[:first].strip():
        yield Section("other", None, Span(0, first))
    for index, (name, heading, body) in enumerate(starts):
        end = starts[index + 1][1].start if index + 1 < len(starts) else len(document.text)
        yield Section(name, heading, Span(min(body, end), end))


def _is_title_case(words: list[str]) -> bool:
    return 2 <= len(words) <= 6 and all(word[:1].isupper() or word.lower() in _SMALL for word in words)


def find_requirements(document: Document, sections: tuple[Section, ...]) -> Iterator[Requirement]:
    """Every qualification asked for, the preferred ones as nice."""
    asked = [section for section in sections if section.name in {"must", "nice", "qualifications"}]
    # "What does not matter to us" is no list of requirements, nor are conditions of employment.
    asked = [s for s in asked if s.name == "nice" or not s.heading or not _NOT_ASKED.search(document.slice(s.heading))]
    if asked:
        for section in asked:
            default = Demand.NICE if section.name == "nice" else Demand.MUST
            items = 0
            for block in _bodies(document, section.body):
                items += block.kind is BlockKind.ITEM
                if block.kind is not BlockKind.ITEM and _ends(document.slice(block.span), items):
                    break
                kind = default
                for span in _items(document, block, section.body):
                    text = document.slice(span)
                    kind = _labelled(text, kind)
                    if block.kind is BlockKind.ITEM or _WILLING.search(text) or not _CONDITION.search(text):
                        yield from _judged(document, span, kind)
        if any(section.name != "nice" for section in asked):
            return
    for section in sections:
        if section.name not in {"other", "duties"}:
            continue
        for block in _bodies(document, section.body):
            body = Span(max(block.span.start, section.body.start), block.span.end)
            spans = list(sentence_spans(document.text, body))
            asking = [span for span in spans if _asks(document.slice(span), duties=section.name == "duties")]
            # Where two sentences of a paragraph ask for something, those between and after them do as well.
            told = spans[spans.index(asking[0]) :] if len(asking) > 1 else asking
            for span in told:
                yield from _judged(document, span, Demand.MUST)


def _ends(text: str, items: int) -> bool:
    """Whether a paragraph ends the requirements: it says so, or stands after a list and asks for nothing."""
    return bool(_OVER.match(text)) or (items >= _LIST and not (_DEMAND.search(text) or _SOFT.search(text)))


def _labelled(text: str, kind: Demand) -> Demand:
    """The kind that a label in the text sets: "Preferred: a; b; c"."""
    label = _LABELLED.match(text)
    if label is None:
        return kind
    name = next((name for name, pattern in _KINDS[:2] if pattern.search(label[1])), "")
    return {"nice": Demand.NICE, "must": Demand.MUST}.get(name, kind)


def _asks(text: str, *, duties: bool) -> bool:
    """Whether a sentence outside the qualifications asks for one; among duties it must say so plainly."""
    plain = bool(_HARD.search(text) or re.search(r"\byears?\b", text))
    return bool(_DEMAND.search(text)) and not _CONDITION.search(text) and (plain or not duties)


def _bodies(document: Document, body: Span) -> Iterator[Block]:
    for block in blocks_of(document.blocks, body):
        if not _BOILERPLATE.search(document.slice(block.span)[:40]):
            yield block


def _items(document: Document, block: Block, body: Span) -> Iterator[Span]:
    span = Span(max(block.span.start, body.start), min(block.span.end, body.end))
    text = document.slice(span)
    start = span.start + len(text) - len(text.lstrip())
    span = Span(start, span.end)
    if not any(c.isalpha() for c in document.slice(span)):
        return
    clauses = list(_clauses(document, span))
    if block.kind is not BlockKind.ITEM and len(clauses) > _LISTED:
        yield from clauses
        return
    sentences = list(sentence_spans(document.text, span))
    # Short sentences explain the one before them; long ones ask for something of their own.
    told = any(_GOES_ON.match(document.slice(sentence)) for sentence in sentences[1:])
    if block.kind is BlockKind.ITEM or told or any(len(document.slice(s).split()) < _OWN for s in sentences):
        yield span
    else:
        yield from sentences


def _clauses(document: Document, span: Span) -> Iterator[Span]:
    """What semicolons and labels divide."""
    start = span.start
    for match in re.finditer(r";\s+(?:and\s+)?|(?<=\.)\s+(?=[A-Z][A-Za-z' -]{3,30}:\s)", document.slice(span)):
        yield Span(start, span.start + match.start())
        start = span.start + match.end()
    yield Span(start, span.end)


def _judged(document: Document, span: Span, default: Demand) -> Iterator[Requirement]:
    """A requirement; a preferred clause of a required one is a nice requirement of its own."""
    text = document.slice(span)
    if _WAIVED.match(text):
        return
    soft = _SOFT.search(text)
    if default is Demand.NICE or soft is None:
        yield Requirement(span, default)
        return
    aside = next((m for m in _ASIDE.finditer(text) if m.start() < soft.start() < m.end()), None)
    if aside is not None and len(text[: aside.start()].split()) >= _SHORTEST:
        # A wish in brackets is one of its own and leaves the demand around it as it is.
        yield Requirement(span, default)
        yield Requirement(Span(span.start + aside.start() + 1, span.start + aside.end() - 1), Demand.NICE)
        return
    cut = max(text.rfind(mark, 0, soft.start()) for mark in (";", ". ", ", ", " - ", " – ", " — "))
    # "..., preferably in retail" adds a wish to the demand before it.
    if _ADDS.match(soft[0]) and len(text[: soft.start()].split()) >= _OWN:
        yield Requirement(Span(span.start, span.start + len(text[: soft.start()].rstrip(" ,(;"))), default)
        yield Requirement(Span(span.start + soft.start(), span.end), Demand.NICE)
        return
    head = text[: max(cut, 0)]
    firm = _HARD.search(head) or _FIRM.search(head) or text[cut] in ";. "
    wish = any(c.isalpha() for c in _SOFT.sub("", text[cut + 1 :]))
    if cut > 0 and len(head.split()) >= _SHORTEST and firm and wish:
        start = span.start + cut + len(text[cut:]) - len(text[cut:].lstrip(";., -–—"))
        yield Requirement(Span(span.start, span.start + cut), default)
        yield Requirement(Span(start, span.end), Demand.NICE)
    else:
        yield Requirement(span, Demand.NICE)


def find_years(document: Document, sections: tuple[Section, ...], required: list[Requirement]) -> Iterator[YearsDemand]:
    """Demands of years, wherever the posting prints them, but not the company's own history."""
    silent = Spans(section.body for section in sections if section.name in {"benefits", "legal"})
    required = sorted(required, key=lambda requirement: requirement.span.start)
    asked = Spans(requirement.span for requirement in required)
    others = _OTHER_JOBS.search(document.text)
    end = others.start() if others else len(document.text)
    for block in document.blocks:
        if block.span.start >= end or silent.contain(block.span):
            continue
        for sentence in sentence_spans(document.text, block.span):
            for found in years.find(document.text, sentence):
                number = asked.first(found.span)
                if number is not None:
                    kind = required[number].kind
                else:
                    kind = Demand.NICE if _SOFT.search(document.slice(sentence)) else Demand.MUST
                yield YearsDemand(found.span, found.min, found.max, found.subject, kind)


_PLAIN_YEARS = re.compile(
    r"(?:(?:relevant|related|progressive|professional|work|overall|total|industry|of|the|in)\s*)*(?:experience)?",
    re.IGNORECASE,
)


def primary(demands: tuple[YearsDemand, ...]) -> YearsDemand | None:
    """The main demand: of product management if one is, else the first that is a must."""
    musts = [demand for demand in demands if demand.kind is Demand.MUST and demand.min]
    about_product = [
        d
        for d in musts
        if re.search(r"\bproduct (?:manage|own|lead|develop)|\bproduct\b.*\brole", d.subject, re.IGNORECASE)
    ]
    managing = [d for d in about_product if re.search(r"\bproduct manage", d.subject, re.IGNORECASE)]
    plain = [d for d in musts[:1] if _PLAIN_YEARS.fullmatch(d.subject.split(" with ")[0].strip())]
    return next(iter(managing or plain or about_product or musts or demands), None)


def education(document: Document, mentions: tuple[Mention, ...], levels: dict[str, str]) -> tuple[str | None, bool]:
    """(lowest degree asked for, whether it is required)."""
    rank = ("other", "associate", "bachelor", "master", "doctorate")
    asked = [m for m in mentions if m.kind is SkillKind.CREDENTIAL and levels.get(m.skill) in rank[1:]]
    if not asked:
        return None, False
    firm = [m for m in asked if m.demand is Demand.MUST] or asked
    lowest = min(firm, key=lambda m: rank.index(levels[m.skill]))
    line_end = document.text.find("\n", lowest.span.end)
    line = document.text[lowest.span.start : line_end if line_end >= 0 else len(document.text)]
    # What is preferred after the next degree or a semicolon is not said of this one.
    others = [m.span.start - lowest.span.start for m in asked if m.span.start > lowest.span.end]
    clause = line[: min([80, *(start for start in others if start > 0)])].split(";")[0]
    soft = (_SOFT.search(clause) and not _HARD.search(clause)) or _EQUIVALENT.search(line[:160])
    return levels[lowest.skill], lowest.demand is not Demand.NICE and not soft


def remote(document: Document) -> bool | None:
    """Whether the work is remote: hybrid and on-site are not, silence is None."""
    text = document.text
    if _NOT_REMOTE.search(text):
        return False
    if _FULLY.search(text):
        return True
    if _HYBRID.search(text):
        return False
    return True if _REMOTE.search(text) else None


def title(document: Document, titles: TitleReader) -> str:
    """The job title: labelled as such, or the first line that reads like one; never a list item or a duty."""
    lines = [
        document.slice(block.span).strip()
        for block in document.blocks
        if block.kind is not BlockKind.ITEM and document.slice(block.span).strip()
    ][:_TITLE_LINES]
    best, found = 0, lines[0][:120] if lines else ""
    for number, line in enumerate(lines):
        labelled = _TITLE_LABEL.match(line) or _WANTED.search(line)
        text = labelled[1] if labelled else line
        if not labelled:
            text = _SOMEONE_ELSE.split(text, maxsplit=1)[0]
        pieces = [piece for piece in _TITLE_CUT.split(text) if piece.strip()]
        if not pieces or len(pieces[0].split()) > 12:
            continue
        short = max(pieces[:3], key=lambda piece: (titles.level(piece) != "other", titles.likeness(piece)))
        product = titles.level(text) != "other"
        # A page's name before the title is left out: "Acme - Senior Product Manager - Remote".
        text = text if short == pieces[0] or titles.likeness(pieces[0]) else text[text.index(short) :]
        like = titles.likeness(short) + (2 if product else 0) + (1 if labelled else 0) + (1 if number == 0 else 0)
        # "Product Manager" over "Senior Product Manager": the page's name, then the title.
        fuller = 0 < number < 4 and set(found.lower().split()) < set(short.lower().split())
        if like >= 2 and (like > best or (fuller and like >= best - 1)):
            best, found = like, text
    return " ".join(_DECORATION.sub("", found).split()) or found
