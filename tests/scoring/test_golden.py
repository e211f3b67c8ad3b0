"""The examples' scores as a table that is reviewed as a diff; `UPDATE_GOLDEN=1 pytest tests/scoring/test_golden.py` writes it again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from spm_fit import api
from spm_fit.config import Settings
from spm_fit.model.taxonomy import Taxonomy
from spm_fit.scoring import VERSION, score_posting, score_resume
from tests.conftest import AS_OF, EXAMPLES

TABLE = Path(__file__).parent / "golden" / "scores.txt"


def lines(knowledge: Taxonomy) -> Iterator[str]:
    settings = Settings(as_of=AS_OF)
    yield f"scoring {VERSION}, as of {AS_OF}"
    yield ""
    yield "resume           total  competencies  experience  impact  writing  tools  presentation"
    # PDFs are compared with their texts in tests/test_examples.py.
    resumes = sorted((EXAMPLES / "resumes").glob("*.txt"))
    reports = {path: api.check(path, settings) for path in resumes}
    for path, report in reports.items():
        points = [f"{result.points:{max(6, len(result.id))}.2f}" for result in report.results]
        yield f"{path.stem:<16} {report.total:5.2f}  {'  '.join(points)}"
    yield ""
    yield f"{'role':<26}{''.join(f'{path.stem:>17}' for path in resumes)}"
    for role in knowledge.roles:
        totals = [
            score_resume(reports[path].extraction, knowledge, role, AS_OF, advise=False).total for path in resumes
        ]
        yield f"{role.id:<26}{''.join(f'{total:17.2f}' for total in totals)}"
    yield ""
    postings = sorted((EXAMPLES / "postings").glob("*.txt"))
    yield f"{'role':<26}{''.join(f'{path.stem:>17}' for path in postings)}"
    found = [api.posting(path, settings).extraction for path in postings]
    for role in knowledge.roles:
        totals = [score_posting(one, knowledge, role).total for one in found]
        yield f"{role.id:<26}{''.join(f'{total:17.2f}' for total in totals)}"


def test_scores_of_the_examples(knowledge: Taxonomy) -> None:
    table = "".join(f"{line.rstrip()}\n" for line in lines(knowledge))
    if os.environ.get("UPDATE_GOLDEN"):
        TABLE.write_text(table, "utf-8", newline="\n")
    assert table == TABLE.read_text("utf-8"), (
        "scores moved: raise VERSION in scoring/__init__.py and write the table again"
    )
