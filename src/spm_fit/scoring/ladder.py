"""The ladder of roles: the step that a resume is nearest to, and what the step after it asks that is not there yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter

from spm_fit.model.finding import Extraction, Position, RoleKind
from spm_fit.model.period import months, spoken
from spm_fit.model.phrase import in_sentence, same
from spm_fit.model.report import Gap, NextStep, Part, Result
from spm_fit.model.taxonomy import Role, Taxonomy
from spm_fit.scoring.advice.skills import skills
from spm_fit.scoring.context import Context
from spm_fit.scoring.criteria.experience import LADDER

# A title that was laid down longer before the last product work ended says little of today; titles of small firms run high.
_RECENT = 36
# What postings of other trades are compared with.
_FALLBACK = "senior"
_SKILLS = 3
_LEAST_GAIN = 0.05
# What a criterion must reach to be no gap.
_ENOUGH = 0.75
_COUNTED = {
    "outcomes": "statements of product work with an outcome",
    "scopes": "statements of product work that tell its size",
    "statements": "statements of product work that open and read well",
    "tools": "tools of the role",
}
Judge = Callable[[Context], tuple[Result, ...]]


def steps(taxonomy: Taxonomy) -> tuple[Role, ...]:
    """The steps of the ladder, lowest first; a taxonomy of one's own may have none."""
    return tuple(sorted((role for role in taxonomy.roles if role.ladder), key=lambda role: LADDER.index(role.level)))


def nearest(found: Extraction, taxonomy: Taxonomy, as_of: date) -> Role:
    """The step of the highest recent product title whose least years the resume has; without a title the lowest.

    A step to the side, which no other step leads to, is only for who holds its very title.

    Raises:
        ValueError: the taxonomy has no ladder.
    """
    ladder = steps(taxonomy)
    if not ladder:
        raise ValueError("no role is a step of the ladder")
    top = _top(found, as_of)
    if top is None:
        return ladder[0]
    years = _years(found, as_of)
    led_to = {role.next for role in ladder}
    reached = [
        role
        for role in ladder
        if LADDER.index(role.level) <= LADDER.index(top.level)
        and role.years[0] <= years
        and (role.id in led_to or role.level == top.level)
    ]
    return reached[-1] if reached else ladder[0]


def reason(found: Extraction, role: Role, as_of: date) -> str:
    """Why `nearest` is this role, in words."""
    top = _top(found, as_of)
    if top is None:
        return "no product-management title was found"
    held = f"{spoken(_years(found, as_of) * 12)} in product"
    if not _years(found, as_of):
        return f'the title "{top.title}", but no dates'
    if LADDER.index(role.level) < LADDER.index(top.level):
        return f'the title "{top.title}", but only {held}'
    return f'the title "{top.title}", {held}'


def of_posting(found: Extraction, taxonomy: Taxonomy) -> tuple[Role, str]:
    """The role that a posting's own title names, and why; another trade's title is held against the senior step.

    Raises:
        ValueError: the taxonomy has no ladder.
    """
    ladder, title, level = steps(taxonomy), found.posting.title, found.posting.level
    if not ladder:
        raise ValueError("no role is a step of the ladder")
    for role in taxonomy.roles:
        if any(same(name) in same(title) for name in role.titles):
            return role, f'the title "{title}"'
    for role in ladder:
        if role.level == level:
            return role, f'the title "{title}"'
    role = next((role for role in ladder if role.level == _FALLBACK), ladder[0])
    return role, f'the title "{title}" is no step of product management'


def next_step(context: Context, judge: Judge) -> NextStep | None:
    """What the step after the resume's own asks; the lowest step where no title is held, None at the top."""
    role = _next(context)
    if role is None:
        return None
    there = Context.of(context.found, context.taxonomy, role, context.as_of)
    results = judge(there)
    total = round(sum(result.points for result in results), 2)
    gaps = [*_experience(there, results), *_skills(there, total, judge), *_short(results)]
    gaps.sort(key=lambda gap: (-gap.gain, gap.what))
    return NextStep(role, total, tuple(gaps))


def _top(found: Extraction, as_of: date) -> Position | None:
    """The highest title of recent product work; the later one of equals."""
    held = _product(found)
    last = max((_end(position, as_of) for position in held), default=0)
    recent = [position for position in held if last - _end(position, as_of) <= _RECENT]
    return max(recent, key=lambda p: (LADDER.index(p.level), _end(p, as_of)), default=None)


def _product(found: Extraction) -> list[Position]:
    return [position for position in found.positions if position.product and position.kind is RoleKind.WORK]


def _end(position: Position, as_of: date) -> int:
    """The month in which a position ended, counted from year 0; one without an end is taken for a present one."""
    end, now = position.period.end, as_of.year * 12 + as_of.month - 1
    return now if position.period.present or end is None else min(end.last, now)


def _years(found: Extraction, as_of: date) -> float:
    return months((position.period for position in _product(found)), as_of).middle / 12


def _next(context: Context) -> Role | None:
    """The step after the nearest one; a specialisation leads to its own next unless that is reached already."""
    if not steps(context.taxonomy):
        return None
    here = nearest(context.found, context.taxonomy, context.as_of)
    titled = bool(_product(context.found))
    after = here.next if titled else here.id
    if not context.role.ladder:
        onward = next((role for role in context.taxonomy.roles if role.id == context.role.next), None)
        if onward is None or not titled or LADDER.index(here.level) < LADDER.index(onward.level):
            return onward
    return next((role for role in context.taxonomy.roles if role.id == after), None)


def _experience(context: Context, results: tuple[Result, ...]) -> Iterator[Gap]:
    role = context.role
    parts = {part.id: part for result in results if result.id == "experience" for part in result.parts}
    years, step = parts.get("years"), parts.get("step")
    if years and years.value < role.years[1]:
        gain = years.possible * (role.scale.experience.at_usual - years.share)
        least, usual = (spoken(number * 12) for number in role.years[:2])
        text = f"{spoken(years.value * 12)} in product; {usual} is usual there, {least} the least"
        yield Gap("years", round(gain, 2), text)
    if step and step.share < 1:
        yield Gap("step", round(_left(step), 2), f"no title of this step yet: {role.name}")


def _skills(context: Context, total: float, judge: Judge) -> Iterator[Gap]:
    """The skills that a statement about them would gain most for."""
    gaps = []
    for change in skills(context):
        after = Context.of(change.after, context.taxonomy, context.role, context.as_of)
        gain = round(sum(result.points for result in judge(after)) - total, 2)
        # Each change shows one skill more, in the last mention.
        skill = context.taxonomy.skill(change.after.mentions[-1].skill)
        if gain >= _LEAST_GAIN:
            gaps.append(Gap(skill.id, gain, in_sentence(skill.name)))
    gaps.sort(key=attrgetter("gain"), reverse=True)
    yield from gaps[:_SKILLS]


def _short(results: tuple[Result, ...]) -> Iterator[Gap]:
    """Criteria that stay well below what they can give; skills and experience have gaps of their own."""
    for result in results:
        if result.id in {"competencies", "experience"} or result.points >= _ENOUGH * result.possible:
            continue
        short = max(result.parts, key=_left, default=None)
        text = result.share or result.id
        if short and short.id in _COUNTED:
            counted = f"{short.value:.1f}".removesuffix(".0")
            text = f"{counted} of {short.full:g} {_COUNTED[short.id]}"
        yield Gap(result.id, round(result.possible - result.points, 2), text)


def _left(part: Part) -> float:
    return part.possible - part.points
