"""Reads lists of at least three countries and named groups of states: "Mali, Niger and Chad", "the Baltic states"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ctnews import lexicon
from ctnews.extraction.facts import Place
from ctnews.extraction.meetings.scene import Sentence
from ctnews.extraction.places.gazetteer import english_countries
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import PhraseIndex
from ctnews.extraction.text.tokens import Span

ADJECTIVE = 3  # tokens between "Nordic" and the ministers who are meant

Item = tuple[Span, frozenset[str]]


def listed(sentence: Sentence) -> frozenset[str]:
    """Give the countries of a list of at least three, or those of a group: "officers from A, B, C and D"."""
    best: list[str] = []
    run: list[str] = []
    end = -1
    for (start, after), members in sorted([*_countries(sentence), *groups(sentence)]):
        between = sentence.text[end:start] if run else ""
        joined = run and all(word in _joiners(sentence.lang) for word in between.replace(",", " , ").split())
        venue = len(members) == 1 and only_venue(sentence, start)
        run = [*run, *members] if joined else [*members] * (not venue)
        end = after
        best = max(best, run, key=len)
    return frozenset(best) if len(set(best)) > 2 or _is_body(best) else frozenset()


def groups(sentence: Sentence) -> Iterator[Item]:
    """Give the groups of states that a sentence names, with their members."""
    start, end = sentence.span
    for match in _index(sentence.lang).find(sentence.text[start:end]):
        members, adjective = match.payload
        span = start + match.start, start + match.end
        after = sentence.position(span[1])
        if not adjective or set(range(after, after + ADJECTIVE)) & sentence.members.keys():
            yield span, members


@cache
def members_of(body: str) -> frozenset[str]:
    """Give the members of a body, none of one whose members are not told apart from others.

    >>> "FJ" in members_of("PIF"), members_of("UN")
    (True, frozenset())
    """
    rows = (row for row in lexicon.table("world/body_members") if row["body"] == body)
    return frozenset(member for row in rows for member in lexicon.values(row["members"]))


def only_venue(sentence: Sentence, start: int) -> bool:
    """Tell whether a list begins as one of places: "in A, B and C"."""
    position = sentence.position(start)
    place = next((place for place in sentence.places if place.start == start), None)
    return place is not None and is_where(sentence, place) and not sentence.word(position - 1, "between")


def is_where(sentence: Sentence, place: Place) -> bool:
    """Tell whether a country only says where: "in Indonesia", "Bali, Indonesia"."""
    position = sentence.position(place.start)
    if place.kind == "demonym" or position == 0:
        return False
    before = sentence.tokens[position - 1]
    after_city = before.text == "," and position - 2 in sentence.in_places
    return after_city or sentence.word(position - 1, "place")


def _countries(sentence: Sentence) -> Iterator[Item]:
    for place in sentence.national:
        yield (place.start, place.end), frozenset({place.country})


def _is_body(parties: list[str]) -> bool:
    return any(party not in english_countries() for party in parties)


@cache
def _joiners(lang: str) -> frozenset[str]:
    return vocabulary.words("meeting_cues", "list", lang) | {","}


@cache
def _index(lang: str) -> PhraseIndex[tuple[frozenset[str], bool]]:
    phrases = [
        (phrase, (frozenset(lexicon.values(row["members"])), column == "adjective"))
        for code in vocabulary.chain(lang)
        for row in lexicon.optional_table(f"{code}/state_groups")
        for column in ("phrases", "adjective")
        for phrase in lexicon.values(row[column])
    ]
    return PhraseIndex(phrases)
