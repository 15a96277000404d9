"""Surroundings: what stands around every line of a page, in figures, for the classifier of lines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ctnews.cleaning.lines.block import body_block
from ctnews.cleaning.lines.features import Feature
from ctnews.cleaning.lines.shapes import Column, Columns, cue_column

NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
WINDOWS = {"3_above": (-3, -1), "3_below": (1, 3), "10_above": (-10, -1), "10_below": (1, 10), "25_around": (-25, 25)}
FAR = 99.0  # lines: nothing of the kind on this side
SECTIONS = ("related", "popular", "comment_form", "footer", "copyright", "tags", "menu", "share")

_OF_NEIGHBOURS = (
    *("characters", "lower", "finished", "prose", "marked", "weight", "cue"),
    *("copies", "repeated", "gap_above", "familiar", "clock", "dated"),
)
_IN_WINDOWS = ("weight", "prose", "prose_words", "cue", "marked", "characters", "clock", "dated", "truncated")


def surroundings(features: Sequence[Feature], alone: Columns) -> Columns:
    """Give what stands around every line by names; `alone` are the lines' own shapes."""
    prose = alone["prose"] * (1 - alone["cue"])
    words = np.expm1(alone["words"])
    own = alone | {"prose": prose, "prose_words": prose * words}
    return (
        _neighbours(own)
        | _windows(own)
        | _place(own["prose_words"], words)
        | _block(features, own["prose_words"], words)
        | _sections(features, alone["cue_section"], alone["cue"], words)
        | _nearest(prose > 0)
    )


def _neighbours(own: Columns) -> Columns:
    return {f"{name}@{by:+d}": _shifted(own[name], by) for name in _OF_NEIGHBOURS for by in NEIGHBOURS}


def _shifted(column: Column, by: int) -> Column:
    """Give the value of the line so many lines below (above, if negative); -1 beyond the page."""
    beyond = np.full(abs(by), -1, dtype=np.float32)
    moved = np.concatenate([beyond, column, beyond])
    return moved[abs(by) + by :][: len(column)]


def _windows(own: Columns) -> Columns:
    return {f"{name}~{window}": _mean(own[name], *span) for name in _IN_WINDOWS for window, span in WINDOWS.items()}


def _mean(column: Column, first: int, last: int) -> Column:
    """Give the mean over the lines from `first` to `last` below each; beyond the page they count as nought."""
    sums = np.concatenate([[0.0], np.cumsum(column, dtype=np.float64)])
    lines = np.arange(len(column))
    low, high = np.clip(lines + first, 0, len(column)), np.clip(lines + last + 1, 0, len(column))
    return _figures((sums[high] - sums[low]) / (last - first + 1))


def _place(prose_words: Column, words: Column) -> Columns:
    """Give where on the page a line stands, in lines and in words of prose, and how large the page is."""
    count, lines = len(words), np.arange(len(words))
    told, total = np.cumsum(prose_words, dtype=np.float64), max(float(prose_words.sum()), 1.0)
    return {
        "prose_told": _figures(told / total),
        "prose_told_before": _figures((told - prose_words) / total),
        "page_prose": _constant(np.log1p(total), count),
        "from_top": _figures(np.log1p(lines)),
        "from_end": _figures(np.log1p(count - lines)),
        "place": _figures(lines / count),
        "page_lines": _constant(np.log1p(count), count),
        "prose_share": _constant(prose_words.sum() / max(float(words.sum()), 1.0), count),
    }


def _block(features: Sequence[Feature], prose_words: Column, words: Column) -> Columns:
    """Give where a line stands to the run of lines in which prose outweighs everything else most."""
    start, end = body_block(features)
    count, lines = len(words), np.arange(len(words))
    told = np.cumsum(words, dtype=np.float64)
    total = max(float(prose_words.sum()), 1.0)
    return {
        "in_block": _figures((lines >= start) & (lines < end)),
        "from_block_start": _figures(np.clip(lines - start, -20, 40)),
        "from_block_end": _figures(np.clip(lines - end, -40, 20)),
        "block_lines": _constant(end - start, count),
        "block_prose": _constant(prose_words[start:end].sum() / total, count),
        "words_from_block_start": _figures(np.clip(told - (told[start - 1] if start else 0), -500, 2000)),
        "words_from_block_end": _figures(np.clip(told - (told[end - 1] if end else 0), -2000, 500)),
    }


def _sections(features: Sequence[Feature], section: Column, cue: Column, words: Column) -> Columns:
    """Give which heading a line stands under and how far below it."""
    above, below = _last(section > 0), _next(section > 0)
    lines, told = np.arange(len(words)), np.cumsum(words, dtype=np.float64)
    under = above >= 0
    distance = np.where(under, np.minimum(lines - above, 60), FAR)
    labels = {label: cue_column(features, label) for label in SECTIONS}
    return {
        "from_section": _figures(distance),
        "words_from_section": _figures(np.where(under, np.minimum(told - told[above], 1500), -1)),
        "to_section": _figures(np.where(below < len(words), np.minimum(below - lines, 60), FAR)),
        "sections_above": _figures(np.cumsum(section)),
        "cues_above": _figures(np.cumsum(cue) / len(words)),
        **{f"cue_{label}": flags for label, flags in labels.items()},
        **{f"under_{label}": _figures(under & (flags[above] > 0)) for label, flags in labels.items()},
    }


def _nearest(prose: NDArray[np.bool_]) -> Columns:
    """Give how many lines away prose stands above, below, on the nearer and on the farther side."""
    lines = np.arange(len(prose))
    last, following = _last(prose), _next(prose)
    above = np.where(last >= 0, np.minimum(lines - last, FAR), FAR)
    below = np.where(following < len(prose), np.minimum(following - lines, FAR), FAR)
    return {
        "prose_above": _figures(above),
        "prose_below": _figures(below),
        "prose_nearer": _figures(np.minimum(above, below)),
        "prose_farther": _figures(np.maximum(above, below)),
    }


def _last(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Give the number of the last flagged line above each; -1 where there is none."""
    numbers = np.where(flags, np.arange(len(flags)), -1)
    return np.concatenate([[-1], np.maximum.accumulate(numbers)[:-1]]).astype(np.int64)


def _next(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Give the number of the next flagged line below each; the page's length where there is none."""
    numbers = np.where(flags, np.arange(len(flags)), len(flags))
    return np.concatenate([np.minimum.accumulate(numbers[::-1])[::-1][1:], [len(flags)]]).astype(np.int64)


def _figures(values: NDArray[np.generic]) -> Column:
    return values.astype(np.float32)


def _constant(value: float, count: int) -> Column:
    return np.full(count, value, dtype=np.float32)
