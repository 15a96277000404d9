"""Cadence: the renewal model, the prior it is shrunk to, and what the forecast keeps to whatever the history."""

from __future__ import annotations

import random
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctnews.cadence import Held, Prior, Series, counted, fit_priors, forecast, pooled_prior, sessions, summarise
from ctnews.cadence.renewal import cells, log_density, log_likelihood, share_met
from ctnews.errors import InputError
from ctnews.frames import MEETINGS, SERIES, conform

START = 737_000
PRIOR = pooled_prior("two-sided")


def every(gap: int, count: int = 6, *, vague: int = 0, step: int = 1) -> list[Held]:
    """Give meetings so many days apart, each known to within `vague` days, numbered in steps."""
    return [Held(START + gap * n, START + gap * n + vague, 1 + step * n) for n in range(count)]


def days(history: list[Held], waited: int = 0, prior: Prior = PRIOR) -> tuple[int, int, int]:
    last = history[-1].last
    told = forecast(history, asof=date.fromordinal(last + waited), prior=prior)
    return tuple(day.toordinal() - last for day in (told.low, told.median, told.high))  # type: ignore[return-value]


# the law


def test_the_density_of_a_sum_of_gaps_has_their_mean_and_spread() -> None:
    means, irregularities = cells()
    cell = int(np.argmin(abs(means - 400) + 1000 * abs(irregularities - 0.4)))
    lengths = np.arange(1.0, 6000.0)
    for jump in (1, 3):
        density = np.exp(log_density(lengths, jump)[:, cell])
        mean = float((lengths * density).sum())
        spread = float(np.sqrt((lengths**2 * density).sum() - mean**2))
        assert density.sum() == pytest.approx(1, abs=1e-3)
        assert mean == pytest.approx(jump * means[cell], rel=1e-3)
        assert spread == pytest.approx(jump**0.5 * irregularities[cell] * means[cell], rel=1e-2)


def test_the_share_that_has_met_is_the_density_summed_up() -> None:
    lengths = np.arange(0.5, 900.0)
    summed = np.exp(log_density(lengths, 1)).sum(axis=0)
    assert np.abs(share_met(np.array([900.0]))[0] - summed)[cells()[0] > 60].max() < 0.01
    assert (share_met(np.array([0.0])) == 0).all()


def test_a_gap_that_is_still_open_speaks_for_long_ones() -> None:
    means, _ = cells()
    told = log_likelihood([], open_days=1500.0)
    assert told[means > 2500].min() > told[means < 200].max()


# the forecast


def test_the_history_of_a_series_draws_the_forecast_to_it() -> None:
    short, usual, long = (days(every(gap))[1] for gap in (120, 433, 1100))
    assert 120 < short < usual < long < 1100


def test_a_longer_history_draws_more() -> None:
    few, many = (days(every(150, count))[1] for count in (2, 10))
    assert abs(many - 150) < abs(few - 150)


def test_a_regular_series_has_a_narrower_interval() -> None:
    irregular = [Held(START + at, START + at) for at in (0, 150, 900, 1100, 1900, 2165)]
    steady, loose = days(every(433)), days(irregular)
    assert steady[2] - steady[0] < loose[2] - loose[0]


def test_a_jump_of_numbers_counts_as_a_sum_of_gaps() -> None:
    assert days(every(800, step=2))[1] < 1.2 * days(every(400))[1] < days(every(800))[1]


def test_dates_known_by_the_month_are_nearly_as_good_as_days() -> None:
    exact, vague = days(every(400))[1], days(every(400, vague=29))[1]
    assert abs(vague + 15 - exact) < 15


def test_what_has_not_happened_by_now_happens_later() -> None:
    told = [days(every(365), waited) for waited in (0, 300, 900)]
    assert [low >= waited for (low, _, _), waited in zip(told, (0, 300, 900), strict=True)] == [True] * 3
    assert told[0][1] < told[1][1] < told[2][1]


def test_the_interval_holds_four_fifths() -> None:
    told = forecast(every(400), asof=date.fromordinal(every(400)[-1].last), prior=PRIOR)
    shares = [forecast(every(400), asof=day, prior=PRIOR).p_met for day in (told.low, told.median, told.high)]
    assert shares == pytest.approx([0.1, 0.5, 0.9], abs=0.005)


def test_one_meeting_alone_is_forecast_by_the_prior() -> None:
    told = forecast(every(400, 1), asof=date.fromordinal(START), prior=PRIOR)
    assert told.basis == "pooled"
    assert 300 < (told.median.toordinal() - START) < 700


@pytest.mark.parametrize("history", [[], every(400)])
def test_a_forecast_needs_a_meeting_held_by_then(history: list[Held]) -> None:
    with pytest.raises(InputError, match="held by then"):
        forecast(history, asof=date.fromordinal(START + 500), prior=PRIOR)


# the prior


def test_a_prior_lies_where_the_series_do() -> None:
    often = [Series("many-sided", counted(sessions(every(gap)))) for gap in (150, 170, 190, 210)]
    seldom = [Series("two-sided", counted(sessions(every(gap)))) for gap in (700, 800, 900, 1000)]
    fitted = fit_priors(often + seldom)
    assert np.exp(fitted["many-sided"].centre) < 330 < 580 < np.exp(fitted["two-sided"].centre)


def test_without_series_the_prior_is_wide() -> None:
    nothing, many = fit_priors([])["two-sided"], PRIOR
    assert nothing.between > many.between
    assert np.exp(nothing.centre) == pytest.approx(365, rel=0.01)


@pytest.mark.parametrize("sides", ["two-sided", "many-sided"])
def test_the_table_holds_a_sane_prior(sides: str) -> None:
    prior = pooled_prior(sides)
    assert 300 < np.exp(prior.centre) < 700
    assert 0.1 < prior.between < 1
    assert 0.2 < np.exp(prior.irregularity) < 0.6


# what holds for any history

HISTORIES = st.lists(
    st.tuples(st.integers(0, 7000), st.sampled_from([0, 0, 29, 364]), st.none() | st.integers(1, 12)),
    min_size=1, max_size=8,
).map(lambda rows: [Held(START + at, START + at + vague, number) for at, vague, number in rows])  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(history: list[Held], chance: random.Random) -> None:
    shuffled = chance.sample(history, len(history))
    asof = date.fromordinal(max(held.last for held in history))
    assert forecast(history, asof=asof, prior=PRIOR) == forecast(shuffled, asof=asof, prior=PRIOR)


@settings(max_examples=40, deadline=None)
@given(HISTORIES, st.integers(-4000, 4000))
def test_all_dates_shifted_shift_the_forecast(history: list[Held], shift: int) -> None:
    asof = date.fromordinal(max(held.last for held in history) + 100)
    moved = [Held(held.first + shift, held.last + shift, held.number) for held in history]
    told = forecast(history, asof=asof, prior=PRIOR)
    shifted = forecast(moved, asof=asof + timedelta(days=shift), prior=PRIOR)
    assert [day + timedelta(days=shift) for day in (told.low, told.median, told.high)] == [
        shifted.low, shifted.median, shifted.high,
    ]  # fmt: skip
    assert shifted.p_met == pytest.approx(told.p_met, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(HISTORIES, st.integers(0, 3000))
def test_a_forecast_lies_ahead_and_in_order(history: list[Held], waited: int) -> None:
    asof = date.fromordinal(max(held.last for held in history) + waited)
    told = forecast(history, asof=asof, prior=PRIOR)
    assert asof <= told.low <= told.median <= told.high
    assert 0 <= told.p_met < 1


@settings(max_examples=15, deadline=None)
@given(HISTORIES, HISTORIES)
def test_meetings_of_another_series_change_nothing(history: list[Held], others: list[Held]) -> None:
    series = conform([{"series_id": key, "parties": ["FR", "IN"]} for key in ("s", "t")], SERIES)
    rows = [_row("s", number, held) for number, held in enumerate(history)]
    more = [_row("t", number, held) for number, held in enumerate(others)]
    asof = date(2050, 1, 1)
    alone = summarise(conform(rows, MEETINGS), series.head(1), asof=asof)
    beside = summarise(conform(more + rows, MEETINGS), series, asof=asof)
    pd.testing.assert_frame_equal(alone, beside.head(1))


def _row(series_id: str, number: int, held: Held) -> dict[str, object]:
    granularity = {0: "day", 29: "month"}.get(held.last - held.first, "year")
    return {
        "meeting_id": f"{series_id}{number}",
        "series_id": series_id,
        "ordinal": held.number,
        "start": pd.Timestamp(date.fromordinal(held.first)),
        "end": pd.Timestamp(date.fromordinal(held.last)),
        "granularity": granularity,
        "status": "held",
    }
