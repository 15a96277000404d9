"""The day on which a page says its article was published: better none than a wrong one.

Nothing is taken from a page's clock, from copyright years, from "last updated" or from lists of other articles.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date
from functools import cache
from itertools import islice

from lxml.etree import XPath  # type: ignore[import-untyped]

from ctnews import lexicon
from ctnews.reading.days import parse_day
from ctnews.reading.html.tree import Element

Metas = Mapping[str, str]

EARLIEST = 1990  # before it no page is a news page of the web

META = (
    *("article:published_time", "article:published", "og:article:published_time", "og:published_time"),
    *("datepublished", "date_published", "publishdate", "publish-date", "publish_date", "published-date", "pubdate"),
    *("publication_date", "publicationdate", "publication-date", "published_time", "published"),
    *(
        "content_publisheddate",
        "parsely-pub-date",
        "sailthru.date",
        "dtk:publishdate",
        "bt:pubdate",
        "cxenseparse:recs:publishtime",
    ),
    *("article.published", "article:publish_date", "originalpublicationdate", "displaydate", "release_date"),
    *("dcsext.publishdate", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued"),
    *(
        "dcterms.date",
        "dc.date",
        "dc:date",
        "dcterms.created",
        "dc.date.created",
        "article:created",
        "date",
        "created",
        "rnews:datepublished",
    ),
)
"""Names of `meta` elements that hold the day of publication, the surest first."""

LOOSE = frozenset({"date", "created", "dc.date", "dc:date", "dcterms.date", "displaydate", "published", "release_date"})
"""Those that may hold the day of the last change as well."""

CHANGED = (
    *("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"),
    "dc.date.modified",
)
"""Names of `meta` elements that hold the day of the last change."""

_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>0[1-9]|1[0-2])[/-](?P<day>0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)"
    r"|/(?P<stamp>20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:[0-2]\d[0-5]\d[0-5]\d)?(?=[/\-_.]|$)"
)
_MARKED = XPath(
    "//*[contains(@itemprop, 'datePublished') or contains(@property, 'datePublished') or (self::time and @pubdate)]"
)
_CLASSED = XPath(
    "(descendant::time | descendant::span | descendant::abbr)[not(contains(@class, 'updated'))]"
    "[contains(@class, 'entry-date') or contains(@class, 'dt-published')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' published ')]"
)
_CUE = re.compile(r"date|time|publish|posted|byline|meta|info", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"relat|recent|popular|trending|latest|sidebar|widget|recommend|comment|footer|copyright|clock", re.IGNORECASE
)
_START = re.compile(
    r"(?<![\w./:-])(?:[^\W\d_]{3,}\.?,?\s+)?"
    r"(?=\d{1,2}[\s-]+[^\W\d_]{3,}|[^\W\d_]{3,}\.?\s+\d{1,2},?\s+\d{4}|\d{4}[-/.]\d{2}[-/.]\d{2})"
)
_FIGURES = re.compile(r"(?<![\w./:-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UTC = re.compile(r"\d(?:Z|[+-]00:?00| ?(?:GMT|UTC))$")
_DATED = ("time", "span", "div", "p", "li", "small", "abbr")
_LINE = 160  # characters of an element that may be about a date
_BARE = 40  # characters of an element that may be a date and nothing else
_PARTS = 6  # elements in one that is about a date
_MANY = 500  # elements that are looked at for a date near the title
_FEW = 3  # `time` elements that can be the article's
_LEVELS = 4  # how far above the title


def from_stated(written: str | None) -> date | None:
    """Give the day that a date in metadata names, if a news page can be of it."""
    return plausible(parse_day(written)) if written else None


def from_meta(metas: Metas) -> tuple[date | None, str | None]:
    """Give the day that a page's `meta` elements name, and how it is written; no day of a mere change."""
    changed = changes(metas)
    for name in META:
        day = from_stated(metas.get(name))
        if day and not (name in LOOSE and day in changed):
            return day, metas[name]
    return None, None


def changes(metas: Metas) -> set[date]:
    """Give the days on which a page was changed, as its `meta` elements say."""
    return {day for name in CHANGED if (day := from_stated(metas.get(name)))}


def local_day(day: date, written: str | None, address: date | None) -> date:
    """Give the day as the place of publication counts it.

    A time in UTC can fall on the day before or after; the page's address tells which day it was there.
    """
    beside = address is not None and abs((address - day).days) == 1
    return address if address and beside and _UTC.search(written or "") else day


def from_address(url: str | None) -> date | None:
    """Give the day in the address of a page.

    >>> from_address("https://example.org/2024/05/16/agencies-meet"), from_address("https://example.org/a-20240516")
    (datetime.date(2024, 5, 16), None)
    """
    for match in _ADDRESS.finditer((url or "").partition("?")[0]):
        written = match["stamp"] or f"{match['year']}-{match['month']}-{match['day']}"
        day = plausible(parse_day(written))
        if day:
            return day
    return None


def from_marks(tree: Element) -> date | None:
    """Give the day in elements that are marked as the date of publication."""
    return next((day for marked in (_MARKED, _CLASSED) if (day := _agreed(marked(tree)))), None)


def from_head(tree: Element, changed: Container[date] = ()) -> date | None:
    """Give the day of the elements about dates that stand nearest the article's title, where there is but one."""
    heads = [head for head in tree.iter("h1") if "".join(head.itertext()).strip()]
    holder = heads[0] if len(heads) == 1 else None
    for _ in range(_LEVELS):
        holder = holder.getparent() if holder is not None else None
        if holder is None or holder.tag in {"body", "html"}:
            return None
        elements = [element for element in islice(holder.iter(*_DATED), _MANY) if _may_date(element, holder)]
        days = {day for element in elements if (day := _day_of(element))}
        if days:
            return next(iter(days)) if len(days) == 1 and not any(day in changed for day in days) else None
    return None


def from_times(tree: Element, changed: Container[date] = ()) -> date | None:
    """Give the day of the page's `time` elements, where they are few and agree."""
    elements = [element for element in tree.iter("time") if not _is_elsewhere(element)]
    day = _agreed(elements) if len(elements) <= _FEW else None
    return day if day and day not in changed else None


def plausible(day: date | None) -> date | None:
    """Give the day if a news page can be of it."""
    return day if day and day.year >= EARLIEST else None


def day_in(text: str) -> date | None:
    """Give the first day that a line states plainly.

    >>> day_in("By A. Writer | Thursday, 16 May 2024, 10:15"), day_in("16/05/2024 10:15"), day_in("04/05/2024")
    (datetime.date(2024, 5, 16), datetime.date(2024, 5, 16), None)
    """
    for match in _START.finditer(text):
        day = plausible(parse_day(text[match.end() :]) or parse_day(text[match.start() :]))
        if day:
            return day
    for match in _FIGURES.finditer(text):
        if int(match[1]) > 12 >= int(match[3]):  # the other way round it may be the month
            return plausible(parse_day(f"{match[4]}-{match[3]:0>2}-{match[1]:0>2}"))
    return None


def _may_date(element: Element, holder: Element) -> bool:
    if len(element) > _PARTS:
        return False
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    text = _line(element)
    about = element.tag == "time" or (len(text) <= _BARE and _YEAR.search(text)) or _CUE.search(name)
    return bool(about) and 0 < len(text) < _LINE and not _CHANGED.search(name) and not _is_elsewhere(element, holder)


def _is_elsewhere(element: Element, holder: Element | None = None) -> bool:
    """Tell whether an element stands in a part of the page that is about other articles, or in a paragraph."""
    for parent in element.iterancestors():
        if parent is holder or parent.tag == "body":
            return False
        if parent.tag in {"aside", "footer", "nav", "ul", "ol"} and element.tag != "li":
            return True
        if _ELSEWHERE.search(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


def _day_of(element: Element) -> date | None:
    text = _line(element)
    said = _before_change(text)
    if _follows_change(element, text) or (text and not said):
        return None
    for value in (element.get("datetime"), element.get("content"), element.get("title")):
        day = plausible(parse_day(value)) if value else None
        if day:
            return day
    return day_in(said) if len(text) < _LINE else None


def _before_change(text: str) -> str:
    """Give what a line says before it tells of a change ("Updated: ...")."""
    match = _change_cues().search(text)
    return (text[: match.start()] if match else text).strip()


def _follows_change(element: Element, text: str) -> bool:
    around = _line(element.getparent())
    before = around.partition(text)[0].rstrip(" :|-") if text and len(around) < _LINE else ""
    return any(match.end() == len(before) for match in _change_cues().finditer(before))


def _line(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@cache
def _change_cues() -> re.Pattern[str]:
    """Give a pattern of what the tables say pages open the day of their last change with."""
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/boilerplate")]
    starts = [row for row in rows if (row["label"], row["match"]) == ("clock", "start")]
    cues = {cue.strip(" :") for row in starts for cue in lexicon.values(row["text"])}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(cues, key=len, reverse=True)))})\b", re.IGNORECASE)


def _agreed(elements: Iterable[Element]) -> date | None:
    """Give the day that all the elements name that name one."""
    found = {day for element in elements if not _is_elsewhere(element) and (day := _day_of(element))}
    return next(iter(found)) if len(found) == 1 else None
