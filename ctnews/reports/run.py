"""Runs reports on a study: each in a process of its own, each published whole or not at all."""

from __future__ import annotations

import difflib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from ctnews import resources
from ctnews.errors import InputError, ReportError
from ctnews.reports.index import read_manifest, write_index
from ctnews.reports.parameters import ParameterError, check_parameters, declared_parameters
from ctnews.reports.publication import publish
from ctnews.reports.worker import Job, Outcome
from ctnews.study import open_study

MOST_KERNELS = 4
TIME_LIMIT = 900.0


@dataclass(frozen=True)
class RunResult:
    """What a run wrote: the index page, each report that went well, and why the others did not."""

    index: Path
    paths: dict[str, Path] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


def run_reports(
    names: str | Path | Sequence[str | Path] | None = None,
    *,
    study: str | Path,
    out: str | Path,
    parameters: Mapping[str, Any] | None = None,
    progress: bool = False,
    time_limit: float = TIME_LIMIT,
) -> RunResult:
    """Run the reports (all, or those named; a notebook's path is a name too) and publish them into `out`.

    `time_limit` is in seconds, for each report. A report that fails leaves the last good one in place, and
    the index says so. Raises `ParameterError` before anything runs where a name or parameter cannot be used
    or `out` can be no folder, and `StudyError` where there is no study.
    """
    notebooks = find_notebooks(names)
    jobs = _checked(notebooks, str(study), parameters or {})
    opened = open_study(study)
    folder = Path(out)
    _make(folder)
    manifest = read_manifest(folder)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".run-", ignore_cleanup_errors=True) as scratch:
        entries = {
            name: publish(name, jobs[name], outcome, Path(scratch) / name, folder, manifest)
            for name, outcome in _outcomes(jobs, Path(scratch), time_limit, progress)
        }
    write_index(folder, manifest.get("reports", {}) | entries, opened)
    return _result(folder, dict(sorted(entries.items())))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"The reports cannot be written to {folder} ({error}); choose another --out.") from error


def find_notebooks(names: str | Path | Sequence[str | Path] | None = None) -> dict[str, Path]:
    """Give each report's name and notebook; raises `ParameterError` for a name that is neither."""
    known = resources.report_names()
    wanted = known if names is None else [names] if isinstance(names, str | Path) else names
    found: dict[str, Path] = {}
    for name in wanted:
        path = resources.notebooks_folder() / f"{name}.ipynb" if str(name) in known else Path(name)
        if path.suffix != ".ipynb" or not path.is_file():
            near = difflib.get_close_matches(str(name), known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}, or give a notebook's path."
            raise ParameterError(f"There is no report {str(name)!r}; {hint}")
        if found.get(path.stem, path) != path:
            raise ReportError(f"Two notebooks are named {path.stem!r}; rename one, their reports would be one file.")
        found[path.stem] = path
    return found


def _checked(notebooks: Mapping[str, Path], study: str, given: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Check the parameters of all reports and raise all their faults; not each asks for the study."""
    checked, faults = {}, []
    for name, notebook in notebooks.items():
        try:
            asked = any(parameter.name == "study" for parameter in declared_parameters(notebook))
            values = check_parameters(notebook, ({"study": study} if asked else {}) | dict(given))
        except ReportError as error:
            faults.append(str(error))
        else:
            checked[name] = {"name": name, "notebook": str(notebook.resolve()), "parameters": values}
    if faults:
        raise ParameterError("\n".join(faults))
    return checked


def _outcomes(
    jobs: Mapping[str, Mapping[str, Any]], scratch: Path, time_limit: float, progress: bool
) -> Iterator[tuple[str, Outcome]]:
    """Run the jobs, a few at once, and give what became of each as it ends."""
    workers = min(MOST_KERNELS, os.cpu_count() or 1, len(jobs))
    with ThreadPoolExecutor(max_workers=workers) as threads:
        running = {threads.submit(_run, job, scratch / name, time_limit): name for name, job in jobs.items()}
        for future in _shown(as_completed(running), len(jobs), progress):
            yield running[future], future.result()


def _result(folder: Path, entries: Mapping[str, Mapping[str, Any]]) -> RunResult:
    done = {name: folder / entry["html"] for name, entry in entries.items() if entry["status"] == "done"}
    failed = {name: entry["reason"] for name, entry in entries.items() if entry["status"] == "failed"}
    return RunResult(folder / "index.html", done, failed)


def _run(job: Mapping[str, Any], folder: Path, time_limit: float) -> Outcome:
    """Run one job in a new process and end it at its time limit; its kernel ends with it."""
    folder.mkdir()
    job_file = folder / "job.json"
    whole = Job(name=job["name"], notebook=job["notebook"], folder=str(folder.resolve()), parameters=job["parameters"])
    job_file.write_text(json.dumps(asdict(whole)), encoding="utf-8")
    command = [sys.executable, "-m", "ctnews.reports.worker", str(job_file.resolve())]
    started = time.monotonic()
    try:
        with (folder / "log.txt").open("wb") as log:
            subprocess.run(command, env=_environment(), stdout=log, stderr=log, timeout=time_limit, check=False)
    except subprocess.TimeoutExpired:
        return Outcome(reason=f"It took longer than the time limit of {time_limit:,.0f} seconds.")
    return replace(_outcome(folder), seconds=round(time.monotonic() - started, 1))


def _outcome(folder: Path) -> Outcome:
    path = folder / "outcome.json"
    if not path.is_file():
        log = (folder / "log.txt").read_text("utf-8", errors="replace").strip().splitlines()
        return Outcome(reason=f"Its process ended early: {log[-1] if log else 'it said nothing'}"[:500])
    return Outcome(**json.loads(path.read_text("utf-8")))


def _environment() -> dict[str, str]:
    """Let the process and its kernel import this very package, also from a checkout that is not installed."""
    own = str(Path(resources.__file__).absolute().parent.parent)
    path = os.pathsep.join(filter(None, [own, os.environ.get("PYTHONPATH", "")]))
    return os.environ | {"PYTHONPATH": path, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}


def _shown(futures: Any, total: int, progress: bool) -> Any:
    if not progress:
        return futures
    from tqdm import tqdm

    return tqdm(futures, total=total, unit="report")
