"""Finds the series that meetings belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ctnews.linking.accounts import NameKey, name_key
from ctnews.linking.kinds import kind_of
from ctnews.linking.rows import stable_id
from ctnews.linking.series_names import made_name
from ctnews.linking.words import fold, party_phrases, vocabulary

SeriesKey = tuple[str, tuple[str, ...], tuple[str, ...]]  # family, parties, words of the name
Meeting = Mapping[str, Any]


def find_series(meetings: Sequence[Meeting]) -> tuple[list[str | None], list[dict[str, Any]]]:
    """Give every meeting's series_id (None for meetings outside series) and the rows of the series.

    The series' names are made up of their parties and kind: `describe_series` gives them printed ones. A meeting
    without a name joins the one named series of its parties and kind, if there is just one.
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
    named = [_key(meeting, _words(meeting)) for meeting in meetings]
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


def _words(meeting: Meeting) -> NameKey | None:
    """Give what tells the meeting's name from others; the parties' names and the place do not."""
    parties = frozenset(meeting["parties"])
    words = name_key(meeting["name"], kind_of(meeting["kind"]), parties)
    known = {word for party in parties for phrase in party_phrases(party) for word in phrase.split()}
    return words and frozenset(words - known - set(fold(meeting["city"] or "").split()))


def topics(words: Iterable[str]) -> list[str]:
    """Give the words that stand for a topic or a body in the table of the words of series' names."""
    return sorted(set(words) & set(vocabulary("series_words").keys.values()))


def _row(key: SeriesKey, kind_names: Iterable[str]) -> dict[str, Any]:
    family, parties, words = key
    counts = Counter(kind_names)
    kind = min(counts, key=lambda name: (-counts[name], name))
    return {
        "series_id": stable_id("ser", family, "+".join(parties), "+".join(words)),
        "name": made_name(parties, kind_of(kind), topics(words)),
        "kind": kind,
        "parties": list(parties),
        "words": list(words),
        "topics": topics(words),
    }
