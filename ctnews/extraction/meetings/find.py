"""Finds the meetings an article reports, each once, with what it tells of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ctnews.extraction.facts import Ground
from ctnews.extraction.meetings import attendance
from ctnews.extraction.meetings.accounts import Account, Telling
from ctnews.extraction.meetings.asides import Hint, hint
from ctnews.extraction.meetings.confidence import confidence, features
from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.grounds import of_meeting
from ctnews.extraction.meetings.lending import lent_date, lent_place
from ctnews.extraction.meetings.merging import accounts
from ctnews.extraction.meetings.parties import Parties, article_parties, is_body, party_name
from ctnews.extraction.meetings.prominence import has_sides, main_accounts, mere_history, of_one_trip
from ctnews.extraction.meetings.scene import Scene
from ctnews.extraction.meetings.series import NUMBERED, kinds_of, source_of, unheaded
from ctnews.extraction.meetings.sides import parties_of
from ctnews.extraction.meetings.status import put_off
from ctnews.extraction.places.capitals import is_capital
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import fold
from ctnews.extraction.text.tokens import Span

if TYPE_CHECKING:
    from ctnews.dates import DateMention

GRANULARITIES = {
    **dict.fromkeys(("day", "week"), "day"),
    **dict.fromkeys(("month", "quarter", "half"), "month"),
    **dict.fromkeys(("season", "year"), "year"),
}


@dataclass(frozen=True)
class Meeting:
    """One article's account of one meeting; participants and chairs are positions in the article's persons."""

    kind: str
    name: str | None
    ordinal: int | None
    start: date | None
    end: date | None
    granularity: str
    city: str | None
    country: str | None
    parties: tuple[str, ...]
    status: str
    main: bool
    participants: tuple[int, ...]
    chairs: tuple[int, ...]
    agencies: tuple[str, ...]
    sentence: Span
    confidence: float
    rule: str
    grounds: tuple[Ground, ...] = ()


def find_meetings(scene: Scene, *, relevant: bool = True) -> list[Meeting]:
    """Give the meetings of an article in the order of the text; an irrelevant article is about none."""
    found = accounts(scene)
    leading = main_accounts(scene, found)
    main = leading if relevant else []
    found = [account for account in found if account in main or any(t.strong for t in account.tellings)]
    found = [account for account in found if has_sides(scene, account)]
    found = [account for account in found if account in main or not unheaded(account, leading)]
    found = [a for a in found if a in main or not (of_one_trip(a, main) or mere_history(scene, a))]
    main = [account for account in main if account in found]
    seats = attendance.assign(scene, found, main)
    chief = next((account for account in leading if account in found), None)
    sources = [source_of(account, found, chief) for account in found]
    kinds, sides = kinds_of(found, sources), parties_of(scene, found, sources, chief)
    return [
        _meeting(scene, account, kinds[n], sides[n], chief, account in main, seats[n])
        for n, account in enumerate(found)
    ]


def _meeting(
    scene: Scene,
    account: Account,
    kind: str,
    parties: Parties,
    chief: Account | None,
    main: bool,
    seats: attendance.Seats,
) -> Meeting:
    beside = hint(scene) if main and account is chief else Hint()
    when = account.date or beside.date or (_spoken(scene, account) if main else lent_date(account, chief))
    place, country = _where(scene, account, beside)
    if country is None:
        place, country = lent_place(account, chief, when, parties)
    ordinal = _number(account, beside, kind)
    best = _best(account)
    return Meeting(
        kind=_refined(scene, kind, parties, seats),
        name=_name(account),
        ordinal=ordinal,
        start=when.first if when else None,
        end=_last_day(account, when),
        granularity=_granularity(when),
        city=place,
        country=country,
        parties=tuple(sorted(parties)),
        status=_status(scene, account),
        main=main,
        participants=seats.participants,
        chairs=seats.chairs,
        agencies=_agencies(scene, account, parties, seats),
        sentence=best.sentence.span,
        confidence=_confidence(account, main, when, place, parties, ordinal),
        grounds=of_meeting(scene, account, parties=sorted(parties), participants=seats.participants),
        rule="+".join(sorted({f"{t.event.use}:{t.event.kind}" for t in account.tellings})),
    )


def _number(account: Account, beside: Hint, kind: str) -> int | None:
    """Give the number of a meeting of a kind that is counted: visits and calls are not."""
    told = beside.ordinal if account.ordinal is None else account.ordinal
    return told if family(kind) in NUMBERED or kind == "talks" else None


def _last_day(account: Account, when: DateMention | None) -> date | None:
    if when is None:
        return None
    until = account.until
    later = until and until.last and when.first and until.last > when.first and when.granularity == "day"
    return until.last if until and later else when.last


def _agencies(scene: Scene, account: Account, parties: frozenset[str], seats: attendance.Seats) -> tuple[str, ...]:
    """Give the agencies that the account's sentences name, those of its participants, and bodies that are parties."""
    named = [agency.agency_id for t in account.tellings for agency in t.sentence.agencies if agency.country]
    present = [agency_id for index in seats.participants if (agency_id := scene.people[index].agency_id)]
    bodies = [agency.agency_id for agency in scene.agencies if is_body(agency) and party_name(agency) in parties]
    return tuple(dict.fromkeys([*named, *present, *bodies]))


def _refined(scene: Scene, kind: str, parties: frozenset[str], seats: attendance.Seats) -> str:
    """A working group of two countries is a joint one; an ambassador who meets one official calls on them."""
    roles = [fold(scene.people[index].role or "") for index in seats.participants]
    envoys = vocabulary.words("person_cues", "envoy", scene.lang)
    if kind == "talks" and len(roles) == 2 and any(envoy in role for role in roles for envoy in envoys):
        return "courtesy_call"
    countries = [party for party in parties if len(party) == 2]
    if kind == "working_group" and len(countries) == len(parties) == 2:
        return "joint_working_group"
    return kind


def _where(scene: Scene, account: Account, beside: Hint) -> tuple[str | None, str | None]:
    """Give city and country: as told, else from an aside, else those of the dateline for "here" and "hosted"."""
    place = account.place
    if place is None or place.kind == "country":
        place = beside.place or (scene.place if _at_dateline(scene, account) else None) or place
    if place is None:
        return None, None
    return (None if place.kind == "country" else place.name), place.country


def _at_dateline(scene: Scene, account: Account) -> bool:
    if any(telling.slots.here for telling in account.tellings):
        return True
    if scene.place and is_capital(scene.place) and any(t.sentence.at("capital_here") for t in account.tellings):
        return True
    if account.order is not None or account.status != "held":
        return False
    hosted = any(telling.sentence.cues("host") and not telling.slots.place for telling in account.tellings)
    return hosted and scene.place is not None and scene.place.country in article_parties(scene)


def _spoken(scene: Scene, account: Account) -> DateMention | None:
    """Give the date of a statement made at the meeting, where the article gives the meeting no other."""
    if _status(scene, account) != "held":
        return None
    city = account.place.name if account.place else None
    for sentence in scene.lines:
        said = [date for date in sentence.dates if date.first and date.granularity in {"day", "month"}]
        where = {place.name for place in sentence.places if place.kind == "city"}
        if said and sentence.cues("report") and (city in where or sentence.cues("today")):
            return said[-1]
    return None


def _granularity(when: DateMention | None) -> str:
    if when is None:
        return "unknown"
    return GRANULARITIES.get(when.granularity, "unknown")


def _status(scene: Scene, account: Account) -> str:
    """Give the status; a meeting of the day of publication that "will" do anything has not been held yet."""
    today = account.date and scene.anchor and account.date.first == scene.anchor.day
    ahead = any(telling.slots.status == "scheduled" for telling in account.tellings)
    done = any(
        (telling.event.use in {"verb", "accord"} and telling.slots.status == "held")
        or (telling.slots.date and telling.sentence.at("begun"))
        for telling in account.tellings
    )
    if today and ahead and not done and account.status == "held":
        return "scheduled"
    off = [telling for telling in account.tellings if telling.slots.status == "cancelled"]
    only_later = any(put_off(telling.sentence, telling.event) for telling in off)
    return "postponed" if account.status == "cancelled" and only_later else account.status


def _name(account: Account) -> str | None:
    named = [t for t in account.tellings if t.event.use == "name" and t.specific]
    if not named:
        return None
    best = max(named, key=lambda t: (t.event.named, t.event.end - t.event.start))
    return best.sentence.text[best.event.start : best.event.end].strip(" ,(-\"“'")


def _best(account: Account) -> Telling:
    def told(telling: Telling) -> tuple[int, int]:
        slots = telling.slots
        facts = (telling.event.ordinal is not None) + (slots.date is not None) + (slots.place is not None)
        return facts + telling.specific, -telling.sentence.number

    return max(account.tellings, key=told)


def _confidence(
    account: Account,
    main: bool,
    when: DateMention | None,
    city: str | None,
    parties: frozenset[str],
    ordinal: int | None,
) -> float:
    figures = features(
        main=main,
        granularity=_granularity(when),
        city=city,
        parties=parties,
        ordinal=ordinal,
        tellings=len({(telling.event.start, telling.event.end) for telling in account.tellings}),
        uses={telling.event.use for telling in account.tellings},
    )
    return confidence(figures)
