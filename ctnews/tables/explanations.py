"""Shows what a fact was read from: the words, and the rule or model that took them for it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ctnews.errors import InputError
from ctnews.selection import Frames
from ctnews.tables.markup import Html, grid
from ctnews.tables.quotes import Quotes, records

FIELDS = ("kind", "ordinal", "start", "end", "city", "country", "parties", "participants", "status", "name", "role")
COLUMNS = {"field": "Field", "value": "Read as", "text": "From the words", "rule": "By", "article": "In"}


def explain(study: Frames, fact_id: str) -> Html:
    """Give what each field of a meeting, an account of one, or a person was read from, article by article.

    Takes a meeting_id, a mention_id, an actor_id or a person_id. The result shows itself in a notebook and prints as
    plain text. Raises `InputError` for an unknown id.
    """
    grounds = study.grounds[_of_fact(study, fact_id)]
    if grounds.empty:
        raise InputError(
            f"No meeting, account, actor or person has the id {fact_id!r}; the ids are the first columns of "
            "study.meetings and study.actors, mention_id of study.meeting_mentions and person_id of study.people."
        )
    quotes = Quotes.of(study)
    ordered = grounds.sort_values(["fact_id", "field", "start"], key=_in_order, kind="stable")
    rows = [{**row, "article": quotes.article(row["article_id"])} for row in records(ordered)]
    return grid(rows, COLUMNS, nothing="")


def _in_order(column: pd.Series[Any]) -> pd.Series[Any]:
    return column.map({field: number for number, field in enumerate(FIELDS)}) if column.name == "field" else column


def _of_fact(study: Frames, fact_id: str) -> pd.Series[bool]:
    """Tell which grounds are a fact's own, or those of the accounts or persons that were linked to it."""
    accounts = study.meeting_mentions.loc[study.meeting_mentions["meeting_id"] == fact_id, "mention_id"]
    own = study.grounds["fact_id"].isin([fact_id, *accounts])
    named = study.mentions[(study.mentions["kind"] == "person") & (study.mentions["ref"] == fact_id)]
    spans = set(zip(named["article_id"], named["start"], strict=True))
    names = study.grounds[study.grounds["field"] == "name"]
    linked = [row["fact_id"] for row in records(names) if (row["article_id"], row["start"]) in spans]
    both: pd.Series[bool] = own | study.grounds["fact_id"].isin(linked)
    return both
