"""What one place in a text tells of a meeting, and an article's account of one: its tellings together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ctnews.dates import GRANULARITIES
from ctnews.extraction.facts import Place
from ctnews.extraction.meetings.cues import family
from ctnews.extraction.meetings.events import WITHOUT_KIND, Event
from ctnews.extraction.meetings.lengths import extended, may_open_and_close, opening_and_closing
from ctnews.extraction.meetings.parties import Parties
from ctnews.extraction.meetings.scene import Sentence
from ctnews.extraction.meetings.slots import Slots
from ctnews.extraction.meetings.status import Status
from ctnews.extraction.meetings.subjects import anaphoric

if TYPE_CHECKING:
    from ctnews.dates import DateMention


@dataclass(frozen=True)
class Telling:
    """One place in the text that speaks of a meeting, with all that its sentence tells."""

    sentence: Sentence
    event: Event
    slots: Slots
    named: Parties
    told: Parties
    taken_up: bool = False  # those who meet are only taken up from before: "they"
    past: bool = False  # its date lies long before the article
    meets: bool = False  # someone stands before its verb and someone behind

    @property
    def parties(self) -> Parties:
        """The parties told, those in the meeting's name first."""
        return self.named or self.told

    @property
    def specific(self) -> bool:
        """Whether the words say what kind of meeting it is."""
        return self.event.use not in WITHOUT_KIND

    @property
    def loose(self) -> bool:
        """Whether the words are no name and carry no number."""
        return self.event.ordinal is None and not self.event.named

    @property
    def strong(self) -> bool:
        """Whether it alone shows that there is such a meeting: it has a number, a day, a place or a name."""
        if not self.slots.certain or self.event.use in {"aspect", "count"} or self.event.idle:
            return False
        dated = self.slots.date is not None
        placed = self.slots.place is not None and self.slots.place.kind != "country"
        if self.event.use == "sign":
            return (dated and placed) or ((dated or placed) and len(self.parties) > 1)
        if self.sentence.at("margins") and family(self.event.kind) == "contact" and len(self.parties) > 1:
            return True
        if self.event.kind == "courtesy_call" and self.event.use == "verb" and (dated or self.sentence.people):
            return not self.quoted
        several = len(self.parties) > 1 or len(self.sentence.people) > 1
        if self._apart and (self.meets or several or anaphoric(self.sentence, self.event)):
            return True
        group = self.taken_up or (self.event.derived and not self.sentence.named)
        if self.event.use == "verb" and group and (dated or placed) and not self.quoted:
            return True
        if self.event.use in {"verb", "accord"}:
            several = len(self.parties) > 1 or self.event.ordinal is not None
            met = self.meets and bool(self.sentence.people or self.sentence.at("travellers"))
            dated = dated or bool(self.sentence.at("daypart"))
            return (several and (dated or placed)) or (met and dated and not self.quoted)
        if self.event.use == "bare":
            return (dated or placed or self.slots.status == "cancelled") and not self.quoted
        if self.event.ordinal is not None and not self.quoted:
            return True
        if self.event.order is not None and (dated or self.slots.place is not None):
            return True
        if self.slots.status == "cancelled" and self.specific and placed:
            return True
        if self.quoted and not dated:
            return False
        established = family(self.event.kind) == "institution" or self.event.named
        begun = placed and self.specific and (self.event.indefinite or bool(self.sentence.at("begun")))
        return (dated and (self.specific or not self.event.definite)) or (placed and established) or begun

    @property
    def _apart(self) -> bool:
        """Whether it tells of talks on the sidelines of another meeting, or before or after it."""
        contact = family(self.event.kind) == "contact" and self.event.use in {"verb", "name"}
        return contact and not self.quoted and bool(self.sentence.at("apart"))

    @property
    def quoted(self) -> bool:
        """Whether the words stand in somebody's speech."""
        before = self.sentence.text[self.sentence.span[0] : self.event.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1


@dataclass
class Account:
    """An article's account of one meeting: its tellings in the order of the text."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def loose(self) -> bool:
        """Whether no telling is a name or carries a number."""
        return all(telling.loose for telling in self.tellings)

    @property
    def kind(self) -> str:
        """The most specific kind told."""
        specific = [t for t in self.tellings if t.specific] or self.tellings
        sure = [t for t in specific if family(t.event.kind) != "contact" or t.strong or t.event.definite]
        specific = sure or [t for t in self.tellings if not t.specific] or specific
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
        """The most exact date told, the surest of those."""
        dated = [t for t in self.tellings if t.slots.date]
        if self.postponed_to:
            dated = [self.postponed_to]
        best = min(dated, key=lambda t: (_coarseness(t.slots.date), t.slots.date_price), default=None)
        return self._whole(best) if best else None

    def _whole(self, telling: Telling) -> DateMention | None:
        """Give the date of a telling over all the days that the account says the meeting lasts."""
        when = telling.slots.date
        length = next((t.slots.length for t in self.tellings if t.slots.length), None)
        if when is None or self.postponed_to:
            return when
        run = opening_and_closing((t.slots.date, t.slots.end) for t in self.tellings if t.slots.date)
        if run and _coarseness(when) == 0 and run[0] <= (when.first or run[0]) <= run[1]:
            return replace(when, first=run[0], last=run[1])
        return extended(when, telling.slots.end, length)

    def may_close(self, telling: Telling) -> bool:
        """Tell whether a telling's date and one told before can be the opening and the closing of the meeting."""
        if telling.slots.date is None or telling.event.ordinal not in {None, self.ordinal}:
            return False
        own = telling.slots.date, telling.slots.end
        return any(may_open_and_close((t.slots.date, t.slots.end), own) for t in self.tellings if t.slots.date)

    @property
    def place(self) -> Place | None:
        """The narrowest place told, the surest of those."""
        placed = [t for t in self.tellings if t.slots.place]
        best = min(placed, key=lambda t: (_breadth(t.slots.place), t.slots.place_price), default=None)
        return best.slots.place if best else None

    @property
    def parties(self) -> Parties:
        """The parties in the meeting's name, else those told beside it."""
        named = max((t.named for t in self.tellings), key=len, default=frozenset())
        return named or next((t.told for t in self.tellings if t.told), frozenset())

    @property
    def status(self) -> Status:
        """As the telling with the date says, else the first one; a cancellation counts wherever it is told."""
        if self.postponed_to:
            return "scheduled"
        if any(telling.slots.status == "cancelled" for telling in self.tellings):
            return "cancelled"
        return next((t for t in self.tellings if t.slots.date), self.tellings[0]).slots.status

    @property
    def postponed_to(self) -> Telling | None:
        """The telling that gives a meeting that was put off its new date."""
        put_off = next((t for t in self.tellings if t.slots.status == "cancelled"), None)
        if put_off is None:
            return None
        after = (t for t in self.tellings if t.sentence.number >= put_off.sentence.number and t is not put_off)
        return next((t for t in after if t.slots.date and t.slots.status == "scheduled"), None)

    @property
    def until(self) -> DateMention | None:
        """The last day, where one is told apart from the first."""
        return next((t.slots.until for t in self.tellings if t.slots.until), None)

    @property
    def series(self) -> str | None:
        """The acronym of the series, where the article has it."""
        return next((t.event.series for t in self.tellings if t.event.series), None)

    @property
    def first_sentence(self) -> int:
        """Number of the first sentence that tells of it."""
        return self.tellings[0].sentence.number


def _coarseness(date: DateMention | None) -> int:
    return GRANULARITIES.index(date.granularity) if date else len(GRANULARITIES)


def _breadth(place: Place | None) -> int:
    order = ("city", "region", "country", "demonym")
    return order.index(place.kind) if place else len(order)
