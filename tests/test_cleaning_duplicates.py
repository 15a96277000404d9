"""Copies point at the fullest and earliest article; another account of the same day does not."""

from __future__ import annotations

from itertools import permutations

import pandas as pd
import pytest
from cleaning_fixture import BODY, FIRST, SECOND, THIRD, clean

from ctnews.cleaning import mark_duplicates
from ctnews.frames import ARTICLES, conform, empty

MORE = [
    "Asked why it had taken so long, an officer said that the rules of the first agency had stood in the way.",
    "Those rules were changed in spring, after a court had found that names might be passed on to a trusted partner.",
    "Both sides hope that others in the region will join them once the first year of the work has been judged.",
    "A report on that year is promised for the summer, and the public is to see a shorter version of it.",
    "Until then the team will work from an office that a third country has lent, with a staff of nine or ten.",
]
FULL = "\n\n".join((BODY, *MORE))
RETOLD = (
    "Watch lists kept by a pair of services will soon be open to each of them. Their chiefs settled this after"
    " talks of three hours. Four times a year a handful of experts will look at the results and write them up.\n\n"
    "For the following round everybody travels north, to the seat of the second service. Nobody gave a date."
)


def marked(bodies: dict[str, str], days: dict[str, str] | None = None) -> dict[str, str]:
    rows = [
        {"article_id": name, "text": text, "published": pd.Timestamp((days or {}).get(name, "2024-05-16"))}
        for name, text in bodies.items()
    ]
    found = mark_duplicates(conform(rows, ARTICLES)).dropna(subset="duplicate_of")
    return dict(zip(found["article_id"], found["duplicate_of"], strict=True))


@pytest.mark.parametrize(
    ("copy", "copied"),
    [
        (FULL, True),
        (FULL.upper(), True),
        (FULL.replace("\n\n", "\n"), True),
        (f"Agencies to share lists\n\n{FULL}", True),
        (BODY, True),
        (f"{FIRST}\n\n{SECOND}", True),
        (f"{THIRD}\n\n{MORE[1]}\n\n{MORE[3]}", True),
        (FULL.replace("three hours", "two hours").replace("spring", "March"), True),
        (RETOLD, False),
        (f"{FIRST}\n\n{RETOLD}", False),
        ("The harvest is late this year, and farmers in the north fear for the price of what they grow. " * 3, False),
    ],
)
def test_a_copy_is_told_from_another_account(copy: str, copied: bool) -> None:
    found = marked({"full": FULL, "other": copy}, {"full": "2024-05-15"})
    assert bool(found) is copied


def test_copies_point_at_the_fullest() -> None:
    assert marked({"a": BODY, "b": FULL, "c": f"{FIRST}\n\n{SECOND}"}) == {"a": "b", "c": "b"}


def test_of_equals_they_point_at_the_earliest_published() -> None:
    days = {"a": "2024-05-18", "b": "2024-05-16", "c": "2024-05-17"}
    assert marked(dict.fromkeys("abc", FULL), days) == {"a": "b", "c": "b"}


def test_the_order_of_the_articles_does_not_matter() -> None:
    bodies = {"a": FULL, "b": BODY, "c": RETOLD, "d": FULL + " End."}
    found = [marked(dict(order)) for order in permutations(bodies.items())]
    assert all(one == found[0] for one in found)
    assert found[0] == {"a": "d", "b": "d"}


def test_bodies_too_short_to_tell_are_no_copies() -> None:
    assert marked({"a": "The two sides met.", "b": "The two sides met."}) == {}


def test_a_retitled_copy_is_found_while_cleaning() -> None:
    articles = clean([f"First title of it\n\n{FULL}", f"Another headline altogether\n\n{FULL}"]).articles
    assert list(articles["duplicate_of"].fillna("")) == ["", "a"]


def test_frames_keep_their_columns_and_order() -> None:
    assert mark_duplicates(empty(ARTICLES)).empty
    articles = clean([FULL, RETOLD, BODY]).articles
    assert list(mark_duplicates(articles[::-1])["article_id"]) == ["c", "b", "a"]
