"""Parquet: records, batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctnews.reading.records import Outcome, articles
from ctnews.reading.rejected import NotTaken, each_foreign, foreign, told
from ctnews.reading.streams import Entry

_BATCH = 64


def read_parquet(entry: Entry) -> Iterator[Outcome]:
    """Give the articles of a Parquet file."""
    import pyarrow.parquet as pq

    with entry.seekable() as stream:
        with foreign("The file"):
            file = pq.ParquetFile(stream, pre_buffer=False)
        yield from articles(_records(file), entry)


def _records(file: Any) -> Iterator[Any]:
    for batch in each_foreign(file.iter_batches(batch_size=_BATCH, use_threads=False), "The file"):
        try:
            records = batch.to_pylist()
        except (ValueError, OverflowError, ArithmeticError, UnicodeDecodeError):
            records = [_row(batch, number) for number in range(batch.num_rows)]
        yield from records


def _row(batch: Any, number: int) -> Any:
    """Give one row of a batch of which some cannot be had, such as one with a day after the year 9999."""
    try:
        return batch.slice(number, 1).to_pylist()[0]
    except (ValueError, OverflowError, ArithmeticError) as error:
        return NotTaken("malformed", f"The row holds a value that cannot be read: {told(error)}.")
