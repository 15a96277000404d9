"""Puts the accounts of one real meeting together: those that speak for it, and never two that contradict."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from ctnews.linking.accounts import Account
from ctnews.linking.actors import Join
from ctnews.linking.comparison import DAY, MONTH, Countries, ordinal_day
from ctnews.linking.evidence import NEAR_DAYS, REPORTED_DAYS, UNNUMBERED_SLIP_DAYS, Comparison
from ctnews.linking.groups import Groups, pairs_within
from ctnews.linking.rulings import NO_RULINGS, Rulings
from ctnews.linking.sources import echoes


class Meetings(NamedTuple):
    """The groups of accounts of one meeting each, and why each two were put together."""

    groups: list[list[Account]]
    joins: list[Join]


def group_accounts(accounts: Sequence[Account], country_of: Countries, rulings: Rulings = NO_RULINGS) -> Meetings:
    """Give the groups of accounts that tell of one meeting each; `country_of` gives actors' countries.

    What a copy repeats of its original tells of the same meeting, whatever else was read into it.
    """
    repeated = {number: first for number, first in echoes(accounts).items() if not _ruled(accounts[number], rulings)}
    own = [account for number, account in enumerate(accounts) if number not in repeated]
    groups, joins = _group_own(own, country_of, rulings)
    group_of = {account.row: group for group in groups for account in group}
    for number, first in repeated.items():
        group_of[accounts[first].row].append(accounts[number])
        joins.append(Join(accounts[first].mention_id, accounts[number].mention_id, "a copy that repeats the sentence"))
    return Meetings(groups, sorted(joins))


def _ruled(account: Account, rulings: Rulings) -> bool:
    return account.mention_id in rulings.set_apart or account.mention_id in rulings.company


def _group_own(accounts: Sequence[Account], country_of: Countries, rulings: Rulings) -> Meetings:
    same = Comparison(accounts, country_of)
    groups = Groups(len(accounts), _Clash(accounts, same, rulings))
    joins = [Join(*pair, "joined by a correction", "correction") for pair in _rule(accounts, groups, rulings)]
    leaders = []
    for leader, *others in _identical(accounts):
        leaders.append(leader)
        for other in others:
            if groups.unite(leader, other):
                joins.append(_join(accounts[leader], accounts[other], "the same facts"))
    pairs = pairs_within([list(_blocks(accounts[index])) for index in leaders])
    scored = (
        (same.evidence(accounts[leaders[one]], accounts[leaders[other]]), leaders[one], leaders[other])
        for one, other in pairs
    )
    for found, one, other in sorted((pair for pair in scored if pair[0].weight), key=lambda p: (-p[0].weight, p[1:])):
        if groups.unite(one, other):
            joins.append(_join(accounts[one], accounts[other], found.reason))
    return Meetings([[accounts[index] for index in members] for members in groups], joins)


def _join(one: Account, other: Account, reason: str) -> Join:
    return Join(one.mention_id, other.mention_id, reason)


class _Clash:
    """Tells whether two accounts clash; what corrections join clashes only where all of it does."""

    def __init__(self, accounts: Sequence[Account], same: Comparison, rulings: Rulings) -> None:
        index_of = {account.mention_id: index for index, account in enumerate(accounts)}
        self._accounts, self._same, self._rulings = accounts, same, rulings
        self._company = {
            index_of[key]: [index_of[member] for member in members if member in index_of]
            for key, members in rulings.company.items()
            if key in index_of
        }

    def __call__(self, one: int, other: int) -> bool:
        ours, theirs = self._company.get(one, [one]), self._company.get(other, [other])
        if self._rulings.apart and self._rulings.part(self._ids(one), self._ids(other)):
            return True
        return not (set(ours) & set(theirs)) and all(
            self._same.contradict(self._accounts[a], self._accounts[b]) for a, b in product(ours, theirs)
        )

    def _ids(self, index: int) -> frozenset[str]:
        return frozenset([self._accounts[index].mention_id])


def _rule(accounts: Sequence[Account], groups: Groups, rulings: Rulings) -> Iterator[tuple[str, str]]:
    """Join what corrections join, before anything else."""
    index_of = {account.mention_id: index for index, account in enumerate(accounts)}
    for one, other in rulings.together:
        if one in index_of and other in index_of and groups.unite(index_of[one], index_of[other]):
            yield one, other


def _identical(accounts: Sequence[Account]) -> list[list[int]]:
    """Give the accounts; those that state the same facts, with a number or a day, are together."""
    groups: dict[Hashable, list[int]] = {}
    for index, account in enumerate(accounts):
        told = account.parties and (account.grain == DAY or account.ordinal is not None)
        groups.setdefault(account.facts if told else index, []).append(index)
    return list(groups.values())


def _blocks(account: Account) -> Iterator[Hashable]:
    """Give the keys of which two accounts must share one to be compared."""
    places = {account.where.name, account.where.region} - {""}
    if account.ordinal is not None:
        yield ("number", account.kind.family, account.parties, account.ordinal)
        if account.off or not account.grain:
            yield ("number", account.parties, account.ordinal)
    if account.status != "held":
        yield ("article", account.article_id, account.kind.family)
    yield from _blocks_of_reports(account, places)
    if account.first is None or account.last is None:
        return
    years = {date.fromordinal(day).year for day in (account.first, account.last)}
    yield from (("year", place, account.parties, year) for place in places for year in years)
    if account.kind.series == "always" and account.status != "held":
        yield from (("planned", account.parties, year) for year in years)
    if account.grain == DAY:
        yield from (("day", place, day) for place in places for day in {account.first, account.last})
    if account.grain >= MONTH:
        yield from _blocks_of_months(account)


def _blocks_of_reports(account: Account, places: set[str]) -> Iterator[Hashable]:
    """Give the keys of an account without a date, and of those it may go with: the time of the report."""
    reported = account.last or ordinal_day(account.published)
    if not places or reported is None or not (account.main or account.status == "scheduled"):
        return
    months = _months(reported - REPORTED_DAYS, reported + REPORTED_DAYS)
    company = [*account.people] if account.main else []
    company += ["+".join(sorted(account.parties))] if account.status == "scheduled" else []
    yield from (("report", place, who, month) for place in places for who in company for month in months)


def _blocks_of_months(account: Account) -> Iterator[Hashable]:
    first, last = account.first or 0, account.last or 0
    months = _months(first - NEAR_DAYS, last + NEAR_DAYS)
    yield from (("month", account.parties, month) for month in months)
    yield from (("company", person, month) for person in account.people for month in months)
    if account.ordinal is not None:
        numbers = product(account.parties, [account.ordinal], months)
        yield from (("number", party, ordinal, month) for party, ordinal, month in numbers)
    if account.status == "scheduled":  # it may have slipped
        later = _months(first, last + UNNUMBERED_SLIP_DAYS)
        yield from (("month", account.parties, month) for month in later - months)


def _months(first: int, last: int) -> set[str]:
    """Give the months of a span of days, as 2024-05.

    >>> sorted(_months(date(2024, 1, 30).toordinal(), date(2024, 3, 2).toordinal()))
    ['2024-01', '2024-02', '2024-03']
    """
    start, end = date.fromordinal(max(first, 1)), date.fromordinal(max(last, 1))
    numbers = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    return {f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers}
