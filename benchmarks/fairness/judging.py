"""What must not differ: every criterion's points, the skills with their levels, and so the order of all resumes."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from benchmarks.fairness.pairs import Pair
from benchmarks.fairness.writing import Person, written

from spm_fit import api, taxonomy
from spm_fit.config import Settings
from spm_fit.extract import extract_resume
from spm_fit.readers import html, jsonresume, markdown, text
from spm_fit.scoring import score_resume

AS_OF = date(2026, 11, 1)
_READERS = {"txt": text.read, "md": markdown.read, "html": html.read, "json": jsonresume.read}
Judgement = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """A pair that was not judged alike, and in what."""

    pair: Pair
    what: str


@lru_cache(maxsize=1)
def _knowledge() -> tuple[Any, Any]:
    gc.set_threshold(200_000, 20, 100)
    known = taxonomy.load()
    return known, api.find_role(known, Settings().role)


def judged(base: str, person: Person, form: str) -> Judgement:
    """All that a report says of a resume, places left out."""
    known, role = _knowledge()
    name = f"resume.{form}"
    found = extract_resume(_READERS[form](name, written(base, person, form).encode()), known)
    report = score_resume(found, known, role, AS_OF, advise=False)
    best: dict[str, int] = {}
    for mention in found.mentions:
        best[mention.skill] = max(best.get(mention.skill, 0), int(mention.level))
    return {
        "total": report.total,
        "criteria": tuple((result.id, result.points) for result in report.results),
        "skills": tuple(sorted(best.items())),
        "other tools": tuple(sorted(tool.id for tool in found.unlisted)),
        "months": (report.months, report.product_months),
        "positions": tuple((position.title, position.organization, position.period) for position in found.positions),
        "degrees": tuple((degree.level, degree.end_year) for degree in found.education),
        "sections": tuple(section.name for section in found.sections),
        "statements": tuple(
            (bullet.verb.lemma if bullet.verb else "", len(bullet.metrics)) for bullet in found.bullets
        ),
        "notes": tuple(note.name for note in report.notes),
    }


_reference = lru_cache(maxsize=256)(judged)


def differences(pairs: Iterable[Pair]) -> Iterator[Difference]:
    """What is not alike in pairs, each pair once."""
    for pair in pairs:
        one, other = _reference(pair.base, pair.one, pair.form), judged(pair.base, pair.other, pair.form)
        if one != other:
            yield Difference(
                pair, "; ".join(f"{key}: {_apart(one[key], other[key])}" for key in one if one[key] != other[key])
            )


def _apart(one: Any, other: Any) -> str:
    if not isinstance(one, tuple):
        return f"{one} and {other}"
    return f"{[x for x in one if x not in other]} and {[x for x in other if x not in one]}"
