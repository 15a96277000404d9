"""The scorer: how facts are compared and counted."""

from __future__ import annotations

from typing import Any

import pytest

from ctnews.scoring.cases import Case, Prediction
from ctnews.scoring.compare import alike, meeting_likeness, pair_up, shingles
from ctnews.scoring.facts import score_case
from ctnews.scoring.links import score_links
from ctnews.scoring.tally import Board

MEETING = {
    "kind": "talks",
    "ordinal": None,
    "start": "2024-05-14",
    "end": "2024-05-14",
    "granularity": "day",
    "city": "Rabat",
    "parties": ["ES", "MA"],
    "status": "held",
    "main": True,
    "participants": ["Luis Ortega"],
}
FOUND = MEETING | {"meeting_id": "m", "participants": ["Luis Ortega"]}


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Luis Ortega Ruiz", "Ortega Ruiz", 1.0, 1.0),
        ("Zoë Müller", "Zoe Muller", 1.0, 1.0),
        ("Labuan Bajo", "Lubuan Bajo", 0.85, 0.99),
        ("Wang Yi", "Hanoi", 0.0, 0.5),
        ("", "Hanoi", 0.0, 0.0),
        (None, "Hanoi", 0.0, 0.0),
    ],
)
def test_names_are_compared_by_their_words(one: Any, other: Any, least: float, most: float) -> None:
    assert least <= alike(one, other) <= most


@pytest.mark.parametrize(
    ("change", "least"),
    [
        ({}, 0.95),
        ({"start": "2024-05-16", "end": "2024-05-16"}, 0.6),
        ({"parties": ["ES", "FR"]}, 0.7),
        ({"kind": "visit"}, 0.85),
    ],
)
def test_a_meeting_stays_recognisable_with_one_wrong_point(change: dict[str, Any], least: float) -> None:
    assert meeting_likeness(MEETING, FOUND | change) >= least


@pytest.mark.parametrize("change", [{"start": "2023-01-01", "end": "2023-01-01", "parties": ["FR", "NE"]}])
def test_another_meeting_is_not_taken_for_it(change: dict[str, Any]) -> None:
    assert meeting_likeness(MEETING, FOUND | change) < 0.55


def test_pairs_are_one_to_one_the_best_first() -> None:
    assert pair_up([1, 5], [4, 1], lambda one, other: -abs(one - other), -2) == [(0, 1), (1, 0)]


def test_shingles_of_a_short_text_are_the_text() -> None:
    assert list(shingles("Two words")) == [("two", "words")]
    assert not shingles("")


def score(gold: dict[str, Any], found: Prediction) -> dict[str, float]:
    blank = {
        "lang": "en",
        "published": None,
        "relevant": True,
        "body_first": "x",
        "body_last": "y",
        "people": [],
        "agencies": [],
        "meetings": [],
        "agreements": [],
    }
    board = Board()
    score_case(board, Case("one", blank | gold, ""), found)
    return board.figures()


def test_every_point_of_a_right_meeting_counts() -> None:
    figures = score({"meetings": [MEETING]}, Prediction({"article_id": "a"}, [], [], [FOUND]))
    assert figures["main meeting right in every point"] == 1.0
    assert figures["participants: F1"] == 1.0


def test_a_meeting_that_is_not_found_is_wrong_in_each_point() -> None:
    figures = score({"meetings": [MEETING]}, Prediction({"article_id": "a"}))
    assert figures["main meeting found"] == 0.0
    assert figures["meeting's city"] == 0.0


def test_an_invented_main_meeting_is_counted() -> None:
    found = Prediction({"article_id": "a"}, [], [], [FOUND])
    assert score({"relevant": False}, found)["no meeting invented"] == 0.0


def test_optional_agencies_are_neither_right_nor_wrong() -> None:
    agency = {"name": "State Security Bureau", "acronym": None, "country": "QA", "optional": True}
    found = Prediction({"article_id": "a"}, [], [{"text": "State Security Bureau", "name": None}], [])
    figures = score({"agencies": [agency]}, found)
    assert (figures["agencies: precision"], figures["agencies: recall"]) == (1.0, 1.0)


def test_an_article_that_was_not_loaded_misses_everything() -> None:
    figures = score({"meetings": [MEETING]}, Prediction())
    assert figures["articles loaded"] == 0.0
    assert figures["meetings: F1"] == 0.0


def test_links_are_counted_in_pairs() -> None:
    board = Board()
    score_links(board, [("a", "1"), ("a", "1"), ("a", "2"), ("b", "2"), ("b", None)])
    figures = board.figures()
    assert figures["meetings linked: precision"] == 0.5
    assert figures["meetings linked: recall"] == 0.25
