"""The table of pairs of names, its two halves, and how well linking tells one person from two."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ctnews.frames import PEOPLE, conform
from ctnews.linking.actors import group_people

TABLE = Path(__file__).with_name("name_pairs.tsv")


@dataclass(frozen=True)
class Pair:
    """Two persons as two articles have them."""

    one: str
    other: str
    country: str
    office: str
    same: bool
    why: str
    written: str  # first: before any rule; second and third: after the rules, measured before any was changed again

    @property
    def part(self) -> str:
        """Tell which part of the table it is in; of the first set the hash of the names decides."""
        half = hashlib.sha256(f"{self.one}\t{self.other}".encode()).digest()[0] % 2
        return self.written if self.written != "first" else ("held out" if half else "tuned on")

    def people(self) -> pd.DataFrame:
        """Give frame `people` of the two articles."""
        told = [(number, name, *_told(self, number)) for number, name in enumerate((self.one, self.other))]
        rows = [
            {"article_id": f"a{n}", "person_id": f"a{n}-0", "name": name, "country": country, "role": role}
            for n, name, country, role in told
        ]
        return conform(rows, PEOPLE)

    def found_same(self) -> bool:
        """Whether linking makes one person of the two."""
        return len(group_people(self.people())) == 1


def pairs() -> list[Pair]:
    """Give the pairs of the table."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    cells = [line.split("\t") for line in lines[1:]]
    return [Pair(*names, same == "yes", *more) for *names, same, why, part in cells for more in [(why, part)]]


def score(of: Iterable[Pair]) -> tuple[float, float, float]:
    """Give precision, recall and F1 of the pairs found to be one person."""
    told = [(pair.same, pair.found_same()) for pair in of]
    right = sum(same and found for same, found in told)
    precision = right / max(1, sum(found for _, found in told))
    recall = right / max(1, sum(same for same, _ in told))
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _told(pair: Pair, number: int) -> tuple[str | None, str | None]:
    country, role = (cell.split("/")[min(number, cell.count("/"))] for cell in (pair.country, pair.office))
    return (None if country == "-" else country), (None if role == "-" else role)
