"""Compares the names of persons."""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from ctnews import lexicon
from ctnews.linking.words import Words, fold

FUZZY_LETTERS = 5  # shorter words are too often names of their own: "Wang Yi", "Wang Li"
SHORT_LETTERS = 4
SURE_RATIO = 88
LOOSE_RATIO = 70

_INITIALS = re.compile(r"\b(\w)\.\s*(?=\w\.)|\b(\w{1,2})\.(?=\w{1,2}\b)")  # K. C., Ph.D, M.Si
_DIGRAPHS = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("y", "i"))


class NameMatch(IntEnum):
    """How well two names agree; what lies between NONE and SURE needs other evidence too."""

    NONE = 0
    SINGLE = 1  # one is a single word of the other
    SUBSET = 2  # one has all words of the other and more
    LOOSE = 3  # a vowel, one letter of a short word, or initials
    SURE = 4  # spelling variants
    SAME = 5


@cache
def name_words(name: str) -> Words:
    """Give the words of a name in lower-case ASCII, without titles and degrees.

    >>> name_words("Dr. K. C. Singh, Ph.D.")
    ('kc', 'singh')
    """
    words = fold(_INITIALS.sub(r"\1\2", name)).split()
    kept = tuple(word for word in words if word not in _noise())
    return kept or tuple(words)


@cache
def skeleton(word: str) -> str:
    """Give the first letter and the consonants that spellings of a name keep.

    >>> skeleton("muhammad") == skeleton("mohamed")
    True
    """
    plain = _respelt(word)
    return plain[:1] + re.sub(r"[aeiouw]", "", plain[1:]).replace("q", "k").replace("z", "s")


def compare_names(one: Words, other: Words) -> NameMatch:
    """Tell how well two names agree.

    >>> compare_names(("sergei", "lavrov"), ("sergey", "lavrov")).name
    'SURE'
    >>> compare_names(("wang", "yi"), ("wang", "li")).name
    'NONE'
    """
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    if not short:
        return NameMatch.NONE
    if sorted(short) == sorted(long) or "".join(short) == "".join(long):
        return NameMatch.SAME
    if len(short) == 1:
        return NameMatch.SINGLE if short[0] in long and len(short[0]) > 2 else NameMatch.NONE
    return _compare_rest(*_without_common(short, long))


def _compare_rest(short: list[str], long: list[str]) -> NameMatch:
    if short and "".join(short) == "".join(word[0] for word in long):
        return NameMatch.LOOSE
    weakest, changed, rest = NameMatch.SURE, len(short), list(long)
    for word in short:
        match, best = max(((_compare_words(word, other), other) for other in rest), default=(NameMatch.NONE, ""))
        if match is NameMatch.NONE or (_is_short(word, best) and changed > 1):
            return NameMatch.NONE
        weakest = min(weakest, match)
        rest.remove(best)
    return weakest if all(len(word) == 1 for word in rest) else min(weakest, NameMatch.SUBSET)


def _compare_words(one: str, other: str) -> NameMatch:
    respelt = _respelt(one) == _respelt(other)
    if _is_short(one, other):
        one_letter_more = len(one) != len(other) and Levenshtein.distance(one, other) == 1 and one[0] == other[0]
        enough = min(len(one), len(other)) >= SHORT_LETTERS
        return NameMatch.LOOSE if enough and (respelt or one_letter_more) else NameMatch.NONE
    ratio = fuzz.ratio(one, other)
    if respelt or ratio >= SURE_RATIO:
        return NameMatch.SURE
    return NameMatch.LOOSE if skeleton(one) == skeleton(other) and ratio >= LOOSE_RATIO else NameMatch.NONE


def _is_short(one: str, other: str) -> bool:
    return min(len(one), len(other)) < FUZZY_LETTERS


@cache
def _respelt(word: str) -> str:
    """Undo what romanisations differ in: oe/u, dj/j, tj/c, y/i, a silent h, doubled letters."""
    for spelling, modern in _DIGRAPHS:
        word = word.replace(spelling, modern)
    return re.sub(r"(.)\1+", r"\1", word[:1] + word[1:].replace("h", ""))


def _without_common(short: Words, long: Words) -> tuple[list[str], list[str]]:
    common = Counter(short) & Counter(long)
    return _minus(short, common), _minus(long, common)


def _minus(words: Words, common: Counter[str]) -> list[str]:
    left, rest = Counter(common), []
    for word in words:
        if left[word]:
            left[word] -= 1
        else:
            rest.append(word)
    return rest


@cache
def _noise() -> frozenset[str]:
    tables = (lexicon.optional_table(f"{language}/name_noise") for language in lexicon.languages())
    return frozenset(fold(word) for rows in tables for row in rows for word in lexicon.values(row["words"]))
