"""Tips: each is a change to the document; its gain is the score of the changed document minus the score now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from spm_fit.model.document import Span
from spm_fit.model.finding import Bullet, Contact, Demand, Extraction, Level, Mention, Metric, Sense, Strength, Verb
from spm_fit.model.report import Result, Tip
from spm_fit.model.taxonomy import SkillKind
from spm_fit.scoring.context import Context, in_product
from spm_fit.scoring.criteria.writing import LONGEST, SHORTEST, readable

# One advice repeated for every line is no advice.
MAX_ALIKE = 5
_LEAST_GAIN = 0.05
Judge = Callable[[Context], tuple[Result, ...]]


@dataclass(frozen=True, slots=True)
class _Change:
    rule: str
    text: str
    criterion: str
    span: Span | None
    after: Extraction
    hint: str = ""


def tips(context: Context, now: tuple[Result, ...], judge: Judge) -> tuple[Tip, ...]:
    """The changes that gain most, best first; equal gains in reading order."""
    total = sum(result.points for result in now)
    rated = []
    for change in _changes(context):
        after = Context.of(change.after, context.taxonomy, context.role, context.as_of)
        gain = round(sum(result.points for result in judge(after)) - total, 1)
        if gain > _LEAST_GAIN:
            rated.append(Tip(change.rule, change.text, gain, change.criterion, change.span, change.hint))
    rated.sort(key=lambda tip: (-tip.gain, tip.span.start if tip.span else 10**9, tip.text))
    kept: list[Tip] = []
    for tip in rated:
        if sum(other.rule == tip.rule for other in kept) < MAX_ALIKE:
            kept.append(tip)
    return tuple(kept)


def _changes(context: Context) -> Iterator[_Change]:
    yield from _outcomes(context)
    yield from _skills(context)
    yield from _openers(context)
    yield from _persons(context)
    yield from _contacts(context)
    yield from _lengths(context)


def _outcomes(context: Context) -> Iterator[_Change]:
    """Say what changed, in statements that show skills but no result."""
    names = {skill.id: skill.name for skill in context.taxonomy.competencies()}
    for index, bullet in enumerate(context.found.bullets):
        if bullet.has_outcome or index not in context.relevant:
            continue
        shown = sorted({names[m.skill] for m in context.found.mentions if m.bullet == index and m.skill in names})
        metric = Metric(Span(bullet.span.end - 1, bullet.span.end), "percent", 1.0, "%", Sense.OUTCOME, "up")
        after = _with_bullet(context.found, index, replace(bullet, metrics=(*bullet.metrics, metric)))
        raised = [
            replace(m, level=Level.OUTCOME) if m.bullet == index and m.level is Level.DEMONSTRATED else m
            for m in after.mentions
        ]
        what = _lower(shown[0]) if len(shown) == 1 else f"{len(shown)} skills"
        hint = "what rose or fell, and by how much: a rate, a time, a sum" + (
            f"; this line shows {what}" if shown else ""
        )
        yield _Change(
            "no-outcome",
            f"Say what changed: {_quote(context, bullet.span)}",
            "impact",
            bullet.span,
            replace(after, mentions=tuple(raised)),
            hint,
        )


def _skills(context: Context) -> Iterator[_Change]:
    """Show in a job what is only listed, or not there at all."""
    found = context.found
    jobs = [n for n, b in enumerate(found.bullets) if b.section == "experience"]
    bullet = next((n for n in jobs if in_product(found, found.bullets[n])), next(iter(jobs), None))
    for skill in context.taxonomy.competencies():
        known = context.best.get(skill.id)
        if known is not None and known.level > Level.LISTED:
            continue
        place = known.span if known else Span(0, 0)
        shown = Mention(
            place, skill.id, SkillKind.COMPETENCY, "", "advice", Level.DEMONSTRATED, Demand.MENTIONED, bullet
        )
        after = replace(context.found, mentions=(*context.found.mentions, shown))
        if known is not None:
            text = f"Show {_lower(skill.name)} in a job; it is only listed so far"
        else:
            text = f"Show {_lower(skill.name)} if you did it; no line does yet"
        yield _Change("skill-not-shown", text, "competencies", known.span if known else None, after, skill.means)


def _openers(context: Context) -> Iterator[_Change]:
    """Open with what was done."""
    instead = dict(context.taxonomy.verbs.instead)
    for index, bullet in enumerate(context.found.bullets):
        if bullet.verb is None or bullet.verb.strength is not Strength.WEAK:
            continue
        opener = context.text(bullet.verb.span)
        better = replace(bullet, verb=Verb(bullet.verb.span, "lead", Strength.STRONG))
        hint = instead.get(bullet.verb.lemma or opener.lower(), "name your own part: led, built, cut, decided")
        yield _Change(
            "weak-opening",
            f'Open with what you did, not "{opener}"',
            "writing",
            bullet.span,
            _with_bullet(context.found, index, better),
            hint,
        )


def _persons(context: Context) -> Iterator[_Change]:
    if context.found.first_person:
        first = context.found.first_person[0]
        text = f'Leave out "{context.text(first)}": resumes are written without I and my'
        yield _Change("first-person", text, "writing", first, replace(context.found, first_person=()))


def _contacts(context: Context) -> Iterator[_Change]:
    known = {contact.kind for contact in context.found.contacts}
    for kind, what in (
        ("linkedin", "your LinkedIn address"),
        ("email", "an e-mail address"),
        ("phone", "a phone number"),
    ):
        if kind not in known:
            added = (*context.found.contacts, Contact(Span(0, 0), kind))
            yield _Change(
                "no-contact", f"Add {what} at the top", "presentation", None, replace(context.found, contacts=added)
            )


def _lengths(context: Context) -> Iterator[_Change]:
    for index, bullet in enumerate(context.found.bullets):
        length = len(context.text(bullet.span).split())
        if readable(bullet, length):
            continue
        text = f"Split this statement of {length} words" if length > LONGEST else f"Say more than {length} words here"
        source = next(
            (b.span for b in context.found.bullets if SHORTEST <= len(context.text(b.span).split()) <= LONGEST), None
        )
        if source is not None:
            after = _with_bullet(context.found, index, replace(bullet, span=source))
            yield _Change("length", f"{text}: {_quote(context, bullet.span)}", "writing", bullet.span, after)


def _with_bullet(found: Extraction, index: int, bullet: Bullet) -> Extraction:
    return replace(found, bullets=(*found.bullets[:index], bullet, *found.bullets[index + 1 :]))


def _quote(context: Context, span: Span) -> str:
    text = context.text(span)
    return f'"{text}"' if len(text) <= 58 else f'"{text[:55].rsplit(" ", 1)[0]} ..."'


def _lower(name: str) -> str:
    """A name inside a sentence: "User research" as "user research", "OKRs" and "UX design" as they are."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
