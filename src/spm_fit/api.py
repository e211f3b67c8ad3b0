"""The pipeline in reading order. Each function reads one document and returns one value of `model`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from spm_fit import taxonomy as taxonomy_files
from spm_fit.config import Settings
from spm_fit.errors import InputError, UsageError
from spm_fit.model.anonymous import alias, anonymous, note, problem
from spm_fit.model.document import Document
from spm_fit.model.finding import DocumentKind, Extraction
from spm_fit.model.report import PostingReport, Report
from spm_fit.model.taxonomy import AUTO, Role, Skill, Taxonomy

MIN_WORDS = 12


def check(path: Path | str, settings: Settings, jobs: Sequence[Path | str] = ()) -> Report:
    """The fit of a resume to a role, and to job postings.

    Raises:
        SpmFitError: a file cannot be read or is no resume or posting, the role is unknown, the taxonomy has mistakes.
    """
    from spm_fit import scoring

    if [str(path), *map(str, jobs)].count("-") > 1:
        raise UsageError("--job", "standard input can be read only once", "give the other document as a file")
    document = readable(_read(path, settings))
    wanted = [readable(_read(job, settings)) for job in jobs]
    knowledge = load_taxonomy(settings)
    role = wanted_role(knowledge, settings.role)
    # The slow import comes last: what is wrong with the input is said at once.
    from spm_fit import extract

    found = _shown(extract.extract_resume(document, knowledge), settings)
    if found.kind is DocumentKind.POSTING:
        raise InputError(document.path, "this reads like a job posting", "use `spm-fit posting`, or give a resume")
    postings = [_shown(extract.extract_posting(job, knowledge), settings) for job in wanted]
    for other in postings:
        if other.kind is DocumentKind.RESUME:
            raise InputError(other.document.path, "this reads like a resume", "give a job posting to --job")
    report = scoring.score_resume(found, knowledge, role, settings.as_of)
    if postings:
        report = scoring.compare(report, postings)
    return replace(report, notes=(note(found.private), *report.notes)) if settings.anonymize else report


def posting(path: Path | str, settings: Settings) -> PostingReport:
    """What a posting asks.

    Raises:
        SpmFitError: the file cannot be read, the role is unknown, the taxonomy has mistakes.
    """
    from spm_fit import scoring

    document = readable(_read(path, settings))
    knowledge = load_taxonomy(settings)
    role = wanted_role(knowledge, settings.role)
    from spm_fit import extract

    found = _shown(extract.extract_posting(document, knowledge), settings)
    if found.kind is DocumentKind.RESUME:
        raise InputError(document.path, "this reads like a resume", "use `spm-fit check`, or give a job posting")
    report = scoring.score_posting(found, knowledge, role)
    return replace(report, notes=(note(found.private), *report.notes)) if settings.anonymize else report


def text(path: Path | str, settings: Settings) -> Document:
    """A document in reading order, as every other stage sees it.

    Raises:
        SpmFitError: the file cannot be read.
    """
    document = _read(path, settings)
    if not settings.anonymize:
        return document
    from spm_fit import extract

    found = _shown(extract.extract_resume(document, load_taxonomy(settings)), settings)
    masked, said = found.document, problem(found.private)
    return replace(masked, quality=replace(masked.quality, problems=(said, *masked.quality.problems)))


def _read(path: Path | str, settings: Settings) -> Document:
    """One document; the name of an anonymous one's file goes first, so that no error tells it."""
    from spm_fit import readers

    try:
        document = readers.read(path, settings.stdin_filename)
    except InputError as error:
        if not settings.anonymize:
            raise
        place = re.search(r"(?::\d+){0,2}$", error.place)
        raise InputError("document" + (place[0] if place else ""), error.fault, error.remedy) from None
    return replace(document, path=alias(document)) if settings.anonymize else document


def _shown(found: Extraction, settings: Settings) -> Extraction:
    return anonymous(found) if settings.anonymize else found


def load_taxonomy(settings: Settings) -> Taxonomy:
    """The shipped taxonomy, with the user's own over it.

    Raises:
        SpmFitError: the user's own is missing or has mistakes.
    """
    return taxonomy_files.load(settings.taxonomy)


def wanted_role(taxonomy: Taxonomy, name: str) -> Role | None:
    """The role of an id; None for "auto", which is found from the document.

    Raises:
        UsageError: there is none, or no ladder to find one on.
    """
    if name != AUTO:
        return find_role(taxonomy, name)
    if not any(role.ladder for role in taxonomy.roles):
        raise UsageError(
            "--role", "no role of this taxonomy is a step of the ladder", "name a role, or set `ladder: true`"
        )
    return None


def find_role(taxonomy: Taxonomy, name: str) -> Role:
    """The role of an id.

    Raises:
        UsageError: there is none; names the nearest.
    """
    for role in taxonomy.roles:
        if role.id == name:
            return role
    near = " or ".join(f"'{other}'" for other in _near(taxonomy, name))
    ids = ", ".join(role.id for role in taxonomy.roles)
    raise UsageError(
        "--role", f"unknown role '{name}'", f"did you mean {near}?" if near else f"{AUTO}, or one of {ids}"
    )


def _near(taxonomy: Taxonomy, name: str) -> list[str]:
    """The ids that a name may mean: those like it, those of a step ("vp"), those with a word like it ("snior")."""
    names = [AUTO, *(role.id for role in taxonomy.roles)]
    if steps := [role.id for role in taxonomy.roles if role.ladder and role.level == name.lower()]:
        return steps
    if close := get_close_matches(name.lower(), names, 2, 0.6):
        return close
    words = get_close_matches(name.lower(), sorted({word for other in names for word in other.split("-")}), 1, 0.7)
    return [other for other in names if set(words) & set(other.split("-"))][:2]


def find_entry(taxonomy: Taxonomy, name: str) -> Skill | Role:
    """The skill or role of an id.

    Raises:
        UsageError: there is none; names the nearest.
    """
    entries: dict[str, Skill | Role] = {role.id: role for role in taxonomy.roles}
    entries |= {skill.id: skill for skill in taxonomy.skills}
    if name in entries:
        return entries[name]
    close = get_close_matches(name, list(entries), 1, 0.5)
    raise UsageError(
        "taxonomy show",
        f"unknown skill or role '{name}'",
        f"did you mean '{close[0]}'?" if close else "see `spm-fit taxonomy show`",
    )


def readable(document: Document) -> Document:
    """The document, if it holds enough words to be of any kind at all.

    Raises:
        InputError: it does not.
    """
    words = document.quality.words
    if words < MIN_WORDS:
        raise InputError(document.path, f"only {words} word{'s' * (words != 1)}", "give the whole document")
    return document
