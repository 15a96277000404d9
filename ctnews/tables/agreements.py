"""Tables on what was signed and promised, and on what is seen to have come of it.

An agreement is put together from the accounts of it alone: same kind, same parties, and the same day of signing or,
where none is told, the same name. What came of it is told by later meetings that are reported, and by no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from ctnews import lexicon
from ctnews.selection import Frames, last_day
from ctnews.tables import words
from ctnews.tables.markup import Html, folded, grid, joined, placed
from ctnews.tables.quotes import Quotes, records

Row = Mapping[str, Any]
ANY_OF_SERIES = "series"


@dataclass(frozen=True)
class Deal:
    """One agreement, with every account of it; `status` is signed, announced or named."""

    name: str
    kind: str
    parties: tuple[str, ...]
    signed: Any
    granularity: str
    status: str
    accounts: tuple[Row, ...]


def agreements(study: Frames, *, limit: int = 40) -> Html:
    """Give the agreements, last signed first, with parties, day, status, sentences and the meetings since."""
    quotes, meetings = Quotes.of(study), records(_held(study))
    rows = [
        {
            "when": words.span(deal.signed, deal.signed, deal.granularity),
            "kind": kind_name(deal.kind),
            "name": deal.name,
            "parties": words.parties(deal.parties) or "not told",
            "status": deal.status,
            "since": _since(_met_after(deal, meetings), quotes) if deal.status == "signed" else None,
            "evidence": _sentences(deal.accounts, quotes),
        }
        for deal in deals(study)
    ]
    headings = {
        "when": "Signed", "kind": "Kind", "name": "Name as printed", "parties": "Parties", "status": "Status",
        "since": "Parties met since", "evidence": "Evidence",
    }  # fmt: skip
    nothing = "No agreements in this selection."
    return placed("agreements", grid(rows, headings, caption=_up_to(study), nothing=nothing, limit=limit))


def commitments(study: Frames, *, limit: int = 60) -> Html:
    """Give what was promised, meeting by meeting, latest first, and which later meeting shows it kept."""
    quotes = Quotes.of(study)
    rows = [
        {
            "meeting": promise["meeting"],
            "kind": kind_name(promise["kind"]),
            "text": promise["text"],
            "since": _kept(promise, quotes),
            "evidence": folded("sentence", quotes.clause(promise["article_id"], promise["start"], promise["end"])),
        }
        for promise in promises(study)
    ]
    headings = {
        "meeting": "At", "kind": "Type", "text": "In the article’s words", "since": "Since then",
        "evidence": "Evidence",
    }  # fmt: skip
    nothing = "No commitments in this selection."
    return placed("commitments", grid(rows, headings, caption=_up_to(study), nothing=nothing, limit=limit))


def commitment_kinds(study: Frames) -> Html:
    """Give the types of commitments: how many, at how many meetings, and how often a later meeting shows one kept."""
    made = pd.DataFrame(promises(study), columns=["kind", "meeting_id", "kept_by", "looked_for"])
    rows = [
        {
            "kind": kind_name(kind),
            "n": len(group),
            "meetings": group["meeting_id"].nunique(),
            "kept": int(group["kept_by"].map(len).gt(0).sum()) if group["looked_for"].any() else None,
        }
        for kind, group in made.groupby("kind")
    ]
    rows.sort(key=lambda row: (-int(row["n"] or 0), str(row["kind"])))
    headings = {"kind": "Type", "n": "Commitments", "meetings": "Meetings"}
    if any(row["kept"] is not None for row in rows):
        headings["kept"] = "A fitting meeting is reported since"
    return placed("types", grid(rows, headings, nothing="No commitments in this selection."))


def deals(study: Frames) -> list[Deal]:
    """Give the agreements, last signed first and undated ones last; copies of an article are no further account."""
    copies = set(study.articles.loc[study.articles["duplicate_of"].notna(), "article_id"])
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in records(study.agreements[~study.agreements["article_id"].isin(copies)]):
        by = str(row["name"]).casefold() if pd.isna(row["signed"]) else (row["signed"], row["granularity"])
        groups.setdefault((row["kind"], tuple(sorted(row["parties"])), by), []).append(row)
    published = dict(zip(study.articles["article_id"], study.articles["published"], strict=True))
    found = [_deal(rows, published) for rows in groups.values()]
    known = sorted((deal for deal in found if not pd.isna(deal.signed)), key=lambda deal: deal.signed, reverse=True)
    return known + sorted((deal for deal in found if pd.isna(deal.signed)), key=lambda deal: deal.name.casefold())


def promises(study: Frames) -> list[dict[str, Any]]:
    """Give the commitments, those of the latest meetings first, each with the later meetings that show it kept."""
    copies = set(study.articles.loc[study.articles["duplicate_of"].notna(), "article_id"])
    meeting_of = dict(zip(study.meeting_mentions["mention_id"], study.meeting_mentions["meeting_id"], strict=True))
    meetings = {row["meeting_id"]: row for row in records(study.meetings)}
    held = records(_held(study))
    told = [
        _promise(row, meetings.get(meeting_of.get(row["mention_id"], "")), held)
        for row in records(study.commitments[~study.commitments["article_id"].isin(copies)])
    ]
    return sorted(told, key=lambda row: (row["order"], row["text"]), reverse=True)


def kind_name(kind: Any) -> str:
    """Give the name of a kind of agreement or commitment."""
    return _kinds().get(kind, {}).get("english") or words.kind(kind)


def _deal(rows: Sequence[Row], published: Mapping[str, Any]) -> Deal:
    first = max(rows, key=lambda row: len(str(row["name"])))
    printed = [published.get(row["article_id"]) for row in rows]
    return Deal(
        name=_balanced(str(first["name"])),
        kind=first["kind"],
        parties=tuple(first["parties"]),
        signed=first["signed"],
        granularity=first["granularity"],
        status=_status(first["signed"], [day for day in printed if not pd.isna(day)]),
        accounts=tuple(rows),
    )


def _balanced(name: str) -> str:
    """Leave out a bracket that stands alone, as in "MoU)"."""
    return name if name.count("(") == name.count(")") else name.strip(" ()")


def _status(signed: Any, printed: Sequence[Any]) -> str:
    """Tell a signing from one that every article places after its own day."""
    if pd.isna(signed):
        return "named"
    return "announced" if printed and all(signed > day for day in printed) else "signed"


def _promise(row: Row, meeting: Row | None, held: Sequence[Row]) -> dict[str, Any]:
    kept_by = _kinds().get(row["kind"], {}).get("kept_by", "")
    later: list[Row] = [] if meeting is None or pd.isna(meeting["start"]) else _later(meeting, held)
    return dict(row) | {
        "meeting_id": None if meeting is None else meeting["meeting_id"],
        "meeting": "an article without a meeting" if meeting is None else _named(meeting),
        "order": pd.Timestamp.min if meeting is None or pd.isna(meeting["start"]) else meeting["start"],
        "dated": meeting is not None and not pd.isna(meeting["start"]),
        "looked_for": kept_by,
        "kept_by": [one for one in later if _fits(one, meeting, kept_by)],
        "later": later,
    }


def _later(meeting: Row, held: Sequence[Row]) -> list[Row]:
    """Give the meetings of the same parties, or of the same series, that began after this one ended."""
    end: pd.Timestamp = meeting["start"] if pd.isna(meeting["end"]) else meeting["end"]
    parties = set(meeting["parties"])
    return [
        one
        for one in held
        if one["start"] > end and (_in_series(one, meeting) or (parties and parties <= set(one["parties"])))
    ]


def _fits(one: Row, meeting: Row | None, kept_by: str) -> bool:
    if kept_by == ANY_OF_SERIES:
        return meeting is not None and _in_series(one, meeting)
    return one["kind"] in lexicon.values(kept_by)


def _in_series(one: Row, other: Row) -> bool:
    return isinstance(one["series_id"], str) and one["series_id"] == other["series_id"]


def _kept(promise: Row, quotes: Quotes) -> Html | str:
    if not promise["dated"]:
        return "day of the meeting unknown"
    wanted = promise["kept_by"] if promise["looked_for"] else promise["later"]
    return _since(wanted, quotes)


def _met_after(deal: Deal, meetings: Sequence[Row]) -> list[Row]:
    parties = set(deal.parties)
    return [one for one in meetings if parties and parties <= set(one["parties"]) and one["start"] > deal.signed]


def _up_to(study: Frames) -> str:
    return f"What is reported since, up to {words.day(last_day(study))}, the corpus’ last day."


def _since(meetings: Sequence[Row], quotes: Quotes) -> Html | str:
    """Give the number of later meetings and the last of them, folded over their sentences."""
    if not meetings:
        return "no meeting reported"
    last = max(meetings, key=lambda one: one["start"])
    told = [quotes.account(row) for one in meetings for row in quotes.accounts.get(one["meeting_id"], ())]
    when = words.span(last["start"], last["end"], last["granularity"])
    return folded(
        f"{words.count(len(meetings), 'meeting')}{', ' if len(meetings) == 1 else ', last '}{when}", joined(told, " ")
    )


def _sentences(accounts: Sequence[Row], quotes: Quotes) -> Html:
    told = [quotes.sentence(row["article_id"], row["sentence"], row["start"], row["end"]) for row in accounts]
    return folded(words.count(len(told), "sentence"), joined(told, " "))


def _held(study: Frames) -> pd.DataFrame:
    meetings = study.meetings
    return meetings[(meetings["status"] == "held") & meetings["start"].notna()].sort_values("start", kind="stable")


def _named(meeting: Row) -> str:
    name = meeting["name"] if isinstance(meeting["name"], str) else words.kind(meeting["kind"])
    when = words.span(meeting["start"], meeting["end"], meeting["granularity"])
    return f"{name}, {words.parties(meeting['parties'])}, {when}".replace(", ,", ",")


@cache
def _kinds() -> dict[str, lexicon.Row]:
    rows = (*lexicon.table("world/agreement_kinds"), *lexicon.table("world/commitment_kinds"))
    return {row["kind"]: row for row in rows}
