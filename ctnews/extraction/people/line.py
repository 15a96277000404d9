"""A sentence as tokens, each with what it can be in the description of a person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.tokens import Span, Token, covered, tokenize


class Line:
    """A sentence as tokens, each with what it can be in a role."""

    def __init__(self, text: str, span: Span, lang: str, agencies: Sequence[Agency], places: Sequence[Place]) -> None:
        self.text = text
        self.span = span
        self.lang = lang
        self.tokens: list[Token] = tokenize(text, span)
        self.agencies = [agency for agency in agencies if span[0] <= agency.start < span[1]]
        self.places = [place for place in places if span[0] <= place.start < span[1]]

    @cached_property
    def heads(self) -> set[int]:
        """Positions of the tokens of role heads, weak ones included."""
        words = vocabulary.words("roles", "head", self.lang)
        hyphened = {i for i, token in enumerate(self.tokens) if "-" in token.text}
        return self._phrases("roles", "head") | self.weak | {i for i in hyphened if _last_part(self.tokens[i]) in words}

    @cached_property
    def weak(self) -> set[int]:
        """Positions of words such as "counterpart"."""
        return self._phrases("roles", "weak")

    @cached_property
    def titles(self) -> set[int]:
        """Positions of ranks and honorifics, with the dots of their abbreviations."""
        found = self._phrases("titles", "honorific", proper=True) | self._phrases("titles", "rank", proper=True)
        found -= {i for i in found if i in self.heads and i - 1 in self.heads}
        found -= {i for i in found & self.in_agencies if self.tokens[i].text.isupper()}
        dots = {i + 1 for i in found if i + 1 < len(self.tokens) and self.tokens[i + 1].text == "."}
        return found | dots

    @cached_property
    def suffixes(self) -> set[int]:
        """Positions of what follows a name: degrees, "Jr"."""
        return self._phrases("titles", "suffix", proper=True)

    @cached_property
    def in_agencies(self) -> set[int]:
        """Positions within the names of agencies."""
        return covered(self.tokens, [(agency.start, agency.end) for agency in self.agencies])

    @cached_property
    def in_places(self) -> set[int]:
        """Positions within the names of places, and of words such as "Malaysia-Indonesia" that hold some."""
        inside = covered(self.tokens, [(place.start, place.end) for place in self.places])
        hyphened = ((i, token) for i, token in enumerate(self.tokens) if "-" in token.text)
        return inside | {i for i, t in hyphened if any(t.start <= place.start < t.end for place in self.places)}

    @cached_property
    def national(self) -> list[Place]:
        """The countries and demonyms."""
        return [place for place in self.places if place.kind in {"country", "demonym"}]

    def national_in(self, start: int, end: int) -> list[Place]:
        """Give the countries and demonyms that begin within a span, in order."""
        first = bisect_left(self.national, start, key=lambda place: place.start)
        return self.national[first : bisect_left(self.national, end, key=lambda place: place.start)]

    @cached_property
    def country_ends(self) -> set[int]:
        """Where the names of countries end."""
        return {place.end for place in self.places if place.kind == "country"}

    @cached_property
    def modifiers(self) -> set[int]:
        """Positions of words that stand before a head: deputy, former, foreign."""
        return self._phrases("roles", "modifier")

    def links(self, position: int) -> bool:
        """Tell whether the token can stand inside a role."""
        token = self.tokens[position]
        if token.capitalised or token.text in "()/&":
            return True
        if position in self.heads or position in self.modifiers:
            return True
        if position in self.in_agencies or position in self.in_places:
            return True
        return any(
            token.folded in vocabulary.words("roles", kind, self.lang) for kind in ("connector", "joining", "word")
        )

    def _phrases(self, table: str, kind: str, *, proper: bool = False) -> set[int]:
        index = vocabulary.index_of(table, kind, self.lang, proper=proper)
        start, end = self.span
        matches = index.find(self.text[start:end])
        spans = ((start + match.start, start + match.end) for match in matches)
        return covered(self.tokens, [(one, other + (self.text[other : other + 1] == ".")) for one, other in spans])


def _last_part(token: Token) -> str:
    """Give what stands behind a word's last hyphen: "Vice-Minister"."""
    return token.folded.rpartition("-")[2]
