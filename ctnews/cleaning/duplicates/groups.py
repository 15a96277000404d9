"""Puts copies behind their originals: every copy points at an original, and no original at anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ctnews.cleaning.duplicates.body import Body
from ctnews.cleaning.duplicates.likeness import DIFFERENT, QUOTED, Likenesses

SURE = 1.1  # likeness that counts for more than that one is quoted in another of the group
LEVEL = 0.7  # of the longer body's runs
FULL = 0.85  # of the longest copy's runs: so full a copy may be the original


def group_copies(bodies: Sequence[Body], pairs: Likenesses) -> list[list[int]]:
    """Give the groups of copies, each with its original first; `bodies` are in order of rank.

    Bodies of about one length come together whenever two are alike; a much shorter one joins only the body that it is
    most like, so that two stories do not come together through a third that has something of both.
    """
    alike = sorted((-likeness, *pair) for pair, likeness in pairs.items() if likeness > 0)
    sure = sum(likeness <= -SURE for likeness, *_ in alike)
    groups, settled = Groups(len(bodies)), set[int]()
    groups.keep_apart(pair for pair, likeness in pairs.items() if likeness == DIFFERENT)
    for number, (_, long, short) in enumerate(alike):
        if number == sure:
            groups.keep_apart(pair for pair, likeness in pairs.items() if likeness == QUOTED)
        shorter = len(bodies[short].runs) < LEVEL * len(bodies[long].runs)
        if short not in settled and groups.join(long, short) and shorter:
            settled.add(short)
    return [_original_first(bodies, group) for group in groups if len(group) > 1]


def _original_first(bodies: Sequence[Body], group: list[int]) -> list[int]:
    """Put first the earliest of the fullest; of equals the longer, then the one with the lower id."""
    fullest = max(len(bodies[number].runs) for number in group)
    full = [number for number in group if len(bodies[number].runs) >= FULL * fullest]
    original = min(full, key=lambda number: (bodies[number].published, bodies[number].order))
    return [original, *(number for number in group if number != original)]


class Groups:
    """Disjoint groups of 0..size-1, of which none ever comes to hold two that are kept apart."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self._foes: dict[int, set[int]] = defaultdict(set)

    def keep_apart(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep these apart from now on, but for those that are together."""
        for pair in pairs:
            one, other = map(self._lowest, pair)
            if one != other:
                self._foes[one].add(other)
                self._foes[other].add(one)

    def join(self, one: int, other: int) -> bool:
        """Put the groups of two numbers together, unless they are kept apart; tell whether they are one now."""
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
