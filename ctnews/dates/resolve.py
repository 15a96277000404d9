"""From a match to its mention: it goes to its rule's function and is resolved against the anchor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from ctnews.dates import absolute, periods, ranges, relative, yearless
from ctnews.dates.found import Found, Reading
from ctnews.dates.mention import Anchor, DateMention
from ctnews.dates.narrative import NARRATIVE_RULES
from ctnews.dates.patterns import Rule
from ctnews.dates.periods import Period

_Resolver = Callable[[Found, date], Reading | None]

_NO_DAY = date(2000, 1, 1)
_FAR = timedelta(2 * 366)
_STATES_YEAR = ("year", "year1", "short", "decade", "short_decade", "decade_name")

_RESOLVERS: dict[str, _Resolver] = {
    "range_in_month": ranges.in_month,
    "range_of_days": ranges.of_days,
    "range_numeric": ranges.numeric,
    "range_of_weekdays": ranges.of_weekdays,
    "range_of_months": ranges.of_months,
    "range_of_years": ranges.of_years,
    "full_date": absolute.stated_day,
    "iso_date": absolute.iso_day,
    "numeric_date": absolute.numeric_day,
    "day_month": yearless.day_and_month,
    "weekday_numeric": yearless.numeric_day_and_month,
    "bracket_numeric": yearless.numeric_day_and_month,
    "month_year": absolute.stated_month,
    "month": yearless.bare_month,
    "year": absolute.stated_year,
    "decade": absolute.decade,
    "part_of_year": absolute.part_of_year,
    "week_of_month": yearless.week_of_month,
    "season": yearless.season,
    "day_word": relative.day_word,
    "weekday": relative.weekday,
    "units_away": relative.units_away,
    "relative_unit": relative.relative_unit,
    "part_of_unit": relative.part_of_unit,
    "listed_day": yearless.day_and_month,
    "listed_range": ranges.in_month,
    "listed_month": absolute.stated_month,
    "day_of_month": relative.day_of_month,
    "iso_week": absolute.iso_week,
    "week_of_day": yearless.week_of_day,
    "weekend": relative.weekend,
    **dict.fromkeys(NARRATIVE_RULES, relative.narrative),
}


def mention(rule: Rule, found: Found, anchor: Anchor | None) -> DateMention | None:
    """Give the mention that a match is when read against the anchor; None where it is no date after all."""
    dated = found.has(*_STATES_YEAR)
    resolved = _resolved(rule, found, anchor, dated=dated)
    if resolved is None:
        return None
    period = resolved.period
    return DateMention(
        start=found.match.start(),
        end=found.match.end(),
        text=found.match[0],
        first=period.first if period else None,
        last=period.last if period else None,
        granularity=period.granularity if period else _granularity(rule, found),
        iso=period.iso if period else None,
        rule=rule.name,
        anchor=None if dated or anchor is None or period is None else anchor.day,
        flags=(*dict.fromkeys(resolved.flags + found.part()), *_far(resolved, anchor)),
    )


def _resolved(rule: Rule, found: Found, anchor: Anchor | None, *, dated: bool) -> Reading | None:
    if anchor is None and not dated and rule.name not in NARRATIVE_RULES:
        return Reading(None, (*found.part(), "no_anchor"))
    first = _read(rule, found, anchor.first if anchor else _NO_DAY)
    if anchor is None or anchor.day is not None or dated or first is None:
        return first
    last = _read(rule, found, anchor.last)
    return first if first == last or last is None else _between(first, last, anchor)


def _read(rule: Rule, found: Found, base: date) -> Reading | None:
    try:
        return _RESOLVERS[rule.name](found, base)
    except (ValueError, OverflowError):  # beyond the years that the calendar has
        return None


def _between(first: Reading, last: Reading, anchor: Anchor) -> Reading:
    """Join the readings for the anchor's two ends; of days and weeks only the anchor's interval is told."""
    if first.period is None or last.period is None:
        return first
    fine = first.period.granularity in ("day", "week")
    period = _whole(anchor) if fine else _hull(first.period, last.period)
    return Reading(period, (*first.flags, "partial_anchor"))


def _whole(anchor: Anchor) -> Period:
    month, year = periods.month(anchor.first.year, anchor.first.month), periods.year(anchor.first.year)
    granularity = next((p.granularity for p in (month, year) if anchor.last <= p.last), "unknown")
    whole = next((p.iso for p in (month, year) if (p.first, p.last) == (anchor.first, anchor.last)), None)
    return Period(anchor.first, anchor.last, granularity, whole or f"{anchor.first}/{anchor.last}")


def _hull(first: Period, last: Period) -> Period:
    ends = min(first.first, last.first), max(first.last, last.last)
    return Period(*ends, first.granularity, f"{first.iso}/{last.iso}")


def _far(resolved: Reading, anchor: Anchor | None) -> tuple[str, ...]:
    if anchor is None or resolved.period is None or resolved.period.first - anchor.last <= _FAR:
        return ()
    return ("far_future",)


def _granularity(rule: Rule, found: Found) -> str:
    if rule.granularity != "unit":
        return rule.granularity
    unit = found.unit() or "unknown"
    return "week" if unit == "weekend" else unit
