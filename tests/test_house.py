"""Tables equal folders: what is added is registered, what is registered exists."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from spm_fit.extract.pipeline import POSTING, PRIVATE, RESUME
from spm_fit.readers import READERS
from spm_fit.report import RENDERERS
from spm_fit.scoring.criteria import CRITERIA
from spm_fit.taxonomy.files import CRITERIA as WEIGHTED

SOURCE = Path(__file__).parents[1] / "src" / "spm_fit"
# What the readers of several formats share.
SHARED = (
    "clean", "decode", "entries", "flow", "jobposting", "json_tree", "layout", "records", "source", "texts", "tree",
    "web", "word", "writer", "yaml_tree", "tex",
)  # fmt: skip
MODULES = sorted(SOURCE.rglob("*.py"))


def stems(folder: str, *without: str) -> set[str]:
    """The modules and packages of a folder."""
    found = {path.stem for path in (SOURCE / folder).glob("*.py")}
    found |= {path.parent.name for path in (SOURCE / folder).glob("*/__init__.py")}
    return found - {"__init__", *without}


def test_every_criterion_is_in_the_table_and_in_the_roles_schema() -> None:
    assert set(CRITERIA) == stems("scoring/criteria") == set(WEIGHTED)


def test_every_reader_is_in_the_table() -> None:
    assert {reader.module for reader in READERS} == stems("readers", *SHARED)


def test_every_report_format_is_in_the_table() -> None:
    assert set(RENDERERS.values()) == stems("report", "jobs", "json_jobs", "layout", "safe", "sheet", "tree")


def test_every_component_is_in_a_pipeline() -> None:
    factories = {
        decorator.args[0].value
        for path in (SOURCE / "extract").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "Language.factory"
        if isinstance(decorator.args[0], ast.Constant)
    }
    assert factories == {*PRIVATE, *RESUME, *POSTING}


def test_every_role_weighs_every_criterion(knowledge) -> None:
    for role in knowledge.roles:
        assert {name for name, _ in role.weights} == set(CRITERIA)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_say_what_they_are_for_and_print_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    prints = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == "print"]
    assert not prints or path.parent.name == "cli"
