"""The taxonomy for people: a tree of all skills, the roles, or one skill or role in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields

from spm_fit.model.taxonomy import Role, Skill, SkillKind, Taxonomy


def tree(taxonomy: Taxonomy, *, tools: bool = False) -> str:
    """Areas, competencies with weight and meaning, credentials, and on demand the tools by category."""
    lines = [f"taxonomy {taxonomy.digest}"]
    groups = [(area.name, [s for s in taxonomy.competencies() if s.area == area.id]) for area in taxonomy.areas]
    groups.append(("Credentials", [s for s in taxonomy.skills if s.kind is SkillKind.CREDENTIAL]))
    for name, skills in groups:
        lines.append(name)
        lines += _branches(f"{skill.id:<32}{'*' * skill.weight:<4}{skill.means or skill.name}" for skill in skills)
    named = [skill for skill in taxonomy.skills if skill.kind is SkillKind.TOOL]
    lines.append(f"Tools ({len(named)})")
    categories = list(dict.fromkeys(skill.area for skill in named))
    if tools:
        lines += _branches(f"{c}: {', '.join(s.name for s in named if s.area == c)}" for c in categories)
    else:
        lines += _branches(f"{c}: {sum(s.area == c for s in named)}" for c in categories)
    lines.append("Roles")
    lines += _branches(f"{role.id:<32}{role.summary}" for roles in _by_step(taxonomy) for role in roles)
    return "\n".join(lines) + "\n"


def _branches(texts: Iterable[str]) -> Iterator[str]:
    rows = list(texts)
    for number, text in enumerate(rows, 1):
        yield f"{'└' if number == len(rows) else '├'}── {text}"


def page(taxonomy: Taxonomy, entry: Skill | Role) -> str:
    """One skill or role in full."""
    return role_page(taxonomy, entry) if isinstance(entry, Role) else skill_page(taxonomy, entry)


def skill_page(taxonomy: Taxonomy, skill: Skill) -> str:
    """One skill: what it means, where it comes from, what matches and what does not."""
    lines = [f"{skill.id}: {skill.name}", f"  {skill.kind}, {skill.area}, weight {skill.weight}"]
    if skill.means:
        lines.append(f"  {skill.means}")
    if skill.measure:
        lines.append(f"  say with a number: {skill.measure}")
    if skill.question:
        lines.append(f"  an interviewer may ask: {skill.question}")
    lines += [f"  from document {source.document}: {source.heading}" for source in skill.sources]
    for title, phrases in (
        ("names", (*skill.aliases, *skill.exact, *skill.weak_exact)),
        ("what people say when they did it", skill.patterns),
        ("claims, never more than listed", skill.claims),
        ("never where this stands", skill.excludes),
    ):
        if phrases:
            lines += ["", f"  {title}:", *(f"    {phrase}" for phrase in phrases)]
    return "\n".join(lines) + "\n"


def roles_table(taxonomy: Taxonomy) -> str:
    """Every role with its years and its points by criterion, the ladder first from its lowest step on."""
    ladder, beside = _by_step(taxonomy)
    criteria = [name for name, _ in taxonomy.roles[0].weights]
    lines = ["years: least, usual, ample", f"points: {', '.join(criteria)}"]
    for title, roles in (("The ladder", ladder), ("Beside it", beside)):
        lines += ["", title] if roles else []
        lines += [
            f"  {role.id:<28}"
            + "".join(f"{years:>5g}" for years in role.years)
            + "   "
            + "".join(f"{points:>4}" for _, points in role.weights)
            for role in roles
        ]
    return "\n".join(lines) + "\n"


def _by_step(taxonomy: Taxonomy) -> tuple[list[Role], list[Role]]:
    """The steps of the ladder from the lowest on, by the years that they ask; the other roles as they stand."""
    ladder = sorted((role for role in taxonomy.roles if role.ladder), key=lambda role: (role.years, role.id))
    return ladder, [role for role in taxonomy.roles if not role.ladder]


def role_page(taxonomy: Taxonomy, role: Role) -> str:
    """One role with all its numbers."""
    least, usual, ample = role.years
    names = {skill.id: skill.name for skill in taxonomy.skills}
    lines = [
        f"{role.id}: {role.name}",
        *([f"  {role.summary}"] if role.summary else []),
        f"  {'a step of the ladder' if role.ladder else 'beside the ladder'}, level {role.level}"
        + (f", then {role.next}" if role.next else ""),
        f"  years of the role's own work: {least:g} least, {usual:g} usual, {ample:g} ample",
        *([f"  own titles besides those of product management: {', '.join(role.titles)}"] if role.titles else []),
    ]
    for title, rows in (
        ("points", role.weights),
        ("shares of the competencies' points", role.areas),
        ("weights of competencies that differ from their own entries", role.skills),
    ):
        if rows:
            lines += ["", f"  {title}:", *(f"    {name:<32}{value:g}" for name, value in rows)]
    lines += ["", f"  tools: {', '.join(names[tool] for tool in role.tools)}", "", "  scale:"]
    for part in fields(role.scale):
        lines.append(f"    {part.name}")
        lines += [
            f"      {name:<30}{_numbers(value)}" for name, value in asdict(getattr(role.scale, part.name)).items()
        ]
    return "\n".join(lines) + "\n"


def _numbers(value: object) -> str:
    """A number, a list of numbers, or numbers by name."""
    if not isinstance(value, tuple):
        return f"{value:g}"
    return ", ".join(f"{item[0]} {item[1]:g}" if isinstance(item, tuple) else f"{item:g}" for item in value) or "none"
