"""Tells of which country an agency is: from the words beside its name, else from what its sentence is on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ctnews import lexicon
from ctnews.extraction.facts import Place
from ctnews.extraction.text import sentences, vocabulary
from ctnews.extraction.text.phrases import fold

REACH = 40  # characters between a name and the country behind it
MARGIN = 2  # times more often than the first country of a text another has to be named to be its subject
POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Beside:
    """The country that stands beside a name, and the span of both together."""

    country: str
    start: int
    end: int


class Surroundings:
    """The places of a text, asked for the country of a name in it; `also` are countries it implies."""

    def __init__(self, text: str, lang: str, places: Sequence[Place], also: Iterable[str]) -> None:
        self.text = text
        self.lang = lang
        self._also = tuple(also)
        self.places = sorted(places, key=lambda place: place.start)
        self._ends = {place.end: place for place in self.places}
        self._starts = [place.start for place in self.places]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often the text speaks of each country, those named first standing first."""
        return Counter((*(place.country for place in self.places), *self._also))

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sentences.split(self.text, lang=self.lang)

    def beside(self, start: int, end: int) -> Beside | None:
        """Give the country right before or right behind a name."""
        return self.before(start, end) or self.behind(start, end)

    def before(self, start: int, end: int) -> Beside | None:
        """Give the country before a name: "Qatar's ...", "Russian ...", "US ..."."""
        place = self.place_before(start)
        if place is None or place.kind not in ("country", "demonym"):
            return None
        possessive = self.text[place.end : start].strip() != ""
        return Beside(place.country, start if possessive else place.start, end)

    def behind(self, start: int, end: int) -> Beside | None:
        """Give the country behind a name: "... of Vietnam", or "... Vietnam" where the head comes first."""
        home = self._home_behind(end)
        if home:
            return Beside(home[0], start, home[1])
        place = self.next_place(end)
        if place is None or place.kind != "country":
            return None
        link = fold(" ".join(self.text[end : place.start].split()))
        direct = link == "" and self.head_first
        if direct or link in vocabulary.words("agency_patterns", "link", self.lang):
            return Beside(place.country, start, place.end)
        return None

    def place_behind(self, end: int) -> Place | None:
        """Give the place right behind a name, of whatever kind."""
        place = self.next_place(end)
        return place if place and self.text[end : place.start].strip() == "" else None

    def next_place(self, end: int) -> Place | None:
        """Give the next place behind an offset, if it is near and on the same line."""
        position = bisect_left(self._starts, end)
        place = self.places[position] if position < len(self.places) else None
        if place is None or place.start - end > REACH or "\n" in self.text[end : place.start]:
            return None
        return place

    def likeliest(self, start: int, among: Collection[str] | None = None) -> str | None:
        """Give the country that a name without one means; with `among` only of those.

        The language's own country, if `among` has it; the one country that the sentence has named so far; the
        only one it names at all; the one the text names first, unless it names another far more often.
        """
        countries = [c for c in self.counts if among is None or c in among]
        if len(countries) < 2:
            return countries[0] if countries else None
        if among is not None and self._own_country in countries:
            return self._own_country
        first, last = self._sentence(start)
        inside = [p for p in self.places if first <= p.start < last and p.country in countries]
        sides = [p for p in inside if p.start < start and self._is_side(p)]
        if sides:
            return sides[-1].country
        for spoken_of in ({p.country for p in inside if p.start < start}, {p.country for p in inside}):
            if len(spoken_of) == 1:
                return spoken_of.pop()
        most = max(countries, key=self.counts.__getitem__)
        return most if self.counts[most] >= MARGIN * self.counts[countries[0]] else countries[0]

    def _is_side(self, place: Place) -> bool:
        """Tell whether a place's name leads the word for a side: "the Kenyan delegation"."""
        behind = self.text[place.end : place.end + REACH].split()
        return bool(behind) and fold(behind[0]) in vocabulary.words("person_cues", "delegation", self.lang)

    @cached_property
    def head_first(self) -> bool:
        """Whether the language puts the country behind a name: "Kementerian Luar Negeri Rusia"."""
        return bool(vocabulary.words("agency_patterns", "head_first", self.lang))

    @cached_property
    def _own_country(self) -> str | None:
        rows = lexicon.optional_table(f"{self.lang}/agency_patterns")
        return next((row["phrase"] for row in rows if row["kind"] == "own_country"), None)

    def _sentence(self, start: int) -> tuple[int, int]:
        position = bisect_right(self._sentences, start, key=lambda span: span[0]) - 1
        return self._sentences[max(position, 0)]

    def place_before(self, start: int) -> Place | None:
        """Give the place right before a name, of whatever kind."""
        gap_start = start
        while gap_start > 0 and self.text[gap_start - 1] == " ":
            gap_start -= 1
        for mark in ("", *POSSESSIVES):
            if mark == "" or self.text.endswith(mark, 0, gap_start):
                place = self._ends.get(gap_start - len(mark))
                if place:
                    return place
        return None

    def _home_behind(self, end: int) -> tuple[str, int] | None:
        own = self._own_country
        if not own:
            return None
        home = vocabulary.index_of("agency_patterns", "home", self.lang, proper=True)
        found = home.find(self.text[end : end + REACH])
        first = found[0] if found else None
        if first and self.text[end : end + first.start].strip() == "":
            return own, end + first.end
        return None
