"""One page: its passages with their labels, its body, title, dateline, language and publication date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ctnews.cleaning.foreign import mark_foreign
from ctnews.cleaning.gluing import unglued
from ctnews.cleaning.language import detect_language
from ctnews.cleaning.lines.features import Feature
from ctnews.cleaning.lines.labels import label_lines
from ctnews.cleaning.metadata.bylines import find_author
from ctnews.cleaning.metadata.datelines import Dateline, find_dateline
from ctnews.cleaning.metadata.outlets import find_outlet, find_wire, known_names, wire_name
from ctnews.cleaning.metadata.published import Infer, Published, find_published
from ctnews.cleaning.metadata.titles import clean_title, pick_title

DATE_WORDS = 4  # words of a line that is a date alone
PLACE_WORDS = 3  # words of a place that stands in a line of its own


_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the raw text and what it is."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Page:
    """What cleaning finds in one raw text."""

    passages: tuple[Passage, ...]
    body: str
    title: str | None
    lang: str | None
    place: str | None
    wire: str | None
    published: Published | None
    outlet: str | None = None
    author: str | None = None


def read_page(
    raw: str,
    *,
    title: str | None = None,
    published: date | None = None,
    url: str | None = None,
    framed: bool = True,
    infer: Infer,
) -> Page:
    """Clean one raw text; `title`, `published` and `url` are what its metadata say.

    A text that is not `framed` has been taken out of its page already: only what shows itself is taken from it.
    """
    labelled = label_page(raw, framed=framed)
    lang = detect_language("\n".join(feature.line.text for feature, label in labelled if label == "body"))
    labelled = mark_foreign(labelled, lang)
    dateline = _dateline(labelled)
    passages = _passages(labelled, dateline)
    body = "\n\n".join(unglued(_BREAK.sub(" ", raw[p.start : p.end])) for p in passages if p.label == "body")
    own = title or next((feature.line.plain for feature, label in labelled if label == "title"), None)
    lines = [feature.line.plain for feature, label in labelled if label != "body"]
    when = find_published(
        labelled,
        lang=lang,
        metadata=published,
        url=url,
        dateline=dateline[1].text if dateline else "",
        body=body,
        infer=infer,
    )
    place = dateline[1].place if dateline else _place_line(labelled)
    found = dateline[1] if dateline else None
    return Page(
        passages,
        body,
        title=clean_title(own, lines) if own else None,
        lang=lang,
        place=place,
        wire=find_wire(labelled, (found.wire or wire_name(found.outlet or "")) if found else None),
        published=when,
        outlet=find_outlet(labelled, own, found.outlet if found else None),
        author=find_author(labelled, known_names()),
    )


def label_page(raw: str, *, framed: bool = True) -> list[tuple[Feature, str]]:
    """Give every line of a raw text with its label, in order, the title among them."""
    labelled = label_lines(raw, framed=framed)
    features, labels = [feature for feature, _ in labelled], [label for _, label in labelled]
    return list(zip(features, pick_title(features, labels), strict=True))


def _dateline(labelled: list[tuple[Feature, str]]) -> tuple[int, Dateline] | None:
    """Give the number of the line that opens with a dateline: the first of the body, or the one below it."""
    body = [n for n, (_, label) in enumerate(labelled) if label == "body"][:2]
    for order, number in enumerate(body):
        found = find_dateline(labelled[number][0].line.text)
        if found and (order == 0 or found.wire):
            return number, found
    return None


def _place_line(labelled: list[tuple[Feature, str]]) -> str | None:
    """Give the place that stands in a line of its own above a date line, right before or after the body."""
    body = [n for n, (_, label) in enumerate(labelled) if label == "body"]
    if not body:
        return None
    for number in (body[0] - 2, body[-1] + 1):
        below = labelled[number + 1][0] if 0 <= number < len(labelled) - 1 else None
        if below and below.dated and below.words <= DATE_WORDS:
            words = labelled[number][0].line.text.split()
            if len(words) <= PLACE_WORDS and all(word[:1].isupper() for word in words):
                return " ".join(words)
    return None


def _passages(labelled: list[tuple[Feature, str]], dateline: tuple[int, Dateline] | None) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for number, (feature, label) in enumerate(labelled):
        start, end = feature.line.start, feature.line.end
        if dateline and number == dateline[0]:
            cut = start + dateline[1].length
            passages.append(Passage(start, cut, "dateline"))
            start = cut
        passages.append(Passage(start, end, label))
    return tuple(passages)
