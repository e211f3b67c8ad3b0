"""The commands as a user runs them: streams, exit codes, what is not imported, the same bytes every time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import EXAMPLES

RESUME = str(EXAMPLES / "resumes" / "solid-senior.pdf")
POSTING = str(EXAMPLES / "postings" / "senior-pm.txt")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "spm_fit", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=os.environ | environment,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", RESUME, "--as-of", "2026-11-01", "--min-score", "5"], 0),
        (["check", RESUME, "--as-of", "2026-11-01", "--min-score", "99.9"], 1),
        (["check", RESUME, "--as-of", "2026-11-01", "--job", POSTING, "--job", POSTING], 0),
        (["posting", POSTING], 0),
        (["text", RESUME], 0),
        (["text", "--layout", RESUME], 0),
        (["taxonomy", "show"], 0),
        (["taxonomy", "show", "product-roadmapping"], 0),
        (["taxonomy", "validate"], 0),
        (["version"], 0),
    ],
)
def test_results_go_to_standard_output_alone(arguments: list[str], code: int) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout.endswith("\n")
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("arguments", [["check", "--frobnicate"], ["frobnicate"], ["check"]])
def test_usage_errors_end_with_two(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_help_and_version_import_nothing_heavy(flag: str) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['spm-fit', '{flag}']\n"
        "from spm_fit.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('spacy', 'pdfminer', 'yaml', 'pydantic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", RESUME, "--as-of", "2026-11-01"],
        ["check", RESUME, "--as-of", "2026-11-01", "--job", POSTING, "--output-format", "json"],
        ["check", str(EXAMPLES / "formats" / "solid-senior-table.docx"), "--as-of", "2026-11-01"],
        ["posting", POSTING, "--output-format", "json"],
        ["posting", str(EXAMPLES / "formats" / "senior-pm.html")],
    ],
)
def test_the_same_input_gives_the_same_bytes(arguments: list[str]) -> None:
    first, second = (run(*arguments, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert first == second
    assert len(first) > 500


def test_postings_come_from_the_environment_and_from_standard_input() -> None:
    given = run("check", RESUME, "--job", POSTING, "--json", "--as-of", "2026-11-01").stdout
    assert run("check", RESUME, "--json", "--as-of", "2026-11-01", SPM_FIT_JOB=POSTING).stdout == given
    with open(POSTING, "rb") as file:  # noqa: PTH123  (a stream for the process)
        done = subprocess.run(
            [sys.executable, "-m", "spm_fit", "check", RESUME, "--job", "-", "--json", "--as-of", "2026-11-01"],
            stdin=file, capture_output=True, timeout=120, check=True,
        )  # fmt: skip
    assert json.loads(done.stdout)["match"] == json.loads(given)["match"]


def test_output_file(tmp_path) -> None:
    path = tmp_path / "report.json"
    done = run("check", RESUME, "--json", "-o", str(path))
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads(path.read_text("utf-8"))["schema_version"] == "1"


@pytest.mark.parametrize(
    ("flags", "environment", "colored"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_asked_for_in_one_order(flags: list[str], environment: dict[str, str], colored: bool) -> None:
    assert ("\x1b[" in run("check", RESUME, *flags, **environment).stdout) is colored


def test_interrupt_ends_with_130() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "spm_fit", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # It waits for its input by then.
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    output, said = process.communicate(timeout=60)
    assert (process.returncode, output, said) == (130, b"", b"")
