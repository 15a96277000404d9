"""The life of a meeting as articles told it: announced, put off, held, cancelled, and by how much it slipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pandas as pd

from ctnews.frames import LIFE, conform
from ctnews.linking.accounts import Account
from ctnews.linking.comparison import DAY
from ctnews.linking.sources import of_sources

GIVEN_UP_DAYS = 3  # a plan is another plan if it tells a time so far off

Accounts = Sequence[Account]


def life_frame(ids: Sequence[str], groups: Sequence[Accounts]) -> pd.DataFrame:
    """Give frame `life`: for every meeting what each source told of it in turn."""
    told = sorted(zip(ids, groups, strict=True), key=lambda pair: pair[0])
    return conform([{"meeting_id": key, **step} for key, group in told for step in steps(group)], LIFE)


def steps(accounts: Accounts) -> Iterator[dict[str, Any]]:
    """Give what the sources told in turn; a plan told with its giving up comes before what came instead."""
    plan: Account | None = None
    for account in sorted(of_sources(accounts), key=_turn):
        slip = slip_days(plan, account)
        yield {
            "step": _step(account, plan, slip),
            "reported": account.published,
            "start": None if account.first is None else date.fromordinal(account.first),
            "end": None if account.last is None else date.fromordinal(account.last),
            "granularity": account.granularity,
            "slip_days": slip,
            "told_in": account.article_id,
            "mention_id": account.mention_id,
        }
        if account.grain and (account.status == "scheduled" or (account.off and plan is None)):
            plan = account


def slip_days(plan: Account | None, account: Account) -> int | None:
    """Give the days from the time planned to the time told, 0 within it, less than 0 if earlier.

    From day to day the first days count; from or to a month or a year, what lies between.
    """
    if plan is None or plan.first is None or plan.last is None or account.first is None or account.last is None:
        return None
    if plan.grain == account.grain == DAY:
        return account.first - plan.first
    return max(0, account.first - plan.last) + min(0, account.last - plan.first)


def days_slipped(plan: Account, start: Any, end: Any, granularity: str) -> int | None:
    """Give the days from the time a plan tells to the time of the meeting, as `slip_days` counts them."""
    if start is None or plan.first is None or plan.last is None:
        return None
    first, last = (pd.Timestamp(day).toordinal() for day in (start, end if end is not None else start))
    if plan.grain == DAY and granularity == "day":
        return first - plan.first
    return max(0, first - plan.last) + min(0, last - plan.first)


def announcement(accounts: Accounts) -> Account | None:
    """Give the first account that announced the meeting, dated if there is one."""
    plans = [a for a in of_sources(accounts) if a.status == "scheduled" or _is_given_up(a, accounts)]
    return min(plans, key=lambda a: (not a.grain, _turn(a)), default=None)


def superseded(account: Account, accounts: Accounts) -> bool:
    """Tell whether what the account tells was a plan, and a later account or the same article tells another time."""
    if account.status == "held" or not account.grain:
        return False
    later = (a for a in accounts if a.grain and not a.off and _turn(a) > _turn(account))
    return any(abs(slip_days(account, other) or 0) > GIVEN_UP_DAYS for other in later)


def _is_given_up(account: Account, accounts: Accounts) -> bool:
    return account.off and superseded(account, accounts)


def _turn(account: Account) -> tuple[date, bool, str, int, str]:
    """Sort by publication; in one article what is given up first, then by time."""
    published = account.published or date.max
    return published, not account.off, account.article_id, account.first or 0, account.mention_id


def _step(account: Account, plan: Account | None, slip: int | None) -> str:
    if account.status != "scheduled":
        return account.status
    if plan is None:
        return "announced"
    if abs(slip or 0) <= GIVEN_UP_DAYS:
        return "announced again"
    return "put off" if (slip or 0) > 0 else "brought forward"
