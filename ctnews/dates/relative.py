"""Resolving what is told by its distance from the anchor: "today", weekdays, "last month", "a year ago"."""

from __future__ import annotations

from datetime import date, timedelta

from ctnews.dates import periods
from ctnews.dates.found import Found, Reading
from ctnews.dates.words import normal


def day_word(found: Found, base: date) -> Reading:
    """Resolve "today", "kemarin", "the day after tomorrow"."""
    offset = int(found.words.value("day_offset", found.match["day_word"]))
    return Reading(periods.day(base + timedelta(offset)))


def weekday(found: Found, base: date) -> Reading | None:
    """Resolve a weekday: the latest such day, the anchor's own too, unless a word or the tense differs."""
    number = found.weekday()
    if number is None:
        return None
    since = (base.weekday() - number) % 7
    if phrase := found.get("relative_week"):
        week = periods.unit_at("week", base, found.words.weeks[normal(phrase)])
        return Reading(periods.day(week.first + timedelta(number)))
    direction = found.direction()
    if direction == 0:
        step = number - base.weekday()
    elif direction is not None:
        step = (7 - since) if direction > 0 else -(since or 7)
    else:
        step = (7 - since) % 7 if found.tense() > 0 else -since
    return Reading(periods.day(base + timedelta(step)))


def units_away(found: Found, base: date) -> Reading | None:
    """Resolve "two months ago", "tiga bulan silam", "setahun lalu", "dua pekan lagi"."""
    unit = found.unit()
    count = 1 if found.get("single") else found.words.number(found.match["count"])
    if unit is None:
        return None
    return Reading(periods.unit_at(unit, base, count if found.get("ahead") else -count))


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


def narrative(_found: Found, _base: date) -> Reading:
    """Leave "the same day" unresolved: it hangs on what was told before."""
    return Reading(None, ("narrative",))
