"""Words of a sentence with their offsets, and what each can be in the description of a person."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from ctnews.extraction.text.phrases import fold

Span = tuple[int, int]

_TOKEN = re.compile(
    r"(?<!\w)(?:[^\W\d_]\.){2,}|(?<!\w)[^\W\d_]\.(?=\s+[^\W\d_])|[’']s\b|\w+(?:-\w+|[’'](?!s\b)\w+)*|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation."""

    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        """The word without case, diacritics and dots."""
        return fold(self.text)

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokenize(text: str, span: Span) -> list[Token]:
    """Give the tokens of `text` within a span, with offsets in the text.

    >>> [token.text for token in tokenize("Dr. K.D. Dewal met Qatar's al-Ansari.", (0, 37))]
    ['Dr', '.', 'K.D.', 'Dewal', 'met', 'Qatar', "'s", 'al-Ansari', '.']
    """
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, *span)]


def covered(tokens: list[Token], spans: Iterable[Span]) -> set[int]:
    """Give the positions of the tokens that lie within one of the spans."""
    starts = [token.start for token in tokens]
    found: set[int] = set()
    for start, end in spans:
        position = bisect_left(starts, start)
        while position < len(tokens) and tokens[position].end <= end:
            found.add(position)
            position += 1
    return found
