"""A match on its way to a value: its groups read as numbers, and the value that resolving it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ctnews.dates import context
from ctnews.dates.periods import Period
from ctnews.dates.tense import is_limit, tense
from ctnews.dates.words import Words, normal


@dataclass(frozen=True)
class Reading:
    """What a match was resolved to: its period, None for what nothing resolves, and flags."""

    period: Period | None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A match in its text, with the words of its language; `anchored` where the publication date is known."""

    text: str
    match: re.Match[str]
    words: Words
    anchored: bool

    def get(self, name: str) -> str | None:
        """Give what a group matched, None where it did not or the pattern has no such group."""
        return self.match[name] if name in self.match.re.groupindex else None

    def has(self, *names: str) -> bool:
        """Tell whether any of the groups matched."""
        return any(self.get(name) for name in names)

    def number(self, name: str) -> int:
        """Give a group of digits as a number, or a day's number that is a word: "premier"."""
        told = self.match[name]
        return int(told) if told.isdecimal() else int(self.words.value("day_number", told))

    def month(self, name: str = "month") -> int:
        """Give the number of the month named."""
        return int(self.words.months[normal(self.match[name])])

    def weekday(self, name: str = "weekday") -> int | None:
        """Give the weekday named, Monday is 0; None where there is none."""
        names = (name, "weekday_after", "weekday_last") if name == "weekday" else (name,)
        form = next((told for told in map(self.get, names) if told), None)
        return None if form is None else int(self.words.weekdays[normal(form)]) - 1

    def unit(self) -> str | None:
        """Give the unit named or meant."""
        if single := self.get("single"):
            return self.words.singles[normal(single)]
        if narrative := self.get("narrative"):
            return self.words.value("narrative", narrative).split()[1]
        unit = self.get("unit") or self.get("one_unit")
        return self.words.units[normal(unit)] if unit else None

    def count(self) -> int:
        """Give how many units are told: "two months", "sehari"."""
        told = self.get("count")
        return 1 if told is None else self.words.number(told)

    def value(self, kind: str) -> int:
        """Give the number that the table has for what the group of that name matched."""
        return int(self.words.value(kind, self.match[kind]))

    def direction(self) -> int | None:
        """Give -1 for words such as "last", 0 for "this", 1 for "next", None where there is none."""
        return self._one_of("before", "after")

    def ordinal(self) -> int | None:
        """Give the number of an ordinal, -1 for "last"; None where there is none."""
        return self._one_of("ordinal", "ordinal_after")

    def year(self) -> int | None:
        """Give the year that is stated, a short one in full."""
        if year := self.get("year"):
            return int(year)
        short = self.get("short")
        return None if short is None else full_year(int(short))

    def years_away(self) -> int | None:
        """Give how far the year is that is named by its distance: "last year" is -1."""
        return self.units_off("year")

    def units_off(self, unit: str) -> int | None:
        """Give how far the week, month or year is that is named by its distance: "next week" is 1."""
        phrase = self.get(f"relative_{unit}")
        return None if phrase is None else self.words.relative[unit][normal(phrase)]

    def part(self) -> tuple[str, ...]:
        """Give the flags for the part of a period or a day that is meant: early, mid, late, evening."""
        parts = [(kind, self.get(kind)) for kind in ("part", "part_after", "day_part")]
        return tuple(self.words.value(kind, told) for kind, told in parts if told)

    def conflict(self, day: date) -> tuple[str, ...]:
        """Give the flag for a weekday that is not that day's."""
        return () if self.weekday() in (None, day.weekday()) else ("weekday_conflict",)

    @property
    def before(self) -> str:
        """The few words before the match."""
        return context.before(self.text, self.match.start())

    @property
    def after(self) -> str:
        """The few words after the match."""
        return context.after(self.text, self.match.end())

    def follows(self, kind: str) -> bool:
        """Tell whether a word of that kind stands right before the match."""
        return context.ends_with(self.before, self.words.lang, kind)

    def follows_in_set(self) -> bool:
        """Tell whether the match is the last of several weekdays that come round: "every Monday and Friday"."""
        return context.ends_with_set(self.before, self.words.lang)

    def precedes(self, kind: str) -> bool:
        """Tell whether a word of that kind stands right after the match."""
        return context.begins_with(self.after, self.words.lang, kind)

    def tense(self) -> int:
        """Give 1 where the clause speaks of the future, -1 of the past, 0 where no cue tells."""
        return tense(self.text, self.match.start(), self.match.end(), self.words.lang)

    def is_deadline(self) -> bool:
        """Tell whether the date is set as a limit that lies ahead: "until", "as early as"."""
        return is_limit(self.text, self.match.start(), self.words.lang, ahead=True)

    def _one_of(self, *kinds: str) -> int | None:
        return next((self.value(kind) for kind in kinds if self.get(kind)), None)


def full_year(short: int) -> int:
    """Give the year that two digits mean: up to 2049, from 1950."""
    return short + (2000 if short < 50 else 1900)
