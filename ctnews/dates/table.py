"""The dates of a text as a frame, for users who have a text and want its dates."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pandas as pd

from ctnews.dates.infer import infer_anchor
from ctnews.dates.mention import Anchor
from ctnews.dates.scanning import scan
from ctnews.frames import DATES, conform

_COLUMNS = replace(DATES, columns=tuple(column for column in DATES.columns if column.name != "article_id"))


def find_dates(text: str, *, anchor: str | date | None = None, lang: str = "en") -> pd.DataFrame:
    """Give the dates of a text as a frame: one row a date, the columns of `frames.DATES` but `article_id`.

    `anchor` is the day of publication, as a date or as "2023-05-18"; without it the text's own dates may tell
    it. Raises `InputError` where it is no date.

    >>> find_dates("They met on June 18.", anchor="2025-06-20")[["text", "iso"]].values.tolist()
    [['June 18', '2025-06-18']]
    """
    known = infer_anchor(text, lang=lang) if anchor is None else Anchor.on(anchor)
    return conform([asdict(mention) for mention in scan(text, lang=lang, anchor=known)], _COLUMNS)
