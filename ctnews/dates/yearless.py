"""Resolving what comes round every year and states none: days and months, weeks of a month, seasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from ctnews.dates import periods
from ctnews.dates.absolute import day_readings
from ctnews.dates.found import Found, Reading
from ctnews.dates.periods import Period, day_of

Make = Callable[[int], Period | None]

_MONTHS_AHEAD = 5
_YEARS_BACK, _YEARS_AHEAD = 4, 1
_FAR = timedelta(90)
_BESIDE, _AHEAD = timedelta(3), timedelta(200)
_LAST_YEAR, _LONG_GONE = timedelta(400), timedelta(5 * 366)


def day_and_month(found: Found, base: date) -> Reading | None:
    """Resolve "June 18", "18 Juni lalu", "June 18 last year": the nearest to the anchor, or as it says.

    So too the first days of a list, "5, 12 and 19 June 2023": the month and the year stand after the last.

    With a weekday it is the nearest year that the weekday fits. What lies months away on one side and not much more
    on the other goes by the tense of its clause.
    """

    def make(year: int) -> Period | None:
        value = day_of(year, found.month(), found.number("day"))
        return None if value is None else periods.day(value)

    year = found.year()
    period = told_year(found, base, make, _FAR) if year is None else make(year)
    if period is None or found.weekday() is None or year is not None or found.years_away() is not None:
        return None if period is None else Reading(period, found.conflict(period.first))
    return fitting_weekday(found, base, list(periods.yearly(make, base)))


def week_of_day(found: Found, base: date) -> Reading | None:
    """Resolve "the week of June 5": the week that the day lies in."""
    told = day_and_month(found, base)
    return None if told is None or told.period is None else Reading(periods.week(told.period.first))


def numeric_day_and_month(found: Found, base: date) -> Reading | None:
    """Resolve "Kamis (19/6)" and "(12/11)"; a weekday tells the year and, where unclear, the order."""
    years = range(max(1, base.year - _YEARS_BACK), base.year + _YEARS_AHEAD + 1)
    readings = [day_readings(found, year) for year in years]
    ranked = [
        sorted((periods.day(days[order]) for days in readings if len(days) > order), key=_distance(base))
        for order in (0, 1)
    ]
    return fitting_weekday(found, base, ranked[0] + ranked[1])


def fitting_weekday(found: Found, base: date, days: list[Period]) -> Reading | None:
    """Take the first of the days, given nearest first, that the weekday fits; else the nearest, flagged.

    A day beside the anchor's own is kept before one of years ago: papers misprint weekdays more often than they
    leave out a year that is long gone.
    """
    if not days:
        return None
    reach = _LAST_YEAR if abs(days[0].first - base) <= _BESIDE else _LONG_GONE
    asked = [day for day in days if -reach <= day.first - base <= _AHEAD]
    fitting = next((day for day in asked if not found.conflict(day.first)), days[0])
    return Reading(fitting, found.conflict(fitting.first))


def fitting_days(found: Found, year: int) -> list[date]:
    """Give the day of a year that a weekday with day and month means; none where the weekday does not fit."""
    if found.get("month") is None:
        days = day_readings(found, year)
    else:
        stated = day_of(year, found.month(), found.number("day"))
        days = [] if stated is None else [stated]
    return [day for day in days if day.weekday() == found.weekday()][:1]


def bare_month(found: Found, base: date) -> Reading:
    """Resolve "June", "last June", "August this year", "Mei lalu".

    Without such a word the clause's tense tells whether it is the next or the latest such month; without
    tense it is the nearest, at most five months ahead.
    """

    def make(year: int) -> Period:
        return periods.month(year, found.month())

    if found.years_away() is not None or found.direction() is not None:
        told = told_year(found, base, make)
        assert told is not None  # every year has every month
        return Reading(told, found.part())
    ahead = (found.month() - base.month) % 12
    tense = found.tense()
    in_past = ahead != 0 and (tense < 0 or (tense == 0 and ahead > _MONTHS_AHEAD))
    year, month = periods.shift_month(base.year, base.month, ahead - 12 if in_past else ahead)
    return Reading(periods.month(year, month), found.part())


def week_of_month(found: Found, base: date) -> Reading | None:
    """Resolve "the last week of March", "minggu pertama Juni 2023"."""
    ordinal, year = found.ordinal(), found.year()
    whole = periods.month(year, found.month()) if year is not None else bare_month(found, base).period
    if whole is None or ordinal is None:
        return None
    inside = whole.last - timedelta(6) if ordinal == -1 else whole.first + timedelta(7 * ordinal - 4)
    return Reading(periods.week(inside))


def season(found: Found, base: date) -> Reading | None:
    """Resolve "in the fall", "last summer", "spring of 2023": a northern season."""
    code = found.words.value("season", found.match["season"])

    def make(year: int) -> Period:
        return periods.season(year, code)

    if (year := found.year()) is not None:
        return Reading(make(year), found.part())
    if found.years_away() is None and found.direction() is None and (tense := found.tense()):
        return Reading(_turned(base, make, tense), found.part())
    told = told_year(found, base, make)
    return None if told is None else Reading(told, found.part())


def told_year(found: Found, base: date, make: Make, far: timedelta | None = None) -> Period | None:
    """Make it for the year that is told by distance or direction; where none is, for the nearest year.

    Where the nearest is further than `far`, a tense that speaks against it gives the other side.
    """
    if (away := found.years_away()) is not None:
        return make(base.year + away)
    direction = found.direction()
    if direction:
        return _turned(base, make, direction, strictly=True)
    if direction == 0 and (this := make(base.year)) is not None:
        return this
    nearest = next(periods.yearly(make, base), None)
    if far is None or nearest is None or abs(nearest.first - base) <= far:
        return nearest
    side = 1 if nearest.first > base else -1
    return _turned(base, make, -side) if found.tense() == -side else nearest


def _turned(base: date, make: Make, direction: int, *, strictly: bool = False) -> Period:
    """Give the latest that has begun (-1), the one before (-2), the next that has not ended (1); strictly: none on."""
    about = _about(base, make)
    if direction < 0:
        return [p for p in about if (p.last if strictly else p.first) < base or p.last == base][direction]
    return [p for p in about if (p.first if strictly else p.last) > base][direction - 1]


def _about(base: date, make: Make) -> list[Period]:
    made = (make(year) for year in range(max(1, base.year - 8), base.year + 9))
    return [period for period in made if period is not None]


def _distance(base: date) -> Callable[[Period], int]:
    return lambda period: abs((period.first - base).days)
