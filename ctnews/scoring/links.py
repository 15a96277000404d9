"""Scores linking: are the accounts of one meeting put together, and only they?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ctnews.scoring.tally import Board


def score_links(board: Board, links: Sequence[tuple[str, str | None]]) -> None:
    """Count pairs of gold accounts that the gold, the study or both put together.

    `links` holds (gold cluster, predicted meeting) of each account; one that was not found stands alone.
    """
    found = [(cluster, meeting if meeting is not None else f"alone {n}") for n, (cluster, meeting) in enumerate(links)]
    right = _pairs(Counter(found).values())
    board.add(
        "meetings linked",
        right,
        _pairs(Counter(meeting for _, meeting in found).values()),
        _pairs(Counter(cluster for cluster, _ in found).values()),
    )


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)
