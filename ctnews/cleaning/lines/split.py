"""Lines of a raw text with their offsets, before anything is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
HEADER = re.compile(r"date (\d{4})-(\d{2})(?:-(\d{2}))?(?=\s|$)")
"""How the dump's own date header is written: year, month and, as a rule, day."""

_MARKUP = re.compile(r"^(?:[•·●▪■»›>*#|+_\-–—\s]+(?=\S)|\d{1,2}[.)]\s+)")
TWEET_SIGNATURE = re.compile(r"[—–-]\s*[^()—\n]{1,60}\(@\w{1,20}\)\s+[^\W\d]+\.? \d{1,2}, \d{4}")
"""How an embedded tweet ends: dash, name, handle, day."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its span without outer white space, and its text without bullet or heading mark."""

    start: int
    end: int
    text: str
    plain: str

    @property
    def marked(self) -> bool:
        """Whether the line begins with a bullet, a number or a heading mark."""
        return self.plain != self.text


def split_lines(raw: str) -> list[Line]:
    """Give the lines that hold anything; a leading `date 2025-06-18` and a tweet's end make lines of their own.

    >>> [line.text for line in split_lines(" date 2025-06-18 Hanoi hosts talks\\n\\nBody.")]
    ['date 2025-06-18', 'Hanoi hosts talks', 'Body.']
    """
    return list(_lines(raw))


def is_header(text: str) -> bool:
    """Tell whether a line is the dump's own date header."""
    return bool(HEADER.fullmatch(text))


def _lines(raw: str) -> Iterator[Line]:
    first = True
    for match in _LINE.finditer(raw):
        for start, end in _pieces(raw, match.start(), match.end(), first):
            piece = raw[start:end]
            text = piece.strip()
            if text:
                begin = start + len(piece) - len(piece.lstrip())
                yield Line(begin, begin + len(text), text, _MARKUP.sub("", text))
                first = False


def _pieces(raw: str, start: int, end: int, first: bool) -> Iterator[tuple[int, int]]:
    """Cut a line after the dump's header, which only the first line has, and after a tweet."""
    cuts = [match.end() for match in TWEET_SIGNATURE.finditer(raw, start, end)]
    header = HEADER.match(raw, start + len(raw[start:end]) - len(raw[start:end].lstrip()), end) if first else None
    if header:
        cuts.append(header.end())
    edges = [start, *sorted(cuts), end]
    yield from pairwise(edges)
