"""The accuracy runner as people start it, with a program that prints what stands in the document."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.accuracy import command

from tests.conftest import ROOT

POSTING: dict[str, Any] = {
    "kind": "posting", "level": "senior", "years": [], "primary_years": None, "education": None, "pay": None,
    "must": ["Five years of product management", "Knowledge of SQL"], "nice": [], "skills": {"okrs": "must"},
    "tools": ["SQL"], "remote": None, "match": 90,
}  # fmt: skip
PROGRAM = """#!{python}
import os, pathlib, sys
text = pathlib.Path(sys.argv[-1]).read_text()
if not text.startswith("{{"):
    sys.exit("spm-fit: it cannot be read\\n" + text + os.environ.get("SPM_FIT_ROLE", ""))
print(text.replace("LEVEL", "{level}"))
"""


def program(path: Path, level: str) -> str:
    path.write_text(PROGRAM.format(python=sys.executable, level=level))
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def good(tmp_path: Path) -> str:
    return program(tmp_path / "good", "senior")


@pytest.fixture
def bad(tmp_path: Path) -> str:
    return program(tmp_path / "bad", "pm")


def answer(**posting: object) -> str:
    requirements = [
        {"kind": "must", "text": "Five years of product management"},
        {"kind": "must", "text": "Free snacks"},
    ]
    tool = {"name": "spm-fit", "version": "1.2.3"}
    return json.dumps({"tool": tool, "taxonomy": {"digest": "abcdef12"}, "score": {"total": 80},
                       "posting": {"level": "LEVEL", "requirements": requirements, **posting}})  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    base = tmp_path / "set"
    (base / "labels").mkdir(parents=True)
    (base / "docs").mkdir()
    add(base, "one", answer())
    return base


def add(base: Path, name: str, document: str | None, **label: object) -> None:
    (base / "labels" / f"{name}.json").write_text(json.dumps({"id": name, **POSTING, **label}))
    if document is not None:
        (base / "docs" / f"{name}.txt").write_text(document)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = command.main([str(argument) for argument in arguments])
    return code, *capsys.readouterr()


def test_a_table_and_what_is_missed_and_invented(folder: Path, good: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--spm-fit", good, folder)
    assert (code, err) == (0, "")
    assert out.startswith("set: 1 documents, 0 failed\nfigure ")
    rows = {line[:22].strip(): line[22:].split() for line in out.splitlines()}
    assert rows["level"] == ["-", "-", "1.000", "1.00", "to", "1.00", "1", "1"]
    assert rows["must"] == ["0.500", "0.500", "0.500", "0.50", "to", "0.50", "1", "2"]
    assert rows["nice"] == ["-", "-", "-", "-", "0", "0"]
    assert rows["rank of the score"] == ["-", "-", "-", "-", "1", "1"]
    assert "Measured with spm-fit 1.2.3, taxonomy abcdef, as of 2026-11-01." in out
    assert out.endswith(
        "the 1 worst of 1 documents\n"
        "set/one: 4 to work on; score 80, readers 90\n"
        "  must, missed: Knowledge of SQL\n"
        "  must, invented: Free snacks\n"
        "  skills, missed: okrs\n"
        "  tools, missed: SQL\n"
    )


def test_the_worst_come_first_and_only_so_many(folder: Path, good: str, capsys: pytest.CaptureFixture[str]) -> None:
    add(folder, "a-better", answer(), skills={}, tools=[])
    add(folder, "worse", answer(level="apm"))
    _, out, _ = run(capsys, "--spm-fit", good, folder, "--worst", 2)
    assert [line.split(":")[0] for line in out.splitlines() if line.startswith("set/")] == ["set/worse", "set/one"]
    _, out, _ = run(capsys, "--spm-fit", good, folder, "--worst", 0)
    assert "worst" not in out


def test_a_document_that_fails_is_a_row_and_misses_everything(
    folder: Path, good: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPM_FIT_ROLE", " of the wrong role")
    add(folder, "broken", "for this reason")
    code, out, _ = run(capsys, "--spm-fit", good, folder)
    assert code == 1
    assert "set: 2 documents, 1 failed" in out
    assert "failed: set/broken: for this reason\n" in out
    assert "set/broken: failed: for this reason; score none, readers 90" in out
    rows = {line[:22].strip(): line[22:].split() for line in out.splitlines()}
    assert rows["level"][2] == "0.500"
    assert rows["must"][:3] == ["0.500", "0.250", "0.333"]


@pytest.mark.parametrize("against", ["program", "results"])
def test_two_versions(
    against: str, folder: Path, good: str, bad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(folder, "two", answer(level="senior"))
    other = bad
    if against == "results":
        other = str(tmp_path / "before.json")
        assert run(capsys, "--spm-fit", bad, folder, "--out", other)[0] == 0
    code, out, _ = run(capsys, "--spm-fit", good, folder, "--against", other, "--worst", 0)
    assert code == 0
    comparison = out.partition("set: 2 documents of both runs\n")[2].splitlines()
    assert comparison[1].split() == ["level", "0.500", "1.000", "+0.500", "+0.00", "to", "+1.00", "2"]
    assert comparison[-2:] == ["one: better, 1 fewer to work on", "  level, no longer wrong: senior, not pm"]
    _, out, _ = run(capsys, "--spm-fit", bad, folder, "--against", good, "--worst", 0)
    assert out.endswith("one: worse, 1 more to work on\n  level, now wrong: senior, not pm\n")
    _, out, _ = run(capsys, "--spm-fit", good, folder, "--against", good, "--worst", 0)
    assert out.endswith("No document is read otherwise.\n")


def test_documents_that_only_one_run_has_are_told(
    folder: Path, good: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tmp_path / "before.json"
    run(capsys, "--spm-fit", good, folder, "--out", before)
    add(folder, "new", "for this reason")
    code, out, _ = run(capsys, "--spm-fit", good, folder, "--against", before)
    assert code == 1
    assert "set: 1 documents of both runs\nonly now, not compared: new\n" in out


def test_json_holds_figures_items_and_the_comparison(
    folder: Path, good: str, bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "--spm-fit", good, folder, "--against", bad, "--format", "json")
    value = json.loads(out)
    assert value["figures"]["set"]["must"] == {
        "precision": 0.5, "recall": 0.5, "value": 0.5, "interval": [0.5, 0.5], "documents": 1, "items": 2,
    }  # fmt: skip
    assert value["folders"]["set"][0]["counts"]["must"]["invented"] == ["Free snacks"]
    assert value["comparison"]["set"]["changed"]["one"]["figures"] == {"level": {"no longer wrong": ["senior, not pm"]}}


def test_a_page_gets_the_figures_between_its_marks_and_no_texts(
    folder: Path, good: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Page\n\n{command.OPENING}old\n{command.CLOSING}\n\nEnd\n")
    run(capsys, "--spm-fit", good, folder, "--page", page)
    once = page.read_text()
    assert once.startswith(f"# Page\n\n{command.OPENING}\n### set: 1 documents, 0 failed\n\n| figure | precision |")
    assert once.endswith(f"{command.CLOSING}\n\nEnd\n")
    assert "old" not in once
    assert "snacks" not in once
    run(capsys, "--spm-fit", good, folder, "--page", page)
    assert page.read_text() == once


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("labels/one.json", '{\n  "id": "one",\n  kind', "labels/one.json:3:3: no JSON: "),
        ("labels/one.json", "[]", "labels/one.json: an object with an id and the kind 'resume' or 'posting' is expected"),
        ("labels/one.json", '{"id": "one", "kind": "letter"}', "the kind 'resume' or 'posting' is expected"),
        ("labels/one.json", '{"id": "one", "kind": "posting"}', "labels/one.json: the key 'level' is missing"),
        ("labels/one.json", json.dumps({"id": "one", **POSTING, "must": {}}), "one.json: 'must' holds a dict"),
        ("labels/one.json", json.dumps({"id": "one", **POSTING, "years": [{"min": 1}]}), "years[0] has no 'max'"),
        ("labels/one.json", json.dumps({"id": "one", **POSTING, "path": "../no.txt"}), "no.txt is not there"),
        ("labels/two.json", json.dumps({"id": "one", **POSTING}), "another label has the id 'one', too"),
        ("labels/two.json", json.dumps({"id": "two", **POSTING}), "two.json: no documents "),
        ("docs/one.pdf", "", "one.json: 2 documents "),
    ],
)  # fmt: skip
def test_labels_that_cannot_be_used(
    name: str, text: str, message: str, folder: Path, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text(text)
    code, out, err = run(capsys, "--spm-fit", good, folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_the_text_that_a_converter_laid_beside_a_document_is_none(
    folder: Path, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "docs" / "one.layout.txt").write_text("other")
    assert run(capsys, "--spm-fit", good, folder)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere: there is no such folder"),
        (["empty"], "empty: no labels/<id>.json in it"),
        (["set", "other/set"], "other/set: another folder is called 'set', too"),
        (["set", "--spm-fit", "./nothing"], "./nothing: there is no such executable"),
        (["set", "--against", "set/labels/one.json"], "one.json: not written by this runner's --out"),
        (["set", "--against", "no.json"], "no.json: cannot be read"),
        (["set", "--page", "page.md"], "page.md: the lines '<!-- figures: "),
        (["set", "--spm-fit", "./good", "--out", "no/where.json"], "no/where.json: cannot be written"),
    ],
)
def test_wrong_usage(
    arguments: list[str], message: str, folder: Path, good: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(folder.parent)
    Path("empty").mkdir()
    Path("page.md").write_text("no marks")
    (Path("other") / "set").mkdir(parents=True)
    code, out, err = run(capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


@pytest.mark.parametrize(
    "arguments", [[], ["set", "--worst", "-1"], ["set", "--as-of", "tomorrow"], ["set", "--format", "x"]]
)
def test_wrong_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        command.main(arguments)
    assert "usage: accuracy" in capsys.readouterr().err


def test_it_runs_as_a_folder_from_anywhere(folder: Path, good: str) -> None:
    call = [sys.executable, str(ROOT / "benchmarks" / "accuracy"), "--spm-fit", good, folder.name]
    done = subprocess.run(call, cwd=folder.parent, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("set: 1 documents, 0 failed\n")
