"""Which of two figures is the day and which the month, where a stamp leaves it open: "11/03/2022"."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache

from ctnews import lexicon
from ctnews.cleaning.metadata.stamps import Labelled
from ctnews.dates.reported import YearlessDay, reported_weekdays

ORDERS = ("DMY", "MDY")
LEAD = 1500  # characters of a body whose weekdays are those of the days before
SURER_DAYS = 2  # so much nearer to the weekdays reported must one reading be

_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Days = tuple[date, ...]


def settled(days: Days, labelled: Labelled, body: str, lang: str, dateline: YearlessDay | None = None) -> Days:
    """Choose between two readings, day first and month first, of one day; both where nothing tells.

    A dateline's day and month tell, then the page's other figures, the weekdays that the body reports, its spelling.
    """
    if len(days) < 2:
        return days
    near = [day for day in days if _is_beside(day, dateline)]
    if len(near) == 1:
        return tuple(near)
    order = _page_order(labelled) or _weekday_order(days, body, lang) or _spelling_order(body)
    return (days[ORDERS.index(order)],) if order else days


def _is_beside(day: date, dateline: YearlessDay | None) -> bool:
    told = dateline.in_year(day.year) if dateline else None
    return told is not None and 0 <= (day - told).days <= SURER_DAYS


def _page_order(labelled: Labelled) -> str:
    """Give the order that the page's other figures show: one of them is too great for a month."""
    orders = set()
    for feature, _ in labelled:
        for match in _FIGURES.finditer(feature.line.text):
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                orders.add("DMY")
            elif second > 12 >= first:
                orders.add("MDY")
    return orders.pop() if len(orders) == 1 else ""


def _weekday_order(days: Days, body: str, lang: str) -> str:
    """Give the order that puts the day nearer behind the weekdays that the body reports."""
    weekdays = reported_weekdays(body[:LEAD], lang=lang)
    behind = [sum((day.weekday() - weekday) % 7 for weekday in weekdays) for day in days]
    if abs(behind[0] - behind[1]) < SURER_DAYS:
        return ""
    return ORDERS[behind.index(min(behind))]


def _spelling_order(body: str) -> str:
    """Give the order that goes with the body's spelling."""
    counts = Counter(_spellings()[word] for word in _WORD.findall(body.casefold()) if word in _spellings())
    best = counts.most_common(2)
    clear = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
    return best[0][0] if clear else ""


@cache
def _spellings() -> dict[str, str]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/spelling_orders")]
    return {word: row["order"] for row in rows for word in lexicon.values(row["text"])}
