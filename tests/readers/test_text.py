"""Plain text: what is one line, what is joined, and where each character came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spm_fit.errors import InputError
from spm_fit.model.document import BlockKind, Document, Span
from spm_fit.readers import text as reader


def read(text: str, encoding: str = "utf-8") -> Document:
    return reader.read("resume.txt", text.encode(encoding))


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind.value, document.slice(block.span)) for block in document.blocks]


CHARACTERS = [
    ("Ran the of\ufb01ce and the work\ufb02ow of nine people", "Ran the office and the workflow of nine people"),
    (
        "Grew\u00a0revenue \u201cfast\u201d and \u2018well\u2019 for the firm",
        "Grew revenue \"fast\" and 'well' for the firm",
    ),
    ("Moved \u200bthe \ufeffteam to weekly releases", "Moved the team to weekly releases"),
    ("R O A D M A P owner", "R O A D M A P owner"),
    ("P R O F E S S I O N A L   E X P E R I E N C E", "PROFESSIONAL EXPERIENCE"),
    ("Kept \u202eeslaf\u202c order", "Kept eslaf order"),
    ("Rock &amp; roll", "Rock & roll"),
]
ITEMS = ["-", "*", "\u2022", "\u25cf", "\u25aa", "\u2023", "\u2013", "o", "\uf0b7", "1."]


@pytest.mark.parametrize(("written", "wanted"), CHARACTERS)
def test_characters(written: str, wanted: str) -> None:
    assert read(written).text == wanted


@pytest.mark.parametrize("marker", ITEMS)
def test_list_items_lose_their_marker(marker: str) -> None:
    text = f"{marker} Led a team of nine people\n{marker} Cut the cost of hosting\n"
    assert blocks(text) == [("item", "Led a team of nine people"), ("item", "Cut the cost of hosting")]


# The rarer marks of list items open one where several lines have them.
RARER = [
    ("+ Led a team of nine\n+ Cut the cost", [("item", "Led a team of nine"), ("item", "Cut the cost")]),
    ("> Led a team of nine\nAcme\n> Cut the cost", [("item", "Led a team of nine"), ("paragraph", "Acme"), ("item", "Cut the cost")]),
    ("Sales\n\n+ Service of nine", [("paragraph", "Sales"), ("paragraph", "+ Service of nine")]),
    ("100\n+ 200\n+ 300", [("paragraph", "100"), ("paragraph", "+ 200"), ("paragraph", "+ 300")]),
    ("+44 20 7946 0000\n\n>90 % kept", [("paragraph", "+44 20 7946 0000"), ("paragraph", ">90 % kept")]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), RARER)
def test_rarer_markers(written: str, wanted: list[tuple[str, str]]) -> None:
    assert blocks(written) == wanted


# The marks of quoted mail, once and twice, with the column in which "Led" stands.
QUOTED = [("> ", 5), (">> ", 6), ("> > ", 7), (">", 4)]


@pytest.mark.parametrize(("mark", "column"), QUOTED)
def test_quoted_mail(mark: str, column: int) -> None:
    lines = ["Ada Example", "", "- Led nine people", "- Cut cost", "", "About Acme"]
    document = read("From: ada@example.com\n\n" + "\n".join(f"{mark}{line}" for line in lines))
    assert [document.slice(block.span) for block in document.blocks][1:] == [
        lines[0],
        "Led nine people",
        "Cut cost",
        lines[5],
    ]
    place = document.locate(document.blocks[2].span)
    assert (place.line, place.column, place.end_column) == (5, column, column + len("Led nine people"))


def test_wrapped_lines_are_joined_and_hyphens_resolved() -> None:
    text = (
        "- Planned the road-\n  map of three apps with the cross-\n  functional team and the founders of the firm\n"
        "- Led two squads in Lisbon and Porto\n"
    )
    assert [text for _, text in blocks(text)] == [
        "Planned the roadmap of three apps with the cross-functional team and the founders of the firm",
        "Led two squads in Lisbon and Porto",
    ]


def test_lines_of_a_document_with_paragraphs_on_one_line_are_never_joined() -> None:
    text = f"{'We make software for dentists and their teams. ' * 8}\n\nWhat you bring\nFive years in product\nClear writing\n"
    assert [text for _, text in blocks(text)][-2:] == ["Five years in product", "Clear writing"]


def test_lost_line_breaks_of_web_pages() -> None:
    start = "Our team builds maps that many people use every day. " * 12
    text = f"{start}Minimum qualifications:Bachelor's degree.Five years with TikTok and JavaScript.Preferred qualifications:Figma."
    found = [text for _, text in blocks(text)]
    assert found[-4:] == [
        "Bachelor's degree.",
        "Five years with TikTok and JavaScript.",
        "Preferred qualifications:",
        "Figma.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    document = read("Führte fünf Teams über drei Länder", encoding)
    assert document.text == "Führte fünf Teams über drei Länder"
    told = [problem.message for problem in document.quality.problems]
    assert told == ([] if encoding.startswith("utf-8") else [f"read as {encoding[:6]}, not UTF-8"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    document = read(end.join(["Ada Example", "", "- Led nine people", "- Cut cost"]))
    places = [document.locate(block.span) for block in document.blocks]
    assert [(place.line, place.column) for place in places] == [(1, 1), (3, 3), (4, 3)]


def test_places_behind_what_gets_longer_or_shorter() -> None:
    document = read("Ran the of\ufb01ce & the A\u00adB team\u200b for P&amp;L of 5 %")
    for word, column, length in (("office", 9, 5), ("AB", 21, 3), ("team", 25, 4), ("P&L", 35, 7), ("5 %", 46, 3)):
        start = document.text.index(word)
        place = document.locate(Span(start, start + len(word)))
        assert (place.column, place.end_column) == (column, column + length), word


def test_binary_data_is_refused() -> None:
    with pytest.raises(InputError, match="binary data"):
        reader.read("noise.txt", bytes(range(256)) * 20)


LINE = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60)


@given(st.lists(LINE, max_size=12).map("\n".join))
def test_blocks_cover_the_text_in_order_and_places_exist(text: str) -> None:
    document = read(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert "\n" not in document.slice(block.span)
        place = document.locate(block.span)
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert place.column >= 1
        end = block.span.end


@given(st.text(alphabet="abc de-\t.", max_size=80))
def test_places_of_plain_lines_are_exact(text: str) -> None:
    document = read(f"Intro line\n{text}")
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and "\t" not in document.slice(block.span):
            place = document.locate(block.span)
            first = document.slice(block.span)[0]
            assert f"Intro line\n{text}".split("\n")[place.line - 1][place.column - 1] == first


def test_lines_of_a_list_without_marks_are_no_wrapped_paragraph() -> None:
    lines = [
        "Eight or more years of product management, three with managers",
        "Knows SQL well and Amplitude a little, to answer questions",
        "Degree or equivalent",
    ]
    document = reader.read("list.txt", "\n".join(lines).encode())
    assert [document.slice(block.span) for block in document.blocks] == lines


def test_glyph_numbers_of_a_pdf_are_told() -> None:
    assert [problem.name for problem in read("Led the (cid:12)nance team (cid:3)").quality.problems] == [
        "unmapped-glyphs"
    ]
