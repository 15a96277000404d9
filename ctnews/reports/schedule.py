"""What a schedule needs: is the newest good report fresh, and what to call when a run fails."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ctnews.errors import InputError
from ctnews.reports.folder import ReportFolder
from ctnews.reports.index import read_manifest

HOOK_SECONDS = 120.0
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def age(text: str) -> timedelta:
    """Read a length of time: minutes, hours, days or weeks; raises `InputError` for anything else.

    >>> age("36h")
    datetime.timedelta(days=1, seconds=43200)
    """
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([mhdw])\s*", text.lower())
    if found is None:
        raise InputError(f"{text!r} is no length of time; write it as 90m, 36h, 7d or 2w.")
    return timedelta(**{_UNITS[found[2]]: float(found[1])})


def stale_reports(
    out: str | Path, oldest: str | timedelta, *, names: Sequence[str] = (), now: datetime | None = None
) -> dict[str, str]:
    """Give each report (all in the folder, or those named) whose newest good page is older, and how old it is.

    A page that a later run found to be still right, since nothing had changed, is as fresh as that run. Raises
    `InputError` where `oldest` is no length of time.
    """
    limit = age(oldest) if isinstance(oldest, str) else oldest
    reports = read_manifest(ReportFolder(Path(out)).current).get("reports", {})
    moment = now or datetime.now(UTC)
    if not reports and not names:
        return {"reports": f"there are none in {out}"}
    told = {name: _trouble(reports.get(name, {}), moment, limit) for name in names or reports}
    return {name: trouble for name, trouble in told.items() if trouble}


def call_hook(command: str, failures: Mapping[str, str], index: str | Path) -> int:
    """Run a shell command that tells of failures, and give its exit code.

    It gets the names of the failed reports in CTNEWS_FAILED, the reasons as JSON in CTNEWS_REASONS and the index in
    CTNEWS_INDEX: what an article or a path holds never becomes a part of the command.
    """
    told = {
        "CTNEWS_FAILED": ",".join(failures),
        "CTNEWS_REASONS": json.dumps(dict(failures), ensure_ascii=False),
        "CTNEWS_INDEX": str(index),
    }
    clean = {name: text.replace("\0", "") for name, text in told.items()}
    try:
        return subprocess.run(command, shell=True, env=os.environ | clean, timeout=HOOK_SECONDS, check=False).returncode
    except subprocess.TimeoutExpired:
        return 124


def _trouble(entry: Mapping[str, str], now: datetime, limit: timedelta) -> str:
    good = entry.get("checked") or entry.get("last_good")
    if not good or not entry.get("html"):
        return "no good report of it yet"
    old = now - datetime.fromisoformat(good)
    return f"its newest good report is {_hours(old)} old, more than {_hours(limit)}" if old > limit else ""


def _hours(length: timedelta) -> str:
    hours = length.total_seconds() / 3600
    return f"{hours:,.1f} hours" if hours < 72 else f"{hours / 24:,.1f} days"
