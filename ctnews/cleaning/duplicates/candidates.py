"""Finds the pairs of bodies that are worth judging: those with rare runs of words in common.

An inverted index gives for each run the bodies that hold it. A run of few bodies pairs all of them; of one that stands
in many, each body is paired with the first and with the one before, so that the pairs grow with the text and not with
its square. Sampled signatures (MinHash) lose the shortened copies: of a lead of forty words too few runs are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ctnews.cleaning.duplicates.body import Numbers

RARE = 16  # a run that stands in so many bodies at most pairs all of them
SHARED = 2  # runs a pair has in common at least
PART = 0.2  # of the runs that the shorter has in common with any other body
PART_BITS = 5
PARTS = 1 << PART_BITS  # of the index

Pairing = Callable[[Numbers, Numbers, Numbers], Numbers]

_HIGH, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


def find_candidates(runs: Sequence[Numbers]) -> list[tuple[int, int]]:
    """Give pairs of numbers of bodies, the lower first; bodies are in order of rank."""
    index = _Index(runs)
    found = np.union1d(index.pairs(_all_pairs, 2, RARE), index.pairs(_some_pairs, RARE + 1, len(runs)))
    return list(zip((found >> _HIGH).tolist(), (found & _LOW).tolist(), strict=True))


class _Index:
    """The runs of all bodies, and the bodies that hold each; read in parts, which bounds the memory."""

    def __init__(self, runs: Sequence[Numbers]) -> None:
        self._runs = runs
        bounds = np.arange(PARTS, dtype=np.uint32) << np.uint32(32 - PART_BITS)
        self._edges = np.empty((len(runs), PARTS + 1), dtype=np.int32)
        for number, own in enumerate(runs):
            self._edges[number] = (*np.searchsorted(own, bounds), len(own))

    def pairs(self, pair: Pairing, fewest: int, most: int) -> Numbers:
        """Give the pairs that have enough in common of the runs that stand in so many bodies."""
        keys, counts = np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
        held = np.zeros(len(self._runs), dtype=np.int64)
        for part in range(PARTS):
            holder, starts, sizes = self._part(part, fewest, most)
            held += np.bincount(holder[_places(starts, sizes)], minlength=len(self._runs))
            more, times = np.unique(pair(holder, starts, sizes), return_counts=True)
            keys, counts = _added(keys, counts, more, times)
        fewer = np.minimum(held[(keys >> _HIGH).astype(np.int64)], held[(keys & _LOW).astype(np.int64)])
        return keys[(counts >= SHARED) & (counts >= PART * fewer)]

    def _part(self, part: int, fewest: int, most: int) -> tuple[Numbers, Numbers, Numbers]:
        edges = self._edges[:, part : part + 2]
        held = [own[start:end] for own, (start, end) in zip(self._runs, edges.tolist(), strict=True)]
        holders = np.repeat(np.arange(len(held), dtype=np.uint64), edges[:, 1] - edges[:, 0])
        both = np.concatenate([np.empty(0, dtype=np.uint32), *held]).astype(np.uint64) << _HIGH | holders
        both.sort()
        run = both >> _HIGH
        starts = np.flatnonzero(np.r_[True, run[1:] != run[:-1]][: len(run)])
        sizes = np.diff(np.r_[starts, len(run)])
        kept = (sizes >= fewest) & (sizes <= most)
        return (both & _LOW).astype(np.uint32), starts[kept], sizes[kept]


def _added(keys: Numbers, counts: Numbers, more: Numbers, times: Numbers) -> tuple[Numbers, Numbers]:
    every, at = np.unique(np.concatenate([keys, more]), return_inverse=True)
    return every, np.bincount(at, np.concatenate([counts, times]), len(every)).astype(np.int64)


def _all_pairs(holder: Numbers, starts: Numbers, sizes: Numbers) -> Numbers:
    pairs = [np.empty(0, dtype=np.uint64)]
    for size in range(2, RARE + 1):
        begin = starts[sizes == size]
        for one in range(size):
            for other in range(one + 1, size):
                pairs.append(_key(holder[begin + one], holder[begin + other]))
    return np.concatenate(pairs)


def _some_pairs(holder: Numbers, starts: Numbers, sizes: Numbers) -> Numbers:
    first = np.repeat(starts, sizes - 1)
    others = _places(starts + 1, sizes - 1)
    return np.concatenate([_key(holder[first], holder[others]), _key(holder[others - 1], holder[others])])


def _places(starts: Numbers, sizes: Numbers) -> Numbers:
    """Give start, start + 1, ... for every start, as many as its size.

    >>> _places(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    return np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes - starts, sizes)


def _key(one: Numbers, other: Numbers) -> Numbers:
    return one.astype(np.uint64) << _HIGH | other.astype(np.uint64)
