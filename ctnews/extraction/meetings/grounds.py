"""What an account of a meeting was read from: the words, and the rules that took them for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ctnews.extraction.facts import Ground, Person
from ctnews.extraction.meetings.parties import party_name

if TYPE_CHECKING:
    from ctnews.extraction.meetings.accounts import Account, Telling
    from ctnews.extraction.meetings.scene import Scene


def of_meeting(
    scene: Scene, account: Account, *, parties: Iterable[str], participants: Sequence[int]
) -> tuple[Ground, ...]:
    """Give what an account of a meeting was read from: kind and number, date, place, parties, those who took part."""
    found = [ground for telling in account.tellings for ground in _of_telling(telling)]
    if date := account.date:
        found.append(Ground("start", date.iso or "", date.start, date.end, f"date: {date.rule}"))
    if until := account.until:
        found.append(Ground("end", until.iso or "", until.start, until.end, f"date: {until.rule}"))
    if place := account.place:
        field = "country" if place.kind == "country" else "city"
        found.append(Ground(field, place.name, place.start, place.end, f"{place.kind} in the sentence"))
    found += _of_parties(scene, account, parties)
    found += [ground for index in participants for ground in _of_participant(scene.people[index], account)]
    return tuple(dict.fromkeys(found))


def _of_telling(telling: Telling) -> Iterator[Ground]:
    event = telling.event
    yield Ground("kind", event.kind, event.start, event.end, f"meeting words: {event.use}")
    if event.ordinal is not None:
        yield Ground("ordinal", str(event.ordinal), event.start, event.end, "number in the meeting's words")
    yield Ground("status", telling.slots.status, event.start, event.end, "tense and words around it")


def _of_parties(scene: Scene, account: Account, parties: Iterable[str]) -> Iterator[Ground]:
    """Give for each party its first name in the sentences that tell of the meeting, else in the article."""
    named = [(place.start, place.end, place.country) for place in scene.places]
    named += [(agency.start, agency.end, agency.country or party_name(agency)) for agency in scene.agencies]
    sentences = [telling.sentence.span for telling in account.tellings]
    for party in parties:
        spans = sorted((start, end) for start, end, told in named if told == party)
        beside = [span for span in spans if any(first <= span[0] < last for first, last in sentences)]
        if spans:
            rule = "named in the sentence" if beside else "named in the article"
            yield Ground("parties", party, *(beside or spans)[0], rule)


def _of_participant(person: Person, account: Account) -> Iterator[Ground]:
    sentences = [telling.sentence.span for telling in account.tellings]
    beside = [span for span in person.spans if any(first <= span[0] < last for first, last in sentences)]
    rule = "named in the sentence" if beside else "leads or speaks for a side"
    yield Ground("participants", person.name, *(beside or person.spans)[0], rule)
