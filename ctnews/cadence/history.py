"""The meetings a series held, as the gaps between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from ctnews.cadence.renewal import Floats
from ctnews.errors import InputError

SAME_SESSION_DAYS = 7  # a meeting so soon after another is a part of it, unless both are numbered
_NODES = 5  # days tried of a meeting that is known by its month or year


class Held(NamedTuple):
    """A meeting: the first and the last day (proleptic ordinals) it can have been held on, and its number."""

    first: int
    last: int
    number: int | None = None

    @property
    def middle(self) -> int:
        """The day in the middle."""
        return self.first + (self.last - self.first) // 2

    @property
    def days(self) -> Floats:
        """The days it can have been held on, or some of them."""
        if self.first == self.last:
            return np.array([float(self.first)])
        return np.unique(np.linspace(self.first, self.last, _NODES))


class Gap(NamedTuple):
    """The time between two meetings: days from middle to middle, days it can have been, numbers it went on.

    `jump` is None where it is not known how many meetings were held in between.
    """

    days: int
    possible: tuple[float, ...]
    jump: int | None


def sessions(meetings: Iterable[Held]) -> list[Held]:
    """Give the meetings in order, numbered where there is no doubt, without those that are parts of others.

    A meeting without number is a part of another that stands within a week of it; one known by its month or year
    may be any other in that time. Those between two numbered ones take the numbers between if there are just so
    many, and go if there are fewer. A series that no article numbers is counted through. Raises `InputError`
    where a meeting ends before it begins.

    >>> sessions([Held(1000, 1000, 3), Held(1001, 1001), Held(1400, 1400), Held(1800, 1800, 4)])
    [Held(first=1000, last=1000, number=3), Held(first=1800, last=1800, number=4)]
    """
    ordered = sorted(set(meetings), key=lambda held: (held.middle, held.first, held.number or 0))
    if any(held.last < held.first for held in ordered):
        raise InputError("A meeting's last day lies before its first one; give the days of each in order.")
    return _numbered(_alone(ordered))


def gaps(ordered: Sequence[Held]) -> list[Gap]:
    """Give the gaps between one of the `sessions` and the next; such of no days are left out."""
    told = []
    for one, other in pairwise(ordered):
        lengths = {float(late - soon) for late in other.days for soon in one.days}
        possible = tuple(sorted(days for days in lengths if days > 0))
        if other.middle > one.middle:
            told.append(Gap(other.middle - one.middle, possible, _jump(one, other)))
    return told


def counted(ordered: Sequence[Held]) -> list[Gap]:
    """Give the gaps between one numbered session and the next: those over which the jump is known.

    >>> [gap.jump for gap in counted([Held(0, 0, 1), Held(400, 400), Held(1200, 1200, 4), Held(1500, 1500)])]
    [3]
    """
    return [gap for gap in gaps([held for held in ordered if held.number is not None]) if gap.jump is not None]


def _alone(ordered: Sequence[Held]) -> list[Held]:
    """Leave out the meetings without number that are parts of others, or may be the same."""
    exact_first = sorted(ordered, key=lambda held: (held.number is None, held.last - held.first))
    kept: list[Held] = []
    for held in exact_first:
        if held.number is not None or not any(_may_be_one(other, held) for other in kept):
            kept.append(held)
    return [held for held in ordered if held in kept]


def _may_be_one(other: Held, held: Held) -> bool:
    apart = max(other.first - held.last, held.first - other.last)
    return apart <= (SAME_SESSION_DAYS if held.first == held.last else 0)


def _numbered(ordered: Sequence[Held]) -> list[Held]:
    """Number the meetings whose number is sure; leave out those for which the numbers have no room."""
    told = [place for place, held in enumerate(ordered) if held.number is not None]
    if not told:
        return [held._replace(number=place + 1) for place, held in enumerate(ordered)]
    found = list(ordered[: told[0]])
    if ordered[told[0]].number == len(found) + 1:
        found = [held._replace(number=place + 1) for place, held in enumerate(found)]
    for place, following in pairwise(told):
        one, other, between = ordered[place], ordered[following], ordered[place + 1 : following]
        found += [one, *_between(one, other, between)]
    return [*found, *ordered[told[-1] :]]


def _between(one: Held, other: Held, between: Sequence[Held]) -> Sequence[Held]:
    room = (other.number or 0) - (one.number or 0) - 1
    if room == len(between):
        return [held._replace(number=(one.number or 0) + step) for step, held in enumerate(between, 1)]
    return between if room < 0 or len(between) < room else []  # below 0: a new count


def _jump(one: Held, other: Held) -> int | None:
    """Give by how many numbers the series went on, None where that is not known."""
    if one.number is None or other.number is None or other.number <= one.number:
        return None
    return other.number - one.number
