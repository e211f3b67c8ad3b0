"""Nothing is gained by what is written for machines: each attack is really made, on every example, and raises its note."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.colors import black, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from spm_fit import api
from spm_fit.config import Settings
from spm_fit.model.report import Report
from spm_fit.model.taxonomy import Taxonomy
from tests.conftest import AS_OF, EXAMPLES
from tests.scoring import attacks

Score = Callable[[str], Report]
RESUMES = {path.stem: path.read_text("utf-8") for path in sorted((EXAMPLES / "resumes").glob("*.txt"))}
# What another page, a moved section or another font may move: the presentation's own points.
LAYOUT = 1.0


def raised(report: Report) -> set[str]:
    return {note.name for note in report.notes}


def cap(report: Report, knowledge: Taxonomy) -> float:
    """What a list can give at most: every skill that is not shown, listed; tools, a certificate, a section."""
    scale, listed = report.role.scale, 0.0
    worth = dict(report.worth)
    weights = {skill.id: (skill.area, skill.weight) for skill in knowledge.competencies()}
    for area, share in report.role.areas:
        skills = {skill: weight for skill, (where, weight) in weights.items() if where == area}
        full = scale.competencies.full * sum(skills.values())
        before = min(1.0, sum(weight * worth.get(skill, 0.0) for skill, weight in skills.items()) / full)
        after = min(1.0, sum(w * max(worth.get(s, 0.0), scale.evidence.listed) for s, w in skills.items()) / full)
        listed += share * (after - before) * report.role.points("competencies")
    by_id = {result.id: result for result in report.results}
    left = by_id["tools"].possible - by_id["tools"].points
    section = by_id["presentation"].possible / 5
    return listed + left + section


# The files are half a megabyte: they are pasted into one resume at either end.
WALLS = [(n, a) for n in RESUMES for a in attacks.WALLS if a != "the taxonomy's files" or n in {"unrelated", "weak"}]


@pytest.mark.parametrize(("name", "attack"), WALLS)
def test_walls_of_skills_gain_no_more_than_a_list_may(
    name: str, attack: str, score: Score, knowledge: Taxonomy
) -> None:
    change, note = attacks.WALLS[attack]
    before, after = score(RESUMES[name]), score(change(RESUMES[name]))
    assert not after.ungradable
    assert after.total <= before.total + cap(before, knowledge) + 0.05
    if attack != "all names of skills" or before.total < 70:
        assert note in raised(after), raised(after)


@pytest.mark.parametrize("attack", attacks.VAIN)
@pytest.mark.parametrize("name", RESUMES)
def test_repetition_claims_and_padding_gain_nothing(name: str, attack: str, score: Score) -> None:
    change, note = attacks.VAIN[attack]
    before, after = score(RESUMES[name]), score(change(RESUMES[name]))
    assert after.total <= before.total + 0.01
    assert note in raised(after)


HEAD = "Ann Example\nann@example.com | +44 20 7946 0000 | linkedin.com/in/ann-example\n\nExperience\n\n"
JOB = "Product Manager, Example Ltd, Jan 2024 - Present\n- Worked there with the team on many things\n"


@pytest.mark.parametrize("attack", attacks.WALLS)
def test_a_pasted_taxonomy_stays_below_fifty(attack: str, score: Score) -> None:
    change, _ = attacks.WALLS[attack]
    assert score(change(HEAD + JOB)).total < 50


def test_a_chef_stays_below_fifteen(score: Score) -> None:
    assert score(RESUMES["unrelated"]).total < 15


def blocks(text: str) -> list[str]:
    """The sections of an example: each heading with what stands under it; the head first."""
    headings = r"(?m)^(?=(?:PROFESSIONAL |WORK )?(?:EXPERIENCE|EDUCATION|SKILLS|SUMMARY|PROFILE|CERTIFICATIONS|TOOLS|PROJECTS|LANGUAGES|INTERESTS|KITCHENS|TRAINING)\b.*$)"
    return [part.rstrip("\n") for part in re.split(headings, text, flags=re.IGNORECASE)]


@pytest.mark.parametrize("name", RESUMES)
def test_the_order_of_sections_moves_no_more_than_the_place_of_education(name: str, score: Score) -> None:
    head, *sections = blocks(RESUMES[name])
    assert len(sections) >= 2
    base = score("\n\n".join([head, *sections]))
    shuffled = random.Random(name)
    for _ in range(4):
        shuffled.shuffle(sections)
        assert score("\n\n".join([head, *sections])).total == pytest.approx(base.total, abs=LAYOUT + 0.01)


JOBS = [
    (
        "one job as two that follow each other",
        "Senior Product Manager, Example Ltd, Jan 2018 - Dec 2023\n",
        "Senior Product Manager, Example Ltd, Jan 2021 - Dec 2023\n{half}\n"
        "Senior Product Manager, Example Ltd, Jan 2018 - Dec 2020\n",
        "parted-position",
    ),
    (
        "one job twice over the same time",
        "Senior Product Manager, Example Ltd, Jan 2018 - Dec 2023\n",
        "Senior Product Manager, Example Ltd, Jan 2018 - Dec 2023\n{half}\n"
        "Senior Product Manager, Example Ltd, Jan 2018 - Dec 2023\n",
        "parted-position",
    ),
    (
        "two jobs at once",
        "Senior Product Manager, Example Ltd, Jan 2018 - Dec 2023\n",
        "Senior Product Manager, Example Ltd, Jan 2018 - Dec 2023\n{half}\n"
        "Product Manager, Other GmbH, Jan 2019 - Dec 2022\n",
        "overlap",
    ),
]
ITEMS = [
    "- Set the roadmap of the booking product with sales and support\n",
    "- Cut the time to book by 30% in a year\n",
    "- Ran interviews with forty dentists about reminders\n",
    "- Grew the share of online bookings from 20% to 45%\n",
]


@pytest.mark.parametrize(("what", "one", "two", "note"), JOBS, ids=[case[0] for case in JOBS])
def test_parting_and_doubling_jobs_gains_nothing(what: str, one: str, two: str, note: str, score: Score) -> None:
    tail = "\n\nSkills\nSQL, Jira\n\nEducation\nBSc Economics, Example University, 2014\n" + attacks.PAGE
    before = score(HEAD + one + "".join(ITEMS) + tail)
    after = score(HEAD + two.format(half="".join(ITEMS[:2])) + "".join(ITEMS[2:]) + tail)
    assert after.product_months == before.product_months
    assert after.total <= before.total + 0.01
    assert note in raised(after)


def pdf(path: Path, lines: list[str], *, font: str = "Helvetica", size: float = 9, extra: str = "") -> Path:
    """A resume drawn line by line; `extra` says how a wall of skills is hidden in it."""
    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=(595, 842))
    top = 800.0
    for line in lines:
        if top < 40:
            page.showPage()
            top = 800.0
        page.setFont(font, size)
        page.setFillColor(black)
        page.drawString(50, top, line.encode("latin-1", "replace").decode("latin-1"))
        top -= size * 1.35 if line else size
    wall = " ".join(attacks.names())
    if extra == "white":
        page.setFillColor(white)
    page.setFont(font, 1.5 if extra == "tiny" else 8)
    text = page.beginText(50, -500 if extra == "off the page" else 30)
    text.setTextRenderMode(3 if extra == "invisible" else 0)
    for start in range(0, len(wall), 120) if extra else ():
        text.textLine(wall[start : start + 120])
    page.drawText(text)
    page.save()
    path.write_bytes(stream.getvalue())
    return path


def wrapped(text: str, size: float, font: str = "Helvetica", width: float = 495) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        current = ""
        for word in line.split(" "):
            longer = f"{current} {word}" if current else word
            if current and stringWidth(longer, font, size) > width:
                lines.append(current)
                current = f"  {word}"
            else:
                current = longer
        lines.append(current)
    return lines


@pytest.mark.parametrize("hiding", ["white", "tiny", "off the page", "invisible"])
@pytest.mark.parametrize("name", ["unrelated", "product-manager"])
def test_hidden_walls_in_a_pdf_gain_nothing(name: str, hiding: str, tmp_path: Path) -> None:
    lines = wrapped(RESUMES[name].replace("•", "-"), 9)
    settings = Settings(as_of=AS_OF)
    before = api.check(pdf(tmp_path / "clean.pdf", lines), settings)
    after = api.check(pdf(tmp_path / "hidden.pdf", lines, extra=hiding), settings)
    assert after.total == before.total
    assert "hidden-text" in raised(after)
    assert "hidden-text" not in raised(before)


@pytest.mark.parametrize(("font", "size"), [("Times-Roman", 9), ("Courier", 8), ("Helvetica-Bold", 9)])
@pytest.mark.parametrize("name", ["associate", "outstanding"])
def test_fonts_and_sizes_do_not_move_the_score(name: str, font: str, size: float, tmp_path: Path) -> None:
    text = RESUMES[name].replace("•", "-")
    settings = Settings(as_of=AS_OF)
    before = api.check(pdf(tmp_path / "one.pdf", wrapped(text, 9)), settings)
    other = pdf(tmp_path / "other.pdf", wrapped(text, size, font), font=font, size=size)
    after = api.check(other, settings)
    assert after.total == pytest.approx(before.total, abs=LAYOUT)


def test_hidden_walls_in_html_gain_nothing(tmp_path: Path) -> None:
    lines = "".join(
        f"<li>{line[2:]}</li>" if line.startswith("- ") else f"<p>{line}</p>"
        for line in (HEAD + JOB + "".join(ITEMS)).split("\n")
    )
    page = f"<html><body>{lines}{{}}<p>{attacks.PAGE}</p></body></html>"
    settings = Settings(as_of=AS_OF)
    wall = ", ".join(attacks.names())
    (tmp_path / "clean.html").write_text(page.format(""), "utf-8")
    before = api.check(tmp_path / "clean.html", settings)
    # What is switched off is how pages fold their menus: it is left out, and no reason to suspect anyone.
    switched_off = ("display:none", "visibility:hidden")
    for style in (*switched_off, "font-size:1px", "color:#fff;background:#fff", "opacity:0"):
        (tmp_path / "hidden.html").write_text(page.format(f'<p style="{style}">Skills: {wall}</p>'), "utf-8")
        after = api.check(tmp_path / "hidden.html", settings)
        assert after.total == before.total, style
        assert ("hidden-text" in raised(after)) is (style not in switched_off), style
