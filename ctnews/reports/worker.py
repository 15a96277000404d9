"""Runs one report in a process of its own: `python -m ctnews.reports.worker JOB.json`.

A process, since papermill changes the working directory, and since one that hangs can be ended. The job says
where the notebook is and with what parameters it runs; all is written into the job's folder, nothing else.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.errors import ReportError
from ctnews.selection import last_day
from ctnews.study import open_study
from ctnews.tables import words

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from ctnews.selection import Frames


@dataclass(frozen=True)
class Job:
    """One report to be run: the notebook, its parameters, and the folder to write into."""

    name: str
    notebook: str
    folder: str
    parameters: dict[str, Any]


@dataclass
class Outcome:
    """What became of a job: an empty `reason` means that it went well."""

    reason: str = ""
    seconds: float = 0.0
    title: str = ""
    html: str = ""
    findings: list[str] = field(default_factory=list)
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
    outcome = run(Job(**json.loads(path.read_text("utf-8"))))
    path.with_name("outcome.json").write_text(json.dumps(asdict(outcome)), encoding="utf-8")


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
    html = f"{job.name}.html"
    (folder / html).write_text(to_html(executed, {"about": _about(job, study)}), encoding="utf-8")
    outcome = Outcome(title=title(executed), html=html)
    if study is not None:
        outcome.findings = write_findings(job.name, study, job.parameters, folder)
        outcome.counts = {name: len(getattr(study, name)) for name in ("articles", "meetings", "series", "rejects")}
    return outcome


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
