"""The accounts of meetings that articles give, read into a form in which they can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ctnews.linking.kinds import Kind, kind_of
from ctnews.linking.places import Place, place_of
from ctnews.linking.rows import records
from ctnews.linking.words import fold, vocabulary

NameKey = frozenset[str]

MONTH_DAYS = 31

_COUNTED = re.compile(r"(?:ke)?\d+(?:st|nd|rd|th)?|[ivx]+|ke")
_SMALL_WORD = 3


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """One account of a meeting; days are proleptic ordinals, `people` are actor_ids."""

    row: int
    article_id: str
    mention_id: str
    kind: Kind
    name: str | None
    key: NameKey | None
    topics: NameKey
    ordinal: int | None
    first: int | None
    last: int | None
    granularity: str
    city: str | None
    country: str | None
    where: Place
    parties: frozenset[str]
    status: str
    main: bool
    people: frozenset[str]
    chairs: tuple[str, ...]
    agencies: tuple[str, ...]
    published: date | None
    outlet: str | None
    lang: str | None
    source: str
    sentence: str
    confidence: float | None

    @property
    def off(self) -> bool:
        """Whether its time is given up: called off, or put off without a new one told."""
        return self.status in {"cancelled", "postponed"}

    @property
    def grain(self) -> int:
        """How exact the date is: 3 a day, 2 within a month, 1 within a longer time, 0 no date."""
        if self.first is None or self.last is None:
            return 0
        if self.granularity == "day":
            return 3
        return 2 if self.last - self.first < MONTH_DAYS else 1

    @property
    def copy(self) -> bool:
        """Tell whether its article is a copy of another."""
        return self.source != self.article_id

    @property
    def place(self) -> str:
        """The city, or else the region, in lower-case ASCII, or nothing."""
        return self.where.name or self.where.region

    @property
    def order(self) -> tuple[date, str, str]:
        """What sorts accounts by publication, those without a date last."""
        return (self.published or date.max, self.article_id, self.mention_id)

    @property
    def facts(self) -> tuple[object, ...]:
        """Everything by which two accounts are told apart."""
        when = (self.first, self.last, self.granularity)
        return (
            self.kind.name,
            self.key,
            self.ordinal,
            *when,
            self.place,
            self.country,
            self.parties,
            self.people,
        )


def read_accounts(meeting_mentions: pd.DataFrame, articles: pd.DataFrame, actor_of: Mapping[str, str]) -> list[Account]:
    """Give the accounts in the order of article and mention; persons become actors, unknown ones go."""
    article = {row["article_id"]: row for row in records(articles)}
    rows = enumerate(records(meeting_mentions))
    accounts = [_account(index, row, article.get(row["article_id"], {}), actor_of) for index, row in rows]
    return sorted(accounts, key=lambda account: (account.article_id, account.mention_id, account.row))


def name_key(name: str | None, kind: Kind, parties: frozenset[str]) -> NameKey | None:
    """Give what tells a name from those of other series: bodies, topics and, for most kinds, other words.

    >>> kind = kind_of("joint_working_group")
    >>> sorted(name_key("2nd Joint Working Group on Maritime Security", kind, frozenset()))
    ['maritime']
    """
    if not name:
        return None
    keys, rest = vocabulary("series_words", ignore_countries=True).read(name)
    if not kind.by_words:
        return keys
    known = {word for party in parties for word in fold(party).split()} | _acronyms_of(name)
    return keys | {word for word in rest if word not in known and not _COUNTED.fullmatch(word) and len(word) > 1}


def name_topics(name: str | None) -> NameKey:
    """Give the topics and bodies that the table knows of in a name.

    >>> sorted(name_topics("Workshop on Border Security"))
    ['borders']
    """
    return vocabulary("series_words", ignore_countries=True).read(name)[0] if name else frozenset()


def _acronyms_of(name: str) -> set[str]:
    """Give the acronyms in the name that only repeat the initials of its other words."""
    words = fold(name).split()
    initials = "".join(word[0] for word in words)
    longer = "".join(word[0] for word in words if len(word) > _SMALL_WORD)
    capitals = {fold(word) for word in re.findall(r"\b[A-Z]{2,}\b", name)}
    return {word for word in capitals if word in initials or word in longer}


def _account(index: int, row: Mapping[str, Any], article: Mapping[str, Any], actor_of: Mapping[str, str]) -> Account:
    kind, parties = kind_of(row["kind"]), frozenset(row["parties"])
    first, last = _day(row["start"]), _day(row["end"])
    actors = {actor_of[person] for person in [*row["participants"], *row["chairs"]] if person in actor_of}
    published = article.get("published")
    return Account(
        row=index,
        article_id=row["article_id"],
        mention_id=row["mention_id"] or "",
        kind=kind,
        name=row["name"],
        key=name_key(row["name"], kind, parties),
        topics=name_topics(row["name"]),
        ordinal=row["ordinal"],
        first=first,
        last=None if first is None else max(first, last or first),
        granularity=row["granularity"] or "unknown",
        city=row["city"],
        country=row["country"],
        where=place_of(row["city"], row["country"]),
        parties=parties,
        status=row["status"] or "held",
        main=row["main"],
        people=frozenset(actors),
        chairs=tuple(dict.fromkeys(actor_of[person] for person in row["chairs"] if person in actor_of)),
        agencies=tuple(row["agencies"]),
        published=None if published is None else published.date(),
        outlet=article.get("outlet") or article.get("wire"),
        lang=article.get("lang"),
        source=article.get("duplicate_of") or row["article_id"],
        sentence=fold(row["sentence"] or ""),
        confidence=row["confidence"],
    )


def _day(value: pd.Timestamp | None) -> int | None:
    return None if value is None else value.toordinal()
