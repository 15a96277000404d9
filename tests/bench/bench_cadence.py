"""How well the next meeting is forecast: the prior, and a rolling-origin backtest over real series.

    python tests/bench/bench_cadence.py [FOLDER_FOR_THE_TABLES]

`series_gold.csv` has the 48 meetings of 14 series on which the forecast is judged, `series_pool.csv` further
meetings that only widen the prior, each with the page it was read from; `series_names.csv` has the sides of
every series. Their column precision says whether the day, the month or the year is known; `scheduled` meetings are
left out. Prints the priors fitted to all of them, then error, coverage and calibration next to rules of thumb. With a
folder (`ctnews/lexicons/world`) it writes the tables `cadence_prior` and `cadence_backtest` there.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import numpy as np
import pandas as pd

from ctnews.cadence import Held, Prior, Series, comparable, counted, fit_priors, sessions
from ctnews.cadence.backtest import Known, Question, Trial, backtest

HERE = Path(__file__).parent
HELD = ("day", "inferred", "month", "year")
RESAMPLINGS = 2000
HEADER = "# title: {}\n# source: {}\n# date: 2026-11-22\n# licence: MIT\n"


class Figures(NamedTuple):
    """What the trials of a set of series show."""

    n_forecasts: int
    n_covered: int
    coverage_low: float
    coverage_high: float
    error_days: float
    width_days: float
    flat_error_days: float
    own_median_error_days: float
    brier: float
    base_brier: float


def read(*names: str) -> list[Known]:
    """Give the series of these files, those of one name put together."""
    meetings = pd.concat([pd.read_csv(HERE / f"{name}.csv", dtype={"ordinal": "Int64"}) for name in names])
    parties = pd.read_csv(HERE / "series_names.csv").set_index("series_id")["parties"]
    told = meetings[meetings["precision"].isin(HELD)]
    return [
        Known(str(name), comparable(parties[name].split(";")), sessions(map(_held, rows.to_dict("records"))))
        for name, rows in told.groupby("series_id")
    ]


def priors(pool: Sequence[Known]) -> dict[str, Prior]:
    """Give the priors fitted to everything that is known."""
    return dict(fit_priors([Series(one.sides, counted(one.held)) for one in pool]))


def figures(trials: Sequence[Trial]) -> Figures:
    """Give the figures of some trials; the bounds of the coverage are Wilson's 95 % interval."""
    covered, count = sum(trial.covered for trial in trials), len(trials)
    questions = [question for trial in trials for question in trial.met_by]
    return Figures(
        count,
        covered,
        *wilson(covered, count),
        mean(abs(trial.days - trial.median) for trial in trials),
        mean(trial.high - trial.low for trial in trials),
        mean(abs(trial.days - trial.flat_year) for trial in trials),
        mean(abs(trial.days - trial.own_median) for trial in trials),
        mean((q.forecast - q.met) ** 2 for q in questions),
        mean((q.base_rate - q.met) ** 2 for q in questions),
    )


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Give the 95 % interval of a share."""
    z, share = 1.96, hits / count
    middle, half = share + z * z / (2 * count), z * sqrt(share * (1 - share) / count + z * z / (4 * count**2))
    return (middle - half) / (1 + z * z / count), (middle + half) / (1 + z * z / count)


def better_than(trials: Sequence[Trial], rule: str) -> float:
    """Give in what share of resamplings of the series the model's mean error is below the rule's."""
    names = sorted({trial.name for trial in trials})
    gains = {
        name: [abs(t.days - getattr(t, rule)) - abs(t.days - t.median) for t in trials if t.name == name]
        for name in names
    }
    draws = np.random.default_rng(7).integers(len(names), size=(RESAMPLINGS, len(names)))
    return float(np.mean([sum(sum(gains[names[i]]) for i in draw) > 0 for draw in draws]))


def main(folder: Path | None = None) -> None:
    """Print the priors and the backtests, and write the tables."""
    gold, extra, pool = read("series_gold"), read("series_pool"), read("series_gold", "series_pool")
    known = priors(pool)
    sizes = {sides: _size(pool, sides) for sides in known}
    for sides, prior in known.items():
        centre, loose = np.exp(prior.centre), np.exp(prior.irregularity)
        print(
            f"{sides}: {sizes[sides][0]} series, {sizes[sides][1]} gaps; mean gap {centre:.0f} days, between series"
            f" x/: {np.exp(prior.between):.2f}; irregularity {loose:.2f}, x/: {np.exp(prior.irregularity_between):.2f}"
        )
    found = {"gold": backtest(gold, pool), "further": backtest(extra, pool)}
    for name, trials in found.items():
        _print(name, trials)
    if folder is not None:
        _write(folder, known, sizes, {name: figures(trials) for name, trials in found.items()})


def _held(row: dict[str, object]) -> Held:
    days = pd.Period(str(row["start"])) if row["precision"] in ("month", "year") else pd.Period(str(row["start"]), "D")
    number = None if pd.isna(row["ordinal"]) else int(str(row["ordinal"]))
    return Held(days.start_time.toordinal(), days.end_time.toordinal(), number)


def _size(pool: Sequence[Known], sides: str) -> tuple[int, int]:
    told = [counted(one.held) for one in pool if one.sides == sides]
    return sum(bool(own) for own in told), sum(map(len, told))


def _print(name: str, trials: Sequence[Trial]) -> None:
    told = figures(trials)
    print(f"\n{name}: {told.n_forecasts} forecasts of {len({t.name for t in trials})} series")
    print(
        f"  80 % interval: {told.n_covered} of {told.n_forecasts} covered, {told.n_covered / told.n_forecasts:.3f}"
        f" (95 % interval {told.coverage_low:.2f} to {told.coverage_high:.2f}), {told.width_days:.0f} days wide"
    )
    print(
        f"  mean error: model {told.error_days:.0f} days; flat 365: {told.flat_error_days:.0f}, beaten in"
        f" {better_than(trials, 'flat_year'):.0%} of resamplings; own median: {told.own_median_error_days:.0f},"
        f" beaten in {better_than(trials, 'own_median'):.0%}"
    )
    late = mean(trial.days > trial.high for trial in trials)
    print(f"  later than 90 % of comparable gaps before they met: {late:.0%}")
    _print_questions("met by 183 to 1096 days", [q for trial in trials for q in trial.met_by])
    _print_questions("met within the next 183 days, asked again while open", [q for t in trials for q in t.still_open])


def _print_questions(title: str, asked: Sequence[Question]) -> None:
    brier, base = (
        mean((value - q.met) ** 2 for q, value in zip(asked, values, strict=True))
        for values in ([q.forecast for q in asked], [q.base_rate for q in asked])
    )
    print(f"  {title}: {len(asked)} questions, Brier score {brier:.3f}, by the base rate {base:.3f}")
    edges = (0.0, 0.2, 0.4, 0.6, 0.8, 1.01)
    for low, high in pairwise(edges):
        part = [q for q in asked if low <= q.forecast < high]
        if part:
            print(f"    told {mean(q.forecast for q in part):.2f}, met {mean(q.met for q in part):.2f} ({len(part)})")


def _write(folder: Path, known: dict[str, Prior], sizes: dict[str, tuple[int, int]], found: dict[str, Figures]) -> None:
    title = "Priors of the cadence forecast: how often comparable series meet, and how far they differ (logarithms)"
    source = "fitted by tests/bench/bench_cadence.py to tests/bench/series_gold.csv and series_pool.csv"
    lines = ["name\tcentre\tbetween\tirregularity\tirregularity_between\tn_series\tn_gaps"]
    for sides, p in known.items():
        told = (p.centre, p.between, p.irregularity, p.irregularity_between)
        lines.append("\t".join([sides, *(f"{figure:.3f}" for figure in told), *map(str, sizes[sides])]))
    (folder / "cadence_prior.tsv").write_text(HEADER.format(title, source) + "\n".join(lines) + "\n", "utf-8")
    title = "Backtest of the cadence forecast: coverage of the 80 % interval, errors in days, Brier scores of met by"
    lines = ["\t".join(["name", *Figures._fields])]
    for name, figure in found.items():
        lines.append("\t".join([name, *(f"{v:.3f}" if isinstance(v, float) else str(v) for v in figure)]))
    (folder / "cadence_backtest.tsv").write_text(
        HEADER.format(title, source.replace("fitted by", "measured by")) + "\n".join(lines) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
