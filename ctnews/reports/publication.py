"""A report's entry in a run's manifest, and its files' way into the run: made anew, as they were, or the last good."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ctnews.reports.folder import take_over
from ctnews.reports.provenance import study_manifest
from ctnews.reports.worker import Job, Outcome

Entry = dict[str, Any]
_NO_PAGE: Mapping[str, Any] = {
    "html": "", "last_good": "", "parameters": {}, "counts": {}, "findings": {}, "changes": {}, "digest": None,
}  # fmt: skip


def now() -> str:
    """Give the time as manifests have it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def done(job: Job, outcome: Outcome, last: Mapping[str, Any], whole: Path) -> Entry:
    """Move what a job made into the run and give its entry."""
    for file in [*outcome.findings, outcome.html]:
        (Path(job.folder) / file).replace(whole / file)
    ended = now()
    findings = {file: _sha256(whole / file) for file in outcome.findings}
    repeated = last.get("fingerprint") == job.fingerprint and last.get("findings") not in (None, findings)
    return {
        "title": outcome.title,
        "status": "done",
        "reason": "",
        "finished": ended,
        "last_good": ended,
        "checked": ended,
        "seconds": outcome.seconds,
        "parameters": job.parameters,
        "counts": outcome.counts,
        "digest": study_manifest(job.parameters.get("study")).get("corpus"),
        "fingerprint": job.fingerprint,
        "html": outcome.html,
        "sha256": _sha256(whole / outcome.html),
        "findings": findings,
        "changes": outcome.changes,
        "repeated_otherwise": repeated,
    }


def failed(name: str, reason: str, last: Mapping[str, Any], source: Path) -> Entry:
    """Give the entry of a report that failed: the last good one, as far as its page is still there, and why."""
    kept = dict(last) if last.get("html") and (source / last["html"]).is_file() else dict(_NO_PAGE)
    return kept | {"title": last.get("title", name), "status": "failed", "reason": reason, "finished": now()}


def unchanged(job: Job, last: Mapping[str, Any], source: Path) -> bool:
    """Tell whether the last page of a report is whole and would be made from just the same again."""
    if last.get("status") != "done" or last.get("fingerprint") != job.fingerprint:
        return False
    files = {last["html"]: last["sha256"], **last["findings"]}
    return all((source / file).is_file() and _sha256(source / file) == digest for file, digest in files.items())


def carry(entry: Mapping[str, Any], source: Path, whole: Path) -> None:
    """Let a report's page and findings be a part of the new run, too."""
    for file in [entry["html"], *entry["findings"]]:
        if file and (source / file).is_file() and not (whole / file).exists():
            take_over(file, source, whole)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
