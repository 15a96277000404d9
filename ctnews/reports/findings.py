"""A report's findings as CSV, and what changed in them since the last run."""

from __future__ import annotations

import csv
import inspect
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from ctnews.selection import Frames, select

FINDINGS: Mapping[str, tuple[str, ...]] = {
    "corpus": ("articles", "rejects"),
    "actors": ("actors",),
    "agencies": ("agencies",),
    "cadence": ("meetings", "series"),
    "agreements": ("agreements", "commitments"),
    "briefing": ("meetings", "series", "agreements"),
}
LEFT_OUT = ("text",)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_EXAMPLES = 5


def write_findings(name: str, study: Frames, parameters: Mapping[str, Any], folder: Path) -> list[str]:
    """Write the frames a report rests on as CSV files into `folder`; give the files' names."""
    criteria = {key: value for key, value in parameters.items() if key in _criteria() and value is not None}
    chosen = select(study, **criteria)
    written = []
    for frame in FINDINGS.get(name, ()):
        file = f"{name}-{frame}.csv"
        write_csv(getattr(chosen, frame).drop(columns=list(LEFT_OUT), errors="ignore"), folder / file)
        written.append(file)
    return written


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame so that a spreadsheet takes no cell for a formula."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(frame.columns)
        writer.writerows([_safe(value) for value in row] for row in frame.itertuples(index=False))


def changes(old: Path, new: Path) -> str:
    """Say in words how findings differ from their forerunner; rows are told apart by the first column."""
    if not old.is_file():
        return ""
    before, after = _rows(old), _rows(new)
    added, gone = after.keys() - before.keys(), before.keys() - after.keys()
    changed = {key for key in after.keys() & before.keys() if after[key] != before[key]}
    parts = [_part(keys, verb) for keys, verb in ((added, "new"), (gone, "gone"), (changed, "changed")) if keys]
    return "; ".join(parts) or "nothing changed"


def _criteria() -> Iterable[str]:
    return inspect.signature(select).parameters.keys() - {"study"}


def _rows(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row[0]: row for row in csv.reader(file) if row}


def _part(keys: Iterable[str], verb: str) -> str:
    ordered = sorted(keys)
    more = ", …" if len(ordered) > _EXAMPLES else ""
    return f"{len(ordered):,} {verb} ({', '.join(ordered[:_EXAMPLES])}{more})"


def _safe(value: Any) -> Any:
    if isinstance(value, list):
        return _safe("; ".join(_item(item) for item in value))
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value


def _item(item: Any) -> str:
    if isinstance(item, Mapping):
        return f"{item['field']}: {item['value']} ({item['article_id']})"
    return str(item)
