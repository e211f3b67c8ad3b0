"""What a sentence or a block of a posting is: a demand, a condition of any employment, the employer's own words."""

from __future__ import annotations

import re

from spm_fit.extract.wishes import HARD, is_wish

# So many list items are the list of requirements; what follows without a mark is something else.
LIST = 2
# What follows the requirements where no heading says that they are over: the employer, the law, the web page.
_OVER = re.compile(
    r"\s*(?:#li-|thanks\b|thank you\b|(?:kind |best )?regards\b|(?:the )?(?:annual |base )?(?:salary|pay)\b|employees are\b|base\s*:|401|(?:at|here at) [^,.;]{2,40}, (?:we|our|one)\b|(?:we|our)\b(?! (?:need|require|expect|look|are looking|want|seek|would|value|prefer|hope|ask|ideal)|['’]d )|about (?:the|us|our|your|[A-Z])"
    r"|benefits\b|perks\b|compensation\b|by applying|how to apply|read more|for employees|(?:don['’]t|do not) worry|if you (?:don['’]t|do not)\b|this (?:position|role|job) (?:will|is|offers|pays)|this (?:job|position) description"
    r"|[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3} (?:is (?:a|an|the|one|committed|proud)|provides|offers|believes|acts as|operates)\b|additional salary)"
    r"|.{0,200}\b(?:without regard to|qualified applicants|reasonable accommodation|equal (?:employment )?opportunity|eeo\b|criminal histor)",
    re.IGNORECASE | re.DOTALL,
)
# What the employer has to ask of anybody is no requirement of the job, unless it is printed among them.
_CONDITION = re.compile(
    r"\btravel\b|\bcitizen|\bbackground (?:check|investigation)|\bvaccinat|\bdrug (?:test|screen)|\bselective service|\btrial period|\bdirect deposit"
    r"|\brelocat|\bequal opportunity|\bdisqualif|\bdisclosure report|\bwork status|\bresumes?\b|\bcvs?\b|\bcover letter\b|\b(?:to|by) apply|\bapply (?:now|today|by|for|via|at|online|here|with)\b|\bapplying (?:to|for)\b|\b(?:your|the|complete an?) application\b|\bapplication (?:form|process|deadline|materials)\b|\bqualification determination|\bsend\b|\w@\w"
    r"|\bemployment is\b|\bsalary range\b|\bcovid\b|\baccommodation\b|\bwithout regard\b",
    re.IGNORECASE,
)
# What a sentence says of the employer or its people is asked of nobody.
_EMPLOYER = re.compile(
    r"\W*(?:(?:for|with) (?:over|more than|the (?:last|past))\b.{0,40}\b(?:we|our)\b|(?:we|our|ours)\b(?! (?:need|require|expect|look|are looking|are seeking|want|seek|ideal|candidate|hire someone)|[’']re (?:looking|seeking))"
    r"|join\b|the (?:salary|pay|team|company|founders|office|group|firm)\b|(?:all|every) (?:of us|employees?)\b|(?:you will|you['’]ll) (?:be required to|get|gain|learn|enjoy|join|receive|have access|work (?:with|in|on|closely))\b)",
    re.IGNORECASE,
)
_STRONG = r"(?:strong|excellent|solid|exceptional|outstanding|good|deep|proven|demonstrated)\s+(?:[\w/&-]+,?\s+){0,4}(?:skills?|knowledge|understanding|background|experience|communicat\w+|command|grasp|abilit\w+|sense|ethic|record|acumen|attention|judge?ment|proficiency|fluency)"
_DEMAND = re.compile(
    rf"\b(?:years?|yrs)\b[^.]{{0,40}}\bexperience|\b(?:degree|bachelor|master)\b|\b{_STRONG}\b|\b(?:experience (?:in|with|as|of|\w+ing)|ability to"
    r"|knowledge of|proficien\w+|familiarity|understanding of|skills|willing(?:ness)? to|track record|(?:need|want|look\w* for|seek\w*) (?:someone|somebody|a person|people|candidates?)|must (?:have|be|hold|possess|speak)|you will (?:need|have)|you should|(?:role|position|job) requires|required|essential|you have|comfortable)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\byears?\b|\brequires\b", re.IGNORECASE)
_WILLING = re.compile(r"\bwilling|\bable to travel", re.IGNORECASE)
# "Location: Berlin" among the requirements of a page is no requirement.
_FACT = re.compile(r"\s*[^\n:]{0,20}:?\s*[$€£]\s?\d[\d,.]*\s*$|\s*(?:location|salary|ctc|pay|compensation|department|reports to|job type|employment type|schedule|shift|start date|deadline|contract)\s*:", re.IGNORECASE)  # fmt: skip
_YEARS = re.compile(r"\byears? of\b", re.IGNORECASE)
# How an authority counts experience and schooling is no demand of its own.
_COUNTING = re.compile(r"\b(?:combination|equivalent) of (?:education|experience|training)\b.{0,200}\bqualifying\b|\btypical way to (?:obtain|gain)\b|\bmay (?:be )?substitut\w+ for\b|\b(?:will|may|can) be (?:considered|accepted) (?:in lieu|instead) of\b", re.IGNORECASE)  # fmt: skip


def ends(text: str, items: int) -> bool:
    """Whether a paragraph ends the requirements: it says so, or stands after a list and asks for nothing."""
    return bool(_OVER.match(text)) or (items >= LIST and not (_DEMAND.search(text) or is_wish(text)))


def leads(text: str) -> bool:
    """Whether a paragraph only leads into the list below it."""
    return text.rstrip().endswith(":") and not _YEARS.search(text)


def asks(text: str, *, duties: bool) -> bool:
    """Whether a sentence outside the qualifications asks for one; among duties it must say so plainly."""
    if is_condition(text) or is_employer(text):
        return False
    plain = bool(HARD.search(text) or _PLAIN.search(text))
    return bool(_DEMAND.search(text)) and (plain or not duties)


def is_condition(text: str) -> bool:
    """Whether it is what the employer has to ask of anybody."""
    return _CONDITION.search(text) is not None


def is_aside(text: str) -> bool:
    """Whether a sentence is no requirement: a condition that nobody has to be willing to, a fact of the job."""
    if leads(text) or is_fact(text) or _OVER.match(text):
        return True
    return is_condition(text) and not _WILLING.search(text)


def is_fact(text: str) -> bool:
    """Whether it is a fact of the job: its place, its pay."""
    return _FACT.match(text) is not None


def is_employer(text: str) -> bool:
    """Whether it speaks of the employer or its people."""
    return _EMPLOYER.match(text) is not None


def is_counting(text: str) -> bool:
    """Whether it says how experience and schooling are counted."""
    return _COUNTING.search(text) is not None
