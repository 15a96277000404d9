"""Finds countries, peoples, cities and regions in a text and gives each its English name and country code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from ctnews.extraction.facts import Place
from ctnews.extraction.places.gazetteer import Gazetteer, Sense, gazetteer, key, mask, nearest, supported
from ctnews.extraction.text.vocabulary import entries

_BEFORE = re.compile(r"([^\W_](?:[\w'’.-]*[^\W_])?)[ \t\u00a0]+$")
_AFTER = re.compile(r"[ \t\u00a0]+([^\W_][\w'’-]*)")
_LINE_OPENS = re.compile(r"(?:^|\n)[^\w\n]*$")
_DATELINE_ENDS = re.compile(r"\s*(?:[,:(/–—]|- |\Z)")
_JOINT = re.compile(r"\s?[-–—/]\s?")
_CAPITALISED = r"[^\W\d_a-z](?:[^\W\d_]|['’])+"
_NAME = re.compile(rf"{_CAPITALISED}(?:[ -]{_CAPITALISED}){{0,2}}")
_WINDOW = 40


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    sense: Sense


def find_places(text: str, *, lang: str) -> list[Place]:
    """Give the countries, demonyms, cities and regions of a text, in its order and without overlaps.

    A name that is also a personal name or a common word counts only where the words beside it, or another
    mention in the same text, show a place.

    >>> [(place.name, place.country) for place in find_places("US-India talks in Lubuan Bajo", lang="en")]
    [('United States', 'US'), ('India', 'IN'), ('Labuan Bajo', 'ID')]
    """
    lang = supported(lang)
    hits = _hits(text, gazetteer(lang))
    verdicts = [_verdict(text, hits, position, lang) for position in range(len(hits))]
    confirmed = {_identity(hit) for hit, verdict in zip(hits, verdicts, strict=True) if verdict}
    found = [
        hit
        for hit, verdict in zip(hits, verdicts, strict=True)
        if verdict or (verdict is None and _identity(hit) in confirmed)
    ]
    found += _misspelt(text, hits, lang)
    return [_place(text, hit) for hit in sorted(found, key=lambda hit: hit.start)]


def country_code(name: str, *, lang: str) -> str | None:
    """Give the ISO 3166-1 code of a country's name, alias, adjective or demonym, or None.

    >>> country_code("Emirati", lang="en"), country_code("Belanda", lang="id"), country_code("us", lang="en")
    ('AE', 'NL', None)
    """
    senses = _senses(name, lang)
    return next((sense.country for sense in senses if sense.kind in ("country", "demonym")), None)


def locate(name: str, *, lang: str) -> tuple[str, str] | None:
    """Give the English name and the country code of a city or region, or None.

    >>> locate("Jenewa", lang="id"), locate("Singapore", lang="en")
    (('Geneva', 'CH'), ('Singapore', 'SG'))
    """
    senses = _senses(name, lang)
    return next(((sense.name, sense.country) for sense in senses if sense.kind in ("city", "region")), None)


def _senses(name: str, lang: str) -> tuple[Sense, ...]:
    known = gazetteer(supported(lang)).senses
    plain = name.strip()
    return known.get(key(plain)) or known.get(key(plain.removeprefix("the ").removeprefix("The "))) or ()


def _hits(text: str, places: Gazetteer) -> list[_Hit]:
    matches = places.index.find(mask(text))
    told = {match.payload[0].country for match in matches if match.payload[0].kind in ("country", "demonym")}
    hits: list[_Hit] = []
    for match in reversed(matches):
        end = _with_stop(text, match.start, match.end)
        after_comma = bool(hits) and text[end : hits[-1].start].strip() == ","
        within = hits[-1].sense.country if after_comma else ""
        hits.append(_Hit(match.start, end, _choose(match.payload, within, told)))
    return hits[::-1]


def _choose(senses: tuple[Sense, ...], within: str, told: Set[str]) -> Sense:
    """Choose which city a name stands for: the one in the country named after it, else the most prominent.

    One that is no capital yields to one like it in a country that the text names.
    """
    if senses[0].kind not in ("city", "region"):
        return senses[0]
    most = next((sense for sense in senses if sense.country == within), senses[0])
    if most.country in told or most.country == within or most.prominence[1]:
        return most
    return next((sense for sense in senses if sense.country in told and sense.small <= most.small), most)


def _with_stop(text: str, start: int, end: int) -> int:
    """Include the last stop of an abbreviation ("U.S.")."""
    return end + 1 if text[end : end + 1] == "." and "." in text[start:end] else end


def _identity(hit: _Hit) -> tuple[str, str]:
    return hit.sense.name, hit.sense.country


def _place(text: str, hit: _Hit) -> Place:
    sense = hit.sense
    assert sense.kind is not None
    return Place(hit.start, hit.end, text[hit.start : hit.end], sense.kind, sense.name, sense.country)


def _verdict(text: str, hits: list[_Hit], position: int, lang: str) -> bool | None:
    """Tell whether a hit is a place; None where only another mention can tell."""
    hit = hits[position]
    sense = hit.sense
    if sense.kind is None or text.startswith("$", hit.end) or _is_namesake(text, hit, lang):
        return False
    if sense.linked:
        return _is_linked(text, hits, position)
    if sense.small:
        return True if _is_inside(text, hits, position, lang) else None
    sure = sense.sure or _is_marked(text, hit)
    if (sure and sense.known and not sense.personal) or _has_place_context(text, hits, position, lang):
        return True
    if _follows_name(text, hits, position, lang):
        return None if sense.kind == "country" else False
    if sure and not (sense.personal and _leads_name(text, hits, position, lang)):
        return True
    return None if sense.phrase.isascii() else False


def _is_marked(text: str, hit: _Hit) -> bool:
    """Tell whether the diacritics set the name apart from a word ("Malé")."""
    return not hit.sense.phrase.isascii() and text[hit.start : hit.end] == hit.sense.phrase


def _is_linked(text: str, hits: list[_Hit], position: int) -> bool:
    hit = hits[position]
    if _JOINT.match(text, hit.end) or text[: hit.start].endswith(("-", "–", "—", "/")):
        return True
    listed = position > 0 and _followed_by(text, hits, position - 1) is not None
    return listed or _followed_by(text, hits, position) is not None


def _is_namesake(text: str, hit: _Hit, lang: str) -> bool:
    """Tell whether a language, a paper, a school or an agreement is called after the place."""
    before = _word_before(text, hit.start)
    if before.casefold() in _words(lang, "language") or _followers(lang, "bearer").match(text, hit.end):
        return True
    if hit.sense.kind in ("country", "demonym"):
        return False
    return before in _words(lang, "leading") or _followers(lang, "document").match(text, hit.end) is not None


def _is_inside(text: str, hits: list[_Hit], position: int, lang: str) -> bool:
    """Tell whether a name stands behind "in" or "near", with no further name behind it, or before its country."""
    hit = hits[position]
    if _followed_by(text, hits, position) == hit.sense.country:
        return True
    inside = _led_in(text, hit.start, "inside", lang)
    return inside and not _word_after(text, hit.end)[:1].isupper()


def _led_in(text: str, start: int, kind: str, lang: str) -> bool:
    """Tell whether words of a kind stand right before a place, or before "the X training ground"."""
    word = _word_before(text, start)
    if word in _words(lang, "article"):
        word = _word_before(text, text.rfind(word, 0, start))
    return word.casefold() in _words(lang, kind)


def _has_place_context(text: str, hits: list[_Hit], position: int, lang: str) -> bool:
    hit = hits[position]
    if _led_in(text, hit.start, "before", lang):
        return True
    if _word_after(text, hit.end) in _words(lang, "after") and not hit.sense.personal:
        return True
    if _followed_by(text, hits, position) == hit.sense.country:
        return True
    opens = _LINE_OPENS.search(text, max(0, hit.start - 4), hit.start)
    return bool(opens and _DATELINE_ENDS.match(text, hit.end) and hit.sense.kind == "city")


def _followed_by(text: str, hits: list[_Hit], position: int) -> str | None:
    """Give the country of the place that follows after a comma."""
    if position + 1 < len(hits):
        this, following = hits[position], hits[position + 1]
        if text[this.end : following.start].strip() == ",":
            return following.sense.country
    return None


def _follows_name(text: str, hits: list[_Hit], position: int, lang: str) -> bool:
    hit = hits[position]
    apart = not position or not text[hits[position - 1].end : hit.start].isspace()
    return apart and _may_be_name(_word_before(text, hit.start), lang)


def _leads_name(text: str, hits: list[_Hit], position: int, lang: str) -> bool:
    hit = hits[position]
    apart = position + 1 == len(hits) or not text[hit.end : hits[position + 1].start].isspace()
    return apart and _may_be_name(_word_after(text, hit.end), lang)


def _may_be_name(word: str, lang: str) -> bool:
    return word[:1].isupper() and word.casefold() not in _words(lang, "neutral")


def _word_before(text: str, start: int) -> str:
    match = _BEFORE.search(text[max(0, start - _WINDOW) : start])
    return match.group(1) if match else ""


def _word_after(text: str, end: int) -> str:
    match = _AFTER.match(text, end)
    return match.group(1) if match else ""


@cache
def _words(lang: str, kind: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, row_kind in entries("place_words", lang) if row_kind == kind)


def _misspelt(text: str, hits: list[_Hit], lang: str) -> Iterator[_Hit]:
    """Find long names with a slip of a letter or two, where a place word stands before them."""
    taken = [(hit.start, hit.end) for hit in hits]
    for match in _place_slots(lang).finditer(text):
        name = _NAME.match(text, match.end())
        if name and not any(start < name.end() and name.start() < end for start, end in taken):
            yield from _corrected(name.group(), name.start(), lang)


def _corrected(phrase: str, start: int, lang: str) -> Iterator[_Hit]:
    words = phrase.split(" ")
    for length in range(len(words), 0, -1):
        part = " ".join(words[:length])
        sense = nearest(part, lang)
        if sense:
            yield _Hit(start, start + len(part), sense)
            return


@cache
def _followers(lang: str, kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _words(lang, kind))
    return re.compile(rf" (?:{words})\b")


@cache
def _place_slots(lang: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _words(lang, "before"))
    return re.compile(rf"(?<!\w)(?i:{words})[ \u00a0]+(?=[^\W\d_a-z])")
