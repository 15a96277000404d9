"""Days as the metadata of files write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache

from ctnews import lexicon

_NUMERIC = re.compile(r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2})(?:\d{6})?)(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
FIRST_YEAR, LAST_YEAR = 1605, 2199
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_MILLISECONDS = 100_000_000_000
_WEEKDAY = r"(?:[^\W\d_]+,?\s+)?"
_WRITTEN = (
    re.compile(_WEEKDAY + r"(?P<day>\d{1,2})[\s-]+(?P<month>[^\W\d_]+)\.?,?[\s-]+(?P<year>\d{4})\b"),
    re.compile(_WEEKDAY + r"(?P<month>[^\W\d_]+)\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})\b"),
)


def parse_day(value: object) -> date | None:
    """Give the day that a date in metadata names, in the zone it is given in; None where it is not plain.

    Day and month in figures alone (4/5/2022) are plain only where one of them is no month (24/5/2022) or both are the
    same; nor is a day outside the years that have newspapers, such as the 9999-12-31 that stands for none.

    >>> parse_day("2023-05-18T23:30:00+07:00"), parse_day("Thu, 18 May 2023 09:00:00 GMT"), parse_day("4/5/2022")
    (datetime.date(2023, 5, 18), datetime.date(2023, 5, 18), None)
    >>> parse_day("24/5/2022")
    datetime.date(2022, 5, 24)
    """
    if isinstance(value, date):
        with suppress(ValueError):  # what pandas writes for no time at all is a datetime without a date
            return _of_newspapers(value.date() if isinstance(value, datetime) else value)
        return None
    text = str(value or "").strip()
    for reading in _READINGS:
        with suppress(ValueError, OverflowError, OSError):
            day = reading(text)
            if day:
                return _of_newspapers(day)
    return None


def _of_newspapers(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _numeric(text: str) -> date | None:
    match = _NUMERIC.match(text)
    return date(*(int(part) for part in match.groups() if part)) if match else None


def _figures(text: str) -> date | None:
    match = _YEAR_LAST.match(text)
    if match is None:
        return None
    first, second, year = (int(part) for part in match.groups())
    days = set()
    for day, month in ((first, second), (second, first)):
        with suppress(ValueError):
            days.add(date(year, month, day))
    return days.pop() if len(days) == 1 else None


def _epoch(text: str) -> date | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLISECONDS else seconds, UTC).date()


def _written(text: str) -> date | None:
    for form in _WRITTEN:
        match = form.match(text)
        month = _months().get(match["month"].casefold()) if match else None
        if match and month:
            return date(int(match["year"]), month, int(match["day"]))
    return None


@cache
def _months() -> dict[str, int]:
    """Give the number of every month by its names and abbreviations in all languages."""
    rows = [row for language in lexicon.languages() for row in lexicon.optional_table(f"{language}/months")]
    names = ((name, row["number"]) for row in rows for name in (row["name"], *lexicon.values(row["aliases"])))
    return {name.rstrip(".").casefold(): int(number) for name, number in names}


_READINGS: tuple[Callable[[str], date | None], ...] = (_epoch, _numeric, _figures, _written)
