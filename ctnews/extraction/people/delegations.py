"""Tells whose delegation a name leads or belongs to: "the Uzbek side was headed by NAME", "Kenya sent NAME"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ctnews.extraction.facts import Place
from ctnews.extraction.people.line import Line
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.tokens import Span

PAIRED = 90  # characters from two countries to the comma before their two officials
OPENS = 12  # characters before a country that opens a sentence: "For the Gambia, ..."
ELLIPSIS = 40  # tokens over which one "sent" serves several countries
NEAR = 12  # tokens between a side's country and the "by" before its leader


def delegations(line: Line, names: Sequence[Span], speaking: str | None = None) -> dict[int, str]:
    """Give the country whose delegation a name leads or belongs to, by the position of the name's first token.

    "X headed the Pakistani delegation and Y the Russian one": each name takes the country nearest to it that no
    other name stands between. `speaking` is the country of the delegation that was named before this sentence.
    """
    found: dict[int, str] = {}
    for number, (first, _) in enumerate(names):
        floor = names[number - 1][1] if number else 0
        country = _introduced(line, first) or _represented(line, floor, first) or _sent(line, floor, first)
        before = found.get(names[number - 1][0]) if number else None
        if before and not country and _listed(line, floor, first):
            country = before
        if country:
            found[first] = country
    led = _has(line, "meeting_cues", "chair")
    if _has(line, "person_cues", "delegation") and led:
        _add_nearest(line, names, found, speaking)
    if _has(line, "person_cues", "members"):
        _add_members(line, names, found, speaking)
    return found


def _add_members(line: Line, names: Sequence[Span], found: dict[int, str], speaking: str | None) -> None:
    """Take the names in "the Kenyan delegation comprised NAME, NAME and NAME" for the side's, one after the other."""
    country = None if spoken_of(line) else speaking
    for first, _ in names:
        if first not in found:
            before = _delegation_before(line, line.span[0], line.tokens[first].start) or country
            if before:
                found[first] = before


def _listed(line: Line, floor: int, first: int) -> bool:
    """Tell whether a name goes on a list of one side's: no country and no other side between it and the name before."""
    between = {token.folded for token in line.tokens[floor:first]}
    start, end = line.tokens[floor].start, line.tokens[first].start
    national = bool(line.national_in(start, end))
    return not national and not between & (_words(line, "by") | {";"})


def _add_nearest(line: Line, names: Sequence[Span], found: dict[int, str], speaking: str | None) -> None:
    for number, (first, after) in enumerate(names):
        left = line.tokens[names[number - 1][1] - 1].end if number else line.span[0]
        right = line.tokens[names[number + 1][0]].start if number + 1 < len(names) else line.span[1]
        behind = _nearest(line, line.tokens[after - 1].end, right)
        country = behind or _delegation_before(line, left, line.tokens[first].start)
        country = country or (speaking if number == 0 and _unnamed(line, first) else None)
        if country:
            found.setdefault(first, country)


def respective(line: Line, names: Sequence[Span]) -> dict[int, str]:
    """Give the countries of two names that two countries lead: "the Algerian and Tunisian ministers, NAME and NAME"."""
    found: dict[int, str] = {}
    joining = vocabulary.words("roles", "joining", line.lang)
    for (first, after), (second, _) in pairwise(names):
        comma = first - 1
        while comma in line.titles:
            comma -= 1
        between = [line.tokens[i].folded for i in range(after, second) if i not in line.titles]
        if comma < 1 or line.tokens[comma].text != "," or len(between) != 1 or between[0] not in joining:
            continue
        two = _joined_pair(line, line.tokens[comma].start)
        if two and any(i in line.heads for i in range(comma)):
            found[first], found[second] = two
    return found


def _joined_pair(line: Line, end: int) -> tuple[str, str] | None:
    """Give the two countries last named before an offset, if they are joined: "Iraq and Jordan"."""
    before = [place for place in line.national if place.end <= end][-2:]
    if len(before) < 2 or end - before[0].start > PAIRED:
        return None
    gap = [word.lower() for word in line.text[before[0].end : before[1].start].split()]
    words = [word for word in gap if word not in _words(line, "filler")]
    joined = len(words) == 1 and words[0] in vocabulary.words("roles", "joining", line.lang)
    return (before[0].country, before[1].country) if joined else None


def spoken_of(line: Line) -> str | None:
    """Give the country of the last delegation that a sentence names: "a team from Ghana", "the Thai delegation"."""
    words = vocabulary.words("person_cues", "delegation", line.lang)
    links = vocabulary.words("person_cues", "representing", line.lang) | vocabulary.words(
        "roles", "connector", line.lang
    )
    country, starts = None, [token.start for token in line.tokens]
    for place in line.national:
        first, last = bisect_left(starts, place.start), bisect_left(starts, place.end)
        before = [token.folded for token in line.tokens[max(0, first - 3) : first]]
        after = [token.folded for token in line.tokens[last : last + 2]]
        if words & set(after) or (before and before[-1] in links | {"the"} and words & set(before)):
            country = place.country
    return country


def _has(line: Line, table: str, kind: str) -> bool:
    start, end = line.span
    return bool(vocabulary.index_of(table, kind, line.lang).find(line.text[start:end]))


def _introduced(line: Line, first: int) -> str | None:
    """Give the country in "for Brazil, Amb. NAME" and "on the Romanian side, NAME"."""
    position = _before_description(line, first)
    if position < 2 or line.tokens[position].text != ",":
        return None
    place = next(
        (p for p in line.national if line.tokens[position - 2].start <= p.end <= line.tokens[position].start), None
    )
    if place is None:
        return None
    before = line.text[max(line.span[0], place.start - 12) : place.start].lower().split()
    behind = line.text[place.end : line.tokens[position].start].lower().strip()
    if behind:
        return place.country if behind in vocabulary.words("person_cues", "delegation", line.lang) else None
    return place.country if before and before[-1] in _words(line, "representing") else None


def _represented(line: Line, floor: int, first: int) -> str | None:
    """Give the country in "India was represented by NAME", "the Malian side was led by NAME, the Thai one by NAME"."""
    by = _before_description(line, first)
    if by <= floor or line.tokens[by].folded not in _words(line, "by"):
        return None
    places = line.national_in(line.tokens[max(floor, by - NEAR)].start, line.tokens[by].start)
    if not places:
        return None
    place = places[-1]
    if _stands_for(line, place):
        return None
    between = [token.folded for token in line.tokens[floor:by] if token.start >= place.end]
    stands = not between or bool(set(between) & (_words(line, "delegation") | _words(line, "leading")))
    opens = place.start - line.span[0] < OPENS and _words(line, "representing") & {line.tokens[0].folded}
    return place.country if stands and (opens or "," not in between) else None


def _stands_for(line: Line, place: Place) -> bool:
    """Tell whether a country tells of the name before it: "NAME for the Kyrgyz side and by NAME"."""
    before = [word.lower() for word in line.text[max(line.span[0], place.start - 12) : place.start].split()]
    last = [word for word in before if word not in _words(line, "filler")][-1:]
    return bool(set(last) & _words(line, "representing")) and place.start - line.span[0] >= OPENS


def _sent(line: Line, floor: int, first: int) -> str | None:
    """Give the country in "Bhutan sent NAME; Myanmar Colonel NAME"."""
    position = _before_description(line, first)
    if position < floor:
        return None
    sends = line.tokens[position].folded in _words(line, "sending")
    elliptic = (
        any(line.tokens[i].folded in _words(line, "sending") for i in range(max(0, position - ELLIPSIS), position))
        and not sends
    )
    end = line.tokens[position - 1].end if sends and position else line.tokens[position].end
    if not (sends or elliptic):
        return None
    return next((p.country for p in line.national if p.kind == "country" and p.end == end), None)


def _before_description(line: Line, first: int) -> int:
    """Give the position of the token before a name, its titles and the chain of words of its office."""
    position = first - 1
    while position >= 0 and position in line.titles:
        position -= 1
    if position + 1 < first:
        while position >= 0 and position in line.modifiers and line.tokens[position].capitalised:
            position -= 1
    start = position
    if position >= 0 and line.tokens[position].text == ",":
        position -= 1
    while position >= 0 and _describes(line, position) and line.tokens[position].end not in line.country_ends:
        position -= 1
    found = any(i in line.heads for i in range(position + 1, start + 1))
    return position if found else start


def _describes(line: Line, position: int) -> bool:
    token = line.tokens[position]
    return line.links(position) and token.folded not in _words(line, "representing") and token.text not in "()"


def _words(line: Line, kind: str) -> frozenset[str]:
    return vocabulary.words("person_cues", kind, line.lang)


def _nearest(line: Line, start: int, end: int) -> str | None:
    """Give the first country between two names, unless it belongs to the second: "the US side led by", "Head of"."""
    place = next(iter(line.national_in(start, end)), None)
    if place is None or (end < line.span[1] and _led_by(line, place.end, end)):
        return None
    heads = any(start <= line.tokens[i].start < place.start for i in line.heads)
    return None if heads and end < line.span[1] else place.country


def _delegation_before(line: Line, start: int, end: int) -> str | None:
    """Give the country of the delegation named last before a name: "the Australian delegation was led by NAME"."""
    words = _words(line, "delegation")
    for place in reversed(line.national_in(start, end)):
        if any(word.strip(".,").lower() in words for word in line.text[place.end : end].split()[:2]):
            return place.country
        if any(word.strip(".,").lower() in words for word in line.text[start : place.start].split()[-1:]):
            return place.country
    return None


def _unnamed(line: Line, first: int) -> bool:
    """Tell whether a sentence speaks of a delegation without its country before a name: "The team was led by NAME"."""
    before = line.tokens[:first]
    national = any(place.start < line.tokens[first].start for place in line.national)
    return not national and any(token.folded in _words(line, "delegation") for token in before)


def _led_by(line: Line, start: int, end: int) -> bool:
    return bool(vocabulary.index_of("person_cues", "led_by", line.lang).find(line.text[start:end]))
