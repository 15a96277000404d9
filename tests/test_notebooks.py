"""The notebooks as files: clean, plain, and each cell prose, a call or a figure."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import nbformat
import pytest
from study_fixture import write_study

from ctnews import resources
from ctnews.errors import InputError
from ctnews.reports import run_reports
from ctnews.resources import notebooks_folder, report_names, sample_path

NOTEBOOKS = sorted(notebooks_folder().glob("*.ipynb"))
LONGEST_FUNCTION = 5


def read(path: Path) -> Any:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return notebook


def code_of(path: Path) -> list[str]:
    return [cell.source for cell in read(path).cells if cell.cell_type == "code"]


def test_the_reports_are_those_that_the_design_names() -> None:
    assert report_names() == ("actors", "agencies", "agreements", "briefing", "cadence", "corpus")


def test_the_sample_corpus_is_found() -> None:
    assert sample_path().is_dir()


def test_an_installed_package_has_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "site-packages" / "ctnews")
    with pytest.raises(InputError, match="install ctnews again"):
        sample_path()
    copy = tmp_path / "site-packages" / "ctnews" / "data" / "sample"
    copy.mkdir(parents=True)
    (tmp_path / "site-packages" / "data" / "sample").mkdir(parents=True)
    assert sample_path() == copy


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_without_results(path: Path) -> None:
    notebook = read(path)
    assert notebook.metadata.kernelspec.name == "python3"
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_opens_with_its_title(path: Path) -> None:
    first = read(path).cells[0]
    assert first.cell_type == "markdown"
    assert first.source.startswith("# ")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_belongs_in_the_package_is_in_no_cell(path: Path) -> None:
    for source in code_of(path):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION
            assert not (isinstance(node, ast.Import) and any(name.name == "re" for name in node.names))
            assert not (isinstance(node, ast.Attribute) and node.attr == "merge")


@pytest.mark.parametrize("path", [p for p in NOTEBOOKS if p.stem in report_names()], ids=lambda path: path.stem)
def test_a_cell_of_a_report_shows_one_thing(path: Path) -> None:
    for source in code_of(path)[2:]:
        shown = [node for node in ast.parse(source).body if isinstance(node, ast.Expr)]
        assert len(shown) == 1, source


@pytest.mark.slow
def test_the_tour_runs_on_the_sample_corpus(tmp_path: Path) -> None:
    result = run_reports(notebooks_folder() / "00_tour.ipynb", study=write_study(tmp_path / "s"), out=tmp_path)
    assert result.failures == {}
