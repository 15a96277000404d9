"""Resolving what states its year: full dates, months, years, decades and parts of years."""

from __future__ import annotations

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

    The weekday beside it tells the order, else that it is possible in one order only. Where both are possible in a
    language that uses both, the reading nearer the anchor is taken, without an anchor the usual one, with a flag.
    """
    year = found.year()
    days = [] if year is None else day_readings(found, year)
    if not days:
        return None
    fitting = [day for day in days if not found.conflict(day)]
    if len(set(days)) == 1 or (found.weekday() is not None and fitting):
        day = (fitting or days)[0]
        return Reading(periods.day(day), found.conflict(day))
    day = min(days, key=lambda day: abs((day - base).days)) if found.anchored else days[0]
    return Reading(periods.day(day), _AMBIGUOUS + found.conflict(day))


def day_readings(found: Found, year: int) -> list[date]:
    """Give the days that two numbers can mean in a year: in the usual order, then, where it is used, in the other."""
    first, second = found.number("number"), found.number("number2")
    days = [day_of(year, second, first), day_of(year, first, second)]
    if "MDY" in found.words.forms("order").values():
        days.reverse()
    possible = [day for day in days if day is not None]
    return possible[:1] if len(found.words.forms("order")) == 1 else possible


def stated_month(found: Found, _base: date) -> Reading | None:
    """Resolve a month with its year: "December 2023", "early June 2023"."""
    year = found.year()
    return None if year is None else Reading(periods.month(year, found.month()), found.part())


def stated_year(found: Found, _base: date) -> Reading | None:
    """Resolve a year: "2018", "tahun 2018", "mid-2011"."""
    year = found.year()
    return None if year is None else Reading(periods.year(year), found.part())


def decade(found: Found, _base: date) -> Reading | None:
    """Resolve a decade: "the 1990s", "tahun 1990-an", "the 70s"."""
    start = found.get("decade") or str(full_year(found.number("short_decade")))
    return Reading(periods.decade(int(start)), found.part())


def part_of_year(found: Found, base: date) -> Reading | None:
    """Resolve a quarter or a half: "the third quarter of 2009", "Q3 2023", "semester I 2023".

    A quarter without a year is the one nearest the anchor.
    """
    code = found.get("code")
    unit = found.unit() if code is None else {"q": "quarter", "h": "half"}[code[0].lower()]
    ordinal = "ordinal" if found.get("ordinal") else "ordinal_after"
    count = 2 if unit == "half" else 4
    number = int(code[1]) if code else found.value(ordinal)
    number = count if number == -1 else number
    if not 1 <= number <= count:
        return None
    return Reading(_in_year(found, base, "half" if unit == "half" else "quarter", number))


def _in_year(found: Found, base: date, unit: str, number: int) -> Period:
    def make(year: int) -> Period:
        return periods.half(year, number) if unit == "half" else periods.quarter(year, number)

    if (year := found.year()) is not None:
        return make(year)
    if (away := found.years_away()) is not None:
        return make(base.year + away)
    return next(periods.yearly(make, base))
