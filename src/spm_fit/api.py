"""The pipeline in reading order. Each function reads one document and returns one value of `model`."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from spm_fit import taxonomy as taxonomy_files
from spm_fit.config import Settings
from spm_fit.errors import InputError, UsageError
from spm_fit.model.document import Document
from spm_fit.model.finding import DocumentKind
from spm_fit.model.report import PostingReport, Report
from spm_fit.model.taxonomy import Role, Skill, Taxonomy

MIN_WORDS = 12


def check(path: Path | str, settings: Settings) -> Report:
    """The fit of a resume to a role.

    Raises:
        SpmFitError: the file cannot be read or is no resume, the role is unknown, the taxonomy has mistakes.
    """
    from spm_fit import readers, scoring

    document = readable(readers.read(path, settings.stdin_filename))
    knowledge = load_taxonomy(settings)
    role = find_role(knowledge, settings.role)
    # The slow import comes last: what is wrong with the input is said at once.
    from spm_fit import extract

    found = extract.extract_resume(document, knowledge)
    if found.kind is DocumentKind.POSTING:
        raise InputError(document.path, "this reads like a job posting", "use `spm-fit posting`, or give a resume")
    return scoring.score_resume(found, knowledge, role, settings.as_of)


def posting(path: Path | str, settings: Settings) -> PostingReport:
    """What a posting asks.

    Raises:
        SpmFitError: the file cannot be read, the role is unknown, the taxonomy has mistakes.
    """
    from spm_fit import readers, scoring

    document = readable(readers.read(path, settings.stdin_filename))
    knowledge = load_taxonomy(settings)
    role = find_role(knowledge, settings.role)
    from spm_fit import extract

    found = extract.extract_posting(document, knowledge)
    if found.kind is DocumentKind.RESUME:
        raise InputError(document.path, "this reads like a resume", "use `spm-fit check`, or give a job posting")
    return scoring.score_posting(found, knowledge, role)


def text(path: Path | str, settings: Settings) -> Document:
    """A document in reading order, as every other stage sees it.

    Raises:
        SpmFitError: the file cannot be read.
    """
    from spm_fit import readers

    return readers.read(path, settings.stdin_filename)


def load_taxonomy(settings: Settings) -> Taxonomy:
    """The shipped taxonomy, with the user's own over it.

    Raises:
        SpmFitError: the user's own is missing or has mistakes.
    """
    return taxonomy_files.load(settings.taxonomy)


def find_role(taxonomy: Taxonomy, name: str) -> Role:
    """The role of an id.

    Raises:
        UsageError: there is none; names the nearest.
    """
    for role in taxonomy.roles:
        if role.id == name:
            return role
    names = [role.id for role in taxonomy.roles]
    close = get_close_matches(name, names, 1, 0.4)
    raise UsageError(
        "--role", f"unknown role '{name}'", f"did you mean '{close[0]}'?" if close else f"one of {', '.join(names)}"
    )


def find_skill(taxonomy: Taxonomy, name: str) -> Skill:
    """The skill of an id.

    Raises:
        UsageError: there is none; names the nearest.
    """
    skills = {skill.id: skill for skill in taxonomy.skills}
    if name in skills:
        return skills[name]
    close = get_close_matches(name, list(skills), 1, 0.5)
    raise UsageError(
        "taxonomy show",
        f"unknown skill '{name}'",
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
