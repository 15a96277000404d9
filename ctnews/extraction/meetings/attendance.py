"""Tells who took part in a meeting and who chaired it or led a delegation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ctnews.extraction.facts import Person
from ctnews.extraction.meetings.accounts import Account
from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.scene import Scene, Sentence
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import fold

NEAR_EVENT = 18  # tokens between the words for a meeting that the article is not about and who was there
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
        for number, people in _seating(scene, sentence, found, main).items():
            _seat(sentence, people, drafts[number], found[number])
    return [Seats(_unique(draft.participants + draft.chairs), _unique(draft.chairs)) for draft in drafts]


def _seating(
    scene: Scene, sentence: Sentence, found: Sequence[Account], main: Sequence[Account]
) -> dict[int, list[int]]:
    """Give the persons of a sentence to the account whose words stand nearest, or to the main ones."""
    people = [index for index in sentence.people if not _bystander(scene.people[index], scene.lang)]
    events = [
        (number, telling.event.first)
        for number, account in enumerate(found)
        for telling in account.tellings
        if telling.sentence.number == sentence.number
    ]
    chief = [number for number, account in enumerate(found) if account in main]
    told = {number for number, _ in events} or _going_on(sentence, found) or set(chief)
    if not events or told <= set(chief):
        return dict.fromkeys(sorted(told), people)
    seating: dict[int, list[int]] = {}
    for index in people:
        position = sentence.position(sentence.people[index][0][0])
        number, first = min(events, key=lambda event: (abs(event[1] - position), event[0]))
        near = abs(first - position) <= NEAR_EVENT
        for own in [number] if near else sorted(told & set(chief)):
            seating.setdefault(own, []).append(index)
    return seating


def _going_on(sentence: Sentence, found: Sequence[Account]) -> set[int]:
    """Give the talks that the sentence before told of alone, if they are no earlier or next ones of a series."""
    before = sentence.number - 1
    told = {n for n, account in enumerate(found) if any(t.sentence.number == before for t in account.tellings)}
    numbered = any(found[n].ordinal is not None or found[n].order is not None for n in told)
    talks = all(family(found[n].kind) == "contact" for n in told)
    return told if len(told) == 1 and talks and not numbered else set()


def _seat(sentence: Sentence, people: list[int], draft: _Draft, account: Account) -> None:
    chairs = _chairs(sentence, people)
    draft.chairs += chairs
    if account.status == "scheduled" and not chairs and not _meets(sentence, account):
        return
    spoke = account.status == "held" and _speaks(sentence) and not _to_press(sentence)
    if chairs or sentence.cues("attend") or spoke or _acts(sentence, account):
        draft.participants += people


def _acts(sentence: Sentence, account: Account) -> bool:
    """Tell whether the sentence tells of something that those it names do: sign, travel, call on someone."""
    told = any(telling.sentence.number == sentence.number for telling in account.tellings)
    if told and family(account.kind) == "contact" and not _speaks(sentence) and not sentence.cues("report"):
        return True
    return told and (account.kind in {"signing", "visit", "courtesy_call", "call"} or bool(sentence.cues("goes")))


def _meets(sentence: Sentence, account: Account) -> bool:
    """Tell whether a verb in the sentence says who is to meet: of a plan the mere speaker is no participant."""
    own = [t for t in account.tellings if t.sentence.number == sentence.number]
    if own and (sentence.cues("goes") or (family(account.kind) == "contact" and not _speaks(sentence))):
        return True
    return any(telling.event.use in {"verb", "sign"} or telling.event.kind == "visit" for telling in own)


def _to_press(sentence: Sentence) -> bool:
    return bool(sentence.cues("press"))


def _chairs(sentence: Sentence, people: Sequence[int]) -> list[int]:
    cues = [sentence.position(start) for start, _ in sentence.cues("chair")]
    if not cues:
        return []
    return [index for index in people if _close(sentence, index, cues)]


def _close(sentence: Sentence, index: int, cues: Sequence[int]) -> bool:
    """Tell whether a name stands near a cue, roles and other names between not counted."""
    told = sentence.in_names | sentence.in_roles | sentence.in_agencies
    positions = [sentence.position(start) for start, _ in sentence.people[index]]
    gaps = (range(min(position, cue), max(position, cue)) for position in positions for cue in cues)
    return any(sum(i not in told for i in gap) <= NEAR_CHAIR for gap in gaps)


def _speaks(sentence: Sentence) -> bool:
    speech = vocabulary.words("person_cues", "speech", sentence.lang)
    return any(token.folded in speech for token in sentence.tokens)


def _bystander(person: Person, lang: str) -> bool:
    """Tell whether the role is that of someone who speaks about a meeting without being at it."""
    role = fold(person.role or "")
    return any(word in role.split() for word in vocabulary.words("person_cues", "bystander", lang))


def _unique(positions: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(positions))
