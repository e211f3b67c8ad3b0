"""An extraction without what identifies the person, and what is said of that: what went, what may not have, what was not checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from spm_fit.model.document import Document, Problem, Severity
from spm_fit.model.finding import Extraction, Position, Private
from spm_fit.model.private import KINDS, Masked, shown
from spm_fit.model.report import Note

RULE, NAME = "SPM601", "anonymized"
_SUFFIXES = {
    "pdf": ".pdf", "docx": ".docx", "text": ".txt", "markdown": ".md", "html": ".html", "latex": ".tex", "jsonresume": ".json",
    "rendercv": ".yaml",
}  # fmt: skip
_QUOTED = re.compile(r'"[^"]*"')
_LIMITS = (
    "Not promised: other people's names, employers, schools outside education, a name written otherwise than in the head,"
    " and what years, towns and work let one guess."
)
_UNCHECKED = "Not checked: images, the file's own data, link targets, hidden text; none of them is printed."


def anonymous(found: Extraction) -> Extraction:
    """The same findings in the same places of a document whose private words are overwritten."""
    document = found.document
    masked = Masked.of(document, ((item.span, item.kind) for item in found.private), alias(document, str(found.kind)))
    # Hidden text is quoted, and nobody looked for names in it.
    problems = tuple(replace(p, message=_QUOTED.sub('"..."', p.message)) for p in document.quality.problems)
    return replace(
        found,
        document=replace(masked, quality=replace(document.quality, problems=problems)),
        positions=tuple(_position(position) for position in found.positions),
        unlisted=tuple(replace(tool, name=shown(masked.slice(tool.span))) for tool in found.unlisted),
        education=tuple(replace(entry, field=shown(entry.field)) for entry in found.education),
        claims=tuple(replace(claim, subject=shown(claim.subject)) for claim in found.claims),
    )


def alias(document: Document, kind: str = "document") -> str:
    """What a document is called instead of by the name of its file: "resume.pdf"."""
    return kind + _SUFFIXES.get(document.format, "")


def note(private: Iterable[Private]) -> Note:
    """What every report says: what was removed and how often, what that cannot promise, what was not checked."""
    return Note(RULE, NAME, Severity.NOTE, f"{_removed(private)} {_LIMITS} {_UNCHECKED}")


def problem(private: Iterable[Private]) -> Problem:
    """The same for outputs that have no notes."""
    return Problem(NAME, note(private).message, Severity.NOTE)


def _removed(private: Iterable[Private]) -> str:
    counts = Counter(item.kind for item in private)
    gone = [f"{counts[kind]} {names[counts[kind] > 1]}" for kind, names in KINDS.items() if counts[kind]]
    absent = [names[0] for kind, names in KINDS.items() if not counts[kind]]
    said = f"Removed: {', '.join(gone)}." if gone else "Nothing was removed."
    return f"{said} Not found: {', '.join(absent)}." if absent else said


def _position(position: Position) -> Position:
    return replace(position, title=shown(position.title), organization=shown(position.organization))
