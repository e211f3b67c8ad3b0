"""The taxonomy for people: a tree of all skills, or one skill in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spm_fit.model.taxonomy import Skill, SkillKind, Taxonomy


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
    lines += _branches(f"{role.id:<32}{role.summary}" for role in taxonomy.roles)
    return "\n".join(lines) + "\n"


def _branches(texts: Iterable[str]) -> Iterator[str]:
    rows = list(texts)
    for number, text in enumerate(rows, 1):
        yield f"{'└' if number == len(rows) else '├'}── {text}"


def skill_page(taxonomy: Taxonomy, skill: Skill) -> str:
    """One skill: what it means, where it comes from, what matches and what does not."""
    lines = [f"{skill.id}: {skill.name}", f"  {skill.kind}, {skill.area}, weight {skill.weight}"]
    if skill.means:
        lines.append(f"  {skill.means}")
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
