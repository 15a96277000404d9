"""Figures of what was agreed: topics by pillar, and which parties meet and sign with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from ctnews.plots import canvas
from ctnews.tables import words
from ctnews.tables.agreements import deals
from ctnews.tables.topics import pillar_name, topic_counts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ctnews.selection import Frames

PARTIES_SHOWN = 18
Pair = tuple[str, str]
_PILLARS = {"1": canvas.GREEN, "2": canvas.BLUE, "3": canvas.VERMILION, "4": canvas.GREY}
_MARKERS = {"1": "o", "2": "s", "3": "^", "4": "D"}


def topics(mentions: pd.DataFrame, articles: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw how many articles name each topic, grouped by the four pillars."""
    counted = topic_counts(mentions, articles)
    if counted.empty:
        return canvas.nothing(ax, "No topics in this selection")
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=len(counted), left=2.3, right=2.9)
        for pillar, group in counted.groupby("pillar"):
            colour, marker = _PILLARS.get(str(pillar), canvas.GREY), _MARKERS.get(str(pillar), "x")
            ax.hlines(group.index, 0, group["n"], color=colour, linewidth=1.4, alpha=0.35)
            ax.scatter(group["n"], group.index, s=62, color=colour, marker=marker, zorder=3)
            ax.text(
                1.03, (group.index[0] + group.index[-1]) / 2, canvas.wrapped(pillar_name(str(pillar)), 30),
                transform=ax.get_yaxis_transform(), va="center", color=canvas.INK,
            )  # fmt: skip
            ax.axhline(group.index[-1] + 0.5, color="#d9d9d9", linewidth=0.7)
        _numbers(ax, counted["n"])
        canvas.row_labels(ax, [words.kind(topic) for topic in counted["topic"]])
        canvas.headline(ax, *_topics_headline(counted), detail=_told(counted))
    return ax


def country_pairs(study: Frames, *, ax: Axes | None = None) -> Axes:
    """Draw, for each two parties, the meetings held below the diagonal and the agreements above it."""
    held = study.meetings.loc[study.meetings["status"] == "held", "parties"]
    met, signed = _pairs(held), _pairs(deal.parties for deal in deals(study))
    order = _order(met + signed)
    if not order:
        return canvas.nothing(ax, "No two parties at a meeting or to an agreement in this selection")
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=len(order) + 1, left=1.7, right=1.7, foot=1.0)
        _draw(ax, met, order, below=True, colour=canvas.BLUE)
        _draw(ax, signed, order, below=False, colour=canvas.VERMILION)
        ax.plot([-0.5, len(order) - 0.5], [-0.5, len(order) - 0.5], color="#d9d9d9", linewidth=1)
        names = [words.country(code) for code in order]
        canvas.row_labels(ax, names)
        ax.set_xticks(
            range(len(order)), [canvas.printable(words.clipped(name, 14)) for name in names], rotation=40, ha="right"
        )
        ax.grid(False)
        ax.set_xlim(-0.6, len(order) - 0.4)
        canvas.headline(ax, *_pairs_headline(met, signed, len(order)), detail=_told_pairs(met, signed))
    return ax


def _numbers(ax: Axes, numbers: pd.Series) -> None:
    from matplotlib.ticker import MaxNLocator

    for row, number in numbers.items():
        ax.annotate(f"{number:,}", (number, row), xytext=(9, 0), textcoords="offset points", va="center")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    ax.set_xlim(0, numbers.max() * 1.12)


def _topics_headline(counted: pd.DataFrame) -> tuple[str, str]:
    top = counted.sort_values(["n", "topic"], ascending=[False, True]).iloc[0]
    finding = f"{words.kind(top['topic']).capitalize()} is the topic that most articles name"
    return finding, f"Articles that name a topic, copies not counted; n = {counted['n'].sum():,} namings"


def _told(counted: pd.DataFrame) -> str:
    rows = zip(counted["topic"], counted["n"], counted["pillar"], strict=True)
    return " ".join(f"{words.kind(topic)}: {n} (pillar {pillar})." for topic, n, pillar in rows)


def _pairs(parties: Iterable[Iterable[str]]) -> Counter[Pair]:
    return Counter(pair for group in parties for pair in combinations(sorted(set(group)), 2))


def _order(pairs: Counter[Pair]) -> list[str]:
    """Give the parties of the most frequent pairs, so that those who meet stand together."""
    order: dict[str, None] = {}
    for pair, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if len(order | dict.fromkeys(pair)) <= PARTIES_SHOWN:
            order |= dict.fromkeys(pair)
    return list(order)


def _draw(ax: Axes, pairs: Counter[Pair], order: list[str], *, below: bool, colour: str) -> None:
    row_of = {code: row for row, code in enumerate(order)}
    drawn = {pair: number for pair, number in pairs.items() if set(pair) <= row_of.keys()}
    top = max(drawn.values(), default=1)
    for (one, other), number in drawn.items():
        low, high = sorted((row_of[one], row_of[other]))
        x, y = (low, high) if below else (high, low)
        alpha = 0.15 + 0.85 * number / top
        ax.scatter(x, y, s=230, marker="s" if below else "o", color=colour, alpha=alpha)
        ax.text(x, y, str(number), ha="center", va="center", color="white" if alpha > 0.6 else canvas.INK)


def _pairs_headline(met: Counter[Pair], signed: Counter[Pair], shown: int) -> tuple[str, str]:
    both = len(met.keys() & signed.keys())
    finding = f"{words.count(len(met), 'pair')} of parties met, {both} of them with an agreement told of as well"
    parties = len({code for pair in met.keys() | signed.keys() for code in pair})
    key = "Squares below the diagonal = meetings held; circles above = agreements"
    return (
        finding,
        f"{key}; the first {shown} of {parties} parties" if shown < parties else f"{key}; n = {parties} parties",
    )


def _told_pairs(met: Counter[Pair], signed: Counter[Pair]) -> str:
    first = sorted((met + signed).items(), key=lambda item: (-item[1], item[0]))[:PARTIES_SHOWN]
    return " ".join(
        f"{words.parties(pair)}: {words.count(met[pair], 'meeting')}, {words.count(signed[pair], 'agreement')}."
        for pair, _ in first
    )
