"""How often the meetings of a series are held, and when the next is due.

The gaps between meetings are taken as log-normal: those of one series around its own centre, the centres of
all series around a common one (table `world/cadence_prior`). A forecast shrinks the series' own history to
that prior, given that no report of the next meeting has been seen until `asof`. It tells of this corpus: no
report seen does not mean that no meeting was held.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean, median
from typing import Any

import numpy as np
import pandas as pd

from ctnews import lexicon
from ctnews.errors import InputError
from ctnews.frames import SERIES, conform

FEW_MEETINGS = 4  # with fewer, the prior alone speaks
FEW_GAPS = 2  # with fewer, nothing is forecast
LATE = 0.9
QUANTILES = (0.1, 0.5, 0.9)

Meeting = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Prior:
    """Series in general: the centre of their log gaps, the spread in a series and between series."""

    mu: float
    within: float
    between: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """Days by which 10, 50 and 90 % of comparable series have met, and the share that had by `asof`."""

    low: date
    median: date
    high: date
    p_met: float
    basis: str  # series: own gaps and prior; pooled: the prior alone


def forecast(gaps_days: Sequence[float], *, last: date, asof: date, prior: Prior | None = None) -> Forecast:
    """Forecast the meeting after the one held on `last`, given that none was reported until `asof`.

    Fewer than three gaps are not estimated from: the pooled prior speaks, and `basis` says so. A gap in which
    meetings went unseen (a jump of n numbers) is given as its nth part. Raises `InputError` where a gap is
    not positive.

    >>> told = forecast([370, 360, 380, 365], last=date(2025, 1, 10), asof=date(2025, 6, 1))
    >>> told.low < told.median < told.high, told.basis
    (True, 'series')
    """
    if any(gap <= 0 for gap in gaps_days):
        raise InputError(f"Gaps between meetings must be positive numbers of days, not {list(gaps_days)}.")
    known = prior or pooled_prior()
    own = gaps_days if len(gaps_days) >= FEW_MEETINGS - 1 else ()
    centre, spread = _predictive(own, known)
    waited = max(0, (asof - last).days)
    met = _cdf(waited, centre, spread)
    days = (_quantile(met + share * (1 - met), centre, spread) for share in QUANTILES)
    low, middle, high = (last + timedelta(days=max(waited, round(gap))) for gap in days)
    return Forecast(low, middle, high, met, "series" if own else "pooled")


def pooled_prior() -> Prior:
    """Give the prior of table `world/cadence_prior`."""
    row = lexicon.table("world/cadence_prior")[0]
    return Prior(float(row["mu"]), float(row["within"]), float(row["between"]))


def fit_prior(gaps_of_series: Sequence[Sequence[float]]) -> Prior:
    """Fit the prior to the gaps of many series by the method of moments.

    >>> fit_prior([[100, 100], [100, 100]]).between
    0.0
    """
    logs = [np.log(np.asarray(gaps, dtype=float)) for gaps in gaps_of_series if len(gaps)]
    everything = np.concatenate(logs)
    freedom = max(1, len(everything) - len(logs))
    within = sum(float(((own - own.mean()) ** 2).sum()) for own in logs) / freedom
    total = float(everything.var(ddof=1)) if len(everything) > 1 else within
    return Prior(float(everything.mean()), math.sqrt(within), math.sqrt(max(0.0, total - within)))


def summarise(meetings: pd.DataFrame, series: pd.DataFrame, *, asof: date | None) -> pd.DataFrame:
    """Complete frame `series` from frame `meetings`: gaps, missing numbers, what is announced and due.

    `asof` is the last day the study knows of (see `last_day`), where none is known that of the last meeting
    held; what is dated later is not used. `state` is announced or past_announced where a next meeting was
    announced, too_few with fewer than four dated meetings, else later_than_90 or on_course.
    """
    now = _last_held(meetings) if asof is None or pd.isna(asof) else pd.Timestamp(asof).date()
    members: dict[str, list[Meeting]] = {key: [] for key in series["series_id"]}
    for meeting in _rows(meetings[meetings["series_id"].isin(series["series_id"])]):
        members[meeting["series_id"]].append(meeting)
    return conform([row | _summary(members[row["series_id"]], now) for row in _rows(series)], SERIES)


def last_day(articles: pd.DataFrame) -> date | None:
    """Give the latest publication date in frame `articles`, or None."""
    latest = articles["published"].max()
    return None if pd.isna(latest) else latest.date()


def _last_held(meetings: pd.DataFrame) -> date:
    latest = meetings.loc[meetings["status"] == "held", "start"].max()
    return date.min if pd.isna(latest) else latest.date()


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _summary(meetings: Sequence[Meeting], asof: date) -> dict[str, Any]:
    held = [meeting for meeting in meetings if meeting["status"] == "held"]
    dated = sorted((m for m in held if m["granularity"] in ("day", "month")), key=_middle)
    dated = [meeting for meeting in dated if _middle(meeting) <= asof]
    pairs = [(one, other) for one, other in pairwise(dated) if _days_between(one, other) > 0]
    days = [_days_between(one, other) for one, other in pairs]
    gaps = [_days_between(one, other) / jump for one, other in pairs if (jump := _jump(one, other))]
    announced = _announced(meetings, dated)
    row = {
        "n_meetings": len(held),
        "missing_ordinals": _missing(meetings),
        "first": dated[0]["start"] if dated else None,
        "last": dated[-1]["start"] if dated else None,
        "gaps_days": days,
        "median_gap_days": float(median(gaps)) if gaps else None,
        "next_announced": announced["start"] if announced else None,
        "next_granularity": announced["granularity"] if announced else None,
    }
    if len(gaps) < FEW_GAPS:
        return row | {"state": _announced_state(announced, asof) or "too_few"}
    told = forecast(gaps, last=_middle(dated[-1]), asof=asof)
    return row | {
        "next_low": told.low,
        "next_median": told.median,
        "next_high": told.high,
        "p_met_by_now": told.p_met,
        "state": _announced_state(announced, asof) or _state(told),
    }


def _state(told: Forecast) -> str:
    if told.basis == "pooled":
        return "too_few"
    return "later_than_90" if told.p_met > LATE else "on_course"


def _announced_state(announced: Meeting | None, asof: date) -> str | None:
    if announced is None:
        return None
    return "announced" if _last(announced) >= asof else "past_announced"


def _announced(meetings: Sequence[Meeting], dated: Sequence[Meeting]) -> Meeting | None:
    """Give the first meeting announced for a time after the last one held."""
    since = _middle(dated[-1]) if dated else date.min
    scheduled = (m for m in meetings if m["status"] == "scheduled" and not pd.isna(m["start"]))
    after = (meeting for meeting in scheduled if _last(meeting) > since)
    return min(after, key=lambda meeting: (meeting["start"], meeting["meeting_id"]), default=None)


def _days_between(one: Meeting, other: Meeting) -> int:
    return (_middle(other) - _middle(one)).days


def _jump(one: Meeting, other: Meeting) -> int | None:
    """Give by how many numbers the series went on, None where only one meeting's number is known."""
    unknown = pd.isna(one["ordinal"]), pd.isna(other["ordinal"])
    if all(unknown):
        return 1
    return None if any(unknown) else max(1, int(other["ordinal"]) - int(one["ordinal"]))


def _missing(meetings: Sequence[Meeting]) -> list[int]:
    told = {int(meeting["ordinal"]) for meeting in meetings if not pd.isna(meeting["ordinal"])}
    return sorted(set(range(min(told), max(told))) - told) if told else []


def _middle(meeting: Meeting) -> date:
    """Give the day of a meeting, or the middle of the month that it is known by."""
    start: date = meeting["start"].date()
    return start if meeting["granularity"] == "day" else start + (_last(meeting) - start) // 2


def _last(meeting: Meeting) -> date:
    day: date = meeting["start" if pd.isna(meeting["end"]) else "end"].date()
    return day


def _predictive(gaps: Sequence[float], prior: Prior) -> tuple[float, float]:
    """Give mean and standard deviation of the next log gap: the series' centre is shrunk to the prior's."""
    weight = len(gaps) * prior.between**2
    share = weight / (weight + prior.within**2) if weight else 0.0
    centre = prior.mu if not gaps else share * fmean(map(math.log, gaps)) + (1 - share) * prior.mu
    return centre, math.hypot(prior.within, prior.between * math.sqrt(1 - share))


def _cdf(days: float, centre: float, spread: float) -> float:
    from scipy.special import ndtr

    return float(ndtr((math.log(days) - centre) / spread)) if days > 0 else 0.0


def _quantile(share: float, centre: float, spread: float) -> float:
    from scipy.special import ndtri

    return math.exp(centre + spread * float(ndtri(share)))
