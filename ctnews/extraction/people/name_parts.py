"""What a token can be in a name: its first word, an initial, a particle, or no part of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ctnews import lexicon
from ctnews.extraction.people.line import Line
from ctnews.extraction.text import vocabulary

LONGEST = 7  # tokens of a name


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: the positions of its first token and after its last one."""

    first: int
    after: int


def run(line: Line, first: int) -> int:
    after = first
    while after < len(line.tokens) and after - first < LONGEST and is_name(line, after):
        after += 1
    while after > first and particle(line, after - 1):
        after -= 1
    return after


def can_begin(line: Line, position: int) -> bool:
    opener = line.tokens[position].folded in vocabulary.words("name_words", "opener", line.lang)
    return is_name(line, position) and not particle(line, position) and not opener


def is_name(line: Line, position: int) -> bool:
    token = line.tokens[position]
    if token.text == "." and position and line.tokens[position - 1].folded in short(line.lang):
        return position + 1 < len(line.tokens) and line.tokens[position + 1].capitalised
    if position in line.titles and not (position > 0 and particle(line, position - 1)):
        return False
    if position in line.suffixes or position in line.in_agencies:
        return False
    if position in line.heads and token.capitalised:
        return False
    if particle(line, position):
        return True
    if not (token.capitalised or joined_particle(token.text, line.lang)):
        return False
    return not token.text.isdigit() and token.folded not in never(line.lang)


def never(lang: str) -> frozenset[str]:
    return vocabulary.words("name_words", "never", lang) | bearers(lang)


def bearers(lang: str) -> frozenset[str]:
    return vocabulary.words("name_words", "bearer", lang)


def bears(line: Line, after: int) -> bool:
    """Tell whether the word behind a name is of a thing named after a person: "Nelson Mandela Bridge"."""
    return (
        after < len(line.tokens) and line.tokens[after].capitalised and line.tokens[after].folded in bearers(line.lang)
    )


def short(lang: str) -> frozenset[str]:
    return vocabulary.words("name_words", "short", lang)


def joined_particle(word: str, lang: str) -> bool:
    """Tell whether a word is a particle and a name in one: "al-Ansari"."""
    particle, hyphen, name = word.partition("-")
    return bool(hyphen) and name[:1].isupper() and particle in vocabulary.words("name_words", "particle", lang)


def particle(line: Line, position: int) -> bool:
    return line.tokens[position].folded in vocabulary.words("name_words", "particle", line.lang) and (
        not line.tokens[position].capitalised
    )


def ordinary(line: Line, position: int) -> bool:
    """Tell whether a token is a word, a place or a part of a role rather than a name."""
    token = line.tokens[position]
    known = position in line.in_places or position in line.heads or position in line.modifiers
    known = known or token.folded in vocabulary.words("roles", "word", line.lang) or token.text.isupper()
    return known or token.folded in common(line.lang) or not token.text[:1].isalpha()


@cache
def common(lang: str) -> frozenset[str]:
    codes = vocabulary.chain(lang)
    words = {row["word"] for code in codes for row in lexicon.optional_table(f"{code}/common_words")}
    return frozenset(words | vocabulary.words("agency_patterns", "head", lang))


def is_initial(word: str) -> bool:
    """Tell whether a word is one capital letter and a dot."""
    return len(word) == 2 and word[0].isupper() and word[1] == "."
