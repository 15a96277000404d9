"""Tells the language of a body, offline; Indonesian and Malay, which are close, by words that only one of them uses."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ctnews import lexicon

if TYPE_CHECKING:
    from lingua import LanguageDetector

SAMPLE = 1000  # characters of a body that tell its language
CLOSE_SAMPLE = 3000  # characters that tell two close languages apart
CLOSE = ("id", "ms")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def detect_language(text: str) -> str | None:
    """Give the ISO 639-1 code of a text's language, or None for a text that shows none.

    >>> detect_language("Kedua menteri bertemu di Jakarta karena kerja sama itu penting.")
    'id'
    """
    found = _detector().detect_language_of(text[:SAMPLE])
    if found is None:
        return None
    code = found.iso_code_639_1.name.lower()
    return _closer(text[:CLOSE_SAMPLE], code) if code in CLOSE else code


def _closer(text: str, otherwise: str) -> str:
    """Tell Indonesian from Malay by counting the words that only one of them uses."""
    folded = f" {' '.join(word.casefold() for word in _WORD.findall(text))} "
    counts = {code: sum(folded.count(f" {word} ") for word in _own_words(code)) for code in CLOSE}
    best = max(CLOSE, key=lambda code: counts[code])
    return best if len(set(counts.values())) > 1 else otherwise


@cache
def _own_words(code: str) -> tuple[str, ...]:
    return tuple(row["word"].casefold() for row in lexicon.table(f"{code}/language_words"))


@cache
def _detector() -> LanguageDetector:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, row["code"].upper()) for row in lexicon.table("world/detected_languages")]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()
