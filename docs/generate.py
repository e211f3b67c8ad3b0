"""Write the pages that are made from the program itself: `python docs/generate.py [--check]`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from spm_fit import taxonomy
from spm_fit.config import DEFAULT_ROLE
from spm_fit.model.taxonomy import Role, SkillKind, Taxonomy

DOCS = Path(__file__).parent
ROOT = DOCS.parent
README = ROOT / "README.md"
# What the first screen of the README shows.
SHOWN = ("check", "examples/resumes/solid-senior.pdf", "--as-of", "2026-11-01")
COMMANDS = (
    (), ("check",), ("posting",), ("text",), ("taxonomy",), ("taxonomy", "show"), ("taxonomy", "validate"),
    ("taxonomy", "schema"), ("version",),
)  # fmt: skip

_WAYS = """
Two ways lead up from lead: people (group) and the work itself (principal). `next` goes the way of people, as most do;
principal stands on the ladder for those who hold the title, and goes on to director.

`--role auto` takes the step of the highest product title that the resume has held within three years of the end of its
latest product work, and goes down from there until the product years reach the least that the step asks: "Senior" with
one year is no senior. Without a product title it is the lowest step. A posting is compared with the step of its own title.

The report's next step is the one after that, whatever role it compares with; without a product title it is the lowest
step, and beside the ladder it is what the specialisation leads to.
"""


def pages() -> dict[str, str]:
    """Path from the root -> content."""
    knowledge = taxonomy.load()
    return {
        "README.md": _readme(),
        "docs/cli.md": _cli(),
        "docs/taxonomy.md": _taxonomy(knowledge),
        "docs/roles.md": _roles(knowledge),
        "docs/taxonomy.schema.json": json.dumps(taxonomy.json_schema(), indent=2) + "\n",
    }


def _output(*command: str) -> str:
    environment = os.environ | {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
    run = [sys.executable, "-m", "spm_fit", *command]
    text = subprocess.run(run, capture_output=True, encoding="utf-8", check=True, env=environment, cwd=ROOT).stdout
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def _readme() -> str:
    before, opening, rest = README.read_text("utf-8").partition("<!-- report: made by `make docs` -->\n")
    _, closing, after = rest.partition("<!-- /report -->")
    shown = " ".join(("spm-fit", *SHOWN[:2]))
    return f"{before}{opening}\n```console\n$ {shown}\n{_output(*SHOWN)}\n```\n\n{closing}{after}"


def _cli() -> str:
    parts = ["# Commands\n\nMade by `make docs` from the program's own help.\n"]
    for command in COMMANDS:
        name = " ".join(("spm-fit", *command))
        parts.append(f"## {name}\n\n```\n{_output(*command, '--help')}\n```\n")
    return "\n".join(parts)


def _taxonomy(knowledge: Taxonomy) -> str:
    parts = [
        "# The taxonomy\n",
        "Made by `make docs` from the files in skills/. Weight 3 is central to the role, 2 important, 1 helpful; the last "
        "column names the documents (see skills/sources.yaml) that each skill comes from.\n",
    ]
    for area in knowledge.areas:
        parts.append(f"## {area.name}\n\n| id | weight | means | documents |\n| --- | --- | --- | --- |")
        for skill in knowledge.competencies():
            if skill.area == area.id:
                documents = ", ".join(sorted({source.document for source in skill.sources}))
                parts.append(f"| {skill.id} | {skill.weight} | {skill.means} | {documents} |")
        parts.append("")
    tools = [skill for skill in knowledge.skills if skill.kind is SkillKind.TOOL]
    parts.append(f"## Tools\n\n{len(tools)} tools.\n")
    for category in dict.fromkeys(tool.area for tool in tools):
        names = ", ".join(tool.name for tool in tools if tool.area == category)
        parts.append(f"- **{category}**: {names}")
    return "\n".join(parts) + "\n"


def _roles(knowledge: Taxonomy) -> str:
    ladder = sorted((role for role in knowledge.roles if role.ladder), key=lambda role: role.years)
    beside = [role for role in knowledge.roles if not role.ladder]
    base = knowledge.role(DEFAULT_ROLE)
    every = [*ladder, *beside]
    criteria = [name for name, _ in base.weights]
    parts = [
        "# Roles\n",
        "Made by `make docs` from skills/roles/; the comment at the top of each file gives the reasons for its numbers. "
        "`spm-fit taxonomy show ROLE` prints one with all of them, [scoring.md](scoring.md) says where each stands.\n",
        "Years are of the role's own work: least, usual, ample. Points are those that each criterion can give.\n",
        _row("role", "next", "years", *criteria),
        _row(*["---"] * (3 + len(criteria))),
    ]
    for role in every:
        years = ", ".join(f"{number:g}" for number in role.years)
        parts.append(_row(role.id, role.next or "", years, *(points for _, points in role.weights)))
    parts += [_WAYS, _row("share of competencies", *(area.id for area in knowledge.areas))]
    parts.append(_row(*["---"] * (1 + len(knowledge.areas))))
    parts += [_row(role.id, *(f"{dict(role.areas).get(area.id, 0):g}" for area in knowledge.areas)) for role in every]
    parts.append(f"\n## What else differs from {base.id}\n")
    for role in every:
        if role is not base:
            parts.append(f"### {role.id}\n\n{role.summary[0].upper()}{role.summary[1:]}.\n")
            parts += [f"- {line}" for line in _differences(role, base)]
            parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _differences(role: Role, base: Role) -> list[str]:
    """What a role says otherwise than the one that all others are like."""
    lines = [f"titles that are its own work, too: {', '.join(role.titles)}"] if role.titles else []
    lines += [f"weights: {', '.join(f'{skill} {weight}' for skill, weight in role.skills)}"] if role.skills else []
    lines += [f"tools: {', '.join(role.tools)}"] if role.tools != base.tools else []
    theirs = asdict(base.scale)
    for part, numbers in asdict(role.scale).items():
        changed = [f"{name} {_number(value)}" for name, value in numbers.items() if value != theirs[part][name]]
        lines += [f"{part}: {', '.join(changed)}"] if changed else []
    return lines


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else f"({', '.join(f'{number:g}' for number in value)})"


def main() -> int:
    """Write the pages, or say which are out of date."""
    stale = [name for name, text in pages().items() if _read(ROOT / name) != text]
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"{name} is out of date; run `make docs`", file=sys.stderr)
        return 1 if stale else 0
    for name, text in pages().items():
        (ROOT / name).write_text(text, "utf-8", newline="\n")
    return 0


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
