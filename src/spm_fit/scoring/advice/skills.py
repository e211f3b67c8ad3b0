"""Show in a job what is only listed, or not there at all; name the tools that were used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spm_fit.model.document import Span
from spm_fit.model.finding import Bullet, Demand, Extraction, Level, Mention, Strength, Verb
from spm_fit.model.phrase import in_sentence
from spm_fit.model.taxonomy import Skill, SkillKind
from spm_fit.scoring.advice.change import Change, with_text
from spm_fit.scoring.context import Context, by_area


def skills(context: Context) -> Iterator[Change]:
    """A new statement, in the work that counts most, that says what was done."""
    weights = {
        skill.id: weight for skills in by_area(context.taxonomy, context.role).values() for skill, weight in skills
    }
    for skill in context.taxonomy.competencies():
        known = context.best.get(skill.id)
        if not weights.get(skill.id) or (known is not None and known.level > Level.LISTED):
            continue
        after = _shown(context, skill)
        if after is None:
            return
        if known is not None:
            text = f"Show {in_sentence(skill.name)} in a job; it is only listed so far"
        else:
            text = f"Show {in_sentence(skill.name)} if you did it; no line does yet"
        yield Change("skill-not-shown", text, "competencies", known.span if known else None, after, skill.means)


def _shown(context: Context, skill: Skill) -> Extraction | None:
    found = context.found
    jobs = [n for n, bullet in enumerate(found.bullets) if bullet.section == "experience"]
    beside = max(jobs, key=lambda n: context.places[n], default=None)
    if beside is None:
        return None
    found, span = with_text(found, f"Led {skill.id} for the whole of the product")
    verb = Verb(Span(span.start, span.start + 3), "lead", Strength.STRONG)
    old = found.bullets[beside]
    bullets = (*found.bullets, Bullet(span, old.section, old.position, verb, ()))
    number = len(found.bullets)
    shown = Mention(span, skill.id, skill.kind, "", "advice", Level.DEMONSTRATED, Demand.MENTIONED, number)
    return replace(found, bullets=bullets, mentions=(*found.mentions, shown))


def tools(context: Context) -> Iterator[Change]:
    """One of the tools that the role names."""
    missing = [tool for tool in context.role.tools if tool not in context.best]
    if not missing:
        return
    names = [context.taxonomy.skill(tool).name for tool in missing]
    added = Mention(Span(0, 0), missing[0], SkillKind.TOOL, "", "advice", Level.LISTED, Demand.MENTIONED, None)
    after = replace(context.found, mentions=(*context.found.mentions, added))
    text = f"Name the tools you use, if they are among these: {', '.join(names[:4])}"
    yield Change("no-tools", text, "tools", None, after, "the gain is that of the first one")
