"""Cadence: gaps, missing numbers, forecasts and what a series' state is called."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from ctnews.cadence import Prior, fit_prior, forecast, last_day, pooled_prior, summarise
from ctnews.errors import InputError
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


def test_years_and_meetings_not_held_give_no_gaps() -> None:
    frame = conform([meeting("2019"), meeting("2020-05-01"), meeting("2021-05-01", status="cancelled")], MEETINGS)
    row = summary(frame)
    assert (row["gaps_days"], row["n_meetings"]) == ([], 2)


def test_missing_numbers_are_those_no_article_tells_of() -> None:
    rows = [meeting("2016-01-29", 3), meeting("2018-01-29", 5), meeting("2025-07-01", 8, status="scheduled")]
    assert summary(conform(rows, MEETINGS))["missing_ordinals"] == [4, 6, 7]


def test_a_jump_of_numbers_counts_as_so_many_gaps() -> None:
    plain = [meeting(f"{2012 + 2 * n}-01-01", n + 1) for n in range(5)]
    jumps = [row | {"ordinal": 2 * row["ordinal"] - 1} for row in plain]
    slow, fast = (summary(conform(rows, MEETINGS), date(2020, 1, 2)) for rows in (plain, jumps))
    assert slow["gaps_days"] == fast["gaps_days"]
    assert fast["next_median"] < slow["next_median"]


def test_a_gap_after_which_only_one_number_is_known_is_listed_but_not_used() -> None:
    row = summary(conform([meeting("2007-02-28"), meeting("2024-03-05", 20), meeting("2025-03-05", 21)], MEETINGS))
    assert len(row["gaps_days"]) == 2
    assert pd.isna(row["next_median"])


@pytest.mark.parametrize(
    ("frame", "asof", "state"),
    [
        (meetings(*YEARLY), ASOF, "on_course"),
        (meetings(*YEARLY), date(2027, 6, 1), "later_than_90"),
        (meetings(*YEARLY[:3]), date(2027, 6, 1), "too_few"),
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


def test_nothing_is_forecast_from_one_gap() -> None:
    row = summary(meetings(*YEARLY[:2]))
    assert pd.isna(row["next_median"])
    assert pd.isna(row["p_met_by_now"])


def test_two_gaps_are_forecast_by_the_prior_alone() -> None:
    short, long = (forecast(gaps, last=date(2024, 1, 1), asof=date(2024, 1, 1)) for gaps in ([90, 90], [900, 900]))
    assert short == long
    assert short.basis == "pooled"


def test_the_history_of_a_series_draws_the_forecast_to_it() -> None:
    told = [forecast([gap] * 5, last=date(2024, 1, 1), asof=date(2024, 1, 1)).median for gap in (120, 433, 900)]
    assert told[0] < told[1] < told[2]
    assert date(2024, 1, 1) + timedelta(days=120) < told[0]
    assert told[2] < date(2024, 1, 1) + timedelta(days=900)


def test_what_has_not_happened_by_now_happens_later() -> None:
    last = date(2024, 1, 1)
    told = [forecast([365] * 5, last=last, asof=last + timedelta(days=days)) for days in (0, 300, 900)]
    assert [t.low >= last + timedelta(days=d) for t, d in zip(told, (0, 300, 900), strict=True)] == [True] * 3
    assert told[0].median < told[1].median < told[2].median
    assert told[0].p_met == 0
    assert told[0].p_met < told[1].p_met < told[2].p_met < 1


def test_the_interval_holds_four_fifths() -> None:
    prior = Prior(mu=6.0, within=0.5, between=0.0)
    told = forecast([], last=date(2024, 1, 1), asof=date(2024, 1, 1), prior=prior)
    days = [(day - date(2024, 1, 1)).days for day in (told.low, told.median, told.high)]
    assert days == [213, 403, 766]


def test_a_gap_of_no_days_is_refused() -> None:
    with pytest.raises(InputError, match="positive"):
        forecast([365, 0], last=date(2024, 1, 1), asof=ASOF)


def test_the_prior_is_fitted_by_moments() -> None:
    prior = fit_prior([[100.0, 100.0], [400.0, 400.0], []])
    assert prior.within == 0
    assert prior.between > 0.5
    assert prior.mu == pytest.approx(5.298, abs=0.001)


def test_the_table_holds_a_sane_prior() -> None:
    prior = pooled_prior()
    assert 5 < prior.mu < 7
    assert 0 < prior.within < 1


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
