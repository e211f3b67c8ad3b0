"""Bad input: one line that names file, fault and remedy; exit 2; nothing on standard output; no traceback."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from tests.conftest import EXAMPLES

RESUME = str(EXAMPLES / "resumes" / "solid-senior.txt")
POSTING = str(EXAMPLES / "postings" / "senior-pm.txt")


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "spm_fit", *arguments], input=stdin, capture_output=True, timeout=120, check=False
    )


def drawn(draw: Callable[[canvas.Canvas], None], **options: object) -> bytes:
    stream = io.BytesIO()
    page = canvas.Canvas(stream, **options)
    draw(page)
    page.showPage()
    page.save()
    return stream.getvalue()


def words(page: canvas.Canvas) -> None:
    page.drawString(72, 720, "Product Manager at Acme, January 2020 to March 2024")


def box(page: canvas.Canvas) -> None:
    page.rect(100, 100, 300, 300, fill=1)


def docx(part: str = "word/document.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(part, "<w:document/>")
    return stream.getvalue()


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.pdf": (lambda: b"", "empty"),
    "blank.txt": (lambda: b" \n\n ", "empty"),
    "scan.pdf": (lambda: drawn(box), "no text layer"),
    "locked.pdf": (lambda: drawn(words, encrypt=StandardEncryption("secret", canPrint=0)), "password"),
    "damaged.pdf": (lambda: drawn(words)[:300], "damaged"),
    "word.pdf": (docx, "Word"),
    "noise.txt": (lambda: bytes(range(256)) * 40, "binary"),
    "page.html": (lambda: b"<!DOCTYPE html>\n<html><body><h1>Ann Lee</h1></body></html>", "2 words"),
    "cv.tex": (lambda: b"% my resume\n\\documentclass{article}\n\\begin{document}Ann Lee", "2 words"),
    "cv.json": (lambda: b'{"basics": {"name": "Ann Lee"}}', "2 words"),
    "data.json": (lambda: b'{"rows": [{"a": 1}, {"a": 2}]}', "JSON Resume"),
    "cv.yaml": (lambda: b"cv:\n  name: Ann Lee\n", "2 words"),
    "settings.yaml": (lambda: b"server:\n  port: 8080\n", "YAML"),
    "table.xlsx": (lambda: docx("xl/workbook.xml"), "spreadsheet"),
    "named.docx": (lambda: b"Ann Lee, Product Manager", "named .docx"),
    "three.txt": (lambda: b"Hello dear reader", "3 words"),
    "posting.txt": (lambda: (EXAMPLES / "postings" / "senior-pm.txt").read_bytes(), "job posting"),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_cannot_be_checked(name: str, tmp_path: Path) -> None:
    make, fault = FILES[name]
    path = tmp_path / name
    path.write_bytes(make())
    judge(run("check", str(path)), str(path), fault)


@pytest.mark.parametrize(
    ("arguments", "place", "fault"),
    [
        (["check", "missing.pdf"], "missing.pdf", "no such file"),
        (["check", str(EXAMPLES)], str(EXAMPLES), "folder"),
        (["check", RESUME, "--role", "senior-produkt-manager"], "--role", "did you mean 'senior-product-manager'"),
        (["check", RESUME, "--as-of", "tomorrow"], "--as-of", "no date"),
        (["check", RESUME, "--taxonomy", "nowhere"], "nowhere", "no such taxonomy"),
        (["check", RESUME, "-o", "nowhere/report.txt"], "nowhere/report.txt", "cannot be written"),
        (["taxonomy", "show", "roadmaping"], "taxonomy show", "unknown skill"),
        (["check", RESUME, "--min-score", "nan"], "--min-score", "not a number"),
        (["check", RESUME, "--taxonomy", "/dev/zero"], "/dev/zero", "no YAML file"),
        (["check", "a" * 5000], "a" * 5000, "cannot be opened"),
        (["check", "--frobnicate", RESUME], "spm-fit check", "no such option"),
        (["chek", RESUME], "spm-fit", "did you mean 'check'"),
        (["posting", RESUME], RESUME, "reads like a resume"),
        (["posting", "missing.txt"], "missing.txt", "no such file"),
        (["text", "missing.txt"], "missing.txt", "no such file"),
    ],
)
def test_arguments_that_make_no_sense(arguments: list[str], place: str, fault: str) -> None:
    judge(run(*arguments), place, fault)


def test_a_taxonomy_with_a_mistake_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("tools:\n  shiny:\n    name: Shiny\n    categry: data\n    aliases: [shiny tool]\n", "utf-8")
    judge(run("check", RESUME, "--taxonomy", str(path)), f"{path}:4:5", "did you mean 'category'")


def test_an_area_that_no_role_weighs_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("area: delivry\nname: Delivery\ncompetencies: {}\n", "utf-8")
    judge(run("check", RESUME, "--taxonomy", str(path)), f"{path}:1:7", "did you mean 'delivery'")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "spm_fit", "version"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert done.stderr.startswith(b"standard output: ")


def judge(done: subprocess.CompletedProcess[bytes], place: str, fault: str) -> None:
    said = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert "Traceback" not in said
    assert said.startswith(f"{place}: ")
    assert said.count("\n") == 1
    assert fault.lower() in said.lower()


def test_stdin_has_the_name_it_is_given(tmp_path: Path) -> None:
    done = run("check", "-", "--stdin-filename", "draft.txt", stdin=b"too short")
    judge(done, "draft.txt", "2 words")


@pytest.mark.parametrize("name", [name for name in FILES if name != "posting.txt"])
def test_postings_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    make, fault = FILES[name]
    path = tmp_path / name
    path.write_bytes(make())
    judge(run("check", RESUME, "--job", POSTING, "--job", str(path)), str(path), fault)


def test_a_resume_is_no_posting() -> None:
    other = str(EXAMPLES / "resumes" / "weak.txt")
    judge(run("check", RESUME, "--job", POSTING, "--job", other), other, "resume")


def test_standard_input_is_read_once() -> None:
    judge(run("check", "-", "--job", "-", stdin=b"words"), "--job", "only once")
    judge(run("check", RESUME, "--job", "-", "--job", "-", stdin=b"words"), "--job", "only once")
