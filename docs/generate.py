"""Write the pages that are made from the program itself: `python docs/generate.py [--check]`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from spm_fit import taxonomy
from spm_fit.model.taxonomy import SkillKind, Taxonomy

DOCS = Path(__file__).parent
ROOT = DOCS.parent
README = ROOT / "README.md"
# What the first screen of the README shows.
SHOWN = ("check", "examples/resumes/solid-senior.pdf", "--as-of", "2026-11-01")
COMMANDS = (
    (), ("check",), ("posting",), ("text",), ("taxonomy",), ("taxonomy", "show"), ("taxonomy", "validate"),
    ("taxonomy", "schema"), ("version",),
)  # fmt: skip


def pages() -> dict[str, str]:
    """Path from the root -> content."""
    knowledge = taxonomy.load()
    return {
        "README.md": _readme(),
        "docs/cli.md": _cli(),
        "docs/taxonomy.md": _taxonomy(knowledge),
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
