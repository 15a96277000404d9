"""Compares places: one city in two spellings, a city and the region it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from rapidfuzz.distance import OSA

from ctnews import lexicon
from ctnews.linking.words import fold

SLIP_LETTERS = 6  # city names so long may have a letter of their own


class Nearness(IntEnum):
    """How two places go together."""

    APART = 0
    UNKNOWN = 1  # nothing tells: a place is missing, or one is a region of which the other may be part
    WITHIN = 2  # a city and its region
    SAME = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A city, or the region an article names in its stead, in lower-case ASCII; nothing where none is told."""

    name: str
    region: str
    country: str | None


@cache
def place_of(city: str | None, country: str | None) -> Place:
    """Read a place as an article tells it.

    >>> place_of("Kiev", "UA") == place_of("Kyiv", "UA")
    True
    >>> place_of("Manado", "ID").region, place_of("North Sulawesi", "ID").name
    ('north sulawesi', '')
    """
    name = fold(city or "")
    if (name, country or "") in _regions() or (not country and (name, "") in _regions()):
        return Place("", name, country)
    name = _usual_names().get((name, country or ""), name)
    return Place(name, _region_of().get((name, country or ""), ""), country)


@cache
def compare_places(one: Place, other: Place) -> Nearness:
    """Tell how two places go together.

    >>> compare_places(place_of("Manado", "ID"), place_of("North Sulawesi", "ID")).name
    'WITHIN'
    """
    if one.country and other.country and one.country != other.country:
        return Nearness.APART
    if one.name and other.name:
        return Nearness.SAME if _alike(one, other) else Nearness.APART
    if one.region and other.region:
        return Nearness.WITHIN if one.region == other.region else Nearness.APART
    return Nearness.UNKNOWN


def _alike(one: Place, other: Place) -> bool:
    if one.name.replace(" ", "") == other.name.replace(" ", ""):
        return True
    if {(one.name, one.country), (other.name, other.country)} <= _cities():
        return False
    long = min(len(one.name), len(other.name)) >= SLIP_LETTERS and one.name[0] == other.name[0]
    return long and OSA.distance(one.name, other.name) == 1


@cache
def _regions() -> frozenset[tuple[str, str]]:
    """Give the names of regions that are no city's too, with their countries and without."""
    rows = [row for row in lexicon.table("world/regions") if row["kind"] == "region"]
    named = {(fold(name), row["country"]) for row in rows for name in (row["name"], *lexicon.values(row["aliases"]))}
    named |= {(fold(row["region"]), row["country"]) for row in lexicon.table("world/city_regions")}
    cities = {name for name, _ in _cities()}
    own = {(name, country) for name, country in named if (name, country) not in _cities()}
    return frozenset(own | {(name, "") for name, _ in own if name not in cities})


@cache
def _cities() -> frozenset[tuple[str, str]]:
    rows = [*lexicon.table("world/cities"), *lexicon.table("world/regions")]
    return frozenset((fold(row["name"]), row["country"]) for row in rows if row["kind"] == "city")


@cache
def _region_of() -> Mapping[tuple[str, str], str]:
    rows = lexicon.table("world/city_regions")
    return {(fold(city), row["country"]): fold(row["region"]) for row in rows for city in lexicon.values(row["cities"])}


@cache
def _usual_names() -> Mapping[tuple[str, str], str]:
    tables = [lexicon.optional_table(f"{language}/cities") for language in lexicon.languages()]
    rows = [row for table in (*tables, lexicon.table("world/regions")) for row in table]
    named = {
        (fold(alias), row["country"]): fold(row["name"]) for row in rows for alias in lexicon.values(row["aliases"])
    }
    return {key: name for key, name in named.items() if key not in _cities()}
