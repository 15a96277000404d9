"""Tables on meetings: when, where, who, and where the articles disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.markup import Html, grid, joined, placed, stacked
from ctnews.tables.quotes import Quotes, records


def meetings(study: Frames, *, limit: int = 100) -> Html:
    """Give the meetings, latest first, with place, parties, status and sentences."""
    quotes = Quotes.of(study)
    ordered = study.meetings.sort_values("start", ascending=False, na_position="last", kind="stable")
    rows = [_meeting(row, quotes) for row in records(ordered)]
    headings = {
        "when": "When", "name": "Meeting", "parties": "Parties", "place": "Place", "status": "Status",
        "sources": "Told by", "confidence": "Confidence", "evidence": "Evidence",
    }  # fmt: skip
    return grid(rows, headings, nothing="No meetings in this selection.", limit=limit)


def announced(study: Frames) -> Html:
    """Give the meetings that are scheduled, were put off or cancelled, with the sentences."""
    quotes = Quotes.of(study)
    chosen = study.meetings[study.meetings["status"] != "held"].sort_values("start", kind="stable")
    rows = [_meeting(row, quotes) for row in records(chosen)]
    headings = {
        "when": "When",
        "name": "Meeting",
        "status": "Status",
        "parties": "Parties",
        "sources": "Told by",
        "evidence": "Evidence",
    }
    return grid(rows, headings, nothing="No announced, postponed or cancelled meetings in this selection.")


def conflicts(study: Frames, *, limit: int = 200) -> Html:
    """Give every fact on which the articles disagree, what each says beside the others."""
    quotes = Quotes.of(study)
    rows = []
    for meeting in records(study.meetings.sort_values("start", ascending=False, na_position="last", kind="stable")):
        for field in dict.fromkeys(row["field"] for row in meeting["conflicts"]):
            told = [row for row in meeting["conflicts"] if row["field"] == field]
            claims = [_claim(value, told, quotes) for value in dict.fromkeys(row["value"] for row in told)]
            rows.append(_named(meeting) | {"field": words.kind(field), "told": stacked(claims)})
    headings = {"name": "Meeting", "when": "When", "field": "Fact", "told": "Told as"}
    nothing = "The articles do not disagree on any meeting in this selection."
    return placed("disagreements", grid(rows, headings, nothing=nothing, limit=limit))


def _claim(value: str, told: Sequence[Mapping[str, Any]], quotes: Quotes) -> Html:
    """Give one reading of a fact with the articles that have it."""
    articles = [quotes.article(row["article_id"]) for row in told if row["value"] == value]
    return joined([f"{value}:", joined(articles, "; ")], " ")


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    name = row["name"] if isinstance(row["name"], str) else words.kind(row["kind"])
    number = "" if pd.isna(row["ordinal"]) else f" (no. {row['ordinal']})"
    return {"name": f"{name}{number}", "when": words.span(row["start"], row["end"], row["granularity"])}


def _meeting(row: Mapping[str, Any], quotes: Quotes) -> dict[str, Any]:
    place = [part for part in (row["city"], words.country(row["country"])) if isinstance(part, str) and part]
    return _named(row) | {
        "parties": words.parties(row["parties"]),
        "place": ", ".join(place) or None,
        "status": row["status"],
        "sources": quotes.sources(row),
        "confidence": words.confidence(row["confidence"]),
        "evidence": quotes.of_meeting(row["meeting_id"]),
    }
