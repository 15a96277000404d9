"""Puts together what an article's sentences tell of one meeting, and keeps apart what they tell of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctnews.extraction.facts import Place
from ctnews.extraction.meetings.accounts import Account, Telling
from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.events import Event
from ctnews.extraction.meetings.parties import Parties, named_parties, told_parties
from ctnews.extraction.meetings.scene import Scene, Sentence
from ctnews.extraction.meetings.slots import fill
from ctnews.extraction.text import vocabulary

if TYPE_CHECKING:
    from ctnews.dates import DateMention

NATIONAL = frozenset({"country", "demonym"})
OBJECT = 12  # tokens after "call on" in which the one who is called on has to stand
SUBJECT = 14  # tokens before a verb of travel in which the traveller has to stand
LOOSE = frozenset({"talks", "visit"})


def accounts(scene: Scene) -> list[Account]:
    """Give the accounts of an article, in the order of their first telling; weak tellings only add to strong ones."""
    found: list[Account] = []
    weak: list[Telling] = []
    for telling in _tellings(scene):
        target = _target(found, telling)
        if target is not None:
            target.tellings.append(telling)
        elif telling.strong or (telling.sentence.number < 2 and _opens(telling)):
            found.append(Account([telling]))
        else:
            weak.append(telling)
    for telling in weak:
        target = _target(found, telling)
        if target is not None:
            target.tellings.append(telling)
    for account in found:
        account.tellings.sort(key=lambda t: (t.sentence.number, t.event.first))
    return sorted(found, key=lambda account: account.first_sentence)


def _opens(telling: Telling) -> bool:
    """Tell whether a weak telling in the lead may begin the article's own meeting."""
    return telling.slots.certain and telling.event.use != "aspect" and telling.event.order is None


def _tellings(scene: Scene) -> list[Telling]:
    from ctnews.extraction.meetings.events import find_events

    tellings = []
    for sentence in scene.lines:
        events = [event for event in find_events(sentence) if _acceptable(sentence, event)]
        slots = fill(scene, sentence, events)
        tellings += [
            Telling(
                sentence,
                event,
                slots[event],
                named_parties(sentence, event),
                told_parties(scene, sentence, event, slots[event]),
            )
            for event in events
        ]
    return tellings


def _acceptable(sentence: Sentence, event: Event) -> bool:
    """A verb of meeting needs someone who meets; a signing needs something to sign."""
    if event.use == "sign":
        return bool(sentence.cues("agreement"))
    if event.use == "verb" and event.ordinal is not None:
        return True
    if event.use == "verb" and event.kind == "visit":
        return _has_subject(sentence, event)
    if event.use == "verb" and event.kind == "courtesy_call":
        ahead = range(event.after, event.after + OBJECT)
        return any(i in sentence.in_names or i in sentence.in_roles or i in sentence.heads for i in ahead)
    if event.use == "verb" and event.kind == "training":
        return len(sentence.agencies) > 0
    if event.use == "verb":
        return bool(sentence.people) or len({place.country for place in sentence.places}) > 1
    if event.use == "accord":
        before = [place for place in sentence.places if place.kind in NATIONAL and place.start < event.start]
        return len({place.country for place in before}) > 1
    return True


def _has_subject(sentence: Sentence, event: Event) -> bool:
    """Tell whether a person stands close enough before a verb to be the one who travels."""
    told = sentence.in_names | sentence.in_roles | sentence.in_agencies
    positions = [sentence.position(start) for spans in sentence.people.values() for start, _ in spans]
    pronouns = vocabulary.words("person_cues", "pronoun", sentence.lang)
    positions += [i for i in range(event.first) if sentence.tokens[i].folded in pronouns]
    return any(
        position < event.first and len([i for i in range(position, event.first) if i not in told]) <= SUBJECT
        for position in positions
    )


def _target(found: Sequence[Account], telling: Telling) -> Account | None:
    """Give the account that a telling adds to: of those it does not contradict the closest, then the first."""
    for account in sorted(found, key=lambda a: (-_closeness(a, telling), a.first_sentence)):
        if compatible(account, telling):
            return account
    return None


def _closeness(account: Account, telling: Telling) -> int:
    same_number = telling.event.ordinal is not None and account.ordinal == telling.event.ordinal
    same_date = telling.slots.date is not None and account.date is not None and _agree(account.date, telling.slots.date)
    return 2 * same_number + same_date + (account.kind == telling.event.kind and telling.specific)


def compatible(account: Account, telling: Telling) -> bool:
    """Tell whether nothing that a telling says contradicts an account."""
    event, slots = telling.event, telling.slots
    if event.order != account.order and (event.order or account.order) and not _same_facts(account, telling):
        return False
    if None not in (event.ordinal, account.ordinal) and event.ordinal != account.ordinal:
        return False
    if event.series and account.series and event.series != account.series:
        return False
    new_date = account.status == "cancelled" and not telling.specific and slots.status == "scheduled"
    if slots.date and account.date and not _agree(account.date, slots.date) and not new_date:
        return False
    if _beside(account, telling):
        return False
    if _apart(slots.place, account.place):
        return False
    if telling.named and account.parties and not _akin(telling.named, account.parties):
        return False
    return _kinds_mix(account, telling)


def _beside(account: Account, telling: Telling) -> bool:
    """Tell whether a telling speaks of talks on the sidelines of the account's meeting."""
    contact = telling.specific and family(telling.event.kind) == "contact"
    return contact and bool(telling.sentence.at("margins")) and family(account.kind) != "contact"


def _same_facts(account: Account, telling: Telling) -> bool:
    return account.date is not None and telling.slots.date is not None and _agree(account.date, telling.slots.date)


def _kinds_mix(account: Account, telling: Telling) -> bool:
    """Tell whether the words for the two kinds can mean one meeting."""
    one, other = account.kind, telling.event.kind
    if one == other or not telling.specific:
        return True
    if telling.event.series and telling.event.series == account.series:
        return telling.event.ordinal is None
    families = {family(one), family(other)}
    if len(families) == 1:
        return (account.loose or telling.loose) and not _several(account, telling)
    if not any(t.specific for t in account.tellings):
        return telling.strong or families <= {"contact", "institution"}
    return families == {"contact", "institution"} and _loose_contact(account, telling)


def _several(account: Account, telling: Telling) -> bool:
    """Tell whether a call, a visit and talks are told apart: each with a day of its own, the visit over several."""
    dates = account.date, telling.slots.date
    journey = any(date and date.first != date.last and date.granularity == "day" for date in dates)
    return account.kind != telling.event.kind and journey and None not in dates


def _loose_contact(account: Account, telling: Telling) -> bool:
    """Tell whether the one of the two that only says "talks" or "visit" may stand for the other."""
    if family(account.kind) == "contact":
        journey = account.kind == "visit" and account.date and account.date.first != account.date.last
        return account.loose and account.kind in LOOSE and not journey
    return telling.loose and telling.event.kind in LOOSE and (telling.slots.date is None or account.date is not None)


def _agree(one: DateMention, other: DateMention) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return True
    return one.first <= other.last and other.first <= one.last


def _apart(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    if one.country != other.country:
        return True
    return one.name != other.name and one.kind == other.kind == "city"


def _akin(one: Parties, other: Parties) -> bool:
    return one <= other or other <= one or len(one & other) > 1
