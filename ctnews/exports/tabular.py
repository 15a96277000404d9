"""Frames as files of tables: CSV with a codebook, Parquet that carries its codebook, Stata with labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from ctnews.exports.flat import flat, write_csv
from ctnews.frames import STUDY_FRAMES, Contract
from ctnews.selection import Frames

CODEBOOK = "codebook.csv"
STATA_LABEL = 80  # characters that Stata takes for a label
STATA_TEXT = 2045  # bytes from which Stata wants a long string
_RENAMED = {"end": "end_"}  # words that Stata keeps for itself
_WORDS = {
    "text": "text", "int": "whole number", "float": "number", "bool": "true or false", "date": "day, YYYY-MM-DD",
    "texts": "texts, joined by '; '", "ints": "whole numbers, joined by '; '",
    "conflicts": "disagreements, 'field: value (article_id)' joined by '; '",
}  # fmt: skip


def write_spreadsheets(study: Frames, folder: Path) -> list[str]:
    """Write each frame as CSV, and what their columns mean as `codebook.csv`.

    A text that a spreadsheet could take for a formula has a ' before it.
    """
    names = []
    for contract, frame in _frames(study):
        names.append(f"{contract.name}.csv")
        write_csv(frame, folder / names[-1])
    write_csv(codebook(study), folder / CODEBOOK)
    return [*names, CODEBOOK]


def codebook(study: Frames) -> pd.DataFrame:
    """Give frame, row, column, type, meaning, and how many of the rows have a value, for every column."""
    rows = [
        {
            "frame": contract.name,
            "row": contract.row,
            "column": column.name,
            "type": _WORDS[column.dtype],
            "meaning": column.meaning,
            "filled": sum(flat(value) not in (None, "") for value in frame[column.name]),
            "rows": len(frame),
        }
        for contract, frame in _frames(study)
        for column in contract.columns
    ]
    return pd.DataFrame(rows)


def write_parquet(study: Frames, folder: Path) -> list[str]:
    """Write each frame as Parquet whose schema says what the frame and each of its columns mean."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = []
    for contract, frame in _frames(study):
        table = pa.Table.from_pandas(frame, schema=contract.schema(), preserve_index=False)
        fields = [
            table.schema.field(column.name).with_metadata({"description": column.meaning})
            for column in contract.columns
        ]
        described = table.cast(pa.schema(fields, metadata={"title": contract.name, "row": contract.row}))
        names.append(f"{contract.name}.parquet")
        pq.write_table(described, folder / names[-1], compression="zstd")
    return names


def write_stata(study: Frames, folder: Path) -> list[str]:
    """Write each frame for Stata 14 or later: days as %td, lists joined by "; ", columns labelled."""
    names = []
    for contract, frame in _frames(study):
        columns = {_RENAMED.get(column.name, column.name): column for column in contract.columns}
        table = pd.DataFrame({name: _for_stata(frame[column.name], column.dtype) for name, column in columns.items()})
        names.append(f"{contract.name}.dta")
        table.to_stata(
            folder / names[-1],
            write_index=False,
            version=118,
            convert_dates={name: "td" for name, column in columns.items() if column.dtype == "date"},
            convert_strl=[name for name in table if any(_bytes(value) > STATA_TEXT for value in table[name])],
            variable_labels={name: column.meaning[:STATA_LABEL] for name, column in columns.items()},
            data_label=f"ctnews: {contract.row}"[:STATA_LABEL],
            time_stamp=pd.Timestamp("2000-01-01").to_pydatetime(),  # or two exports of one study would differ
        )
    return names


def _for_stata(values: pd.Series, dtype: str) -> pd.Series:
    if dtype == "date":
        return values
    if dtype in ("int", "float"):
        return values.astype("float64")
    if dtype == "bool":
        return values.astype("int8")
    return values.map(lambda value: flat(value) or "").astype(object)


def _bytes(value: object) -> int:
    return len(value.encode()) if isinstance(value, str) else 0


def _frames(study: Frames) -> Iterator[tuple[Contract, pd.DataFrame]]:
    for contract in STUDY_FRAMES:
        yield contract, getattr(study, contract.name)
