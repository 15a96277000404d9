"""Finds police and armed forces, diplomatic missions and lists under one head, which only a country makes agencies.

"Pakistan army", "Kepolisian Filipina"; "US Embassy in Dhaka", "KBRI Manila"; "Departments of State and Justice".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ctnews import lexicon
from ctnews.extraction import vocabulary
from ctnews.extraction.agency_countries import Surroundings
from ctnews.extraction.facts import Place
from ctnews.extraction.phrases import PhraseIndex, fold


@dataclass(frozen=True, slots=True)
class Force:
    """A force named beside a place: `shared` is the name it has in common with other countries' forces."""

    start: int
    end: int
    shared: str
    kind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mission:
    """An embassy or consulate, the country that sends it and the city it is in."""

    start: int
    end: int
    country: str
    city: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of "Departments of State, Homeland Security and Justice", with its full name."""

    start: int
    end: int
    name: str


def find_forces(text: str, surroundings: Surroundings, *, lang: str) -> list[Force]:
    """Give the forces that a place stands beside; a city has police and no army."""
    found = []
    for match in _forces(lang).find(text):
        row = match.payload
        before = row["place"] == "before"
        place = surroundings.place_before(match.start) if before else surroundings.place_behind(match.end)
        if place is None or _is_refuted(text, match.end, lang):
            continue
        if place.kind in ("country", "demonym") or row["kind"] == "police":
            start, end = min(place.start, match.start), max(place.end, match.end)
            found.append(Force(start, end, row["name"], row["kind"], place))
    return found


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


def find_items(text: str, *, lang: str) -> Iterator[Item]:
    """Give the agencies of lists that share one head in the plural."""
    for row in (row for code in vocabulary.chain(lang) for row in lexicon.optional_table(f"{code}/agency_plurals")):
        if row["plural"].lower() not in text.lower():
            continue
        opened, closed = _list_patterns(row["plural"], row["opening"], row["joining"])
        for found in opened.finditer(text):
            for number, (start, end) in enumerate(_pieces(found, 1, row["joining"])):
                name = f"{row['singular']} {row['opening']} {text[start:end]}"
                yield Item(start if number else found.start(), end, name)
        for found in closed.finditer(text):
            for start, end in _pieces(found, 1, row["joining"]):
                yield Item(start, end, f"{text[start:end]} {row['singular']}")


def _pieces(found: re.Match[str], group: int, joining: str) -> Iterator[tuple[int, int]]:
    offset = found.start(group)
    position = 0
    listed = found.group(group)
    for mark in (*re.finditer(rf"\s*,\s*(?:{joining}\s+)?|\s+{joining}\s+", listed), None):
        end = mark.start() if mark else len(listed)
        yield offset + position, offset + end
        position = mark.end() if mark else end


@cache
def _list_patterns(plural: str, opening: str, joining: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = r"[A-Z][\w-]+(?: [A-Z][\w-]+)*"
    listed = rf"{name}(?:, {name})*(?:,? {joining} {name})+"
    return (
        re.compile(rf"\b{plural} {opening} (?:the )?({listed})"),
        re.compile(rf"\b([A-Z][\w-]+(?:, [A-Z][\w-]+)* {joining} [A-Z][\w-]+) (?:{plural}|{plural.lower()})\b"),
    )


def _city_behind(end: int, surroundings: Surroundings, lang: str) -> Place | None:
    place = surroundings.next_place(end)
    if place is None or place.kind != "city":
        return None
    gap = fold(surroundings.text[end : place.start].strip())
    near = gap in vocabulary.words("agency_patterns", "located", lang) or (not gap and surroundings.head_first)
    return place if near else None


def _is_refuted(text: str, end: int, lang: str) -> bool:
    following = re.match(r" ([\w-]+)", text[end : end + 30])
    return bool(following) and fold(following[1]) in vocabulary.words("agency_patterns", "refuting", lang)


@cache
def _forces(lang: str) -> PhraseIndex[lexicon.Row]:
    return _rows("agency_forces", lang, proper=False)


@cache
def _missions(lang: str) -> PhraseIndex[lexicon.Row]:
    return _rows("agency_missions", lang, proper=True)


def _rows(name: str, lang: str, *, proper: bool) -> PhraseIndex[lexicon.Row]:
    rows = [row for code in vocabulary.chain(lang) for row in lexicon.optional_table(f"{code}/{name}")]
    return PhraseIndex([(p, row) for row in rows for p in lexicon.values(row["phrase"])], proper=proper)
