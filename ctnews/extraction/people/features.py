"""What the name tagger looks at: the same features when it is trained and when it tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ctnews.extraction.text.phrases import PhraseIndex
from ctnews.lexicon import optional_table, table, values

if TYPE_CHECKING:
    from spacy.tokens import Token

LANGUAGES = ("en", "id", "ms")

_WIDTH = 2
_MOSTLY_CAPITALS = 0.8


@dataclass(frozen=True, slots=True)
class _Word:
    """One token as the features see it."""

    text: str
    lower: str
    shape: str
    hints: tuple[str, ...]


def features(tokens: Sequence[Token]) -> list[list[str]]:
    """Give the features of each token of one line.

    A line in capitals is read as if each of its words had only its first letter in capitals.
    """
    words = _words(tokens)
    return [[*_own(words[position]), *_around(words, position)] for position in range(len(words))]


def _own(word: _Word) -> Iterator[str]:
    yield "bias"
    yield f"word={word.lower}"
    yield f"shape={word.shape}"
    for length in (2, 3):
        yield f"prefix={word.lower[:length]}"
    for length in (2, 3, 4):
        yield f"suffix={word.lower[-length:]}"
    if len(word.text) > 2 and word.text.isupper():
        yield "capitals"
    for hint in word.hints:
        yield f"hint={hint}"
    if len(word.hints) > 1:
        yield "hints=" + "+".join(word.hints)


def _around(words: Sequence[_Word], position: int) -> Iterator[str]:
    for distance in (-2, -1, 1, 2):
        place = position + distance
        if 0 <= place < len(words):
            yield from _neighbour(words[place], distance)
        else:
            yield f"{distance}:edge"
    if 0 < position < len(words) - 1:
        before, word, after = words[position - 1 : position + 2]
        yield f"pair-1={before.lower}|{word.lower}"
        yield f"pair+1={word.lower}|{after.lower}"
        yield f"shapes={before.shape}|{word.shape}|{after.shape}"


def _neighbour(word: _Word, distance: int) -> Iterator[str]:
    yield f"{distance}:word={word.lower}"
    yield f"{distance}:shape={word.shape}"
    if abs(distance) == 1:
        yield f"{distance}:suffix={word.lower[-3:]}"
    for hint in word.hints:
        yield f"{distance}:hint={hint}"


def _words(tokens: Sequence[Token]) -> list[_Word]:
    texts = _without_capitals([token.text for token in tokens])
    places = _place_hints(tokens, texts)
    return [
        _Word(text, text.lower(), _shape(text), (*place, *_word_hints(text)))
        for text, place in zip(texts, places, strict=True)
    ]


def _without_capitals(texts: list[str]) -> list[str]:
    """Write the words of a headline in capitals with a first capital only, but for known acronyms."""
    letters = [text for text in texts if text.isalpha() and len(text) > 1]
    capitals = sum(text.isupper() for text in letters)
    if len(letters) < 3 or capitals < _MOSTLY_CAPITALS * len(letters):
        return texts
    return [text if text in _cues() else text[:1] + text[1:].lower() for text in texts]


def _place_hints(tokens: Sequence[Token], texts: Sequence[str]) -> list[list[str]]:
    hints: list[list[str]] = [[] for _ in tokens]
    starts, line = [], ""
    for token, text in zip(tokens, texts, strict=True):
        starts.append(len(line))
        line += text + token.whitespace_
    token_at = {start: position for position, start in enumerate(starts)}
    for match in _places().find(line):
        position = first = token_at.get(match.start, len(texts))
        while position < len(texts) and starts[position] < match.end:
            hints[position].append(match.payload + ("-first" if position == first else "-next"))
            position += 1
    return hints


@cache
def _places() -> PhraseIndex[str]:
    return PhraseIndex(_place_names())


def _place_names() -> Iterator[tuple[str, str]]:
    for lang in LANGUAGES:
        for row in table(f"{lang}/countries"):
            yield from ((name, "country") for name in [row["name"], *values(row["aliases"])])
            yield from ((name, "adjective") for name in values(row["adjectives"]))
    for name in ("world/regions", "world/cities", *(f"{lang}/cities" for lang in LANGUAGES)):
        for row in table(name):
            yield from ((alias, row.get("kind", "city")) for alias in [row["name"], *values(row["aliases"])])


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    kinds: dict[str, set[str]] = {}
    for lang in LANGUAGES:
        for row in table(f"{lang}/name_cues"):
            for word in values(row["words"]):
                kinds.setdefault(word, set()).add(row["kind"])
    return {word: tuple(sorted(found)) for word, found in kinds.items()}


@cache
def _common_words() -> frozenset[str]:
    """Give the words that news writes in small letters, so that a capital on them need not mean a name."""
    return frozenset(row["word"] for lang in LANGUAGES for row in optional_table(f"{lang}/common_words"))


def _word_hints(text: str) -> tuple[str, ...]:
    """Give the kinds of cue that a word is; names of organisations are listed as they are written."""
    cues, lower = _cues(), text.lower()
    kinds = cues.get(text) or cues.get(lower, ())
    return (*kinds, "common") if lower in _common_words() else kinds


@cache
def _shape(text: str) -> str:
    shape = "".join(map(_character_class, text))
    return re.sub(r"(.)\1{2,}", r"\1\1", shape)[:6]


def _character_class(character: str) -> str:
    if character.isdigit():
        return "d"
    return ("X" if character.isupper() else "x") if character.isalpha() else character
