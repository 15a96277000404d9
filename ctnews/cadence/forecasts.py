"""When a series is to meet next: the day as an interval with its probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from ctnews.cadence.history import Gap, Held, counted, sessions
from ctnews.cadence.prior import Prior, usable
from ctnews.cadence.renewal import Floats, log_likelihood, share_met
from ctnews.errors import InputError

FEW_GAPS = 2  # with fewer known, a forecast is hardly more than the prior
SHARES = (0.1, 0.5, 0.9)
_LONGEST_WAIT = 40_000.0  # days


@dataclass(frozen=True, slots=True)
class Forecast:
    """Days by which 10, 50 and 90 % of comparable series have met, and the share that had by `asof`."""

    low: date
    median: date
    high: date
    p_met: float
    basis: str  # series: the series' own gaps and the prior; pooled: fewer than two gaps, hardly more than the prior


@dataclass(frozen=True, slots=True)
class Outlook:
    """The day of the next meeting after one held on a day from `first` to `last`."""

    first: int
    last: int
    met: Floats  # share of gaps that are no longer than each of the lengths tried

    def met_by(self, day: int) -> float:
        """Give the probability that the series has met again by the day (a proleptic ordinal)."""
        waits = day - Held(self.first, self.last).days
        return float(np.interp(waits, _lengths(), self.met).mean())

    def quantile(self, share: float) -> int:
        """Give the first day by which the series has met with that probability."""
        low, high = self.first, self.last + int(_LONGEST_WAIT)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self.met_by(middle) >= share else (middle + 1, high)
        return low


def forecast(history: Sequence[Held], *, asof: date, prior: Prior) -> Forecast:
    """Forecast the meeting after the last of `history`, given that none was reported until `asof`.

    The series' own gaps count as far as their numbers are known: a jump of n numbers as the sum of n gaps, dates
    known by their month or year by every day they can be. Raises `InputError` where there is no meeting or the
    last one lies after `asof`.

    >>> from ctnews.cadence.prior import pooled_prior
    >>> held = [Held(day, day) for day in range(737_000, 738_900, 365)]
    >>> told = forecast(held, asof=date.fromordinal(738_900), prior=pooled_prior("two-sided"))
    >>> told.low < told.median < told.high, told.basis
    (True, 'series')
    """
    ordered = sessions(history)
    if not ordered or ordered[-1].middle > asof.toordinal():
        raise InputError(f"A forecast as of {asof} needs a meeting held by then; leave out those that are later.")
    known = counted(ordered)
    seen = outlook(known, ordered[-1], prior)
    met = min(seen.met_by(asof.toordinal()), 1 - 1e-9)
    days = (max(asof.toordinal(), seen.quantile(met + share * (1 - met))) for share in SHARES)
    low, middle, high = (date.fromordinal(day) for day in days)
    return Forecast(low, middle, high, met, "series" if len(known) >= FEW_GAPS else "pooled")


def outlook(known: Sequence[Gap], last: Held, prior: Prior) -> Outlook:
    """Give what a series' known gaps and the prior tell of the meeting after its last."""
    logs = prior.log_weights() + log_likelihood(usable(known))
    weights = np.exp(logs - logs.max())
    return Outlook(last.first, last.last, _met_in_cells() @ (weights / weights.sum()))


@cache
def _lengths() -> Floats:
    return np.concatenate([[0.0], np.geomspace(1.0, _LONGEST_WAIT, 900)])


@cache
def _met_in_cells() -> Floats:
    return share_met(_lengths())
