"""What is known of series in general, to which a series' own history is shrunk.

The means of the gaps of comparable series are log-normal around a common centre, their irregularities likewise.
Series of two sides and of more are fitted each with a centre of its own and the rest in common, by the greatest
marginal likelihood, with a weak prior on top: about a year, within a factor of two.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from scipy.special import logsumexp

from ctnews import lexicon
from ctnews.cadence.history import Gap
from ctnews.cadence.renewal import Floats, cells, log_likelihood

TWO_SIDED, MANY_SIDED = "two-sided", "many-sided"
_SIDES = (TWO_SIDED, MANY_SIDED)

# Centre and spread of the weak prior: log mean of the gaps, and logs of the other three figures.
_CENTRE = (math.log(365), math.log(2))
_REST = (math.log(0.4), 0.5)
_STEP = 0.05
_SIDES_APART = 0.4  # how far the centres of the two kinds of series may lie apart


@dataclass(frozen=True, slots=True)
class Prior:
    """Comparable series: log mean days of a gap, log irregularity, and how each differs between series."""

    centre: float
    between: float
    irregularity: float
    irregularity_between: float

    def log_weights(self) -> Floats:
        """Give the log share of series that lie in each cell.

        >>> round(float(np.exp(Prior(6.0, 0.4, -1.0, 0.3).log_weights()).sum()), 6)
        1.0
        """
        means, irregularities = cells()
        far = ((np.log(means) - self.centre) / self.between) ** 2
        loose = ((np.log(irregularities) - self.irregularity) / self.irregularity_between) ** 2
        return _normalised(-0.5 * (far + loose))


class Series(NamedTuple):
    """A series to fit to: its sides, its counted gaps, and the days since its last meeting if none was held since."""

    sides: str
    gaps: Sequence[Gap]
    open_days: float = 0.0


def comparable(parties: Sequence[str]) -> str:
    """Tell with which series one of these parties is compared: two sides meet less often than bodies do.

    >>> comparable(["ID", "VN"]), comparable(["ASEAN"])
    ('two-sided', 'many-sided')
    """
    return TWO_SIDED if len(set(parties)) == len(_SIDES) else MANY_SIDED


def pooled_prior(sides: str) -> Prior:
    """Give the prior of table `world/cadence_prior` for series of two sides or of more."""
    row = next(row for row in lexicon.table("world/cadence_prior") if row["name"] == sides)
    return Prior(*(float(row[name]) for name in ("centre", "between", "irregularity", "irregularity_between")))


def fit_priors(series: Sequence[Series]) -> Mapping[str, Prior]:
    """Fit the priors of two-sided and of many-sided series to the gaps of many; few make them wide."""
    from scipy.optimize import minimize  # slow to import, and needed for fitting alone

    told = [(_SIDES.index(one.sides), log_likelihood(usable(one.gaps), one.open_days)) for one in series]
    start = np.array([_CENTRE[0], _CENTRE[0], *[_REST[0]] * 3])
    found = minimize(_badness, start, args=(told,), method="L-BFGS-B").x
    return {
        sides: _widened(_prior(found, place), _uncertainty(found, place, told)) for place, sides in enumerate(_SIDES)
    }


def usable(gaps: Sequence[Gap]) -> list[tuple[Floats, int]]:
    """Give the possible lengths and the jump of the gaps whose jump is known."""
    return [(np.array(gap.possible), gap.jump) for gap in gaps if gap.jump is not None]


def _widened(prior: Prior, error: float) -> Prior:
    """Count what is not known of the centre as a difference between series."""
    return replace(prior, between=math.hypot(prior.between, error))


def _uncertainty(figures: Floats, place: int, told: Sequence[tuple[int, Floats]]) -> float:
    """Give the standard error of a centre, by the curvature of the marginal likelihood there."""
    step = np.zeros(len(figures))
    step[place] = _STEP
    around = [_badness(figures + sign * step, told) for sign in (-1, 0, 1)]
    curvature = (around[0] - 2 * around[1] + around[2]) / _STEP**2
    return 1 / math.sqrt(max(curvature, 1 / _CENTRE[1] ** 2))


def _prior(figures: Floats, place: int) -> Prior:
    between, irregularity, irregularity_between = (float(figure) for figure in figures[2:])
    return Prior(float(figures[place]), float(np.exp(between)), irregularity, float(np.exp(irregularity_between)))


def _badness(figures: Floats, told: Sequence[tuple[int, Floats]]) -> float:
    weights = [_prior(figures, place).log_weights() for place in range(len(_SIDES))]
    fit = sum(float(logsumexp(likelihood + weights[place])) for place, likelihood in told)
    strain = [(figures[0] - _CENTRE[0]) / _CENTRE[1], (figures[1] - figures[0]) / _SIDES_APART]
    strain += [(figure - _REST[0]) / _REST[1] for figure in figures[2:]]
    return 0.5 * float(np.square(strain).sum()) - fit


def _normalised(logs: Floats) -> Floats:
    normalised: Floats = logs - logsumexp(logs)
    return normalised
