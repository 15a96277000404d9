"""Any frame as a table in the look of the reports."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ctnews.tables.markup import Html, grid
from ctnews.tables.quotes import records
from ctnews.tables.words import kind


def show(frame: pd.DataFrame, *, columns: Mapping[str, str] | None = None, caption: str = "", limit: int = 100) -> Html:
    """Give a frame as a table: `columns` maps the columns wanted to their headings; without it, all as they are.

    Text is escaped, lists are joined, days are days.

    >>> show(pd.DataFrame({"n_meetings": [3]})).text.split()
    ['n', 'meetings', '3']
    """
    headings = dict(columns) if columns is not None else {str(name): kind(str(name)) for name in frame.columns}
    return grid(records(frame), headings, caption=caption, nothing="There is nothing to show.", limit=limit)
