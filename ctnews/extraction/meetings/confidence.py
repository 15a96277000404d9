"""How sure an account of a meeting is: a logistic score over what it tells, fitted to gold facts.

The weights stand in `lexicons/world/confidence.tsv`; `tests/bench/calibrate_confidence.py` fits them and prints how
many accounts of each confidence are right.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from functools import cache
from pathlib import Path

from ctnews import lexicon

TABLE = Path(lexicon.__file__).parent / "lexicons" / "world" / "confidence.tsv"
FEATURES = ("main", "day", "month", "undated", "city", "sides", "many", "number", "tellings", "named", "told", "loose")
MANY_SIDES, TELLINGS = 3, 4


def features(
    *,
    main: bool,
    granularity: str,
    city: str | None,
    parties: Collection[str],
    ordinal: int | None,
    tellings: int,
    uses: Collection[str],
) -> tuple[float, ...]:
    """Give the figures that the score weighs, in the order of `FEATURES`."""
    return tuple(
        float(value)
        for value in (
            main,
            granularity == "day",
            granularity == "month",
            granularity == "unknown",
            city is not None,
            len(parties) == 2,
            len(parties) >= MANY_SIDES,
            ordinal is not None,
            min(tellings, TELLINGS) - 1,
            "name" in uses,
            bool({"verb", "accord", "sign"} & set(uses)),
            set(uses) <= {"generic", "aspect"},
        )
    )


def confidence(figures: tuple[float, ...]) -> float:
    """Give the share of such accounts that are right in what they tell.

    >>> 0 < confidence((0.0,) * len(FEATURES)) < 1
    True
    """
    bias, *weights = _weights()
    score = bias + sum(weight * figure for weight, figure in zip(weights, figures, strict=True))
    return round(1 / (1 + math.exp(-score)), 2)


@cache
def _weights() -> tuple[float, ...]:
    told = {row["feature"]: float(row["weight"]) for row in lexicon.table("world/confidence")}
    return tuple(told[name] for name in ("bias", *FEATURES))
