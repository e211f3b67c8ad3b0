"""The shipped taxonomy: complete, and true to the examples inside its entries."""

from __future__ import annotations

import pytest

from spm_fit import taxonomy
from spm_fit.extract import find_skills
from spm_fit.model.taxonomy import Skill, SkillKind, Taxonomy

# The competencies that the four documents name, with the documents that do.
DOCUMENTS = {
    "strategy": {
        "product-vision": "000 001", "product-strategy": "000 001 002 003", "long-term-planning": "000",
        "product-roadmapping": "000 001 002", "business-acumen": "001 002", "financial-management": "001 002",
        "innovation": "000 003",
    },
    "market": {
        "market-analysis": "000 001 002 003", "competitive-analysis": "000 001 003", "customer-segmentation": "003",
        "value-proposition": "000 003", "go-to-market": "000 001",
    },
    "customer": {
        "user-research": "000 001", "customer-focus": "000 002 003", "ux-design": "002", "experimentation": "001 002",
    },
    "analytics": {
        "data-analysis": "000 001 002", "product-metrics": "000 002", "okrs": "000 002", "performance-reporting": "002",
        "decision-making": "000 001 003",
    },
    "delivery": {
        "prioritization": "000 001", "backlog-management": "000", "requirements": "000 003", "agile-delivery": "001 002",
        "software-development": "001", "product-launch": "000 001 002", "product-lifecycle": "000",
        "project-management": "001 002", "risk-management": "000 002 003", "dependency-management": "003",
        "time-management": "000 003",
    },
    "leadership": {
        "leadership": "000 001 002 003", "team-management": "001 002", "cross-functional-collaboration": "000 001 002 003",
        "stakeholder-management": "000 001 002", "consensus-building": "001 003", "mentorship": "000 003",
        "sales-enablement": "000 003", "support-partnership": "000",
    },
    "communication": {"communication": "000 001 002 003", "active-listening": "001 003"},
    "technical": {"technical-understanding": "000 001"},
    "personal": {
        "problem-solving": "000 001 002 003", "critical-thinking": "000 001", "adaptability": "000 002 003",
        "continuous-learning": "000 002 003", "proactivity": "002 003", "professional-community": "000 001 002",
        "entrepreneurship": "001",
    },
}  # fmt: skip
COMPETENCIES = taxonomy.load().competencies()
TOOLS = ("sql", "excel", "jira", "ai-tools", "google-analytics", "amplitude", "mixpanel")
CREDENTIALS = ("bachelors-degree", "masters-degree", "product-certification")


def test_every_competency_of_the_documents_is_there_with_its_sources(knowledge: Taxonomy) -> None:
    expected = {
        skill: (area, set(documents.split()))
        for area, skills in DOCUMENTS.items()
        for skill, documents in skills.items()
    }
    assert len(expected) == 50
    for skill, (area, documents) in expected.items():
        found = knowledge.skill(skill)
        assert found.area == area
        assert {source.document for source in found.sources} >= documents, skill


def test_tools_and_credentials_of_the_documents_are_there(knowledge: Taxonomy) -> None:
    assert sum(skill.kind is SkillKind.TOOL for skill in knowledge.skills) >= 300
    for skill in (*TOOLS, *CREDENTIALS):
        assert knowledge.skill(skill).sources


def test_every_competency_says_what_to_measure_and_what_an_interviewer_asks() -> None:
    for skill in COMPETENCIES:
        assert 0 < len(skill.measure) <= 70, skill.id
        assert not skill.measure.endswith("."), skill.id
        assert 0 < len(skill.question) <= 140, skill.id
        assert skill.question[-1] in ".?", skill.id
        assert not set(".?!") & set(skill.question[:-1]), f"{skill.id}: more than one sentence"
    for texts in ([skill.measure for skill in COMPETENCIES], [skill.question for skill in COMPETENCIES]):
        assert len(set(texts)) == len(texts)


def test_verbs_are_several_hundred_and_of_one_strength(knowledge: Taxonomy) -> None:
    verbs = [*knowledge.verbs.strong, *knowledge.verbs.neutral, *knowledge.verbs.weak]
    assert len(verbs) == len(set(verbs)) >= 500


def test_degrees_have_a_level(knowledge: Taxonomy) -> None:
    assert all(s.level for s in knowledge.skills if s.kind is SkillKind.CREDENTIAL and s.area == "degree")


@pytest.mark.parametrize("skill", COMPETENCIES, ids=lambda skill: skill.id)
def test_an_entry_keeps_its_own_examples(skill: Skill, knowledge: Taxonomy) -> None:
    missed = [text for text in skill.examples_yes if skill.id not in find_skills(text, knowledge)]
    wrong = [text for text in skill.examples_no if skill.id in find_skills(text, knowledge)]
    assert (missed, wrong) == ([], [])
    assert skill.examples_yes
