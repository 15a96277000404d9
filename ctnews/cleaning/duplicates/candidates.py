"""Finds the pairs of bodies that are worth judging: those with rare runs of words in common.

An inverted index gives for each run the bodies that hold it. A run of few bodies pairs all of them; of one that stands
in many, each body is paired with the first alone, so that the pairs grow with the text and not with its square.
Signatures of fixed length (MinHash) would lose shortened copies: they tell how much two bodies share of both, and a
lead of forty words is little of its story.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np

from ctnews.cleaning.duplicates.body import Body, Numbers

RARE = 16  # a run that stands in so many bodies at most pairs all of them
SHARED = 2  # runs a pair has in common at least
PART = 0.2  # of the runs that the shorter has in common with any other body
IN_MEMORY = 500_000  # runs of the index at a time

Pairing = Callable[[Numbers, Numbers, Numbers], Numbers]

_HIGH, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
_BODY_BITS, _BODY = np.uint64(24), np.uint64(0xFFFFFF)  # a pair is two numbers of bodies in one of 48 bits
_COUNT_BITS, _COUNT = np.uint64(16), np.uint64(0xFFFF)
_NO_RUNS = np.empty(0, dtype=np.uint32)
_NONE = np.empty(0, dtype=np.uint64)


def find_candidates(bodies: Sequence[Body], leave_out: Collection[int] = ()) -> list[tuple[int, int]]:
    """Give pairs of numbers of bodies, the lower first; bodies are in order of rank."""
    index = _Index([_NO_RUNS if number in leave_out else body.long_runs for number, body in enumerate(bodies)])
    often, seldom = index.pairs(_some_pairs, RARE + 1, len(bodies)), index.pairs(_all_pairs, 2, RARE)
    keys = np.unique(np.concatenate([often, seldom, _same(bodies)]))
    return list(zip((keys >> _BODY_BITS).tolist(), (keys & _BODY).tolist(), strict=True))


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
        self._parts = 1 + sum(map(len, runs)) // IN_MEMORY
        bounds = np.linspace(0, 1 << 32, self._parts, endpoint=False).astype(np.uint32)
        self._edges = np.empty((len(runs), self._parts + 1), dtype=np.int32)
        for number, own in enumerate(runs):
            self._edges[number] = (*np.searchsorted(own, bounds), len(own))

    def pairs(self, pair: Pairing, fewest: int, most: int) -> Numbers:
        """Give the pairs that have enough in common of the runs that stand in so many bodies."""
        counted, more, held = _NONE, [_NONE], np.zeros(len(self._runs), dtype=np.int64)
        for part in range(self._parts):
            holder, starts, sizes = self._part(part, fewest, most)
            held += np.bincount(holder[_places(starts, sizes)], minlength=len(self._runs))
            more.append(_counted(pair(holder, starts, sizes) << _COUNT_BITS | np.uint64(1)))
            if part == self._parts - 1 or sum(map(len, more)) > len(counted):  # so that few are sorted often
                counted, more = _counted(np.concatenate([counted, *more])), [_NONE]
        keys, counts = counted >> _COUNT_BITS, counted & _COUNT
        fewer = np.minimum(held[keys >> _BODY_BITS], held[keys & _BODY])
        enough: Numbers = keys[(counts >= SHARED) & (counts >= PART * fewer)]
        return enough

    def _part(self, part: int, fewest: int, most: int) -> tuple[Numbers, Numbers, Numbers]:
        """Give the holders of a part of the runs, and where those of each run start and how many they are."""
        edges = self._edges[:, part : part + 2]
        held = [own[start:end] for own, (start, end) in zip(self._runs, edges.tolist(), strict=True)]
        holders = np.repeat(np.arange(len(held), dtype=np.uint64), edges[:, 1] - edges[:, 0])
        both = np.concatenate([_NO_RUNS, *held]).astype(np.uint64) << _HIGH | holders
        both.sort()
        run = both >> _HIGH
        starts = np.flatnonzero(np.r_[True, run[1:] != run[:-1]][: len(run)])
        sizes = np.diff(np.r_[starts, len(run)])
        kept = (sizes >= fewest) & (sizes <= most)
        return (both & _LOW).astype(np.uint32), starts[kept], sizes[kept]


def _counted(pairs: Numbers) -> Numbers:
    """Give each pair once, sorted, with its counts added up; the count stands in the low bits."""
    pairs.sort()
    keys = pairs >> _COUNT_BITS
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]][: len(keys)])
    if not len(starts):
        return pairs
    counts = np.minimum(np.add.reduceat(pairs & _COUNT, starts), _COUNT)
    counted: Numbers = keys[starts] << _COUNT_BITS | counts
    return counted


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
    return _key(holder[first], holder[others])


def _places(starts: Numbers, sizes: Numbers) -> Numbers:
    """Give start, start + 1, ... for every start, as many as its size.

    >>> _places(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    places: Numbers = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes - starts, sizes)
    return places


def _key(one: Numbers, other: Numbers) -> Numbers:
    return one.astype(np.uint64) << _BODY_BITS | other.astype(np.uint64)
