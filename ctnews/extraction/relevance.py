"""Tells how surely an article is about counter-terrorism cooperation between states, agencies or bodies."""

from __future__ import annotations

import math
from collections import Counter

from ctnews.extraction.text import vocabulary

# Weights of a logistic score over counts per 100 words, capped; chosen on the sample corpus.
BIAS, TERROR, COOPERATION, INCIDENT, PARTIES, ALONE = -2.4, 0.9, 0.55, -0.75, 1.0, -1.0
CAP = 5.0


def relevance(text: str, *, lang: str, n_parties: int) -> float:
    """Give a figure from 0 to 1: words of cooperation and several parties raise it, words of incidents lower it.

    >>> relevance("Both sides agreed on joint counter-terrorism training.", lang="en", n_parties=2) > 0.5
    True
    """
    counts = Counter(match.payload for match in vocabulary.index("relevance", lang).find(text))
    if not counts["terror"]:
        return 0.05
    hundreds = max(len(text.split()) / 100, 1.0)
    per_hundred = {kind: min(count / hundreds, CAP) for kind, count in counts.items()}
    score = (
        BIAS
        + TERROR * min(per_hundred.get("terror", 0.0), 2.0)
        + COOPERATION * per_hundred.get("cooperation", 0.0)
        + INCIDENT * per_hundred.get("incident", 0.0)
        + PARTIES * min(n_parties, 2)
        + ALONE * (n_parties == 0)
    )
    return round(1 / (1 + math.exp(-score)), 3)
