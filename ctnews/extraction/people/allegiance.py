"""Tells for which country and agency a person speaks: from the role or the delegation."""

from __future__ import annotations

from collections.abc import Sequence

from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.people.line import Line
from ctnews.extraction.people.roles import Role
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.tokens import Span


def country_in(role: Role, line: Line) -> str | None:
    """Give the country that a role names: the first one that does not stand behind "to" or "in"."""
    for place in line.places:
        if role.start <= place.start < role.end and not _is_destination(line, place):
            return place.country
    return None


def agency_of(role: Role, line: Line) -> Agency | None:
    """Give the first agency that stands within a role, or right before it: "the UN Office (UNOCT) director"."""
    inside = (agency for agency in line.agencies if role.start <= agency.start < role.end)
    before = (agency for agency in line.agencies if not line.text[agency.end : role.start].strip(" ()'’s"))
    return next(inside, None) or next((agency for agency in before if agency.end <= role.start), None)


def delegations(line: Line, names: Sequence[Span]) -> dict[int, str]:
    """Give the country whose delegation a name leads or belongs to, by the position of the name's first token.

    "X headed the Pakistani delegation and Y the Russian one": each name takes the country nearest to it that no
    other name stands between.
    """
    found = {first: country for first, _ in names if (country := _introduced(line, first))}
    if not (_has(line, "person_cues", "delegation") and _has(line, "meeting_cues", "chair")):
        return found
    for number, (first, after) in enumerate(names):
        left = line.tokens[names[number - 1][1] - 1].end if number else line.span[0]
        right = line.tokens[names[number + 1][0]].start if number + 1 < len(names) else line.span[1]
        behind = _nearest(line, line.tokens[after - 1].end, right)
        country = behind or _delegation_before(line, left, line.tokens[first].start)
        if country:
            found.setdefault(first, country)
    return found


def _has(line: Line, table: str, kind: str) -> bool:
    start, end = line.span
    return bool(vocabulary.index_of(table, kind, line.lang).find(line.text[start:end]))


def _introduced(line: Line, first: int) -> str | None:
    """Give the country in "for Brazil, Amb. NAME"."""
    position = first - 1
    while position in line.titles:
        position -= 1
    if position < 2 or line.tokens[position].text != ",":
        return None
    place = next((p for p in line.places if p.end == line.tokens[position - 1].end), None)
    if place is None:
        return None
    before = line.text[max(line.span[0], place.start - 12) : place.start].split()
    return place.country if before and before[-1].lower() in _representing(line.lang) else None


def _representing(lang: str) -> frozenset[str]:
    return vocabulary.words("person_cues", "representing", lang)


def _nearest(line: Line, start: int, end: int) -> str | None:
    """Give the first country between two names, unless it belongs to the second: "the US side led by", "Head of"."""
    national = (place for place in line.places if start <= place.start < end and place.kind in {"country", "demonym"})
    place = next(national, None)
    if place is None or (end < line.span[1] and _led_by(line, place.end, end)):
        return None
    heads = any(start <= line.tokens[i].start < place.start for i in line.heads)
    return None if heads and end < line.span[1] else place.country


def _delegation_before(line: Line, start: int, end: int) -> str | None:
    """Give the country of the delegation named last before a name: "the Australian delegation was led by NAME"."""
    words = vocabulary.words("person_cues", "delegation", line.lang)
    national = [p for p in line.places if start <= p.start < end and p.kind in {"country", "demonym"}]
    for place in reversed(national):
        if any(word.strip(".,").lower() in words for word in line.text[place.end : end].split()[:2]):
            return place.country
        if any(word.strip(".,").lower() in words for word in line.text[start : place.start].split()[-1:]):
            return place.country
    return None


def _led_by(line: Line, start: int, end: int) -> bool:
    return bool(vocabulary.index_of("person_cues", "led_by", line.lang).find(line.text[start:end]))


def _is_destination(line: Line, place: Place) -> bool:
    before = line.text[max(line.span[0], place.start - 12) : place.start].split()
    toward = vocabulary.words("person_cues", "toward", line.lang)
    return bool(before) and before[-1].lower() in toward
