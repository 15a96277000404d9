"""Kinds of meetings: which may denote one meeting, and which form series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ctnews import lexicon


@dataclass(frozen=True, slots=True)
class Kind:
    """What linking knows of a kind of meeting; `near` are families that articles confuse it with."""

    name: str
    label: str
    family: str
    near: frozenset[str]
    series: str  # always, named (with an ordinal or a repeated name), never
    by_words: bool  # every word of the name tells meetings apart, not only the words of the table
    days_apart: int  # so many days two reports of one meeting may differ without other evidence

    @property
    def recurs(self) -> bool:
        """Whether such meetings come in series."""
        return self.series != "never"

    def is_near(self, other: Kind) -> bool:
        """Tell whether one article may call a meeting by this kind and another by that."""
        return self.family == other.family or self.family in other.near or other.family in self.near


@cache
def kinds() -> Mapping[str, Kind]:
    """Give the kinds by name."""
    return {row["kind"]: _kind(row) for row in lexicon.table("world/linking_kinds")}


def kind_of(name: str | None) -> Kind:
    """Give a kind by name; a kind that is not in the table is like none but itself."""
    known = kinds().get(name or "")
    return known or Kind(name or "", (name or "meeting").replace("_", " "), name or "", frozenset(), "never", False, 0)


def _kind(row: lexicon.Row) -> Kind:
    near = frozenset(lexicon.values(row["near"]))
    return Kind(
        row["kind"],
        row["label"],
        row["family"],
        near,
        row["series"],
        row["names"] == "words",
        int(row["days_apart"]),
    )
