"""Tells the language of a body, offline.

English, Indonesian and Malay, and the languages that look like them, are told by their function words; Indonesian
and Malay, which share those, by words that only one of them uses; the world's other languages by their script or by
lingua, which is loaded only when one of them turns up.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from ctnews import lexicon

if TYPE_CHECKING:
    from lingua import LanguageDetector

SAMPLE = 6000  # characters of a body that tell its language
LINGUA_SAMPLE = 1500  # characters that lingua is asked for
CLOSE = ("id", "ms")
SURE_SHARE = 0.14  # share of a text's words that are function words of its language
LEAST_SHARE = 0.04  # a text with fewer is not in the language, whatever its letters look like
AHEAD = 1.3  # so many times more function words than of any other language
MOST_PHRASE_WORDS = 3
MOST_TIMES = 2  # a name that an article keeps naming says no more of its language
CLEAR_POINTS = 2  # points that Malay needs ahead: Indonesian uses its weaker words at times

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def detect_language(text: str) -> str | None:
    """Give the code, ISO 639-1 where there is one, of a text's language, or None for a text that shows none.

    >>> detect_language("Kedua menteri bertemu di Jakarta karena kerja sama itu penting.")
    'id'
    """
    text = text[:SAMPLE]
    script = _script(text)
    if script and script != "LATIN":
        return _script_languages().get(script) or _asked(text)
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    shares = _shares(words)
    best = max(shares, key=lambda code: shares[code])
    if shares[best] >= SURE_SHARE and _is_ahead(best, shares):
        return _closer(words) if best in CLOSE else best
    return _weighed(text, words, shares, best)


def is_written_in(text: str, lang: str) -> bool:
    """Tell whether a text has the function words of a language, quickly; false for a language without a list.

    >>> is_written_in("Both sides agreed to meet in the autumn.", "en")
    True
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    known = _function_words().get(lang, frozenset())
    return sum(word in known for word in words) >= SURE_SHARE * max(len(words), 1)


def language_name(code: str | None) -> str:
    """Give a language's English name.

    >>> language_name("jv"), language_name(None)
    ('Javanese', 'an unknown language')
    """
    return _names().get(code or "", code or "an unknown language")


def _weighed(text: str, words: list[str], shares: Mapping[str, float], best: str) -> str | None:
    """Weigh what lingua says against the function words, where those are few or of several languages."""
    asked = _asked(text)
    known = {"en", *CLOSE}
    if asked in known and shares[asked] < LEAST_SHARE <= shares[best]:
        asked = best
    if asked not in known and best not in known and shares[best] >= SURE_SHARE:
        return best
    return _closer(words, asked) if asked in CLOSE else asked


def _is_ahead(best: str, shares: Mapping[str, float]) -> bool:
    others = [share for code, share in shares.items() if code != best and not {code, best} <= set(CLOSE)]
    return shares[best] >= AHEAD * max(others, default=0.0)


def _shares(words: list[str]) -> dict[str, float]:
    """Give for each language the share of words that are function words of it."""
    counts = Counter(words)
    total = max(len(words), 1)
    return {
        code: sum(count for word, count in counts.items() if word in known) / total
        for code, known in _function_words().items()
    }


def _closer(words: list[str], otherwise: str | None = None) -> str:
    """Tell Indonesian from Malay by the words that only one of them uses."""
    points = dict.fromkeys(CLOSE, 0)
    for phrase, times in Counter(_phrases(words)).items():
        count = min(times, MOST_TIMES)
        for code in CLOSE:
            points[code] += _own_words(code).get(phrase, 0) * count
        points["id"] += count if phrase.endswith("itas") else 0
        points["ms"] += count if phrase.endswith("iti") else 0
    if points["id"] == points["ms"] and otherwise:
        return otherwise
    return "ms" if points["ms"] >= points["id"] + CLEAR_POINTS else "id"


def _phrases(words: list[str]) -> Iterable[str]:
    for length in range(1, MOST_PHRASE_WORDS + 1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _script(text: str) -> str | None:
    """Give the script that most of a text's letters belong to; syllables of Japanese tell it from Chinese."""
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return None
    if text.isascii():
        return "LATIN"
    latin = sum(character < "\u0250" or "\u1e00" <= character <= "\u1eff" for character in letters)
    if 2 * latin > len(letters):
        return "LATIN"
    scripts = Counter(unicodedata.name(character, "?").split()[0].split("-")[0] for character in letters)
    del scripts["LATIN"]
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    return "HIRAGANA" if kana * 10 > len(letters) else scripts.most_common(1)[0][0]


def _asked(text: str) -> str | None:
    found = _detector().detect_language_of(text[:LINGUA_SAMPLE])
    return found.iso_code_639_1.name.lower() if found else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    own = {code: lexicon.optional_table(f"{code}/function_words") for code in lexicon.languages()}
    known = {code: frozenset(w for row in rows for w in lexicon.values(row["text"])) for code, rows in own.items()}
    others = lexicon.table("world/neighbour_languages")
    return known | {row["code"]: frozenset(lexicon.values(row["text"])) for row in others}


@cache
def _own_words(code: str) -> dict[str, int]:
    rows = lexicon.table(f"{code}/language_words")
    return {word: int(row["weight"]) for row in rows for word in lexicon.values(row["text"])}


@cache
def _script_languages() -> dict[str, str]:
    return {row["script"]: row["code"] for row in lexicon.table("world/script_languages")}


@cache
def _names() -> dict[str, str]:
    tables = ("detected_languages", "neighbour_languages", "script_languages")
    return {row["code"]: row["name"] for name in tables for row in lexicon.table(f"world/{name}")}


@cache
def _detector() -> LanguageDetector:
    """Load lingua with trigrams alone: 40 MB for all these languages, where all its models take 600."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, row["code"].upper()) for row in lexicon.table("world/detected_languages")]
    builder = LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    return builder.with_low_accuracy_mode().build()
