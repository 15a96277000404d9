"""Resolving ranges: both ends share the month and the year; an end before its start is refused."""

from __future__ import annotations

from datetime import date, timedelta

from ctnews.dates import periods
from ctnews.dates.found import Found, Reading
from ctnews.dates.periods import Period, day_of
from ctnews.dates.yearless import Make, bare_month, told_year

_LONGEST = 92


def in_month(found: Found, base: date) -> Reading | None:
    """Resolve "June 19 to 23", "19-23 June 2023"."""

    def make(year: int) -> Period | None:
        return _span(year, found.month(), found.number("day"), year, found.month(), found.number("day2"))

    return _resolved(found, base, make)


def of_days(found: Found, base: date) -> Reading | None:
    """Resolve "26 Oktober-1 November", "June 28 to July 2, 2023"; without years it may cross New Year."""
    first, last = found.month(), found.month("month2")

    def make(year: int) -> Period | None:
        start_year = found.number("year1") if found.get("year1") else year - (last < first)
        return _span(start_year, first, found.number("day"), year, last, found.number("day2"))

    return _resolved(found, base, make)


def numeric(found: Found, base: date) -> Reading | None:
    """Resolve "Senin-Selasa (10-11/6)" and "(29/6-1/7)": the day is written before the month."""
    first = found.number("in")
    last = found.number("until") if found.get("until") else first

    def make(year: int) -> Period | None:
        return _span(year - (last < first), first, found.number("from"), year, last, found.number("to"))

    return _resolved(found, base, make)


def of_weekdays(found: Found, base: date) -> Reading | None:
    """Resolve "from Tuesday to Wednesday": the latest such start, in a clause of the future the next, or as it says."""
    start, end = found.weekday(), found.weekday("weekday2")
    if start is None or end is None or start == end:
        return None
    since, direction = (base.weekday() - start) % 7, found.direction()
    coming = found.tense() > 0 if direction is None else direction > 0
    first = base + timedelta((7 - since) % 7 if coming else -since)
    if (away := found.units_off("week")) is not None or direction == 0:
        first = periods.unit_at("week", base, away or 0).first + timedelta(start)
    return Reading(periods.day(first).through(periods.day(first + timedelta((end - start) % 7))))


def of_months(found: Found, base: date) -> Reading | None:
    """Resolve "June-August 2023", "between April and June"."""
    first, last = found.month(), found.month("month2")

    def make(year: int) -> Period | None:
        start_year = found.number("year1") if found.get("year1") else year - (last < first)
        return periods.month(start_year, first).through(periods.month(year, last))

    told = found.year() is not None or found.years_away() is not None or found.direction() is not None
    start = None if told else bare_month(found, base).period
    if start is None:
        return _resolved(found, base, make)
    return Reading(make(start.first.year + (last < first)))


def of_years(found: Found, _base: date) -> Reading | None:
    """Resolve "2019-2025", "from 2009 to 2011", "2019-25"."""
    first = found.number("year1")
    short = found.get("short_end")
    last = first // 100 * 100 + int(short) if short else found.number("year")
    period = periods.year(first).through(periods.year(last)) if last > first else None
    return None if period is None else Reading(period)


def _resolved(found: Found, base: date, make: Make) -> Reading | None:
    year = found.year()
    made = make(year) if year is not None else _told(found, base, make)
    return None if made is None else Reading(made, found.conflict(made.first))


def _told(found: Found, base: date, make: Make) -> Period | None:
    if found.weekday() is None or found.years_away() is not None or found.direction() is not None:
        return told_year(found, base, make)
    made = list(periods.yearly(make, base))
    return next((period for period in made if not found.conflict(period.first)), made[0] if made else None)


def _span(year: int, month: int, day: int, last_year: int, last_month: int, last_day: int) -> Period | None:
    first, last = day_of(year, month, day), day_of(last_year, last_month, last_day)
    if first is None or last is None or not 0 < (last - first).days <= _LONGEST:
        return None
    return periods.day(first).through(periods.day(last))
