"""The day of publication comes from the best source there is, and never from the page around the article."""

from __future__ import annotations

from datetime import date

import pytest
from cleaning_fixture import BODY, FIRST, SECOND, THIRD, TITLE, clean, page

from ctnews.cleaning.page import read_page
from ctnews.dates import Anchor

HEADER = "date 2024-05-16"
LINE = "Thursday, 16 May 2024"
DATELINED = f"ANKARA, May 16, 2024 (AA) - {FIRST}"


@pytest.mark.parametrize(
    ("lines", "day", "basis"),
    [
        ([HEADER, TITLE, "", BODY], date(2024, 5, 16), "header"),
        ([f" {HEADER} {TITLE}", "", "17 May 2024", BODY], date(2024, 5, 16), "header"),
        ([TITLE, LINE, "", BODY], date(2024, 5, 16), "dateline"),
        ([LINE, TITLE, "", BODY], date(2024, 5, 16), "dateline"),
        ([TITLE, "May 16, 2024 10:15 am", "", BODY], date(2024, 5, 16), "dateline"),
        ([TITLE, "By A. Smith | May 16th, 2024", "", BODY], date(2024, 5, 16), "dateline"),
        ([TITLE, "Published: 16 May 2024, 10:15 GMT", "", BODY], date(2024, 5, 16), "dateline"),
        ([TITLE, "Posted on 16 May 2024 by admin", "", BODY], date(2024, 5, 16), "dateline"),
        ([TITLE, "Kamis, 16 Mei 2024 | 07:35 WIB", "", BODY], date(2024, 5, 16), "dateline"),
        ([TITLE, "Khamis, 16 Ogos 2024", "", BODY], date(2024, 8, 16), "dateline"),
        ([TITLE, "2024-05-16", "", BODY], date(2024, 5, 16), "dateline"),
        ([TITLE, LINE, "", DATELINED.replace("16", "15")], date(2024, 5, 16), "dateline"),
        ([TITLE, "", DATELINED, SECOND], date(2024, 5, 16), "dateline"),
        (["1 June 2024", "Home", TITLE, LINE, BODY], date(2024, 5, 16), "dateline"),
        (["11/7/2024 9:08:34 PM", TITLE, "", f"MUSCAT, Nov 7 (GPA) -- {FIRST}", SECOND], date(2024, 11, 7), "dateline"),
        (
            ["11/7/2024 9:08:34 PM", TITLE, "", f"MUSCAT, July 10 (GPA) -- {FIRST}", SECOND],
            date(2024, 7, 11),
            "dateline",
        ),
        (["Wednesday, May 22, 2024", TITLE, "", f"Kathmandu, May 16: {FIRST}", SECOND], date(2024, 5, 16), "dateline"),
        (["Friday, May 17, 2024", TITLE, "", f"Kathmandu, May 16: {FIRST}", SECOND], date(2024, 5, 17), "dateline"),
    ],
)
def test_the_day_is_read_from_the_best_source(lines: list[str], day: date, basis: str) -> None:
    published = page(*lines).published
    assert published is not None
    assert (published.day, published.basis) == (day, basis)


@pytest.mark.parametrize(
    "lines",
    [
        ["Saturday, June 1, 2024 10:22", "The Daily", TITLE, "", BODY],
        ["Saturday, June 1, 2024", "Home", "News", TITLE, "", BODY],
        [TITLE, "Last updated: 1 June 2024", "", BODY],
        ["Terakhir diperbarui: 1 Juni 2024", TITLE, "", BODY],
        [TITLE, "", BODY, "Copyright 1 June 2024 The Daily"],
        ["Copyright 1 June 2024 The Daily", TITLE, "", BODY],
        [TITLE, "", BODY, "Related Articles", "Harvest is late", "1 June 2024"],
        [TITLE, "", BODY, "Most Read", "1 June 2024"],
        [TITLE, "", BODY, "1 June 2024"],
        [TITLE, "", BODY, "© 2024"],
        [TITLE, "", FIRST, "The agencies had first met on 1 June 2023 in Ankara, and then again in the autumn.", THIRD],
        [TITLE, "date 2024-13", BODY],
        [TITLE, "1 June 1924", BODY],
    ],
)
def test_other_dates_of_a_page_are_not_the_day(lines: list[str]) -> None:
    assert page(*lines).published is None


@pytest.mark.parametrize("header", ["date 2024-02", "date 2024-02 "])
def test_a_header_with_the_month_alone_gives_an_interval(header: str) -> None:
    article = clean([f"{header}\n{TITLE}\n\n{BODY}"]).articles.iloc[0]
    assert str(article["published_first"].date()) == "2024-02-01"
    assert str(article["published_last"].date()) == "2024-02-29"
    assert (str(article["published"]), article["published_basis"]) == ("NaT", "header")


@pytest.mark.parametrize("header", ["date 2024-02-31", "date 2024-13-01", "date 0000-00"])
def test_a_header_that_is_no_date_is_none(header: str) -> None:
    assert page(header, TITLE, "", BODY).published is None


def test_metadata_come_before_all_else() -> None:
    article = clean([f"{HEADER}\n{TITLE}\n\n{BODY}"], published=date(2024, 5, 17)).articles.iloc[0]
    assert (str(article["published"].date()), article["published_basis"]) == ("2024-05-17", "metadata")


def test_the_last_resort_is_to_infer_it_from_the_body() -> None:
    told = read_page(f"{TITLE}\n\n{BODY}", infer=lambda *_: Anchor(date(2024, 5, 1), date(2024, 5, 31))).published
    assert told is not None
    assert (told.first, told.last, told.basis, told.day) == (date(2024, 5, 1), date(2024, 5, 31), "inferred", None)


def test_a_weekday_with_a_full_date_in_the_body_is_inferred_from() -> None:
    body = "Kedua lembaga sepakat berbagi data, kata kepala lembaga itu di kantornya, Kamis (16/5/2024)."
    article = clean([f"{body}\n\n{body.replace('berbagi', 'saling menukar')}"]).articles.iloc[0]
    assert (str(article["published"].date()), article["published_basis"]) == ("2024-05-16", "inferred")


def test_a_day_that_nothing_tells_is_null() -> None:
    article = clean([f"{TITLE}\n\n{BODY}"]).articles.iloc[0]
    assert article[["published", "published_basis", "published_first", "published_last"]].isna().all()
