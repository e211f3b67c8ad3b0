"""What of a page is not the document in it: menus, banners, footers, lists of other pages. Counted in words and links.

A heading of the first level and links to a person (mail, telephone, profiles) are never left out; a menu that holds
such links is reduced to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from spm_fit.readers.web.dom import Chunk, Element

_CONTACT = re.compile(
    r"\s*(?:mailto:|tel:|sms:|callto:|skype:)|.*\b(?:linkedin\.com/(?:in|pub)/|(?:github|gitlab)\.com/[\w.-]+/?$|(?:twitter|x)\.com/[\w]+/?$)",
    re.IGNORECASE,
)
_MENU_ROLES = frozenset("navigation menu menubar search toolbar tablist".split())
_MENU = re.compile(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|share|skip-?links?)(?:$|[\s_-])", re.IGNORECASE)  # fmt: skip
_DIALOG = re.compile(r"cookie|consent|gdpr|(?:^|[\s_-])(?:modal|popup|pop-up|newsletter|subscribe|toast|onetrust)(?:$|[\s_-])", re.IGNORECASE)  # fmt: skip
_OTHERS = re.compile(r"similar|related|recommend|also-?viewed|more-?jobs|other-?jobs|job-?alert", re.IGNORECASE)
_OTHERS_SAID = re.compile(r"\s*(?:similar|related|recommended|more|other) (?:jobs|roles|positions|openings|posts|articles|searches)\b|\s*people also viewed", re.IGNORECASE)  # fmt: skip
_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])", re.IGNORECASE)
_LANDMARKS = frozenset(["header", "aside"])
_LANDMARK_ROLES = frozenset(["banner", "complementary"])
_CONTENT = frozenset("main article section".split())
_PLAIN = frozenset("a p div span".split())
_FOOTER = re.compile(r"(?:^|[\s_-])footer(?:$|[\s_-])", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\u00a9|&copy;?|\bcopyright\b|all rights reserved", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")
_FEW = 4
_NEAR = 20_000


def count(elements: Iterable[Element], text: str) -> None:
    """Set the counts of all elements; they come in document order."""
    ordered = list(elements)
    for element in ordered:
        chunks = [text[c.start : c.end] for c in element.children if isinstance(c, Chunk)]
        element.words = sum(len(chunk.split()) for chunk in chunks)
        element.lettered = any(_LETTER.search(unescape(chunk)) for chunk in chunks)
        element.top = element.name == "h1"
    for element in reversed(ordered):
        if element.name in {"script", "style", "head", "template", "svg"}:
            element.words = element.links = element.linked = 0
            element.lettered = False
        elif element.name == "a" and "href" in element.attributes:
            contact = is_contact(element)
            element.contacts += contact
            element.links, element.linked = (0, 0) if contact else (1, element.words)
        if element.parent is not None:
            above = element.parent
            above.words += element.words
            above.links += element.links
            above.linked += element.linked
            above.contacts += element.contacts
            above.top = above.top or element.top
            above.lettered = above.lettered or element.lettered


def is_contact(element: Element) -> bool:
    """Whether a link leads to a person."""
    return bool(_CONTACT.match(element.attributes.get("href", "")[:300]))


class Chrome:
    """Judges the elements of one page."""

    def __init__(self, elements: list[Element], text: str) -> None:
        self._text = text
        self._whole = elements[0].words
        self._main = _main(elements)
        self._path = {id(above) for above in self._main.ancestors()} if self._main else set()

    def judge(self, element: Element) -> str:
        """ "keep", "drop", or "contacts" where only the links to a person are kept."""
        names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"[:300]
        if self._is_dialog(element, names):
            return "drop"
        if (
            element.top
            or element is self._main
            or id(element) in self._path
            or element.name in {"#root", "html", "body"}
        ):
            return "keep"
        if self._is_chrome(element, names):
            return "contacts" if element.contacts else "drop"
        return "keep"

    def _is_dialog(self, element: Element, names: str) -> bool:
        role = element.attributes.get("role", "")
        said = element.name == "dialog" or role in {"dialog", "alertdialog"} or "aria-modal" in element.attributes
        # A posting may itself stand in a dialog over the list it was opened from.
        return (said or bool(_DIALOG.search(names))) and 2 * element.words < self._whole

    def _is_chrome(self, element: Element, names: str) -> bool:
        role = element.attributes.get("role", "")
        mostly = 2 * element.linked >= element.words
        if element.name == "nav" or role in _MENU_ROLES:
            return True
        if _MENU.search(names) and (mostly or not element.words) and element.links:
            return True
        if element.name == "a":
            button = role == "button" or bool(_BUTTON.search(names))
            return button and element.words <= _FEW and not element.contacts
        if _OTHERS.search(names) and 5 * element.linked >= 2 * element.words and element.links > 1:
            return True
        if element.name in {"ul", "ol"} and self._is_menu(element):
            return True
        footer = element.name == "footer" or role == "contentinfo" or bool(_FOOTER.search(names))
        if footer or element.name in _LANDMARKS or role in _LANDMARK_ROLES:
            return not _inside(element) and self._is_margin(element, footer=footer, mostly=mostly)
        return self._is_beside_main(element)

    def _is_menu(self, element: Element) -> bool:
        """Whether a list holds nothing but short links into the same site, or the links to other jobs."""
        if element.links < 3 or element.linked < element.words:
            return False
        hrefs = [link.attributes.get("href", "") for item in element.elements for link in _links(item)]
        inward = all(href.startswith(("#", "/")) for href in hrefs) and element.words <= 3 * element.links
        return inward or self._follows_others(element)

    def _follows_others(self, element: Element) -> bool:
        siblings = element.parent.children if element.parent else []
        at = next((n for n, child in enumerate(siblings[:200]) if child is element), 0)
        before = [child for child in siblings[:at] if isinstance(child, Element) and child.words]
        end = element.start
        return bool(before) and bool(_OTHERS_SAID.match(_tagless(self._text[before[-1].start : end][:300])))

    def _is_margin(self, element: Element, *, footer: bool, mostly: bool) -> bool:
        """Whether a header, footer or sidebar of the page belongs to the site."""
        if mostly and (element.links > 2 or (element.links and element.linked == element.words)):
            return True
        rights = footer and _COPYRIGHT.search(self._text, element.start, element.start + _NEAR)
        return footer and element.links > 0 and (bool(rights) or element.links > 1)

    def _is_beside_main(self, element: Element) -> bool:
        """Whether something outside the main part is nothing but links."""
        if not self._path or element.parent is None or id(element.parent) not in self._path:
            return False
        return element.name in _PLAIN and element.links > 0 and element.linked == element.words


def _main(elements: list[Element]) -> Element | None:
    """The one element that says it holds the main part, if most of the page is in it."""
    said = [e for e in elements if e.name == "main" or e.attributes.get("role") == "main"]
    best = max(said, key=lambda element: element.words, default=None)
    return best if best is not None and 2 * best.words > elements[0].words - elements[0].linked else None


def _inside(element: Element) -> bool:
    return any(above.name in _CONTENT or above.attributes.get("role") == "main" for above in element.ancestors())


def _links(element: Element) -> Iterator[Element]:
    """The links among a list item's own and its children's children."""
    for child in element.elements:
        if child.name == "a":
            yield child
        else:
            yield from (inner for inner in child.elements if inner.name == "a")


def contacts(element: Element) -> Iterator[Element]:
    """The links to a person inside an element, in document order."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.name == "a" and is_contact(one):
            yield one
        elif one.contacts:
            waiting += reversed(list(one.elements))


def _tagless(text: str) -> str:
    return re.sub(r"<[^<>]*>", "", text)
