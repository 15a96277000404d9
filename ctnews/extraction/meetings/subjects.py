"""Tells who stands before and behind a verb of meeting: a person, a body, those told of before."""

from __future__ import annotations

from ctnews.extraction.meetings.events import Event
from ctnews.extraction.meetings.parties import is_body
from ctnews.extraction.meetings.scene import Sentence
from ctnews.extraction.text import vocabulary

OBJECT = 12  # tokens after "call on" in which the one who is called on has to stand
TAKEN_UP = 5  # tokens before a verb of meeting in which "they" or "the two sides" stands
SUBJECT = 14  # tokens before a verb of travel in which the traveller has to stand


def group_met(sentence: Sentence, event: Event) -> bool:
    """Tell whether a body, or those told of before, are all that meets."""
    people = event.derived and event.kind != "working_group"
    group = anaphoric(sentence, event) or event.derived or of_body(sentence, event)
    return group and not people and not sentence.named


def anaphoric(sentence: Sentence, event: Event) -> bool:
    """Tell whether the subject of a verb of meeting is only taken up from before: "they met", "the two sides met"."""
    before = range(max(0, event.first - TAKEN_UP), event.first)
    return bool(sentence.at("those_who_meet") & set(before))


def of_body(sentence: Sentence, event: Event) -> bool:
    """Tell whether a body is the subject of a verb of meeting: "the Council met in Rome"."""
    if (
        event.first > 0
        and sentence.tokens[event.first - 1].text.isupper()
        and len(sentence.tokens[event.first - 1].text) > 2
    ):
        return True
    reach = set(range(max(0, event.first - TAKEN_UP), event.first))
    return any(is_body(agency) and sentence.position(agency.end) - 1 in reach for agency in sentence.agencies)


def has_subject(sentence: Sentence, event: Event) -> bool:
    """Tell whether a person stands close enough before a verb to be the one who travels."""
    told = sentence.in_names | sentence.in_roles | sentence.in_agencies
    positions = [sentence.position(start) for spans in sentence.people.values() for start, _ in spans]
    pronouns = vocabulary.words("person_cues", "pronoun", sentence.lang) | vocabulary.words(
        "meeting_cues", "speaker", sentence.lang
    )
    positions += [i for i in (*sentence.at("travellers"), *sentence.members) if i < event.first]
    positions += [sentence.position(agency.end) - 1 for agency in sentence.agencies if is_body(agency)]
    positions += [i for i in range(event.first) if sentence.tokens[i].folded in pronouns or i in sentence.heads]
    return any(
        position < event.first and len([i for i in range(position, event.first) if i not in told]) <= SUBJECT
        for position in positions
    )


def has_object(sentence: Sentence, event: Event) -> bool:
    """Tell whether a person stands close enough behind a verb to be the one who is called on or received."""
    ahead = range(event.after, min(event.after + OBJECT, len(sentence.tokens)))
    ahead = range(event.after, next((i for i in ahead if i in sentence.at("convene")), ahead.stop))
    if (sentence.at("those_who_meet") | sentence.at("someone")) & set(ahead[:2]):
        return True
    if sentence.at("travellers") & set(ahead[:4]):
        return True
    return any(i in sentence.in_names or i in sentence.in_roles or i in sentence.heads for i in ahead)


def arrives(sentence: Sentence, event: Event) -> bool:
    """Tell whether "was in" or "went to" names a place next, and no meeting that the journey was to."""
    if not sentence.at("stay") & set(range(event.first, event.after)):
        return True
    return event.after in sentence.in_places and not sentence.at("purpose")


def of_fighters(sentence: Sentence, event: Event) -> bool:
    """Tell whether those who gather are fighters or refugees."""
    return any(sentence.word(i, "not_venue") for i in range(event.first))
