"""The commands. Their bodies only turn flags into a call, a text and an exit code."""

from __future__ import annotations

import math
from typing import Annotated

import typer

from spm_fit import __version__
from spm_fit.cli import options
from spm_fit.cli.taxonomy import app as taxonomy_app
from spm_fit.config import DEFAULT_ROLE
from spm_fit.errors import UsageError

app = typer.Typer(
    name="spm-fit",
    help="How well a resume fits a Senior Product Manager role, and why; what a posting asks. Offline, the same answer every time.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(taxonomy_app, name="taxonomy")
BELOW = 1


def _version(wanted: bool) -> None:
    if wanted:
        print(f"spm-fit {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def check(
    resume: options.Input,
    job: options.Jobs = [],  # noqa: B006  (typer wants it so, and nothing changes it)
    role: options.RoleName = DEFAULT_ROLE,
    taxonomy: options.TaxonomyPath = None,
    as_of: options.AsOf = None,
    min_score: Annotated[
        float | None, typer.Option(min=0, max=100, envvar="SPM_FIT_MIN_SCORE", help="Exit with 1 below this score.")
    ] = None,
    explain: options.Explain = False,
    anonymize: options.Anonymize = False,
    output_format: options.OutputFormat = options.Format.terminal,
    json: options.Json = False,
    output_file: options.OutputFile = None,
    color: options.ColorChoice = options.Color.auto,
    stdin_filename: options.StdinFilename = None,
) -> None:
    """Print the fit report of a resume: the score, why, and what to change; with --job also against postings."""
    from spm_fit import api
    from spm_fit.report import render

    if min_score is not None and math.isnan(min_score):
        raise UsageError("--min-score", "is not a number", "give one from 0 to 100")
    report = api.check(resume, options.settings(role, taxonomy, as_of, stdin_filename, anonymize), job)
    chosen = "json" if json else str(output_format)
    options.write(render(report, chosen, options.look(color, explain)), output_file)
    if min_score is not None and (report.ungradable or report.total < min_score):
        raise typer.Exit(BELOW)


@app.command()
def posting(
    posting: options.Input,
    role: options.RoleName = DEFAULT_ROLE,
    taxonomy: options.TaxonomyPath = None,
    explain: options.Explain = False,
    anonymize: options.Anonymize = False,
    output_format: options.OutputFormat = options.Format.terminal,
    json: options.Json = False,
    output_file: options.OutputFile = None,
    color: options.ColorChoice = options.Color.auto,
    stdin_filename: options.StdinFilename = None,
) -> None:
    """Print what a job posting asks, its level and its quality."""
    from spm_fit import api
    from spm_fit.report import render

    report = api.posting(posting, options.settings(role, taxonomy, None, stdin_filename, anonymize))
    chosen = "json" if json else str(output_format)
    options.write(render(report, chosen, options.look(color, explain)), output_file)


@app.command()
def text(
    file: options.Input,
    layout: Annotated[
        bool,
        typer.Option("--layout", help="Show place, kind, column and type size of every block, and what was noticed."),
    ] = False,
    anonymize: options.Anonymize = False,
    output_file: options.OutputFile = None,
    stdin_filename: options.StdinFilename = None,
) -> None:
    """Print a document's text in reading order, as every other command sees it."""
    from spm_fit import api
    from spm_fit.cli import say
    from spm_fit.report import layout as pages

    document = api.text(file, options.settings(stdin_filename=stdin_filename, anonymize=anonymize))
    if anonymize and not layout:
        # The text itself keeps its lines; what is said of it goes beside it.
        say(document.quality.problems[0].message)
    options.write(pages.layout(document) if layout else pages.plain(document), output_file)


@app.command()
def version() -> None:
    """Print the version and those of the libraries that results depend on."""
    from importlib.metadata import version as installed

    print(f"spm-fit {__version__}")
    for name in ("spacy", "pdfminer.six"):
        print(f"{name} {installed(name)}")
