"""Judges each account of a meeting that a study has: whether all that it tells is as the gold facts say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.scoring.cases import predictions, read_cases
from ctnews.scoring.compare import meeting_likeness, pair_up
from ctnews.scoring.facts import MEETING
from ctnews.scoring.meetings import points

if TYPE_CHECKING:
    from ctnews.study import Study

Record = Mapping[Any, Any]


def judge_accounts(cases: Path, study: Study) -> Iterator[tuple[Record, bool]]:
    """Give every account in the articles of a folder of gold cases, and whether it is right.

    It is where the gold has its meeting and every point that the gold tells is as found: day, place, parties,
    number, kind, status. Raises `InputError` where the folder has no readable gold.
    """
    found = predictions(study)
    for case in read_cases(cases):
        accounts = found[case.doc].meetings if case.doc in found else []
        gold = case.gold["meetings"]
        gold_of = {j: gold[i] for i, j in pair_up(gold, accounts, meeting_likeness, MEETING)}
        for number, account in enumerate(accounts):
            yield account, number in gold_of and all(points(gold_of[number], account).values())
