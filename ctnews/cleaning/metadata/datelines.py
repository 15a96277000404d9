"""Datelines: "JAKARTA, May 5 (Antara) - " before the first sentence, with the place, the day and the wire in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ctnews import lexicon
from ctnews.cleaning.metadata.outlets import outlet_name, wire_name

_OUTLET = r"(?P<outlet>\w[\w-]*(?:\.[A-Za-z]{2,4})+)"
_PLACE = r"(?P<place>[^\W\d_a-z][\w.'’]*(?:[ /-][^\W\d_a-z][\w.'’]*){0,3})"
_PIECE = r"(?:,\s*[\w.'’][\w .'’/]{0,40}?)"
_WIRE = r"(?:\[[^\[\]\n]{2,30}\]\s*)?\((?P<wire>[^()\n]{2,60})\)"
_SLASHED = r"/(?P<wire>[A-Z][\w ]{1,20})/\.?"
_DAY = r"(?:\d{1,2} [^\W\d_]+\.? \d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{4})"
_DASH = r"(?:--+|–|—|\||(?<=\s)-)"
_BEFORE = rf"(?:{_DAY}\s*(?:,|—|–|--)\s*)?(?:{_OUTLET},\s*)?"
_SITE = re.compile(r"(?<=,\s)\w[\w-]*\.[A-Za-z]{2,4}\b(?:\.[A-Za-z]{2})?")
_DOMAIN = re.compile(r"\w[\w-]*\.[A-Za-z]{2,4}(?:\.[A-Za-z]{2})?$")
_SENTENCE = r"(?=[\"“‘'(\[]?[^\W_a-z])"

_FORMS = tuple(
    re.compile(form + _SENTENCE)
    for form in (
        rf"{_BEFORE}{_PLACE}{_PIECE}{{0,3}},?\s*-?\s*{_WIRE}\s*(?:{_DASH}|[-:])?\s*",
        rf"{_BEFORE}{_PLACE}{_PIECE}{{0,3}}\s*{_DASH}\s+(?:{_DAY}\s*{_DASH}\s+)?",
        rf"{_BEFORE}{_PLACE}{_PIECE}{{1,3}}-\s+",
        rf"{_BEFORE}{_PLACE}{_PIECE}{{0,3}}\s*:-?\s+",
        r"(?P<place>[A-Z][A-Z .'’-]+)(?:,\s[A-Z][a-z]+)?,\s(?:[^\W\d_]+\.? \d{1,2}|\d{1,2} [^\W\d_]+)(?:, \d{4})?\.\s+",
        rf"{_DAY}\s*{_DASH}\s+",
        rf"{_BEFORE}{_PLACE}{_PIECE}{{0,3}}\.?\s+{_SLASHED}\s*(?:{_DASH})?\s*",
        rf"{_BEFORE}{_PLACE}\s\[[^\[\]\n]{{2,30}}\]{_PIECE}{{0,2}}\s*\((?P<wire>[^()\n]{{2,60}})\)\s*(?:{_DASH}|[-:])?\s*",
        rf"{_OUTLET}\s*{_DASH}\s+(?:(?P<place>[A-Z][A-Z .'’]+[A-Z])\s*{_DASH}\s+)?",
        rf"{_OUTLET}(?:—|––)\s*",
        rf"{_WIRE}\s*{_DASH}\s+",
    )
)

LONGEST = 90  # characters of a dateline
MOST_PLACE_WORDS = 3  # words of a place that nothing but its capitals shows to be one


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: how long it is, the place in title case, the wire agency, its own words, and the site it names."""

    length: int
    place: str | None
    wire: str | None
    text: str
    outlet: str | None = None


def find_dateline(text: str) -> Dateline | None:
    """Give the dateline at the start of a paragraph.

    >>> find_dateline("ALGIERS, Feb.11 (Xinhua) -- Officials met.").place
    'Algiers'
    >>> find_dateline("Wang Yi: We met.") is None
    True
    """
    for form in _FORMS:
        match = form.match(text)
        if match and match.end() <= LONGEST and _acceptable(match):
            groups = match.groupdict()
            named, outlet = groups.get("place"), groups.get("outlet") or _site(match.group())
            if named and (_DOMAIN.match(named) or outlet_name(named) or wire_name(named)):
                named, outlet = None, outlet or named
            return Dateline(match.end(), _place(named), _wire(groups.get("wire")), match.group(), outlet)
    return None


def is_place(text: str) -> bool:
    """Tell whether a text is the name of a city or a country that the tables have.

    >>> is_place("New Delhi"), is_place("Post a comment")
    (True, False)
    """
    return text.strip(" .,:").casefold() in _places()


def _acceptable(match: re.Match[str]) -> bool:
    """Tell whether more than a capital and a dash speak for a dateline: figures, a wire, or a place that is known."""
    words, groups = match.group(), match.groupdict()
    place, wire = groups.get("place"), groups.get("wire")
    if place is None:
        return not wire or wire_name(wire) is not None
    if place.split()[0].casefold() in _stops("opening") or not _stops("inside").isdisjoint(words.casefold().split()):
        return False
    dated = any(character.isdigit() for character in words)
    if wire:
        return dated or words.rstrip().endswith((":", "-", "–", "—", "|"))
    known = any(part.strip(" .").casefold() in _places() for part in re.split(r"[,/:–—|]|--?\s", words))
    return known or (
        len(place.split()) <= MOST_PLACE_WORDS and (dated or place.isupper() or bool(groups.get("outlet")))
    )


def _place(place: str | None) -> str | None:
    if not place:
        return None
    first = place.split("/")[0]
    return " ".join(word.capitalize() if word.isupper() else word for word in first.split())


def _wire(text: str | None) -> str | None:
    """Give the wire agency that a dateline's brackets name, by its usual name if the table has it."""
    name = re.split(r"\s[-/]\s|,\s(?=.*\d)", text or "")[0].strip()
    if not any(character.isalpha() for character in name):
        return None
    return wire_name(name) or wire_name(name.split("/")[-1]) or name


def _site(dateline: str) -> str | None:
    """Give the site that stands behind a dateline's place: "JAKARTA, KOMPAS.com - "."""
    match = _SITE.search(dateline)
    return match[0] if match else None


@cache
def _places() -> frozenset[str]:
    """Give the names of cities and countries in all languages, without case."""
    folders = ("world", *lexicon.languages())
    rows = [row for name in ("cities", "countries") for at in folders for row in lexicon.optional_table(f"{at}/{name}")]
    names = (name for row in rows for name in (row["name"], *lexicon.values(row["aliases"])))
    return frozenset(name.casefold() for name in names)


@cache
def _stops(kind: str) -> frozenset[str]:
    rows = (row for language in lexicon.languages() for row in lexicon.optional_table(f"{language}/dateline_stops"))
    return frozenset(word.casefold() for row in rows if row["kind"] == kind for word in lexicon.values(row["phrase"]))
