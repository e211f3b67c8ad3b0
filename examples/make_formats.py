"""Make the Word and PDF files of the folder `formats` from its hand-written files.

    python examples/make_formats.py            write all of them
    python examples/make_formats.py -k word    only those with "word" in the name

The words of the resume come from `formats/solid-senior.yaml` or stand in the HTML and LaTeX files beside it, those of
the posting come from `postings/senior-pm.txt`. One file is made by one producer, so all of these are needed:

    PyPI    python-docx, pyyaml, reportlab, typst, weasyprint
    Debian  chromium, libreoffice-writer, texlive-latex-extra, texlive-fonts-extra, fontconfig,
            fonts-lato, fonts-liberation, fonts-open-sans

What is missing is named and nothing is made. The files carry one fixed date. Other versions of the tools give other
bytes, and LibreOffice and Chromium give new ones each time, so there is no comparison with the files on disk.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

try:
    import typst
    import yaml
    from docx import Document
    from docx.document import Document as Docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Inches, Length, Pt, RGBColor
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Par
    from reportlab.lib.colors import HexColor
    from reportlab.lib.pagesizes import LETTER
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table
    from weasyprint import CSS, HTML
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"no module {missing.name}: pip install python-docx pyyaml reportlab typst weasyprint"
    ) from missing

HERE = Path(__file__).resolve().parent
FORMATS = HERE / "formats"
MADE = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
PROGRAMS = {
    "chromium": "chromium",
    "fc-list": "fontconfig",
    "pdflatex": "texlive-latex-extra",
    "soffice": "libreoffice-writer",
}
FONTS = {"Lato": "fonts-lato", "Liberation Sans": "fonts-liberation", "Open Sans": "fonts-open-sans"}
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
ACCENT = "1F3864"


# The words


@dataclass(frozen=True)
class Resume:
    """The resume as its YAML file has it, with helpers that put its values into words."""

    cv: dict[str, Any]

    @classmethod
    def read(cls) -> Resume:
        """Read the YAML file; every value stays a string."""
        text = (FORMATS / "solid-senior.yaml").read_text(encoding="utf-8")
        return cls(yaml.load(text, yaml.BaseLoader)["cv"])  # noqa: S506 - this loader makes nothing but strings

    @property
    def contact(self) -> list[str]:
        """Place, telephone number and mail address."""
        return [self.cv["location"], self.cv["phone"].removeprefix("+1-"), self.cv["email"]]

    def section(self, key: str) -> list[Any]:
        """Return the entries of a section."""
        return self.cv["sections"][key]

    def bullets(self, key: str) -> list[str]:
        """Return the texts of a section of bullets."""
        return [entry["bullet"] for entry in self.section(key)]

    def education(self) -> tuple[str, str]:
        """Return the degree in one line, and the line below it."""
        (entry,) = self.section("education")
        return f"{entry['degree']} {entry['area']}, {entry['institution']}, {entry['date']}", entry["summary"]


def title(key: str) -> str:
    """Return the heading for a key: selected_talks_and_writing is Selected Talks and Writing."""
    return " ".join(word if word == "and" else word.capitalize() for word in key.split("_"))


def month(value: str) -> str:
    """Return a date as people write it: 2023-03 is Mar 2023."""
    year, _, number = value.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}" if number else value.capitalize()


def dates(job: dict[str, Any]) -> str:
    """Return the time of a job."""
    return f"{month(job['start_date'])} – {month(job['end_date'])}"


# Word


def styled(
    document: Docx, name: str, size: float, *, color: str = "000000", bold: bool = False, room: float = 0
) -> None:
    """Set a style of the document; Word has to forget the fonts of the theme for that."""
    style = document.styles[name]
    style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(color)
    fonts = style.element.rPr.rFonts
    for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[attribute]
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(room), Pt(2)


def new_document(author: str, name: str, margin: Length) -> Docx:
    """Start a document on letter paper with the styles the files share."""
    document = Document()
    core, page = document.core_properties, document.sections[0]
    core.author = core.last_modified_by = author
    core.title, core.comments, core.created, core.modified = name, "", MADE, MADE
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = margin
    page.header_distance = Inches(0.35)
    styled(document, "Normal", 10)
    styled(document, "Title", 24, color=ACCENT, bold=True)
    styled(document, "Subtitle", 12, color="595959")
    styled(document, "Heading 1", 12, color=ACCENT, bold=True, room=10)
    styled(document, "Heading 2", 10.5, bold=True, room=7)
    styled(document, "Heading 3", 10, color="404040", bold=True)
    styled(document, "List Bullet", 10)
    styled(document, "List Paragraph", 9.5)
    return document


def save(document: Docx, path: Path) -> None:
    """Write the document; no part in it says when that was."""
    buffer = BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, parts.read(name))


def mail_link(paragraph: Par, address: str) -> None:
    """Put a link to a mail address at the end of a paragraph."""
    target = paragraph.part.relate_to(f"mailto:{address}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link, run = OxmlElement("w:hyperlink"), paragraph.add_run(address)
    link.set(qn("r:id"), target)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def labelled(paragraph: Par, label: str, text: str) -> None:
    """Put a bold label and its text into a paragraph."""
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(text)


def word_resume(path: Path) -> None:
    """Make the resume with headings, lists, a tab stop for the dates and the contact line in the page header."""
    resume = Resume.read()
    document = new_document(resume.cv["name"], "Resume", Inches(0.85))
    add = document.add_paragraph
    top = document.sections[0].header.paragraphs[0]
    top.add_run("  |  ".join([*resume.contact[:2], ""]))
    mail_link(top, resume.contact[2])
    add(resume.cv["name"], "Title")
    add(resume.cv["headline"], "Subtitle")
    for key in resume.cv["sections"]:
        document.add_heading(title(key), 1)
        if key == "summary":
            add(resume.section(key)[0])
        elif key == "professional_experience":
            for job in resume.section(key):
                head = document.add_heading(f"{job['company']}, {job['location']}\t{dates(job)}", 2)
                head.paragraph_format.tab_stops.add_tab_stop(Inches(6.8), WD_TAB_ALIGNMENT.RIGHT)
                document.add_heading(job["position"], 3)
                add(job["summary"]).paragraph_format.keep_with_next = True
                for highlight in job["highlights"]:
                    add(highlight, "List Bullet")
        elif key == "education":
            add("\n".join(resume.education()))
        elif key == "skills":
            for line in resume.section(key):
                labelled(add(), line["label"], line["details"])
        else:
            for text in resume.bullets(key):
                add(text, "List Bullet")
    save(document, path)


TEXT_BOX = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
     xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
     xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
     xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
     xmlns:v="urn:schemas-microsoft-com:vml">
  <mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing>
      <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
                 layoutInCell="1" allowOverlap="0">
        <wp:simplePos x="0" y="0"/>
        <wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>
        <wp:positionV relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionV>
        <wp:extent cx="6675120" cy="731520"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>
        <wp:docPr id="1" name="Text Box 1"/><wp:cNvGraphicFramePr/>
        <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
          <wps:cNvSpPr txBox="1"/>
          <wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="6675120" cy="731520"/></a:xfrm>
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
          <wps:txbx><w:txbxContent/></wps:txbx>
          <wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/>
        </wps:wsp></a:graphicData></a:graphic>
      </wp:anchor>
    </w:drawing></mc:Choice>
    <mc:Fallback><w:pict>
      <v:shape type="#_x0000_t202" style="position:absolute;width:525.6pt;height:57.6pt" filled="f" stroked="f">
        <v:textbox inset="0,0,0,0"><w:txbxContent/></v:textbox>
      </v:shape>
    </w:pict></mc:Fallback>
  </mc:AlternateContent>
</w:r>
"""


def text_box(paragraphs: list[Par]) -> Any:
    """Move paragraphs into a text box, twice as Word does: as a drawing and as VML for old programs."""
    run = parse_xml(TEXT_BOX)
    for content in run.iter(qn("w:txbxContent")):
        content.extend(deepcopy(paragraph._p) for paragraph in paragraphs)
    for paragraph in paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    return run


def bulleted(paragraph: Par, number: str) -> None:
    """Make a paragraph an item of a numbered list, as the button in Word does."""
    paragraph.style = "List Paragraph"
    places = paragraph.paragraph_format
    places.left_indent, places.first_line_indent = Inches(0.17), Inches(-0.17)
    numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbering.get_or_add_ilvl().val, numbering.get_or_add_numId().val = 0, int(number)


def word_table(path: Path) -> None:
    """Make the resume as a layout table with a sidebar; the name is in a text box."""
    resume = Resume.read()
    document = new_document(resume.cv["name"], "Resume", Inches(0.6))
    styled(document, "Normal", 9.5)
    small = document.styles.add_style("Sidebar", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style, small.font.size, small.paragraph_format.space_after = document.styles["Normal"], Pt(9), Pt(3)
    # the list behind the style List Bullet of the template
    number = document.styles["List Bullet"].element.pPr.numPr.numId.val
    names = [
        document.add_paragraph(resume.cv["name"], "Title"),
        document.add_paragraph(resume.cv["headline"], "Subtitle"),
    ]
    document.add_paragraph()._p.append(text_box(names))
    table = document.add_table(1, 2)
    table.autofit = False
    side, main = table.rows[0].cells
    for column, width in zip(table.columns, (Inches(2.05), Inches(5.25)), strict=True):
        column.width = column.cells[0].width = width
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "E9EDF4")):
        shade.set(qn(f"w:{key}"), value)
    side._tc.get_or_add_tcPr().append(shade)

    heading(side, "Contact")
    for text in resume.contact[:2]:
        side.add_paragraph(text, "Sidebar")
    mail_link(side.add_paragraph(style="Sidebar"), resume.contact[2])
    heading(side, "Skills")
    for line in resume.section("skills"):
        labelled(side.add_paragraph(style="Sidebar"), line["label"], line["details"])
    heading(side, "Certifications")
    for text in resume.bullets("certifications"):
        side.add_paragraph(text, "Sidebar")
    heading(side, "Education")
    for text in resume.education():
        side.add_paragraph(text, "Sidebar")

    heading(main, "Summary")
    main.add_paragraph(resume.section("summary")[0])
    heading(main, "Professional Experience")
    for job in resume.section("professional_experience"):
        main.add_paragraph(job["position"], "Heading 2")
        head = main.add_paragraph(f"{job['company']}, {job['location']}\t{dates(job)}", "Heading 3")
        head.paragraph_format.tab_stops.add_tab_stop(Inches(5.1), WD_TAB_ALIGNMENT.RIGHT)
        main.add_paragraph(job["summary"]).paragraph_format.keep_with_next = True
        for text in job["highlights"]:
            bulleted(main.add_paragraph(text), number)
    heading(main, "Selected Talks and Writing")
    for text in resume.bullets("selected_talks_and_writing"):
        bulleted(main.add_paragraph(text), number)
    save(document, path)


def heading(cell: _Cell, text: str) -> None:
    """Put a heading into a cell; the first one takes the empty paragraph every cell starts with."""
    first = cell.paragraphs[0]
    paragraph = first if not first.text and len(cell.paragraphs) == 1 else cell.add_paragraph()
    paragraph.style = "Heading 1"
    # the first one would keep the whole row on one page
    paragraph.paragraph_format.keep_with_next = False if paragraph is first else None
    paragraph.add_run(text)


def word_posting(path: Path) -> None:
    """Make the posting with headings and lists from its text."""
    blocks = (HERE / "postings" / "senior-pm.txt").read_text(encoding="utf-8").strip().split("\n\n")
    name, firm, place = blocks[0].splitlines()
    document = new_document(firm, name, Inches(1))
    document.add_paragraph(name, "Title")
    document.add_paragraph(f"{firm}\n{place}", "Subtitle")
    for block in blocks[1:]:
        if "\n" not in block and not block.endswith("."):
            document.add_heading(block, 1)
        elif block.startswith("- "):
            for item in re.split(r"^- ", block, flags=re.MULTILINE)[1:]:
                document.add_paragraph(" ".join(item.split()), "List Bullet")
        else:
            document.add_paragraph(" ".join(block.split()))
    save(document, path)


# PDF


def run(*command: str | Path, cwd: Path) -> None:
    """Run a program; what it said is shown if it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)  # noqa: S603 - fixed commands
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def undated(content: bytes) -> bytes:
    """Replace the dates in a PDF by the fixed one; the length stays, and with it the table of offsets."""

    def fixed(found: re.Match[bytes]) -> bytes:
        zone = b"Z" if found[1] == b"Z" else b"+00'00'"[: len(found[1])]
        return MADE.strftime("D:%Y%m%d%H%M%S").encode() + zone

    return re.sub(rb"D:\d{14}(Z|[+-]\d\d'\d\d'?|)", fixed, content)


def latex(path: Path) -> None:
    """Set the LaTeX file of the same name, twice because of the columns."""
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(2):
            run("pdflatex", "-halt-on-error", f"-output-directory={folder}", path.with_suffix(".tex"), cwd=FORMATS)
        shutil.copyfile(Path(folder) / path.name, path)


def office(path: Path) -> None:
    """Print the Word file to PDF."""
    source = path.with_name(path.name.replace("-word.pdf", ".docx"))
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source, cwd=Path(folder))
        path.write_bytes(undated((Path(folder) / f"{source.stem}.pdf").read_bytes()))


def browser(path: Path) -> None:
    """Print the HTML file from a browser."""
    source = path.with_name(path.name.replace("-browser.pdf", ".html"))
    flags = "--headless --disable-gpu --no-first-run --disable-background-networking --disable-component-update"
    flags += " --disable-sync --no-pdf-header-footer" + (" --no-sandbox" if os.geteuid() == 0 else "")
    with tempfile.TemporaryDirectory() as folder:
        target, profile = Path(folder) / "out.pdf", f"--user-data-dir={folder}/profile"
        run("chromium", *flags.split(), profile, f"--print-to-pdf={target}", source.as_uri(), cwd=Path(folder))
        path.write_bytes(undated(target.read_bytes()))


def typeset(path: Path) -> None:
    """Set the Typst file of the same name, which reads the YAML file; only the fonts that Typst brings are used."""
    path.write_bytes(typst.compile(path.with_suffix(".typ"), ignore_system_fonts=True, timestamp=int(MADE.timestamp())))


def paged(path: Path) -> None:
    """Lay the HTML resume out with another style sheet than its own."""
    page = (FORMATS / "solid-senior.html").read_text(encoding="utf-8")
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    page = re.sub(r"(<main>.*</main>)\s*(<aside>.*</aside>)", r"\2\n\1", page, flags=re.DOTALL)  # floats stand first
    HTML(string=page).write_pdf(path, stylesheets=[CSS(path.with_suffix(".css"))])


class Tracked(Flowable):
    """A heading in capitals with space between the letters."""

    keepWithNext = 1  # noqa: N815 - the name ReportLab looks for

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.width, self.height = text.upper(), 0, 26

    def draw(self) -> None:
        """Draw it at the foot of its room."""
        text = self.canv.beginText(0, 7)
        text.setFont("Vera-Bold", 8.5)
        text.setFillColor(HexColor("#8c2f39"))
        text.setCharSpace(2.4)
        text.textOut(self.text)
        self.canv.drawText(text)


def story(resume: Resume) -> Iterator[Flowable]:
    """Yield the parts of the ReportLab resume: dates and labels in a column at the left, the rest beside it."""
    base = {"fontName": "Vera", "fontSize": 8.2, "leading": 11.4}
    body = ParagraphStyle("body", **base, spaceAfter=2)
    tied = ParagraphStyle("tied", parent=body, leftIndent=100, keepWithNext=1)
    item = ParagraphStyle("item", parent=body, leftIndent=110, bulletIndent=100)
    quiet = ParagraphStyle("quiet", parent=body, textColor=HexColor("#666666"))

    def row(left: str, right: str, style: ParagraphStyle = quiet) -> Table:
        table = Table([[Paragraph(left, style), Paragraph(right, body)]], colWidths=[100, 404], spaceBefore=3)
        table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
        table.setStyle([(f"{edge}PADDING", (0, 0), (-1, -1), 0) for edge in ("RIGHT", "TOP", "BOTTOM")])
        return table

    yield Paragraph(resume.cv["name"], ParagraphStyle("name", fontName="Vera", fontSize=22, leading=27))
    yield Paragraph(resume.cv["headline"], ParagraphStyle("line", parent=body, fontSize=10.5, leading=16))
    yield Paragraph("  |  ".join(resume.contact), quiet)
    for key in resume.cv["sections"]:
        yield Tracked(title(key))
        for entry in resume.section(key):
            if isinstance(entry, str):
                yield Paragraph(escape(entry), body)
            elif "company" in entry:
                head = row(dates(entry), f"<b>{entry['position']}</b><br/>{entry['company']}, {entry['location']}")
                head.keepWithNext = 1
                yield head
                yield Paragraph(f"<i>{escape(entry['summary'])}</i>", tied)
                yield from (Paragraph(escape(text), item, bulletText="•") for text in entry["highlights"])
            elif "label" in entry:
                yield row(f"<b>{entry['label']}:</b>", escape(entry["details"]), body)
            elif "bullet" in entry:
                text, _, year = entry["bullet"].rpartition(", ")
                yield row(year, escape(text, quote=False))
            else:
                head = f"<b>{entry['degree']} {entry['area']}</b><br/>{entry['institution']}<br/>{entry['summary']}"
                yield row(entry["date"], head)


def drawn(path: Path) -> None:
    """Draw the resume with ReportLab; the font is embedded as far as it is used."""
    faces = {"Vera": "Vera", "Vera-Bold": "VeraBd", "Vera-Italic": "VeraIt"}
    for name, file in faces.items():
        registerFont(TTFont(name, f"{file}.ttf"))
    registerFontFamily("Vera", *faces, "Vera-Bold")
    resume = Resume.read()
    margins = dict.fromkeys(("leftMargin", "rightMargin"), 48) | dict.fromkeys(("topMargin", "bottomMargin"), 44)
    about = {"title": "Resume", "author": resume.cv["name"], "invariant": 1}
    SimpleDocTemplate(str(path), pagesize=LETTER, **margins, **about).build(list(story(resume)))


FILES: dict[str, Callable[[Path], None]] = {
    "solid-senior.docx": word_resume,
    "solid-senior-table.docx": word_table,
    "solid-senior-latex.pdf": latex,
    "solid-senior-word.pdf": office,
    "solid-senior-browser.pdf": browser,
    "solid-senior-typst.pdf": typeset,
    "solid-senior-reportlab.pdf": drawn,
    "solid-senior-weasyprint.pdf": paged,
    "senior-pm.docx": word_posting,
    "senior-pm-word.pdf": office,
    "senior-pm-browser.pdf": browser,
}


def missing_tools() -> list[str]:
    """Name the Debian packages of the programs and fonts that are not there."""
    packages = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if "fontconfig" not in packages:
        known = subprocess.check_output(["fc-list", ":", "family"], text=True)  # noqa: S607 - found on the path above
        packages += [package for font, package in FONTS.items() if font not in known]
    return packages


def main() -> int:
    """Write the files."""
    parser = argparse.ArgumentParser(description="Make the Word and PDF files of the example formats.")
    parser.add_argument("-k", metavar="PART", default="", help="only the files with PART in their name")
    part = parser.parse_args().k
    if packages := missing_tools():
        print(f"missing: apt-get install {' '.join(packages)}", file=sys.stderr)
        return 1
    os.environ["SOURCE_DATE_EPOCH"] = str(int(MADE.timestamp()))
    for name, make in FILES.items():
        if part in name:
            make(FORMATS / name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
