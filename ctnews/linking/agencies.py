"""Puts the mentions of each agency together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ctnews.frames import AGENCIES, conform
from ctnews.linking.rows import by_frequency, records


def agencies_frame(
    mentions: pd.DataFrame, source_of: Mapping[str, str], meetings_of: Mapping[str, int]
) -> pd.DataFrame:
    """Give frame `agencies` of frame `agency_mentions`.

    `source_of` gives the article that an article is a copy of, or itself; `meetings_of` counts meetings by agency_id.
    """
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in records(mentions):
        groups[mention["agency_id"]].append(mention)
    return conform([_agency(key, groups[key], source_of, meetings_of) for key in sorted(groups)], AGENCIES)


def _agency(
    agency_id: str, mentions: Sequence[dict[str, Any]], source_of: Mapping[str, str], meetings_of: Mapping[str, int]
) -> dict[str, Any]:
    facts = {key: _usual(mentions, key) for key in ("name", "acronym", "country", "kind", "qid")}
    shown = {facts["name"], facts["acronym"]}
    sources = {source_of.get(mention["article_id"], mention["article_id"]) for mention in mentions}
    return {
        "agency_id": agency_id,
        **facts,
        "aliases": [text for text in by_frequency(m["text"] for m in mentions if m["text"]) if text not in shown],
        "n_articles": len(sources),
        "n_meetings": meetings_of.get(agency_id, 0),
    }


def _usual(mentions: Sequence[dict[str, Any]], key: str) -> Any:
    return next(iter(by_frequency(mention[key] for mention in mentions if mention.get(key) is not None)), None)
