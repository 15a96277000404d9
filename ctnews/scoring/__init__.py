"""Scores a study against gold facts that a user wrote for some of its articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.errors import InputError
from ctnews.scoring.cases import Case, Prediction, predictions
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
        for case in _read(Path(folder)):
            if not wanted or case.gold["lang"] in wanted:
                links += score_case(board, case, found.get(case.doc, Prediction()))
    score_links(board, links)
    return board.figures()


def _read(folder: Path) -> Iterator[Case]:
    path = folder / "gold.jsonl"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise InputError(f"No gold facts in {folder}: it needs a file gold.jsonl ({error}).") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _case(folder, path, number, line)


def _case(folder: Path, path: Path, number: int, line: str) -> Case:
    try:
        gold: dict[str, Any] = json.loads(line)
        raw = (folder / f"{gold['doc']}.txt").read_text("utf-8", errors="replace")
    except (ValueError, KeyError, OSError) as error:
        raise InputError(f"{path}, line {number}: no gold record with its article beside it ({error!r}).") from error
    return Case(gold["doc"], gold, raw)
