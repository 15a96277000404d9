"""Finds regional bodies that no table lists by the make of their names: "Eastern Caribbean Security Alliance"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ctnews.extraction.agencies import register
from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.tokens import Span

LONGEST = 12  # words

_RUN = re.compile(
    r"[A-Z][\w’'-]*(?: (?:(?:of|for|and|on|in|against|the) ){0,2}[A-Z][\w’'-]*){1,11}"
    r"(?P<acronym> \([A-Z][\w-]{1,11}\))?"
)


def find_bodies(text: str, *, lang: str, places: Sequence[Place]) -> Iterator[Agency]:
    """Give the bodies of a region: a name with a word for a body and one for the region, and no country in it.

    >>> [body.name for body in find_bodies("The Andean Police Alliance (APA) met.", lang="en", places=[])]
    ['Andean Police Alliance']
    """
    for run in _RUN.finditer(text):
        end = run.start("acronym") if run["acronym"] else run.end()
        span = _name(text, (run.start(), end), lang, defined=bool(run["acronym"]))
        if span and not any(span[0] <= place.start < span[1] and place.kind != "region" for place in places):
            yield register.unlisted(text, *span, text[slice(*span)], "body", None)


def _name(text: str, run: Span, lang: str, *, defined: bool) -> Span | None:
    """Give the part of a run of capitals that names a body: from its first own word on to the end."""
    words = [(m.start(), m.group()) for m in re.finditer(r"[\w’'-]+", text[slice(*run)])]
    heads = _words("head", lang) | (_words("weak", lang) if defined else frozenset())
    head = next((i for i, (_, word) in enumerate(words) if word in heads), None)
    if head is None:
        return None
    first = head
    while first > 0 and words[first - 1][1][:1].isupper() and words[first - 1][1] not in _stops(lang):
        first -= 1
    named = {word for _, word in words[first:]}
    regional = named & _words("region", lang) or named & _parts("region", lang)
    long_enough = 1 < len(words) - first <= LONGEST
    return (run[0] + words[first][0], run[1]) if regional and long_enough else None


@cache
def _words(kind: str, lang: str) -> frozenset[str]:
    return frozenset(phrase for phrase, row_kind in vocabulary.entries("body_words", lang) if row_kind == kind)


@cache
def _parts(kind: str, lang: str) -> frozenset[str]:
    """Give the last words of phrases of several words: "Lakes" of "Great Lakes"."""
    return frozenset(phrase.split()[-1] for phrase in _words(kind, lang) if " " in phrase)


@cache
def _stops(lang: str) -> frozenset[str]:
    stops = {phrase for phrase, kind in vocabulary.entries("agency_patterns", lang) if kind == "stop"}
    return frozenset(stops)
