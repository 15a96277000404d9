"""Every date in the bodies of the sample corpus, marked by reading, beside what is found.

`dates_sample.tsv` has a row for each date: the article and the day it was published (empty where the page does not
tell), the expression and its occurrence in the body, the value by TimeML (empty where the text does not determine it,
or where it is no date). A row with a `reason` is not found as marked; `given` is what is found there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ctnews.cleaning import clean_articles
from ctnews.dates import Anchor, DateMention, infer_anchor, scan
from ctnews.reading import read_articles
from ctnews.resources import sample_path

Row = dict[str, str]

with (Path(__file__).parent / "dates_sample.tsv").open(encoding="utf-8", newline="") as file:
    ROWS: list[Row] = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
ARTICLES = sorted({row["article"] for row in ROWS})


@pytest.fixture(scope="module")
def bodies() -> dict[str, tuple[str, str]]:
    articles = clean_articles(read_articles(sample_path()).articles).articles
    return {Path(row.source).stem: (row.text, row.lang) for row in articles.itertuples()}


@pytest.mark.parametrize("article", ARTICLES)
def test_every_date_is_as_marked_but_where_a_reason_says_why_not(
    article: str, bodies: dict[str, tuple[str, str]]
) -> None:
    text, lang = bodies[article]
    rows = [row for row in ROWS if row["article"] == article]
    day = rows[0]["anchor"]
    anchor = Anchor.of(date.fromisoformat(day)) if day else infer_anchor(text, lang=lang)
    found = {(m.start, m.end): m for m in scan(text, lang=lang, anchor=anchor)}
    for row in filter(lambda row: row["expression"], rows):
        start = offset(text, row["expression"], int(row["occurrence"]))
        near = list(overlapping(found, start, start + len(row["expression"])))
        given = " ".join(dict.fromkeys(m.iso for m in near if m.iso))
        assert given == (row["given"] if row["reason"] else row["iso"]), row
    assert not [m for m in found.values() if m.iso], "dates that are not marked"


def offset(text: str, expression: str, occurrence: int) -> int:
    position = -1
    for _ in range(occurrence):
        position = text.index(expression, position + 1)
    return position


def overlapping(found: dict[tuple[int, int], DateMention], start: int, end: int) -> Iterator[DateMention]:
    for span in [span for span in found if span[0] < end and start < span[1]]:
        yield found.pop(span)


def test_a_reason_stands_only_where_something_is_not_as_marked() -> None:
    assert all(bool(row["reason"]) == (row["given"] != row["iso"]) for row in ROWS if row["given"] or row["reason"])


def test_nineteen_of_twenty_dates_are_right() -> None:
    dated = [row for row in ROWS if row["iso"]]
    right = [row for row in dated if not row["reason"]]
    assert len(dated) > 200
    assert len(right) / len(dated) > 0.94


@pytest.mark.parametrize(
    ("text", "lang", "anchor", "values"),
    [
        (
            "The dialogue of June 18 took up what had been left open in December 2023.",
            "en",
            date(2025, 6, 18),
            ["2025-06-18", "2023-12"],
        ),
        (
            "Putaran sebelumnya digelar Desember 2023. Sejak 2022, berkat nota yang diteken 22 Desember 2022, "
            "hubungan makin erat. “Pembahasan hari ini selesai,” kata pejabat itu, Kamis (19/6).",
            "id",
            date(2025, 6, 19),
            ["2023-12", "2022", "2022-12-22", "2025-06-19", "2025-06-19"],
        ),
        (
            "Delegates sat down on May 18. The workshop of May 18 dealt with the 2019–2025 plan, in force since 2019. "
            "Seniors come together on June 19 to 23 and ministers in August this year.",
            "en",
            date(2023, 5, 19),
            ["2023-05-18", "2023-05-18", "2019/2025", "2019", "2023-06-19/2023-06-23", "2023-08"],
        ),
        (
            "The envoys conferred on Wednesday, over two months ago there was nothing of the kind.",
            "en",
            date(2017, 8, 9),
            ["2017-08-09", "2017-06"],  # "over" leaves May open
        ),
        ("The agency's centre, opened in 2018, was on the programme.", "en", date(2022, 8, 2), ["2018"]),
    ],
)
def test_the_expressions_of_five_real_pages_in_sentences_of_our_own(
    text: str, lang: str, anchor: date, values: list[str]
) -> None:
    assert [m.iso for m in scan(text, lang=lang, anchor=Anchor.of(anchor))] == values
