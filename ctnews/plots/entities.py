"""Figures of actors and agencies: who takes part most, and with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ctnews.plots import canvas
from ctnews.tables import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROWS_SHOWN = 20


def actors(actors: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the actors who took part in the most meetings, with their country."""
    shown = _leading(actors)
    if shown.empty:
        return canvas.nothing(ax, "No people at meetings in this selection")
    labels = [_labelled(name, words.country(code)) for name, code in zip(shown["name"], shown["country"], strict=True)]
    met = int((actors["n_meetings"] > 0).sum())
    return _dots(ax, shown, labels, f"{shown['name'].iloc[0]} is reported at the most meetings", f"{met:,} people")


def agencies(agencies: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the agencies and bodies that took part in the most meetings, with their country."""
    shown = _leading(agencies)
    if shown.empty:
        return canvas.nothing(ax, "No agencies at meetings in this selection")
    short = shown["acronym"].fillna(shown["name"])
    homes = [words.country(code) or "international" for code in shown["country"]]
    labels = [_labelled(name, home) for name, home in zip(short, homes, strict=True)]
    met = words.count(int((agencies["n_meetings"] > 0).sum()), "agency", "agencies")
    return _dots(ax, shown, labels, f"{short.iloc[0]} takes part in the most reported meetings", met)


def _leading(entities: pd.DataFrame) -> pd.DataFrame:
    took_part = entities[entities["n_meetings"] > 0]
    return took_part.sort_values(["n_meetings", "name"], ascending=[False, True]).head(ROWS_SHOWN)


def _labelled(name: str, home: str) -> str:
    return f"{name}, {home}" if home else name


def _dots(ax: Axes | None, shown: pd.DataFrame, labels: list[str], finding: str, total: str) -> Axes:
    from matplotlib.ticker import MaxNLocator

    rows = range(len(shown))
    numbers = shown["n_meetings"].astype("int64")
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=len(shown), left=2.85, right=0.6)
        ax.hlines(rows, 0, numbers, color=canvas.BLUE, linewidth=1.4, alpha=0.35)
        ax.scatter(numbers, rows, s=62, color=canvas.BLUE, zorder=3)
        for row, number in enumerate(numbers):
            ax.annotate(f"{number:,}", (number, row), xytext=(9, 0), textcoords="offset points", va="center")
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        ax.set_xlim(0, numbers.max() * 1.08)
        canvas.row_labels(ax, labels)
        detail = " ".join(f"{label}: {number}." for label, number in zip(labels, numbers, strict=True))
        measure = f"Meetings held that they took part in; the first {len(shown)} of {total}"
        canvas.headline(ax, finding, measure, detail=detail)
    return ax
