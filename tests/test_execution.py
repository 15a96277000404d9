"""Work that is spread over processes or a cluster gives what one process gives, in order."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pandas as pd
import pytest

import ctnews as ct
from ctnews.errors import InputError, RunError
from ctnews.execution import CHUNK, chunks, executing, in_order


def slow_then_fast(number: int) -> int:
    time.sleep(0.05 if number == 0 else 0.0)
    return number * number


def die(_: int) -> int:
    os._exit(9)


def fail(_: int) -> int:
    raise InputError("The part is no good; give another.")


def die_once(number: int, folder: str) -> int:
    """End the process the first time that the third part is worked on."""
    mark = Path(folder) / "died"
    if number == 2 and not mark.exists():
        mark.touch()
        os._exit(9)
    return number * number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_parts(jobs: int) -> None:
    with executing(jobs) as executor:
        assert list(in_order(slow_then_fast, ((n,) for n in range(30)), executor)) == [n * n for n in range(30)]


def test_a_frame_is_given_whole_in_chunks() -> None:
    frame = pd.DataFrame({"n": range(CHUNK * 2 + 1)})
    parts = list(chunks(frame))
    assert [len(part) for part in parts] == [CHUNK, CHUNK, 1]
    assert pd.concat(parts).equals(frame)


def test_few_rows_are_not_spread() -> None:
    with executing(2, rows=10) as executor:
        assert executor is None


def test_a_worker_that_dies_is_told_with_the_cure() -> None:
    with executing(2) as executor, pytest.raises(RunError, match="--jobs 1"):
        list(in_order(die, [(1,)], executor))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_a_part_comes_through(jobs: int) -> None:
    with executing(jobs) as executor, pytest.raises(InputError, match="give another"):
        list(in_order(fail, [(1,), (2,)], executor))


def test_a_cluster_that_is_not_there_is_told() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(InputError, match="no cluster at nonsense"), executing(cluster="nonsense://127.0.0.1:1"):
        pass


def test_cleaning_and_extraction_give_the_same_in_two_processes() -> None:
    raw = ct.read_articles(ct.sample_path()).articles
    with executing(2) as executor:
        cleaned = ct.clean_articles(raw, executor=executor)
        facts = ct.extract_facts(cleaned.articles, cleaned.passages, executor=executor)
    alone = ct.clean_articles(raw)
    assert all(one.equals(two) for one, two in zip(cleaned, alone, strict=True))
    told = ct.extract_facts(alone.articles, alone.passages)
    assert all(one.equals(two) for one, two in zip(facts, told, strict=True))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_whose_worker_is_killed_gives_the_same(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster, executing(cluster=cluster.scheduler_address) as executor:
        found = list(in_order(die_once, [(n, str(tmp_path)) for n in range(20)], executor))
    assert (tmp_path / "died").exists()
    assert found == [n * n for n in range(20)]
