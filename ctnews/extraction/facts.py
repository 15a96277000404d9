"""What extraction finds in a text: small immutable records with their spans (characters, half-open)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PlaceKind = Literal["country", "demonym", "city", "region"]


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a people or adjective of one ("Indonesian"), a city or a region within a country."""

    start: int
    end: int
    text: str
    kind: PlaceKind
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency or international body named in the text; `country` is None for international bodies."""

    start: int
    end: int
    text: str
    agency_id: str
    name: str
    acronym: str | None
    country: str | None
    kind: str
    qid: str | None = None
    rule: str = "table"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an article, with every mention of the name."""

    name: str
    spans: tuple[tuple[int, int], ...]
    role: str | None = None
    country: str | None = None
    agency_id: str | None = None
    aliases: tuple[str, ...] = field(default_factory=tuple)
    role_spans: tuple[tuple[int, int], ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Ground:
    """The words that one field of a fact was read from, and by which rule or model."""

    field: str
    value: str
    start: int
    end: int
    rule: str
