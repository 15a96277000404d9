"""Finds where a sentence takes up a person without the name: "the Minister", "he", "the Ambassador"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ctnews.extraction.facts import Person
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import fold
from ctnews.extraction.text.tokens import Span

_ROLE = re.compile(r"\b[Tt]he ([A-Z][\w-]{3,30}(?: [A-Z][\w-]{3,30})?)(?! (?:of|for|in|at) [A-Z])(?! ?[A-Z])")
_OF_WHAT = re.compile(r" (?:of|for|at|in|to)\b|,")
BACK = 400  # characters back to the name that a pronoun takes up


def taken_up(
    text: str, lang: str, people: Sequence[Person], names: Sequence[Sequence[Span]], sentences: Sequence[Span]
) -> list[list[Span]]:
    """Give, for each person, the spans that take the person up: a role told before, a pronoun that opens a sentence."""
    found: list[list[Span]] = [[] for _ in people]
    mentions = sorted((span, index) for index, spans in enumerate(names) for span in spans)
    for match in _ROLE.finditer(text):
        index = _bearer(match.group(1), match.start(), people, mentions)
        if index is not None:
            found[index].append(match.span(1))
    for start, end in sentences:
        pronoun = _pronouns(lang).match(text, start, end)
        index = _subject(start, mentions, sentences) if pronoun else None
        if pronoun and index is not None:
            found[index].append(pronoun.span("pronoun"))
    return found


def _bearer(role: str, at: int, people: Sequence[Person], mentions: Sequence[tuple[Span, int]]) -> int | None:
    """Give the person named last before a position who has all words of a role."""
    words = set(fold(role).split())
    bearers = [i for (start, _), i in mentions if start < at and words <= _title(people[i])]
    return bearers[-1] if bearers else None


def _title(person: Person) -> set[str]:
    """Give the words of a person's role up to the first that says of what: "Director" of "Director of the Board"."""
    return set(fold(_OF_WHAT.split(person.role or "", maxsplit=1)[0]).split())


def _subject(at: int, mentions: Sequence[tuple[Span, int]], sentences: Sequence[Span]) -> int | None:
    """Give the first person of the last sentence before a position that names one, if it is near."""
    for start, end in reversed([span for span in sentences if span[1] <= at and at - span[1] < BACK]):
        named = [index for (first, _), index in mentions if start <= first < end]
        if named:
            return named[0]
    return None


@cache
def _pronouns(lang: str) -> re.Pattern[str]:
    """Match a pronoun that stands for one person near the opening of a sentence, behind a date or "also" at most."""
    words = sorted(vocabulary.words("meeting_cues", "he", lang)) or ["(?!)"]
    return re.compile(rf"(?:[^.,;:]{{0,40}}, )?(?P<pronoun>(?:{'|'.join(words)}))\b", re.IGNORECASE)
