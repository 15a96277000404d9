"""Runs jobs a few at once, each in a process that can be ended, and gives what became of each."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from ctnews import resources
from ctnews.reports.worker import Job, Outcome

MOST_KERNELS = 4
TIME_LIMIT = 900.0


def outcomes(jobs: Sequence[Job], time_limit: float, *, progress: bool) -> Iterator[tuple[Job, Outcome]]:
    """Run the jobs, at most one a core and four in all, and give what became of each as it ends."""
    workers = min(MOST_KERNELS, os.cpu_count() or 1, len(jobs))
    with ThreadPoolExecutor(max_workers=workers) as threads:
        running = {threads.submit(_run, job, time_limit): job for job in jobs}
        for future in _shown(as_completed(running), len(jobs), progress):
            yield running[future], future.result()


def _run(job: Job, time_limit: float) -> Outcome:
    """Run one job in a new process and end it at its time limit; its kernel ends with it."""
    folder = Path(job.folder)
    folder.mkdir()
    job_file = folder / "job.json"
    job_file.write_text(json.dumps(asdict(job)), encoding="utf-8")
    command = [sys.executable, "-m", "ctnews.reports.worker", str(job_file)]
    started = time.monotonic()
    try:
        with (folder / "log.txt").open("wb") as log:
            code = subprocess.run(
                command, env=_environment(), stdout=log, stderr=log, timeout=time_limit, check=False
            ).returncode
    except subprocess.TimeoutExpired:
        return Outcome(reason=f"It took longer than the time limit of {time_limit:,.0f} seconds.")
    return replace(_outcome(folder, code), seconds=round(time.monotonic() - started, 1))


def _outcome(folder: Path, code: int) -> Outcome:
    """Read what a process left; one that could not leave a word tells by its exit code that the disk is full."""
    try:
        return Outcome(**json.loads((folder / "outcome.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        if code == errno.ENOSPC:
            return Outcome(reason=f"OSError: {os.strerror(code)}")
        log = (folder / "log.txt").read_text("utf-8", errors="replace").strip().splitlines()
        return Outcome(reason=f"Its process ended early: {log[-1] if log else 'it said nothing'}"[:500])


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
