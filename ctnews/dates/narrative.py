"""Resolving what hangs on another date of the text: "the next day", "two days after the summit".

Only where it is certain which date that is: the one the sentence goes on to name, the only day told of the thing
named, or the only day of the sentence or of the one before it. Elsewhere the mention stays without a value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ctnews.dates import periods
from ctnews.dates.found import Found
from ctnews.dates.mention import DateMention
from ctnews.dates.sentences import sentence_starts

_Date = tuple[DateMention, Found]

NARRATIVE_RULES = ("narrative", "units_from", "day_of_range", "weekday_from", "day_of_told")
_COMPLEMENT = re.compile(r"[^.,;!?\n]{0,60}")
_NOUN = re.compile(r"[^\W\d_]{4,}")
_WORDS_BETWEEN = 4
_SENTENCES_BACK, _SAME_DAY_BACK, _THING_BACK = 1, 3, 30
_DATES_BACK = 30
_FINER = {"day": ("day",), "week": ("day", "week"), "month": ("day", "month"), "year": ("day", "month", "year")}


def settled(text: str, dates: Sequence[_Date]) -> list[_Date]:
    """Give the dates with every narrative one resolved where it is certain what it hangs on."""
    if not any(mention.rule in NARRATIVE_RULES for mention, _ in dates):
        return list(dates)
    story = _Story(text, [mention for mention, _ in dates], sentence_starts(text, dates[0][1].words.lang, dates))
    for index, (mention, found) in enumerate(dates):
        if mention.rule in NARRATIVE_RULES:
            story.told[index] = story.settled(index, found)
    kept = zip(story.told, (found for _, found in dates), strict=True)
    return [(m, found) for m, found in kept if m.first is not None or m.rule != "day_of_range"]


@dataclass(frozen=True)
class _Story:
    """A text with its dates, as far as they are resolved, and where its sentences begin."""

    text: str
    told: list[DateMention]
    starts: Sequence[int]

    def settled(self, index: int, found: Found) -> DateMention:
        """Give a date with the value that another one lends it."""
        by = {
            "day_of_range": self.day_of_range,
            "weekday_from": self.weekday_from,
            "day_of_told": self.day_of_told_month,
        }
        mention = self.told[index]
        try:
            return by.get(mention.rule, self.units_away)(index, found)
        except (ValueError, OverflowError):  # beyond the years that the calendar has
            return mention

    def units_away(self, index: int, found: Found) -> DateMention:
        """Resolve "the next day", "two days after the summit"."""
        mention, unit, offset = self.told[index], found.unit() or "", _offset(found)
        day = self.named_after(index, found) if found.get("beside") else self.told_before(index, unit, offset)
        if day is None or unit not in _FINER:
            return mention
        period = periods.unit_at(unit, day, offset)
        known = replace(mention, first=period.first, last=period.last, iso=period.iso, anchor=day)
        return replace(known, granularity=period.granularity)

    def day_of_range(self, index: int, found: Found) -> DateMention:
        """Resolve "the second day" where the text told of one run of days alone."""
        mention, before = self.told[index], self.told[max(0, index - _DATES_BACK) : index]
        runs = {(m.first, m.last) for m in before if m.granularity == "day" and m.first != m.last}
        first, last = runs.pop() if len(runs) == 1 else (None, None)
        if first is None or last is None:
            return mention
        day = first + timedelta((found.ordinal() or 1) - 1)
        return mention if day > last else replace(mention, first=day, last=day, iso=day.isoformat(), anchor=first)

    def day_of_told_month(self, index: int, found: Found) -> DateMention:
        """Resolve "tanggal 5": the day of the only month told just before."""
        mention = self.told[index]
        month = self.told_before(index, "month", 0)
        day = month and periods.day_of(month.year, month.month, found.number("day"))
        return mention if day is None else replace(mention, first=day, last=day, iso=day.isoformat(), anchor=month)

    def weekday_from(self, index: int, found: Found) -> DateMention:
        """Resolve "the following Friday": the first after the day told before, for "the previous" the last before."""
        mention, weekday = self.told[index], found.weekday()
        toward = found.value("toward" if found.get("toward") else "toward_after")
        told = self.told_before(index, "day", toward)
        if told is None or weekday is None:
            return mention
        day = told + timedelta(toward * (toward * (weekday - told.weekday()) % 7 or 7))
        return replace(mention, first=day, last=day, iso=day.isoformat(), anchor=told)

    def named_after(self, index: int, found: Found) -> date | None:
        """Give the day of the date or the thing that the words go on to name."""
        mention = self.told[index]
        after = _COMPLEMENT.match(self.text, mention.end)
        complement = after[0] if after else ""
        for following in self.told[index + 1 : index + 2]:
            between = self.text[mention.end : following.start] if following.start - mention.end <= 60 else None
            if between is not None and complement.startswith(between) and len(between.split()) <= _WORDS_BETWEEN:
                return _day(following)
        thing = _thing(found, complement)
        return self.day_of_thing(index, thing) if thing else None

    def day_of_thing(self, index: int, thing: str) -> date | None:
        """Give the only day told in the sentences before this one that speak of the thing."""
        speaks = re.compile(rf"\b{re.escape(thing)}\b", re.IGNORECASE)
        sentences = list(self.sentences_back(index, _THING_BACK))[1:]
        about = [inside for start, end, inside in sentences if inside and speaks.search(self.text, start, end)]
        days = {_day(mention) for inside in about for mention in inside}
        return days.pop() if len(days) == 1 else None

    def told_before(self, index: int, unit: str, offset: int) -> date | None:
        """Give the only day told before in the sentence, else the only one of the sentence before it.

        "The same day" may lie further back: it is the only day of the latest of four sentences that tells of any.
        """
        same_day = offset == 0 and unit in ("day", "month")
        for _, _, inside in self.sentences_back(index, _SAME_DAY_BACK if same_day else _SENTENCES_BACK):
            fine = [m for m in inside if m.first and m.granularity in _FINER.get(unit, ())]
            if firsts := {_first(mention, unit) for mention in fine}:
                return firsts.pop() if len(firsts) == 1 else None
        return None

    def sentences_back(self, index: int, count: int) -> Iterator[tuple[int, int, list[DateMention]]]:
        """Give the sentence that a date stands in, up to it, and those before, each with the dates in it."""
        end = self.told[index].start
        at = bisect_right(self.starts, end) - 1
        for start in self.starts[at : at - count - 1 if at > count else None : -1]:
            inside: list[DateMention] = []
            while index > 0 and self.told[index - 1].start >= start and len(inside) < _DATES_BACK:
                index -= 1
                inside.append(self.told[index])
            yield start, end, inside
            if len(inside) == _DATES_BACK:  # no sentence, and nothing certain beyond it
                return
            end = start


def _offset(found: Found) -> int:
    """Give by how many units the date lies away from the one it hangs on."""
    if narrative := found.get("narrative"):
        return int(found.words.value("narrative", narrative).split()[0])
    return found.value("shift" if found.get("shift") else "beside") * found.count()


def _thing(found: Found, complement: str) -> str | None:
    """Give the noun that the complement names as known: "the summit", "pertemuan itu"."""
    articles, pointers = found.words.forms("whole"), found.words.forms("that")
    words = complement.lower().split()[:_WORDS_BETWEEN]
    known = words[:1] and (words[0] in articles or any(word in pointers for word in words[1:]))
    nouns = [word for word in words if word not in articles and _NOUN.fullmatch(word)]
    return nouns[0] if known and nouns else None


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
