"""RenderCV: its entries as the lines that a person prints, each character with its place."""

from __future__ import annotations

import pytest

from spm_fit.errors import InputError
from spm_fit.model.document import Document, Span
from spm_fit.readers import rendercv as reader

HEAD = """\
# made by hand
cv:
  name: Ana Lima
  headline: Product Manager
  location: Lisbon
  email: [ana@example.com, lima@example.com]
  phone: "+351 21 000 0000"
  website: https://ana.example.com
  photo: ana.png
  social_networks:
    - network: LinkedIn
      username: ana-lima
  custom_connections:
    - placeholder: Book a call
      url: https://call.example.com
      fontawesome_icon: phone
  sections:
"""
HEAD_BLOCKS = [
    ("heading", "Ana Lima"),
    ("paragraph", "Product Manager"),
    (
        "paragraph",
        "Lisbon | ana@example.com | lima@example.com | +351 21 000 0000 | https://ana.example.com"
        " | LinkedIn: linkedin.com/in/ana-lima | Book a call",
    ),
]
SECTIONS = [
    (
        """
    summary:
      - Nine **years** of [forms](https://x.example.com).
      - >-
        And
        more.
""",
        [("heading", "Summary"), ("paragraph", "Nine years of forms."), ("paragraph", "And more.")],
    ),
    (
        """
    work_experience:
      - company: Acme
        position: Analyst, Hats
        start_date: 2019-03
        end_date: present
        location: Porto
        summary: Sells hats.
        highlights:
          - Led nine people
          - Cut costs: by half
          - Grew sales
          - - in Porto
            - in Faro
          - "Wrote\\n- one page\\n- two pages"
      - {company: Beta, position: Cook, date: Fall 2018}
      - {company: Gamma, position: Driver, start_date: 2016}
""",
        [
            ("heading", "Work Experience"),
            ("row", "Analyst, Hats\t2019-03 – present"),
            ("paragraph", "Acme, Porto"),
            ("paragraph", "Sells hats."),
            ("item", "Led nine people"),
            ("item", "Cut costs: by half"),
            ("item", "Grew sales"),
            ("item", "in Porto"),
            ("item", "in Faro"),
            ("item", "Wrote"),
            ("item", "one page"),
            ("item", "two pages"),
            ("row", "Cook\tFall 2018"),
            ("paragraph", "Beta"),
            ("row", "Driver\t2016 – present"),
            ("paragraph", "Gamma"),
        ],
    ),
    (
        """
    education:
      - institution: Quay College
        area: Physics
        degree: BSc
        start_date: 2011-09
        end_date: 2015-05
        highlights: ['GPA: 3.9']
""",
        [
            ("heading", "Education"),
            ("row", "BSc, Physics\t2011-09 – 2015-05"),
            ("paragraph", "Quay College"),
            ("item", "GPA: 3.9"),
        ],
    ),
    (
        """
    publications:
      - title: On forms
        authors: ['*A. Lima*', J. Doe]
        journal: Quay Press
        doi: 10.1000/1
        date: 2024-05
""",
        [
            ("heading", "Publications"),
            ("row", "On forms\t2024-05"),
            ("paragraph", "A. Lima, J. Doe"),
            ("paragraph", "Quay Press"),
            ("paragraph", "10.1000/1"),
        ],
    ),
    (
        """
    Side Work:
      - name: Map
        date: 2021
        summary: A map.
        highlights: [Drew it]
""",
        [("heading", "Side Work"), ("row", "Map\t2021"), ("paragraph", "A map."), ("item", "Drew it")],
    ),
    (
        """
    skills:
      - label: Data
        details: SQL, R
""",
        [("heading", "Skills"), ("paragraph", "Data: SQL, R")],
    ),
    (
        """
    awards:
      - bullet: Best hat, 2020
      - number: Second hat
      - reversed_number: Third hat
""",
        [("heading", "Awards"), ("item", "Best hat, 2020"), ("item", "Second hat"), ("item", "Third hat")],
    ),
    (
        """
    notes: |
      One line
      Another line
    nothing:
design:
  theme: classic
locale: {language: english}
""",
        [("heading", "Notes"), ("paragraph", "One line"), ("paragraph", "Another line")],
    ),
]
BAD = [
    ("cv:\n  name: Ana: Lima", r"cv\.yaml:2:12: not valid YAML: a text with ': ' in it needs quotes"),
    ("cv:\n  name: 'Ana", r"cv\.yaml:2:13: not valid YAML: a quotation mark"),
    ("cv:\n  name: Ana\n  name: Bea", r'cv\.yaml:3:3: not valid YAML: the key "name" stands here twice'),
    ("cv: " + "[" * 300_000, "nested deeper"),
    ("cv: " + "x" * 1_100_000, "larger than a resume"),
    ("name: left-pad\nversion: 1.0.0\n", "YAML data of another kind than RenderCV; give"),
    ("- a\n- b\n", "YAML data of another kind"),
    ("just words\n", "YAML data of another kind"),
    ("# nothing\n", "YAML data of another kind"),
]
MEANT = {"\\n": "\n", "''": "'"}


def read(text: str) -> Document:
    return reader.read("cv.yaml", text.encode())


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind.value, document.slice(block.span)) for block in document.blocks]


@pytest.mark.parametrize(("section", "wanted"), SECTIONS)
def test_sections(section: str, wanted: list[tuple[str, str]]) -> None:
    assert blocks(HEAD + section) == HEAD_BLOCKS + wanted


def test_json_resume_written_as_yaml() -> None:
    text = "basics:\n  name: Ana Lima\nwork:\n  - position: Cook\n    name: Acme\n    startDate: 2019-03\n"
    assert blocks(text) == [
        ("heading", "Ana Lima"),
        ("heading", "Work Experience"),
        ("row", "Cook\t2019-03 – present"),
        ("paragraph", "Acme"),
    ]
    assert read(text).format == "jsonresume"


@pytest.mark.parametrize("section", [section for section, _ in SECTIONS])
def test_every_character_stands_where_it_says(section: str) -> None:
    source = HEAD + section
    document = read(source)
    lines = [f"{line}\n" for line in source.split("\n")]
    wide = 0
    anchors = {anchor.offset: anchor for anchor in document.anchors}
    for offset, char in enumerate(document.text):
        wide = anchors[offset].wide if offset in anchors else wide
        # What was put in, and the line ends between blocks, have no place of their own.
        if char == "\n" or wide == 0:
            continue
        place = document.locate(Span(offset, offset + 1))
        written = lines[place.line - 1][place.column - 1 : place.end_column - 1]
        assert MEANT.get(written, written).casefold() == char.casefold() or (char == " " and written in ("_", "\n"))


@pytest.mark.parametrize(("text", "message"), BAD, ids=range(len(BAD)))
def test_bad_input(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(text)


def test_tags_are_not_obeyed() -> None:
    assert blocks("cv:\n  name: !!python/object/apply:os.getcwd [Ana Lima]\n") == [("heading", "Ana Lima")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert reader.read("cv.yaml", "cv:\n  name: Zoë Lima\n".encode(encoding)).text == "Zoë Lima"
