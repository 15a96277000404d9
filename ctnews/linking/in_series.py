"""Gives every meeting its series, and each series what the articles say of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ctnews.linking.accounts import Account
from ctnews.linking.renamed import joined_rows, renamed_to
from ctnews.linking.rows import records
from ctnews.linking.series import find_series
from ctnews.linking.series_facts import Told, describe_series, join_renamed


def with_series(
    meetings: list[dict[str, Any]], clusters: list[list[Account]], articles: pd.DataFrame, accounts: pd.DataFrame
) -> list[dict[str, Any]]:
    """Give every meeting its series, and the rows of the series as the articles describe them."""
    ids, series = find_series(meetings)
    texts = {row["article_id"]: row for row in records(articles)}
    became = join_renamed(series, _told(clusters, ids, accounts), texts)
    ids = [key if key is None else renamed_to(key, became) for key in ids]
    for meeting, series_id in zip(meetings, ids, strict=True):
        meeting["series_id"] = series_id
    return describe_series(joined_rows(series, became), _told(clusters, ids, accounts), texts)


def _told(clusters: list[list[Account]], ids: Sequence[str | None], accounts: pd.DataFrame) -> list[Told]:
    spans = list(zip(accounts["start_char"], accounts["end_char"], strict=True))
    told = [
        Told(account, key, *(-1 if pd.isna(place) else int(place) for place in spans[account.row]))
        for key, cluster in zip(ids, clusters, strict=True)
        for account in cluster
    ]
    return sorted(told, key=lambda one: (one.account.article_id, one.account.mention_id, one.account.row))
