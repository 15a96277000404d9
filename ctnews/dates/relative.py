"""Resolving what is told by its distance from the anchor: "today", weekdays, "last month", "a year ago"."""

from __future__ import annotations

from datetime import date, timedelta

from ctnews.dates import periods
from ctnews.dates.found import Found, Reading

_SATURDAY = 5


def day_word(found: Found, base: date) -> Reading:
    """Resolve "today", "kemarin", "the day after tomorrow"."""
    offset = int(found.words.value("day_offset", found.match["day_word"]))
    return Reading(periods.day(base + timedelta(offset)), found.part())


def weekday(found: Found, base: date) -> Reading | None:
    """Resolve a weekday: the latest such day, the anchor's own too, unless a word or the tense differs."""
    number = found.weekday()
    if number is None:
        return None
    since = (base.weekday() - number) % 7
    if (away := found.units_off("week")) is not None:
        week = periods.unit_at("week", base, away)
        return Reading(periods.day(week.first + timedelta(number)), found.part())
    direction = found.direction()
    if direction == 0:
        step = number - base.weekday()
    elif direction is not None:
        step = 7 * direction - since if direction > 0 else 7 * (direction + 1) - (since or 7)
    else:
        coming = found.tense() > 0 or found.is_deadline()
        step = (7 - since) % 7 if coming else -since
    return Reading(periods.day(base + timedelta(step)), found.part())


def units_away(found: Found, base: date) -> Reading | None:
    """Resolve "two months ago", "tiga bulan silam", "setahun lalu", "dua pekan lagi"."""
    unit, count = found.unit(), found.count()
    if unit is None:
        return None
    return Reading(periods.unit_at(unit, base, count if found.has("ahead", "soon") else -count))


def relative_unit(found: Found, base: date) -> Reading | None:
    """Resolve "last week", "bulan depan", "later this month", "the end of last year"."""
    unit, direction = found.unit(), found.direction()
    if unit is None or direction is None:
        return None
    return Reading(periods.unit_at(unit, base, direction), found.part())


def part_of_unit(found: Found, base: date) -> Reading | None:
    """Resolve "the beginning of the year", "akhir tahun": the part of the current one."""
    unit = found.unit()
    return None if unit is None else Reading(periods.unit_at(unit, base, 0), found.part())


def weekend(found: Found, base: date) -> Reading:
    """Resolve "over the weekend": the latest that has begun, in a clause of the future the next to end.

    With a word after it, "le week-end prochain", it is the one before this week's or the next to begin.
    """
    begun, direction = base.weekday() >= _SATURDAY, found.direction()
    if direction is not None:
        return Reading(periods.unit_at("weekend", base, begun if direction > 0 else direction))
    coming = found.tense() > 0 or found.is_deadline()
    return Reading(periods.unit_at("weekend", base, 0 if begun or coming else -1))


def day_of_month(found: Found, base: date) -> Reading | None:
    """Resolve "12 bulan ini", "the 5th of next month"."""
    year, month = periods.shift_month(base.year, base.month, found.units_off("month") or 0)
    value = periods.day_of(year, month, found.number("day"))
    return None if value is None else Reading(periods.day(value), found.conflict(value))


def narrative(_found: Found, _base: date) -> Reading:
    """Leave "the same day" unresolved for now: it hangs on another date of the text."""
    return Reading(None, ("narrative",))
