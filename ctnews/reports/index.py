"""The index page of a folder of reports, and the manifest that it is made from."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from ctnews.reports.publish import TEMPLATES, page_css
from ctnews.selection import Frames, last_day

MANIFEST = "manifest.json"
STALE_DAYS = 180
_PACKAGES = ("ctnews", "pandas", "matplotlib", "papermill", "nbconvert")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Give the manifest of the last run in this folder; an unreadable one counts as none."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("reports"), dict) else {}


def write_index(folder: Path, reports: Mapping[str, Any], study: Frames) -> None:
    """Write the manifest and the index page, each in one step."""
    from jinja2 import Environment, FileSystemLoader

    whole = _about_study(study) | {
        "versions": _versions(),
        "reports": dict(sorted(reports.items())),
    }
    whole["warnings"] = _warnings(whole)
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    environment.filters["moment"] = _moment
    page = environment.get_template("index.html.j2").render(run=whole, css=page_css())
    _write(folder / MANIFEST, json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
    _write(folder / "index.html", page)


def _about_study(study: Frames) -> dict[str, Any]:
    latest = last_day(study)
    return {
        "study": study.path.name,
        "study_digest": study.manifest.get("corpus"),
        "study_counts": study.manifest.get("counts", {}),
        "last_day": latest.date().isoformat() if latest is not None else None,
    }


def _warnings(run: Mapping[str, Any]) -> list[str]:
    """Say aloud that the study is empty, old, or not the one that a report was made from."""
    said = []
    if run["last_day"] is None:
        said.append("No article of the study has a publication date, or it holds no articles at all.")
    elif (days := (datetime.now(UTC).date() - date.fromisoformat(run["last_day"])).days) > STALE_DAYS:
        said.append(f"The newest article is {days:,} days old: nothing later can be seen in these reports.")
    stale = [name for name, entry in run["reports"].items() if entry.get("digest") not in (None, run["study_digest"])]
    return said + [f"The study has changed since the report {name!r} was made; run it again." for name in stale]


def _moment(text: str | None) -> str:
    """Give an ISO time in words: "1 July 2024, 08:00 UTC"."""
    if not text:
        return "at an unknown time"
    moment = datetime.fromisoformat(text)
    day = f"{moment.day} {moment:%B %Y}"
    return f"{day}, {moment:%H:%M} {moment.tzname() or ''}".strip() if "T" in text else day


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
