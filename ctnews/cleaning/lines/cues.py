"""Cues: the words in `<language>/boilerplate.tsv` by which a line shows what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

from ctnews import lexicon

Scope = Literal["line", "next", "section"]

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s+")
_OUTER = " \t:»«›‹>|*•·_-–—↓→←▼▾+"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a line is, how far its word reaches, and whether the line says more than the cue."""

    label: str
    scope: Scope
    bare: bool


@dataclass(slots=True)
class CueIndex:
    """The cues of all languages, by how they have to match."""

    lines: dict[str, tuple[str, Scope]] = field(default_factory=dict)
    starts: dict[str, list[tuple[str, str, Scope, bool]]] = field(default_factory=dict)
    ends: list[tuple[str, str, Scope, bool]] = field(default_factory=list)
    withins: list[tuple[str, str, Scope, bool]] = field(default_factory=list)
    endings: tuple[str, ...] = ()

    def find(self, text: str, *, prose: bool) -> Cue | None:
        """Give what the line is; in a line that reads as prose only cues that hold for prose count."""
        key = normal(text)
        bare = normal(text.strip(_OUTER + "#"))
        if bare in self.lines:
            label, scope = self.lines[bare]
            return Cue(label, scope, bare=True)
        return self._start(bare, prose) or self._elsewhere(key, prose)

    def _start(self, key: str, prose: bool) -> Cue | None:
        for words, label, scope, for_prose in self.starts.get(key[:1], ()):
            if key.startswith(words) and _word_ends(key, words) and (for_prose or not prose):
                return Cue(label, scope, bare=False)
        return None

    def _elsewhere(self, key: str, prose: bool) -> Cue | None:
        for words, label, scope, for_prose in self.ends if key.endswith(self.endings) else ():
            if key.endswith(words) and (for_prose or not prose):
                return Cue(label, scope, bare=False)
        for words, label, scope, for_prose in self.withins:
            if words in key and (for_prose or not prose):
                return Cue(label, scope, bare=False)
        return None


def normal(text: str) -> str:
    """Give a line as cues are compared: without case, figures as `#`, single blanks.

    >>> normal("10 min  28 sec ago")
    '# min # sec ago'
    """
    return _SPACE.sub(" ", _DIGITS.sub("#", text.casefold().replace("’", "'"))).strip()


@cache
def cue_index() -> CueIndex:
    """Give the cues of every language: a page in one language is often framed in another."""
    index = CueIndex()
    for language in lexicon.languages():
        for row in lexicon.optional_table(f"{language}/boilerplate"):
            for text in row["text"].split("|"):
                _add(index, row, text)
    for entries in (*index.starts.values(), index.ends, index.withins):
        entries.sort(key=lambda entry: -len(entry[0]))
    index.endings = tuple(words for words, *_ in index.ends)
    return index


def _add(index: CueIndex, row: lexicon.Row, text: str) -> None:
    words, scope = normal(text), cast(Scope, row["scope"])
    entry = (words, row["label"], scope, row["prose"] == "y")
    match row["match"]:
        case "line":
            index.lines.setdefault(words.strip(_OUTER), (row["label"], scope))
        case "start":
            index.starts.setdefault(words[:1], []).append(entry)
        case "end":
            index.ends.append(entry)
        case _:
            index.withins.append(entry)


def _word_ends(key: str, words: str) -> bool:
    """Tell whether the cue ends where a word ends."""
    return len(key) == len(words) or not (words[-1].isalnum() and key[len(words)].isalnum())
