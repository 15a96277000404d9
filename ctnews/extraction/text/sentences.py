"""Splits a text into sentences, by punctuation, line breaks and the abbreviation tables of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ctnews.lexicon import optional_table

Span = tuple[int, int]

_CANDIDATE = re.compile(r"(?P<stop>[.!?…]+)[\"'”’»)\]]*(?P<gap>\s*)|(?P<line_break>\n\s*)")
_NEXT = re.compile(r"[\"'“”‘’«(\[–—•*-]{0,4}\s?[\"'“‘]?(?P<word>\w{1,30})(?P<dot>\.?)")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«()\[\]/–—-]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_]")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[)\]]?", re.IGNORECASE)
_LIST_ITEM = re.compile(r"[-–—•*▪●]\s|\d{1,2}[.)]\s")

_LONGEST_ABBREVIATION = 16
_WRAPPED_LINE = range(50, 101)


def split(text: str, *, lang: str) -> list[Span]:
    """Give the offsets of the sentences of a text, in order, without the white space around them.

    Every character that is no white space lies in exactly one sentence. A language without tables is split by
    punctuation and lines alone.

    >>> text = "Gen. A. B. Santos met Mr. Lee. They agreed."
    >>> [text[start:end] for start, end in split(text, lang="en")]
    ['Gen. A. B. Santos met Mr. Lee.', 'They agreed.']
    """
    rules = _rules(lang)
    start, spans = 0, []
    for candidate in _CANDIDATE.finditer(text):
        if rules.ends_sentence(text, start, candidate):
            spans.append(_trimmed(text, start, candidate.end()))
            start = candidate.end()
    spans.append(_trimmed(text, start, len(text)))
    return [span for span in spans if span[0] < span[1]]


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a language knows of where a sentence ends.

    `kinds` says of an abbreviation (without its last dot) when it ends a sentence: a "title" never, a
    "number" not before a digit, an "inner" one only before a word that opens sentences, a "closing" one
    before any capital but that of another abbreviation.
    """

    kinds: dict[str, str]
    starters: frozenset[str]

    def ends_sentence(self, text: str, start: int, candidate: re.Match[str]) -> bool:
        """Tell whether the sentence that began at `start` ends with this punctuation or line break."""
        if candidate["line_break"]:
            return _ends_line(text, candidate)
        if candidate["gap"].count("\n") > 1:
            return True
        following = _NEXT.match(text, candidate.end())
        if candidate["stop"] == "." and self._is_inner_dot(text, start, candidate, following):
            return False
        if not candidate["gap"]:
            return self._runs_on(text, candidate, following)
        return "\n" in candidate["gap"] or following is None or not following["word"][0].islower()

    def _is_inner_dot(self, text: str, start: int, candidate: re.Match[str], following: re.Match[str] | None) -> bool:
        dot = candidate.start()
        if dot - start < _LONGEST_ABBREVIATION and _ENUMERATOR.fullmatch(text[start:dot].strip()):
            return True
        kind = self._kind(text[max(start, dot - _LONGEST_ABBREVIATION) : dot])
        return kind is not None and following is not None and self._goes_on(kind, following)

    def _goes_on(self, kind: str, following: re.Match[str]) -> bool:
        """Tell whether what follows an abbreviation of this kind belongs to the same sentence."""
        word = following["word"]
        if kind == "title" or word[0].islower():
            return True
        if kind == "number":
            return word[0].isdigit()
        if kind == "closing":
            return bool(following["dot"]) and (word in self.kinds or len(word) == 1)
        return word not in self.starters and following.group()[0] not in '"“'

    def _kind(self, before: str) -> str | None:
        found = _LAST_WORD.search(before)
        word = found.group() if found else ""
        return self.kinds.get(word) or ("inner" if _INITIALS.fullmatch(word) else None)

    def _runs_on(self, text: str, candidate: re.Match[str], following: re.Match[str] | None) -> bool:
        """Tell whether the next sentence follows without a space, as in "agreed.The minister"."""
        before = text[candidate.start() - 1 : candidate.start()]
        return following is not None and before.islower() and following["word"] in self.starters


@cache
def _rules(lang: str) -> _Rules:
    kinds = {row["abbreviation"]: row["kind"] for row in optional_table(f"{lang}/abbreviations")}
    starters = frozenset(row["word"] for row in optional_table(f"{lang}/sentence_starters"))
    return _Rules(kinds, starters)


def _ends_line(text: str, line_break: re.Match[str]) -> bool:
    """Tell whether a line without final punctuation is complete: a paragraph, a heading, an item of a list.

    A line that a capital follows is taken as going on only if it is as long as a line wrapped by a program.
    """
    if line_break.group().count("\n") > 1 or _LIST_ITEM.match(text, line_break.end()):
        return True
    line_start = text.rfind("\n", max(0, line_break.start() - _WRAPPED_LINE.stop), line_break.start()) + 1
    if line_break.start() - line_start in _WRAPPED_LINE:
        return False
    return text[line_break.end() : line_break.end() + 1].isupper()


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    return begin, max(begin, start + len(piece.rstrip()))
