"""Tells who meets as one sentence has it: "between X and Y", the persons who meet, the body that holds it."""

from __future__ import annotations

from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.events import Event
from ctnews.extraction.meetings.lists import listed
from ctnews.extraction.meetings.parties import Parties, acts, is_body, national, party_name, ranked
from ctnews.extraction.meetings.scene import Scene, Sentence
from ctnews.extraction.meetings.slots import Slots
from ctnews.extraction.text import vocabulary

BESIDE = 14  # tokens behind an event in which "with X" or "between X and Y" can stand
SUBJECT = 6  # tokens before a body that opens a sentence: "a delegation of the ..."
NEAR = 4  # tokens between "delegation" and the body whose it is
HOLDING = 8  # tokens between a body and the meeting that it holds
RECEIVED = 3  # tokens behind a verb in which the nation of those who are received stands
MET = 2  # tokens between a body and the verb that it met
OF_SOMEONE = frozenset({"visit", "courtesy_call", "call"})  # verbs that need another side
OWNERS = 6  # tokens behind an event in which the countries stand whose it is

OF_PERSONS = frozenset(
    {"visit", "talks", "courtesy_call", "signing", "workshop", "training", "consultation"}
)  # whose persons are sides


def told_parties(scene: Scene, sentence: Sentence, event: Event, slots: Slots) -> Parties:
    """Give the parties that the sentence tells of: "between X and Y", "with X", the persons who meet, the visited."""
    several = listed(sentence)
    if several:
        return several | (_received(sentence, event) if event.use == "verb" else set()) | _hosts(sentence)
    named = {place.country for place in sentence.places if event.start <= place.start < event.end and national(place)}
    beside = named | _beside(sentence, event)
    if event.use in {"verb", "sign"} or event.kind in OF_PERSONS:
        beside |= {party for index in sentence.people if (party := _side(scene, index))}
        beside |= _received(sentence, event)
        if slots.place and event.kind == "visit":
            beside.add(slots.place.country)
    if len(beside) < 2:
        beside |= _before(sentence, event)
    if len(beside) < 2 and family(event.kind) == "training":
        beside |= _trained(sentence, event)
    if several := _counted(scene, sentence, event, beside):
        return several
    if len(beside) == 1 and (event.use == "verb" or event.kind in OF_PERSONS):
        beside |= _bodies_before(sentence, event)
    if len(beside) == 1 and (event.use == "verb" or _with_one(sentence, event)):
        homes = ranked(scene)
        beside |= set(homes[:1]) if not beside & set(homes[:2]) else set()
    both = beside | holder(sentence, event) if beside & _before(sentence, event) else beside
    return frozenset(both) if len(both) > 1 else holder(sentence, event)


def holder(sentence: Sentence, event: Event) -> Parties:
    """Give the body that holds or opens a meeting told with "a", or met: "the Council convened a session"."""
    if event.use == "verb" and event.kind not in OF_SOMEONE:
        before = [agency for agency in sentence.agencies if is_body(agency) and agency.end <= event.start]
        near = before and event.first - sentence.position(before[-1].end) <= MET
        return frozenset({party_name(before[-1])}) if near and not sentence.people else frozenset()
    if event.use not in {"name", "generic"} or not (event.indefinite or event.ordinal is not None or event.owned):
        return frozenset()
    for agency in reversed(sentence.agencies):
        between = range(sentence.position(agency.end), event.first)
        if is_body(agency) and 0 < len(between) <= HOLDING:
            broken = any(sentence.tokens[i].text in ",;:" for i in between)
            held = sentence.at("convene") & set(between)
            return frozenset({party_name(agency)}) if held and not broken else frozenset()
    return frozenset()


def _side(scene: Scene, index: int) -> str | None:
    """Give the country or body that a person stands for."""
    person = scene.people[index]
    if person.country or not person.agency_id:
        return person.country
    body = next((agency for agency in scene.agencies if agency.agency_id == person.agency_id), None)
    return party_name(body) if body and is_body(body) else None


def _beside(sentence: Sentence, event: Event) -> set[str]:
    """Give the countries behind "between" or "with", or of "the commission of X and Y"."""
    reach = range(event.after, min(event.after + BESIDE, len(sentence.tokens)))
    opening = next((i for i in reach if sentence.word(i, "between")), None)
    if opening is None:
        return _owners(sentence, event)
    spans = range(opening, min(opening + BESIDE, len(sentence.tokens)))
    return {p.country for p in sentence.national if sentence.position(p.start) in spans}


def _owners(sentence: Sentence, event: Event) -> set[str]:
    """Give two countries joined behind an event: "of Algeria and Niger"."""
    behind = [
        p for p in sentence.national if event.start <= p.start and sentence.position(p.start) <= event.after + OWNERS
    ]
    if len(behind) < 2 or not sentence.word(sentence.position(behind[0].start) - 1, "of_whom"):
        return set()
    joined = sentence.text[behind[0].end : behind[1].start].split()
    pair = all(word in vocabulary.words("meeting_cues", "list", sentence.lang) for word in joined)
    return {place.country for place in behind[:2]} if pair else set()


def _received(sentence: Sentence, event: Event) -> set[str]:
    """Give the country right behind a verb: "will receive a Rwandan delegation"."""
    reach = range(event.after, event.after + RECEIVED) if event.use == "verb" else range(0)
    return {p.country for p in sentence.places if p.kind == "demonym" and sentence.position(p.start) in reach}


def _hosts(sentence: Sentence) -> set[str]:
    """Give the country that a sentence says to host others: "Peru hosted officers from ..."."""
    hosting = [p for p in sentence.national if sentence.position(p.end) in sentence.at("host")]
    return {place.country for place in hosting if acts(sentence, place)}


def _trained(sentence: Sentence, event: Event) -> set[str]:
    """Give the nations whose agencies stand before a training or right behind it, and the demonyms behind it."""
    last = next((i for i in range(event.after, len(sentence.tokens)) if sentence.tokens[i].text in ",;:"), None)
    end = min(last or len(sentence.tokens), event.after + BESIDE)
    agencies = {a.country for a in sentence.agencies if a.country and sentence.position(a.start) < end}
    peoples = {p.country for p in sentence.national if p.kind == "demonym" and sentence.position(p.start) < end}
    return agencies | peoples


def _before(sentence: Sentence, event: Event) -> set[str]:
    """Give the countries that stand before an event as its subject."""
    return {place.country for place in sentence.places if place.start < event.start and acts(sentence, place)}


def _bodies_before(sentence: Sentence, event: Event) -> set[str]:
    """Give the body that stands before an event as its subject, a delegation of it included."""
    before = [agency for agency in sentence.agencies if is_body(agency) and agency.end <= event.start]
    first = next((a for a in before if _subject(sentence, sentence.position(a.start))), None)
    return {party_name(first)} if first else set()


def _subject(sentence: Sentence, position: int) -> bool:
    """Tell whether a body opens a sentence, or stands behind "a delegation of"."""
    return position <= SUBJECT or bool(sentence.at("travellers") & set(range(position - NEAR, position)))


def _counted(scene: Scene, sentence: Sentence, event: Event, told: set[str]) -> Parties:
    """Give as many sides as a "trilateral" meeting has: those told, and of the article's as many as lack."""
    words = set(range(event.first, event.after))
    number = next((n for n in range(3, 7) if sentence.at(f"sides_{n}") & words), 0)
    if not 0 < len(told) < number:
        return frozenset()
    more = [country for country in ranked(scene) if country not in told]
    return frozenset({*told, *more[: number - len(told)]}) if len(told) + len(more) >= number else frozenset()


def _with_one(sentence: Sentence, event: Event) -> bool:
    """Tell whether "talks with X" name only the other side."""
    after = event.after
    return event.kind in OF_PERSONS and after < len(sentence.tokens) and sentence.word(after, "with")
