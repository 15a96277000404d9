"""What two accounts of meetings share and where they differ: days, places, parties, names, persons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ctnews.linking.accounts import Account
from ctnews.linking.places import Nearness, compare_places

DAY, MONTH = 3, 2  # Account.grain
ALIKE = 0.5  # share of the words that two names of one meeting have in common at least

Countries = Mapping[str, str | None]  # of actors


def days_between(one: Account, other: Account) -> int:
    """Days between the two times, 0 where they overlap or one is not known."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, one.first - other.last, other.first - one.last)


def days_published_apart(one: Account, other: Account) -> int | None:
    """Days between the two articles, if both tell theirs."""
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)


def overlap(one: Account, other: Account) -> bool:
    """Tell whether both are dated and their times meet."""
    return bool(one.grain and other.grain) and not days_between(one, other)


def same_day(one: Account, other: Account) -> bool:
    """Tell whether both are told to the day and meet."""
    return one.grain == other.grain == DAY and not days_between(one, other)


def on_other_days(one: Account, other: Account) -> bool:
    """Tell whether both are told to the day and do not meet."""
    return one.grain == other.grain == DAY and days_between(one, other) > 0


def numbered_alike(one: Account, other: Account) -> bool:
    """Tell whether both have the same number."""
    return one.ordinal is not None and one.ordinal == other.ordinal


def numbers_differ(one: Account, other: Account) -> bool:
    """Tell whether both have a number, and not the same."""
    return one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal


def same_family(one: Account, other: Account) -> bool:
    """Tell whether both are of kinds that are told apart by words only."""
    return one.kind.family == other.kind.family


def same_city(one: Account, other: Account) -> bool:
    """Tell whether the places are one, or one lies in the other."""
    return compare_places(one.where, other.where) >= Nearness.WITHIN


def places_differ(one: Account, other: Account) -> bool:
    """Tell whether the two cannot have been in one place."""
    return compare_places(one.where, other.where) is Nearness.APART


def shared_people(one: Account, other: Account) -> int:
    """Give how many persons both name."""
    return len(one.people & other.people)


def one_announced(one: Account, other: Account) -> bool:
    """Tell whether one of the two is of a plan, so that the other may tell another day."""
    return "scheduled" in (one.status, other.status) or (one.off or other.off)


def topics_clash(one: Account, other: Account) -> bool:
    """Tell whether the names of one kind of meeting tell of wholly different topics."""
    return same_family(one, other) and bool(one.topics and other.topics) and not one.topics & other.topics


def names_agree(one: Account, other: Account) -> bool:
    """Tell whether the names may be of one meeting; one without a name agrees within its family."""
    ours, theirs = one.key, other.key
    if not same_family(one, other):  # then a name that tells apart does
        ours, theirs = ours or frozenset(), theirs or frozenset()
    if ours is None or theirs is None or ours == theirs:
        return True
    if not ours or not theirs:
        return False
    by_words = one.kind.by_words or other.kind.by_words
    return by_words and (ours <= theirs or theirs <= ours or len(ours & theirs) / len(ours | theirs) >= ALIKE)


def words_clash(one: Account, other: Account) -> bool:
    """Tell whether two names in one language have words of their own, and none of those in common."""
    if one.lang != other.lang or not (one.kind.by_words and other.kind.by_words):
        return False
    ours, theirs = (account.key or frozenset() for account in (one, other))
    return bool(ours - theirs) and bool(theirs - ours)


def people_by_country(account: Account, country_of: Countries) -> dict[str, set[str]]:
    """Give the persons of an account by their countries."""
    people: dict[str, set[str]] = {}
    for actor in account.people:
        country = country_of.get(actor)
        if country is not None:
            people.setdefault(country, set()).add(actor)
    return people


def ordinal_day(day: date | None) -> int | None:
    """Give a day as its proleptic number."""
    return None if day is None else day.toordinal()
