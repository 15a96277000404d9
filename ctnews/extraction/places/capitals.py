"""Reads "the Kazakh capital" as the city that it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ctnews import lexicon
from ctnews.extraction.facts import Place
from ctnews.extraction.text import vocabulary

BESIDE = 3  # characters between the name of a country and the word for its capital


def capital_cities(text: str, places: Sequence[Place], *, lang: str) -> list[Place]:
    """Give the capitals told by their country; one whose own name follows is left to that name.

    >>> italian = Place(4, 11, "Italian", "demonym", "Italy", "IT")
    >>> [place.name for place in capital_cities("The Italian capital", [italian], lang="en")]
    ['Rome']
    """
    found = []
    for word in vocabulary.index_of("place_words", "capital", lang).find(text):
        country = next((place for place in places if _beside(place, word.start, word.end)), None)
        named = any(place.kind == "city" and 0 <= place.start - word.end <= BESIDE for place in places)
        name = _capitals().get(country.country) if country and not named else None
        if country and name:
            start, end = min(country.start, word.start), max(country.end, word.end)
            found.append(Place(start, end, text[start:end], "city", name, country.country))
    return found


def is_capital(place: Place) -> bool:
    """Tell whether a city is its country's capital."""
    return place.kind == "city" and _capitals().get(place.country) == place.name


def _beside(place: Place, start: int, end: int) -> bool:
    if place.kind not in {"country", "demonym"}:
        return False
    return 0 <= start - place.end <= BESIDE or 0 <= place.start - end <= BESIDE


@cache
def _capitals() -> dict[str, str]:
    rows = [row for row in lexicon.table("world/cities") if row["capital"]]
    return {row["country"]: row["name"] for row in sorted(rows, key=lambda row: int(row["population"] or 0))}
