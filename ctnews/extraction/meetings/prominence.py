"""Tells which of an article's accounts it is about, and which are no meetings of their own."""

from __future__ import annotations

from ctnews.extraction.meetings.accounts import Account
from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.parties import article_bodies, article_parties
from ctnews.extraction.meetings.scene import Scene

TWO_SIDED = frozenset({"contact", "training", "exercise", "signing"})
NEWS_DAYS = 45  # after so many days a meeting is no news


def main_accounts(scene: Scene, found: list[Account]) -> list[Account]:
    """Give the accounts that the article is about: the best one first, then others its lead names in full."""
    if not found:
        return []
    scores = [_prominence(scene, account) for account in found]
    best = max(scores)
    if best <= 0:
        return []
    top = found[scores.index(best)]
    beside = [
        account for account in found if account is not top and account.first_sentence <= 1 and _headline(account, top)
    ]
    return [top, *beside]


def _headline(account: Account, top: Account) -> bool:
    """Tell whether the lead introduces a meeting of its own beside the top one, not an earlier one of its series."""
    if account.order is not None or account.kind == top.kind:
        return False
    first = account.tellings[0]
    introduced = account.ordinal is not None or first.event.named
    if account.status == "scheduled" and top.status == "held":
        return False
    return introduced and first.specific and account.date is not None


def _prominence(scene: Scene, account: Account) -> float:
    score = 0.0
    for telling in account.tellings:
        score += {0: 4.0, 1: 3.0, 2: 2.0}.get(telling.sentence.number, 1.0)
    score += 2.0 * (account.ordinal is not None) + 1.0 * (account.date is not None)
    if account.order is not None:
        score -= 6.0
    if account.first_sentence > 3:
        score -= 2.0
    if account.kind == "visit":
        score -= 1.5
    if _long_past(scene, account):
        score -= 4.0
    return score


def _long_past(scene: Scene, account: Account) -> bool:
    """Tell whether a meeting was over long before the article was published."""
    if not (account.date and account.date.last and scene.anchor):
        return False
    return (scene.anchor.first - account.date.last).days > NEWS_DAYS


def has_sides(scene: Scene, account: Account) -> bool:
    """Tell whether there are sides: talks or a training in an article of one country alone are its own affair."""
    told = any(telling.sentence.at("of_countries") for telling in account.tellings)
    several = told or account.parties or article_parties(scene) or article_bodies(scene)
    return family(account.kind) not in TWO_SIDED or bool(several)


def of_one_trip(account: Account, main: list[Account]) -> bool:
    """Tell whether an undated visit is the journey to the meeting that the article is about."""
    if account.kind != "visit" or account.date or not account.place:
        return False
    return any(other.place and other.place.country == account.place.country for other in main)


def mere_history(scene: Scene, account: Account) -> bool:
    """Tell whether a signing of long ago, told without its sides, is only the date of an agreement."""
    return account.kind == "signing" and len(account.parties) < 2 and _long_past(scene, account)
