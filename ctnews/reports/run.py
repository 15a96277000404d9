"""Runs reports on a study: each in a process of its own, all published by one rename or not at all."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ctnews.errors import InputError, ReportError
from ctnews.reports import publication
from ctnews.reports.folder import ReportFolder
from ctnews.reports.index import about_study, read_manifest, stale_note, write_index
from ctnews.reports.jobs import find_notebooks, prepared
from ctnews.reports.processes import TIME_LIMIT, outcomes
from ctnews.reports.provenance import described
from ctnews.reports.publication import Entry
from ctnews.reports.worker import Job
from ctnews.selection import Frames
from ctnews.study import open_study

RUNS_KEPT = 10


@dataclass(frozen=True)
class RunResult:
    """The index page, each good report, those of them that nothing had changed for, and why the others failed."""

    index: Path
    paths: dict[str, Path] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    unchanged: tuple[str, ...] = ()


def run_reports(
    names: str | Path | Sequence[str | Path] | None = None,
    *,
    study: str | Path,
    out: str | Path,
    parameters: Mapping[str, Any] | None = None,
    progress: bool = False,
    time_limit: float = TIME_LIMIT,
    keep: int = RUNS_KEPT,
    force: bool = False,
) -> RunResult:
    """Run the reports (all, or those named; a notebook's path is a name too) and publish them into `out`.

    A report is not run again where study, parameters, notebook and code are those of its last page, unless `force`.
    `time_limit` is in seconds, for each report; `keep` is how many runs stay in `out/runs`. A report that fails leaves
    the last good one in place, and the index says so. Raises `ParameterError` before anything runs where a name or
    parameter cannot be used, `InputError` where `out` can be no folder or `keep` is below 1, and `ReportError` where
    another run is at work there or the disk refuses even the index.
    """
    if keep < 1:
        raise InputError(f"keep is {keep}, but the run that is published is always kept; give 1 or more.")
    started, clock = publication.now(), time.monotonic()
    jobs = prepared(find_notebooks(names), str(study), parameters or {})
    opened, folder = open_study(study), ReportFolder(Path(out))
    note = stale_note(opened)
    jobs = [job.ready(note) for job in jobs]
    with folder.held():
        last = read_manifest(folder.current).get("reports", {})
        same = [job for job in jobs if not force and publication.unchanged(job, last.get(job.name, {}), folder.current)]
        run = _Run(folder, opened, last, {"started": started}, clock, [job for job in jobs if job not in same], same)
        entries = run.made(time_limit, keep, progress=progress) if run.due else run.seen_again()
    return _result(folder.path, {job.name: entries[job.name] for job in jobs}, [job.name for job in same])


@dataclass(frozen=True)
class _Run:
    """One run: the jobs that are due, and those that nothing has changed for."""

    folder: ReportFolder
    study: Frames
    last: Mapping[str, Entry]
    about: dict[str, Any]
    clock: float
    due: Sequence[Job]
    same: Sequence[Job]

    def made(self, time_limit: float, keep: int, *, progress: bool) -> dict[str, Entry]:
        """Run what is due and publish it; a full disk or the like leaves all as it was but for the index."""
        try:
            with self.folder.work() as scratch:
                entries = self._run(scratch, time_limit, progress=progress)
                self.folder.publish(scratch / "whole")
        except OSError as error:
            return self._refused(error)
        self.folder.keep(keep)
        return entries

    def seen_again(self) -> dict[str, Entry]:
        """Note in the published run that all of it is still right."""
        entries = dict(self.last) | self._checked()
        self._write(self.folder.current, entries)
        return entries

    def _run(self, scratch: Path, time_limit: float, *, progress: bool) -> dict[str, Entry]:
        source, whole = self.folder.current, scratch / "whole"
        whole.mkdir()
        entries = dict(self.last) | self._checked()
        jobs = [job.within(scratch / job.name, self.last.get(job.name, {}), source) for job in self.due]
        for job, outcome in outcomes(jobs, time_limit, progress=progress):
            before = self.last.get(job.name, {})
            if outcome.reason:
                entries[job.name] = publication.failed(job.name, outcome.reason, before, source)
            else:
                entries[job.name] = publication.done(job, outcome, before, whole)
        for entry in entries.values():
            publication.carry(entry, source, whole)
        self._write(whole, entries)
        return entries

    def _refused(self, error: OSError) -> dict[str, Entry]:
        """Tell of a run that could not be written: in the index where there is one, else by an error."""
        source, reason = self.folder.current, f"the reports could not be written ({error})"
        failed = {
            job.name: publication.failed(job.name, reason, self.last.get(job.name, {}), source) for job in self.due
        }
        entries = dict(self.last) | self._checked() | failed
        try:
            self._write(source, entries)
        except OSError:
            raise ReportError(
                f"The reports could not be written to {self.folder.path} ({error}); what was there is as it was. Free"
                " space, or choose another --out."
            ) from error
        return entries

    def _checked(self) -> dict[str, Entry]:
        return {job.name: dict(self.last[job.name]) | {"checked": publication.now()} for job in self.same}

    def _write(self, place: Path, entries: Mapping[str, Entry]) -> None:
        times = {"finished": publication.now(), "seconds": round(time.monotonic() - self.clock, 1)}
        write_index(place, self.about | times | about_study(self.study) | described(), entries)


def _result(out: Path, entries: Mapping[str, Entry], same: Sequence[str]) -> RunResult:
    ordered = dict(sorted(entries.items()))
    done = {name: out / entry["html"] for name, entry in ordered.items() if entry["status"] == "done"}
    failed = {name: entry["reason"] for name, entry in ordered.items() if entry["status"] == "failed"}
    return RunResult(out / "index.html", done, failed, tuple(sorted(same)))
