"""Days as the metadata of files write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_NUMERIC = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_MILLISECONDS = 100_000_000_000
_WRITTEN = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%d-%b-%Y")


def parse_day(value: object) -> date | None:
    """Give the day that a date in metadata names, in the zone it is given in; None where it is not plain.

    Day and month in figures alone (4/5/2022) are not plain: the one may be the other.

    >>> parse_day("2023-05-18T23:30:00+07:00"), parse_day("Thu, 18 May 2023 09:00:00 GMT"), parse_day("4/5/2022")
    (datetime.date(2023, 5, 18), datetime.date(2023, 5, 18), None)
    """
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    text = str(value or "").strip()
    for reading in _READINGS:
        with suppress(ValueError, OverflowError, TypeError):
            day = reading(text)
            if day:
                return day
    return None


def _numeric(text: str) -> date | None:
    match = _NUMERIC.match(text)
    return date(*map(int, match.groups())) if match else None


def _epoch(text: str) -> date | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLISECONDS else seconds, UTC).date()


def _mail(text: str) -> date | None:
    return parsedate_to_datetime(text).date()


def _written(text: str) -> date | None:
    for form in _WRITTEN:
        with suppress(ValueError):
            return datetime.strptime(text, form).date()
    return None


_READINGS: tuple[Callable[[str], date | None], ...] = (_epoch, _numeric, _written, _mail)
