"""docs/scoring.md is the formula: the JSON alone gives the same score to a hundredth."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from spm_fit import api
from spm_fit.config import Settings
from spm_fit.model.taxonomy import Taxonomy
from spm_fit.report import Look
from spm_fit.report import json as json_report
from spm_fit.scoring import score_resume
from tests.conftest import AS_OF, EXAMPLES
from tests.scoring import by_hand

RESUMES = [*sorted((EXAMPLES / "resumes").glob("*.txt")), EXAMPLES / "resumes" / "two-column.pdf"]


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_every_criterion_can_be_found_again_from_the_json(path: Path, knowledge: Taxonomy) -> None:
    report = api.check(path, Settings(as_of=AS_OF))
    for role in knowledge.roles:
        scored = replace(score_resume(report.extraction, knowledge, role, AS_OF, advise=False), taxonomy=knowledge)
        data = json.loads(json_report.render(scored, Look()))
        given = {criterion["id"]: criterion["points"] for criterion in data["score"]["criteria"]}
        assert given == pytest.approx(by_hand.criteria(data), abs=0.0101), role.id
        assert data["score"]["total"] == pytest.approx(sum(given.values()), abs=0.001)
        for criterion in data["score"]["criteria"]:
            assert sum(part["points"] for part in criterion["parts"]) == pytest.approx(criterion["points"], abs=0.01)
            for part in criterion["parts"]:
                assert part["points"] == pytest.approx(part["possible"] * part["share"], abs=0.001)
