"""The report people read: how good, why, what next, on one screen of 80 columns. Nothing depends on colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len, set_cell_size

from spm_fit.model.document import Span
from spm_fit.model.finding import Demand, Level, Mention
from spm_fit.model.period import spoken
from spm_fit.model.phrase import in_sentence
from spm_fit.model.report import Note, PostingReport, Report, Result, Tip
from spm_fit.model.taxonomy import SkillKind
from spm_fit.report import Look
from spm_fit.report.jobs import jobs
from spm_fit.report.safe import clean
from spm_fit.report.sheet import PLACE, Sheet, bar, short, wrap

_BAR, _SMALL_BAR = 40, 12
_TIPS, _SHOWN, _MISSING, _NOTES = 5, 6, 8, 4
_NAME = 30
_MEANING = (
    "This compares a text with a list of skills. It does not measure a person, is no ATS score, "
    "and is no reason to turn anyone down."
)
_LEVELS = (
    (Level.OUTCOME, "Shown best: with an outcome"),
    (Level.DEMONSTRATED, "Shown: said what was done"),
    (Level.LISTED, "Only listed"),
)
_RATINGS = (
    (85, "outstanding fit"),
    (70, "strong fit"),
    (55, "good fit"),
    (40, "partial fit"),
    (20, "early"),
    (0, "far from it"),
)
_POSTING_RATINGS = (
    (80, "describes the role"),
    (60, "close to the role"),
    (40, "next to the role"),
    (0, "another role"),
)


def rating(total: float) -> str:
    """A plain word for a score."""
    return next(word for least, word in _RATINGS if total >= least)


def render(report: Report | PostingReport, look: Look) -> str:
    """The report as lines that are no wider than the terminal."""
    sheet = Sheet(look, report.extraction.document)
    if isinstance(report, Report):
        _resume(sheet, report, look)
    else:
        _posting(sheet, report, look)
    return sheet.text()


def _head(sheet: Sheet, role: str, stamp: str, chosen: str) -> None:
    quality = sheet.document.quality
    pages = [] if quality.pages is None else [f"{quality.pages} page{'s' * (quality.pages != 1)}"]
    columns = ["one column", "two columns"][quality.columns > 1] if quality.pages is not None else sheet.document.format
    trouble = (
        f"{len(quality.problems)} remarks on reading it" if len(quality.problems) > 1 else "one remark on reading it"
    )
    read = trouble if quality.problems else "read without trouble"
    name = clean(sheet.document.path.replace("\\", "/").rpartition("/")[2]) or "document"
    facts = ", ".join([*pages, columns, f"{quality.words} words", read])
    if cell_len(name) + cell_len(facts) + 5 <= sheet.width:
        sheet.line((f" {name}", "bold"), f"   {facts}")
    else:
        sheet.line((f" {short(name, sheet.width - 2)}", "bold"))
        sheet.wrapped(facts, " ", " ")
    target = f" for {role}"
    if cell_len(target) + len(stamp) + 2 <= sheet.width:
        sheet.line(set_cell_size(target, sheet.width - len(stamp) - 1), (stamp, "dim"))
    else:
        sheet.line(target)
        sheet.line((f" {stamp}", "dim"))
    if chosen:
        sheet.wrapped(clean(f"chosen by --role auto: {chosen}"), " ", " ", "dim")
    sheet.blank()


def _versions(report: Report | PostingReport) -> str:
    """What a score depends on besides its document."""
    return f"scoring {report.version}, taxonomy {report.taxonomy.digest[:6]}"


def _resume(sheet: Sheet, report: Report, look: Look) -> None:
    stamp = f"as of {report.as_of.isoformat()}, {_versions(report)}"
    _head(sheet, report.role.name, stamp, report.chosen)
    if report.ungradable:
        sheet.line(("  not graded", "bold"), f"   {report.ungradable}")
        sheet.blank()
    else:
        sheet.line(
            (f"  {report.total:3.0f}  {rating(report.total):<16}", "bold"),
            *bar(report.total / 100, min(_BAR, sheet.width - 24)),
        )
        sheet.blank()
    jobs(sheet, report, look)
    if look.explain or not report.jobs:
        _fit(sheet, report)
    _notes(sheet, report.notes)
    if look.explain:
        _explain(sheet, report.results)
    sheet.wrapped(_MEANING, " ", " ", "dim")
    if not look.explain:
        sheet.wrapped("--explain shows every point with its line; --json gives it all to programs.", " ", " ", "dim")


def _fit(sheet: Sheet, report: Report) -> None:
    """All about the role."""
    if not report.ungradable:
        _tips(sheet, report)
        _criteria(sheet, report.results, _resume_words(report))
        _evidence(sheet, report)
        _next_step(sheet, report)


def _tips(sheet: Sheet, report: Report) -> None:
    if not report.tips:
        return
    sheet.heading("What would help most, each on its own")
    previous = ""
    for tip in _varied(report.tips):
        sheet.sided(clean(tip.text), sheet.place(tip.span), lead=(f"  {tip.gain:+5.1f}  ", "green"))
        if tip.hint and tip.hint != previous:
            sheet.wrapped(clean(tip.hint), " " * 9, " " * 9, "dim")
        previous = tip.hint
    sheet.blank()


def _varied(tips: Iterable[Tip]) -> list[Tip]:
    """The best tips, at most two of a kind, so that a first screen is not one advice five times."""
    kept: list[Tip] = []
    for tip in tips:
        if sum(other.rule == tip.rule for other in kept) < 2:
            kept.append(tip)
    return kept[:_TIPS]


def _criteria(sheet: Sheet, results: Iterable[Result], words: dict[str, str]) -> None:
    sheet.heading("Where the points come from")
    for result in results:
        share = result.points / result.possible if result.possible else 0.0
        label = f"   {result.id:<13}{result.points:4.1f} of {result.possible:2.0f}  "
        text = words.get(result.id, result.share)
        parts = list(wrap(clean(text), sheet.width - len(label) - _SMALL_BAR - 3)) or [""]
        sheet.line(label, *bar(share, _SMALL_BAR), f"  {parts[0]}")
        for part in parts[1:]:
            sheet.line(" " * (len(label) + _SMALL_BAR + 2), part)
    sheet.blank()


def _resume_words(report: Report) -> dict[str, str]:
    """What stands beside the bars where the result itself has no words for it."""
    names = {skill.id: skill.name for skill in report.taxonomy.skills}
    best = _best(report)
    strong = [in_sentence(names[m.skill]) for m in best if m.kind is SkillKind.COMPETENCY and m.level is Level.OUTCOME]
    tools = sorted({m.skill for m in best if m.kind is SkillKind.TOOL}, key=lambda t: (t not in report.role.tools, t))
    return {
        "competencies": f"strongest: {', '.join(strong[:2])}" if strong else "no skill has a result beside it",
        "experience": f"{spoken(report.product_months.middle)} in product, {spoken(report.months.middle)} in all",
        "tools": ", ".join(names[tool] for tool in tools[:4]) or "no tools named",
    }


def _best(report: Report) -> list[Mention]:
    best: dict[str, Mention] = {}
    for mention in report.extraction.mentions:
        known = best.get(mention.skill)
        if known is None or mention.level > known.level:
            best[mention.skill] = mention
    weights = {skill.id: skill.weight for skill in report.taxonomy.skills}
    return sorted(best.values(), key=lambda m: (-m.level, -weights[m.skill], m.span.start))


def _evidence(sheet: Sheet, report: Report) -> None:
    skills = {skill.id: skill for skill in report.taxonomy.competencies()}
    best = [m for m in _best(report) if m.skill in skills]
    shown = best[:_SHOWN]
    found = {m.skill for m in report.extraction.mentions}
    weights = {skill.id: skill.weight for skill in skills.values()} | dict(report.role.skills)
    missing = sorted((s for s in skills.values() if s.id not in found and weights[s.id]), key=lambda s: -weights[s.id])
    wide = min(_NAME, max((cell_len(in_sentence(skills[m.skill].name)) for m in shown), default=0))
    for level, heading in _LEVELS:
        mentions = [mention for mention in shown if mention.level is level]
        if mentions:
            sheet.heading(heading)
        for mention in mentions:
            lead = f"   {short(in_sentence(skills[mention.skill].name), wide):<{wide}}  "
            room = sheet.width - cell_len(lead) - PLACE - 1
            whole = report.extraction.bullets[mention.bullet].span if mention.bullet is not None else mention.span
            quote = short(" ".join(clean(sheet.document.slice(whole)).split()), room - 2)
            sheet.sided(f'"{quote}"', sheet.place(mention.span), lead=(lead, ""))
        if mentions and mentions[-1] is shown[-1] and len(best) > len(shown):
            sheet.line((f"   and {len(best) - len(shown)} more skills, with --explain", "dim"))
        if mentions:
            sheet.blank()
    if missing:
        sheet.heading("Not shown")
        text = ", ".join(in_sentence(skill.name) for skill in missing[:_MISSING])
        text += f", and {len(missing) - _MISSING} more" if len(missing) > _MISSING else ""
        sheet.wrapped(text, "   ", "   ")
        sheet.blank()


def _next_step(sheet: Sheet, report: Report) -> None:
    """A heading and at most five lines: the title, the years, the skills on one line, two criteria."""
    step = report.next_step
    if step is None:
        return
    sheet.heading(f"Next step: {clean(step.role.name)}, {step.total:.0f} of 100 there now")
    skills = {skill.id for skill in report.taxonomy.competencies()}
    shown = [f"{clean(gap.text)} {gap.gain:+.1f}" for gap in step.gaps if gap.what in skills]
    ways = [gap for gap in step.gaps if gap.what in {"step", "years"}]
    others = [gap for gap in step.gaps if gap.what not in {"step", "years", *skills}][:2]
    for gap in sorted([*ways, *others], key=lambda gap: -gap.gain):
        sheet.line((f"  {gap.gain:+5.1f}  ", "green"), short(clean(gap.text), sheet.width - 10))
    if shown:
        sheet.line(" " * 9, short(f"show {', '.join(shown)}", sheet.width - 10))
    sheet.blank()


def _notes(sheet: Sheet, notes: tuple[Note, ...]) -> None:
    if not notes:
        return
    sheet.heading("One thing to look at" if len(notes) == 1 else f"{len(notes)} things to look at")
    for note in notes[:_NOTES]:
        sheet.sided(clean(note.message), sheet.place(note.span), lead=("   ", ""))
    if len(notes) > _NOTES:
        sheet.line((f"   and {len(notes) - _NOTES} more with --json", "dim"))
    sheet.blank()


def _explain(sheet: Sheet, results: Iterable[Result]) -> None:
    for result in results:
        sheet.heading(f"{result.id}: {result.points:g} of {result.possible:g}")
        for reason in result.because:
            sheet.sided(short(clean(reason.text), sheet.width - PLACE - 5), sheet.place(reason.span), lead=("   ", ""))
        if result.missing:
            sheet.wrapped(f"missing: {', '.join(result.missing)}", "   ", "     ", "dim")
        sheet.blank()


def _posting(sheet: Sheet, report: PostingReport, look: Look) -> None:
    _head(sheet, report.role.name, _versions(report), report.chosen)
    posting = report.extraction.posting
    if report.ungradable:
        sheet.line(("  not graded", "bold"), f"   {report.ungradable}")
        sheet.blank()
    else:
        word = next(word for least, word in _POSTING_RATINGS if report.total >= least)
        sheet.line((f"  {report.total:3.0f}  {word:<20}", "bold"), *bar(report.total / 100, min(36, sheet.width - 28)))
        sheet.blank()
    sheet.heading("What it asks")
    for label, text, span in _asked(report):
        sheet.sided(short(clean(text), sheet.width - 27), sheet.place(span), lead=(f"   {label:<13}", ""))
    sheet.blank()
    for kind, heading in ((Demand.MUST, "Must have"), (Demand.NICE, "Nice to have")):
        items = [requirement for requirement in posting.requirements if requirement.kind is kind]
        if items:
            sheet.heading(f"{heading} ({len(items)})")
            for item in items[: None if look.explain else 8]:
                text = short(clean(sheet.document.slice(item.span)), sheet.width - PLACE - 6)
                sheet.sided(text, sheet.place(item.span), lead=("   ", ""))
            if len(items) > 8 and not look.explain:
                sheet.line((f"   and {len(items) - 8} more with --explain", "dim"))
            sheet.blank()
    terms = list(dict.fromkeys(sheet.document.slice(span) for item in posting.requirements for span in item.terms))
    if terms:
        sheet.heading("Names it asks for that the taxonomy does not know")
        sheet.wrapped(clean(", ".join(terms)), "   ", "   ")
        sheet.blank()
    if not report.ungradable:
        _criteria(sheet, report.results, {})
        sheet.heading(f"As an advertisement: {report.quality_total:.0f} of 100")
        for result in report.quality:
            mark = "+" if result.points == result.possible else "-"
            sheet.line(f"   {mark} {clean(result.share)}")
        sheet.blank()
    _notes(sheet, report.notes)
    if look.explain:
        _explain(sheet, report.results)


def _asked(report: PostingReport) -> Iterator[tuple[str, str, Span | None]]:
    posting = report.extraction.posting
    yield (
        "title",
        f"{posting.title} ({posting.level})"
        if posting.level != "other"
        else f"{posting.title} (not product management)",
        None,
    )
    for demand in posting.years:
        span = f"{demand.min:g} to {demand.max:g}" if demand.max else f"{demand.min:g} or more"
        yield "years", f"{span} ({demand.kind}) {demand.subject}", demand.span
    if posting.education_level:
        firm = "required" if posting.education_required else "preferred, or an equivalent"
        yield "education", f"{posting.education_level} ({firm})", None
    if posting.pay:
        pay = posting.pay
        low = _money(pay.min)
        amount = (
            f"{low} or more"
            if pay.max is None
            else f"up to {_money(pay.max)}"
            if not pay.min
            else low
            if pay.max == pay.min
            else f"{low} to {_money(pay.max)}"
        )
        yield "pay", f"{amount} {pay.currency} {'an' if pay.period == 'hour' else 'a'} {pay.period}", pay.span
    else:
        yield "pay", "not given", None
    yield "remote", {True: "yes", False: "no, or in part", None: "not said"}[posting.remote], None


def _money(amount: float) -> str:
    return f"{amount:,.2f}".removesuffix(".00")
