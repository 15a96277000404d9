"""Takes in towns and venues that no table lists: names a tagger takes for places, behind a preposition of place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ctnews.extraction.facts import Place
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import fold
from ctnews.extraction.text.tokens import Span

BEFORE = 14  # characters before a name in which its preposition stands
LONGEST = 3  # words


def unlisted_towns(
    text: str,
    *,
    lang: str,
    sentences: Sequence[Span],
    candidates: Iterable[Span],
    known: Sequence[Place],
    taken: Iterable[Span],
    home: str | None = None,
) -> list[Place]:
    """Give the candidates that say where, with the country of the next listed place in their sentence, else `home`.

    `known` are the listed places, `taken` the spans of persons and agencies; what overlaps them is left out.
    """
    blocked = [*taken, *((place.start, place.end) for place in known)]
    found: list[Place] = []
    for start, end in sorted({*candidates, *_with_facility(text, lang)}):
        sentence = next((span for span in sentences if span[0] <= start < span[1]), None)
        if sentence is None or any(start < stop and begin < end for begin, stop in blocked):
            continue
        if found and start < found[-1].end:
            continue
        country = _country(text, known, sentence, end, home)
        if country and _prepared(text, sentence, start, lang) and _like_a_town(text[start:end], lang):
            found.append(Place(start, end, text[start:end], "city", text[start:end], country))
    return found


def _like_a_town(name: str, lang: str) -> bool:
    """Tell whether a name is short and no word of a wider region ("Southeast Asia")."""
    words = name.split()
    regional = vocabulary.words("roles", "word", lang) | vocabulary.words("place_words", "capital", lang)
    return len(words) <= LONGEST and not any(fold(word) in regional for word in words)


def _country(text: str, known: Sequence[Place], sentence: Span, end: int, home: str | None) -> str | None:
    """Give the country of the place told right behind a town, else of those in its sentence, else the home."""
    own = [place for place in known if sentence[0] <= place.start < sentence[1]]
    following = [place for place in own if place.start >= end]
    beside = next((place.country for place in following if text[end : place.start].strip() == ","), None)
    return beside or next((place.country for place in (*following, *reversed(own))), home)


def _with_facility(text: str, lang: str) -> list[Span]:
    """Give the names behind "at" and before a word such as "border crossing" that tells what the place has."""
    return [match.span("name") for match in _facilities(lang).finditer(text)]


@cache
def _facilities(lang: str) -> re.Pattern[str]:
    words = {kind: vocabulary.words("place_words", kind, lang) for kind in ("inside", "article", "facility")}
    inside, article, facility = ("|".join(sorted(map(re.escape, words[kind]))) or "(?!)" for kind in words)
    name = r"[^\W\d_a-z][\w’'-]{2,30}(?: [^\W\d_a-z][\w’'-]{2,30})?"
    return re.compile(rf"\b(?:{inside}) (?:(?:{article}) )?(?P<name>{name}) (?:{facility})\b")


def _prepared(text: str, sentence: Span, start: int, lang: str) -> bool:
    words = text[max(sentence[0], start - BEFORE) : start].lower().split()
    return any(word in vocabulary.words("meeting_cues", "place", lang) for word in words[-2:])
