"""All pairs: a resume, and the same by somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from benchmarks.fairness.writing import FORMATS, Person, bases, swaps

_LINES = ("births", "nationalities", "maritals", "religions", "genders")
# How many people of the same name, each with other details, are put into each resume.
_MIXED = 8


@dataclass(frozen=True)
class Pair:
    """Two resumes that must be judged alike; `sort` says what is swapped."""

    sort: str
    base: str
    form: str
    one: Person
    other: Person


def pairs() -> Iterator[Pair]:
    """All of them in a fixed order: every single swap, every name with mixed details, and the formats."""
    for base in bases():
        yield from _single(base)
    yield from _mixed()
    yield from _formats()


def _single(base: str) -> Iterator[Pair]:
    """One thing swapped at a time, against the plainest person."""
    table, plain = swaps(), Person()
    told = plain.but(told=True)
    for name in table["names"]:
        yield Pair("name", base, "txt", plain, plain.but(name=name))
        yield Pair("name in statements", base, "txt", told, told.but(name=name))
        for style in table["styles"][1:]:
            yield Pair("way of writing a name", base, "txt", plain, plain.but(name=name, style=style))
    for pronouns in table["pronouns"]:
        yield Pair("pronouns", base, "txt", told, told.but(pronouns=tuple(pronouns)))
    for sort, field in (("emails", "email"), ("phones", "phone"), ("addresses", "address"), ("schools", "school")):
        for value in table[sort]:
            yield Pair(field, base, "txt", plain, plain.but(**{field: value}))
    for sort in _LINES:
        for line in table[sort]:
            yield Pair(sort, base, "txt", plain, plain.but(details=(line,)))
    for photo in table["photos"]:
        yield Pair("photo", base, "txt", plain, plain.but(photo=photo))


def _mixed() -> Iterator[Pair]:
    """Every name in every resume, again and again with whatever else comes next."""
    table = swaps()
    turns = {sort: cycle(values) for sort, values in table.items() if sort != "names"}
    for base in bases():
        for name in table["names"]:
            for number in range(_MIXED):
                told = bool(number % 2)
                one = Person(told=told)
                other = one.but(
                    name=name,
                    style=next(turns["styles"]),
                    pronouns=tuple(next(turns["pronouns"])),
                    email=next(turns["emails"]),
                    phone=next(turns["phones"]),
                    address=next(turns["addresses"]),
                    school=next(turns["schools"]),
                    details=tuple(next(turns[sort]) for sort in _LINES[: number % 6]),
                    photo=next(turns["photos"]) if number % 3 else "",
                )
                yield Pair("everything", base, "txt", one, other)


def _formats() -> Iterator[Pair]:
    """Other formats, with a photo and without."""
    table = swaps()
    schools = cycle(table["schools"])
    for form in FORMATS[1:]:
        for base in bases():
            plain = Person()
            yield Pair(f"photo, {form}", base, form, plain, plain.but(photo="photo.jpg"))
            for name in table["names"][::6]:
                other = plain.but(name=name, school=next(schools), photo="photo.jpg")
                yield Pair(f"name and photo, {form}", base, form, plain, other)
