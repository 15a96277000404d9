"""Finds the names that the words before them tell, whatever a tagger says: a rank, an office, initials."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ctnews.extraction.people.line import Line
from ctnews.extraction.people.name_parts import LONGEST, Name, bears, can_begin, is_initial, is_name, ordinary, run
from ctnews.extraction.text import vocabulary

MOST = 4  # tokens of a name that only its place behind an office tells
OFFICE = 8  # tokens before an agency's end in which an office's head stands


def titled(line: Line) -> list[Name]:
    """Names led by a rank or an honorific, whatever the tagger says."""
    found = []
    for position in sorted(line.titles):
        first = position + 1 + _opens_word(line, position + 1)
        known = position in line.in_places or position in line.in_agencies or _is_office(line, position)
        if known or first in line.titles or first >= len(line.tokens) or not can_begin(line, first):
            continue
        after = run(line, first)
        if after > first and not bears(line, after):
            found.append(Name(first, after))
    return found


def _opens_word(line: Line, position: int) -> bool:
    """Tell whether a mark like a quotation's begins a name, as the letter of a Polynesian one: "‘Ofa"."""
    if position + 1 >= len(line.tokens) or line.tokens[position].text not in set("‘’'ʻʼ`"):
        return False
    mark, word = line.tokens[position : position + 2]
    closed = any(token.text in "’'" for token in line.tokens[position + 2 : position + 2 + LONGEST])
    return mark.end == word.start and word.capitalised and not closed


def officed(line: Line, known: Sequence[Name]) -> list[Name]:
    """Names behind an office, whatever the tagger says: "deputy head of the FSB NAME", "Minister of Works NAME"."""
    taken = {i for name in known for i in range(name.first, name.after)}
    found: list[Name] = []
    for first in range(1, len(line.tokens) - 1):
        if first in taken or ordinary(line, first) or not _ends_office(line, first - 1) or not can_begin(line, first):
            continue
        after = run(line, first)
        alone = after - first == 1 and not _stands_alone(line, first)
        if after - first <= MOST and not alone and not any(ordinary(line, i) for i in range(first, after)):
            found.append(Name(first, after))
            taken.update(range(first, after))
    return found


def _stands_alone(line: Line, position: int) -> bool:
    """Tell whether a single word behind a bare office is its holder: "President NAME met", not "Minister Level"."""
    following = position + 1
    ends = following == len(line.tokens) or not line.tokens[following].capitalised
    bare = position - 1 in line.heads and position - 1 not in line.weak and line.tokens[position - 1].capitalised
    return bare and ends and line.tokens[position].text.isalpha()


def initialled(line: Line, known: Sequence[Name]) -> list[Name]:
    """Names of one word behind initials, whatever the tagger says: "B. Enkhtuya"."""
    taken = {i for name in known for i in range(name.first, name.after)}
    found = []
    for first in range(len(line.tokens) - 1):
        alone = is_initial(line.tokens[first].text) and not (first and line.tokens[first - 1].text[:1].isupper())
        after = first + 1
        while after < len(line.tokens) and is_initial(line.tokens[after].text):
            after += 1
        if not alone or first in taken or after >= len(line.tokens) or ordinary(line, after):
            continue
        if is_name(line, after) and not bears(line, after + 1):
            found.append(Name(first, run(line, first)))
    return found


def _ends_office(line: Line, position: int) -> bool:
    """Tell whether a capitalised token ends an office: a head stands there or before it, all between joined."""
    if position in line.weak:
        return True
    start = position
    while start >= 0 and position - start <= OFFICE and start not in line.heads:
        if not line.links(start) or line.tokens[start].text in "()":
            return False
        start -= 1
    if start < 0 or start not in line.heads or start in line.weak:
        return False
    token = line.tokens[position]
    known = position in line.in_agencies or position in line.in_places or position in line.heads
    return known or (token.capitalised and token.folded in _office_words(line.lang))


@cache
def _office_words(lang: str) -> frozenset[str]:
    heads = (vocabulary.words("agency_patterns", kind, lang) for kind in ("head", "weak_head"))
    return vocabulary.words("roles", "word", lang).union(*heads)


def _is_office(line: Line, position: int) -> bool:
    """Tell whether a rank is part of an office: "Directorate General", "Secretary General"."""
    if position == 0 or not line.tokens[position - 1].capitalised:
        return False
    before = line.tokens[position - 1].folded
    return position - 1 in line.heads or before in vocabulary.words("roles", "word", line.lang)
