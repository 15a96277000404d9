"""Workbooks (.xlsx): records, row by row, from every sheet.

openpyxl reads row by row in bounded memory; faster readers lay out the whole grid first, which a workbook of a
kilobyte can make as large as it likes.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from ctnews.reading.columns import Columns
from ctnews.reading.records import Outcome, articles
from ctnews.reading.rejected import NotTaken, foreign
from ctnews.reading.streams import MAX_WHOLE_BYTES, Entry

_BATCH = 500
_HEADER_ROWS = 25
_MAX_ROWS = 1_048_576
_Row = tuple[Any, ...]


def read_workbook(entry: Entry) -> Iterator[Outcome]:
    """Give the articles of a workbook whose sheets name their columns in a row near the top; formulas as last computed.

    Records are called `book.xlsx#0`, or `book.xlsx/Sheet#0` where several sheets hold something.
    """
    with entry.seekable() as stream:
        sheets = [sheet for sheet in _opened(stream).worksheets if _holds_rows(sheet)]
        if not sheets:
            raise NotTaken("empty", "The workbook holds no filled sheet.")
        for sheet in sheets:
            part = entry if len(sheets) == 1 else entry.part(sheet.title)
            try:
                yield from articles(_records(sheet, entry.columns), part)
            except NotTaken as why:
                yield why.of(part.name)


def _opened(stream: BinaryIO) -> Any:
    from openpyxl import load_workbook

    with foreign("The workbook"):
        unpacked = sum(member.file_size for member in zipfile.ZipFile(stream).infolist())
        if unpacked > MAX_WHOLE_BYTES:
            raise NotTaken(
                "too_large", f"The workbook unpacks to more than {MAX_WHOLE_BYTES:,} bytes; save it as .csv."
            )
        stream.seek(0)
        with warnings.catch_warnings(action="ignore"):
            return load_workbook(stream, read_only=True, data_only=True)


def _holds_rows(sheet: Any) -> bool:
    with foreign("The workbook"):
        return hasattr(sheet, "iter_rows") and next(_rows(sheet), None) is not None


def _rows(sheet: Any) -> Iterator[_Row]:
    """Give the filled rows of a sheet."""
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    rows = islice(sheet.iter_rows(values_only=True), _MAX_ROWS)
    while batch := _quietly(rows):
        yield from (row for row in batch if any(cell not in (None, "") for cell in row))


def _quietly(rows: Iterator[_Row]) -> list[_Row]:
    with foreign("The workbook"), warnings.catch_warnings(action="ignore"):
        return list(islice(rows, _BATCH))


def _records(sheet: Any, columns: Columns) -> Iterator[dict[str, Any]]:
    rows = _rows(sheet)
    top = list(islice(rows, _HEADER_ROWS))
    start = max(range(len(top)), key=lambda number: (_known(top[number], columns), -number))
    header = ["" if cell is None else str(cell) for cell in top[start]]
    for row in _chained(top[start + 1 :], rows):
        yield {name: cell for name, cell in zip(header, row, strict=False) if name and cell is not None}


def _known(row: _Row, columns: Columns) -> int:
    """Give how many cells name a column; a row names columns only if one of them is the text."""
    names = [cell for cell in row if isinstance(cell, str)]
    return columns.known(names) if columns.has_text(dict.fromkeys(names)) else 0


def _chained(first: Iterable[_Row], rest: Iterable[_Row]) -> Iterator[_Row]:
    yield from first
    yield from rest
