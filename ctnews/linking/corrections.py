"""Reads corrections as rulings over accounts and persons, and says which of them no longer fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple

import pandas as pd

from ctnews.errors import InputError
from ctnews.frames import CORRECTIONS, conform
from ctnews.linking.kinds import kinds
from ctnews.linking.rows import records
from ctnews.linking.rulings import Rulings

ACTIONS = ("merge", "split", "set", "reject", "note")
STATUSES = ("held", "scheduled", "postponed", "cancelled")
FIELDS = ("date", "kind", "name", "ordinal", "city", "country", "parties", "status")
APPLIED, UNFIT, REFUSED = "applied", "no longer fits", "refused"

_PERIOD = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?")
_GRANULARITY = {4: "year", 7: "month", 10: "day"}
_LARGEST_ORDINAL = 999


class Ruled(NamedTuple):
    """The rulings over persons and over meetings, and frame `corrections` with what became of each row."""

    people: Rulings
    meetings: Rulings
    corrections: pd.DataFrame


def names_ids(corrections: pd.DataFrame) -> bool:
    """Tell whether any row names a meeting or an actor by its id, so that its members must be known."""
    named = [key for column in ("one", "other") for keys in corrections[column] for key in keys]
    return any(key.startswith(("mtg-", "act-")) for key in named)


def rule(
    corrections: pd.DataFrame, persons: Set[str], accounts: Set[str], members: Mapping[str, Sequence[str]]
) -> Ruled:
    """Give the rulings of frame `corrections`; `members` gives the accounts or persons behind an id."""
    made: dict[str, list[dict[str, Any]]] = {"people": [], "meetings": []}
    rows = []
    for row in records(corrections):
        state, detail, ruling = _read(row, persons, accounts, members)
        rows.append({**row, "state": state, "detail": detail})
        if ruling:
            made["people" if ruling["of"] == "person" else "meetings"].append(ruling)
    return Ruled(_rulings(made["people"]), _rulings(made["meetings"]), conform(rows, CORRECTIONS))


def read_value(field: str, value: str | None) -> dict[str, Any]:
    """Give the columns of frame `meetings` that a correction sets; raises `InputError` where it cannot.

    >>> read_value("date", "2024-05")["granularity"], read_value("parties", "ID|VN")
    ('month', {'parties': ['ID', 'VN']})
    """
    text = (value or "").strip()
    if field == "date":
        return _period(text)
    if field == "ordinal":
        return {"ordinal": _number(text)}
    if field == "parties":
        return {"parties": sorted({party.strip() for party in text.split("|") if party.strip()})}
    allowed = {"kind": tuple(kinds()), "status": STATUSES}.get(field)
    if allowed and text not in allowed:
        raise InputError(f"{field} {text!r} is none of {', '.join(allowed)}.")
    if field not in FIELDS:
        raise InputError(f"{field!r} is no field that can be set; those are {', '.join(FIELDS)}.")
    return {field: text or None}


def _read(
    row: Mapping[str, Any], persons: Set[str], accounts: Set[str], members: Mapping[str, Sequence[str]]
) -> tuple[str, str | None, dict[str, Any] | None]:
    """Give the state of a row, why, and its ruling if it has one."""
    if row["state"] == REFUSED:
        return REFUSED, row["detail"], None
    one, other = (_expand(row[column], members) for column in ("one", "other"))
    gone = [key for key in (*one, *other) if key not in persons and key not in accounts]
    one, other = ([key for key in keys if key not in gone] for keys in (one, other))
    two = row["action"] in ("merge", "split")
    missing = f"not in this study: {', '.join(gone)}" if gone else None
    if not one or (two and not other):
        return UNFIT, missing or "it names nothing that it could be applied to", None
    if len({key in persons for key in (*one, *other)}) > 1:
        return REFUSED, "it names persons and meetings at once", None
    if two and set(one) & set(other):
        return (UNFIT if row["action"] == "split" else APPLIED), "both sides are one already", None
    of = "person" if one[0] in persons else "account"
    return _checked({**row, "one": one, "other": other, "of": of}, missing)


def _checked(ruling: dict[str, Any], missing: str | None) -> tuple[str, str | None, dict[str, Any] | None]:
    if ruling["of"] == "person" and ruling["action"] in ("set", "reject"):
        return REFUSED, f"{ruling['action']} is for meetings; for persons there are merge, split and note", None
    if ruling["action"] == "set":
        try:
            read_value(ruling["field"] or "", ruling["value"])
        except InputError as error:
            return REFUSED, str(error), None
    return APPLIED, missing, ruling


def _expand(keys: Iterable[str], members: Mapping[str, Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(member for key in keys for member in members.get(key, [key])))


def _rulings(made: Sequence[dict[str, Any]]) -> Rulings:
    """Put the rulings of one kind together; later rows count before earlier ones."""
    values: dict[str, list[tuple[str, str]]] = {}
    notes: dict[str, list[str]] = {}
    for ruling in made:
        if ruling["action"] == "set":
            values.setdefault(ruling["one"][0], []).append((ruling["field"], ruling["value"]))
        if ruling["note"] and ruling["action"] == "note":
            notes.setdefault(ruling["one"][0], []).append(ruling["note"])
    of = {action: [ruling for ruling in made if ruling["action"] == action] for action in ACTIONS}
    return Rulings(
        together=[(ruling["one"][0], key) for ruling in of["merge"] for key in (*ruling["one"][1:], *ruling["other"])],
        apart=[(frozenset(ruling["one"]), frozenset(ruling["other"])) for ruling in of["split"]],
        dropped=frozenset(key for ruling in of["reject"] for key in ruling["one"]),
        values=values,
        notes=notes,
    )


def _period(text: str) -> dict[str, Any]:
    first, _, last = text.partition("/")
    if not _PERIOD.fullmatch(first) or (last and not _PERIOD.fullmatch(last)):
        raise InputError(f"date {text!r} is none; write 2024-05-14, 2024-05, 2024 or 2024-05-14/2024-05-15.")
    try:
        spans = [pd.Period(part, {4: "Y", 7: "M", 10: "D"}[len(part)]) for part in (first, last or first)]
    except ValueError as error:
        raise InputError(f"date {text!r} is none: {error}.") from error
    start, end = spans[0].start_time.normalize(), spans[1].end_time.normalize()
    if end < start:
        raise InputError(f"date {text!r} ends before it begins.")
    return {"start": start, "end": end, "granularity": _GRANULARITY[len(first)]}


def _number(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= _LARGEST_ORDINAL:
        raise InputError(f"ordinal {text!r} is no number from 1 to {_LARGEST_ORDINAL}.")
    return int(text)
