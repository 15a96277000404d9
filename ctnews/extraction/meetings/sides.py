"""Gives every account its parties: those in its name, else those told, else lent ones, else the article's."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ctnews.extraction.meetings.accounts import Account, Telling
from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.lists import is_where, members_of
from ctnews.extraction.meetings.parties import (
    Parties,
    article_bodies,
    article_list,
    article_parties,
    counted_sides,
    is_body,
    is_body_name,
    joined_sides,
    party_name,
)
from ctnews.extraction.meetings.scene import Scene

HELD_BY = frozenset({"gathering", "training", "workshop", "exercise"})  # families of what a body holds for its members
MEMBERS = 3  # countries of a list that can be the members of a body
BEHIND = 10  # tokens behind a training in which stands whom it is for
OF_BODIES = frozenset({"working_group", "senior_officials", "ministerial", "summit"})  # of a body's members


def parties_of(
    scene: Scene, found: Sequence[Account], sources: Sequence[Account | None], chief: Account | None
) -> list[Parties]:
    """Give the parties of each account; `sources` are the accounts that lend theirs."""
    known: dict[int, Parties] = {}
    told = {t.sentence.number for t in chief.tellings} if chief else set()
    beside = {t.sentence.number for account in found for t in account.tellings} - told

    def give(account: Account, source: Account | None) -> Parties:
        if id(account) not in known:
            known[id(account)] = frozenset()  # two that lend to each other end here
            lender = next((s for a, s in zip(found, sources, strict=True) if a is source), None)
            lent = give(source, lender) if source else None
            main = give(chief, None) if chief and account is not chief else None
            known[id(account)] = _parties(scene, account, lent, main, beside)
        return known[id(account)]

    return [give(account, source) for account, source in zip(found, sources, strict=True)]


def _parties(scene: Scene, account: Account, lent: Parties | None, main: Parties | None, beside: Set[int]) -> Parties:
    """Give an account's own parties, else those that its source lends, else those of the article."""
    named = max((telling.named for telling in account.tellings), key=len)
    bodies, joined = _present_bodies(account), joined_sides(scene)
    own = named or (joined if bodies & joined else bodies)
    several = _of_members(scene, max((telling.told for telling in account.tellings), key=len))
    if own and not several and family(account.kind) == "training":
        own |= _trained(account, own)
    if own or len(several) > 2 or any(is_body_name(party) for party in several):
        return own or several
    if lent is not None:
        return lent
    whole = (
        _of_members(scene, article_list(scene, beside)) or counted_sides(scene) or joined_sides(scene) or _pair(scene)
    )
    if main is None:
        return whole or account.parties or _bodies(scene, account) or _hosts(account)
    return account.parties or _fallback(scene, account, whole, main)


def _of_members(scene: Scene, listed: Parties) -> Parties:
    """Give the body that the lead names where a list is one of its members: they meet as that body."""
    if len(listed) < MEMBERS:
        return listed
    bodies = (body for body in article_bodies(scene) if listed <= members_of(body))
    body = next(bodies, None)
    return frozenset({body}) if body else listed


def _trained(account: Account, hosts: Parties) -> Parties:
    """Give the country whose officers a body trains, if it is the only one told and no member of the body."""
    told = (_beside(telling) for telling in account.tellings)
    nations = next((nations for nations in told if nations), set())
    members = {country for host in hosts for country in members_of(host)}
    apart = len(hosts) == 1 and all(is_body_name(host) for host in hosts) and len(nations) == 1
    return frozenset(nations) if apart and not nations & members else frozenset()


def _beside(telling: Telling) -> set[str]:
    """Give the nations before a training and right behind it: "thirty Chadian officers", "for officers of Chad"."""
    sentence, event = telling.sentence, telling.event
    last = next((i for i in range(event.after, len(sentence.tokens)) if sentence.tokens[i].text in ",;:"), event.after)
    reach = range(min(last, event.after + BEHIND))
    nations = {
        p.country for p in sentence.national if sentence.position(p.start) in reach and not is_where(sentence, p)
    }
    agencies = {a.country for a in sentence.agencies if a.country and sentence.position(a.start) in reach}
    return nations | agencies


def _hosts(account: Account) -> Parties:
    """Give the first body that a sentence about a gathering names, as its organiser."""
    if family(account.kind) not in {"gathering", "training", "exercise"}:
        return frozenset()
    bodies = [party_name(agency) for t in account.tellings for agency in t.sentence.agencies if is_body(agency)]
    return frozenset(bodies[:1])


def _pair(scene: Scene) -> Parties:
    pair = article_parties(scene)
    return pair if len(pair) > 1 else frozenset()


def _fallback(scene: Scene, account: Account, whole: Parties, main: Parties) -> Parties:
    if any(is_body_name(party) for party in main):
        whole = main if family(account.kind) in HELD_BY else _pair(scene)  # members listed are those of the body
    if account.kind == "talks" and not whole:
        return main
    return _bodies(scene, account) or (frozenset() if account.kind == "conference" else whole)


def _bodies(scene: Scene, account: Account) -> Parties:
    """Give the body that the lead names most often, where the kind of meeting is one of bodies."""
    return frozenset(article_bodies(scene)[:1]) if account.kind in OF_BODIES else frozenset()


def _present_bodies(account: Account) -> Parties:
    """Give the body whose meeting it is, where its sentence names it apart: "IGAD ministers met for ..."."""
    owned = any(telling.event.owned for telling in account.tellings)
    if account.kind not in OF_BODIES and not owned:
        return frozenset()
    first = next((t for t in account.tellings if t.event.weight > 1), account.tellings[0])
    return frozenset(party_name(a) for a in first.sentence.agencies if is_body(a) and a.start < first.event.end)
