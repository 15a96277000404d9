"""The life of a meeting: announced, put off, held, cancelled; and the roles of a person through the years."""

from __future__ import annotations

import pandas as pd
import pytest
from test_linking_meetings import BODY, HANOI, JAKARTA, JWG, SECOND, TALKS, Row, day, linked, month

from ctnews.frames import AGENCY_MENTIONS, ARTICLES, MEETING_MENTIONS, PEOPLE, conform
from ctnews.linking import link
from ctnews.linking.places import compare_places, place_of


def published(*days: str) -> list[Row]:
    return [{"article_id": f"a{number}", "published": text} for number, text in enumerate(days)]


PLAN = {**JWG, **SECOND, **JAKARTA, "status": "scheduled"}
HELD = {**JWG, **SECOND, **JAKARTA}


@pytest.mark.parametrize(
    ("planned", "told", "slip"),
    [
        (day("2025-05-14"), day("2025-06-18"), 35),
        (day("2025-05-14"), day("2025-05-14"), 0),
        (month("2025-05"), day("2025-05-20"), 0),
        (month("2025-05"), day("2025-06-18"), 18),
        (day("2025-05-14"), month("2025-06"), 18),
        (day("2025-06-18"), day("2025-06-11"), -7),
    ],
)
def test_a_later_report_joins_the_announcement_and_the_slip_is_told(planned: Row, told: Row, slip: int) -> None:
    found = linked({**PLAN, **planned}, {**HELD, **told}, articles=published("2025-04-01", "2025-06-30"))
    (row,) = found.meetings.to_dict("records")
    assert (row["status"], row["slip_days"], row["start"]) == ("held", slip, pd.Timestamp(told["start"]))
    assert (row["announced"], row["announced_for"]) == (pd.Timestamp("2025-04-01"), pd.Timestamp(planned["start"]))


def test_one_article_tells_the_old_time_and_the_new_one() -> None:
    both = [
        {**PLAN, **day("2025-05-14"), "status": "cancelled", "article_id": "a1"},
        {**PLAN, **day("2025-09-24"), "article_id": "a1"},
    ]
    days = published("2025-04-01", "2025-05-10", "2025-09-26")
    accounts = [{**PLAN, **day("2025-05-14"), "article_id": "a0"}, *both]
    (row,) = linked(*accounts, articles=days).meetings.to_dict("records")
    assert (row["status"], row["start"], row["slip_days"]) == ("scheduled", pd.Timestamp("2025-09-24"), 133)
    found = linked(*accounts, {**HELD, **day("2025-09-24"), "article_id": "a2"}, articles=days)
    assert found.life["step"].tolist() == ["announced", "cancelled", "put off", "held"]
    assert found.life["slip_days"].dropna().tolist() == [0, 133, 0]
    assert found.meetings["status"].tolist() == ["held"]
    assert found.meetings["conflicts"].tolist() == [[]]


def test_a_plan_given_up_for_good_is_cancelled() -> None:
    pair = {**PLAN, **day("2025-05-14")}, {**HELD, **day("2025-05-14"), "status": "cancelled"}
    found = linked(*pair, articles=published("2025-04-01", "2025-05-10"))
    assert found.meetings["status"].tolist() == ["cancelled"]
    assert found.life["step"].tolist() == ["announced", "cancelled"]


def test_an_announcement_without_a_number_is_joined_where_the_series_has_no_other_so_near() -> None:
    plan = {**JWG, **JAKARTA, **day("2025-05-14"), "status": "scheduled"}
    report = {**JWG, **JAKARTA, **day("2025-06-18")}
    assert len(linked(plan, report, articles=published("2025-05-01", "2025-06-20")).meetings) == 1
    late = {**report, **day("2025-12-18")}
    assert len(linked(plan, late, articles=published("2025-05-01", "2025-12-20")).meetings) == 2


def test_two_articles_announce_the_next_one() -> None:
    next_year = {**JWG, "start": "2026-01-01", "end": "2026-12-31", "granularity": "year", "status": "scheduled"}
    pair = next_year, {**next_year, "ordinal": 3}
    assert len(linked(*pair, articles=published("2025-06-18", "2025-06-20")).meetings) == 1


@pytest.mark.parametrize(
    ("one", "other", "nearness"),
    [
        (("Manado", "ID"), ("North Sulawesi", "ID"), "WITHIN"),
        (("Kuta", "ID"), ("Bali", "ID"), "WITHIN"),
        (("Manado", "ID"), ("Bali", "ID"), "APART"),
        (("Kyiv", "UA"), ("Kiev", "UA"), "SAME"),
        (("Tashkent", "UZ"), ("Tashkentt", "UZ"), "SAME"),
        (("Hanoi", "VN"), ("Jakarta", "ID"), "APART"),
        (("Hanoi", "VN"), (None, "VN"), "UNKNOWN"),
        ((None, None), ("Hanoi", "VN"), "UNKNOWN"),
    ],
)
def test_places(one: tuple[str | None, str | None], other: tuple[str | None, str | None], nearness: str) -> None:
    assert compare_places(place_of(*one), place_of(*other)).name == nearness
    assert compare_places(place_of(*other), place_of(*one)).name == nearness


def test_a_region_in_one_report_and_its_city_in_another_are_one_place() -> None:
    june = {**JWG, **SECOND, **day("2025-06-18")}
    pair = {**june, "city": "Manado", "country": "ID"}, {**june, "city": "North Sulawesi", "country": "ID"}
    assert len(linked(*pair).meetings) == 1


def test_two_workshops_of_one_day_in_one_hotel_stay_two() -> None:
    same = {**JWG, **HANOI, **day("2025-06-18"), "kind": "workshop"}
    pair = {**same, "name": "Workshop on Aviation Security"}, {**same, "name": "Workshop on Prison Management"}
    assert len(linked(*pair).meetings) == 2


def test_ministers_in_one_report_and_senior_officials_in_another() -> None:
    same = {**BODY, **HANOI, **day("2025-06-18"), "ordinal": 17, "name": "Meeting on Transnational Crime"}
    assert len(linked({**same, "kind": "ministerial"}, {**same, "kind": "senior_officials"}).meetings) == 1


def test_talks_of_two_delegations_in_one_week_stay_two() -> None:
    host = {**TALKS, **JAKARTA, "who": ["Alius"]}
    guests = {**host, "parties": ["ID", "VN"]}, {**host, "parties": ["ID", "PH"]}
    assert len(linked({**guests[0], **day("2025-06-18")}, {**guests[1], **day("2025-06-18")}).meetings) == 2


def test_roles_are_kept_with_the_days_on_which_they_were_told() -> None:
    told = [("2017-05-02", "spokesman"), ("2021-03-01", "Head of BNPT"), ("2022-03-01", "head of BNPT")]
    articles = [{"article_id": f"a{n}", "published": text} for n, (text, _) in enumerate(told)]
    people = [
        {"article_id": f"a{n}", "person_id": f"a{n}:p0", "name": "Boy Rafli Amar", "country": "ID", "role": role}
        for n, (_, role) in enumerate(told)
    ]
    found = link(
        conform(articles, ARTICLES),
        conform(people, PEOPLE),
        conform([], AGENCY_MENTIONS),
        conform([], MEETING_MENTIONS),
    )
    assert len(found.actors) == 1
    rows = found.roles[["role", "first_seen", "last_seen"]].astype(str).to_numpy().tolist()
    assert rows == [["spokesman", "2017-05-02", "2017-05-02"], ["Head of BNPT", "2021-03-01", "2022-03-01"]]
