"""Skills that are denied, wished for, or part of a superior's title are no evidence; the same words in use are."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from spm_fit.extract import find_skills
from spm_fit.model.taxonomy import Taxonomy

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "negation.yaml").read_text("utf-8"))
TABLE = [(text, skill, kind == "evidence") for kind, cases in CASES.items() for text, skill in cases]


@pytest.mark.parametrize(("text", "skill", "evidence"), TABLE, ids=[f"{text} [{skill}]" for text, skill, _ in TABLE])
def test_evidence(text: str, skill: str, evidence: bool, knowledge: Taxonomy) -> None:
    assert skill in {entry.id for entry in knowledge.skills}
    assert (skill in find_skills(text, knowledge)) is evidence
