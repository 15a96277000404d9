"""Puts things together that belong together, and never two that clash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations


class Groups:
    """Disjoint groups of 0..size-1; a union is refused where any two members would clash."""

    def __init__(self, size: int, clash: Callable[[int, int], bool]) -> None:
        self._root = list(range(size))
        self._members = {index: [index] for index in range(size)}
        self._clash = clash

    def root(self, index: int) -> int:
        """Give the number that stands for the group of `index`."""
        return self._root[index]

    def members(self, index: int) -> list[int]:
        """Give everything in the group of `index`, in order."""
        return sorted(self._members[self._root[index]])

    def join(self, one: int, other: int) -> bool:
        """Put two groups together unless two of their members clash; tell whether they are one now."""
        kept, gone = sorted((self._root[one], self._root[other]))
        if kept == gone:
            return True
        if any(self._clash(a, b) for a in self._members[kept] for b in self._members[gone]):
            return False
        self._merge(kept, gone)
        return True

    def unite(self, one: int, other: int) -> bool:
        """Put two groups together unless they clash; tell whether they were two before and are one now."""
        return self._root[one] != self._root[other] and self.join(one, other)

    def _merge(self, kept: int, gone: int) -> None:
        moved = self._members.pop(gone)
        self._members[kept] += moved
        for index in moved:
            self._root[index] = kept

    def __iter__(self) -> Iterator[list[int]]:
        return (sorted(self._members[root]) for root in sorted(self._members))


def pairs_within(keys: Iterable[Iterable[Hashable]]) -> list[tuple[int, int]]:
    """Give the pairs of numbers that share at least one blocking key, in order.

    >>> pairs_within([{"a"}, {"b"}, {"a", "b"}])
    [(0, 2), (1, 2)]
    """
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in set(own):
            blocks[key].append(index)
    return sorted({pair for block in blocks.values() for pair in combinations(block, 2)})


def pairs_between(keys: Iterable[Iterable[Hashable]], some: Iterable[int]) -> list[tuple[int, int]]:
    """Give the pairs that share a key and of which at least one number is among `some`, in order.

    >>> pairs_between([{"a"}, {"b"}, {"a", "b"}], some=[1])
    [(1, 2)]
    """
    own = [set(found) for found in keys]
    chosen = set(some)
    wanted = {key for index in chosen for key in own[index]}
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, found in enumerate(own):
        for key in found & wanted:
            blocks[key].append(index)
    pairs = ((one, other) for index in chosen for key in own[index] for one in [index] for other in blocks[key])
    return sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
