"""What corrections rule about persons and meetings: who belongs together, who apart, what is no meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

Pair = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Rulings:
    """Rulings about accounts or persons, each named by its mention_id or person_id."""

    together: Sequence[tuple[str, str]] = ()
    apart: Sequence[Pair] = ()
    dropped: Set[str] = frozenset()
    values: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)  # field and value, by mention_id
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def set_apart(self) -> dict[str, tuple[str, ...]]:
        """What parts each one that a ruling parts from others: the rulings and the side it is on."""
        sides: dict[str, tuple[str, ...]] = {}
        for number, pair in enumerate(self.apart):
            for side, members in enumerate(pair):
                for member in members:
                    sides[member] = (*sides.get(member, ()), f"{number}.{side}")
        return sides

    def part(self, one: Set[str], other: Set[str]) -> bool:
        """Tell whether a ruling parts any of the one from any of the other."""
        return any((one & a and other & b) or (one & b and other & a) for a, b in self.apart)

    @cached_property
    def company(self) -> dict[str, tuple[str, ...]]:
        """Who is joined, directly or through others, to each one that a ruling joins, itself included."""
        found: dict[str, set[str]] = {}
        for one, other in self.together:
            if not self.part({one}, {other}):
                joined = found.get(one, {one}) | found.get(other, {other})
                found |= dict.fromkeys(joined, joined)
        return {member: tuple(sorted(members)) for member, members in found.items()}


NO_RULINGS = Rulings()
