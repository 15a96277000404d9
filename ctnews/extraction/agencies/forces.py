"""Finds forces and diplomatic missions, which only the place beside them makes agencies.

"Pakistan army", "Kepolisian Filipina", "Karachi police"; "US Embassy in Dhaka", "KBRI Manila".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ctnews import lexicon
from ctnews.extraction.agencies.countries import Surroundings
from ctnews.extraction.facts import Place
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import Match, PhraseIndex, fold


@dataclass(frozen=True, slots=True)
class Force:
    """A force or ministry: the name it shares with those of other countries, its country or city if told."""

    start: int
    end: int
    shared: str
    kind: str
    country: str | None
    local: bool = False


@dataclass(frozen=True, slots=True)
class Mission:
    """An embassy or consulate, the country that sends it and the city it is in."""

    start: int
    end: int
    country: str
    city: str | None


def find_forces(text: str, surroundings: Surroundings, *, lang: str) -> list[Force]:
    """Give the forces that a place stands beside (a city has police only), and ministries in any case."""
    forces = (_force(match, surroundings) for match in _forces(lang).find(text))
    return [force for force in forces if force and not _is_refuted(text, force.end, lang)]


def _force(match: Match[lexicon.Row], surroundings: Surroundings) -> Force | None:
    row, start, end = match.payload, match.start, match.end
    behind_only = row["place"] == "after"
    beside = surroundings.behind(start, end) if behind_only else surroundings.beside(start, end)
    if beside:
        return Force(beside.start, beside.end, row["name"], row["kind"], beside.country)
    place = surroundings.place_behind(end) if behind_only else surroundings.place_before(start)
    if place and row["kind"] == "police":
        span = min(place.start, start), max(place.end, end)
        return Force(*span, row["name"], row["kind"], place.country, local=True)
    return Force(start, end, row["name"], row["kind"], None) if row["place"] == "any" else None


def find_missions(text: str, surroundings: Surroundings, *, lang: str) -> list[Mission]:
    """Give the diplomatic missions whose sending country the text tells."""
    found = []
    for match in _missions(lang).find(text):
        start, end, country = match.start, match.end, match.payload["country"]
        if not country:
            beside = surroundings.beside(start, end)
            if beside is None:
                continue
            start, end, country = beside.start, beside.end, beside.country
        city = _city_behind(end, surroundings, lang)
        found.append(Mission(start, city.end if city else end, country, city.name if city else None))
    return found


def _city_behind(end: int, surroundings: Surroundings, lang: str) -> Place | None:
    place = surroundings.next_place(end)
    if place is None or place.kind != "city":
        return None
    gap = fold(surroundings.text[end : place.start].strip())
    near = surroundings.head_first if not gap else gap in vocabulary.words("agency_patterns", "located", lang)
    return place if near else None


def _is_refuted(text: str, end: int, lang: str) -> bool:
    following = re.match(r" ([\w-]+)", text[end : end + 30])
    return following is not None and fold(following[1]) in vocabulary.words("agency_patterns", "refuting", lang)


@cache
def _forces(lang: str) -> PhraseIndex[lexicon.Row]:
    return _rows("agency_forces", lang, proper=False)


@cache
def _missions(lang: str) -> PhraseIndex[lexicon.Row]:
    return _rows("agency_missions", lang, proper=True)


def _rows(name: str, lang: str, *, proper: bool) -> PhraseIndex[lexicon.Row]:
    rows = [row for code in vocabulary.chain(lang) for row in lexicon.optional_table(f"{code}/{name}")]
    return PhraseIndex([(p, row) for row in rows for p in lexicon.values(row["phrase"])], proper=proper)
