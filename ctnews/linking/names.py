"""Compares the names of persons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from ctnews import lexicon
from ctnews.linking.spellings import joined_pairs, known_form, sound, spelt, split_prefixes, without_ranks
from ctnews.linking.words import Words, fold

FUZZY_LETTERS = 5  # shorter words are too often names of their own: "Wang Yi", "Wang Li"
SHORT_LETTERS = 4
DROPPED_LETTERS = 8  # words so long may lack a consonant by a slip
CHANGED_LETTERS = 9  # words so long may have another one
LOOSE_RATIO = 60
WORDS_AROUND = 2  # so many words must be the same beside a short one that has a letter more
MEMORY = 1 << 18

_DEGREE = re.compile(r"\b(\w)\.(?=\w{2}\b)|\b(\w{2})\.(?=\w\b)")  # M.Si, Ph.D
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_VOWELS = re.compile(r"[aeiouy]+")


class NameMatch(IntEnum):
    """How well two names agree; what lies between NONE and SPELT needs other evidence too."""

    NONE = 0
    SINGLE = 1  # one is a single word of the other
    TAIL = 2  # one has all words of the other and another before them, as a son's name may
    SUBSET = 3  # one has all words of the other and more
    LOOSE = 4  # vowels, a slip in a long word, one letter of a short word, or initials
    SURE = 5  # the same consonants, and vowels that sound alike
    SPELT = 6  # forms of one name, and ways to write the same letters
    SAME = 7


REASONS = {
    NameMatch.SINGLE: "one word of the fuller name",
    NameMatch.TAIL: "the last words of the fuller name",
    NameMatch.SUBSET: "all words of the fuller name",
    NameMatch.LOOSE: "a slip, other vowels or initials",
    NameMatch.SURE: "vowels that sound alike",
    NameMatch.SPELT: "forms or spellings of the same words",
    NameMatch.SAME: "the same words",
}


@cache
def name_words(name: str) -> Words:
    """Give the words of a name in lower-case ASCII, without ranks, titles and degrees.

    >>> name_words("Lt. Gen. K. C. Singh, Ph.D.")
    ('k', 'c', 'singh')
    """
    before, _, after = _DEGREE.sub(r"\1\2", name).partition(",")
    words = fold(before if len(fold(before).split()) > 1 else f"{before} {after}").split()
    kept = tuple(word for word in without_ranks(words) if word not in _noise())
    return kept or tuple(words)


@cache
def name_spellings(name: str) -> frozenset[Words]:
    """Give the words of a name, umlauts both as plain letters and written out."""
    return frozenset({name_words(name), name_words(name.translate(_UMLAUTS))})


@lru_cache(MEMORY)
def compare_names(one: Words, other: Words, country: str = "") -> NameMatch:
    """Tell how well two names agree, by what the names of a country are written like.

    >>> compare_names(("sergei", "lavrov"), ("sergey", "lavrov")).name
    'SPELT'
    >>> compare_names(("wang", "yi"), ("wang", "li")).name
    'NONE'
    """
    if not one or not other:
        return NameMatch.NONE
    if one == other or "".join(one) == "".join(other):
        return NameMatch.SAME
    if sorted(one) == sorted(other):  # where all are first names, the order tells
        return NameMatch.NONE if all(map(known_form, one)) else NameMatch.SAME
    if min(len(one), len(other)) == 1:
        return _compare_single(one, other, country)
    return max(_compare_words(a, b, country) for a, b in _ways(one, other))


def _ways(one: Words, other: Words) -> Iterator[tuple[Words, Words]]:
    """Give the two names as they stand, with prefixes parted, and with two words written in one."""
    yield one, other
    parted = split_prefixes(one), split_prefixes(other)
    if parted != (one, other):
        yield parted
    if len(one) > len(other):
        yield from ((joined, other) for joined in joined_pairs(one) if len(joined) > 1)
    elif len(other) > len(one):
        yield from ((one, joined) for joined in joined_pairs(other) if len(joined) > 1)


def _compare_single(one: Words, other: Words, country: str) -> NameMatch:
    if len(one) == len(other):
        return NameMatch.SPELT if _compare(one[0], other[0], country) is NameMatch.SPELT else NameMatch.NONE
    (short,), long = sorted((one, other), key=len)
    return NameMatch.SINGLE if len(short) > 2 and short in long else NameMatch.NONE


def _compare_words(one: Words, other: Words, country: str) -> NameMatch:
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    rest, left = _without_common(short, long)
    if rest and (_are_initials(rest, left) or _are_initials(left, rest)):
        return NameMatch.LOOSE
    weakest = NameMatch.SPELT
    for word in rest:
        match, best = _best(word, left, country)
        if not _enough(match, word, best, country, len(rest), len(short)):
            return NameMatch.NONE
        weakest = min(weakest, match)
        left.remove(best)
    if all(len(word) == 1 for word in left):
        return weakest
    return min(weakest, NameMatch.TAIL if long[0] in left else NameMatch.SUBSET)


def _best(word: str, others: list[str], country: str) -> tuple[NameMatch, str]:
    return max(((_compare(word, other, country), other) for other in others), default=(NameMatch.NONE, ""))


def _enough(match: NameMatch, one: str, other: str, country: str, changed: int, words: int) -> bool:
    """A short word may have a letter of its own only where all other words, two or more, are the same."""
    if 1 in (len(one), len(other)):
        return match is NameMatch.LOOSE
    if match is NameMatch.LOOSE and _is_short(one, other) and spelt(one, country) != spelt(other, country):
        return changed == 1 and words > WORDS_AROUND
    return match is not NameMatch.NONE


def _are_initials(short: list[str], long: list[str]) -> bool:
    """Tell whether all of `short` are initials of words of `long`: K D or KD, Krishan Dev."""
    letters, firsts = "".join(short), "".join(word[0] for word in long)
    if not long or max(map(len, long)) == 1:
        return False
    if max(map(len, short)) == 1 or (len(short) == 1 and not _VOWELS.search(letters)):
        return letters[: len(firsts)] == firsts[: len(letters)]
    return letters == firsts and len(letters) > 1


@lru_cache(MEMORY)
def _compare(one: str, other: str, country: str) -> NameMatch:
    if 1 in (len(one), len(other)):
        return NameMatch.LOOSE if one[0] == other[0] else NameMatch.NONE
    known = {known_form(one, country), known_form(other, country)} - {None}
    if known_form(one, country) and known_form(other, country):
        return NameMatch.SPELT if len(known) == 1 else NameMatch.NONE
    if spelt(one, country) == spelt(other, country) and min(len(one), len(other)) >= SHORT_LETTERS:
        return NameMatch.LOOSE if _is_short(one, other) else NameMatch.SPELT
    if _is_short(one, other):
        one_letter_more = len(one) != len(other) and OSA.distance(one, other) == 1 and one[0] == other[0]
        enough = min(len(one), len(other)) >= SHORT_LETTERS
        return NameMatch.LOOSE if enough and one_letter_more and not _feminine(one, other) else NameMatch.NONE
    if _feminine(one, other):
        return NameMatch.NONE
    ours, theirs = sound(one, country), sound(other, country)
    if ours == theirs:
        return NameMatch.SURE
    slip = OSA.distance(ours, theirs) == 1 and min(len(one), len(other)) >= _letters_for(ours, theirs)
    return NameMatch.LOOSE if slip or (not known and _other_vowels(ours, theirs)) else NameMatch.NONE


def _other_vowels(one: str, other: str) -> bool:
    """Tell whether two words differ in nothing but vowels that stand at the same places."""
    return _VOWELS.sub("a", one) == _VOWELS.sub("a", other) and fuzz.ratio(one, other) >= LOOSE_RATIO


def _letters_for(one: str, other: str) -> int:
    """Give how long two words must be that differ by one letter to be one word with a slip."""
    if len(one) == len(other):
        return CHANGED_LETTERS
    vowel_more = _VOWELS.sub("", one) == _VOWELS.sub("", other)
    return FUZZY_LETTERS if vowel_more else DROPPED_LETTERS


def _feminine(one: str, other: str) -> bool:
    """Tell whether two words differ as a man's and a woman's name do: Mario and Maria, Ivanov and Ivanova."""
    man, woman = sorted((one, other), key=lambda word: (len(word), word[-1:] == "a"))
    return woman == man + "a" or (len(one) == len(other) and man[:-1] == woman[:-1] and man[-1:] + woman[-1:] == "oa")


def _is_short(one: str, other: str) -> bool:
    return min(len(one), len(other)) < FUZZY_LETTERS


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
