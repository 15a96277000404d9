"""Narrows a study: the same frames, filtered together, so that every count still leads to its sentences."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from ctnews.errors import InputError
from ctnews.frames import STUDY_FRAMES


class Frames(Protocol):
    """What plots, tables and reports need: a study, or a selection from one."""

    @property
    def path(self) -> Path: ...
    @property
    def manifest(self) -> Mapping[str, Any]: ...
    @property
    def articles(self) -> pd.DataFrame: ...
    @property
    def passages(self) -> pd.DataFrame: ...
    @property
    def mentions(self) -> pd.DataFrame: ...
    @property
    def dates(self) -> pd.DataFrame: ...
    @property
    def actors(self) -> pd.DataFrame: ...
    @property
    def agencies(self) -> pd.DataFrame: ...
    @property
    def meeting_mentions(self) -> pd.DataFrame: ...
    @property
    def meetings(self) -> pd.DataFrame: ...
    @property
    def grounds(self) -> pd.DataFrame: ...
    @property
    def series(self) -> pd.DataFrame: ...
    @property
    def agreements(self) -> pd.DataFrame: ...
    @property
    def commitments(self) -> pd.DataFrame: ...
    @property
    def roles(self) -> pd.DataFrame: ...
    @property
    def links(self) -> pd.DataFrame: ...
    @property
    def life(self) -> pd.DataFrame: ...
    @property
    def follow_ups(self) -> pd.DataFrame: ...
    @property
    def corrections(self) -> pd.DataFrame: ...
    @property
    def rejects(self) -> pd.DataFrame: ...


@dataclass(frozen=True)
class Selection:
    """A study narrowed by `select`; it has the study's frames as attributes and can be narrowed again."""

    path: Path
    manifest: Mapping[str, Any]
    criteria: Mapping[str, Any]
    last_day: pd.Timestamp | None
    articles: pd.DataFrame
    passages: pd.DataFrame
    mentions: pd.DataFrame
    dates: pd.DataFrame
    people: pd.DataFrame
    actors: pd.DataFrame
    agencies: pd.DataFrame
    meeting_mentions: pd.DataFrame
    meetings: pd.DataFrame
    series: pd.DataFrame
    agreements: pd.DataFrame
    commitments: pd.DataFrame
    grounds: pd.DataFrame
    roles: pd.DataFrame
    links: pd.DataFrame
    life: pd.DataFrame
    follow_ups: pd.DataFrame
    corrections: pd.DataFrame
    rejects: pd.DataFrame

    def __repr__(self) -> str:
        chosen = ", ".join(f"{name}={value!r}" for name, value in self.criteria.items()) or "everything"
        size = f"{len(self.articles)} articles, {len(self.meetings)} meetings"
        return f"<Selection of {self.path.name} ({chosen}): {size}>"


def select(
    study: Frames,
    *,
    from_date: str | None = None,
    to_date: str | None = None,
    countries: Sequence[str] | None = None,
    agencies: Sequence[str] | None = None,
    language: str | None = None,
    min_confidence: float = 0.0,
) -> Selection:
    """Give the part of a study that meets all criteria; nothing given selects everything.

    A meeting is chosen by its own days, parties, agencies, confidence and the language of its articles. An
    article is chosen by its publication date, language and what it mentions, or because it tells of a chosen
    meeting. A series with a chosen meeting is kept whole: its gaps are those of all its meetings. An agency
    is given by id, acronym or name, a country by its ISO code. Raises `InputError` for a date that is none.
    """
    first, last = _day(from_date, "from_date"), _day(to_date, "to_date")
    refs = _agency_ids(study.agencies, agencies)
    codes = set(countries) if countries else None
    meetings = study.meetings[
        _in_window(study.meetings["start"], study.meetings["end"], first, last)
        & _any_of(study.meetings["parties"], codes)
        & _any_of(study.meetings["agencies"], refs)
        & (study.meetings["confidence"].fillna(0.0) >= min_confidence)
    ]
    spoken = study.articles if language is None else study.articles[study.articles["lang"] == language]
    accounts = study.meeting_mentions
    accounts = accounts[accounts["article_id"].isin(spoken["article_id"])]
    if language is not None:
        meetings = meetings[meetings["meeting_id"].isin(accounts["meeting_id"])]
    accounts = accounts[accounts["meeting_id"].isin(meetings["meeting_id"])]
    wanted = _mentioning(study.mentions, codes, refs) if codes or refs else None
    published = spoken["published"]
    own = _in_window(published, published, first, last)
    if wanted is not None:
        own &= spoken["article_id"].isin(wanted)
    articles = spoken[own | spoken["article_id"].isin(accounts["article_id"])]
    criteria = {
        "from_date": from_date, "to_date": to_date, "countries": list(countries or []),
        "agencies": list(agencies or []), "language": language, "min_confidence": min_confidence,
    }  # fmt: skip
    given = {name: value for name, value in criteria.items() if value}
    ends = [day for day in (last_day(study), last) if day is not None]
    return _gather(study, articles, meetings, accounts, given, min(ends, default=None))


def last_day(study: Frames) -> pd.Timestamp | None:
    """Give the last day the corpus can tell of: that of the latest article, or None.

    For a selection it is that of the whole study, or the selection's `to_date` where that is earlier.
    """
    if isinstance(study, Selection):
        return study.last_day
    latest = study.articles["published_last"].max()
    return None if pd.isna(latest) else pd.Timestamp(latest).normalize()


def _gather(
    study: Frames,
    articles: pd.DataFrame,
    meetings: pd.DataFrame,
    accounts: pd.DataFrame,
    criteria: Mapping[str, Any],
    end: pd.Timestamp | None,
) -> Selection:
    kept = {
        "articles": articles,
        "meetings": meetings,
        "meeting_mentions": accounts,
        "rejects": study.rejects,
        "corrections": study.corrections,
        "life": study.life[study.life["meeting_id"].isin(meetings["meeting_id"])],
    }
    kept["series"] = study.series[study.series["series_id"].isin(meetings["series_id"].dropna())]
    for contract in STUDY_FRAMES:
        if contract.name not in kept and "article_id" in contract.names:
            frame: pd.DataFrame = getattr(study, contract.name)
            kept[contract.name] = frame[frame["article_id"].isin(articles["article_id"])]
    for name, key, column in (("actors", "actor_id", "participants"), ("agencies", "agency_id", "agencies")):
        held = meetings.loc[meetings["status"] == "held", column]
        kept[name] = _counted(
            getattr(study, name), key, _of_sources(kept["mentions"], articles), meetings[column], held
        )
    kept["roles"] = study.roles[study.roles["actor_id"].isin(kept["actors"]["actor_id"])]
    named = {*kept["actors"]["actor_id"], *meetings["meeting_id"]}
    kept["links"] = study.links[study.links["id"].isin(named)]
    kept["follow_ups"] = study.follow_ups[study.follow_ups["told_in"].isin(articles["article_id"])]
    whole = {name: frame.reset_index(drop=True) for name, frame in kept.items()}
    return Selection(study.path, study.manifest, criteria, end, **whole)


def _of_sources(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Give the mentions with those of a copy as its original's: the two are one source."""
    original = mentions["article_id"].map(articles.set_index("article_id")["duplicate_of"])
    return mentions.assign(article_id=original.fillna(mentions["article_id"]))


def _counted(
    entities: pd.DataFrame, key: str, mentions: pd.DataFrame, taking_part: pd.Series, held: pd.Series
) -> pd.DataFrame:
    """Keep who is mentioned or takes part; count, within the selection, articles and held meetings."""
    kind = {"actor_id": "person", "agency_id": "agency"}[key]
    named = mentions[mentions["kind"] == kind].groupby("ref")["article_id"].nunique()
    met = held.explode().dropna().value_counts()
    counts = {"n_articles": entities[key].map(named), "n_meetings": entities[key].map(met)}
    counted = entities.assign(**{name: values.fillna(0).astype("Int64") for name, values in counts.items()})
    return counted[(counted["n_articles"] > 0) | counted[key].isin(taking_part.explode())]


def _day(value: str | None, name: str) -> pd.Timestamp | None:
    if value is None:
        return None
    try:
        return pd.Timestamp(value)
    except ValueError as error:
        raise InputError(f"{name} is {value!r}, which is no date; write it as 2024-01-31.") from error


def _in_window(start: pd.Series, end: pd.Series, first: pd.Timestamp | None, last: pd.Timestamp | None) -> pd.Series:
    """Tell which spans touch the window; a span without a date is in it only when no limit is given."""
    inside = pd.Series(True, index=start.index)
    if first is not None:
        inside &= end.fillna(start) >= first
    if last is not None:
        inside &= start <= last
    return inside


def _any_of(lists: pd.Series, wanted: Collection[str] | None) -> pd.Series:
    if wanted is None:
        return pd.Series(True, index=lists.index)
    return pd.Series([bool(set(values) & set(wanted)) for values in lists], index=lists.index, dtype=bool)


def _agency_ids(agencies: pd.DataFrame, wanted: Sequence[str] | None) -> set[str] | None:
    if not wanted:
        return None
    keys = {text.casefold() for text in wanted}
    named = agencies[["agency_id", "acronym", "name"]].apply(lambda column: column.str.casefold().isin(keys))
    return set(agencies.loc[named.any(axis=1), "agency_id"])


def _mentioning(mentions: pd.DataFrame, codes: set[str] | None, refs: set[str] | None) -> set[str]:
    chosen: set[str] = set(mentions["article_id"])
    for kind, wanted in (("country", codes), ("agency", refs)):
        if wanted:
            rows = mentions[(mentions["kind"] == kind) & mentions["ref"].isin(wanted)]
            chosen &= set(rows["article_id"])
    return chosen
