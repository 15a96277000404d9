"""Stamps: the lines of a page that state a day, with what the day is said to be and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from ctnews import lexicon
from ctnews.cleaning.lines.features import Feature
from ctnews.dates import DateMention, scan

Labelled = Sequence[tuple[Feature, str]]
Kind = Literal["published", "updated", "other", "clock", ""]

EARLIEST = date(1990, 1, 1)  # before it no page is a news page of the web
BESIDE_WORDS = 8  # words beside the date that a line about a date can have
CUED_WORDS = 25  # words of a line that says what its date is
OPENING_WORDS = 25  # words of a title behind a date: "15/08/2017 - Forces to train together"

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)")
_TIME = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d.])")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DEGREES = re.compile(r"°\s?[CF]?\b|º[CF]")
_GLUED_TIME = re.compile(r"(?<=\d)T(?=\d{2}:\d{2})")
_WEEKDAY_AFTER = re.compile(r"(?<=\d{4})-(?=[^\W\d_])")
_FIGURE = re.compile(r"\d+")
_SPACE = re.compile(r"[\s:|,;()\[\]–—-]+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day that a line states: the line's number, the readings of the day, what it is said to be, how it is told.

    `days` holds two where the order of day and month is not clear, day first and month first; `opening` tells that
    the line begins with the day, `beside` counts the words beside it.
    """

    line: int
    days: tuple[date, ...]
    kind: Kind
    weekday: bool
    timed: bool
    opening: bool
    beside: int


def stamps_of(labelled: Labelled, numbers: Sequence[int], lang: str) -> list[Stamp]:
    """Give the stamps in the lines of these numbers, in order."""
    return [stamp for number in numbers for stamp in _in_line(labelled, number, lang)]


def _in_line(labelled: Labelled, number: int, lang: str) -> Iterator[Stamp]:
    feature, label = labelled[number]
    text = feature.line.plain
    if feature.header or not _YEAR.search(text):
        return
    text = _WEEKDAY_AFTER.sub(" ", _GLUED_TIME.sub(" ", text))
    mentions = _stated(text, lang)
    beside = _beside(text, mentions)
    above = bare_kind(labelled[number - 1][0].line.text) if number else ""
    at = 0
    for mention in mentions:
        kind = kind_before(text[at : mention.start]) or (above if not at else "")
        kind = kind or ("clock" if _DEGREES.search(text) else "updated" if label == "clock" else "")
        at = mention.end
        if _is_stamp(feature, mention, kind, beside):
            told = _has_weekday(text), bool(_TIME.search(text)), mention.start == 0
            yield Stamp(number, readings(mention), kind, *told, beside)


def _is_stamp(feature: Feature, mention: DateMention, kind: Kind, beside: int) -> bool:
    """Tell whether a line is about its date, and does not merely name one."""
    if feature.prose and not (kind and feature.words <= CUED_WORDS):
        return False
    if kind or "|" in feature.line.text:
        return beside <= CUED_WORDS
    numeric = mention.rule in {"numeric_date", "iso_date"}
    return beside <= (OPENING_WORDS if mention.start == 0 and numeric else BESIDE_WORDS)


def _stated(text: str, lang: str) -> list[DateMention]:
    """Give the full days that a line states, in the first language that can read any."""
    for known in dict.fromkeys((lang, *lexicon.languages())):
        mentions = [mention for mention in scan(text, lang=known) if is_full_day(mention)]
        if mentions:
            return mentions
    return []


def is_full_day(mention: DateMention) -> bool:
    """Tell whether a date states day, month and year, and is no older than news on the web."""
    dated = mention.granularity == "day" and mention.anchor is None and mention.first == mention.last
    return dated and mention.first is not None and mention.first >= EARLIEST


def readings(mention: DateMention) -> tuple[date, ...]:
    """Give the days that a full date can mean: two where both figures can be the month, day first and month first."""
    assert mention.first is not None
    if "ambiguous_order" not in mention.flags:
        return (mention.first,)
    year, one, two = mention.first.year, *(int(part) for part in _FIGURE.findall(mention.text)[:2])
    return date(year, two, one), date(year, one, two)


def _beside(text: str, mentions: Sequence[DateMention]) -> int:
    """Count the words beside the dates of a line, the time and its zone apart."""
    for mention in reversed(mentions):
        text = text[: mention.start] + " " + text[mention.end :]
    return len(_LETTERS.findall(_TIME.sub(" ", text)))


def kind_before(text: str) -> Kind:
    """Give what the words before a date say that it is: the cue that ends last, the longest of those.

    >>> kind_before("Issued on: 11/03/2022 Modified: ")
    'updated'
    """
    matches = list(_cue_pattern().finditer(_folded(text)))
    return _cues()[matches[-1][1]] if matches else ""


def before_cue(text: str) -> str:
    """Give what stands before the first word that says what a date is.

    >>> before_cue("Reuters Published August 19, 2022")
    'Reuters'
    """
    match = _cue_pattern().search(text.casefold())
    return text[: match.start()].strip() if match else text


def bare_kind(text: str) -> Kind:
    """Give what a line says of the date below it; nothing where the line says anything else."""
    return _cues().get(_folded(text).strip(), "")


def _folded(text: str) -> str:
    return f" {_SPACE.sub(' ', text.casefold()).strip()} "


@cache
def _cues() -> dict[str, Kind]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/stamp_cues")]
    kinds: dict[str, Kind] = {"published": "published", "updated": "updated", "other": "other"}
    return {text: kinds[row["kind"]] for row in rows for text in lexicon.values(row["text"])}


@cache
def _cue_pattern() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(_cues(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({cues})(?!\w)")


@cache
def _weekdays() -> frozenset[str]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/weekdays")]
    columns = ("name", "aliases", "short")
    return frozenset(form.casefold() for row in rows for column in columns for form in lexicon.values(row[column]))


def _has_weekday(text: str) -> bool:
    return any(word in _weekdays() for word in _WORDS.findall(text.casefold()))
