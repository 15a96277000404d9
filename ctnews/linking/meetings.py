"""Puts the accounts of one real meeting together.

Two accounts are joined on positive evidence only (the same number of the same series; dates that meet, with
what the kind of meeting asks for besides), and a group never holds two accounts that contradict each other.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from ctnews.linking.accounts import Account
from ctnews.linking.groups import Groups, pairs_within
from ctnews.linking.sources import echoes

DAY, MONTH = 3, 2  # Account.grain
NEAR_DAYS = 3  # two reports of one meeting may differ so much
RENUMBERED_DAYS = 45  # the same number so long after is an error or a new count
SLIPPED_DAYS = 400  # an announced meeting may be held so much later
REPORTED_DAYS = 10  # an undated meeting was held so long before its report at most
ALIKE = 0.5  # share of the words that two names of one meeting have in common at least

Countries = Mapping[str, str | None]  # of actors


def group_accounts(accounts: Sequence[Account], country_of: Countries) -> list[list[Account]]:
    """Give the groups of accounts that tell of one meeting each; `country_of` gives actors' countries.

    What a copy repeats of its original tells of the same meeting, whatever else was read into it.
    """
    repeated = echoes(accounts)
    own = [account for number, account in enumerate(accounts) if number not in repeated]
    groups = _group_own(own, country_of)
    group_of = {account.row: group for group in groups for account in group}
    for number, original in repeated.items():
        group_of[accounts[original].row].append(accounts[number])
    return groups


def _group_own(accounts: Sequence[Account], country_of: Countries) -> list[list[Account]]:
    same = _Comparison(accounts, country_of)
    groups = Groups(len(accounts), lambda one, other: same.contradict(accounts[one], accounts[other]))
    leaders = []
    for leader, *others in _identical(accounts):
        leaders.append(leader)
        for other in others:
            groups.join(leader, other)
    scored = (
        (same.evidence(accounts[leaders[one]], accounts[leaders[other]]), leaders[one], leaders[other])
        for one, other in pairs_within([list(_blocks(accounts[index])) for index in leaders])
    )
    for _, one, other in sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], pair[1:])):
        groups.join(one, other)
    return [[accounts[index] for index in members] for members in groups]


class _Comparison:
    """Compares two accounts, knowing the actors' countries."""

    def __init__(self, accounts: Sequence[Account], country_of: Countries) -> None:
        self._by_country = {account.row: _by_country(account, country_of) for account in accounts}

    def contradict(self, one: Account, other: Account) -> bool:
        """Tell whether two accounts cannot be of one meeting, whatever speaks for it."""
        return (
            (one.article_id == other.article_id and one.facts != other.facts)
            or _differ(one.ordinal, other.ordinal)
            or not one.kind.is_near(other.kind)
            or not (one.parties <= other.parties or other.parties <= one.parties)
            or _days_between(one, other) > _tolerance(one, other)
            or (_places_differ(one, other) and _on_other_days(one, other))
            or (not _names_agree(one, other) and not _same_time_and_place(one, other))
            or (not (one.kind.recurs and other.kind.recurs) and self._other_people(one, other))
        )

    def evidence(self, one: Account, other: Account) -> int:
        """Tell how much speaks for one meeting: 0 for not enough, more for surer."""
        if self.contradict(one, other) or not _parties_suffice(one, other):
            return 0
        if _numbered_alike(one, other):
            return _same_number(one, other)
        if not (one.grain and other.grain):
            return _undated(one, other)
        if _days_between(one, other):
            return _days_apart(one, other)
        return _dates_meet(one, other)

    def _other_people(self, one: Account, other: Account) -> bool:
        """Tell whether a country is represented by wholly different persons."""
        ours, theirs = self._by_country[one.row], self._by_country[other.row]
        return any(not (ours[country] & theirs[country]) for country in ours.keys() & theirs.keys())


def _same_number(one: Account, other: Account) -> int:
    dated = bool(one.grain and other.grain)
    meet = dated and not _days_between(one, other)
    if one.kind.family != other.kind.family:
        return 2 if meet else 0
    if meet:
        return 6
    return 5 if not dated else 4


def _dates_meet(one: Account, other: Account) -> int:
    grain, company, city = (
        min(one.grain, other.grain),
        bool(one.people & other.people),
        _same_city(one, other),
    )
    if one.kind.family != other.kind.family:
        return int(grain == DAY and company and not _places_differ(one, other))
    if _places_differ(one, other):
        return int(grain == DAY and company and one.kind.recurs)
    if grain == DAY:
        return 5 if company or city else 3
    if grain == MONTH:
        return _months_meet(one, other, company, city)
    return int(city and one.kind.recurs and one.key == other.key)


def _months_meet(one: Account, other: Account, company: bool, city: bool) -> int:
    if one.kind.series == "always":
        return 3 if company or city else 2
    if one.kind.recurs:
        return 2 if city or (bool(one.key) and bool(other.key)) else 0
    return int(company and city)


def _days_apart(one: Account, other: Account) -> int:
    if min(one.grain, other.grain) < DAY or one.kind.family != other.kind.family or _places_differ(one, other):
        return 0
    company, city = bool(one.people & other.people), _same_city(one, other)
    if not one.kind.recurs:
        return int(company and city and _days_between(one, other) == 1)
    return int(company or city or _days_between(one, other) <= one.kind.days_apart)


def _undated(one: Account, other: Account) -> int:
    """An account without date and number joins by city and people alone, and only a meeting of its time."""
    both_main = one.kind.family == other.kind.family and one.main and other.main
    if not (both_main and _same_city(one, other) and one.people & other.people):
        return 0
    known, undated = (one, other) if one.grain else (other, one)
    return int(_is_recent(known.last or _day(known.published), _day(undated.published)))


def _is_recent(held: int | None, reported: int | None) -> bool:
    return held is not None and reported is not None and abs(reported - held) <= REPORTED_DAYS


def _parties_suffice(one: Account, other: Account) -> bool:
    if one.parties == other.parties:
        return bool(one.parties) or bool(one.key and other.key) or _same_city(one, other)
    meet = bool(one.grain and other.grain) and not _days_between(one, other)
    numbered = bool(one.parties and other.parties) and _numbered_alike(one, other)
    return (numbered and meet) or (_same_city(one, other) and _same_day(one, other))


def _names_agree(one: Account, other: Account) -> bool:
    ours, theirs = one.key, other.key
    if one.kind.family != other.kind.family:  # then a name that tells apart does
        ours, theirs = ours or frozenset(), theirs or frozenset()
    if ours is None or theirs is None or ours == theirs:
        return True
    if not ours or not theirs:
        return False
    by_words = one.kind.by_words or other.kind.by_words
    return by_words and (ours <= theirs or theirs <= ours or len(ours & theirs) / len(ours | theirs) >= ALIKE)


def _same_time_and_place(one: Account, other: Account) -> bool:
    same_kind = one.kind.family == other.kind.family
    return same_kind and _same_day(one, other) and (_numbered_alike(one, other) or _same_city(one, other))


def _tolerance(one: Account, other: Account) -> int:
    if not _numbered_alike(one, other):
        return NEAR_DAYS
    return RENUMBERED_DAYS if one.status == other.status == "held" else SLIPPED_DAYS


def _days_between(one: Account, other: Account) -> int:
    """Days between the two times, 0 where they overlap or one is not known."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, one.first - other.last, other.first - one.last)


def _same_day(one: Account, other: Account) -> bool:
    return one.grain == other.grain == DAY and not _days_between(one, other)


def _on_other_days(one: Account, other: Account) -> bool:
    return one.grain == other.grain == DAY and _days_between(one, other) > 0


def _numbered_alike(one: Account, other: Account) -> bool:
    return one.ordinal is not None and one.ordinal == other.ordinal


def _same_city(one: Account, other: Account) -> bool:
    return bool(one.place) and one.place == other.place


def _places_differ(one: Account, other: Account) -> bool:
    return _differ(one.place or None, other.place or None) or _differ(one.country, other.country)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _by_country(account: Account, country_of: Countries) -> dict[str, set[str]]:
    people: dict[str, set[str]] = {}
    for actor in account.people:
        country = country_of.get(actor)
        if country is not None:
            people.setdefault(country, set()).add(actor)
    return people


def _identical(accounts: Sequence[Account]) -> list[list[int]]:
    """Give the accounts; those that state the same facts, with a number or a day, are together."""
    groups: dict[Hashable, list[int]] = {}
    for index, account in enumerate(accounts):
        told = account.parties and (account.grain == DAY or account.ordinal is not None)
        groups.setdefault(account.facts if told else index, []).append(index)
    return list(groups.values())


def _blocks(account: Account) -> Iterator[Hashable]:
    """Give the keys of which two accounts must share one to be compared."""
    if account.ordinal is not None:
        yield ("number", account.kind.family, account.parties, account.ordinal)
    reported = account.last or _day(account.published)
    if account.main and account.place and reported is not None:
        months = _months(reported - REPORTED_DAYS, reported + REPORTED_DAYS)
        yield from (("report", account.place, person, month) for person in account.people for month in months)
    if account.first is None or account.last is None:
        return
    if account.place:
        years = {date.fromordinal(day).year for day in (account.first, account.last)}
        yield from (("year", account.place, account.parties, year) for year in years)
    if account.grain == DAY and account.place:
        yield from (("day", account.place, day) for day in {account.first, account.last})
    if account.grain >= MONTH:
        months = _months(account.first - NEAR_DAYS, account.last + NEAR_DAYS)
        yield from (("month", account.parties, month) for month in months)
        if account.ordinal is not None:
            numbers = product(account.parties, [account.ordinal], months)
            yield from (("number", party, ordinal, month) for party, ordinal, month in numbers)


def _months(first: int, last: int) -> set[str]:
    return {date.fromordinal(day).isoformat()[:7] for day in range(first, last + 1)}
