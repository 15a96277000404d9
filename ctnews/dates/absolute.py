"""Resolving what states its year: full dates, months, years, decades and parts of years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ctnews.dates import periods
from ctnews.dates.found import Found, Reading, full_year
from ctnews.dates.parsing import full_date
from ctnews.dates.periods import Period, day_of

_AMBIGUOUS = ("ambiguous_order",)


def stated_day(found: Found, _base: date) -> Reading | None:
    """Resolve a full date in words: "Wednesday 7 February, 2024"."""
    year = found.year()
    calendar_day = None if year is None else day_of(year, found.month(), found.number("day"))
    if calendar_day is None:
        return None
    order = "DMY" if found.match.start("day") < found.match.start("month") else "MDY"
    read = full_date(found.match["core"], found.words.lang, order) or calendar_day
    return Reading(periods.day(read), found.conflict(read))


def iso_day(found: Found, _base: date) -> Reading | None:
    """Resolve a date in digits that begins with its year: "2023-05-18"."""
    day = day_of(found.number("year"), found.number("number"), found.number("number2"))
    return None if day is None else Reading(periods.day(day))


def numeric_day(found: Found, base: date) -> Reading | None:
    """Resolve a date in digits with its year: "18/5/2023", "9/14/2018".

    A weekday beside it tells the order. Without one, where both orders are possible and in use, it is the
    reading nearer the anchor, with no anchor that in the usual order, and is flagged.
    """
    year = found.year()
    days = [] if year is None else day_readings(found, year)
    if not days:
        return None
    fitting = [day for day in days if found.weekday() == day.weekday()]
    if fitting:
        return Reading(periods.day(fitting[0]))
    nearest = min(days, key=lambda day: abs((day - base).days)) if found.anchored else days[0]
    flags = _AMBIGUOUS if len(days) > 1 else ()
    return Reading(periods.day(nearest), flags + found.conflict(nearest))


def day_readings(found: Found, year: int) -> list[date]:
    """Give the different days that two numbers can mean in a year, in the usual order first.

    The other order is given where the language uses it too, or where the usual one gives no day. Dots stand between
    day and month wherever they are used, so they leave no doubt.
    """
    first, second = found.number("number"), found.number("number2")
    orders = found.words.forms("order")
    dotted = day_of(year, second, first) if found.match[0].count(".") > 1 else None
    if dotted:
        return [dotted]
    days = [day_of(year, second, first), day_of(year, first, second)]
    possible = [day for day in (days[::-1] if "MDY" in orders.values() else days) if day is not None]
    return list(dict.fromkeys(possible if len(orders) > 1 else possible[:1]))


def stated_month(found: Found, base: date) -> Reading | None:
    """Resolve a month with its year: "December 2023", "early June 2023", "January" in "January and May last year"."""
    away = found.years_away()
    year = found.year() if away is None else base.year + away
    return None if year is None else Reading(periods.month(year, found.month()), found.part())


def stated_year(found: Found, _base: date) -> Reading | None:
    """Resolve a year: "2018", "tahun 2018", "mid-2011"."""
    year = found.year()
    return None if year is None else Reading(periods.year(year), found.part())


def iso_week(found: Found, _base: date) -> Reading:
    """Resolve a week as ISO 8601 writes it: "2023-W20"."""
    return Reading(periods.week(date.fromisocalendar(found.number("year"), found.number("week"), 1)))


def decade(found: Found, base: date) -> Reading | None:
    """Resolve a decade: "the 1990s", "tahun 1990-an", "the nineties", "the 70s": of a short one the latest begun."""
    if found.has("decade_name"):
        return Reading(periods.decade(found.value("decade_name")), found.part())
    if told := found.get("decade"):
        return Reading(periods.decade(int(told)), found.part())
    start = full_year(found.number("short_decade"))
    return Reading(periods.decade(start if start <= base.year else start - 100), found.part())


def part_of_year(found: Found, base: date) -> Reading | None:
    """Resolve a quarter or a half: "the third quarter of 2009", "Q3 2023", "semester I 2023".

    A quarter without a year is the one nearest the anchor.
    """
    code = found.get("code")
    unit, number = found.words.value("code", code).split() if code else (found.unit(), found.ordinal() or 0)
    make, count = (periods.half, 2) if unit == "half" else (periods.quarter, 4)
    number = int(number)
    if number > count:
        return None
    return Reading(_in_year(found, base, lambda year: make(year, count if number == -1 else number)))


def _in_year(found: Found, base: date, make: Callable[[int], Period]) -> Period:
    if (year := found.year()) is not None:
        return make(year)
    away = 0 if found.has("own_year") else found.years_away()
    return next(periods.yearly(make, base)) if away is None else make(base.year + away)
