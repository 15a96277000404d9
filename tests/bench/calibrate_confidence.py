"""Fits the confidence of an account of a meeting, so that of the accounts with .8 about 80 % are right.

Run as `python tests/bench/calibrate_confidence.py CASES... [--write]` with folders of articles and gold facts. An
account is right where the gold has its meeting and every field that the gold tells is as found: kind, days, city,
parties, status. A logistic regression over what the account tells; its weights go to
`ctnews/lexicons/world/confidence.tsv`. Printed is how many of the accounts of each band are right, each judged by
weights that did not see its article (five folds over articles).
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

import ctnews as ct
from ctnews.extraction.meetings.confidence import FEATURES, TABLE, features
from ctnews.scoring.accounts import judge_accounts

BANDS = (0.0, 0.4, 0.6, 0.75, 0.9, 1.01)
FOLDS = 5
HEADER = """# title: Weights of what an account of a meeting tells for the confidence in it, a logistic score
# source: fitted by tests/bench/calibrate_confidence.py on the sample and on tests/cases and tests/fresh
# date: 2026-11-22
# licence: MIT
feature\tweight
"""


@dataclass(frozen=True)
class Example:
    """One account: its article, what it tells, and whether all of that is right."""

    article: str
    features: tuple[float, ...]
    right: bool


def main() -> None:
    """Print the calibration, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    examples = [example for folder in given.cases for example in examples_of(folder)]
    x, y = np.array([e.features for e in examples]), np.array([e.right for e in examples])
    predicted = cross_validated(x, y, [e.article for e in examples])
    print(f"{len(y)} accounts, {y.mean():.2f} right; expected calibration error {error(predicted, y):.3f}")
    for low, high in pairwise(BANDS):
        band = (predicted >= low) & (predicted < high)
        if band.any():
            print(
                f"  {low:.2f}-{min(high, 1):.2f}: {band.sum():4} accounts, said {predicted[band].mean():.2f}, right {y[band].mean():.2f}"
            )
    weights = fitted(x, y)
    for name, weight in zip(("bias", *FEATURES), weights, strict=True):
        print(f"  {name:12} {weight:+.2f}")
    if given.write:
        rows = (f"{name}\t{weight:.3f}\n" for name, weight in zip(("bias", *FEATURES), weights, strict=True))
        TABLE.write_text(HEADER + "".join(rows), encoding="utf-8")


def examples_of(folder: Path) -> list[Example]:
    """Build a study of a folder of cases and judge its accounts."""
    with tempfile.TemporaryDirectory() as temporary:
        study = ct.build_study(folder, Path(temporary) / "study")
        tellings = study.grounds[study.grounds["field"] == "kind"].groupby("fact_id").size()
        return [
            Example(row["article_id"], told_by(row, int(tellings.get(row["mention_id"], 1))), right)
            for row, right in judge_accounts(folder, study)
        ]


def told_by(row: Mapping[Any, Any], tellings: int) -> tuple[float, ...]:
    """Give the features of an account as the frame `meeting_mentions` has it."""
    city = row["city"] if isinstance(row["city"], str) else None
    ordinal = None if pd.isna(row["ordinal"]) else int(row["ordinal"])
    uses = {part.partition(":")[0] for part in row["rule"].split("+")}
    told = {"main": bool(row["main"]), "granularity": row["granularity"], "parties": list(row["parties"])}
    return features(**told, city=city, ordinal=ordinal, tellings=tellings, uses=uses)


def cross_validated(x: np.ndarray, y: np.ndarray, articles: list[str]) -> np.ndarray:
    """Give for each account the confidence by weights that did not see its article."""
    fold = {article: number % FOLDS for number, article in enumerate(sorted(set(articles)))}
    folds = np.array([fold[article] for article in articles])
    predicted = np.zeros(len(y))
    for number in range(FOLDS):
        held = folds == number
        weights = fitted(x[~held], y[~held])
        predicted[held] = 1 / (1 + np.exp(-(weights[0] + x[held] @ weights[1:])))
    return predicted


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Fit a logistic regression; gives the bias and the weights."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1.0, max_iter=1000).fit(x, y)
    return np.concatenate([model.intercept_, model.coef_[0]])


def error(predicted: np.ndarray, y: np.ndarray, bins: int = 10) -> float:
    """Give the expected calibration error over ten bins."""
    at = np.minimum((predicted * bins).astype(int), bins - 1)
    gaps = [
        abs(predicted[at == b].mean() - y[at == b].mean()) * (at == b).mean() for b in range(bins) if (at == b).any()
    ]
    return float(sum(gaps))


if __name__ == "__main__":
    main()
