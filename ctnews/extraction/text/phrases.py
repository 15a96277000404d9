"""Finds the phrases of a table in a text: longest match first, on whole words, in time linear in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

Payload = TypeVar("Payload")

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:['’.&](?!s\b)[^\W_]+)*|&")


@dataclass(frozen=True, slots=True)
class Match(Generic[Payload]):
    """One phrase found: its span and what the table says of it."""

    start: int
    end: int
    payload: Payload


class PhraseIndex(Generic[Payload]):
    """An index of (phrase, payload) pairs; of two equal phrases the first counts.

    Words are compared without case and diacritics. With `proper` a match has to begin with a capital, and a
    phrase that is all capitals (an acronym) has to stand as it is.

    >>> index = PhraseIndex([("Sri Lanka", "LK"), ("US", "US")])
    >>> [match.payload for match in index.find("Sri Lanka told us that the US agreed.")]
    ['LK', 'US']
    """

    def __init__(self, phrases: Iterable[tuple[str, Payload]], *, proper: bool = True) -> None:
        self._proper = proper
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, Payload]]] = {}
        for phrase, payload in phrases:
            words = tuple(fold(word.group()) for word in _WORD.finditer(phrase))
            if words:
                self._by_first.setdefault(words[0], []).append((words, phrase, payload))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> list[Match[Payload]]:
        """Give the matches in the order of the text; they do not overlap."""
        return list(self._matches(text))

    def _matches(self, text: str) -> Iterator[Match[Payload]]:
        words, folded = _words(text)
        if self._by_first.keys().isdisjoint(folded):
            return
        position = 0
        while position < len(words):
            begins = folded[position] in self._by_first
            found = self._longest(text, words, folded, position) if begins else None
            if found:
                length, payload = found
                last = words[position + length - 1]
                yield Match(words[position].start(), last.end(), payload)
                position += length
            else:
                position += 1

    def _longest(
        self, text: str, words: tuple[re.Match[str], ...], folded: tuple[str, ...], position: int
    ) -> tuple[int, Payload] | None:
        for entry, phrase, payload in self._by_first[folded[position]]:
            last = position + len(entry)
            if folded[position:last] == entry:
                written = text[words[position].start() : words[last - 1].end()]
                if self._acceptable(written, phrase) and not _interrupted(text, words[position:last]):
                    return len(entry), payload
        return None

    def _acceptable(self, written: str, phrase: str) -> bool:
        if not self._proper:
            return True
        if phrase.isupper():
            return written.replace(".", "") == phrase.replace(".", "")
        return written[:1].isupper()


@lru_cache(maxsize=16)
def _words(text: str) -> tuple[tuple[re.Match[str], ...], tuple[str, ...]]:
    """Give the words of a text, as they stand and folded: of one sentence many tables are asked in a row."""
    words = tuple(_WORD.finditer(text))
    return words, tuple(fold(word.group()) for word in words)


def fold(word: str) -> str:
    """Give a word without case, diacritics and the dots of an abbreviation.

    >>> fold("Türkiye"), fold("U.S")
    ('turkiye', 'us')
    """
    if word.isascii():
        return word.lower().replace(".", "").replace("'", "")
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "").replace("'", "")


def _interrupted(text: str, words: tuple[re.Match[str], ...]) -> bool:
    """Tell whether a sentence or a line ends between the words of a match."""
    gaps = (text[one.end() : other.start()] for one, other in pairwise(words))
    return any("\n" in gap or gap.strip(" \t\u00a0-–/'’") not in ("", ",", ".") for gap in gaps)
