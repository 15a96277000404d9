"""Links what articles tell: persons to actors, accounts to meetings, meetings to series."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import pandas as pd

from ctnews.frames import MEETING_MENTIONS, MEETINGS, SERIES, conform
from ctnews.linking.accounts import Account, read_accounts
from ctnews.linking.actors import actors_frame, group_people, name_actors
from ctnews.linking.agencies import agencies_frame
from ctnews.linking.meetings import group_accounts
from ctnews.linking.reconcile import meeting_ids, reconcile
from ctnews.linking.series import find_series

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
    parties, which `ctnews.cadence` completes.

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
    series_ids, series = find_series(rows)
    for row, series_id in zip(rows, series_ids, strict=True):
        row["series_id"] = series_id

    source_of = dict(zip(articles["article_id"], articles["duplicate_of"].fillna(articles["article_id"]), strict=True))
    return Linked(
        actors=actors_frame(groups, actor_ids, articles, _meetings_held(rows, "participants")),
        agencies=agencies_frame(agency_mentions, source_of, _meetings_held(rows, "agencies")),
        meeting_mentions=_linked_accounts(accounts, read, clusters, ids, actor_of),
        meetings=conform(sorted(rows, key=lambda row: (row["start"] or "9999", row["meeting_id"])), MEETINGS),
        series=conform(series, SERIES),
        refs=pd.DataFrame({"person_id": list(actor_of), "actor_id": list(actor_of.values())}, dtype="str"),
    )


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
