"""Holds the place tables of one language and of those it falls back on, compiled for search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ctnews import lexicon
from ctnews.extraction.facts import PlaceKind
from ctnews.extraction.text.phrases import PhraseIndex, fold
from ctnews.extraction.text.vocabulary import chain

LARGE = 250_000
"""Inhabitants from which a town of one word is well enough known to be named without a word like "in"."""

LONG = 8
"""Letters from which a misspelt name of one word can be told from another word."""

_POSSESSIVE = re.compile(r"['’][sS]\b")
_GLUED = re.compile(r"(?<=[a-z])\.(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a phrase can stand for; `kind` is None where the phrase names no place.

    A `linked` sense counts only in pairs ("Pak-Afghan"). A `sure` one needs no place word beside it; a
    `known` one is no surname either; a `personal` one is also a first name or surname. A `small` town counts only
    behind "in" or "near", or before the name of its country.
    """

    phrase: str
    kind: PlaceKind | None
    name: str = ""
    country: str = ""
    linked: bool = False
    sure: bool = True
    known: bool = True
    personal: bool = False
    small: bool = False
    prominence: tuple[int, int, int, int] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What one language calls places: an index for running text, and the senses of each phrase."""

    index: PhraseIndex[tuple[Sense, ...]]
    senses: Mapping[tuple[str, ...], tuple[Sense, ...]]
    long_names: Mapping[str, tuple[tuple[str, Sense], ...]]


@cache
def gazetteer(lang: str) -> Gazetteer:
    """Compile the tables of a language; its own names come before those of the languages it falls back on."""
    grouped: dict[tuple[str, ...], list[Sense]] = {}
    for sense in [*_not_places(), *_countries(lang), *_named_places(lang)]:
        grouped.setdefault(key(sense.phrase), []).append(sense)
    senses = {words: tuple(sorted(group, key=_rank)) for words, group in grouped.items()}
    phrases = ((mask(group[0].phrase), group) for group in senses.values())
    return Gazetteer(PhraseIndex(phrases), senses, _long_names(senses))


def key(phrase: str) -> tuple[str, ...]:
    """Give what equal spellings of a phrase share; an acronym equals only itself.

    >>> key("Türkiye") == key("TURKIYE".title()), key("US") == key("us")
    (True, False)
    """
    words = tuple(fold(word) for word in mask(phrase).replace("-", " ").split())
    return ("acronym", *words) if phrase.isupper() else words


def mask(text: str) -> str:
    """Blank the possessive and end sentences that lack a space, keeping every offset.

    >>> mask("Qatar’s envoy left.Indonesia stayed.")
    'Qatar   envoy left\\nIndonesia stayed.'
    """
    return _GLUED.sub("\n", _POSSESSIVE.sub("  ", text))


@lru_cache(maxsize=4096)
def nearest(phrase: str, lang: str) -> Sense | None:
    """Give the long name that the phrase is a misspelling of."""
    written = fold(phrase.replace("-", " "))
    if len(written) < LONG:
        return None
    bucket = gazetteer(lang).long_names.get(written[0], ())
    return next((sense for name, sense in bucket if _is_slip(written, name)), None)


def _is_slip(written: str, name: str) -> bool:
    """Tell whether two names differ by one letter in some of their long words."""
    from rapidfuzz.distance import OSA

    if OSA.distance(written, name, score_cutoff=2) > 2 or written.count(" ") != name.count(" "):
        return False
    pairs = zip(written.split(), name.split(), strict=True)
    return all(one == other or (len(one) > 5 and OSA.distance(one, other) == 1) for one, other in pairs)


def supported(lang: str) -> str:
    """Give the language where it has tables, else English, whose names papers of any language print.

    >>> supported("id"), supported("xx")
    ('id', 'en')
    """
    return lang if lang in lexicon.languages() else "en"


@cache
def english_countries() -> Mapping[str, str]:
    """Give the English name of each country code."""
    return {row["code"]: row["name"] for row in lexicon.table("en/countries")}


def _rank(sense: Sense) -> tuple[bool, bool, int, int, int, int]:
    """Order senses: names of no place, then countries in the order of tables, then cities by prominence."""
    own, capital, curated, population = sense.prominence
    country = sense.kind in ("country", "demonym")
    return sense.kind is not None, not country, -own, -capital, -curated, -population


def _not_places() -> Iterator[Sense]:
    rows = lexicon.table("world/not_places")
    return (Sense(row["phrase"], None) for row in rows if row["kind"] == "phrase")


def _countries(lang: str) -> Iterator[Sense]:
    for table in chain(lang):
        for row in lexicon.optional_table(f"{table}/countries"):
            named: list[tuple[PlaceKind, str]] = [("country", row["name"])]
            named += [("country", alias) for alias in lexicon.values(row["aliases"])]
            named += [("demonym", word) for word in lexicon.values(row["adjectives"])]
            for kind, phrase in named:
                linked = phrase.endswith("-")
                if not linked or table == lang:
                    yield _country_sense(phrase.rstrip("-"), kind, row["code"], linked)


def _country_sense(phrase: str, kind: PlaceKind, code: str, linked: bool) -> Sense:
    personal = fold(phrase) in _marked("name")
    return Sense(phrase, kind, english_countries()[code], code, linked=linked, personal=personal)


def _named_places(lang: str) -> Iterator[Sense]:
    known = _world()
    yield from known.values()
    for row in (*lexicon.table("world/regions"), *lexicon.table("world/cities")):
        base = known[row["name"], row["country"]]
        yield from (_spelt(alias, base, 0) for alias in lexicon.values(row["aliases"]))
    for table in chain(lang):
        for row in lexicon.optional_table(f"{table}/cities"):
            base = known[row["name"], row["country"]]
            yield from (_spelt(alias, base, int(table == lang)) for alias in lexicon.values(row["aliases"]))
    yield from (_town(row) for row in lexicon.table("world/towns"))


def _town(row: lexicon.Row) -> Sense:
    prominence = (0, 0, 0, int(row["population"]))
    return Sense(row["name"], "city", row["name"], row["country"], sure=False, small=True, prominence=prominence)


def _spelt(alias: str, base: Sense, own: int) -> Sense:
    _, capital, curated, population = base.prominence
    return _place_sense(alias, base.kind, base.name, base.country, (own, capital, curated, population))


@cache
def _world() -> Mapping[tuple[str, str], Sense]:
    """Give every city and region under its English name and country; own entries before those of GeoNames."""
    cities = {(row["name"], row["country"]): row for row in lexicon.table("world/cities")}
    curated = {(row["name"], row["country"]): row for row in reversed(lexicon.table("world/regions"))}
    return {place: _world_sense(place, curated.get(place), cities.get(place)) for place in {**curated, **cities}}


def _world_sense(place: tuple[str, str], curated: lexicon.Row | None, city: lexicon.Row | None) -> Sense:
    kind: PlaceKind = "region" if curated and curated["kind"] == "region" else "city"
    population = int(city["population"]) if city else 0
    prominence = (0, int(bool(city and city["capital"])), int(curated is not None), population)
    return _place_sense(place[0], kind, *place, prominence)


def _place_sense(
    phrase: str, kind: PlaceKind | None, name: str, country: str, prominence: tuple[int, int, int, int]
) -> Sense:
    own, capital, curated, population = prominence
    known = bool(own or capital or curated or " " in phrase)
    sure = (known or population >= LARGE) and fold(phrase) not in _marked("weak")
    personal = fold(phrase) in _marked("name")
    return Sense(phrase, kind, name, country, False, sure, known, personal, prominence=prominence)


@cache
def _marked(kind: str) -> frozenset[str]:
    return frozenset(fold(row["phrase"]) for row in lexicon.table("world/not_places") if row["kind"] == kind)


def _long_names(
    senses: Mapping[tuple[str, ...], Iterable[Sense]],
) -> dict[str, tuple[tuple[str, Sense], ...]]:
    """Give the names long enough to be known when misspelt, by their first letter."""
    buckets: dict[str, list[tuple[str, Sense]]] = {}
    for words, group in senses.items():
        folded = " ".join(words)
        best = next(iter(group))
        if len(folded) >= LONG and best.kind and best.sure and not best.personal and words[0] != "acronym":
            buckets.setdefault(folded[0], []).append((folded, best))
    return {letter: tuple(bucket) for letter, bucket in buckets.items()}
