"""The backtest: what it knows at an origin, and that the figures in the tables are those it gives."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from ctnews import lexicon
from ctnews.cadence import Held
from ctnews.cadence.backtest import Known, Trial, backtest

START = 730_000


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).parent / "bench" / "bench_cadence.py"
    spec = importlib.util.spec_from_file_location("bench_cadence", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_cadence"] = module
    spec.loader.exec_module(module)
    return module


def known(name: str, gap: int, *, start: int = START, count: int = 5) -> Known:
    return Known(name, "two-sided", [Held(start + gap * n, start + gap * n, n + 1) for n in range(count)])


def test_every_meeting_with_a_next_number_is_an_origin() -> None:
    jumping = Known("a", "two-sided", [Held(START + at, START + at, n) for at, n in ((0, 1), (400, 2), (1600, 5))])
    assert [trial.days for trial in backtest([jumping], [jumping])] == [400]


def test_what_others_did_later_is_not_known() -> None:
    one = known("a", 400)
    before = backtest([one], [one, known("b", 200, start=START - 2000)])
    after = backtest([one], [one, known("b", 200, start=START - 2000), known("c", 1500, start=START + 10_000)])
    assert before == after


def test_the_series_itself_is_left_out_of_its_prior() -> None:
    one, other = known("a", 150, count=3), known("b", 500, start=START - 3000)
    assert backtest([one], [one, other])[0] == backtest([one], [other])[0]


def test_an_open_gap_of_another_series_is_known() -> None:
    one = known("a", 400, start=START + 4000)
    waiting = known("b", 4000, start=START + 10, count=3)
    first = backtest([one], [one, known("c", 300, start=START - 3000), waiting])[0]
    without = backtest([one], [one, known("c", 300, start=START - 3000)])[0]
    assert first.median > without.median


def test_gold_and_further_meetings_are_kept_apart(bench: ModuleType) -> None:
    rows = {
        name: {(k.name, held) for k in bench.read(name) for held in k.held} for name in ("series_gold", "series_pool")
    }
    assert not rows["series_gold"] & rows["series_pool"]


@pytest.mark.slow
def test_the_tables_hold_what_the_bench_measures(bench: ModuleType, tmp_path: Path) -> None:
    bench.main(tmp_path)
    for name in ("cadence_prior", "cadence_backtest"):
        written = (tmp_path / f"{name}.tsv").read_text("utf-8").splitlines()[5:]
        stored = ["\t".join(row.values()) for row in lexicon.table(f"world/{name}")]
        assert [line.split("\t")[0] for line in written] == [line.split("\t")[0] for line in stored]
        for line, known_line in zip(written, stored, strict=True):
            assert [float(cell) for cell in line.split("\t")[1:]] == pytest.approx(
                [float(cell) for cell in known_line.split("\t")[1:]], abs=2e-3, rel=2e-2
            )


def test_the_forecast_keeps_its_word_on_the_gold_series() -> None:
    gold = next(row for row in lexicon.table("world/cadence_backtest") if row["name"] == "gold")
    coverage = int(gold["n_covered"]) / int(gold["n_forecasts"])
    assert int(gold["n_forecasts"]) == 22
    assert 0.75 <= coverage <= 0.85
    assert float(gold["error_days"]) < min(211, float(gold["flat_error_days"]), float(gold["own_median_error_days"]))
    assert float(gold["brier"]) < float(gold["base_brier"])


def test_a_trial_is_covered_by_its_interval() -> None:
    (first, *_) = backtest([known("a", 400)], [known("a", 400)])
    assert isinstance(first, Trial)
    assert first._replace(days=first.low).covered
    assert not first._replace(days=first.high + 1).covered
