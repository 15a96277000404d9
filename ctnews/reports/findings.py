"""A report's findings as CSV files, of which a spreadsheet takes no cell for a formula."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ctnews.exports.flat import write_csv
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


def _criteria() -> Iterable[str]:
    return inspect.signature(select).parameters.keys() - {"study"}
