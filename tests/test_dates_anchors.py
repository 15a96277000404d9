"""Anchors and flags: what a date leaves open, contradicts or is read against."""

from __future__ import annotations

from datetime import date

import pytest
from dates_fixture import ANCHORS, dates, values

from ctnews.dates import Anchor, scan


def test_a_stated_year_wins_over_the_weekday() -> None:
    (mention,) = dates("di Jakarta, Rabu (14/4/2022)", "id")
    assert (mention.iso, mention.flags) == ("2022-04-14", ("weekday_conflict",))


def test_an_order_that_is_not_clear_is_flagged_and_read_near_the_anchor() -> None:
    (mention,) = dates("on 7/8/2023 there", "en", date(2023, 7, 10))
    assert (mention.iso, mention.flags) == ("2023-07-08", ("ambiguous_order",))
    (mention,) = dates("on 12/05/2023 there", "en")
    assert mention.iso == "2023-05-12"


def test_a_part_of_a_period_is_a_flag() -> None:
    (mention,) = dates("in early June", "en")
    assert (mention.first, mention.last) == (date(2023, 6, 1), date(2023, 6, 30))
    assert mention.flags == ("early",)


def test_what_lies_far_ahead_is_flagged() -> None:
    (mention,) = dates("by 2045", "en")
    assert mention.flags == ("far_future",)


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("on Wednesday", "day"),
        ("on June 18", "day"),
        ("last week", "week"),
        ("in June", "month"),
        ("last year", "year"),
    ],
)
def test_without_an_anchor_what_is_relative_stays_unresolved(text: str, granularity: str) -> None:
    (mention,) = scan(f"They met {text}.", lang="en")
    assert (mention.first, mention.last, mention.iso) == (None, None, None)
    assert (mention.granularity, mention.flags) == (granularity, ("no_anchor",))


@pytest.mark.parametrize(
    ("text", "lang", "iso", "flags"),
    [
        ("on Wednesday", "en", "2017-08", ("partial_anchor",)),
        ("today", "en", "2017-08", ("partial_anchor",)),
        ("last month", "en", "2017-07", ()),
        ("in June", "en", "2017-06", ()),
        ("Kamis (10/8)", "id", "2017-08-10", ()),
    ],
)
def test_an_anchor_of_a_month_tells_what_it_can(text: str, lang: str, iso: str, flags: tuple[str, ...]) -> None:
    month = Anchor(date(2017, 8, 1), date(2017, 8, 31))
    (mention,) = scan(text, lang=lang, anchor=month)
    assert (mention.iso, mention.flags, mention.anchor) == (iso, flags, None)


def test_the_anchor_is_given_where_it_was_used() -> None:
    used, stated = dates("on Monday and on 2 May 2019", "en")
    assert (used.anchor, stated.anchor) == (ANCHORS["en"], None)


def test_a_language_without_tables_has_its_dates_in_digits() -> None:
    assert [mention.iso for mention in scan("w 2023-05-18, czwartek", lang="pl")] == ["2023-05-18"]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        (
            "They spoke on Monday.\n\nGood talks with my counterpart today. — A. B. (@ab_c) May 18, 2023\n\nBoth met today.",
            ["2023-06-19", "2023-05-18", "2023-05-18", "2023-06-20"],
        ),
        ("Thank you for yesterday's visit.\n— A. B. (@ab_c) 18 May 2023", ["2023-05-17", "2023-05-18"]),
        ("Write to us today - Press Office (@office)", ["2023-06-20"]),
    ],
)
def test_a_quoted_tweet_has_its_own_date_as_anchor(text: str, isos: list[str]) -> None:
    assert [iso for _, iso in values(text, "en")] == isos


def test_a_tweet_may_be_signed_in_another_language() -> None:
    text = "Hari ini kami bertemu. — BNPT (@bnpt) August 1, 2022"
    assert [iso for _, iso in values(text, "id")] == ["2022-08-01", "2022-08-01"]


@pytest.mark.parametrize(
    ("text", "lang", "iso", "flags"),
    [
        ("They met on Monday, May 18, 2023, in Oslo.", "en", "2023-05-18", ("weekday_conflict",)),
        ("They met on 18 May 2023 (Monday) in Oslo.", "en", "2023-05-18", ("weekday_conflict",)),
        ("They met on Monday (18/5/2023) in Oslo.", "en", "2023-05-18", ("weekday_conflict",)),
        ("They met on Tuesday, June 19, in Oslo.", "en", "2023-06-19", ("weekday_conflict",)),
        ("They met on Sunday, March 5, in Oslo.", "en", "2023-03-05", ()),
        ("They met on 7/8/2023 in Oslo.", "en", "2023-07-08", ("ambiguous_order",)),
        ("They met on 13/8/2022 in Oslo.", "en", "2022-08-13", ()),
        ("They met on 8/13/2022 in Oslo.", "en", "2022-08-13", ()),
        ("They met on Friday, 5/6/2022, in Oslo.", "en", "2022-05-06", ()),
        ("The plan runs until 2030.", "en", "2030", ("far_future",)),
        ("The plan runs until December 2024.", "en", "2024-12", ()),
        ("They dined on Monday evening.", "en", "2023-06-19", ("evening",)),
        ("They dined yesterday morning.", "en", "2023-06-19", ("morning",)),
        ("They dined on Monday night, June 19.", "en", "2023-06-19", ("night",)),
        ("The drill began in mid-May.", "en", "2023-05", ("mid",)),
        ("It will end late next year.", "en", "2024", ("late",)),
        ("It should be ready by year-end.", "en", "2023", ("late",)),
        ("Rapat digelar Rabu, 19 Juni 2025.", "id", "2025-06-19", ("weekday_conflict",)),
        ("Rapat digelar 19 Juni 2025 (Rabu).", "id", "2025-06-19", ("weekday_conflict",)),
        ("Rapat digelar Senin, 19 Juni.", "id", "2025-06-19", ("weekday_conflict",)),
        ("Rapat digelar 4/5/2022.", "id", "2022-05-04", ()),
        ("Rapat digelar Rabu malam.", "id", "2025-06-18", ("night",)),
        ("Rapat digelar Kamis pagi (19/6).", "id", "2025-06-19", ("morning",)),
        ("Rapat digelar Kamis pagi (19/6/2025).", "id", "2025-06-19", ("morning",)),
        ("Rapat digelar Selasa (31/12).", "id", "2024-12-31", ()),
        ("Rencana itu berlaku hingga 2045.", "id", "2045", ("far_future",)),
        ("Rencana itu berlaku hingga awal 2026.", "id", "2026", ("early",)),
        ("Mesyuarat diadakan pada Isnin, 29 September 2015.", "ms", "2015-09-29", ("weekday_conflict",)),
        ("Mesyuarat diadakan pada Khamis (29/9/2015).", "ms", "2015-09-29", ("weekday_conflict",)),
        ("Mesyuarat diadakan pada Isnin malam.", "ms", "2015-09-28", ("night",)),
        ("Wawasan itu sehingga 2020.", "ms", "2020", ("far_future",)),
        ("Mereka bertemu pada Ahad (9/3).", "ms", "2014-03-09", ()),
    ],
)
def test_what_a_date_leaves_open_or_contradicts_is_a_flag(
    text: str, lang: str, iso: str, flags: tuple[str, ...]
) -> None:
    (mention,) = dates(text, lang)
    assert (mention.iso, mention.flags) == (iso, flags)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("They met today.", "en"),
        ("They met from June 19 to 23.", "en"),
        ("They met three weeks ago.", "en"),
        ("They met last weekend.", "en"),
        ("They met this quarter.", "en"),
        ("Rapat digelar Kamis (19/6).", "id"),
        ("Rapat digelar Senin-Selasa (9-10/6).", "id"),
        ("Rapat digelar dua pekan lalu.", "id"),
        ("Rapat digelar pada Mei lalu.", "id"),
        ("Rapat digelar 19 Juni.", "id"),
        ("Mesyuarat diadakan semalam.", "ms"),
        ("Mesyuarat diadakan pada 12 Mac lalu.", "ms"),
        ("Mesyuarat diadakan pada Isnin.", "ms"),
    ],
)
def test_nothing_relative_is_guessed_without_an_anchor(text: str, lang: str) -> None:
    (mention,) = scan(text, lang=lang)
    assert (mention.first, mention.iso, mention.flags) == (None, None, ("no_anchor",))


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("They met on 18 May 2023.", "en", "2023-05-18"),
        ("They met in the third quarter of 2021.", "en", "2021-Q3"),
        ("They met from 28 June to 2 July 2023.", "en", "2023-06-28/2023-07-02"),
        ("Rapat digelar Kamis (19/6/2025).", "id", "2025-06-19"),
        ("Rapat digelar 9-11/6/2025.", "id", "2025-06-09/2025-06-11"),
        ("Mesyuarat diadakan pada 5hb Mac 2014.", "ms", "2014-03-05"),
        ("Sesi 2014/2015 bermula.", "ms", "2014/2015"),
    ],
)
def test_what_states_its_year_needs_no_anchor(text: str, lang: str, iso: str) -> None:
    (mention,) = scan(text, lang=lang)
    assert (mention.iso, mention.anchor, mention.flags) == (iso, None, ())
