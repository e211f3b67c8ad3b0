"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spm_fit.config import DEFAULT_ROLE, Settings, parse_date
from spm_fit.errors import UsageError

if TYPE_CHECKING:
    from spm_fit.report import Look


class Format(StrEnum):
    """The formats of RENDERERS that any report can have."""

    terminal = "terminal"
    json = "json"


class Color(StrEnum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


Input = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="PDF, Word, text, Markdown, HTML, LaTeX, JSON Resume or RenderCV; - is standard input.",
        show_default=False,
    ),
]
Jobs = Annotated[
    list[Path],
    typer.Option(
        "--job",
        metavar="PATH",
        envvar="SPM_FIT_JOB",
        help="A job posting to compare with, requirement by requirement; may be given several times.",
        show_default=False,
    ),
]
RoleName = Annotated[
    str, typer.Option("--role", metavar="ROLE", envvar="SPM_FIT_ROLE", help="The role to compare with; auto finds it.")
]
TaxonomyPath = Annotated[
    Path | None,
    typer.Option(
        "--taxonomy",
        metavar="PATH",
        envvar="SPM_FIT_TAXONOMY",
        help="Your own YAML file or folder over the shipped taxonomy.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", envvar="SPM_FIT_AS_OF", help="The day that 'present' means; today if not given."
    ),
]
OutputFormat = Annotated[Format, typer.Option("--output-format", envvar="SPM_FIT_OUTPUT_FORMAT", help="How to print.")]
Json = Annotated[bool, typer.Option("--json", help="Short for --output-format json.")]
OutputFile = Annotated[
    Path | None, typer.Option("-o", "--output-file", metavar="PATH", help="Write there instead of to standard output.")
]
ColorChoice = Annotated[Color, typer.Option("--color", envvar="SPM_FIT_COLOR", help="Colour the report.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show every point with its line.")]
StdinFilename = Annotated[
    str | None, typer.Option("--stdin-filename", metavar="NAME", help="What to call standard input in the report.")
]
Anonymize = Annotated[
    bool,
    typer.Option(
        "--anonymize",
        envvar="SPM_FIT_ANONYMIZE",
        help="Leave names, contact and personal details and schools out of all that is printed.",
    ),
]


def settings(
    role: str = DEFAULT_ROLE,
    taxonomy: Path | None = None,
    as_of: str | None = None,
    stdin_filename: str | None = None,
    anonymize: bool = False,
) -> Settings:
    """The settings that the options give."""
    return Settings(role, taxonomy, parse_date(as_of), stdin_filename, anonymize)


def look(color: Color, explain: bool = False) -> Look:
    """How to print: --color over NO_COLOR over FORCE_COLOR over whether the output is a terminal."""
    # Help and version need no report.
    from spm_fit.report import Look

    terminal = sys.stdout.isatty()
    if color is not Color.auto:
        colored = color is Color.always
    elif os.environ.get("NO_COLOR"):
        colored = False
    else:
        colored = bool(os.environ.get("FORCE_COLOR")) or terminal
    width = min(100, shutil.get_terminal_size((80, 24)).columns) if terminal else 80
    return Look(width, colored, explain)


def write(text: str, path: Path | None) -> None:
    """Put a result where it belongs.

    Raises:
        UsageError: the file cannot be written.
    """
    if path is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            str(path), f"cannot be written ({error.strerror})", "check the folder and its permissions"
        ) from error
