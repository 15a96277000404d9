"""Resolving what hangs on another date of the text: "the next day", "two days after the summit".

Only where it is certain which date that is: the one the sentence goes on to name, the only day told of the thing
named, or the only day of the sentence or of the one before it. Elsewhere the mention stays without a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from ctnews.dates import periods
from ctnews.dates.found import Found
from ctnews.dates.mention import DateMention

_Date = tuple[DateMention, Found]

NARRATIVE_RULES = ("narrative", "units_from", "day_of_range")
_BREAK = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“'‘(]?[^\W_a-z])|\n")
_COMPLEMENT = re.compile(r"[^.,;!?\n]{0,60}")
_NOUN = re.compile(r"[^\W\d_]{4,}")
_WORDS_BETWEEN = 4
_FINER = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month"), "year": ("day", "month", "year")}


def settled(text: str, dates: Sequence[_Date]) -> list[_Date]:
    """Give the dates with every narrative one resolved where it is certain what it hangs on."""
    told = list(dates)
    for index, (mention, found) in enumerate(dates):
        if mention.rule in NARRATIVE_RULES:
            told[index] = (_settled(text, told, index), found)
    return [(m, found) for m, found in told if m.first is not None or m.rule != "day_of_range"]


def _settled(text: str, dates: Sequence[_Date], index: int) -> DateMention:
    mention, found = dates[index]
    if mention.rule == "day_of_range":
        return _day_of_range(dates, index)
    unit, offset = found.unit(), _offset(found)
    if unit not in _FINER:
        return mention
    day = _named_after(text, dates, index) if found.get("beside") else _told_before(text, dates, index, unit, offset)
    if day is None:
        return mention
    try:
        period = periods.unit_at(unit, day, offset)
    except (ValueError, OverflowError):  # beyond the years that the calendar has
        return mention
    known = replace(mention, first=period.first, last=period.last, iso=period.iso, anchor=day)
    return replace(known, granularity=period.granularity)


def _day_of_range(dates: Sequence[_Date], index: int) -> DateMention:
    """Resolve "the second day" where the text told of one run of days alone."""
    mention, found = dates[index]
    runs = {(m.first, m.last) for m, _ in dates[:index] if m.granularity == "day" and m.first != m.last}
    first, last = runs.pop() if len(runs) == 1 else (None, None)
    if first is None or last is None:
        return mention
    day = first + timedelta((found.ordinal() or 1) - 1)
    return mention if day > last else replace(mention, first=day, last=day, iso=day.isoformat(), anchor=first)


def _offset(found: Found) -> int:
    """Give by how many units the date lies away from the one it hangs on."""
    if narrative := found.get("narrative"):
        return int(found.words.value("narrative", narrative).split()[0])
    return found.value("shift" if found.get("shift") else "beside") * found.count()


def _named_after(text: str, dates: Sequence[_Date], index: int) -> date | None:
    """Give the day of the date or the thing that the words go on to name."""
    mention, found = dates[index]
    after = _COMPLEMENT.match(text, mention.end)
    complement = after[0] if after else ""
    for following, _ in dates[index + 1 : index + 2]:
        between = text[mention.end : following.start]
        if len(between) <= len(complement) and len(between.split()) <= _WORDS_BETWEEN:
            return _day(following)
    thing = _thing(found, complement)
    return _day_of_thing(text[: mention.start], dates[:index], thing) if thing else None


def _thing(found: Found, complement: str) -> str | None:
    """Give the noun that the complement names as known: "the summit", "pertemuan itu"."""
    articles, pointers = found.words.forms("whole"), found.words.forms("that")
    words = complement.lower().split()[:_WORDS_BETWEEN]
    known = words[:1] and (words[0] in articles or any(word in pointers for word in words[1:]))
    nouns = [word for word in words if word not in articles and _NOUN.fullmatch(word)]
    return nouns[0] if known and nouns else None


def _day_of_thing(text: str, dates: Sequence[_Date], thing: str) -> date | None:
    """Give the only day told in the sentences before this one that speak of the thing."""
    starts = [0, *_breaks(text, dates)]
    speaks = re.compile(rf"\b{re.escape(thing)}\b", re.IGNORECASE)
    days: set[date | None] = set()
    for start, end in pairwise(starts):
        inside = [mention for mention, _ in dates if start <= mention.start < end]
        if inside and speaks.search(text, start, end):
            days |= {_day(mention) for mention in inside}
    return days.pop() if len(days) == 1 else None


def _told_before(text: str, dates: Sequence[_Date], index: int, unit: str, offset: int) -> date | None:
    """Give the only day told before in the sentence, else the only one of the sentence before it.

    "The same day" may lie further back: it is the only day of the latest sentence that tells of any.
    """
    start = dates[index][0].start
    breaks = [0, *_breaks(text[:start], dates[:index])]
    for since in breaks[::-1] if (offset, unit) == (0, "day") else breaks[:-3:-1]:
        inside = [m for m, _ in dates[:index] if m.start >= since and m.granularity in _FINER[unit] and m.first]
        firsts = {_first(mention, unit) for mention in inside}
        if firsts:
            return firsts.pop() if len(firsts) == 1 else None
    return None


def _breaks(text: str, dates: Sequence[_Date]) -> Iterator[int]:
    """Give where sentences begin, but for stops inside dates ("Nov. 3")."""
    inside = {offset for mention, _ in dates for offset in range(mention.start, mention.end)}
    return (match.end() for match in _BREAK.finditer(text) if match.start() not in inside)


def _first(mention: DateMention, unit: str) -> date | None:
    """Give the first day of the day, week, month or year that a date lies in; None of a range of days."""
    if mention.first is None or (unit == "day" and mention.first != mention.last):
        return None
    try:
        return periods.unit_at(unit, mention.first, 0).first
    except OverflowError:  # the last week that the calendar has
        return None


def _day(mention: DateMention) -> date | None:
    return mention.first if mention.first == mention.last else None
