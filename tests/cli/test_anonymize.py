"""`--anonymize`: nothing of the person in any output, every place and every point as before, and what is not promised is said."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from spm_fit.cli import main
from tests.conftest import EXAMPLES

RESUME = """Ruby Julia Baker, PMP
Senior Product Manager
12 Excel Road, Denver, CO 80203 | +1 720 555 0108 | ruby.baker@example.com | linkedin.com/in/rubybaker
Date of birth: 12 May 1985
Nationality: Irish
Marital status: married
Religion: Jain
Gender: female

SUMMARY

Ruby is a product manager with 8 years of product management experience in claims software.

EXPERIENCE

Senior Product Manager, Kestrel Ltd, Jan 2020 - Present
- Ruby led the move of 40 partners to the new API and cut review time by 20%
- She ran discovery interviews with 12 customers, and her notes set the roadmap of the team
- Built a pricing page in Ruby and Go that raised conversion from 2% to 3%
- Responsible for the backlog of Baker's portal and the release plan of the whole team
- Asked 30 shops why they had left, and won back nine of them with a new onboarding

EDUCATION

B.S. Economics, Delphi University, 2007

SKILLS

Python, Ruby, Go, Julia, Jira, stakeholder management
"""
# In no output, whatever it looks like; single words that are skills as well are left out.
PRIVATE = (
    "Ruby Julia", "Baker", "ruby.baker", "rubybaker", "Excel Road", "Denver", "80203", "555 0108", "12 May 1985", "Irish", "married",
    "Jain", "female", "Delphi", "Ruby led", "Ruby is", "She ran", "and her notes",
)  # fmt: skip
POSTING = """Senior Product Manager

We are looking for a senior product manager with 5+ years of product management experience for our claims team.

Requirements
- 5+ years of product management experience
- Experience with SQL and roadmaps
- Strong stakeholder management

Contact: Ruby Baker, ruby.baker@example.com, +44 20 7946 0018
"""
LOOKS = (("check",), ("check", "--explain"), ("check", "--json"), ("text",), ("text", "--layout"))


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in this process, as a finished one."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("SPM_FIT_")} | environment
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with (
        patch.dict(os.environ, env, clear=True),
        patch.object(sys, "argv", ["spm-fit", *arguments]),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8"))
    return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), *texts)


@pytest.fixture(scope="module")
def resume(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("ruby.baker") / "ruby-baker-cv.txt"
    path.write_text(RESUME, "utf-8")
    return path


@pytest.mark.parametrize("look", LOOKS, ids=" ".join)
def test_nothing_of_the_person_is_printed(look: tuple[str, ...], resume: Path) -> None:
    done = run(*look, "--anonymize", str(resume))
    assert done.returncode == 0, done.stderr
    printed = done.stdout + done.stderr
    assert not [private for private in (*PRIVATE, "ruby-baker-cv", str(resume.parent)) if private in printed]
    assert "Ruby" in done.stdout or look[0] == "check"
    assert "Removed: " in printed
    assert "Not promised: " in printed
    assert "Not checked: images" in " ".join(printed.split())


def test_score_and_places_are_those_of_the_whole_document(resume: Path) -> None:
    plain, anonymous = (
        json.loads(run("check", "--json", *more, str(resume)).stdout) for more in ((), ("--anonymize",))
    )
    assert anonymous["score"]["total"] == plain["score"]["total"] > 30
    for key in ("criteria",):
        points = [[(c["id"], c["points"]) for c in report["score"][key]] for report in (plain, anonymous)]
        assert points[0] == points[1]
    for key in ("bullets", "metrics", "sections", "contacts", "education"):
        assert [x["location"] for x in anonymous[key]] == [x["location"] for x in plain[key]], key
    assert [(s["id"], s["level"]) for s in anonymous["skills"]] == [(s["id"], s["level"]) for s in plain["skills"]]
    assert anonymous["document"]["path"] == "resume.txt"
    assert anonymous["findings"][0]["name"] == "anonymized"
    assert [f["name"] for f in anonymous["findings"][1:]] == [f["name"] for f in plain["findings"]]


def test_the_note_counts_what_went_and_names_what_was_not_there(resume: Path) -> None:
    message = json.loads(run("check", "--json", "--anonymize", str(resume)).stdout)["findings"][0]["message"]
    for part in (
        "4 names",
        "1 e-mail address",
        "1 phone number",
        "1 address",
        "1 personal link",
        "1 religion",
        "2 pronouns",
        "1 school",
    ):
        assert part in message
    assert "Not found: mark of a photo." in message


def test_the_text_keeps_its_lines_and_its_skills(resume: Path) -> None:
    plain, anonymous = (run("text", *more, str(resume)).stdout.split("\n") for more in ((), ("--anonymize",)))
    assert len(plain) == len(anonymous)
    assert anonymous[0] == "■■■ ■■■ ■■■, PMP"
    assert "Python, Ruby, Go, Julia, Jira, stakeholder management" in anonymous
    assert "• Built a pricing page in Ruby and Go that raised conversion from 2% to 3%" in anonymous


def test_it_can_be_set_for_every_run(resume: Path) -> None:
    assert "Baker" not in run("check", str(resume), SPM_FIT_ANONYMIZE="1").stdout


@pytest.mark.parametrize("more", [(), ("--json",), ("--explain",)], ids=["report", "json", "explain"])
def test_postings_lose_the_people_to_ask(more: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "baker-posting.txt"
    path.write_text(POSTING, "utf-8")
    done = run("posting", "--anonymize", *more, str(path))
    assert done.returncode == 0
    assert not [private for private in ("Baker", "baker", "7946") if private in done.stdout + done.stderr]
    assert "Removed: " in done.stdout


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 nothing", b"{ not json", b"Ruby Baker"])
def test_faults_do_not_name_the_file(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ruby-baker.pdf"
    path.write_bytes(content)
    done = run("check", "--anonymize", str(path))
    assert done.returncode == 2
    assert "baker" not in done.stdout + done.stderr
    assert done.stderr.startswith("document")


@pytest.mark.parametrize("path", sorted((EXAMPLES / "formats").glob("solid-senior*.*")), ids=lambda path: path.name)
def test_every_format(path: Path) -> None:
    if path.suffix in {".typ", ".css"}:
        pytest.skip("a source that is not read")
    done = run("check", "--anonymize", "--json", str(path))
    assert done.returncode == 0, done.stderr
    printed = done.stdout.lower()
    assert not [name for name in ("joanna", "petrakis", "quabbin", "617-555") if name in printed]
