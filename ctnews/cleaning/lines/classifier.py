"""Classifier: how sure it is of every line of a page that it belongs to the body.

Gradient-boosted trees over what a line looks like and what stands around it, after the measurements of web page
cleaning on lines of text; `ctnews/models/NOTICE` names what they were trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from ctnews.cleaning.lines.features import Feature
from ctnews.cleaning.lines.shapes import Columns, shapes
from ctnews.cleaning.lines.surroundings import surroundings
from ctnews.cleaning.lines.trees import Trees

MODEL = "lines.npz"

TWICE = 0.5
"""From this share of a page's prose on that it tells again, it tells its body twice."""


def body_probabilities(raw: str, features: Sequence[Feature]) -> NDArray[np.float64]:
    """Give the probability of every line of a raw text that it belongs to the body; 0 in a second telling."""
    chances, once = np.zeros(len(features)), told_once(features)
    if once:
        model = _model()
        columns = describe_page(raw, [features[number] for number in once])
        chances[once] = model.probabilities(np.column_stack([columns[str(name)] for name in model.columns]))
    return chances


def told_once(features: Sequence[Feature]) -> list[int]:
    """Give the numbers of the lines that count: all, or of a page that tells its body twice the first telling."""
    again = {number for number, feature in enumerate(features) if feature.repeated and feature.prose}
    words = sum(features[number].words for number in again)
    told = sum(feature.words for feature in features if feature.prose and not feature.repeated)
    return [number for number in range(len(features)) if number not in again or words < TWICE * told]


def describe_page(raw: str, features: Sequence[Feature]) -> Columns:
    """Give all figures of every line by their names: its own and those of its surroundings."""
    alone = shapes(raw, features)
    return alone | surroundings(features, alone)


@cache
def _model() -> Trees:
    with resources.as_file(resources.files("ctnews") / "models" / MODEL) as path:
        return Trees.load(path)
