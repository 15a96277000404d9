"""Tells for which country and agency a person speaks: from the role, the delegation, the unit that is headed."""

from __future__ import annotations

from collections.abc import Sequence

from ctnews.extraction import vocabulary
from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.roles import Line, Role
from ctnews.extraction.tokens import Span

UNIT = 14  # tokens after "who heads" in which the unit's country is looked for


def country_in(role: Role, line: Line) -> str | None:
    """Give the country that a role names: the first one that does not stand behind "to" or "in"."""
    for place in line.places:
        if role.start <= place.start < role.end and not _is_destination(line, place):
            return place.country
    return None


def agency_of(role: Role, line: Line) -> Agency | None:
    """Give the first agency that stands within or right beside a role."""
    inside = [agency for agency in line.agencies if role.start <= agency.start < role.end]
    return inside[0] if inside else None


def unit_country(line: Line, after: int, heads_unit: bool) -> str | None:
    """Give the country of the unit in "NAME, who heads the Russian Foreign Ministry's Department"."""
    if not heads_unit or after >= len(line.tokens):
        return None
    start = line.tokens[after].start
    stop = line.tokens[min(after + UNIT, len(line.tokens) - 1)].end
    return next((place.country for place in line.places if start <= place.start < stop), None)


def delegations(line: Line, names: Sequence[Span]) -> dict[int, str]:
    """Give the country whose delegation a name leads or belongs to, by the position of the name's first token.

    "X headed the Pakistani delegation and Y the Russian one": each name takes the country nearest to it that no
    other name stands between.
    """
    words = vocabulary.words("person_cues", "delegation", line.lang)
    if not any(token.folded in words for token in line.tokens):
        return {}
    found: dict[int, str] = {}
    for number, (first, after) in enumerate(names):
        left = line.tokens[names[number - 1][1] - 1].end if number else line.span[0]
        right = line.tokens[names[number + 1][0]].start if number + 1 < len(names) else line.span[1]
        country = _nearest(line, line.tokens[after - 1].end, right) or _nearest(
            line, left, line.tokens[first].start
        )
        if country:
            found[first] = country
    return found


def _nearest(line: Line, start: int, end: int) -> str | None:
    inside = [place for place in line.places if start <= place.start < end and place.kind in {"country", "demonym"}]
    return inside[0].country if inside else None


def _is_destination(line: Line, place: Place) -> bool:
    before = line.text[max(line.span[0], place.start - 12) : place.start].split()
    toward = vocabulary.words("person_cues", "toward", line.lang)
    return bool(before) and before[-1].lower() in toward
