"""Frames as plain records, and stable ids."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

import pandas as pd

Value = TypeVar("Value", bound=Hashable)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the rows as dicts in which every missing scalar is None.

    >>> records(pd.DataFrame({"city": ["Hanoi", float("nan")]}))
    [{'city': 'Hanoi'}, {'city': None}]
    """
    return [{str(key): _plain(value) for key, value in row.items()} for row in frame.to_dict("records")]


def stable_id(prefix: str, *facts: object) -> str:
    """Give an id that depends on the facts alone.

    >>> stable_id("act", "wang yi", "CN") == stable_id("act", "wang yi", "CN")
    True
    """
    text = "\x1f".join("" if fact is None else str(fact) for fact in facts)
    return f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def by_frequency(values: Iterable[Value]) -> list[Value]:
    """Give the distinct values, most frequent first, then in their own order.

    >>> by_frequency(["b", "a", "b", "c"])
    ['b', 'a', 'c']
    """
    counts = Counter(values)
    return sorted(counts, key=lambda value: (-counts[value], str(value)))


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return value
    return None if pd.isna(value) else value
