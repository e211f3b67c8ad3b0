"""PDF: reading order, joined words, and what could not be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from spm_fit import readers
from spm_fit.model.document import BlockKind, Document
from spm_fit.readers import pdf
from tests.conftest import EXAMPLES

LEFT, RIGHT, TOP = 60, 330, 740


def draw(*texts: tuple[float, float, str, float], pages: int = 1) -> Document:
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    for number in range(pages):
        for x, y, text, size in texts:
            page.setFont("Helvetica", size)
            page.setFillColor(black)
            page.drawString(x, y, text.replace("#", str(number + 1)))
        page.showPage()
    page.save()
    return pdf.read("drawn.pdf", stream.getvalue())


def column(x: float, lines: list[str], top: float = TOP - 40) -> list[tuple[float, float, str, float]]:
    return [(x, top - 14 * n, text, 10) for n, text in enumerate(lines)]


WORDS = [
    "Led the billing team in Lisbon",
    "Cut cost for all the firms",
    "Wrote the plan of the year",
    "Ran nine tests a week",
]
SIDE = ["SQL and Python", "Jira", "Figma", "Spanish"]


@pytest.mark.parametrize("sidebar_left", [True, False])
def test_two_columns_stay_two_columns(sidebar_left: bool) -> None:
    narrow, wide = (LEFT, 220) if sidebar_left else (420, LEFT)
    head = [(LEFT, TOP, "Ada Example, Senior Product Manager, Lisbon, Portugal and remote anywhere", 12)]
    document = draw(
        *head, *column(narrow, ["SKILLS", *SIDE]), *column(wide, ["EXPERIENCE", *(f"- {line}" for line in WORDS)])
    )
    lines = [document.slice(block.span) for block in document.blocks]
    assert document.quality.columns == 2
    assert [line for line in lines if line in WORDS] == WORDS
    order = [lines.index(word) for word in ("SKILLS", "EXPERIENCE")]
    # Whatever stands first, no line of the sidebar comes between the statements.
    assert abs(order[0] - order[1]) > 1
    assert lines.index(WORDS[-1]) - lines.index(WORDS[0]) == len(WORDS) - 1


def test_a_sidebar_below_a_contact_line_that_nearly_reaches_its_edge() -> None:
    contact = [(LEFT, TOP, "ada@example.org, +44 20 7946 0000, 5 Long Street, Lisbon, ada.example", 10)]
    document = draw(
        (LEFT, TOP + 24, "Ada Example", 22),
        *contact,
        *column(LEFT, ["EXPERIENCE", "Product Manager", *(f"- {line}" for line in WORDS)]),
        *column(404, ["ABOUT ME", *SIDE], TOP - 52),
    )
    lines = [document.slice(block.span) for block in document.blocks]
    assert lines.index(WORDS[-1]) - lines.index(WORDS[0]) == len(WORDS) - 1
    assert lines.index("ABOUT ME") > lines.index(WORDS[-1])
    assert lines[-len(SIDE) :] == SIDE


def test_a_date_beside_its_job_is_in_the_same_row() -> None:
    rows = []
    for n, (job, dates) in enumerate([("Product Manager, A Ltd", "2020 - 2022"), ("Analyst, B Ltd", "2018 - 2019")]):
        rows += [(LEFT, TOP - 80 * n, job, 11), (450, TOP - 80 * n, dates, 11)]
        rows += column(LEFT, WORDS[:3], TOP - 80 * n - 16)
    document = draw(*rows)
    text = document.text.split("\n")
    assert "Product Manager, A Ltd\t2020 - 2022" in text
    assert document.quality.columns == 1


def test_bold_marks_nothing_where_everything_is_bold() -> None:
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    page.setFont("Helvetica-Bold", 10)
    lines = [
        "EXPERIENCE",
        "- Cut the time that a new customer of the billing product waits to a",
        "day",
        *(f"- {line}" for line in WORDS),
    ]
    for number, line in enumerate(lines):
        page.drawString(LEFT, TOP - 14 * number, line)
    page.save()
    document = pdf.read("bold.pdf", stream.getvalue())
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.HEADING] == [
        "EXPERIENCE"
    ]
    assert len([block for block in document.blocks if block.kind is BlockKind.ITEM]) == len(WORDS) + 1


def test_running_heads_and_page_numbers_are_left_out() -> None:
    body = column(LEFT, [*WORDS, "Something on page # only"])
    document = draw((LEFT, 815, "Ada Example - Curriculum vitae", 9), *body, (280, 20, "Page #", 9), pages=3)
    assert "Page 2" not in document.text
    assert document.text.count("Curriculum vitae") <= 1
    assert "Something on page 3 only" in document.text


def test_words_divided_at_line_ends_are_joined() -> None:
    document = draw(
        *column(LEFT, ["Planned the whole road-", "map together with the cross-", "functional team of nine people"])
    )
    assert "roadmap together with the cross-functional team" in " ".join(document.text.split())


@pytest.mark.parametrize("path", sorted((EXAMPLES / "resumes").glob("*.pdf")), ids=lambda path: path.stem)
def test_pdf_and_text_of_one_resume_have_the_same_words(path: Path) -> None:
    pdf, text = (readers.read(file).text.split() for file in (path, path.with_suffix(".txt")))
    assert sorted(pdf) == sorted(text) or len(set(pdf) ^ set(text)) <= len(set(text)) // 50


def test_short_lines_of_a_list_without_marks_stay_apart() -> None:
    entries = [
        "Delivery: user stories, Scrum and Kanban boards",
        "Design: Figma, sketches",
        "Lisbon",
        "ada.example/in/cv",
    ]
    document = draw(*column(LEFT, entries))
    assert [document.slice(block.span) for block in document.blocks] == entries


def test_places_are_those_of_the_printed_text() -> None:
    document = readers.read(EXAMPLES / "resumes" / "solid-senior.pdf")
    lines = list(document.lines())
    for block in document.blocks:
        place = document.locate(block.span)
        assert place.page in {1, 2}
        assert lines[place.line - 1][place.column - 1] == document.text[block.span.start]


def paint(draw: Callable[[canvas.Canvas], None], **options: Any) -> Document:
    """What is read of one page that a function paints, between two lines that keep the file readable."""
    stream = io.BytesIO()
    page = canvas.Canvas(stream, **options)
    page.drawString(LEFT, TOP, "Ada Example, Senior Product Manager, Lisbon")
    draw(page)
    page.showPage()
    page.save()
    return pdf.read("painted.pdf", stream.getvalue())


def say(page: canvas.Canvas, text: str = "secret keywords", x: float = LEFT, y: float = 600, **state: Any) -> None:
    written = page.beginText(x, y)
    written.setFont("Helvetica", state.get("size", 10))
    written.setFillColor(state.get("color", black))
    written.setTextRenderMode(state.get("mode", 0))
    written.textOut(text)
    page.drawText(written)


def picture(page: canvas.Canvas, x: float, y: float, width: float, height: float) -> None:
    page.drawInlineImage(Image.new("RGB", (4, 4), "gray"), x, y, width, height)


def bar(page: canvas.Canvas) -> None:
    page.setFillColor(HexColor("#223344"))
    page.rect(LEFT - 10, 590, 300, 30, stroke=0, fill=1)


HIDDEN: dict[str, tuple[Callable[[canvas.Canvas], None], str]] = {
    "white": (lambda page: say(page, color=white), "white text on white"),
    "tiny": (lambda page: say(page, size=2), "3 points or less"),
    "off the page": (lambda page: say(page, y=-40), "off the page"),
    "not painted": (lambda page: say(page, mode=3), "not painted"),
    "transparent": (lambda page: say(page, color=Color(0, 0, 0, 0.02)), "transparent text"),
    "cut away": (lambda page: (page.setCropBox((0, 650, 595, 842)), say(page)), "off the page"),
    "behind an image": (lambda page: (say(page), picture(page, LEFT - 5, 590, 200, 30)), "behind an image"),
}
SEEN: dict[str, Callable[[canvas.Canvas], None]] = {
    "white on a dark bar": lambda page: (bar(page), say(page, color=white)),
    "white on a picture": lambda page: (picture(page, LEFT - 5, 590, 200, 30), say(page, color=white)),
    "recognised text over a scan": lambda page: (picture(page, 0, 0, 595, 842), say(page, mode=3)),
    "recognised text under a scan": lambda page: (say(page, mode=3), picture(page, 0, 0, 595, 842)),
    "outlined": lambda page: say(page, color=white, mode=1),
    "beside transparent text": lambda page: (say(page, "faint", y=500, color=Color(0, 0, 0, 0.02)), say(page)),
    "small print": lambda page: say(page, size=5),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_text_is_left_out_and_told(name: str) -> None:
    draw, reason = HIDDEN[name]
    document = paint(draw)
    assert "secret" not in document.text
    told = [p for p in document.quality.problems if p.name == "hidden-text"]
    assert [p.page for p in told] == [1]
    assert reason in told[0].message
    assert '2 words left out: "secret keywords"' in told[0].message


@pytest.mark.parametrize("name", SEEN)
def test_text_that_people_see_is_read(name: str) -> None:
    document = paint(SEEN[name])
    assert "secret keywords" in document.text
    assert not [p for p in document.quality.problems if p.name == "hidden-text" and "secret" in p.message]


QUALITY: list[tuple[str, dict[str, Any], Callable[[canvas.Canvas], None]]] = [
    ("page-size", {"pagesize": (400, 900)}, say),
    ("restricted", {"encrypt": StandardEncryption("", "owner", canPrint=0)}, say),
    ("text-in-images", {}, lambda page: picture(page, 50, 100, 500, 400)),
    ("text-in-images", {}, lambda page: (page.showPage(), picture(page, 50, 100, 500, 400))),
    ("empty-page", {}, lambda page: (page.showPage(), page.line(1, 1, 9, 9))),
]


@pytest.mark.parametrize(("name", "options", "draw"), QUALITY)
def test_what_is_said_of_a_file(name: str, options: dict[str, Any], draw: Callable[[canvas.Canvas], None]) -> None:
    assert name in {problem.name for problem in paint(draw, **options).quality.problems}


def test_nothing_is_said_of_a_plain_page() -> None:
    assert paint(say).quality.problems == ()


def texts(document: Document) -> list[str]:
    return [document.slice(block.span) for block in document.blocks]


def kinds(document: Document) -> dict[str, str]:
    return {document.slice(block.span): block.kind.value for block in document.blocks}


def pages(*drawn: list[tuple[float, float, str, float]]) -> Document:
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    for part in drawn:
        for x, y, text, size in part:
            page.setFont("Helvetica-Bold" if text.isupper() else "Helvetica", size)
            page.drawString(x, y, text)
        page.showPage()
    page.save()
    return pdf.read("pages.pdf", stream.getvalue())


MORE = ["Sold the old office tools", "Met forty users at home", "Taught two new managers", "Closed a site in Porto"]


@pytest.mark.parametrize("sidebar_left", [True, False])
def test_a_column_goes_on_at_the_top_of_the_next_page(sidebar_left: bool) -> None:
    narrow, wide = (LEFT, 220) if sidebar_left else (420, LEFT)
    head = [(LEFT, TOP, "Ada Example, Senior Product Manager, Lisbon, Portugal and remote anywhere", 12)]
    first = [*column(narrow, ["SKILLS", *SIDE]), *column(wide, ["EXPERIENCE", *(f"- {line}" for line in WORDS)])]
    second = column(wide, [f"- {line}" for line in MORE], 780)
    read = texts(pages([*head, *first], second))
    begin = read.index(WORDS[0])
    assert read[begin : begin + 8] == [*WORDS, *MORE]


def test_headings_in_the_left_margin_stand_before_their_rows() -> None:
    rows = [(LEFT, 700, "Experience", 10), (LEFT, 600, "Education", 10), (LEFT, 560, "Languages", 10)]
    rows += column(200, ["Product Manager, A Ltd, Lisbon", *(f"- {line}" for line in WORDS)], 700)
    rows += [(200, 600, "Bachelor of Arts, 2012", 10), (200, 560, "Portuguese and English", 10)]
    rows += column(200, ["University of Somewhere"], 586)
    document = pages(rows)
    read = texts(document)
    assert [read.index(name) for name in ("Experience", "Education", "Languages")] == [0, 6, 8]
    assert kinds(document)["Experience"] == "heading"


def test_dates_and_places_at_the_right_margin_are_no_column() -> None:
    page: list[tuple[float, float, str, float]] = []
    firms = [("A Ltd", "Lisbon"), ("B and Sons", "Porto, Portugal"), ("C", "remote"), ("D Group", "Faro")]
    for n, (firm, place) in enumerate(firms):
        width = stringWidth(place, "Helvetica", 10)
        page += [(LEFT, 700 - 60 * n, firm, 10), (535 - width, 700 - 60 * n, place, 10)]
        page += column(LEFT, WORDS[:2], 686 - 60 * n)
    assert [f"{firm}\t{place}" for firm, place in firms] == [line for line in texts(pages(page)) if "\t" in line]


def test_a_heading_below_a_short_list_in_two_columns_is_read_after_both() -> None:
    page = [
        *column(LEFT, ["Skills"], 700),
        *column(80, [f"- {w}" for w in SIDE], 686),
        *column(330, [f"- {w}" for w in WORDS], 686),
    ]
    page += column(
        LEFT,
        ["Work History", "Product Manager", "A long line of text that goes over the whole width of the page " * 2],
        620,
    )
    read = texts(pages(page))
    assert read[:9] == ["Skills", *SIDE, *WORDS]
    assert read[9] == "Work History"


def test_wrapped_text_of_a_cell_belongs_to_its_row() -> None:
    page = [
        (LEFT, 700, "2012 - 2014", 10),
        (180, 700, "Master of Science in a subject that is longer than its own column", 10),
    ]
    page += [(180, 688, "and wraps", 10), (LEFT, 676, "2008 - 2011", 10), (180, 676, "Bachelor of Science", 10)]
    page += column(LEFT, ["Something else that stands over the width of the page, as a paragraph does it"], 640)
    assert texts(pages(page))[0].endswith("its own column and wraps")


def test_a_list_without_marks_is_told_by_its_hanging_indent() -> None:
    wide = "Led the billing team in Lisbon through a year that nobody in the firm will ever forget,"
    page = [(LEFT, 700, wide, 10), (72, 688, "and grew it", 10), (LEFT, 676, wide, 10), (72, 664, "and grew it", 10)]
    page += [(LEFT, 652, "Cut cost for all the firms", 10), (LEFT, 640, "Ran nine tests a week", 10)]
    assert texts(pages(page)) == [f"{wide} and grew it"] * 2 + ["Cut cost for all the firms", "Ran nine tests a week"]


def test_what_looks_like_the_known_headings_is_a_heading() -> None:
    page = column(LEFT, WORDS, 700)
    for n, name in enumerate(["Experience", "Things on wheels", "Education"]):
        page += [(LEFT, 630 - 80 * n, name, 10.8), *column(LEFT, WORDS, 612 - 80 * n)]
    assert kinds(pages(page))["Things on wheels"] == "heading"


def test_narrow_word_spaces_and_words_that_overlap() -> None:
    def draw(page: canvas.Canvas) -> None:
        text = page.beginText(LEFT, 600)
        text.setFont("Helvetica", 10)
        text.setWordSpace(-1.4)
        text.textOut("Proven in scaling teams")
        page.drawText(text)
        page.drawString(LEFT, 560, "01/2018 - 12/2020")
        page.drawString(LEFT + 72, 560, "Engineer")

    document = paint(draw)
    assert "Proven in scaling teams" in document.text
    assert "01/2018 - 12/2020 Engineer" in document.text


@pytest.mark.parametrize("number", ["#/3", "Page # of 3", "- # -", "#"])
def test_page_numbers_are_no_text(number: str) -> None:
    document = draw(*column(LEFT, WORDS), (280, 60, number, 9), pages=3)
    assert [line for line in texts(document) if line not in WORDS] == []


def test_contact_that_stands_only_in_the_page_header() -> None:
    header = (LEFT, 815, "Ada Example - ada@example.org", 9)
    named = [problem.name for problem in draw(header, *column(LEFT, WORDS), pages=2).quality.problems]
    again = draw(header, *column(LEFT, [*WORDS, "Write to ada@example.org"]), pages=2).quality.problems
    assert "contact-in-header" in named
    assert "contact-in-header" not in [problem.name for problem in again]


@pytest.mark.parametrize("degrees", [90, -90])
def test_turned_text(degrees: int) -> None:
    def label(page: canvas.Canvas) -> None:
        page.rotate(degrees)
        page.drawString(*((300, -30) if degrees > 0 else (-600, 30)), "CURRICULUM")

    document = paint(label)
    assert "CURRICULUM" not in document.text
    assert [p.message for p in document.quality.problems] == [
        'text that runs up or down the page, 1 word not read: "CURRICULUM"'
    ]


@pytest.mark.parametrize("degrees", [90, -90, 180])
def test_a_page_that_was_turned_is_read(degrees: int) -> None:
    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=(595, 842))
    page.translate(*{90: (595, 0), -90: (0, 842), 180: (595, 842)}[degrees])
    page.rotate(degrees)
    for n, line in enumerate(WORDS):
        page.drawString(60, 500 - 14 * n, f"- {line}")
    page.showPage()
    page.save()
    assert texts(pdf.read("turned.pdf", stream.getvalue())) == WORDS


def test_a_line_that_a_page_break_cuts_is_printed_on_both_pages_and_read_once() -> None:
    cut = "- Priced and sold the office tools of the firm"
    document = pages(column(LEFT, [f"- {WORDS[0]}", cut], 60), column(LEFT, [cut, f"- {WORDS[1]}"], 820))
    assert texts(document) == [WORDS[0], cut[2:], WORDS[1]]


def test_a_wide_word_that_would_not_have_fitted_goes_on_with_its_line() -> None:
    lines = ["- Illimitable lift tilts fill little lilting intervals in all initial", "MWMWMW", "- Ran it"]
    page = [(LEFT, 700, lines[0], 10), (LEFT + 6, 688, lines[1], 10), (LEFT, 676, lines[2], 10)]
    page += [(LEFT, 664, "- " + "Mended " * 6, 10)]
    assert texts(pages(page))[0] == f"{lines[0][2:]} MWMWMW"


def test_dates_that_wrap_in_a_narrow_column() -> None:
    page = [(LEFT, 700, "Mar. 2021 -", 10), (125, 700, "Product Manager, A Ltd", 10)]
    page += [(LEFT, 686, "Present", 10), (125, 686, "- Led the billing team", 10), (125, 672, "- Cut cost", 10)]
    page += [(LEFT, 650, "June 2018 -", 10), (125, 650, "Analyst, B Ltd", 10), (LEFT, 636, "February", 10)]
    page += [(125, 636, "- Wrote the plan", 10), (LEFT, 622, "2021", 10), (125, 622, "- Ran nine tests", 10)]
    assert texts(pages(page)) == [
        "Mar. 2021 - Present Product Manager, A Ltd", "Led the billing team", "Cut cost",
        "June 2018 - February 2021 Analyst, B Ltd", "Wrote the plan", "Ran nine tests",
    ]  # fmt: skip


def test_a_table_above_jobs_takes_no_dates_from_them() -> None:
    page = column(LEFT, ["Skills", "SQL", "Figma", "Research"], 700) + column(400, ["Expert", "Good", "Good"], 686)
    page += [(LEFT, 620, "Experience", 10)]
    for n, (job, dates) in enumerate(
        [("Product Manager, A", "Mar 2021 - Present"), ("Analyst, B", "May 2018 - Feb 2021")]
    ):
        page += [
            (LEFT, 600 - 60 * n, job, 10),
            (400, 600 - 60 * n, dates, 10),
            *column(LEFT, [f"- {w}" for w in WORDS[:2]], 586 - 60 * n),
        ]
    read = texts(pages(page))
    assert "Product Manager, A\tMar 2021 - Present" in read
    assert "Analyst, B\tMay 2018 - Feb 2021" in read
