"""The file `corrections.csv` that stands beside a study: what analysts know better than the rules.

One row is one correction: `action` (merge, split, set, reject, note), `one` and `other` (accounts, persons, or ids
of meetings and actors, several parted by `|`), `field` and `value` (of set), `note`, and `study`, the name of the
folder it is for (empty: every study in the same folder). To undo a correction, delete its row and build again.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.errors import InputError
from ctnews.frames import CORRECTIONS, conform

if TYPE_CHECKING:
    import pandas as pd

FILE = "corrections.csv"
ACTIONS = ("merge", "split", "set", "reject", "note")
COLUMNS = ("action", "one", "other", "field", "value", "note", "study")
NEEDED = ("action", "one")
LARGEST_BYTES = 20_000_000

_CURE = f"Its first line has to name the columns: {','.join(COLUMNS)}. Repair the file or move it away."


def beside(folder: Path) -> Path:
    """Give the place of the corrections of the study in a folder: beside the folder, where a new build leaves it."""
    return folder.absolute().parent / FILE


def read_corrections(path: Path, study: str) -> pd.DataFrame:
    """Give frame `corrections` of a file, or an empty one where there is none; rows for other studies are left out.

    A row that makes no sense has the state "refused" and says why. Raises `InputError` where the file is no such table.
    """
    rows = [row for row in _rows(path) if row["study"] in (None, study)] if path.exists() else []
    return conform(rows, CORRECTIONS)


def append_correction(path: Path, row: Mapping[str, Any]) -> None:
    """Write a correction at the end of the file, made if there is none; raises `InputError` as reading does."""
    if path.exists():
        _rows(path)
        columns, text = _table(path)[0], _text(path)
    else:
        columns, text = list(COLUMNS), ",".join(COLUMNS) + "\n"
    line = io.StringIO()
    cells = {name: "|".join(value) if isinstance(value, list) else value for name, value in row.items() if value}
    separator = _separator(text)
    csv.writer(line, delimiter=separator, lineterminator="\n").writerow([cells.get(name, "") for name in columns])
    _replace(path, text + ("" if text.endswith("\n") else "\n") + line.getvalue())


def _rows(path: Path) -> list[dict[str, Any]]:
    columns, lines = _table(path)
    return [_row(number, columns, cells) for number, cells in lines]


def _row(number: int, columns: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    told = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
    row: dict[str, Any] = {name: told.get(name) or None for name in COLUMNS}
    row |= {name: [key.strip() for key in (row[name] or "").split("|") if key.strip()] for name in ("one", "other")}
    detail = _fault(row, len(cells) - len(columns))
    return {**row, "row": number, "state": "refused" if detail else None, "detail": detail}


def _fault(row: Mapping[str, Any], too_many: int) -> str | None:
    if too_many > 0:
        return f"it has {too_many} cells too many; put texts with commas in double quotes"
    if row["action"] not in ACTIONS:
        return f"action {row['action']!r} is none of {', '.join(ACTIONS)}"
    if not row["one"]:
        return "column one is empty: it names no account, person, meeting or actor"
    if row["action"] == "note" and not row["note"]:
        return "column note is empty"
    return None


def _table(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Give the columns, and the rows with the numbers of their lines; empty rows are left out."""
    text = _text(path)
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        raise InputError(f"{path} cannot be read as a table ({error}). {_CURE}") from error
    columns = [cell.strip().lower() for cell in lines[0][1]] if lines else []
    if any(columns.count(name) != 1 for name in NEEDED) or len(set(columns)) != len(columns):
        raise InputError(f"{path} is no table of corrections. {_CURE}")
    return columns, [(number, cells) for number, cells in lines[1:] if any(cell.strip() for cell in cells)]


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text), delimiter=_separator(text), strict=True)
    start = 1
    for cells in reader:
        yield start, cells
        start = reader.line_num + 1


def _separator(text: str) -> str:
    """Give what parts the cells: a comma, or what a spreadsheet program of another country writes."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise InputError(f"{path} is larger than {LARGEST_BYTES // 1_000_000} MB. {_CURE}")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error}). {_CURE}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no UTF-8 text ({error.reason}). Save it as UTF-8. {_CURE}") from error
    if "\0" in text:
        raise InputError(f"{path} holds NUL characters, so it is no text. {_CURE}")
    return text


def _replace(path: Path, text: str) -> None:
    """Write the file whole, or leave it as it was."""
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=path.parent, delete=False) as new:
            new.write(text)
        Path(new.name).replace(path)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error}); free space or allow writing there.") from error
