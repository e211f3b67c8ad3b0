"""What a heading looks like where no format marks it as one."""

from __future__ import annotations

import re

_MAX_WORDS = 8
_YEAR = re.compile(r"(?:19|20)\d\d|\b(?:present|current)\b", re.IGNORECASE)
_LARGE = 1.12
# Lines that are nothing but the usual name of a section stand alone, wherever they were printed.
_SECTION = re.compile(
    r"(?:(?:Professional|Work|Relevant|Career|Employment) )?(?:Experience|Summary|History|Profile)|Education(?: and Training)?|Skills|Summary"
    r"|Certifications?|Languages|Interests|References|Projects|Publications|Awards|Accomplishments|Highlights|Additional Information"
)
_NAME = re.compile(
    _SECTION.pattern
    + r"|Experiences?|Employment|Work|Career|Volunteering|Certificates|Tools|Summary|Profile|About(?: me)?|Contact|Training|Courses"
    r"|Honou?rs|Achievements|Memberships|Activities|Hobbies|Referees|Talks|Expertise|Competenc(?:e|ie)s|Objective|Strengths"
    r"|(?:Technical|Key|Core|Professional|Soft) (?:Skills|Competencies|Experience)|Skills (?:&|and) \w+|Education (?:&|and) \w+|Work Experience",
    re.IGNORECASE,
)


def is_section_name(text: str) -> bool:
    """Whether a line is nothing but the usual name of a section."""
    return bool(_SECTION.fullmatch(text))


def is_usual_name(text: str) -> bool:
    """The same in any case, with more names: for lines that also look like a heading."""
    return bool(_NAME.fullmatch(text.strip().rstrip(":")))


def may_be_heading(text: str) -> bool:
    """Whether the words could be a heading: few, no date, no cells, no sentence, no address, no label."""
    words = text.split()
    if not words or len(words) > _MAX_WORDS or _YEAR.search(text) or "\t" in text or text[-1] in ".,;":
        return False
    letters, digits = (sum(map(test, text)) for test in (str.isalpha, str.isdigit))
    return letters > digits and "@" not in text and ": " not in text


def looks_like_heading(text: str, size: float, bold: bool, body: float) -> bool:
    """Whether a line of this type size stands out as a heading over text of size `body`."""
    if not may_be_heading(text):
        return False
    capitals = text.isupper() and len(text) > 3
    return size > _LARGE * body or capitals or (bold and len(text.split()) <= 5)
