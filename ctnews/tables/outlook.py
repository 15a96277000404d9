"""What a principal asks first: what was reported last, what is due, what slipped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ctnews.selection import Frames, last_day
from ctnews.tables import words
from ctnews.tables.markup import Html, grid, placed
from ctnews.tables.quotes import Quotes, records
from ctnews.tables.series import series_name

Row = Mapping[str, Any]
EXPECTED = ("on_course", "later_than_90")
LATE = "later_than_90"


def latest(study: Frames, *, limit: int = 5) -> Html:
    """Give the meetings held last, up to the corpus' last day, with the sentences."""
    quotes = Quotes.of(study)
    rows = [_row(row, quotes, quotes.sources(row)) for row in held_last(study)]
    headings = {"when": "When", "name": "Meeting", "parties": "Parties", "note": "Told by", "evidence": "Evidence"}
    return placed("latest", grid(rows, headings, nothing="No dated meetings held in this selection.", limit=limit))


def due(study: Frames, *, limit: int = 6) -> Html:
    """Give what is announced or expected after the corpus' last day, soonest first, with the sentences."""
    quotes = Quotes.of(study)
    rows = [_row(row, quotes, row["basis"]) for row in upcoming(study)]
    headings = {"when": "When", "name": "Meeting", "parties": "Parties", "note": "Because", "evidence": "Evidence"}
    said = f"Nothing is announced or expected after {words.day(last_day(study))}."
    return placed("due", grid(rows, headings, nothing=said, limit=limit))


def slipped(study: Frames, *, limit: int = 6) -> Html:
    """Give what was announced or usual and is not seen to have happened, latest first, with the sentences."""
    quotes = Quotes.of(study)
    rows = [_row(row, quotes, row["basis"]) for row in overdue(study)]
    headings = {"when": "When", "name": "Meeting", "parties": "Parties", "note": "What is seen", "evidence": "Evidence"}
    said = "No announced meeting passed without a report, and none was cancelled."
    return placed("slipped", grid(rows, headings, nothing=said, limit=limit))


def held_last(study: Frames) -> list[dict[str, Any]]:
    """Give the dated meetings held, latest first; none after the corpus' last day."""
    meetings, today = study.meetings, last_day(study)
    known = meetings[(meetings["status"] == "held") & meetings["start"].notna()]
    if today is not None:
        known = known[known["start"] <= today]
    return records(known.sort_values(["start", "meeting_id"], ascending=False))


def upcoming(study: Frames) -> list[dict[str, Any]]:
    """Give meetings scheduled for after the corpus' last day, and series expected then, soonest first."""
    today = last_day(study)
    if today is None:
        return []
    scheduled = [
        row | {"basis": "announced", "of": row["meeting_id"]}
        for row in records(_scheduled(study))
        if not pd.isna(row["start"]) and _end(row) >= today
    ]
    told = {row["series_id"] for row in scheduled if isinstance(row["series_id"], str)}
    expected = [
        _of_series(row, study, row["next_low"], f"between {row['next_low']:%B %Y} and {row['next_high']:%B %Y}")
        | {"basis": f"8 of 10 series like it meet then; {_rhythm(row)}"}
        for row in records(study.series[study.series["state"].isin(EXPECTED)])
        if row["series_id"] not in told and not pd.isna(row["next_high"]) and row["next_high"] >= today
    ]
    return sorted([*scheduled, *expected], key=lambda row: (row["start"], row["of"]))


def overdue(study: Frames) -> list[dict[str, Any]]:
    """Give announced meetings that no report tells of as held, cancelled ones, and series later than usual."""
    today = last_day(study)
    if today is None:
        return []
    held = records(study.meetings[(study.meetings["status"] == "held") & study.meetings["start"].notna()])
    passed = [
        row | {"basis": "not reported as held", "of": row["meeting_id"]}
        for row in records(_scheduled(study))
        if not pd.isna(row["start"]) and _end(row) < today and not any(_instead(row, one) for one in held)
    ]
    cancelled = [
        row | {"basis": row["status"], "of": row["meeting_id"]}
        for row in records(study.meetings[study.meetings["status"].isin(("cancelled", "postponed"))])
    ]
    late = [
        _of_series(row, study, row["last"], f"last {words.day(row['last'])}")
        | {"basis": f"9 of 10 series like it would have met again; {_rhythm(row)}"}
        for row in records(study.series[study.series["state"] == LATE])
    ]
    everything = [*passed, *cancelled, *late]
    known = [row for row in everything if not pd.isna(row["start"])]
    return sorted(known, key=lambda row: (row["start"], row["of"]), reverse=True) + [
        row for row in everything if pd.isna(row["start"])
    ]


def _scheduled(study: Frames) -> pd.DataFrame:
    return study.meetings[study.meetings["status"] == "scheduled"]


def _instead(announced: Row, held: Row) -> bool:
    """Tell whether a meeting held since then is of the same series, or of the same kind and parties."""
    if held["start"] < announced["start"]:
        return False
    if isinstance(announced["series_id"], str):
        return bool(held["series_id"] == announced["series_id"])
    return held["kind"] == announced["kind"] and set(announced["parties"]) <= set(held["parties"])


def _of_series(series: Row, study: Frames, start: Any, when: str) -> dict[str, Any]:
    """Give a series as a row whose evidence is the last meeting that is reported of it."""
    meetings = study.meetings[study.meetings["series_id"] == series["series_id"]]
    ordered = meetings.sort_values("start", na_position="first")
    last = ordered["meeting_id"].iloc[-1] if len(ordered) else ""
    return {"name": series_name(series), "parties": series["parties"], "start": start, "when": when, "of": last}


def _rhythm(series: Row) -> str:
    if pd.isna(series["median_gap_days"]):
        return f"{words.count(series['n_meetings'], 'meeting')} seen"
    return f"median gap {words.duration(series['median_gap_days'])}"


def _row(row: Row, quotes: Quotes, note: str) -> dict[str, Any]:
    name = row["name"] if isinstance(row["name"], str) else words.kind(row["kind"])
    return {
        "when": row["when"] if "when" in row else words.span(row["start"], row["end"], row["granularity"]),
        "name": name,
        "parties": words.parties(row["parties"]),
        "note": note,
        "evidence": quotes.of_meeting(row["of"] if "of" in row else row["meeting_id"]),
    }


def _end(row: Row) -> pd.Timestamp:
    return pd.Timestamp(row["start"] if pd.isna(row["end"]) else row["end"])
