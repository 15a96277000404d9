"""How values become flat and harmless: lists joined, control characters left out, no cell a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame so that a spreadsheet takes no cell for a formula; `plain` gives a text back as it was."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(frame.columns)
        writer.writerows([_cell(value) for value in row] for row in frame.itertuples(index=False))


def plain(text: str) -> str:
    """Give a cell's text without the mark that keeps a spreadsheet from taking it for a formula.

    >>> plain("'=1+1"), plain("'twas")
    ('=1+1', "'twas")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def flat(value: Any) -> Any:
    """Give a value as text, number, flag or None: lists joined by "; ", days as ISO, nothing for what is missing."""
    if isinstance(value, list):
        return "; ".join(_item(item) for item in value)
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return clean(value) if isinstance(value, str) else value


def clean(text: str) -> str:
    """Leave out characters that neither XML nor most programs can hold.

    >>> clean("a\\x00b\\ud800c")
    'abc'
    """
    return _UNWRITABLE.sub("", text)


def text_of(value: Any) -> str:
    """Give a value as text, empty for what is missing."""
    found = flat(value)
    return "" if found is None else str(found)


def _cell(value: Any) -> Any:
    found = flat(value)
    if isinstance(found, str):
        return f"'{found}" if found.startswith(_FORMULA) else found
    return "" if found is None else found


def _item(item: Any) -> str:
    if isinstance(item, Mapping):
        return clean(f"{item['field']}: {item['value']} ({item['article_id']})")
    return clean(str(item))
