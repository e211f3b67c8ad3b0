"""The part of the report that people read about postings: a block for each, and a table where there are several."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Demand, Level
from spm_fit.model.job import Gate, GateStatus, JobFit, JobRequirement, Status
from spm_fit.model.report import Report
from spm_fit.report import Look
from spm_fit.report.safe import clean
from spm_fit.report.sheet import PLACE, Sheet, bar, short, wrap

# A mark, the words and a colour for each status: nothing depends on the colour.
_STATUS = {
    Status.MET: ("+", "met", "green"),
    Status.PARTLY: ("~", "partly", "yellow"),
    Status.NOT_SHOWN: ("-", "not shown", "red"),
    Status.CONTRADICTED: ("!", "contradicted", "red"),
}
_GATES = {
    GateStatus.PASS: ("+", "pass", "green"),
    GateStatus.UNKNOWN: ("?", "unknown", "yellow"),
    GateStatus.FAIL: ("!", "FAIL", "red"),
}
_BAR, _MARK = 28, 14
_TIPS, _WORDS, _QUESTIONS = 5, 4, 4
# Where there are several postings, each has so many tips; a table has so many columns side by side.
_FEW, _COLUMNS, _CELL, _SKILLS = 2, 5, 9, 12


def jobs(sheet: Sheet, report: Report, look: Look) -> None:
    """All postings of a report."""
    several = len(report.jobs) > 1
    if several:
        _table(sheet, report, look)
    for number, job in enumerate(report.jobs, 1):
        _head(sheet, job, f"{number}  " if several else "")
        if job.ungradable:
            sheet.wrapped(clean(f"not compared: {job.ungradable}"), "   ", "   ")
            sheet.blank()
            continue
        _total(sheet, job)
        _gates(sheet, job)
        _requirements(sheet, job, short_form=several and not look.explain)
        _tips(sheet, job, _FEW if several and not look.explain else None if look.explain else _TIPS)
        if look.explain or not several:
            _wording(sheet, job, None if look.explain else _WORDS)
            _questions(sheet, job, None if look.explain else _QUESTIONS)


def place(document: Document, span: Span | None) -> str:
    """``p1:23`` for paged documents, ``line 23`` for others."""
    if span is None:
        return ""
    where = document.locate(span)
    return f"p{where.page}:{where.line}" if where.page else f"line {where.line}"


def _name(job: JobFit) -> str:
    return clean(job.posting.document.path.replace("\\", "/").rpartition("/")[2]) or "posting"


def _head(sheet: Sheet, job: JobFit, number: str) -> None:
    title = clean(job.posting.posting.title)
    text = f" {number}against {_name(job)}" + (f": {title}" if title else "")
    sheet.line((short(text, sheet.width), "bold"))
    sheet.blank()


def _total(sheet: Sheet, job: JobFit) -> None:
    if job.total is None:
        sheet.wrapped("No requirement could be read in it, so nothing is given for it.", "   ", "   ")
        sheet.blank()
        return
    label = f"  {job.total:3.0f}  match  "
    room = sheet.width - len(label) - _BAR - 3
    parts = [part for words in _counts(job) for part in wrap(words, room)]
    sheet.line((label, "bold"), *bar(job.total / 100, _BAR), f"  {parts[0] if parts else ''}")
    for part in parts[1:]:
        sheet.line(" " * (len(label) + _BAR + 2), part)
    sheet.blank()


def _counts(job: JobFit) -> Iterator[str]:
    """The must-haves met, then the nice-to-haves."""
    for kind, words in ((Demand.MUST, "must-haves"), (Demand.NICE, "nice-to-haves")):
        of = sum(requirement.kind is kind and requirement.weight > 0 for requirement in job.requirements)
        if not of:
            continue
        met, partly = job.counted(kind, Status.MET), job.counted(kind, Status.PARTLY)
        yield f"{met} of {of} {words} met" + (f", {partly} partly" if partly else "")


def _gates(sheet: Sheet, job: JobFit) -> None:
    if not job.gates:
        return
    sheet.heading("Hard demands: never points")
    for gate in job.gates:
        _gate(sheet, job, gate)
    sheet.blank()


def _gate(sheet: Sheet, job: JobFit, gate: Gate) -> None:
    mark, word, style = _GATES[gate.status]
    lead = f"   {mark} {word:<8} "
    asked = job.posting.document
    room = sheet.width - len(lead) - PLACE - 1
    words = clean(asked.slice(_asked(job, gate.span))) if gate.span else ""
    text = short(f"{gate.what}: {words}" if words else gate.what, room)
    sheet.sided(text, place(asked, gate.span), lead=(lead, style))
    sheet.wrapped(clean(gate.note), " " * len(lead), " " * len(lead), "dim")
    for span in gate.evidence[:1]:
        _quoted(sheet, _line(sheet.document, span), span, " " * len(lead))


def _asked(job: JobFit, span: Span) -> Span:
    """The requirement that a gate stands in, else its line."""
    inside = (requirement.span for requirement in job.requirements if requirement.span.overlaps(span))
    return next(inside, _line(job.posting.document, span))


def _line(document: Document, span: Span) -> Span:
    end = document.text.find("\n", span.start)
    return Span(document.text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(document.text))


def _requirements(sheet: Sheet, job: JobFit, *, short_form: bool) -> None:
    for kind, heading in ((Demand.MUST, "Must have"), (Demand.NICE, "Nice to have")):
        gated = [gate.span for gate in job.gates if gate.span]
        # What is nothing but a hard demand stands there.
        items = [
            item
            for item in job.requirements
            if item.kind is kind and (item.asks or not any(item.span.overlaps(span) for span in gated))
        ]
        if not items or (short_form and kind is Demand.NICE):
            continue
        sheet.heading(heading)
        for item in items:
            _requirement(sheet, job, item, short_form=short_form)
        sheet.blank()


def _requirement(sheet: Sheet, job: JobFit, item: JobRequirement, *, short_form: bool) -> None:
    mark, word, style = _STATUS[item.status]
    lead = f"   {mark} {word:<{_MARK}}"
    text = clean(job.posting.document.slice(item.span))
    room = sheet.width - cell_len(lead) - PLACE - 1
    where = place(job.posting.document, item.span)
    if short_form:
        sheet.sided(short(text, room), where, lead=(lead, style))
        return
    sheet.sided(text, where, lead=(lead, style))
    indent = " " * cell_len(lead)
    for evidence in item.evidence[:1]:
        _quoted(sheet, evidence.line, evidence.span, indent)
    if item.note:
        sheet.wrapped(clean(item.note), indent, indent, "dim")


def _quoted(sheet: Sheet, line: Span, span: Span, indent: str) -> None:
    """The resume's line below the posting's, with its place; the words that count are in what is shown of it."""
    text = clean(sheet.document.slice(line))
    room = sheet.width - len(indent) - PLACE - 3
    words = clean(sheet.document.slice(span))
    at = text.find(words)
    if at >= 0 and cell_len(text[: at + len(words)]) > room and at > 0:
        text = f"…{text[at:]}"
    sheet.sided(f'"{short(text, room)}"', sheet.place(span), lead=(indent, ""), style="dim")


def _tips(sheet: Sheet, job: JobFit, most: int | None) -> None:
    if not job.tips:
        return
    sheet.heading("What to change for it")
    for tip in job.tips[:most]:
        sheet.sided(clean(tip.text), sheet.place(tip.span), lead=(f"  {tip.gain:+5.1f}  ", "green"))
        sheet.wrapped(clean(tip.hint), " " * 9, " " * 9, "dim")
    sheet.blank()


def _wording(sheet: Sheet, job: JobFit, most: int | None) -> None:
    if not job.wording:
        return
    sheet.heading("Words of the posting that you do not use (no points)")
    for hint in job.wording[:most]:
        theirs, mine = (
            clean(d.slice(s)) for d, s in ((job.posting.document, hint.posting), (sheet.document, hint.resume))
        )
        sheet.sided(f'"{theirs}"; your line says "{short(mine, 40)}"', sheet.place(hint.resume), lead=("   ", ""))
    sheet.blank()


def _questions(sheet: Sheet, job: JobFit, most: int | None) -> None:
    if not job.questions:
        return
    sheet.heading("Be ready for these, where the resume shows little")
    for question in job.questions[:most]:
        sheet.sided(clean(question.text), place(job.posting.document, question.span), lead=("   ", ""))
    sheet.blank()


def _table(sheet: Sheet, report: Report, look: Look) -> None:
    """One column for each posting; a new table where they do not fit beside each other."""
    sheet.heading(f"Against {len(report.jobs)} postings")
    for number, job in enumerate(report.jobs, 1):
        title = clean(job.posting.posting.title)
        sheet.line(short(f"   {number}  {_name(job)}" + (f": {title}" if title else ""), sheet.width))
    sheet.blank()
    for start in range(0, len(report.jobs), _COLUMNS):
        _columns(sheet, report, range(start, min(start + _COLUMNS, len(report.jobs))), look)


def _columns(sheet: Sheet, report: Report, numbers: range, look: Look) -> None:
    wide = sheet.width - _CELL * (len(numbers) + 1) - 4
    picked = [report.jobs[number] for number in numbers]

    def row(label: str, own: str, cells: list[str], style: str = "") -> None:
        sheet.line((f"   {short(label, wide):<{wide}}{own:>{_CELL}}" + "".join(f"{c:>{_CELL}}" for c in cells), style))

    row("", "resume", [str(number + 1) for number in numbers], "bold")
    row("match", "", ["-" if job.total is None else f"{job.total:.0f}" for job in picked])
    for kind, words in ((Demand.MUST, "must-haves met"), (Demand.NICE, "nice-to-haves met")):
        row(words, "", [_met(job, kind) for job in picked])
    for what in dict.fromkeys(gate.what for job in picked for gate in job.gates):
        row(what, "", [_passed(job, what) for job in picked])
    skills = _skills(report, picked)
    for label, own, cells in skills if look.explain else skills[:_SKILLS]:
        row(label, own, cells)
    if len(skills) > _SKILLS and not look.explain:
        sheet.line((f"   and {len(skills) - _SKILLS} more skills with --explain", "dim"))
    sheet.blank()


def _met(job: JobFit, kind: Demand) -> str:
    of = sum(requirement.kind is kind and requirement.weight > 0 for requirement in job.requirements)
    return f"{job.counted(kind, Status.MET)} of {of}" if of else "-"


def _passed(job: JobFit, what: str) -> str:
    return next((_GATES[gate.status][1] for gate in job.gates if gate.what == what), "-")


def _skills(report: Report, picked: list[JobFit]) -> list[tuple[str, str, list[str]]]:
    """The skills asked for, those of most postings first: how the resume shows each, and how much each posting wants it."""
    names = {skill.id: skill.name for skill in report.taxonomy.skills}
    levels: dict[str, Level] = {}
    for mention in report.extraction.mentions:
        levels[mention.skill] = max(levels.get(mention.skill, Level.LISTED), mention.level)
    wanted: dict[str, list[str]] = {}
    for number, job in enumerate(picked):
        for requirement in job.requirements:
            for ask in requirement.asks:
                if ask.id in names:
                    cells = wanted.setdefault(ask.id, ["-"] * len(picked))
                    cells[number] = str(requirement.kind) if cells[number] != "must" else "must"
    words = {Level.LISTED: "listed", Level.DEMONSTRATED: "shown", Level.OUTCOME: "shown"}
    order = sorted(wanted, key=lambda skill: (wanted[skill].count("-"), -wanted[skill].count("must")))
    return [(names[skill], words[levels[skill]] if skill in levels else "no", wanted[skill]) for skill in order]
