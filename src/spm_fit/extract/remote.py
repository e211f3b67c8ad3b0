"""Where the work is done: remote or not, by what a posting says of the job and not of its subject."""

from __future__ import annotations

import re

from spm_fit.extract.posting_sections import own_text

_JOB = r"(?:role|position|job|work|working|opportunity|office|setup|set-up|schedule|model|policy|basis|arrangement|workplace|employee|pattern)"
_DAYS = r"(?:\d|one|two|three|four|five)(?:\s?(?:[-–]|to|or)\s?(?:\d|one|two|three|four|five))?\s+(?:full )?days?"
_IN_LINE = r"(?:^|[-–—|,/(;:•\t]|\bor)[ \t]*"
_LINE_END = r"[ \t]*(?:$|[-–—|,/);•\t(]|\bor\b|\bin\b)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


# The first kind that is said decides, from the plainest word to the vaguest.
_SAID: tuple[tuple[bool, re.Pattern[str]], ...] = (
    (
        False,
        _any(
            rf"\bremote(?:[- ](?:{_JOB}|eligible))?\s*[:?]\s*(?:no|not|hybrid|on-?site)\b",
            r"\btele(?:work|commut\w+)(?: eligible)?\s*[:?]\s*(?:no|not)\b",
            rf"\b(?:not|no|non)[- ](?:an? |fully |offer |open to |eligible for )*(?:remote|tele(?:work|commut\w+))(?:ly)?(?: (?:{_JOB}|candidates|applicants)\b|[.,;]|$)",
            r"\bremote work (?:is|will) not\b|\bno remote\b|\bremote is not\b",
            r"#li-(?:hybrid|onsite)\b",
        ),
    ),
    (
        False,
        _any(
            rf"\b(?:hybrid|partial(?:ly)?|partly|mostly)[- ]remote\b|\bremote[- ]hybrid\b|\b{_DAYS}[- ](?:a week |per week |of )?(?:remote|from home|home office|wfh)\b",
            rf"\bremote\b[^.\n]{{0,20}}\b(?:up to|{_DAYS}|days)\b(?! (?:a year|per year|of))[^.\n]{{0,20}}|\bremote work up to\b|\b(?:occasional|limited|some) (?:remote|wfh|work from home)\b|\b(?:work(?:ing)?|home)[- ](?:from[- ]home|remotely|office) (?:up to |for )?{_DAYS}\b",
            rf"\b(?:up to )?{_DAYS} (?:a|per|each) week (?:remote|from home)\b",
        ),
    ),
    (
        True,
        _any(
            r"\b(?:fully|100\s?%|completely|permanent(?:ly)?|entirely|all)[- ](?:remote|distributed|virtual)\b",
            r"#li-remote\b|\bremote(?:[- ](?:role|position|job|work|eligible))?\s*[:?]\s*(?:yes|true|fully)\b",
            r"\b(?:location|workplace|work type|job type|site)s?(?: type)?\W[^\n.]{0,60}\b(?:remote|anywhere)\b(?! (?:sens|patient|monitor|control|desktop))",
            r"^[^\w\n]*remote\b(?=[ \t]*(?:$|[-–—|,(/.:]|in\b|within\b|from\b|first\b|only\b|or\b|with\b|and\b))",
        ),
    ),
    (
        False,
        _any(
            rf"\bhybrid[- ](?:{_JOB}|in\b|from\b|\()|\b(?:is|as|are|a|on an?|work(?:ing)?|:) hybrid(?=[ \t]*(?:$|[.,;(/]|and\b|with\b|{_JOB}))|{_IN_LINE}hybrid(?={_LINE_END})",
            rf"{_IN_LINE}on-?\s?site(?={_LINE_END})|\b(?:is|be|work(?:s|ing)?|are|fully|100\s?%|days|mostly|required|based) on-?\s?site\b(?! (?:support|visits?|gym|park|child|customer|training))|\bon-?site (?:role|position|job|work|only|in [A-Z]|\d|{_DAYS}|presence|required)",
            r"\bin[- ]person (?:role|position|job|work)\b|\bwork(?:s|ing)?(?: (?:location|together|closely))?\W{1,3}in[- ]person\b|\bposition is in[- ]person\b",
            r"\boffice[- ]based\b|\bin[- ]office\b|\b(?:based|present|located|work(?:s|ing)?|be|is) (?:in|at|from|out of) (?:the|our|one of our) (?:[\w’']+ ){0,3}offices?\b",
            rf"\b{_DAYS} (?:(?:a|per|each) week )?(?:in|at|on|from) (?:the |our |an? )?(?:[\w’']+ ){{0,2}}(?:office|hub|on-?site|site|hq|person)\b|\bin the office\b[^.\n]{{0,20}}\b(?:days?|full[- ]time)\b",
            rf"\b{_DAYS} (?:a|per|each) week\b[^.\n]{{0,20}}\b(?:in|on)[- ](?:(?:the |our )?(?:[\w’']+ )?office|site|person)\b",
        ),
    ),
    (
        True,
        _any(
            rf"\bremote[- ](?:first|only|friendly|within|eligible|based|option|us\b|usa\b|{_JOB}\b)|\b(?:is|be|are|work(?:ing)?|company|team|position) (?:fully |100% )?remote(?=[ \t]*(?:$|[.,;(]|and\b|but\b|with\b|within\b|in\b|from\b))",
            rf"{_IN_LINE}remote(?={_LINE_END})|\(remote\b|\bor remotely\b",
            r"\bwork(?:ing)?[- ]from[- ](?:home|anywhere)\b|\bwork(?:s|ing|ed)? remotely\b|\b(?:based|live|located) anywhere\b|\b(?:performed|done) remotely\b|\bremotely (?:based|in|from|anywhere)\b",
            r"\bhome[- ]based\b|\bvirtual position\b|\btelecommut\w+\b|\bfull[- ]time telework\b|\btelework (?:position|role|job)\b|\bdistributed company\b|\b(?:we are|is|are|operates?|operating) (?:an? )?(?:fully |globally )?distributed (?:team|workforce|organi[sz]ation)\b|\bremote\b[^\w\n]{0,3}(?:usa?|uk|eu|emea|canada|united)\b",
        ),
    ),
    (False, _any(r"\b(?:in|from) an office (?:setting|environment)\b")),
)  # fmt: skip


def remote(text: str) -> bool | None:
    """Whether the work is remote: hybrid and on-site are not, silence is None."""
    text = own_text(text)
    return next((answer for answer, pattern in _SAID if pattern.search(text)), None)
