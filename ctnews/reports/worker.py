"""Runs one report in a process of its own: `python -m ctnews.reports.worker JOB.json`.

A process, since papermill changes the working directory, and since one that hangs can be ended. The job says
where the notebook is and with what parameters it runs; all is written into the job's folder, nothing else.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.errors import ReportError
from ctnews.reports.provenance import fingerprint
from ctnews.selection import last_day
from ctnews.study import open_study
from ctnews.tables import words

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from ctnews.selection import Frames

PARENT_SECONDS = 0.5  # between two looks whether the parent is still there


@dataclass(frozen=True)
class Job:
    """One report to be run: the notebook, its parameters, the folder to write into, and its last good run.

    `previous` is the folder of that run's findings, `since` when it was; `other` says why there is none to compare
    with. `warnings` are said at the top of the page.
    """

    name: str
    notebook: str
    parameters: dict[str, Any]
    folder: str = ""
    fingerprint: str = ""
    warnings: list[str] = field(default_factory=list)
    previous: str = ""
    since: str = ""
    other: str = "This is the first good run of this report here; there is none to compare it with."

    def ready(self, warnings: list[str]) -> Job:
        """Give the job with its warnings and the digest of all that its page depends on."""
        return replace(self, warnings=warnings, fingerprint=fingerprint(Path(self.notebook), self.parameters, warnings))

    def within(self, folder: Path, last: Mapping[str, Any], source: Path) -> Job:
        """Give the job with a folder to write into, and what its findings are to be compared with."""
        placed = replace(self, folder=str(folder.resolve()))
        if not last.get("last_good"):
            return placed
        if last["parameters"] != self.parameters:
            return replace(
                placed, other="The last good run had other parameters, so findings are not compared with it."
            )
        return replace(placed, previous=str(source.resolve()), since=words.moment(last["last_good"]))


@dataclass
class Outcome:
    """What became of a job: an empty `reason` means that it went well."""

    reason: str = ""
    seconds: float = 0.0
    title: str = ""
    html: str = ""
    findings: list[str] = field(default_factory=list)
    changes: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def run(job: Job) -> Outcome:
    """Run the notebook and publish it; a failure of any kind becomes the outcome's reason."""
    try:
        return _publish(job, _execute(job))
    except Exception as error:
        return Outcome(reason=_reason(error))


def main(job_file: str) -> None:
    """Run the job that the file describes and leave `outcome.json` beside it."""
    path = Path(job_file)
    _end_with_parent()
    outcome = run(Job(**json.loads(path.read_text("utf-8"))))
    try:
        path.with_name("outcome.json").write_text(json.dumps(asdict(outcome)), encoding="utf-8")
    except OSError as error:
        sys.exit(error.errno)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, so that a killed run leaves none behind."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PARENT_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _execute(job: Job) -> NotebookNode:
    """Run all cells; a `sys.exit(0)` ends the kernel without an exception, so the last cell is looked at."""
    import papermill

    executed: NotebookNode = papermill.execute_notebook(
        job.notebook,
        str(Path(job.folder) / f"{job.name}.ipynb"),
        parameters=job.parameters,
        kernel_name="python3",
        progress_bar=False,
        request_save_on_cell_execute=False,
        cwd=job.folder,
    )
    for number, cell in enumerate(executed.cells, start=1):
        if cell.cell_type == "code" and cell.source.strip() and not _completed(cell):
            raise ReportError(f"cell {number} of the notebook did not finish; nothing may end the kernel.")
    return executed


def _completed(cell: NotebookNode) -> bool:
    """Tell whether a cell ran to its end: every one that did has a number."""
    stopped = any(output.output_type == "error" for output in cell.outputs)
    return cell.execution_count is not None and not stopped


def _publish(job: Job, executed: NotebookNode) -> Outcome:
    from ctnews.reports.findings import write_findings
    from ctnews.reports.publish import title, to_html

    folder, study = Path(job.folder), _study(job.parameters)
    outcome = Outcome(title=title(executed), html=f"{job.name}.html")
    facts: dict[str, Any] = {"about": _about(job, study), "warnings": job.warnings, "news": ""}
    if study is not None:
        written = write_findings(job.name, study, job.parameters, folder)
        outcome.findings = list(written)
        outcome.counts = {name: len(getattr(study, name)) for name in ("articles", "meetings", "series", "rejects")}
        facts["news"] = _news(job, written, study, outcome)
    (folder / outcome.html).write_text(to_html(executed, facts), encoding="utf-8")
    return outcome


def _news(job: Job, written: Mapping[str, str], study: Frames, outcome: Outcome) -> str:
    """Give what changed since the last good run as HTML, and note it in the outcome."""
    from ctnews.reports.changes import compared, not_compared, told

    if not job.previous:
        return not_compared(job.other).markup
    pairs = {
        file: compared(Path(job.previous) / file, Path(job.folder) / file, frame) for file, frame in written.items()
    }
    outcome.changes = {file: str(found) for file, found in pairs.items() if found is not None}
    return told([found for found in pairs.values() if found is not None], job.since, study).markup


def _study(parameters: dict[str, Any]) -> Frames | None:
    return open_study(Path(parameters["study"])) if parameters.get("study") else None


def _about(job: Job, study: Frames | None) -> dict[str, Any]:
    """Give what the report says of itself; the run's time stands in the index: equal runs are equal."""
    chosen = {key: value for key, value in job.parameters.items() if key != "study" and value not in (None, [], 0.0)}
    about: dict[str, Any] = {"Selection": ", ".join(f"{k} = {v}" for k, v in chosen.items()) or "everything"}
    if study is None:
        return about
    return {
        "Study": study.path.name,
        "Made from": words.listed(list(study.manifest.get("inputs", []))),
        "Digest of its articles": study.manifest.get("corpus"),
        "Newest article": words.day(last_day(study)),
        "Built by": f"ctnews {study.manifest.get('ctnews')}",
    } | about


def _reason(error: Exception) -> str:
    """Word a failure in one line: what the notebook raised, or what ended its kernel."""
    kind, text = getattr(error, "ename", type(error).__name__), getattr(error, "evalue", str(error))
    lines = [line.strip() for line in str(text).splitlines() if line.strip()]
    return f"{kind}: {lines[0] if lines else 'no message'}"[:500]


if __name__ == "__main__":
    main(sys.argv[1])
