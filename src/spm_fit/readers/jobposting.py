"""schema.org JobPosting: laid out as a posting is printed. It comes as JSON-LD in web pages and as files of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spm_fit.model.document import BlockKind
from spm_fit.readers.flow import Piece, heading
from spm_fit.readers.source import Decoded, Run, cut, text_of
from spm_fit.readers.tree import Items, Mapping, Node, Scalar
from spm_fit.readers.web.blocks import fragment
from spm_fit.readers.web.lines import runs as decoded

# What may stand in the description as well, with the heading that the property implies; in the order of a posting.
_SECTIONS = (
    ("employerOverview", "About us"),
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("experienceRequirements", "Experience"),
    ("skills", "Skills"),
    ("educationRequirements", "Education"),
    ("eligibilityToWorkRequirement", "Work permit"),
    ("securityClearanceRequirement", "Security clearance"),
    ("physicalRequirement", "Physical requirements"),
    ("specialCommitments", "Commitments"),
    ("workHours", "Hours"),
    ("jobBenefits", "Benefits"),
    ("incentiveCompensation", "Incentives"),
)
# Where a value is a thing, the property that says it.
_SAID = ("name", "credentialCategory", "description", "text", "@value", "value")
_EMPLOYMENT = {
    "FULL_TIME": "Full-time", "PART_TIME": "Part-time", "CONTRACTOR": "Contractor", "TEMPORARY": "Temporary", "INTERN": "Intern",
    "VOLUNTEER": "Volunteer", "PER_DIEM": "Per diem", "OTHER": "Other",
}  # fmt: skip
_MARKUP = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9]{0,12}(?:\s[^<>]{0,500})?/?|!--)>?")
_ESCAPED = re.compile(r"&lt;\s?/?[a-zA-Z][a-zA-Z0-9]{0,12}[\s/&]|&amp;(?:[a-z]{2,8}|#\d{1,6});")
_ESCAPES = 3
_WORD = re.compile(r"\w+")
_AMOUNT = re.compile(r"\d{4,7}(?=\.0*$|$)")
_FRACTION = re.compile(r"\.0*$")
_SAME = 0.8
_MOST = 50
_TYPE = re.compile(r"(?:.*[/:])?JobPosting")


def postings(node: Node) -> list[Mapping]:
    """Every JobPosting in a tree, wherever it stands: in a list, in "@graph", as part of another thing."""
    found: list[Mapping] = []
    waiting: list[Node] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            if any(_TYPE.fullmatch(kind.text) for kind in _scalars(one.get("@type") or one.get("type"))):
                found.append(one)
                continue
            waiting += reversed([value for _, value in one.entries])
        elif isinstance(one, Items):
            waiting += reversed(one.nodes)
    return found


def pieces(posting: Mapping) -> list[Piece]:
    """The posting as blocks: title, employer, place and kind of work, description, and what it leaves unsaid."""
    description = [piece for value in _scalars(posting.get("description")) for piece in _written(value)]
    told = _Told(description)
    result = [*head(posting), *description]
    for name, title in _SECTIONS:
        body = [piece for value in _values(posting.get(name)) for piece in _untold(value, told)]
        if isinstance(posting.get(name), Items) and len(body) > 1:
            body = [
                replace(piece, kind=BlockKind.ITEM) if piece.kind is BlockKind.PARAGRAPH else piece for piece in body
            ]
        if body:
            result += [_heading(title, body), *body]
            told.add(body)
    return result + pay(posting, told.text)


def head(posting: Mapping) -> Iterator[Piece]:
    """Title, employer, places and kind of employment, a line each."""
    for title in _scalars(posting.get("title") or posting.get("name")):
        yield heading(_line(title), 1)
    places = [place for node in _each(posting.get("jobLocation")) if (place := _place(node))]
    rooms = [_line(name) for name in _said(posting.get("applicantLocationRequirements"))]
    remote = [
        _instead(kind, "Remote")
        for kind in _scalars(posting.get("jobLocationType"))
        if "TELECOMMUTE" in kind.text.upper()
    ]
    if remote and rooms:
        remote = [[*remote[0], _put(rooms[0], " ("), *_joined(rooms, ", "), _put(rooms[-1], ")")]]
    kinds = [
        _instead(kind, _EMPLOYMENT.get(kind.text.strip().upper().replace("-", "_"), kind.text))
        for kind in _scalars(posting.get("employmentType"))
    ]
    employers = [_line(name) for name in _said(posting.get("hiringOrganization"))]
    for line in (_joined(employers, ", "), _joined(places, "; "), _joined(remote, ", "), _joined(kinds, ", ")):
        if line:
            yield Piece(tuple(line))


def pay(posting: Mapping, told: str = "") -> list[Piece]:
    """A heading and a line for the pay, unless the text told already holds its amounts."""
    lines = []
    for salary in _each(posting.get("baseSalary") or posting.get("estimatedSalary")):
        line = _salary(salary)
        numbers = re.findall(r"\d{2,}", text_of(line).replace(",", ""))
        plain = re.sub(r"(?<=\d)[,. ](?=\d{3})", "", told)
        plain += re.sub(r"(\d{2,3}) ?[kK]\b", r"\g<1>000", plain)
        if numbers and not all(number in plain for number in numbers):
            lines.append(Piece(tuple(line)))
    return [_heading("Salary", lines), *lines] if lines else []


class _Told:
    """The words that a description has, to tell what a property repeats."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.text = ""
        self._known: set[tuple[str, ...]] = set()
        self.add(pieces)

    def add(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            text = text_of(piece.runs)
            self.text += f"\n{text.lower()}"
            self._known.update(_threes(text), ((word,) for word in _WORD.findall(text.lower())))

    def has(self, text: str) -> bool:
        """Whether nearly all of a text was told, in these words."""
        found = _threes(text) or [(word,) for word in _WORD.findall(text.lower())]
        return bool(found) and sum(words in self._known for words in found) >= _SAME * len(found)


def _threes(text: str) -> list[tuple[str, ...]]:
    """The words of a text, three at a time."""
    words = _WORD.findall(text.lower())
    return [tuple(words[n : n + 3]) for n in range(len(words) - 2)]


def _untold(value: Scalar | Mapping, told: _Told) -> list[Piece]:
    """The pieces of a value, without those that the description has."""
    if isinstance(value, Mapping):
        return _experience(value, told)
    written = _written(value)
    return [] if told.has("\n".join(text_of(piece.runs) for piece in written)) else written


def _experience(value: Mapping, told: _Told) -> list[Piece]:
    """OccupationalExperienceRequirements: months, as years where they are whole."""
    result: list[Piece] = []
    for months in _scalars(value.get("monthsOfExperience")):
        number = months.text.strip().removesuffix(".0")
        if not number.isdigit() or not 0 < int(number) < 600:
            continue
        years, rest = divmod(int(number), 12)
        length = f"{number} months" if rest else f"{years} year{'s' * (years > 1)}"
        if not re.search(rf"\b{length.split()[0]}\b[^.\n]{{0,20}}\b{length.split()[1].rstrip('s')}", told.text):
            run = _instead(months, length)
            result.append(Piece((_put(run, "At least "), *run, _put(run, " of experience"))))
    return result


def _salary(node: Scalar | Mapping) -> list[Run]:
    """ "USD 150,000 – 180,000 per YEAR", or the words of the data."""
    if isinstance(node, Scalar):
        return _line(node)
    value = node.get("value")
    inner = value if isinstance(value, Mapping) else node
    amounts = [
        _amount(scalar)
        for names in (("minValue", "maxValue"), ("value",), ("median",))
        for name in names
        for scalar in _scalars(inner.get(name))
        if any(c.isdigit() for c in scalar.text)
    ]
    if len(amounts) > 1 and text_of(amounts[0]) == text_of(amounts[1]):
        amounts = amounts[:1]
    if not amounts:
        return []
    result = _joined(amounts[:2], " – ")
    for currency in [*_scalars(node.get("currency")), *_scalars(inner.get("currency"))][:1]:
        result = [*_line(currency), _put(result, " "), *result]
    for unit in [*_scalars(inner.get("unitText")), *_scalars(node.get("unitText"))][:1]:
        result += [_put(result, " per "), *_line(unit)]
    return result


def _amount(scalar: Scalar) -> list[Run]:
    """A number, with commas between its thousands."""
    runs = _line(scalar)
    text = text_of(runs)
    if fraction := _FRACTION.search(text):
        runs = list(cut(runs, 0, fraction.start()))
    if not _AMOUNT.match(text):
        return runs
    split = len(text_of(runs)) - 3
    head, tail = list(cut(runs, 0, split)), list(cut(runs, split))
    return [*head, _put(tail, ","), *tail]


def _place(node: Scalar | Mapping) -> list[Run]:
    """ "Boston, MA, US" """
    if isinstance(node, Scalar):
        return _line(node)
    address = node.get("address") or node
    if not isinstance(address, Mapping):
        return [run for scalar in _scalars(address) for run in _line(scalar)]
    names = ("addressLocality", "addressRegion", "addressCountry")
    parts = [_line(scalar) for name in names for scalar in _said(address.get(name))]
    return _joined(parts or [_line(scalar) for scalar in _said(node)], ", ")


def _written(value: Scalar) -> list[Piece]:
    """A text: HTML, HTML that was escaped once more, or plain lines."""
    source = Decoded(value.runs)
    for _ in range(_ESCAPES):
        if _MARKUP.search(source.text) or not _ESCAPED.search(source.text):
            break
        source = Decoded(_unescaped(source))
    if _MARKUP.search(source.text):
        return list(fragment(source))
    lines: list[Piece] = []
    start = gap = 0
    for line in source.text.split("\n"):
        runs = tuple(decoded(source, start, start + len(line)))
        if text_of(runs).strip():
            lines.append(Piece(runs, gap=float(gap)))
        gap = not line.strip()
        start += len(line) + 1
    return lines


def _unescaped(source: Decoded) -> Iterator[Run]:
    """The text with one layer of entities taken off; line breaks stay."""
    start = 0
    for line in source.text.split("\n"):
        if start:
            yield from source.one(start - 1, start, "\n")
        yield from decoded(source, start, start + len(line))
        start += len(line) + 1


def _each(node: Node | None) -> list[Scalar | Mapping]:
    """A value, or the values of a list."""
    nodes = node.nodes[:_MOST] if isinstance(node, Items) else (node,)
    return [one for one in nodes if isinstance(one, Scalar | Mapping)]


def _scalars(node: Node | None) -> list[Scalar]:
    """The texts of a value or a list that are not empty."""
    return [one for one in _each(node) if isinstance(one, Scalar) and one.text.strip()]


def _said(node: Node | None) -> list[Scalar]:
    """The texts of a value or a list, of things the one that names them."""
    found: list[Scalar] = []
    for one in _each(node):
        if isinstance(one, Mapping):
            found += next((names for key in _SAID if (names := _scalars(one.get(key)))), [])[:1]
        elif one.text.strip():
            found.append(one)
    return found


def _values(node: Node | None) -> Iterator[Scalar | Mapping]:
    """Texts to print; requirements of experience in months stay as they are."""
    for one in _each(node):
        if isinstance(one, Mapping) and one.get("monthsOfExperience"):
            yield one
        else:
            yield from _said(one)


def _line(scalar: Scalar) -> list[Run]:
    """A text on one line, without entities."""
    source = Decoded(scalar.runs)
    return list(decoded(source, 0, len(source.text)))


def _instead(scalar: Scalar, text: str) -> list[Run]:
    """Words for a code, where the code stands."""
    source = Decoded(scalar.runs)
    return list(source.one(0, len(source.text), text))


def _joined(parts: Sequence[list[Run]], glue: str) -> list[Run]:
    result: list[Run] = []
    for part in parts:
        result += [_put(part, glue), *part] if result else part
    return result


def _put(at: Sequence[Run], text: str) -> Run:
    return at[0]._replace(text=text, wide=0)


def _heading(text: str, body: Sequence[Piece]) -> Piece:
    """A heading that only the property's name says."""
    return heading((_put(body[0].runs, text),), 2)
