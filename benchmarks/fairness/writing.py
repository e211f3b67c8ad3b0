"""Resumes written anew with other personal details: the head and the school replaced, lines and sentences added."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
_FIRST_ITEM = re.compile(r"^(?P<mark>[•*–o-]) ", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")
FORMATS = ("txt", "md", "html", "json")


@dataclass(frozen=True)
class Person:
    """Who a resume is said to be by; details are whole lines, `photo` is a line or, in formats with images, an image."""

    name: str = "Ann Example"
    style: str = "{name}"
    pronouns: tuple[str, str, str] = ("they", "their", "them")
    email: str = "ann@example.com"
    phone: str = "617-555-0134"
    address: str = "Boston, MA"
    school: str = "Wexley State College"
    details: tuple[str, ...] = ()
    photo: str = ""
    told: bool = False
    """Whether statements speak of the author by name and pronoun."""

    @property
    def head(self) -> str:
        """The line with the name."""
        return self.style.format(name=self.name, upper=self.name.upper())

    def but(self, **changes: object) -> Person:
        """The same person with something else."""
        return replace(self, **changes)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def swaps() -> dict[str, list[str]]:
    """What is put in, by sort."""
    return yaml.safe_load((HERE / "swaps.yaml").read_text("utf-8"))  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def bases() -> dict[str, dict[str, str]]:
    """What is replaced in each resume of examples/."""
    return yaml.safe_load((HERE / "bases.yaml").read_text("utf-8"))  # type: ignore[no-any-return]


@lru_cache(maxsize=16)
def _original(base: str) -> str:
    return (ROOT / "examples" / "resumes" / f"{base}.txt").read_text("utf-8")


def written(base: str, person: Person, form: str = "txt") -> str:
    """One of the examples as that person would have written it, in one of FORMATS."""
    text = _original(base)
    slots = bases()[base]
    for slot, value in (
        ("name", person.head),
        ("email", person.email),
        ("phone", person.phone),
        ("address", person.address),
        ("school", person.school),
    ):
        assert slots[slot] in text, (base, slot)
        text = text.replace(slots[slot], value, 1)
    # A profile's address tells the name as well.
    text = re.sub(r"linkedin\.com/in/[\w-]+", "linkedin.com/in/" + person.email.partition("@")[0], text)
    if person.told:
        text = _told(text, person)
    return _FORMS[form](text, person)


def _told(text: str, person: Person) -> str:
    """With statements that name the author, before the first one."""
    first = next(iter(_WORD.findall(person.name)), person.name)
    they, their, them = person.pronouns
    item = _FIRST_ITEM.search(text)
    assert item
    mark = item["mark"]
    lines = (
        f"{mark} {first} led the move of 40 partners to the new API and cut review time by 20%",
        f"{mark} {they.capitalize()} ran discovery interviews with 12 customers, and {their} notes set the roadmap of the team",
        f"{mark} {first}'s team asked {them} to own the backlog and the release plan of the portal",
    )
    return text[: item.start()] + "\n".join(lines) + "\n" + text[item.start() :]


def _plain(text: str, person: Person) -> str:
    lines = [person.photo] if person.photo else []
    first, _, rest = text.partition("\n\n")
    return "\n".join([first, *person.details, *lines]) + "\n\n" + rest


def _markdown(text: str, person: Person) -> str:
    """The name as a heading, an image of the person below it."""
    photo = "![Photo](photo.jpg)\n\n" if person.photo else ""
    body = text.partition("\n")[2]
    details = "".join(f"{line}\n\n" for line in person.details)
    sections = re.sub(r"\n\n([^\n]{3,40})\n\n", r"\n\n## \1\n\n", body)
    return f"# {person.head}\n\n{photo}{details}{sections.replace('• ', '- ')}"


def _html(text: str, person: Person) -> str:
    photo = f'<img src="photo.jpg" alt="{person.name}">' if person.photo else ""
    first, _, rest = text.partition("\n\n")
    lines = "".join(f"<p>{line}</p>" for line in (*first.split("\n")[1:], *person.details))
    parts = "".join(_html_part(part) for part in rest.split("\n\n"))
    return f"<!doctype html><html><head><title>{person.head}</title></head><body><h1>{person.head}</h1>{photo}{lines}{parts}</body></html>"


def _html_part(part: str) -> str:
    lines = part.split("\n")
    if len(lines) == 1 and len(part) < 40:
        return f"<h2>{part}</h2>"
    return "".join(
        f"<li>{line[2:]}</li>" if line[:2] in {"• ", "- ", "* ", "– "} else f"<p>{line}</p>" for line in lines
    )


def _json(text: str, person: Person) -> str:
    """The same person in JSON Resume, with little work: what counts is the head."""
    basics = {"name": person.name, "label": "Product Manager", "email": person.email, "phone": person.phone}
    if person.photo:
        basics["image"] = "https://example.com/photo.jpg"
    items = [line[2:] for line in text.split("\n") if line[:2] in {"• ", "- ", "* ", "– "}]
    work = [{"name": "Kestrel Ltd", "position": "Product Manager", "startDate": "2019-03", "highlights": items}]
    education = [{"institution": person.school, "area": "Economics", "studyType": "Bachelor", "endDate": "2016"}]
    return json.dumps(
        {
            "basics": basics | {"location": {"address": person.address}, "summary": "Product manager for payments."},
            "work": work,
            "education": education,
            "skills": [{"name": "Tools", "keywords": ["Python", "Ruby", "Go", "Jira", "Julia"]}],
        },
        ensure_ascii=False,
    )


_FORMS = {"txt": _plain, "md": _markdown, "html": _html, "json": _json}
