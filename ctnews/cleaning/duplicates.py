"""Finds articles that are copies of others: the same wire story, shortened or under another title.

Bodies are compared by their runs of three words. Candidates share a paragraph or a band of their MinHash signatures
(Broder 1997; Leskovec et al., Mining of Massive Datasets, ch. 3), so that not all pairs are compared; each candidate is
then checked exactly.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from ctnews.frames import ARTICLES, conform

RUN = 3
BANDS, ROWS = 42, 3  # 42 bands of 3 rows find pairs from a Jaccard likeness of about .35
SAME = 0.75  # share of the shorter body's runs that stand in the other one
FEWEST = 20  # runs a body needs before a likeness means anything
PARAGRAPH_WORDS = 12  # a paragraph of fewer words may stand in many articles
SEED = 20260101
PRIME = np.uint64((1 << 61) - 1)

_WORD = re.compile(r"\w+")


def mark_duplicates(articles: pd.DataFrame) -> pd.DataFrame:
    """Give the articles with `duplicate_of` pointing at the fullest copy, of equals the earliest published.

    Takes and gives frame `articles`; nothing else is changed.
    """
    ranked = sorted((_Body.of(row) for row in articles.to_dict("records")), key=lambda body: body.rank)
    groups = _groups(ranked)
    copies = {ranked[copy].article_id: ranked[original].article_id for original, *rest in groups for copy in rest}
    return conform(articles.assign(duplicate_of=articles["article_id"].map(copies).astype(object)), ARTICLES)


@dataclass(frozen=True, slots=True)
class _Body:
    """A body as it is compared; of copies the one with the lowest rank is the original."""

    article_id: str
    rank: tuple[int, str, str]
    runs: frozenset[int]
    paragraphs: frozenset[int]

    @classmethod
    def of(cls, row: dict[Any, Any]) -> _Body:
        runs, published = _runs(row["text"]), row["published"]
        rank = (-len(runs), "9999" if pd.isna(published) else str(published), row["article_id"])
        return cls(row["article_id"], rank, runs, _paragraphs(row["text"]))


def _runs(text: str) -> frozenset[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = (" ".join(words[i : i + RUN]) for i in range(max(len(words) - RUN + 1, 0)))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def _paragraphs(text: str) -> frozenset[int]:
    words = (_WORD.findall(paragraph.casefold()) for paragraph in text.split("\n\n"))
    return frozenset(zlib.crc32(" ".join(long).encode()) for long in words if len(long) >= PARAGRAPH_WORDS)


def _groups(bodies: Sequence[_Body]) -> list[list[int]]:
    """Give the groups of copies, by joining every checked pair; each begins with its lowest number."""
    leader = list(range(len(bodies)))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in sorted(_candidates(bodies)):
        if find(one) != find(other) and _are_copies(bodies[one].runs, bodies[other].runs):
            leader[find(other)] = find(one)
    groups = defaultdict(list)
    for number in range(len(bodies)):
        groups[find(number)].append(number)
    return [group for group in groups.values() if len(group) > 1]


def _are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    fewer = min(len(one), len(other))
    return fewer >= FEWEST and len(one & other) >= SAME * fewer


def _candidates(bodies: Sequence[_Body]) -> set[tuple[int, int]]:
    """Give the pairs that share a paragraph or a band; in a large bucket each is paired with the first and the next."""
    buckets: dict[tuple[int, bytes | int], list[int]] = defaultdict(list)
    for number, body in enumerate(bodies):
        for paragraph in body.paragraphs:
            buckets[BANDS, paragraph].append(number)
    for number, signature in _signatures([body.runs for body in bodies]):
        for band in range(BANDS):
            buckets[band, signature[band * ROWS : (band + 1) * ROWS].tobytes()].append(number)
    pairs: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        pairs.update((bucket[0], other) for other in bucket[1:])
        pairs.update(pairwise(bucket))
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
