"""Finds where an article names a person again by the family name alone: "Warsame said", "Minister Warsame"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ctnews.extraction.facts import Agency, Person, Place
from ctnews.extraction.text.tokens import Span

SHORTEST = 4  # letters of a name that is looked for alone


def named_again(
    text: str, people: Sequence[Person], places: Sequence[Place], agencies: Sequence[Agency]
) -> list[list[Span]]:
    """Give, for each person, the spans of the family name that no name, place or agency covers."""
    counts = Counter(word for person in people for word in set(person.name.split()))
    found: list[Place | Agency] = [*places, *agencies]
    taken = [s for p in people for s in p.spans] + [(one.start, one.end) for one in found]
    return [
        [span for word in _family(person.name) if counts[word] == 1 for span in _free(text, word, taken)]
        for person in people
    ]


def _family(name: str) -> list[str]:
    """Give the words of a name that can stand alone: all but the first, in Spanish names two of them."""
    words = name.split()[1:]
    return [word for word in words if len(word) >= SHORTEST and word[:1].isupper()]


def _free(text: str, name: str, taken: Sequence[Span]) -> list[Span]:
    found = (match.span() for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))
    return [span for span in found if not any(start < span[1] and span[0] < end for start, end in taken)]
