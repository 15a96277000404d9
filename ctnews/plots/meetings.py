"""Figures of meetings in time: when the series met, and how long it took them to meet again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from ctnews.plots import canvas
from ctnews.tables import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SERIES_SHOWN = 24
ENOUGH_MEETINGS = 4
IDLE = 0.99  # share of comparable series met by now from which the next meeting is not drawn
_MARKS: Mapping[str, Mapping[str, Any]] = {
    "held": {"marker": "o", "color": canvas.BLUE},
    "scheduled": {"marker": "o", "facecolor": "white", "edgecolor": canvas.BLUE, "linewidth": 1.6},
    "postponed": {"marker": "x", "color": canvas.VERMILION, "linewidth": 1.8},
    "cancelled": {"marker": "x", "color": canvas.VERMILION, "linewidth": 1.8},
}


def timeline(
    meetings: pd.DataFrame, series: pd.DataFrame, *, as_of: pd.Timestamp | None = None, ax: Axes | None = None
) -> Axes:
    """Draw each series' meetings on one axis of time: solid held, hollow announced, a cross cancelled or put off.

    A meeting known only by its month or year is a bar as long as that. The pale band is when the next is
    expected, at 80 %; it is thin where it rests on comparable series alone.
    """
    dated = meetings[meetings["start"].notna() & meetings["series_id"].isin(series["series_id"])]
    if dated.empty:
        return canvas.nothing(ax, "No meetings in this selection")
    met = _named(series[series["series_id"].isin(dated["series_id"])])
    shown = met.nlargest(SERIES_SHOWN, "n_meetings").sort_values("last", ascending=False, kind="stable")
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=len(shown), left=2.85, right=1.75)
        for row, (_, one) in enumerate(shown.iterrows()):
            _draw_expected(ax, one, row)
            _draw_meetings(ax, dated[dated["series_id"] == one["series_id"]], row)
            ax.text(1.02, row, _note(one), transform=ax.get_yaxis_transform(), va="center", color=canvas.QUIET)
        canvas.row_labels(ax, list(shown["name"]))
        _draw_end(ax, as_of)
        canvas.time_axis(ax)
        undrawn = len(meetings) - int(dated["series_id"].isin(shown["series_id"]).sum())
        finding, measure = _timeline_finding(dated), _timeline_measure(undrawn, len(met) - len(shown))
        canvas.headline(ax, finding, measure, detail=_told(shown))
    return ax


def gaps(series: pd.DataFrame, *, as_of: pd.Timestamp | None = None, ax: Axes | None = None) -> Axes:
    """Draw a dot for each gap between two meetings, each series' median to a number and the gap still open.

    The band, from the 10th to the 90th percentile of the series' own gaps, is drawn from four meetings on.
    """
    known = _named(series[series["gaps_days"].map(len) > 0])
    chosen = known.nlargest(SERIES_SHOWN, "n_meetings").sort_values("median_gap_days", kind="stable")
    if chosen.empty:
        return canvas.nothing(ax, "No series with two dated meetings in this selection")
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=len(chosen), left=2.85, right=1.75)
        for row, (_, one) in enumerate(chosen.iterrows()):
            _draw_gaps(ax, one, row, as_of)
            ax.text(1.02, row, _note(one), transform=ax.get_yaxis_transform(), va="center", color=canvas.QUIET)
        canvas.row_labels(ax, list(chosen["name"]))
        ax.set_xlim(0, ax.get_xlim()[1] * 1.03)
        ax.xaxis.set_major_formatter("{x:,.0f} d")
        canvas.headline(ax, *_gaps_headline(known, len(chosen)), detail=_told(chosen))
    return ax


def _named(series: pd.DataFrame) -> pd.DataFrame:
    return series.assign(name=series["name"].fillna(series["series_id"]))


def _draw_meetings(ax: Axes, meetings: pd.DataFrame, row: int) -> None:
    for status, group in meetings.groupby("status"):
        mark = _MARKS.get(str(status), _MARKS["held"])
        middle = group["start"] + (group["end"].fillna(group["start"]) - group["start"]) / 2
        ax.scatter(middle, [row] * len(group), s=62, zorder=3, **mark)
    rough = meetings[meetings["granularity"].isin(("month", "year", "quarter"))]
    ax.hlines([row] * len(rough), rough["start"], rough["end"], color=canvas.BLUE, linewidth=3, alpha=0.35)


def _draw_expected(ax: Axes, series: pd.Series, row: int) -> None:
    """Draw the 80 % interval, thinner where it is hardly the series' own; none that is idle by now."""
    if pd.isna(series["next_low"]) or pd.isna(series["next_high"]) or series.get("p_met_by_now", 0.0) > IDLE:
        return
    width = 4 if series.get("next_basis") == "pooled" else 9
    ax.hlines(row, series["next_low"], series["next_high"], color="#E69F00", alpha=0.45, linewidth=width, zorder=1)


def _draw_end(ax: Axes, as_of: pd.Timestamp | None) -> None:
    from matplotlib.dates import date2num

    if as_of is None:
        return
    end = date2num(as_of)  # type: ignore[no-untyped-call]
    ax.axvline(end, color=canvas.GREY, linewidth=1, linestyle=(0, (3, 3)), zorder=1)
    ax.annotate(
        "corpus ends", (end, 1), xycoords=("data", "axes fraction"), xytext=(0, 3),
        textcoords="offset points", ha="center", color=canvas.QUIET, fontsize=8.5,
    )  # fmt: skip


def _draw_gaps(ax: Axes, series: pd.Series, row: int, as_of: pd.Timestamp | None) -> None:
    days = pd.Series([float(gap) for gap in series["gaps_days"]])
    if len(days) + 1 >= ENOUGH_MEETINGS:
        low, high = days.quantile([0.1, 0.9])
        ax.hlines(row, low, high, color=canvas.BLUE, alpha=0.18, linewidth=12, zorder=1)
    ax.vlines(series["median_gap_days"], row - 0.24, row + 0.24, color=canvas.INK, linewidth=1.6, zorder=2)
    ax.scatter(days, [row] * len(days), s=46, color=canvas.BLUE, alpha=0.85, zorder=3)
    if as_of is not None and not pd.isna(series["last"]) and series["last"] <= as_of:
        still_open = (as_of - series["last"]).days
        ax.scatter(still_open, row, s=58, marker=">", facecolor="white", edgecolor=canvas.VERMILION, linewidth=1.6)


def _note(series: pd.Series) -> str:
    n = f"n = {series['n_meetings']}"
    if pd.isna(series["median_gap_days"]):
        return f"numbers not known, {n}" if len(series.get("gaps_days", ())) else f"no gap known, {n}"
    return f"{series['median_gap_days']:,.0f} d median, {n}"


def _gaps_headline(known: pd.DataFrame, drawn: int) -> tuple[str, str]:
    every = known["gaps_days"].explode().astype("float64")
    key = "line = median to each number, triangle = still open when the corpus ends"
    if drawn < len(known):
        key = f"{key}; {len(known) - drawn:,} further series not drawn"
    finding = f"Half of the gaps between reported meetings are shorter than {words.duration(float(every.median()))}"
    return finding, f"Time between dated meetings, n = {len(every):,} gaps; {key}"


def _timeline_finding(meetings: pd.DataFrame) -> str:
    held = meetings[meetings["status"] == "held"]
    if held.empty:
        return f"{words.count(len(meetings), 'meeting')} announced, none reported as held"
    series = words.count(held["series_id"].nunique(), "series", "series")
    first, last = held["start"].min(), held["start"].max()
    return f"{series} met {words.count(len(held), 'time')} between {first:%B %Y} and {last:%B %Y}"


def _timeline_measure(undrawn: int, further: int) -> str:
    key = "Solid = held, hollow = announced, × = cancelled or put off, band = next at 80 %, thin from comparable series"
    if further:
        return f"{key}; {further:,} further series not drawn"
    return f"{key}; {words.count(undrawn, 'meeting')} without a day or series not drawn" if undrawn else key


def _told(series: pd.DataFrame) -> str:
    return " ".join(f"{one['name']}: {_note(one)}." for _, one in series.iterrows())
