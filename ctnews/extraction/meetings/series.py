"""Tells of which series a meeting is that the text only numbers: "the third", "the next round", "they met again"."""

from __future__ import annotations

from collections.abc import Sequence

from ctnews.extraction.meetings.accounts import Account, Telling
from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.parties import is_body, party_name
from ctnews.extraction.meetings.told import holder

NUMBERED = frozenset({"institution", "training", "exercise", "gathering"})
NEAR = 1  # sentences back to the meeting from which another is taken up


def source_of(account: Account, found: Sequence[Account], chief: Account | None) -> Account | None:
    """Give the meeting that lends an account its kind and its parties, or none: the one just told, else the chief."""
    if account is chief or chief is None:
        return None
    before = _just_told(account, found) if _taken_up(account) else None
    if before is not None and before is not account:
        return before
    return chief if _of_one_series(account, chief) else None


def kinds_of(found: Sequence[Account], sources: Sequence[Account | None]) -> list[str]:
    """Give the kind of each account, lent where it has a source."""
    lent = {id(account): source for account, source in zip(found, sources, strict=True)}
    return [_root(account, lent).kind for account in found]


def unheaded(account: Account, main: Sequence[Account]) -> bool:
    """Tell whether only a bare number or "one" tells of a meeting, and the article is about no series."""
    bare = all(telling.event.use == "bare" for telling in account.tellings)
    return bare and not any(family(other.kind) in NUMBERED or other.ordinal is not None for other in main)


def _root(account: Account, lent: dict[int, Account | None]) -> Account:
    """Follow the sources to the account that has none; each comes earlier or is the chief."""
    seen: set[int] = set()
    while (source := lent.get(id(account))) is not None and id(account) not in seen:
        seen.add(id(account))
        account = source
    return account


def _taken_up(account: Account) -> bool:
    return all(telling.taken_up or telling.event.use == "bare" for telling in account.tellings)


def _just_told(account: Account, found: Sequence[Account]) -> Account | None:
    """Give the account told last before this one, in its own sentence or the one before."""
    here = account.tellings[0]
    before = [
        (telling.sentence.number, telling.event.first, number)
        for number, other in enumerate(found)
        if other is not account
        for telling in other.tellings
        if _precedes(telling, here)
    ]
    return found[max(before)[2]] if before else None


def _precedes(telling: Telling, here: Telling) -> bool:
    gap = here.sentence.number - telling.sentence.number
    return 0 < gap <= NEAR or (gap == 0 and telling.event.first < here.event.first)


def _of_one_series(account: Account, chief: Account) -> bool:
    """Tell whether a "first meeting" or "next session" is one of the series that the article is about."""
    bare = any(telling.event.use == "bare" or telling.taken_up for telling in account.tellings)
    special = any(telling.sentence.at("special") & _inside(telling) for telling in account.tellings)
    numbered = account.ordinal is not None or account.order is not None or bare or special
    if _of_another_body(account, chief) or _of_another_name(account, chief) or _of_other_members(account, chief):
        return False
    if not numbered or family(chief.kind) not in NUMBERED:
        return account.kind == chief.kind and numbered
    vague = all(
        t.event.use in {"generic", "verb", "aspect", "bare"} and t.event.kind == "talks" for t in account.tellings
    )
    named = any(telling.event.named for telling in account.tellings)
    return vague or account.kind == chief.kind or (not named and family(account.kind) == family(chief.kind))


def _inside(telling: Telling) -> set[int]:
    return set(range(telling.event.first - 1, telling.event.after))


def _of_other_members(account: Account, chief: Account) -> bool:
    """Tell whether ministers or chiefs of other sides than the chief meeting's met."""
    return any(t.event.derived and len(t.told) > 1 and t.told != chief.parties for t in account.tellings)


def _of_another_name(account: Account, chief: Account) -> bool:
    """Tell whether a meeting has a name of its own that shares no word with the chief's: "of the Coast Forum"."""
    own, other = _name_words(account), _name_words(chief)
    return bool(own) and bool(other) and not own & other


def _name_words(account: Account) -> set[str]:
    """Give the capitalised words in the account's names, those of places and plain words for meetings left out."""
    return {
        token.folded
        for telling in account.tellings
        for i, token in enumerate(telling.sentence.tokens)
        if telling.event.first <= i < telling.event.after and i > 0 and token.capitalised and not token.text.isupper()
        if i not in telling.sentence.in_places and not telling.sentence.word(i, "convene")
    }


def _of_another_body(account: Account, chief: Account) -> bool:
    """Tell whether a body other than the chief meeting's is the subject: "the Council held its third session"."""
    subjects = {
        party_name(agency)
        for telling in account.tellings
        for agency in telling.sentence.agencies
        if is_body(agency) and (telling.event.owned or telling.taken_up or agency.start >= telling.event.start)
        if agency.start < telling.event.end
    }
    subjects = subjects.union(*(holder(telling.sentence, telling.event) for telling in account.tellings))
    return bool(subjects) and not subjects & chief.parties
