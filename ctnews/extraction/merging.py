"""Puts together what an article's sentences tell of one meeting, and keeps apart what they tell of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ctnews.extraction.events import Event, family, weight
from ctnews.extraction.facts import Place
from ctnews.extraction.parties import Parties, named_parties, told_parties
from ctnews.extraction.scene import Scene, Sentence
from ctnews.extraction.slots import Slots, fill

if TYPE_CHECKING:
    from ctnews.dates import DateMention

REGULAR = frozenset({"institution", "training", "exercise", "gathering"})


@dataclass(frozen=True)
class Telling:
    """One place in the text that speaks of a meeting, with all that its sentence tells."""

    sentence: Sentence
    event: Event
    slots: Slots
    named: Parties
    told: Parties

    @property
    def parties(self) -> Parties:
        """The parties told, those in the meeting's name first."""
        return self.named or self.told

    @property
    def specific(self) -> bool:
        """Whether the words say what kind of meeting it is."""
        return self.event.use not in {"generic", "aspect"}

    @property
    def strong(self) -> bool:
        """Whether it alone shows that there is such a meeting: it has a number, a day, a place or a name."""
        if not self.slots.certain or self.event.use == "aspect":
            return False
        dated = self.slots.date is not None
        placed = self.slots.place is not None and self.slots.place.kind != "country"
        if self.event.use == "sign":
            return dated or placed
        if self.event.use == "verb":
            return len(self.parties) > 1 and (dated or placed)
        if self.event.ordinal is not None or self.event.order is not None:
            return dated or placed or self.event.ordinal is not None or self.slots.place is not None
        regular = family(self.event.kind) in REGULAR
        return (dated and (self.specific or not self.event.definite)) or (placed and regular)


@dataclass
class Account:
    """An article's account of one meeting: its tellings in the order of the text."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The most specific kind told."""
        specific = [t for t in self.tellings if t.specific] or self.tellings
        return max(specific, key=lambda t: (t.event.weight, t.event.named)).event.kind

    @property
    def ordinal(self) -> int | None:
        """The number told."""
        return next((t.event.ordinal for t in self.tellings if t.event.ordinal is not None), None)

    @property
    def order(self) -> str | None:
        """Whether it is a next or a previous meeting."""
        return self.tellings[0].event.order

    @property
    def date(self) -> DateMention | None:
        """The most exact date told, the first of those."""
        dates = [t.slots.date for t in self.tellings if t.slots.date]
        return min(dates, key=_coarseness) if dates else None

    @property
    def place(self) -> Place | None:
        """The first city told, else the first country."""
        places = [t.slots.place for t in self.tellings if t.slots.place]
        return next((place for place in places if place.kind != "country"), places[0] if places else None)

    @property
    def parties(self) -> Parties:
        """The parties in the meeting's name, else those told beside it."""
        named = max((t.named for t in self.tellings), key=len, default=frozenset())
        return named or next((t.told for t in self.tellings if t.told), frozenset())

    @property
    def series(self) -> str | None:
        """The acronym of the series, where the article has it."""
        return next((t.event.series for t in self.tellings if t.event.series), None)

    @property
    def first_sentence(self) -> int:
        """Number of the first sentence that tells of it."""
        return self.tellings[0].sentence.number


def accounts(scene: Scene) -> list[Account]:
    """Give the accounts of an article, in the order of their first telling; weak tellings only add to strong ones."""
    found: list[Account] = []
    pending: list[Telling] = []
    for telling in _tellings(scene):
        target = _target(found, telling)
        if target is not None:
            target.tellings.append(telling)
        elif telling.strong or (telling.sentence.number < 2 and _opens(telling)):
            found.append(Account([telling]))
        else:
            pending.append(telling)
    return found


def _opens(telling: Telling) -> bool:
    """Tell whether a weak telling in the lead may begin the article's own meeting."""
    return telling.slots.certain and telling.event.use != "aspect" and telling.event.order is None


def _tellings(scene: Scene) -> list[Telling]:
    from ctnews.extraction.events import find_events

    tellings = []
    for sentence in scene.lines:
        events = [event for event in find_events(sentence) if _acceptable(scene, sentence, event)]
        slots = fill(scene, sentence, events)
        tellings += [
            Telling(
                sentence,
                event,
                slots[event],
                named_parties(sentence, event),
                told_parties(scene, sentence, event, slots[event]),
            )
            for event in events
        ]
    return tellings


def _acceptable(scene: Scene, sentence: Sentence, event: Event) -> bool:
    """A verb of meeting needs someone who meets; a signing needs something to sign."""
    if event.use == "sign":
        return bool(sentence.cues("agreement"))
    if event.use == "verb":
        return bool(sentence.people) or len({place.country for place in sentence.places}) > 1
    return True


def _target(found: Sequence[Account], telling: Telling) -> Account | None:
    """Give the account that a telling adds to: the most recent one that it does not contradict."""
    for account in sorted(found, key=lambda a: (-_closeness(a, telling), -a.first_sentence)):
        if compatible(account, telling):
            return account
    return None


def _closeness(account: Account, telling: Telling) -> int:
    same_number = telling.event.ordinal is not None and account.ordinal == telling.event.ordinal
    same_date = telling.slots.date is not None and account.date is not None and _agree(account.date, telling.slots.date)
    return 2 * same_number + same_date + (account.kind == telling.event.kind and telling.specific)


def compatible(account: Account, telling: Telling) -> bool:
    """Tell whether nothing that a telling says contradicts an account."""
    event, slots = telling.event, telling.slots
    if event.order != account.order and (event.order or account.order) and not _same_facts(account, telling):
        return False
    if None not in (event.ordinal, account.ordinal) and event.ordinal != account.ordinal:
        return False
    if event.series and account.series and event.series != account.series:
        return False
    if slots.date and account.date and not _agree(account.date, slots.date):
        return False
    if _apart(slots.place, account.place):
        return False
    if telling.named and account.parties and not _akin(telling.named, account.parties):
        return False
    return _kinds_mix(account, telling)


def _same_facts(account: Account, telling: Telling) -> bool:
    return account.date is not None and telling.slots.date is not None and _agree(account.date, telling.slots.date)


def _kinds_mix(account: Account, telling: Telling) -> bool:
    """Tell whether the words for the two kinds can mean one meeting."""
    one, other = account.kind, telling.event.kind
    specific_account = any(t.specific for t in account.tellings)
    if one == other or not telling.specific or not specific_account:
        return True
    if "signing" in (one, other):
        return False
    loose = telling.event.ordinal is None and not telling.event.named
    families = family(one), family(other)
    if families[0] == families[1]:
        return loose or min(weight(one), weight(other)) < 3 or account.ordinal is None
    return loose and "contact" in families and not telling.slots.date and other != "courtesy_call"


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


def _coarseness(date: DateMention) -> int:
    order = ("day", "week", "month", "quarter", "season", "year", "decade", "unknown")
    return order.index(date.granularity)
