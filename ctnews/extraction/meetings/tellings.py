"""Reads every place in an article that speaks of a meeting, and turns down what only sounds like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctnews.extraction.meetings.accounts import Telling
from ctnews.extraction.meetings.events import Event, find_events
from ctnews.extraction.meetings.parties import named_parties
from ctnews.extraction.meetings.scene import Scene, Sentence
from ctnews.extraction.meetings.slots import Slots, fill
from ctnews.extraction.meetings.subjects import (
    anaphoric,
    arrives,
    group_met,
    has_object,
    has_subject,
    of_body,
    of_fighters,
)
from ctnews.extraction.meetings.told import told_parties

if TYPE_CHECKING:
    from ctnews.dates import DateMention

NATIONAL = frozenset({"country", "demonym"})
OF_WHAT = 8  # tokens behind "edition" in which stands what it is an edition of
NEGATED = 3  # tokens before a verb in which "not" stands
HISTORY = 300  # days before an article after which a meeting is no news


def tellings_of(scene: Scene) -> list[Telling]:
    """Give the tellings of an article in the order of its text."""
    tellings = []
    for sentence in scene.lines:
        events = [event for event in find_events(sentence) if _acceptable(sentence, event)]
        slots = fill(scene, sentence, events)
        slots |= {event: Slots(certain=slots[event].certain) for event in events if event.idle}
        tellings += [
            Telling(
                sentence,
                event,
                slots[event],
                named_parties(sentence, event),
                told_parties(scene, sentence, event, slots[event]),
                event.use == "verb" and group_met(sentence, event),
                _past(scene, slots[event].date),
                event.use == "verb" and has_subject(sentence, event) and has_object(sentence, event),
            )
            for event in events
        ]
    return tellings


def _past(scene: Scene, when: DateMention | None) -> bool:
    """Tell whether a date lies so long before the article that it is history."""
    return bool(when and when.last and scene.anchor and (scene.anchor.first - when.last).days > HISTORY)


def _acceptable(sentence: Sentence, event: Event) -> bool:
    """A verb of meeting needs someone who meets; a signing needs something to sign."""
    if event.use == "generic" and _of_document(sentence, event):
        return False
    if event.use == "verb" and sentence.at("negation") & set(range(max(0, event.first - NEGATED), event.first)):
        return False
    if event.kind == "signing":
        return bool(sentence.cues("agreement"))
    if event.use == "verb" and sentence.word(event.after - 1, "takes_person") and not has_object(sentence, event):
        return False
    if event.use == "verb" and event.ordinal is not None:
        return True
    if event.use == "verb" and event.kind == "visit":
        return has_subject(sentence, event) and arrives(sentence, event)
    if event.use == "verb" and event.kind == "courtesy_call":
        return has_object(sentence, event)
    if event.use == "verb" and event.kind == "training":
        return len(sentence.agencies) > 0
    if event.use == "verb":
        if of_fighters(sentence, event):
            return False
        countries = {place.country for place in sentence.places}
        told = event.derived or of_body(sentence, event) or anaphoric(sentence, event)
        return bool(sentence.people or sentence.at("travellers")) or len(countries) > 1 or told
    if event.use == "accord":
        before = [place for place in sentence.places if place.kind in NATIONAL and place.start < event.start]
        return len({place.country for place in before}) > 1
    return True


def _of_document(sentence: Sentence, event: Event) -> bool:
    """Tell whether an "edition" or a "round" is that of a text or of something else than a meeting."""
    behind = range(event.first, min(event.after + OF_WHAT, len(sentence.tokens)))
    stop = next((i for i in behind if i >= event.after and sentence.word(i, "clause")), behind.stop)
    issue = any(sentence.word(i, "issue") for i in range(event.first, event.after))
    return issue and bool(sentence.at("document") & set(range(event.first, stop)))
