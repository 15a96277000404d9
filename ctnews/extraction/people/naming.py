"""Finds the names in a sentence: those behind a title, and a tagger's spans, trimmed and completed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ctnews import lexicon
from ctnews.extraction.people.line import Line
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import PhraseIndex
from ctnews.extraction.text.tokens import Span, covered

LONGEST = 7  # tokens of a name


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: the positions of its first token and after its last one."""

    first: int
    after: int


def find_names(line: Line, spans: Sequence[Span]) -> list[Name]:
    """Give the names of a line in order; `spans` are what a tagger takes for persons."""
    found = _titled(line)
    for span in spans:
        found += _trimmed(line, span, found)
    return _complete(line, sorted(found, key=lambda name: name.first))


def _titled(line: Line) -> list[Name]:
    """Names led by a rank or an honorific, whatever the tagger says."""
    found = []
    for position in sorted(line.titles):
        first = position + 1
        known = position in line.in_places or position in line.in_agencies or _is_office(line, position)
        if known or first in line.titles or first >= len(line.tokens) or not _can_begin(line, first):
            continue
        after = _run(line, first)
        if after > first:
            found.append(Name(first, after))
    return found


def _is_office(line: Line, position: int) -> bool:
    """Tell whether a rank is part of an office: "Directorate General", "Secretary General"."""
    if position == 0 or not line.tokens[position - 1].capitalised:
        return False
    before = line.tokens[position - 1].folded
    return position - 1 in line.heads or before in vocabulary.words("roles", "word", line.lang)


def _run(line: Line, first: int) -> int:
    after = first
    while after < len(line.tokens) and after - first < LONGEST and _is_name(line, after):
        after += 1
    while after > first and _particle(line, after - 1):
        after -= 1
    return after


def _can_begin(line: Line, position: int) -> bool:
    opener = line.tokens[position].folded in vocabulary.words("name_words", "opener", line.lang)
    return _is_name(line, position) and not _particle(line, position) and not opener


def _is_name(line: Line, position: int) -> bool:
    token = line.tokens[position]
    if position in line.titles and not (position > 0 and _particle(line, position - 1)):
        return False
    if position in line.suffixes or position in line.in_agencies:
        return False
    if position in line.heads and token.capitalised:
        return False
    if _particle(line, position):
        return True
    if not (token.capitalised or _joined_particle(token.text, line.lang)):
        return False
    return not token.text.isdigit() and token.folded not in vocabulary.words("name_words", "never", line.lang)


def _joined_particle(word: str, lang: str) -> bool:
    """Tell whether a word is a particle and a name in one: "al-Ansari"."""
    particle, hyphen, name = word.partition("-")
    return bool(hyphen) and name[:1].isupper() and particle in vocabulary.words("name_words", "particle", lang)


def _particle(line: Line, position: int) -> bool:
    return line.tokens[position].folded in vocabulary.words("name_words", "particle", line.lang) and (
        not line.tokens[position].capitalised
    )


def _trimmed(line: Line, span: Span, known: Iterable[Name]) -> list[Name]:
    """Cut titles, roles and suffixes off a tagger's span; give nothing if no name is left or it is known."""
    positions = sorted(covered(line.tokens, [span]))
    taken = {i for name in known for i in range(name.first, name.after)}
    while positions and not _can_begin(line, positions[0]):
        positions.pop(0)
    if not positions or positions[0] in taken:
        return []
    after = positions[0]
    while after in positions and after not in taken and _is_name(line, after):
        after += 1
    while after > positions[0] and _particle(line, after - 1):
        after -= 1
    name = Name(positions[0], after)
    return [name] if after > name.first and not _only_places(line, name) and not _armed_group(line, name) else []


def _armed_group(line: Line, name: Name) -> bool:
    start, end = line.tokens[name.first].start, line.tokens[name.after - 1].end
    return bool(_groups().find(line.text[start:end]))


@cache
def _groups() -> PhraseIndex[str]:
    rows = lexicon.table("world/armed_groups")
    return PhraseIndex((phrase, row["kind"]) for row in rows for phrase in lexicon.values(row["phrase"]))


def _only_places(line: Line, name: Name) -> bool:
    words = vocabulary.words("roles", "word", line.lang)
    return all(i in line.in_places or line.tokens[i].folded in words for i in range(name.first, name.after))


def _complete(line: Line, names: list[Name]) -> list[Name]:
    """Add to each name the capitalised tokens that the tagger left off on either side."""
    completed: list[Name] = []
    for name in names:
        first, after = name.first, name.after
        floor = completed[-1].after if completed else 1
        while first > floor and after - first < LONGEST and _leads_in(line, first - 1):
            first -= 1
        while after < len(line.tokens) and after - first < LONGEST and _belongs(line, after):
            after += 1
        completed.append(Name(first, after))
    return completed


def _leads_in(line: Line, position: int) -> bool:
    """Tell whether a token before a name is a first name that the tagger left off."""
    return _belongs(line, position) and _can_begin(line, position)


def _belongs(line: Line, position: int) -> bool:
    if _particle(line, position):
        return position + 1 < len(line.tokens) and _belongs(line, position + 1)
    if position in line.titles and (_closes(line, position) or _particle(line, position - 1)):
        return True
    known = position in line.in_places or position in line.heads or position in line.modifiers
    known = known or line.tokens[position].folded in vocabulary.words("roles", "word", line.lang)
    return _is_name(line, position) and line.tokens[position].text.isalpha() and not known


def _closes(line: Line, position: int) -> bool:
    """Tell whether a word that can be a title ends a name: no name follows ("Kyaw Kyaw Tun")."""
    following = position + 1
    return following >= len(line.tokens) or not line.tokens[following].capitalised
