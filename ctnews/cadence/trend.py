"""How far the gaps of a series differ, and whether they grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from math import factorial

import numpy as np

FEW = 4  # fewer gaps tell of no trend
CHANCE = 0.1  # a trend is one where so few orders of the gaps would look as much like one


def spread(gaps: Sequence[float]) -> float | None:
    """Give the days between the first and the third quartile of at least three gaps.

    >>> spread([300, 360, 420])
    60.0
    """
    if len(gaps) < FEW - 1:
        return None
    low, high = np.quantile(np.asarray(gaps, dtype=float), [0.25, 0.75])
    return float(high - low)


def trend(gaps: Sequence[float]) -> str | None:
    """Tell whether gaps are longer, shorter or show no trend, None for fewer than four.

    Kendall's test of each pair of gaps, in its exact form (M. G. Kendall, "A new measure of rank correlation",
    Biometrika 30, 1938).

    >>> trend([300, 340, 390, 500]), trend([300, 290, 310, 305])
    ('longer', 'none')
    """
    if len(gaps) < FEW:
        return None
    rising = sum((later > sooner) - (later < sooner) for sooner, later in combinations(gaps, 2))
    if _share_as_extreme(len(gaps), abs(rising)) > CHANCE:
        return "none"
    return "longer" if rising > 0 else "shorter"


@cache
def _share_as_extreme(size: int, score: int) -> float:
    """Give the share of the orders of so many gaps whose score is as far from 0, either way."""
    counts = Counter({0: 1})  # orders by their number of falling pairs
    for place in range(1, size):
        grown: Counter[int] = Counter()
        for falling, orders in counts.items():
            for more in range(place + 1):
                grown[falling + more] += orders
        counts = grown
    pairs = size * (size - 1) // 2
    extreme = sum(orders for falling, orders in counts.items() if abs(pairs - 2 * falling) >= score)
    return extreme / factorial(size)
