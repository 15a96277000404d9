"""A report's findings as CSV files, of which a spreadsheet takes no cell for a formula."""

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
OWN = ("meetings",)  # of a notebook of the user's own
LEFT_OUT: Mapping[str, tuple[str, ...]] = {"articles": ("text",)}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_findings(name: str, study: Frames, parameters: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """Write the frames a report rests on as CSV files into `folder`; give the files' names and frames."""
    criteria = {key: value for key, value in parameters.items() if key in _criteria() and value is not None}
    chosen = select(study, **criteria)
    written = {}
    for frame in FINDINGS.get(name, OWN):
        file = f"{name}-{frame}.csv"
        write_csv(getattr(chosen, frame).drop(columns=list(LEFT_OUT.get(frame, ()))), folder / file)
        written[file] = frame
    return written


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame so that a spreadsheet takes no cell for a formula."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(frame.columns)
        writer.writerows([_safe(value) for value in row] for row in frame.itertuples(index=False))


def plain(text: str) -> str:
    """Give a cell's text without the mark that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _criteria() -> Iterable[str]:
    return inspect.signature(select).parameters.keys() - {"study"}


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
