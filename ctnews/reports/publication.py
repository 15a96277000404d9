"""Puts a finished report in its place: every file whole, and the last good one kept where a run failed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ctnews.reports.findings import changes
from ctnews.reports.worker import Outcome


def publish(
    name: str, job: Mapping[str, Any], outcome: Outcome, made: Path, out: Path, manifest: Mapping[str, Any]
) -> dict[str, Any]:
    """Move what a job made into `out` and give the report's entry for the run's manifest."""
    last: dict[str, Any] = manifest.get("reports", {}).get(name, {})
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if outcome.reason:
        kept = _last_good(last, out) | {"title": last.get("title", name)}
        return kept | {"status": "failed", "reason": outcome.reason, "finished": now}
    same = last.get("parameters") == job["parameters"]
    changed = {file: changes(out / file, made / file) if same else "" for file in outcome.findings}
    for file in [*outcome.findings, outcome.html]:
        (made / file).replace(out / file)
    return {
        "title": outcome.title,
        "status": "done",
        "reason": "",
        "finished": now,
        "last_good": now,
        "seconds": outcome.seconds,
        "parameters": job["parameters"],
        "counts": outcome.counts,
        "digest": _digest(job["parameters"].get("study")),
        "html": outcome.html,
        "sha256": hashlib.sha256((out / outcome.html).read_bytes()).hexdigest(),
        "findings": outcome.findings,
        "changes": changed,
    }


def _last_good(last: Mapping[str, Any], out: Path) -> dict[str, Any]:
    """Give the entry of the last good run, as far as its page is still there."""
    if last.get("html") and (out / last["html"]).is_file():
        return dict(last)
    return {
        "html": "",
        "last_good": "",
        "parameters": {},
        "counts": {},
        "findings": [],
        "changes": {},
        "digest": None,
    }


def _digest(study: str | None) -> Any:
    """Give the digest in the study's manifest, by which a later index tells that it has changed."""
    path = Path(study or "") / "manifest.json"
    return json.loads(path.read_text("utf-8")).get("corpus") if study and path.is_file() else None
