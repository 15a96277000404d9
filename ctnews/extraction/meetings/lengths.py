"""Tells from which day to which a meeting was: "a two-day meeting ended on Friday", "opened on Monday"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from ctnews import lexicon
from ctnews.extraction.meetings.scene import Sentence
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import PhraseIndex

if TYPE_CHECKING:
    from ctnews.dates import DateMention

End = Literal["first", "last"]

BEFORE, BEHIND = 16, 4  # tokens before and behind a date in which the verb of beginning or ending stands
INSIDE, AROUND = 3, 6  # tokens before and behind an event in which its length stands
LONGEST = 14  # days between an opening and a closing that can be those of one meeting


def length_of(sentence: Sentence, first: int, after: int) -> int | None:
    """Give how many days the words around an event say that it lasts."""
    reach = range(first - INSIDE, after + AROUND)
    return next((days for position, days in _lengths(sentence) if position in reach), None)


def end_of(sentence: Sentence, when: DateMention) -> End | None:
    """Tell whether a date is told as the first or as the last day of something."""
    start, after = sentence.position(when.start), sentence.position(when.end)
    other = max((i for i in sentence.in_dates if i < start), default=-1)
    before = range(max(start - BEFORE, other + 1), start)
    behind = range(after, min(after + BEHIND, len(sentence.tokens)))
    begins, ends = sentence.at("begins"), sentence.at("ends")
    for position in (*reversed(before), *behind):
        if position in begins | ends:
            return "first" if position in begins else "last"
    return None


def extended(when: DateMention, end: End | None, length: int | None) -> DateMention:
    """Give a date over the days that its meeting lasts, where it is the first or the last of them."""
    if not _one_day(when) or end is None or not length or length > LONGEST or when.first is None:
        return when
    try:
        days = timedelta(days=length - 1)
        return replace(when, last=when.first + days) if end == "first" else replace(when, first=when.first - days)
    except OverflowError:
        return when


def opening_and_closing(dated: Iterable[tuple[DateMention, End | None]]) -> tuple[date, date] | None:
    """Give the first and the last day where one telling dates the opening and another the closing."""
    days = [(when.first, end) for when, end in dated if _one_day(when) and when.first]
    first = min((day for day, end in days if end == "first"), default=None)
    last = max((day for day, end in days if end == "last"), default=None)
    if first and last and 0 < (last - first).days <= LONGEST:
        return first, last
    return None


def may_open_and_close(one: tuple[DateMention, End | None], other: tuple[DateMention, End | None]) -> bool:
    """Tell whether two dates that differ can be the opening and the closing of one meeting."""
    return {one[1], other[1]} == {"first", "last"} and opening_and_closing((one, other)) is not None


def _one_day(when: DateMention) -> bool:
    return when.granularity == "day" and when.first is not None and when.first == when.last


def _lengths(sentence: Sentence) -> list[tuple[int, int]]:
    start, end = sentence.span
    found = _index(sentence.lang).find(sentence.text[start:end])
    return [(sentence.position(start + match.start), match.payload) for match in found]


@cache
def _index(lang: str) -> PhraseIndex[int]:
    rows = [
        (phrase, int(row["days"]))
        for code in vocabulary.chain(lang)
        for row in lexicon.optional_table(f"{code}/durations")
        for phrase in lexicon.values(row["phrase"])
    ]
    return PhraseIndex(rows, proper=False)
