"""Datelines: "JAKARTA, May 5 (Antara) - " in front of the first sentence, with the place, the day and the wire in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ctnews import lexicon

_PLACE = r"(?P<place>[^\W\d_a-z][\w.'’]*(?:[ -][^\W\d_a-z][\w.'’]*){0,3})"
_PIECE = r"(?:,\s*[\w.'’][\w .'’/]{0,30}?)"
_WIRE = r"\((?P<wire>[^()\n]{2,60})\)"
_MARK = r"(?::|--|–|—|-)"
_DAY_FIRST = r"(?:\d{1,2} [^\W\d_]+\.? \d{4}\s*(?:,|—|–|--)\s*)"

_FORMS = (
    re.compile(rf"{_DAY_FIRST}?{_PLACE}{_PIECE}{{0,3}}\s*-?\s*{_WIRE}\s*{_MARK}?\s*(?=[^\W_]|[\"“‘'])"),
    re.compile(rf"{_DAY_FIRST}{_PLACE}{_PIECE}{{0,2}}\s*{_MARK}+\s+"),
    re.compile(rf"{_PLACE}{_PIECE}{{0,2}}\s*(?:--|–|—|(?<=\s)-)\s+"),
    re.compile(rf"{_PLACE}{_PIECE}{{1,3}}-\s+"),
    re.compile(rf"{_PLACE}{_PIECE}{{0,3}}\s*:\s+"),
    re.compile(r"(?P<day>\d{1,2} [^\W\d_]+\.? \d{4})\s*(?:—|–|--)\s+"),
)

LONGEST = 90  # characters of a dateline
MOST_PLACE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: how long it is, the place in title case, the wire agency, and its own words."""

    length: int
    place: str | None
    wire: str | None
    text: str


def find_dateline(text: str) -> Dateline | None:
    """Give the dateline at the start of a paragraph.

    >>> find_dateline("ALGIERS, Feb.11 (Xinhua) -- Officials met.").place
    'Algiers'
    >>> find_dateline("Officials met on Monday: they talked.") is None
    True
    """
    for form in _FORMS:
        match = form.match(text)
        if match and match.end() <= LONGEST and match.end() < len(text) and _acceptable(match):
            groups = match.groupdict()
            return Dateline(match.end(), _place(groups.get("place")), _wire(groups.get("wire")), match.group())
    return None


def _acceptable(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    place = groups.get("place")
    if place is None:
        return True
    marked = match.group().rstrip().endswith((":", "-", "–", "—"))
    if groups.get("wire") and not (marked or any(character.isdigit() for character in match.group())):
        return False
    if any(word in _stops("inside") for word in match.group().casefold().split()):
        return False
    first = place.split()[0].casefold()
    return len(place.split()) <= MOST_PLACE_WORDS and first not in _stops("opening")


def _place(place: str | None) -> str | None:
    if not place:
        return None
    return " ".join(word.capitalize() if word.isupper() else word for word in place.split())


def _wire(text: str | None) -> str | None:
    """Give the wire agency that a dateline's brackets name, by its usual name if the table has it."""
    if not text:
        return None
    name = re.split(r"\s[-/]\s", text)[0].strip()
    return _agencies().get(name.casefold(), name)


@cache
def _agencies() -> dict[str, str]:
    rows = lexicon.table("world/wire_agencies")
    return {alias.casefold(): row["name"] for row in rows for alias in (row["name"], *lexicon.values(row["aliases"]))}


@cache
def _stops(kind: str) -> frozenset[str]:
    rows = (row for language in lexicon.languages() for row in lexicon.optional_table(f"{language}/dateline_stops"))
    return frozenset(word.casefold() for row in rows if row["kind"] == kind for word in lexicon.values(row["phrase"]))
