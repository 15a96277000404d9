"""Tables on the series of meetings: how often they meet, what is due, and how far that can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from ctnews import lexicon
from ctnews.selection import Frames, last_day
from ctnews.tables import words
from ctnews.tables.markup import Html, cell, folded, grid, paragraph, stacked
from ctnews.tables.quotes import Quotes, records

STATES = {
    "announced": "next meeting announced",
    "on_course": "on its usual course",
    "later_than_90": "later than 90 % of comparable gaps, no report seen in this corpus",
    "past_announced": "past its announced date, no report seen in this corpus",
    "too_few": "too few meetings to say",
}
TRENDS = {"longer": "growing longer", "shorter": "growing shorter", "none": "no trend"}
LATE, GIVEN_UP = 0.9, 0.99  # share of comparable series met by now from which an interval is doubtful, or idle


def series(study: Frames) -> Html:
    """Give the series with their cadence: meetings held, usual gap, what is due, numbers missing.

    Beside the interval for the next meeting stands how many of the meetings of the backtest such intervals held.
    """
    quotes = Quotes.of(study)
    rows = [_series(row, quotes) for row in records(study.series.sort_values("last", ascending=False, kind="stable"))]
    gold = _backtest("gold")
    headings = {
        "name": "Series", "n_meetings": "Held", "last": "Last held", "gap": "Usual gap", "stated": "Said to meet",
        "next": f"Next: 80 % interval (in the backtest it held {gold['n_covered']} of {gold['n_forecasts']})",
        "state": "State",
    }  # fmt: skip
    return grid(rows, headings, nothing="No series in this selection.")


def backtest(study: Frames) -> Html:
    """Say how far what is forecast of the series can be trusted, by the backtest in `world/cadence_backtest`."""
    told = int(study.series["next_low"].notna().sum())
    own = int((study.series["next_basis"] == "series").sum())
    gold, further = _backtest("gold"), _backtest("further")
    low, high = float(gold["coverage_low"]), float(gold["coverage_high"])
    said = [
        f"Of {words.count(len(study.series), 'series', 'series')} {told:,} have a forecast, {own:,} by gaps of their"
        f" own. How far to trust it: {gold['n_forecasts']} meetings of real series were forecast from what was known"
        " on the day of the one before.",
        f"The interval meant to hold 80 % of them held {gold['n_covered']} ({_percent(_share(gold))}); from so few, the"
        f" true share may lie anywhere from {_percent(low)} to {_percent(high)}.",
        f"Of {further['n_forecasts']} meetings of other series it held {further['n_covered']}"
        f" ({_percent(_share(further))}).",
        f"Its middle was off by {_days(gold, 'error_days')} on average, where a flat year is off by"
        f" {_days(gold, 'flat_error_days')} and the median of the series’ own gaps by"
        f" {_days(gold, 'own_median_error_days')}.",
        "A probability of having met by a day scored"
        f" {float(gold['brier']):.3f} (Brier score, 0 is best), where the share of comparable gaps scores"
        f" {float(gold['base_brier']):.3f}.",
        "All of it speaks of reports seen in this corpus, not of meetings held unseen.",
    ]
    return paragraph(" ".join(said))


def gaps(study: Frames) -> Html:
    """Give the days between one dated meeting of a series and the next, and since the last one."""
    today = last_day(study)
    rows = [
        {
            "name": series_name(row),
            "gaps": [int(gap) for gap in row["gaps_days"]],
            "median": _rounded(row["median_gap_days"]),
            "spread": _rounded(row["gap_spread_days"]),
            "trend": TRENDS.get(row["gap_trend"]),
            "open": open_gap(row["last"], today),
        }
        for row in records(
            study.series[study.series["last"].notna()].sort_values("last", ascending=False, kind="stable")
        )
    ]
    headings = {
        "name": "Series", "gaps": "Days between meetings", "median": "Median to each number",
        "spread": "Middle half spans", "trend": "Trend", "open": "Days since, to the corpus’ end",
    }  # fmt: skip
    return grid(rows, headings, nothing="No series with a dated meeting in this selection.")


def open_gap(last: Any, today: pd.Timestamp | None) -> int | None:
    """Give the days from a series' last meeting to the last day of the corpus."""
    if today is None or pd.isna(last) or last > today:
        return None
    return int((today - last).days)


def series_name(row: Mapping[str, Any]) -> str:
    """Give a series' name, or its kind and parties where no article names it."""
    if isinstance(row["name"], str):
        return row["name"]
    return f"{words.kind(row['kind'])} of {words.parties(row['parties'])}"


def numbers(values: Iterable[int]) -> str:
    """Give numbers, those in a row as a range.

    >>> numbers([2, 4, 5, 6, 9, 10])
    '2, 4–6, 9, 10'
    """
    runs: list[list[int]] = []
    for value in values:
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def expected(row: Mapping[str, Any]) -> list[str]:
    """Give when a series meets next: as announced, and when 8 of 10 comparable series would."""
    said = []
    if not pd.isna(row["next_announced"]):
        said = [f"announced for {words.span(row['next_announced'], row['next_announced'], row['next_granularity'])}"]
    if pd.isna(row["next_low"]) or pd.isna(row["next_high"]) or row["p_met_by_now"] > GIVEN_UP:
        return said
    likely = f"{row['next_low']:%b %Y} – {row['next_high']:%b %Y}"
    if row["p_met_by_now"] > LATE:
        said.append(f"if it is still to come: {likely}")
    else:
        said.append(f"{likely}, half by {row['next_median']:%b %Y}")
    return [*said, "by comparable series alone"] if row["next_basis"] == "pooled" else said


def _series(row: Mapping[str, Any], quotes: Quotes) -> dict[str, Any]:
    return {
        "name": _name(row, quotes),
        "n_meetings": row["n_meetings"],
        "last": words.span(row["last"], row["last"], row["last_granularity"]) if not pd.isna(row["last"]) else None,
        "gap": _gap(row),
        "stated": _stated(row, quotes),
        "next": stacked(map(cell, expected(row))) if expected(row) else None,
        "state": _state(row),
    }


def _name(row: Mapping[str, Any], quotes: Quotes) -> Html:
    """Give a series' name, with the numbers not seen and the sentence that says it was renamed."""
    said = [cell(series_name(row))]
    missing = numbers(int(number) for number in row["missing_ordinals"])
    if missing:
        said.append(cell(f"not seen: no. {missing}"))
    if isinstance(row["renamed_sentence"], str):
        said.append(folded("renamed", quotes.sentence(row["renamed_article_id"], row["renamed_sentence"])))
    return stacked(said) if len(said) > 1 else said[0]


def _gap(row: Mapping[str, Any]) -> Html | None:
    if pd.isna(row["median_gap_days"]):
        return None
    said = [words.duration(row["median_gap_days"])]
    if not pd.isna(row["gap_spread_days"]):
        said.append(f"middle half within {words.duration(row['gap_spread_days'])}")
    if row["gap_trend"] in ("longer", "shorter"):
        said.append(TRENDS[row["gap_trend"]])
    return stacked(map(cell, said))


def _stated(row: Mapping[str, Any], quotes: Quotes) -> Html | None:
    """Give how often a series is said to meet, the sentence folded away behind it."""
    if not isinstance(row["stated_cadence"], str):
        return None
    return folded(row["stated_cadence"], quotes.sentence(row["stated_article_id"], row["stated_sentence"]))


def _state(row: Mapping[str, Any]) -> Html:
    said = [cell(STATES.get(row["state"], words.kind(row["state"])))]
    if not pd.isna(row["p_met_by_now"]):
        said.append(cell(f"open longer than {_of_gaps(row['p_met_by_now'])} comparable gaps"))
    return stacked(said)


def _of_gaps(share: float) -> str:
    """Say of how many gaps one is longer.

    >>> _of_gaps(0.856), _of_gaps(0.999), _of_gaps(0.0)
    ('86 % of', 'nearly all', 'hardly any')
    """
    return "nearly all" if share > GIVEN_UP else "hardly any" if share < 1 - GIVEN_UP else f"{_percent(share)} of"


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _rounded(days: Any) -> int | None:
    return None if pd.isna(days) else round(days)


def _backtest(name: str) -> Mapping[str, str]:
    return next(row for row in lexicon.table("world/cadence_backtest") if row["name"] == name)


def _share(row: Mapping[str, str]) -> float:
    return int(row["n_covered"]) / int(row["n_forecasts"])


def _days(row: Mapping[str, str], name: str) -> str:
    return f"{float(row[name]):.0f} days"
