"""Tells when an article was published, and where that is known from."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ctnews import lexicon
from ctnews.cleaning.lines.split import HEADER
from ctnews.cleaning.metadata.orders import settled
from ctnews.cleaning.metadata.own_stamps import dateline_days, own_days
from ctnews.cleaning.metadata.stamps import EARLIEST, Labelled
from ctnews.cleaning.metadata.years import day_without_year
from ctnews.dates import Anchor
from ctnews.dates.reported import yearless_day

Infer = Callable[[str, str], Anchor | None]

_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(\d\d?)(?:\2(\d\d?))?(?![\d])")
_PATH = re.compile(r"(?:\w+://)?[^/]*")


@dataclass(frozen=True, slots=True)
class Published:
    """The days on which an article can have been published, and the basis of that."""

    first: date
    last: date
    basis: str

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.first == self.last else None

    def holds(self, day: date) -> bool:
        """Tell whether it can have been that day."""
        return self.first <= day <= self.last


def find_published(
    labelled: Labelled,
    *,
    lang: str | None,
    metadata: date | None,
    dateline: str,
    body: str,
    infer: Infer,
    url: str | None = None,
) -> Published | None:
    """Give the publication date from the best source there is; None where nothing tells it.

    The sources, best first: metadata; the dump's header; what the page states of itself, or the dateline; a day in
    the address, which counts as metadata; a dateline without a year, where the page tells the year; the dates of
    the body. The last two are inferred. In a language without tables only metadata, header and address are read.
    """
    if metadata is not None:
        return Published(metadata, metadata, "metadata")
    header, address = _from_header(labelled), _from_address(url)
    if header is not None and header.day:
        return header
    if lang not in lexicon.languages():
        return header or address
    bounds = [known for known in (header, address) if known]
    found = [_stated(labelled, lang, dateline, body), address if address and address.day else None]
    stated = next((known for known in found if known and _fits(known, bounds)), None)
    return stated or _inferred(labelled, lang, dateline, body, infer, bounds) or next(iter(bounds), None)


def _stated(labelled: Labelled, lang: str, dateline: str, body: str) -> Published | None:
    """Give the day that the page states; both days where the order of day and month stays unclear."""
    yearless = yearless_day(dateline, lang=lang)
    days = own_days(labelled, lang, dateline_days(dateline, lang), yearless)
    days = settled(days, labelled, body, lang, yearless)
    return Published(min(days), max(days), "dateline") if days else None


def _inferred(
    labelled: Labelled, lang: str, dateline: str, body: str, infer: Infer, bounds: list[Published]
) -> Published | None:
    day = day_without_year(labelled, lang, dateline, body, years={known.first.year for known in bounds})
    anchor = Anchor.of(day) if day else None
    if anchor is None and not bounds:
        anchor = infer(body, lang)
    found = Published(anchor.first, anchor.last, "inferred") if anchor else None
    return found if found and _fits(found, bounds) else None


def _fits(found: Published, bounds: list[Published]) -> bool:
    """Tell whether a day is not denied by what header and address tell; an address may be a day off."""
    return all(
        found is known or known.day is not None or any(known.holds(day) for day in (found.first, found.last))
        for known in bounds
    )


def _from_header(labelled: Labelled) -> Published | None:
    match = HEADER.match(labelled[0][0].line.text) if labelled else None
    return _period(*match.groups(), basis="header") if match else None


def _from_address(url: str | None) -> Published | None:
    """Give the day or month in an address's path: ".../2025/06/18/...", "...-20250618.html"."""
    path = _PATH.sub("", url or "", count=1)
    for match in _IN_ADDRESS.finditer(path):
        year, mark, month, day = match.groups()
        if len(month) == 1 and not (mark and day):
            continue
        if not mark and not (len(month) == 2 and day and len(day) == 2):
            continue
        if day is None and mark != "/":
            continue
        period = _period(year, month, day, basis="metadata")
        if period and period.first >= EARLIEST:
            return period
    return None


def _period(year: str, month: str, day: str | None, *, basis: str) -> Published | None:
    try:
        first = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return Published(first, first if day else first.replace(day=monthrange(first.year, first.month)[1]), basis)
