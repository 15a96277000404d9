"""How dates, counts, parties and confidence are worded in tables, titles and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import pandas as pd

from ctnews import lexicon

UNDATED = "date unknown"
DAYS_A_YEAR = 365.25
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6}  # granularities that are told by their months


def count(number: int, noun: str, plural: str = "") -> str:
    """Give a number with its noun.

    >>> count(1, "article"), count(1200, "country", "countries")
    ('1 article', '1,200 countries')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def day(value: Any) -> str:
    """Give a day in words.

    >>> day(pd.Timestamp("2023-05-08"))
    '8 May 2023'
    """
    return UNDATED if pd.isna(value) else f"{value.day} {value:%B %Y}"


def moment(text: str | None) -> str:
    """Give an ISO time in words.

    >>> moment("2024-07-01T08:00:00+00:00")
    '1 July 2024, 08:00 UTC'
    """
    if not text:
        return "an unknown time"
    when = datetime.fromisoformat(text)
    return f"{day(when)}, {when:%H:%M} {when.tzname() or ''}".strip() if "T" in text else day(when)


def span(start: Any, end: Any, granularity: str) -> str:
    """Give when something happened, no more exactly than it is known.

    >>> span(pd.Timestamp("2023-05-18"), pd.Timestamp("2023-05-19"), "day")
    '18–19 May 2023'
    >>> span(pd.Timestamp("2019-01-01"), pd.Timestamp("2019-12-31"), "year")
    '2019'
    >>> span(pd.Timestamp("2024-07-01"), pd.Timestamp("2024-12-31"), "month")
    'July–December 2024'
    """
    if pd.isna(start):
        return UNDATED
    if granularity in _MONTHS:
        return _months(start, end, _MONTHS[granularity])
    if granularity == "year":
        return f"{start:%Y}"
    if pd.isna(end) or start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def _months(start: Any, end: Any, number: int) -> str:
    """Give the months from the first to the last; where no last one is told, the granularity tells how many."""
    last = start + pd.DateOffset(months=number - 1) if pd.isna(end) or (number > 1 and end == start) else end
    if (start.year, start.month) == (last.year, last.month):
        return f"{start:%B %Y}"
    return f"{start:%B}–{last:%B %Y}" if start.year == last.year else f"{start:%B %Y} – {last:%B %Y}"


def duration(days: float) -> str:
    """Give a number of days in the unit that one speaks of.

    >>> duration(40), duration(566)
    ('40 days', '1.5 years')
    """
    if days < DAYS_A_YEAR:
        return count(round(days), "day")
    return f"{days / DAYS_A_YEAR:.1f} years"


def confidence(value: Any) -> str:
    """Give a confidence in words.

    >>> [confidence(value) for value in (0.9, 0.6, 0.2, None)]
    ['high', 'medium', 'low', 'unknown']
    """
    if pd.isna(value):
        return "unknown"
    return "high" if value >= 0.8 else "medium" if value >= 0.5 else "low"


def sources(number: int, outlets: int, copies: int) -> str:
    """Give how many independent sources there are, and how far their copies went.

    >>> sources(1, 5, 4), sources(2, 0, 1), sources(1, 0, 0)
    ('1 source in 5 outlets', '2 sources, 1 copy', '1 source')
    """
    said = count(number, "source")
    if outlets:
        return f"{said} in {count(outlets, 'outlet')}"
    return f"{said}, {count(copies, 'copy', 'copies')}" if copies else said


def kind(value: Any) -> str:
    """Give the name of a kind (`joint_working_group`) as words."""
    return "" if pd.isna(value) else str(value).replace("_", " ")


def parties(codes: Iterable[str]) -> str:
    """Give parties by name; a body stands by its acronym."""
    return ", ".join(country(code) for code in codes)


def country(code: Any) -> str:
    """Give a country's English name, or the code itself where the tables do not know it."""
    if pd.isna(code):
        return ""
    return _country_names().get(code, str(code))


def country_codes() -> dict[str, str]:
    """Give the ISO code for every English name and alias of a country, and for the code itself."""
    named = {}
    for row in lexicon.table("en/countries"):
        for name in (row["code"], row["name"], *lexicon.values(row["aliases"])):
            named[name.casefold()] = row["code"]
    return named


def language(code: Any) -> str:
    """Give a language's English name, or the code itself where the tables do not know it."""
    rows = lexicon.table("world/languages")
    return next((row["name"] for row in rows if row["code"] == code), str(code))


@cache
def _country_names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in lexicon.table("en/countries")}


def listed(items: Sequence[str]) -> str:
    """Join with commas and a final "and".

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def clipped(text: str, width: int) -> str:
    """Cut a text that is too long at `width` characters.

    >>> clipped("counter-terrorism", 8)
    'counter…'
    """
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
