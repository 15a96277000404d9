"""A gold case, and what a study found in the same article."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ctnews.errors import InputError
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


def read_cases(folder: Path) -> Iterator[Case]:
    """Give the cases of a folder; raises `InputError` where it has no readable gold."""
    path = folder / "gold.jsonl"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise InputError(f"No gold facts in {folder}: it needs a file gold.jsonl ({error}).") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _case(folder, path, number, line)


def _case(folder: Path, path: Path, number: int, line: str) -> Case:
    try:
        gold: dict[str, Any] = json.loads(line)
        raw = (folder / f"{gold['doc']}.txt").read_text("utf-8", errors="replace")
    except (ValueError, KeyError, OSError) as error:
        raise InputError(f"{path}, line {number}: no gold record with its article beside it ({error!r}).") from error
    return Case(gold["doc"], gold, raw)


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
