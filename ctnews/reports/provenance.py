"""What a report was made from, so that a run can be repeated, and is not where nothing changed."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import subprocess
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from ctnews import resources

_SOURCES = {".py", ".tsv", ".css", ".j2", ".json", ".mplstyle"}
_PACKAGE = Path(resources.__file__).resolve().parent


def fingerprint(notebook: Path, parameters: Mapping[str, Any], warnings: list[str]) -> str:
    """Give a digest of all that a report's page depends on: the same digest, the same page."""
    parts = {
        "notebook": hashlib.sha256(notebook.read_bytes()).hexdigest(),
        "parameters": parameters,
        "study": study_manifest(parameters.get("study")),
        "code": code_digest(),
        "packages": packages(),
        "warnings": warnings,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def study_manifest(study: Any) -> dict[str, Any]:
    """Give the manifest of the study in a folder, or nothing where a notebook asks for none."""
    path = Path(study or "") / "manifest.json"
    if not study or not path.is_file():
        return {}
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def described() -> dict[str, Any]:
    """Give the versions that a manifest records: of the code, the lexicons and the packages."""
    return {
        "code": {"version": _version("ctnews"), "sha256": code_digest(), **_commit()},
        "lexicons": lexicons(),
        "packages": packages(),
    }


@cache
def code_digest() -> str:
    """Give a digest of the package's code, tables and templates."""
    return _digest(sorted(path for path in _PACKAGE.rglob("*") if path.suffix in _SOURCES))


@cache
def lexicons() -> dict[str, dict[str, str]]:
    """Give each language's tables as the newest date that one of them bears, and a digest of all."""
    found = {}
    for folder in sorted(path for path in (_PACKAGE / "lexicons").iterdir() if path.is_dir()):
        tables = sorted(folder.glob("*.tsv"))
        dates = [match[1] for path in tables if (match := re.search(r"^# date: (\S+)", path.read_text("utf-8"), re.M))]
        if tables:
            found[folder.name] = {"date": max(dates, default=""), "sha256": _digest(tables)}
    return found


@cache
def packages() -> dict[str, str]:
    """Give the versions of Python and of every package that ctnews asks for."""
    try:
        asked = metadata.requires("ctnews") or []
    except metadata.PackageNotFoundError:
        asked = []
    core = (re.match(r"[\w.-]+", line) for line in asked if "extra ==" not in line)
    names = sorted({match[0] for match in core if match}, key=str.casefold)
    versions = {name: _version(name) for name in names}
    return {"python": platform.python_version(), **{name: version for name, version in versions.items() if version}}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


@cache
def _commit() -> dict[str, str]:
    """Give the commit of a checkout, with `-dirty` where files were changed since; nothing elsewhere."""
    if not (_PACKAGE.parent / ".git").exists():
        return {}
    command = ["git", "-C", str(_PACKAGE.parent), "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=10, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return {}
    return {"commit": told}


def _digest(paths: list[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(str(path.relative_to(_PACKAGE)).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
