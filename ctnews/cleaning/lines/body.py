"""Body: which lines of a page belong to the body, once it is known how likely each does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ctnews.cleaning.lines.features import Feature

SURE = 0.5
"""From this probability on a line is body on any page."""

LENIENCE = 0.2
"""How much lower that is where a whole page is body; both balance precision and recall of the bodies."""

BESIDE_BODY = 0.3
"""From this probability on prose next to body is body."""

SURE_BELOW_A_HEADING = 0.85
"""What is asked of a line below a heading such as "Related articles", once the larger part of the body is told."""

OTHER_PARTS = frozenset({"related", "popular", "comment_form"})

Likely = NDArray[np.float64]
Flags = NDArray[np.bool_]


def body_lines(features: Sequence[Feature], likely: Likely) -> list[bool]:
    """Tell which lines are body; `likely` is the probability of each."""
    if not features:
        return []
    body = _with_prose_beside(features, likely, _likely_enough(features, likely))
    body = _above_other_parts(features, likely, body)
    return [bool(kept) for kept in _between_sentences(features, body)]


def _likely_enough(features: Sequence[Feature], likely: Likely) -> Flags:
    """Tell which lines are sure enough: where little of a page frames its body, less is asked of a line."""
    words = _words(features) * [not feature.repeated for feature in features]
    body = float(words[likely >= SURE].sum()) / max(float(words.sum()), 1.0)
    return np.asarray(likely >= SURE - LENIENCE * body)


def _with_prose_beside(features: Sequence[Feature], likely: Likely, body: Flags) -> Flags:
    """Add the prose that stands next to body and may be body too."""
    joined = body.copy()
    may_be = [f.prose and not f.cue and chance >= BESIDE_BODY for f, chance in zip(features, likely, strict=True)]
    for lines in (range(1, len(features)), range(len(features) - 2, -1, -1)):
        for number in lines:
            joined[number] |= may_be[number] and joined[number - lines.step]
    return joined


def _above_other_parts(features: Sequence[Feature], likely: Likely, body: Flags) -> Flags:
    """Take out what stands below the first heading of another part that has most of the body above it."""
    told = np.cumsum(_words(features) * body)
    for number, feature in enumerate(features):
        if _opens_other_part(feature) and 0 < told[number] >= told[-1] - told[number]:
            below = np.arange(len(features)) > number
            return np.asarray(body & (~below | (likely >= SURE_BELOW_A_HEADING)))
    return body


def _opens_other_part(feature: Feature) -> bool:
    cue = feature.cue
    return cue is not None and cue.scope == "section" and cue.label in OTHER_PARTS


def _between_sentences(features: Sequence[Feature], body: Flags) -> Flags:
    """Let the body begin and end with a sentence, or end with the list that a colon announces.

    A title right above it is none, nor are the headlines of other articles right below.
    """
    sentences = [n for n, likely in enumerate(body) if likely and (features[n].prose or features[n].finished)]
    announcing = [n for n, likely in enumerate(body) if likely and features[n].line.plain.endswith(":")]
    if not sentences:
        return body
    first, last = sentences[0], sentences[-1]
    if announcing and announcing[-1] >= last:
        last = len(features)
    lines = np.arange(len(features))
    return np.asarray(body & (lines >= first) & (lines <= last))


def _words(features: Sequence[Feature]) -> NDArray[np.float64]:
    return np.array([feature.words for feature in features], dtype=np.float64)
