"""The sample corpus, the cases and the fresh articles are extracted at least as well as `floors.json` says; a fall in any figure fails."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

import ctnews as ct

TESTS = Path(__file__).parent
FLOORS = json.loads((TESTS / "floors.json").read_text("utf-8"))
CORPORA = {"sample": ct.sample_path(), "cases": TESTS / "cases", "fresh": TESTS / "fresh"}


@pytest.fixture(scope="module")
def studies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("quality")


@cache
def figures(corpus: str, studies: Path) -> dict[str, float]:
    return ct.score_study(CORPORA[corpus], ct.build_study(CORPORA[corpus], studies / corpus))


@pytest.mark.slow
@pytest.mark.parametrize(("corpus", "name"), [(corpus, name) for corpus, floors in FLOORS.items() for name in floors])
def test_no_figure_falls(corpus: str, name: str, studies: Path) -> None:
    assert figures(corpus, studies)[name] >= FLOORS[corpus][name]
