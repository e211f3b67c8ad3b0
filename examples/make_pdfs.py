"""Make the PDF of every example resume from its text.

The text files are the only source of content. A layout per file decides fonts, columns and where the dates stand:

    python examples/make_pdfs.py            write the PDFs beside the texts
    python examples/make_pdfs.py --check    exit 1 if a PDF on disk is not the one that would be made
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

RESUMES = Path(__file__).parent / "resumes"
GAP = re.compile(r" {5,}")
BULLET = re.compile(r"[•–*o-] +(?=\S)")
LABEL = re.compile(r"([A-Z][A-Za-z -]{2,18}): ")
POINT = r"(?:(?:[A-Z][a-z]+\.? )?'?\d{2,4}|\d\d/\d{4})"
RANGE = re.compile(
    rf"(?:[Ss]ince {POINT}|Summer \d{{4}}|{POINT} ?(?:–|-|to) ?(?:{POINT}|[Pp]resent|today))(?: \(expected\))?"
)
ROMAN = ("Times-Roman", "Times-Bold", "Times-Italic")
SANS = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")


@dataclass(frozen=True)
class Layout:
    """How one resume is set."""

    fonts: tuple[str, str, str] = SANS
    size: float = 10
    leading: float = 1.3
    air: float = 4  # space between entries, in points; headings get twice as much
    margins: tuple[float, float] = (54, 54)  # sides; top and bottom
    accent: str = "#000000"
    name_size: float = 20
    centered: bool = False
    rule: str = "under"  # "under", "over" or "none": the line at a section heading
    bullet: str = "•"
    dates: str = "right"  # "right", "own" (a line of their own) or "left" (a column of their own)
    heads: int = 0  # lines after the one with the dates that still belong to the head of an entry
    wrap: int = 0  # the column at which the text was wrapped; 0 if it was not
    page: tuple[float, float] = LETTER
    sidebar: frozenset[str] = field(default_factory=frozenset)


LAYOUTS: dict[str, Layout] = {
    "weak": Layout(ROMAN, 11, 1.2, 4, (72, 46), rule="none", name_size=16, centered=True, dates="own"),
    "aspiring": Layout(SANS, 9.5, 1.3, 3.8, (52, 40), "#7a3b69", rule="under", name_size=19, wrap=90),
    "associate": Layout(SANS, 9.9, 1.37, 6, (56, 50), "#1f5f5b", rule="over", name_size=22),
    "product-manager": Layout(SANS, 9.6, 1.33, 6, (52, 50), "#2b4a7d", dates="left", bullet="–", page=A4),
    "solid-senior": Layout(ROMAN, 11, 1.27, 5.2, (62, 50), rule="under", name_size=21, centered=True, heads=1),
    "outstanding": Layout(SANS, 10.3, 1.4, 6.5, (58, 56), "#123a5c", name_size=23, wrap=98),
    "career-changer": Layout(ROMAN, 10.8, 1.24, 5, (58, 50), "#5a3a1a", rule="over", wrap=88),
    "unrelated": Layout(ROMAN, 11.5, 1.3, 7, (76, 60), "#3d3d3d", rule="under", name_size=22, centered=True, heads=1),
    "two-column": Layout(
        SANS, 10, 1.36, 7, (26, 38), "#24506b", 25, rule="under", dates="own",
        sidebar=frozenset({"CONTACT", "SKILLS", "TOOLS", "EDUCATION", "LANGUAGES"}),
    ),
    "three-pages": Layout(ROMAN, 11, 1.2, 5.5, (68, 58), name_size=16, bullet="o", dates="own", wrap=80),
}  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A heading and the blocks below it; a block is a run of lines between empty ones."""

    heading: str
    blocks: list[list[str]]


def is_heading(block: list[str], last: bool) -> bool:
    """Say whether a block is a heading: one short line without digits or punctuation, and something follows."""
    return len(block) == 1 and not last and bool(re.fullmatch(r"[A-Z][A-Za-z& ]{2,44}", block[0]))


def read(path: Path, wrap: int) -> tuple[list[str], list[Section]]:
    """Split a text into the lines at its head and its sections, with wrapped lines joined again."""
    raw = [block.splitlines() for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip("\n"))]
    sections = [Section("", [])]
    for index, block in enumerate(raw[1:], start=1):
        if is_heading(block, index == len(raw) - 1):
            sections.append(Section(block[0], []))
        else:
            sections[-1].blocks.append(unwrap(block, wrap))
    return raw[0], [section for section in sections if section.heading or section.blocks]


def unwrap(lines: list[str], wrap: int) -> list[str]:
    """Join lines that only the column limit had parted."""
    joined: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        full = wrap and before and len(before) + 1 + len(line.split()[0]) > wrap and not GAP.search(before)
        if before and not BULLET.match(line) and (full or line.startswith("  ")):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
    return joined


def split_dates(line: str) -> tuple[str, str, str]:
    """Part a line into left text, right text and dates; dates are empty if the line has none beside its text."""
    if RANGE.fullmatch(line):
        return "", "", line
    parts = GAP.split(line, maxsplit=1) if GAP.search(line) else line.rsplit(" | ", 1)
    if len(parts) == 1:
        return line, "", ""
    left, right = parts
    if RANGE.fullmatch(right):
        return left, "", right
    if RANGE.fullmatch(left):
        return right, "", left
    return (left, right, "") if GAP.search(line) else (line, "", "")


class Setter:
    """Turns the blocks of one resume into flowables."""

    def __init__(self, layout: Layout, width: float) -> None:
        """Derive the styles from the layout; `width` is that of the text column."""
        self.layout, self.width = layout, width
        self.indent = 148.0 if layout.dates == "left" else 0.0
        self.accent: Color = HexColor(layout.accent)
        regular, bold, italic = layout.fonts
        self.body = self.style(regular, leftIndent=self.indent, spaceAfter=layout.air * 0.35)
        places = {"leftIndent": self.indent + 13, "bulletIndent": self.indent + 2}
        self.item = self.style(regular, spaceAfter=layout.air * 0.35, **places)
        self.bold, self.italic, self.row = self.style(bold), self.style(italic), self.style(regular)
        self.date = self.style(regular, alignment=TA_LEFT if layout.dates != "right" else TA_RIGHT)
        self.top = self.style(regular, alignment=TA_CENTER if layout.centered else TA_LEFT)

    def style(self, font: str, scale: float = 1.0, **more: object) -> ParagraphStyle:
        """Make a paragraph style in the layout's size."""
        size = self.layout.size * scale
        settings = {"leading": size * self.layout.leading, "allowWidows": 0, "allowOrphans": 0, **more}
        return ParagraphStyle(f"{font}-{size}-{sorted(more)}", fontName=font, fontSize=size, **settings)

    def text(self, line: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
        """Set one line or paragraph; a leading "Label:" is bold."""
        markup = escape(line, quote=False)
        if bullet is None and (label := LABEL.match(line)):
            markup = f'<font name="{self.layout.fonts[1]}">{label[1]}:</font> {markup[label.end() :]}'
        return Paragraph(markup, style, bulletText=bullet)

    def pair(self, left: Paragraph, right: Paragraph, first: float) -> Table:
        """Set two paragraphs side by side; the first takes `first` points."""
        table = Table([[left, right]], colWidths=[first, self.width - first], hAlign="LEFT")
        table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
        table.setStyle([(f"{edge}PADDING", (0, 0), (-1, -1), 0) for edge in ("LEFT", "RIGHT", "TOP", "BOTTOM")])
        return table

    def title(self, lines: list[str]) -> Iterator[Flowable]:
        """Set the name and the lines below it."""
        scale = self.layout.name_size / self.layout.size
        style = self.style(self.layout.fonts[1], scale, alignment=self.top.alignment, textColor=self.accent)
        yield self.text(lines[0], style)
        for line in lines[1:]:
            yield self.text(line, self.top)

    def heading(self, name: str) -> Iterator[Flowable]:
        """Set a section heading with its rule."""
        rule = HRFlowable(width="100%", thickness=0.7, color=self.accent, spaceBefore=1.5, spaceAfter=3)
        rule.keepWithNext = True
        yield Spacer(1, self.layout.air * 2)
        if self.layout.rule == "over":
            yield rule
        yield self.text(name, self.style(self.layout.fonts[1], 1.1, textColor=self.accent, keepWithNext=1))
        if self.layout.rule == "under":
            yield rule
        else:
            yield Spacer(1, self.layout.air * 0.4)

    def head(self, left: str, dates: str, style: ParagraphStyle) -> Iterator[Flowable]:
        """Set a line of an entry's head together with its dates."""
        if not dates:
            yield self.text(left, style)
        elif not left or self.layout.dates == "own":
            yield from (self.text(part, kind) for part, kind in ((left, style), (dates, self.date)) if part)
        elif self.layout.dates == "left":
            yield self.pair(self.text(dates, self.date), self.text(left, style), self.indent)
        else:
            taken = stringWidth(dates, self.date.fontName, self.date.fontSize) + 4
            yield self.pair(self.text(left, style), self.text(dates, self.date), self.width - taken)

    def block(self, lines: list[str]) -> Iterator[Flowable]:
        """Set one block: the head of an entry if it has dates, then paragraphs, rows and list items."""
        dated = next((i for i, line in enumerate(lines[:3]) if split_dates(line)[2]), -1)
        last_head = dated + self.layout.heads if dated >= 0 else -1
        labels = 16 + max(stringWidth(GAP.split(line)[0], self.bold.fontName, self.layout.size) for line in lines)
        for index, line in enumerate(lines):
            left, right, dates = split_dates(line)
            if mark := BULLET.match(line):
                yield self.text(line[mark.end():], self.item, self.layout.bullet)  # fmt: skip
            elif index <= last_head or dates:
                room = [Spacer(1, self.layout.air * 0.35)] if index == last_head else []
                for part in [*self.head(left, dates, self.italic if index else self.bold), *room]:
                    part.keepWithNext = True
                    yield part
            elif right:
                yield self.pair(self.text(left, self.bold), self.text(right, self.row), labels)
            else:
                paragraph = self.text(line, self.body)
                paragraph.keepWithNext = index + 1 < len(lines) and dated >= 0
                yield paragraph

    def section(self, section: Section) -> Iterator[Flowable]:
        """Set a section."""
        if section.heading:
            yield from self.heading(section.heading)
        for index, block in enumerate(section.blocks):
            if index or not section.heading:
                dated = any(split_dates(line)[2] for line in block[:3])
                yield Spacer(1, self.layout.air * (1.5 if dated else 0.9))
            yield from self.block(block)


def build(name: str) -> bytes:
    """Make the PDF of one resume; the same text gives the same bytes."""
    layout = LAYOUTS[name]
    top, sections = read(RESUMES / f"{name}.txt", layout.wrap)
    (page_width, page_height), (side, edge) = layout.page, layout.margins
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer, pagesize=layout.page, invariant=1, pageCompression=0, title=f"{top[0]} - resume", author=top[0],
        creator="", subject="",
    )  # fmt: skip
    bare = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    if not layout.sidebar:
        width = page_width - 2 * side
        frames = [Frame(side, edge, width, page_height - 2 * edge, **bare)]
        setter = Setter(layout, width)
        story = [*setter.title(top), *(part for section in sections for part in setter.section(section))]
        document.addPageTemplates(PageTemplate(frames=frames, pagesize=layout.page))
    else:
        narrow, band = 178.0, 54.0
        column = page_width - narrow - 3 * side
        height = page_height - 2 * edge - band
        frames = [
            Frame(narrow + 2 * side, page_height - edge - band, column, band, **bare),
            Frame(narrow + 2 * side, edge, column, height, **bare),
            Frame(side, edge, narrow - side / 2, height + band - 8, **bare),
        ]

        def tint(canvas: Canvas, _: BaseDocTemplate) -> None:
            canvas.setFillColor(HexColor("#e8eef2"))
            canvas.rect(0, 0, narrow + side, page_height, stroke=0, fill=1)

        document.addPageTemplates(PageTemplate(frames=frames, pagesize=layout.page, onPage=tint))
        wide, slim = Setter(layout, column), Setter(layout, narrow - side / 2)
        main = [part for section in sections if section.heading not in layout.sidebar for part in wide.section(section)]
        aside = [part for section in sections if section.heading in layout.sidebar for part in slim.section(section)]
        story = [*wide.title(top), FrameBreak(), *main, FrameBreak(), *aside]
    document.build(story)
    return buffer.getvalue()


def main() -> int:
    """Write the PDFs, or compare them with those on disk."""
    parser = argparse.ArgumentParser(description="Make the PDFs of the example resumes from their texts.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a PDF differs")
    check = parser.parse_args().check
    stale = 0
    for name in LAYOUTS:
        path, content = RESUMES / f"{name}.pdf", build(name)
        if not check:
            path.write_bytes(content)
        elif not path.is_file() or path.read_bytes() != content:
            stale += 1
            print(f"{path.name}: differs from what {Path(__file__).name} makes", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
