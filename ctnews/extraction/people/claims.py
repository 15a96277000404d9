"""What a text says of a person's country, the surest first, and which of it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Ground(IntEnum):
    """What a person's country is told from; the smaller, the surer."""

    PAIRED = 0
    ROLE = 1
    AGENCY = 2
    BESIDE = 3
    SIDE = 4
    CALLED = 5
    COMPANY = 6
    CONTEXT = 7
    RESIDENCE = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """A country, and what it is told from."""

    ground: Ground
    country: str


def claims(*told: tuple[Ground, str | None]) -> tuple[Claim, ...]:
    """Give the claims among pairs of ground and country that have a country.

    >>> [claim.country for claim in claims((Ground.ROLE, None), (Ground.SIDE, "FJ"))]
    ['FJ']
    """
    return tuple(Claim(ground, country) for ground, country in told if country)


def surest(found: Iterable[Claim]) -> Claim | None:
    """Give the claim on the surest ground, of equal ones the first."""
    return min(found, key=lambda claim: claim.ground, default=None)
