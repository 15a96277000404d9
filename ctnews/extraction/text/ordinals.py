"""Finds ordinal numbers: "second", "19th", "ke-2", "pertama"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ctnews import lexicon
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import PhraseIndex
from ctnews.extraction.text.tokens import Span

Ordinal = tuple[Span, int, str]

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def find_ordinals(text: str, *, lang: str) -> list[Ordinal]:
    """Give span, number and side for each: `side` tells where it stands by what it counts.

    It stands before it, somewhere after it, or right behind it (a plain number: "round four").

    >>> find_ordinals("the second round, not round four", lang="en")
    [((4, 10), 2, 'before'), ((28, 32), 4, 'right')]
    >>> find_ordinals("the XIV Meeting", lang="en")
    [((4, 7), 14, 'before')]
    """
    found = [((match.start, match.end), *match.payload) for match in _index(lang).find(text)]
    for pattern, side in _patterns(lang):
        found += [(figure.span(), _number(figure.group(1)), side) for figure in pattern.finditer(text)]
    return sorted(found)


def _number(figures: str) -> int:
    """Give the value of Arabic or Roman figures."""
    if figures.isdigit():
        return int(figures)
    values = [ROMAN[letter] for letter in figures]
    return sum(-one if one < other else one for one, other in pairwise([*values, 0]))


@cache
def _index(lang: str) -> PhraseIndex[tuple[int, str]]:
    rows = [
        (phrase, (int(row["number"]), row["side"]))
        for code in vocabulary.chain(lang)
        for row in lexicon.optional_table(f"{code}/ordinals")
        for phrase in lexicon.values(row["phrase"])
    ]
    return PhraseIndex(rows, proper=False)


@cache
def _patterns(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    chain = vocabulary.chain(lang)
    rows = lexicon.table("world/ordinal_patterns")
    return tuple((re.compile(row["pattern"]), row["side"]) for row in rows if row["lang"] in chain)
