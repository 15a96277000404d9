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
