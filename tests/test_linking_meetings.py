"""Accounts of meetings: which tell of one meeting, what is reconciled and what is kept as disagreement."""

import random
from typing import Any

import pandas as pd
import pytest

from ctnews.frames import (
    AGENCIES,
    AGENCY_MENTIONS,
    ARTICLES,
    MEETING_MENTIONS,
    MEETINGS,
    PEOPLE,
    SERIES,
    conform,
)
from ctnews.linking import Linked, link

Row = dict[str, Any]

JWG: Row = {"kind": "joint_working_group", "parties": ["ID", "VN"], "status": "held", "main": True}
TALKS: Row = {**JWG, "kind": "talks"}
BODY: Row = {**JWG, "parties": ["ASEAN"]}


def day(text: str, last: str | None = None) -> Row:
    return {"start": text, "end": last or text, "granularity": "day"}


def month(text: str) -> Row:
    first = pd.Timestamp(f"{text}-01")
    return {"start": first, "end": first + pd.offsets.MonthEnd(0), "granularity": "month"}


def year(number: int) -> Row:
    return {"start": f"{number}-01-01", "end": f"{number}-12-31", "granularity": "year"}


JAKARTA = {"city": "Jakarta", "country": "ID"}
HANOI = {"city": "Hanoi", "country": "VN"}
JUNE_18 = day("2025-06-18")
JUNE_19 = day("2025-06-19")
SECOND = {"ordinal": 2}
PEOPLE_OF = {"Tung": "VN", "Andhika": "ID", "Alius": "ID", "Quang": "VN"}


def linked(*accounts: Row, articles: list[Row] | None = None, seed: int | None = None) -> Linked:
    """Link accounts of which each stands in an article of its own, unless it names one."""
    mentions: list[Row] = []
    persons: dict[str, tuple[str, str]] = {}
    for number, account in enumerate(accounts):
        article = account.get("article_id", f"a{number}")
        who = {name: f"{article}-{name}" for name in account.get("who", [])}
        persons |= {key: (article, name) for name, key in who.items()}
        told = {"article_id": article, "mention_id": f"{article}-m{number}", "confidence": 0.8}
        mentions.append({**told, **account, "participants": list(who.values())})
    people = [
        {"article_id": a, "person_id": key, "name": f"{name} Nguyen Hadi", "country": PEOPLE_OF[name]}
        for key, (a, name) in persons.items()
    ]
    known = articles or [{"article_id": mention["article_id"]} for mention in mentions]
    frames = [pd.DataFrame(rows) for rows in (known, people, mentions)]
    if seed is not None:
        frames = [frame.sample(frac=1, random_state=seed) for frame in frames]
    articles_frame, people_frame, mentions_frame = (
        conform(frame, contract) for frame, contract in zip(frames, (ARTICLES, PEOPLE, MEETING_MENTIONS), strict=True)
    )
    return link(
        articles_frame.drop_duplicates("article_id"),
        people_frame,
        conform([], AGENCY_MENTIONS),
        mentions_frame,
    )


ONE_MEETING = {
    "the same number without dates": ({**JWG, **SECOND}, {**JWG, **SECOND, **JUNE_18}),
    "the same number in the month of the day": (
        {**JWG, **SECOND, **month("2025-06")},
        {**JWG, **SECOND, **JUNE_18},
    ),
    "the same number a day apart": (
        {**JWG, **SECOND, **JAKARTA, **JUNE_18},
        {**JWG, **SECOND, **JAKARTA, **JUNE_19},
    ),
    "the same number and day in two cities": (
        {**JWG, **SECOND, **JAKARTA, **JUNE_18},
        {**JWG, **SECOND, **JUNE_18},
    ),
    "announced for one month, held in the next": (
        {**JWG, **SECOND, **month("2025-05"), "status": "scheduled"},
        {**JWG, **SECOND, **JUNE_18},
    ),
    "no number, the same day": ({**JWG, **JUNE_18}, {**JWG, **JUNE_18, **SECOND}),
    "no number, a day of the month": ({**JWG, **month("2025-06")}, {**JWG, **JUNE_18}),
    "no number, a day apart": ({**JWG, **JUNE_18}, {**JWG, **JUNE_19}),
    "the year and the city": ({**JWG, **year(2025), **JAKARTA}, {**JWG, **JUNE_18, **JAKARTA}),
    "one side missing, day and city agree": (
        {**JWG, "parties": ["VN"], **JUNE_18, **JAKARTA},
        {**JWG, **JUNE_18, **JAKARTA},
    ),
    "working group and joint working group": (
        {**JWG, **JUNE_18},
        {**JWG, **JUNE_18, "kind": "working_group"},
    ),
    "names in two languages": (
        {**BODY, **JUNE_18, "kind": "working_group", "name": "SOMTC Working Group on Counter-Terrorism"},
        {**BODY, **JUNE_18, "kind": "working_group", "name": "Pertemuan WG on CT Kejahatan Lintas Negara"},
    ),
    "talks of the same persons": (
        {**TALKS, **JUNE_18, "who": ["Tung"]},
        {**TALKS, **JUNE_18, "who": ["Tung"]},
    ),
    "talks of the same day, other sides named": (
        {**TALKS, **JUNE_18, "who": ["Tung"]},
        {**TALKS, **JUNE_18, "who": ["Andhika"]},
    ),
    "talks called a visit, same persons": (
        {**TALKS, **JUNE_18, "who": ["Tung"]},
        {**TALKS, **JUNE_18, "kind": "visit", "who": ["Tung"]},
    ),
    "exercise of one name": (
        {**JWG, "kind": "exercise", "name": "Warrior-IX", **JUNE_18},
        {**JWG, "kind": "exercise", "name": "joint exercise Warrior", **JUNE_18},
    ),
}

TWO_MEETINGS = {
    "two numbers on one day": ({**JWG, **SECOND, **JUNE_18}, {**JWG, "ordinal": 3, **JUNE_18}),
    "the same number, other parties": ({**JWG, **SECOND}, {**JWG, **SECOND, "parties": ["ID", "PH"]}),
    "the same number years apart": ({**JWG, **SECOND, **JUNE_18}, {**JWG, **SECOND, **day("2019-06-18")}),
    "one party only, no date": ({**JWG, **SECOND, "parties": ["ID"]}, {**JWG, **SECOND}),
    "two cities on two days": ({**JWG, **JAKARTA, **JUNE_18}, {**JWG, **HANOI, **JUNE_19}),
    "two cities on two days, one number": (
        {**JWG, **SECOND, **JAKARTA, **JUNE_18},
        {**JWG, **SECOND, **HANOI, **JUNE_19},
    ),
    "two cities on one day, nothing else": ({**JWG, **JAKARTA, **JUNE_18}, {**JWG, **HANOI, **JUNE_18}),
    "a week apart": ({**JWG, **JUNE_18}, {**JWG, **day("2025-06-25")}),
    "neither number nor date": ({**JWG}, {**JWG}),
    "the year alone": ({**JWG, **year(2025)}, {**JWG, **JUNE_18}),
    "ministers of two bodies": (
        {**BODY, "kind": "ministerial", "name": "ASEAN Ministerial Meeting", **year(2019), "city": "Bangkok"},
        {**BODY, "kind": "ministerial", "name": "AMMTC", **day("2019-11-27"), "city": "Bangkok"},
    ),
    "working groups of two topics": (
        {**BODY, "kind": "working_group", "name": "Working Group on Cybercrime", **JUNE_18},
        {**BODY, "kind": "working_group", "name": "SOMTC Working Group on Counter Terrorism", **JUNE_18},
    ),
    "ministers and senior officials": (
        {**BODY, "kind": "ministerial", "name": "AMMTC", **JUNE_18, **JAKARTA},
        {**BODY, "kind": "senior_officials", "name": "SOMTC", **JUNE_18, **JAKARTA},
    ),
    "a dialogue beside the working group": (
        {**JWG, **JUNE_18, **JAKARTA, "who": ["Tung"]},
        {
            **JWG,
            **JUNE_18,
            **JAKARTA,
            "kind": "consultation",
            "name": "Designations Dialogue",
            "who": ["Tung"],
        },
    ),
    "talks of other persons on one day": (
        {**TALKS, **JUNE_18, "who": ["Andhika"]},
        {**TALKS, **JUNE_18, "who": ["Alius"]},
    ),
    "talks in one month": ({**TALKS, **month("2025-06")}, {**TALKS, **JUNE_18}),
    "talks on two days": ({**TALKS, **JUNE_18, "who": ["Tung"]}, {**TALKS, **JUNE_19, "who": ["Tung"]}),
    "visit and signing": ({**TALKS, "kind": "visit", **JUNE_18}, {**TALKS, "kind": "signing", **JUNE_18}),
    "workshops of one month": (
        {**JWG, "kind": "workshop", **month("2025-06")},
        {**JWG, "kind": "workshop", **month("2025-06")},
    ),
    "conferences whose parties are not told": (
        {**JWG, "kind": "conference", "parties": [], **JUNE_18},
        {**JWG, "kind": "conference", "parties": [], **JUNE_18},
    ),
    "two meetings of one article": (
        {**TALKS, **JUNE_18, "article_id": "a", "who": ["Tung"]},
        {**TALKS, **JUNE_18, "article_id": "a", "who": ["Tung", "Andhika"]},
    ),
}


@pytest.mark.parametrize("accounts", ONE_MEETING.values(), ids=ONE_MEETING)
def test_one_meeting(accounts: tuple[Row, ...]) -> None:
    assert linked(*accounts).meeting_mentions["meeting_id"].nunique() == 1


@pytest.mark.parametrize("accounts", TWO_MEETINGS.values(), ids=TWO_MEETINGS)
def test_two_meetings(accounts: tuple[Row, ...]) -> None:
    assert linked(*accounts).meeting_mentions["meeting_id"].nunique() == 2


def test_an_account_between_does_not_bridge_what_contradicts() -> None:
    two, three = {**JWG, **SECOND, **JUNE_18}, {**JWG, "ordinal": 3, **day("2025-06-20")}
    found = linked(two, three, {**JWG, **month("2025-06")}).meeting_mentions["meeting_id"]
    assert found[0] != found[1]


def test_a_report_without_date_joins_by_city_and_people_of_its_own_time() -> None:
    bare = {**JWG, **JAKARTA, "who": ["Tung"]}
    articles = [
        {"article_id": "a0", "published": "2025-06-20"},
        {"article_id": "a1", "published": "2025-06-18"},
    ]
    assert len(linked(bare, {**bare, **JUNE_18}, articles=articles).meetings) == 1
    late = [{"article_id": "a0", "published": "2026-06-20"}, {"article_id": "a1", "published": "2025-06-18"}]
    assert len(linked(bare, {**bare, **JUNE_18}, articles=late).meetings) == 2


def test_what_most_say_counts_and_every_value_is_kept() -> None:
    row = linked(
        {**JWG, **SECOND, **JAKARTA, **JUNE_19},
        {**JWG, **SECOND, **JAKARTA, **JUNE_18},
        {**JWG, **SECOND, **JAKARTA, **month("2025-06")},
        {**JWG, **SECOND, **JAKARTA, **JUNE_18},
    ).meetings.iloc[0]
    assert (row["start"], row["granularity"], row["n_articles"]) == (pd.Timestamp("2025-06-18"), "day", 4)
    assert [(c["field"], c["value"], c["article_id"]) for c in row["conflicts"]] == [
        ("start", "2025-06-19", "a0"),
        ("start", "2025-06-18", "a1"),
        ("start", "2025-06", "a2"),
        ("start", "2025-06-18", "a3"),
    ]


def test_a_month_and_a_day_in_it_do_not_disagree() -> None:
    row = linked(*[{**JWG, **SECOND, **month("2025-06")}] * 3, {**JWG, **SECOND, **JUNE_18}).meetings.iloc[0]
    assert row["start"] == row["end"] == pd.Timestamp("2025-06-18")
    assert row["conflicts"] == []


def test_of_two_equal_claims_the_one_published_first_counts() -> None:
    articles = [
        {"article_id": "a0", "published": "2025-06-21"},
        {"article_id": "a1", "published": "2025-06-20"},
    ]
    pair = {**JWG, **SECOND, **JAKARTA, **JUNE_19}, {**JWG, **SECOND, **JAKARTA, **JUNE_18}
    assert linked(*pair, articles=articles).meetings["start"][0] == pd.Timestamp("2025-06-18")


def test_a_copy_is_no_source() -> None:
    articles = [
        {"article_id": "a0", "published": "2025-06-20", "outlet": "One"},
        {"article_id": "a1", "published": "2025-06-21", "outlet": "Two", "duplicate_of": "a2"},
        {"article_id": "a2", "published": "2025-06-21", "outlet": "Three"},
    ]
    first, *others = {**JWG, **SECOND, **JUNE_18}, {**JWG, **SECOND, **JUNE_19}, {**JWG, **SECOND, **JUNE_19}
    row = linked(first, *others, articles=articles).meetings.iloc[0]
    assert (row["n_articles"], row["n_outlets"], row["article_ids"]) == (2, 2, ["a0", "a2"])
    assert row["start"] == pd.Timestamp("2025-06-18")


WIRE = "Delegates of the two countries met in Hanoi for the second time on Thursday and went through a list of names."


def five_outlets(original: int = 0) -> list[Row]:
    """One wire story in five outlets, a day apart; all but one are copies."""
    return [
        {
            "article_id": f"a{number}",
            "published": f"2025-06-{20 + number}",
            "outlet": f"Outlet {number}",
            "duplicate_of": None if number == original else f"a{original}",
        }
        for number in range(5)
    ]


@pytest.mark.parametrize("original", [0, 3])
def test_five_copies_of_one_story_are_one_source(original: int) -> None:
    told = {**JWG, **SECOND, **HANOI, "sentence": WIRE}
    accounts = [{**told, **day(f"2025-06-{19 + number}"), "who": ["Tung"]} for number in range(5)]
    found = linked(*accounts, articles=five_outlets(original))
    (row,) = found.meetings.to_dict("records")
    assert (row["n_articles"], row["n_sources"], row["n_outlets"]) == (1, 1, 1)
    assert row["article_ids"] == [f"a{original}"]
    assert row["copy_ids"] == [f"a{number}" for number in range(5) if number != original]
    assert (row["confidence"], row["conflicts"]) == (0.8, [])
    assert row["start"] == pd.Timestamp(f"2025-06-{19 + original}")
    assert found.actors["n_articles"].tolist() == [1]
    assert found.meeting_mentions["meeting_id"].nunique() == 1


def test_copies_do_not_outvote_another_source() -> None:
    wire = {**JWG, **SECOND, **JUNE_19, "sentence": WIRE}
    articles = [*five_outlets(), {"article_id": "a5", "published": "2025-06-19", "outlet": "Own reporter"}]
    (row,) = linked(*[wire] * 5, {**JWG, **SECOND, **JUNE_18}, articles=articles).meetings.to_dict("records")
    assert (row["n_sources"], row["start"]) == (2, pd.Timestamp("2025-06-18"))
    assert {conflict["article_id"] for conflict in row["conflicts"]} == {"a0", "a5"}


def test_copies_without_their_original_are_one_source() -> None:
    told = {**JWG, **SECOND, **JUNE_18}
    articles = [article for article in five_outlets(4) if article["article_id"] != "a4"]
    (row,) = linked(*[told] * 4, articles=articles).meetings.to_dict("records")
    assert (row["n_articles"], row["article_ids"], row["confidence"]) == (1, ["a0"], 0.8)


def test_what_a_copy_repeats_founds_no_meeting_of_its_own() -> None:
    talks = {**TALKS, **HANOI, "sentence": WIRE}
    misread = {**talks, **day("2025-09-25"), "sentence": WIRE.replace("Thursday", "Thursday last")}
    found = linked({**talks, **JUNE_19}, misread, articles=five_outlets()[:2])
    assert found.meetings["start"].tolist() == [pd.Timestamp("2025-06-19")]
    assert len(found.meeting_mentions) == 2


def test_a_sentence_that_every_story_of_a_series_repeats_is_told_once() -> None:
    background = {**JWG, **SECOND, **JUNE_18, "sentence": WIRE, "main": False}
    own = {**JWG, **SECOND, **JUNE_18, "sentence": "They met."}
    row = linked(background, background, background, own).meetings.iloc[0]
    assert (row["n_articles"], row["n_sources"], row["confidence"]) == (4, 2, 0.96)


@pytest.mark.parametrize(
    ("first", "then", "status", "fields"),
    [
        ("scheduled", "held", "held", []),
        ("scheduled", "cancelled", "cancelled", []),
        ("held", "cancelled", "cancelled", ["status", "status"]),
        ("scheduled", "scheduled", "scheduled", []),
    ],
)
def test_the_later_report_tells_the_outcome(first: str, then: str, status: str, fields: list[str]) -> None:
    articles = [
        {"article_id": "a0", "published": "2025-06-01"},
        {"article_id": "a1", "published": "2025-06-20"},
    ]
    pair = {**JWG, **SECOND, **JUNE_18, "status": first}, {**JWG, **SECOND, **JUNE_18, "status": then}
    row = linked(*pair, articles=articles).meetings.iloc[0]
    assert row["status"] == status
    assert [conflict["field"] for conflict in row["conflicts"]] == fields


ACCOUNTS = [account for pair in [*ONE_MEETING.values(), *TWO_MEETINGS.values()] for account in pair]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    straight, shuffled = linked(*ACCOUNTS), linked(*ACCOUNTS, seed=seed)
    pd.testing.assert_frame_equal(straight.meetings, shuffled.meetings)
    pd.testing.assert_frame_equal(straight.actors, shuffled.actors)
    pd.testing.assert_frame_equal(straight.series, shuffled.series)


def test_ids_stay_when_unrelated_articles_come() -> None:
    rng = random.Random(7)
    before = linked(*ACCOUNTS)
    others = [
        {
            **JWG,
            "parties": ["IN", "FR"],
            "ordinal": number,
            **day(f"20{number + 10}-05-{rng.randint(1, 28):02}"),
        }
        for number in range(5)
    ]
    after = linked(*ACCOUNTS, *({**row, "article_id": f"z{i}"} for i, row in enumerate(others)))
    assert set(before.meetings["meeting_id"]) < set(after.meetings["meeting_id"])
    assert set(before.series["series_id"]) < set(after.series["series_id"])
    assert set(before.actors["actor_id"]) == set(after.actors["actor_id"])


def test_an_id_stays_when_another_article_tells_of_the_meeting() -> None:
    first = {**JWG, **SECOND, **month("2025-06")}
    assert set(linked(first).meetings["meeting_id"]) == set(linked(first, {**first, **JUNE_18}).meetings["meeting_id"])


def test_ids_are_unique() -> None:
    assert linked(*ACCOUNTS).meetings["meeting_id"].is_unique
    again = linked({**JWG, **SECOND, **JUNE_18}, {**JWG, **SECOND, **day("2019-06-18")})
    assert again.meetings["meeting_id"].is_unique


def test_persons_become_actors_everywhere() -> None:
    found = linked({**JWG, **JUNE_18, "who": ["Tung", "Andhika"]}, {**JWG, **JUNE_18, "who": ["Tung"]})
    assert found.actors.set_index("name")["n_meetings"].to_dict() == {
        "Andhika Nguyen Hadi": 1,
        "Tung Nguyen Hadi": 1,
    }
    assert set(found.meetings["participants"][0]) == set(found.actors["actor_id"])
    assert set(found.meeting_mentions["participants"][0]) == set(found.actors["actor_id"])
    assert found.refs["actor_id"].isin(found.actors["actor_id"]).all()


def test_agencies_are_counted_across_articles() -> None:
    mentions = [
        {
            "article_id": "a0",
            "agency_id": "bnpt",
            "name": "National Agency",
            "acronym": "BNPT",
            "text": "BNPT",
        },
        {
            "article_id": "a1",
            "agency_id": "bnpt",
            "name": "National Agency",
            "acronym": "BNPT",
            "text": "Badan",
        },
    ]
    accounts = conform([{**JWG, **JUNE_18, "article_id": "a0", "agencies": ["bnpt"]}], MEETING_MENTIONS)
    articles = conform([{"article_id": "a0"}, {"article_id": "a1"}], ARTICLES)
    frame = conform(mentions, AGENCY_MENTIONS)
    row = link(articles, conform([], PEOPLE), frame, accounts).agencies.iloc[0]
    assert (row["aliases"], row["n_articles"], row["n_meetings"]) == (["Badan"], 2, 1)


def test_empty_frames_give_empty_frames_of_the_contracts() -> None:
    found = link(
        conform([], ARTICLES),
        conform([], PEOPLE),
        conform([], AGENCY_MENTIONS),
        conform([], MEETING_MENTIONS),
    )
    assert list(found.meetings) == MEETINGS.names
    assert list(found.series) == SERIES.names
    assert list(found.agencies) == AGENCIES.names
    assert all(frame.empty for frame in found)


def test_numbers_and_unnumbered_accounts_of_the_same_parties_are_one_series() -> None:
    found = linked({**JWG, **SECOND, **JUNE_18}, {**JWG, **month("2023-12")}, {**JWG, "ordinal": 4})
    assert found.meetings["series_id"].nunique() == 1
    assert found.series["kind"].tolist() == ["joint_working_group"]
    assert found.series["parties"].tolist() == [["ID", "VN"]]
    assert found.series["name"].tolist() == ["Indonesia-Vietnam joint working group"]


@pytest.mark.parametrize(
    ("accounts", "count"),
    [
        (
            [
                {**BODY, "kind": "ministerial", "name": "AMMTC"},
                {**BODY, "kind": "ministerial", "name": "AMM"},
            ],
            2,
        ),
        ([{**BODY, "kind": "working_group", "name": "SOMTC WG on CT", "ordinal": n} for n in (18, 19)], 1),
        (
            [
                {**BODY, "kind": "working_group", "name": "SOMTC WG on CT", "ordinal": 18},
                {**BODY, "kind": "working_group"},
            ],
            1,
        ),
        ([{**TALKS, **JUNE_18}], 0),
        ([{**JWG, "kind": "workshop", "name": "Border Workshop", **JUNE_18}], 0),
        (
            [{**JWG, "kind": "workshop", "name": "Border Workshop", **day(f"20{n}-03-01")} for n in (20, 21)],
            1,
        ),
        ([{**JWG, "kind": "exercise", "name": "Warrior-IX", "ordinal": 9}], 1),
    ],
)
def test_series(accounts: list[Row], count: int) -> None:
    assert len(linked(*accounts).series) == count
