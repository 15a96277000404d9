"""Makes one row of the accounts of one meeting, and keeps what they disagree about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from math import prod
from typing import Any

from ctnews.linking.accounts import Account
from ctnews.linking.corrections import read_value
from ctnews.linking.life import announcement, days_slipped, superseded
from ctnews.linking.rows import by_frequency, stable_id
from ctnews.linking.rulings import Rulings
from ctnews.linking.sources import independent, of_sources

Accounts = Sequence[Account]

GRANULARITY_DIGITS = {"day": 10, "month": 7, "year": 4}  # of an ISO date


def reconcile(accounts: Accounts, meeting_id: str = "") -> dict[str, Any]:
    """Give the row of frame `meetings` for accounts of one meeting, without `meeting_id` and `series_id`.

    What most sources say counts; where they are even, the more exact date, then what was published first.
    An article and its copies are one source, and so are articles that repeat a sentence.
    """
    told = of_sources(accounts)
    sources, articles = independent(told), list(dict.fromkeys(account.article_id for account in told))
    status = _status(sources)
    outlets = {account.outlet for account in told} - {None}
    copies = sorted({account.article_id for account in accounts} - set(articles))
    return {
        "kind": _most_say(sources, lambda a: a.kind.name),
        "name": max((account.name or "" for account in sources), key=lambda name: (len(name), name)) or None,
        "ordinal": _most_say(sources, lambda a: a.ordinal),
        **_when(_that_tell_when(sources, status)),
        **_where(sources),
        "parties": sorted(_most_say([a for a in sources if a.parties] or sources, lambda a: a.parties) or ()),
        "status": status,
        "participants": by_frequency(person for account in sources for person in sorted(account.people)),
        "chairs": by_frequency(person for account in sources for person in dict.fromkeys(account.chairs)),
        "agencies": by_frequency(agency for account in sources for agency in dict.fromkeys(account.agencies)),
        "n_articles": len(articles),
        "n_sources": len({account.article_id for account in sources}),
        "n_outlets": len(outlets),
        "article_ids": articles,
        "copy_ids": copies,
        "conflicts": _conflicts(told),
        "confidence": _confidence(sources),
        **_announced(accounts),
        "other_ids": other_meeting_ids(meeting_id, accounts),
    }


def correct(row: dict[str, Any], accounts: Accounts, rulings: Rulings) -> dict[str, Any]:
    """Give the row with what corrections set, what articles tell otherwise among the conflicts, notes and slip."""
    told = [account.mention_id for account in accounts]
    for field, value in (setting for key in told for setting in rulings.values.get(key, ())):
        kept = [conflict for conflict in row["conflicts"] if conflict["field"] != (_COLUMNS.get(field, field))]
        row = {**row, **read_value(field, value), "corrected": sorted({*row.get("corrected", []), field})}
        row["conflicts"] = kept + _told_otherwise(field, row, accounts)
    row["notes"] = [note for key in told for note in rulings.notes.get(key, ())]
    plan = announcement(accounts)
    row["slip_days"] = None if plan is None else days_slipped(plan, row["start"], row["end"], row["granularity"])
    return row


def _told_otherwise(field: str, row: Mapping[str, Any], accounts: Accounts) -> list[dict[str, str]]:
    """Give what articles tell of a field that a correction sets, where they tell something else."""
    column = _COLUMNS.get(field, field)
    value = row[column]
    length = GRANULARITY_DIGITS.get(row["granularity"], 10)
    now = str(value)[:length] if column == "start" else "|".join(value) if isinstance(value, list) else str(value)
    return [conflict for conflict in _rows(column, of_sources(accounts), _TEXTS[field]) if conflict["value"] != now]


def _that_tell_when(sources: Accounts, status: str) -> Accounts:
    """Give the accounts that count for the time: those of the status, without plans that were given up."""
    standing = [account for account in sources if account.status == status and account.grain]
    return [account for account in standing if not superseded(account, sources)] or standing or sources


def _announced(accounts: Accounts) -> dict[str, Any]:
    plan = announcement(accounts)
    if plan is None:
        return {"announced": None, "announced_for": None}
    return {"announced": plan.published, "announced_for": _iso(plan.first)}


def meeting_ids(groups: Sequence[Accounts]) -> list[str]:
    """Give every group's stable id, made of its first account: its number in the series, or its facts.

    Of groups of one number in one series, as after a series began anew, the earliest has that id, and the others
    are told apart by their first account.
    """
    told = [of_sources(group) for group in groups]
    founders = [min(group, key=lambda account: account.order) for group in told]
    ids, taken = [""] * len(groups), set()
    for index in sorted(range(len(groups)), key=lambda index: founders[index].order):
        basis, founder = _basis(founders[index]), founders[index]
        more = (founder.article_id, founder.mention_id) if basis in taken else ()
        taken.add(basis)
        ids[index] = stable_id("mtg", *basis, *more)
    return ids


def other_meeting_ids(own: str, group: Accounts) -> list[str]:
    """Give the ids that the meeting would have if another of its accounts were the first."""
    return sorted({stable_id("mtg", *_basis(account)) for account in of_sources(group)} - {own})


def _basis(founder: Account) -> tuple[object, ...]:
    """Give what the first account tells that another of the same meeting would tell too."""
    series = (founder.kind.family, *sorted(founder.parties))
    if founder.ordinal is not None:
        return (*series, *sorted(founder.key or ()), founder.ordinal)
    if founder.grain or founder.place:
        return (*series, founder.first, founder.last, founder.place)
    return (*series, founder.article_id, founder.mention_id)


def _most_say(accounts: Accounts, value: Callable[[Account], Hashable | None]) -> Any:
    """Give the most frequent value that is not null; of equals the one published first."""
    said = [found for found in map(value, accounts) if found is not None]
    counts = Counter(said)
    return max(said, key=lambda found: (counts[found], -said.index(found)), default=None)


def _when(accounts: Accounts) -> dict[str, Any]:
    """Give the date with which most accounts agree: a day agrees with its month."""
    dated = [account for account in accounts if account.grain]
    if not dated:
        return {"start": None, "end": None, "granularity": "unknown"}

    def support(account: Account) -> int:
        return sum(_holds(other, account) for other in dated)

    best = max(dated, key=lambda account: (support(account), account.grain, -dated.index(account)))
    alike = [a for a in dated if (a.first, a.granularity) == (best.first, best.granularity)]
    last = _most_say(alike, lambda account: account.last)
    return {"start": _iso(best.first), "end": _iso(last), "granularity": best.granularity}


def _where(accounts: Accounts) -> dict[str, Any]:
    """Give the city most accounts name, as spelt first, and the country told with it."""
    place = _most_say(accounts, lambda account: account.place or None)
    there = [account for account in accounts if account.place == place] if place else accounts
    country = _most_say(there, lambda account: account.country)
    if country is None:
        country = _most_say(accounts, lambda account: account.country)
    return {"city": _most_say(there, lambda account: account.city) if place else None, "country": country}


def _status(accounts: Accounts) -> str:
    """Give what was reported last: a later report that it was held or cancelled beats the announcement.

    What was cancelled in favour of another time was put off, and stands as that other time does.
    """
    standing = [a for a in accounts if not a.off or not superseded(a, accounts)]
    outcomes = [account for account in standing if account.status != "scheduled"]
    if not outcomes:
        return "scheduled"
    latest = max(account.published or date.min for account in outcomes)
    announced = max((a.published or date.min for a in standing if a.status == "scheduled"), default=date.min)
    if latest < announced and latest != date.min:
        return str(_most_say(standing, lambda account: account.status))
    last = [account for account in outcomes if (account.published or date.min) == latest]
    return str(_most_say(last, lambda account: account.status))


def _conflicts(everything: Accounts) -> list[dict[str, str]]:
    """Give every account's value of the fields in which accounts disagree; a plan given up is no disagreement."""
    accounts = [account for account in everything if not superseded(account, everything)]
    rows = _rows("start", accounts, _day_text) if _dates_clash(accounts) else []
    if not rows:
        rows = _disagreement("end", [a for a in accounts if a.grain == max(b.grain for b in accounts)], _end_text)
    rows += _disagreement("city", accounts, lambda account: account.city, lambda account: account.place or None)
    rows += _disagreement("country", accounts, lambda account: account.country)
    rows += _disagreement("kind", accounts, lambda account: account.kind.name)
    rows += _disagreement("parties", accounts, lambda account: "|".join(sorted(account.parties)) or None)
    rows += _disagreement("status", _without_announcements(accounts), lambda account: account.status)
    return rows


def _disagreement(
    field: str,
    accounts: Accounts,
    text: Callable[[Account], str | None],
    same: Callable[[Account], str | None] | None = None,
) -> list[dict[str, str]]:
    told = {(same or text)(account) for account in accounts} - {None}
    return _rows(field, accounts, text) if len(told) > 1 else []


def _rows(field: str, accounts: Accounts, text: Callable[[Account], str | None]) -> list[dict[str, str]]:
    told = [(text(account), account.article_id) for account in accounts]
    return [{"field": field, "value": value, "article_id": article} for value, article in dict.fromkeys(told) if value]


def _dates_clash(accounts: Accounts) -> bool:
    """Tell whether two accounts start on different days, or in months that do not hold one another."""
    dated = [account for account in accounts if account.grain]
    return any(not (_holds(one, other) or _holds(other, one)) for one in dated for other in dated)


def _holds(wide: Account, narrow: Account) -> bool:
    if wide.grain == narrow.grain:
        return wide.first == narrow.first
    return wide.grain < narrow.grain and (wide.first or 0) <= (narrow.first or 0) <= (wide.last or 0)


def _without_announcements(accounts: Accounts) -> Accounts:
    """Leave out announcements that a later report followed: they tell of a plan, not of what happened."""
    reported = [account.published or date.max for account in accounts if account.status != "scheduled"]
    latest = max(reported, default=date.min)
    return [a for a in accounts if a.status != "scheduled" or (a.published or date.min) > latest]


def _day_text(account: Account) -> str | None:
    start = _iso(account.first)
    return start and start[: GRANULARITY_DIGITS.get(account.granularity, 10)]


def _end_text(account: Account) -> str | None:
    end = _iso(account.last)
    return end and end[: GRANULARITY_DIGITS.get(account.granularity, 10)]


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


def _confidence(accounts: Accounts) -> float | None:
    """Give the chance that at least one article is right, taking each at its best."""
    best: dict[str, float] = {}
    for account in accounts:
        if account.confidence is not None:
            best[account.article_id] = max(best.get(account.article_id, 0.0), account.confidence)
    return round(1 - prod(1 - chance for chance in best.values()), 3) if best else None


_COLUMNS = {"date": "start"}
_TEXTS: dict[str, Callable[[Account], str | None]] = {
    "date": _day_text,
    "kind": lambda account: account.kind.name,
    "name": lambda account: account.name,
    "ordinal": lambda account: None if account.ordinal is None else str(account.ordinal),
    "city": lambda account: account.city,
    "country": lambda account: account.country,
    "parties": lambda account: "|".join(sorted(account.parties)) or None,
    "status": lambda account: account.status,
}
