"""Parameters: read from the notebook's own cell, and every fault named before a kernel starts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from study_fixture import write_study

from ctnews.errors import CtnewsError, InputError, ReportError
from ctnews.reports.jobs import find_notebooks
from ctnews.reports.parameters import check_parameters, declared_parameters
from ctnews.reports.run import run_reports
from ctnews.resources import notebooks_folder

DECLARING = """study = ""  # study: a folder
from_date = None  # date: first day
to_date = None  # date: last day
countries = None  # countries: parties
agencies = None  # agencies: by id or name
language = None  # language: of the articles
min_confidence = 0.0  # share: from 0 to 1
label = "a # b = c | d"  # how the report is called
depth = 3
deep: bool | None = None  # flag: all of it
words = ["a", "b"]
code = "007"
"""


def write_notebook(path: Path, parameters: str, *code: str) -> Path:
    cells = [("parameters", parameters), *(("", source) for source in code)]
    content = {
        "cells": [
            {
                "cell_type": "code", "id": f"c{number}", "execution_count": None, "outputs": [],
                "metadata": {"tags": [tag] if tag else []}, "source": source,
            }
            for number, (tag, source) in enumerate(cells)
        ],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }  # fmt: skip
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_notebook(tmp_path_factory.mktemp("parameters") / "own.ipynb", DECLARING)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_study(tmp_path_factory.mktemp("parameters") / "study")


def test_names_defaults_kinds_and_help_come_from_the_cell(notebook: Path) -> None:
    found = {parameter.name: parameter for parameter in declared_parameters(notebook)}
    assert list(found)[:3] == ["study", "from_date", "to_date"]
    assert found["label"].default == "a # b = c | d"
    assert found["label"].help == "how the report is called"
    assert [found[name].kind for name in ("label", "depth", "deep", "words")] == [
        "text",
        "number",
        "flag",
        "list",
    ]
    assert found["deep"].default is None


@pytest.mark.parametrize("line", ["a = b", "a = 1 + len('x')", "a, b = 1, 2", "import os", "a = f'{1}'", "a: int"])
def test_what_is_computed_in_the_cell_is_refused(line: str, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"Line 2 .* later cell"):
        declared_parameters(write_notebook(tmp_path / "n.ipynb", f"x = 1\n{line}"))


def test_a_broken_notebook_is_said(tmp_path: Path) -> None:
    (tmp_path / "n.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(ReportError, match="cannot be read as a notebook"):
        declared_parameters(tmp_path / "n.ipynb")


def test_a_notebook_without_the_cell_has_no_parameters(tmp_path: Path) -> None:
    path = write_notebook(tmp_path / "n.ipynb", "")
    assert declared_parameters(path) == ()


@pytest.mark.parametrize(
    ("name", "given", "plain"),
    [
        ("from_date", "2020-01-31", "2020-01-31"),
        ("from_date", date(2020, 1, 31), "2020-01-31"),
        ("from_date", np.datetime64("2020-01-31"), "2020-01-31"),
        ("from_date", "", None),
        ("countries", "id, AU", ["ID", "AU"]),
        ("countries", "Indonesia,uae", ["ID", "AE"]),
        ("countries", ("ASEAN",), ["ASEAN"]),
        ("countries", {"JP", "AU"}, ["AU", "JP"]),
        ("agencies", "bnpt,National Counter Terrorism Agency", ["id-bnpt", "id-bnpt"]),
        ("language", "id", "id"),
        ("min_confidence", "0.5", 0.5),
        ("min_confidence", np.float64(0.5), 0.5),
        ("depth", "4", 4.0),
        ("depth", np.int64(4), 4),
        ("deep", "true", True),
        ("words", "x,y", ["x", "y"]),
        ("code", "007", "007"),
        ("label", Path("a/b"), "a/b"),
    ],
)
def test_a_value_becomes_what_a_notebook_can_be_given(
    name: str, given: Any, plain: Any, notebook: Path, study: Path
) -> None:
    checked = check_parameters(notebook, {"study": study, name: given})[name]
    assert checked == plain
    assert type(checked) is type(plain)
    json.dumps(checked)


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("form_date", "2020-01-31", "did you mean 'from_date'"),
        ("zzz\nimport os", 1, "no such parameter"),
        ("from_date", "31/01/2020", "write it as 2024-01-31"),
        ("from_date", "2020-02-30", "is no date"),
        ("from_date", 2020, "is no date"),
        ("countries", "Atlantis", "'Atlantis' is no country known here"),
        ("agencies", "BNTP", "did you mean 'id-bnpt'"),
        ("language", "xx", "no language of this study"),
        ("min_confidence", 1.5, "not between 0 and 1"),
        ("min_confidence", float("nan"), "not between 0 and 1"),
        ("min_confidence", "high", "is no number"),
        ("depth", True, "is no number"),
        ("deep", "maybe", "neither true nor false"),
        ("label", 3, "is no text"),
    ],
)
def test_a_fault_is_told_with_its_cure(name: str, given: Any, told: str, notebook: Path, study: Path) -> None:
    with pytest.raises(ReportError) as caught:
        check_parameters(notebook, {"study": study, name: given})
    assert told in str(caught.value)


def test_all_faults_stand_in_one_message(notebook: Path, study: Path) -> None:
    given = {"study": study, "form_date": "x", "to_date": "x", "min_confidence": 7, "countries": ["Atlantis"]}
    with pytest.raises(InputError) as caught:
        check_parameters(notebook, given)
    assert str(caught.value).count("\n  - ") == 4


def test_dates_in_the_wrong_order_are_a_fault(notebook: Path, study: Path) -> None:
    with pytest.raises(ReportError, match="2021-01-01 is later than to_date"):
        check_parameters(notebook, {"study": study, "from_date": "2021-01-01", "to_date": "2020-01-01"})


@pytest.mark.parametrize("given", [{}, {"study": ""}, {"study": None}, {"study": "nowhere"}])
def test_no_study_is_a_fault(given: dict[str, Any], notebook: Path) -> None:
    with pytest.raises(ReportError, match="study: "):
        check_parameters(notebook, given)


@pytest.mark.parametrize(
    ("name", "told"), [("cadense", "did you mean 'cadence'"), ("x.ipynb", "give a notebook's path")]
)
def test_an_unknown_report_is_told_before_anything_is_written(
    name: str, told: str, study: Path, tmp_path: Path
) -> None:
    with pytest.raises(CtnewsError, match=told):
        run_reports(name, study=study, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_faults_of_several_reports_are_told_together_and_once(study: Path, tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        run_reports(
            ["corpus", "cadence"], study=study, out=tmp_path / "out", parameters={"language": "xx", "form_date": 1}
        )
    assert str(caught.value).count("no language") == 1
    assert "form_date: the report has no such parameter; did you mean 'from_date'?" in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_fault_of_one_report_among_several_names_it(study: Path, tmp_path: Path) -> None:
    own = write_notebook(tmp_path / "own.ipynb", 'study = ""  # study: a folder\ndepth = 3')
    with pytest.raises(ReportError, match=r"depth: the report has no such parameter.* \(report cadence\)"):
        run_reports(["cadence", own], study=study, out=tmp_path / "out", parameters={"depth": 4})


def test_all_unknown_reports_are_told_together(study: Path, tmp_path: Path) -> None:
    with pytest.raises(CtnewsError, match=r"did you mean 'cadence'.*\n.*did you mean 'actors'"):
        run_reports(["cadense", "actor"], study=study, out=tmp_path / "out")


def test_two_notebooks_of_one_name_are_refused(tmp_path: Path) -> None:
    own = write_notebook(tmp_path / "cadence.ipynb", "")
    with pytest.raises(ReportError, match="Two notebooks"):
        find_notebooks(["cadence", own])


def test_every_report_of_ours_declares_the_same_parameters() -> None:
    names = ["study", "from_date", "to_date", "countries", "agencies", "language", "min_confidence"]
    for path in find_notebooks().values():
        assert path.parent == notebooks_folder()
        assert [parameter.name for parameter in declared_parameters(path)] == names
        assert all(parameter.help for parameter in declared_parameters(path))
