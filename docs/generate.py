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
COMMANDS = (
    (), ("check",), ("posting",), ("text",), ("taxonomy",), ("taxonomy", "show"), ("taxonomy", "validate"),
    ("taxonomy", "schema"), ("version",),
)  # fmt: skip


def pages() -> dict[str, str]:
    """File name -> content."""
    knowledge = taxonomy.load()
    return {
        "cli.md": _cli(),
        "taxonomy.md": _taxonomy(knowledge),
        "taxonomy.schema.json": json.dumps(taxonomy.json_schema(), indent=2) + "\n",
    }


def _cli() -> str:
    parts = ["# Commands\n\nMade by `make docs` from the program's own help.\n"]
    environment = os.environ | {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
    for command in COMMANDS:
        name = " ".join(("spm-fit", *command))
        run = [sys.executable, "-m", "spm_fit", *command, "--help"]
        text = subprocess.run(run, capture_output=True, text=True, check=True, env=environment).stdout
        lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
        parts.append(f"## {name}\n\n```\n{lines}\n```\n")
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
    stale = [name for name, text in pages().items() if _read(DOCS / name) != text]
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"docs/{name} is out of date; run `make docs`", file=sys.stderr)
        return 1 if stale else 0
    for name, text in pages().items():
        (DOCS / name).write_text(text, "utf-8", newline="\n")
    return 0


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
