"""Finds the pairs of bodies that are worth judging: those with rare runs of words in common.

An inverted index gives for each run the bodies that hold it. A run of few bodies pairs all of them; of one that stands
in many, each body is paired with the first and with the one before, so that the pairs grow with the text and not with
its square. Signatures of fixed length (MinHash) would lose shortened copies: they tell how much two bodies share of
both, and a lead of forty words is little of its story.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ctnews.cleaning.duplicates.body import Body, Numbers

RARE = 16  # a run that stands in so many bodies at most pairs all of them
SHARED = 2  # runs a pair has in common at least
PART = 0.2  # of the runs that the shorter has in common with any other body
PART_BITS = 5
PARTS = 1 << PART_BITS  # of the index, one in memory at a time

Pairing = Callable[[Numbers, Numbers, Numbers], Numbers]

_HIGH, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


def find_candidates(bodies: Sequence[Body]) -> list[tuple[int, int]]:
    """Give pairs of numbers of bodies, the lower first; bodies are in order of rank."""
    index = _Index([body.long_runs for body in bodies])
    often, seldom = index.pairs(_some_pairs, RARE + 1, len(bodies)), index.pairs(_all_pairs, 2, RARE)
    keys = np.unique(np.concatenate([often, seldom, _same(bodies)]))
    return list(zip((keys >> _HIGH).tolist(), (keys & _LOW).tolist(), strict=True))


def _same(bodies: Sequence[Body]) -> Numbers:
    """Pair each body with the first that has the same runs, however many have them."""
    first: dict[bytes, int] = {}
    found = [(first.setdefault(body.runs.tobytes(), number), number) for number, body in enumerate(bodies)]
    pairs = np.array([pair for pair in found if pair[0] != pair[1]], dtype=np.uint64).reshape(-1, 2)
    return _key(pairs[:, 0], pairs[:, 1])


class _Index:
    """The runs of all bodies, and the bodies that hold each."""

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
            keys, counts = _added(keys, counts, pair(holder, starts, sizes))
        fewer = np.minimum(held[(keys >> _HIGH).astype(np.int64)], held[(keys & _LOW).astype(np.int64)])
        return keys[(counts >= SHARED) & (counts >= PART * fewer)]

    def _part(self, part: int, fewest: int, most: int) -> tuple[Numbers, Numbers, Numbers]:
        """Give the holders of a part of the runs, and where those of each run start and how many they are."""
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


def _added(keys: Numbers, counts: Numbers, pairs: Numbers) -> tuple[Numbers, Numbers]:
    """Count further pairs."""
    more, times = np.unique(pairs, return_counts=True)
    every, at = np.unique(np.concatenate([keys, more]), return_inverse=True)
    return every, np.bincount(at, np.concatenate([counts, times]), len(every)).astype(np.int64)


def _all_pairs(holder: Numbers, starts: Numbers, sizes: Numbers) -> Numbers:
    pairs = [np.empty(0, dtype=np.uint64)]
    for size in range(2, RARE + 1):
        begin = starts[sizes == size]
        places = [(one, other) for other in range(size) for one in range(other)]
        pairs += [_key(holder[begin + one], holder[begin + other]) for one, other in places]
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
    places: Numbers = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes - starts, sizes)
    return places


def _key(one: Numbers, other: Numbers) -> Numbers:
    return one.astype(np.uint64) << _HIGH | other.astype(np.uint64)
