"""Figures of the corpus: when its articles were published, and what their pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ctnews.plots import canvas
from ctnews.tables import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LANGUAGES_SHOWN = 3
QUARTERS_FROM_MONTHS = 36
YEARS_FROM_MONTHS = 144
LABELS_SHOWN = 16
_HATCHES = ("", "////", "....", "xx")
_COLOURS = (canvas.BLUE, canvas.VERMILION, canvas.GREEN, canvas.GREY)
_UNITS = {"M": "month", "Q": "quarter", "Y": "year"}


def coverage(articles: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the number of articles published in each month, quarter or year, by language."""
    dated = articles[articles["published"].notna()]
    if dated.empty:
        return canvas.nothing(ax, "No dated articles in this selection")
    unit = _unit(dated["published"])
    counts = _per_period(dated, unit)
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=7)
        ax.grid(False)
        ax.grid(True, axis="y")
        _stack(ax, counts)
        busiest = counts.sum(axis=1)
        when = counts.index[int(busiest.argmax())]
        peak = f"{words.count(int(busiest.max()), 'article')} in {_period(when, unit)}"
        finding = f"From {dated['published'].min():%B %Y} to {dated['published'].max():%B %Y}; at most {peak}"
        undated = len(articles) - len(dated)
        more = f"; {words.count(undated, 'article')} without a date not drawn" if undated else ""
        measure = f"Articles a {_UNITS[unit]} by language, n = {len(dated):,}{more}"
        canvas.headline(ax, finding, measure)
    return ax


def labels(passages: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw how many passages bear each label; only some labels are the article's own words."""
    if passages.empty:
        return canvas.nothing(ax, "No passages in this selection")
    counts = passages["label"].value_counts().head(LABELS_SHOWN)
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=len(counts), left=1.3, right=0.9)
        own = counts.index.isin(("body", "title", "dateline"))
        colours = [canvas.BLUE if mine else canvas.GREY for mine in own]
        ax.barh(range(len(counts)), counts, height=0.62, color=colours)
        for row, number in enumerate(counts):
            ax.annotate(f"{number:,}", (number, row), xytext=(5, 0), textcoords="offset points", va="center")
        canvas.row_labels(ax, [words.kind(label) for label in counts.index])
        share = int(counts[own].sum()) / len(passages)
        finding = f"{share:.0%} of all passages are title, dateline or body"
        canvas.headline(ax, finding, f"Passages by label, n = {len(passages):,}; blue = the article’s own words")
    return ax


def _unit(published: pd.Series) -> str:
    months = (published.max() - published.min()).days / 30.4
    return "M" if months <= QUARTERS_FROM_MONTHS else "Q" if months <= YEARS_FROM_MONTHS else "Y"


def _per_period(articles: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Count articles by period and language, with every period between the first and the last."""
    spoken = articles["lang"].fillna("unknown")
    frequent = spoken.value_counts().index[:LANGUAGES_SHOWN]
    named = spoken.where(spoken.isin(frequent), "other").map(words.language)
    periods = articles["published"].dt.to_period(unit)
    counts = pd.crosstab(periods, named)
    every = pd.period_range(periods.min(), periods.max(), freq=unit)
    ordered = counts.sum().sort_values(ascending=False, kind="stable").index
    return counts.reindex(every, fill_value=0)[list(ordered)]


def _stack(ax: Axes, counts: pd.DataFrame) -> None:
    from matplotlib.ticker import MaxNLocator

    starts = counts.index.to_timestamp()  # type: ignore[attr-defined]
    widths = (counts.index.to_timestamp(how="end") - starts).days * 0.82  # type: ignore[attr-defined]
    base = pd.Series(0, index=counts.index)
    for colour, hatch, language in zip(_COLOURS, _HATCHES, counts.columns, strict=False):
        ax.bar(
            starts, counts[language], widths, bottom=base, align="edge",
            label=f"{language} ({counts[language].sum():,})", color=colour, hatch=hatch, edgecolor="white",
            linewidth=0.4,
        )  # fmt: skip
        base = base + counts[language]
    ax.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    ax.legend(
        loc="lower right",
        bbox_to_anchor=(1, 1),
        ncols=len(counts.columns),
        borderaxespad=0.1,
        handlelength=1.2,
    )


def _period(period: pd.Period, unit: str) -> str:
    if unit == "Q":
        return f"the {('first', 'second', 'third', 'fourth')[period.quarter - 1]} quarter of {period.year}"
    return period.strftime("%B %Y") if unit == "M" else str(period.year)
