"""Periods as resumes print them, and numbers that are none."""

from __future__ import annotations

import pytest

from spm_fit.extract.dates import periods, season
from spm_fit.model.document import Span


def found(text: str) -> list[tuple[str, str | None]]:
    return [(str(period.start), period.end_text()) for _, period in periods(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2020 - Dec 2020", "2020-01", "2020-12"),
        ("January 2020 – Present", "2020-01", "present"),
        ("Sept. 2019 to June 2020", "2019-09", "2020-06"),
        ("01/2020 - 07/2021", "2020-01", "2021-07"),
        ("2020-01 – 2021-05", "2020-01", "2021-05"),
        ("05/19 - 06/21", "2019-05", "2021-06"),
        ("1/1/2014 - 3/31/2016", "2014-01", "2016-03"),
        ("01.2019–12.2020", "2019-01", "2020-12"),
        ("Jan '24 – now", "2024-01", "present"),
        ("2019 - 2021", "2019", "2021"),
        ("2017-19", "2017", "2019"),
        ("Jan - Dec 2020", "2020-01", "2020-12"),
        ("since May 2023", "2023-05", "present"),
        ("03/2024 – to date", "2024-03", "present"),
        ("Summer 2019 – Spring 2020", "2019-06", "2020-05"),
        ("Jan 2016 Mar 2018", "2016-01", "2018-03"),
        ("March 2019\tPresent", "2019-03", "present"),
        ("August, 2014 until today", "2014-08", "present"),
        ("06/2012 to CurrentTeam Lead", "2012-06", "present"),
        ("Mar 2016 – Exp. Jun 2017", "2016-03", "2017-06"),
        ("Acme, 2014 – 2020, Bilbao", "2014", "2020"),
    ],
)
def test_period(text: str, start: str, end: str) -> None:
    assert found(text) == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "1200 to 1500 tickets",
        "2015-2020 items",
        "2018. 2019",
        "(617) 555-2019",
        "versions 2.0 to 3.1",
        "40 - 60 users",
        "$2010 - $2020",
    ],
)
def test_no_period(text: str) -> None:
    assert found(text) == []


def test_a_season_alone_is_its_months() -> None:
    text = "Product intern, Summer 2019"
    hit = season(text, Span(0, len(text)))
    assert hit is not None
    assert (str(hit[1].start), hit[1].end_text()) == ("2019-06", "2019-08")
