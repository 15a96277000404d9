"""Calendar arithmetic: days, weeks, months and so on as periods with a first and a last day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# From the finest to what tells nothing; every period and every date mention has one of them.
GRANULARITIES = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "unknown")
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True)
class Period:
    """An unbroken run of days with its granularity and its value as TimeML writes it."""

    first: date
    last: date
    granularity: str
    iso: str

    @property
    def middle(self) -> date:
        """The day halfway through."""
        return self.first + (self.last - self.first) // 2

    def through(self, other: Period) -> Period | None:
        """Give the range from this period to the other, None where the other does not come after it."""
        if other.last < self.first or other.first < self.first:
            return None
        return Period(self.first, other.last, self.granularity, f"{self.iso}/{other.iso}")


def day_of(year: int, month: int, day: int) -> date | None:
    """Give that day, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def day(value: date) -> Period:
    """Give one day as a period."""
    return Period(value, value, "day", value.isoformat())


def week(value: date) -> Period:
    """Give the week, Monday to Sunday, that the day lies in."""
    monday = value - timedelta(value.weekday())
    year, number, _ = value.isocalendar()
    return Period(monday, monday + timedelta(6), "week", f"{year}-W{number:02d}")


def weekend(value: date) -> Period:
    """Give the Saturday and Sunday of the week that the day lies in."""
    whole = week(value)
    return Period(whole.first + timedelta(5), whole.last, "week", f"{whole.iso}-WE")


def months(year: int, month: int, count: int, granularity: str, iso: str) -> Period:
    """Give a period of whole months that starts with the given one."""
    last_year, last_month = shift_month(year, month, count - 1)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Period(date(year, month, 1), last, granularity, iso)


def month(year: int, number: int) -> Period:
    """Give a month."""
    return months(year, number, 1, "month", f"{year}-{number:02d}")


def quarter(year: int, number: int) -> Period:
    """Give a quarter of a year, 1 to 4."""
    return months(year, 3 * number - 2, 3, "quarter", f"{year}-Q{number}")


def half(year: int, number: int) -> Period:
    """Give the first or the second half of a year."""
    return months(year, 6 * number - 5, 6, "half", f"{year}-H{number}")


def season(year: int, code: str) -> Period:
    """Give a northern season by its TimeML code; a winter belongs to the year it starts in."""
    return months(year, SEASON_MONTHS[code], 3, "season", f"{year}-{code}")


def year(number: int) -> Period:
    """Give a year."""
    return months(number, 1, 12, "year", f"{number:04d}")


def decade(number: int) -> Period:
    """Give the ten years that start with the given one."""
    return months(number, 1, 120, "decade", f"{number // 10:03d}")


def shift_month(year: int, month: int, count: int) -> tuple[int, int]:
    """Give year and month so many months later."""
    months_since = year * 12 + month - 1 + count
    return months_since // 12, months_since % 12 + 1


def unit_at(unit: str, base: date, offset: int) -> Period:
    """Give the day, week, month and so on that lies so many of them after the one of the base day."""
    if unit in ("day", "week", "weekend"):
        moved = base + timedelta(offset * (1 if unit == "day" else 7))
        return {"day": day, "week": week, "weekend": weekend}[unit](moved)
    if unit in ("month", "quarter", "half"):
        size = {"month": 1, "quarter": 3, "half": 6}[unit]
        at_year, at_month = shift_month(base.year, base.month, size * offset)
        return {"month": month, "quarter": quarter, "half": half}[unit](at_year, (at_month - 1) // size + 1)
    return year(base.year + offset) if unit == "year" else decade((base.year // 10 + offset) * 10)


def yearly(make: Callable[[int], Period | None], base: date, reach: int = 4) -> Iterator[Period]:
    """Give what comes round every year, for the years about the base, the nearest first."""
    span = range(max(1, base.year - reach), base.year + reach + 1)
    made = [period for period in (make(number) for number in span) if period is not None]
    yield from sorted(made, key=lambda period: abs((period.middle - base).days))
