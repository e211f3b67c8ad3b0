"""Labelled folders: labels/<id>.json beside docs/<id>.<extension>, or with a path to the document in the label."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy.errors import InputError

Label = dict[str, Any]
# The text that some converters lay beside a document is none.
BESIDE = ".layout.txt"
NUMBER, MAYBE = (int, float), type(None)
# kind -> the keys that are measured, and what they hold
KEYS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "resume": {
        "sections": list, "roles": list, "bullets": list, "metrics": list, "skills": dict, "tools": list,
        "education": list, "fit": NUMBER,
    },
    "posting": {
        "level": str, "years": list, "primary_years": (dict, MAYBE), "education": (dict, MAYBE), "pay": (dict, MAYBE),
        "must": list, "nice": list, "skills": dict, "tools": list, "remote": (bool, MAYBE), "match": NUMBER,
    },
}  # fmt: skip
# list -> the keys of each of its items
ITEMS = {
    "roles": ("title", "start", "end", "kind", "product"),
    "bullets": ("start", "opener", "strength", "metric"),
    "metrics": ("text",),
    "years": ("min", "max"),
}


@dataclass(frozen=True)
class Labelled:
    """A document and what a careful reader found in it."""

    id: str
    kind: str
    path: Path
    label: Label


def read(folder: Path) -> list[Labelled]:
    """The documents of a folder, by the names of their labels.

    Raises:
        InputError: no such folder, no labels, a label that is no JSON or lacks a key, a document that is not there.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder")
    paths = sorted((folder / "labels").glob("*.json"))
    if not paths:
        raise InputError(
            f"{folder}: no labels/<id>.json in it; benchmarks/labelled/resumes shows what a folder looks like"
        )
    found = [_labelled(folder, path) for path in paths]
    for path, item in zip(paths, found, strict=True):
        if sum(other.id == item.id for other in found) > 1:
            raise InputError(f"{path}: another label has the id '{item.id}', too")
    return found


def load(path: Path) -> Any:
    """The value of a JSON file.

    Raises:
        InputError: it cannot be read or is no JSON; says the line and column.
    """
    try:
        return json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}:{error.colno}: no JSON: {error.msg}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error


def _labelled(folder: Path, path: Path) -> Labelled:
    label = load(path)
    if not isinstance(label, dict) or label.get("kind") not in KEYS or not isinstance(label.get("id"), str):
        raise InputError(f"{path}: an object with an id and the kind 'resume' or 'posting' is expected")
    for key, kind in KEYS[label["kind"]].items():
        if key not in label:
            raise InputError(f"{path}: the key '{key}' is missing")
        if not isinstance(label[key], kind):
            raise InputError(f"{path}: '{key}' holds a {type(label[key]).__name__}")
        if isinstance(label[key], list):
            _items(path, key, label[key])
    return Labelled(label["id"], label["kind"], _document(folder, path, label), label)


def _items(path: Path, key: str, items: list[Any]) -> None:
    for index, item in enumerate(items):
        for name in ITEMS.get(key, ()):
            if not isinstance(item, dict) or name not in item:
                raise InputError(f"{path}: {key}[{index}] has no '{name}'")


def _document(folder: Path, label_path: Path, label: Label) -> Path:
    if "path" in label:
        path = (folder / str(label["path"])).resolve()
        if not path.is_file():
            raise InputError(f"{label_path}: its document {path} is not there")
        return path
    files = [path for path in (folder / "docs").glob(f"{label['id']}.*") if not path.name.endswith(BESIDE)]
    if len(files) != 1:
        raise InputError(
            f"{label_path}: {len(files) or 'no'} documents {folder / 'docs' / label['id']}.*; one is expected"
        )
    return files[0]
