"""Tells which countries and bodies meet: from the meeting's name, what stands beside it, or the article as a whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from functools import cache

from ctnews import lexicon
from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.meetings.events import Event
from ctnews.extraction.meetings.lists import is_where, listed
from ctnews.extraction.meetings.scene import Scene, Sentence
from ctnews.extraction.meetings.slots import Slots, is_government
from ctnews.extraction.places.capitals import is_capital
from ctnews.extraction.places.gazetteer import english_countries
from ctnews.extraction.text import vocabulary

LEAD = 3  # sentences that count as the lead
LISTED = 5  # sentences in which an article lists who takes part
TITLE_SCORE, LEAD_SCORE, PERSON_SCORE, REST_SCORE = 3.0, 2.0, 1.5, 0.25
LEAST_SCORE = 1.5
HYPHENS = frozenset("-–")
JOINING = frozenset({"-", "the"})
RECEIVED = 3  # tokens behind a verb in which the nation of those who are received stands
HOLDING = 8  # tokens between a body and the meeting that it holds
NEAR = 4  # tokens between "delegation" and the body whose it is
SUBJECT = 6  # tokens before a body that opens a sentence: "a delegation of the ..."
BESIDE = 14  # tokens behind an event in which "with X" or "between X and Y" can stand

OF_PERSONS = frozenset(
    {"visit", "talks", "courtesy_call", "signing", "workshop", "training", "consultation"}
)  # whose persons are sides

Parties = frozenset[str]


def named_parties(sentence: Sentence, event: Event) -> Parties:
    """Give the parties that the meeting's own name holds: "US-Qatar dialogue", "BRICS Working Group"."""
    start, end = event.start, event.end
    countries = {place.country for place in sentence.places if start <= place.start < end and _national(place)}
    inside = [agency for agency in sentence.agencies if start <= agency.start < end and is_body(agency)]
    bodies = {party_name(agency) for agency in inside} | ({event.party} if event.party else set())
    if len(countries) == 1:
        return frozenset(countries | bodies) if bodies and _joined(sentence, event) else frozenset(bodies)
    return frozenset(countries | bodies)


def _joined(sentence: Sentence, event: Event) -> bool:
    """Tell whether a hyphen joins parties in a meeting's name: "ASEAN-U.S. Workshop"."""
    return any(
        sentence.text[place.start - 1 : place.start] in HYPHENS or sentence.text[place.end : place.end + 1] in HYPHENS
        for place in sentence.places
        if event.start <= place.start < event.end
    )


def told_parties(scene: Scene, sentence: Sentence, event: Event, slots: Slots) -> Parties:
    """Give the parties that the sentence tells of: "between X and Y", "with X", the persons who meet, the visited."""
    several = listed(sentence)
    if several:
        return several | (_received(sentence, event) if event.use == "verb" else frozenset())
    named = {place.country for place in sentence.places if event.start <= place.start < event.end and _national(place)}
    beside = named | _beside(sentence, event)
    if event.use in {"verb", "sign"} or event.kind in OF_PERSONS:
        beside |= {party for index in sentence.people if (party := _side(scene, index))}
        beside |= _received(sentence, event)
        if slots.place and event.kind == "visit":
            beside.add(slots.place.country)
    if len(beside) < 2:
        beside |= _before(sentence, event)
    if several := _counted(scene, sentence, event, beside):
        return several
    if len(beside) == 1 and (event.use == "verb" or event.kind in OF_PERSONS):
        beside |= _bodies_before(sentence, event)
    if len(beside) == 1 and (event.use == "verb" or _with_one(sentence, event)):
        homes = ranked(scene)
        beside |= set(homes[:1]) if not beside & set(homes[:2]) else set()
    return frozenset(beside) if len(beside) > 1 else holder(sentence, event)


def holder(sentence: Sentence, event: Event) -> Parties:
    """Give the body that holds or opens a meeting told with "a": "the Council convened an emergency session"."""
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


def article_parties(scene: Scene) -> Parties:
    """Give the two countries that the article is about, or none if it is not about two."""
    best = _scored(scene)[:2]
    return frozenset(country for country, score in best if score >= LEAST_SCORE) if len(best) == 2 else frozenset()


def ranked(scene: Scene) -> list[str]:
    """Give the countries that the article is about, the most told first."""
    return [country for country, score in _scored(scene) if score >= LEAST_SCORE]


def counted_sides(scene: Scene) -> Parties:
    """Give as many countries as the lead says that there are sides, if more than two: "the three neighbours"."""
    lead = scene.lines[:LISTED]
    for number in range(3, 7):
        if any(sentence.at(f"sides_{number}") for sentence in lead):
            sides = ranked(scene)[:number]
            return frozenset(sides) if len(sides) == number else frozenset()
    return frozenset()


def joined_sides(scene: Scene) -> Parties:
    """Give a body and a country that the lead joins: "the European Union and Mali"."""
    for sentence in scene.lines[:LEAD]:
        bodies = [agency for agency in sentence.agencies if is_body(agency)]
        for place in sentence.places:
            for body in bodies:
                (_, end), (start, _) = sorted([(body.start, body.end), (place.start, place.end)])
                if _national(place) and _joins(sentence, end, start):
                    return frozenset({party_name(body), place.country})
    return frozenset()


def _joins(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.text[start:end].replace("-", " - ").replace("–", " - ").split()
    while len(words) > 1 and words[0].strip("()")[:1].isupper():  # the rest of the body's name
        words = words[1:]
    return 0 < len(words) <= 2 and all(
        word in JOINING or word in vocabulary.words("meeting_cues", "and", sentence.lang) for word in words
    )


def _scored(scene: Scene) -> list[tuple[str, float]]:
    """Give the article's countries with what speaks for each, the most first."""
    scores: defaultdict[str, float] = defaultdict(float)
    for place in _title_places(scene):
        scores[place.country] += TITLE_SCORE
    for sentence in scene.lines:
        score = LEAD_SCORE if sentence.number < LEAD else REST_SCORE
        for country in {place.country for place in sentence.places if _acts(sentence, place)}:
            scores[country] += score
    for person in scene.people:
        if person.country:
            scores[person.country] += PERSON_SCORE
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def article_list(scene: Scene, beside: Set[int] = frozenset()) -> Parties:
    """Give the countries of the longest list of at least three in the lead, or none.

    `beside` are the numbers of the sentences that tell of other meetings: their lists are those of others.
    """
    lead = (sentence for sentence in scene.lines[:LISTED] if sentence.number not in beside)
    return max((listed(sentence) for sentence in lead), key=len, default=frozenset())


def article_bodies(scene: Scene) -> list[str]:
    """Give the bodies that the lead names, the most frequent first."""
    counts = Counter(
        party_name(agency) for sentence in scene.lines[:LEAD] for agency in sentence.agencies if is_body(agency)
    )
    return [name for name, _ in counts.most_common()]


def is_body(agency: Agency) -> bool:
    """Tell whether an agency is an international body that can be a party."""
    return agency.country is None and agency.kind == "body"


def is_body_name(party: str) -> bool:
    """Tell whether a party is a body, no country."""
    return party not in english_countries()


def party_name(agency: Agency) -> str:
    """Give what a body is called in `parties`: its acronym, for a body's meeting that of the body."""
    name = agency.acronym or agency.name
    return _owners().get(name, name)


@cache
def _owners() -> dict[str, str]:
    series, organs = lexicon.table("world/meeting_series"), lexicon.table("world/organs")
    return {name: row["party"] for row in (*series, *organs) if row["party"] for name in lexicon.values(row["acronym"])}


def _title_places(scene: Scene) -> Iterable[Place]:
    if not scene.title:
        return []
    from ctnews.extraction.places import find_places

    return [place for place in find_places(scene.title, lang=scene.lang) if _national(place)]


def _national(place: Place) -> bool:
    return place.kind in {"country", "demonym"}


def _beside(sentence: Sentence, event: Event) -> set[str]:
    reach = range(event.after, min(event.after + BESIDE, len(sentence.tokens)))
    opening = next((i for i in reach if sentence.word(i, "between")), None)
    if opening is None:
        return set()
    stop = min(opening + BESIDE, len(sentence.tokens))
    spans = range(opening, stop)
    return {p.country for p in sentence.places if _national(p) and sentence.position(p.start) in spans}


def _received(sentence: Sentence, event: Event) -> set[str]:
    """Give the country right behind a verb: "will receive a Rwandan delegation"."""
    reach = range(event.after, event.after + RECEIVED) if event.use == "verb" else range(0)
    return {p.country for p in sentence.places if p.kind == "demonym" and sentence.position(p.start) in reach}


def _before(sentence: Sentence, event: Event) -> set[str]:
    """Give the countries that stand before an event as its subject."""
    return {place.country for place in sentence.places if place.start < event.start and _acts(sentence, place)}


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


def _acts(sentence: Sentence, place: Place) -> bool:
    """Tell whether a place acts: a country that is no mere venue, or a capital that stands for its government."""
    if _national(place):
        return not is_where(sentence, place)
    first, after = sentence.position(place.start), sentence.position(place.end)
    return is_capital(place) and is_government(sentence, first, after)
