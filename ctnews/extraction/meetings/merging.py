"""Puts together what an article's sentences tell of one meeting, and keeps apart what they tell of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctnews.extraction.facts import Place
from ctnews.extraction.meetings.accounts import Account, Telling
from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.parties import Parties
from ctnews.extraction.meetings.scene import Scene
from ctnews.extraction.meetings.tellings import tellings_of

if TYPE_CHECKING:
    from ctnews.dates import DateMention

LEAD = 1  # number of the last sentence of the lead
GOING_ON = 3  # sentences over which an article goes on about a meeting before it says when that was
LOOSE = frozenset({"talks", "visit"})
APART = frozenset({"training", "exercise", "signing"})  # families that "meeting" does not stand for


def accounts(scene: Scene) -> list[Account]:
    """Give the accounts of an article, in the order of their first telling; weak tellings only add to strong ones."""
    found: list[Account] = []
    weak: list[Telling] = []
    for telling in tellings_of(scene):
        target = _target(found, telling)
        if target is not None:
            target.tellings.append(telling)
        elif telling.strong or (telling.sentence.number < 2 and _opens(telling)):
            found.append(Account([telling]))
        else:
            weak.append(telling)
    for telling in weak:
        target = _target(found, telling)
        if target is not None:
            target.tellings.append(telling)
    for account in found:
        account.tellings.sort(key=lambda t: (t.sentence.number, t.event.first))
    return sorted(found, key=lambda account: account.first_sentence)


def _opens(telling: Telling) -> bool:
    """Tell whether a weak telling in the lead may begin the article's own meeting."""
    return telling.slots.certain and telling.event.use != "aspect" and telling.event.order is None


def _target(found: Sequence[Account], telling: Telling) -> Account | None:
    """Give the account that a telling adds to: of those it does not contradict the closest, then the first."""
    for account in sorted(found, key=lambda a: (-_closeness(a, telling), *_order_of(a, telling))):
        if compatible(account, telling):
            return account
    return None


def _order_of(account: Account, telling: Telling) -> tuple[int, int]:
    """Rank accounts alike in all else: a mere "the meeting" is the one just told of, else the article's first."""
    taken_up = telling.event.definite and telling.event.use == "generic" and telling.event.ordinal is None
    history = any(t.past for t in account.tellings) or account.order == "previous"
    near = (taken_up and not history) or telling.event.idle
    return (min(_gap(account, telling), 2) if near else 2 * taken_up), account.first_sentence


def _closeness(account: Account, telling: Telling) -> int:
    same_number = telling.event.ordinal is not None and account.ordinal == telling.event.ordinal
    same_date = telling.slots.date is not None and account.date is not None and _agree(account.date, telling.slots.date)
    return 2 * same_number + same_date + (account.kind == telling.event.kind and telling.specific)


def compatible(account: Account, telling: Telling) -> bool:
    """Tell whether nothing that a telling says contradicts an account."""
    event, slots = telling.event, telling.slots
    if not slots.certain and _gap(account, telling) > 0:
        return False
    if event.order != account.order and (event.order or account.order) and not _same_facts(account, telling):
        return False
    if None not in (event.ordinal, account.ordinal) and event.ordinal != account.ordinal:
        return False
    if (
        event.use != "count"
        and event.ordinal is not None
        and account.ordinal is None
        and not _may_number(account, telling)
    ):
        return False
    if event.use == "count":
        return account.ordinal is None and 0 < telling.sentence.number - account.tellings[-1].sentence.number <= 1
    if event.use == "bare" and (event.ordinal is None or event.ordinal != account.ordinal):
        return False
    if _only_bare(account) and _gap(account, telling) > 0 and (slots.date or _is_town(slots.place)):
        return False
    if _meets_another(account, telling) or _introduces(account, telling) or _another_sort(account, telling):
        return False
    if event.series and account.series and event.series != account.series:
        return False
    if telling.past and account.date is None and account.first_sentence <= LEAD < telling.sentence.number:
        return False
    new_date = account.status == "cancelled" and not telling.specific and slots.status == "scheduled"
    if slots.date and account.date and not _agree(account.date, slots.date) and not new_date:
        return account.may_close(telling) and account.kind == event.kind and event.definite
    if _beside(account, telling):
        return False
    if _apart(slots.place, account.place):
        return False
    if telling.named and account.parties and not _akin(telling.named, account.parties):
        return False
    if _of_others(account, telling):
        return False
    return _kinds_mix(account, telling)


def _of_others(account: Account, telling: Telling) -> bool:
    """Tell whether persons of other sides met than those of the account: "received his Danish counterpart"."""
    contact = telling.specific and family(telling.event.kind) == family(account.kind) == "contact"
    verb = "verb" in {telling.event.use, *(t.event.use for t in account.tellings)}
    apart = verb and _gap(account, telling) > 0 and not telling.taken_up
    return contact and apart and bool(telling.told and account.parties) and not _akin(telling.told, account.parties)


def _beside(account: Account, telling: Telling) -> bool:
    """Tell whether a telling speaks of talks on the sidelines of the account's meeting."""
    contact = telling.specific and family(telling.event.kind) == "contact"
    if not contact or family(account.kind) == "contact":
        return False
    if _receives(telling) and telling.sentence.number > LEAD:
        return True
    return bool(telling.sentence.at("margins") or (telling.sentence.at("apart") and telling.event.use != "accord"))


def _receives(telling: Telling) -> bool:
    """Tell whether someone receives or calls on someone: never a word for the meeting of delegations itself."""
    event, sentence = telling.event, telling.sentence
    if event.use != "verb" or not sentence.people:
        return False
    return event.kind == "courtesy_call" or bool(sentence.at("takes_person") & set(range(event.first, event.after)))


def _may_number(account: Account, telling: Telling) -> bool:
    """Tell whether a number can be that of a meeting told without one: right beside it, or of the same day."""
    if _same_facts(account, telling) or account.first_sentence == telling.sentence.number:
        return True
    if account.first_sentence <= LEAD and telling.sentence.number <= LEAD + 2:
        return True
    if telling.specific and telling.event.definite and telling.event.kind == account.kind:
        return telling.slots.date is None and not _is_town(telling.slots.place)
    near = _gap(account, telling) <= 1
    told = telling.slots.date is not None or _is_town(telling.slots.place)
    return near and not told and telling.slots.status == account.status


def _meets_another(account: Account, telling: Telling) -> bool:
    """Tell whether persons who meet are told after an earlier or next meeting that they did not come together for."""
    sides = telling.sentence.people or len(telling.told) > 1
    met = telling.event.use == "verb" and sides and telling.event.ordinal is None
    numbered = account.ordinal is not None or account.order is not None
    return bool(met) and numbered and account.first_sentence > LEAD and _gap(account, telling) > 0


def _introduces(account: Account, telling: Telling) -> bool:
    """Tell whether "a meeting" with a day or a town of its own is another than the one told before."""
    event, slots = telling.event, telling.slots
    if not event.indefinite or event.ordinal is not None or event.use not in {"generic", "name"} or event.named:
        return False
    if not (slots.date or _is_town(slots.place)):
        return _gap(account, telling) > 1 and event.kind != account.kind
    if _same_facts(account, telling):
        return False
    if account.date is None and account.place is None and slots.status == account.status:
        return _gap(account, telling) > GOING_ON
    return not (_is_town(slots.place) and account.place is not None and not _apart(slots.place, account.place))


def _gap(account: Account, telling: Telling) -> int:
    """Give how many sentences lie between a telling and the nearest one of an account."""
    return min(abs(t.sentence.number - telling.sentence.number) for t in account.tellings)


def _only_bare(account: Account) -> bool:
    """Tell whether only a number or "one" tells of the account's meeting."""
    return all(telling.event.use == "bare" for telling in account.tellings)


def _is_town(place: Place | None) -> bool:
    return place is not None and place.kind == "city"


def _another_sort(account: Account, telling: Telling) -> bool:
    """Tell whether a mere "meeting" cannot stand for what the account is of: a course, a drill, a signing, a visit."""
    if telling.event.use != "generic" or telling.event.kind != "talks":
        return False
    if telling.slots.date is None and telling.event.ordinal is None:
        return False
    any_event = set(range(telling.event.first, telling.event.after)) & telling.sentence.at("any_event")
    return not any_event and (family(account.kind) in APART or account.kind in {"visit", "call", "courtesy_call"})


def _same_facts(account: Account, telling: Telling) -> bool:
    """Tell whether both are dated, to the day, and the days agree."""
    dates = account.date, telling.slots.date
    return all(d and d.granularity in {"day", "week"} for d in dates) and _agree(*dates)  # type: ignore[arg-type]


def _kinds_mix(account: Account, telling: Telling) -> bool:
    """Tell whether the words for the two kinds can mean one meeting."""
    one, other = account.kind, telling.event.kind
    if one == other or not telling.specific:
        return True
    derived = telling.event.derived or all(t.event.derived for t in account.tellings if t.specific)
    if derived and family(one) == family(other):
        return True
    if telling.event.series and telling.event.series == account.series:
        return telling.event.ordinal is None
    families = {family(one), family(other)}
    if len(families) == 1:
        return (account.loose or telling.loose) and not _several(account, telling)
    if not any(t.specific for t in account.tellings):
        return telling.strong or families <= {"contact", "institution"}
    return families == {"contact", "institution"} and _loose_contact(account, telling)


def _several(account: Account, telling: Telling) -> bool:
    """Tell whether a call, a visit and talks are told apart: each with a day of its own, the visit over several."""
    dates = account.date, telling.slots.date
    journey = any(date and date.first != date.last and date.granularity == "day" for date in dates)
    return account.kind != telling.event.kind and journey and None not in dates


def _loose_contact(account: Account, telling: Telling) -> bool:
    """Tell whether the one of the two that only says "talks" or "visit" may stand for the other."""
    if family(account.kind) == "contact":
        if telling.event.idle and account.kind == "talks" and not any(t.event.named for t in account.tellings):
            return True
        journey = account.kind == "visit" and account.date and account.date.first != account.date.last
        return account.loose and account.kind in LOOSE and not journey
    return telling.loose and telling.event.kind in LOOSE and (telling.slots.date is None or account.date is not None)


def _agree(one: DateMention, other: DateMention) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return True
    return one.first <= other.last and other.first <= one.last


def _apart(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    if one.country != other.country:
        return True
    return one.name != other.name and one.kind == other.kind == "city"


def _akin(one: Parties, other: Parties) -> bool:
    return one <= other or other <= one or len(one & other) > 1
