"""Which of a page's stamps tell the day of the article itself, and which the page around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ctnews.cleaning.metadata.datelines import is_place
from ctnews.cleaning.metadata.outlets import outlet_name, wire_name
from ctnews.cleaning.metadata.stamps import Labelled, Stamp, is_full_day, readings, stamps_of
from ctnews.dates import scan
from ctnews.dates.reported import YearlessDay

_SECTIONS = "related popular copyright archive comment_form footer"
_LINES = "read_also tweet caption advert calendar tags foreign"
NOT_OWN = frozenset(f"{_SECTIONS} {_LINES}".split())
"""Labels of lines whose dates are not the article's."""

LISTS = frozenset(_SECTIONS.split())
"""Labels of what fills the rest of a page: below it no day is the article's."""

HEAD_PARAGRAPHS = 5  # paragraphs, at most half a body's, between which a page may still tell its day
NEAR = 6  # lines between a day with the time and the title that may hold anything
MASTHEAD_WORDS = 4  # words beside the day in a line above the title: a place, the outlet
SIGNATURE_WORDS = 4  # words of an agency's or outlet's name before the day
CLOSING_LINES = 3  # lines below the body in which a release tells place and day
OLDER_DAYS = 3, 60  # how much older than the day in a page's head a dateline makes that a clock
FAR_ABOVE = 8  # lines between a day and the title: more are a page's menu

_CRUMBS = {"breadcrumb", "repeated"}
_CRUMB = re.compile(r"[»›]|\s>\s")

Days = tuple[date, ...]


def own_days(labelled: Labelled, lang: str, dateline: Days, yearless: YearlessDay | None = None) -> Days:
    """Give the readings of the day that the page tells of the article: none, one, or two where the order is unclear.

    First comes a stamp between title and body, best one that says it is the day of publication; then such a one
    elsewhere, the dateline, a stamp above the title that is no clock, and place and day right below the body. A
    dateline without its year takes it from such a stamp, and where it is days older, it is the day.
    """
    body = [number for number, (_, label) in enumerate(labelled) if label == "body"]
    if not body:
        return dateline
    title = next((number for number, (_, label) in enumerate(labelled[: body[0]]) if label == "title"), None)
    numbers = [n for n in range(len(labelled)) if labelled[n][1] not in NOT_OWN | {"body", "header"}]
    stamps = [stamp for stamp in stamps_of(labelled, numbers, lang) if _speaks(stamp, labelled)]
    above = [stamp for stamp in stamps if stamp.line < body[min(HEAD_PARAGRAPHS, len(body) // 2)]]
    end = next((n for n in range(body[-1] + 1, len(labelled)) if labelled[n][1] in LISTS), len(labelled))
    below = [stamp for stamp in stamps if body[-1] < stamp.line < end]
    told = _told(above, below, title, body[0], labelled)
    head = _dated_by(_masthead(above, title, body[0], labelled), yearless)
    return told or dateline or head or _closing(below, body[-1], labelled)


def _told(above: Sequence[Stamp], below: Sequence[Stamp], title: int | None, body: int, labelled: Labelled) -> Days:
    """Give the day of the best stamp that is near the body or says that it is the day of publication."""
    beneath = [stamp for stamp in above if stamp.line < body and _beneath(stamp, title, body, labelled)]
    ranks = (
        [stamp for stamp in beneath if stamp.kind == "published"][-1:],
        [stamp for stamp in beneath if not stamp.kind][-1:],
        [stamp for stamp in above if stamp.kind == "published"][-1:],
        [stamp for stamp in above if not stamp.kind and stamp.line > body][:1],
        [stamp for stamp in below if stamp.kind == "published"][:1],
    )
    return next((stamp.days for rank in ranks for stamp in rank), ())


def dateline_days(dateline: str, lang: str) -> Days:
    """Give the readings of the full day that a dateline states."""
    mentions = [mention for mention in scan(dateline, lang=lang) if is_full_day(mention)]
    return readings(mentions[0]) if mentions else ()


def _speaks(stamp: Stamp, labelled: Labelled) -> bool:
    """Tell whether a stamp can be the article's: a title that merely names a day is none."""
    return labelled[stamp.line][1] != "title" or stamp.opening


def _beneath(stamp: Stamp, title: int | None, body: int, labelled: Labelled) -> bool:
    """Tell whether a stamp stands between title and body; without a title, above the body and no clock."""
    if title is None:
        return not _is_clock(stamp, body, labelled)
    return stamp.line >= title


def _masthead(above: Sequence[Stamp], title: int | None, body: int, labelled: Labelled) -> Days:
    """Give the day of the nearest stamp above the title that is neither a clock nor later than an update."""
    updated = [day for stamp in above if stamp.kind == "updated" for day in stamp.days]
    for stamp in reversed(above):
        if stamp.kind or stamp.beside > MASTHEAD_WORDS or _is_clock(stamp, title if title else body, labelled):
            continue
        late = [day for day in updated if day < min(stamp.days) or (stamp.weekday and day in stamp.days)]
        return () if late else stamp.days
    return ()


def _dated_by(head: Days, yearless: YearlessDay | None) -> Days:
    """Give the day of a dateline that is some days older than a page's head, else the head's."""
    if not head or yearless is None:
        return head
    days = [day for year in {head[0].year, head[0].year - 1} if (day := yearless.in_year(year))]
    older = [day for day in days if OLDER_DAYS[0] <= (head[0] - day).days <= OLDER_DAYS[1]]
    return tuple(older) or head


def _is_clock(stamp: Stamp, title: int, labelled: Labelled) -> bool:
    """Tell whether a stamp is the site's clock, and not in a byline.

    It is where a menu stands between it and the title, where anything does and it tells weekday and time of day, or
    where it is far up; a day nearby with the time and no weekday is none.
    """
    lines = [(feature, label) for feature, label in labelled[stamp.line + 1 : title] if label not in _CRUMBS]
    between = [label for feature, label in lines if not _CRUMB.search(feature.line.text)]
    signed = labelled[stamp.line][1] == "byline" or _is_signed(stamp, labelled)
    if signed or (stamp.timed and not stamp.weekday and len(between) <= NEAR):
        return False
    timed = stamp.weekday and stamp.timed
    return "menu" in between or (timed and bool(between)) or len(between) > FAR_ABOVE


def _is_signed(stamp: Stamp, labelled: Labelled) -> bool:
    """Tell whether a known agency or outlet stands before the day: "Xinhua, August 14, 2013"."""
    words = labelled[stamp.line][0].line.plain.strip(" (").split()
    starts = (" ".join(words[:count]).strip(" ,|-") for count in range(1, SIGNATURE_WORDS + 1))
    return any(wire_name(start) or outlet_name(start) for start in starts)


def _closing(below: Sequence[Stamp], last: int, labelled: Labelled) -> Days:
    """Give the day right below the body with place or agency before it: "Jakarta, 7 Oktober 2021", or in two lines."""
    for stamp in below:
        if stamp.kind or stamp.line > last + CLOSING_LINES:
            continue
        before = labelled[stamp.line - 1][0].line.plain if stamp.line - 1 > last else ""
        named = labelled[stamp.line][0].line.plain.split(",")[0]
        if (is_place(before) and not stamp.beside) or (is_place(named) and stamp.beside <= MASTHEAD_WORDS):
            return stamp.days
        if _is_signed(stamp, labelled):
            return stamp.days
    return ()
