"""How a person's name is written: which words of a line can be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from spm_fit.model.document import Span

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ.-][^\W\d_]+){0,4}\.?")
# "d'Aubigny", "al-Rahman".
_ELIDED = re.compile(r"[a-z]{1,3}['’ʼ-][^\W\d_a-z]")
_MOST, _REACH = 7, 160
PARTICLES = frozenset(
    "de da di del della der den dem van von vom bin binti bint ibn al el la le las los dos das do du des ter ten te y e af av zu zur zum san st ap o ul ur nic mac mc abu um wa ka oglu".split()
)
_HONORIFICS = frozenset("mr mrs ms miss mx dr prof professor sir dame rev eng ing dipl.-ing".split())
# Behind a name, after a comma or without one: degrees, certificates, generations.
_CREDENTIALS = re.compile(
    r"(?:[A-Z]{2,6}(?:[-/®][A-Z]{1,4})?|[A-Z][a-z]?(?:\.[A-Z][a-zA-Z]{0,3}){1,3}|Ph\.?D|M\.?Sc|B\.?Sc|MSc|BSc|MEng|BEng|B\.?Tech|M\.?Tech|M\.?Eng|M\.?Ed|Jr|Sr|II|III|IV|Esq|[A-Z]{2,5}-?[IVX]{0,3})\.?®?"
)
_GENERATIONS = frozenset("jr sr ii iii iv".split())
# Words of titles, headings and labels; no surname is among them that many people have.
NO_NAMES = frozenset(
    """accountant administrator advisor adviser analyst applicant application architect assistant associate b2b b2c
    brand business candidate certified chief coach confidential consultant contact coordinator cover creative creator curriculum customer
    data designer details developer development digital director e-mail education email engineer engineering entrepreneur
    executive experience experienced expert fintech founder co-founder cofounder freelance full-stack global growth head innovation intern
    information interim introduction it junior lead leader linkedin location manager management marketing mobile name objective officer
    of operations owner page personal phone photo picture platform portfolio pm pmp po president principal product professional
    profile program programme project proven qualifications recruiter representative research results résumé resume resumé
    saas sales scrum senior skills software specialist staff startup strategic strategist strategy student summary
    supervisor support systems teacher team tech technical technology telephone the title trainee transformation
    user ux vice vita vitae vp address about me my at in for with and from dear to whom it hello hi cv your surname forename github gitlab twitter skype""".split()
)

# Except these behind a given name, where nothing follows.
_SURNAMES = frozenset("page head coach".split()) & NO_NAMES


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a line. `lower` tells that it has no capital letters."""

    span: Span
    given: tuple[str, ...]
    surname: tuple[str, ...]
    lower: bool
    cut: bool = False
    """Whether the words of a title follow at once."""

    @property
    def words(self) -> tuple[str, ...]:
        """Given name and surname."""
        return self.given + self.surname


def read(text: str, span: Span) -> Name | None:
    """The name that a part of a line begins with: no longer than seven words, no title, no heading."""
    tokens = list(_TOKEN.finditer(text, span.start, min(span.end, span.start + _REACH)))
    while tokens and tokens[0][0].lower().rstrip(".") in _HONORIFICS:
        tokens = tokens[1:]
    if tokens and _is_tracked(tokens):
        return _tracked(text, tokens)
    words: list[re.Match[str]] = []
    reversed_ = False
    for number, token in enumerate(tokens):
        word, ends = _bare(token[0]), token[0].endswith(",")
        if token[0].endswith(":"):
            return None
        if not _fits(word, words, last=ends or number == len(tokens) - 1 or tokens[number + 1][0][0] in "(["):
            break
        words.append(token)
        if not ends:
            continue
        following = _bare(tokens[number + 1][0]) if number + 1 < len(tokens) else ""
        # "Baker, Ruby": a comma behind one word, and one or two after it that are no credentials.
        if reversed_ or len(words) > 1 or len(tokens) - number - 1 not in {1, 2, 3} or _is_credential(following):
            break
        reversed_ = True
    while words and _bare(words[-1][0]).lower() in PARTICLES and _bare(words[-1][0]).islower():
        words.pop()
    if not words or len(words) > _MOST:
        return None
    following = tokens[len(words)][0] if len(words) < len(tokens) else ""
    cut = _bare(following).lower() in NO_NAMES and not words[-1][0].endswith(",")
    return _name(text, words, reversed_=reversed_ and len(words) > 1, cut=cut)


def _name(text: str, found: list[re.Match[str]], *, reversed_: bool, cut: bool) -> Name | None:
    words = [_bare(token[0]) for token in found]
    if max(len(word.rstrip(".")) for word in words) < 2:
        return None
    last = found[-1]
    end = last.start() + len(last[0].rstrip(",;:"))
    given, surname = (words[:-1], words[-1:]) if len(words) > 1 else (words, [])
    if reversed_:
        given, surname = words[1:], words[:1]
    return Name(Span(found[0].start(), end), tuple(given), tuple(surname), words[0][0].islower(), cut)


def _bare(token: str) -> str:
    return token.strip("\"'“”‘’()[]{},;:*_#")


def _fits(word: str, before: list[re.Match[str]], *, last: bool) -> bool:
    if not _WORD.fullmatch(word):
        return False
    if word.lower() in NO_NAMES and not (last and len(before) == 1 and word.lower() in _SURNAMES):
        return False
    # "Ruby Baker MBA": what follows two words in capitals, where those are not, is no name.
    loud = len(before) > 1 and word.isupper() and len(word) > 1 and not any(_bare(t[0]).isupper() for t in before)
    if before and (word.lower().rstrip(".") in _GENERATIONS or (loud and _CREDENTIALS.fullmatch(word))):
        return False
    if before and re.fullmatch(r"(?:Ph\.?D|M\.?Sc|B\.?Sc|M\.B\.A|P\.E|MBA|PMP|CSPO|CPA)\.?", word):
        return False
    if not word[0].islower() or _ELIDED.match(word):
        return True
    return (word.lower() in PARTICLES and not last) or all(_bare(t[0])[0].islower() for t in before)


def _is_credential(word: str) -> bool:
    return not word or bool(_CREDENTIALS.fullmatch(word)) or word.lower() in NO_NAMES or not _WORD.fullmatch(word)


def _is_tracked(tokens: list[re.Match[str]]) -> bool:
    """Whether letters stand apart: "R U B Y  B A K E R"."""
    return len(tokens) > 3 and all(len(token[0]) == 1 and token[0].isalpha() for token in tokens)


def _tracked(text: str, tokens: list[re.Match[str]]) -> Name | None:
    words = [tokens[0][0]]
    for before, token in pairwise(tokens):
        if token.start() - before.end() > 1:
            words.append("")
        words[-1] += token[0]
    if any(word.lower() in NO_NAMES for word in words):
        return None
    return Name(Span(tokens[0].start(), tokens[-1].end()), tuple(words[:-1] or words), tuple(words[1:][-1:]), False)
