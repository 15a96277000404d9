"""Runs of reports: published by one rename, repeated only for a reason, told apart, watched, and never half there."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from study_fixture import write_study
from test_reports import STUDY_CELL, Page, check_offline
from test_reports_parameters import write_notebook

from ctnews import storage
from ctnews.cli import main
from ctnews.errors import InputError, ReportError
from ctnews.frames import STUDY_FRAMES, conform
from ctnews.reports import RunResult, call_hook, processes, run_reports, stale_reports
from ctnews.reports.folder import ReportFolder
from ctnews.reports.index import read_manifest
from ctnews.reports.schedule import age
from ctnews.reports.worker import Job, Outcome
from ctnews.resources import notebooks_folder
from ctnews.study import FORMAT, open_study

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_study(tmp_path_factory.mktemp("runs") / "study")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write_notebook(tmp_path / "own.ipynb", STUDY_CELL, "'all is well'")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let jobs run in this process without a kernel; give the names of those that ran."""
    ran: list[str] = []

    def made(job: Job, _: float) -> Outcome:
        ran.append(job.name)
        folder = Path(job.folder)
        folder.mkdir()
        source = Path(job.notebook).read_text("utf-8")
        if "1 / 0" in source:
            return Outcome(reason="ZeroDivisionError: division by zero")
        (folder / f"{job.name}.html").write_text(f"<p>{len(ran)}</p>", "utf-8")
        (folder / f"{job.name}-meetings.csv").write_text("meeting_id\nm01\n", "utf-8")
        return Outcome(title=job.name, html=f"{job.name}.html", findings=[f"{job.name}-meetings.csv"])

    monkeypatch.setattr(processes, "_run", made)
    return ran


def changed_study(study: Path, folder: Path, **drop: list[str]) -> Path:
    """Write the study anew without some rows, given by their first column's values."""
    opened = open_study(study)
    tables = {contract.name: conform(getattr(opened, contract.name), contract) for contract in STUDY_FRAMES}
    for name, keys in drop.items():
        first = tables[name].columns[0]
        tables[name] = tables[name][~tables[name][first].isin(keys)]
    storage.write(folder, tables, {"format": FORMAT, "inputs": ["corpus"]})
    return folder


def whole(out: Path) -> dict[str, Any]:
    """Check that the index and all that it leads to are there and whole; give the manifest's entries."""
    assert check_offline(out / "index.html").text
    reports: dict[str, Any] = read_manifest(out)["reports"]
    for entry in reports.values():
        for file in filter(None, [entry["html"], *entry["findings"]]):
            assert (out / file).is_file(), file
    return reports


def test_what_nothing_has_changed_for_is_not_run_again(
    study: Path, own: Path, tmp_path: Path, quick: list[str]
) -> None:
    first = run_reports(own, study=study, out=tmp_path / "out")
    again = run_reports(own, study=study, out=tmp_path / "out")
    assert quick == ["own"]
    assert (first.unchanged, again.unchanged, again.paths) == ((), ("own",), first.paths)
    assert len(list((tmp_path / "out" / "runs").iterdir())) == 1
    assert "nothing had changed" in Page(again.index.read_text("utf-8")).text or read_manifest(tmp_path / "out")
    run_reports(own, study=study, out=tmp_path / "out", force=True)
    assert quick == ["own", "own"]


def test_what_a_page_depends_on_makes_it_run_again(study: Path, own: Path, tmp_path: Path, quick: list[str]) -> None:
    out = tmp_path / "out"
    run_reports(own, study=study, out=out)
    write_notebook(own, STUDY_CELL, "'another'")
    run_reports(own, study=study, out=out)
    run_reports(own, study=changed_study(study, tmp_path / "less", meetings=["m12"]), out=out)
    (out / "own.html").write_text("<p>edited by hand</p>", "utf-8")
    run_reports(own, study=tmp_path / "less", out=out)
    (out / "latest" / "own-meetings.csv").unlink()
    run_reports(own, study=tmp_path / "less", out=out)
    write_notebook(own, STUDY_CELL, "1 / 0")
    run_reports(own, study=tmp_path / "less", out=out)
    run_reports(own, study=tmp_path / "less", out=out)
    assert quick == ["own"] * 7, "a run that failed is tried again"


def test_only_so_many_runs_stay_and_all_addresses_last(
    study: Path, own: Path, tmp_path: Path, quick: list[str]
) -> None:
    other = write_notebook(tmp_path / "other.ipynb", STUDY_CELL, "'other'")
    out = tmp_path / "out"
    run_reports(other, study=study, out=out)
    for _ in range(4):
        run_reports(own, study=study, out=out, keep=2, force=True)
    runs = sorted((out / "runs").iterdir())
    assert len(runs) == 2
    assert (out / "latest").resolve() == runs[-1].resolve()
    assert sorted(whole(out)) == ["other", "own"], "a report that did not run stands in every run"
    assert (out / "other.html").read_text("utf-8") == "<p>1</p>"
    assert len(quick) == 5
    with pytest.raises(InputError, match="1 or more"):
        run_reports(own, study=study, out=out, keep=0)


@pytest.mark.usefixtures("quick")
def test_a_folder_of_an_earlier_version_is_taken_over(study: Path, own: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("old", "utf-8")
    (out / "old.html").write_text("<p>old</p>", "utf-8")
    entry = {"title": "Old", "status": "done", "html": "old.html", "last_good": "2024-01-01T00:00:00+00:00"}
    entry |= {"findings": [], "changes": {}, "parameters": {}, "counts": {}, "reason": ""}
    (out / "manifest.json").write_text(json.dumps({"reports": {"old": entry}}), "utf-8")
    run_reports(own, study=study, out=out)
    assert sorted(whole(out)) == ["old", "own"]
    assert (out / "index.html").is_symlink()


def test_without_symbolic_links_files_are_copied(
    study: Path, own: Path, tmp_path: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    monkeypatch.setattr(os, "link", refuse)
    out = tmp_path / "out"
    for _ in range(2):
        run_reports(own, study=study, out=out, force=True)
        assert list(whole(out)) == ["own"]
    assert not (out / "index.html").is_symlink()
    assert run_reports(own, study=study, out=out).unchanged == ("own",)
    assert quick == ["own", "own"]


def test_two_runs_at_once_in_one_folder_are_refused(study: Path, own: Path, tmp_path: Path, quick: list[str]) -> None:
    folder = ReportFolder(tmp_path / "out")
    with folder.held(), pytest.raises(ReportError, match="Another run is at work"):
        run_reports(own, study=study, out=tmp_path / "out")
    run_reports(own, study=study, out=tmp_path / "out")
    assert quick == ["own"]


@pytest.mark.parametrize("good_before", [True, False])
def test_a_full_disk_leaves_all_as_it_was_and_is_told(
    good_before: bool, study: Path, own: Path, tmp_path: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    if good_before:
        run_reports(own, study=study, out=out)

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ReportFolder, "publish", full)
    result = run_reports(own, study=study, out=out, force=True)
    assert "No space left on device" in result.failures["own"]
    assert "No space left" in Page((out / "index.html").read_text("utf-8")).text
    assert bool(whole(out)["own"]["html"]) is good_before
    assert not list(out.glob(".run-*"))
    assert len(quick) == 1 + good_before


@pytest.mark.usefixtures("quick")
def test_a_disk_that_takes_no_index_either_is_an_error(
    study: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_reports(own, study=study, out=tmp_path / "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("ctnews.reports.run.write_index", full)
    with pytest.raises(ReportError, match="Free space"):
        run_reports(own, study=study, out=tmp_path / "out", force=True)
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == before


def test_a_process_that_cannot_write_tells_by_its_exit_code(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text("", "utf-8")
    assert "No space left" in processes._outcome(tmp_path, errno.ENOSPC).reason
    assert "it said nothing" in processes._outcome(tmp_path, 1).reason


def test_the_manifest_tells_all_that_a_run_was_made_from(
    study: Path, own: Path, tmp_path: Path, quick: list[str]
) -> None:
    run_reports(own, study=study, out=tmp_path / "out")
    run = read_manifest(tmp_path / "out")
    assert run["study_digest"] == open_study(study).manifest["corpus"]
    assert run["study_counts"]["meetings"] == 12
    assert {"en", "id", "ms", "world"} <= run["lexicons"].keys()
    assert all(len(tables["sha256"]) == 64 and tables["date"] for tables in run["lexicons"].values())
    assert len(run["code"]["sha256"]) == 64
    assert {"python", "pandas", "papermill"} <= run["packages"].keys()
    assert run["started"] <= run["finished"]
    assert run["reports"]["own"]["parameters"] == {"study": str(study)}
    assert run["reports"]["own"]["fingerprint"]
    assert quick == ["own"]


def test_the_same_inputs_with_other_findings_are_told(study: Path, own: Path, tmp_path: Path, quick: list[str]) -> None:
    run_reports(own, study=study, out=tmp_path / "out")
    path = tmp_path / "out" / "latest" / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["reports"]["own"]["findings"]["own-meetings.csv"] = "0" * 64
    path.write_text(json.dumps(manifest), "utf-8")
    run_reports(own, study=study, out=tmp_path / "out", force=True)
    assert "yet its findings are others" in read_manifest(tmp_path / "out")["warnings"][-1]
    assert len(quick) == 2


@pytest.mark.parametrize(("text", "hours"), [("36h", 36), ("90m", 1.5), ("7d", 168), ("2w", 336), (" 1.5H ", 1.5)])
def test_a_length_of_time_is_read(text: str, hours: float) -> None:
    assert age(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "36", "h", "-1h", "1y", "soon"])
def test_what_is_no_length_of_time_is_told(text: str) -> None:
    with pytest.raises(InputError, match="36h"):
        age(text)


def test_freshness_is_that_of_the_newest_good_page(study: Path, own: Path, tmp_path: Path, quick: list[str]) -> None:
    out, later = tmp_path / "out", datetime.now(UTC) + timedelta(hours=40)
    assert stale_reports(out, "36h") == {"reports": f"there are none in {out}"}
    run_reports(own, study=study, out=out)
    assert stale_reports(out, "36h") == {}
    assert "40.0 hours old" in stale_reports(out, "36h", now=later)["own"]
    assert stale_reports(out, "2d", now=later) == {}
    assert stale_reports(out, "2d", names=["cadence"]) == {"cadence": "no good report of it yet"}
    write_notebook(own, STUDY_CELL, "1 / 0")
    run_reports(own, study=study, out=out)
    assert stale_reports(out, "36h") == {}, "the last good page is still fresh"
    assert "own" in stale_reports(out, "36h", now=later)
    assert len(quick) == 2


def test_a_failure_that_never_had_a_good_page_is_not_fresh(
    study: Path, own: Path, tmp_path: Path, quick: list[str]
) -> None:
    write_notebook(own, STUDY_CELL, "1 / 0")
    run_reports(own, study=study, out=tmp_path / "out")
    assert stale_reports(tmp_path / "out", "36h") == {"own": "no good report of it yet"}
    assert quick == ["own"]


def test_the_hook_is_told_by_its_environment_alone(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    hostile = "$(touch owned) `touch owned`; touch owned 'x' \"y\"\0"
    code = call_hook(
        f'printf "%s\\n" "$CTNEWS_FAILED" "$CTNEWS_REASONS" "$CTNEWS_INDEX" > {told}', {"own": hostile}, "i.html"
    )
    lines = told.read_text("utf-8").splitlines()
    assert (code, lines[0], lines[2]) == (0, "own", "i.html")
    assert json.loads(lines[1]) == {"own": hostile.replace("\0", "\\u0000")} or "touch owned" in lines[1]
    assert not Path("owned").exists()
    assert call_hook("exit 3", {}, "") == 3


def test_the_command_calls_the_hook_and_checks_freshness(
    study: Path, own: Path, tmp_path: Path, quick: list[str]
) -> None:
    def run(*arguments: object) -> Any:
        return CliRunner().invoke(main, ["report", *map(str, arguments), "--out", str(tmp_path / "out")])

    hook = ("--on-failure", f"echo $CTNEWS_FAILED >> {tmp_path}/told")
    assert run("--check-fresh", "36h").exit_code == 1
    assert run(own, "--study", study, *hook).exit_code == 0
    assert not (tmp_path / "told").exists()
    assert run("--check-fresh", "36h").exit_code == 0
    assert run("--check-fresh", "soon").exit_code == 2
    assert "nothing has changed for own" in run(own, "--study", study).output
    write_notebook(own, STUDY_CELL, "1 / 0")
    assert run(own, "--study", study, *hook).exit_code == 1
    assert run("cadense", "--study", study, *hook).exit_code == 2
    assert (tmp_path / "told").read_text("utf-8").split() == ["own", "run"]
    assert run(own).exit_code == 2
    assert len(quick) == 2


@pytest.mark.slow
def test_the_top_of_a_report_tells_what_changed(study: Path, tmp_path: Path) -> None:
    less = changed_study(study, tmp_path / "study", meetings=["m05", "m11"])
    out = tmp_path / "out"
    run_reports("briefing", study=less, out=out)
    shutil.rmtree(less)
    shutil.copytree(study, less)
    result = run_reports("briefing", study=less, out=out)
    page = check_offline(result.paths["briefing"])
    assert "2 new in meetings" in page.text
    assert "Senior Officials Meeting on Transnational Crime, ASEAN, 20–22 June 2023" in page.text
    assert page.text.index("2 new in meetings") < page.text.rindex("Reported last")
    assert "2 new (" in Page(result.index.read_text("utf-8")).text
    again = run_reports("briefing", study=less, out=out, force=True)
    assert (
        "Nothing has changed in the findings since the run of" in Page(again.paths["briefing"].read_text("utf-8")).text
    )
    other = run_reports("briefing", study=less, out=out, parameters={"countries": "JP"})
    assert "other parameters" in Page(other.paths["briefing"].read_text("utf-8")).text


def _started(own: Path, study: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "ctnews.cli",
        "report",
        str(own),
        "--study",
        str(study),
        "--out",
        str(out),
        "--force",
    ]
    code = f"import sys; sys.argv = {command[2:]!r}; from ctnews.cli import main; main()"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.DEVNULL)


@pytest.mark.slow
def test_a_run_killed_at_any_moment_leaves_index_and_reports_whole(study: Path, own: Path, tmp_path: Path) -> None:
    """Kill the runner at 20 random moments; each time the published run is whole, and the next run cleans up."""
    out, chance = tmp_path / "out", random.Random(8)
    began = time.monotonic()
    run_reports(own, study=study, out=out)
    lasts = time.monotonic() - began
    for _ in range(20):
        process = _started(own, study, out)
        time.sleep(chance.uniform(0.3, 1.2 * lasts))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert whole(out)["own"]["status"] == "done"
    result: RunResult = run_reports(own, study=study, out=out, force=True)
    assert result.failures == {}
    assert not list(out.glob(".run-*"))
    time.sleep(3)
    left = (
        [p for p in Path("/proc").glob("[0-9]*/cmdline") if str(out).encode() in _text(p)]
        if Path("/proc").is_dir()
        else []
    )
    assert left == [], "no process of a killed run goes on"


def _text(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.mark.slow
def test_the_template_runs_like_a_report_of_ours(study: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.ipynb"
    shutil.copy(notebooks_folder() / "01_template.ipynb", mine)
    result = run_reports(mine, study=study, out=tmp_path / "out", parameters={"countries": "ID", "least_told": "2"})
    assert result.failures == {}
    page = check_offline(result.paths["mine"])
    assert "A report of your own" in page.text
    assert "first good run" in page.text
    assert (tmp_path / "out" / "mine-meetings.csv").is_file()
    with pytest.raises(InputError, match="did you mean 'least_told'"):
        run_reports(mine, study=study, out=tmp_path / "out", parameters={"least_toled": "2"})
