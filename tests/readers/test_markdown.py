"""Markdown: what is a heading, an item, a row, a line; and where each character stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spm_fit.model.document import Document, Span
from spm_fit.readers import markdown
from spm_fit.readers.clean import clean


def read(text: str) -> Document:
    return markdown.read("resume.md", text.encode())


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind.value, document.slice(block.span)) for block in document.blocks]


LONG = "I build calm software for people who have better things to do than to use it all day,"
CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "headings": ("# Ada *Example*\n\nWork\n----\n", [("heading", "Ada Example"), ("heading", "Work")]),
    "bold line as a heading": ("**Experience**\n\ntext here\n", [("heading", "Experience"), ("paragraph", "text here")]),
    "dated heading": ("### Lead, Acme, 2019 - 2021\n", [("paragraph", "Lead, Acme, 2019 - 2021")]),
    "items": ("- one\n* two\n\n1. three\n", [("item", "one"), ("item", "two"), ("item", "three")]),
    "wrapped item": ("- Led the team\n  of nine\n", [("item", "Led the team of nine")]),
    "nested items": ("- Led\n  - Hired nine\n", [("item", "Led"), ("item", "Hired nine")]),
    "check boxes": ("- [x] Shipped it\n", [("item", "Shipped it")]),
    "short lines stay": ("**Product Manager**, Acme\nJan 2020 - now\n", [("paragraph", "Product Manager, Acme"), ("paragraph", "Jan 2020 - now")]),
    "long lines wrap": (f"{LONG}\nand I measure it.\n", [("paragraph", f"{LONG} and I measure it.")]),
    "hard breaks": (f"{LONG}  \nLisbon\n", [("paragraph", LONG), ("paragraph", "Lisbon")]),
    "br": ("Lisbon<br>ada@example.org\n", [("paragraph", "Lisbon"), ("paragraph", "ada@example.org")]),
    "tables": ("| Year | What |\n|---|---|\n| 2012 | BA |\n", [("row", "Year\tWhat"), ("row", "2012\tBA")]),
    "links": ("See [my site](https://a.example/x_(y)) and <b@c.example>\n", [("paragraph", "See my site and b@c.example")]),
    "images": ("![a photo](me.png) Ada\n", [("paragraph", "Ada")]),
    "entities and escapes": ("Made R&amp;D \\* 5 &euro;\n", [("paragraph", "Made R&D * 5 €")]),
    "code": ("Use `SQL` daily\n\n```\nselect x\n```\n", [("paragraph", "Use SQL daily"), ("paragraph", "select x")]),
    "quotes": ("> Best manager I had\n", [("paragraph", "Best manager I had")]),
    "html": ('<div align="center">Ada <b>Example</b><br>Lisbon</div>\n', [("paragraph", "Ada Example"), ("paragraph", "Lisbon")]),
    "html with entities": ("<summary><b>Lead</b>, Tea &amp; Co &mdash; R&D</summary>\n\n* Led it\n", [("paragraph", "Lead, Tea & Co — R&D"), ("item", "Led it")]),
    "html lists and headings": ("<h2>Work</h2>\n<ul>\n<li>Led <b>it</b></li>\n</ul>\n", [("heading", "Work"), ("item", "Led it")]),
    "html in quotations": ("> <div>Tea &lt; rum</div>\n", [("paragraph", "Tea < rum")]),
    "wiki links": ("At [[Tea Hub]] and [[notes/Rum|the Rum House]], [[1]](https://a.example)\n", [("paragraph", "At Tea Hub and the Rum House, [1]")]),
    "wiki links in tables": ("| A | B |\n|---|---|\n| [[x\\|y]] | ==z== |\n", [("row", "A\tB"), ("row", "y\tz")]),
    "embedded files": ("![[me.png]]\n\nAda ![[x.pdf|300]]\n", [("paragraph", "Ada")]),
    "callouts": ("> [!info] Contact\n> Lisbon\n\n> [!note]-\n> Porto\n", [("paragraph", "Contact"), ("paragraph", "Lisbon"), ("paragraph", "Porto")]),
    "marked and struck words": ("Led ==two **big** teams== and ~~one~~ more\n", [("paragraph", "Led two big teams and one more")]),
    "signs that mark nothing": ("a == b, x==y==z, 5%% and 6%%, ~c, at 10:30: d\n", [("paragraph", "a == b, x==y==z, 5%% and 6%%, ~c, at 10:30: d")]),
    "marks in code": ("Use `[[x]]`\n\n```\nif [[a]] ==b==\n```\n", [("paragraph", "Use [[x]]"), ("paragraph", "if [[a]] ==b==")]),
    "private comments": ("Led %% not so %% it\n\n%%\nfor me\n\n# alone\n%%\nEnd\n", [("paragraph", "Led it"), ("paragraph", "End")]),
    "badges": ("[![Mail](https://a.example/b.svg)](mailto:a@b.example)\n![Build](c.svg)\n\nAda\n", [("paragraph", "Ada")]),
    "emoji": ("## :briefcase: Experience\n\n## \U0001f4bc Skills\n", [("heading", "Experience"), ("heading", "\U0001f4bc Skills")]),
    "footnotes": ("Led it[^1]\n\n[^1]: Twice.\n", [("paragraph", "Led it"), ("paragraph", "Twice.")]),
    "comments": ("<!-- not for print -->\nAda was here\n", [("paragraph", "Ada was here")]),
    "front matter": ("---\ntitle: x\n---\n# Ada Example\n", [("heading", "Ada Example")]),
    "ligatures": ("Ran the o\ufb03ce\n", [("paragraph", "Ran the office")]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_blocks(name: str) -> None:
    text, wanted = CASES[name]
    assert blocks(text) == wanted


def test_lines_count_from_the_top_of_the_file() -> None:
    document = read("---\ntitle: x\n---\n\n# Ada Example\n\n- Led *nine* people\n")
    place = document.locate(document.blocks[1].span)
    assert (place.line, place.column, place.end_line, place.end_column) == (7, 3, 7, 20)


@pytest.mark.parametrize(
    ("text", "word", "column", "length"),
    [
        ("At [[notes/Rum|the Rum House]] since\n", "the Rum House", 16, 13),
        ("Led ==two== teams\n", "two", 7, 3),
        ("> [!info] Contact\n", "Contact", 11, 7),
        ("<p>Tea &amp; Co</p>\n", "Tea & Co", 4, 12),
        ("> <p>Tea &amp; Co</p>\n", "& Co", 10, 8),
    ],
)
def test_places_between_marks(text: str, word: str, column: int, length: int) -> None:
    document = read(text)
    start = document.text.index(word)
    place = document.locate(Span(start, start + len(word)))
    assert (place.column, place.end_column) == (column, column + length)


def test_hidden_html_is_told() -> None:
    document = read('<p style="opacity:0">agile roadmap</p>\n\nAda\n')
    assert (document.text, [problem.name for problem in document.quality.problems]) == ("Ada", ["hidden-text"])


@pytest.mark.parametrize(
    "bad",
    [
        "[[" * 3000,
        "==a " * 3000,
        "%%a\n" * 3000,
        "~~" * 3000,
        "<p>\n\n" * 1000,
        "```\n" * 3001,
        "[" * 5000,
        "*a" * 5000,
        "> " * 3000,
        "<" * 5000,
        "`" * 5000,
        "- " * 3000,
        "![" * 3000,
    ],
)
def test_odd_input_is_read(bad: str) -> None:
    assert read(f"Ada Example\n\n{bad}\n").text.startswith("Ada Example")


MARKS = st.text(alphabet=st.sampled_from(list("ab c*_`[]()<>!#-\\&;|\n1.\ufb01é=%~:^")), max_size=60)


@given(MARKS)
def test_every_character_stands_where_it_is_said_to_stand(text: str) -> None:
    document = read(text)
    lines = text.split("\n")
    for offset, char in enumerate(document.text):
        place = document.place(offset)
        if char != "\n" and place.wide:
            source = lines[place.line - 1][place.column - 1 : place.column - 1 + place.wide]
            assert char in clean(source) or (char.isspace() and not source.strip()) or "&" in source
