"""Accounts of meetings as the gold of a corpus has them, so that linking is measured apart from extraction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from ctnews.frames import AGENCY_MENTIONS, ARTICLES, MEETING_MENTIONS, PEOPLE, conform
from ctnews.linking import Linked, link

Row = dict[str, Any]
SAME_IN_BOTH = (
    "kind",
    "name",
    "ordinal",
    "start",
    "end",
    "granularity",
    "city",
    "country",
    "parties",
    "status",
    "main",
)


def gold_frames(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, dict[str, str]]:
    """Give frames `articles`, `people`, `meeting_mentions` and each account's cluster of a folder with gold."""
    records = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    articles = [{"article_id": r["doc"], "published": r["published"], "lang": r["lang"]} for r in records]
    people = [person for record in records for person in _people(record)]
    ids = {(person["article_id"], person["name"]): person["person_id"] for person in people}
    mentions = [account for record in records for account in _accounts(record, ids)]
    clusters = {row["mention_id"]: row.pop("cluster") for row in mentions}
    return conform(articles, ARTICLES), conform(people, PEOPLE), conform(mentions, MEETING_MENTIONS), clusters


def link_gold(folder: Path) -> tuple[Linked, dict[str, str]]:
    """Link the gold accounts of a folder; give what came of it, and each account's true cluster."""
    articles, people, mentions, clusters = gold_frames(folder)
    return link(articles, people, conform([], AGENCY_MENTIONS), mentions), clusters


def score_pairs(meeting_of: dict[str, str], clusters: dict[str, str]) -> tuple[float, float, float]:
    """Give precision, recall and F1 of the pairs of accounts put together."""
    both = Counter((clusters[key], meeting_of[key]) for key in clusters)
    right = _pairs(both.values())
    found = _pairs(Counter(meeting_of[key] for key in clusters).values())
    true = _pairs(Counter(clusters.values()).values())
    precision, recall = right / found if found else 1.0, right / true if true else 1.0
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _people(record: Row) -> list[Row]:
    return [
        {
            "article_id": record["doc"],
            "person_id": f"{record['doc']}:p{number}",
            "name": person["name"],
            "aliases": person["mentions"],
            "role": person.get("role"),
            "country": person.get("country"),
        }
        for number, person in enumerate(record["people"])
    ]


def _accounts(record: Row, ids: dict[tuple[str, str], str]) -> list[Row]:
    doc = record["doc"]

    def persons(names: list[str]) -> list[str]:
        return [ids[doc, name] for name in names if (doc, name) in ids]

    return [
        {
            **{name: meeting.get(name) for name in SAME_IN_BOTH},
            "article_id": doc,
            "mention_id": f"{doc}:m{number}",
            "participants": persons(meeting.get("participants") or []),
            "chairs": persons(meeting.get("chairs") or []),
            "sentence": meeting.get("sentence"),
            "cluster": meeting.get("cluster") or f"{doc}:m{number}",
        }
        for number, meeting in enumerate(record["meetings"])
    ]
