"""The ledger of a triage: which files were gone through, so that a run that broke off is taken up where it was."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = ".triage.jsonl"


@dataclass(frozen=True)
class Done:
    """One file that was gone through, with what tells whether it is the same one again."""

    source: str
    records: int
    kept: int
    megabytes: float
    seconds: float
    problem: str | None
    stamp: str

    def line(self) -> str:
        """Give it as a line of the ledger."""
        return json.dumps(asdict(self), ensure_ascii=False) + "\n"


def stamp(path: Path, stems: str) -> str:
    """Give what changes when a file, or the stems it is searched for, change."""
    stat = path.stat()
    return f"{stat.st_size}-{stat.st_mtime_ns}-{stems}"


def read(folder: Path) -> dict[str, Done]:
    """Give the files that are done, by name; a line that was cut off counts as none."""
    try:
        lines = (folder / NAME).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    found = {}
    for line in lines:
        try:
            done = Done(**json.loads(line))
        except (ValueError, TypeError):
            continue
        found[done.source] = done
    return found


def add(folder: Path, done: Done) -> None:
    """Write a file into the ledger; a line that was cut off before it is ended first."""
    path = folder / NAME
    broken = path.exists() and not path.read_bytes().endswith(b"\n")
    with path.open("ab") as ledger:
        ledger.write(b"\n" * broken + done.line().encode())
