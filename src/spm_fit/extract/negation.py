"""What is denied, only wished for, or said of a superior is no evidence of a skill."""

from __future__ import annotations

import re

from spm_fit.model.document import Span

_LESS = r"\b(?:no|not(?! only| just)|never|without|lack(?:s|ing)?|limited|little|zero)\s+(?:any\s+|much\s+|prior\s+|formal\s+|yet\s+)*"
_OF_WHAT = r"(?:experience|knowledge|exposure|background|training|skills?|familiarity)?\s*(?:in|with|of|on|for|required|yet)?\s*"
_WISH = (
    r"\b(?:eager|keen|hop(?:e|es|ing)|wants?|wanting|wish(?:es|ing)?|looking|seek(?:s|ing)?|excited|plan(?:s|ning)?|aim(?:s|ing)?|aspir\w+|willing|ready|curious"
    r"|interest(?:ed)?|would (?:love|like))\s+(?:in\s+|to\s+|about\s+|one day\s+)+"
)
_LEARN = (
    r"(?:learn\w*|study\w*|get\w*|gain\w*|develop\w*|acquir\w*|understand\w*|explor\w*|improv\w*|deepen\w*|know\w*|grow\w*|strengthen\w*|broaden\w*|expand\w*"
    r"|refin\w*|practi[cs]\w*|mov(?:e|ing) into|switch\w*|transition\w*)"
)
_TO_LEARN = rf"{_LEARN}\s+"
_WORDS = r"(?:[\w/&+#'’-]+,?\s+)"
_BEFORE = re.compile(
    rf"{_LESS}{_OF_WHAT}(?:[\w/&+#-]+,?\s+(?:(?:and|or|in|with)\s+)?){{0,3}}$"
    rf"|{_WISH}{_TO_LEARN}{_WORDS}{{0,5}}$"
    rf"|\bwould (?:love|like) to (?:one day )?{_WORDS}{{0,4}}$"
    rf"|\b(?:currently|now|still|begun|started|starting)\s+(?:to\s+)?(?:learn(?:ing)?|studying)\s+{_WORDS}{{0,3}}$"
    # "Reported to the Head of User Research"
    rf"|\breport(?:s|ed|ing)?(?: directly)? (?:in)?to {_WORDS}{{0,2}}(?:head|director|manager|vp|vice president|chief|lead|leadership|president|officer)s?\s+(?:of\s+|for\s+|, )?{_WORDS}{{0,3}}$",
    re.IGNORECASE,
)
# A match may begin with the verb itself: "excited to explore data analysis".
_LEARNING = re.compile(rf"{_LEARN}\s+", re.IGNORECASE)
_REPORTING_LINE = re.compile(r"\breport(?:s|ed|ing)?(?: directly)? (?:in)?to (?:the |a |our |my )?$", re.IGNORECASE)
_TITLE_AFTER = re.compile(
    r"\s*(?:\w+\s+)?(?:head|director|manager|vp|chief|lead|president|officer|of the)\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"^\W*(?:\w+\s+){0,2}(?:is |are |was |were )?(?:not (?:required|necessary|needed|part of|among|my)|is no requirement)",
    re.IGNORECASE,
)
# So many characters before and after a match say whether it is meant.
_REACH = 240


def negated(text: str, whole: Span, span: Span) -> bool:
    """Whether a match (`span`) in a sentence (`whole`) is denied, wished for, or part of a superior's title."""
    start = max(whole.start, span.start - _REACH)
    after = text[span.end : min(whole.end + 1, span.end + _REACH)]
    first = _LEARNING.match(text, span.start, span.end)
    if _BEFORE.search(text, start, first.end() if first else span.start) or _AFTER.match(after):
        return True
    return bool(_REPORTING_LINE.search(text, start, span.start) and _TITLE_AFTER.match(after))
