"""Gives each place that speaks of a meeting its date and its place, from the same sentence.

Every pair of an event and a date (or place) has a price in tokens: the distance, and more for commas, for another
event in between, for words of reporting. The cheapest pairs win, as a reader takes what stands nearest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from ctnews.extraction.facts import Place
from ctnews.extraction.meetings.coming import ahead
from ctnews.extraction.meetings.events import Event
from ctnews.extraction.meetings.lengths import End, end_of, length_of
from ctnews.extraction.meetings.moves import moved_to
from ctnews.extraction.meetings.scene import Scene, Sentence
from ctnews.extraction.meetings.status import Status, doubtful, status_of, to_come
from ctnews.extraction.text.tokens import Span

if TYPE_CHECKING:
    from ctnews.dates import Anchor, DateMention

Item = TypeVar("Item")

COMMA = 6
ACCORD = 10  # the event is only an agreement between sides
BEFORE = 5  # the item stands before the event
CROSSING = 14  # another event stands between
REPORTED = 25  # a word of reporting stands between or right before a date
ASIDE = 20  # the event is one on whose sidelines another was
BARE = 16  # a city without a preposition
COUNTRY = 9  # a country where a city could be told
TOO_FAR = 34
OPENING = 9  # the item opens the sentence, set off by a comma
NEARBY = 3
VERB = 4  # what it costs at most that a verb of taking place stands between an event and where it was
JOURNEY = 12  # tokens between a journey and what it is for
LEAD_IN = 6  # tokens before a place or date in which its preposition can stand
YEARS = frozenset({"year", "decade", "unknown"})


@dataclass(frozen=True, slots=True)
class Slots:
    """What a sentence tells of an event, and at which price it was found."""

    date: DateMention | None = None
    date_price: int = 0
    place: Place | None = None
    place_price: int = 0
    here: bool = False
    status: Status = "held"
    certain: bool = True
    until: DateMention | None = None
    end: End | None = None
    length: int | None = None


def fill(scene: Scene, sentence: Sentence, events: Sequence[Event]) -> dict[Event, Slots]:
    """Give the slots of the events of one sentence."""
    dates = _assign(sentence, events, _datable(scene.anchor, sentence), _date_price)
    places = _assign(sentence, events, _placeable(sentence, events), _place_price)
    _share(sentence, events, dates)
    _share(sentence, events, places)
    here = bool(sentence.cues("here"))
    anchor = scene.anchor
    if anchor:
        dates = {
            event: (ahead(date, sentence, anchor) if to_come(sentence, event) else date, price)
            for event, (date, price) in dates.items()
        }
    moved = moved_to(sentence, events)
    journeys = {other: one for one, other in pairwise(events) if _journey_to(sentence, one, other)}
    dates |= {event: (date, 0) for event, date in moved.items()}
    return {
        event: Slots(
            date=dates[event][0] if event in dates else None,
            date_price=dates[event][1] if event in dates else 0,
            place=places[event][0] if event in places else None,
            place_price=places[event][1] if event in places else 0,
            here=here and event not in places,
            status=status_of(
                scene.anchor,
                sentence,
                events,
                journeys.get(event, event),
                dates[event][0] if event in dates else None,
                moved=event in moved,
            ),
            certain=not doubtful(sentence, event),
            until=_until(sentence, event, dates[event][0] if event in dates else None),
            end=end_of(sentence, dates[event][0]) if event in dates else None,
            length=length_of(sentence, event.first, event.after),
        )
        for event in events
    }


def _datable(anchor: Anchor | None, sentence: Sentence) -> list[tuple[DateMention, Span]]:
    found = []
    for date in sentence.dates:
        first, after = sentence.position(date.start), sentence.position(date.end)
        led_in = first > 0 and sentence.word(first - 1, "year_preposition")
        if first > 0 and (first - 1 in sentence.at("until") or sentence.word(first - 1, "since")):
            continue
        told = led_in or _inside_name(sentence, first) or _another_year(anchor, date)
        if date.first and (date.granularity not in YEARS or told):
            found.append((date, (first, after)))
    return found


def _another_year(anchor: Anchor | None, date: DateMention) -> bool:
    """Tell whether words name a year that is not that of the article: "next year"."""
    if anchor is None or not date.first or not date.last or any(letter.isdigit() for letter in date.text):
        return False
    return date.first > anchor.last or date.last < anchor.first


def _until(sentence: Sentence, event: Event, start: DateMention | None) -> DateMention | None:
    """Give the last day that the words behind an event tell: "will run until 16 August", "began on 2 May, ends ..."."""
    began = start is not None and end_of(sentence, start) == "first"
    for date in sentence.dates:
        first = sentence.position(date.start)
        closes = began and date is not start and end_of(sentence, date) == "last"
        ends = (closes or first - 1 in sentence.at("until")) and date.granularity == "day"
        if ends and 0 < first - event.after <= TOO_FAR:
            return date
    return None


def _inside_name(sentence: Sentence, position: int) -> bool:
    """Tell whether a year opens a name: "the 2022 ASEAN-U.S. Workshop"."""
    return position + 1 < len(sentence.tokens) and sentence.tokens[position + 1].capitalised


def _placeable(sentence: Sentence, events: Sequence[Event]) -> list[tuple[Place, Span]]:
    found = []
    visited = {event.after for event in events if event.use == "verb" and event.kind == "visit"}
    for place in sentence.places:
        first, after = sentence.position(place.start), sentence.position(place.end)
        if place.kind == "demonym" or first in sentence.in_roles or _in_name_of_agency(sentence, first):
            continue
        if place.kind == "country" and any(e.first <= first < e.after and e.kind != "visit" for e in events):
            continue
        if _elsewhere(sentence, first) or is_government(sentence, first, after) or _of_a_name(sentence, first, place):
            continue
        if place.kind != "country" or _prepared(sentence, first, 2) or _hosts(sentence, after) or first in visited:
            found.append((place, (first, after)))
    return found


def _in_name_of_agency(sentence: Sentence, first: int) -> bool:
    """Tell whether a place is part of an agency's name, not told behind a comma: "the academy, Kajang"."""
    return first in sentence.in_agencies and sentence.tokens[first - 1].text != ","


def _of_a_name(sentence: Sentence, first: int, place: Place) -> bool:
    """Tell whether a city only names something: "the Nairobi protocol", but not "at the Nairobi police college"."""
    if place.kind == "country" or first < 2 or not sentence.word(first - 1, "the"):
        return False
    return not sentence.word(first - 2, "inside")


def is_government(sentence: Sentence, first: int, after: int) -> bool:
    """Tell whether a city that opens a sentence stands for its government: "Tehran and Ankara signed ..."."""
    bare = not _prepared(sentence, first, LEAD_IN) and not _hosts(sentence, after)
    set_off = after < len(sentence.tokens) and sentence.tokens[after].text in {",", ":", "-", "–", "—", "("}
    return first <= NEARBY and bare and not set_off


def _elsewhere(sentence: Sentence, first: int) -> bool:
    """Tell whether the place is that of an attack or a war: "the attack in Marawi"."""
    return any(sentence.word(i, "not_venue") for i in range(max(0, first - NEARBY), first))


def _assign(
    sentence: Sentence,
    events: Sequence[Event],
    items: Sequence[tuple[Item, Span]],
    price: Callable[[Sentence, Sequence[Event], Event, Item, Span], int],
) -> dict[Event, tuple[Item, int]]:
    """Give each event at most one item and each item to one event, cheapest pairs first."""
    pairs = sorted(
        (price(sentence, events, event, item, span), event_number, item_number)
        for event_number, event in enumerate(events)
        for item_number, (item, span) in enumerate(items)
    )
    given: dict[Event, tuple[Item, int]] = {}
    taken: set[int] = set()
    for cost, event_number, item_number in pairs:
        event = events[event_number]
        if cost <= TOO_FAR and event not in given and item_number not in taken:
            given[event] = items[item_number][0], cost
            taken.add(item_number)
    return given


def _date_price(sentence: Sentence, events: Sequence[Event], event: Event, _date: DateMention, span: Span) -> int:
    gap = _gap(event, span)
    reported = bool(sentence.at("report") & {*gap, *range(max(0, span[0] - LEAD_IN), span[0])})
    return _distance(sentence, events, event, span) + REPORTED * reported + ASIDE * _in_margins(sentence, event)


def _in_margins(sentence: Sentence, event: Event) -> bool:
    """Tell whether an event only says on the sidelines of what something was done."""
    return bool(sentence.at("margins") & set(range(max(0, event.first - 4), event.first)))


def _place_price(sentence: Sentence, events: Sequence[Event], event: Event, place: Place, span: Span) -> int:
    bare = not (_prepared(sentence, span[0], LEAD_IN) or _hosts(sentence, span[1]))
    price = _distance(sentence, events, event, span) + BARE * bare + COUNTRY * (place.kind == "country")
    return price + TOO_FAR * (event.use == "accord" and place.kind != "city")


def _distance(sentence: Sentence, events: Sequence[Event], event: Event, span: Span) -> int:
    if span[1] <= event.first and _opens(sentence, span):
        return OPENING
    told = sentence.in_names | sentence.in_roles | sentence.in_dates | sentence.in_agencies
    whole = [i for i in _gap(event, span) if i not in told]
    crossed = sum(_stands_between(sentence, event, other, whole) for other in events)
    before = span[1] <= event.first
    gap = whole if before else _behind_verb(sentence, event, whole)
    listed = told | sentence.in_places
    commas = sum(sentence.tokens[i].text in {",", ";", ":"} and not {i - 1, i + 1} & listed for i in gap)
    return len(gap) + COMMA * commas + CROSSING * crossed + BEFORE * before + ACCORD * (event.use == "accord")


def _behind_verb(sentence: Sentence, event: Event, gap: list[int]) -> list[int]:
    """Give what lies behind the verb that says of a named event that it was: "..., was held in Rome"."""
    if event.use not in {"name", "generic"}:
        return gap
    verbs = [n for n, i in enumerate(gap) if i in sentence.at("took_place")]
    return [*gap[: min(verbs[-1], VERB * len(verbs))], *gap[verbs[-1] + 1 :]] if verbs else gap


def _stands_between(sentence: Sentence, event: Event, other: Event, gap: Sequence[int]) -> bool:
    """Tell whether another event comes between; one on whose sidelines this one was does not."""
    apart = other is not event and other.use != "aspect" and other.first in gap
    return apart and not _in_margins(sentence, other)


def _opens(sentence: Sentence, span: Span) -> bool:
    """Tell whether the item opens the sentence and a comma sets it off: "In Cairo, ..."."""
    closed = span[1] < len(sentence.tokens) and sentence.tokens[span[1]].text in {",", ":", "–", "—", "-", "|"}
    return span[0] <= 2 and closed


def _gap(event: Event, span: Span) -> range:
    """Give the positions between an event and an item; none if the item stands inside."""
    if span[0] >= event.after:
        return range(event.after, span[0])
    return range(span[1], event.first)


def _prepared(sentence: Sentence, first: int, reach: int) -> bool:
    """Tell whether a preposition of place leads up to a position."""
    return any(sentence.word(position, "place") for position in range(max(0, first - reach), first))


def _hosts(sentence: Sentence, after: int) -> bool:
    return any(sentence.word(i, "host") for i in range(after, min(after + 3, len(sentence.tokens))))


def _share(sentence: Sentence, events: Sequence[Event], given: dict[Event, tuple[Item, int]]) -> None:
    """Events joined by "and" share the date and place that one of them has, as do a journey and what it is for."""
    for one, other in pairwise(events):
        between = range(one.after, other.first)
        joined = 0 < len(between) <= 3 and any(sentence.word(i, "also") for i in between)
        if joined and not any(i for i in between if sentence.tokens[i].text == ","):
            value = given.get(one) or given.get(other)
            if value is not None:
                given.setdefault(one, value)
                given.setdefault(other, value)
        leads = one in given and (_journey_to(sentence, one, other) or _where(sentence, one, other))
        if leads:
            given.setdefault(other, given[one])


def _journey_to(sentence: Sentence, one: Event, other: Event) -> bool:
    """Tell whether a journey is told with what it is for: "leaves for Lusaka for a meeting"."""
    if one.kind != "visit" or other.first - one.after > JOURNEY:
        return False
    return bool(sentence.at("purpose_of") & set(range(one.after, other.first)))


def _where(sentence: Sentence, one: Event, other: Event) -> bool:
    """Tell whether "where" ties an event to the place of the one before: "signed in Brdo, where they met"."""
    return any(sentence.word(i, "where") for i in range(max(one.after, other.first - JOURNEY), other.first))
