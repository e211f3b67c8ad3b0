"""Role files to roles: one that is `like` another takes from it whatever it does not say itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_type_hints

from spm_fit.model.scale import Scale
from spm_fit.model.taxonomy import AUTO, Area, Role, Skill, SkillKind
from spm_fit.taxonomy import scales
from spm_fit.taxonomy.files import CRITERIA
from spm_fit.taxonomy.nodes import Mistakes, nearest
from spm_fit.taxonomy.shapes import At

Values = dict[str, Any]
NEEDED = ("years", "weights", "areas", "scale")
YEARS = ("least", "usual", "ample")


def roles(
    files: dict[str, Values], areas: dict[str, Area], skills: list[Skill], mistakes: Mistakes
) -> tuple[Role, ...]:
    """The roles of all files, by id, in the order of the ladder as the files give it; mistakes are noted."""
    whole = {name: _whole(name, files, (), mistakes) for name in files}
    for values in whole.values():
        _check(values, files, areas, skills, mistakes)
    _check_ends(whole, mistakes)
    return () if mistakes.found else tuple(_role(values) for values in whole.values())


def _whole(name: str, files: dict[str, Values], seen: tuple[str, ...], mistakes: Mistakes) -> Values:
    """A role's values over those of the role that it is like."""
    values = files[name]
    like = values.get("like")
    if not isinstance(like, At):
        return values
    if like.value not in files:
        mistakes.add(like.place, f"unknown role '{like.value}'{nearest(str(like.value), list(files))}")
        return values
    if like.value in seen or like.value == name:
        mistakes.add(like.place, f"'{name}' is like itself")
        return values
    return _over(_whole(str(like.value), files, (*seen, name), mistakes), values)


def _over(base: Values, own: Values) -> Values:
    """Own values in place of the base's; numbers of the scale one by one, areas and the like as a whole."""
    merged = {**base, **own}
    if base.get("scale") and own.get("scale"):
        parts = {
            key: {**(base["scale"].get(key) or {}), **(own["scale"].get(key) or {})} for key in get_type_hints(Scale)
        }
        # A part that neither gives stays away, so that it is missed.
        merged["scale"] = {"": own["scale"][""], **{key: part for key, part in parts.items() if part}}
    # What a role is called and what comes after it is its own.
    for key in ("next", "skills", "titles", "summary", "ladder"):
        if key not in own:
            merged.pop(key, None)
    return merged


def _check(
    values: Values, files: dict[str, Values], areas: dict[str, Area], skills: list[Skill], mistakes: Mistakes
) -> None:
    if values["role"].value == AUTO:
        mistakes.add(values["role"].place, f"'{AUTO}' is what finds a role; give this one another id")
    missing = [key for key in NEEDED if not values.get(key)]
    for key in missing:
        mistakes.add(values[""], f"'{key}' is missing; give it, or name a role that this one is `like`")
    if missing:
        return
    lacking = list(_lacking(values["scale"]))
    for place, name in lacking:
        mistakes.add(place, f"'{name}' is missing; give it, or name a role that this one is `like`")
    total = sum(int(values["weights"][name].value) for name in CRITERIA if values["weights"].get(name))
    if len([name for name in CRITERIA if values["weights"].get(name)]) == len(CRITERIA) and total != 100:
        mistakes.add(values["weights"][""], f"the weights sum to {total}, not to 100")
    for area, (where, _) in values["areas"].items():
        if area not in areas:
            mistakes.add(where, f"unknown area '{area}'{nearest(area, list(areas))}")
    share = sum(float(at.value) for _, at in values["areas"].values())
    if abs(share - 1) > 1e-6:
        mistakes.add(values[""], f"the areas' shares sum to {share:g}, not to 1")
    years = [float(values["years"][key].value) for key in YEARS if values["years"].get(key)]
    if len(years) == len(YEARS) and not 0 < years[0] <= years[1] <= years[2]:
        mistakes.add(values["years"][""], "least, usual and ample years must rise from more than 0")
    elif not lacking and len(years) == len(YEARS) and all(values["weights"].get(name) for name in CRITERIA):
        scales.check(values, mistakes)
    _known(values.get("tools") or (), [s.id for s in skills if s.kind is SkillKind.TOOL], "tool", mistakes)
    competencies = [s.id for s in skills if s.kind is SkillKind.COMPETENCY]
    weights = [At(key, where) for key, (where, _) in (values.get("skills") or {}).items()]
    _known(weights, competencies, "competency", mistakes)
    _known([values["next"]] if values.get("next") else (), list(files), "role", mistakes)


def _check_ends(whole: dict[str, Values], mistakes: Mistakes) -> None:
    """Who goes on from role to role must come to an end."""
    for name, values in whole.items():
        step, seen = values.get("next"), {name}
        while isinstance(step, At) and step.value in whole and step.value not in seen:
            seen.add(step.value)
            step = whole[str(step.value)].get("next")
        if isinstance(step, At) and step.value == name:
            mistakes.add(values["next"].place, f"'{name}' comes after itself")


def _lacking(scale: Values) -> Iterator[tuple[str, str]]:
    for part, kind in get_type_hints(Scale).items():
        if not scale.get(part):
            yield scale[""], part
            continue
        yield from ((scale[part][""], f"{part}.{f.name}") for f in fields(kind) if scale[part].get(f.name) is None)


def _known(names: Any, known: list[str], what: str, mistakes: Mistakes) -> None:
    for at in names:
        if at.value not in known:
            mistakes.add(at.place, f"unknown {what} '{at.value}'{nearest(str(at.value), known)}")


def _role(values: Values) -> Role:
    def text(key: str) -> str:
        return str(values[key].value) if values.get(key) else ""

    return Role(
        id=text("role"),
        name=text("name"),
        summary=text("summary"),
        level=text("level"),
        years=tuple(float(values["years"][key].value) for key in YEARS),  # type: ignore[arg-type]
        weights=tuple((name, int(values["weights"][name].value)) for name in CRITERIA),
        areas=tuple((area, float(at.value)) for area, (_, at) in values["areas"].items()),
        tools=tuple(str(at.value) for at in values.get("tools") or ()),
        skills=tuple((skill, int(at.value)) for skill, (_, at) in (values.get("skills") or {}).items()),
        titles=tuple(str(at.value) for at in values.get("titles") or ()),
        next=text("next"),
        ladder=bool(values["ladder"].value) if values.get("ladder") else False,
        scale=Scale(**{part: _numbers(kind, values["scale"][part]) for part, kind in get_type_hints(Scale).items()}),
    )


def _numbers(kind: type, values: Values) -> Any:
    return kind(**{field.name: _number(values[field.name]) for field in fields(kind)})


def _number(value: object) -> object:
    """A number, a list of numbers, or numbers by name."""
    if isinstance(value, At):
        return float(value.value)  # type: ignore[arg-type]
    if isinstance(value, dict):
        return tuple((name, float(at.value)) for name, (_, at) in value.items())
    return tuple(float(at.value) for at in value)  # type: ignore[attr-defined]
