"""An article as the meeting rules see it: sentences as tokens, with dates, places, agencies and persons in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ctnews.extraction.facts import Agency, Person, Place
from ctnews.extraction.meetings.mentions import named_again
from ctnews.extraction.meetings.references import taken_up
from ctnews.extraction.people.line import Line
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.ordinals import find_ordinals
from ctnews.extraction.text.tokens import Span, covered

if TYPE_CHECKING:
    from ctnews.dates import Anchor, DateMention


class Sentence(Line):
    """A sentence with everything found in it; positions are those of its tokens."""

    def __init__(self, scene: Scene, number: int) -> None:
        super().__init__(scene.text, scene.sentences[number], scene.lang, scene.agencies, scene.real_places)
        self.number = number
        self._at: dict[str, set[int]] = {}
        self._roles = [span for person in scene.people for span in person.role_spans]
        start, end = self.span
        self.dates = [date for date in scene.dates if start <= date.start < end]
        self.people: dict[int, list[Span]] = {}
        self.named: dict[int, list[Span]] = {}
        for index in range(len(scene.people)):
            spans = sorted(span for span in scene.names[index] if start <= span[0] < end)
            if spans:
                self.people[index] = spans
                self.named[index] = spans
            elif again := sorted(span for span in scene.taken_up[index] if start <= span[0] < end):
                self.people[index] = again

    @cached_property
    def in_dates(self) -> set[int]:
        """Positions within dates."""
        return covered(self.tokens, [(date.start, date.end) for date in self.dates])

    @cached_property
    def in_names(self) -> set[int]:
        """Positions within the names of persons."""
        return covered(self.tokens, [span for spans in self.named.values() for span in spans])

    @cached_property
    def in_roles(self) -> set[int]:
        """Positions within the roles of persons."""
        start, end = self.span
        return covered(self.tokens, [span for span in self._roles if start <= span[0] < end])

    @cached_property
    def ordinals(self) -> dict[int, tuple[int, str]]:
        """Ordinal numbers by the position of their first token, with the side of what they count."""
        return {position: (number, side) for position, (number, side) in self._numbers.items() if side != "right"}

    @cached_property
    def counts(self) -> dict[int, int]:
        """Plain numbers by the position of their first token: they number what stands right before them."""
        return {position: number for position, (number, side) in self._numbers.items() if side == "right"}

    @cached_property
    def _numbers(self) -> dict[int, tuple[int, str]]:
        start, end = self.span
        found = find_ordinals(self.text[start:end], lang=self.lang)
        return {self.position(start + span[0]): (number, side) for span, number, side in found}

    @cached_property
    def members(self) -> dict[int, str]:
        """The kinds of meeting that words for members tell, by the position of each word's first token."""
        start, end = self.span
        found = vocabulary.index("meeting_members", self.lang).find(self.text[start:end])
        return {self.position(start + match.start): match.payload for match in found}

    @cached_property
    def starts(self) -> list[int]:
        """Offsets of the tokens."""
        return [token.start for token in self.tokens]

    def position(self, offset: int) -> int:
        """Give the position of the first token at or after an offset."""
        return bisect_left(self.starts, offset)

    def cues(self, kind: str) -> list[Span]:
        """Give the spans of the phrases of one kind in `meeting_cues`."""
        start, end = self.span
        matches = vocabulary.index_of("meeting_cues", kind, self.lang).find(self.text[start:end])
        return [(start + match.start, start + match.end) for match in matches]

    def at(self, kind: str) -> set[int]:
        """Give the positions of the tokens of the phrases of one kind in `meeting_cues`."""
        if kind not in self._at:
            self._at[kind] = covered(self.tokens, self.cues(kind))
        return self._at[kind]

    def word(self, position: int, kind: str) -> bool:
        """Tell whether the token is a word of one kind in `meeting_cues`."""
        return self.tokens[position].folded in vocabulary.words("meeting_cues", kind, self.lang)


@dataclass(frozen=True, slots=True)
class Aside:
    """A tweet or a caption beside the body."""

    label: str
    text: str


@dataclass(frozen=True)
class Scene:
    """One article: its body and what the earlier components found in it."""

    text: str
    lang: str
    sentences: Sequence[Span]
    dates: Sequence[DateMention]
    places: Sequence[Place]
    agencies: Sequence[Agency]
    people: Sequence[Person]
    anchor: Anchor | None = None
    title: str | None = None
    place: Place | None = None
    asides: Sequence[Aside] = field(default_factory=tuple)

    @cached_property
    def real_places(self) -> list[Place]:
        """The places that are no part of a person's name."""
        names = [span for person in self.people for span in person.spans]
        return [p for p in self.places if not any(start <= p.start < end for start, end in names)]

    @cached_property
    def names(self) -> list[list[Span]]:
        """The spans of each person's name, the family name alone included."""
        again = named_again(self.text, self.people, self.places, self.agencies)
        return [[*person.spans, *more] for person, more in zip(self.people, again, strict=True)]

    @cached_property
    def taken_up(self) -> list[list[Span]]:
        """The spans that take up each person without the name."""
        return taken_up(self.text, self.lang, self.people, self.names, self.sentences)

    @cached_property
    def lines(self) -> list[Sentence]:
        """The sentences in order."""
        return [Sentence(self, number) for number in range(len(self.sentences))]
