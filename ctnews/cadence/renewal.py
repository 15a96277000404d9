"""The gaps of a series as a renewal process: each is drawn anew, from one law that the series keeps to.

The law is the inverse Gaussian (that of the time at which a drifting Brownian motion first reaches a mark),
known by its mean and its irregularity, the standard deviation as a share of the mean. The sum of n such gaps
follows it, too, so that a jump of n numbers is told exactly. Source of the law for recurrence times: M. V.
Matthews, W. L. Ellsworth, P. A. Reasenberg, "A Brownian model for recurrent earthquakes", BSSA 92 (2002).

What is not known of a series is summed over: every function answers for all `cells`, pairs of a mean and an
irregularity, at once.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_ndtr, ndtr

Floats = NDArray[np.float64]

SHORTEST, LONGEST = 30.0, 3650.0  # mean days of a gap
STEADIEST, LOOSEST = 0.08, 1.3  # irregularity
_MEANS, _IRREGULARITIES = 64, 14
_UNSEEN = 1e-300  # keeps a logarithm finite


@cache
def cells() -> tuple[Floats, Floats]:
    """Give the mean gap in days and the irregularity of every cell.

    >>> means, irregularities = cells()
    >>> len(means) == len(irregularities) == 64 * 14
    True
    """
    means = np.geomspace(SHORTEST, LONGEST, _MEANS)
    irregularities = np.geomspace(STEADIEST, LOOSEST, _IRREGULARITIES)
    pairs = np.meshgrid(means, irregularities, indexing="ij")
    return pairs[0].ravel(), pairs[1].ravel()


def log_density(days: Floats, jump: int) -> Floats:
    """Give, a row for each of `days` and a column a cell, the log density of `jump` gaps lasting so long together."""
    mean, shape = _law(jump)
    x = days[:, None]
    found: Floats = 0.5 * (np.log(shape / (2 * math.pi)) - 3 * np.log(x)) - shape * (x - mean) ** 2 / (2 * mean**2 * x)
    return found


def share_met(days: Floats) -> Floats:
    """Give, a row for each of `days` and a column a cell, the share of gaps that are no longer."""
    mean, shape = _law(1)
    x = np.maximum(days, _UNSEEN)[:, None]
    root = np.sqrt(shape / x)
    found: Floats = ndtr(root * (x / mean - 1)) + np.exp(2 * shape / mean + log_ndtr(-root * (x / mean + 1)))
    return np.minimum(found, 1.0)


def log_likelihood(gaps: list[tuple[Floats, int]], open_days: float = 0.0) -> Floats:
    """Give each cell's log likelihood of `gaps`, the lengths each can have had and its jump, and of the open one.

    The lengths that a gap can have had are equally likely: dates known by the month alone leave several.

    >>> told = log_likelihood([(np.array([365.0]), 1)] * 8)
    >>> round(float(cells()[0][told.argmax()] / 365), 1)
    1.0
    """
    total: Floats = np.zeros(len(cells()[0]))
    for lengths, jump in gaps:
        total += np.log(np.exp(log_density(lengths, jump)).mean(axis=0) + _UNSEEN)
    if open_days > 0:
        total += np.log(1 - share_met(np.array([open_days]))[0] + _UNSEEN)
    return total


def _law(jump: int) -> tuple[Floats, Floats]:
    """Give the mean and the shape of the sum of so many gaps."""
    means, irregularities = cells()
    return jump * means, jump**2 * means / irregularities**2
