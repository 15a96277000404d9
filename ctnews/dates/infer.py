"""The day of publication as an article's own dates tell it."""

from __future__ import annotations

import re
from datetime import date

from ctnews.dates.found import Found
from ctnews.dates.mention import Anchor, DateMention
from ctnews.dates.scanning import dates_found
from ctnews.dates.yearless import fitting_days

_Date = tuple[DateMention, Found]

_REPORTED = ("full_date", "numeric_date")
_YEARLESS = ("day_month", "weekday_numeric")
_YEARS_LATER = 8
_DAYS_LATER = 31
_DATELINE = 60  # characters in which an article's opening has told its date
_DATELINE_ENDS = re.compile(r"\s?(?:\([^()\n]{1,40}\)\s?)?[:–—-]")


def infer_anchor(text: str, *, lang: str) -> Anchor | None:
    """Infer when an article was published from the dates in its body; None where they do not determine it.

    A full date that a colon or a dash sets off at the opening, "Gaborone, 24 January 2020:", is that of the article.
    A weekday with a full date in the first half, "Rabu (18/6/2025)", is the day reported on. A weekday with
    day and month, "Kamis (19/6)", is it in the first year that the weekday fits, not before the other dates.

    >>> infer_anchor("Sejak 22 Desember 2022 erat, katanya, Kamis (19/6).", lang="id").day
    datetime.date(2025, 6, 19)
    """
    past = [(mention, found) for mention, found in dates_found(text, lang, None) if found.tense() <= 0]
    day = _dateline_day(text, past) or _reported_day(past, len(text) // 2) or _fitting_day(past)
    return None if day is None else Anchor.of(day)


def _dateline_day(text: str, dates: list[_Date]) -> date | None:
    opening = [mention for mention, _ in dates if mention.rule in _REPORTED and mention.start < _DATELINE]
    return next((mention.first for mention in opening if _DATELINE_ENDS.match(text, mention.end)), None)


def _reported_day(dates: list[_Date], half: int) -> date | None:
    days = {mention.start: (mention.first, found) for mention, found in dates if mention.rule in _REPORTED}
    stated = [(start, day, found) for start, (day, found) in days.items() if day is not None]
    reported = [day for start, day, found in stated if start <= half and found.weekday() == day.weekday()]
    latest = max((day for _, day, _ in stated), default=None)
    if not reported or latest is None or (latest - max(reported)).days > _DAYS_LATER:
        return None
    return max(reported)


def _fitting_day(dates: list[_Date]) -> date | None:
    bound = max((mention.first for mention, _ in dates if mention.first), default=None)
    yearless = [found for mention, found in dates if mention.rule in _YEARLESS and found.has("weekday")]
    if bound is None or not yearless:
        return None
    years = range(bound.year, min(bound.year + _YEARS_LATER, date.max.year) + 1)
    fitting: list[list[date]] = [
        [day for found in yearless for day in fitting_days(found, year) if day >= bound] for year in years
    ]
    best = max(range(len(fitting)), key=lambda index: len(fitting[index]))
    return max(fitting[best], default=None)
