"""Finds ordinal numbers: "second", "19th", "ke-2", "pertama"."""

from __future__ import annotations

import re
from functools import cache

from ctnews import lexicon
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import PhraseIndex
from ctnews.extraction.text.tokens import Span

Ordinal = tuple[Span, int, str]


def find_ordinals(text: str, *, lang: str) -> list[Ordinal]:
    """Give span, number and side for each: `side` tells whether it stands before or after what it counts.

    >>> find_ordinals("the second round", lang="en")
    [((4, 10), 2, 'before')]
    """
    found = [((match.start, match.end), *match.payload) for match in _index(lang).find(text)]
    for pattern, side in _patterns(lang):
        found += [(figure.span(), int(figure.group(1)), side) for figure in pattern.finditer(text)]
    return sorted(found)


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
