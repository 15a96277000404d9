"""Tells who is a source: of an article and its copies one, and of several that repeat a sentence the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from ctnews.linking.accounts import Account

OWN_WORDS = 8  # a sentence of fewer words may be anybody's
ALIKE = 90  # of 100: a sentence as the copy has it and as it stands in the original


def of_sources(accounts: Sequence[Account]) -> list[Account]:
    """Give the accounts of one article for each source, by publication: the original, or else its earliest copy."""
    told: dict[str, list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=lambda account: (account.copy, account.order)):
        known = told[account.source]
        if not known or known[0].article_id == account.article_id:
            known.append(account)
    return sorted((account for known in told.values() for account in known), key=lambda account: account.order)


def independent(accounts: Sequence[Account]) -> list[Account]:
    """Give the accounts in words of their own; a sentence that several articles repeat is the first one's.

    Takes accounts by publication.
    """
    first: dict[str, str] = {}
    own = []
    for account in accounts:
        told = account.sentence if len(account.sentence.split()) >= OWN_WORDS else str(account.row)
        if first.setdefault(told, account.article_id) == account.article_id:
            own.append(account)
    return own


def echoes(accounts: Sequence[Account]) -> dict[int, int]:
    """Give for each account of a copy the number of the one in its original that it repeats, where there is one."""
    originals: dict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        if not account.copy:
            originals[account.article_id].append(number)
    found = {}
    for number, account in enumerate(accounts):
        same = [other for other in originals[account.source] if account.copy and _repeats(account, accounts[other])]
        if same:
            found[number] = max(same, key=lambda other: (_likeness(account, accounts[other]), -other))
    return found


def _repeats(copy: Account, original: Account) -> bool:
    same = copy.kind.name == original.kind.name and copy.ordinal == original.ordinal
    agree = copy.parties <= original.parties or original.parties <= copy.parties
    if not agree and copy.sentence != original.sentence:  # the same form of words on others
        return False
    return same and fuzz.ratio(copy.sentence, original.sentence) >= ALIKE


def _likeness(one: Account, other: Account) -> tuple[bool, bool, bool]:
    return one.facts == other.facts, one.parties == other.parties, one.first == other.first
