"""CSV and TSV: records, row by row; a broken row costs no other."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ctnews.reading.columns import Columns
from ctnews.reading.encoding import Lines
from ctnews.reading.records import Outcome, articles
from ctnews.reading.rejected import NotTaken, Skipped, told
from ctnews.reading.streams import MAX_TEXT_BYTES, Entry

_DELIMITERS = ",;\t|"
_END = "\N{NULL}end of file"
_HEADER = 100_000
_MAX_MENDED = 20
_MAX_COLUMNS = 10_000


def read_csv(entry: Entry) -> Iterator[Outcome]:
    """Give the articles of a CSV file whose first line names the columns."""
    lines = _CsvLines(Lines(entry.stream))
    lines.skip_blank()
    delimiter = _delimiter(lines.first, entry.columns)
    names = _header(lines, delimiter)
    if len(names) > _MAX_COLUMNS:
        raise NotTaken("malformed", f"The first line names more than {_MAX_COLUMNS:,} columns.")
    try:
        yield from articles(_records(lines, delimiter, names), entry)
    except NotTaken as why:
        if why.reason != "empty":
            raise
        raise NotTaken("empty", "The file holds a line of column names at most.") from why


class _CsvLines:
    """The lines of a file for the csv module, which end in one that it must give back, or a quote stands open."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._pending: list[str] = []
        self._over = False
        self.first = ""
        self.begin_row()

    def begin_row(self) -> None:
        """Forget the lines of the last row."""
        self.row: list[str] = []
        self._size = 0

    def __iter__(self) -> _CsvLines:
        return self

    def __next__(self) -> str:
        line = self._next()
        self.row.append(line)
        self._size += len(line)
        if self._size > 2 * MAX_TEXT_BYTES:
            raise Skipped("too_large", f"The row holds more than {2 * MAX_TEXT_BYTES:,} characters.")
        return line

    def _next(self) -> str:
        if not self._pending and not self._over:
            line = next(self._lines, None)
            self._over = line is None
            # Lone carriage returns end lines, too.
            self._pending = [_END] if line is None else list(io.StringIO(line, newline=""))[::-1]
        if not self._pending:
            raise StopIteration
        return self._pending.pop()

    def skip_blank(self) -> None:
        """Go to the first line that holds something."""
        for line in self:
            if line.strip("\ufeff \r\n"):
                self.first = line.lstrip("\ufeff")
                self._pending.append(self.first)
                return

    def again(self, lines: Sequence[str]) -> None:
        """Give these lines once more, before those that are still to come."""
        self._pending += lines[::-1]


def _delimiter(line: str, columns: Columns) -> str:
    """Give what parts the cells: what makes most known columns of the first line, or else most cells."""
    cells = {mark: next(csv.reader([line[:_HEADER]], delimiter=mark), []) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: (columns.known(cells[mark]), len(cells[mark])))


def _header(lines: _CsvLines, delimiter: str) -> list[str]:
    """Give the names of the columns; one that stands there twice gets a number."""
    row = next(_rows(lines, delimiter), None)
    if row is None or isinstance(row, NotTaken):
        raise row or NotTaken("empty", "The file holds nothing.")
    counts: Counter[str] = Counter()
    names = []
    for name in row:
        counts[name] += 1
        names.append(f"{name} ~{counts[name]}" if name and counts[name] > 1 else name)
    return names


def _records(lines: _CsvLines, delimiter: str, names: list[str]) -> Iterator[Any]:
    for row in _rows(lines, delimiter):
        if isinstance(row, NotTaken):
            yield row
        elif any(row[len(names) :]):
            yield NotTaken(
                "malformed",
                f"The row has {len(row)} cells, the first line {len(names)}; put quotes around cells that hold"
                f" {delimiter!r}.",
            )
        else:
            cells = [*row, *[None] * (len(names) - len(row))]
            yield {name: cell for name, cell in zip(names, cells, strict=False) if name}


def _rows(lines: _CsvLines, delimiter: str) -> Iterator[list[str] | NotTaken]:
    """Give the rows; where a quote stands open, its line alone is lost and the lines after it are read again."""
    reader, mended = csv.reader(lines, delimiter=delimiter), 0
    while True:
        lines.begin_row()
        try:
            row = _limited(reader)
        except StopIteration:
            return
        except Skipped as why:
            yield why
            continue
        except csv.Error as error:
            row, why_broken = None, f"The row is no CSV: {told(error)}"
        else:
            why_broken = "A quote is opened that nothing closes"
        if row == [_END]:
            return
        if row is not None and _END not in lines.row[-1]:
            yield from [row] if row else []
            continue
        mended += 1
        lost = 1 if mended <= _MAX_MENDED else len(lines.row)
        yield NotTaken("malformed", f"{why_broken}; lines not read: {lost:,}. Look for a quote left open.")
        lines.again(lines.row[lost:])
        reader = csv.reader(lines, delimiter=delimiter)


def _limited(reader: Any) -> list[str]:
    """Give the next row; the most a cell may hold is a setting of the whole process, so it is put back at once."""
    limit = csv.field_size_limit(MAX_TEXT_BYTES)
    try:
        row: list[str] = next(reader)
    finally:
        csv.field_size_limit(limit)
    return row
