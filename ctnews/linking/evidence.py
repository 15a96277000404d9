"""Weighs whether two accounts are of one meeting: what contradicts it, and how much speaks for it.

Evidence is positive only: the same number of the same series; dates that meet, with what the kind of meeting asks for
besides; a plan and what became of it. What contradicts weighs against everything that speaks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ctnews.linking.accounts import Account
from ctnews.linking.comparison import (
    DAY,
    MONTH,
    Countries,
    days_between,
    days_published_apart,
    names_agree,
    numbered_alike,
    numbers_differ,
    on_other_days,
    one_announced,
    ordinal_day,
    overlap,
    people_by_country,
    places_differ,
    same_city,
    same_day,
    same_family,
    shared_people,
    topics_clash,
    words_clash,
)

NEAR_DAYS = 3  # two reports of one meeting may differ so much
RENUMBERED_DAYS = 45  # the same number so long after is an error or a new count
SLIPPED_DAYS = 400  # an announced meeting may be held so much later
UNNUMBERED_SLIP_DAYS = 90  # of one of a series without a number
TALKS_SLIP_DAYS = 45  # of talks of the same persons in the same place
PUT_OFF_DAYS = 200  # within one article, without a number
REPORTED_DAYS = 10  # an undated meeting was held so long before its report at most
ANNOUNCED_DAYS = 120  # two announcements of the next meeting are published so near
DELEGATIONS = 2  # persons whom both accounts name, where little else is told


COUNTRY_CODE = 2  # letters; bodies have acronyms of more


class Evidence(NamedTuple):
    """How much speaks for one meeting, 0 for not enough, and what."""

    weight: int
    reason: str


NOTHING = Evidence(0, "")


class Comparison:
    """Compares two accounts, knowing the actors' countries."""

    def __init__(self, accounts: Sequence[Account], country_of: Countries) -> None:
        self._by_country = {account.row: people_by_country(account, country_of) for account in accounts}

    def contradict(self, one: Account, other: Account) -> bool:
        """Tell whether two accounts cannot be of one meeting, whatever speaks for it."""
        if numbers_differ(one, other) or not one.kind.is_near(other.kind):
            return True
        if not (one.parties <= other.parties or other.parties <= one.parties):
            return True
        if one.article_id == other.article_id and one.facts != other.facts:
            return not put_off(one, other)
        return (
            days_between(one, other) > _tolerance(one, other)
            or (places_differ(one, other) and on_other_days(one, other) and not _moved(one, other))
            or _names_clash(one, other)
            or (not (one.kind.recurs and other.kind.recurs) and self._other_people(one, other))
        )

    def evidence(self, one: Account, other: Account) -> Evidence:
        """Tell how much speaks for one meeting; of pairs that are even, those that share more come first."""
        found = self._evidence(one, other)
        more = 2 * min(shared_people(one, other), DELEGATIONS) + same_city(one, other)
        more += 3 * (one.parties == other.parties)
        return Evidence(found.weight * 10 + more, found.reason) if found.weight else found

    def _evidence(self, one: Account, other: Account) -> Evidence:
        if self.contradict(one, other) or not _parties_suffice(one, other):
            return NOTHING
        if one.article_id == other.article_id and one.facts != other.facts:
            return Evidence(4, "put off, as the article tells")
        if numbered_alike(one, other):
            return _same_number(one, other)
        if not (one.grain and other.grain):
            return _undated(one, other)
        if days_between(one, other) > NEAR_DAYS:
            return _slipped(one, other)
        return _days_apart(one, other) if days_between(one, other) else _dates_meet(one, other)

    def _other_people(self, one: Account, other: Account) -> bool:
        """Tell whether a country is represented by wholly different persons."""
        ours, theirs = self._by_country[one.row], self._by_country[other.row]
        return any(not (ours[country] & theirs[country]) for country in ours.keys() & theirs.keys())


def put_off(one: Account, other: Account) -> bool:
    """Tell whether one article tells of a plan given up and of what came instead."""
    given_up = (one.off or other.off) and "held" not in (one.status, other.status)
    alike = same_family(one, other) and one.parties == other.parties and bool(one.parties or same_city(one, other))
    if not given_up or not alike or not names_agree(one, other) or topics_clash(one, other):
        return False
    if numbered_alike(one, other):
        return days_between(one, other) <= SLIPPED_DAYS
    if one.ordinal != other.ordinal or one.status == other.status:
        return False
    if not (one.grain and other.grain):
        return same_city(one, other) and bool(one.key) and one.key == other.key
    return min(one.grain, other.grain) >= MONTH and days_between(one, other) <= PUT_OFF_DAYS


def _names_clash(one: Account, other: Account) -> bool:
    """Tell whether the names tell two meetings; a number, or a day and a place, may outweigh other words."""
    numbered = numbered_alike(one, other)
    unnamed = one.key is None or other.key is None
    if numbered and (unnamed or (len(one.parties | other.parties) > 1 and not (one.key and other.key))):
        return False
    if topics_clash(one, other) and not numbered:
        return True
    if names_agree(one, other):
        return False
    if not same_family(one, other) or not same_day(one, other):
        return True
    return not (numbered or (same_city(one, other) and not words_clash(one, other)))


def _tolerance(one: Account, other: Account) -> int:
    if one_announced(one, other) and (numbered_alike(one, other) or one.published != other.published):
        return SLIPPED_DAYS
    return RENUMBERED_DAYS if numbered_alike(one, other) else NEAR_DAYS


def _moved(one: Account, other: Account) -> bool:
    """Tell whether a meeting of that number may have been announced for another place."""
    return numbered_alike(one, other) and "scheduled" in (one.status, other.status) and one.status != other.status


def _parties_suffice(one: Account, other: Account) -> bool:
    if one.parties == other.parties:
        return bool(one.parties) or bool(one.key and other.key) or same_city(one, other)
    numbered = bool(one.parties and other.parties) and numbered_alike(one, other)
    if overlap(one, other) and (numbered or _same_delegations(one, other)):
        return True
    return same_city(one, other) and same_day(one, other)


def _same_delegations(one: Account, other: Account) -> bool:
    return shared_people(one, other) >= DELEGATIONS


def _same_number(one: Account, other: Account) -> Evidence:
    number = f"the same number, {one.ordinal}"
    if not same_family(one, other):
        if overlap(one, other):
            return Evidence(2, f"{number}, and time")
        two = len(one.parties) > 1 or same_city(one, other)
        near = days_between(one, other) <= 1 and bool(one.key) and one.key == other.key
        return Evidence(int(two and one.topics == other.topics and (near or not (one.grain and other.grain))), number)
    if overlap(one, other):
        return Evidence(6, f"{number}, and time")
    if not (one.grain and other.grain):
        alone = len(one.parties) == 1 and all(len(party) == COUNTRY_CODE for party in one.parties)
        return Evidence(0 if alone and not same_city(one, other) else 5, f"{number}; one has no date")
    return Evidence(4, f"{number}; {days_between(one, other)} days apart")


def _dates_meet(one: Account, other: Account) -> Evidence:
    grain, company, city = min(one.grain, other.grain), shared_people(one, other), same_city(one, other)
    what = " and ".join(["the same time", *["the same persons"] * bool(company), *["the same place"] * city])
    if not same_family(one, other):
        named = one.kind.series == other.kind.series == "named" and bool(one.key) and one.key == other.key and city
        return Evidence(int(grain == DAY and (bool(company) or named) and not places_differ(one, other)), what)
    if places_differ(one, other):
        return Evidence(int(grain == DAY and bool(company) and one.kind.recurs), what)
    if grain == DAY:
        return Evidence(5 if company or city else 3, what)
    if _next_announced(one, other):
        return Evidence(2, "announced as the next at the same time")
    if grain == MONTH:
        return Evidence(_months_meet(one, other, company, city), what)
    return Evidence(int(city and one.kind.recurs and one.key == other.key), what)


def _months_meet(one: Account, other: Account, company: int, city: bool) -> int:
    if one.kind.series == "always":
        return 3 if company or city else 2
    if one.kind.recurs:
        return 2 if city or (bool(one.key) and bool(other.key)) else 0
    told = bool(one.people and other.people)
    return int((bool(company) and city) or company >= DELEGATIONS or (city and not told and len(one.parties) == 2))


def _next_announced(one: Account, other: Account) -> bool:
    """Tell whether two articles of one time announce the next of a series."""
    apart = days_published_apart(one, other)
    both = one.status == other.status == "scheduled" and one.kind.series == "always" and len(one.parties) > 1
    return both and apart is not None and apart <= ANNOUNCED_DAYS


def _days_apart(one: Account, other: Account) -> Evidence:
    if min(one.grain, other.grain) < DAY or not same_family(one, other) or places_differ(one, other):
        return NOTHING
    company, city, days = bool(shared_people(one, other)), same_city(one, other), days_between(one, other)
    reason = f"{days} days apart" + ", the same persons" * company + ", the same place" * city
    if not one.kind.recurs:
        return Evidence(int(company and city and days == 1), reason)
    return Evidence(int(company or city or days <= one.kind.days_apart), reason)


def _slipped(one: Account, other: Account) -> Evidence:
    """Weigh an announcement and a later report that tells another time."""
    plan, report = sorted((one, other), key=lambda account: account.order)
    later = plan.status == "scheduled" and report.published != plan.published
    if not later or not same_family(one, other) or places_differ(one, other) or one.parties != other.parties:
        return NOTHING
    company, city, days = shared_people(one, other), same_city(one, other), days_between(one, other)
    if one.kind.series == "always":
        surely = len(one.parties) > 1 or (city and one.key == other.key)
        return Evidence(int(surely and days <= UNNUMBERED_SLIP_DAYS), f"announced, and told {days} days later")
    again = city and company >= DELEGATIONS and days <= TALKS_SLIP_DAYS
    return Evidence(int(again), f"announced, and told of the same persons {days} days later")


def _undated(one: Account, other: Account) -> Evidence:
    """An account without date and number joins by place and people, and only a meeting of its time."""
    known, undated = (one, other) if one.grain else (other, one)
    held, reported = known.last or ordinal_day(known.published), ordinal_day(undated.published)
    if held is None or reported is None or abs(reported - held) > REPORTED_DAYS or not same_family(one, other):
        return NOTHING
    if not same_city(one, other):
        return NOTHING
    if one.main and other.main and shared_people(one, other):
        return Evidence(1, "the same place and persons, reported at the same time")
    announced = one.status == other.status == "scheduled" and one.parties == other.parties and len(one.parties) > 1
    return Evidence(int(announced), "announced for the same place at the same time")
