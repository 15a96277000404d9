"""Accounts put together: those of the gold of three corpora, and a pile of meetings told with the noise of news."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from gold_accounts import link_gold, score_pairs
from synthetic_meetings import Pile, pile

import ctnews as ct
from ctnews.linking import Linked, link

TESTS = Path(__file__).parent
SIZE = 400


@cache
def made(seed: int) -> tuple[Pile, Linked]:
    found = pile(SIZE, seed)
    return found, link(*found.frames())


def meeting_of(linked: Linked) -> dict[str, str]:
    return dict(zip(linked.meeting_mentions["mention_id"], linked.meeting_mentions["meeting_id"], strict=True))


@pytest.mark.parametrize("folder", [ct.sample_path(), TESTS / "cases", TESTS / "fresh"], ids=lambda path: path.name)
def test_gold_accounts_of_one_meeting_are_put_together(folder: Path) -> None:
    linked, clusters = link_gold(folder)
    precision, recall, _ = score_pairs(meeting_of(linked), clusters)
    assert precision >= 0.97
    assert recall >= 0.9


@pytest.mark.parametrize("seed", [101, 102])
def test_a_pile_of_noisy_accounts(seed: int) -> None:
    found, linked = made(seed)
    precision, _, f1 = score_pairs(meeting_of(linked), found.truth)
    assert precision >= 0.97
    assert f1 >= 0.95


def assert_same(one: Linked, other: Linked) -> None:
    for name in ("actors", "roles", "agencies", "meetings", "life", "links", "series"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), obj=name)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_of_input_gives_the_same_frames(seed: int) -> None:
    found, linked = made(101)
    shuffled = [frame.sample(frac=1, random_state=seed).reset_index(drop=True) for frame in found.frames()]
    assert_same(linked, link(*shuffled))


def without(found: Pile, article_ids: set[str]) -> Linked:
    frames = [frame[~frame["article_id"].isin(article_ids)].reset_index(drop=True) for frame in found.frames()]
    return link(*frames)


def later_half(found: Pile) -> set[str]:
    days = sorted((article["published"], article["article_id"]) for article in found.articles)
    return {article for _, article in days[len(days) // 2 :]}


def test_ids_stay_when_later_articles_are_added() -> None:
    found, whole = made(102)
    half = without(found, later_half(found))
    ids = set(whole.meetings["meeting_id"]) | {key for keys in whole.meetings["other_ids"] for key in keys}
    assert set(half.meetings["meeting_id"]) <= ids
    kept = set(half.meetings["meeting_id"]) & set(whole.meetings["meeting_id"])
    assert len(kept) >= 0.99 * len(half.meetings)
    assert set(half.actors["actor_id"]) <= set(whole.actors["actor_id"]) | {
        key for keys in whole.actors["other_ids"] for key in keys
    }


@pytest.mark.parametrize("number", [0, 57, 211, 399])
def test_an_article_changes_only_what_it_touches(number: int) -> None:
    """Meetings, actors and series that have nothing of the article are the same with and without it."""
    found, whole = made(101)
    article = found.articles[number]["article_id"]
    rest = without(found, {article})
    touched = set(whole.meeting_mentions.loc[whole.meeting_mentions["article_id"] == article, "meeting_id"])
    before = whole.meetings[~whole.meetings["meeting_id"].isin(touched)].set_index("meeting_id")
    after = rest.meetings.set_index("meeting_id").loc[before.index]
    people = sorted({key for row in before["participants"] for key in row})
    same = ["kind", "start", "end", "city", "parties", "status", "article_ids", "conflicts", "confidence"]
    pd.testing.assert_frame_equal(before[same], after[same])
    assert set(people) <= set(rest.actors["actor_id"]) | {k for keys in rest.actors["other_ids"] for k in keys}


def test_every_join_says_why() -> None:
    _, linked = made(101)
    assert (linked.links["reason"].str.len() > 0).all()
    assert set(linked.links["what"]) == {"actor", "meeting"}
    joined = linked.links[linked.links["what"] == "meeting"]
    assert len(joined) == len(linked.meeting_mentions) - len(linked.meetings)
