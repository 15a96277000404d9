"""Tells who took part in a meeting and who chaired it or led a delegation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ctnews.extraction import vocabulary
from ctnews.extraction.facts import Person
from ctnews.extraction.merging import Account
from ctnews.extraction.phrases import fold
from ctnews.extraction.scene import Scene, Sentence

NEAR_CHAIR = 16  # tokens between a word for chairing and the name of who chairs


@dataclass(frozen=True)
class Seats:
    """Positions, in the article's persons, of those who took part and of those who chaired."""

    participants: tuple[int, ...] = ()
    chairs: tuple[int, ...] = ()


@dataclass
class _Draft:
    participants: list[int] = field(default_factory=list)
    chairs: list[int] = field(default_factory=list)


def assign(scene: Scene, found: Sequence[Account], main: Sequence[Account]) -> list[Seats]:
    """Give the seats of each account.

    A sentence's persons belong to the account it tells of, else to the main ones; they need a word of chairing,
    attending or speaking beside them.
    """
    drafts = [_Draft() for _ in found]
    for sentence in scene.lines:
        for number in _accounts_of(sentence, found, main):
            _seat(scene, sentence, drafts[number], found[number] in main)
    return [Seats(_unique(draft.participants + draft.chairs), _unique(draft.chairs)) for draft in drafts]


def _accounts_of(sentence: Sentence, found: Sequence[Account], main: Sequence[Account]) -> list[int]:
    own = [n for n, account in enumerate(found) if any(t.sentence.number == sentence.number for t in account.tellings)]
    if own:
        chief = [n for n in own if found[n] in main]
        return chief or own
    return [n for n, account in enumerate(found) if account in main]


def _seat(scene: Scene, sentence: Sentence, draft: _Draft, main: bool) -> None:
    people = [index for index in sentence.people if not _bystander(scene.people[index], scene.lang)]
    chairs = _chairs(sentence, people)
    draft.chairs += chairs
    if sentence.cues("attend") or chairs or (main and _speaks(sentence)):
        draft.participants += people


def _chairs(sentence: Sentence, people: Sequence[int]) -> list[int]:
    cues = [sentence.position(start) for start, _ in sentence.cues("chair")]
    if not cues:
        return []
    return [index for index in people if _close(sentence, index, cues)]


def _close(sentence: Sentence, index: int, cues: Sequence[int]) -> bool:
    positions = [sentence.position(start) for start, _ in sentence.people[index]]
    return any(abs(position - cue) <= NEAR_CHAIR for position in positions for cue in cues)


def _speaks(sentence: Sentence) -> bool:
    speech = vocabulary.words("person_cues", "speech", sentence.lang)
    return any(token.folded in speech for token in sentence.tokens)


def _bystander(person: Person, lang: str) -> bool:
    """Tell whether the role is that of someone who speaks about a meeting without being at it."""
    role = fold(person.role or "")
    return any(word in role.split() for word in vocabulary.words("person_cues", "bystander", lang))


def _unique(positions: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(positions))
