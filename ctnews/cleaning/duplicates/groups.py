"""Puts copies behind their originals: every copy points at an original, and no original at anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ctnews.cleaning.duplicates.body import Body

Pairs = Mapping[tuple[int, int], float]

FULL = 0.9  # of the longest copy's runs: so full a copy may be the original


def group_copies(bodies: Sequence[Body], pairs: Pairs) -> list[list[int]]:
    """Give the groups of copies, each with its original first; `bodies` are in order of rank.

    Every body joins the group of the fuller one that it is most like, so that a story does not come together with
    another through a third.
    """
    fuller: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), alike in pairs.items():
        fuller[other].append((alike, -one))
    leader = list(range(len(bodies)))
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(fuller):
        leader[number] = leader[-max(fuller[number])[1]]
        groups[leader[number]].append(number)
    return [_original_first(bodies, [first, *rest]) for first, rest in sorted(groups.items())]


def _original_first(bodies: Sequence[Body], group: list[int]) -> list[int]:
    fullest = max(len(bodies[number].runs) for number in group)
    full = [number for number in group if len(bodies[number].runs) >= FULL * fullest]
    original = min(full, key=lambda number: (bodies[number].published, bodies[number].order))
    return [original, *(number for number in group if number != original)]
