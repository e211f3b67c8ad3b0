"""What identifies a person, and a document without it: every place stays where it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from spm_fit.model.document import Document, Span

# Kind -> what reports call it, one and many.
KINDS = {
    "name": ("name", "names"),
    "email": ("e-mail address", "e-mail addresses"),
    "phone": ("phone number", "phone numbers"),
    "address": ("address", "addresses"),
    "link": ("personal link", "personal links"),
    "birth": ("date or place of birth or age", "dates or places of birth or ages"),
    "nationality": ("nationality", "nationalities"),
    "marital": ("marital status", "marital statuses"),
    "religion": ("religion", "religions"),
    "gender": ("gender or title", "genders or titles"),
    "pronoun": ("pronoun", "pronouns"),
    "school": ("school", "schools"),
    "photo": ("mark of a photo", "marks of a photo"),
}
# No letter and no digit, so that nothing is read from it; a school can still be told to be one.
FILL, SCHOOL_FILL = "■", "□"
# What is printed instead: the length of a name tells who it is, that of a pronoun whether it was a man.
SHOWN = FILL * 3
_RUN = re.compile(f"[{FILL}{SCHOOL_FILL}]+")


def filled(document: Document, places: Iterable[tuple[Span, str]]) -> str:
    """The text with every word of these places (each with its kind) overwritten, character by character."""
    parts: list[str] = []
    at = 0
    for span, kind in sorted(places):
        fill = SCHOOL_FILL if kind == "school" else FILL
        parts += [document.text[at : span.start], re.sub(r"\S", fill, document.text[max(at, span.start) : span.end])]
        at = max(at, span.end)
    return "".join(parts) + document.text[at:]


def shown(text: str) -> str:
    """A filled text as it is printed: whatever was there, it is equally long."""
    return _RUN.sub(SHOWN, text)


@dataclass(frozen=True, slots=True)
class Masked(Document):
    """A document whose private words are overwritten; as long as the original, so that every place is still right."""

    @classmethod
    def of(cls, document: Document, places: Iterable[tuple[Span, str]], path: str) -> Masked:
        """A document without what stands in these places, under a name that tells nothing."""
        values = {field.name: getattr(document, field.name) for field in fields(document)}
        return cls(**values | {"text": filled(document, places), "path": path})

    def slice(self, span: Span) -> str:
        """The characters of a span, no longer as many as the span has."""
        return shown(self.text[span.start : span.end])

    def lines(self) -> Iterator[str]:
        """The lines of the text, as many as before."""
        yield from shown(self.text).split("\n")
