"""The loader: every mistake with its place, the user's own over the shipped files, the digest."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from spm_fit import taxonomy
from spm_fit.errors import InputError, TaxonomyError
from spm_fit.taxonomy import builtin_folder

ENTRY = "area: delivery\nname: X\ncompetencies:\n  juggling:\n    name: Juggling\n    weight: 1\n    sources: []\n"


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        (ENTRY + "    aliases: [juggling]\n    wieght: 2\n", 9, 5, "unknown key 'wieght'; did you mean 'weight'?"),
        (ENTRY + "    alias: [juggling]\n", 8, 5, "did you mean 'aliases'?"),
        (ENTRY, 5, 5, "one of aliases, patterns is needed"),
        (ENTRY.replace("weight: 1", "weight: 9") + "    aliases: [juggling]\n", 6, 13, "9 is not between 1 and 3"),
        (ENTRY.replace("weight: 1", "weight: much") + "    aliases: [juggling]\n", 6, 13, "expected a whole number"),
        (ENTRY.replace("    name: Juggling\n", "") + "    aliases: [juggling]\n", 5, 5, "'name' is missing"),
        (ENTRY + "    aliases: juggling\n", 8, 14, "expected a list, found 'juggling'"),
        (ENTRY + "    aliases: [2020]\n", 8, 15, "expected text, found '2020'; write it in quotes"),
        (ENTRY + "    aliases: [juggling ..]\n", 8, 15, "ends with a gap"),
        (ENTRY + "    aliases: [roadmap]\n", 8, 15, "'roadmap' is claimed twice: 'product-roadmapping' has it at"),
        (ENTRY + "    aliases: [juggling, Juggling]\n", 8, 25, "claimed twice: this entry has it at"),
        (ENTRY + "    aliases: [juggling]\n  juggling:\n    name: Again\n", 9, 3, "'juggling' stands twice, first at"),
        (
            ENTRY.replace("[]", '[{document: "009", heading: H}]') + "    aliases: [juggling]\n",
            7,
            26,
            "unknown document '009'",
        ),
        (
            ENTRY.replace("[]", '[{document: "000", heading: H}]') + "    aliases: [juggling]\n",
            7,
            42,
            "has no heading 'H'",
        ),
        (ENTRY + "    patterns: [juggle <persons>]\n", 8, 16, "unknown group '<persons>'; did you mean '<person>'?"),
        ("tols:\n  a: {}\n", 1, 1, "no kind of taxonomy file has 'tols'; did you mean 'tools'?"),
        ("tools:\n  - a\n", 2, 3, "expected keys and values, found a list"),
        ("tools: {a: {name: A, category: data, aliases: [zzz]}\n", 2, 1, "not valid YAML"),
        ("- a\n", 1, 1, "expected keys and values at the top"),
    ],
)
def test_every_mistake_has_its_place(text: str, line: int, column: int, says: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(TaxonomyError) as caught:
        taxonomy.load(path)
    matching = [mistake for mistake in caught.value.mistakes if says in mistake]
    assert matching, caught.value.mistakes
    assert matching[0].startswith(f"{path}:{line}:{column}: ")


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ENTRY, "utf-8")
    (tmp_path / "b.yaml").write_text("tools:\n  a: {name: A, category: data}\n", "utf-8")
    with pytest.raises(TaxonomyError) as caught:
        taxonomy.load(tmp_path)
    assert [mistake.rpartition("/")[2].split(": ")[0] for mistake in caught.value.mistakes] == [
        "a.yaml:5:5",
        "b.yaml:2:6",
    ]


def test_a_misspelt_key_is_not_missing_as_well(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(ENTRY.replace("weight", "weigth") + "    aliases: [juggling]\n", "utf-8")
    with pytest.raises(TaxonomyError) as caught:
        taxonomy.load(path)
    assert len(caught.value.mistakes) == 1


def test_own_entries_extend_and_replace(tmp_path: Path, knowledge) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "tools:\n  jira: {name: Our Jira, category: delivery, aliases: [our jira]}\n"
        "  zorblax: {name: Zorblax, category: data, aliases: [zorblax]}\n",
        "utf-8",
    )
    own = taxonomy.load(path)
    assert own.skill("jira").name == "Our Jira"
    assert own.skill("zorblax").name == "Zorblax"
    assert len(own.skills) == len(knowledge.skills) + 1
    assert own.digest != knowledge.digest


def test_a_taxonomy_may_stand_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("extends: nothing\n", "utf-8")
    with pytest.raises(TaxonomyError, match="must bring its own"):
        taxonomy.load(tmp_path)


def test_a_folder_without_yaml_is_no_taxonomy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no YAML files"):
        taxonomy.load(tmp_path)


def test_the_schema_accepts_every_shipped_file_and_refuses_a_mistake() -> None:
    schema = taxonomy.json_schema()
    validator = jsonschema.Draft202012Validator(json.loads(json.dumps(schema)))
    for path in sorted(builtin_folder().rglob("*.yaml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        assert validator.is_valid(content), path
    assert not validator.is_valid({"tools": {"a": {"name": "A", "categry": "x", "aliases": ["a"]}}})


def test_groups_of_words_are_written_out_in_patterns(tmp_path: Path) -> None:
    path = tmp_path / "own"
    path.mkdir()
    (path / "groups.yaml").write_text("groups:\n  ball: [ball, club_and_ring]\n", "utf-8")
    (path / "own.yaml").write_text(ENTRY + "    patterns: [juggle <number> .. <ball>]\n", "utf-8")
    (entry,) = (skill for skill in taxonomy.load(path).skills if skill.id == "juggling")
    assert entry.patterns == ("juggle <number> .. ball|club_and_ring",)
