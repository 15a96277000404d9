"""Where sentences begin, as far as dates need it: a stop in a date, a list's number or an abbreviation ends none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ctnews.dates.found import Found
from ctnews.dates.mention import DateMention
from ctnews.lexicon import optional_table

_STOP = re.compile(r"(?<!\n\d)(?<!\n\d\d)[.!?]['\"”’)]{0,3}\s+(?=[\"“'‘(]?[^\W_a-z])|\n+")
_LONGEST = 12


def sentence_starts(text: str, lang: str, dates: Sequence[tuple[DateMention, Found]]) -> list[int]:
    """Give the offsets at which sentences begin, the text's own start among them."""
    inside = {offset for mention, _ in dates for offset in range(mention.start, mention.end)}
    starts = [0]
    for stop in _STOP.finditer(text):
        last_word = text[max(0, stop.start() - _LONGEST) : stop.start()].rpartition(" ")[2]
        if stop.start() not in inside and last_word not in _abbreviations(lang):
            starts.append(stop.end())
    return starts


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in optional_table(f"{lang}/abbreviations"))
