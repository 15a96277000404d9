"""The study as FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and the `ftm` tools.

People are `Person`, agencies `PublicBody` or `Organization`, meetings `Event`, articles `Article`; who speaks for an
agency is an `Employment`. A date is as exact as it is known: `2023-05` for a month. Each event's `proof` are the
articles that tell of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from ctnews import lexicon
from ctnews.exports.flat import clean
from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.markup import is_web
from ctnews.tables.quotes import records

ENTITIES = "entities.ftm.json"
Row = Mapping[str, Any]
Entity = dict[str, Any]
_ISO = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def write_entities(study: Frames, folder: Path) -> list[str]:
    """Write the entities, a line each."""
    lines = [json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in entities(study)]
    (folder / ENTITIES).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return [ENTITIES]


def entities(study: Frames) -> Iterator[Entity]:
    """Give all entities; one refers only to those that are there."""
    people, agencies = set(study.actors["actor_id"]), set(study.agencies["agency_id"])
    for row in records(study.articles):
        yield _article(row)
    for row in records(study.agencies):
        yield _agency(row)
    for row in records(study.actors):
        yield _person(row)
        for agency in row["agency_ids"]:
            if agency in agencies:
                yield _employment(row, agency)
    sentences = _sentences(study)
    for row in records(study.meetings):
        yield _meeting(row, people | agencies, set(study.articles["article_id"]), sentences.get(row["meeting_id"], []))


def _article(row: Row) -> Entity:
    return _entity(
        row["article_id"], "Article",
        title=row["title"] if isinstance(row["title"], str) else row["source"],
        fileName=row["source"], publisher=row["outlet"], author=row["author"], language=_languages().get(row["lang"]),
        sourceUrl=row["url"] if is_web(row["url"]) else None, publishedAt=_iso(row["published"], "day"),
    )  # fmt: skip


def _agency(row: Row) -> Entity:
    schema = "PublicBody" if isinstance(row["country"], str) else "Organization"
    return _entity(
        row["agency_id"], schema, name=row["name"], weakAlias=row["acronym"], alias=row["aliases"],
        country=_lower(row["country"]), wikidataId=row["qid"], topics="gov" if schema == "PublicBody" else "gov.igo",
    )  # fmt: skip


def _person(row: Row) -> Entity:
    return _entity(
        row["actor_id"], "Person", name=row["name"], alias=row["aliases"], country=_lower(row["country"]),
        position=row["roles"],
    )  # fmt: skip


def _employment(row: Row, agency: str) -> Entity:
    return _entity(
        f"{row['actor_id']}-{agency}", "Employment", employee=_id(row["actor_id"]), employer=_id(agency),
        role=row["roles"][:1],
    )  # fmt: skip


def _meeting(row: Row, known: set[str], articles: set[str], sentences: list[str]) -> Entity:
    name = (
        row["name"] if isinstance(row["name"], str) else f"{words.kind(row['kind'])}, {words.parties(row['parties'])}"
    )
    place = [part for part in (row["city"], words.country(row["country"])) if isinstance(part, str) and part]
    return _entity(
        row["meeting_id"], "Event", name=name, startDate=_iso(row["start"], row["granularity"]),
        endDate=_iso(row["end"], row["granularity"]), location=", ".join(place),
        country=[_lower(code) for code in row["parties"] if len(code) == len("ID")],
        involved=[_id(ref) for ref in (*row["participants"], *row["agencies"]) if ref in known],
        proof=[_id(ref) for ref in row["article_ids"] if ref in articles],
        summary=f"{words.kind(row['kind'])}, {row['status']}", description=sentences,
    )  # fmt: skip


def _sentences(study: Frames) -> dict[str, list[str]]:
    told = study.meeting_mentions.dropna(subset=["sentence", "meeting_id"])
    return {str(meeting): list(dict.fromkeys(rows["sentence"])) for meeting, rows in told.groupby("meeting_id")}


def _entity(ref: str, schema: str, **properties: Any) -> Entity:
    """Give an entity whose properties are lists of texts, without those that have none."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    texts = {
        name: [clean(value) for value in values if isinstance(value, str) and value] for name, values in listed.items()
    }
    return {"id": _id(ref), "schema": schema, "properties": {name: values for name, values in texts.items() if values}}


def _id(ref: str) -> str:
    return f"ctnews-{ref}"


def _iso(day: Any, granularity: str) -> str | None:
    return None if pd.isna(day) else f"{day:{_ISO.get(granularity, '%Y')}}"


@cache
def _languages() -> dict[str, str]:
    return {row["code"]: row["alpha3"] for row in lexicon.table("world/language_codes")}


def _lower(code: Any) -> str | None:
    return code.lower() if isinstance(code, str) else None
