"""Puts copies behind their originals: every copy points at an original, and no original at anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ctnews.cleaning.duplicates.body import Body

Pairs = Mapping[tuple[int, int], float]

LEVEL = 0.7  # of the longer body's runs
FULL = 0.9  # of the longest copy's runs: so full a copy may be the original


def group_copies(bodies: Sequence[Body], pairs: Pairs) -> list[list[int]]:
    """Give the groups of copies, each with its original first; `bodies` are in order of rank.

    Bodies of about one length come together whenever two are alike; a much shorter one joins only the body that it is
    most like, so that two stories do not come together through a third that has something of both.
    """
    sizes = [len(body.runs) for body in bodies]
    level: list[tuple[float, int, int]] = []
    shorter: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (long, short), alike in pairs.items():
        if alike > 0 and sizes[short] >= LEVEL * sizes[long]:
            level.append((-alike, long, short))
        elif alike > 0:
            shorter[short].append((-alike, long))
    groups = Groups(len(bodies), (pair for pair, alike in pairs.items() if alike < 0))
    for _, one, other in sorted(level):
        groups.join(one, other)
    for short, longer in sorted(shorter.items()):
        any(groups.join(long, short) for _, long in sorted(longer))
    return [_original_first(bodies, group) for group in groups if len(group) > 1]


def _original_first(bodies: Sequence[Body], group: list[int]) -> list[int]:
    fullest = max(len(bodies[number].runs) for number in group)
    full = [number for number in group if len(bodies[number].runs) >= FULL * fullest]
    original = min(full, key=lambda number: (bodies[number].published, bodies[number].order))
    return [original, *(number for number in group if number != original)]


class Groups:
    """Disjoint groups of 0..size-1, of which none ever holds two that clash."""

    def __init__(self, size: int, clashes: Iterable[tuple[int, int]]) -> None:
        self._above = list(range(size))
        self._foes: dict[int, set[int]] = defaultdict(set)
        for one, other in clashes:
            self._foes[one].add(other)
            self._foes[other].add(one)

    def join(self, one: int, other: int) -> bool:
        """Put the groups of two numbers together, unless they clash; tell whether they are one now."""
        low, high = sorted((self._lowest(one), self._lowest(other)))
        if low == high or high in self._foes[low]:
            return low == high
        self._above[high] = low
        for foe in self._foes.pop(high, ()):
            self._foes[foe].discard(high)
            self._foes[foe].add(low)
            self._foes[low].add(foe)
        return True

    def _lowest(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def __iter__(self) -> Iterator[list[int]]:
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._above)):
            members[self._lowest(number)].append(number)
        return iter(members.values())
