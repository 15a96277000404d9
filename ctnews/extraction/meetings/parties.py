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
from ctnews.extraction.meetings.slots import is_government
from ctnews.extraction.places.capitals import is_capital
from ctnews.extraction.places.gazetteer import english_countries
from ctnews.extraction.text import vocabulary

LEAD = 3  # sentences that count as the lead
LISTED = 5  # sentences in which an article lists who takes part
TITLE_SCORE, LEAD_SCORE, PERSON_SCORE, REST_SCORE = 3.0, 2.0, 1.5, 0.25
LEAST_SCORE = 1.5
HYPHENS = frozenset("-–")
JOINING = frozenset({"-", "the"})

Parties = frozenset[str]


def named_parties(sentence: Sentence, event: Event) -> Parties:
    """Give the parties that the meeting's own name holds: "US-Qatar dialogue", "BRICS Working Group"."""
    start, end = event.start, event.end
    countries = {place.country for place in sentence.places if start <= place.start < end and national(place)}
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
                if national(place) and _joins(sentence, end, start):
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
        for country in {place.country for place in sentence.places if acts(sentence, place)}:
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

    return [place for place in find_places(scene.title, lang=scene.lang) if national(place)]


def national(place: Place) -> bool:
    """Tell whether a place is a country or a people."""
    return place.kind in {"country", "demonym"}


def acts(sentence: Sentence, place: Place) -> bool:
    """Tell whether a place acts: a country that is no mere venue, or a capital that stands for its government."""
    if national(place):
        return not is_where(sentence, place)
    first, after = sentence.position(place.start), sentence.position(place.end)
    return is_capital(place) and is_government(sentence, first, after)
