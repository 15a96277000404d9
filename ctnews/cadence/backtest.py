"""How well the next meeting would have been forecast: a rolling-origin backtest over series that are known.

Every meeting that is followed by the one with the next number is an origin. What is forecast there rests on what
was known on that day: the meetings of the series itself until then and, for the prior, those of all other series
until then, with the gaps that were open that day. The series itself is left out of its prior.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from ctnews.cadence.forecasts import SHARES, Outlook, outlook
from ctnews.cadence.history import Held, counted, sessions
from ctnews.cadence.prior import Series, fit_priors

YEAR = 365.0
HORIZONS = (183, 365, 548, 730, 1096)  # days after a meeting at which it is asked whether the series has met again
ASKED_EVERY = 183  # days; how often it is asked, while a series has not met, whether it will before the next time


class Known(NamedTuple):
    """A series as it is known today."""

    name: str
    sides: str
    held: Sequence[Held]


class Question(NamedTuple):
    """Whether a series met within some days: the probability forecast, the share of comparable gaps, the truth."""

    forecast: float
    base_rate: float
    met: bool


class Trial(NamedTuple):
    """One forecast: days to the next meeting as they were, as forecast and by two rules of thumb."""

    name: str
    origin: int
    n_gaps: int
    days: float
    low: float
    median: float
    high: float
    flat_year: float
    own_median: float
    met_by: tuple[Question, ...]
    still_open: tuple[Question, ...]

    @property
    def covered(self) -> bool:
        """Whether the interval held the next meeting."""
        return self.low <= self.days <= self.high


def backtest(series: Sequence[Known], pool: Sequence[Known]) -> list[Trial]:
    """Forecast every next meeting of `series` from what was known before it; `pool` has all series to learn from.

    >>> held = [Held(730_000 + 365 * year, 730_000 + 365 * year, year) for year in range(5)]
    >>> series = [Known("a", "two-sided", held), Known("b", "two-sided", held)]
    >>> [trial.days for trial in backtest(series[:1], series)]
    [365.0, 365.0, 365.0, 365.0]
    """
    return [
        _trial(one, held[: place + 1], held[place + 1], pool)
        for one in series
        for held in [sessions(one.held)]
        for place, (last, following) in enumerate(pairwise(held))
        if [gap.jump for gap in counted([last, following])] == [1]
    ]


def _trial(one: Known, before: Sequence[Held], following: Held, pool: Sequence[Known]) -> Trial:
    last, today = before[-1], before[-1].last
    others = [other for other in pool if other.name != one.name]
    prior = fit_priors([_known_on(today, other) for other in others])[one.sides]
    seen = outlook(counted(before), last, prior)
    days = float(following.middle - last.middle)
    comparable = [length for other in others if other.sides == one.sides for length in _each(today, other)]
    own = _each(today, Known(one.name, one.sides, before))
    every = comparable or [YEAR]
    low, middle, high = (float(seen.quantile(share) - last.middle) for share in SHARES)
    return Trial(
        one.name, last.middle, len(own), days, low, middle, high, YEAR, float(np.median(own or every)),
        tuple(_questions(seen, last, days, np.array(every), HORIZONS)),
        tuple(_asked_again(seen, last, days, np.array(every))),
    )  # fmt: skip


def _known_on(today: int, other: Known) -> Series:
    """Give a series as it was known on a day: its gaps until then, and the one still open if the next is known."""
    held = sessions(other.held)
    before = [meeting for meeting in held if meeting.last <= today]
    waited = 0.0
    if (
        before
        and len(before) < len(held)
        and [gap.jump for gap in counted(held[len(before) - 1 : len(before) + 1])] == [1]
    ):
        waited = float(today - before[-1].middle)
    return Series(other.sides, counted(before), waited)


def _each(today: int, other: Known) -> list[float]:
    """Give the days to each number that the gaps known on a day tell."""
    return [gap.days / gap.jump for gap in _known_on(today, other).gaps if gap.jump for _ in range(gap.jump)]


def _questions(
    seen: Outlook, last: Held, days: float, every: np.ndarray, horizons: Sequence[int]
) -> Iterator[Question]:
    for horizon in horizons:
        yield Question(seen.met_by(last.middle + horizon), float((every <= horizon).mean()), days <= horizon)


def _asked_again(seen: Outlook, last: Held, days: float, every: np.ndarray) -> Iterator[Question]:
    for waited in range(0, int(days), ASKED_EVERY):
        then = waited + ASKED_EVERY
        before, by_then = seen.met_by(last.middle + waited), seen.met_by(last.middle + then)
        longer = every[every > waited]
        base = float((longer <= then).mean()) if len(longer) else 1.0
        yield Question((by_then - before) / (1 - before), base, days <= then)
