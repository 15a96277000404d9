"""Reads agreements and commitments into a form in which those of different articles can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ctnews.linking.rows import records
from ctnews.linking.words import fold, vocabulary

STEM = 5  # letters that forms of a word share
SHORT = 4  # shorter words say little

_END = re.compile(r"[.!?][”\"')\]]*\s+(?=[A-Z“\"'(])|\n+")


@dataclass(frozen=True, slots=True, eq=False)
class Pledge:
    """What one article tells of an agreement or a commitment."""

    what: str
    kind: str
    name: str | None
    parties: tuple[str, ...]
    signed: date | None
    exact: bool  # the day of signing is told
    published: date | None
    meeting_id: str | None
    held: date | None  # when that meeting was
    article_id: str
    start: int
    sentence: str
    words: frozenset[str]
    series: str | None = None

    @property
    def order(self) -> tuple[date, str, int]:
        """What sorts pledges by publication, those without a date last."""
        return self.published or date.max, self.article_id, self.start


def read_agreements(agreements: pd.DataFrame, articles: pd.DataFrame, accounts: pd.DataFrame) -> list[Pledge]:
    """Give the agreements of frame `agreements`, by publication; of each, the main meeting of its article."""
    article, main = _by_id(articles, "article_id"), _main_meetings(accounts)
    pledges = (_agreement(row, article.get(row["article_id"], {}), main) for row in records(agreements))
    return sorted(pledges, key=lambda pledge: pledge.order)


def read_commitments(
    commitments: pd.DataFrame, articles: pd.DataFrame, accounts: pd.DataFrame, meetings: pd.DataFrame
) -> list[Pledge]:
    """Give the commitments that were agreed at a meeting, by publication."""
    article, meeting = _by_id(articles, "article_id"), _by_id(meetings, "meeting_id")
    meeting_of = dict(zip(accounts["mention_id"], accounts["meeting_id"], strict=True))
    told = ((row, meeting.get(meeting_of.get(row["mention_id"], ""))) for row in records(commitments))
    pledges = (_commitment(row, article.get(row["article_id"], {}), held) for row, held in told if held)
    return sorted(pledges, key=lambda pledge: pledge.order)


def stems(text: str) -> frozenset[str]:
    """Give the beginnings of the words that tell something.

    >>> sorted(stems("to exchange liaison officers"))
    ['excha', 'liais', 'offic']
    """
    _, rest = vocabulary("series_words").read(text)
    return frozenset(word[:STEM] for word in rest if len(word) >= SHORT and not word.isdigit())


def _agreement(row: Mapping[str, Any], article: Mapping[str, Any], main: Mapping[str, str]) -> Pledge:
    signed = row["signed"]
    return Pledge(
        what="agreement",
        kind=row["kind"],
        name=row["name"],
        parties=tuple(sorted(row["parties"])),
        signed=None if signed is None else signed.date(),
        exact=row["granularity"] == "day",
        published=_date(article.get("published")),
        meeting_id=main.get(row["article_id"]),
        held=None,
        article_id=row["article_id"],
        start=row["start"] or 0,
        sentence=row["sentence"] or "",
        words=_own_words(row["name"] or ""),
    )


def _commitment(row: Mapping[str, Any], article: Mapping[str, Any], meeting: Mapping[str, Any]) -> Pledge:
    return Pledge(
        what="commitment",
        kind=row["kind"] or "other",
        name=None,
        parties=tuple(sorted(meeting["parties"])),
        signed=None,
        exact=False,
        published=_date(article.get("published")),
        meeting_id=meeting["meeting_id"],
        held=_date(meeting["start"]),
        article_id=row["article_id"],
        start=row["start"] or 0,
        sentence=_sentence(article.get("text") or "", row["start"] or 0, row["end"] or 0) or row["text"] or "",
        words=stems(row["text"] or ""),
        series=meeting["series_id"],
    )


def _own_words(name: str) -> frozenset[str]:
    """Give the words by which one agreement of a kind is told from another: names of places, topics."""
    keys, rest = vocabulary("series_words", ignore_countries=True).read(name)
    kinds = {fold(word) for word in re.findall(r"\b[A-Za-z]+\b", name) if word.islower()}
    return keys | {word for word in rest if word not in kinds and len(word) >= SHORT and not word.isdigit()}


def _sentence(text: str, start: int, end: int) -> str:
    first = max((match.end() for match in _END.finditer(text, 0, start)), default=0)
    after = _END.search(text, end)
    return text[first : after.start() + 1 if after else len(text)].strip()


def _main_meetings(accounts: pd.DataFrame) -> dict[str, str]:
    main = accounts[accounts["main"]].sort_values("mention_id", ascending=False)
    return dict(zip(main["article_id"], main["meeting_id"], strict=True))


def _by_id(frame: pd.DataFrame, column: str) -> dict[str, dict[str, Any]]:
    return {row[column]: row for row in records(frame)}


def _date(value: pd.Timestamp | None) -> date | None:
    return None if value is None else value.date()
