"""YAML with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml

from spm_fit.errors import InputError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 5_000_000
# What YAML's own words mean for the person who wrote the file.
_HINTS = (
    (
        "cannot start any token",
        "; a tab, or a text that begins with a mark: indent with spaces, put the text in quotes",
    ),
    ("mapping values are not allowed", "; put a text with ': ' in it in quotes"),
)


@dataclass(slots=True)
class Mistakes:
    """What is wrong in the files, as ``file:line:column: message``, gathered over a whole load."""

    found: list[str] = field(default_factory=list)

    def add(self, place: str, message: str) -> None:
        """Note one."""
        self.found.append(f"{place}: {message}")

    def in_order(self) -> tuple[str, ...]:
        """All of them as an editor lists them: by file, line and column."""
        return tuple(sorted(self.found, key=_order))


def _order(mistake: str) -> tuple[str, int, int]:
    where = re.match(r"(.*?):(\d+):(\d+): ", mistake)
    return (where[1], int(where[2]), int(where[3])) if where else (mistake, 0, 0)


def place(path: str, node: yaml.Node) -> str:
    """``file:line:column`` of a node, 1-based."""
    mark = node.start_mark
    return f"{path}:{mark.line + 1}:{mark.column + 1}"


def compose(path: Path, name: str, mistakes: Mistakes) -> yaml.MappingNode | None:
    """The root mapping of a file; None, and a mistake noted, if there is none."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            raise InputError(name, "no YAML file of a usual size", f"give a file under {MAX_BYTES // 1_000_000} MB")
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        mistakes.add(f"{name}:1:1", f"not UTF-8 at byte {error.start}; save the file as UTF-8")
        return None
    except OSError as error:
        raise InputError(name, f"cannot be opened ({error.strerror})", "check its permissions") from error
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else f"{name}:1:1"
        hint = next((hint for fault, hint in _HINTS if fault in (error.problem or "")), "")
        mistakes.add(where, f"not valid YAML: {error.problem or error.context}{hint}")
        return None
    except (yaml.YAMLError, RecursionError) as error:
        mistakes.add(f"{name}:1:1", f"not valid YAML: {str(error).splitlines()[0]}")
        return None
    if not isinstance(root, yaml.MappingNode):
        mistakes.add(f"{name}:1:1", "expected keys and values at the top of the file")
        return None
    return root


def pairs(path: str, node: yaml.MappingNode, mistakes: Mistakes) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """(key, key node, value node) of a mapping; a key that stands twice is a mistake."""
    seen: dict[str, str] = {}
    for key_node, value in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None or key_node.tag == "tag:yaml.org,2002:merge":
            mistakes.add(place(path, key_node), "a key must be a plain word")
        elif key in seen:
            mistakes.add(place(path, key_node), f"'{key}' stands twice, first at {seen[key]}")
        else:
            seen[key] = place(path, key_node)
            yield key, key_node, value


def nearest(word: str, names: list[str]) -> str:
    """``; did you mean 'x'?`` or the list of what is possible."""
    close = get_close_matches(word, names, 1, 0.6)
    if close:
        return f"; did you mean '{close[0]}'?"
    return f"; one of: {', '.join(names)}" if len(names) <= 30 else ""
