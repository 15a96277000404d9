"""Gluing: words and sentences that lost line breaks have run together are parted, where that is safe."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ctnews import lexicon

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,64}@\S+|(?<!\w)[@#]\w+|(?<![\w-])\w[\w-]{0,63}(?:\.[a-z]{2,6}){1,3}/\S*"
)
_SENTENCE = re.compile(r"(?:(?<=[^\W\d_A-Z])|(?<=[A-Z]{2})|(?<=[\d)%]))[.!?](?:(?=[A-Z][a-z])|([\"“”])(?=[A-Z]))")
_COMMA = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_]{2})")
_BRACKET = re.compile(r"(?<=[^\W\d_]{2})(?=\((?:[A-Z]{2}|[A-Z][a-z]+\s))|(?<=[^\W\d_]{2}\))(?=[^\W\d_]{3})")
_YEAR = re.compile(r"(?<!\d)(?<!\w)(?:19|20)\d\d(?=[A-Z][a-z]{2})")
_HUMP = re.compile(r"(?<!\w)([^\W\d_]?[^\W\d_A-Z]+)([A-Z][^\W\d_]+)(?!\w)")
_DAY = re.compile(r"(?<!\w)([A-Z][a-z]{4,8})([a-z]{2,})(?!\w)")
_TOKEN = re.compile(r"[^\W\d_]+")
_TOP_LEVEL = re.compile(r"(?:com|co|id|my|sg|bn|net|org|gov|go|info|tv|news|asia)\b", re.IGNORECASE)

SHORTEST = 2  # letters of a word that another may be glued to


def unglued(text: str) -> str:
    """Put blanks where lost line breaks have glued words together; addresses and names with humps are left alone.

    Sentences, commas, brackets and years are parted by their marks; two words in one only where each stands by
    itself elsewhere in the text, or is a function word or a day's name.

    >>> unglued('They agreed.Both sides met. See www.a.Be now')
    'They agreed. Both sides met. See www.a.Be now'
    >>> unglued("The meeting ended, and after the meetingThe two left; YouTube and McDonald did not.")
    'The meeting ended, and after the meeting The two left; YouTube and McDonald did not.'
    """
    kept = [match.span() for match in _ADDRESS.finditer(text)]
    cuts = sorted({cut for cut in _cuts(text) if not _inside(kept, cut)})
    return " ".join(text[one:other] for one, other in pairwise([0, *cuts, len(text)]))


def _inside(spans: Sequence[tuple[int, int]], cut: int) -> bool:
    """Tell whether a cut would part one of the spans, which are in order."""
    before = bisect_left(spans, (cut, 0)) - 1
    return before >= 0 and cut < spans[before][1]


def _cuts(text: str) -> Iterator[int]:
    marks = [match.start() for match in re.finditer('"', text)]
    for match in _SENTENCE.finditer(text):
        if not _TOP_LEVEL.match(text, match.end()):
            yield match.start(1) if _opens(match, marks) else match.end()
    for pattern in (_COMMA, _BRACKET, _YEAR):
        yield from (match.end() for match in pattern.finditer(text))
    yield from _between_words(text)


def _opens(match: re.Match[str], marks: Sequence[int]) -> bool:
    """Tell whether the quotation mark between two sentences opens the second one; `marks` are all straight ones."""
    return match[1] == "“" or (match[1] == '"' and bisect_left(marks, match.start(1)) % 2 == 0)


def _between_words(text: str) -> Iterator[int]:
    """Give where one word goes over into another that begins with a capital, or a day's name into a word."""
    humps = [match for match in _HUMP.finditer(text) if match[0] not in _names_with_humps()]
    days = [match for match in _DAY.finditer(text) if match[0].startswith(_days())]
    if not (humps or days):
        return
    words = frozenset(_TOKEN.findall(text))
    for match in humps:
        if _is_word(match[1], words) and _is_word(match[2], words):
            yield match.end(1)
    for match in days:
        day = next(day for day in _days() if match[0].startswith(day))
        if _is_word(match[0][len(day) :], words):
            yield match.start() + len(day)


def _is_word(word: str, words: frozenset[str]) -> bool:
    known = word in words or word.casefold() in words or word.casefold() in _function_words() or word in _days()
    return len(word) >= SHORTEST and known


@cache
def _function_words() -> frozenset[str]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/function_words")]
    return frozenset(word for row in rows for word in lexicon.values(row["text"]) if len(word) >= SHORTEST)


@cache
def _days() -> tuple[str, ...]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/weekdays")]
    return tuple(dict.fromkeys(row["name"] for row in rows))


@cache
def _names_with_humps() -> frozenset[str]:
    return frozenset(name for row in lexicon.table("world/humped_names") for name in lexicon.values(row["text"]))
