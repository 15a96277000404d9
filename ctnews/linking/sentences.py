"""The sentences of an article's text, for what is said of a series outside the accounts of its meetings."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ctnews import lexicon

_END = re.compile(r"(?:[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9]))|\n+|\Z")
_LETTER = re.compile(r"(?:^|[\s.(])[A-Za-z]$")


class Sentence(NamedTuple):
    """A sentence and the offsets it stands at."""

    start: int
    end: int
    text: str


def sentences(text: str) -> list[Sentence]:
    """Give the sentences of a text in order; no dot after an abbreviation or a single letter ends one.

    >>> [told.text for told in sentences("The U.S. side met Dr. Lee. They meet every year.")]
    ['The U.S. side met Dr. Lee.', 'They meet every year.']
    """
    found, start = [], 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _abbreviated(text[start : match.start()]):
            continue
        piece = text[start : match.end()]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            found.append(Sentence(first, first + len(piece.strip()), piece.strip()))
        start = match.end()
    return found


def _abbreviated(before: str) -> bool:
    last = before.split()[-1:] or [""]
    return bool(_LETTER.search(before)) or last[0].strip("(\"“'") in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    tables = [lexicon.optional_table(f"{language}/abbreviations") for language in lexicon.languages()]
    return frozenset(row["abbreviation"].rstrip(".") for rows in tables for row in rows)
