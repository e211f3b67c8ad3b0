"""The examples are read as a careful reader reads them (examples/expected.yaml was labelled before any program saw them)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from spm_fit import api
from spm_fit.config import Settings
from spm_fit.model.finding import Demand
from spm_fit.model.report import Report
from tests.conftest import AS_OF, EXAMPLES

EXPECTED = yaml.safe_load((EXAMPLES / "expected.yaml").read_text("utf-8"))
SETTINGS = Settings(as_of=AS_OF)
RESUMES = [
    pytest.param(EXAMPLES / "resumes" / f"{name}.{form}", wanted, id=f"{name}.{form}")
    for name, wanted in EXPECTED["resumes"].items()
    for form in ("txt", "pdf")
]
# Points that two careful readers differ by; wordy statements cost no points, which a reader may see otherwise.
OPINION = 16


@pytest.fixture(scope="module")
def reports() -> dict[Path, Report]:
    return {case.values[0]: api.check(case.values[0], SETTINGS) for case in RESUMES}


@pytest.mark.parametrize(("path", "wanted"), RESUMES)
def test_positions_and_months(path: Path, wanted: dict[str, Any], reports: dict[Path, Report]) -> None:
    report = reports[path]
    positions = report.extraction.positions
    assert [(str(p.period.start), p.period.end_text(), p.kind.value) for p in positions] == [
        (str(role["start"]), str(role["end"]), role.get("kind", "work")) for role in wanted["roles"]
    ]
    # "Product Manager, Checkout": what stands behind the comma may be the team or the employer.
    for position, role in zip(positions, wanted["roles"], strict=True):
        assert role["title"].startswith(position.title)
    assert {"low": report.months.low, "high": report.months.high} == wanted["months"]
    assert {"low": report.product_months.low, "high": report.product_months.high} == wanted["product_months"]


@pytest.mark.parametrize(("path", "wanted"), RESUMES)
def test_statements_and_outcomes(path: Path, wanted: dict[str, Any], reports: dict[Path, Report]) -> None:
    bullets = reports[path].extraction.bullets
    assert len(bullets) == wanted["bullets"]
    assert abs(sum(bullet.has_outcome for bullet in bullets) - wanted["outcome_bullets"]) <= 1


@pytest.mark.parametrize(("path", "wanted"), RESUMES)
def test_the_score_is_what_a_reader_would_give(path: Path, wanted: dict[str, Any], reports: dict[Path, Report]) -> None:
    assert abs(reports[path].total - wanted["fit"]) <= OPINION


@pytest.mark.parametrize("name", EXPECTED["resumes"])
def test_pdf_and_text_of_one_resume_score_within_a_point(name: str, reports: dict[Path, Report]) -> None:
    pdf, text = (reports[EXAMPLES / "resumes" / f"{name}.{form}"].total for form in ("pdf", "txt"))
    assert abs(pdf - text) <= 1


@pytest.mark.parametrize(("name", "wanted"), EXPECTED["postings"].items())
def test_postings(name: str, wanted: dict[str, Any]) -> None:
    posting = api.posting(EXAMPLES / "postings" / f"{name}.txt", SETTINGS).extraction.posting
    years, pay = posting.primary_years, posting.pay
    kinds = [requirement.kind for requirement in posting.requirements]
    assert {
        "level": posting.level,
        "primary_years": years and {"min": years.min, "max": years.max},
        "pay": pay and {"min": pay.min, "max": pay.max, "currency": pay.currency, "period": pay.period},
        "must": kinds.count(Demand.MUST),
        "nice": kinds.count(Demand.NICE),
    } == wanted
