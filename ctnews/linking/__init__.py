"""Links what articles tell: persons to actors, accounts to meetings, meetings to series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from ctnews.frames import MEETING_MENTIONS, MEETINGS, SERIES, conform
from ctnews.linking.accounts import Account, read_accounts
from ctnews.linking.actors import actors_frame, group_people, name_actors
from ctnews.linking.agencies import agencies_frame
from ctnews.linking.meetings import group_accounts
from ctnews.linking.reconcile import meeting_ids, reconcile
from ctnews.linking.renamed import joined_rows, renamed_to
from ctnews.linking.rows import records
from ctnews.linking.series import find_series
from ctnews.linking.series_facts import Told, describe_series, join_renamed

__all__ = ["Linked", "link"]


class Linked(NamedTuple):
    """The frames that linking gives; `refs` has `person_id` and the `actor_id` it became."""

    actors: pd.DataFrame
    agencies: pd.DataFrame
    meeting_mentions: pd.DataFrame
    meetings: pd.DataFrame
    series: pd.DataFrame
    refs: pd.DataFrame


def link(articles: pd.DataFrame, people: pd.DataFrame, agency_mentions: pd.DataFrame, accounts: pd.DataFrame) -> Linked:
    """Link the facts of all articles; the result does not depend on the order of the rows.

    Takes frames `articles`, `people`, `agency_mentions` and `meeting_mentions` as extraction gives them:
    participants and chairs are person_ids. Gives the linked frames; of `series` only id, name, kind and
    parties and stated cadence, which `ctnews.cadence` completes.

    >>> from ctnews.frames import AGENCY_MENTIONS, ARTICLES, PEOPLE, empty
    >>> link(empty(ARTICLES), empty(PEOPLE), empty(AGENCY_MENTIONS), empty(MEETING_MENTIONS)).meetings.empty
    True
    """
    groups = group_people(people)
    actor_ids = name_actors(groups, articles)
    actor_of = {row["person_id"]: key for key, group in zip(actor_ids, groups, strict=True) for row in group}
    countries = {actor_of[row["person_id"]]: row["country"] for group in groups for row in group if row["country"]}

    read = read_accounts(accounts, articles, actor_of)
    clusters = group_accounts(read, countries)
    ids = meeting_ids(clusters)
    rows = [{"meeting_id": key, **reconcile(cluster)} for key, cluster in zip(ids, clusters, strict=True)]
    series = _with_series(rows, clusters, articles, accounts)

    source_of = dict(zip(articles["article_id"], articles["duplicate_of"].fillna(articles["article_id"]), strict=True))
    return Linked(
        actors=actors_frame(groups, actor_ids, articles, _meetings_held(rows, "participants")),
        agencies=agencies_frame(agency_mentions, source_of, _meetings_held(rows, "agencies")),
        meeting_mentions=_linked_accounts(accounts, read, clusters, ids, actor_of),
        meetings=conform(sorted(rows, key=lambda row: (row["start"] or "9999", row["meeting_id"])), MEETINGS),
        series=conform(series, SERIES),
        refs=pd.DataFrame({"person_id": list(actor_of), "actor_id": list(actor_of.values())}, dtype="str"),
    )


def _with_series(
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


def _meetings_held(meetings: list[dict[str, Any]], column: str) -> Counter[str]:
    return Counter(key for meeting in meetings if meeting["status"] == "held" for key in meeting[column])


def _linked_accounts(
    accounts: pd.DataFrame,
    read: list[Account],
    clusters: list[list[Account]],
    ids: list[str],
    actor_of: dict[str, str],
) -> pd.DataFrame:
    meeting_of = {account.row: key for key, cluster in zip(ids, clusters, strict=True) for account in cluster}

    def actors(persons: list[str]) -> list[str]:
        return list(dict.fromkeys(actor_of[person] for person in persons if person in actor_of))

    linked = accounts.assign(
        meeting_id=[meeting_of[row] for row in range(len(read))],
        participants=accounts["participants"].map(actors),
        chairs=accounts["chairs"].map(actors),
    )
    return conform(linked, MEETING_MENTIONS)
