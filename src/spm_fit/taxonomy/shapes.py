"""What a value in a taxonomy file may be: one description serves the check and the published JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import yaml

from spm_fit.model.phrase import parse
from spm_fit.taxonomy.nodes import Mistakes, nearest, pairs, place


@dataclass(frozen=True, slots=True)
class At:
    """A value that stood in a file, with its place."""

    value: object
    place: str


class Shape(Protocol):
    """A kind of value."""

    def read(self, path: str, node: yaml.Node, mistakes: Mistakes) -> object:
        """The value of a node; mistakes are noted and None is returned in their place."""

    def schema(self) -> dict[str, object]:
        """Its JSON Schema."""


def _wrong(path: str, node: yaml.Node, expected: str, mistakes: Mistakes) -> None:
    kind = "a list" if isinstance(node, yaml.SequenceNode) else f"'{node.value}'"
    if isinstance(node, yaml.MappingNode):
        kind = "keys and values"
    hint = "; write it in quotes" if expected == "text" and isinstance(node, yaml.ScalarNode) else ""
    mistakes.add(place(path, node), f"expected {expected}, found {kind}{hint}")


@dataclass(frozen=True, slots=True)
class Text:
    """A string; `check` may refuse it with a ValueError."""

    check: Callable[[str], object] | None = None
    choices: tuple[str, ...] = ()

    def read(self, path: str, node: yaml.Node, mistakes: Mistakes) -> object:
        """An `At` with the string."""
        if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:str":
            _wrong(path, node, "text", mistakes)
            return None
        if self.choices and node.value not in self.choices:
            mistakes.add(place(path, node), f"unknown value '{node.value}'{nearest(node.value, list(self.choices))}")
            return None
        if self.check is not None:
            try:
                self.check(node.value)
            except ValueError as error:
                mistakes.add(place(path, node), str(error))
                return None
        return At(node.value, place(path, node))

    def schema(self) -> dict[str, object]:
        """A string, or one of several."""
        return {"enum": list(self.choices)} if self.choices else {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two bounds, both allowed."""

    low: float
    high: float
    whole: bool = True

    def read(self, path: str, node: yaml.Node, mistakes: Mistakes) -> object:
        """An `At` with an int or float."""
        allowed = ("int",) if self.whole else ("int", "float")
        if not isinstance(node, yaml.ScalarNode) or node.tag.rpartition(":")[2] not in allowed:
            _wrong(path, node, "a whole number" if self.whole else "a number", mistakes)
            return None
        try:
            value = int(node.value) if self.whole else float(node.value)
        except ValueError:
            _wrong(path, node, "a plain number", mistakes)
            return None
        if not self.low <= value <= self.high:
            mistakes.add(place(path, node), f"{node.value} is not between {self.low:g} and {self.high:g}")
            return None
        return At(value, place(path, node))

    def schema(self) -> dict[str, object]:
        """A number with bounds."""
        return {"type": "integer" if self.whole else "number", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def read(self, path: str, node: yaml.Node, mistakes: Mistakes) -> object:
        """An `At` with a bool."""
        if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:bool":
            _wrong(path, node, "true or false", mistakes)
            return None
        return At(node.value.lower() in {"true", "yes", "on"}, place(path, node))

    def schema(self) -> dict[str, object]:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values of one shape."""

    of: Shape

    def read(self, path: str, node: yaml.Node, mistakes: Mistakes) -> object:
        """A list of what the items gave; those with mistakes are left out."""
        if not isinstance(node, yaml.SequenceNode):
            _wrong(path, node, "a list", mistakes)
            return []
        return [value for item in node.value if (value := self.of.read(path, item, mistakes)) is not None]

    def schema(self) -> dict[str, object]:
        """An array."""
        return {"type": "array", "items": self.of.schema()}


@dataclass(frozen=True, slots=True)
class Record:
    """Named values; a name that is not known is a mistake, as is a missing one that is needed."""

    fields: dict[str, Shape]
    needed: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()

    def read(self, path: str, node: yaml.Node, mistakes: Mistakes) -> object:
        """A dict of what the fields gave, with its place under the key ``""``."""
        if not isinstance(node, yaml.MappingNode):
            _wrong(path, node, "keys and values", mistakes)
            return None
        values: dict[str, object] = {"": place(path, node)}
        meant: set[str] = set()
        for key, key_node, value in pairs(path, node, mistakes):
            if key in self.fields:
                values[key] = self.fields[key].read(path, value, mistakes)
            else:
                hint = nearest(key, list(self.fields))
                # A key that is only misspelt is not missing as well.
                meant |= {name for name in self.fields if f"mean '{name}'" in hint}
                mistakes.add(place(path, key_node), f"unknown key '{key}'{hint}")
        given = meant | set(values)
        for key in self.needed:
            if key not in given:
                mistakes.add(place(path, node), f"'{key}' is missing")
        if self.one_of and given.isdisjoint(self.one_of):
            mistakes.add(place(path, node), f"one of {', '.join(self.one_of)} is needed")
        return values

    def schema(self) -> dict[str, object]:
        """An object that allows no other names."""
        schema: dict[str, object] = {
            "type": "object",
            "properties": {key: shape.schema() for key, shape in self.fields.items()},
            "additionalProperties": False,
        }
        if self.needed:
            schema["required"] = list(self.needed)
        if self.one_of:
            schema["anyOf"] = [{"required": [key]} for key in self.one_of]
        return schema


@dataclass(frozen=True, slots=True)
class Entries:
    """Values of one shape under ids or phrases that the file chooses; `check` may refuse a key with a ValueError."""

    of: Shape
    check: Callable[[str], object] | None = None

    def read(self, path: str, node: yaml.Node, mistakes: Mistakes) -> object:
        """A dict from key to (place of the key, value)."""
        if not isinstance(node, yaml.MappingNode):
            _wrong(path, node, "keys and values", mistakes)
            return {}
        read: dict[str, tuple[str, object]] = {}
        for key, key_node, value in pairs(path, node, mistakes):
            at = place(path, key_node)
            if self.check is not None:
                try:
                    self.check(key)
                except ValueError as error:
                    mistakes.add(at, str(error))
            found = self.of.read(path, value, mistakes)
            if found is not None:
                read[key] = at, found
        return read

    def schema(self) -> dict[str, object]:
        """An object with free names."""
        return {"type": "object", "additionalProperties": self.of.schema()}


PHRASE = Text(check=parse)
PHRASES = Sequence(PHRASE)
TEXTS = Sequence(Text())
