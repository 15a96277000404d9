"""Meetings as a calendar (RFC 5545): only those whose days are known; what is merely announced is tentative."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from ctnews.exports.flat import clean, write_csv
from ctnews.selection import Frames, last_day
from ctnews.tables import words
from ctnews.tables.markup import is_web
from ctnews.tables.quotes import records

if TYPE_CHECKING:
    from icalendar import Event

CALENDAR, WITHOUT_A_DAY = "meetings.ics", "meetings-without-a-day.csv"
STATUS = {"held": "CONFIRMED", "scheduled": "TENTATIVE", "postponed": "CANCELLED", "cancelled": "CANCELLED"}
SENTENCES = 5


def write_calendar(study: Frames, folder: Path) -> list[str]:
    """Write meetings of known days as `meetings.ics`, and all others, which stand on no day, as CSV."""
    from icalendar import Calendar

    meetings = study.meetings.sort_values(["start", "meeting_id"], kind="stable")
    dated = (meetings["granularity"] == "day") & meetings["start"].notna()
    calendar = Calendar()
    calendar.add("prodid", "-//ctnews//meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(f"Meetings: {study.path.name}"))
    calendar.add("x-wr-caldesc", _told(int(dated.sum()), int((~dated).sum())))
    accounts = _accounts(study)
    for row in records(meetings[dated]):
        calendar.add_component(_event(row, accounts.get(row["meeting_id"], []), _stamp(study)))
    (folder / CALENDAR).write_bytes(calendar.to_ical())
    columns = ["meeting_id", "name", "kind", "start", "end", "granularity", "parties", "status"]
    write_csv(meetings.loc[~dated, columns], folder / WITHOUT_A_DAY)
    return [CALENDAR, WITHOUT_A_DAY]


def _event(row: dict[str, Any], accounts: list[dict[str, Any]], stamp: datetime) -> Event:
    from icalendar import Event

    end = row["start"] if pd.isna(row["end"]) else row["end"]
    event = Event()
    event.add("uid", f"{row['meeting_id']}@ctnews")
    event.add("dtstamp", stamp)
    event.add("dtstart", row["start"].date())
    event.add("dtend", end.date() + timedelta(days=1))  # the day after the last one, as the standard has it
    event.add("summary", clean(_summary(row)))
    event.add("status", STATUS.get(row["status"], "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [words.kind(row["kind"])])
    place = [part for part in (row["city"], words.country(row["country"])) if isinstance(part, str) and part]
    if place:
        event.add("location", clean(", ".join(place)))
    event.add("description", clean(_description(row, accounts)))
    address = next((account["url"] for account in accounts if is_web(account["url"])), None)
    if address is not None:
        event.add("url", "".join(clean(address).split()))
    return event


def _summary(row: dict[str, Any]) -> str:
    name = row["name"] if isinstance(row["name"], str) else words.kind(row["kind"])
    return f"{name} ({words.parties(row['parties'])})" if row["parties"] else name


def _description(row: dict[str, Any], accounts: list[dict[str, Any]]) -> str:
    """Give what is known, where sources disagree, and the first sentences that say so."""
    said = [f"{words.kind(row['kind'])}, {row['status']}; confidence {words.confidence(row['confidence'])}."]
    said += [f"Sources disagree: {one['field']} {one['value']} ({one['article_id']})." for one in row["conflicts"]]
    for account in accounts[:SENTENCES]:
        source = ", ".join(part for part in (account["title"], account["outlet"]) if isinstance(part, str))
        said.append(f"“{account['sentence']}” ({source or account['article_id']}, {words.day(account['published'])})")
    return "\n\n".join(said)


def _accounts(study: Frames) -> dict[str, list[dict[str, Any]]]:
    told = study.meeting_mentions[["meeting_id", "article_id", "sentence"]].merge(
        study.articles[["article_id", "title", "outlet", "url", "published"]], on="article_id"
    )
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in records(told):
        groups.setdefault(row["meeting_id"], []).append(row)
    return groups


def _stamp(study: Frames) -> datetime:
    """Give the corpus' last day as the time of writing, so that one study gives one file."""
    latest = last_day(study)
    return datetime(1970, 1, 1, tzinfo=UTC) if latest is None else latest.to_pydatetime().replace(tzinfo=UTC)


def _told(dated: int, others: int) -> str:
    return (
        f"{words.count(dated, 'meeting')}; {others:,} more are known by a month, a year or no date and stand on no day."
    )
