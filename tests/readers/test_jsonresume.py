"""JSON Resume: its fields as the lines that a person prints, each character with its place."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest

from spm_fit.errors import InputError
from spm_fit.model.document import Document, Span
from spm_fit.readers import jsonresume as reader

RESUME: dict[str, Any] = {
    "basics": {
        "name": "Ana Lima",
        "label": "Product Manager",
        "email": "ana.lima@example.com",
        "url": "https://ana.example.com",
        "location": {"city": "Lisbon", "countryCode": "PT", "address": ""},
        "profiles": [{"network": "LinkedIn", "username": "ana-lima"}, {"network": "Forum", "url": "f.example.com/ana"}],
        "summary": "Nine years of *forms*.\nAnd [more](https://x.example.com).",
    }
}
HEAD = [
    ("heading", "Ana Lima"),
    ("paragraph", "Product Manager"),
    ("paragraph", "Lisbon, PT | ana.lima@example.com | https://ana.example.com"),
    ("paragraph", "LinkedIn: linkedin.com/in/ana-lima | Forum: f.example.com/ana"),
    ("heading", "Summary"),
    ("paragraph", "Nine years of forms."),
    ("paragraph", "And more."),
]
WORK = {"name": "Acme", "position": "Analyst", "startDate": "2019-03", "location": "Porto"}
SECTIONS: list[tuple[str, Any, list[tuple[str, str]]]] = [
    (
        "work",
        [{**WORK, "summary": "Sells hats.", "highlights": ["Led nine people", "- Cut costs"]}],
        [
            ("heading", "Work Experience"),
            ("row", "Analyst\t2019-03 – present"),
            ("paragraph", "Acme, Porto"),
            ("paragraph", "Sells hats."),
            ("item", "Led nine people"),
            ("item", "Cut costs"),
        ],
    ),
    (
        "work",
        [{"company": "Old Acme", "website": "http://a.example.com", "startDate": "2010", "endDate": 2012}, "Cook, 2009"],
        [("heading", "Work Experience"), ("row", "Old Acme\t2010 – 2012"), ("paragraph", "Cook, 2009")],
    ),
    (
        "work",
        [{"position": "Cook", "endDate": None, "teamSize": 9, "wins": ["Fed two hundred people every single day"]}],
        [
            ("heading", "Work Experience"),
            ("paragraph", "Cook"),
            ("paragraph", "Team Size: 9"),
            ("paragraph", "Wins:"),
            ("item", "Fed two hundred people every single day"),
        ],
    ),
    (
        "volunteer",
        [{"organization": "Food Bank", "position": "Driver", "startDate": "2012-01", "endDate": "2013-01"}],
        [("heading", "Volunteering"), ("row", "Driver\t2012-01 – 2013-01"), ("paragraph", "Food Bank")],
    ),
    (
        "education",
        [{"institution": "Quay College", "studyType": "BSc", "area": "Physics", "startDate": "2011", "score": "3.9", "courses": ["Waves"]}],
        [
            ("heading", "Education"),
            ("row", "BSc, Physics\t2011"),
            ("paragraph", "Quay College"),
            ("paragraph", "Score: 3.9"),
            ("item", "Waves"),
        ],
    ),
    (
        "certificates",
        [{"name": "CSPO", "issuer": "Some Alliance", "date": "2020", "url": "https://c.example.com"}],
        [("heading", "Certifications"), ("row", "CSPO, Some Alliance\t2020")],
    ),
    (
        "publications",
        [{"name": "On forms", "publisher": "Quay Press", "releaseDate": "2014-10-01", "summary": "Why forms."}],
        [("heading", "Publications"), ("row", "On forms\t2014-10-01"), ("paragraph", "Quay Press"), ("paragraph", "Why forms.")],
    ),
    (
        "awards",
        [{"title": "Best hat", "awarder": "Hat Fair", "date": "2014-11-01"}],
        [("heading", "Awards"), ("row", "Best hat, Hat Fair\t2014-11-01")],
    ),
    (
        "projects",
        [{"name": "Map", "startDate": "2019", "endDate": "2021", "entity": "Acme", "roles": ["Lead", "Maker"], "highlights": ["Won"]}],
        [("heading", "Projects"), ("row", "Map\t2019 – 2021"), ("paragraph", "Acme"), ("paragraph", "Lead, Maker"), ("item", "Won")],
    ),
    (
        "skills",
        [{"name": "Data", "level": "Master", "keywords": ["SQL", "R"]}, {"name": "Figma"}, {"keywords": ["Jira"]}],
        [("heading", "Skills"), ("paragraph", "Data (Master): SQL, R"), ("paragraph", "Figma"), ("paragraph", "Jira")],
    ),
    ("skills", ["SQL", "Figma"], [("heading", "Skills"), ("paragraph", "SQL, Figma")]),
    ("skills", {"data": ["SQL"], "tools": "Figma"}, [("heading", "Skills"), ("paragraph", "Data: SQL"), ("paragraph", "Tools: Figma")]),
    ("languages", [{"language": "Greek", "fluency": "Native"}, "Polish"], [("heading", "Languages"), ("paragraph", "Greek: Native"), ("paragraph", "Polish")]),
    ("interests", [{"name": "Birds", "keywords": ["Gulls"]}], [("heading", "Interests"), ("paragraph", "Birds: Gulls")]),
    ("references", [{"name": "Jo Doe", "reference": "A joy."}], [("heading", "References"), ("paragraph", "Jo Doe"), ("paragraph", "A joy.")]),
    ("sideHustles_andMore", ["Sold hats to everybody on the old market", "x2"], [("heading", "Side Hustles and More"), ("item", "Sold hats to everybody on the old market"), ("item", "x2")]),
    ("éloges", "Well done.", [("heading", "Éloges"), ("paragraph", "Well done.")]),
    ("meta", {"version": "v1.0.0"}, []),
    ("awards", [], []),
    ("note", None, []),
]  # fmt: skip
JOB = {
    "title": "Senior Product Manager",
    "company": "Halyard",
    "type": "Full-time",
    "location": {"city": "Minneapolis", "countryCode": "US"},
    "remote": "Full",
    "salary": "$158,000",
    "experience": "Senior",
    "description": "We make software.\n\nYou own forms.",
    "responsibilities": ["Set the strategy"],
    "qualifications": ["Five years in product"],
    "skills": [{"name": "Data", "level": "Strong", "keywords": ["SQL"]}],
    "perks": ["Hats"],
    "meta": {"version": "v1"},
}
JOB_BLOCKS = [
    ("heading", "Senior Product Manager"),
    ("paragraph", "Halyard | Full-time"),
    ("paragraph", "Location: Minneapolis, US"),
    ("paragraph", "Remote: Full"),
    ("paragraph", "Salary: $158,000"),
    ("paragraph", "Level: Senior"),
    ("paragraph", "We make software."),
    ("paragraph", "You own forms."),
    ("heading", "Responsibilities"),
    ("item", "Set the strategy"),
    ("heading", "Qualifications"),
    ("item", "Five years in product"),
    ("heading", "Skills"),
    ("paragraph", "Data (Strong): SQL"),
    ("heading", "Perks"),
    ("paragraph", "Hats"),
]
BAD = [
    (b'{"basics": {"name": "Ana"', r"cv\.json:1:26: not valid JSON: the data ends too early"),
    (b'{\n  "basics": {},\n}', r"cv\.json:3:1: not valid JSON"),
    (b'{"basics": ' + b"[" * 500_000, r"cv\.json:1:\d+: not valid JSON: nested deeper"),
    (b'{"basics": "' + b"x" * 1_100_000 + b'"}', "larger than a resume"),
    (bytes(range(256)) * 20, "binary data"),
    (b'{"name": "left-pad", "version": "1.0.0"}', "JSON data of another kind than JSON Resume; give"),
    (b'{"title": "A title", "pages": 3}', "JSON data of another kind"),
    (b"[1, 2]", "JSON data of another kind"),
    (b'"text"', "JSON data of another kind"),
]


def read(data: Any, **style: Any) -> Document:
    return reader.read("cv.json", json.dumps(data, **style).encode())


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.slice(block.span)) for block in document.blocks]


def test_the_head() -> None:
    assert blocks(read(RESUME)) == HEAD


@pytest.mark.parametrize(("name", "data", "wanted"), SECTIONS)
def test_sections(name: str, data: Any, wanted: list[tuple[str, str]]) -> None:
    assert blocks(read({**RESUME, name: data})) == HEAD + wanted


HTML = [
    ("R&amp;D &#8211; 3 &lt; 5", ["R&D – 3 < 5"]),
    ("<p>Led <b>nine</b> people<br/>at <a href='x'>Acme</a></p>", ["Led nine people", "at Acme"]),
    ("Saved 3 < 5, AT&T; R&D, a<b and x > y", ["Saved 3 < 5, AT&T; R&D, a<b and x > y"]),
    ("soft&shy;ware&nbsp;tools", ["software tools"]),
    ("<ul><li>Led it</li><li>Did it</li></ul>", ["Led it", "Did it"]),
]


@pytest.mark.parametrize("escaped", [False, True])
@pytest.mark.parametrize(("written", "wanted"), HTML)
def test_html_in_texts(written: str, wanted: list[str], escaped: bool) -> None:
    text = json.dumps({"basics": {"name": "Ana", "summary": written}}, ensure_ascii=False)
    if escaped:
        text = text.replace("&", "\\u0026").replace("<", "\\u003c")
    document = reader.read("cv.json", text.encode())
    assert [text for _, text in blocks(document)][2:] == wanted
    for offset in range(len(document.text)):
        place = document.place(offset)
        stands = text[place.column - 1 : place.column - 1 + place.wide]
        if document.text[offset] != "\n" and place.wide:
            assert html.unescape(json.loads(f'"{stands}"')).replace("\u00a0", " ") == document.text[offset]


def test_html_in_a_posting() -> None:
    assert ("item", "Own R&D") in blocks(read({"title": "Cook", "responsibilities": ["Own <b>R&amp;D</b>"]}))


def test_sections_stand_in_the_order_of_the_file_below_the_head() -> None:
    document = read({"skills": ["SQL"], "work": [WORK], **RESUME})
    titles = [text for kind, text in blocks(document) if kind == "heading"]
    assert titles == ["Ana Lima", "Summary", "Skills", "Work Experience"]


def test_a_head_without_basics() -> None:
    document = read({"name": "Ana Lima", "email": "ana@example.com", "work": [WORK], "skills": ["SQL"]})
    assert blocks(document)[:3] == [
        ("heading", "Ana Lima"),
        ("paragraph", "ana@example.com"),
        ("heading", "Work Experience"),
    ]


def test_a_posting() -> None:
    assert blocks(read(JOB)) == JOB_BLOCKS


@pytest.mark.parametrize(
    ("value", "wanted"), [("Full", "Remote: Full"), ("Hybrid", "Workplace: Hybrid"), ("None", "On-site (remote: None)")]
)
def test_where_the_work_is_done(value: str, wanted: str) -> None:
    assert ("paragraph", wanted) in blocks(read({**JOB, "remote": value}))


@pytest.mark.parametrize("data", [RESUME, JOB, *({**RESUME, name: data} for name, data, _ in SECTIONS)])
@pytest.mark.parametrize("indent", [None, 2])
def test_every_character_stands_where_it_says(data: Any, indent: int | None) -> None:
    source = json.dumps(data, indent=indent)
    document = reader.read("cv.json", source.encode())
    lines = source.split("\n")
    for offset, char in enumerate(document.text):
        place = document.locate(Span(offset, offset + 1))
        # What was put in, and the line ends between blocks, have no place of their own.
        if char == "\n" or _wide(document, offset) == 0:
            continue
        written = lines[place.line - 1][place.column - 1 : place.end_column - 1]
        meant = json.loads(f'"{written}"') if written.startswith("\\") else written
        assert meant.casefold() == char.casefold() or (char == " " and meant in "_\n")


def _wide(document: Document, offset: int) -> int:
    return [anchor for anchor in document.anchors if anchor.offset <= offset][-1].wide


@pytest.mark.parametrize(("data", "message"), BAD, ids=range(len(BAD)))
def test_bad_input(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        reader.read("cv.json", data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    data = json.dumps({"basics": {"name": "Zoë Lima"}}, ensure_ascii=False).encode(encoding)
    assert reader.read("cv.json", data).text == "Zoë Lima"


POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Product Manager",
    "hiringOrganization": {"@type": "Organization", "name": "Halyard"},
    "description": "<p>You own <b>forms</b>.</p>",
}


@pytest.mark.parametrize(("data", "more"), [(POSTING, 0), ({"@graph": [POSTING]}, 0), ([POSTING, POSTING], 1)])
def test_job_postings_of_schema_org(data: Any, more: int) -> None:
    document = read(data)
    assert blocks(document)[0] == ("heading", "Product Manager")
    assert ("paragraph", "You own forms.") in blocks(document)
    assert len(document.quality.problems) == more
