"""A small study, written by hand with the frames' own schemas: every kind of trouble a report has to show."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

from ctnews import storage
from ctnews.frames import STUDY_FRAMES, conform
from ctnews.study import FORMAT

HOSTILE_TITLE = '<script>alert(1)</script> "quotes" & $5 to $6'
HOSTILE_URL = 'javascript:alert("x")'
BREAKING_URL = 'https://example.org/a"onmouseover="alert(1)'
RTL_NAME = "محمد الأمين"
EMOJI_NAME = "Jo 🕊️ Marsh"
MARKUP_NAME = "<img src=x onerror=alert(1)>"

SERIES = {
    "s-au-id": ("Australia-Indonesia Joint Working Group on Counter-Terrorism", ["AU", "ID"]),
    "s-jp-ph": ("Japan-Philippines Counter-Terrorism Consultations", ["JP", "PH"]),
    "s-asean": ("Senior Officials Meeting on Transnational Crime", ["ASEAN"]),
}
# meeting, series, ordinal, start, end, granularity, city, country, status
MEETINGS = [
    ("m01", "s-au-id", 1, "2017-02-07", "2017-02-08", "day", "Jakarta", "ID", "held"),
    ("m02", "s-au-id", 2, "2018-08-21", "2018-08-21", "day", "Canberra", "AU", "held"),
    ("m03", "s-au-id", 3, "2020-03-01", "2020-03-31", "month", "Jakarta", "ID", "cancelled"),
    ("m04", "s-au-id", 4, "2021-06-15", "2021-06-16", "day", None, None, "held"),
    ("m05", "s-au-id", 5, "2023-05-18", "2023-05-19", "day", "Semarang", "ID", "held"),
    ("m06", "s-au-id", 6, "2024-11-12", "2024-11-12", "day", "Perth", "AU", "scheduled"),
    ("m07", "s-jp-ph", None, "2019-01-01", "2019-12-31", "year", "Tokyo", "JP", "held"),
    ("m08", "s-jp-ph", None, "2021-10-05", "2021-10-05", "day", "Manila", "PH", "held"),
    ("m09", "s-asean", 20, "2020-11-24", "2020-11-26", "day", "Hanoi", "VN", "held"),
    ("m10", "s-asean", 21, "2021-09-29", "2021-09-29", "day", "Bandar Seri Begawan", "BN", "held"),
    ("m11", "s-asean", 23, "2023-06-20", "2023-06-22", "day", "Jakarta", "ID", "held"),
    ("m12", None, None, None, None, "unknown", None, None, "held"),
]
AGENCIES = [
    ("id-bnpt", "National Counter Terrorism Agency", "BNPT", "ID", "counter_terrorism"),
    ("au-dfat", "Department of Foreign Affairs and Trade", "DFAT", "AU", "foreign"),
    ("jp-mofa", "Ministry of Foreign Affairs", "MOFA", "JP", "foreign"),
    ("ph-atc", "Anti-Terrorism Council", "ATC", "PH", "counter_terrorism"),
    ("asean", "Association of Southeast Asian Nations", "ASEAN", None, "body"),
]
HOSTILE_MOU = '<img src=x onerror=alert(1)> "MoU" on $5 to $6 🕊️'
# number of the article, kind, name, parties, signed, granularity
AGREEMENTS = [
    (1, "mou", HOSTILE_MOU, ["AU", "ID"], "2017-02-08", "day"),
    (2, "mou", "MoU)", ["ID", "AU"], "2017-02-08", "day"),
    (14, "mou", "a copy’s MoU", ["AU", "ID"], "2017-02-08", "day"),
    (3, "treaty", RTL_NAME, ["JP", "PH"], None, "unknown"),
    (8, "protocol", "=cmd|' /C calc'!A0", ["AU", "ID"], "2030-10-01", "quarter"),
    (9, "declaration", "Declaration", [], "2019-11-01", "month"),
]
# number of the article, kind; the words are its second sentence
COMMITMENTS = [(0, "next_meeting"), (1, "training"), (4, "information_exchange"), (11, "other"), (14, "training")]
TOPICS = ["online", "financing", "capacity_building", "human_rights"]
NAMES = [
    "Rahmat Hidayatullah", "Ellen Whitcombe", EMOJI_NAME, RTL_NAME, MARKUP_NAME, "Kenji Moriyama",
    "Luz Villareal", "Tran Van Hai", "Siti Aminah", "Peter O'Dowd", "Bagus Wirawan", "Maria Santos",
    "Hiroko Endo", "Awang Ismail", "Carla Reyes", "Dian Pertiwi", "Noor Haslina", "Tom Baxter",
    "Yusuf Karim", "Anh Nguyen",
]  # fmt: skip
_HOMES = ["id-bnpt", "au-dfat", "jp-mofa", "ph-atc", "asean"]


def write_study(folder: Path) -> Path:
    """Write the study and give its path."""
    _store(folder, frames())
    return folder


def write_empty_study(folder: Path) -> Path:
    """Write a study that holds no rows at all."""
    _store(folder, {})
    return folder


def _store(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> None:
    tables = {contract.name: conform(rows.get(contract.name, []), contract) for contract in STUDY_FRAMES}
    storage.write(folder, tables, {"format": FORMAT, "inputs": ["corpus"]})


def frames() -> dict[str, list[dict[str, Any]]]:
    articles = [_article(number) for number in range(15)]
    mentions = [_account(meeting, number) for number, meeting in enumerate(MEETINGS)]
    mentions.append(_account(MEETINGS[4], 13) | {"city": "Solo", "sentence": "The talks took place in Solo."})
    return {
        "articles": articles,
        "passages": [passage for article in articles for passage in _passages(article)],
        "actors": [_actor(number) for number in range(len(NAMES))],
        "agencies": [_agency(row) for row in AGENCIES],
        "mentions": _named(articles),
        "meeting_mentions": mentions,
        "meetings": [_meeting(row, number) for number, row in enumerate(MEETINGS)],
        "series": [_series(series_id) for series_id in SERIES],
        "agreements": [_agreement(*row) for row in AGREEMENTS],
        "commitments": [_commitment(*row) for row in COMMITMENTS],
        "rejects": [
            {"source": "a/empty.txt", "reason": "empty", "detail": "The file holds no text."},
            {"source": "a/<b>.pdf", "reason": "format", "detail": "No reader for .pdf files."},
        ],
    }


def _article(number: int) -> dict[str, Any]:
    published = pd.Timestamp("2017-02-10") + pd.DateOffset(months=6 * number)
    url = {3: HOSTILE_URL, 4: BREAKING_URL}.get(number, f"https://example.org/{number}")
    return {
        "article_id": f"a{number:015d}",
        "source": f"a/{number}.txt",
        "url": url,
        "outlet": f"Outlet {number % 4}",
        "title": HOSTILE_TITLE if number == 3 else f"Delegations meet on counter-terrorism, {number}",
        "text": f"{_sentence(number)} A second sentence says more.",
        "lang": "id" if number % 5 == 0 else "en",
        "published": None if number == 7 else published,
        "published_basis": None if number == 7 else "metadata",
        "published_first": None if number == 7 else published,
        "published_last": None if number == 7 else published,
        "relevance": 0.9,
        "duplicate_of": "a" + "0" * 14 + "1" if number == 14 else None,
    }


def _sentence(number: int) -> str:
    return f"Officials of the BNPT met their counterparts <b>again</b> in session {number} for $5 to $6."


def _passages(article: dict[str, Any]) -> list[dict[str, Any]]:
    labels = ["title", "dateline", "body", "menu", "related"]
    return [
        {
            "article_id": article["article_id"],
            "passage": i,
            "start": i,
            "end": i + 1,
            "label": label,
            "text": "x",
        }
        for i, label in enumerate(labels)
    ]


def _actor(number: int) -> dict[str, Any]:
    home = _HOMES[number % 5]
    return {
        "actor_id": f"p{number:02d}",
        "name": NAMES[number],
        "aliases": [NAMES[number].split()[0]],
        "country": next(row[3] for row in AGENCIES if row[0] == home),
        "roles": ["Deputy for International Cooperation"],
        "agency_ids": [home],
        "first_seen": pd.Timestamp("2018-01-01"),
        "last_seen": pd.Timestamp("2023-06-01"),
        "n_articles": len([n for n in range(15) if n % 20 == number or (n + 1) % 20 == number]),
        "n_meetings": len([n for n in range(12) if f"p{number:02d}" in _participants(n)]),
    }


def _participants(number: int) -> list[str]:
    return sorted({"p00", f"p{number % 20:02d}", f"p{(number + 1) % 20:02d}", f"p{(number * 3) % 20:02d}"})


def _agency(row: tuple[Any, ...]) -> dict[str, Any]:
    agency_id, name, acronym, country, kind = row
    return {
        "agency_id": agency_id, "name": name, "acronym": acronym, "aliases": [], "country": country,
        "kind": kind,        "n_articles": 5, "n_meetings": 4,
    }  # fmt: skip


def _named(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for number, article in enumerate(articles):
        base = {"article_id": article["article_id"], "sentence": _sentence(number)}
        rows.append(base | {"kind": "agency", "start": 17, "end": 21, "text": "BNPT", "ref": "id-bnpt"})
        rows.append(base | {"kind": "topic", "start": 0, "end": 9, "text": "x", "ref": TOPICS[number % 4]})
        rows.append(base | {"kind": "person", "start": 0, "end": 9, "text": "Officials", "ref": f"p{number:02d}"})
        rows.append(
            base | {"kind": "country", "start": 0, "end": 9, "text": "x", "ref": ["ID", "AU", "JP"][number % 3]}
        )
    return rows


def _agreement(
    number: int, kind: str, name: str, parties: list[str], signed: str | None, granularity: str
) -> dict[str, Any]:
    return {
        "agreement_id": f"a{number:015d}:a0", "article_id": f"a{number:015d}", "kind": kind, "name": name,
        "parties": parties, "signed": pd.Timestamp(signed) if signed else None, "granularity": granularity,
        "sentence": _sentence(number), "start": 17, "end": 21,
    }  # fmt: skip


def _commitment(number: int, kind: str) -> dict[str, Any]:
    start = len(_sentence(number)) + 1
    return {
        "article_id": f"a{number:015d}", "mention_id": f"a{number:015d}-0", "kind": kind, "text": "A second sentence",
        "start": start, "end": start + len("A second sentence"),
    }  # fmt: skip


def _facts(row: tuple[Any, ...], number: int) -> dict[str, Any]:
    meeting_id, series_id, ordinal, start, end, granularity, city, country, status = row
    name, parties = SERIES.get(series_id, ("Courtesy call", ["ID", "GB"]))
    home = {
        "s-au-id": ["id-bnpt", "au-dfat"],
        "s-jp-ph": ["jp-mofa", "ph-atc"],
        "s-asean": ["asean", "id-bnpt"],
    }
    return {
        "meeting_id": meeting_id,
        "kind": "joint_working_group" if series_id else "courtesy_call",
        "name": name,
        "ordinal": ordinal,
        "start": pd.Timestamp(start) if start else None,
        "end": pd.Timestamp(end) if end else None,
        "granularity": granularity,
        "city": city,
        "country": country,
        "parties": parties,
        "status": status,
        "participants": _participants(number),
        "chairs": _participants(number)[:1],
        "agencies": home.get(series_id, ["id-bnpt"]),
        "confidence": 0.4 if series_id is None else 0.85,
    }


def _account(row: tuple[Any, ...], number: int) -> dict[str, Any]:
    sentence = _sentence(number)
    return _facts(row, number) | {
        "article_id": f"a{number:015d}",
        "mention_id": f"a{number:015d}-0",
        "main": True,
        "sentence": sentence,
        "start_char": 0,
        "end_char": len(sentence),
        "rule": "fixture",
    }


def _meeting(row: tuple[Any, ...], number: int) -> dict[str, Any]:
    articles = [f"a{number:015d}"] + (["a" + "0" * 13 + "13"] if row[0] == "m05" else [])
    conflicts = []
    if row[0] == "m05":
        conflicts = [
            {"field": "city", "value": "Semarang", "article_id": articles[0]},
            {"field": "city", "value": "Solo", "article_id": articles[1]},
        ]
    return _facts(row, number) | {
        "series_id": row[1],
        "n_articles": len(articles),
        "n_sources": len(articles),
        "n_outlets": len(articles),
        "article_ids": articles,
        "conflicts": conflicts,
    }


def _series(series_id: str) -> dict[str, Any]:
    name, parties = SERIES[series_id]
    held = [row for row in MEETINGS if row[1] == series_id and row[8] == "held"]
    dated = [pd.Timestamp(row[3]) for row in held if row[5] == "day"]
    gaps = [(later - earlier).days for earlier, later in pairwise(dated)]
    announced = series_id == "s-au-id"
    enough = len(dated) >= 4
    return {
        "series_id": series_id,
        "name": name,
        "kind": "joint_working_group",
        "parties": parties,
        "n_meetings": len(held),
        "missing_ordinals": [22] if series_id == "s-asean" else [],
        "first": pd.Timestamp(held[0][3]),
        "last": pd.Timestamp(held[-1][3]),
        "gaps_days": gaps,
        "median_gap_days": float(pd.Series(gaps).median()) if gaps else None,
        "stated_cadence": "annual" if series_id == "s-asean" else None,
        "next_announced": pd.Timestamp("2024-11-12") if announced else None,
        "next_low": pd.Timestamp("2024-06-01") if enough else None,
        "next_median": pd.Timestamp("2024-11-01") if enough else None,
        "next_high": pd.Timestamp("2025-08-01") if enough else None,
        "p_met_by_now": 0.2 if enough else None,
        "state": "announced" if announced else "too_few",
    }
