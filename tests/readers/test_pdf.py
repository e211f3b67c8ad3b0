"""PDF: reading order, joined words, and what could not be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.lib.colors import black
from reportlab.pdfgen import canvas

from spm_fit import readers
from spm_fit.model.document import Document
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
    from spm_fit.readers import pdf

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
