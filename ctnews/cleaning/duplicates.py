"""Finds articles that are copies of others: the same wire story, shortened or under another title.

Bodies are compared by their runs of three words. Candidates come from MinHash signatures in bands (Broder 1997; Leskovec
et al., Mining of Massive Datasets, ch. 3), so that not all pairs are compared; each candidate is then checked exactly.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from ctnews.frames import ARTICLES, conform

RUN = 3
BANDS, ROWS = 42, 3  # 42 bands of 3 rows find pairs from a Jaccard likeness of about .35
SAME = 0.75  # share of the shorter body's runs that stand in the other one
FEWEST = 20  # runs a body needs before a likeness means anything
SEED = 20260101
PRIME = np.uint64((1 << 61) - 1)

_WORD = re.compile(r"\w+")


def mark_duplicates(articles: pd.DataFrame) -> pd.DataFrame:
    """Give the articles with `duplicate_of` pointing at the fullest copy, of equals the earliest published.

    Takes and gives frame `articles`; nothing else is changed.
    """
    rows = articles.to_dict("records")
    runs = [_runs(row["text"]) for row in rows]
    copies: dict[int, int] = {}
    for group in _groups(runs):
        original = min(group, key=lambda n: _rank(rows[n], runs[n]))
        copies.update({n: original for n in group if n != original})
    marked = [rows[copies[n]]["article_id"] if n in copies else None for n in range(len(rows))]
    return conform(articles.assign(duplicate_of=pd.Series(marked, index=articles.index, dtype=object)), ARTICLES)


def _rank(row: dict[Any, Any], runs: frozenset[int]) -> tuple[int, str, str]:
    published = row["published"]
    return -len(runs), "9999" if pd.isna(published) else str(published), str(row["article_id"])


def _runs(text: str) -> frozenset[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = (" ".join(words[i : i + RUN]) for i in range(max(len(words) - RUN + 1, 0)))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def _groups(runs: Sequence[frozenset[int]]) -> list[list[int]]:
    """Give the groups of copies, by joining every checked pair."""
    leader = list(range(len(runs)))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in sorted(_candidates(runs)):
        if find(one) != find(other) and _are_copies(runs[one], runs[other]):
            leader[find(other)] = find(one)
    groups = defaultdict(list)
    for number in range(len(runs)):
        groups[find(number)].append(number)
    return [group for group in groups.values() if len(group) > 1]


def _are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    fewer = min(len(one), len(other))
    return len(one & other) >= SAME * fewer


def _candidates(runs: Sequence[frozenset[int]]) -> set[tuple[int, int]]:
    """Give the pairs whose signatures agree in a whole band; in a large bucket each is paired with the first."""
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for number, signature in _signatures(runs):
        for band in range(BANDS):
            buckets[band, signature[band * ROWS : (band + 1) * ROWS].tobytes()].append(number)
    pairs: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        pairs.update((bucket[0], other) for other in bucket[1:])
        pairs.update(zip(bucket, bucket[1:], strict=False))
    return pairs


def _signatures(runs: Sequence[frozenset[int]]) -> Iterable[tuple[int, np.ndarray[Any, np.dtype[np.uint64]]]]:
    generator = np.random.default_rng(SEED)
    factors = generator.integers(1, 1 << 31, BANDS * ROWS, dtype=np.uint64)
    offsets = generator.integers(0, 1 << 31, BANDS * ROWS, dtype=np.uint64)
    for number, own in enumerate(runs):
        if len(own) >= FEWEST:
            hashes = np.fromiter(sorted(own), dtype=np.uint64)
            mixed = (hashes[:, None] * factors[None, :] + offsets[None, :]) % PRIME
            yield number, mixed.min(axis=0)
