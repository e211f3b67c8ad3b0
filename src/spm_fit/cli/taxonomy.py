"""The taxonomy's own commands: show, validate, schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from spm_fit.cli import options

app = typer.Typer(
    help="What spm-fit knows about the role, and checking your own.", no_args_is_help=True, rich_markup_mode=None
)


@app.command()
def show(
    skill: Annotated[
        str | None, typer.Argument(metavar="ID", help="One skill or role in full; all as a tree if not given.")
    ] = None,
    taxonomy: options.TaxonomyPath = None,
    tools: Annotated[bool, typer.Option("--tools", help="The tools too.")] = False,
    roles: Annotated[bool, typer.Option("--roles", help="Only the roles, with their years and points.")] = False,
    output_file: options.OutputFile = None,
) -> None:
    """Print the taxonomy as a tree, its roles as a table, or one skill or role in full."""
    from spm_fit import api
    from spm_fit.report import tree as pages

    knowledge = api.load_taxonomy(options.settings(taxonomy=taxonomy))
    options.write(
        pages.page(knowledge, api.find_entry(knowledge, skill))
        if skill
        else pages.roles_table(knowledge)
        if roles
        else pages.tree(knowledge, tools=tools),
        output_file,
    )


@app.command()
def validate(
    path: Annotated[Path | None, typer.Argument(help="A folder or file; the shipped taxonomy if not given.")] = None,
) -> None:
    """Check taxonomy files: every mistake as file:line:column on standard error, exit code 2 if there is one."""
    from spm_fit import api
    from spm_fit.cli import say
    from spm_fit.errors import TaxonomyError

    try:
        knowledge = api.load_taxonomy(options.settings(taxonomy=path))
    except TaxonomyError as error:
        for mistake in error.mistakes:
            say(mistake)
        raise typer.Exit(error.exit_code) from error
    kinds = [str(skill.kind) for skill in knowledge.skills]
    counts = ", ".join(
        f"{kinds.count(kind)} {plural}"
        for kind, plural in (("competency", "competencies"), ("tool", "tools"), ("credential", "credentials"))
    )
    print(
        f"{path or 'shipped taxonomy'}: no mistakes; {counts}, {len(knowledge.roles)} roles, digest {knowledge.digest}"
    )


@app.command()
def schema(output_file: options.OutputFile = None) -> None:
    """Print the JSON Schema of taxonomy files, for editors."""
    import json

    from spm_fit import taxonomy as files

    options.write(json.dumps(files.json_schema(), indent=2) + "\n", output_file)
