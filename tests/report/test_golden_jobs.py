"""What people see of a resume against postings, kept as files."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from spm_fit import api
from spm_fit.model.report import Report
from spm_fit.report import Look, terminal
from spm_fit.report import json as json_report
from tests.conftest import EXAMPLES
from tests.report.test_golden import DIGEST, GOLDEN, NAUGHTY, SETTINGS, kept, names

ONE = ("senior-pm",)
THREE = ("senior-pm", "group-pm", "project-manager")
CASES = {
    "job.solid-senior.80": ("solid-senior.pdf", ONE, Look(80)),
    "job.career-changer.60": ("career-changer.txt", ("associate-pm",), Look(60)),
    "job.weak.100.color": ("weak.txt", ("vague-senior-pm",), Look(100, color=True)),
    "job.three.80": ("solid-senior.pdf", THREE, Look(80)),
    "job.three.80.explain": ("associate.txt", THREE, Look(80, explain=True)),
}


def report(document: str, postings: tuple[str, ...]) -> Report:
    return api.check(
        EXAMPLES / "resumes" / document, SETTINGS, [EXAMPLES / "postings" / f"{name}.txt" for name in postings]
    )


@pytest.mark.parametrize("name", CASES)
def test_terminal(name: str) -> None:
    document, postings, look = CASES[name]
    text = DIGEST.sub("000000", terminal.render(report(document, postings), look))
    assert text == kept(GOLDEN / f"{name}.txt", text)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert max(cell_len(line) for line in plain.split("\n")) <= look.width
    assert ("\x1b[" in text) is look.color
    assert all(line == line.rstrip() for line in plain.split("\n"))


@pytest.mark.parametrize("postings", [ONE, THREE], ids=["one", "three"])
def test_json_has_the_names_of_the_contract(postings: tuple[str, ...]) -> None:
    data = json.loads(json_report.render(report("solid-senior.pdf", postings), Look()))
    shape = "\n".join(sorted(names(data))) + "\n"
    assert shape == kept(GOLDEN / f"job.{len(postings)}.json-names.txt", shape)


@pytest.mark.parametrize("words", NAUGHTY)
def test_words_of_a_posting_never_steer_the_terminal(words: str) -> None:
    found = report("weak.txt", ONE)
    job = found.jobs[0]
    span = job.requirements[0].span
    document = job.posting.document
    text = document.text[: span.start] + words.ljust(span.end - span.start) + document.text[span.end :]
    posting = replace(
        job.posting,
        document=replace(document, text=text, path=words),
        posting=replace(job.posting.posting, title=words),
    )
    changed = replace(found, jobs=(replace(job, posting=posting), replace(job, posting=posting)))
    for look in (Look(80), Look(80, explain=True)):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", terminal.render(changed, look))


def test_a_posting_that_asks_for_nothing_is_said() -> None:
    found = report("weak.txt", ONE)
    empty = replace(found.jobs[0], requirements=(), tips=())
    assert "nothing is given" in terminal.render(replace(found, jobs=(empty,)), Look(80))
    assert json.loads(json_report.render(replace(found, jobs=(empty,)), Look()))["match"] is None
