"""Reads a date without a year by the tense of its meeting: "is planned in February", "meets again in the spring"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ctnews.extraction.meetings.scene import Sentence

if TYPE_CHECKING:
    from ctnews.dates import Anchor, DateMention

EVERY_YEAR = frozenset({"month", "season", "range_of_months"})


def ahead(when: DateMention, sentence: Sentence, anchor: Anchor) -> DateMention:
    """Give the next such date, where words of no year were read as a date before the article."""
    if when.first is None or when.last is None or when.last >= anchor.first or _says_when(when, sentence):
        return when
    if when.rule not in EVERY_YEAR:
        return when
    return replace(when, first=_a_year_on(when.first), last=_a_year_on(when.last), iso=None)


def _says_when(when: DateMention, sentence: Sentence) -> bool:
    """Tell whether the words state a year, or that the date is past: "last May"."""
    words = range(sentence.position(when.start), sentence.position(when.end))
    return when.anchor is None or any(sentence.word(i, "previous") for i in words)


def _a_year_on(day: date) -> date:
    """Give the same day of the next year, of a month's last day the last one."""
    last = monthrange(day.year, day.month)[1] == day.day
    after = monthrange(day.year + 1, day.month)[1]
    return day.replace(year=day.year + 1, day=after if last else min(day.day, after))
