"""A gold case, and what a study found in the same article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ctnews.scoring.compare import is_null, listed

if TYPE_CHECKING:
    from ctnews.study import Study

Record = dict[Any, Any]


@dataclass(frozen=True)
class Case:
    """The gold facts of one article and its raw text."""

    doc: str
    gold: dict[str, Any]
    raw: str


@dataclass
class Prediction:
    """What a study has of one article."""

    article: Record | None = None
    people: list[Record] = field(default_factory=list)
    agencies: list[Record] = field(default_factory=list)
    meetings: list[Record] = field(default_factory=list)


def predictions(study: Study) -> dict[str, Prediction]:
    """Give what the study found, by the name of the article's file without its ending."""
    actors = {row["actor_id"]: row for row in study.actors.to_dict("records")}
    agencies = {row["agency_id"]: row for row in study.agencies.to_dict("records")}
    mentions = _by_article(study.mentions.to_dict("records"))
    meetings = _by_article(study.meeting_mentions.to_dict("records"))
    found = {}
    for article in study.articles.to_dict("records"):
        own = mentions[article["article_id"]]
        found[PurePosixPath(str(article["source"])).stem] = Prediction(
            article,
            _people([m for m in own if m["kind"] == "person"], actors),
            _agencies([m for m in own if m["kind"] == "agency"], agencies),
            [_named(meeting, actors) for meeting in meetings[article["article_id"]]],
        )
    return found


def _by_article(rows: list[Record]) -> dict[str, list[Record]]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[row["article_id"]].append(row)
    return grouped


def _key(mention: Record) -> str:
    return str(mention["text"] if is_null(mention["ref"]) else mention["ref"])


def _people(mentions: list[Record], actors: dict[Any, Record]) -> list[Record]:
    """Give one record a person, with every spelling in the article."""
    people: dict[str, Record] = {}
    for mention in mentions:
        blank = {"name": mention["text"], **actors.get(mention["ref"], {}), "spelt": set()}
        people.setdefault(_key(mention), blank)["spelt"].add(mention["text"])
    return list(people.values())


def _agencies(mentions: list[Record], agencies: dict[Any, Record]) -> list[Record]:
    found: dict[str, Record] = {}
    for mention in mentions:
        found.setdefault(_key(mention), {"text": mention["text"], **agencies.get(mention["ref"], {})})
    return list(found.values())


def _named(meeting: Record, actors: dict[Any, Record]) -> Record:
    names = [actors.get(key, {"name": key}).get("name") or "" for key in listed(meeting["participants"])]
    return {**meeting, "participants": names}
