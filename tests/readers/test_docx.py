"""Word documents: what is a heading, an item, a row; what stands beside what; what is hidden; what is no document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Pt, RGBColor
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from spm_fit.errors import InputError
from spm_fit.model.document import Document, Problem, Span
from spm_fit.readers import docx as reader
from spm_fit.readers.word import package, story

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Part"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Section name"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="LP"><w:name w:val="List Paragraph"/><w:pPr><w:ind w:left="720"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/><w:pPr><w:ind w:left="1440"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
"""


def part(name: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMES}>{inner}</w:{name}>'


def relations(*found: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for i, kind, to in found)
    return f'<Relationships xmlns="{_RELS}">{inner}</Relationships>'


def archive(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return stream.getvalue()


def packed(body: str, section: str = "", margins: dict[str, str] | None = None, settings: str = "") -> bytes:
    """A document of this body; `margins` are its headers and footers, by the id of their relationship."""
    margins = margins or {}
    related = [("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"), ("t", "settings", "settings.xml")]
    related += [(name, name.rstrip("0123456789"), f"{name}.xml") for name in margins]
    return archive(
        {
            "_rels/.rels": relations(("d", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(*related),
            "word/document.xml": part("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"),
            "word/styles.xml": part("styles", STYLES),
            "word/numbering.xml": part("numbering", NUMBERING),
            "word/settings.xml": part("settings", settings),
        }
        | {f"word/{name}.xml": part("hdr", inner) for name, inner in margins.items()}
    )


def read(body: str, section: str = "", margins: dict[str, str] | None = None, settings: str = "") -> Document:
    return reader.read("resume.docx", packed(body, section, margins, settings))


def blocks(document: Document | str) -> list[tuple[str, str]]:
    found = read(document) if isinstance(document, str) else document
    return [(block.kind.value, found.slice(block.span)) for block in found.blocks]


def texts(document: Document | str) -> list[str]:
    return [text for _, text in blocks(document)]


def problems(document: Document) -> dict[str, Problem]:
    return {problem.name: problem for problem in document.quality.problems}


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inner: str, style: str = "", props: str = "") -> str:
    """A paragraph of runs; what is no markup is text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(piece if piece.startswith("<") else run(piece) for piece in inner)
    return f"<w:p><w:pPr>{named}{props}</w:pPr>{runs}</w:p>"


def item(text: str, level: int = 0) -> str:
    return para(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def cell(*inner: str, props: str = "") -> str:
    content = "".join(piece if piece.startswith("<") else para(piece) for piece in inner)
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{content}</w:tc>"


def table(*rows: list[str], props: str = "") -> str:
    made = "".join(f"<w:tr>{''.join(c if c.startswith('<w:tc>') else cell(c) for c in cells)}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr>{props}</w:tblPr>{made}</w:tbl>"


def anchored(inner: str, props: str = "", size: tuple[int, int] = (0, 0)) -> str:
    """A drawing with a text box, as Word writes it: once in each of its two languages."""
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:spPr>{props}</wps:spPr><wps:txbx>{box}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
BOLD, WHITE = "<w:b/>", '<w:color w:val="FFFFFF"/>'
FIELD = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
TEXT = "Led the rollout of three apps for nine clinics in the north of the country"
DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'

PARAGRAPHS = {
    "style": (para("Work", style="H1"), [("heading", "Work")]),
    "style based on a heading": (para("Work", style="Mine"), [("heading", "Work")]),
    "style with an outline level": (para("Work", style="Level"), [("heading", "Work")]),
    "direct outline level": (para("Work", props='<w:outlineLvl w:val="0"/>'), [("heading", "Work")]),
    "style based on itself": (para(TEXT, style="Loop"), [("paragraph", TEXT)]),
    "bold": (para(run("Work", BOLD)), [("heading", "Work")]),
    "bold style": (para("Work", style="Loud"), [("heading", "Work")]),
    "bold taken back": (para(run("Work", '<w:b w:val="0"/>'), style="Loud"), [("paragraph", "Work")]),
    "bold in both styles": (para(run("Work", '<w:rStyle w:val="Strong"/>'), style="Loud"), [("paragraph", "Work")]),
    "partly bold": (para(run("Skills: ", BOLD), "SQL"), [("paragraph", "Skills: SQL")]),
    "large": (para(run("Work", '<w:sz w:val="30"/>')), [("heading", "Work")]),
    "capitals": (para(run("Work", "<w:caps/>")), [("heading", "WORK")]),
    "small capitals": (para(run("Work", "<w:smallCaps/>")), [("heading", "Work")]),
    "list": (item(TEXT), [("item", TEXT)]),
    "list style": (para(TEXT, style="LB"), [("item", TEXT)]),
    "list style taken back": (
        para(TEXT, style="LB", props='<w:numPr><w:numId w:val="0"/></w:numPr>'),
        [("paragraph", TEXT)],
    ),
    "list without a mark": (para(TEXT, props='<w:numPr><w:numId w:val="2"/></w:numPr>'), [("paragraph", TEXT)]),
    "indented without a list": (para(TEXT, style="LP"), [("paragraph", TEXT)]),
    "typed bullet": (para(f"•\t{TEXT}"), [("item", TEXT)]),
    "typed dash": (para("- ", TEXT), [("item", TEXT)]),
    "letter for a circle": (para("o", TAB, TEXT), [("item", TEXT)]),
    "symbol": (para('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>', TAB, TEXT), [("item", TEXT)]),
    "private character": (para("\uf0b7 ", TEXT), [("item", TEXT)]),
    "letter of a symbol font": (
        para(run("l", '<w:rFonts w:ascii="Wingdings"/>'), TAB, TEXT),
        [("item", TEXT)],
    ),
    "icon": (para(run("\uf0e0", '<w:rFonts w:ascii="FontAwesome"/>'), " ana@example.com"), [("paragraph", "ana@example.com")]),
    "picture of a symbol font": (
        para('<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>', " 0171 555 0134"),
        [("paragraph", "0171 555 0134")],
    ),
    "arrow": (para("from 19 ", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', " 7"), [("paragraph", "from 19 → 7")]),
    "tab": (para("Product Manager", TAB, TAB, "2019 – 2021"), [("row", "Product Manager\t2019 – 2021")]),
    "typed blanks": (para("Product Manager        2019 – 2021"), [("row", "Product Manager\t2019 – 2021")]),
    "heading with a date": (para("Product Manager", TAB, "2019", style="H1"), [("row", "Product Manager\t2019")]),
    "line breaks": (
        para("Product Manager", BREAK, "Acme Ltd", "<w:r><w:cr/></w:r>", "2019 – 2021"),
        [("paragraph", "Product Manager"), ("paragraph", "Acme Ltd"), ("paragraph", "2019 – 2021")],
    ),
    "sentence broken by hand": (
        para(TEXT, BREAK, "and of two more in the south"),
        [("paragraph", f"{TEXT} and of two more in the south")],
    ),
    "item broken by hand": (
        para(TEXT, BREAK, "Cut the cost", style="LB"),
        [("item", f"{TEXT} Cut the cost")],
    ),
    "title and text in one item": (
        para(run("Product Manager", BOLD), BREAK, TEXT, style="LB"),
        [("item", "Product Manager"), ("paragraph", TEXT)],
    ),
    "hyphens": (
        para("cross", "<w:r><w:noBreakHyphen/></w:r>", "func", "<w:r><w:softHyphen/></w:r>", "tional road\u00admap"),
        [("paragraph", "cross-functional roadmap")],
    ),
    "tracked letters": (para("W O R K   H I S T O R Y"), [("heading", "WORK HISTORY")]),
    "link": (para(f'<w:hyperlink r:id="x">{run("my page")}</w:hyperlink>', " and more"), [("paragraph", "my page and more")]),
    "changes": (
        para(f"<w:ins>{run('Led ')}</w:ins>", f"<w:del><w:r><w:delText>Ran </w:delText></w:r>{run('Did')}</w:del>", "two teams"),
        [("paragraph", "Led two teams")],
    ),
    "moves": (
        para(f"<w:moveFrom>{run('There ')}</w:moveFrom>", f"<w:moveTo>{run('Here ')}</w:moveTo>", "it is"),
        [("paragraph", "Here it is")],
    ),
    "content controls": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{para(f'<w:sdt><w:sdtContent>{run(TEXT)}</w:sdtContent></w:sdt>')}</w:sdtContent></w:sdt>",
        [("paragraph", TEXT)],
    ),
    "tags": (
        f"<w:customXml>{para(f'<w:smartTag>{run(TEXT)}</w:smartTag>')}</w:customXml>",
        [("paragraph", TEXT)],
    ),
    "fields": (
        para(
            "Page ", FIELD.format("begin"), "<w:r><w:instrText> PAGE </w:instrText></w:r>", FIELD.format("separate"),
            run("4"), FIELD.format("end"), " of ", f'<w:fldSimple w:instr="NUMPAGES">{run("9")}</w:fldSimple>',
            FIELD.format("begin"), "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>", FIELD.format("separate"),
            run("my page"), FIELD.format("end"),
        ),
        [("paragraph", "Page of my page")],
    ),
    "field that never ends": (
        para(FIELD.format("begin"), "<w:r><w:instrText>REF x</w:instrText></w:r>", TEXT),
        [("paragraph", TEXT)],
    ),
    "marks of notes and comments": (
        para(TEXT, '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:commentReference w:id="1"/></w:r>'),
        [("paragraph", TEXT)],
    ),
    "formula": (para(TEXT, "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), [("paragraph", TEXT)]),
    "ruby": (
        para("<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Base</w:t></w:r></w:rubyBase></w:ruby></w:r>", " text"),
        [("paragraph", "Base text")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(written: str, wanted: list[tuple[str, str]]) -> None:
    body = para(f"{TEXT}. {TEXT}.")
    assert blocks(body + written)[1:] == wanted


JOB = [para(run("Product Manager", BOLD)), "Acme Ltd", item(TEXT), item("Cut the cost of hosting by half")]
DONE = [("item", TEXT), ("item", "Cut the cost of hosting by half")]
SIDE = [para(run("Skills", BOLD)), "SQL", "Figma", "Jira and its many plug-ins, with reports and boards"]
MAIN = [para("Work", style="H1"), "Product Manager, Acme", item(TEXT)]
ACROSS, TALL, GOES_ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

TABLES = {
    "rows": (
        table(["2019 – 2021", "Product Manager", "Acme"], ["2017 – 2019", "Analyst", "Acme"]),
        [("row", "2019 – 2021\tProduct Manager\tAcme"), ("row", "2017 – 2019\tAnalyst\tAcme")],
    ),
    "skills": (table(["Data", "SQL, Looker"]), [("row", "Data\tSQL, Looker")]),
    "date at the left": (
        table([cell("2019 – 2021"), cell(*JOB)]),
        [("row", "Product Manager\t2019 – 2021"), ("paragraph", "Acme Ltd"), *DONE],
    ),
    "date at the right": (
        table([cell(*JOB), cell("2019 – 2021")]),
        [("row", "Product Manager\t2019 – 2021"), ("paragraph", "Acme Ltd"), *DONE],
    ),
    "date and place": (
        table([cell("2019 – 2021", "Porto"), cell(*JOB)]),
        [("row", "Product Manager\t2019 – 2021"), ("row", "Acme Ltd\tPorto"), *DONE],
    ),
    "broken date": (
        table([cell("May 2019 –", "Present"), cell(*JOB)]),
        [("row", "Product Manager\tMay 2019 – Present"), ("paragraph", "Acme Ltd"), *DONE],
    ),
    "more beside a job than it has lines": (
        table([cell("Acme Ltd", "Porto", "2019 – 2021"), cell(JOB[0], *JOB[2:])]),
        [("row", "Product Manager\t2019 – 2021"), ("paragraph", "Acme Ltd"), ("paragraph", "Porto"), *DONE],
    ),
    "dates of two jobs in one cell": (
        table([cell("2019 – 2021", "2017 – 2018"), cell(*JOB, "Analyst", item("Wrote forty reports"))]),
        [("row", "Product Manager\t2019 – 2021"), ("paragraph", "Acme Ltd"), *DONE, ("row", "Analyst\t2017 – 2018"), ("item", "Wrote forty reports")],
    ),
    "date beside items only": (
        table([cell("2019 – 2021"), cell(*JOB[2:])]),
        [("paragraph", "2019 – 2021"), *DONE],
    ),
    "name and contact": (
        table([cell("Ana Nunes"), cell("Porto", "ana@example.com")]),
        [("paragraph", "Ana Nunes"), ("paragraph", "Porto"), ("paragraph", "ana@example.com")],
    ),
    "name with a year": (
        table([cell("Ana Nunes", "Product Manager since 2015"), cell("Porto", "ana@example.com")]),
        [("paragraph", text) for text in ("Ana Nunes", "Product Manager since 2015", "Porto", "ana@example.com")],
    ),
    "items in cells": (table([cell(item("SQL")), cell(item("Figma"))]), [("item", "SQL"), ("item", "Figma")]),
    "labels": (
        table([cell(para(run("WORK"))), cell(*JOB)], [cell(para(run("STUDIES"))), cell("BSc Physics", TEXT, "2012")]),
        [("heading", "WORK"), ("heading", "Product Manager"), ("paragraph", "Acme Ltd"), *DONE,
         ("heading", "STUDIES"), ("paragraph", "BSc Physics"), ("paragraph", TEXT), ("paragraph", "2012")],
    ),
    "sidebar": (
        table([cell("Ana Nunes", props=ACROSS)], [cell(*SIDE), cell(*MAIN)], [cell("Python, R and a little bit of Julia"), cell(*JOB)]),
        [("paragraph", "Ana Nunes"), ("heading", "Skills"), ("paragraph", "SQL"), ("paragraph", "Figma"),
         ("paragraph", "Jira and its many plug-ins, with reports and boards"), ("paragraph", "Python, R and a little bit of Julia"),
         ("heading", "Work"), ("paragraph", "Product Manager, Acme"), ("item", TEXT), ("heading", "Product Manager"), ("paragraph", "Acme Ltd"), *DONE],
    ),
    "tall sidebar at the right": (
        table([cell(*MAIN), cell(*SIDE, props=TALL)], [cell(*JOB), cell("", props=GOES_ON)]),
        [("heading", "Work"), ("paragraph", "Product Manager, Acme"), ("item", TEXT), ("heading", "Product Manager"), ("paragraph", "Acme Ltd"), *DONE,
         ("heading", "Skills"), ("paragraph", "SQL"), ("paragraph", "Figma"), ("paragraph", "Jira and its many plug-ins, with reports and boards")],
    ),
    "merged cells": (
        table([cell("2019", props=TALL), "Talk one"], [cell("", props=GOES_ON), "Talk two"], [cell("Sum of all", props=ACROSS)]),
        [("row", "2019\tTalk one"), ("paragraph", "Talk two"), ("paragraph", "Sum of all")],
    ),
    "nested": (
        table([cell(table(["2019", "Product Manager"]), para())]),
        [("row", "2019\tProduct Manager")],
    ),
    "deleted row": (
        table(["2019", "Manager"]).replace("</w:tbl>", f"<w:tr><w:trPr><w:del/></w:trPr>{cell('Gone')}</w:tr></w:tbl>"),
        [("row", "2019\tManager")],
    ),
    "content controls": (
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>" + cell("2019") + "</w:sdtContent></w:sdt>" + cell("Manager")
        + "</w:tr></w:sdtContent></w:sdt></w:tbl>",
        [("row", "2019\tManager")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), TABLES.values(), ids=TABLES)
def test_tables(written: str, wanted: list[tuple[str, str]]) -> None:
    assert blocks(written) == wanted


def test_the_columns_of_a_layout_table_are_regions_and_are_noted() -> None:
    document = read(table([cell("Ana Nunes", props=ACROSS)], [cell(*SIDE), cell(*MAIN)]))
    regions = [block.region for block in document.blocks]
    assert regions == [0] + [1] * 4 + [2] * 3
    assert document.quality.columns == 2
    assert "columns" in problems(document)


@pytest.mark.parametrize("columns", ['<w:cols w:num="2"/>', '<w:cols><w:col w:w="1"/><w:col w:w="2"/></w:cols>'])
def test_columns_of_a_section_are_read_in_the_order_of_the_document(columns: str) -> None:
    document = read(para("First here") + para("Second there"), columns)
    assert texts(document) == ["First here", "Second there"]
    assert document.quality.columns == 2


LISTED = "".join(map(para, (run("Skills", BOLD), "SQL", "Figma", "Jira", "Miro")))
BOXES = {
    "after its paragraph": (para(anchored(para("A small box")), TEXT) + para("Next"), [TEXT, "A small box", "Next"]),
    "heading": (para(anchored(para(run("Work", BOLD))), TEXT), ["Work", TEXT]),
    "several": (para(anchored(para("One")), anchored(para("Two"))), ["One", "Two"]),
    "with a table": (para(anchored(table(["2019", "Manager"]))), ["2019\tManager"]),
    "box in a box": (para(anchored(para(anchored(para("Inner")), "Outer"))), ["Outer", "Inner"]),
    "old drawing": (
        para(f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{para('Boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>", TEXT),
        [TEXT, "Boxed"],
    ),
    "a column that stands beside the text": (
        para(anchored(LISTED, size=(200, 700)), "Ana") + para("Work", style="H1") + para(TEXT),
        ["Ana", "Work", TEXT, "Skills", "SQL", "Figma", "Jira", "Miro"],
    ),
    "a column that is the text": (
        para(anchored(LISTED, size=(200, 700))) + para("Ana"),
        ["Skills", "SQL", "Figma", "Jira", "Miro", "Ana"],
    ),
    "a wide box": (
        para(anchored(LISTED, size=(700, 200))) + para("Work", style="H1") + para(TEXT),
        ["Skills", "SQL", "Figma", "Jira", "Miro", "Work", TEXT],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("written", "wanted"), BOXES.values(), ids=BOXES)
def test_text_boxes_are_read_once_where_they_hang(written: str, wanted: list[str]) -> None:
    assert texts(written) == wanted


TRANSPARENT = '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="{}"/></w14:srgbClr></w14:solidFill></w14:textFill>'
HIDDEN = {
    "vanish": run("secret words", "<w:vanish/>"),
    "vanish of a style": run("secret words", '<w:rStyle w:val="Gone"/>'),
    "white": run("secret words", WHITE),
    "nearly white": run("secret words", '<w:color w:val="FDFDFD"/>'),
    "tiny": run("secret words", '<w:sz w:val="2"/>'),
    "dark on dark": run("secret words", f'<w:color w:val="1F3864"/>{DARK}'),
    "under a marker of its colour": run("secret words", '<w:color w:val="000080"/><w:highlight w:val="darkBlue"/>'),
    "too narrow": run("secret words", '<w:w w:val="1"/>'),
    "narrow in per cent": run("secret words", '<w:w w:val="10%"/>'),
    "transparent": run("secret words", TRANSPARENT.format(100000)),
    "without a fill": run("secret words", "<w14:textFill><w14:noFill/></w14:textFill>"),
    "white on a white shade": run("secret words", f'{WHITE}<w:shd w:val="clear" w:fill="FFFFFF"/>'),
}


@pytest.mark.parametrize("written", HIDDEN.values(), ids=HIDDEN)
def test_hidden_text_is_left_out_and_said(written: str) -> None:
    document = read(para("Shown ", written, run(" "), "here") + para(TEXT))
    assert texts(document) == ["Shown here", TEXT]
    assert problems(document)["hidden-text"].message == '2 hidden words left out: "secret words"'


SHOWN = {
    "narrow": para(run("Work", '<w:b/><w:w w:val="66"/>')),
    "half transparent": para(run("Work", "<w:b/>" + TRANSPARENT.format(50000))),
    "outlined": para(run("Work", "<w:b/><w14:textFill><w14:noFill/></w14:textFill><w14:textOutline w14:w='9525'/>")),
    "shaded run": para(run("Work", WHITE + DARK)),
    "shaded paragraph": para(run("Work", WHITE), props=DARK),
    "highlighter": para(run("Work", f'{WHITE}<w:highlight w:val="darkBlue"/>')),
    "shaded cell": table([cell(para(run("Work", WHITE)), props=DARK)]),
    "shaded by the style of the table": table(
        [cell(para(run("Work", WHITE)))], props='<w:tblStyle w:val="Grid"/>'
    ),
    "filled box": para(
        anchored(para(run("Work", WHITE)), '<a:solidFill><a:srgbClr val="203040"/></a:solidFill>')
    ),
    "box filled from the theme": para(
        anchored(para(run("Work", WHITE)), '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>')
    ),
}  # fmt: skip


@pytest.mark.parametrize("written", SHOWN.values(), ids=SHOWN)
def test_white_on_dark_is_text(written: str) -> None:
    document = read(written + para(TEXT))
    assert texts(document) == ["Work", TEXT]
    assert not document.quality.problems


def floating(inner: str, wrap: str) -> str:
    extent = '<wp:extent cx="7000000" cy="1500000"/>'
    graphic = f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:anchor>{extent}{wrap}{graphic}</wp:anchor></w:drawing></w:r>"


FILLED = '<wps:spPr><a:solidFill><a:srgbClr val="203040"/></a:solidFill></wps:spPr>'
OWN = f"<wps:txbx><w:txbxContent>{para('Boxed')}</w:txbxContent></wps:txbx>"
FLOATING = {
    "banner": (floating(f"<wps:wsp>{FILLED}</wps:wsp>", "<wp:wrapNone/>"), True),
    "picture": (floating("<a:blip/>", "<wp:wrapNone/>"), True),
    "picture that text flows around": (floating("<a:blip/>", "<wp:wrapSquare/>"), False),
    "empty frame": (floating("<wps:wsp><wps:spPr><a:noFill/></wps:spPr></wps:wsp>", "<wp:wrapNone/>"), False),
    "box with text of its own": (floating(f"<wps:wsp>{FILLED}{OWN}</wps:wsp>", "<wp:wrapNone/>"), False),
    "old banner": (
        '<w:r><w:pict><v:rect style="position:absolute;width:500pt" fillcolor="#203040"/></w:pict></w:r>',
        True,
    ),
}


@pytest.mark.parametrize(("written", "shown"), FLOATING.values(), ids=FLOATING)
def test_white_over_a_banner_is_read_with_a_note(written: str, shown: bool) -> None:
    document = read(para(written, run("Ana Nunes", WHITE)) + para(TEXT))
    assert ("Ana Nunes" in texts(document)) is shown
    assert set(problems(document)) == {"text-on-pictures" if shown else "hidden-text"}


def test_a_document_of_hidden_text_has_none() -> None:
    with pytest.raises(InputError, match="no text, only hidden text"):
        read(para(run("secret", WHITE)))


def on_page(body: str, colour: str, settings: str = "") -> Document:
    """A document whose page has a colour."""
    members = {"word/document.xml": part("document", f'<w:background w:color="{colour}"/><w:body>{body}</w:body>')}
    members["word/settings.xml"] = part("settings", settings)
    relationships = {"_rels/.rels": relations(("d", "officeDocument", "word/document.xml"))}
    relationships["word/_rels/document.xml.rels"] = relations(("t", "settings", "settings.xml"))
    return reader.read("resume.docx", archive(relationships | members))


PRINTED = "<w:displayBackgroundShape/>"
PAGES = {
    "white text on a dark page": ("101020", "", para(run(TEXT, WHITE)), True),
    "some white text on a dark page that is not printed": ("101020", "", para(TEXT) + para(run("More", WHITE)), False),
    "some white text on a dark page": ("101020", PRINTED, para(run("More", WHITE)) + para(run(TEXT, WHITE)), True),
    "dark text on a dark page": ("101020", PRINTED, para(TEXT) + para(run("More", '<w:color w:val="101020"/>')), False),
}


@pytest.mark.parametrize(("colour", "settings", "written", "shown"), PAGES.values(), ids=PAGES)
def test_text_stands_on_the_colour_of_its_page(colour: str, settings: str, written: str, shown: bool) -> None:
    document = on_page(written, colour, settings)
    assert TEXT in document.text
    assert [problem.name for problem in document.quality.problems] == ([] if shown else ["hidden-text"])


def test_a_document_that_hides_its_text_is_refused_for_that() -> None:
    with pytest.raises(InputError, match='only 1 word can be seen, the rest is hidden: 15 hidden words left out: "Led'):
        read(para("Experience") + para(run(TEXT, WHITE)))
    assert problems(read(para(TEXT) + 3 * para(run(TEXT, WHITE))))["hidden-text"].message.startswith("45 hidden words")


REFERENCE = '<w:{0}Reference w:type="{1}" r:id="{0}{2}"/>'


def test_headers_come_first_and_footers_last_where_they_say_something_new() -> None:
    body = para(TEXT) + para("Ana Nunes, Porto")
    section = (
        REFERENCE.format("header", "default", 1)
        + REFERENCE.format("header", "first", 2)
        + REFERENCE.format("header", "even", 3)
        + REFERENCE.format("footer", "default", 4)
        + "<w:titlePg/>"
    )
    margins = {
        "header1": para("Ana Nunes – Resume, page ", f'<w:fldSimple w:instr="PAGE">{run("2")}</w:fldSimple>'),
        "header2": para("ana@example.com") + para("Product Manager") + para("Product Manager"),
        "header3": para("never printed"),
        "footer4": para("Page 1 of 2") + para("References on request"),
    }
    document = read(body, section, margins)
    assert texts(document) == ["ana@example.com", "Product Manager", TEXT, "Ana Nunes, Porto", "References on request"]
    assert set(problems(document)) == {"contact-in-header"}


def test_contact_that_the_body_repeats_is_no_problem() -> None:
    section = REFERENCE.format("header", "default", 1)
    document = read(para("ana@example.com") + para(TEXT), section, {"header1": para("Ana, ana@example.com")})
    assert not document.quality.problems


def test_gaps_sizes_bold_and_indent() -> None:
    wide = '<w:spacing w:before="240"/>'
    body = (
        para(f"{TEXT}. {TEXT}.") + para("Right below") + para() + para("After an empty one") + para("Apart", props=wide)
    )
    body += (
        para(run("Large", '<w:sz w:val="40"/>')) + item("First") + item("Second", 1) + para(run("Bold it is.", BOLD))
    )
    document = read(body)
    found = {document.slice(block.span): block for block in document.blocks}
    assert [found[text].gap for text in ("Right below", "After an empty one", "Apart")] == [0.0, 1.0, 1.0]
    assert (found["Right below"].size, found["Large"].size) == (10.0, 20.0)
    assert (found["First"].indent, found["Second"].indent) == (36.0, 72.0)
    assert found["Bold it is."].bold
    assert not found["Right below"].bold


def test_space_that_all_paragraphs_have_parts_nothing() -> None:
    spaced = '<w:spacing w:after="160"/>'
    document = read("".join(para(text, props=spaced) for text in ("Product Manager", "Acme Ltd", "2019 – 2021")))
    assert [block.gap for block in document.blocks[1:]] == [0.0, 0.0]


def test_a_document_of_python_docx() -> None:
    made = docx.Document()
    made.add_heading("Ana Nunes", 0)
    made.add_heading("Experience", 1)
    line = made.add_paragraph()
    line.add_run("Product Manager").bold = True
    line.add_run("\t2019 – Present")
    line.add_run().add_break(WD_BREAK.LINE)
    line.add_run("Acme Ltd")
    made.add_paragraph(TEXT, style="List Bullet")
    made.add_page_break()
    hidden = made.add_paragraph().add_run("roadmap strategy vision")
    hidden.font.size, hidden.font.color.rgb = Pt(9), RGBColor(255, 255, 255)
    made.sections[0].header.paragraphs[0].text = "ana@example.com"
    stream = io.BytesIO()
    made.save(stream)
    document = reader.read("resume.docx", stream.getvalue())
    assert blocks(document) == [
        ("paragraph", "ana@example.com"),
        ("heading", "Ana Nunes"),
        ("heading", "Experience"),
        ("row", "Product Manager\t2019 – Present"),
        ("paragraph", "Acme Ltd"),
        ("item", TEXT),
    ]
    assert set(problems(document)) == {"hidden-text", "contact-in-header"}


MARKS = {
    "tracked-changes": para(f"<w:ins>{run('Led')}</w:ins>"),
    "comments": para(TEXT, '<w:r><w:commentReference w:id="1"/></w:r>'),
    "embedded": '<w:altChunk r:id="x"/>',
    "text-in-images": para(
        '<w:r><w:drawing><wp:inline><wp:extent cx="7000000" cy="9000000"/><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    ),
}


@pytest.mark.parametrize(("name", "written"), MARKS.items())
def test_what_is_said_of_the_file(name: str, written: str) -> None:
    assert set(problems(read(para(TEXT) + written))) == {name}


def test_long_documents_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.Walk, "__init__", limited(reader.Walk.__init__))
    document = read("".join(para(f"{number} {TEXT}") for number in range(9)))
    assert len(document.blocks) == 3
    assert "too-long" in problems(document)


def limited(init: Callable[..., None]) -> Callable[..., None]:
    return lambda self, *args, **kwargs: init(self, *args, **kwargs, left=200)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=40
)


@given(st.lists(st.lists(WORDS, max_size=4), max_size=6))
def test_every_place_is_that_of_the_printed_text(written: list[list[str]]) -> None:
    body = etree.Element("body")
    for words in written:
        made = etree.SubElement(body, "w")
        made.text = " ".join(words)
    texts = [etree.tostring(child, encoding="unicode")[3:-4] for child in body if child.text]
    document = read(para("Intro line") + "".join(para(run(text)) for text in texts))
    lines = document.text.split("\n")
    for block in document.blocks:
        for offset in range(block.span.start, block.span.end):
            place = document.locate(Span(offset, offset + 1))
            assert lines[place.line - 1][place.column - 1] == document.text[offset]


STRICT = "http://purl.oclc.org/ooxml/"


def test_strict_documents_other_paths_and_macros_are_read() -> None:
    body = part("document", f"<w:body>{para(TEXT)}</w:body>")
    for usual, strict in (
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/", f"{STRICT}wordprocessingml/"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/", f"{STRICT}officeDocument/"),
    ):
        body = body.replace(usual, strict)
    made = archive(
        {
            "_rels/.rels": relations(("d", "officeDocument", "/word/document2.xml")),
            "word\\document2.xml": body,
            "word/vbaProject.bin": b"\0\1",
        }
    )
    assert texts(reader.read("resume.docm", made)) == [TEXT]


MEMBERS = {
    "a spreadsheet": {"xl/workbook.xml": "<x/>"},
    "a presentation": {"ppt/presentation.xml": "<x/>"},
    "an OpenDocument file": {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"},
    "an e-book": {"META-INF/container.xml": "<x/>"},
    "a Pages document": {"Index/Document.iwa": "x"},
    "a zip archive": {"resume.txt": "Ana"},
}


@pytest.mark.parametrize(("what", "members"), MEMBERS.items())
def test_other_archives_are_named(what: str, members: dict[str, str | bytes]) -> None:
    with pytest.raises(InputError, match=f"this is {what}, not a Word document; export it"):
        reader.read("resume.docx", archive(members))


def test_other_archives_are_named_by_their_main_part_too() -> None:
    members: dict[str, str | bytes] = {
        "_rels/.rels": relations(("d", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": "<x/>",
    }
    with pytest.raises(InputError, match="this is a spreadsheet"):
        reader.read("resume.docx", archive(members))


def deep(levels: int) -> str:
    start = "<w:tbl><w:tr><w:tc>" * levels
    return f"{start}{para(TEXT)}{'</w:tc></w:tr></w:tbl>' * levels}"


GOOD = packed(para(TEXT))
BOMB = '<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'
BAD: dict[str, tuple[bytes, str]] = {
    "truncated": (GOOD[: len(GOOD) // 2], "damaged"),
    "only the signature": (b"PK\x03\x04", "damaged"),
    "no zip": (b"PK\x03\x04" + b"x" * 500, "damaged"),
    "broken bytes": (GOOD.replace(b"PK\x01\x02", b"PK\x01\x09"), "damaged"),
    "broken XML": (archive({"word/document.xml": "<w:document><w:p>"}), "damaged"),
    "no XML": (archive({"word/document.xml": b"\xff\xfe\xff"}), "damaged"),
    "entities": (archive({"word/document.xml": BOMB + part("document", "")[38:]}), "declares a document type"),
    "entities in UTF-16": (
        archive({"word/document.xml": f"{BOMB}<d>&b;</d>".encode("utf-16")}),
        "declares a document type",
    ),
    "nested tables": (packed(deep(40)), f"nested more than {story.MAX_DEPTH} deep"),
    "nested elements": (packed("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "nested too deeply"),
    "many members": (archive({f"word/{n}.xml": "" for n in range(package.MAX_MEMBERS + 1)}), "more than 2000 files"),
    "repeated": (packed(para("a " * 2_000_000)), "unpacks to far more"),
    "many elements": (packed("<w:p/>" * package.MAX_TAGS), "unpacks to far more"),
    "empty": (packed(para()), "no text, only empty paragraphs"),
    "no body": (archive({"word/document.xml": part("document", "")}), "no text"),
}


@pytest.mark.parametrize(("data", "fault"), BAD.values(), ids=BAD)
def test_bad_documents_are_refused_in_one_line(data: bytes, fault: str) -> None:
    with pytest.raises(InputError, match=fault) as caught:
        reader.read("resume.docx", data)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_what_is_unpacked_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML", 2000)
    with pytest.raises(InputError, match="unpacks to far more"):
        reader.read("resume.docx", packed(para(TEXT) * 20))


def test_encrypted_members_are_said() -> None:
    data = bytearray(GOOD)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    with pytest.raises(InputError, match="encrypted; save a copy without a password"):
        reader.read("resume.docx", bytes(data))


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_damage_never_ends_in_another_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    try:
        document = reader.read("resume.docx", bytes(data))
    except InputError:
        return
    assert document.text
