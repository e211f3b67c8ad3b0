"""What people see, kept as files; `UPDATE_GOLDEN=1 make test` writes them again."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from spm_fit import api, readers
from spm_fit.config import Settings
from spm_fit.report import Look, layout, terminal
from spm_fit.report import json as json_report
from tests.conftest import AS_OF, EXAMPLES

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Settings(as_of=AS_OF)
CASES = {
    "solid-senior.80": ("resumes/solid-senior.pdf", Look(80)),
    "solid-senior.60": ("resumes/solid-senior.pdf", Look(60)),
    "weak.120": ("resumes/weak.txt", Look(120)),
    "unrelated.80.color": ("resumes/unrelated.pdf", Look(80, color=True)),
    "aspiring.80.explain": ("resumes/aspiring.txt", Look(80, explain=True)),
    "senior-pm.80": ("postings/senior-pm.txt", Look(80)),
    "vague-senior-pm.80": ("postings/vague-senior-pm.txt", Look(80)),
}
# The taxonomy's digest changes with every word of it.
DIGEST = re.compile(r"(?<=taxonomy )[0-9a-f]{6}")


def report(name: str):
    path = EXAMPLES / name
    return (api.check if "resumes" in name else api.posting)(path, SETTINGS)


def kept(path: Path, text: str) -> str:
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8", newline="\n")
    return path.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_terminal(name: str) -> None:
    document, look = CASES[name]
    text = DIGEST.sub("000000", terminal.render(report(document), look))
    assert text == kept(GOLDEN / f"{name}.txt", text)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert max(cell_len(line) for line in plain.split("\n")) <= look.width
    assert ("\x1b[" in text) is look.color
    assert all(line == line.rstrip() for line in plain.split("\n"))


@pytest.mark.parametrize("document", ["resumes/solid-senior.pdf", "postings/senior-pm.txt"])
def test_json_has_the_names_of_the_contract(document: str) -> None:
    data = json.loads(json_report.render(report(document), Look()))
    shape = "\n".join(sorted(names(data))) + "\n"
    assert shape == kept(GOLDEN / f"{Path(document).stem}.json-names.txt", shape)


def names(value: object, path: str = "") -> set[str]:
    """Every key of a JSON value with its path; lists count as one element."""
    if isinstance(value, dict):
        below = {key: f"{path}.{key}" if path else key for key in value}
        return set(below.values()) | {name for key, item in value.items() for name in names(item, below[key])}
    if isinstance(value, list):
        return {name for item in value for name in names(item, f"{path}[]")}
    return set()


NAUGHTY = [
    "\x1b[31mred\x1b[0m",
    "[bold]loud[/bold]",
    "[link=http://x]y[/link]",
    "\x07bell",
    "\u202egnirts",
    "a\rb",
    "[/]",
]


@pytest.mark.parametrize("words", NAUGHTY)
def test_words_of_a_document_never_steer_the_terminal(words: str) -> None:
    found = report("resumes/weak.txt")
    document = found.extraction.document
    bullet = found.extraction.bullets[0].span
    text = document.text[: bullet.start] + words.ljust(bullet.end - bullet.start) + document.text[bullet.end :]
    changed = replace(found, extraction=replace(found.extraction, document=replace(document, text=text)))
    for look in (Look(80), Look(80, explain=True)):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", terminal.render(changed, look))


# A page in two columns, and a file whose contact line stands only in the page header.
LAYOUTS = ["resumes/two-column.pdf", "formats/solid-senior.docx", "formats/senior-pm.html"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    text = layout.layout(replace(readers.read(EXAMPLES / name), path=name))
    assert text == kept(GOLDEN / f"{Path(name).stem}.layout.txt", text)
