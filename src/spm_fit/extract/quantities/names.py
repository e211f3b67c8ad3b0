"""Numbers that are no quantities: names, versions, standards, places in a list, dates, clock times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spm_fit.extract.dates import periods, single_dates
from spm_fit.model.document import Span

# A number after one of these words names a thing.
_NUMBERED = (
    "web industry phase page tier level layer soc grade type stage series version v title part chapter windows suite building route highway "
    "interstate gen generation ios android python java html css exchange rule division annex appendix formula studio motel pier hangar band "
    "nvq btec apt angular postgres php ubuntu rhel oracle node vue rails django spring war vitamin omega"
)  # fmt: skip
# These may be verbs or heads as well ("Train 20 nurses"): a plural after the number makes it a quantity.
_AT_TIMES = (
    "train track schedule issue release form exit figure model group case ticket step question item line server sprint wave platform gate channel district zone ward "
    "cohort batch option act lot floor table exhibit schedule flight station id ref number revision topic game match round "
    "key article unit class section room"
)  # fmt: skip
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_SMALL = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NOT_THINGS = r"(?!\+?\s(?:[a-z'-]+\s){0,2}[a-z'-]+s\b)"


def _any(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=len, reverse=True))


_NAMES = (
    # A number in a set phrase.
    r"\b24\s?[/x×]\s?[57](?:\s?[/x×]\s?365)?|\b80/20|\b50/50|\bone[- ](?:on|to)[- ]one|\b360[- ]?(?:degrees?\b|°|(?=\s+[a-z]+(?<!s)\b))|\b(?:401|510|403)\s?\(?[kb]\)?(?![a-z])|\b9[- ]to[- ]5\b",
    r"\b(?:fortune|ftse|s&p|nasdaq|forbes|inc\.? (?=500)|dow|cac|dax|nifty|russell|big|top)[\s-]*(?:\d+\b(?!\s?%|\s?percent)|(?:ten|five|four|three|twenty|hundred)\b)|\b\d0 under \d0\b",
    r"\b(?:six|6)[\s-]sigma|\b(?:five|5)\s(?:whys|forces)|\b(?:four|4|seven|7)\s?ps\b|\bthree[- ]phase\b|\b\d+[- ](?:lead|factor|phase|axis|pin|bit|speed|stroke|cylinder|gauge)\b",
    r"\bzero[- ](?:trust|based|day|sum|touch|tolerance|waste|carbon|emissions?|knowledge|coupon|code|shot|harm|hour|rated|click|copy|g|budget)\b|\b(?:net|ground|absolute|near|below|sub|day)[- ]zero\b",
    r"\bone of (?:(?:the|only|just|our|its|my|their|his|her) )*(?:two|three|four|five|six|seven|eight|nine|[2-9])\b|\bone (?:of (?!\w+ (?:out|in)\b)|more\b|another\b|time\b|stop\b|such\b)|\bone-[a-z]+|\btwo[- ](?:way|factor|sided|part|pronged)\b|\b[2-4][- ]in[- ](?:1|one)\b|\b(?:18|16|21)\+(?=\W|$)(?! [a-z]+s\b)",
    r"\b[248]k (?:video|resolution|displays?|tvs?|monitors?|uhd|footage|cameras?)|\b(?:5|10|15)k (?:runs?|races?|walk|charity|fun)\b",
    # A number behind what it numbers: "Phase 2", "ISO 27001", "Q3 2021", "issue #431".
    rf"\b(?:{_any(_NUMBERED)})(?:(?<!s)(?:s|es))?[\s-](?:#|no\.?\s)?(?:{_SMALL}\b|\d[\d.]*)(?:\s?(?:[-–/,&]|and|to|or|of|thru|through)\s?(?:\d[\d.]*|{_SMALL})\b)*(?![\d%]|,\d|\s?(?:%|percent|per cent))",
    rf"\b(?:{_any(_AT_TIMES)})[\s-](?:{_SMALL}|\d{{1,4}})\b{_NOT_THINGS}(?![\d%.]|,\d|\s?(?:%|percent|per cent|to\b|->|→|of\b)|-(?=[a-z]))",
    rf"\b(?<!per )(?<!a )(?<!each )(?<!every )(?:year|day|week|month)[\s-]{_SMALL}\b{_NOT_THINGS}|\byears?\s{_SMALL}\b(?:\s?(?:-|–|and|to|or)\s?(?:year\s)?{_SMALL}\b)?(?=\s(?:pupils|students|children|class|classes|maths|english|science|tutor))",
    r"\b(?:q[1-4]|h[12]|fy|cy)(?:[\s'’-]?(?:\d{4}|\d{2})(?![\d%]))?\b|#\s?\d+(?! (?:out )?of \d)|№\s?\d+|§+\s?\d+|\bno\. ?\d+(?! (?:out )?of \d)|\bnumber (?:\d{1,2}|one|two)\b",
    r"\b\d+\.\d+\.\d+\b(?!\.?\d*\s?€)|\b\d\.0\b(?!\s?(?:%|x\b|stars|to\b|->|→|/))(?<!to 4\.0)|\bgpa\b\W{0,3}(?:of )?\d\.\d+(?:\s?/\s?\d(?:\.\d+)?)?|\b\d\.\d+(?:\s?/\s?\d(?:\.\d+)?)? gpa\b",
    # Ordinals, dates, clock times, ages.
    rf"\b\d+(?:st|nd|rd|th)\b(?! percentile|(?: place)?(?: out)? of \d)|\b9/11\b|\b(?:[12]\d|3[01]|0?[1-9])\s(?:of\s)?{_MONTH}\b|\b{_MONTH}\.?\s(?:[12]\d|3[01]|[1-9])\b(?!\d|,\d{{3}}|\s?%){_NOT_THINGS}",
    r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b\d{1,2}\so['’]clock\b|\b(?:mid|early|late|the)[- ](?:19|20)?\d0s\b|\b(?:19|20)\d0s\b|\bin (?:their|his|her) \d0s\b",
    rf"\b(?:ages?|aged)\s(?:of\s|from\s|between\s)?{_SMALL}(?:\s?(?:-|–|to|and)\s?{_SMALL})?\b|\b{_SMALL}(?:\s?(?:-|–|to)\s?{_SMALL})?[- ]years?[- ]olds?\b",
    # Telephone, measures of devices, ratios of gears and marks.
    r"\b\d+ cents (?:on|in) the\b|(?<!\d)(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b(?:tel|phone|fax)\.?:?\s[\d +()-]{6,}|(?<![\d.])\b\d+(?:x| x )\d+\b|\bt[+-]\d\b|(?<!roi of )(?<!roas of )\b\d{1,2}:\d\b(?!\s(?:return|roi|roas))",
    r"\b\d+\s?(?:wpm|dpi|rpm|mph|kph|mhz|ghz|hz|volts?|kv|amps?|psi|db|nm|cm|px)\b|\b\d+(?:\.\d+)?[- ](?:mile|foot|inch|metre|meter|yard)\b",
)
# Those where a capital letter tells: standards, codes, postal codes, streets.
_EXACT = (
    r"\b(?:ISO|IEC|EN|DIN|ASTM|NIST|IEEE|RFC|IFRS|IAS|ASC|SFAS|FAS|CFR|PCI DSS|WCAG|HL7|AS|BS|TS|IATF|SAE|NFPA|CMMI|OAuth|TLS|SB|HB|AB|API|SQL Server|Part|MS|AZ)[\s-]?(?:[Ll]evel\s)?\d[\d.:-]*(?:/\d+)?|\b\d{1,2} CFR\b(?: Part \d+)?",
    r"(?:(?<![$€£.,])\b3M\b|\b7-Eleven|\b(?:Office|Dynamics|Microsoft|M|D)\s?365\b|\bSAP R/3|\b(?:1099|1040)\b|\bW-?[249]\b|\bI-?9\b|\bS/4|\bYears? (?:\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix))(?! (?:views|users|downloads|visitors|members|unique|monthly|active|annual))",
    r"\b[A-Z]{2},?\s\d{5}(?:-\d{4})?\b|\b\d{1,5}\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Blvd|Boulevard|Court|Place|Way)\b|\b[A-Z]{1,4}-\d{1,4}\b|\b20[0-4]\d[-–/]\d\d\b",
)
_NAME = re.compile("|".join(f"(?:{name})" for name in _NAMES), re.IGNORECASE)
_CODE = re.compile("|".join(f"(?:{name})" for name in _EXACT))


def named(text: str) -> Iterator[Span]:
    """The stretches of a sentence whose numbers count nothing."""
    inner = Span(0, len(text))
    for pattern in (_NAME, _CODE):
        for match in pattern.finditer(text):
            yield Span(*match.span())
    for span, date in single_dates(text, inner):
        if date.month is not None:
            yield span
    for span, _ in periods(text, inner):
        yield span
