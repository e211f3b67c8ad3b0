"""The labelled examples: the labels hold together, and no figure falls (`UPDATE_GOLDEN=1 make test` writes the floors again)."""

from __future__ import annotations

import json
import math
import os
from datetime import date

import pytest
import yaml
from benchmarks.accuracy import figures, labels, results
from benchmarks.accuracy.command import AS_OF
from benchmarks.accuracy.match import plain, same_start
from benchmarks.accuracy.program import Answer

from spm_fit import api, readers
from spm_fit.config import Settings
from spm_fit.model.taxonomy import SkillKind, Taxonomy
from spm_fit.report import Look
from spm_fit.report import json as json_report
from tests.conftest import EXAMPLES, ROOT

LABELLED = ROOT / "benchmarks" / "labelled"
FLOORS = LABELLED / "floors.yaml"
FOLDERS = {name: labels.read(LABELLED / name) for name in ("resumes", "postings")}
EVERY = [pytest.param(item, id=item.id) for items in FOLDERS.values() for item in items]
RESUMES = [pytest.param(item, id=item.id) for item in FOLDERS["resumes"]]
HEAD = """\
# The least that each figure may be on the labelled examples; benchmarks/accuracy measures them, docs/accuracy.md says what
# they are. `UPDATE_GOLDEN=1 make test` writes this file: a figure that fell is seen in the diff.
"""


def floor(value: float) -> float:
    """Three digits, never above the value."""
    return math.floor(value * 1000 + 1e-9) / 1000


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    """Folder -> figure -> value, in this process."""
    return {name: values(items) for name, items in FOLDERS.items()}


def values(items: list[labels.Labelled]) -> dict[str, float]:
    documents = [results.score(item, Answer(output(item)), AS_OF) for item in items]
    found = {name: figures.value(name, documents) for name in figures.names(documents)}
    return {name: value for name, value in found.items() if value is not None}


def output(item: labels.Labelled) -> dict[str, object]:
    read = api.check if item.kind == "resume" else api.posting
    return json.loads(json_report.render(read(item.path, Settings(as_of=AS_OF)), Look()))


def test_no_figure_falls(measured: dict[str, dict[str, float]]) -> None:
    now = {folder: {name: floor(value) for name, value in found.items()} for folder, found in measured.items()}
    if os.environ.get("UPDATE_GOLDEN"):
        FLOORS.write_text(HEAD + yaml.safe_dump(now, sort_keys=False), "utf-8", newline="\n")
    floors = yaml.safe_load(FLOORS.read_text("utf-8"))
    assert {folder: list(names) for folder, names in floors.items()} == {f: list(names) for f, names in now.items()}
    fallen = {
        f"{folder}, {name}": (least, now[folder][name])
        for folder, names in floors.items()
        for name, least in names.items()
        if now[folder][name] < least
    }
    assert fallen == {}


@pytest.mark.parametrize("item", EVERY)
def test_labels_are_of_the_examples_and_use_ids_of_the_taxonomy(item: labels.Labelled, knowledge: Taxonomy) -> None:
    assert EXAMPLES in item.path.parents
    ids = {skill.id for skill in knowledge.skills if skill.kind is SkillKind.COMPETENCY}
    assert set(item.label["skills"]) <= ids
    levels = {"listed", "demonstrated", "outcome"} if item.kind == "resume" else {"must", "nice", "mentioned"}
    assert set(item.label["skills"].values()) <= levels


@pytest.mark.parametrize("item", EVERY)
def test_what_is_labelled_as_printed_stands_in_the_document(item: labels.Labelled) -> None:
    label, text = item.label, plain(readers.read(item.path).text)
    printed = [*label["tools"], *label.get("must", []), *label.get("nice", []), *label.get("claims", [])]
    printed += [bullet["start"] for bullet in label.get("bullets", [])] + [m["text"] for m in label.get("metrics", [])]
    printed += [role["title"] for role in label.get("roles", [])]
    assert [words for words in printed if plain(words) not in text] == []
    starts = [bullet["start"] for bullet in label.get("bullets", [])]
    assert sum(same_start(one, other) for one in starts for other in starts) == len(starts)


@pytest.mark.parametrize("item", RESUMES)
def test_words_of_resume_labels_are_those_of_the_format(item: labels.Labelled) -> None:
    label = item.label
    for bullet in label["bullets"]:
        assert bullet["strength"] in {"strong", "neutral", "weak", "none"}
        assert bullet["metric"] in {"outcome", "scope", "none"}
        assert bullet["opener"] is None or bullet["strength"] != "none"
    senses = {metric["sense"] for metric in label["metrics"]}
    assert senses <= {"outcome", "scope"}
    classes = [bullet["metric"] for bullet in label["bullets"]]
    assert ("outcome" in senses) is ("outcome" in classes)
    assert {entry["level"] for entry in label["education"]} <= {"associate", "bachelor", "master", "doctorate", "other"}
    for role in label["roles"]:
        assert role["kind"] in {"work", "internship", "volunteer"}


@pytest.mark.parametrize("item", RESUMES)
def test_labels_agree_with_the_expectations_of_the_examples(item: labels.Labelled) -> None:
    expected = yaml.safe_load((EXAMPLES / "expected.yaml").read_text("utf-8"))["resumes"][item.id]
    bullets, roles = item.label["bullets"], item.label["roles"]
    assert item.label["fit"] == expected["fit"]
    assert len(bullets) == expected["bullets"]
    assert sum(bullet["metric"] == "outcome" for bullet in bullets) == expected["outcome_bullets"]
    assert [(role["start"], role["end"]) for role in roles] == [
        (role["start"], role["end"]) for role in expected["roles"]
    ]


def test_the_date_of_the_labels_is_fixed() -> None:
    assert date(2026, 11, 1) == AS_OF
