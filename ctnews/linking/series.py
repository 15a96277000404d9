"""Finds the series that meetings belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ctnews.linking.accounts import NameKey, name_key
from ctnews.linking.kinds import Kind, kind_of
from ctnews.linking.rows import stable_id
from ctnews.linking.words import country_names

SeriesKey = tuple[str, tuple[str, ...], tuple[str, ...]]  # family, parties, words of the name
Meeting = Mapping[str, Any]

FEW_PARTIES = 4


def find_series(meetings: Sequence[Meeting]) -> tuple[list[str | None], list[dict[str, Any]]]:
    """Give every meeting's series_id (None for meetings outside series) and the rows of the series.

    A meeting without a name joins the one named series of its parties and kind, if there is just one.
    """
    keys = _keys(meetings)
    ids = [None if key is None else stable_id("ser", *key[0:1], "+".join(key[1]), "+".join(key[2])) for key in keys]
    kinds_of: dict[SeriesKey, list[str]] = defaultdict(list)
    for key, meeting in zip(keys, meetings, strict=True):
        if key is not None:
            kinds_of[key].append(meeting["kind"])
    rows = [_row(key, kind_names) for key, kind_names in sorted(kinds_of.items())]
    return ids, rows


def _keys(meetings: Sequence[Meeting]) -> list[SeriesKey | None]:
    named = [_key(meeting, name_key(*_named(meeting))) for meeting in meetings]
    repeated = Counter(named)
    words: dict[tuple[str, tuple[str, ...]], set[tuple[str, ...]]] = defaultdict(set)
    for (family, parties, key), meeting in zip(named, meetings, strict=True):
        if meeting["name"]:
            words[family, parties].add(key)
    return [_settled(key, meeting, words, repeated) for key, meeting in zip(named, meetings, strict=True)]


def _settled(
    key: SeriesKey,
    meeting: Meeting,
    words: Mapping[tuple[str, tuple[str, ...]], set[tuple[str, ...]]],
    repeated: Mapping[SeriesKey, int],
) -> SeriesKey | None:
    kind = kind_of(meeting["kind"])
    if not kind.recurs or not (meeting["parties"] or key[2]):
        return None
    known = words.get(key[:2], set())
    if not meeting["name"] and len(known) == 1:
        key = (*key[:2], next(iter(known)))
    if kind.series == "always" or meeting["ordinal"] is not None or (key[2] and repeated[key] > 1):
        return key
    return None


def _key(meeting: Meeting, words: NameKey | None) -> SeriesKey:
    return kind_of(meeting["kind"]).family, tuple(sorted(meeting["parties"])), tuple(sorted(words or ()))


def _named(meeting: Meeting) -> tuple[str | None, Kind, frozenset[str]]:
    return meeting["name"], kind_of(meeting["kind"]), frozenset(meeting["parties"])


def _row(key: SeriesKey, kind_names: Iterable[str]) -> dict[str, Any]:
    family, parties, words = key
    counts = Counter(kind_names)
    kind = min(counts, key=lambda name: (-counts[name], name))
    return {
        "series_id": stable_id("ser", family, "+".join(parties), "+".join(words)),
        "name": _title(parties, words, kind_of(kind)),
        "kind": kind,
        "parties": list(parties),
    }


def _title(parties: Sequence[str], words: Sequence[str], kind: Kind) -> str:
    """Give a name such as "Indonesia-Vietnam joint working group", with the topic in brackets."""
    names = [country_names().get(party, party) for party in parties]
    who = "-".join(sorted(names))
    if len(names) > FEW_PARTIES:
        who = ", ".join([*names[:2], f"{len(names) - 2} others"])
    topic = f" ({', '.join(word.replace('_', ' ') for word in words)})" if words else ""
    return f"{who} {kind.label}{topic}".strip()
