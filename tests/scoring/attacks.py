"""What people do to a resume to please a program, done to a text: a name, the change, the note that it raises."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from spm_fit import taxonomy
from tests.conftest import EXAMPLES

Change = Callable[[str], str]
# What listed skills and tools can give in all: the cap of every list and wall.
POSTING = (EXAMPLES / "postings" / "senior-pm.txt").read_text("utf-8")
PAGE = (
    "\n\nThe garden\n\n"
    + "The kettle stood on the stove and the rain went on against the window of the small house by the river. " * 12
    + "\n"
)


@lru_cache(maxsize=1)
def names() -> list[str]:
    return [skill.name for skill in taxonomy.load().competencies()]


@lru_cache(maxsize=1)
def aliases() -> list[str]:
    return [alias for skill in taxonomy.load().competencies() for alias in skill.aliases]


def examples() -> list[str]:
    """The taxonomy's sentences that show a skill, without those that are dated like a job."""
    sentences = [text for skill in taxonomy.load().competencies() for text in skill.examples_yes]
    return [text for text in sentences if not re.search(r"\d{4}", text)]


def led() -> list[str]:
    """Three skills behind one verb, for all of them."""
    chosen = [alias for skill in taxonomy.load().competencies() for alias in skill.aliases[:1]]
    return [f"Led {', '.join(chosen[n : n + 3])}" for n in range(0, len(chosen), 3)]


def source() -> str:
    files = sorted((taxonomy.builtin_folder() / "competencies").glob("*.yaml"))
    return "\n".join(path.read_text("utf-8") for path in files)


def section(heading: str, body: str) -> Change:
    return lambda text: f"{text}\n\n{heading}\n\n{body}\n"


def items(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def above(body: str) -> Change:
    def change(text: str) -> str:
        head, _, rest = text.partition("\n\n")
        return f"{head}\n\n{body}\n\n{rest}"

    return change


# Lists and walls: name -> (change, note).
WALLS: dict[str, tuple[Change, str]] = {
    "one keyword fifty times": (section("Skills", "product roadmap, " * 50), "stuffing"),
    "all names of skills": (section("Skills", ", ".join(names())), "skills-wall"),
    "all names as items": (section("Skills", items(names())), "skills-wall"),
    "all aliases": (section("Skills", ", ".join(aliases())), "skills-wall"),
    "all names above all else": (above("Skills\n\n" + ", ".join(names())), "skills-wall"),
    "the taxonomy's files": (lambda text: f"{text}\n\n{source()}", "stuffing"),
    "its examples as projects": (section("Projects", items(examples())), "bare-statement"),
    "its examples as a job": (section("Experience", items(examples())), "bare-statement"),
    "names of skills as a project": (section("Projects", items(names())), "bare-statement"),
    "lists with a verb before them, as projects": (section("Projects", items(led())), "bare-statement"),
    "a whole posting at the end": (lambda text: f"{text}\n\n{POSTING}", "pasted-posting"),
    "a whole posting at the top": (above(POSTING), "pasted-posting"),
}


def repeat_statements(text: str) -> str:
    """Every list item ten times."""
    return re.sub(r"(?m)^(?:[-–•*o] .+\n(?:  .+\n)*)+", lambda match: match[0] * 10, text)


def claim(text: str) -> str:
    head, _, rest = text.partition("\n\n")
    return f"{head}\n\nSummary\n\n25+ years of product management experience.\n\n{rest}"


# What must gain nothing at all: name -> (change, note or nothing to say).
VAIN: dict[str, tuple[Change, str]] = {
    "every statement ten times": (repeat_statements, "repeated-statement"),
    "a claim of many years": (claim, "claim-above-dates"),
    "an unrelated page": (lambda text: text + PAGE, "unrelated-text"),
}
