"""Makes one row of the accounts of one meeting, and keeps what they disagree about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from math import prod
from typing import Any

from ctnews.linking.accounts import Account
from ctnews.linking.rows import by_frequency, stable_id
from ctnews.linking.sources import independent, of_sources

Accounts = Sequence[Account]

GRANULARITY_DIGITS = {"day": 10, "month": 7, "year": 4}  # of an ISO date


def reconcile(accounts: Accounts) -> dict[str, Any]:
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
        **_when([account for account in sources if account.status == status and account.grain] or sources),
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
    }


def meeting_ids(groups: Sequence[Accounts]) -> list[str]:
    """Give every group's stable id: from its number in the series, or else from its first account's facts.

    Groups of one number in one series, as after a series began anew, are told apart by their first account.
    """
    told = [of_sources(group) for group in groups]
    bases = [_basis(group) for group in told]
    shared = {basis for basis, count in Counter(bases).items() if count > 1}
    ids = []
    for basis, group in zip(bases, told, strict=True):
        founder = min(group, key=lambda account: account.order)
        more = (founder.article_id, founder.mention_id) if basis in shared else ()
        ids.append(stable_id("mtg", *basis, *more))
    return ids


def _basis(group: Accounts) -> tuple[object, ...]:
    founder = min(group, key=lambda account: account.order)
    series = (founder.kind.family, *sorted(founder.parties))
    ordinal = _most_say(group, lambda account: account.ordinal)
    if ordinal is not None:
        named = min(group, key=lambda account: (account.key is None, account.order))
        return (*series, *sorted(named.key or ()), ordinal)
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
    """Give what was reported last: a later report that it was held or cancelled beats the announcement."""
    outcomes = [account for account in accounts if account.status != "scheduled"]
    if not outcomes:
        return "scheduled"
    latest = max(account.published or date.min for account in outcomes)
    announced = max((a.published or date.min for a in accounts if a.status == "scheduled"), default=date.min)
    if latest < announced and latest != date.min:
        return str(_most_say(accounts, lambda account: account.status))
    last = [account for account in outcomes if (account.published or date.min) == latest]
    return str(_most_say(last, lambda account: account.status))


def _conflicts(accounts: Accounts) -> list[dict[str, str]]:
    """Give every account's value of the fields in which accounts disagree."""
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
