"""The sample corpus is extracted at least as well as `floors.json` says; a fall in any figure fails here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ctnews as ct

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    study = ct.build_study(ct.sample_path(), tmp_path_factory.mktemp("quality") / "study")
    return ct.score_study(ct.sample_path(), study)


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_of_the_sample_falls(name: str, figures: dict[str, float]) -> None:
    assert figures[name] >= FLOORS[name]
