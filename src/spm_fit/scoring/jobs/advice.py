"""What to change for a posting: the gain of each tip is found by judging all requirements again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spm_fit.model.document import Span
from spm_fit.model.finding import Extraction
from spm_fit.model.job import Answer, Ask, AskKind, JobFit, JobRequirement, Question
from spm_fit.model.remark import Tip
from spm_fit.model.scale import JobScale
from spm_fit.model.taxonomy import Taxonomy
from spm_fit.scoring.jobs.requirements import supposing

_QUOTE, _NAMED = 64, 3
# What a line of text can show; years, degrees and languages are what they are.
_SAYABLE = frozenset([AskKind.COMPETENCY, AskKind.TOOL, AskKind.NAME, AskKind.CREDENTIAL])


class _Posted:
    """The requirements of a posting, what it calls its asks, and what they would be worth if more were shown."""

    def __init__(
        self, requirements: tuple[JobRequirement, ...], posting: Extraction, taxonomy: Taxonomy, scale: JobScale
    ) -> None:
        self._requirements, self._posting, self._scale = requirements, posting, scale
        self._plain = {mention.span for mention in posting.mentions if mention.component == "skills.alias"}
        self._names = {skill.id: in_a_sentence(skill.name) for skill in taxonomy.competencies()}
        self._places: dict[tuple[str, str], set[int]] = defaultdict(set)
        for number, requirement in enumerate(requirements):
            for ask in requirement.asks:
                self._places[self._key(ask)].add(number)

    def text(self, span: Span) -> str:
        return " ".join(self._posting.document.slice(span).split())

    def name(self, ask: Ask) -> str:
        """The posting's own words where they are a name, else the skill's."""
        if ask.kind is AskKind.COMPETENCY and ask.span not in self._plain:
            return self._names[ask.id]
        return f'"{self.text(ask.span)}"'

    def total(self, shown: Iterable[Ask] = ()) -> float:
        """The match if the resume showed these, too."""
        said = {self._key(ask) for ask in shown}
        changed = list(self._requirements)
        for number in {number for key in said for number in self._places[key]}:
            changed[number] = supposing(changed[number], lambda ask: self._key(ask) in said, self._scale)
        return JobFit(self._posting, tuple(changed)).total or 0.0

    def _key(self, ask: Ask) -> tuple[str, str]:
        # Two certificates of one kind share their id.
        return ask.id, self.text(ask.span).lower() if ask.kind is AskKind.CREDENTIAL else ""


def tips(
    requirements: tuple[JobRequirement, ...], posting: Extraction, taxonomy: Taxonomy, scale: JobScale
) -> tuple[Tip, ...]:
    """One tip for each requirement that words can still meet, most gain first, else in the order of the requirements."""
    posted = _Posted(requirements, posting, taxonomy, scale)
    total = posted.total()
    found = []
    for requirement in requirements:
        wanted = list(_missing(requirement))
        if requirement.weight and wanted:
            gain = round(posted.total(wanted) - total, 2)
            found += [_tip(requirement, wanted, gain, posted)] if gain > 0 else []
    return tuple(sorted(dict.fromkeys(found), key=lambda tip: -tip.gain))


def _missing(requirement: JobRequirement) -> Iterator[Ask]:
    """Of each group that is not fully answered, the alternative that is nearest to it."""
    groups: dict[int, list[Ask]] = {}
    for ask in requirement.asks:
        groups.setdefault(ask.group, []).append(ask)
    for group in groups.values():
        if all(ask.answer is not Answer.FULL for ask in group):
            sayable = [ask for ask in group if ask.kind in _SAYABLE and ask.answer is not Answer.DENIED]
            yield from sorted(sayable, key=lambda ask: ask.answer is not Answer.PART)[:1]


def _tip(requirement: JobRequirement, wanted: list[Ask], gain: float, posted: _Posted) -> Tip:
    """Both what the posting says and what of it is missing, in its own words."""
    listed = all(ask.answer is Answer.PART for ask in wanted)
    names = " and ".join(dict.fromkeys(posted.name(ask) for ask in wanted[:_NAMED]))
    names += f" and {len(wanted) - _NAMED} more" if len(wanted) > _NAMED else ""
    place = wanted[0].evidence[0].span if listed and wanted[0].evidence else None
    if listed and all(ask.kind is AskKind.COMPETENCY for ask in wanted):
        return Tip(
            "job-listed",
            f"Show {names} in a job; so far only listed",
            gain,
            "job",
            place,
            _asked(posted.text(requirement.span), requirement),
        )
    return Tip(
        "job-missing",
        f"If you did it, say it: {names}",
        gain,
        "job",
        place,
        _asked(posted.text(requirement.span), requirement),
    )


def _asked(words: str, requirement: JobRequirement) -> str:
    return (
        f'{requirement.kind}: "{words}"'
        if len(words) <= _QUOTE
        else f'{requirement.kind}: "{words[:_QUOTE].rsplit(" ", 1)[0]} ..."'
    )


def in_a_sentence(name: str) -> str:
    """A name inside a sentence: "User research" as "user research", "OKRs" and "UX design" as they are."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def questions(requirements: tuple[JobRequirement, ...], taxonomy: Taxonomy) -> Iterator[Question]:
    """What may be asked about the competencies that a requirement names and the resume does not fully show; each once."""
    probes = {skill.id: skill.question for skill in taxonomy.competencies() if skill.question}
    seen = set()
    for requirement in requirements:
        met = {ask.group for ask in requirement.asks if ask.answer is Answer.FULL}
        for ask in requirement.asks:
            if ask.id in probes and ask.group not in met and ask.id not in seen:
                seen.add(ask.id)
                yield Question(ask.id, probes[ask.id], requirement.span)
