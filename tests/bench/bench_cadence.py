"""How well the next meeting is forecast: a rolling-origin backtest over real series.

    python tests/bench/bench_cadence.py tests/bench/series_gold.csv

The file has the columns series_id, ordinal, start and precision (day, month, inferred, scheduled). Every gap
between two meetings with consecutive numbers is forecast from what came before it in its series and from a
prior fitted to the other series only. Prints the prior fitted to all series (the row of table
`world/cadence_prior`), then the median's mean absolute error and the 80 % interval's coverage and mean width,
next to two rules of thumb.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

import pandas as pd

from ctnews.cadence import Prior, fit_prior, forecast

ORIGIN = date(2000, 1, 1)
HELD = ("day", "month", "inferred")
MONTH_DIGITS = 7


class Gap(NamedTuple):
    """Days from one meeting to the next, and by how many numbers the series went on."""

    days: float
    jump: int

    @property
    def each(self) -> float:
        """A jump of n numbers counts as n equal gaps."""
        return self.days / self.jump


Interval = tuple[float, float, float]
Rule = Callable[[Sequence[float], Prior], Interval]


def read_gaps(path: Path) -> dict[str, list[Gap]]:
    """Give the gaps of every series that has one, in order."""
    held = pd.read_csv(path).query("precision in @HELD").sort_values(["series_id", "ordinal"])
    held["day"] = [pd.Timestamp(f"{day}-15" if len(day) == MONTH_DIGITS else day) for day in held["start"]]
    gaps: dict[str, list[Gap]] = {}
    for series, rows in held.groupby("series_id"):
        steps = zip(rows["day"].diff().dt.days[1:], rows["ordinal"].diff()[1:], strict=True)
        gaps[str(series)] = [Gap(float(days), int(jump)) for days, jump in steps]
    return {series: own for series, own in gaps.items() if own}


def backtest(gaps: Mapping[str, Sequence[Gap]], rule: Rule, least: int) -> tuple[float, float, float, int]:
    """Give error, coverage, width and number of the forecasts made with at least so many gaps known."""
    errors, covered, widths = [], [], []
    for series, own in gaps.items():
        prior = fit_prior([[gap.each for gap in gaps[other]] for other in gaps if other != series])
        for at in range(least, len(own)):
            if own[at].jump > 1:
                continue
            low, middle, high = rule([gap.each for gap in own[:at]], prior)
            errors.append(abs(own[at].days - middle))
            covered.append(low <= own[at].days <= high)
            widths.append(high - low)
    return mean(errors), mean(covered), mean(widths), len(errors)


def model(own: Sequence[float], prior: Prior) -> Interval:
    """The forecast that ctnews gives on the day of the last meeting."""
    told = forecast(own, last=ORIGIN, asof=ORIGIN, prior=prior)
    low, middle, high = (float((day - ORIGIN).days) for day in (told.low, told.median, told.high))
    return low, middle, high


def flat_year(_own: Sequence[float], _prior: Prior) -> Interval:
    """Every meeting a year after the last."""
    return 365.0, 365.0, 365.0


def own_median(own: Sequence[float], prior: Prior) -> Interval:
    """The median of the series' own gaps; the prior's before the first gap."""
    middle = median(own) if own else math.exp(prior.mu)
    return middle, middle, middle


def main(path: Path) -> None:
    """Print the prior and the backtest."""
    gaps = read_gaps(path)
    direct = [gap.days for own in gaps.values() for gap in own if gap.jump == 1]
    total = sum(len(own) for own in gaps.values())
    prior = fit_prior([[gap.each for gap in own] for own in gaps.values()])
    late = mean(gap > 365 + 30 for gap in direct)
    print(f"{len(gaps)} series, {total} gaps, {len(direct)} of them between consecutive numbers:")
    print(f"median {median(direct):.0f} days, {late:.0%} longer than 365 + 30 days")
    print(f"prior: mu {prior.mu:.3f}, within {prior.within:.3f}, between {prior.between:.3f}")
    print(f"{'rule':<12}{'known gaps':>11}{'error':>7}{'covered':>9}{'width':>7}{'forecasts':>11}")
    rules: dict[str, Rule] = {"model": model, "flat 365": flat_year, "own median": own_median}
    for least in (0, 1):
        for name, rule in rules.items():
            error, covered, width, count = backtest(gaps, rule, least)
            print(f"{name:<12}{f'{least} or more':>11}{error:7.0f}{covered:9.0%}{width:7.0f}{count:11}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
