"""Scores the points of one meeting: date, place, parties, number, kind, status, participants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ctnews.scoring.compare import alike, day, is_null, pair_up, parties
from ctnews.scoring.tally import Board

Record = Mapping[Any, Any]

NAME = 0.85  # how alike two names must be to count as one


def ask_points(board: Board, gold: Record, found: Record | None) -> None:
    """Ask every point that the gold meeting has; a meeting not found is wrong in each."""
    told = points(gold, found)
    for name, right in told.items():
        board.ask(f"meeting's {name}", right)
    if gold.get("main"):
        board.ask("main meeting right in every point", all(told.values()))


def points(gold: Record, found: Record | None) -> dict[str, bool]:
    """Tell for every point that the gold meeting has whether it is as found."""
    asked = {"date": True, "last day": _has_last_day(gold), "kind": True, "status": True}
    asked |= {name: bool(gold.get(name)) for name in ("city", "parties", "ordinal")}
    return {name: found is not None and CHECKS[name](gold, found) for name in CHECKS if asked[name]}


def _has_last_day(gold: Record) -> bool:
    several = gold.get("end") and gold["end"] != gold.get("start")
    return bool(several) and gold.get("granularity") == "day"


def _date(gold: Record, found: Record) -> bool:
    start = day(found.get("start"))
    exact = gold.get("granularity") not in ("unknown", None)
    same = start == gold.get("start") and (not exact or found.get("granularity") == gold["granularity"])
    return same or start in gold.get("alt_starts", ())


def _last_day(gold: Record, found: Record) -> bool:
    return day(found.get("end")) == str(gold["end"])


def _city(gold: Record, found: Record) -> bool:
    return max(alike(city, found.get("city")) for city in (gold["city"], *gold.get("alt_cities", ()))) >= NAME


def _parties(gold: Record, found: Record) -> bool:
    return parties(found.get("parties")) == parties(gold["parties"])


def _ordinal(gold: Record, found: Record) -> bool:
    ordinal = found.get("ordinal")
    return not is_null(ordinal) and bool(ordinal == gold["ordinal"])


def _kind(gold: Record, found: Record) -> bool:
    return found.get("kind") in {gold["kind"], *gold.get("alt_kinds", ())}


def _status(gold: Record, found: Record) -> bool:
    return bool(found.get("status") == gold["status"])


CHECKS = {
    "date": _date,
    "last day": _last_day,
    "city": _city,
    "parties": _parties,
    "ordinal": _ordinal,
    "kind": _kind,
    "status": _status,
}


def score_participants(board: Board, gold: Record, found: Record | None) -> None:
    """Count the participants found; those the gold calls optional are neither right nor wrong."""
    if not gold.get("participants"):
        return
    names: list[str] = found["participants"] if found else []
    pairs = pair_up(gold["participants"], names, alike, NAME)
    paired = {j for _, j in pairs}
    rest = [name for j, name in enumerate(names) if j not in paired]
    waived = len(pair_up(gold.get("optional_participants", []), rest, alike, NAME))
    board.add("participants", len(pairs), len(names) - waived, len(gold["participants"]))
