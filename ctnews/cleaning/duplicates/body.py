"""A body as it is compared: its words without case and accents, their runs, its sentences, what it names."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

RUN = 3  # words by which a pair is judged
LONG_RUN = 5  # words by which it is found: rarer by far
SENTENCE_WORDS = 8  # a sentence of fewer words may stand anywhere
LINES = 3
BYLINE_WORDS = 16
NO_DAY = "9999"  # sorts last
CAPITALS = 0.5  # a text with more of its words in capitals names nothing by them

Slot = tuple[str, str, str, str]  # the words before and behind a name
Numbers = np.ndarray[Any, np.dtype[Any]]

_ACCENT = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+")
_OPENED_WORD = re.compile(r"((?:^|[.!?:\n\"“”«»])[\s'‘’(]*)?([^\W_]+)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+|\n")
_FACTORS = np.random.default_rng(20260101).integers(1 << 62, 1 << 63, LONG_RUN, dtype=np.uint64) * 2 + 1


@dataclass(frozen=True, slots=True)
class Body:
    """Hashes of a body's runs of words, of some of its longer runs and of its sentences, each sorted; not its text."""

    row: int
    article_id: str
    published: str
    runs: Numbers
    long_runs: Numbers
    sentences: Numbers

    @classmethod
    def of(cls, row: int, article_id: str, published: Any, text: str) -> Body:
        """Read the body of the article in a row of the frame."""
        sentences = _sentences(text)
        words = _hashes(list(chain.from_iterable(sentences)))
        long = [_sentence_hash(sentence) for sentence in sentences if len(sentence) >= SENTENCE_WORDS]
        longer = _runs(words, LONG_RUN)
        return cls(
            row=row,
            article_id=article_id,
            published=NO_DAY if pd.isna(published) else str(published),
            runs=np.unique(_runs(words, RUN)),
            long_runs=np.unique(longer[longer % 2 == 0]),  # one in two: the same ones in every body
            sentences=np.unique(np.array(long, dtype=np.uint32)),
        )

    @property
    def order(self) -> tuple[int, str, str]:
        """What sorts bodies: the fullest first, then the earliest published."""
        return -len(self.runs), self.published, self.article_id


class Tale:
    """The words of a body in order, and the stretches of them that name or count."""

    def __init__(self, text: str) -> None:
        self._text = plain(text)
        shown = _OPENED_WORD.findall(self._text)
        self.words = [word.casefold() for _, word in shown]
        self.names = _stretches(_naming(shown))

    @cached_property
    def slots(self) -> dict[Slot, set[str]]:
        """The names and numbers that stand between the same words; names among these words do not count."""
        slots: dict[Slot, set[str]] = {}
        for slot, (start, end) in zip(self._surroundings, self.names, strict=True):
            slots.setdefault(slot, set()).add(" ".join(self.words[start:end]))
        return slots

    @cached_property
    def framing_slots(self) -> frozenset[Slot]:
        """Those of them in what an outlet may say of itself."""
        both = zip(self._surroundings, self.names, strict=True)
        return frozenset(slot for slot, (start, _) in both if self.framing[start])

    @cached_property
    def _surroundings(self) -> list[Slot]:
        line, places, at = ["", ""], [], 0
        for start, end in self.names:
            line += [*self.words[at:start], ""]
            places.append(len(line) - 1)
            at = end
        line += [*self.words[at:], "", ""]
        return [(line[place - 2], line[place - 1], line[place + 1], line[place + 2]) for place in places]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word once."""
        return frozenset(self.words)

    @cached_property
    def framing(self) -> Numbers:
        """Which words stand where an outlet speaks of itself: in a short first line and in the last one of several."""
        lengths = [len(words) for line in self._text.split("\n") if (words := _WORD.findall(line))]
        framing = np.zeros(len(self.words), dtype=bool)
        if len(lengths) >= LINES:
            framing[: lengths[0]] = lengths[0] <= BYLINE_WORDS
            framing[-lengths[-1] :] = True
        return framing

    @cached_property
    def runs(self) -> Numbers:
        """The hashes of the runs of words, in order."""
        return _runs(_hashes(self.words), RUN)


def plain(text: str) -> str:
    """Give the text without accents and in plain letters and figures.

    >>> plain("Zoë signed № 5 in Cần Thơ")
    'Zoe signed No 5 in Can Tho'
    """
    return text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))


def runs_without(sentences: Numbers, text: str) -> Numbers:
    """Give the hashes of the runs of a text, sorted, less those of the given sentences, by their hashes."""
    told, left_out = _sentences(text), set(sentences.tolist())
    runs = _runs(_hashes(list(chain.from_iterable(told))), RUN)
    aside = [_runs(_hashes(words), RUN) for words in told if _sentence_hash(words) in left_out]
    return np.setdiff1d(runs, np.concatenate(aside))


def _sentences(text: str) -> list[list[str]]:
    return [_WORD.findall(sentence) for sentence in _SENTENCE_END.split(plain(text).casefold())]


def _naming(shown: list[tuple[str, str]]) -> list[bool]:
    """Tell which words name or count: capitals within a sentence, and everything with a figure.

    >>> _naming(_OPENED_WORD.findall("Then Tung met 3 men. Tung Le left. They sat."))
    [True, True, False, True, False, True, True, False, False, False]
    """
    capital = [word[0].isupper() for _, word in shown]
    if sum(word.isupper() for _, word in shown) > CAPITALS * len(shown):
        capital = [False] * len(shown)
    following = [*capital[1:], False]
    return [
        not word.isalpha() or (own and (not opens or after))
        for (opens, word), own, after in zip(shown, capital, following, strict=True)
    ]


def _stretches(marked: list[bool]) -> list[tuple[int, int]]:
    edges = [n for n, (one, other) in enumerate(zip([False, *marked], [*marked, False], strict=True)) if one != other]
    return list(zip(edges[::2], edges[1::2], strict=True))


@lru_cache(1 << 17)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


def _hashes(words: list[str]) -> Numbers:
    return np.fromiter(map(_hash, words), dtype=np.uint64, count=len(words))


def _sentence_hash(words: list[str]) -> int:
    return zlib.crc32(" ".join(words).encode())


def _runs(words: Numbers, length: int) -> Numbers:
    """Give the hash of every run of so many words, in order."""
    count = max(len(words) - length + 1, 0)
    mixed = np.zeros(count, dtype=np.uint64)
    for shift in range(length):
        mixed += words[shift : shift + count] * _FACTORS[shift]
    return (mixed >> np.uint64(32)).astype(np.uint32)
