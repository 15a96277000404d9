"""The frames of actors and of the roles they had, with the days on which articles told them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ctnews.frames import ACTORS, ROLES, conform
from ctnews.linking.actors import actor_ids_of
from ctnews.linking.names import name_words
from ctnews.linking.rows import by_frequency, records
from ctnews.linking.variants import Record
from ctnews.linking.words import fold

Groups = Sequence[Sequence[Record]]


def actors_frame(groups: Groups, ids: Sequence[str], articles: pd.DataFrame, more: Mapping[str, Any]) -> pd.DataFrame:
    """Give frame `actors`; `more` gives further values by column and actor_id: `n_meetings`, `notes`."""
    article = {row["article_id"]: row for row in records(articles)}
    rows = [
        {"actor_id": key, **_actor(group, article), "other_ids": _other_ids(key, group)}
        | {column: values[key] for column, values in more.items() if key in values}
        for key, group in zip(ids, groups, strict=True)
    ]
    rows = [{"n_meetings": 0, **row} for row in rows]
    return conform(sorted(rows, key=lambda row: (row["name"], row["actor_id"])), ACTORS)


def roles_frame(groups: Groups, ids: Sequence[str], articles: pd.DataFrame) -> pd.DataFrame:
    """Give frame `roles`: every role of every actor, with the first and last article that tells it."""
    article = {row["article_id"]: row for row in records(articles)}
    rows = [row for key, group in zip(ids, groups, strict=True) for row in _roles(key, group, article)]
    return conform(sorted(rows, key=lambda row: (row["actor_id"], str(row["first_seen"] or "9"), row["role"])), ROLES)


def _roles(actor_id: str, group: Sequence[Record], article: Mapping[str, Record]) -> list[dict[str, Any]]:
    told: dict[tuple[str, str | None], list[Record]] = defaultdict(list)
    for record in group:
        if record["role"]:
            told[fold(record["role"]), record["agency_id"]].append(record)
    return [
        {"actor_id": actor_id, "role": by_frequency(row["role"] for row in rows)[0], "agency_id": agency}
        | {"country": next(iter(by_frequency(row["country"] for row in rows if row["country"])), None)}
        | _seen({row["article_id"] for row in rows}, article)
        for (_, agency), rows in told.items()
    ]


def _seen(article_ids: set[str], article: Mapping[str, Record]) -> dict[str, Any]:
    days = sorted(day for key in article_ids if (day := article.get(key, {}).get("published")) is not None)
    first, last = (days[0], days[-1]) if days else (None, None)
    return {"first_seen": first, "last_seen": last, "article_ids": sorted(article_ids)}


def _actor(group: Sequence[Record], article: Mapping[str, Record]) -> dict[str, Any]:
    told_in = {record["article_id"]: article.get(record["article_id"], {}) for record in group}
    sources = [r for r in group if told_in[r["article_id"]].get("duplicate_of") is None] or group
    name = _usual_name(sources)
    seen = _seen(set(told_in), article)
    spelt = [spelling for record in group for spelling in (record["name"], *record["aliases"])]
    return {
        "name": name,
        "aliases": [spelling for spelling in by_frequency(spelt) if spelling != name],
        "country": next(iter(by_frequency(r["country"] for r in sources if r["country"])), None),
        "roles": by_frequency(record["role"] for record in sources if record["role"]),
        "agency_ids": by_frequency(record["agency_id"] for record in sources if record["agency_id"]),
        "first_seen": seen["first_seen"],
        "last_seen": seen["last_seen"],
        "n_articles": len({told_in[key].get("duplicate_of") or key for key in told_in}),
    }


def _usual_name(group: Sequence[Record]) -> str:
    """Give the spelling of most articles; a full name before a single word, then the longer one."""
    articles = Counter(name for name, _ in {(record["name"], record["article_id"]) for record in group})
    ranked = sorted(articles, key=lambda name: (len(name_words(name)) < 2, -articles[name], -len(name), name))
    return str(ranked[0])


def _other_ids(own: str, group: Sequence[Record]) -> list[str]:
    return sorted({actor_ids_of(record)[0] for record in group} - {own})
