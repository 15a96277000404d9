"""Scores a study against gold facts that a user wrote for some of its articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ctnews.scoring.cases import Prediction, predictions, read_cases
from ctnews.scoring.facts import score_case
from ctnews.scoring.links import score_links
from ctnews.scoring.tally import Board

if TYPE_CHECKING:
    from ctnews.study import Study

__all__ = ["score_study"]


def score_study(
    cases: str | Path | Iterable[str | Path], study: Study, *, langs: Iterable[str] = ()
) -> dict[str, float]:
    """Score a study against folders of gold cases and give every figure, each between 0 and 1.

    A folder of cases holds `gold.jsonl` (see `data/README.md` for its fields) and the articles `<doc>.txt` that the
    study was built from. A meeting that was not found counts as wrong in each of its points. Raises `InputError`
    where a folder has no readable gold.
    """
    folders = [cases] if isinstance(cases, str | Path) else list(cases)
    wanted = set(langs)
    board = Board()
    found = predictions(study)
    links: list[tuple[str, str | None]] = []
    for folder in folders:
        for case in read_cases(Path(folder)):
            if not wanted or case.gold["lang"] in wanted:
                links += score_case(board, case, found.get(case.doc, Prediction()))
    score_links(board, links)
    return board.figures()
