"""The index page of a folder of reports, and the manifest that it is made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ctnews.reports.folder import write_whole
from ctnews.reports.publish import TEMPLATES, page_css
from ctnews.selection import Frames, last_day
from ctnews.tables import words

MANIFEST = "manifest.json"
STALE_DAYS = 180


def read_manifest(folder: Path) -> dict[str, Any]:
    """Give the manifest of the last run in this folder; an unreadable one counts as none."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("reports"), dict) else {}


def write_index(folder: Path, run: Mapping[str, Any], reports: Mapping[str, Any]) -> None:
    """Write the manifest and the index page of a run, each in one step."""
    from jinja2 import Environment, FileSystemLoader

    whole = dict(run) | {"reports": dict(sorted(reports.items()))}
    whole["warnings"] = _warnings(whole)
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    environment.filters["moment"] = words.moment
    page = environment.get_template("index.html.j2").render(run=whole, css=page_css())
    write_whole(folder / MANIFEST, json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
    write_whole(folder / "index.html", page)


def about_study(study: Frames) -> dict[str, Any]:
    """Give what a manifest records of the study: name, digest of its corpus, counts, newest article."""
    latest = last_day(study)
    return {
        "study": study.path.name,
        "study_digest": study.manifest.get("corpus"),
        "study_counts": study.manifest.get("counts", {}),
        "last_day": latest.date().isoformat() if latest is not None else None,
    }


def stale_note(study: Frames) -> list[str]:
    """Say what a reader has to know before all else: that the study is empty, or that it is old."""
    latest = last_day(study)
    if latest is None:
        return ["No article of the study has a publication date, or it holds no articles at all."]
    if _days_since(latest.date()) <= STALE_DAYS:
        return []
    return [
        f"When this report was made, its newest article, of {words.day(latest)}, was more than {STALE_DAYS} days old:"
        " nothing later can be seen here."
    ]


def _warnings(run: Mapping[str, Any]) -> list[str]:
    """Say aloud that the study is empty, old, or not the one that a report was made from."""
    said = []
    if run["last_day"] is None:
        said.append("No article of the study has a publication date, or it holds no articles at all.")
    elif (days := _days_since(date.fromisoformat(run["last_day"]))) > STALE_DAYS:
        said.append(f"The newest article is {days:,} days old: nothing later can be seen in these reports.")
    for name, entry in run["reports"].items():
        if entry.get("digest") not in (None, run["study_digest"]):
            said.append(f"The study has changed since the report {name!r} was made; run it again.")
        if entry.get("repeated_otherwise"):
            said.append(f"The report {name!r} was made from the same as before, yet its findings are others.")
    return said


def _days_since(day: date) -> int:
    return (datetime.now(UTC).date() - day).days
