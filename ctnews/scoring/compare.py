"""How gold facts and found facts are compared: names, dates, texts, meetings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

import pandas as pd

Gold = TypeVar("Gold")
Found = TypeVar("Found")
Record = Mapping[str, Any]

WHEN, WHO, WHAT, ORDER = 0.45, 0.3, 0.15, 0.1


def fold(text: object) -> str:
    """Give a text without accents, case and punctuation."""
    plain = unicodedata.normalize("NFKD", "" if is_null(text) else str(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9 ]+", " ", plain.lower()).strip()


def alike(one: object, other: object) -> float:
    """Tell how alike two names are, 0 to 1: one whose words are all in the other counts as equal.

    >>> alike("Mr. Pham The Tung", "Pham The Tung")
    1.0
    """
    left, right = fold(one), fold(other)
    if not left or not right:
        return 0.0
    words, others = set(left.split()), set(right.split())
    if words <= others or others <= words:
        return 1.0
    return SequenceMatcher(None, left, right).ratio()


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Give the bag of runs of `size` words."""
    words = fold(text).split()
    runs = max(len(words) - size + 1, 1 if words else 0)
    return Counter(tuple(words[i : i + size]) for i in range(runs))


def pair_up(
    gold: Sequence[Gold], found: Sequence[Found], score: Callable[[Gold, Found], float], least: float
) -> list[tuple[int, int]]:
    """Pair gold and found one to one, the best pairs first, none below `least`."""
    scored = [(score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for value, i, j in sorted(scored, key=lambda entry: -entry[0]):
        if value >= least and i not in used_gold and j not in used_found:
            pairs.append((i, j))
            used_gold.add(i)
            used_found.add(j)
    return pairs


def is_null(value: object) -> bool:
    """Tell whether a value is missing; a list never is."""
    if value is None:
        return True
    missing = pd.isna(value)  # type: ignore[call-overload]
    return bool(missing) if isinstance(missing, bool) else False


def listed(value: Any) -> list[Any]:
    """Give a list column's value as a list."""
    return [] if is_null(value) else [entry for entry in list(value) if entry is not None]


def day(value: Any) -> str | None:
    """Give a date as ISO text."""
    return None if is_null(value) else str(pd.Timestamp(value).date())


def parties(value: Any) -> set[str]:
    """Give the parties of a meeting in capitals."""
    return {str(party).upper() for party in listed(value)}


def meeting_likeness(gold: Record, found: Record) -> float:
    """Tell how surely two records speak of one meeting: dates count most, then parties, kind and number."""
    return WHEN * _when(gold, found) + WHO * _who(gold, found) + WHAT * _what(gold, found) + _order(gold, found)


def _when(gold: Record, found: Record) -> float:
    start, other = gold.get("start"), day(found.get("start"))
    if not start or not other:
        return 0.5 if not start and not other else 0.2
    if start == other:
        return 1.0
    first, last = pd.Timestamp(start), pd.Timestamp(gold.get("end") or start)
    other_last = pd.Timestamp(day(found.get("end")) or other)
    if pd.Timestamp(other) <= last and other_last >= first:
        return 0.9
    return 0.5 if abs((first - pd.Timestamp(other)).days) <= 3 else 0.0


def _who(gold: Record, found: Record) -> float:
    one, other = parties(gold.get("parties")), parties(found.get("parties"))
    return len(one & other) / len(one | other) if one | other else 0.5


def _what(gold: Record, found: Record) -> float:
    return 1.0 if gold.get("kind") == found.get("kind") else 0.4


def _order(gold: Record, found: Record) -> float:
    one, other = gold.get("ordinal"), found.get("ordinal")
    if is_null(one) or is_null(other):
        return ORDER / 2
    return ORDER if int(str(one)) == int(float(str(other))) else -2 * ORDER
