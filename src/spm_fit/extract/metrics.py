"""Quantities that say what was achieved or how large the work was, in bullets and the summary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from spm_fit.extract.groups import document_of, got, put
from spm_fit.extract.places import Spans
from spm_fit.extract.quantities.amounts import amounts
from spm_fit.extract.quantities.counted import counts_something, is_year
from spm_fit.extract.quantities.directions import direction
from spm_fit.extract.quantities.durations import Timing, timing
from spm_fit.extract.quantities.names import named
from spm_fit.extract.quantities.nothing import nothing
from spm_fit.extract.quantities.pairs import Quantity, quantities
from spm_fit.extract.quantities.scores import rated
from spm_fit.extract.quantities.senses import sense
from spm_fit.extract.tokens import sentence_spans
from spm_fit.model.document import Document, Span
from spm_fit.model.finding import Bullet, Metric, Section, Sense

_PAID = re.compile(r"\b(?:salary|wage|hourly rate|rate of pay|stipend|pay|paid|ctc|compensation)\b[^.;]{0,20}$", re.IGNORECASE)  # fmt: skip
_WAGE = re.compile(r"\s*(?:/|per|an?)\s*h|\s*hourly", re.IGNORECASE)
# No wage is higher, per hour.
_HIGHEST_WAGE = 500
_WORKLOAD = re.compile(r"\s*(?:travel|remote|time\b|commission|women|female|male|equity|organic|cotton|natural|onsite|hybrid|juice|wool)", re.IGNORECASE)  # fmt: skip
_RHYTHM = re.compile(
    r"\s*(?:/|(?:times )?(?:per|an?\b|each|every))\s*(?:hour|hr|day|week|month|night|shift|year|annum|quarter|term|season)|\s*(?:hourly|daily|weekly)",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(r"\s?times (?:a|per|each|every)\b")
# "cut cost by 38% ($410k a year)": the second says the first once more.
_IN_BRACKETS = re.compile(
    r"\s?\(\s?(?:about|approx\.?|approximately|over|nearly|roughly|some|worth|or|i\.e\.,?|=|to|~)?\s?"
)


@Language.factory("spm_metrics")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that writes `metrics` and gives every bullet its own."""

    def metrics(doc: Doc) -> Doc:
        document = document_of(doc)
        bullets = []
        for bullet in got(doc, "bullets", Bullet):
            found = tuple(m for span in sentence_spans(document.text, bullet.span) for m in find(document, span))
            bullets.append(replace(bullet, metrics=found))
        put(doc, "bullets", bullets)
        claimed = [metric for bullet in bullets for metric in bullet.metrics]
        told = Spans(bullet.span for bullet in bullets)
        for section in got(doc, "sections", Section):
            if section.name != "summary":
                continue
            for span in sentence_spans(document.text, section.body):
                if not told.overlap(span):
                    claimed += find(document, span)
        put(doc, "metrics", claimed)
        return doc

    return metrics


def find(document: Document, span: Span) -> Iterator[Metric]:
    """The metrics of one sentence, in order.

    `value` is the later of from-to and the higher of a range, the part of a part of a whole, 50 for "half" and 33.3 for "a third"
    (in %), 2 for "doubled", 0.5 for "halved". `unit` is %, pp, bps or percentile; a currency's ISO code (empty where no currency
    is named); x; a unit of time; points or stars; rank for "3rd of 120"; empty for other counts.
    """
    text = document.slice(span)
    last: Metric | None = None
    for quantity in _quantities(text):
        metric = _metric(text, quantity)
        if metric is None:
            continue
        if last is not None and _IN_BRACKETS.fullmatch(text, last.span.end, metric.span.start):
            metric = replace(metric, sense=last.sense, direction=last.direction)
        last = metric
        yield replace(metric, span=Span(span.start + metric.span.start, span.start + metric.span.end))


def _quantities(text: str) -> list[Quantity]:
    none = list(nothing(text))
    blocked = Spans([*named(text), *(Span(quantity.start, quantity.end) for quantity in none)])
    free = [a for a in amounts(text) if not blocked.overlap(Span(a.start, a.end)) and not is_year(text, a)]
    read = [*none, *(rated(text, quantity) for quantity in quantities(text, free))]
    return sorted(read, key=lambda quantity: quantity.start)


def _metric(text: str, quantity: Quantity) -> Metric | None:
    span, amount = Span(quantity.start, quantity.end), quantity.amount
    if amount.type == "duration":
        how = timing(text, quantity)
        if how is None:
            return None
        meant = Sense.SCOPE if how is Timing.SIZE else Sense.OUTCOME
        return Metric(span, amount.type, amount.value, amount.unit, meant, how.direction(quantity.rise))
    if _refused(text, quantity):
        return None
    meant = sense(text, quantity)
    return Metric(span, amount.type, amount.value, amount.unit, meant, direction(text, quantity, meant))


def _refused(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is none of the work's: pay, workload, a rhythm, a bare number that counts nothing."""
    amount, after = quantity.amount, text[quantity.end : quantity.end + 40]
    if amount.type == "count":
        return not counts_something(text, quantity) or bool(_HOW_OFTEN.match(after))
    if amount.type == "currency":
        wage = amount.value < _HIGHEST_WAGE and _WAGE.match(after)
        return bool(wage or _PAID.search(text[max(0, quantity.start - 60) : quantity.start]))
    if amount.type == "percent":
        return bool(_WORKLOAD.match(after))
    # "twice a week", but "doubled weekly sign-ups"
    return amount.type == "multiplier" and not amount.sign and bool(_RHYTHM.match(after))
