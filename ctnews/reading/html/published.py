"""The day on which a page says its article was published: better none than a wrong one.

Nothing is taken from a page's clock, from copyright years, from "last updated" or from lists of other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from ctnews import lexicon
from ctnews.reading.days import parse_day
from ctnews.reading.html.tree import Element

EARLIEST = 1990  # before it no page is a news page of the web

META = (
    *("article:published_time", "article:published", "og:article:published_time", "og:published_time"),
    *("datepublished", "date_published", "publishdate", "publish-date", "publish_date", "published-date", "pubdate"),
    *("publication_date", "publicationdate", "publication-date", "published_time", "published", "content_publisheddate"),
    *("parsely-pub-date", "sailthru.date", "dtk:publishdate", "bt:pubdate", "cxenseparse:recs:publishtime"),
    *("article.published", "article:publish_date", "originalpublicationdate", "displaydate", "release_date", "dcsext.publishdate"),
    *("citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dc:date"),
    *("dcterms.created", "dc.date.created", "article:created", "date", "created", "rnews:datepublished"),
)
"""Names of `meta` elements that hold the day of publication, the surest first."""

_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>0[1-9]|1[0-2])[/-](?P<day>0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)"
    r"|/(?P<stamp>20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:[0-2]\d[0-5]\d[0-5]\d)?(?=[/\-_.]|$)"
)
_CUE = re.compile(r"date|time|publish|posted|byline|meta|tanggal|jadwal|waktu|tarikh|info", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)
_ELSEWHERE = re.compile(r"relat|recent|popular|trending|latest|sidebar|widget|recommend|comment|footer|copyright|clock", re.IGNORECASE)
_START = re.compile(r"(?<![\w./:-])(?:[^\W\d_]{3,}\.?,?\s+)?(?=\d{1,2}[\s-]+[^\W\d_]{3,}|[^\W\d_]{3,}\.?\s+\d{1,2},?\s+\d{4}|\d{4}[-/.]\d{2}[-/.]\d{2})")
_FIGURES = re.compile(r"(?<![\w./:-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_LINE = 160  # characters of an element that may be about a date


def from_meta(metas: dict[str, str]) -> date | None:
    """Give the day that a page's `meta` elements name."""
    return _first(plausible(parse_day(metas[name])) for name in META if name in metas)


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
    marked = [e for e in tree.iter("meta", "time", "span", "div", "p", "abbr", "li", "a") if _is_marked(e)]
    return _only(_day_of(element) for element in marked)


def from_head(tree: Element) -> date | None:
    """Give the day of the elements about dates that stand nearest the article's title, where there is but one."""
    heads = [head for head in tree.iter("h1") if "".join(head.itertext()).strip()]
    if len(heads) != 1:
        return None
    holder = heads[0]
    for _ in range(4):
        holder = holder.getparent()
        if holder is None or holder.tag in {"body", "html"}:
            return None
        days = [day for element in holder.iter("time", "span", "div", "p", "li", "small") if _may_date(element, holder) and (day := _day_of(element))]
        if days:
            return days[0] if len(set(days)) == 1 else None
    return None


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


def _is_marked(element: Element) -> bool:
    names = (element.get("itemprop") or element.get("property") or "").lower().split(":")[-1]
    if "datepublished" in names.split() or (element.tag == "time" and element.get("pubdate") is not None):
        return not _is_elsewhere(element)
    kind = (element.get("class") or "").lower().split()
    return bool({"entry-date", "dt-published", "published"} & set(kind)) and "updated" not in kind and not _is_elsewhere(element)


def _may_date(element: Element, holder: Element) -> bool:
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    about = element.tag == "time" or _CUE.search(name)
    if not about or _CHANGED.search(name):
        return False
    return not _is_elsewhere(element, holder) and len("".join(element.itertext()).strip()) < _LINE


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
    for value in (element.get("datetime"), element.get("content"), element.get("title")):
        day = plausible(parse_day(value)) if value else None
        if day:
            return day
    text = " ".join("".join(element.itertext()).split())
    if len(text) >= _LINE or _tells_change(text):
        return None
    return day_in(text)


def _tells_change(text: str) -> bool:
    """Tell whether a line opens with what the tables know of clocks and changes ("Updated: ...")."""
    return text.casefold().startswith(_openings())


@cache
def _openings() -> tuple[str, ...]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/boilerplate")]
    return tuple(cue for row in rows if row["label"] == "clock" for cue in lexicon.values(row["text"]))


def _first(days: Iterable[date | None]) -> date | None:
    return next((day for day in days if day), None)


def _only(days: Iterable[date | None]) -> date | None:
    found = {day for day in days if day}
    return found.pop() if len(found) == 1 else None
