"""Counts of right, found and asked, and the figures they come to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Counts:
    """How many are right, how many were found, how many there are."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        if self.found:
            return self.right / self.found
        return 0.0 if self.gold else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Board:
    """All counts of a scoring, by the name of the figure."""

    sets: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    points: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))

    def add(self, name: str, right: int, found: int, gold: int) -> None:
        """Count for a figure with precision and recall."""
        counts = self.sets[name]
        counts.right += int(right)
        counts.found += int(found)
        counts.gold += int(gold)

    def ask(self, name: str, right: object) -> None:
        """Count one question, answered rightly or not."""
        counts = self.points[name]
        counts.right += bool(right)
        counts.gold += 1

    def figures(self) -> dict[str, float]:
        """Give every figure, 0 to 1."""
        figures = {name: counts.right / counts.gold for name, counts in self.points.items() if counts.gold}
        for name, counts in self.sets.items():
            figures[f"{name}: precision"] = counts.precision
            figures[f"{name}: recall"] = counts.recall
            figures[f"{name}: F1"] = counts.f1
        return dict(sorted(figures.items()))
