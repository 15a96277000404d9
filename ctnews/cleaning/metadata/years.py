"""The year of a dateline that tells day and month alone, from what else the page and the body tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from ctnews import lexicon
from ctnews.cleaning.metadata.own_stamps import NOT_OWN
from ctnews.cleaning.metadata.stamps import Labelled, stamps_of
from ctnews.dates.reported import YearlessDay, past_days, reported_weekdays, yearless_day

LEAD = 600  # characters of a body in which a weekday is that of the day or the day before
BESIDE_DAYS = timedelta(45)  # between an article and what a page lists beside it
BEFORE_DAYS = timedelta(60)  # between what an article tells and the article
FOOT_LINES = 4
STAMP_WORDS = 8  # words of a line that is a day without a year
SURE = 2  # points that make a year sure

_YEAR_AT_END = re.compile(r"(?<!\d)(20\d\d)(?!\d)\W*$")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}")


def day_without_year(
    labelled: Labelled, lang: str, dateline: str, body: str, *, years: Collection[int] = ()
) -> date | None:
    """Give the day of a dateline, or of a line above the body, that tells no year, where the page tells that.

    A year that is known counts alone. Else the lists beside the article, the dates of the body, weekdays and a year
    in the page's foot are points for a year; two points for one year, and fewer for any other, make it sure. A body
    that tells of a later day in the past rules a year out.
    """
    told = yearless_day(dateline, lang=lang) or _stamp_without_year(labelled, lang)
    if told is None:
        return None
    if years:
        return next((day for year in years if (day := told.in_year(year))), None)
    points = _points(told, labelled, lang, body)
    best = [*points.most_common(2), (None, 0)]
    sure = best[0][1] >= SURE and best[0][1] > best[1][1]
    return told.in_year(best[0][0]) if sure and best[0][0] is not None else None


def _stamp_without_year(labelled: Labelled, lang: str) -> YearlessDay | None:
    """Give the day and month that a line between title and body tells, with the time or the weekday."""
    body = next((number for number, (_, label) in enumerate(labelled) if label == "body"), 0)
    for feature, label in reversed(labelled[:body]):
        if label == "title":
            return None
        if feature.prose or feature.words > STAMP_WORDS or label in NOT_OWN:
            continue
        for known in dict.fromkeys((lang, *lexicon.languages())):
            told = yearless_day(feature.line.text, lang=known)
            if told and (told.weekday is not None or _TIME.search(feature.line.text)):
                return told
    return None


def _points(told: YearlessDay, labelled: Labelled, lang: str, body: str) -> Counter[int]:
    points: Counter[int] = Counter()
    listed, foot = _listed(labelled, lang), _foot_year(labelled)
    past = [mention.first for mention in past_days(body, lang=lang) if mention.first]
    days = [mention.first for mention in past_days(body, lang=lang) if mention.first and mention.granularity == "day"]
    lead = reported_weekdays(body[:LEAD], lang=lang)[:1]
    years = {day.year for day in (*listed, *past)} | ({foot} if foot else set())
    for year in years | {year + 1 for year in years}:
        day = told.in_year(year)
        if day is None or any(other > day for other in past):
            continue
        points[year] = (
            2 * _any(abs(other - day) <= BESIDE_DAYS for other in listed)
            + 2 * _any(timedelta(0) <= day - other <= BEFORE_DAYS for other in days)
            + _any((day.weekday() - weekday) % 7 < 2 for weekday in lead)
            + (told.weekday is not None)
            + (foot == year)
            + _any(other.year == year for other in past)
        )
    return points


def _any(tests: Iterable[bool]) -> int:
    return int(any(tests))


def _listed(labelled: Labelled, lang: str) -> list[date]:
    """Give the days of what the page lists beside the article."""
    body = [number for number, (_, label) in enumerate(labelled) if label == "body"]
    numbers = [n for n in range(len(labelled)) if labelled[n][1] != "body" and (not body or n > body[-1])]
    return [day for stamp in stamps_of(labelled, numbers, lang) for day in stamp.days if len(stamp.days) == 1]


def _foot_year(labelled: Labelled) -> int | None:
    """Give the year at the end of the page's last lines, as a copyright line has it."""
    for feature, label in reversed(labelled[-FOOT_LINES:]):
        match = _YEAR_AT_END.search(feature.line.text)
        if match and label != "body":
            return int(match[1])
    return None
