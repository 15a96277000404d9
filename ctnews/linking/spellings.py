"""The spellings in which news write one word of a name: forms known, letters romanisations differ in, vowels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ctnews import lexicon
from ctnews.linking.words import Words, fold

PARTED_LETTERS = {"prefix": 3, "article": 5}  # of the rest of a word that begins so

_DOUBLED = re.compile(r"(.)\1+")
_SILENT_H = re.compile(r"(?<=[^aeiou])h|(?<=[aeiou])h(?=$|[^aeiou])")
_CLASSES = str.maketrans({"e": "i", "y": "i", "o": "u", "z": "s", "q": "k", "g": "k", "c": "s"})


@cache
def known_form(word: str, country: str = "") -> str | None:
    """Give the usual form of a word that a table of names has, or of a syllable of the country's names.

    >>> known_form("mohamed"), known_form("kyung", "KR"), known_form("lavrov")
    ('muhammad', 'gyeong', None)
    """
    return _syllables(country).get(word) or _forms().get(word)


@cache
def spelt(word: str, country: str = "") -> str:
    """Undo what romanisations differ in: oe/u, dj/j, kh/h, ye/e, y/i, silent h, doubled letters.

    >>> spelt("soekarno"), spelt("andreyev"), spelt("tjipto")
    ('sukarno', 'andriv', 'cipto')
    """
    plain = word
    for spelling, modern, countries in _spellings():
        if not countries or country in countries:
            plain = _replaced(plain, spelling, modern)
    plain = plain[:1] + _SILENT_H.sub("", plain)[1:] if plain[1:] else plain
    return _DOUBLED.sub(r"\1", plain)


@cache
def canonical(word: str, country: str = "") -> str:
    """Give one form for all spellings of a word that are surely one.

    >>> canonical("sergey") == canonical("serhiy"), canonical("andreev") == canonical("andreyev")
    (True, True)
    """
    return known_form(word, country) or spelt(word, country)


@cache
def sound(word: str, country: str = "") -> str:
    """Give the spelling with the vowels e, i, y and o, u as one each, and what consonants sound alike as one.

    >>> sound("morsi") == sound("mursy")
    True
    """
    return _DOUBLED.sub(r"\1", spelt(word, country).translate(_CLASSES))


@cache
def skeleton(word: str, country: str = "") -> str:
    """Give the first letter and the consonants that spellings of a name keep.

    >>> skeleton("muhammad") == skeleton("mohamed")
    True
    """
    plain = sound(known_form(word, country) or word, country)
    return plain[:1] + re.sub(r"[aiujwh]", "", plain[1:])


@cache
def split_prefixes(words: Words) -> Words:
    """Part the first half of names that are often written in one, and leave out articles.

    >>> split_prefixes(("abdelkader", "albusaidi"))
    ('abdel', 'kader', 'busaidi')
    """
    return tuple(part for word in words for part in _split(word))


def joined_pairs(words: Words) -> Iterator[Words]:
    """Give the names that come of writing two neighbouring words in one."""
    for at in range(len(words) - 1):
        yield (*words[:at], words[at] + words[at + 1], *words[at + 2 :])


def _split(word: str) -> Words:
    if word in _forms():
        return (word,)
    for prefix, kind in _prefixes():
        if word.startswith(prefix) and len(word) >= len(prefix) + PARTED_LETTERS[kind]:
            return (word[len(prefix) :],) if kind == "article" else (prefix, word[len(prefix) :])
    return (word,)


def _replaced(word: str, spelling: str, modern: str) -> str:
    if spelling.startswith("^"):
        return modern + word[len(spelling) - 1 :] if word.startswith(spelling[1:]) else word
    if spelling.endswith("$"):
        return word[: 1 - len(spelling)] + modern if word.endswith(spelling[:-1]) else word
    return word.replace(spelling, modern)


@cache
def _spellings() -> tuple[tuple[str, str, frozenset[str]], ...]:
    rows = lexicon.table("world/name_spellings")
    return tuple((row["spelling"], row["modern"], frozenset(lexicon.values(row["countries"]))) for row in rows)


@cache
def _forms() -> Mapping[str, str]:
    return {form: forms[0] for forms, kind in _known() if kind != "article" for form in forms}


def without_ranks(words: list[str]) -> list[str]:
    """Leave out ranks and titles of several words before a name, as long as two words of it stay.

    >>> without_ranks(["lieutenant", "general", "min", "aung", "hlaing"])
    ['min', 'aung', 'hlaing']
    """
    while True:
        length = next((n for n in range(4, 0, -1) if tuple(words[:n]) in _ranks()), 0)
        if not length or len(words) < length + 2:
            return words
        words = words[length:]


@cache
def _ranks() -> frozenset[Words]:
    tables = (lexicon.optional_table(f"{language}/titles") for language in lexicon.languages())
    rows = (
        (fold(phrase), row["kind"]) for table in tables for row in table for phrase in lexicon.values(row["phrase"])
    )
    return frozenset(tuple(phrase.split()) for phrase, kind in rows if kind == "rank" or " " in phrase)


@cache
def _prefixes() -> tuple[tuple[str, str], ...]:
    prefixes = ((form, kind) for forms, kind in _known() if kind in PARTED_LETTERS for form in forms)
    return tuple(sorted(prefixes, key=lambda prefix: (-len(prefix[0]), prefix)))


@cache
def _known() -> tuple[tuple[Words, str], ...]:
    rows = lexicon.table("world/name_forms")
    return tuple((tuple(fold(form) for form in lexicon.values(row["forms"])), row["kind"]) for row in rows)


@cache
def _syllables(country: str) -> Mapping[str, str]:
    rows = (row for row in lexicon.table("world/name_syllables") if country in lexicon.values(row["countries"]))
    return {form: forms[0] for forms in (lexicon.values(row["forms"]) for row in rows) for form in forms}
