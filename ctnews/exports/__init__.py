"""Writes a study for other programs: spreadsheets, statistics, networks, calendars, event data, entities."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ctnews.errors import InputError, StudyError
from ctnews.exports.calendar import write_calendar
from ctnews.exports.entities import write_entities
from ctnews.exports.events import write_events
from ctnews.exports.network import write_network
from ctnews.exports.tabular import write_parquet, write_spreadsheets, write_stata
from ctnews.selection import Frames

Writer = Callable[[Frames, Path], list[str]]
FORMATS: Mapping[str, Writer] = {
    "csv": write_spreadsheets,
    "ftm": write_entities,
    "graphml": write_network,
    "ical": write_calendar,
    "parquet": write_parquet,
    "plover": write_events,
    "stata": write_stata,
}

__all__ = ["FORMATS", "export"]


def export(study: Frames, formats: str | Iterable[str], out: str | Path) -> list[Path]:
    """Write a study, or a selection from one, into the folder `out` and give the paths of the files.

    `formats` are one or more of csv (a file a frame, with a codebook), ftm (FollowTheMoney entities), graphml, ical,
    parquet, plover (event records as JSON lines) and stata. Each file is put in its place whole. Raises `InputError`
    for an unknown format or a folder that cannot be, and `StudyError` where the disk refuses.
    """
    wanted = [formats] if isinstance(formats, str) else list(formats)
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        raise InputError(
            f"There is no format {', '.join(map(repr, unknown)) or 'given'}; there are {', '.join(FORMATS)}."
        )
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} can be no folder ({error}); choose another --out.") from error
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".export-", ignore_cleanup_errors=True) as scratch:
            names = [file for name in dict.fromkeys(wanted) for file in FORMATS[name](study, Path(scratch))]
            for file in names:
                (Path(scratch) / file).replace(folder / file)
    except OSError as error:
        raise StudyError(f"The export could not be written to {folder} ({error}); free space.") from error
    return [folder / file for file in names]
