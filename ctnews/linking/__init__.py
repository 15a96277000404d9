"""Links what articles tell: persons to actors, accounts to meetings, meetings to series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from ctnews.frames import CORRECTIONS, LINKS, MEETING_MENTIONS, MEETINGS, SERIES, conform, empty
from ctnews.linking.accounts import read_accounts
from ctnews.linking.actors import Join, find_people, name_actors
from ctnews.linking.agencies import agencies_frame
from ctnews.linking.corrections import FIELDS, names_ids, read_value, rule
from ctnews.linking.follow_ups import follow
from ctnews.linking.in_series import with_series
from ctnews.linking.life import life_frame
from ctnews.linking.meetings import group_accounts
from ctnews.linking.reconcile import correct, meeting_ids, reconcile
from ctnews.linking.roles import actors_frame, roles_frame
from ctnews.linking.rulings import NO_RULINGS, Rulings

__all__ = ["FIELDS", "Linked", "follow", "link", "read_value"]


class Linked(NamedTuple):
    """The frames that linking gives; `refs` has `person_id` and the `actor_id` it became."""

    actors: pd.DataFrame
    agencies: pd.DataFrame
    meeting_mentions: pd.DataFrame
    meetings: pd.DataFrame
    series: pd.DataFrame
    refs: pd.DataFrame
    roles: pd.DataFrame
    life: pd.DataFrame
    links: pd.DataFrame
    corrections: pd.DataFrame


def link(
    articles: pd.DataFrame,
    people: pd.DataFrame,
    agency_mentions: pd.DataFrame,
    accounts: pd.DataFrame,
    corrections: pd.DataFrame | None = None,
) -> Linked:
    """Link the facts of all articles; the result does not depend on the order of the rows.

    Takes frames `articles`, `people`, `agency_mentions` and `meeting_mentions` as extraction gives them
    (participants and chairs are person_ids), and frame `corrections`, which rules over what the rules find. Gives the
    linked frames; of `series` only id, name, kind, parties and stated cadence, which `ctnews.cadence` completes.

    >>> from ctnews.frames import AGENCY_MENTIONS, ARTICLES, PEOPLE, empty
    >>> link(empty(ARTICLES), empty(PEOPLE), empty(AGENCY_MENTIONS), empty(MEETING_MENTIONS)).meetings.empty
    True
    """
    given = empty(CORRECTIONS) if corrections is None else corrections
    known = (articles, people, agency_mentions, accounts)
    members = _members(_link(*known)) if names_ids(given) else {}
    ruled = rule(given, set(people["person_id"]), set(accounts["mention_id"]), members)
    return _link(*known, ruled.people, ruled.meetings)._replace(corrections=ruled.corrections)


def _link(
    articles: pd.DataFrame,
    people: pd.DataFrame,
    agency_mentions: pd.DataFrame,
    accounts: pd.DataFrame,
    over_people: Rulings = NO_RULINGS,
    over_meetings: Rulings = NO_RULINGS,
) -> Linked:
    groups, same_person = find_people(people, over_people)
    actor_ids = name_actors(groups, articles)
    actor_of = {row["person_id"]: key for key, group in zip(actor_ids, groups, strict=True) for row in group}
    countries = {actor_of[row["person_id"]]: row["country"] for group in groups for row in group if row["country"]}

    accounts = accounts[~accounts["mention_id"].isin(over_meetings.dropped)]
    read = read_accounts(accounts, articles, actor_of)
    clusters, same_meeting = group_accounts(read, countries, over_meetings)
    ids = meeting_ids(clusters)
    rows = [
        correct({"meeting_id": key, **reconcile(cluster, key)}, cluster, over_meetings)
        for key, cluster in zip(ids, clusters, strict=True)
    ]
    series = with_series(rows, clusters, articles, accounts)

    source_of = dict(zip(articles["article_id"], articles["duplicate_of"].fillna(articles["article_id"]), strict=True))
    meeting_of = {account.row: key for key, cluster in zip(ids, clusters, strict=True) for account in cluster}
    linked = _linked_accounts(accounts, meeting_of, actor_of)
    more = {"n_meetings": _meetings_held(rows, "participants"), "notes": _notes(over_people, actor_of)}
    return Linked(
        actors=actors_frame(groups, actor_ids, articles, more),
        agencies=agencies_frame(agency_mentions, source_of, _meetings_held(rows, "agencies")),
        meeting_mentions=linked,
        meetings=conform(sorted(rows, key=lambda row: (str(row["start"] or "9999"), row["meeting_id"])), MEETINGS),
        series=conform(series, SERIES),
        refs=pd.DataFrame({"person_id": list(actor_of), "actor_id": list(actor_of.values())}, dtype="str"),
        roles=roles_frame(groups, actor_ids, articles),
        life=life_frame(ids, clusters),
        links=_links(people, linked, same_person, same_meeting, actor_of),
        corrections=empty(CORRECTIONS),
    )


def _meetings_held(meetings: list[dict[str, Any]], column: str) -> Counter[str]:
    return Counter(key for meeting in meetings if meeting["status"] == "held" for key in meeting[column])


def _notes(rulings: Rulings, entity_of: Mapping[str, str]) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for member, told in rulings.notes.items():
        notes.setdefault(entity_of[member], []).extend(told)
    return notes


def _linked_accounts(
    accounts: pd.DataFrame, meeting_of: Mapping[int, str], actor_of: Mapping[str, str]
) -> pd.DataFrame:
    def actors(persons: list[str]) -> list[str]:
        return list(dict.fromkeys(actor_of[person] for person in persons if person in actor_of))

    linked = accounts.assign(
        meeting_id=[meeting_of[row] for row in range(len(accounts))],
        participants=accounts["participants"].map(actors),
        chairs=accounts["chairs"].map(actors),
    )
    return conform(linked, MEETING_MENTIONS)


def _links(
    people: pd.DataFrame,
    accounts: pd.DataFrame,
    same_person: Iterable[Join],
    same_meeting: Iterable[Join],
    actor_of: Mapping[str, str],
) -> pd.DataFrame:
    """Give frame `links`: why each two were put together, with what the two articles say."""
    names = dict(zip(people["person_id"], people["name"], strict=True))
    told = dict(zip(accounts["mention_id"], accounts["sentence"], strict=True))
    meeting_of = dict(zip(accounts["mention_id"], accounts["meeting_id"], strict=True))
    rows = [*_told("actor", same_person, actor_of, names), *_told("meeting", same_meeting, meeting_of, told)]
    return conform(sorted(rows, key=lambda row: (row["what"], row["id"], row["one"], row["other"])), LINKS)


def _told(
    what: str, joins: Iterable[Join], entity_of: Mapping[str, str], texts: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Give the joins that hold; one that another correction undid is none."""
    return [
        {
            "what": what,
            "id": entity_of[join.one],
            "one": join.one,
            "other": join.other,
            "one_text": texts.get(join.one),
            "other_text": texts.get(join.other),
            "reason": join.reason,
            "by": join.by,
        }
        for join in joins
        if join.one in entity_of and entity_of[join.one] == entity_of.get(join.other)
    ]


def _members(linked: Linked) -> dict[str, Sequence[str]]:
    """Give the accounts or persons behind every id of a meeting or an actor, also those it may have had."""
    members: dict[str, list[str]] = {}
    for row in linked.refs.itertuples():
        members.setdefault(str(row.actor_id), []).append(str(row.person_id))
    for row in linked.meeting_mentions.itertuples():
        members.setdefault(str(row.meeting_id), []).append(str(row.mention_id))
    for frame, column in ((linked.actors, "actor_id"), (linked.meetings, "meeting_id")):
        for key, others in zip(frame[column], frame["other_ids"], strict=True):
            for other in others:
                members.setdefault(other, members[key])
    return {key: sorted(found) for key, found in members.items()}
