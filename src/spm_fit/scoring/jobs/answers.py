"""What a resume answers to one thing that a requirement names."""

from __future__ import annotations

from spm_fit.model.finding import Level, Mention
from spm_fit.model.job import Answer, Ask, AskKind, Evidence
from spm_fit.scoring.jobs.certificates import same_certificate
from spm_fit.scoring.jobs.degrees import held
from spm_fit.scoring.jobs.languages import Language
from spm_fit.scoring.jobs.needs import Need
from spm_fit.scoring.jobs.plain import content
from spm_fit.scoring.jobs.record import Record
from spm_fit.scoring.jobs.years import judged

_NATIVE = 7
# So many months of work, some of it in product, are experience that stands for a degree where the posting takes it.
_INSTEAD = 48
_Told = tuple[Answer, tuple[Evidence, ...], str]


def answered(need: Need, asked: str, record: Record) -> Ask:
    """A need with its answer; `asked` is the posting's text of it."""
    answer, evidence, note = _answer(need, asked, record)
    return Ask(need.kind, need.id, need.span, need.group, answer, evidence, note)


def _answer(need: Need, asked: str, record: Record) -> _Told:
    if need.years is not None:
        return judged(need.years, need.within, record)
    if need.degree is not None:
        return _degree(need, record)
    if need.language is not None:
        return _language(need.language, record)
    if need.kind in {AskKind.NAME, AskKind.WORDS}:
        return _literal(need, asked, record)
    return _skill(need, asked, record)


def _skill(need: Need, asked: str, record: Record) -> _Told:
    skill = record.skills[need.id]
    entries = record.shown.get(need.id, ())
    if need.kind is AskKind.CREDENTIAL:
        named = [mention for _, mention in entries]
        mine = [mention for mention in named if same_certificate(asked, record.context.text(mention.span))]
        if mine:
            return Answer.FULL, (record.evidence(mine[0].span, "listed"),), ""
        if named:
            return Answer.NONE, (), "another certificate of the kind"
    elif entries:
        level, mention = _nearest(asked, entries, record)
        evidence = (record.evidence(mention.span, str(level)),)
        if need.kind is AskKind.TOOL or level > Level.LISTED:
            return Answer.FULL, evidence, ""
        return Answer.PART, evidence, "only listed"
    return _denied((asked, skill.name, *(alias for alias in skill.aliases if alias.isalpha())), record)


def _nearest(asked: str, entries: tuple[tuple[Level, Mention], ...], record: Record) -> tuple[Level, Mention]:
    """Of what is shown well enough, the line that has most of the posting's own words."""
    words = content(asked)
    enough = [entry for entry in entries if entry[0] > Level.LISTED] or list(entries)
    if not words:
        return enough[0]
    return max(enough, key=lambda entry: len(words & content(record.context.text(record.line(entry[1].span)))))


def _denied(names: tuple[str, ...], record: Record) -> _Told:
    """Nothing is shown; whether the resume says so itself."""
    for name in names:
        _, denied = record.literal(name)
        if denied:
            return Answer.DENIED, (record.evidence(denied, "denied"),), "the resume says otherwise"
    return Answer.NONE, (), ""


def _literal(need: Need, asked: str, record: Record) -> _Told:
    place, denied = record.literal(asked)
    if place:
        evidence = (record.evidence(place, "named"),)
        return (Answer.FULL if need.kind is AskKind.NAME else Answer.PART), evidence, "found word for word"
    if denied:
        return Answer.DENIED, (record.evidence(denied, "denied"),), "the resume says otherwise"
    return Answer.NONE, (), ""


def _degree(need: Need, record: Record) -> _Told:
    if need.degree is None:
        return Answer.NONE, (), ""
    context = record.context
    entries = tuple(entry for entry in context.found.education if not record.copied.hold(entry.span))
    answer, entry, note = held(need.degree, entries)
    evidence = (record.evidence(entry.span),) if entry else ()
    if answer is not Answer.NONE:
        return answer, evidence, note
    if need.degree.instead:
        if any(p.product for p in context.found.positions) and context.work_months.middle >= _INSTEAD:
            return Answer.PART, evidence, "no such degree; experience may stand for it"
        return Answer.NONE, (), note
    if need.degree.must and entry is not None and entry.level != "other":
        return Answer.DENIED, evidence, note
    return Answer.NONE, (), note


def _language(language: Language, record: Record) -> _Told:
    listed = [mine for mine in record.languages if mine.name == language.name and not record.denied.hold(mine.span)]
    if not listed:
        if language.name == "English" and language.level < _NATIVE:
            return Answer.PART, (), "the resume is written in it, and does not list it"
        return Answer.NONE, (), ""
    best = max(listed, key=lambda mine: mine.level)
    evidence = (record.evidence(best.span),)
    if not language.level or best.level >= language.level:
        return Answer.FULL, evidence, ""
    return Answer.PART, evidence, "listed with less" if best.level else "listed, not how well"
