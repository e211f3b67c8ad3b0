"""Addresses on the web, mail boxes and telephones of the person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spm_fit.extract.places import Spans
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Contact, Private

_KINDS = {"email": "email", "linkedin": "link", "github": "link"}
_EMAIL = re.compile(r"[\w.+%'-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
# Where people keep pages of their own.
_HOSTS = re.compile(
    r"(?:https?://)?(?:www\.)?(?:[\w-]{1,40}\.)?(?:linkedin\.com|github\.com|gitlab\.com|bitbucket\.org|twitter\.com|x\.com|medium\.com|behance\.net|dribbble\.com|xing\.com"
    r"|facebook\.com|instagram\.com|youtube\.com|stackoverflow\.com/users|t\.me|wa\.me|github\.io|gitlab\.io|substack\.com|wordpress\.com|notion\.site|about\.me"
    r"|linktr\.ee|calendly\.com|kaggle\.com|angel\.co|wellfound\.com|producthunt\.com|bsky\.app|orcid\.org|researchgate\.net)(?:/[\w%/.@~?=&+-]{1,200})?(?<![.,])",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:https?://|www\.)[\w.-]{3,100}(?:/[\w%/.~?=&#+-]{0,200})?|\b[\w-]{2,63}(?:\.[\w-]{2,63}){1,3}(?:/[\w%/.~-]{0,100})?"
)
_DOMAIN = re.compile(
    r"\.(?:com|net|org|io|dev|me|design|co|eu|uk|de|fr|es|it|nl|in|ca|au|us|br|ch|at|se|no|dk|pl|app|page|site|tech|info|name|blog|xyz|ai|pm)(?:[/:]|$)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z_][\w.]{2,30}|\bin/[\w%-]{3,80}")
_ACCOUNT = re.compile(
    r"\b(?:skype|twitter|instagram|telegram|whatsapp|wechat|line id|linkedin|github|gitlab|x|blog|portfolio|website|web|homepage|url|medium)(?: id| handle| profile)?\s*[:|]\s*"
    r"(?P<value>[^\s|•·,;]{2,120})",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:linked ?in|github|gitlab|medium|twitter|portfolio|website|blog)(?: profile| url)?\s*[:|–—-]?\s*$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.,$€£])(?:\+|00)?\(?\d[\d \u00a0().\u2010-\u2014/-]{5,24}\d(?![\w%])(?:\s*(?:x|ext\.?)\s*\d{1,6})?",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:phone|telephone|tel|mobile|mob|cell|cellphone|call|fax|m|t|p|c|h|ph|contact(?: (?:no|number))?|whatsapp)\s?(?:no|number|#|nr)?\.?\s*[:.#)-]?\s*$",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?:19|20)\d\d\D{1,4}(?:(?:19|20)\d\d|\d{1,2}\D{1,3}(?:19|20)\d\d)$|\d{1,2}\D(?:19|20)\d\d\D{1,5}\d{1,2}\D(?:19|20)\d\d$|(?:19|20)\d\d[./-]\d\d?[./-]\d\d?$|\d\d?[./-]\d\d?[./-](?:19|20)?\d\d$"
)


def find(document: Document, contacts: Iterable[Contact], about: Spans) -> Iterator[Private]:
    """Mail boxes and profiles anywhere, other addresses and telephones where the resume speaks of the person."""
    text = document.text
    for contact in contacts:
        if contact.kind in _KINDS:
            yield Private(_labelled(text, contact.span), _KINDS[contact.kind])
    for match in _EMAIL.finditer(text):
        yield Private(Span(match.start(), match.end()), "email")
    for match in _HOSTS.finditer(text):
        yield Private(_labelled(text, Span(match.start(), match.end())), "link")
    for pattern in (_SITE, _HANDLE, _ACCOUNT):
        for match in pattern.finditer(text):
            span = Span(*match.span("value" if pattern is _ACCOUNT else 0))
            if about.overlap(span) and (pattern is not _SITE or _DOMAIN.search(match[0])):
                yield Private(_labelled(text, span), "link")
    for match in _PHONE.finditer(text):
        span = Span(match.start(), match.end())
        if _is_phone(text, match, in_head=about.overlap(span)):
            yield Private(span, "phone")


def _is_phone(text: str, match: re.Match[str], *, in_head: bool) -> bool:
    digits = sum(c.isdigit() for c in match[0])
    if not 7 <= digits <= 15 or _YEARS.match(match[0].strip()):
        return False
    called = bool(_CALL.search(text, max(0, match.start() - 30), match.start()))
    return called or (digits >= 9 and match[0].startswith(("+", "00", "("))) or in_head


def _labelled(text: str, span: Span) -> Span:
    """With the name of the network before it, which is no tool that the person uses."""
    label = _LABEL.search(
        text, max(text.rfind("\n", max(0, span.start - 30), span.start) + 1, span.start - 30, 0), span.start
    )
    return Span(label.start(), span.end) if label else span
