"""Cadence: gaps, missing numbers, forecasts and what a series' state is called."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from ctnews.cadence import last_day, summarise
from ctnews.frames import ARTICLES, MEETINGS, SERIES, conform

ASOF = date(2025, 6, 1)
YEARLY = ["2020-05-01", "2021-05-02", "2022-05-01", "2023-05-03", "2024-05-01"]


def meetings(*starts: str) -> pd.DataFrame:
    return conform([meeting(start) for start in starts], MEETINGS)


def meeting(start: str, ordinal: int | None = None, status: str = "held") -> dict[str, Any]:
    first = pd.Timestamp(start)
    units = {
        10: ("day", first),
        7: ("month", first + pd.offsets.MonthEnd(0)),
        4: ("year", first + pd.offsets.YearEnd(0)),
    }
    granularity, last = units[len(start)]
    return {
        "meeting_id": f"m{start}",
        "series_id": "s",
        "ordinal": ordinal,
        "start": first,
        "end": last,
        "granularity": granularity,
        "status": status,
    }


UNDATED = {"meeting_id": "m", "series_id": "s", "granularity": "unknown", "status": "held"}


def summary(frame: pd.DataFrame, asof: date | None = ASOF) -> dict[str, Any]:
    series = conform([{"series_id": "s", "name": "India-France", "parties": ["FR", "IN"]}], SERIES)
    return {str(key): value for key, value in summarise(frame, series, asof=asof).iloc[0].items()}


def with_plan(*starts: str, planned: str) -> pd.DataFrame:
    return conform([*(meeting(start) for start in starts), meeting(planned, status="scheduled")], MEETINGS)


def test_gaps_are_days_between_meetings_a_month_counting_by_its_middle() -> None:
    row = summary(meetings("2020-05-01", "2021-05", "2022-05-01"))
    assert row["gaps_days"] == [380, 350]
    assert row["median_gap_days"] == 365
    assert (row["first"], row["last"]) == (pd.Timestamp("2020-05-01"), pd.Timestamp("2022-05-01"))


def test_years_and_meetings_not_held_give_no_gaps_in_days() -> None:
    frame = conform([meeting("2019"), meeting("2020-05-01"), meeting("2021-05-01", status="cancelled")], MEETINGS)
    row = summary(frame)
    assert (row["gaps_days"], row["n_meetings"], row["n_gaps"]) == ([], 2, 1)


def test_the_last_meeting_says_how_exactly_it_is_known() -> None:
    told = [summary(meetings("2020-05-01", last)) for last in ("2023-05-01", "2023-05", "2023")]
    assert [row["last_granularity"] for row in told] == ["day", "month", "year"]
    assert told[2]["last"] == pd.Timestamp("2023-01-01")


def test_missing_numbers_are_those_no_article_tells_of() -> None:
    rows = [meeting("2016-01-29", 3), meeting("2018-01-29", 5), meeting("2025-07-01", 8, status="scheduled")]
    assert summary(conform(rows, MEETINGS))["missing_ordinals"] == [4, 6, 7]


def test_where_the_count_began_anew_numbers_are_missing_from_each_count() -> None:
    rows = [meeting("2016-01-29", 26), meeting("2017-01-29", 28), meeting("2019-03-01", 2), meeting("2021-03-01", 5)]
    assert summary(conform(rows, MEETINGS))["missing_ordinals"] == [3, 4, 27]


def test_a_jump_of_numbers_counts_as_so_many_gaps() -> None:
    plain = [meeting(f"{2012 + 2 * n}-01-01", n + 1) for n in range(5)]
    jumps = [row | {"ordinal": 2 * row["ordinal"] - 1} for row in plain]
    slow, fast = (summary(conform(rows, MEETINGS), date(2020, 1, 2)) for rows in (plain, jumps))
    assert slow["gaps_days"] == fast["gaps_days"]
    assert fast["next_median"] < slow["next_median"]


def test_a_gap_after_which_only_one_number_is_known_is_listed_but_not_used() -> None:
    row = summary(conform([meeting("2007-02-28"), meeting("2024-03-05", 20), meeting("2025-03-05", 21)], MEETINGS))
    assert len(row["gaps_days"]) == 2
    assert (row["n_gaps"], row["next_basis"], row["state"]) == (1, "pooled", "too_few")


@pytest.mark.parametrize(
    ("frame", "asof", "state"),
    [
        (meetings(*YEARLY), ASOF, "on_course"),
        (meetings(*YEARLY), date(2027, 6, 1), "later_than_90"),
        (meetings(*YEARLY[:3]), date(2027, 6, 1), "later_than_90"),
        (meetings(*YEARLY[:2]), date(2027, 6, 1), "too_few"),
        (meetings(*YEARLY[:1]), ASOF, "too_few"),
        (meetings(), ASOF, "too_few"),
        (with_plan(*YEARLY, planned="2025-07"), ASOF, "announced"),
        (with_plan(*YEARLY, planned="2025-06"), ASOF, "announced"),
        (with_plan(*YEARLY, planned="2025"), ASOF, "announced"),
        (with_plan(*YEARLY, planned="2025-05-20"), ASOF, "past_announced"),
        (with_plan(*YEARLY[:1], planned="2025-05-20"), ASOF, "past_announced"),
        (with_plan(*YEARLY, planned="2023-12"), ASOF, "on_course"),
    ],
)
def test_state(frame: pd.DataFrame, asof: date, state: str) -> None:
    assert summary(frame, asof)["state"] == state


def test_the_next_announced_is_the_first_after_the_last_held() -> None:
    plans = [meeting(day, status="scheduled") for day in ("2023-12-01", "2026-01-01", "2025-09-01")]
    frame = conform([*(meeting(day) for day in YEARLY), *plans], MEETINGS)
    assert summary(frame)["next_announced"] == pd.Timestamp("2025-09-01")


@pytest.mark.parametrize(("starts", "basis"), [(YEARLY[:1], "pooled"), (YEARLY[:2], "pooled"), (YEARLY[:3], "series")])
def test_a_forecast_says_on_what_it_rests(starts: list[str], basis: str) -> None:
    row = summary(meetings(*starts), date(2024, 6, 1))
    assert row["next_basis"] == basis
    assert row["next_low"] < row["next_median"] < row["next_high"]


def test_without_a_dated_meeting_nothing_is_forecast() -> None:
    row = summary(conform([meeting("2025-07-01", status="scheduled"), UNDATED], MEETINGS))
    assert pd.isna(row["next_median"])
    assert pd.isna(row["p_met_by_now"])
    assert row["state"] == "announced"


def test_spread_and_trend_of_the_gaps() -> None:
    row = summary(meetings("2014-01-01", "2015-01-01", "2016-03-01", "2017-09-01", "2020-01-01"))
    assert (row["gap_spread_days"], row["gap_trend"]) == (214.75, "longer")
    few = summary(meetings("2014-01-01", "2015-01-01", "2016-03-01"))
    assert pd.isna(few["gap_spread_days"])
    assert pd.isna(few["gap_trend"])


def test_two_sides_are_compared_with_two_and_bodies_with_bodies() -> None:
    body = conform([{"series_id": "s", "parties": ["ASEAN"]}], SERIES)
    assert summarise(meetings(*YEARLY), body, asof=ASOF).iloc[0]["compared_with"] == "many-sided"
    assert summary(meetings(*YEARLY))["compared_with"] == "two-sided"


def test_later_meetings_are_not_used() -> None:
    assert summary(meetings(*YEARLY), date(2022, 12, 31))["gaps_days"] == [366, 364]


def test_last_day_is_that_of_the_latest_article() -> None:
    rows: list[dict[str, Any]] = [{"article_id": "a", "published": "2024-01-02"}, {"article_id": "b"}]
    assert last_day(conform(rows, ARTICLES)) == date(2024, 1, 2)
    assert last_day(conform([], ARTICLES)) is None


@pytest.mark.parametrize("asof", [ASOF, pd.Timestamp(ASOF)])
def test_asof_may_be_a_day_or_a_timestamp(asof: date) -> None:
    assert summary(meetings(*YEARLY), asof)["state"] == "on_course"


@pytest.mark.parametrize("unknown", [None, pd.NaT])
def test_without_a_last_day_the_last_meeting_is_the_present(unknown: date | None) -> None:
    row = summary(meetings(*YEARLY), unknown)
    assert (row["state"], row["p_met_by_now"]) == ("on_course", 0)


def test_no_series_give_an_empty_frame() -> None:
    assert list(summarise(meetings(), conform([], SERIES), asof=ASOF)) == SERIES.names


def test_a_jump_of_numbers_counts_as_that_many_gaps() -> None:
    frame = conform([meeting("2010-01-01", ordinal=2), meeting("2020-01-01", ordinal=7)], MEETINGS)
    row = summary(frame)
    assert row["gaps_days"] == [3652]
    assert row["median_gap_days"] == pytest.approx(3652 / 5)
    assert row["missing_ordinals"] == [3, 4, 5, 6]
