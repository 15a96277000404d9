"""Tables on meetings, their series and the days between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ctnews.selection import Frames, last_day
from ctnews.tables import words
from ctnews.tables.markup import Html, grid, joined, placed, stacked
from ctnews.tables.quotes import Quotes, records

STATES = {
    "announced": "next meeting announced",
    "on_course": "on course",
    "later_than_90": "later than 90 % of comparable series",
    "past_announced": "announced day passed, no report seen in this corpus",
    "too_few": "too few meetings to estimate",
}


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


def series(study: Frames) -> Html:
    """Give the series with their cadence: meetings held, median gap, what is due, numbers missing."""
    rows = [_series(row) for row in records(study.series.sort_values("last", ascending=False, kind="stable"))]
    headings = {
        "name": "Series", "n_meetings": "Held", "last": "Last held", "median": "Median gap",
        "stated": "Said to meet", "next": "Next", "state": "State", "missing": "Numbers not seen",
    }  # fmt: skip
    return grid(rows, headings, nothing="No series in this selection.")


def gaps(study: Frames) -> Html:
    """Give the days between one dated meeting of a series and the next, and since the last one."""
    today = last_day(study)
    rows = [
        {
            "name": series_name(row),
            "gaps": [int(gap) for gap in row["gaps_days"]],
            "median": None if pd.isna(row["median_gap_days"]) else round(row["median_gap_days"]),
            "open": open_gap(row["last"], today),
        }
        for row in records(study.series)
    ]
    headings = {
        "name": "Series", "gaps": "Days between meetings", "median": "Median",
        "open": "Days since, to the corpus’ end",
    }  # fmt: skip
    return grid(rows, headings, nothing="No series in this selection.")


def announced(study: Frames) -> Html:
    """Give the meetings that are scheduled or were cancelled, with the sentences."""
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
    return grid(rows, headings, nothing="No announced or cancelled meetings in this selection.")


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


def open_gap(last: Any, today: pd.Timestamp | None) -> int | None:
    """Give the days from a series' last meeting to the last day of the corpus."""
    if today is None or pd.isna(last) or last > today:
        return None
    return int((today - last).days)


def series_name(row: Mapping[str, Any]) -> str:
    """Give a series' name, or its kind and parties where no article names it."""
    if isinstance(row["name"], str):
        return row["name"]
    return f"{words.kind(row['kind'])} of {words.parties(row['parties'])}"


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


def _series(row: Mapping[str, Any]) -> dict[str, Any]:
    median = row["median_gap_days"]
    return {
        "name": series_name(row),
        "n_meetings": row["n_meetings"],
        "last": words.day(row["last"]),
        "median": None if pd.isna(median) else words.duration(median),
        "stated": row["stated_cadence"],
        "next": expected(row),
        "state": STATES.get(row["state"], words.kind(row["state"])),
        "missing": [str(number) for number in row["missing_ordinals"]],
    }


def expected(row: Mapping[str, Any]) -> str | None:
    """Give when a series meets next: as announced, else when 8 of 10 comparable series would."""
    if not pd.isna(row["next_announced"]):
        return f"announced for {words.span(row['next_announced'], row['next_announced'], row['next_granularity'])}"
    if pd.isna(row["next_low"]) or pd.isna(row["next_high"]):
        return None
    return f"{row['next_low']:%b %Y} – {row['next_high']:%b %Y} expected"
