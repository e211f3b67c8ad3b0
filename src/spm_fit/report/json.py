"""JSON, schema_version "1": stable names; docs/schema/ publishes its JSON Schema."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from spm_fit import __version__
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Demand, Extraction, Level, Mention, Metric, RoleKind, Unlisted
from spm_fit.model.period import Band, months
from spm_fit.model.report import Note, PostingReport, Report, Result, Tip
from spm_fit.model.taxonomy import Role, SkillKind, Taxonomy
from spm_fit.report import Look
from spm_fit.report.json_jobs import jobs

SCHEMA_VERSION = "1"
Object = dict[str, Any]


def render(report: Report | PostingReport, look: Look) -> str:
    """One object, two spaces of indent, keys in the order of the schema."""
    value = _resume(report) if isinstance(report, Report) else _posting(report)
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _resume(report: Report) -> Object:
    found, document = report.extraction, report.extraction.document
    places = _Places(document)
    return {
        **_head(report.taxonomy, report.role, report.version),
        "role_chosen": report.chosen or None,
        "as_of": report.as_of.isoformat(),
        "document": _document(document, report.ungradable),
        "score": None if report.ungradable else {
            "total": report.total,
            "criteria": [
                {**places.result(result), "tips": [places.tip(tip) for tip in report.tips if tip.criterion == result.id]}
                for result in report.results
            ],
        },
        "skills": [*_skills(places, report.taxonomy, found.mentions, report, demand=False), *_unlisted(places, found, demand=False)],
        "missing": [skill.id for skill in report.taxonomy.competencies() if all(m.skill != skill.id for m in found.mentions)],
        "experience": {
            "months": _band(report.months),
            "product_months": _band(report.product_months),
            "claimed": [{"years": claim.years, "subject": claim.subject, **places.quoted(claim.span)} for claim in found.claims],
            "roles": [
                {
                    "title": position.title,
                    "organization": position.organization,
                    "start": str(position.period.start) if position.period.start else None,
                    "end": position.period.end_text(),
                    "months": _band(months([position.period], report.as_of)),
                    "product": position.product,
                    "own": position in report.held,
                    "related": position.related,
                    "level": position.level,
                    "kind": str(position.kind),
                    "location": places.of(position.span),
                }
                for position in found.positions
            ],
            "internship_months": _band(months((p.period for p in found.positions if p.kind is RoleKind.INTERNSHIP), report.as_of)),
            "volunteer_months": _band(months((p.period for p in found.positions if p.kind is RoleKind.VOLUNTEER), report.as_of)),
        },
        "bullets": [_bullet(places, report, number) for number in range(len(found.bullets))],
        "metrics": [places.metric(metric) for metric in found.metrics],
        "education": [
            {"level": e.level, "field": e.field, "end_year": e.end_year, "location": places.of(e.span)} for e in found.education
        ],
        "contacts": [{"kind": c.kind, "location": places.of(c.span)} for c in found.contacts],
        "sections": _sections(report, places),
        "tips": [places.tip(tip) for tip in report.tips],
        "next_step": _next_step(report),
        "findings": [places.note(note) for note in report.notes],
        **jobs(report, places, _Places, _asked),
    }  # fmt: skip


def _posting(report: PostingReport) -> Object:
    found, document = report.extraction, report.extraction.document
    places = _Places(document)
    return {
        **_head(report.taxonomy, report.role, report.version),
        "role_chosen": report.chosen or None,
        "document": _document(document, report.ungradable),
        "posting": _asked(found, places),
        "score": None if report.ungradable else {"total": report.total, "criteria": [places.result(r) for r in report.results]},
        "quality": None if report.ungradable else {"total": report.quality_total, "criteria": [places.result(r) for r in report.quality]},
        "skills": [*_skills(places, report.taxonomy, found.mentions, None, demand=True), *_unlisted(places, found, demand=True)],
        "findings": [places.note(note) for note in report.notes],
    }  # fmt: skip


def _asked(found: Extraction, places: _Places) -> Object:
    """What a posting asks."""
    posting = found.posting
    years, pay = posting.primary_years, posting.pay
    return {
        "title": posting.title,
        "level": posting.level,
        "years": [
            {"min": _whole(y.min), "max": _whole(y.max), "subject": y.subject, "kind": str(y.kind), **places.quoted(y.span)}
            for y in posting.years
        ],
        "primary_years": {"min": _whole(years.min), "max": _whole(years.max)} if years else None,
        "education": {"level": posting.education_level, "required": posting.education_required} if posting.education_level else None,
        "pay": {"min": _whole(pay.min), "max": _whole(pay.max), "currency": pay.currency, "period": pay.period} if pay else None,
        "remote": posting.remote,
        "requirements": [
            {
                **places.quoted(requirement.span),
                "kind": str(requirement.kind),
                "skills": list(dict.fromkeys(m.skill for m in found.mentions if requirement.span.contains(m.span))),
                "terms": [places.text(span) for span in requirement.terms],
            }
            for requirement in posting.requirements
        ],
    }  # fmt: skip


class _Places:
    """Spans of one document as JSON gives them."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, span: Span | None) -> Object | None:
        if span is None:
            return None
        place = self._document.locate(span)
        return {
            "line": place.line,
            "column": place.column,
            "end_line": place.end_line,
            "end_column": place.end_column,
            "page": place.page,
        }

    def text(self, span: Span) -> str:
        return self._document.slice(span)

    def quoted(self, span: Span) -> Object:
        return {"text": self.text(span), "location": self.of(span)}

    def evidence(self, span: Span) -> Object:
        return {"text": self.text(_line(self, span)), "alias": self.text(span), "location": self.of(span)}

    def result(self, result: Result) -> Object:
        return {
            "id": result.id,
            "points": result.points,
            "possible": _whole(result.possible),
            "parts": [
                {
                    "id": part.id,
                    "points": round(part.points, 4),
                    "possible": _whole(round(part.possible, 4)),
                    "share": round(part.share, 6),
                    "value": _whole(round(part.value, 6)),
                    "full": _whole(round(part.full, 6)),
                }
                for part in result.parts
            ],
            "because": [{"text": b.text, "location": self.of(b.span)} for b in result.because],
            "missing": list(result.missing),
        }

    def tip(self, tip: Tip) -> Object:
        return {"rule": tip.rule, "text": tip.text, "hint": tip.hint, "gain": tip.gain, "location": self.of(tip.span)}

    def note(self, note: Note) -> Object:
        return {
            "rule": note.rule,
            "name": note.name,
            "severity": str(note.severity),
            "message": note.message,
            "location": self.of(note.span),
        }

    def metric(self, metric: Metric) -> Object:
        return {
            "text": self.text(metric.span),
            "type": metric.type,
            "value": _whole(metric.value),
            "unit": metric.unit,
            "sense": str(metric.sense),
            "direction": metric.direction,
            "location": self.of(metric.span),
        }


def _next_step(report: Report) -> Object | None:
    step = report.next_step
    if step is None:
        return None
    return {"role": step.role.id, "total": step.total, "gaps": [asdict(gap) for gap in step.gaps]}


def _head(taxonomy: Taxonomy, role: Role, version: str) -> Object:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "spm-fit", "version": __version__},
        "taxonomy": {"digest": taxonomy.digest},
        "role": role.id,
        "scoring": {"version": version, **_numbers(taxonomy, role)},
    }


def _numbers(taxonomy: Taxonomy, role: Role) -> Object:
    """What the role's file says: with it a score can be found again by hand."""
    return {
        "level": role.level,
        "years": dict(zip(("least", "usual", "ample"), role.years, strict=True)),
        "weights": dict(role.weights),
        "areas": dict(role.areas),
        "competencies": [
            {"id": skill.id, "area": skill.area, "weight": dict(role.skills).get(skill.id, skill.weight)}
            for skill in taxonomy.competencies()
        ],
        "tools": list(role.tools),
        "titles": list(role.titles),
        "scale": {
            part: {key: dict(v) if key == "lesser" else v for key, v in numbers.items()}
            for part, numbers in asdict(role.scale).items()
        },
    }


def _document(document: Document, ungradable: str) -> Object:
    quality = document.quality
    problems: list[Object] = [
        {"name": p.name, "message": p.message, "severity": str(p.severity), "page": p.page} for p in quality.problems
    ]
    if ungradable:
        problems.append({"name": "not-gradable", "message": ungradable, "severity": "error", "page": None})
    return {
        "path": document.path,
        "format": document.format,
        "pages": quality.pages,
        "words": quality.words,
        "columns": quality.columns,
        "gradable": not ungradable,
        "problems": problems,
    }


def _bullet(places: _Places, report: Report, number: int) -> Object:
    bullet = report.extraction.bullets[number]
    verb = bullet.verb
    return {
        "text": places.text(bullet.span),
        "opener": places.text(verb.span) if verb else None,
        "lemma": verb.lemma if verb else None,
        "strength": str(verb.strength) if verb else "none",
        "metrics": [places.metric(metric) for metric in bullet.metrics],
        "section": bullet.section,
        "place": report.places[number] if report.places else None,
        "bare": number in report.bare,
        "relevant": number in report.relevant,
        "words": len(places.text(bullet.span).split()),
        "first_person": any(bullet.span.contains(span) for span in report.extraction.first_person),
        "location": places.of(bullet.span),
    }


def _skills(
    places: _Places, taxonomy: Taxonomy, mentions: tuple[Mention, ...], report: Report | None, *, demand: bool
) -> list[Object]:
    worth, intros = (dict(report.worth), dict(report.intros)) if report else ({}, {})
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.skill, []).append(mention)
    result = []
    for skill in taxonomy.skills:
        evidence = grouped.get(skill.id)
        if not evidence:
            continue
        evidence.sort(key=(lambda m: (-m.demand, m.span.start)) if demand else (lambda m: (-m.level, m.span.start)))
        best = str(evidence[0].demand if demand else evidence[0].level)
        result.append(
            {
                "id": skill.id,
                "name": skill.name,
                "kind": str(skill.kind),
                "area": skill.area,
                "demand" if demand else "level": best,
                **({} if demand else {"worth": worth.get(skill.id)}),
                "evidence": [
                    {
                        **places.evidence(m.span),
                        **({} if demand else {"level": str(m.level), "bullet": m.bullet, "place": intros.get(m.span)}),
                    }
                    for m in evidence
                ],
            }
        )
    return result


def _unlisted(places: _Places, found: Extraction, *, demand: bool) -> list[Object]:
    """Tools that no entry knows, each by its printed name."""
    grouped: dict[str, list[Unlisted]] = {}
    for tool in found.unlisted:
        grouped.setdefault(tool.id, []).append(tool)
    return [
        {
            "id": tool_id,
            "name": tools[0].name,
            "kind": str(SkillKind.TOOL),
            "area": None,
            "demand" if demand else "level": str(Demand.MENTIONED if demand else Level.LISTED),
            "evidence": [places.evidence(tool.span) for tool in tools],
        }
        for tool_id, tools in sorted(grouped.items())
    ]


def _line(places: _Places, span: Span) -> Span:
    """The line of the document that a span stands in."""
    text = places._document.text
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))


def _sections(report: Report, places: _Places) -> list[Object]:
    return [
        {
            "name": section.name,
            "heading": places.text(section.heading) if section.heading else None,
            "location": places.of(section.heading or Span(section.body.start, section.body.start + 1)),
        }
        for section in report.extraction.sections
    ]


def _band(band: Band) -> Object:
    return {"low": band.low, "high": band.high}


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
