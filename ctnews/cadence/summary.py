"""Completes frame `series`: gaps, missing numbers, what is announced and due, and what that amounts to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median
from typing import Any

import pandas as pd

from ctnews.cadence.forecasts import Forecast, forecast
from ctnews.cadence.history import Gap, Held, counted, gaps, sessions
from ctnews.cadence.prior import comparable, pooled_prior
from ctnews.cadence.trend import spread, trend
from ctnews.frames import SERIES, conform

LATE = 0.9
_MONTH_DAYS, _YEAR_DAYS = 31, 366
_VAGUE_DAYS = 2 * _MONTH_DAYS  # a gap that can have differed by more is not given in days

Meeting = Mapping[str, Any]


def summarise(meetings: pd.DataFrame, series: pd.DataFrame, *, asof: date | None) -> pd.DataFrame:
    """Complete frame `series` from frame `meetings`: gaps in days, missing numbers, what is announced and due.

    `asof` is the last day the study knows of (see `last_day`), where none is known that of the last meeting
    held; what is dated later is not used. `state` is announced or past_announced where a next meeting was
    announced, too_few with fewer than two gaps, else later_than_90 or on_course.
    """
    now = _last_held(meetings) if asof is None or pd.isna(asof) else pd.Timestamp(asof).date()
    members: dict[str, list[Meeting]] = {key: [] for key in series["series_id"]}
    for meeting in _rows(meetings[meetings["series_id"].isin(series["series_id"])]):
        members[meeting["series_id"]].append(meeting)
    rows = [row | _summary(members[row["series_id"]], comparable(row["parties"]), now) for row in _rows(series)]
    return conform(rows, SERIES)


def last_day(articles: pd.DataFrame) -> date | None:
    """Give the latest publication date in frame `articles`, or None."""
    latest = articles["published"].max()
    return None if pd.isna(latest) else latest.date()


def _last_held(meetings: pd.DataFrame) -> date:
    latest = meetings.loc[meetings["status"] == "held", "start"].max()
    return date.min if pd.isna(latest) else latest.date()


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _summary(meetings: Sequence[Meeting], sides: str, asof: date) -> dict[str, Any]:
    held = [meeting for meeting in meetings if meeting["status"] == "held"]
    known = [day for meeting in held if (day := _held(meeting)) and day.middle <= asof.toordinal()]
    ordered = sessions(known)
    announced = _announced(meetings, ordered)
    row = {
        "n_meetings": len(held),
        "missing_ordinals": _missing(meetings),
        "next_announced": announced["start"] if announced else None,
        "next_granularity": announced["granularity"] if announced else None,
        "compared_with": sides,
        **_ends(ordered),
        **_gaps(gaps(ordered), counted(ordered)),
    }
    if not ordered:
        return row | {"state": _announced_state(announced, asof) or "too_few"}
    told = forecast(ordered, asof=asof, prior=pooled_prior(sides))
    return row | {
        "next_low": told.low,
        "next_median": told.median,
        "next_high": told.high,
        "next_basis": told.basis,
        "p_met_by_now": told.p_met,
        "state": _announced_state(announced, asof) or _state(told),
    }


def _ends(ordered: Sequence[Held]) -> dict[str, Any]:
    if not ordered:
        return {}
    first, last = ordered[0], ordered[-1]
    return {
        "first": date.fromordinal(first.first),
        "last": date.fromordinal(last.first),
        "last_granularity": _granularity(last),
    }


def _granularity(held: Held) -> str:
    days = held.last - held.first
    return "year" if days > _MONTH_DAYS else "month" if days else "day"


def _gaps(between: Sequence[Gap], known: Sequence[Gap]) -> dict[str, Any]:
    each = [gap.days / (gap.jump or 1) for gap in known if _is_exact(gap)]
    return {
        "gaps_days": [gap.days for gap in between if _is_exact(gap)],
        "n_gaps": len(known),
        "median_gap_days": float(median(each)) if each else None,
        "gap_spread_days": spread(each),
        "gap_trend": trend(each),
    }


def _is_exact(gap: Gap) -> bool:
    return gap.possible[-1] - gap.possible[0] <= _VAGUE_DAYS


def _state(told: Forecast) -> str:
    if told.basis == "pooled":
        return "too_few"
    return "later_than_90" if told.p_met > LATE else "on_course"


def _announced_state(announced: Meeting | None, asof: date) -> str | None:
    if announced is None:
        return None
    return "announced" if _last(announced) >= asof else "past_announced"


def _announced(meetings: Sequence[Meeting], ordered: Sequence[Held]) -> Meeting | None:
    """Give the first meeting announced for a time after the last one held."""
    since = date.fromordinal(ordered[-1].middle) if ordered else date.min
    scheduled = (m for m in meetings if m["status"] == "scheduled" and not pd.isna(m["start"]))
    after = (meeting for meeting in scheduled if _last(meeting) > since)
    return min(after, key=lambda meeting: (meeting["start"], meeting["meeting_id"]), default=None)


def _missing(meetings: Sequence[Meeting]) -> list[int]:
    """Give the numbers between the least and the greatest told; where the count began anew, of each count."""
    told = [meeting for meeting in meetings if not pd.isna(meeting["ordinal"])]
    dated = sorted((m for m in told if not pd.isna(m["start"])), key=lambda m: (m["start"], int(m["ordinal"])))
    counts: list[list[int]] = []
    for number in (int(meeting["ordinal"]) for meeting in dated):
        if not counts or number < counts[-1][-1]:
            counts.append([])
        counts[-1].append(number)
    seen = {int(meeting["ordinal"]) for meeting in told}
    if len(counts) < 2:  # then numbers without a date belong to it, too
        counts = [sorted(seen)]
    between = {number for count in counts if count for number in range(count[0], count[-1])}
    return sorted(between - seen)


def _held(meeting: Meeting) -> Held | None:
    """Give the days a meeting can have been held on; None where a year and more is all that is known."""
    if pd.isna(meeting["start"]):
        return None
    first = meeting["start"].date().toordinal()
    last = first if meeting["granularity"] == "day" else max(first, _last(meeting).toordinal())
    number = None if pd.isna(meeting["ordinal"]) else int(meeting["ordinal"])
    return Held(first, last, number) if last - first <= _YEAR_DAYS else None


def _last(meeting: Meeting) -> date:
    day: date = meeting["start" if pd.isna(meeting["end"]) else "end"].date()
    return day
