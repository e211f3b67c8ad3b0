"""YAML to Taxonomy: the shipped files, a user's own over them, and every mistake with its place."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from spm_fit.errors import InputError, TaxonomyError
from spm_fit.model.taxonomy import Taxonomy
from spm_fit.taxonomy.build import Layer, build
from spm_fit.taxonomy.files import KINDS, json_schema
from spm_fit.taxonomy.nodes import Mistakes, compose, nearest, place

__all__ = ["builtin_folder", "json_schema", "load"]


def builtin_folder() -> Path:
    """Where the shipped taxonomy is: beside the package's modules when installed, at the project's top in a checkout."""
    packaged = Path(__file__).parent.parent / "_skills"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "skills"


def load(own: Path | None = None) -> Taxonomy:
    """The taxonomy, with the entries of `own` (a folder or one file) added to or put in place of the shipped ones.

    Raises:
        InputError: `own` is missing or holds no YAML.
        TaxonomyError: the files have mistakes; it holds all of them.
    """
    mistakes = Mistakes()
    layers = [_layer(builtin_folder(), mistakes)]
    if own is not None:
        added = _layer(own, mistakes)
        layers = [added] if added.alone else [*layers, added]
    taxonomy = build(layers, mistakes)
    if mistakes.found or taxonomy is None:
        raise TaxonomyError(mistakes.in_order())
    digest = hashlib.sha256()
    for layer in layers:
        for name, data in layer.contents:
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
    return replace(taxonomy, digest=digest.hexdigest()[:12])


def _layer(path: Path, mistakes: Mistakes) -> Layer:
    try:
        exists = path.exists() or path.is_symlink()
    except OSError as error:
        raise InputError(str(path), f"cannot be opened ({error.strerror})", "check its permissions") from error
    if not exists:
        raise InputError(str(path), "no such taxonomy", "give a folder with YAML files, or one such file")
    files = sorted(path.rglob("*.yaml")) + sorted(path.rglob("*.yml")) if path.is_dir() else [path]
    if not files:
        raise InputError(str(path), "no YAML files in this folder", "see `spm-fit taxonomy schema` for what they hold")
    layer = Layer()
    for file in files:
        name = str(file)
        root = compose(file, name, mistakes)
        layer.contents.append(
            (
                file.relative_to(path).as_posix() if path.is_dir() else file.name,
                file.read_bytes().replace(b"\r\n", b"\n"),
            )
        )
        if root is None:
            continue
        keys = [key.value for key, _ in root.value]
        kind = next((key for key in KINDS if key in keys), None)
        if kind is None:
            first = str(keys[0]) if keys else ""
            mistakes.add(place(name, root), f"no kind of taxonomy file has '{first}'{nearest(first, list(KINDS))}")
            continue
        value = KINDS[kind].read(name, root, mistakes)
        if isinstance(value, dict):
            layer.add(kind, value)
    return layer
