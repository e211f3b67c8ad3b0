"""One resume and one posting in every format are read alike, and every character knows its place in its file."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from spm_fit import api, readers
from spm_fit.config import Settings
from spm_fit.model.document import Anchor
from spm_fit.model.finding import Demand, Extraction
from spm_fit.model.report import PostingReport, Report
from spm_fit.readers import READERS
from spm_fit.readers.clean import clean
from spm_fit.readers.decode import decode
from tests.conftest import AS_OF, EXAMPLES

SETTINGS = Settings(as_of=AS_OF)
FORMATS = EXAMPLES / "formats"
# Sources of layouts, and pages about the folder, are no documents.
OTHER = {".typ", ".css"}
RESUMES = sorted(path for path in FORMATS.glob("solid-senior*") if path.suffix not in OTHER)
POSTINGS = sorted(FORMATS.glob("senior-pm*"))
SOURCES = [path for path in (*RESUMES, *POSTINGS) if path.suffix not in {".pdf", ".docx"}]
# The job schema has a list of skills that other formats do not have; it is asked for like the rest.
MORE_MUSTS = {"senior-pm.json": 3}


def letters(text: str) -> str:
    """A text without what formats print in their own way: quotes, dashes, blanks, case."""
    return re.sub(r"[^a-z0-9$%]", "", text.lower())


@pytest.fixture(scope="module")
def resume_as_text() -> Report:
    return api.check(EXAMPLES / "resumes" / "solid-senior.txt", SETTINGS)


@pytest.fixture(scope="module")
def posting_as_text() -> PostingReport:
    return api.posting(EXAMPLES / "postings" / "senior-pm.txt", SETTINGS)


def test_every_reader_has_its_sample() -> None:
    suffixes = {path.suffix for path in (*RESUMES, *POSTINGS)} | {".txt"}
    assert all(suffixes & set(reader.suffixes) for reader in READERS)
    assert len([path for path in RESUMES if path.suffix == ".pdf"]) >= 5


def statements(found: Extraction) -> list[str]:
    return sorted(letters(found.document.slice(bullet.span)) for bullet in found.bullets)


def positions(found: Extraction) -> list[tuple[str, str, str, str | None]]:
    return sorted((p.title, p.organization, str(p.period.start), p.period.end_text()) for p in found.positions)


def shown(found: Extraction) -> set[tuple[str, int]]:
    return {(mention.skill, mention.level) for mention in found.mentions}


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_one_resume_in_every_format(path: Path, resume_as_text: Report) -> None:
    report = api.check(path, SETTINGS)
    found, wanted = report.extraction, resume_as_text.extraction
    assert positions(found) == positions(wanted)
    assert statements(found) == statements(wanted)
    assert {skill for skill, _ in shown(found)} == {skill for skill, _ in shown(wanted)}
    assert [(e.level, e.end_year) for e in found.education] == [(e.level, e.end_year) for e in wanted.education]
    assert report.months == resume_as_text.months
    assert abs(report.total - resume_as_text.total) <= 1


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: path.name)
def test_one_posting_in_every_format(path: Path, posting_as_text: PostingReport) -> None:
    report = api.posting(path, SETTINGS)
    found, wanted = report.extraction.posting, posting_as_text.extraction.posting
    assert (found.title, found.level, found.remote) == (wanted.title, wanted.level, wanted.remote)
    assert [(y.min, y.max) for y in found.years] == [(y.min, y.max) for y in wanted.years]
    assert (found.pay and (found.pay.min, found.pay.max, found.pay.currency)) == (158000, 184000, "USD")
    musts, nices = (sum(r.kind is kind for r in found.requirements) for kind in (Demand.MUST, Demand.NICE))
    assert (musts - MORE_MUSTS.get(path.name, 0), nices) == (6, 4)
    assert abs(report.total - posting_as_text.total) <= 1


def written(lines: list[str], place: Anchor) -> str:
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.wide]


# What a format writes for what people read: LaTeX's dashes, keys of data files, a word of schema.org.
MEANS = {
    "_": " ",
    "TELECOMMUTE": "Remote",
    "FULL_TIME": "Full-time",
    "--": "\u2013",
    "---": "\u2014",
    "``": '"',
    "''": '"',
    "~": " ",
    "`": "'",
}


def decoded(text: str) -> set[str]:
    """What a stretch of a source can mean, in any of the formats."""
    plain = html.unescape(html.unescape(text.replace("\\/", "/")))
    means = {clean(plain), clean(plain).lstrip("\\"), clean(MEANS.get(text, ""))}
    if re.fullmatch(r"(?:\\u[0-9a-fA-F]{4})+|\\[nrtbf\"\\/]", text):
        means.add(
            clean(text.encode("ascii").decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16"))
        )
    return means


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_character_stands_where_it_is_said_to_stand(path: Path) -> None:
    document = readers.read(path)
    lines = re.split(r"\r\n|\r|\n", decode(path.name, path.read_bytes())[0])
    seen = 0
    for offset, char in enumerate(document.text):
        place = document.place(offset)
        if char == "\n" or place.wide == 0:
            continue
        source = written(lines, place)
        seen += 1
        # A macro or an accent of LaTeX stands for what it prints.
        prints = path.suffix == ".tex" and place.wide > 1 and source.startswith("\\")
        assert (
            prints
            or any(char.lower() in meaning.lower() for meaning in decoded(source))
            or (char.isspace() and not source.strip())
        )
    assert seen > 0.8 * len(document.text)


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_places_of_findings(path: Path) -> None:
    report = api.check(path, SETTINGS)
    document = report.extraction.document
    printed = path.suffix in {".pdf", ".docx"}
    source = document.text if printed else decode(path.name, path.read_bytes())[0]
    lines = re.split(r"\r\n|\r|\n", source)
    spans = [f.span for f in (*report.extraction.bullets, *report.extraction.mentions, *report.extraction.metrics)]
    for span in spans:
        place = document.locate(span)
        stretch = " ".join(excerpt(lines, place))
        assert words(document.slice(span)) <= words(html.unescape(clean(stretch)))
        assert (place.page is not None) is (path.suffix == ".pdf")


def words(text: str) -> set[str]:
    """The words of a text without accents, however a format writes those."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\\['`^\"~]", "", text))
    return set(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower()))


def excerpt(lines: list[str], place: Any) -> list[str]:
    """The characters of a location."""
    if place.line == place.end_line:
        return [lines[place.line - 1][place.column - 1 : place.end_column - 1]]
    middle = lines[place.line : place.end_line - 1]
    return [lines[place.line - 1][place.column - 1 :], *middle, lines[place.end_line - 1][: place.end_column - 1]]
