"""Tells when an article was published, and where that is known from."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ctnews import lexicon
from ctnews.cleaning.features import Feature
from ctnews.cleaning.lines import HEADER
from ctnews.dates import Anchor, scan

Infer = Callable[[str, str], Anchor | None]
Labelled = Sequence[tuple[Feature, str]]

EARLIEST = date(1990, 1, 1)  # before it no page is a news page of the web
NO_SOURCE = frozenset({"clock", "related", "popular", "copyright", "archive", "comment_form", "footer", "read_also"})

_CLOCK_TIME = re.compile(r"\d{1,2}[:.]\d{2}")


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


def find_published(
    labelled: Labelled, *, lang: str | None, metadata: date | None, dateline: str, body: str, infer: Infer
) -> Published | None:
    """Give the publication date: from metadata, header, a date line above the body, the dateline, or inferred.

    None where nothing tells it, and where the language is not one that has tables.
    """
    if metadata is not None:
        return Published(metadata, metadata, "metadata")
    header = _from_header(labelled)
    if header is not None or lang not in lexicon.languages():
        return header
    day = _from_page(labelled, lang) or _stated_day(dateline, lang)
    if day is not None:
        return Published(day, day, "dateline")
    anchor = infer(body, lang)
    return Published(anchor.first, anchor.last, "inferred") if anchor else None


def _from_header(labelled: Labelled) -> Published | None:
    match = HEADER.match(labelled[0][0].line.text) if labelled else None
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    return Published(first, first if day else first.replace(day=monthrange(year, month)[1]), "header")


def _from_page(labelled: Labelled, lang: str) -> date | None:
    """Give the date of the line nearest above the body that is about a date and is no clock."""
    first = next((n for n, (_, label) in enumerate(labelled) if label == "body"), len(labelled))
    for number in range(first - 1, -1, -1):
        feature, label = labelled[number]
        if label in NO_SOURCE or _is_clock(labelled, number) or not (feature.dated or label in {"byline", "dateline"}):
            continue
        day = _stated_day(feature.line.text, lang)
        if day is not None:
            return day
    return None


def _is_clock(labelled: Labelled, number: int) -> bool:
    """Tell whether a line is the site's clock: the page's first line, above the menu or with a time above a title."""
    if number or len(labelled) == 1:
        return False
    below, timed = labelled[1][1], _CLOCK_TIME.search(labelled[0][0].line.text)
    return below == "menu" or (timed is not None and below in {"other", "breadcrumb"})


def _stated_day(text: str, lang: str) -> date | None:
    """Give the first full date with a year that a line states; times that look like dates are blanked."""
    for known in dict.fromkeys((lang, *lexicon.languages())):
        for mention in scan(text, lang=known):
            if mention.granularity == "day" and mention.first and mention.anchor is None:
                return mention.first if mention.first >= EARLIEST else None
    return None
