"""What a text tells of days without naming their year: bare weekdays, and days with a month alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ctnews.dates.mention import DateMention
from ctnews.dates.periods import day_of
from ctnews.dates.scanning import dates_found


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A day and a month without a year, and the weekday (Monday is 0) told with them."""

    month: int
    day: int
    weekday: int | None

    def in_year(self, year: int) -> date | None:
        """Give the day in that year; None where the year has no such day or its weekday is another."""
        day = day_of(year, self.month, self.day)
        fits = day is not None and self.weekday in (None, day.weekday())
        return day if fits else None


def reported_weekdays(text: str, *, lang: str) -> list[int]:
    """Give the bare weekdays that a text tells of in the past, Monday is 0.

    >>> reported_weekdays("They met on Monday and will meet next Friday.", lang="en")
    [0]
    """
    found = (found for mention, found in dates_found(text, lang, None) if mention.rule == "weekday")
    told = (one for one in found if one.tense() <= 0 and one.direction() is None)
    return [weekday for one in told if (weekday := one.weekday()) is not None]


def yearless_day(text: str, *, lang: str) -> YearlessDay | None:
    """Give the first day and month without a year in a text; None where there is none or the year is told.

    >>> yearless_day("JAKARTA, Thursday, May 5 (Antara) -", lang="en")
    YearlessDay(month=5, day=5, weekday=3)
    """
    for mention, found in dates_found(text, lang, None):
        if mention.rule == "day_month" and mention.first is None and found.years_away() is None:
            return YearlessDay(found.month(), found.number("day"), found.weekday())
    return None


def past_days(text: str, *, lang: str) -> list[DateMention]:
    """Give the dates with a year that a text does not tell of as future: days, months and years."""
    dated = [(mention, found) for mention, found in dates_found(text, lang, None) if mention.first is not None]
    return [mention for mention, found in dated if found.tense() <= 0]
