"""Puts the mentions of one person within an article together: "Sergey Lavrov", "Lavrov", "Sergei Lavrov"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ctnews.extraction.facts import Agency
from ctnews.extraction.people.claims import Claim
from ctnews.extraction.text.phrases import fold
from ctnews.extraction.text.tokens import Span

FUZZY = 5  # letters a name's part must have before one letter may differ


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a person with what its sentence tells."""

    start: int
    end: int
    text: str
    role: str | None
    claims: tuple[Claim, ...]
    agency: Agency | None
    titled: bool
    sentence: Span
    role_span: Span | None = None


def group(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Give the mentions of each person, persons in the order of their first mention.

    A single word counts as a name only beside a title or role, or as part of a full name in the same article.
    """
    people: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: (-len(parts(m.text)), m.start)):
        same = next((person for person in people if _same(person[0].text, mention.text)), None)
        if same is not None:
            same.append(mention)
        elif len(parts(mention.text)) > 1 or mention.titled or mention.role:
            people.append([mention])
    for person in people:
        person.sort(key=lambda mention: mention.start)
    return sorted(people, key=lambda person: person[0].start)


def parts(name: str) -> list[str]:
    """Give the parts of a name, folded, initials left out.

    >>> parts("Nathan A. Sales")
    ['nathan', 'sales']
    """
    words = [fold(word) for word in name.replace("-", " ").split()]
    return [word for word in words if len(word) > 1] or words


def _same(full: str, short: str) -> bool:
    long, brief = parts(full), parts(short)
    return bool(brief) and all(any(_alike(one, other) for other in long) for one in brief)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < FUZZY or one[0] != other[0]:
        return False
    from rapidfuzz.distance import Levenshtein

    return bool(Levenshtein.distance(one, other, score_cutoff=1) <= 1)
