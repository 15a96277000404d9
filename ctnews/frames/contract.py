"""What a contract is, and how a frame is made to keep it.

Every stage ends in `conform`, so that an empty frame has the columns and dtypes of a full one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from ctnews.errors import FrameError

if TYPE_CHECKING:
    import pyarrow as pa

Dtype = Literal["text", "int", "float", "bool", "date", "texts", "ints", "conflicts"]

_PANDAS = {"text": "str", "int": "Int64", "float": "float64", "bool": "bool", "date": "datetime64[us]"}


@dataclass(frozen=True)
class Column:
    """One column of a frame: its name, its kind of value and what it means."""

    name: str
    dtype: Dtype
    meaning: str


@dataclass(frozen=True)
class Contract:
    """What a frame holds: one row a what, and its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    def schema(self) -> pa.Schema:
        """Give the Arrow schema that the frame is stored with."""
        import pyarrow as pa

        conflict = pa.struct([("field", pa.string()), ("value", pa.string()), ("article_id", pa.string())])
        arrow = {
            "text": pa.string(),
            "int": pa.int64(),
            "float": pa.float64(),
            "bool": pa.bool_(),
            "date": pa.timestamp("us"),
            "texts": pa.list_(pa.string()),
            "ints": pa.list_(pa.int64()),
            "conflicts": pa.list_(conflict),
        }
        return pa.schema([(column.name, arrow[column.dtype]) for column in self.columns])


def define(name: str, row: str, *columns: tuple[str, Dtype, str]) -> Contract:
    """Give the contract of a frame: its name, what a row is, and of each column name, dtype and meaning."""
    return Contract(name, row, tuple(Column(*column) for column in columns))


def conform(rows: pd.DataFrame | Iterable[Mapping[Any, Any]], contract: Contract) -> pd.DataFrame:
    """Give a new frame with exactly the columns and dtypes of the contract; what is missing is null.

    Raises `FrameError` where a value cannot be of its column's dtype.

    >>> from ctnews.frames import REJECTS
    >>> conform([], REJECTS).columns.tolist()
    ['source', 'reason', 'detail']
    """
    frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    columns = {column.name: _convert(frame, column, contract) for column in contract.columns}
    return pd.DataFrame(columns, columns=contract.names)


def empty(contract: Contract) -> pd.DataFrame:
    """Give the frame of a contract with no rows."""
    return conform([], contract)


def _convert(frame: pd.DataFrame, column: Column, contract: Contract) -> pd.Series:
    given = frame[column.name] if column.name in frame else pd.Series([None] * len(frame), dtype=object)
    given = given.reset_index(drop=True)
    try:
        if column.dtype in _PANDAS:
            return _scalar(given, column.dtype)
        return pd.Series([_listed(value) for value in given], dtype=object, index=given.index)
    except (TypeError, ValueError, OverflowError) as error:
        raise FrameError(
            f"Column {column.name!r} of frame {contract.name!r} holds a value that is no {column.dtype}: {error}."
            f" Expected: {column.meaning}."
        ) from error


def _scalar(given: pd.Series, dtype: str) -> pd.Series:
    if dtype == "date":
        return pd.to_datetime(given.astype(object), errors="raise").astype("datetime64[us]")
    if dtype == "bool":
        return given.astype(object).fillna(False).astype(bool)
    return pd.Series(given.astype(_PANDAS[dtype]))  # type: ignore[call-overload]


def _listed(value: Any) -> list[Any]:
    if value is None or (isinstance(value, float) and value != value):
        return []
    return list(value)
