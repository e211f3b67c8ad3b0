"""Which tools a line names: everyday words in both senses, lists, platforms, other people's tools, names never seen before."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from spm_fit.model.finding import Extraction
from spm_fit.model.taxonomy import SkillKind, Taxonomy

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "tools.yaml").read_text("utf-8"))
HEAD = "Ada Example\nada@example.com\n\n"
PLACES = {
    "bullets": HEAD + "Experience\n\nManager, Example Ltd, Jan 2019 - Dec 2021\n- {}\n",
    "skills": HEAD + "Experience\n\nManager, Example Ltd, Jan 2019 - Dec 2021\n- Met all targets\n\nSkills\n\n{}\n",
    "documents": HEAD + "{}",
    "postings": "Product Manager\n\nRequirements\n- {}\n",
}
LINES = [
    pytest.param(place, text, printed, id=f"{place}: {text}") for place in PLACES for text, printed in CASES[place]
]


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", "", name.lower())


@pytest.mark.parametrize(("place", "text", "printed"), LINES)
def test_tools(
    place: str,
    text: str,
    printed: list[str],
    knowledge: Taxonomy,
    resume: Callable[[str], Extraction],
    posting: Callable[[str], Extraction],
) -> None:
    found = (posting if place == "postings" else resume)(PLACES[place].replace("{}", text))
    names: dict[str, set[str]] = {}
    for mention in found.mentions:
        if mention.kind is SkillKind.TOOL:
            names.setdefault(mention.skill, {_key(knowledge.skill(mention.skill).name)})
            names[mention.skill].add(_key(found.document.slice(mention.span)))
    for tool in found.unlisted:
        names.setdefault(tool.id, set()).add(_key(tool.name))
    wanted = {_key(name) for name in printed}
    missed = sorted(wanted - set().union(*names.values()))
    invented = sorted(tool for tool, called in names.items() if not called & wanted)
    assert (missed, invented) == ([], [])
