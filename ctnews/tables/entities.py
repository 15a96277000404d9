"""Tables on actors and agencies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.markup import Html, grid, joined, placed
from ctnews.tables.quotes import Quotes, records

ROLES_SHOWN = 2


def actors(study: Frames, *, limit: int = 40) -> Html:
    """Give the actors by their meetings and articles, with roles, days and sentences."""
    names = agency_names(study)
    quotes = Quotes.of(study)
    rows = [
        {
            "name": row["name"],
            "country": words.country(row["country"]),
            "roles": list(row["roles"])[:ROLES_SHOWN],
            "agencies": [names.get(ref, ref) for ref in row["agency_ids"]],
            "n_meetings": row["n_meetings"],
            "n_articles": row["n_articles"],
            "seen": _seen(row),
            "evidence": quotes.of_entity(row["actor_id"]),
        }
        for row in records(_ranked(study.actors))
    ]
    headings = {
        "name": "Name", "country": "Country", "roles": "Role as printed", "agencies": "Agency",
        "n_meetings": "Meetings", "seen": "Seen", "evidence": "Evidence",
    }  # fmt: skip
    return placed("actors", grid(rows, headings, nothing="No people in this selection.", limit=limit))


def agencies(study: Frames, *, limit: int = 40) -> Html:
    """Give the agencies by their meetings and articles, with sentences."""
    quotes = Quotes.of(study)
    rows = [
        row
        | {
            "country": words.country(row["country"]) or "international",
            "kind": words.kind(row["kind"]),
            "evidence": quotes.of_entity(row["agency_id"]),
        }
        for row in records(_ranked(study.agencies))
    ]
    headings = {
        "name": "Agency", "acronym": "Acronym", "country": "Country", "kind": "Kind",
        "n_meetings": "Meetings", "evidence": "Evidence",
    }  # fmt: skip
    return placed("agencies", grid(rows, headings, nothing="No agencies in this selection.", limit=limit))


def partners(study: Frames, *, limit: int = 30) -> Html:
    """Give the pairs of agencies that took part in the same meetings, most often first."""
    names = agency_names(study)
    pairs = _pairs(study.meetings)
    ordered = [
        {
            "pair": joined(names.get(ref, ref) for ref in pair),
            "n": len(days),
            "first": min(days),
            "last": max(days),
        }
        for pair, days in sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    headings = {"pair": "Agencies", "n": "Dated meetings", "first": "First", "last": "Last"}
    return grid(ordered, headings, nothing="No two agencies are reported at the same dated meeting.", limit=limit)


def agency_names(study: Frames) -> dict[str, str]:
    """Give every agency's acronym, or its name where it has none."""
    short = study.agencies["acronym"].fillna(study.agencies["name"])
    return dict(zip(study.agencies["agency_id"], short, strict=True))


def _pairs(meetings: pd.DataFrame) -> dict[tuple[str, str], list[pd.Timestamp]]:
    pairs: dict[tuple[str, str], list[pd.Timestamp]] = {}
    dated = meetings[meetings["start"].notna() & (meetings["status"] == "held")]
    for refs, start in zip(dated["agencies"], dated["start"], strict=True):
        ordered = sorted(set(refs))
        for position, one in enumerate(ordered):
            for other in ordered[position + 1 :]:
                pairs.setdefault((one, other), []).append(start)
    return pairs


def _ranked(entities: pd.DataFrame) -> pd.DataFrame:
    return entities.sort_values(["n_meetings", "n_articles", "name"], ascending=[False, False, True])


def _seen(row: Mapping[str, Any]) -> str:
    first, last = row["first_seen"], row["last_seen"]
    if pd.isna(first) or pd.isna(last):
        return words.UNDATED
    return f"{first:%Y}" if first.year == last.year else f"{first:%Y}–{last:%Y}"
