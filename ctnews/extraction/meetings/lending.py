"""Lends talks told beside the article's own meeting what that one has: its day on the sidelines, its town that day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ctnews.extraction.meetings.accounts import Account
from ctnews.extraction.meetings.parties import Parties

if TYPE_CHECKING:
    from ctnews.dates import DateMention

LENT = frozenset({"talks", "courtesy_call"})  # kinds of meetings that people have where they are for another
AROUND = timedelta(2)  # before and after a meeting, for which those who come to it stay in the country


def lent_date(account: Account, chief: Account | None) -> DateMention | None:
    """Give the days of the chief meeting to talks without a date on its sidelines, before or after it."""
    if chief is None or not _lendable(account, chief) or account.date:
        return None
    apart = any(t.sentence.at("apart") and t.slots.status != "scheduled" for t in account.tellings)
    return chief.date if apart else None


def lent_place(
    account: Account, chief: Account | None, when: DateMention | None, parties: Parties
) -> tuple[str | None, str | None]:
    """Give city and country of the chief meeting to talks of the same days, the country to those around them."""
    place = chief.place if chief else None
    if chief is None or place is None or not _lendable(account, chief) or place.country not in parties:
        return None, None
    if not when or not when.first or not when.last or not chief.date or not chief.date.first or not chief.date.last:
        return None, None
    if when.granularity != "day" or chief.date.granularity != "day":
        return None, None
    same_days = when.first <= chief.date.last and chief.date.first <= when.last
    near = when.first - AROUND <= chief.date.last and chief.date.first <= when.last + AROUND
    city = place.name if same_days and place.kind == "city" else None
    return city, place.country if near else None


def _lendable(account: Account, chief: Account) -> bool:
    if account is chief or account.kind not in LENT or account.place or account.order is not None:
        return False
    return account.status != "cancelled" and chief.order is None
