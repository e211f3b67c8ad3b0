"""What elements are meant for, by their names, classes and neighbours, where no style says it."""

from __future__ import annotations

import re

from spm_fit.readers.web.dom import BLOCKS, HEADINGS, Chunk, Element

_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:dates?|\w{1,20}date|period|duration|when|years?|time|timeframe|right|end|company|employer|organi[sz]ation|location|place|city)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ICON = re.compile(r"(?:^|\s)(?:fa[brsl]?|icons?|glyphicon|bi|ion|icofont)(?:$|[\s-])", re.IGNORECASE)
# What holds one text, however many elements mark parts of it.
_ONE_TEXT = frozenset("p li td th dt dd a caption figcaption summary blockquote".split()) | frozenset(HEADINGS)
# In running text a date is part of the sentence.
_RUNNING = frozenset("p li dd blockquote figcaption".split())
_ASIDE_WORDS = 20
_BUTTON_WORDS = 14
_TEXTS = frozenset("span a time label".split())
_SHORTEST = 3
_ENTRY = 300
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"@|\w\.\w|\d{3}")


def is_aside(element: Element) -> bool:
    """Whether an inline element is the date, the place or the employer beside a short title."""
    above = element.parent
    if above is not None and above.name in HEADINGS and element.name == "small":
        return True
    return is_named(element) and above is not None and above.words <= _ASIDE_WORDS and above.name not in _RUNNING


def is_named(element: Element) -> bool:
    """Whether an element is named as the date, the place or the employer."""
    return element.name == "time" or bool(_ASIDE.search(element.attributes.get("class", "")[:200]))


def is_one_text(element: Element) -> bool:
    """Whether an element is a paragraph, a heading, an item or a link, or inline in one."""
    for one in (element, *element.ancestors()):
        if one.name in BLOCKS or one.name == "a":
            return one.name in _ONE_TEXT
    return False


def is_icon_name(element: Element) -> bool:
    """Whether an element is the name of an icon, which its font shows as a picture."""
    return element.words <= 1 and bool(_ICON.search(element.attributes.get("class", "")[:200]))


def is_icon(element: Element) -> bool:
    """Whether an element shows a picture, which stands between words but is none."""
    named = not element.words and bool(_ICON.search(element.attributes.get("class", "")[:200]))
    return named or element.name in {"img", "svg"}


def are_texts(element: Element) -> bool:
    """Whether the inline children meet without a blank though each is a text of its own, not a part of a word."""
    inner = [child for child in element.elements if child.words]
    bare = any(isinstance(node, Chunk) for node in element.children)
    return not bare and len(inner) > 1 and all(child.name in _TEXTS and _length(child) >= _SHORTEST for child in inner)


def _length(element: Element) -> int:
    """Characters of an element that holds nothing but text."""
    only = element.children[0] if len(element.children) == 1 else None
    return only.end - only.start if isinstance(only, Chunk) else _SHORTEST


def is_entry(element: Element, text: str) -> bool:
    """Whether a list item is a position or a course with headings, or a dated line above a list of its own."""
    waiting = list(element.elements)
    lists: list[Element] = []
    while waiting:
        one = waiting.pop()
        if one.name in HEADINGS:
            return True
        if one.name in {"ul", "ol"}:
            lists.append(one)
        else:
            waiting += one.elements
    first = min((inner.start for inner in lists), default=0)
    return bool(lists) and bool(_YEAR.search(text, element.start, min(first, element.start + _ENTRY)))


def is_control(element: Element) -> bool:
    """Whether an element is part of a form; the button that opens a section is its heading."""
    button = element.name == "button" or (element.attributes.get("role") == "button" and element.name != "a")
    if button:
        return element.words < _BUTTON_WORDS and not any(above.name in HEADINGS for above in element.ancestors())
    return element.name in {"label", "legend"} and any(above.name == "form" for above in element.ancestors())


def is_address(link: Element, text: str) -> bool:
    """Whether a link shows where it leads; in a menu the word "Contact" says nothing."""
    return any(isinstance(node, Chunk) and _ADDRESS.search(text, node.start, node.end) for node in link.children)
