"""Finds names of agencies by their make: "Office for Borders", "State Security Bureau", "Badan X dan Y".

English builds around a head ("Bureau") to the left with capitalised words, to the right behind "of" or "for";
Indonesian and Malay put the head first and go on with words of a known vocabulary. What ends a name, and
which names are meetings, media or armed groups, is in the tables `agency_patterns` and `agency_topics`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import fold
from ctnews.extraction.text.tokens import Span, covered, tokenize

LONGEST = 9  # tokens to either side of a head


@dataclass(frozen=True, slots=True)
class Shape:
    """A name found by its make, and the kind of agency that its words tell of."""

    start: int
    end: int
    kind: str


def find_shapes(text: str, *, lang: str, taken: Sequence[Span], places: Sequence[Span]) -> list[Shape]:
    """Give the names in a text that are built like an agency's, outside the spans that are taken."""
    line = _Line(text, lang, taken, places)
    shapes: list[Shape] = []
    position = 0
    while position < len(line.tokens):
        span = line.name_at(position)
        if span:
            first, last = span
            shapes.append(Shape(line.tokens[first].start, line.tokens[last].end, line.kind(first, last)))
            line.closed.update(range(first, last + 1))
            position = last
        position += 1
    return shapes


class _Line:
    """A text as tokens, with what each may be in a name."""

    def __init__(self, text: str, lang: str, taken: Sequence[Span], places: Sequence[Span]) -> None:
        self.text = text
        self.lang = lang
        self.tokens = tokenize(text, (0, len(text)))
        self.folded = [token.folded for token in self.tokens]
        self.closed = covered(self.tokens, taken)
        self.places = covered(self.tokens, places)
        self.topics = _topics(lang)

    def name_at(self, position: int) -> Span | None:
        """Give the first and last token of the name around the head at a position."""
        token, word = self.tokens[position], self.folded[position]
        if not token.capitalised or position in self.closed or (len(word) > 1 and token.text.isupper()):
            return None
        if word in self._words("head") or word in self._words("weak_head"):
            found = self._around(position)
            if found:
                return found
        return self._headed(position) if word in self._words("head_first") else None

    def kind(self, first: int, last: int) -> str:
        """Give the kind that the words of a name tell of; the first kind of the table that fits counts."""
        kinds = {self._topic(word) for word in self.folded[first : last + 1]}
        return next((kind for kind in dict.fromkeys(self.topics.values()) if kind in kinds), "government")

    def _topic(self, word: str) -> str | None:
        """Give the kind that a word tells of, or the first of its parts: "anti-narcotics"."""
        parts = (word, *word.split("-")) if "-" in word else (word,)
        return next((self.topics[part] for part in parts if part in self.topics), None)

    def _around(self, head: int) -> Span | None:
        first, last = self._leftmost(head), self._rightmost(head)
        words = self.folded[first:head] + self.folded[head + 1 : last + 1]
        content = [word for word in words if word not in self._words("qualifier") and len(word) > 2]
        content = [word for word in content if word not in self._words("inner")]
        weak = self.folded[head] in self._words("weak_head") and self.folded[head] not in self._words("head")
        if not content or (weak and not any(self._topic(word) for word in content)):
            return None
        if self._is_refuted(first, head, last):
            return None
        return first, last

    def _leftmost(self, head: int) -> int:
        first = head
        while first > 0 and head - first < LONGEST and self._belongs(first - 1) and self._joined(first - 1):
            first -= 1
        longer = self._before_and(first)
        return first if longer is None else longer

    def _before_and(self, first: int) -> int | None:
        """Go on to the left over "and" where a qualifier opens the name: "National X and Y Committee"."""
        if first < 2 or not self._is(first - 1, "joining"):
            return None
        start = first - 1
        while start > 0 and first - start < LONGEST and self._belongs(start - 1) and self._joined(start - 1):
            start -= 1
        opens = self.folded[start] in self._words("qualifier") or self._is_owned(start)
        return start if start < first - 1 and opens else None

    def _is_owned(self, position: int) -> bool:
        """Tell whether a country or another agency stands before: "Turkish ...", "INTERPOL's ..."."""
        return bool({position - 1, position - 2} & (self.places | self.closed))

    def _rightmost(self, head: int) -> int:
        if not self._is(head + 1, "opening"):
            return head
        last, position = head, head + 2
        if self._is(position, "article"):
            position += 1
        personal = self.folded[head] in self._words("personal")
        while position - head <= LONGEST + 2 and self._continues(position, personal):
            last = position
            position += 1
            inner = position
            while inner - position < 2 and self._is(inner, "inner") and not self._is_joint(inner):
                inner += 1
            if inner > position and self._continues(inner, personal):
                position = inner
        return last

    def _continues(self, position: int, personal: bool) -> bool:
        return self._belongs(position, personal=personal) and self._joined(position - 1)

    def _belongs(self, position: int, *, personal: bool = False) -> bool:
        """Tell whether a token can be part of a name: capitalised, no role, no place, no other agency."""
        if not 0 <= position < len(self.tokens) or position in self.closed or position in self.places:
            return False
        token, word = self.tokens[position], self.folded[position]
        if not (token.capitalised or word.isdigit()) or self._is_head(position):
            return False
        return personal or word not in self._words("stop")

    def _is_joint(self, position: int) -> bool:
        """Tell whether "and" leads to another agency: "Ministry of Interior and State Security Bureau"."""
        if not self._is(position, "joining"):
            return False
        after = position + 1
        while after < len(self.tokens) and after - position < LONGEST and self._belongs(after):
            after += 1
        return after < len(self.tokens) and (self._is_head(after) or after in self.closed)

    def _is_head(self, position: int) -> bool:
        word = self.folded[position]
        return self.tokens[position].capitalised and (word in self._words("head") or word in self._words("weak_head"))

    def _is_refuted(self, first: int, head: int, last: int) -> bool:
        words = set(self.folded[first : last + 1])
        if words & self._words("foreign_word"):
            return True
        if self._is(last + 1, "refuting") and self._joined(last):
            return True
        if self.folded[head] not in self._words("forum") or words & self._words("national"):
            return False
        return bool(words & self._words("joint"))

    def _headed(self, head: int) -> Span | None:
        """Give a name that begins with its head: "Kementerian Koordinator Politik, Hukum dan Keamanan"."""
        spelt_out = self._spelt_out(head)
        if spelt_out:
            return spelt_out
        last, position, content = head, head + 1, 0
        inner = self._words("inner_first")
        while position < len(self.tokens) and position - head <= 2 * LONGEST:
            word = self.folded[position]
            if self._is_topic(position):
                last, content = position, content + (word in self.topics)
            elif not (self.tokens[position].text == "," or word in inner) or not self._resumes(position):
                break
            position += 1
        if not content or self._words("foreign_word") & set(self.folded[head : last + 2]):
            return None
        weak = self.folded[head] in self._words("weak_first")
        return None if weak and self.kind(head + 1, last) == "government" else (head, last)

    def _spelt_out(self, head: int) -> Span | None:
        """Give a name of whatever words that an acronym behind it abbreviates: "Badan X dan Y (BXY)"."""
        position, initials = head, ""
        while position < len(self.tokens) - 1 and position - head <= LONGEST:
            token = self.tokens[position]
            if token.text == "(":
                return (head, position - 1) if self.tokens[position + 1].text == initials else None
            if token.capitalised and position not in self.closed:
                initials += token.text[0]
            elif self.folded[position] not in self._words("inner_first"):
                return None
            position += 1
        return None

    def _resumes(self, position: int) -> bool:
        """Tell whether a name goes on behind a comma or "dan"; a comma needs a "dan" further on."""
        if self.tokens[position].text != ",":
            return self._is_topic(position + 1) or self.tokens[position - 1].text == ","
        if not self._is_topic(position + 1):
            return self._is(position + 1, "inner_first") and self._is_topic(position + 2)
        ahead = self.folded[position + 2 : position + 6]
        return any(word in self._words("inner_first") and word.isalpha() for word in ahead)

    def _is_topic(self, position: int) -> bool:
        if not 0 <= position < len(self.tokens) or position in self.closed or position in self.places:
            return False
        word = self.folded[position]
        known = word in self.topics or word in self._words("filler")
        return known and self.tokens[position].capitalised and word not in self._words("head_first")

    def _joined(self, position: int) -> bool:
        """Tell whether nothing but a space or hyphen stands between a token and the next."""
        between = self.text[self.tokens[position].end : self.tokens[position + 1].start]
        return between in ("", " ", "-", "\u00a0")

    def _is(self, position: int, kind: str) -> bool:
        return position < len(self.tokens) and self.folded[position] in self._words(kind)

    def _words(self, kind: str) -> frozenset[str]:
        return vocabulary.words("agency_patterns", kind, self.lang)


@cache
def _topics(lang: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for phrase, kind in vocabulary.entries("agency_topics", lang):
        found.setdefault(fold(phrase), kind)
    return found
