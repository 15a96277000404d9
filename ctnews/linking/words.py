"""What the words of a meeting's name or of a role stand for, whatever the language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz, process

from ctnews import lexicon

Words = tuple[str, ...]

IGNORED = "-"  # the key of words that distinguish nothing
MISSPELT_LETTERS = 7
MISSPELT_RATIO = 90

_NOT_DECOMPOSED = str.maketrans(
    {"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss"} | dict.fromkeys("‐‑‒–—―", "-")
)
_APOSTROPHES = re.compile(r"['’‘`ʻʼ]")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Give the text in lower-case ASCII, its words parted by single spaces.

    >>> fold("Eduardo M. Año")
    'eduardo m ano'
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).translate(_NOT_DECOMPOSED))
    return _NO_WORD.sub(" ", plain.encode("ascii", "ignore").decode().lower()).strip()


@dataclass(frozen=True)
class Vocabulary:
    """Phrases and the key each stands for; the longest phrase at a place counts."""

    keys: Mapping[Words, str]
    longest: int

    def read(self, text: str) -> tuple[frozenset[str], Words]:
        """Give the keys of the phrases in the text, and the words that belong to no phrase."""
        words, found, rest, at = fold(text).split(), set(), [], 0
        while at < len(words):
            length = self._length_at(words, at)
            key = self.keys[tuple(words[at : at + length])] if length else self._misspelt(words[at])
            if key is None:
                rest.append(words[at])
            else:
                found.add(key)
            at += length or 1
        return frozenset(found - {IGNORED}), tuple(rest)

    def _length_at(self, words: list[str], at: int) -> int:
        lengths = range(min(self.longest, len(words) - at), 0, -1)
        return next((n for n in lengths if tuple(words[at : at + n]) in self.keys), 0)

    def _misspelt(self, word: str) -> str | None:
        """Give the key of the long word that this one is a misspelling of."""
        if len(word) < MISSPELT_LETTERS:
            return None
        close = process.extractOne(word, self.words, scorer=fuzz.ratio, score_cutoff=MISSPELT_RATIO)
        return self.keys[(close[0],)] if close else None

    @cached_property
    def words(self) -> list[str]:
        """The long words that are phrases by themselves."""
        return sorted(phrase[0] for phrase in self.keys if len(phrase) == 1 and len(phrase[0]) >= MISSPELT_LETTERS)


@cache
def vocabulary(name: str, *, ignore_countries: bool = False) -> Vocabulary:
    """Give the phrases of the tables `<language>/<name>` of every language together."""
    keys = dict(_country_phrases()) if ignore_countries else {}
    for language in lexicon.languages():
        for row in lexicon.optional_table(f"{language}/{name}"):
            keys |= dict.fromkeys(_phrases(row["words"]), row["key"])
    return Vocabulary(keys, max(map(len, keys), default=0))


@cache
def country_names() -> Mapping[str, str]:
    """Give the English name of every country code."""
    return {row["code"]: row["name"] for row in lexicon.optional_table("en/countries")}


def _country_phrases() -> Iterable[tuple[Words, str]]:
    for language in lexicon.languages():
        for row in lexicon.optional_table(f"{language}/countries"):
            for column in ("name", "aliases", "adjectives"):
                yield from ((phrase, IGNORED) for phrase in _phrases(row.get(column, "")))


def _phrases(cell: str) -> list[Words]:
    return [tuple(fold(phrase).split()) for phrase in lexicon.values(cell) if fold(phrase)]


@cache
def party_phrases(party: str) -> frozenset[str]:
    """Give what a country or a body is called, in lower-case ASCII: names, adjectives, acronyms.

    >>> "indonesian" in party_phrases("ID"), "shanghai cooperation organisation" in party_phrases("SCO")
    (True, True)
    """
    told = [party]
    for language in lexicon.languages():
        for row in lexicon.optional_table(f"{language}/countries"):
            if row["code"] == party:
                told += [
                    row["name"],
                    *lexicon.values(row.get("aliases", "")),
                    *lexicon.values(row.get("adjectives", "")),
                ]
    told += [name for row in lexicon.optional_table("world/agencies") for name in _body_names(row, party)]
    return frozenset(fold(name.removesuffix("-")) for name in told) - {""}


def _body_names(row: lexicon.Row, party: str) -> list[str]:
    if party not in (row["acronym"], row["name"]) or row["kind"] != "body":
        return []
    return [row["name"], row["acronym"], *lexicon.values(row["aliases"])]
