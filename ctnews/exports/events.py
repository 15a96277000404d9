"""Meetings, agreements and commitments as PLOVER event records, one JSON object a line.

Names of fields are those of the manual of the Open Event Data Alliance (draft 2.0). All sides of a meeting are `actor`,
a host who is known is `recipient`; what lies ahead is AGREE. PLOVER wants a day: what is known by a month, a year or no
date stands in a file of its own, where `date` is as exact as it is known, or null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from ctnews import lexicon
from ctnews.exports.flat import clean
from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.quotes import records

EVENTS, WITHOUT_A_DAY = "events.plover.jsonl", "events-without-a-day.jsonl"
CODEBOOK = "PLOVER 2.0 (draft)"
Row = Mapping[str, Any]
Event = dict[str, Any]
_ISO = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
_NO_DATE: Row = {"start": None, "end": None, "granularity": "unknown", "parties": []}


def write_events(study: Frames, folder: Path) -> list[str]:
    """Write the events of known days, and all others."""
    for file, dated in ((EVENTS, True), (WITHOUT_A_DAY, False)):
        chosen = [event for event in events(study) if (len(event["date"] or "") == len("2024-01-31")) is dated]
        lines = [json.dumps(event, ensure_ascii=False, sort_keys=True) for event in chosen]
        (folder / file).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return [EVENTS, WITHOUT_A_DAY]


def events(study: Frames) -> list[Event]:
    """Give the events; cancelled meetings are none, for PLOVER has no word for them."""
    accounts: dict[str, Row] = {}
    for row in records(study.meeting_mentions):
        accounts.setdefault(row["meeting_id"], row)
    meeting_of = {row["mention_id"]: row["meeting_id"] for row in records(study.meeting_mentions)}
    meetings = {row["meeting_id"]: row for row in records(study.meetings)}
    articles, contexts = {row["article_id"]: row for row in records(study.articles)}, _contexts(study)
    sectors = {row["agency_id"]: (row["country"], _word("sector", row["kind"])) for row in records(study.agencies)}
    found = [
        _of_meeting(row, accounts.get(ref, {}), [sectors[agency] for agency in row["agencies"] if agency in sectors])
        for ref, row in meetings.items()
        if row["status"] in ("held", "scheduled")
    ]
    found += [_of_agreement(row, articles.get(row["article_id"], {})) for row in records(study.agreements)]
    found += [
        _of_commitment(number, row, meetings.get(meeting_of.get(row["mention_id"], ""), _NO_DATE))
        for number, row in enumerate(records(study.commitments))
    ]
    return [_cited(event, articles.get(event.pop("article_id"), {}), contexts) for event in found]


def _of_meeting(row: Row, account: Row, agencies: list[tuple[Any, str]]) -> Event:
    hosts, guests, mode = _sides(row)
    kind = "AGREE" if row["status"] == "scheduled" else _word("event", row["kind"])
    place = {
        "city": _text(row["city"]),
        "country": words.country(row["country"]),
        "country_code": _code(row["country"]),
    }
    return _event(row["meeting_id"], kind, guests, account.get("article_id"), account.get("sentence")) | {
        "mode": [mode] if mode and kind == "CONSULT" else [],
        "actor": _entities(guests, agencies),
        "recipient": _entities(hosts, agencies),
        "event_loc": {name: value for name, value in place.items() if value} or None,
        "text_info": {"start": int(account["start_char"]), "end": int(account["end_char"])} if account else None,
        "comment": f"{row['kind']}, {row['status']}, confidence {words.confidence(row['confidence'])}",
    } | _dated(row["start"], row["end"], row["granularity"])  # fmt: skip


def _of_agreement(row: Row, article: Row) -> Event:
    printed = article.get("published")
    ahead = bool(not pd.isna(row["signed"]) and not pd.isna(printed) and row["signed"] > printed)
    event = _event(
        row["agreement_id"], "AGREE" if ahead else "SUPPORT", row["parties"], row["article_id"], row["sentence"]
    )
    comment = clean(f"agreement: {row['kind']}, {row['name']}")
    return event | {"comment": comment} | _dated(row["signed"], None, row["granularity"])


def _of_commitment(number: int, row: Row, meeting: Row) -> Event:
    event = _event(
        f"{row['article_id']}-commitment-{number}", "AGREE", meeting["parties"], row["article_id"], row["text"]
    )
    dated = _dated(meeting["start"], meeting["end"], meeting["granularity"])
    return event | {"comment": f"commitment: {row['kind']}"} | dated


def _event(ref: str, kind: str, parties: Iterable[str], article_id: Any, text: Any) -> Event:
    return {
        "id": f"ctnews-{ref}",
        "event": [kind],
        "mode": [],
        "quad_code": int(_word("quad", kind)),
        "actor": _entities(parties, []),
        "recipient": [],
        "event_loc": None,
        "text": _text(text),
        "text_info": None,
        "article_id": article_id,
        "coder": "ctnews",
    }


def _sides(row: Row) -> tuple[list[str], list[str], str | None]:
    """Give hosts, guests and the mode: a visit to one of two sides has a host, any other meeting has none."""
    parties, host, mode = list(row["parties"]), row["country"], _words("mode").get(row["kind"])
    if mode == "visit" and host in parties and len(parties) == 2:
        return [host], [party for party in parties if party != host], mode
    if mode != "visit" and mode:
        return [], parties, mode
    if len(parties) > 2 or any(party not in _codes() for party in parties):
        return [], parties, "multilateral"
    third = isinstance(host, str) and len(parties) == 2 and host not in parties
    return [], parties, "third-party" if third else None


def _entities(parties: Iterable[str], agencies: list[tuple[Any, str]]) -> list[dict[str, str]]:
    """Give each side with its code; the sectors are the government's, and those of its agencies that took part."""
    blocks = []
    for party in parties:
        others = sorted({sector for country, sector in agencies if country == party} - {"GOV"})
        block = {"code": _code(party) or _word("body", party), "entity_text": words.country(party)}
        blocks.append(block | ({"sector": "".join(["GOV", *others[:1]])} if party in _codes() else {}))
    return blocks


def _dated(start: Any, end: Any, granularity: str) -> Event:
    """Give the day, month or year that both ends share, and the last day where it is another."""
    if pd.isna(start):
        return {"date": None, "enddate": None}
    if granularity == "day":
        last = None if pd.isna(end) or end == start else f"{end:%Y-%m-%d}"
        return {"date": f"{start:%Y-%m-%d}", "enddate": last}
    if pd.isna(end):
        return {"date": f"{start:{_ISO.get(granularity, '%Y')}}", "enddate": None}
    shared = (style for style in ("%Y-%m", "%Y") if f"{start:{style}}" == f"{end:{style}}")
    style = next(shared, None)
    return {"date": None if style is None else f"{start:{style}}", "enddate": None}


def _cited(event: Event, article: Row, contexts: Mapping[str, list[str]]) -> Event:
    cited = {
        "corpus": article.get("article_id"),
        "title": article.get("title"),
        "url": article.get("url"),
        "publication": article.get("outlet"),
        "language": article.get("lang"),
        "codebook": CODEBOOK,
    }
    return event | {
        "context": ["diplomatic", "terrorism", *contexts.get(article.get("article_id", ""), [])],
        "cite_info": {name: clean(value) for name, value in cited.items() if isinstance(value, str)},
    }


def _contexts(study: Frames) -> dict[str, list[str]]:
    """Give each article's contexts by the topics that it names."""
    topics = study.mentions[study.mentions["kind"] == "topic"]
    known = topics.assign(context=topics["ref"].map(_words("context"))).dropna(subset="context")
    return {str(article): sorted(set(rows["context"])) for article, rows in known.groupby("article_id")}


def _text(value: Any) -> str:
    return clean(value) if isinstance(value, str) else ""


def _code(country: Any) -> str:
    return _codes().get(country, "") if isinstance(country, str) else ""


def _word(use: str, kind: Any) -> str:
    table = _words(use)
    return table.get(kind, table["other"])


@cache
def _words(use: str) -> dict[str, str]:
    return {row["kind"]: row["plover"] for row in lexicon.table("world/plover") if row["use"] == use}


@cache
def _codes() -> dict[str, str]:
    return {row["code"]: row["alpha3"] for row in lexicon.table("world/country_codes")}
