"""Features: what a line looks like, before its place on the page counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ctnews import lexicon
from ctnews.cleaning.lines.cues import Cue, cue_index, normal
from ctnews.cleaning.lines.split import Line, is_header

_FINISHED = re.compile(r"(?:[.!?。！？؟।]|[,.!?]?[\"”’»]|[.!?…][\"”’]\s*\))[\"”’'»)\]*]*(?:\d{1,2}|\[\d+\])?$")
_INITIALS = re.compile(r"(?<=[.!?\"”])\s*[(\[](?:\*+|[a-z]{2,8}(?:[/.\s-]+[a-z]{2,8})*)[)\]]\.?$")
"""Who wrote a story, in brackets after its last sentence: "... (abc/def)"."""
TRUNCATED = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_YEAR = r"(?:19|20)\d{2}"
_YEAR_IN = re.compile(_YEAR)
CLOCK_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[^\W\d_]\.?[^\W\d_]\b\.?)?")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
"""A letter of a script that puts no blanks between words."""

UNSPACED_WORD = 2  # letters of such a script that make a word

SENTENCE_WORDS = 6
"""A finished line of so many words can be a sentence of the body."""

FULL_SENTENCE_WORDS = 15
"""So many words and a final stop make a sentence even where names leave few words in lower case."""

LONG_WORDS = 25
"""A line of so many words is prose even without a final stop."""

DATE_LINE_WORDS = 5
"""A line with so many words beside its date is still a date line."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A line with what can be said of it alone, how often the page has it, and whether it is told again here.

    Lines with the same `key` say the same.
    """

    line: Line
    key: str
    cue: Cue | None
    words: int
    lower: float
    finished: bool
    prose: bool
    dated: bool
    copies: int = 1
    repeated: bool = False

    @property
    def header(self) -> bool:
        """Whether it is the dump's own date header."""
        return is_header(self.line.text)


def describe(lines: Sequence[Line]) -> list[Feature]:
    """Give every line's features."""
    alone = [_alone(line) for line in lines]
    copies, repeats = Counter(feature.key for feature in alone), _repeats(alone)
    return [
        replace(feature, copies=copies[feature.key], repeated=index in repeats) if copies[feature.key] > 1 else feature
        for index, feature in enumerate(alone)
    ]


def is_finished(text: str) -> bool:
    """Tell whether a line ends as a sentence does.

    >>> is_finished("They met again.”"), is_finished("They met and..."), is_finished("Two sides meet")
    (True, False, False)
    """
    text = _INITIALS.sub("", text)
    return bool(_FINISHED.search(text)) and not TRUNCATED.search(text)


def _alone(line: Line) -> Feature:
    letters = LETTERS.findall(line.plain)
    words = max(len(line.plain.split()), len(_UNSPACED.findall(line.plain)) // UNSPACED_WORD)
    lower = sum(not word[0].isupper() for word in letters) / len(letters) if letters else 0.0
    finished = is_finished(line.plain)
    prose = _is_prose(line.plain, words, lower, finished)
    cue = cue_index().find(line.text, prose=prose)
    return Feature(line, normal(line.plain), cue, words, lower, finished, prose, _is_date_line(line.plain))


def _is_prose(text: str, words: int, lower: float, finished: bool) -> bool:
    if TRUNCATED.search(text) and words < LONG_WORDS:
        return False
    if words >= LONG_WORDS and lower >= 0.4:
        return " | " not in text and "•" not in text
    if finished and words >= FULL_SENTENCE_WORDS:
        return lower >= 0.15
    return finished and words >= SENTENCE_WORDS and lower >= 0.3


def _is_date_line(text: str) -> bool:
    """Tell whether a line is about a date: little stands beside it, or it is cut into fields by bars."""
    match = _date_in(text)
    if not match:
        return False
    rest = CLOCK_TIME.sub(" ", text[: match.start()] + " " + text[match.end() :])
    beside = LETTERS.findall(rest)
    return len(beside) <= DATE_LINE_WORDS or ("|" in text and len(beside) <= 4 * DATE_LINE_WORDS)


def _repeats(features: Sequence[Feature]) -> set[int]:
    """Give the lines whose words stand elsewhere too; the one among body text, else the first, is the original."""
    places: dict[str, list[int]] = {}
    for index, feature in enumerate(features):
        if feature.words >= 4:
            places.setdefault(feature.key, []).append(index)
    repeated: set[int] = set()
    for indices in places.values():
        original = max(indices, key=lambda index: (features[index].prose and _among_prose(features, index), -index))
        repeated.update(index for index in indices if index != original)
    return repeated


def _among_prose(features: Sequence[Feature], index: int) -> bool:
    neighbours = [*features[max(index - 1, 0) : index], *features[index + 1 : index + 2]]
    return any(feature.prose for feature in neighbours)


def _date_in(text: str) -> re.Match[str] | None:
    return _full_date().search(text) if _YEAR_IN.search(text) else None


@cache
def _full_date() -> re.Pattern[str]:
    months = {form for language in lexicon.languages() for form in _months(language)}
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = r"\d{1,2}(?:[^\W\d_]{2})?"  # the two letters of an ordinal: 1st
    forms = (
        rf"(?<!\d){day}[\s.,-]*(?:{month})[\s.,-]*{_YEAR}",
        rf"(?<![^\W\d_])(?:{month})[\s.]*{day}[\s.,-]*{_YEAR}",
        rf"(?<!\d)\d{{1,2}}([./-])\d{{1,2}}\1{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}([./-])\d{{1,2}}\2\d{{1,2}}(?!\d)",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _months(language: str) -> list[str]:
    rows = lexicon.optional_table(f"{language}/months")
    return [form for row in rows for form in (row["name"], *lexicon.values(row["aliases"]))]
